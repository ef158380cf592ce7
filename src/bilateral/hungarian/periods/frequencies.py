"""Rules for frequencies: *évente*, *kétévente*, *minden évben*, *minden szerdán*, *havi*, *éves*."""

from __future__ import annotations

from decimal import Decimal

from bilateral.hungarian.atoms import Atoms
from bilateral.hungarian.figures import read_number
from bilateral.hungarian.periods.lengths import iso_duration, may_count
from bilateral.hungarian.periods.parse import Parse, fold_at, ordinal_at, word_at
from bilateral.hungarian.periods.words import CLOCK_UNITS, TimeWord, Unit, WordKind, time_word
from bilateral.hungarian.value_words import value_words

_SET, _UNIT, _WEEKDAY = WordKind.SET, WordKind.UNIT, WordKind.WEEKDAY

_ADVERBIAL = frozenset(("Ine", "Sup", "Nom", "Abl", "Ter", "Sbl", "Acc", "Ins", "Ela", "Del"))
_ONE = Decimal(1)


def frequency(atoms: Atoms, index: int) -> Parse | None:
    """A frequency that one word tells, or *minden* before a unit or a day of the week."""
    word = word_at(atoms, index, _SET)
    if word is not None:
        return _parse(index + 1, word, word.value)
    if fold_at(atoms, index) in value_words("every"):
        return _every(atoms, index + 1)
    unit = word_at(atoms, index, _UNIT)
    if unit is None or not unit.ending.adjective or Unit(unit.value) in CLOCK_UNITS:
        return None
    return _parse(index + 1, unit, iso_duration(_ONE, Unit(unit.value)))


def _every(atoms: Atoms, index: int) -> Parse | None:
    ordinal, index = _every_other(atoms, index)
    word = word_at(atoms, index, _UNIT, _WEEKDAY)
    if word is None or word.ending.number == "Plur" or word.ending.case not in _ADVERBIAL:
        return None
    unit = Unit.WEEK if word.kind is _WEEKDAY else Unit(word.value)
    iso = iso_duration(Decimal(ordinal), unit)
    return _parse(index + 1, word, iso)


def _every_other(atoms: Atoms, index: int) -> tuple[int, int]:
    """*(minden) második (évben)*: the ordinal, 1 without one, and the index after it."""
    found = ordinal_at(atoms, index)
    return found if found is not None and found[0] > 1 else (1, index)


def repeated(atoms: Atoms, index: int) -> Parse | None:
    """*kétévente*, *20 évente*: so many units from one time to the next."""
    number = read_number(atoms, index) if may_count(atoms, index) else None
    if number is None or number.high is not None:
        return None
    last = number.last + (not number.tail)
    word = time_word(number.tail or fold_at(atoms, number.last), _SET)
    if word is None or number.value != int(number.value) or not 0 < number.value < 1000:  # noqa: PLR2004
        return None
    return _parse(last, word, f"P{int(word.value[1:-1]) * int(number.value)}{word.value[-1]}")


def _parse(last: int, word: TimeWord, iso: str) -> Parse:
    return Parse(last, None, word.ending, kind="set", duration=iso)
