"""The words of the calendar, from ``data/time.tsv``."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import NamedTuple

from bilateral.errors import DataFileError
from bilateral.hungarian.suffixes import BARE, Ending, StemTable
from bilateral.hungarian.tables import read_table


class WordKind(StrEnum):
    """What a time word does in an expression; its value is of another sort in each kind."""

    MONTH = "month"
    """The number of the month."""
    MONTH_SHORT = "month_short"
    """An abbreviated month."""
    WEEKDAY = "weekday"
    """1 for Monday to 7 for Sunday."""
    DAY = "day"
    """Days from today: *tegnap* is -1."""
    YEAR = "year"
    """Years from this year: *tavaly* is -1."""
    UNIT = "unit"
    """A :class:`Unit`."""
    SPAN = "span"
    """An ISO 8601 duration: *félóra*."""
    SEASON = "season"
    """1 for spring to 4 for winter."""
    PART = "part"
    """``start``, ``middle`` or ``end``: *elején*."""
    HALF_PART = "half_part"
    """*felében*."""
    POST = "post"
    """A relation: *óta* is ``since``."""
    SHIFT = "shift"
    """Units from the present one: *múlt* is -1, *jövő* 1, *ebben* 0."""
    RUN = "run"
    """The direction of a run of units: *elmúlt* is -1, *elkövetkező* 1."""
    THAT = "that"
    """Days from the day last spoken of: *másnap* is 1."""
    SAME = "same"
    """Points back: *ugyanabban* (az évben)."""
    CLOSING = "closing"
    """Says that a year ends: *zárult*."""
    FISCAL = "fiscal"
    """Names a year that is not the calendar's: *pénzügyi*."""
    DAYPART = "daypart"
    """The hours, ``6-11``, or nothing."""
    QUARTER = "quarter"
    """Minutes of the hour that ends with the number that follows: *fél nyolc* is 7:30."""
    SET = "set"
    """An ISO 8601 duration: *évente* is ``P1Y``."""
    HOLIDAY = "holiday"
    """Month and day, ``12-25``."""


class Unit(StrEnum):
    """A unit of the calendar or the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


CLOCK_UNITS = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR))


class TimeWord(NamedTuple):
    """A word of the calendar as it stands.

    Attributes:
        kind: what it does.
        value: its value as the table gives it.
        number: the value as a number, 0 where it is none.
        ending: its inflection.
    """

    kind: WordKind
    value: str
    number: int
    ending: Ending


@functools.cache
def _table() -> StemTable[tuple[TimeWord, ...]]:
    stems: dict[str, tuple[TimeWord, ...]] = {}
    fixed: dict[str, tuple[tuple[TimeWord, ...], Ending]] = {}
    for row in read_table("time.tsv", ("form", "kind", "value", "ending", "source")):
        form, word = row["form"], _word(row)
        if row["ending"] == "*":
            stems[form] = (*stems.get(form, ()), word)
        else:
            known = fixed.get(form)
            fixed[form] = ((*(known[0] if known else ()), word), _fixed_ending(row["ending"]))
    return StemTable(stems, fixed)


def _word(row: dict[str, str]) -> TimeWord:
    try:
        kind = WordKind(row["kind"])
    except ValueError:
        raise DataFileError("time.tsv", row["form"], f"unknown kind {row['kind']!r}") from None
    value = row["value"]
    return TimeWord(kind, value, int(value) if value.lstrip("-").isdigit() else 0, BARE)


def _fixed_ending(ending: str) -> Ending:
    return Ending(adjective=ending) if ending == "i" else Ending(case=ending or "Nom")


@functools.lru_cache(maxsize=1 << 14)
def time_words(fold: str) -> tuple[TimeWord, ...]:
    """The time words that ``fold`` (a word in lower case) can be; empty for most words."""
    found = _table().find(fold)
    if found is None:
        return ()
    words, ending = found
    return tuple(word._replace(ending=ending) for word in words)


def time_word(fold: str, *kinds: WordKind) -> TimeWord | None:
    """The time word of one of ``kinds`` that ``fold`` is."""
    for word in time_words(fold):
        if word.kind in kinds:
            return word
    return None
