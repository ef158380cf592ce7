"""What the rules of the date grammar pass to each other, and the small steps that they share."""

from __future__ import annotations

from typing import NamedTuple

from bilateral.hungarian.atoms import AtomKind, Atoms
from bilateral.hungarian.figures import digit_ending
from bilateral.hungarian.numerals import NumeralKind, parse_word
from bilateral.hungarian.periods.expressions import Expression
from bilateral.hungarian.periods.words import TimeWord, WordKind, time_word
from bilateral.hungarian.suffixes import BARE, Ending, suffix_forms
from bilateral.hungarian.value_words import value_words

_WORD, _DIGITS = AtomKind.WORD, AtomKind.DIGITS
_ORDINAL = NumeralKind.ORDINAL


_LAST_DAY = 31
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Parse(NamedTuple):
    """What a rule has read.

    Attributes:
        last: index after its last atom.
        meaning: the expression, ``None`` of a vague one (*az elmúlt években*) and of a mere duration.
        ending: the inflection of its last word.
        kind: ``date``, ``duration`` or ``set``.
        relation: *óta* is ``since``, *-ig* ``until`` …; ``""`` for the period itself.
        part: ``start``, ``middle`` or ``end`` of the period.
        duration: ISO 8601.
    """

    last: int
    meaning: Expression | None = None
    ending: Ending = BARE
    kind: str = "date"
    relation: str = ""
    part: str = ""
    duration: str = ""


def word_at(atoms: Atoms, index: int, *kinds: WordKind) -> TimeWord | None:
    """The time word of one of ``kinds`` at ``index``."""
    if 0 <= index < len(atoms) and atoms[index].kind is _WORD:
        return time_word(atoms[index].fold, *kinds)
    return None


def fold_at(atoms: Atoms, index: int) -> str:
    """The folded atom at ``index``, ``""`` outside."""
    return atoms[index].fold if 0 <= index < len(atoms) else ""


def is_glued(atoms: Atoms, index: int) -> bool:
    """Whether an atom stands at ``index`` without white space before it."""
    return index < len(atoms) and atoms[index].glued


def is_article(atoms: Atoms, index: int) -> bool:
    """Whether *a* or *az* stands at ``index``."""
    return fold_at(atoms, index) in value_words("article")


def after_article(atoms: Atoms, index: int) -> int:
    """``index``, moved past an article."""
    return index + 1 if is_article(atoms, index) else index


def after_period(atoms: Atoms, index: int) -> int:
    """``index``, moved past a period that is glued to what stands before."""
    return index + 1 if fold_at(atoms, index) == "." and atoms[index].glued else index


def suffix_at(atoms: Atoms, index: int) -> tuple[Ending, int]:
    """The hyphenated suffix at ``index`` (after digits) and the index after it."""
    if index + 1 < len(atoms) and atoms[index].is_dash and atoms[index].glued and atoms[index + 1].glued:
        suffix = atoms[index + 1]
        if suffix.kind is _WORD:
            ending = (
                Ending(adjective="i") if suffix.fold in suffix_forms("day") else digit_ending(suffix.fold)
            )
            if ending is not None:
                return ending, index + 2
    return BARE, index


class Day(NamedTuple):
    """The number of a day: *12-én*, *12.*, *tizenkettedikén*."""

    day: int
    ending: Ending
    last: int
    marked: bool
    """A period, a suffix or a word shows that the number is a day."""


def day_at(atoms: Atoms, index: int) -> Day | None:
    """The day of a month at ``index``."""
    if index >= len(atoms):
        return None
    atom = atoms[index]
    if atom.kind is _DIGITS:
        return _digit_day(atoms, index)
    word = parse_word(atom.fold) if atom.kind is _WORD else None
    if word is None or word.kind is not _ORDINAL or not 1 <= word.value <= _LAST_DAY:
        return None
    ending = word.ending
    if not ending.possessor:
        return None
    if ending.number == "Plur":
        ending = Ending(adjective="i")
    return Day(int(word.value), ending, index + 1, marked=True)


def _digit_day(atoms: Atoms, index: int) -> Day | None:
    digits = atoms[index].fold
    if len(digits) > 2 or not 1 <= int(digits) <= _LAST_DAY:  # noqa: PLR2004 - days have two digits
        return None
    after = index + 1
    if fold_at(atoms, after) in (",", ":", "%", "/") and _glued_digits(atoms, after + 1):
        return None
    if fold_at(atoms, after) == "." and _glued_digits(atoms, after + 1):
        return None
    dotted = after_period(atoms, after)
    ending, last = suffix_at(atoms, dotted)
    if last == after and _glued_word(atoms, after):
        return None
    return Day(int(digits), ending, last, marked=last > after)


def _glued_digits(atoms: Atoms, index: int) -> bool:
    return index < len(atoms) and atoms[index].glued and atoms[index].kind is _DIGITS


def _glued_word(atoms: Atoms, index: int) -> bool:
    return index < len(atoms) and atoms[index].glued and atoms[index].kind is _WORD


def ordinal_at(atoms: Atoms, index: int) -> tuple[int, int] | None:
    """A small ordinal (*első*, *III.*, *2.*) and the index after it."""
    if index >= len(atoms):
        return None
    atom = atoms[index]
    if atom.kind is _DIGITS and len(atom.fold) <= 2:  # noqa: PLR2004 - small ordinals
        last = after_period(atoms, index + 1)
        return (int(atom.fold), last) if last > index + 1 else None
    if atom.fold in _ROMAN and fold_at(atoms, index + 1) == ".":
        return _ROMAN[atom.fold], index + 2
    word = parse_word(atom.fold) if atom.kind is _WORD else None
    if word is not None and word.kind is _ORDINAL and word.ending == BARE:
        return int(word.value), index + 1
    return None
