"""Dates, durations and frequencies: the golden table, the anchors, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.periods import FoundPeriod, find_periods
from bilateral.hungarian.tokens import tokenize
from bilateral.model.values import Period
from tests.hungarian.golden_values import NOTHING, cases, shown_periods

GOLDEN = cases("periods.tsv")
TODAY = date(2025, 11, 12)
MATERIAL = """
szerdán múlt jövő héten tavaly 2024 2025. november 12-én 31-én között és - – óta az elmúlt 5 három évben végén
2030-ig hétfőtől péntekig első negyedévben kétnapos ezelőtt múlva XX. század . , ( ) évente január 0 99
"""
WORDS = st.sampled_from(MATERIAL.split())


def only(text: str, published: date | None = TODAY) -> FoundPeriod:
    [found] = find_periods(tokenize(text), published)
    return found


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"])
def test_golden(case: dict[str, str]) -> None:
    assert shown_periods(case["text"], case["published"]) == case["found"]


def test_the_golden_table_has_all_sorts_of_cases() -> None:
    found = [case["found"] for case in GOLDEN]
    assert len(GOLDEN) > 100
    assert sum(cell == NOTHING for cell in found) >= 9
    assert all(any(mark in cell for cell in found) for mark in (" > ", " ~ ", " @ ", "../", "/..", " = ?"))
    assert len({case["text"] for case in GOLDEN}) == len(GOLDEN)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("2030-ig", "until"),
        ("szerda óta", "since"),
        ("2027-től", "since"),
        ("2030 előtt", "before"),
        ("2030 után", "after"),
        ("2024 és 2026 között", "between"),
        ("két éven belül", "within"),
        ("keddre", "for"),
        ("2030 körül", "around"),
        ("kedden", ""),
    ],
)
def test_relation(text: str, relation: str) -> None:
    assert only(text).relation == relation


@pytest.mark.parametrize(
    ("text", "attributive"),
    [
        ("kétnapos", True),
        ("tavalyi", True),
        ("márciusi", True),
        ("pénteki", True),
        ("2030-as", True),
        ("március 5-i", True),
        ("jövő heti", True),
        ("2010 és 2020 közötti", True),
        ("tavaly", False),
        ("március 5-én", False),
        ("két nap", False),
    ],
)
def test_attributive(text: str, *, attributive: bool) -> None:
    assert only(text).attributive is attributive


@pytest.mark.parametrize(
    ("text", "part", "period"),
    [
        ("december elején", "start", "2024-12"),
        ("2025 közepén", "middle", "2025"),
        ("jövő hét végén", "end", "2025-11-17/2025-11-23"),
        ("november első felében", "start", "2025-11"),
        ("a hónap végéig", "end", "../2025-11"),
    ],
)
def test_a_part_keeps_its_period(text: str, part: str, period: str) -> None:
    found = only(text)
    assert (found.part, str(found.period)) == (part, period)


def test_explicit_dates_need_no_day_of_publication() -> None:
    assert only("2024. május 3-án", None).period == Period.parse("2024-05-03")
    assert only("2024. május 3-án").explicit
    assert not only("május 3-án").explicit


def test_relative_dates_without_a_day_of_publication_stay_open_and_say_so() -> None:
    found = only("szerdán", None)
    assert found.period is None
    assert found.future is None
    assert "publication" in found.note


def test_impossible_and_vague_dates_say_why_they_are_open() -> None:
    assert "no such date" in only("június 31-én").note
    assert "no date follows" in only("az elmúlt években").note


def test_exact_counts_a_run_to_the_day() -> None:
    found = only("az elmúlt két hónapban")
    assert (str(found.period), str(found.exact)) == ("2025-09/2025-11", "2025-09-12/2025-11-12")
    assert only("2024-ben").exact is None
    found = only("két hónappal ezelőtt")
    assert (str(found.period), str(found.exact)) == ("2025-09", "2025-09-12")


def test_direction() -> None:
    found = only("kedden")
    assert found.read(forward=False) == Period.parse("2025-11-11")
    assert found.read(forward=True) == Period.parse("2025-11-18")


@pytest.mark.parametrize(("text", "days"), [("kétnapos", 2), ("három héten át", 21), ("két év", None)])
def test_days_of_a_duration(text: str, days: int | None) -> None:
    assert only(text).days == days


def test_previous_is_what_the_text_before_has_told() -> None:
    previous = Period.parse("2025-03-10")
    [found] = find_periods(tokenize("Másnap hazautazott."), TODAY, previous=previous)
    assert str(found.period) == "2025-03-11"


def test_the_year_of_a_sentence_ends_with_it() -> None:
    tokens = tokenize("2019 májusában járt ott. Júliusban jött vissza.")
    last = find_periods(tokens, TODAY, sentences=[(0, 5), (5, len(tokens))])[-1]
    assert str(last.period) == "2025-07"


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_dates_beyond_the_calendar_stay_open(edge: date) -> None:
    for text in (
        "két évezreddel ezelőtt",
        "száz évvel ezelőtt",
        "száz év múlva",
        "múlt héten",
        "jövőre",
        "2030 után",
    ):
        assert all(isinstance(found, FoundPeriod) for found in find_periods(tokenize(text), edge))


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, TODAY, date(2024, 2, 29)]))
def test_any_words_are_read_in_order_without_overlap(text: str, published: date | None) -> None:
    found = find_periods(tokenize(text), published)
    edges = [edge for period in found for edge in (period.start, period.end)]
    assert edges == sorted(edges)
    assert all(text[period.start : period.end].strip() == text[period.start : period.end] for period in found)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for found in find_periods(tokenize(text), TODAY):
        assert 0 <= found.start < found.end <= len(text)
