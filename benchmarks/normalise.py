"""The language layer's numbers, dates, durations and amounts in the form of a normaliser's test suite.

``find(text, reference, scope)`` returns one dictionary per value found::

    start, end   offsets in the text, end exclusive
    kind         time | duration | set | number | ordinal | money | percent | quantity
    value        time: ISO 8601 or EDTF; duration and set: ISO 8601; else a decimal string
    grain        of a time: day, month, year, hour, minute
    from, to     of a time with a clock or a part of a month: half-open interval of ISO date-times
    currency, unit, high

so that any suite of cases can be run against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from bilateral.hungarian.amounts import FoundAmount, FoundNumeral
from bilateral.hungarian.atoms import atomise
from bilateral.hungarian.clock import FoundTime, find_times
from bilateral.hungarian.figures import read_number
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.numerals import NumeralKind
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.tokens import Token, sentences, tokenize
from bilateral.hungarian.values import find_values
from bilateral.model.values import Amount, Period

Item = dict[str, Any]
_CLOCK = re.compile(r"PT([0-9]+)([HM])")

UNITS = {
    "metre": "m", "kilometre": "km", "centimetre": "cm", "millimetre": "mm", "kilogram": "kg", "gram": "g",
    "tonne": "t", "celsius": "Cel", "litre": "l", "hectare": "ha", "square_metre": "m2", "cubic_metre": "m3",
    "square_kilometre": "km2", "megawatt": "MW", "kilowatt": "kW", "gigawatt": "GW", "kilowatt_hour": "kWh",
    "mile": "mi", "barrel": "bbl",
}  # fmt: skip
"""Symbols of the Unified Code for Units of Measure, as test suites expect them."""


def find(text: str, reference: datetime, scope: str = "none") -> list[Item]:
    """Every value of ``text``, read against ``reference``.

    Args:
        text: the text.
        reference: the moment of writing.
        scope: ``past``, ``future`` or ``none``: where a bare weekday or month is looked for; ``none``
            means the week or the year of the reference.
    """
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    values = find_values(tokens, tag(tokens, ranges), reference.date(), sentences=ranges)
    items = [item for found in values.periods for item in _of_period(found, reference.date(), scope)]
    items += [_of_amount(found) for found in values.amounts]
    items += [_of_numeral(found) for found in values.numerals]
    items += _numbers(tokens)
    items += _times(tokens, items, reference)
    items += [item for found in values.periods for item in _hence(found, reference)]
    return items


def _hence(found: FoundPeriod, reference: datetime) -> Iterator[Item]:
    """*két óra múlva*: the hour or the minute so much later."""
    match = _CLOCK.fullmatch(found.duration) if found.relation == "hence" else None
    if match is not None:
        unit = timedelta(hours=1) if match[2] == "H" else timedelta(minutes=1)
        start = reference + int(match[1]) * unit
        yield _item(found.start, found.end, "time", "") | {
            "from": start.isoformat(),
            "to": (start + unit).isoformat(),
            "grain": "minute",
        }


def _times(tokens: list[Token], items: list[Item], reference: datetime) -> list[Item]:
    """The times of day, each on the day beside it or on that of ``reference``; durations from now on."""
    atoms = atomise(tokens)
    days = [item for item in items if item["kind"] == "time" and _is_day(item)]
    found = []
    for time in find_times(atoms):
        start, end = atoms.start(time.first), atoms.end(time.last - 1)
        day = next((item for item in days if item["start"] <= start <= item["end"] + 1), None)
        if day is None and time.hour is None:
            continue
        moment = datetime.fromisoformat(day["value"]) if day else _midnight(reference)
        first, last = _hours(time, moment)
        place = _item(day["start"] if day else start, max(end, day["end"] if day else end), "time", "")
        found.append(place | {"from": first.isoformat(), "to": last.isoformat(), "grain": "minute"})
        if day in items:
            items.remove(day)
    return found


def _is_day(item: Item) -> bool:
    """Whether it is one day, rather than a range or an open side."""
    return item.get("grain") == "day" and "/" not in item["value"]


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _hours(time: FoundTime, day: datetime) -> tuple[datetime, datetime]:
    """The hour or minute told, or the part of the day; an hour from one to seven is in the afternoon."""
    if time.hour is None:
        first, last = time.part or (0, 24)
        return day + timedelta(hours=first), day + timedelta(hours=last)
    afternoon = 12 if time.part is None and time.minute is None and 0 < time.hour <= 7 else 0  # noqa: PLR2004
    start = day + timedelta(hours=time.hour + afternoon, minutes=time.minute or 0)
    return start, start + (timedelta(hours=1) if time.minute is None else timedelta(minutes=1))


def _numbers(tokens: list[Token]) -> Iterator[Item]:
    """Every number, whatever it counts."""
    atoms, index = atomise(tokens), 0
    while index < len(atoms):
        number = read_number(atoms, index)
        if number is None:
            index += 1
            continue
        kind = "ordinal" if number.kind is NumeralKind.ORDINAL else "number"
        item = _item(atoms.start(index), atoms.end(number.last - 1), kind, format(number.value, "f"))
        if number.high is not None:
            item["high"] = format(number.high, "f")
        yield item
        if kind == "ordinal":
            yield item | {"kind": "number"}
        index = number.last


def _item(start: int, end: int, kind: str, value: str) -> Item:
    return {"start": start, "end": end, "kind": kind, "value": value}


def _of_amount(found: FoundAmount) -> Item:
    amount: Amount = found.amount
    kind = "money" if amount.is_money else "percent" if amount.unit == "percent" else "quantity"
    item = _item(found.start, found.end, kind, amount.plain)
    item |= {"currency": amount.unit} if amount.is_money else {"unit": UNITS.get(amount.unit, amount.unit)}
    return item | ({"high": found.high.plain} if found.high else {})


def _of_numeral(found: FoundNumeral) -> Item:
    return _item(found.start, found.end, "number", format(found.value, "f"))


def _of_period(found: FoundPeriod, reference: date, scope: str) -> Iterator[Item]:
    if found.kind in ("duration", "set") and found.duration:
        yield _item(found.start, found.end, found.kind, found.duration)
    period = _chosen(found, reference, scope)
    if period is not None:
        item = _item(found.start, found.end, "time", str(period)) | {"grain": str(period.precision)}
        yield item | _counted(found) | _part(found, period)


def _counted(found: FoundPeriod) -> Item:
    """*az elmúlt két hónap*, *két hónapja* to the day; suites leave today out unless years are counted."""
    if found.exact is None:
        return {}
    if found.exact.is_single:
        return {"value": str(found.exact), "grain": "day"}
    if "Y" in found.duration:
        return {"value": str(found.exact)}
    first, last = found.exact.first, found.exact.last
    return {"from": f"{first}T00:00:00", "to": f"{last}T00:00:00"}


def _part(found: FoundPeriod, period: Period) -> Item:
    """The third of a month, as suites understand *elején, közepén, végén*."""
    if not found.part or period.precision != "month" or not period.is_single or period.first is None:
        return {}
    first, last = _THIRDS[found.part]
    start = period.first.replace(day=first)
    end = period.first.replace(day=last) if last else (period.last or period.first) + timedelta(days=1)
    return {"from": f"{start}T00:00:00", "to": f"{end}T00:00:00"}


_THIRDS = {"start": (1, 11), "middle": (10, 21), "end": (20, 0)}


def _chosen(found: FoundPeriod, reference: date, scope: str) -> Period | None:
    """The reading in the direction of ``scope``; without one, that in the week or year of ``reference``."""
    if scope != "none" or found.future is None or found.period is None:
        return found.read(forward=scope == "future")
    first = found.future.first
    if first is None or found.period == found.future:
        return found.period
    if (found.future.days or 0) == 1 and found.period.first is not None:
        near = first.isocalendar()[:2] == reference.isocalendar()[:2]
        if (first - found.period.first).days == 7:  # noqa: PLR2004 - a weekday
            return found.future if near else found.period
    return found.future if first.year == reference.year else found.period
