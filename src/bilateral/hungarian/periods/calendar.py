"""Arithmetic of calendar units: the unit that holds a day, and the unit so many before or after it."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bilateral.hungarian.periods.words import Unit
from bilateral.model.values import Period

_DAY, _WEEK, _WEEKEND, _YEAR, _MONTH = Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.YEAR, Unit.MONTH

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
SATURDAY = 6
_SEASON_MONTHS = 3


def shifted(day: date, unit: Unit, count: int) -> date:
    """``day`` moved by ``count`` units (a day that the month lacks becomes its last).

    Raises:
        OverflowError, ValueError: the result lies outside the years 1 to 9999.
    """
    if unit in _MONTHS:
        return day + relativedelta(months=_MONTHS[unit] * count)
    if unit in _YEARS:
        return day + relativedelta(years=_YEARS[unit] * count)
    return day + timedelta(days=count * (1 if unit is _DAY else 7))


def unit_around(day: date, unit: Unit) -> Period:
    """The calendar unit that holds ``day``; for a weekend that of its week."""
    if unit is _DAY:
        return Period.day(day)
    if unit in (_WEEK, _WEEKEND):
        monday = day - timedelta(days=day.weekday())
        first = monday + timedelta(days=SATURDAY - 1) if unit is _WEEKEND else monday
        return Period.between(first, monday + timedelta(days=SATURDAY))
    if unit in _MONTHS:
        return months(day.year, (day.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1, _MONTHS[unit])
    length = _YEARS[unit]
    first_year = day.year // length * length
    return years(first_year, first_year + length - 1)


def months(year: int, first: int, count: int) -> Period:
    """``count`` months from month ``first`` of ``year`` on; month 13 is January of the next year."""
    start = year * 12 + first - 1
    (first_year, first), (last_year, last) = divmod(start, 12), divmod(start + count - 1, 12)
    return Period.between(Period.month(first_year, first + 1), Period.month(last_year, last + 1))


def years(first: int, last: int) -> Period:
    """The years from ``first`` to ``last``."""
    return Period.between(Period.year(first), Period.year(last))


def division(year: int, unit: Unit, index: int) -> Period:
    """The ``index``-th month, quarter or half of ``year``."""
    length = _MONTHS[unit]
    return months(year, (index - 1) * length + 1, length)


def season(year: int, index: int) -> Period:
    """Spring (1) to winter (4) of ``year`` by whole months; winter ends in February of the next year."""
    return months(year, index * _SEASON_MONTHS, _SEASON_MONTHS)


def run(day: date, unit: Unit, count: int) -> Period:
    """The last (``count`` < 0) or the next ``count`` units, up to or from ``day``, in its precision.

    Years and longer units are told by years, months by months, weeks and days by days: "az elmúlt 5 évben"
    in 2025 is 2020/2025.
    """
    other = shifted(day, unit, count)
    start, end = (other, day) if count < 0 else (day, other)
    grain = _DAY
    if unit in _YEARS or unit in _MONTHS:
        grain = _YEAR if unit in _YEARS else _MONTH
    return Period.between(unit_around(start, grain), unit_around(end, grain))


def moved(day: date, unit: Unit, count: int) -> Period:
    """So many units before or after ``day``: a year, a month, or for weeks and days the day."""
    grain = _DAY
    if unit in _YEARS or unit in _MONTHS:
        grain = _YEAR if unit in _YEARS else _MONTH
    return unit_around(shifted(day, unit, count), grain)
