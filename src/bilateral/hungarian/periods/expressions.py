"""What a time expression means, before it is known when the text was written.

Each class is one form of meaning; ``resolve`` gives the :class:`Period` against an :class:`Anchor`, or
``None`` where the anchor lacks what the expression is relative to.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from bilateral.errors import InvalidValueError
from bilateral.hungarian.periods import calendar
from bilateral.model.values import CalendarUnit, Period

_MONTHS_OF_YEAR = 12
_LONGEST = 310
"""Days, a little over ten months (*szeptembertől júniusig*): a longer range without a year is none."""


class Anchor(NamedTuple):
    """What a relative expression counts from.

    Attributes:
        reference: the day of publication.
        previous: the period last spoken of (*másnap*, *15-én*).
        forward: read what could lie on either side as on or after the reference, else as on or before it.
        year: the year that the sentence has set for dates without one.
    """

    reference: date | None = None
    previous: Period | None = None
    forward: bool = False
    year: int | None = None


class Expression(Protocol):
    """A meaning that an anchor makes a period of."""

    @property
    def explicit(self) -> bool:
        """Whether it needs no anchor."""

    def resolve(self, anchor: Anchor) -> Period | None:
        """The period meant, or ``None``.

        Raises:
            InvalidValueError, ValueError, OverflowError: there is no such date.
        """


def resolve(expression: Expression, anchor: Anchor) -> Period | None:
    """``expression.resolve``, with ``None`` for dates that do not exist."""
    try:
        return expression.resolve(anchor)
    except (InvalidValueError, ValueError, OverflowError):
        return None


class Year(NamedTuple):
    """A year: absolute, or so many from the present one."""

    number: int | None = None
    shift: int = 0

    def of(self, anchor: Anchor) -> int | None:
        """The number of the year."""
        if self.number is not None:
            return self.number
        return anchor.reference.year + self.shift if anchor.reference else None


def _either_side(anchor: Anchor, of_year: Callable[[int], Period]) -> Period | None:
    """The period of a year that the text leaves open: the last begun or the next that has not ended."""
    if anchor.year is not None:
        return of_year(anchor.year)
    day = anchor.reference
    if day is None:
        return None
    found = of_year(day.year)
    if anchor.forward:
        return found if found.last is None or found.last >= day else of_year(day.year + 1)
    return found if found.first is None or found.first <= day else of_year(day.year - 1)


class Calendar(NamedTuple):
    """A year, a month or a day of the calendar; without a year the nearest on the side that is read."""

    year: Year | None = None
    month: int | None = None
    day: int | None = None

    @property
    def explicit(self) -> bool:
        """Whether an absolute year is told."""
        return self.year is not None and self.year.number is not None

    def resolve(self, anchor: Anchor) -> Period | None:
        """The year, month or day."""
        if self.year is not None:
            year = self.year.of(anchor)
            return None if year is None else self._in(year)
        return _either_side(anchor, self._in)

    def _in(self, year: int) -> Period:
        unit = CalendarUnit(year, self.month, self.day)
        return Period(unit, unit)


class Season(NamedTuple):
    """A season, by whole months."""

    season: int
    year: Year | None = None

    @property
    def explicit(self) -> bool:
        """Whether an absolute year is told."""
        return self.year is not None and self.year.number is not None

    def resolve(self, anchor: Anchor) -> Period | None:
        """The three months."""
        if self.year is None:
            return _either_side(anchor, self._in)
        year = self.year.of(anchor)
        return None if year is None else self._in(year)

    def _in(self, year: int) -> Period:
        return calendar.season(year, self.season)


class Division(NamedTuple):
    """Months ``first`` to ``last`` of a year: a quarter, a half, *az első nyolc hónapban*."""

    first: int
    last: int
    year: Year | None = None

    @property
    def explicit(self) -> bool:
        """Whether an absolute year is told."""
        return self.year is not None and self.year.number is not None

    def resolve(self, anchor: Anchor) -> Period | None:
        """The months; without a year the last that are over or the next that are not."""
        if self.year is not None:
            year = self.year.of(anchor)
            return None if year is None else self._in(year)
        found = _either_side(anchor, self._in)
        day = anchor.reference
        if found and found.last and day and not anchor.forward and anchor.year is None and found.last > day:
            return self._in(found.last.year - 1)
        return found

    def _in(self, year: int) -> Period:
        return calendar.months(year, self.first, self.last - self.first + 1)


class FiscalYear(NamedTuple):
    """The twelve months that end with ``month``: those of the last one over, in a plan of the next."""

    month: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The months."""
        last = Division(self.month, self.month).resolve(anchor)
        if last is None or last.last is None:
            return None
        return calendar.months(last.last.year - 1, self.month + 1, _MONTHS_OF_YEAR)


class Years(NamedTuple):
    """Years told by number: a decade, a century."""

    first: int
    last: int
    explicit: bool = True

    def resolve(self, anchor: Anchor) -> Period | None:  # noqa: ARG002 - the protocol's signature
        """The years."""
        return calendar.years(self.first, self.last)


class Between(NamedTuple):
    """From one expression to another; each side takes from the other what it does not tell itself."""

    start: Expression
    end: Expression

    @property
    def explicit(self) -> bool:
        """Whether no anchor is needed."""
        return self.start.explicit and self.end.explicit

    def resolve(self, anchor: Anchor) -> Period | None:
        """The interval."""
        if self.start.explicit and not self.end.explicit:
            return self._from_start(anchor)
        end = self.end.resolve(anchor)
        if end is None or end.last is None:
            return None
        before = anchor._replace(reference=end.last, forward=False, previous=end)
        start = self.start.resolve(before)
        found = None if start is None else Period.between(start, end)
        if found and (found.days or 0) > _LONGEST and not (self.start.explicit or self.end.explicit):
            return None
        return found

    def _from_start(self, anchor: Anchor) -> Period | None:
        start = self.start.resolve(anchor)
        if start is None or start.first is None:
            return None
        after = Anchor(start.first, start, forward=True)
        end = self.end.resolve(after)
        return None if end is None else Period.between(start, end)


class Open(NamedTuple):
    """A relation to a period that opens one end: *2030-ig*, *szerda óta*, *2027 után*."""

    inner: Expression
    relation: str

    @property
    def explicit(self) -> bool:
        """Whether no anchor is needed."""
        return self.inner.explicit

    def resolve(self, anchor: Anchor) -> Period | None:
        """The interval with an open end."""
        inner = self.inner.resolve(anchor)
        if inner is None:
            return None
        if self.relation == "until":
            return Period(None, inner.end)
        if self.relation == "since":
            return Period(inner.start, None)
        if self.relation == "before":
            return Period(None, _neighbour(inner.start, -1)) if inner.start else None
        return Period(_neighbour(inner.end, 1), None) if inner.end else None


def _neighbour(unit: CalendarUnit, step: int) -> CalendarUnit:
    """The day, month or year next to ``unit``."""
    if unit.month is None:
        return CalendarUnit(unit.year + step)
    if unit.day is None:
        year, month = divmod(unit.year * 12 + unit.month - 1 + step, 12)
        return CalendarUnit(year, month + 1)
    return CalendarUnit.of(unit.first + timedelta(days=step))
