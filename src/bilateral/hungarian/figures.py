"""Numbers as they stand in a sentence: digits with grouping, words, scale words, ranges, suffixes."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import NamedTuple

from bilateral.hungarian.atoms import Atom, AtomKind, Atoms
from bilateral.hungarian.numerals import NumeralKind, WordNumeral, numeral_words, parse_word
from bilateral.hungarian.suffixes import BARE, Ending, ending_after, suffix_forms
from bilateral.hungarian.value_words import value_words

_WORD, _DIGITS, _MARK = AtomKind.WORD, AtomKind.DIGITS, AtomKind.MARK
_FRACTION, _CARDINAL, _MULTIPLE, _ORDINAL = (
    NumeralKind.FRACTION,
    NumeralKind.CARDINAL,
    NumeralKind.MULTIPLE,
    NumeralKind.ORDINAL,
)

_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_GROUP = 3
_LONGEST = 28
_TEN = Decimal(10)
_ROUND = frozenset(("10", "100", "1000"))
"""Digits: what is longer is a code and no number."""
_OPENERS = frozenset('([„”"«»')
_DIGIT_ASSIMILATION = ("al", "el")


class FoundNumber(NamedTuple):
    """A number in its place.

    Attributes:
        first: index of its first atom.
        last: index after its last atom.
        value: the number; the lower one of a range.
        high: the higher number of a range, else ``None``.
        kind: cardinal, ordinal, fraction or multiple.
        ending: the inflection of its last word or of its hyphenated suffix.
        scale: the last power of a thousand that was written as a word, else 1.
        digits: the digits, if there is nothing else: ``"2025"``.
        tail: letters of the last word that are no ending of the numeral: ``"napos"`` of *kétnapos*.
        is_half: *fél*, *másfél*.
        grouped: the digits are grouped by thousands.
    """

    first: int
    last: int
    value: Decimal
    high: Decimal | None = None
    kind: NumeralKind = NumeralKind.CARDINAL
    ending: Ending = BARE
    scale: Decimal = _ONE
    digits: str = ""
    tail: str = ""
    is_half: bool = False
    grouped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether another word can still belong to it: it has neither suffix nor tail."""
        return self.ending is BARE and not self.tail and self.kind is not _ORDINAL


def is_numeric(atom: Atom) -> bool:
    """Whether a number may begin at ``atom``: a quick test for what has to be looked at."""
    if atom.kind is _WORD:
        return parse_word(atom.fold) is not None
    return atom.kind is _DIGITS


def read_number(atoms: Atoms, first: int) -> FoundNumber | None:
    """The number that begins at atom ``first``, as long as it goes, or ``None``."""
    if not 0 <= first < len(atoms):
        return None
    numbers = atoms.numbers
    if first not in numbers:
        numbers[first] = _read(atoms, first)
    return numbers[first]


def _read(atoms: Atoms, first: int) -> FoundNumber | None:
    sign = atoms[first].kind is not _DIGITS and _sign(atoms, first)
    low = _scaled(atoms, first + 1 if sign else first)
    if low is None:
        return None
    if sign:
        low = low._replace(first=first, value=-low.value, digits="")
    if low.last >= len(atoms) or not atoms[low.last].is_dash:
        return low
    return _range(atoms, low) or _suffixed(atoms, low)


def _at(atoms: Atoms, index: int) -> Atom | None:
    return atoms[index] if 0 <= index < len(atoms) else None


def _sign(atoms: Atoms, first: int) -> bool:
    """Whether a minus sign or *mínusz* stands at ``first``."""
    atom = atoms[first]
    if not atom.is_dash:
        return first + 1 < len(atoms) and atom.fold in numeral_words("sign")
    number = _at(atoms, first + 1)
    if number is None:
        return False
    before = _at(atoms, first - 1) if atom.glued else None
    opens = before is None or before.fold in _OPENERS
    return opens and number.glued and number.kind is _DIGITS


