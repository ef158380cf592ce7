"""Times of day: *22:19*, *reggel nyolckor*, *este fél 8-kor*, *20 óra 49 perckor*, *délután*.

A :class:`~bilateral.model.values.Period` has no time of day; whoever wants one joins these to the dates
beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bilateral.hungarian.atoms import AtomKind, Atoms
from bilateral.hungarian.figures import FoundNumber, read_number
from bilateral.hungarian.numerals import NumeralKind
from bilateral.hungarian.periods.parse import fold_at, suffix_at, word_at
from bilateral.hungarian.periods.words import Unit, WordKind
from bilateral.hungarian.suffixes import BARE, Ending

_HOURS, _MINUTES, _NOON, _NIGHT = 24, 60, 12, 3
_DIGITS = 2


class FoundTime(NamedTuple):
    """A time of day in its place.

    Attributes:
        first: index of its first atom.
        last: index after its last atom.
        hour: 0 to 24, ``None`` where only a part of the day is told.
        minute: 0 to 59, ``None`` where only the hour is told.
        part: first and last hour of the part of the day that is told, or ``None``.
    """

    first: int
    last: int
    hour: int | None
    minute: int | None
    part: tuple[int, int] | None


def find_times(atoms: Atoms) -> Iterator[FoundTime]:
    """The times of day, in order."""
    last = 0
    for index in range(len(atoms)):
        found = time_at(atoms, index) if index >= last else None
        if found is not None:
            yield found
            last = found.last


def time_at(atoms: Atoms, index: int) -> FoundTime | None:
    """The time of day that begins at ``index``."""
    part, start = _dayparts(atoms, index)
    told = _quarter(atoms, start, part) or _figures(atoms, start) or _spoken(atoms, start, part)
    if told is None:
        return FoundTime(index, start, None, None, part) if part else None
    hour, minute, last = told
    if not 0 <= hour <= _HOURS or not 0 <= (minute or 0) < _MINUTES:
        return None
    return FoundTime(index, last, _in_part(hour, part), minute, part)


def _dayparts(atoms: Atoms, index: int) -> tuple[tuple[int, int] | None, int]:
    part = None
    while (word := word_at(atoms, index, WordKind.DAYPART)) is not None:
        if word.value:
            first, last = word.value.split("-")
            part = int(first), int(last)
        index += 1
    return part, index


def _in_part(hour: int, part: tuple[int, int] | None) -> int:
    """*este 8* is 20; in the small hours of the night the number stands as it is."""
    if part is None or part[0] < _NOON or hour >= _NOON:
        return hour
    return hour if part[1] == _HOURS and hour <= _NIGHT else hour + _NOON


def _quarter(atoms: Atoms, index: int, part: tuple[int, int] | None) -> tuple[int, int, int] | None:
    """*fél nyolckor*, *este negyed 8*: minutes before the hour that is named."""
    word = word_at(atoms, index, WordKind.QUARTER)
    hour = _hour(atoms, index + 1) if word is not None else None
    if word is None or hour is None:
        return None
    last = _after_hour(atoms, hour)
    at_hour = hour.ending.case == "Tem" or last > hour.last
    return (int(hour.value) - 1, word.number, last) if at_hour or part else None


def _after_hour(atoms: Atoms, hour: FoundNumber) -> int:
    unit = word_at(atoms, hour.last, WordKind.UNIT)
    is_hour = unit is not None and unit.value == Unit.HOUR and unit.ending.case == "Tem"
    return hour.last + is_hour


def _hour(atoms: Atoms, index: int) -> FoundNumber | None:
    number = read_number(atoms, index) if index < len(atoms) else None
    if number is None or number.kind is not NumeralKind.CARDINAL or number.high is not None or number.tail:
        return None
    whole = number.value == int(number.value) and 0 <= number.value <= _HOURS
    return number if whole and number.ending.case in ("Nom", "Tem", "Ter", "Abl") else None


def _figures(atoms: Atoms, index: int) -> tuple[int, int | None, int] | None:
    """*22:19*, *14.30-kor*, *16h*."""
    if index >= len(atoms) or atoms[index].kind is not AtomKind.DIGITS or len(atoms[index].fold) > _DIGITS:
        return None
    hour, mark = int(atoms[index].fold), fold_at(atoms, index + 1)
    if mark == "h" and atoms[index + 1].glued:
        return hour, None, suffix_at(atoms, index + 2)[1]
    if mark not in (":", ".") or not _is_minutes(atoms, index + 2):
        return None
    ending, last = suffix_at(atoms, index + 3)
    if mark == "." and ending.case != "Tem":
        return None
    return hour, int(atoms[index + 2].fold), last


def _is_minutes(atoms: Atoms, index: int) -> bool:
    if index >= len(atoms):
        return False
    atom = atoms[index]
    return (
        atom.kind is AtomKind.DIGITS and len(atom.fold) == _DIGITS and atom.glued and atoms[index - 1].glued
    )


def _spoken(atoms: Atoms, index: int, part: tuple[int, int] | None) -> tuple[int, int | None, int] | None:
    """*nyolckor*, *8 órakor*, *20 óra 49 perckor*; after a part of the day also a bare *nyolc*."""
    number = _hour(atoms, index)
    if number is None:
        return None
    hour = int(number.value)
    if number.ending.case == "Tem":
        return hour, None, number.last
    unit = word_at(atoms, number.last, WordKind.UNIT)
    if unit is None or unit.value != Unit.HOUR:
        return (
            (hour, None, number.last)
            if part and number.digits == fold_at(atoms, index)[:2]
            else _word(number, part)
        )
    minutes = _minutes(atoms, number.last + 1)
    if minutes is not None:
        return hour, minutes[0], minutes[1]
    return (hour, None, number.last + 1) if unit.ending.case == "Tem" or part else None


def _word(number: FoundNumber, part: tuple[int, int] | None) -> tuple[int, int | None, int] | None:
    """*reggel nyolc*."""
    return (int(number.value), None, number.last) if part and not number.digits else None


def _minutes(atoms: Atoms, index: int) -> tuple[int, int] | None:
    number = read_number(atoms, index) if index < len(atoms) else None
    if number is None or number.ending not in (BARE, Ending(case="Tem")) or number.tail:
        return None
    unit = word_at(atoms, number.last, WordKind.UNIT)
    if unit is None or unit.value != Unit.MINUTE or unit.ending.case != "Tem":
        return None
    return int(number.value), number.last + 1
