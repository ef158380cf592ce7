"""Periods of the calendar as EDTF (ISO 8601-2) levels 0 and 1 write them, without a time of day.

A :class:`Period` is a day, a month, a year, or an interval between two of these whose ends both
belong to it; ``..`` stands for an end that is open.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum
from functools import total_ordering
from typing import Self

import attrs

from bilateral.errors import InvalidValueError

_UNIT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OPEN = ".."
_EXPECTED = "an EDTF day, month, year or interval: 2025-11-12, 2025-11, 2025, 2024/2025-03, ../2030, 2027/.."


class Precision(StrEnum):
    """How finely a period is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def _check_parts(year: int, month: int | None, day: int | None) -> None:
    if not date.min.year <= year <= date.max.year:
        raise InvalidValueError("CalendarUnit.year", year, "a year from 1 to 9999")
    if month is None:
        if day is not None:
            raise InvalidValueError("CalendarUnit.day", day, "a month to which the day belongs")
        return
    if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        raise InvalidValueError("CalendarUnit.month", month, "a month from 1 to 12")
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        raise InvalidValueError("CalendarUnit.day", day, f"a day from 1 to {last} of {year:04}-{month:02}")


@attrs.frozen
class CalendarUnit:
    """One day, month or year: a date of which the finer parts may be left out.

    Raises:
        InvalidValueError: there is no such day, month or year.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        _check_parts(self.year, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2025``, ``2025-11`` or ``2025-11-12``.

        Raises:
            InvalidValueError: the text has another form or there is no such date.
        """
        match = _UNIT.fullmatch(text)
        if match is None:
            raise InvalidValueError("Period", text, _EXPECTED)
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> Self:
        """The day ``day`` (a date-time loses its time)."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day."""
        if self.month is None:
            return date(self.year, 12, 31)
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])

    @property
    def precision(self) -> Precision:
        """Which parts are there."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    def __str__(self) -> str:
        parts = f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}"
        return "-".join(part for part in parts if part)


_COARSENESS = tuple(Precision)


@total_ordering
@attrs.frozen(order=False)
class Period:
    """A day, month or year, or an interval from one to another, both of them included.

    Attributes:
        start: the unit that the period begins with, ``None`` if that end is open.
        end: the unit that the period ends with, ``None`` if that end is open.

    Periods are ordered by their first day and then by their last; an open start comes before every
    day, an open end after every day.

    Raises:
        InvalidValueError: the end lies before the start, or both ends are open.

    >>> Period.parse("2025-11-11/2025-11-12").days
    2
    >>> str(Period.parse("2025-11-12/2025-11-12"))
    '2025-11-12'
    """

    start: CalendarUnit | None
    end: CalendarUnit | None

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise InvalidValueError("Period", "../..", "at least one end that is not open")
        if self.start is not None and self.end is not None and self.end.last < self.start.first:
            raise InvalidValueError("Period.end", str(self.end), f"an end not before the start {self.start}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the EDTF form that :func:`str` writes.

        Raises:
            InvalidValueError: the text has another form, names a date that does not exist, or ends
                before it starts.
        """
        start, slash, end = text.partition("/")
        if not slash:
            unit = CalendarUnit.parse(start)
            return cls(unit, unit)
        return cls(
            None if start == _OPEN else CalendarUnit.parse(start),
            None if end == _OPEN else CalendarUnit.parse(end),
        )

    @classmethod
    def day(cls, day: date) -> Self:
        """One day (a date-time loses its time)."""
        unit = CalendarUnit.of(day)
        return cls(unit, unit)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """One month."""
        unit = CalendarUnit(year, month)
        return cls(unit, unit)

    @classmethod
    def year(cls, year: int) -> Self:
        """One calendar year."""
        unit = CalendarUnit(year)
        return cls(unit, unit)

    @classmethod
    def between(cls, start: date | Period | None, end: date | Period | None) -> Self:
        """From the start of ``start`` to the end of ``end``, both included; ``None`` is an open end."""
        return cls(_as_period(start).start if start else None, _as_period(end).end if end else None)

    @property
    def first(self) -> date | None:
        """The first day, ``None`` if that end is open."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The last day, ``None`` if that end is open."""
        return self.end.last if self.end else None

    @property
    def precision(self) -> Precision:
        """The precision of the ends; of the coarser one if they differ."""
        ends = (unit.precision for unit in (self.start, self.end) if unit)
        return max(ends, key=_COARSENESS.index)

    @property
    def is_open(self) -> bool:
        """Whether an end is open."""
        return self.start is None or self.end is None

    @property
    def is_single(self) -> bool:
        """Whether it is one day, month or year rather than an interval."""
        return self.start == self.end

    @property
    def days(self) -> int | None:
        """The number of days, first and last included; ``None`` if an end is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end.last - self.start.first).days + 1

    def contains(self, other: date | Period) -> bool:
        """Whether ``other`` lies wholly within the period."""
        first, last = _ordinals(self)
        other_first, other_last = _ordinals(_as_period(other))
        return first <= other_first and other_last <= last

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        first, last = _ordinals(self)
        other_first, other_last = _ordinals(other)
        return first <= other_last and other_first <= last

    def __contains__(self, other: date | Period) -> bool:
        return self.contains(other)

    def __lt__(self, other: Period) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return (*_ordinals(self), str(self)) < (*_ordinals(other), str(other))

    def __str__(self) -> str:
        if self.is_single:
            return str(self.start)
        return f"{self.start or _OPEN}/{self.end or _OPEN}"

    def describe(self, locale: str = "hu") -> str:
        """The period as people of ``locale`` write it, e.g. ``2025. nov. 11–12.``.

        An open end is shown by a dash that leads nowhere.

        Raises:
            babel.UnknownLocaleError: Babel does not know ``locale``.
        """
        if self.start is None or self.end is None:
            before = _describe_unit(self.start, locale) if self.start else ""
            after = _describe_unit(self.end, locale) if self.end else ""
            return f"{before} – {after}".strip()
        if self.is_single:
            return _describe_unit(self.start, locale)
        return _describe_interval(self.start, self.end, self.precision, locale)


def _as_period(value: date | Period) -> Period:
    return value if isinstance(value, Period) else Period.day(value)


def _ordinals(period: Period) -> tuple[int, int]:
    """First and last day as ordinals; open ends lie beyond every date."""
    first = period.start.first.toordinal() if period.start else 0
    last = period.end.last.toordinal() if period.end else date.max.toordinal() + 1
    return first, last


_SKELETON = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMMM", Precision.YEAR: "y"}


def _describe_unit(unit: CalendarUnit, locale: str) -> str:
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - only describing needs Babel

    if unit.precision is Precision.DAY:
        return format_date(unit.first, "long", locale=locale)
    return format_skeleton(_SKELETON[unit.precision], unit.first, locale=locale)


def _describe_interval(start: CalendarUnit, end: CalendarUnit, precision: Precision, locale: str) -> str:
    from babel.dates import format_interval  # noqa: PLC0415 - only describing needs Babel

    if start.precision is not end.precision:
        return f"{_describe_unit(start, locale)} – {_describe_unit(end, locale)}"
    return format_interval(start.first, end.first, _SKELETON[precision], locale=locale)
