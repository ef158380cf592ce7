from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest
from hypothesis import given, settings

from bilateral.exchange.records import TABLES, cell, column_names, tables
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES
from bilateral.model.text import Span
from tests.samples import TEXT, sample_article
from tests.strategies import articles

CONTRACT = {
    "articles": "published section headline agency countries",
    "people": "name office country title",
    "visits": "guest guest_country host host_country rank status place date",
    "meetings": "kind participants countries place date status",
    "agreements": "kind status parties signatories subject date valid_until",
    "indicators": "measure basis value unit comparator period countries origin destination attributed_to",
    "statements": "speaker speaker_country act mode content addressee venue date",
    "plans": "actors action countries date",
    "missions": "kind sending receiving place status",
}


def test_every_table_has_the_columns_of_the_contract() -> None:
    assert {name: column_names(name) for name in TABLES} == {
        name: (*columns.split(), "start", "end") for name, columns in CONTRACT.items()
    }


def test_every_fact_type_has_a_table_of_its_own() -> None:
    assert [kind.TABLE for kind in FACT_TYPES] == list(CONTRACT)[2:]


@given(articles())
@settings(max_examples=100, deadline=None)
def test_rows_are_flat_and_complete(article: Article) -> None:
    found = tables(article)
    assert tuple(found) == TABLES
    for name, rows in found.items():
        for row in rows:
            assert tuple(row) == column_names(name)
            for value in row.values():
                items = value if isinstance(value, list) else [value]
                assert {type(item) for item in items} <= {str, int, type(None)}
            if isinstance(row["start"], int) and isinstance(row["end"], int):
                assert 0 <= row["start"] <= row["end"] <= len(article.text)
    assert sum(len(rows) for rows in found.values()) == 1 + len(article.people) + len(article.facts)


def test_rows_of_the_sample() -> None:
    found = tables(sample_article())
    assert found["articles"] == [
        {
            "published": "2025-11-12T22:19",
            "section": "Külföld",
            "headline": "Varsóból érkezett vendég",
            "agency": None,
            "countries": ["PL", "HU"],
            "start": 0,
            "end": len(TEXT),
        }
    ]
    person, visit, figure, agreement = (
        found[name][0] for name in ("people", "visits", "indicators", "agreements")
    )
    assert (person["name"], person["office"], person["title"]) == (
        "Ewa Nowak",
        "head_of_state",
        "lengyel elnök",
    )
    assert TEXT[person["start"] : person["end"]] == "Ewa Nowak"  # type: ignore[index]
    assert (visit["guest"], visit["host"], visit["date"]) == ("Ewa Nowak", None, "2025-11-11/2025-11-12")
    assert (figure["value"], figure["unit"], figure["comparator"]) == ("16500000000", "EUR", "more_than")
    assert (agreement["parties"], agreement["signatories"]) == (["PL", "Duna Bizottság"], ["Ewa Nowak"])


def test_a_person_without_a_mention_and_a_fact_without_evidence_have_no_offsets() -> None:
    article = attrs.evolve(sample_article(), mentions=())
    for name in ("people", "meetings"):
        row = tables(article)[name][0]
        assert (row["start"], row["end"]) == (None, None)


def test_enumerations_become_plain_strings() -> None:
    assert type(tables(sample_article())["visits"][0]["rank"]) is str


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (date(2025, 11, 12), "2025-11-12"),
        (datetime(2025, 11, 12, 22, 19), "2025-11-12T22:19"),  # noqa: DTZ001
        (datetime(2025, 11, 12, 22, 19, 7), "2025-11-12T22:19:07"),  # noqa: DTZ001
    ],
)
def test_time_is_told_as_precisely_as_it_is_known(moment: date, told: str) -> None:
    assert cell(moment) == told


def test_what_tables_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError, match="no form for Span"):
        cell(Span(0, 1))


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        column_names("wars")