def _scaled(atoms: Atoms, first: int) -> FoundNumber | None:
    """A number with the scale words that multiply it and the smaller part that is added to it."""
    found = _simple(atoms, first)
    if found is None or not found.is_open or not _goes_on(atoms, found.last):
        return found
    found = _with_fraction(atoms, found)
    found = _multiplied(atoms, found)
    return _with_lower_part(atoms, found) if found.scale > _ONE and found.is_open else found


def _goes_on(atoms: Atoms, index: int) -> bool:
    """The quick test for what can belong to the number before it, dashes aside."""
    if index >= len(atoms) or atoms[index].kind is _MARK:
        return False
    return atoms[index].kind is _DIGITS or may_continue(atoms[index].fold)


@functools.lru_cache(maxsize=1 << 13)
def may_continue(fold: str) -> bool:
    """Whether a word can be a further part of a number: a numeral, *és*, *egész*, *mrd*."""
    joints = (value_words("plus"), numeral_words("integer"), numeral_words("symbol"))
    return parse_word(fold) is not None or any(fold in words for words in joints)


def _simple(atoms: Atoms, first: int) -> FoundNumber | None:
    atom = _at(atoms, first)
    if atom is None or _is_inside_code(atoms, first):
        return None
    if atom.kind is _DIGITS:
        vague = atom.fold in _ROUND and _after_vague(atoms, first)
        return _digits(atoms, first) if len(atom.fold) <= _LONGEST and not vague else None
    return _word(atoms, first) if atom.kind is _WORD else None


def _is_inside_code(atoms: Atoms, first: int) -> bool:
    """Whether the digits belong to a name such as F-35, G20 or Vosztok-3."""
    if not (first and atoms[first].glued) or atoms[first].kind is not _DIGITS:
        return False
    before = atoms[first - 1]
    if before.is_dash:
        word = _at(atoms, first - 2)
        return before.glued and word is not None and word.kind is _WORD and not _is_scale(word)
    return before.kind is _WORD


def _is_scale(atom: Atom) -> bool:
    word = parse_word(atom.fold)
    return word is not None and word.scale > _ONE


def _word(atoms: Atoms, first: int) -> FoundNumber | None:
    word = parse_word(atoms[first].fold)
    if word is None or _is_vague(atoms, first, word):
        return None
    found = _of_word(first, word)
    joined = _hyphenated(atoms, found)
    return joined or found


def _is_vague(atoms: Atoms, first: int, word: WordNumeral) -> bool:
    """*ezrek*, *ezernyi*, *több millió*, *néhány száz*, *pár tucat* tell no number; *több mint ezer* does."""
    if word.is_scale and (word.ending.number == "Plur" or word.ending.adjective == "nyi"):
        return True
    return _is_round(word) and _after_vague(atoms, first)


def _after_vague(atoms: Atoms, first: int) -> bool:
    """Whether a vague word stands before, or before the round number there: *több száz milliárd*."""
    before = _at(atoms, first - 1)
    word = parse_word(before.fold) if before is not None else None
    if before is not None and (before.fold in _ROUND or (word is not None and _is_round(word))):
        before = _at(atoms, first - 2)
    return before is not None and before.fold in numeral_words("vague")


def _is_round(word: WordNumeral) -> bool:
    """Whether a vague word can multiply the number: *több tíz*, *pár tucat*, *néhány tízezer*."""
    return word.scale > _ONE or word.is_scale or word.is_dozen or word.value == _TEN


def _of_word(first: int, word: WordNumeral) -> FoundNumber:
    return FoundNumber(
        first,
        first + 1,
        word.value,
        kind=word.kind,
        ending=word.ending,
        scale=word.scale,
        tail=word.tail,
        is_half=word.is_half,
    )


