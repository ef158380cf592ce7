"""Suites of cases for what reads dates, durations, numbers and amounts, and the judge of an answer.

A suite is a file with one JSON object a line::

    text, reference   a text and its "now" (ISO date-time, or null)
    scope             past | future | none: where a bare weekday or month is looked for
    dimension         time | duration | numeral | number | ordinal | money | percent | quantity
    expect            {"none": true}                    nothing of this kind
                      {"start": ..., "end": ...}        time: half-open interval, null = open
                      {"components": {"month": 2}}      time: these fields of the first moment
                      {"minutes": 45} or {"iso": "P2Y"} duration
                      {"value": "5", "high", "currency", "unit"}   all others
                      {"all": [...]}                    several of these
                      with "anchor": [start, end], only an answer that overlaps counts
    alternatives      other readings of the text that are right too
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

NO_REFERENCE = datetime(2020, 12, 18)  # noqa: DTZ001 - cases know no time zones
KINDS = {"numeral": "number"}
"""The kind of value that answers a dimension, where its name is another."""
MONTHS_A_YEAR, DAYS_A_YEAR, DAYS_A_MONTH = 12, 365, 30
"""How suites convert durations to minutes."""
DURATION = re.compile(
    r"P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?"
    r"(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?"
)
TOLERANCE = Decimal("1e-9")
"""Thirds have no end; relative."""
FINEST = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}


class Question(NamedTuple):
    """What a package is asked."""

    text: str
    reference: datetime
    scope: str
    dimension: str


class Case(NamedTuple):
    """A question with its answer."""

    question: Question
    expected: dict[str, Any]
    alternatives: list[dict[str, Any]]

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to be found."""
        return bool(self.expected.get("none"))


class Found(NamedTuple):
    """A value that a package has found."""

    kind: str
    span: tuple[int, int] | None = None
    first: datetime | None = None
    last: datetime | None = None
    """Half-open; None is an open side, or no time."""
    value: Decimal | None = None
    """Of a duration: minutes."""
    high: Decimal | None = None
    unit: str = ""


def read_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    return [_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(data: dict[str, Any]) -> Case:
    reference = moment(data.get("reference")) or NO_REFERENCE
    question = Question(data["text"], reference, data.get("scope", "none"), data["dimension"])
    return Case(question, data["expect"], data.get("alternatives", []))


def moment(text: str | None) -> datetime | None:
    """A date-time of the suite, its time zone left out."""
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=None)


def minutes(duration: str) -> Decimal | None:
    """The minutes of an ISO 8601 duration, as suites count them: 365 days a year, 30 days a month."""
    match = DURATION.fullmatch(duration)
    if match is None:
        return None
    years, months, weeks, days, hours, parts, seconds = (
        Decimal((number or "0").replace(",", ".")) for number in match.groups()
    )
    months += years * MONTHS_A_YEAR
    whole = months % MONTHS_A_YEAR == 0
    days += weeks * 7 + (months / MONTHS_A_YEAR * DAYS_A_YEAR if whole else months * DAYS_A_MONTH)
    return (days * 24 + hours) * 60 + parts + seconds / 60


def is_right(case: Case, answers: Iterable[Found]) -> bool:
    """Whether the answers give what is expected, or one of the other right readings."""
    kind = KINDS.get(case.question.dimension, case.question.dimension)
    found = [answer for answer in answers if answer.kind == kind]
    if case.is_silent:
        return not found
    if "anchor" in case.expected:
        found = [answer for answer in found if _overlaps(answer.span, case.expected["anchor"])]
    wanted = case.expected.get("all", [case.expected])
    if all(any(_agrees(one, answer) for answer in found) for one in wanted):
        return True
    return any(_agrees(one, answer) for one in case.alternatives for answer in found)


def _overlaps(span: tuple[int, int] | None, anchor: list[int]) -> bool:
    return span is None or (span[0] < anchor[1] and anchor[0] < span[1])


def _agrees(wanted: dict[str, Any], answer: Found) -> bool:
    if "components" in wanted:
        return _has_fields(wanted["components"], answer)
    if "start" in wanted:
        return (moment(wanted["start"]), moment(wanted["end"])) == (answer.first, answer.last)
    if "iso" in wanted:
        return answer.value is not None and minutes(wanted["iso"]) == answer.value
    if "minutes" in wanted:
        return answer.value is not None and str(wanted["minutes"]) == format(answer.value.normalize(), "f")
    return _is_amount(wanted, answer)


def _is_amount(wanted: dict[str, Any], answer: Found) -> bool:
    high = None if wanted.get("high") is None else Decimal(wanted["high"])
    unit = wanted.get("currency") or wanted.get("unit")
    value = Decimal(wanted["value"])
    return (
        answer.value is not None
        and abs(answer.value - value) <= abs(value) * TOLERANCE
        and (high is None or answer.high == high)
        and (unit is None or answer.unit == unit)
    )


def _has_fields(fields: dict[str, int], answer: Found) -> bool:
    """Whether the interval begins with these fields; only after a full date it may go on."""
    start, end = answer.first, answer.last
    if start is None and end is None:
        return False
    shown = start or (end or NO_REFERENCE) - timedelta(seconds=1)
    its = {name: getattr(shown, name) for name in ("year", "month", "day", "hour", "minute")}
    its |= {"week": shown.isocalendar().week, "start_day": shown.day}
    its |= {"end_day": (end - timedelta(seconds=1)).day} if end is not None else {}
    finest = next((length for name, length in FINEST.items() if name in fields), None)
    full = {"year", "month", "day"} <= fields.keys() and "hour" not in fields
    fits = full or finest is None or start is None or end is None or end - start <= finest
    return fits and all(its.get(name) == value for name, value in fields.items())
