"""The dated facts along an axis of time, as inline SVG that scales with the page but not its letters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from bilateral.exchange.html.elements import Markup, element, join
from bilateral.exchange.html.figures import ROW, TOP, clipped, figure, percent
from bilateral.model.values import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.exchange.html.entries import Entry

_TICKS: Final = 5
"""So many labels of four to seven characters stand side by side on a page of 400 px."""
_STEPS: Final = (1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
"""Distances of ticks in months."""


class Axis(NamedTuple):
    """From the first to the last day shown, as ordinals."""

    first: int
    last: int

    def at(self, ordinal: int) -> float:
        """How far along the axis a day lies, in per cent."""
        return 100 * (ordinal - self.first) / (self.last - self.first)


class Row(NamedTuple):
    """A period and what happened in it: names of facts with the attribute where it is no plain date."""

    period: Period
    entries: tuple[tuple[Entry, str], ...]

    @property
    def names(self) -> str:
        """The facts' short names."""
        return " ".join(_name(entry, field) for entry, field in self.entries)


def _name(entry: Entry, field: str) -> str:
    return entry.ref if field == "date" else f"{entry.ref} ({entry.wording.column(field)})"


def timeline(entries: Iterable[Entry], prefix: str) -> Markup:
    """A figure with a row for each period; empty if nothing is dated."""
    rows = _rows(entries)
    if not rows:
        return Markup()
    axis = _axis([row.period for row in rows])
    drawn = [_draw(row, axis, TOP + ROW * n) for n, row in enumerate(rows)]
    told = "; ".join(f"{row.period}: {row.names}" for row in rows)
    height = TOP + ROW * len(rows)
    caption = rows[0].entries[0][0].wording.phrase("timeline")
    return figure(caption, told, join([_ticks(axis, height), *drawn]), height, f"{prefix}-timeline")


def _rows(entries: Iterable[Entry]) -> list[Row]:
    found: dict[Period, list[tuple[Entry, str]]] = {}
    for entry in entries:
        for field, value in entry.fields.items():
            if isinstance(value, Period):
                found.setdefault(value, []).append((entry, field))
    return [Row(period, tuple(found[period])) for period in sorted(found)]


def _axis(periods: Sequence[Period]) -> Axis:
    """From the start of the earliest month (or year) told to the end of the last."""
    days = [day for period in periods for day in (period.first, period.last) if day]
    first, last = min(days), max(days)
    if last.year - first.year > 1:
        return Axis(date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal())
    end = max(_month(_months(last) + 1).toordinal(), last.toordinal())
    return Axis(_month(_months(first)).toordinal(), end)


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(months: int) -> date:
    """The first day of a month, the last of the calendar at the latest."""
    year, month = divmod(months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _ticks(axis: Axis, height: int) -> Markup:
    first, last = _months(date.fromordinal(axis.first)), _months(date.fromordinal(axis.last))
    step = next(step for step in _STEPS if (last - first) / step <= _TICKS)
    start = -(-first // step) * step
    return join(_tick(months, step, axis, height) for months in range(start, last + 1, step))


def _tick(months: int, step: int, axis: Axis, height: int) -> Markup:
    day = _month(months)
    place = percent(axis.at(day.toordinal()))
    name = str(day.year) if step % 12 == 0 else f"{day.year}-{day.month:02}"
    line = element("line", x1=place, x2=place, y1=TOP - 4, y2=height, class_="bl-grid")
    far = axis.at(day.toordinal()) > 85  # noqa: PLR2004 - the last label is written towards the left
    anchor = "end" if far else None
    return join([line, element("text", name, x=place, y=TOP - 8, class_="bl-tick", text_anchor=anchor)])


def _draw(row: Row, axis: Axis, top: int) -> Markup:
    first = axis.at(row.period.first.toordinal()) if row.period.first else 0.0
    last = axis.at(row.period.last.toordinal() + 1) if row.period.last else 100.0
    style = {entry.kind.table for entry, _ in row.entries}
    color = f"bl-bar bl-{style.pop()}" if len(style) == 1 else "bl-bar"
    width = max(min(last, 100.0) - first, 0.0)
    shape = element("rect", x=percent(first), y=top + 20, width=percent(width), height=8, rx=4)
    dot = element("circle", cx=percent(first + width / 2), cy=top + 24, r=4)
    name = element("text", clipped(f"{row.period}  {row.names}"), x=0, y=top + 13)
    return element("g", name, dot, shape, class_=color)
