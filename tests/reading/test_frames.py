"""Every entry of the predicate files reads its examples and leaves its counterexamples alone."""

from __future__ import annotations

from datetime import date

import pytest

import bilateral
from bilateral.reading.frames import FrameSpec, frame_lexicon

TABLES = ("visits", "meetings", "agreements", "missions")
PUBLISHED = date(2025, 11, 12)


def specs() -> list[tuple[str, FrameSpec]]:
    return [(table, spec) for table in TABLES for spec in frame_lexicon(table).specs]


def cases(kind: str) -> list[tuple[str, str, str]]:
    return [(table, spec.id, text) for table, spec in specs() for text in getattr(spec, kind)]


def rules(table: str, text: str) -> list[str]:
    article = bilateral.parse(text, published=PUBLISHED)
    facts = getattr(article, table)
    return [evidence.rule for fact in facts for evidence in fact.sources]


@pytest.mark.parametrize(("table", "rule", "text"), cases("examples"))
def test_example_is_read_by_its_rule(table: str, rule: str, text: str) -> None:
    assert rule in rules(table, text)


@pytest.mark.parametrize(("table", "text"), [(table, text) for table, _, text in cases("counterexamples")])
def test_counterexample_is_left_alone(table: str, text: str) -> None:
    assert rules(table, text) == []


@pytest.mark.parametrize(("table", "spec"), specs())
def test_every_entry_has_examples_and_counterexamples(table: str, spec: FrameSpec) -> None:
    assert spec.examples, f"{table}: {spec.id}"
    assert spec.counterexamples, f"{table}: {spec.id}"
