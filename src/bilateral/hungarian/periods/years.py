"""Rules for years, decades and centuries."""

from __future__ import annotations

from decimal import Decimal

from bilateral.hungarian.atoms import Atom, AtomKind, Atoms
from bilateral.hungarian.figures import read_number
from bilateral.hungarian.numerals import NumeralKind
from bilateral.hungarian.periods.expressions import Calendar, FiscalYear, Year, Years
from bilateral.hungarian.periods.parse import (
    Parse,
    after_article,
    after_period,
    fold_at,
    is_article,
    is_glued,
    ordinal_at,
    suffix_at,
    word_at,
)
from bilateral.hungarian.periods.words import Unit, WordKind
from bilateral.hungarian.suffixes import BARE, Ending
from bilateral.hungarian.value_words import value_words

YEARS = range(1500, 2150)
"""The years that a number of four digits can be."""
YEAR_DIGITS = 4
_NOT_OF_YEARS = frozenset(("Sup", "Ess", "Tem"))
_BARE_YEARS = range(1800, 2100)
_MONTHS, _DECADE, _CENTURY = 12, 10, 100
_DECADES = frozenset(((Unit.YEAR, "Plur"), (Unit.DECADE, "Sing")))
"""*kilencvenes évek*, *kilencvenes évtized*."""
_AMBIGUOUS = 20
"""The twenties and the tens may be those of either century."""
_REACH = 3


def year_at(atoms: Atoms, index: int) -> tuple[Year, Ending, int] | None:
    """A year that something can follow (*2025.*, *tavaly*, *a jövő év*), its ending, the index after it."""
    if index >= len(atoms):
        return None
    if atoms[index].kind is AtomKind.DIGITS:
        return _number_year(atoms, index)
    word = word_at(atoms, index, WordKind.YEAR)
    if word is not None and not (word.number > 0 and is_article(atoms, index - 1)):
        noun = word_at(atoms, index + 1, WordKind.UNIT) if word.ending.adjective else None
        if noun is not None and noun.value == Unit.YEAR:
            return Year(shift=word.number), noun.ending, index + 2
        year = word_at(atoms, index + 1, WordKind.UNIT)
        if year is not None and year.value == Unit.YEAR and _has_part(atoms, index + 2):
            return Year(shift=word.number), year.ending, index + 2
        return Year(shift=word.number), word.ending, index + 1
    return _shifted_year(atoms, index) or _this_year(atoms, index)


def _number_year(atoms: Atoms, index: int) -> tuple[Year, Ending, int] | None:
    digits = atoms[index].fold
    if len(digits) != YEAR_DIGITS:
        return None
    if atoms[index].glued and index and not _may_touch_year(atoms[index - 1]):
        return None
    ending, last = suffix_at(atoms, after_period(atoms, index + 1))
    if ending.case in _NOT_OF_YEARS or int(digits) not in YEARS:
        return None
    joined = ending == BARE or bool(ending.adjective)
    noun = word_at(atoms, last, WordKind.UNIT) if joined else None
    if noun is not None and noun.value == Unit.YEAR and noun.ending.number == "Sing":
        return Year(int(digits)), noun.ending, last + 1
    return Year(int(digits)), ending, last


def _has_part(atoms: Atoms, index: int) -> bool:
    return word_at(atoms, index, WordKind.PART) is not None


def _may_touch_year(before: Atom) -> bool:
    """Whether a year can stand right after the atom: a bracket, a quotation mark, a dash."""
    return before.kind is AtomKind.MARK and before.fold not in ",./:@#_"


