"""Clauses: the sentences of data/clauses.toml, and what holds for any text."""

from __future__ import annotations

from typing import Any

import pytest

from bilateral.hungarian.analysis import analyse_text
from tests.hungarian.golden_clauses import Case, cases, checked, differences

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_sentences(case: Case) -> None:
    assert differences(analyse_text(case.text), case) == []


def test_there_are_as_many_sentences_as_promised() -> None:
    assert len({case.text for case in CASES}) >= 150
    assert len({case.about for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    "raw",
    [
        {"about": "x", "text": "A híd áll."},
        {"about": "x", "text": "A híd áll.", "clauses": []},
        {"about": "x", "text": "A híd áll.", "clauses": [{}]},
        {"about": "x", "text": "A híd áll.", "clauses": [{"verbs": "áll"}]},
        {"about": "x", "text": "A híd áll.", "clauses": [{"link": "chief"}]},
    ],
)
def test_a_case_that_asserts_nothing_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"A híd|chief"):
        checked(raw)
