"""How two expressions make an interval: what each side lends to the other."""

from __future__ import annotations

from bilateral.hungarian.atoms import Atoms
from bilateral.hungarian.periods.expressions import Between, Calendar, Division, Expression, Season
from bilateral.hungarian.periods.parse import Parse, day_at
from bilateral.hungarian.periods.relatives import DayOfMonth, Moved, Shifted, Weekday


def day_in_month_of(atoms: Atoms, index: int, start: Expression | None) -> Parse | None:
    """A mere day that ends a range begun in a month: *szeptember 15. és 17. között*."""
    if not isinstance(start, Calendar) or start.month is None or start.day is None:
        return None
    day = day_at(atoms, index)
    return None if day is None else Parse(day.last, start._replace(day=day.day), day.ending)


def shared(start: Expression | None, end: Expression | None) -> Between | None:
    """The interval from ``start`` to ``end``, each with the year that only the other tells."""
    if start is None or end is None:
        return None
    if isinstance(start, DayOfMonth) and isinstance(end, Calendar) and end.day:
        start = end._replace(day=start.day)
    if isinstance(start, Calendar | Season | Division) and isinstance(end, Calendar | Season | Division):
        if start.year is not None and end.year is None:
            return Between(start, end)
        if start.year is None and end.year is not None:
            return None if _is_year(end) else Between(start._replace(year=end.year), end)
    return Between(start, end) if _rank(start) == _rank(end) else None


def _is_year(meaning: Expression) -> bool:
    return isinstance(meaning, Calendar) and meaning.month is None


def _rank(meaning: Expression) -> str:
    """Expressions of one rank can bound an interval together."""
    if isinstance(meaning, Calendar):
        return "year" if meaning.month is None else "month" if meaning.day is None else "day"
    return "day" if isinstance(meaning, Weekday | DayOfMonth | Moved | Shifted) else type(meaning).__name__
