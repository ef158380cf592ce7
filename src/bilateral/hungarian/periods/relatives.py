"""Meanings that are relative to the day of publication or to what the text has told before."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from bilateral.hungarian.periods import calendar
from bilateral.hungarian.periods.expressions import Anchor, Calendar, Expression, Year
from bilateral.hungarian.periods.words import Unit
from bilateral.model.values import Period, Precision

_DAYS_OF_WEEK = 7
_GRAINS = {Precision.DAY: Unit.DAY, Precision.MONTH: Unit.MONTH, Precision.YEAR: Unit.YEAR}


class DayOfMonth(NamedTuple):
    """*15-én*: the day of the month last spoken of, else of the nearest month."""

    day: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day."""
        if anchor.previous is not None and anchor.previous.end and anchor.previous.end.month:
            end = anchor.previous.end
            return Period.day(date(end.year, end.month or 1, self.day))
        if anchor.reference is None:
            return None
        return Period.day(self._near(anchor.reference, forward=anchor.forward))

    def _near(self, reference: date, *, forward: bool) -> date:
        other = reference.day > self.day if forward else reference.day < self.day
        step = 1 if forward else -1
        month = calendar.shifted(reference.replace(day=1), Unit.MONTH, step if other else 0)
        if self.day > monthrange(month.year, month.month)[1]:
            month = calendar.shifted(month, Unit.MONTH, step)
        return month.replace(day=self.day)


class Weekday(NamedTuple):
    """A day of the week: of the week told, else the nearest on the side that is read."""

    weekday: int
    week: int | None = None
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day."""
        day = anchor.reference
        if day is None:
            return None
        offset = self.weekday - day.isoweekday()
        if self.week is not None:
            offset += self.week * _DAYS_OF_WEEK
        elif anchor.forward and offset < 0:
            offset += _DAYS_OF_WEEK
        elif not anchor.forward and offset > 0:
            offset -= _DAYS_OF_WEEK
        return Period.day(day + timedelta(days=offset))


class Shifted(NamedTuple):
    """The unit so many before or after the present one: *ma*, *múlt héten*, *jövő hónapban*."""

    unit: Unit
    steps: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The unit."""
        if anchor.reference is None:
            return None
        return calendar.unit_around(calendar.shifted(anchor.reference, self.unit, self.steps), self.unit)


class Moved(NamedTuple):
    """So many units before or after today, or after what was last spoken of: *két héttel ezelőtt*, *másnap*.

    What counts from something told stays open where nothing has been told.
    """

    unit: Unit
    steps: int
    from_previous: bool = False
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day, month or year."""
        day = self._told(anchor.previous) if self.from_previous else anchor.reference
        return None if day is None else calendar.moved(day, self.unit, self.steps)

    def _told(self, previous: Period | None) -> date | None:
        """The day to count from: days are counted from a day, longer units also from a month or a year."""
        if previous is None or (
            previous.precision is not Precision.DAY and self.unit in (Unit.DAY, Unit.WEEK)
        ):
            return None
        return previous.last


class Lasting(NamedTuple):
    """So many units from a start on (*holnaptól öt napig*), or the day so many units ``later``."""

    start: Expression
    unit: Unit
    steps: int
    later: bool = False

    @property
    def explicit(self) -> bool:
        """Whether the start needs no anchor."""
        return self.start.explicit

    def resolve(self, anchor: Anchor) -> Period | None:
        """The interval, in the precision of the start; ``None`` if that is coarser than the unit."""
        start = self.start.resolve(anchor)
        if start is None or start.first is None or start.last is None:
            return None
        if self.later:
            return calendar.moved(start.first, self.unit, self.steps)
        after = calendar.shifted(start.first, self.unit, self.steps)
        if after <= start.last:
            return None
        last = calendar.unit_around(after - timedelta(days=1), _GRAINS[start.precision])
        return Period.between(start, last)


class Earlier(NamedTuple):
    """So many units before what was last spoken of, else before today: *három nappal korábban*.

    A year before a month is that month: "júniusban … egy évvel korábban".
    """

    unit: Unit
    steps: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day, month or year."""
        previous = anchor.previous
        if previous is not None and previous.precision is Precision.MONTH and self.unit is Unit.YEAR:
            return self._same_month(previous)
        found = Moved(self.unit, -self.steps, from_previous=True).resolve(anchor)
        return found or Moved(self.unit, -self.steps).resolve(anchor)

    def _same_month(self, previous: Period) -> Period | None:
        day = previous.first
        return (
            calendar.unit_around(calendar.shifted(day, self.unit, -self.steps), Unit.MONTH) if day else None
        )


