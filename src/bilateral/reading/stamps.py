"""Dates of publication as headers write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

_CENTURIES = ("19", "20")
_YEAR = rf"(?P<year>(?:{'|'.join(_CENTURIES)})\d\d)"
_DAY = r"(?P<day>\d{1,2})(?!\d)\.?"
_NAMED = re.compile(rf"(?<![\d.]){_YEAR}(?:[.\-/]\s?|\s)(?P<month>[^\W\d_]{{3,10}})\.?[\-/]?\s?{_DAY}")
_YEAR_FIRST = re.compile(rf"(?<![\d.]){_YEAR}[.\-/]\s?(?P<month>\d{{1,2}})[.\-/]\s?{_DAY}")
_DAY_FIRST = re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{_YEAR}(?!\d)")
_MONTH_FIRST = re.compile(
    rf"(?:(?<![\d:])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)[\s,]{{1,3}})?"
    rf"(?<![^\W_])(?P<month>[^\W\d_]{{3,10}})\.?\s(?P<day>\d{{1,2}})\.?,\s{_YEAR}(?!\d)"
)
_TIME = re.compile(
    r"(?:T|[\s,.|:–-]{1,5}(?P<weekday>[^\W\d_]{4,9})?[\s,.|–-]{0,5})(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?(?!\d)"
)


class Stamp(NamedTuple):
    """A full date, with the time of day where it stands beside it.

    Attributes:
        start: offset of its first character in the line.
        end: offset after its last character.
        value: the date, or the date and time.
    """

    start: int
    end: int
    value: date | datetime


def find_stamp(line: str, months: Mapping[str, int]) -> Stamp | None:
    """The first full date of a line, or ``None``; ``months`` maps names and abbreviations to numbers."""
    if not any(century in line for century in _CENTURIES):
        return None
    for pattern in (_NAMED, _YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(line):
            day = _date(match, months)
            if day is not None:
                return _with_time(line, match, day)
    return None


def _date(match: re.Match[str], months: Mapping[str, int]) -> date | None:
    word = match["month"].lower()
    month = int(word) if word.isdecimal() else months.get(word, 0)
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _with_time(line: str, match: re.Match[str], day: date) -> Stamp:
    before = match.groupdict().get("hour") is not None
    clock = match if before else _TIME.match(line, match.end())
    if clock is None or int(clock["hour"]) > 23 or int(clock["minute"]) > 59:  # noqa: PLR2004
        return Stamp(match.start(), match.end(), day)
    # Headers tell the wall clock of the newsroom and no zone.
    value = datetime(day.year, day.month, day.day, int(clock["hour"]), int(clock["minute"]))  # noqa: DTZ001
    return Stamp(match.start(), clock.end(), value)
