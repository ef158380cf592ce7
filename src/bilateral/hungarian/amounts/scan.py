"""The pass over a text that finds its amounts: number, unit, comparator."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter

import attrs

from bilateral.hungarian.amounts.comparators import comparator_after, comparator_before
from bilateral.hungarian.amounts.ellipsis import complete
from bilateral.hungarian.amounts.found import FoundAmount, FoundNumeral, bounds, role_of
from bilateral.hungarian.amounts.multiples import multiple_of_verb
from bilateral.hungarian.amounts.units import FoundUnit, is_homograph, symbol_before, unit_at, unit_of_tail
from bilateral.hungarian.atoms import DASHES, Atom, AtomKind, Atoms, atomise, kind_of
from bilateral.hungarian.figures import FoundNumber, is_numeric, read_number
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.numerals import NumeralKind, numeral_words, parse_word
from bilateral.hungarian.suffixes import BARE, Ending
from bilateral.hungarian.tokens import Token
from bilateral.hungarian.value_words import value_words
from bilateral.model.kinds import Comparator
from bilateral.model.values import PERCENT, TIMES, Amount

_WORD, _DIGITS = AtomKind.WORD, AtomKind.DIGITS
_FRACTION, _MULTIPLE, _ORDINAL = NumeralKind.FRACTION, NumeralKind.MULTIPLE, NumeralKind.ORDINAL
_EXACTLY = Comparator.EXACTLY

_FOLD = attrgetter("fold")
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_MODIFIERS = ("ADJ", "PROPN", "NUM")
_REACH = 5


def find_amounts(
    tokens: Sequence[Token],
    readings: Sequence[Sequence[Reading]] | None = None,
    taken: Collection[int] = frozenset(),
) -> list[FoundAmount]:
    """The amounts of ``tokens`` in their order.

    Args:
        tokens: the tokens of a text or of a sentence.
        readings: for each token its readings; with them adjectives may stand between a number and the noun
            that is counted (*35 magyar vállalat*), and verbs that look like numerals are left out.
        taken: indices of tokens that are something else, such as dates.
    """
    return scan_amounts(tokens, atomise(tokens), readings, taken)[0]


def scan_amounts(
    tokens: Sequence[Token],
    atoms: Atoms,
    readings: Sequence[Sequence[Reading]] | None = None,
    taken: Collection[int] = frozenset(),
) -> tuple[list[FoundAmount], list[FoundNumeral]]:
    """The amounts, and the numbers that have no unit of their own, on atoms that are there already."""
    scan = _Scan(tokens, atoms, readings, taken)
    scan.run()
    return complete(scan.found, scan.numerals, tokens)


@functools.lru_cache(maxsize=1 << 14)
def _may_begin(fold: str) -> bool:
    """Whether an amount can begin at an atom: the quick test for every one of them."""
    kind = kind_of(fold)
    if kind is not _WORD:
        return kind is _DIGITS or fold in DASHES
    numeral = parse_word(fold)
    if numeral is not None:
        return not numeral.tail or unit_of_tail(numeral.tail, 0) is not None or _is_multiple(fold)
    return fold in numeral_words("sign") or _is_multiple(fold)


def _is_multiple(fold: str) -> bool:
    return multiple_of_verb(fold) is not None


def _is_number(atom: Atom) -> bool:
    """Whether the atom is a number and does not merely begin like one: *egyiptomi*."""
    numeral = parse_word(atom.fold) if atom.kind is _WORD else None
    return atom.kind is _DIGITS or (numeral is not None and not numeral.tail)


class _Scan:
    """One pass over the atoms of a text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        atoms: Atoms,
        readings: Sequence[Sequence[Reading]] | None,
        taken: Collection[int],
    ) -> None:
        self._tokens = tokens
        self._atoms = atoms
        self._places = atoms.places
        self._readings = readings
        self._taken = taken
        self.found: list[FoundAmount] = []
        self.numerals: list[FoundNumeral] = []

    def run(self) -> None:
        """Read every amount, from the left; what one has used begins no other."""
        last = 0
        for index in compress(range(len(self._atoms)), map(_may_begin, map(_FOLD, self._atoms))):
            if index >= last and self._places[index] not in self._taken:
                last = self._read(index)

    def _read(self, index: int) -> int:
        """Read what begins at ``index``; the index to go on at."""
        atom = self._atoms[index]
        if atom.is_dash and not self._is_sign(index):
            return index + 1
        factor = multiple_of_verb(atom.fold)
        if factor is not None:
            self._verb(index, factor)
            return index + 1
        number = None if self._is_verb(index) else read_number(self._atoms, index)
        if number is None:
            return index + 1
        return self._amount(number) or number.last

    def _is_sign(self, index: int) -> bool:
        return index + 1 < len(self._atoms) and self._atoms[index + 1].kind is _DIGITS

    def _is_verb(self, index: int) -> bool:
        """*hat*, *fél* and *ér* are verbs too: the context decides."""
        if self._readings is None or self._atoms[index].kind is not _WORD:
            return False
        best = self._readings[self._places[index]]
        return bool(best) and best[0].pos in ("VERB", "AUX")

    def _verb(self, index: int, factor: Decimal) -> None:
        """*megduplázódott*: a multiple that is a verb."""
        before = comparator_before(self._atoms, index)
        comparator = before.comparator if before else _EXACTLY
        amount = Amount(value=factor, unit=TIMES, comparator=comparator)
        self._add(index, index + 1, amount, BARE, "change", index)

    def _amount(self, number: FoundNumber) -> int:
        """Add the amount that begins with ``number``; the index after it, 0 if there is none."""
        if number.kind is _FRACTION:
            return self._fraction(number)
        if number.kind is _MULTIPLE:
            return self._multiple(number)
        if number.kind is _ORDINAL:
            return 0
        unit = self._unit(number)
        if unit is None:
            return self._exceeded(number) or self._numeral(number)
        return self._measured(number, unit)

    def _exceeded(self, number: FoundNumber) -> int:
        """*ezernél több katona*, *500-nál is kevesebb cég*: the comparator stands before the unit."""
        if number.ending.case != "Ade":
            return 0
        than = comparator_after(self._atoms, number.last, number.ending)
        unit = unit_at(self._atoms, than.last) or self._counted(than.last) if than else None
        if than is None or unit is None:
            return 0
        amount = Amount(value=number.value * unit.factor, unit=unit.unit, comparator=than.comparator)
        found = self._add(number.first, unit.last, amount, unit.ending, role_of(unit.ending), unit.head)
        found.counted, found.scale = unit.counted, number.scale
        return unit.last

    def _unit(self, number: FoundNumber) -> FoundUnit | None:
        """The unit of a number: its sign before it, its tail, or what follows."""
        code = symbol_before(self._atoms, number.first)
        if code:
            return FoundUnit(code, number.ending, number.first - 1, number.last)
        if number.tail:
            return unit_of_tail(number.tail, number.last - 1)
        if self._counts_people(number):
            return FoundUnit("person", number.ending, number.last - 1, number.last)
        return self._following_unit(number) if number.ending == BARE else None

    def _following_unit(self, number: FoundNumber) -> FoundUnit | None:
        unit = unit_at(self._atoms, number.last) or self._counted(number.last)
        if unit is None or is_homograph(self._atoms[unit.head].fold, number.value):
            return None
        return None if unit.counted and self._is_article(number) else unit

    def _is_article(self, number: FoundNumber) -> bool:
        """*egy iskola* is a school, not one school."""
        return number.value == 1 and self._atoms[number.first].fold in value_words("indefinite")

    def _counts_people(self, number: FoundNumber) -> bool:
        """*ötvenezren*, *12-en*; *ezernél többen*."""
        if number.ending.case == "Sup":
            return not number.ending.possessor and not number.digits
        after = number.last
        while after < len(self._atoms) and self._atoms[after].fold in value_words("too"):
            after += 1
        following = self._atoms[after].fold if after < len(self._atoms) else ""
        return number.ending.case == "Ade" and following in value_words("people")

    def _counted(self, index: int) -> FoundUnit | None:
        """A noun that is counted, with adjectives before it."""
        if self._readings is None:
            return None
        index = self._after_designation(index)
        for position in range(index, min(index + _REACH, len(self._atoms))):
            unit = unit_at(self._atoms, position) if position == index else None
            if unit is not None:
                return unit if unit.counted else None
            atom = self._atoms[position]
            readings = self._readings[self._places[position]]
            modifies = bool(readings) and (
                readings[0].pos in _MODIFIERS or readings[0].form.startswith("Part")
            )
            if not modifies or _is_number(atom):
                return None
            unit = unit_at(self._atoms, position + 1)
            if unit is not None:
                return unit if unit.counted else None
        return None

    def _after_designation(self, index: int) -> int:
        """The index after the type of a machine, if it is one: *48 FA–50-es gép*, *6 Mirage 2000-es gép*."""
        if index >= len(self._atoms) or not self._tokens[self._places[index]].is_cap:
            return index
        last = self._end_of_word(index)
        if last == index + 1 and self._end_of_word(last) > last + 1:
            last = self._end_of_word(last)
        digits = any(atom.kind is AtomKind.DIGITS for atom in self._atoms[index:last])
        return last if digits and last - index > 1 else index

    def _end_of_word(self, index: int) -> int:
        """The index after the atoms that no white space parts from the one at ``index``."""
        last = index + 1
        while last < len(self._atoms) and self._atoms[last].glued:
            last += 1
        return last

    def _measured(self, number: FoundNumber, unit: FoundUnit) -> int:
        value, high = number.value * unit.factor, number.high and number.high * unit.factor
        self._add_measured(number, unit, value, high)
        return unit.last

    def _add_measured(
        self, number: FoundNumber, unit: FoundUnit, value: Decimal, high: Decimal | None
    ) -> None:
        first, last, comparator = self._compared(number.first, unit.last, unit.ending)
        low, upper = bounds(value, high, unit.unit, comparator)
        found = self._add(number.first, unit.last, low, unit.ending, role_of(unit.ending), unit.head)
        found.first, found.last = self._places[first], self._places[last - 1] + 1
        found.high = upper
        found.counted, found.scale = unit.counted, number.scale

    def _compared(self, first: int, last: int, ending: Ending) -> tuple[int, int, Comparator]:
        """The range with the comparator before or after it, and the comparator."""
        if first > 0 and symbol_before(self._atoms, first):
            first -= 1
        before = comparator_before(self._atoms, first)
        if before is not None and before.comparator is not _EXACTLY:
            return before.first, last, before.comparator
        after = comparator_after(self._atoms, last, ending)
        if after is not None:
            return first, after.last, after.comparator
        return first, last, _EXACTLY

    def _fraction(self, number: FoundNumber) -> int:
        """*csaknem a fele*, *kétharmadát*: a share in percent; *negyed százalék*: a quarter of a unit."""
        unit = unit_at(self._atoms, number.last) if number.ending == BARE else None
        if unit is not None and not unit.counted:
            return self._measured(number, unit)
        if number.ending.possessor != "3S" or number.ending.adjective or self._is_ordinal(number.first - 1):
            return 0
        percent = number.value * _HUNDRED
        if percent != percent.to_integral_value():
            percent = percent.quantize(_TENTH)
        return self._share(number, Amount(value=percent, unit=PERCENT), "possessed")

    def _is_ordinal(self, index: int) -> bool:
        """*második felében* is a time or a place, no half."""
        number = read_number(self._atoms, index) if index >= 0 and is_numeric(self._atoms[index]) else None
        return number is not None and number.kind is _ORDINAL

    def _multiple(self, number: FoundNumber) -> int:
        """*ötszörösére*, *duplájára*, *háromszoros növekedés*; *háromszor* says how often."""
        if not (number.ending.adjective == "s" or number.ending.possessor):
            return 0
        role = role_of(number.ending._replace(possessor="", adjective=""))
        if number.ending.adjective and not number.ending.possessor and number.ending.case == "Nom":
            role = "attributive"
        return self._share(number, Amount(value=number.value, unit=TIMES), role)

    def _share(self, number: FoundNumber, amount: Amount, role: str) -> int:
        first, last, comparator = self._compared(number.first, number.last, number.ending)
        amount = attrs.evolve(amount, comparator=comparator)
        found = self._add(number.first, number.last, amount, number.ending, role, number.last - 1)
        found.first, found.last = self._places[first], self._places[last - 1] + 1
        return number.last

    def _numeral(self, number: FoundNumber) -> int:
        """Keep a number without a unit."""
        if number.tail:
            return 0
        first, last, comparator = self._compared(number.first, number.last, number.ending)
        self.numerals.append(
            FoundNumeral(
                first=self._places[first],
                last=self._places[last - 1] + 1,
                start=self._atoms.start(number.first),
                end=self._atoms.end(number.last - 1),
                value=number.value,
                high=number.high,
                comparator=comparator,
                case=number.ending.case,
                role=role_of(number.ending),
                scale=number.scale,
            )
        )
        return number.last

    def _add(
        self, first: int, last: int, amount: Amount, ending: Ending, role: str, head: int
    ) -> FoundAmount:
        found = FoundAmount(
            first=self._places[first],
            last=self._places[last - 1] + 1,
            start=self._atoms.start(first),
            end=self._atoms.end(last - 1),
            amount=amount,
            case=ending.case,
            role=role,
            head=self._places[head],
        )
        self.found.append(found)
        return found
