from __future__ import annotations

import functools
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.hungarian.tables import read_table
from bilateral.model.facts import EconomicIndicator
from bilateral.reading import indicators, parser, statements
from bilateral.reading.economy.lexicon import FILE, VERBS_FILE, MeasureRule, economy

GOLDEN = Path(__file__).parents[1] / "golden" / "indicators.tsv"
PUBLISHED = date(2025, 6, 2)


def read(text: str) -> list[EconomicIndicator]:
    document = parser.read(text, published=PUBLISHED)
    statements.read(document)
    return indicators.read(document)


def told(fact: EconomicIndicator) -> str:
    ends = [country.code if country is not None else "?" for country in (fact.origin, fact.destination)]
    flow = ">".join(ends) if ends != ["?", "?"] else "-"
    countries = "+".join(country.code for country in fact.countries)
    return f"{fact.measure} {fact.basis} {fact.amount}; {fact.period or '-'}; {countries}; {flow}"


@functools.cache
def golden() -> list[tuple[str, list[str]]]:
    """Sentences and what they tell: measure, basis, amount; period; countries; origin>destination."""
    header, *lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert header == "text\tfacts"
    rows = [line.split("\t") for line in lines]
    assert all(len(row) == 2 for row in rows)
    return [(text, facts.split(" | ") if facts else []) for text, facts in rows]


def reading() -> list[tuple[str, list[str]]]:
    return [row for row in golden() if row[1]]


def silent() -> list[str]:
    return [text for text, facts in golden() if not facts]


def test_golden_has_enough_of_both() -> None:
    assert len(reading()) >= 60
    assert len(silent()) >= 40
    assert len({text for text, _ in golden()}) == len(golden())


@pytest.mark.parametrize(("text", "facts"), reading())
def test_reads(text: str, facts: list[str]) -> None:
    assert [told(fact) for fact in read(text)] == facts


@pytest.mark.parametrize("text", silent())
def test_leaves_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("rule", economy().rules, ids=lambda rule: rule.id)
def test_every_measure_reads_its_examples(rule: MeasureRule) -> None:
    assert rule.examples
    assert rule.counterexamples
    for text in rule.examples:
        assert f"indicators.{rule.id}" in {fact.evidence.rule for fact in read(text)}, text
    for text in rule.counterexamples:
        assert read(text) == [], text


def test_data_files_are_in_order() -> None:
    verbs = [row["lemma"] for row in read_table(VERBS_FILE, ("lemma", "effect", "source"))]
    assert verbs == sorted(set(verbs))
    assert len({rule.id for rule in economy().rules}) == len(economy().rules), FILE


def test_evidence_shows_the_words_of_every_field() -> None:
    text = "A hírek szerint a horvát kivitel Olaszországba tavaly 7 százalékkal bővült."
    [fact] = read(text)
    words = {name: [span.of(text) for span in spans] for name, spans in fact.evidence.fields.items()}
    assert words == {
        "amount": ["7 százalékkal"],
        "countries": ["horvát", "Olaszországba"],
        "destination": ["Olaszországba"],
        "measure": ["kivitel"],
        "origin": ["horvát"],
        "period": ["tavaly"],
    }
    assert fact.evidence.is_from(text)


def test_conversion_gives_no_second_figure() -> None:
    text = "A cseh-szlovák áruforgalom tavaly 15 milliárd euró (6 ezer milliárd forint) volt."
    assert [told(fact) for fact in read(text)] == ["trade_turnover level 15000000000 EUR; 2024; CZ+SK; -"]


def test_measure_is_carried_over_the_clauses_of_a_sentence() -> None:
    text = (
        "A bolgár-román áruforgalom az elmúlt öt évben 40 százalékkal nőtt,"
        " tavaly elérte a 12 milliárd eurót, és 2030-ra 20 milliárdra kívánják növelni."
    )
    assert [told(fact) for fact in read(text)] == [
        "trade_turnover change 40 percent; 2020/2025; BG+RO; -",
        "trade_turnover level 12000000000 EUR; 2024; BG+RO; -",
        "trade_turnover target 20000000000 EUR; 2030; BG+RO; -",
    ]


def test_without_publication_date_relative_periods_stay_open() -> None:
    document = parser.read("Az orosz-török áruforgalom tavaly elérte az 50 milliárd dollárt.")
    [fact] = indicators.read(document)
    assert fact.period is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(re.findall(r"\S+", " ".join(text for text, _ in golden()))), max_size=40))
def test_any_order_of_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    for fact in read(text):
        assert fact.evidence.is_from(text)
        assert fact.countries