class NthWeekday(NamedTuple):
    """*november első hétfőjén*, *május utolsó vasárnapján* (``nth`` is -1)."""

    month: Calendar
    weekday: int
    nth: int

    @property
    def explicit(self) -> bool:
        """Whether the month needs no anchor."""
        return self.month.explicit

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day."""
        month = self.month.resolve(anchor)
        if month is None or month.first is None or month.last is None:
            return None
        if self.nth < 0:
            return Period.day(month.last - timedelta(days=(month.last.isoweekday() - self.weekday) % 7))
        ahead = (self.weekday - month.first.isoweekday()) % _DAYS_OF_WEEK
        day = month.first + timedelta(days=ahead + (self.nth - 1) * _DAYS_OF_WEEK)
        return Period.day(day) if day <= month.last else None


class LastDay(NamedTuple):
    """*november utolsó napján*, *az év utolsó napján*."""

    unit: Calendar

    @property
    def explicit(self) -> bool:
        """Whether the month or year needs no anchor."""
        return self.unit.explicit

    def resolve(self, anchor: Anchor) -> Period | None:
        """The day."""
        unit = self.unit.resolve(anchor)
        return Period.day(unit.last) if unit and unit.last else None


class WeekOfYear(NamedTuple):
    """*2025 47. hetében*: the week by the count of ISO 8601."""

    year: Year
    week: int

    @property
    def explicit(self) -> bool:
        """Whether an absolute year is told."""
        return self.year.number is not None

    def resolve(self, anchor: Anchor) -> Period | None:
        """Monday to Sunday."""
        year = self.year.of(anchor)
        if year is None:
            return None
        return calendar.unit_around(date.fromisocalendar(year, self.week, 1), Unit.WEEK)


class Weekend(NamedTuple):
    """*hétvégén*: the last one begun, or the next that is not over."""

    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """Saturday and Sunday."""
        if anchor.reference is None:
            return None
        found = calendar.unit_around(anchor.reference, Unit.WEEKEND)
        if anchor.forward or (found.first and found.first <= anchor.reference):
            return found
        return calendar.unit_around(anchor.reference - timedelta(days=_DAYS_OF_WEEK), Unit.WEEKEND)


class Run(NamedTuple):
    """The last (negative) or the next so many units: *az elmúlt öt évben*, *három éven belül*."""

    unit: Unit
    steps: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The interval that ends or begins with the reference."""
        return None if anchor.reference is None else calendar.run(anchor.reference, self.unit, self.steps)


class Meanwhile(NamedTuple):
    """*tíz év alatt*: the run of units up to the reference, in a plan the run from it on."""

    unit: Unit
    steps: int
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The interval."""
        return Run(self.unit, self.steps if anchor.forward else -self.steps).resolve(anchor)


def counted(expression: Expression, anchor: Anchor) -> Period | None:
    """A run of units, or so many months from the reference, counted to the day; else ``None``."""
    if not isinstance(expression, Run | Moved) or anchor.reference is None:
        return None
    if isinstance(expression, Moved):
        if expression.unit is not Unit.MONTH or expression.from_previous:
            return None
        return Period.day(calendar.shifted(anchor.reference, Unit.MONTH, expression.steps))
    other = calendar.shifted(anchor.reference, expression.unit, expression.steps)
    return Period.between(*sorted((other, anchor.reference)))


class SameUnit(NamedTuple):
    """The unit that holds the day last spoken of: *ugyanabban az évben*."""

    unit: Unit
    explicit: bool = False

    def resolve(self, anchor: Anchor) -> Period | None:
        """The unit."""
        previous = anchor.previous
        day = previous and (previous.last or previous.first)
        return calendar.unit_around(day, self.unit) if day else None
