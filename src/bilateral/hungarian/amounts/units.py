"""Units beside a number: currencies, percent, measures, things counted."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import NamedTuple

from bilateral.errors import DataFileError
from bilateral.hungarian.atoms import AtomKind, Atoms
from bilateral.hungarian.figures import digit_ending
from bilateral.hungarian.numerals import parse_word
from bilateral.hungarian.suffixes import BARE, Ending, StemTable
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.value_words import value_words
from bilateral.model.currencies import CURRENCIES

_WORD, _DIGITS = AtomKind.WORD, AtomKind.DIGITS

_ONE = Decimal(1)
_CODE_LENGTH = 3
_POWERS = {"2": "square_", "3": "cubic_"}
_METRE = "m"
"""A unit only with its power (m3): alone it may be a million, a name or a list's item."""
_LENGTHS = frozenset(("metre", "kilometre"))
_LONGEST_NAME = 8
_PIECE = re.compile(r"\w+ ?|-")


class FoundUnit(NamedTuple):
    """A unit in its place.

    Attributes:
        unit: as :class:`~bilateral.model.values.Amount` has it.
        ending: the inflection of its noun.
        head: index of the atom of its noun.
        last: index after its last atom.
        factor: how many of ``unit`` one of the text's unit is: 1000 tonnes a *kilotonna*.
        counted: the lemma of a noun that is counted rather than a measure, else ``""``.
    """

    unit: str
    ending: Ending
    head: int
    last: int
    factor: Decimal = _ONE
    counted: str = ""


class _Unit(NamedTuple):
    unit: str
    factor: Decimal
    counted: str


class _Units(NamedTuple):
    nouns: StemTable[_Unit]
    homographs: dict[str, Decimal]
    """Beginnings of words that are a unit only from so many on: *fontos* (important; of so many pounds)."""


@functools.cache
def _units() -> _Units:
    stems: dict[str, _Unit] = {}
    homographs: dict[str, Decimal] = {}
    for row in read_table("units.tsv", ("form", "kind", "unit", "factor", "source")):
        form, kind, factor = row["form"], row["kind"], Decimal(row["factor"])
        if kind == "homograph":
            homographs[form] = factor
        elif kind in ("unit", "count"):
            stems[form] = _Unit(row["unit"], factor, form if kind == "count" else "")
        else:
            raise DataFileError("units.tsv", form, f"unknown kind {kind!r}")
    return _Units(StemTable(stems), homographs)


def is_homograph(fold: str, value: Decimal) -> bool:
    """Whether ``fold`` after the number ``value`` is another word than the unit that it looks like."""
    return any(fold.startswith(form) and value < least for form, least in _units().homographs.items())


class _Currencies(NamedTuple):
    nouns: StemTable[dict[str, str]]
    """The code by what stands before the noun: ``"svájci"``, ``"usa-"``, ``""``."""
    symbols: dict[str, str]
    beginnings: frozenset[str]
    """What names of several atoms can begin with: ``"új"``, ``"új-"``, ``"új-zélandi"``."""


@functools.cache
def _currencies() -> _Currencies:
    nouns: dict[str, dict[str, str]] = {}
    symbols: dict[str, str] = {}
    beginnings: set[str] = set()
    for row in read_table("currencies.tsv", ("name", "kind", "code", "source")):
        if row["code"] and row["code"] not in CURRENCIES:
            raise DataFileError("currencies.tsv", row["name"], f"{row['code']!r} is no ISO 4217 code")
        if row["kind"] != "name":
            symbols[row["name"]] = row["code"]
            continue
        *before, noun = _PIECE.findall(row["name"])
        parts = ["".join(before[: count + 1]) for count in range(len(before))]
        beginnings.update(part.rstrip() for part in parts)
        nouns.setdefault(noun, {})["".join(before).rstrip()] = row["code"]
    return _Currencies(StemTable(nouns), symbols, frozenset(beginnings))


@functools.lru_cache(maxsize=1 << 13)
def _unit_word(fold: str) -> tuple[_Unit, Ending] | None:
    return _units().nouns.find(fold)


@functools.lru_cache(maxsize=1 << 13)
def _currency_noun(fold: str) -> tuple[dict[str, str], Ending] | None:
    return _currencies().nouns.find(fold)


def is_unit_word(fold: str) -> bool:
    """Whether ``fold`` is a unit, a currency or a noun of the things counted, in any form."""
    return _unit_word(fold) is not None or _currency_noun(fold) is not None or fold in _currencies().symbols


@functools.lru_cache(maxsize=1 << 13)
def _may_begin(fold: str) -> bool:
    """Whether a unit can begin with an atom."""
    return is_unit_word(fold) or fold in _currencies().beginnings or fold.upper() in CURRENCIES


def symbol_before(atoms: Atoms, first: int) -> str:
    """The currency whose sign or code stands before the number at ``first``, else ``""``."""
    code = _currencies().symbols.get(atoms[first - 1].fold, "") if first > 0 else ""
    return "" if code and atoms[first - 1].kind is _WORD and _is_counted(atoms, first - 1) else code


