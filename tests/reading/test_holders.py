from __future__ import annotations

from datetime import date

import pytest

from bilateral.hungarian.tables import read_table
from bilateral.model.kinds import Office
from bilateral.reading.holders import is_holder, office_on, terms_of

ROWS = read_table(
    "office_holders.tsv", ("name", "spellings", "country", "office", "since", "until", "source")
)


def test_rows_are_sorted_without_duplicates() -> None:
    keys = [(row["name"], row["since"]) for row in ROWS]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']} {row['since']}")
def test_every_spelling_is_found(row: dict[str, str]) -> None:
    assert row["source"]
    assert not row["until"] or row["since"] < row["until"]
    for name in (row["name"], *filter(None, row["spellings"].split("|"))):
        held = {(term.country or "", str(term.office), str(term.since)) for term in terms_of(name)}
        assert (row["country"], row["office"], row["since"]) in held


def test_terms_in_any_order_of_words() -> None:
    assert terms_of("Viktor Orbán") == terms_of("Orbán Viktor")
    assert is_holder("Viktor Orbán")
    assert not is_holder("Orbán")


def test_surname_counts_only_if_one_person_has_it() -> None:
    assert terms_of("Macron")
    assert not terms_of("Costa Nagy")


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (date(2018, 5, 1), Office.HEAD_OF_STATE),
        (date(2022, 5, 1), None),
        (date(2025, 5, 1), Office.HEAD_OF_STATE),
    ],
)
def test_office_between_two_terms_is_open(day: date, office: Office | None) -> None:
    assert office_on(terms_of("Donald Trump"), day) is office


def test_office_after_the_last_term_is_other() -> None:
    assert office_on(terms_of("Angela Merkel"), date(2024, 1, 1)) is Office.OTHER
    assert office_on(terms_of("Angela Merkel"), None) is None