def _hyphenated(atoms: Atoms, found: FoundNumber) -> FoundNumber | None:
    """*kétezer-huszonöt*: the part after the hyphen is smaller than the last power of a thousand."""
    if found.scale <= _ONE or found.last + 1 >= len(atoms):
        return None
    dash, word = atoms[found.last], atoms[found.last + 1]
    if not (dash.is_dash and dash.glued and word.glued):
        return None
    rest = parse_word(word.fold)
    if rest is None or rest.value >= found.scale or rest.kind is _FRACTION:
        return None
    joined = _of_word(found.first, rest)
    return joined._replace(last=found.last + 2, value=found.value + rest.value, is_half=False)


def _digits(atoms: Atoms, first: int) -> FoundNumber:
    after = _at(atoms, first + 1)
    if after is None or after.kind is _WORD or after.is_dash:
        return FoundNumber(first, first + 1, Decimal(atoms[first].fold), digits=atoms[first].fold)
    text, last = _grouped(atoms, first)
    grouped = last > first + 1
    mark, decimals = _at(atoms, last), _at(atoms, last + 1)
    adjacent = mark and decimals and mark.glued and decimals.glued and decimals.kind is _DIGITS
    if mark and decimals and adjacent and _is_decimal_mark(atoms, last, grouped=grouped):
        return FoundNumber(first, last + 2, Decimal(f"{text}.{decimals.fold}"))
    return FoundNumber(first, last, Decimal(text), digits="" if grouped else text, grouped=grouped)


def _grouped(atoms: Atoms, first: int) -> tuple[str, int]:
    """The digits with their groups of thousands (after blanks or after periods) and the index after them."""
    text, last = atoms[first].fold, first + 1
    if len(text) > _GROUP or text[0] == "0":
        return text, last
    while len(text) < _LONGEST and _is_group(atoms, last) and atoms.start(last) == atoms.end(last - 1) + 1:
        text += atoms[last].fold
        last += 1
    if last > first + 1:
        return text, last
    while len(text) < _LONGEST and last + 1 < len(atoms) and atoms[last].fold == "." and atoms[last].glued:
        if not (_is_group(atoms, last + 1) and atoms[last + 1].glued):
            break
        text += atoms[last + 1].fold
        last += 2
    return text, last


def _is_group(atoms: Atoms, index: int) -> bool:
    atom = _at(atoms, index)
    return atom is not None and atom.kind is _DIGITS and len(atom.fold) == _GROUP


def _is_decimal_mark(atoms: Atoms, mark: int, *, grouped: bool) -> bool:
    """A comma is one; a period is one only before a scale word or a percent sign: 3.5 millió."""
    if atoms[mark].fold != ".":
        return atoms[mark].fold == ","
    after = _at(atoms, mark + 2)
    if grouped or after is None or len(atoms[mark + 1].fold) >= _GROUP:
        return False
    word = parse_word(after.fold)
    return after.fold == "%" or after.fold in value_words("percent") or (word is not None and word.is_scale)


def _with_fraction(atoms: Atoms, found: FoundNumber) -> FoundNumber:
    """*két és fél*, *két és félszeresére*, *huszonhét egész nyolctized*."""
    joint, after = _at(atoms, found.last), _at(atoms, found.last + 1)
    if joint is None or after is None or found.value != found.value.to_integral_value():
        return found
    if joint.fold in value_words("plus"):
        part = parse_word(after.fold)
        if part is not None and _can_be_added(part):
            kind = part.kind if part.kind is _MULTIPLE else _CARDINAL
            value = found.value + part.value
            whole = _of_word(found.first, part)
            return whole._replace(last=found.last + 2, value=value, kind=kind, is_half=False)
    if joint.fold in numeral_words("integer"):
        return _with_decimals(atoms, found) or found
    return found


def _can_be_added(part: WordNumeral) -> bool:
    """Whether a part of one adds to the whole number before it; *fele* belongs to something else."""
    if not _ONE > part.value > 0 or part.kind is _ORDINAL:
        return False
    return part.kind is _MULTIPLE or not part.ending.possessor


