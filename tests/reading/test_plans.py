from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bilateral.model.facts import Plan
from bilateral.model.world import Country
from bilateral.reading import plans, statements
from bilateral.reading.frames import frame_lexicon
from bilateral.reading.parser import read

GOLDEN = Path(__file__).parents[1] / "golden"
PUBLISHED = date(2024, 5, 8)


def rows(name: str) -> list[dict[str, str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    found = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    assert all(row["text"] for row in found)
    return found


def planned(text: str) -> list[Plan]:
    document = read(text, published=PUBLISHED)
    statements.read(document)
    return plans.read(document)


def codes(plan: Plan) -> str:
    return " ".join(actor.code for actor in plan.actors if isinstance(actor, Country))


@pytest.mark.parametrize("row", rows("plans.tsv"), ids=lambda row: row["text"][:60])
def test_reads_a_plan(row: dict[str, str]) -> None:
    assert row["action"]
    (plan,) = planned(row["text"])
    countries = " ".join(country.code for country in plan.countries)
    assert (codes(plan), plan.action, countries) == (row["actors"], row["action"], row["countries"])
    assert str(plan.date or "") == row["date"]


@pytest.mark.parametrize("row", rows("no_plans.tsv"), ids=lambda row: row["text"][:60])
def test_leaves_other_sentences_alone(row: dict[str, str]) -> None:
    assert planned(row["text"]) == []


def examples(kind: str) -> list[tuple[str, str]]:
    return [(spec.id, text) for spec in frame_lexicon("plans").specs for text in getattr(spec, kind)]


@pytest.mark.parametrize(("rule", "text"), examples("examples"))
def test_frame_reads_its_examples(rule: str, text: str) -> None:
    assert [plan.evidence.rule for plan in planned(text)] == [rule]


@pytest.mark.parametrize(("rule", "text"), examples("counterexamples"))
def test_frame_leaves_its_counterexamples_alone(rule: str, text: str) -> None:
    assert rule not in [plan.evidence.rule for plan in planned(text)]


def test_evidence_names_the_words_of_the_action() -> None:
    text = "Norvégia bővíteni kívánja a gázszállítást Finnországba."
    (plan,) = planned(text)
    assert [span.of(text) for span in plan.evidence.fields["action"]] == [plan.action]


def test_dates_lie_ahead_only_if_the_day_of_publication_is_known() -> None:
    document = read("Norvégia 2026-ban buszokat küld Moldovának.")
    assert plans.read(document) == []
