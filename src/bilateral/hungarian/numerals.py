"""Numbers in digits, in words and in mixtures of both.

A numeral word is read morpheme by morpheme without limit (*kétszázötvenezer*, *egymilliárd-kétszázmillió*);
:func:`read_number` then joins what stands in several words: ``27,8 milliárd``, ``1 234 567``, ``két és fél
millió``, ``2 milliárd 300 millió``, ``300–400 ezer``. Vague numerals (*néhány*, *több millió*, *tucatnyi*)
give no number.

>>> parse_word("kétszázötvenezret").value
Decimal('250000')
"""

from __future__ import annotations

import functools
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bilateral.errors import DataFileError
from bilateral.hungarian.suffixes import BARE, Ending, ending_after, suffix_forms
from bilateral.hungarian.tables import read_table

_ONE = Decimal(1)
_THOUSAND = Decimal(1000)


class NumeralKind(StrEnum):
    """What a numeral says."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"


class WordNumeral(NamedTuple):
    """A numeral written as one word.

    Attributes:
        value: the number; of a fraction the part of one, of a multiple the factor.
        kind: what it says.
        ending: its inflection, bare where ``tail`` follows.
        tail: the letters after the numeral, where they are no ending: ``"napos"`` of *kétnapos*.
        scale: the last power of a thousand, 1 without one: 1000000 of *ötmillió*.
        is_scale: nothing but a power of a thousand (*milliárd*), or *száz*.
        is_half: *fél* or *másfél*, which multiply what follows.
        is_dozen: *tucat*.
    """

    value: Decimal
    kind: NumeralKind
    ending: Ending = BARE
    tail: str = ""
    scale: Decimal = _ONE
    is_scale: bool = False
    is_half: bool = False
    is_dozen: bool = False


class _Morpheme(NamedTuple):
    text: str
    kind: str
    value: Decimal


class _Lexicon(NamedTuple):
    morphemes: dict[str, _Morpheme]
    words: dict[str, dict[str, Decimal]]
    longest: int
    initials: frozenset[str]


_WORD_KINDS = frozenset(("sign", "integer", "symbol", "vague", "stop"))


@functools.cache
def _lexicon() -> _Lexicon:
    morphemes: dict[str, _Morpheme] = {}
    words: dict[str, dict[str, Decimal]] = {kind: {} for kind in sorted(_WORD_KINDS)}
    for row in read_table("numerals.tsv", ("form", "kind", "value", "source")):
        form, kind = row["form"], row["kind"]
        if not row["value"].lstrip("-").replace(".", "", 1).isdigit():
            raise DataFileError("numerals.tsv", form, f"value {row['value']!r} is no number")
        if kind in _WORD_KINDS:
            words[kind][form] = Decimal(row["value"])
        else:
            morphemes[form] = _Morpheme(form, kind, Decimal(row["value"]))
    initials = frozenset(form[:2] for form in morphemes)
    return _Lexicon(morphemes, words, max(map(len, morphemes)), initials)


def numeral_words(kind: str) -> dict[str, Decimal]:
    """The words of one kind that stand alone: ``sign``, ``integer``, ``symbol`` or ``vague``."""
    return _lexicon().words[kind]


class _Sum:
    """The value of the morphemes read so far; ``add`` says whether the next one can follow."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.scale = Decimal("Infinity")
        self.last = ""
        self.count = 0

    @property
    def value(self) -> Decimal:
        return self.total + self.group

    @property
    def complete(self) -> bool:
        return self.count > 0 and self.last != "prefix"

    def add(self, morpheme: _Morpheme) -> bool:
        accepted = self._accepts(morpheme)
        if accepted:
            self.count += 1
            self.last = morpheme.kind
        return accepted

    def _accepts(self, morpheme: _Morpheme) -> bool:
        kind, value = morpheme.kind, morpheme.value
        if kind == "scale":
            return self._scale(value)
        if kind == "hundred":
            return self._hundred()
        if kind.startswith("half"):
            self.group = value
            return self.count == 0
        if self.last in ("unit", "half", "half_stem") or (self.last == "prefix" and kind != "unit"):
            return False
        if self.group % (10 if kind == "unit" else 100):
            return False
        self.group += value
        return True

    def _scale(self, value: Decimal) -> bool:
        if value >= self.scale or self.last == "prefix":
            return False
        self.total += (self.group or _ONE) * value
        self.group = Decimal(0)
        self.scale = value
        return True

    def _hundred(self) -> bool:
        if self.group >= 10 or self.last in ("prefix", "half", "half_stem"):  # noqa: PLR2004 - at most nine hundreds
            return False
        self.group = (self.group or _ONE) * 100
        return True