def _shifted_year(atoms: Atoms, index: int) -> tuple[Year, Ending, int] | None:
    """*jövő év*, *múlt évi*, *ebben az évben*; also *jövő* and *múlt* before a month or a season."""
    shift = word_at(atoms, index, WordKind.SHIFT)
    if shift is None:
        return None
    after = after_article(atoms, index + 1) if shift.number == 0 else index + 1
    noun = word_at(atoms, after, WordKind.UNIT, WordKind.MONTH, WordKind.SEASON)
    if noun is None or noun.ending.number == "Plur":
        return None
    if noun.kind is WordKind.UNIT:
        return (Year(shift=shift.number), noun.ending, after + 1) if noun.value == Unit.YEAR else None
    return (Year(shift=shift.number), BARE, after) if shift.number or noun.kind is WordKind.SEASON else None


def _this_year(atoms: Atoms, index: int) -> tuple[Year, Ending, int] | None:
    """*az év* (vége, első fele, októbere): the present year, if a part of it follows."""
    noun = word_at(atoms, index, WordKind.UNIT)
    if noun is None or noun.value != Unit.YEAR or noun.ending != BARE:
        return None
    return (Year(), BARE, index + 1) if _has_part(atoms, index + 1) or is_article(atoms, index - 1) else None


def whole_year(atoms: Atoms, index: int, year: Year, ending: Ending, last: int) -> Parse | None:
    """The year itself, or the decade that is named by it, where nothing finer follows."""
    if last == index + 1 and word_at(atoms, index, WordKind.UNIT):
        return None
    if word_at(atoms, last - 1, WordKind.MONTH, WordKind.SHIFT):
        return None
    bare = last == index + 1 and atoms[index].kind is AtomKind.DIGITS
    dotted = fold_at(atoms, last - 1) == "."
    if dotted and (fold_at(atoms, last) == "," or fold_at(atoms, last) in value_words("number_of")):
        return None
    if bare and not (int(atoms[index].fold) in _BARE_YEARS and _is_free(atoms, last)):
        return None
    if ending.adjective == "s":
        decade = _decade(atoms, year, last)
        if decade is not None:
            return decade
    return Parse(last, Calendar(year), ending)


def _is_free(atoms: Atoms, last: int) -> bool:
    """Whether nothing after a bare four-digit number makes it a quantity, a score or a part of a code."""
    if last >= len(atoms):
        return True
    after = atoms[last]
    if after.kind is AtomKind.WORD:
        return not after.glued and _may_follow_year(atoms, last)
    if after.fold in "%$€£¥°":
        return False
    return not (after.glued and after.fold in ",.:/" and is_glued(atoms, last + 1))


def _may_follow_year(atoms: Atoms, index: int) -> bool:
    return (
        fold_at(atoms, index) in value_words("and") | value_words("or")
        or word_at(atoms, index, WordKind.POST, WordKind.PART) is not None
    )


def is_year(value: Decimal) -> bool:
    """Whether a number in words may be a year or the thousands of one."""
    return value == int(value) and int(value) in _BARE_YEARS


def worded_year(atoms: Atoms, index: int) -> tuple[Year, Ending, int] | None:
    """*kétezer-huszonöt*, *ezerkilencszázötvenhatban*: the number, its ending and the index after it."""
    number = read_number(atoms, index)
    if number is None or number.kind is not NumeralKind.CARDINAL or number.high is not None or number.tail:
        return None
    return (Year(int(number.value)), number.ending, number.last) if is_year(number.value) else None


def _decade(atoms: Atoms, year: Year, last: int) -> Parse | None:
    """*az 1990-es évek*."""
    noun = word_at(atoms, last, WordKind.UNIT)
    if noun is None or noun.value != Unit.YEAR or noun.ending.number != "Plur" or year.number is None:
        return None
    if year.number % _DECADE:
        return None
    return Parse(last + 1, Years(year.number, year.number + _DECADE - 1), noun.ending)


