"""The case of names that no list holds: endings with vowel harmony, lengthened vowels, assimilated -val/-vel.

>>> stems("Tokajevvel")[0]
Inflection(stem='Tokajev', case='Ins')
>>> stems("Scholzcal")[0], stems("NATO-ban")[0]
(Inflection(stem='Scholz', case='Ins'), Inflection(stem='NATO', case='Ine'))
>>> [found.stem for found in stems("Rubióval")]
['Rubio', 'Rubió', 'Rubióval']
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from bilateral.hungarian.tables import read_table


class Inflection(NamedTuple):
    """A way to take a name apart.

    Attributes:
        stem: the nominative.
        case: Universal Dependencies' name of the case, as in ``Reading.case``.
    """

    stem: str
    case: str


class _Ending(NamedTuple):
    text: str
    after: str
    """The letters that may stand before it; all if empty."""
    case: str
    share: float
    """How many of the unknown capitalised words that end so and fit are inflected (estimated)."""

    @property
    def is_long(self) -> bool:
        return self.share >= _LONG


_LONG = 0.99


_BACK = frozenset("aáoóuúâăąåãàòôùæ")
_FRONT = frozenset("eéöőüűèêëęøyý")
_NEUTRAL = frozenset("iíîïıyý")
_VOWELS = _BACK | _FRONT | _NEUTRAL
_LOW = {"á": "a", "é": "e", "ó": "o", "ő": "ö"}
TWO_SPELLINGS = {"o": "ó", "ó": "ó", "ö": "ő", "ő": "ő"}
"""Final vowels that endings make alike, with what they become."""
_DOUBLED = {"ssz": "sz", "ccs": "cs", "zzs": "zs", "ggy": "gy", "nny": "ny", "tty": "ty", "lly": "ly"}
_NATIVE = re.compile("sz|zs|cs|gy|ny|ly|[áéóöőúüű]")
"""Letters of Hungarian spelling, in native names and in transcriptions from other scripts."""
_SHORTEST = 3
"""A stem has at least so many letters: Pavel is no Pa with -vel."""
_INSTRUMENTAL = re.compile("(.+?)(sz|zs|cs|gy|ny|ty|ly|[bcdfghjklmnprstvwz])[ae]l")
_HYPHENATED = re.compile(r"(.+)-([^\W\d_]{1,5})")


def stems(form: str) -> tuple[Inflection, ...]:
    """The ways to take ``form`` apart, best first, the bare form in the nominative last."""
    return (*long_stems(form), *short_stems(form), Inflection(form, "Nom"))


@functools.lru_cache(maxsize=1 << 14)
def long_stems(form: str) -> tuple[Inflection, ...]:
    """The ways by endings that hardly any bare name has: -ban, -nak, assimilated -val; hyphenated ones."""
    hyphenated = _HYPHENATED.fullmatch(form)
    found = _hyphenated(*hyphenated.groups()) if hyphenated else []
    if not found:
        found = _assimilated(form) or _suffixed(form, is_long=True)
    return tuple(dict.fromkeys(found))


@functools.lru_cache(maxsize=1 << 14)
def short_stems(form: str) -> tuple[Inflection, ...]:
    """The ways by endings that many bare names have: -t, -n, -ra, -ba …; context must tell."""
    return tuple(dict.fromkeys(_suffixed(form, is_long=False)))


def share_inflected(form: str) -> float:
    """How likely an unknown name that ends as ``form`` does is inflected, from 0 to 1."""
    if long_stems(form):
        return _LONG
    endings = _endings_by_letter()[0].get(form[-1:], ())
    return next((ending.share for ending in endings if _ends(form, ending)), 0.0)


def spellings(stem: str) -> tuple[str, ...]:
    """Bare names that show as ``stem`` before an ending: Zaharová- is Zaharova, Rubió- is Rubio or Rubió."""
    last = stem[-1:]
    if last not in _LOW:
        return (stem,)
    short = stem[:-1] + _LOW[last]
    native = _NATIVE.search(stem[:-1].lower()) is not None
    if last in "óő" and native:
        return (stem, short)
    return (short, stem)


def _hyphenated(stem: str, suffix: str) -> list[Inflection]:
    """NATO-ban, Vance-szel, EU-t, G20-on."""
    for ending in _endings():
        if ending.text == suffix:
            return [Inflection(stem, ending.case)]
    return [Inflection(stem, "Ins")] if _INSTRUMENTAL.fullmatch("-" + suffix) else []


def _assimilated(form: str) -> list[Inflection]:
    """-val/-vel whose v became the stem's last consonant, as it is written or as it is spoken."""
    if form[-2:] not in ("al", "el") or not _agrees(form[:-2], form[-2]):
        return []
    base = form[:-2]
    found = [*_doubled_digraph(base), *_foreign(base), *_doubled_letter(base)]
    return [Inflection(stem, "Ins") for stem in found if _is_stem(stem)]