@functools.lru_cache(maxsize=1 << 14)
def parse_word(fold: str) -> WordNumeral | None:
    """The numeral that ``fold`` (a word in lower case) is or begins with.

    A word that merely begins like a numeral gives one with a ``tail``; whether the tail is a word that can
    follow a numeral is for the caller to know.
    """
    lexicon = _lexicon()
    if fold[:2] not in lexicon.initials or fold in lexicon.words["stop"]:
        return None
    total = _Sum()
    position, best = 0, None
    while True:
        morpheme = _longest_morpheme(lexicon, fold, position)
        if morpheme is None or morpheme.kind in ("part", "ordinal", "dozen", "multiple"):
            best = _last_word(total, morpheme, fold, position) or best
            break
        if not total.add(morpheme):
            break
        position += len(morpheme.text)
        if total.complete:
            best = _cardinal(total, morpheme, fold[position:]) or best
    return best


def _longest_morpheme(lexicon: _Lexicon, fold: str, position: int) -> _Morpheme | None:
    for length in range(min(lexicon.longest, len(fold) - position), 1, -1):
        morpheme = lexicon.morphemes.get(fold[position : position + length])
        if morpheme is not None:
            return morpheme
    return None


def _cardinal(total: _Sum, last: _Morpheme, rest: str) -> WordNumeral | None:
    """The cardinal (or multiple) that ends before ``rest``."""
    scale = total.scale if total.scale.is_finite() and not total.group else _ONE
    found = WordNumeral(
        total.value,
        NumeralKind.CARDINAL,
        scale=scale,
        is_scale=total.count == 1 and last.kind in ("scale", "hundred"),
        is_half=total.count == 1 and last.kind.startswith("half"),
    )
    if rest.startswith(suffix_forms("multiple")):
        ending = ending_after(rest[:4], rest[4:])
        if ending is None:
            return found._replace(tail=rest)
        return found._replace(kind=NumeralKind.MULTIPLE, ending=ending)
    ending = ending_after(last.text, rest)
    if last.kind == "half_stem" and rest and (ending is None or not ending.possessor):
        return None
    if last.kind == "half_stem" and ending:
        return found._replace(kind=NumeralKind.FRACTION, ending=ending)
    return found._replace(tail=rest) if ending is None else found._replace(ending=ending)


def _last_word(total: _Sum, last: _Morpheme | None, fold: str, position: int) -> WordNumeral | None:
    """A numeral that ends in an ordinal or fractional morpheme, a dozen, or *dupla/tripla*."""
    if last is None:
        return None
    rest = fold[position + len(last.text) :]
    if last.kind == "part":
        return _part(total, last, rest)
    if total.count:
        return None
    ending = ending_after(last.text, rest)
    if ending is None or ending.adjective == "nyi":
        return None
    return WordNumeral(last.value, _KIND_OF[last.kind], ending, is_dozen=last.kind == "dozen")


_KIND_OF = {
    "ordinal": NumeralKind.ORDINAL,
    "dozen": NumeralKind.CARDINAL,
    "multiple": NumeralKind.MULTIPLE,
}


def _part(total: _Sum, last: _Morpheme, rest: str) -> WordNumeral | None:
    """*tizenkettedik* adds (12th), *kétharmad* divides (2/3)."""
    [ordinal] = suffix_forms("ordinal")
    if rest.startswith(ordinal):
        ending = ending_after(last.text + ordinal, rest[len(ordinal) :])
        value = total.value + last.value if total.count else last.value
        return WordNumeral(value, NumeralKind.ORDINAL, ending) if ending else None
    if total.count and not total.complete:
        return None
    ending = ending_after(last.text, rest)
    numerator = total.value if total.count else _ONE
    found = WordNumeral(numerator / last.value, NumeralKind.FRACTION)
    if ending is None:
        return _of_scale(found.value, rest) or found._replace(tail=rest)
    return found._replace(ending=ending)


def _of_scale(part: Decimal, rest: str) -> WordNumeral | None:
    """*negyedmillió*, *háromnegyedmilliárdos*: a part of the power of a thousand in ``rest``."""
    whole = parse_word(rest)
    if whole is None or not whole.is_scale or whole.scale < _THOUSAND:
        return None
    return whole._replace(value=part * whole.value, is_scale=False)