def named_decade(atoms: Atoms, index: int) -> Parse | None:
    """*a 90-es évek*, *a kilencvenes években*: of the last century; up to the twenties it stays open."""
    if atoms[index].kind is AtomKind.DIGITS and len(atoms[index].fold) != 2:  # noqa: PLR2004 - two digits
        return None
    number = read_number(atoms, index)
    if number is None or number.ending.adjective != "s" or number.value % _DECADE or number.high is not None:
        return None
    noun = word_at(atoms, number.last, WordKind.UNIT)
    if noun is None or (noun.value, noun.ending.number) not in _DECADES:
        return None
    if not 0 < number.value < 100 or number.scale > 1:  # noqa: PLR2004 - two digits
        return None
    if number.value <= _AMBIGUOUS:
        return Parse(number.last + 1, None, noun.ending)
    start = 1900 + int(number.value)
    return Parse(number.last + 1, Years(start, start + _DECADE - 1), noun.ending)


def century(atoms: Atoms, index: int) -> Parse | None:
    """*a 21. században*, *a huszadik század*."""
    found = ordinal_at(atoms, index)
    numeral = roman(fold_at(atoms, index))
    if numeral and fold_at(atoms, index + 1) == ".":
        found = numeral, index + 2
    if found is None or not 1 <= found[0] <= 22:  # noqa: PLR2004 - centuries of our era
        return None
    word = word_at(atoms, found[1], WordKind.UNIT)
    if word is None or word.value != Unit.CENTURY or word.ending.number == "Plur":
        return None
    return Parse(found[1] + 1, Years(found[0] * 100 - 99 or 1, found[0] * 100), word.ending)


_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


def roman(text: str) -> int:
    """The value of a Roman numeral of I, V and X, 0 if it is none."""
    if not text or text.strip("ivx"):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(value if value >= after else -value for value, after in zip(values, following, strict=True))


def double_year(atoms: Atoms, index: int) -> Parse | None:
    """*a 2024/2025-ös pénzügyi év*, *a 2024/25-ös tanévben*, *1848–49-ben*; 2009-10 is a month."""
    if index + 2 >= len(atoms) or not (is_glued(atoms, index + 1) and is_glued(atoms, index + 2)):
        return None
    first, mark, second = (atoms[index + step].fold for step in range(3))
    if len(first) != YEAR_DIGITS or len(second) not in (2, YEAR_DIGITS) or not (first + second).isdecimal():
        return None
    year, next_year = int(first), int(first) + 1
    ending, last = suffix_at(atoms, index + 3)
    if year not in YEARS or int(second) not in (next_year, next_year % _CENTURY):
        return _short_range(atoms, year, second, ending, last) if atoms[index + 1].is_dash else None
    is_month = int(second) <= _MONTHS and last == index + 3
    if mark != "/" and (mark != "-" or len(second) == YEAR_DIGITS or is_month):
        return None
    return Parse(last, Years(year, next_year), ending)


def _short_range(atoms: Atoms, year: int, second: str, ending: Ending, last: int) -> Parse | None:
    """*2021–27 között*, *a 2014–20-as*: the last year by two digits, where a word or ending shows it."""
    final = year - year % _CENTURY + int(second)
    if len(second) != 2 or final <= year or year not in YEARS:  # noqa: PLR2004 - two digits
        return None
    post = word_at(atoms, last, WordKind.POST)
    between = post is not None and post.value == "between"
    if post is not None and between:
        return Parse(last + 1, Years(year, final), post.ending)
    return Parse(last, Years(year, final), ending) if ending.adjective == "s" else None


def fiscal_year(atoms: Atoms, index: int) -> Parse | None:
    """*a júniusban zárult ausztrál pénzügyi évben*: the twelve months that end with the month."""
    month = word_at(atoms, index, WordKind.MONTH)
    if month is None or month.ending.case != "Ine" or word_at(atoms, index + 1, WordKind.CLOSING) is None:
        return None
    for position in range(index + 2, index + 2 + _REACH):
        noun = word_at(atoms, position + 1, WordKind.UNIT)
        if noun is not None and noun.value == Unit.YEAR and word_at(atoms, position, WordKind.FISCAL):
            return Parse(position + 2, FiscalYear(month.number), noun.ending)
    return None
