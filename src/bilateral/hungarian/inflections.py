"""The stems that an inflected noun can have, among words that are known.

Unlike the statistical morphology this asks only "is this form an inflection of *that* word", which can be
answered with near certainty: a known stem and a well-formed suffix seldom meet by chance.

>>> [(stem, i.case, i.possessor) for stem, i in known_stems("elnökével", {"elnök"})]
[('elnök', 'Ins', '3S')]
>>> known_stems("moszkvai", {"moszkva"})[0][1].adjectival
True
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from bilateral.hungarian.tables import read_table


class Inflection(NamedTuple):
    """What the suffixes of a noun say.

    Attributes:
        case: UD value of ``Case``.
        number: ``"Sing"`` or ``"Plur"``.
        possessor: ``""`` or person and number of the possessor, e.g. ``"3S"``.
        adjectival: whether the suffix -i (-beli) made an adjective of the noun.
    """

    case: str
    number: str
    possessor: str
    adjectival: bool


Stems = tuple[tuple[str, Inflection], ...]
"""Words that a form can be, with what its suffixes then say."""

BARE = Inflection("Nom", "Sing", "", adjectival=False)
"""The inflection of the dictionary form."""

_VOWELS = frozenset("aáeéiíoóöőuúüűyäëâăôîåøæ")
_CONSONANT_Y = ("gy", "ly", "ny", "ty")
_NOT_LENGTHENING = frozenset(("ként", "kor"))
_SHORTENED = {"á": "a", "é": "e", "ó": "o", "ő": "ö"}
_INSTRUMENTAL = re.compile(r"-(?:[bcdfghjklmnpqrstvxz]{1,2}|dzs)[ae]l")
_SHORTEST_INSTRUMENTAL = len("rrral")
_DIGRAPHS = {f"{d[0]}{d}": d for d in ("cs", "gy", "ly", "ny", "sz", "ty", "zs")} | {"ddzs": "dzs"}


@functools.cache
def _suffixes() -> dict[str, tuple[tuple[str, Inflection], ...]]:
    """Each suffix (number and possessor, then case) -> what must stand before it, and what it says."""
    rows = read_table("noun_suffixes.tsv", ("slot", "suffix", "after", "value", "source"))
    cases = [(r["suffix"], r["after"], r["value"]) for r in rows if r["slot"] == "case"]
    numbers = [(r["suffix"], r["after"], r["value"]) for r in rows if r["slot"] == "number"]
    table: dict[str, list[tuple[str, Inflection]]] = {}
    for suffix, after, case in cases:
        table.setdefault(suffix, []).append((after, Inflection(case, "Sing", "", adjectival=False)))
    for suffix, after, value in numbers:
        number, _, possessor = value.partition(" ")
        for ending, case in (("", "Nom"), *_after(suffix, cases)):
            inflection = Inflection(case, number, possessor, adjectival=False)
            table.setdefault(_lengthened(suffix) + ending if ending else suffix, []).append(
                (after, inflection)
            )
    return {suffix: tuple(found) for suffix, found in table.items()}


def _after(stem: str, cases: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """The case suffixes that can follow ``stem``; -val/-vel assimilates to a final consonant."""
    kind = _final(stem)
    for suffix, after, case in cases:
        if after in ("-", kind):
            yield suffix, case
        elif case == "Ins":
            yield stem[-1] + suffix[1:], case


def _final(word: str) -> str:
    """``"v"`` if the word ends in a vowel, ``"c"`` for a consonant (király too, Calgary not)."""
    return "v" if word[-1] in _VOWELS and not word.endswith(_CONSONANT_Y) else "c"


def _lengthened(stem: str) -> str:
    return stem[:-1] + {"a": "á", "e": "é"}.get(stem[-1], stem[-1])


@functools.cache
def _longest() -> int:
    return max(map(len, _suffixes()))


def known_stems(form: str, words: Container[str]) -> Stems:
    """Each member of ``words`` (lower case) that ``form`` (lower case) is or inflects, likeliest first."""
    found = [(form, BARE)] if form in words else []
    found += _by_suffix(form, words)
    found += _instrumental(form, words)
    if "-" in form:
        found += _hyphenated(form, words)
    found += _adjectival(form, words)
    return tuple(found)


def _by_suffix(form: str, words: Container[str]) -> Iterator[tuple[str, Inflection]]:
    suffixes = _suffixes()
    for cut in range(len(form) - 1, max(1, len(form) - _longest() - 1), -1):
        suffix = form[cut:]
        readings = suffixes.get(suffix)
        if readings:
            for stem in _stems(form[:cut], suffix):
                if stem in words:
                    yield from ((stem, i) for after, i in readings if after in ("-", _final(stem)))


def _stems(base: str, suffix: str) -> tuple[str, ...]:
    """The words that stand as ``base`` before a suffix: final a, e and o turn long (Moszkvá-, Osló-)."""
    if base[-1] in "ae":
        return (base,) if suffix in _NOT_LENGTHENING else ()
    short = _SHORTENED.get(base[-1])
    return (base,) if short is None else (base, base[:-1] + short)


def _instrumental(form: str, words: Container[str]) -> Iterator[tuple[str, Inflection]]:
    """-al/-el after a doubled consonant: Bukaresttel, Párizzsal, Tallinnal."""
    if not form.endswith(("al", "el")) or len(form) < _SHORTEST_INSTRUMENTAL:
        return
    base = form[:-2]
    if base[-1] != base[-2] and base[-2:] not in ("cs", "gy", "ly", "ny", "sz", "ty", "zs"):
        return
    for stem in _undoubled(base):
        if stem in words:
            yield stem, Inflection("Ins", "Sing", "", adjectival=False)


def _undoubled(base: str) -> Iterator[str]:
    for double, single in _DIGRAPHS.items():
        if base.endswith(double):
            yield base[: -len(double)] + single
    if base[-1] == base[-2]:
        yield base[:-1]
        yield base


def _hyphenated(form: str, words: Container[str]) -> Iterator[tuple[str, Inflection]]:
    """NATO-nak, MOL-lal, New York-i, Glasgow-ban, USA-beli."""
    stem, _, suffix = form.rpartition("-")
    if stem not in words:
        return
    if suffix in ("i", "beli"):
        yield stem, BARE._replace(adjectival=True)
    elif suffix in _suffixes():
        yield stem, _suffixes()[suffix][0][1]
    elif _INSTRUMENTAL.fullmatch(f"-{suffix}"):
        yield stem, Inflection("Ins", "Sing", "", adjectival=False)


def _adjectival(form: str, words: Container[str]) -> Iterator[tuple[str, Inflection]]:
    """moszkvai, oslói, új-delhi, oroszországbeli; and their plural as persons: moszkvaiak."""
    for base, inflection in _adjectives(form):
        stem = base[:-4] if base.endswith("beli") else base[:-1]
        for word in (*_adjectival_stems(stem), base):
            if word in words:
                yield word, inflection._replace(adjectival=True)


def _adjectives(form: str) -> Iterator[tuple[str, Inflection]]:
    if form.endswith("i"):
        yield form, BARE
    cut = form.rfind("iak")
    if cut > 1:
        for _, inflection in _suffixes().get(form[cut + 1 :], ()):
            yield form[: cut + 1], inflection


def _adjectival_stems(stem: str) -> tuple[str, ...]:
    return (stem, f"{stem[:-1]}o") if stem.endswith("ó") else (stem,)