def _is_counted(atoms: Atoms, index: int) -> bool:
    """Whether a number stands before the code: *5 millió EUR 20 százaléka*."""
    before = atoms[index - 1] if index else None
    return before is not None and (before.kind is _DIGITS or parse_word(before.fold) is not None)


def unit_at(atoms: Atoms, index: int) -> FoundUnit | None:
    """The unit that stands at atom ``index``, right after a number."""
    if index >= len(atoms) or not _may_begin(atoms[index].fold):
        return None
    found = _symbol(atoms, index) or _currency(atoms, index) or _measure(atoms, index)
    return found if found is None or found.unit not in _LENGTHS else _per_hour(atoms, found)


def _per_hour(atoms: Atoms, found: FoundUnit) -> FoundUnit:
    """*km/h*, *kilométer/óra*: a speed and no distance."""
    if found.last + 1 >= len(atoms) or atoms[found.last].fold not in value_words("per"):
        return found
    if atoms[found.last + 1].fold not in value_words("hour"):
        return found
    ending, last = _suffix(atoms, found.last + 2)
    return found._replace(unit=f"{found.unit}_per_hour", ending=ending, last=last)


def unit_of_tail(tail: str, index: int) -> FoundUnit | None:
    """The unit that is one word with its numeral: *százméteres*; ``index`` is that of the atom."""
    found = _unit_word(tail)
    if found is not None and found[1].number == "Sing" and (found[1].adjective or not found[0].counted):
        return FoundUnit(found[0].unit, found[1], index, index + 1, found[0].factor, found[0].counted)
    currency = _currency_noun(tail)
    if currency is not None and currency[0].get(""):
        return FoundUnit(currency[0][""], currency[1], index, index + 1)
    return None


def _symbol(atoms: Atoms, index: int) -> FoundUnit | None:
    """``€``, ``%``, ``km``, a code such as USD: with a hyphenated suffix, if any."""
    atom = atoms[index]
    code = _currencies().symbols.get(atom.fold, "")
    if not code and atom.kind is _WORD and len(atom.fold) == _CODE_LENGTH:
        code = atom.fold.upper() if atom.fold.upper() in CURRENCIES and _is_code(atoms, index) else ""
    plain = _unit_word(atom.fold)
    unit = code or (plain[0].unit if plain is not None and plain[1] == BARE and not plain[0].counted else "")
    if not unit:
        return None
    last = index + 1
    if last < len(atoms) and atoms[last].fold in _POWERS and atoms[last].glued and unit in _LENGTHS:
        unit = _POWERS[atoms[last].fold] + unit
        last += 1
    elif atom.fold == _METRE:
        return None
    ending, last = _suffix(atoms, last)
    return FoundUnit(unit, ending, index, last, plain[0].factor if plain and not code else _ONE)


def _is_code(atoms: Atoms, index: int) -> bool:
    """A code is no Hungarian word: it stands after a number or a scale word, without an ending of its own."""
    return index > 0 and _currency_noun(atoms[index].fold) is None


def _suffix(atoms: Atoms, index: int) -> tuple[Ending, int]:
    if index + 1 < len(atoms) and atoms[index].is_dash and atoms[index].glued and atoms[index + 1].glued:
        ending = digit_ending(atoms[index + 1].fold)
        if ending is not None:
            return ending, index + 2
    return BARE, index


def _currency(atoms: Atoms, index: int) -> FoundUnit | None:
    """*dollár*, *svájci frank*, *USA-dollár*, *új-zélandi dollár*: the longest name that ends in a noun."""
    name, best = "", None
    for position in range(index, min(index + _LONGEST_NAME, len(atoms))):
        atom = atoms[position]
        best = _noun(atoms, position, name) or best
        name += atom.fold if atom.glued or not name else f" {atom.fold}"
        if name not in _currencies().beginnings:
            break
    return best


def _noun(atoms: Atoms, index: int, before: str) -> FoundUnit | None:
    """The currency whose noun stands at ``index`` after the words ``before``."""
    atom = atoms[index]
    found = _currency_noun(atom.fold) if atom.kind is _WORD else None
    code = found[0].get(before, "") if found is not None else ""
    if found is None or not code or found[1].number == "Plur" or found[1].adjective == "i":
        return None
    ending, last = _suffix(atoms, index + 1)
    return FoundUnit(code, found[1] if ending == BARE else ending, index, last)


def _measure(atoms: Atoms, index: int) -> FoundUnit | None:
    atom = atoms[index]
    found = _unit_word(atom.fold) if atom.kind is not _DIGITS and atom.fold != _METRE else None
    if found is None or found[1].number == "Plur" or found[1].adjective == "i":
        return None
    unit, ending = found
    return FoundUnit(unit.unit, ending, index, index + 1, unit.factor, unit.counted)
