"""Periods: reading and writing EDTF, bounds, order, relations, description."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import InvalidValueError
from bilateral.model.values import CalendarUnit, Period, Precision

DATES = st.dates()


@st.composite
def units(draw: st.DrawFn) -> CalendarUnit:
    day = draw(DATES)
    depth = draw(st.integers(1, 3))
    return CalendarUnit(*(day.year, day.month, day.day)[:depth])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, second = sorted((draw(units()), draw(units())), key=lambda unit: (unit.first, unit.last))
    shape = draw(st.sampled_from(("single", "interval", "until", "since")))
    start, end = {
        "single": (first, first),
        "interval": (first, second),
        "until": (None, second),
        "since": (first, None),
    }[shape]
    return Period(start, end)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "days"),
    [
        ("2025-11-12", "2025-11-12", "2025-11-12", "day", 1),
        ("2024-02", "2024-02-01", "2024-02-29", "month", 29),
        ("2024", "2024-01-01", "2024-12-31", "year", 366),
        ("2025-11-11/2025-11-12", "2025-11-11", "2025-11-12", "day", 2),
        ("2020/2025", "2020-01-01", "2025-12-31", "year", 2192),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31", "month", 90),
        ("2024/2025-03-05", "2024-01-01", "2025-03-05", "year", 430),
        ("../2030", None, "2030-12-31", "year", None),
        ("2027-02/..", "2027-02-01", None, "month", None),
        ("0001-01-01/9999-12-31", "0001-01-01", "9999-12-31", "day", 3652059),
    ],
)
def test_edtf(text: str, first: str | None, last: str | None, precision: str, days: int | None) -> None:
    period = Period.parse(text)
    assert str(period) == text
    assert period.first == (first and date.fromisoformat(first))
    assert period.last == (last and date.fromisoformat(last))
    assert (period.precision, period.days) == (precision, days)
    assert period.is_open == (days is None)


def test_an_interval_whose_ends_coincide_is_written_as_one() -> None:
    assert str(Period.parse("2025-11-12/2025-11-12")) == "2025-11-12"
    assert Period.parse("2024/2024") == Period.year(2024)
    assert Period.parse("2024/2024").is_single


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("2025-13", "CalendarUnit.month"),
        ("2025-00", "CalendarUnit.month"),
        ("2025-02-29", "CalendarUnit.day"),
        ("2025-04-00", "CalendarUnit.day"),
        ("0000", "CalendarUnit.year"),
        ("2025/2024", "Period.end"),
        ("2025-03-02/2025-03-01", "Period.end"),
        ("../..", "Period"),
        ("", "Period"),
        ("/", "Period"),
        ("2025/", "Period"),
        ("2025-1", "Period"),
        ("2025-11-12T10:00", "Period"),
        ("२०२५", "Period"),
        ("2025-11-12 ", "Period"),
    ],
)
def test_wrong_text_is_refused_by_field_value_and_expectation(text: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Period.parse(text)
    assert caught.value.field == field
    assert caught.value.expected
    assert str(caught.value.value) in str(caught.value)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(InvalidValueError, match=r"CalendarUnit\.day"):
        CalendarUnit(2025, None, 12)


def test_constructors() -> None:
    assert str(Period.day(datetime(2025, 11, 12, 22, 19))) == "2025-11-12"  # noqa: DTZ001 - a local time of day
    assert str(Period.month(2025, 2)) == "2025-02"
    assert str(Period.between(date(2025, 1, 5), Period.month(2025, 2))) == "2025-01-05/2025-02"
    assert str(Period.between(Period.year(2020), None)) == "2020/.."
    assert str(Period.between(None, date(2020, 5, 1))) == "../2020-05-01"


def test_contains_and_overlaps() -> None:
    year = Period.year(2025)
    assert date(2025, 12, 31) in year
    assert Period.parse("2025-01/2025-03") in year
    assert Period.parse("2024-12/2025-01") not in year
    assert year.overlaps(Period.parse("2024-12/2025-01"))
    assert not year.overlaps(Period.year(2026))
    assert Period.parse("2024/..").contains(year)
    assert not year.contains(Period.parse("2025-05/.."))
    assert Period.parse("../2025").overlaps(Period.parse("2025-12-31/.."))


def test_order() -> None:
    texts = ["../2024", "../2030", "2024-05", "2024-05/..", "2024-05-03", "2025"]
    assert sorted(map(Period.parse, reversed(texts))) == list(map(Period.parse, texts))
    assert Period.year(2024) < Period.year(2025) >= Period.month(2025, 1)
    with pytest.raises(TypeError):
        assert Period.year(2024) < "2025"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "hungarian", "english"),
    [
        ("2025-11-12", "2025. november 12.", "November 12, 2025"),
        ("2025-11", "2025. november", "November 2025"),
        ("2025-11-11/2025-11-12", "2025. nov. 11–12.", "Nov 11 – 12, 2025"),
        ("2020/2025", "2020–2025", "2020 – 2025"),
        ("2024/2025-03", "2024. – 2025. március", "2024 – March 2025"),
        ("../2030", "– 2030.", "– 2030"),
        ("2027/..", "2027. –", "2027 –"),
    ],
)
def test_description(text: str, hungarian: str, english: str) -> None:
    period = Period.parse(text)
    spaces = str.maketrans({"\u2009": " ", "\u202f": " ", "\xa0": " "})
    assert period.describe().translate(spaces) == hungarian
    assert period.describe("en").translate(spaces) == english


@given(periods())
def test_writing_and_reading_again_gives_the_same(period: Period) -> None:
    again = Period.parse(str(period))
    assert again == period
    assert hash(again) == hash(period)
    assert str(again) == str(period)


@given(periods(), periods())
def test_what_is_contained_overlaps(one: Period, other: Period) -> None:
    assert one.contains(one)
    assert one.overlaps(other) == other.overlaps(one)
    if one in other:
        assert one.overlaps(other)
        assert (one.days or 0) <= (other.days or 10**7)


@given(periods())
def test_precision_is_one_of_the_ends(period: Period) -> None:
    assert period.precision in [unit.precision for unit in (period.start, period.end) if unit]
    assert period.precision in Precision


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InvalidValueError):
        assert Period.parse(str(Period.parse(text))) == Period.parse(text)
