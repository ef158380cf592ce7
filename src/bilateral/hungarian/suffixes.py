"""Inflection of closed classes: which case, number, possessor or adjectival ending a known stem carries.

Numerals, time words, units and currencies are few and always the same, but stand in every case. A
:class:`StemTable` finds them by stem: the longest known stem whose rest is an ending of Hungarian. The
endings come from ``data/suffixes.tsv``; the doubling of a final consonant before *-val/-vel* and *-vá/-vé*
and the lengthening of a final *a/e* follow the stem.

>>> value, ending = StemTable({"milliárd": 9, "óra": 1}).find("órával")
>>> value, ending.case
(1, 'Ins')
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from bilateral.hungarian.tables import read_table

_V = TypeVar("_V")
_LENGTHENED = {"a": "á", "e": "é"}
_VOWELS = frozenset("aáeéiíoóöőuúüű")
_DIGRAPHS = ("sz", "gy", "ny", "cs", "zs", "ty", "ly")
_DOUBLED = tuple(digraph[0] + digraph for digraph in _DIGRAPHS)
"""How a digraph is doubled: *hússzal*, *eggyel*."""
_ASSIMILATED = {"al": "Ins", "el": "Ins", "á": "Tra", "é": "Tra"}


class Ending(NamedTuple):
    """What follows the stem of a nominal.

    Attributes:
        case: UD value; ``"Nom"`` without a case suffix.
        number: ``"Sing"`` or ``"Plur"``.
        possessor: ``"3S"``, ``"3P"`` or ``""``.
        adjective: ``"s"`` (napos, forintos), ``"i"`` (márciusi), ``"nyi"`` (forintnyi) or ``""``.
    """

    case: str = "Nom"
    number: str = "Sing"
    possessor: str = ""
    adjective: str = ""


BARE = Ending()
"""The ending of a bare stem."""


class _Row(NamedTuple):
    kind: str
    value: str
    forms: tuple[str, ...]


@functools.cache
def _rows() -> tuple[_Row, ...]:
    table = read_table("suffixes.tsv", ("kind", "value", "forms", "source"))
    return tuple(_Row(row["kind"], row["value"], tuple(row["forms"].split())) for row in table)


def _bases() -> Iterator[tuple[str, Ending]]:
    """The endings without case: plural, possessive and adjectival."""
    for row in _rows():
        for form in row.forms:
            if row.kind == "plural":
                yield form, Ending(number="Plur")
            elif row.kind == "possessive":
                yield form, Ending(possessor=row.value)
            elif row.kind == "possessives":
                yield form, Ending(possessor=row.value, number="Plur")
            elif row.kind == "adjective":
                yield form, Ending(adjective=row.value)


def _with_case(base: str, ending: Ending) -> Iterator[tuple[str, Ending]]:
    """``base`` in every case."""
    stem = base[:-1] + _LENGTHENED.get(base[-1], base[-1])
    for row in _rows():
        for form in row.forms if row.kind == "case" else ():
            yield stem + form, ending._replace(case=row.value)
    for form, case in _ASSIMILATED.items():
        yield stem + stem[-1] + form, ending._replace(case=case)


@functools.cache
def endings() -> Mapping[str, Ending]:
    """Every ending that can follow a stem, ``""`` included; the likelier reading where two fall together."""
    found: dict[str, Ending] = {"": BARE}
    bases = list(_bases())
    for row in _rows():
        if row.kind == "case":
            found.update({form: Ending(case=row.value) for form in row.forms})
    for base, ending in bases:
        found.setdefault(base, ending)
    for base, ending in bases:
        for form, inflected in _with_case(base, ending):
            found.setdefault(form, inflected)
        if ending.adjective:
            _add_derived(found, base, ending)
    return found


def _add_derived(found: dict[str, Ending], base: str, adjective: Ending) -> None:
    """An adjective used as a noun takes the plural and the possessive: *milliárdosok*, *ötszörösére*."""
    for row in _rows():
        for form in row.forms if row.kind in ("plural", "possessive") else ():
            number, possessor = ("Plur", "") if row.kind == "plural" else ("Sing", row.value)
            ending = adjective._replace(number=number, possessor=possessor)
            found.setdefault(base + form, ending)
            for inflected in _with_case(base + form, ending):
                found.setdefault(*inflected)


class StemTable(Generic[_V]):
    """Values by stem, found in any inflected form.

    Args:
        stems: value by stem; the stem of a word with a changing stem is given in each shape.
        fixed: value and ending by form, for forms that are listed as they stand.
    """

    def __init__(self, stems: Mapping[str, _V], fixed: Mapping[str, tuple[_V, Ending]] | None = None) -> None:
        self._stems = dict(stems)
        self._forms: dict[str, tuple[_V, Ending]] = dict(fixed or {})
        for stem, value in stems.items():
            self._add_shapes(stem, value)
        self._shortest = min(map(len, self._stems), default=0)
        self._longest = max(map(len, self._stems), default=0)

    def _add_shapes(self, stem: str, value: _V) -> None:
        if stem[-1] in _LENGTHENED:
            self._stems.setdefault(stem[:-1] + _LENGTHENED[stem[-1]], value)
            self._forms.setdefault(stem[:-1] + _LENGTHENED[stem[-1]], (value, BARE))
        if stem.endswith(_DIGRAPHS):
            for form, case in _ASSIMILATED.items():
                self._forms.setdefault(stem[:-1] + stem[-2:] + form, (value, Ending(case=case)))

    def find(self, form: str) -> tuple[_V, Ending] | None:
        """The value of the longest stem of ``form`` (folded) that leaves an ending, with that ending."""
        known = self._forms.get(form)
        if known is not None:
            return known
        for length in range(min(len(form), self._longest), self._shortest - 1, -1):
            value = self._stems.get(form[:length])
            if value is not None:
                ending = ending_after(form[:length], form[length:])
                if ending is not None:
                    return value, ending
        return None


@functools.cache
def suffix_forms(kind: str) -> tuple[str, ...]:
    """The allomorphs of the endings of ``kind`` in ``data/suffixes.tsv``."""
    return tuple(form for row in _rows() if row.kind == kind for form in row.forms)


def ending_after(stem: str, rest: str) -> Ending | None:
    """The ending that ``rest`` is after ``stem``, or ``None``."""
    found = endings().get(rest)
    if found is not None or not rest:
        return found
    if stem.endswith(_DOUBLED):
        case = _ASSIMILATED.get(rest)
    elif rest[0] == stem[-1:] and rest[0] not in _VOWELS:
        case = _ASSIMILATED.get(rest[1:])
    else:
        case = None
    return Ending(case=case) if case else None


@functools.cache
def past_tenses() -> Mapping[str, tuple[str, str]]:
    """The endings of regular past tenses, the longest first: ending -> person and definiteness."""
    found = {
        form: (row.value[:2], row.value[2:]) for row in _rows() if row.kind == "past" for form in row.forms
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))