def _with_decimals(atoms: Atoms, found: FoundNumber) -> FoundNumber | None:
    """What follows *egész*: *nyolctized*, *8 tized*, *huszonöt század*."""
    part = _simple(atoms, found.last + 1)
    if part is not None and part.is_open and part.kind is _CARDINAL:
        unit = _simple(atoms, part.last)
        if unit is None or unit.kind is not _FRACTION:
            return None
        part = unit._replace(value=part.value * unit.value)
    if part is None or part.kind is not _FRACTION:
        return None
    return part._replace(first=found.first, value=found.value + part.value, kind=_CARDINAL)


def _multiplied(atoms: Atoms, found: FoundNumber) -> FoundNumber:
    """*15 ezer*, *27,8 milliárd*, *ezer milliárd*."""
    while found.is_open:
        atom = _at(atoms, found.last)
        if atom is None:
            break
        scale = _scale_word(atom)
        if scale is None or scale.value <= found.scale or scale.value < _THOUSAND:
            break
        found = _of_word(found.first, scale)._replace(last=found.last + 1, value=found.value * scale.value)
    return found


def _scale_word(atom: Atom) -> WordNumeral | None:
    value = numeral_words("symbol").get(atom.fold)
    if value is not None:
        return WordNumeral(value, _CARDINAL, scale=value, is_scale=True)
    word = parse_word(atom.fold)
    return word if word is not None and word.is_scale else None


def _with_lower_part(atoms: Atoms, found: FoundNumber) -> FoundNumber:
    """*2 milliárd 300 millió*, *12 ezer 500*."""
    lower = _simple(atoms, found.last)
    if lower is None or lower.kind is not _CARDINAL or lower.is_half:
        return found
    lower = _multiplied(atoms, lower) if lower.is_open else lower
    fits = lower.scale > _ONE or (len(lower.digits) == _GROUP and found.scale == _THOUSAND)
    if not fits or lower.value >= found.scale:
        return found
    joined = lower._replace(first=found.first, value=found.value + lower.value, digits="")
    return _with_lower_part(atoms, joined) if joined.is_open and joined.scale > _ONE else joined


def _range(atoms: Atoms, low: FoundNumber) -> FoundNumber | None:
    """*300–400 millió*, *1,2–1,5 milliárd*, *két-három*, *5 - 6*."""
    dash, after = _at(atoms, low.last), _at(atoms, low.last + 1)
    if dash is None or after is None or not dash.is_dash or dash.glued is not after.glued or not low.is_open:
        return None
    if low.kind is not _CARDINAL:
        return None
    high = _scaled(atoms, low.last + 1) if after.kind is not _MARK else None
    if high is None or high.kind is not _CARDINAL:
        return None
    shared = high.scale if low.scale == _ONE and low.value < _THOUSAND else _ONE
    value = low.value * shared
    if value >= high.value:
        return None
    high = _suffixed(atoms, high)
    return high._replace(first=low.first, value=value, high=high.value, digits="")


def _suffixed(atoms: Atoms, found: FoundNumber) -> FoundNumber:
    """The number with its hyphenated suffix: *57-ről*, *12-en*, *2015-ös*."""
    dash, suffix = _at(atoms, found.last), _at(atoms, found.last + 1)
    if dash is None or suffix is None or not (dash.is_dash and dash.glued and suffix.glued):
        return found
    if not found.is_open or suffix.kind is not _WORD or atoms[found.last - 1].kind is _WORD:
        return found
    if suffix.fold.startswith(suffix_forms("multiple")):
        ending = digit_ending(suffix.fold[4:])
        return found if ending is None else found._replace(last=found.last + 2, ending=ending, kind=_MULTIPLE)
    ending = digit_ending(suffix.fold)
    return found if ending is None else found._replace(last=found.last + 2, ending=ending)


def digit_ending(suffix: str) -> Ending | None:
    """The ending that ``suffix`` is after digits, a percent sign or another symbol: ``"kal"``, ``"ről"``."""
    ending = ending_after("", suffix)
    if ending is not None:
        return ending
    if suffix.endswith(_DIGIT_ASSIMILATION) and len(suffix) in (3, 4):
        return Ending(case="Ins")
    return None