def _doubled_digraph(base: str) -> list[str]:
    """Hamássz- is Hamász, Kallassz- is Kallas, spoken with sz: native spelling decides what comes first."""
    digraph = _DOUBLED.get(base[-3:])
    if digraph is None:
        return []
    stem, bare = base[:-3] + digraph, base[:-3] + digraph[0]
    if digraph not in ("sz", "cs", "zs"):
        return [stem]
    native = _NATIVE.search(base[:-3].lower()) is not None
    return [stem, bare] if native else [bare, stem]


def _foreign(base: str) -> list[str]:
    """Scholzc- is Scholz: the suffix starts with the sound that the spelling stands for."""
    found = []
    for spelling, sounds in _foreign_finals():
        for sound in sounds:
            stem = base[: -len(sound)]
            if base.endswith(sound) and stem.lower().endswith(spelling) and sound != spelling:
                found.append(stem)
    return found[:1]


def _doubled_letter(base: str) -> list[str]:
    """Orbánn- is Orbán; Stubb- is Stub or, with a hyphen left out, Stubb."""
    if len(base) < _SHORTEST or base[-1] != base[-2] or base[-1] in _VOWELS or not base[-1].isalpha():
        return []
    return [base[:-1], base]


def _suffixed(form: str, *, is_long: bool) -> list[Inflection]:
    return [
        Inflection(bare, ending.case)
        for ending in _endings_by_letter()[is_long].get(form[-1:], ())
        if _ends(form, ending)
        for bare in spellings(form[: -len(ending.text)])
    ]


def _ends(form: str, ending: _Ending) -> bool:
    """Whether ``form`` ends so, with what may stand before it: harmony, lengthened final vowel."""
    stem = form[: -len(ending.text)]
    if not form.endswith(ending.text) or not _is_stem(stem):
        return False
    if ending.after and stem[-1] not in ending.after:
        return False
    if stem[-1] in "ae" and ending.case != "Ess":
        return False
    return _links(stem, ending) and _agrees(stem, _first_vowel(ending.text))


def _links(stem: str, ending: _Ending) -> bool:
    """-val/-vel keep their v after vowels only; a linking vowel stands after consonants only."""
    vocalic = stem[-1] in _VOWELS
    if ending.case == "Ins":
        return vocalic
    return not (vocalic and ending.text[0] in _VOWELS and ending.case in ("Acc", "Sup"))


def _first_vowel(text: str) -> str:
    return next((letter for letter in text if letter in _VOWELS), "")


def _is_stem(stem: str) -> bool:
    return len(stem) >= _SHORTEST and any(letter in _VOWELS for letter in stem.lower())


def _agrees(stem: str, vowel: str) -> bool:
    """Vowel harmony, lenient: the last decisive vowel, or any where spelling and sound differ."""
    if not vowel or vowel in _NEUTRAL or vowel == "é":
        return True
    vowels = [letter for letter in stem.lower() if letter in _VOWELS]
    decisive = [letter for letter in vowels if letter not in _NEUTRAL]
    if not decisive or vowels[-1] in _NEUTRAL:
        return True
    harmony = _BACK if vowel in _BACK else _FRONT
    return decisive[-1] in harmony or (decisive[-1] in "eé" and any(letter in _BACK for letter in decisive))


@functools.cache
def _endings() -> tuple[_Ending, ...]:
    rows = read_table("name_endings.tsv", ("ending", "after", "case", "share", "source"))
    endings = [_Ending(row["ending"], row["after"], row["case"], float(row["share"])) for row in rows]
    return tuple(sorted(endings, key=lambda ending: (-len(ending.text), ending)))


@functools.cache
def _endings_by_letter() -> tuple[dict[str, list[_Ending]], dict[str, list[_Ending]]]:
    """The short endings and the long ones by their last letter."""
    found: tuple[dict[str, list[_Ending]], dict[str, list[_Ending]]] = ({}, {})
    for ending in _endings():
        found[ending.is_long].setdefault(ending.text[-1], []).append(ending)
    return found


@functools.cache
def _foreign_finals() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Final letters of foreign spellings with the sounds they may stand for, longest first."""
    rows = read_table("foreign_finals.tsv", ("spelling", "sounds", "source"))
    pairs = [(row["spelling"], tuple(row["sounds"].split(" "))) for row in rows]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
