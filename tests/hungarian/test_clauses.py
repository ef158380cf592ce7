"""Clauses: the sentences of data/clauses.toml, and what holds for any text."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.analysis import analyse_text
from bilateral.hungarian.clauses import Clause, clauses
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import TokenKind, sentences, tokenize
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


WORDS = sorted({word for case in CASES for word in case.text.split()})
SALADS = st.lists(st.sampled_from([*WORDS, "–", "„", "”", "(", ")", ";", "…"]), max_size=40).map(" ".join)


@given(st.one_of(SALADS, st.text(max_size=120)))
def test_parts_hold_every_word_of_a_sentence_once(text: str) -> None:
    analysis = analyse_text(text)
    for sentence in analysis.sentences:
        held = sorted(index for clause in sentence.clauses for index in clause.words)
        words = {
            index
            for index in range(sentence.first, sentence.last)
            if analysis.tokens[index].kind not in (TokenKind.PUNCT, TokenKind.SYMBOL)
        }
        assert len(held) == len(set(held))
        assert words <= set(held) <= set(range(sentence.first, sentence.last))


@given(SALADS)
def test_clauses_are_in_order_and_hang_on_each_other_without_a_circle(text: str) -> None:
    for sentence in analyse_text(text).sentences:
        firsts = [clause.first for clause in sentence.clauses]
        assert firsts == sorted(firsts)
        for clause in sentence.clauses:
            assert clause.parts == sorted(clause.parts)
            assert clause.parent is None or clause.parent in sentence.clauses
            assert climbs(clause) <= len(sentence.clauses)
            if clause.predicate is not None:
                assert set(clause.predicate.tokens) <= set(clause.words)


def climbs(clause: Clause) -> int:
    """How many clauses stand above it, counted no further than a circle would need."""
    above: Clause | None = clause
    for steps in range(200):
        if above is None:
            return steps
        above = above.parent
    return 200


@given(SALADS)
def test_reading_twice_gives_the_same(text: str) -> None:
    first, second = ([attrs.asdict(sentence) for sentence in analyse_text(text).sentences] for _ in range(2))
    assert first == second


def test_work_grows_with_the_length() -> None:
    looked = 0

    class Counting(list[Any]):
        def __getitem__(self, index: Any) -> Any:
            nonlocal looked
            looked += 1
            return super().__getitem__(index)

    def work(text: str) -> int:
        nonlocal looked
        tokens = tokenize(text)
        readings = Counting(tag(tokens, sentences(text, tokens)))
        looked = 0
        found = [clauses(tokens, readings, first, last) for first, last in sentences(text, tokens)]
        assert found
        return looked

    lines = "\n\n".join(case.text for case in CASES)
    chains = [
        "A híd áll, ",
        "a híd áll és ",
        "a híd, amely áll, ",
        "Bécs, ",
        "Bécsben aláírt ",
        "az elnök háza ",
    ]
    long = [lines + "\n\n", *(chain * 200 for chain in chains)]
    assert [text for text in long if work(2 * text) > 2.2 * work(text)] == []
