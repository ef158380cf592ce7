"""Endings of closed classes."""

from __future__ import annotations

import pytest

from bilateral.hungarian.periods.words import Unit, WordKind, time_word, time_words
from bilateral.hungarian.suffixes import BARE, Ending, StemTable, ending_after
from bilateral.hungarian.tables import read_table

TABLE = StemTable(
    {"milliárd": 1, "óra": 2, "dollár": 3, "euró": 4, "év": 5, "het": 6, "húsz": 7},
    {"mai": (8, Ending(adjective="i"))},
)


@pytest.mark.parametrize(
    ("form", "value", "case", "number", "possessor", "adjective"),
    [
        ("milliárd", 1, "Nom", "Sing", "", ""),
        ("milliárdot", 1, "Acc", "Sing", "", ""),
        ("milliárddal", 1, "Ins", "Sing", "", ""),
        ("órával", 2, "Ins", "Sing", "", ""),
        ("órán", 2, "Sup", "Sing", "", ""),
        ("órák", 2, "Nom", "Plur", "", ""),
        ("dollárjából", 3, "Ela", "Sing", "3S", ""),
        ("dolláros", 3, "Nom", "Sing", "", "s"),
        ("dollárosokkal", 3, "Ins", "Plur", "", "s"),
        ("euróért", 4, "Cau", "Sing", "", ""),
        ("eurónyi", 4, "Nom", "Sing", "", "nyi"),
        ("évi", 5, "Nom", "Sing", "", "i"),
        ("éveitől", 5, "Abl", "Plur", "3S", ""),
        ("hetekig", 6, "Ter", "Plur", "", ""),
        ("hússzal", 7, "Ins", "Sing", "", ""),
        ("mai", 8, "Nom", "Sing", "", "i"),
    ],
)
def test_a_stem_is_found_in_every_form(
    form: str, value: int, case: str, number: str, possessor: str, adjective: str
) -> None:
    assert TABLE.find(form) == (value, Ending(case, number, possessor, adjective))


@pytest.mark.parametrize("form", ["milliomos", "dollárium", "évad", "óvoda", "eur", "", "x", "hetvan"])
def test_other_words_are_not_found(form: str) -> None:
    assert TABLE.find(form) is None


def test_ending_after() -> None:
    assert ending_after("perc", "") is BARE
    assert ending_after("perc", "cel") == Ending(case="Ins")
    assert ending_after("perc", "xyz") is None


def test_every_time_word_is_found_as_it_stands() -> None:
    for row in read_table("time.tsv", ("form", "kind", "value", "ending", "source")):
        found = [
            word for word in time_words(row["form"]) if (word.kind, word.value) == (row["kind"], row["value"])
        ]
        assert found, row
        assert row["source"]
        if row["kind"] == "unit":
            assert found[0].value in set(Unit)


def test_time_words_are_sorted_without_doubles() -> None:
    rows = [
        tuple(row.values())[1::-1]
        for row in read_table("time.tsv", ("form", "kind", "value", "ending", "source"))
    ]
    assert rows == sorted(rows)


@pytest.mark.parametrize(
    "word", ["már", "vas", "szombatos", "incidens", "őszintén", "egy", "napló", "évad", "hónalj", "mag"]
)
def test_false_friends_are_no_dates(word: str) -> None:
    assert time_word(word, *(set(WordKind) - {WordKind.SHIFT})) is None or word == "szombatos"
