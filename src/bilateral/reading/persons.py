"""Names of persons: runs of capitalised words, cut into names, with what speaks for a person in each.

Nothing is taken for a person on its capital alone. A run is a name if it holds a known given name or an
ordinal (II. Erzsébet), if a description stands by it (:mod:`bilateral.reading.appositions`), or if it is
part of a longer name of the same article (:mod:`bilateral.reading.identity`).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import attrs

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.names import Inflection, long_stems, short_stems
from bilateral.hungarian.tokens import TokenKind
from bilateral.reading.cutting import (
    PERSONAL,
    PREFIXED,
    ROMAN,
    cut,
    is_hungarian,
    is_thing,
)
from bilateral.reading.holders import is_holder
from bilateral.reading.mention_words import mention_words, names_thing
from bilateral.reading.sheet import Sheet
from bilateral.reading.titles import Title

_WORD = TokenKind.WORD
_SMALL = EntryKind.PARTICLE
_PROPER = {"PROPN"}
_BORROWED = frozenset((EntryKind.CITY, EntryKind.REGION, EntryKind.NATIONALITY))
"""What a surname can look like: London, Szegedi, Török."""
_ARTICLES = frozenset(("A", "Az"))
_ABBREVIATION = re.compile(r"[^\W\d_]{2,}\.")
_INITIAL = re.compile(r"(?:Cs|Dz|Gy|Ly|Ny|Sz|Ty|Zs|Ch|Kh|Ph|Th)\.|[IVXL]{1,6}\.")
_INNER = frozenset(("Ine", "Ill", "Ela"))
"""Cases that places have and persons hardly ever."""
_PARTICLE = 3
"""Letters that a small word inside a name has at most."""
_SYLLABLE = 5
"""Letters that the second part of a Chinese or Korean given name has at most: Csin-ping."""
_LONGEST = 3
"""Words of a name that nothing but its surname alone elsewhere speaks for."""


@attrs.define(eq=False)
class Name:
    """A run of words that may be a person's name.

    Attributes:
        first: first token.
        last: one past the last token.
        stems: ways to take the last word apart, best first.
        strong: whether the run itself shows that it names a person.
        hungarian: whether it is a Hungarian name in Hungarian order (the given name last).
        case: UD case of the last word.
        text: the name in the nominative.
        ordinal: of a monarch or a pope: "II.".
        parts: its words in the nominative without particles and initials, as :func:`key` writes them.
        titles: the descriptions by it, the nearest first.
        left: first token of the phrase with its titles.
        right: one past the last token of the phrase with its titles.
        nations: countries of an adjective right before or after the name, without an office.
        shared: a description that it shares with the names after (or before) it.
        plain: whether the morphology takes every word of it for a proper name.
        echoed: whether its last word stands alone elsewhere in the text, as surnames do.
        speaks: whether a verb of saying stands right by it: "– jelentette ki N. N.".
        person: index of the person, -1 while it is open.
    """

    first: int
    last: int
    stems: tuple[Inflection, ...]
    strong: bool = False
    hungarian: bool = False
    case: str = "Nom"
    text: str = ""
    ordinal: str = ""
    parts: tuple[str, ...] = ()
    titles: list[Title] = attrs.field(factory=list)
    left: int = -1
    right: int = -1
    nations: tuple[str, ...] = ()
    shared: Title | None = None
    plain: bool = False
    echoed: bool = False
    speaks: bool = False
    person: int = -1

    @property
    def bare(self) -> Inflection:
        """The last word as it stands, in the nominative."""
        return next(stem for stem in self.stems if stem.case == "Nom")

    def text_with(self, sheet: Sheet, stem: Inflection) -> str:
        """The name with one of the ways to take its last word apart."""
        words = [token.norm for token in sheet.tokens[self.first : self.last - 1]]
        return " ".join([*words, stem.stem])

    def decide(self, sheet: Sheet, stem: Inflection) -> None:
        """Settles case and nominative by one way to take the last word apart."""
        self.case = stem.case
        self.text = self.text_with(sheet, stem)
        words = self.text.split(" ")
        self.ordinal = words[0] if words[0].endswith(".") and ROMAN.fullmatch(words[0]) else ""
        parts = []
        for word, match in zip(words, sheet.at[self.first : self.last], strict=False):
            # no particle, no initial, no ordinal tells who it is
            if match is not None and match.kind is _SMALL:
                continue
            if len(word) > 1 and not word.endswith(".") and word != word.lower():
                parts.append(key(word))
        self.parts = tuple(parts)


@functools.lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """A word of a name so that its spellings agree: Vučić and Vucic, Mohammed and Mohamed."""
    letters = [c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)]
    return "".join(c for c, before in zip(letters, ["", *letters], strict=False) if c != before)


def find_names(sheet: Sheet) -> list[Name]:
    """Every run of words that could be a person's name, in order."""
    tokens = sheet.tokens
    bare = Counter([tokens[index].norm for index in sheet.parts if tokens[index].is_cap])
    names = []
    for run in _runs(sheet):
        for first, last in cut(sheet, run, bare):
            name = _name(sheet, first, last, bare)
            if name:
                names.append(name)
    _echo(names)
    return names


def _echo(names: list[Name]) -> None:
    """Marks the longer runs whose last word stands alone elsewhere: Eden Abergil … Abergil."""
    single = [name for name in names if name.last - name.first == 1]
    alone = {key(stem.stem) for name in single for stem in name.stems}
    places = {key(stem.stem) for name in single if name.case in _INNER for stem in name.stems}
    for name in names:
        if name.plain and 1 < name.last - name.first <= _LONGEST:
            name.echoed = bool(name.parts) and name.parts[-1] in alone and name.parts[-1] not in places


# -- runs -----------------------------------------------------------------------------------------


def _runs(sheet: Sheet) -> Iterator[list[int]]:
    """Maximal runs of words that names are made of."""
    index = 0
    for opening in sheet.parts:
        if opening < index or not _is_part(sheet, opening):
            continue
        run = [opening]
        index = opening + 1
        stop = sheet.sentence(opening)[1]
        while index < stop:
            if _is_part(sheet, index):
                run.append(index)
            elif not (_is_particle(sheet, index) and _leads_to_part(sheet, index, stop)):
                break
            index += 1
        yield run


def _is_particle(sheet: Sheet, index: int) -> bool:
    """A small word inside a name: von der, bin; listed, or short and taken for a name by the morphology."""
    token = sheet.tokens[index]
    if token.is_cap or token.kind is not _WORD:
        return False
    match = sheet.at[index]
    if match is not None:
        return match.kind is _SMALL
    return len(token.norm) <= _PARTICLE and sheet.best[index].pos == "PROPN"


def _leads_to_part(sheet: Sheet, index: int, stop: int) -> bool:
    stop = min(stop, index + _LONGEST)
    while index < stop and _is_particle(sheet, index):
        index += 1
    return index < stop and _is_part(sheet, index)


def _is_part(sheet: Sheet, index: int) -> bool:
    token = sheet.tokens[index]
    capital = token.is_cap or ("-" in token.norm and PREFIXED.match(token.norm))
    if not capital or token.kind is not _WORD or index in sheet.skip:
        return False
    match = sheet.at[index]
    if match is None or match.kind is _SMALL:
        return _is_name_like(sheet, index)
    if match.kind in PERSONAL:
        return True
    if match.last - match.first > 1:
        return False
    if sheet.given(index):
        return (
            index + 1 < len(sheet.tokens) and sheet.tokens[index + 1].is_cap and sheet.at[index + 1] is None
        )
    return match.kind in _BORROWED and match.case == "Nom" and _beside_given(sheet, index)


def _is_name_like(sheet: Sheet, index: int) -> bool:
    token = sheet.tokens[index]
    if token.text in _ARTICLES:
        return False
    if token.is_upper and "." not in token.norm:
        return False
    stem, hyphen, tail = token.norm.rpartition("-")
    if not hyphen or not tail.islower():
        return not _ABBREVIATION.fullmatch(token.norm) or _INITIAL.fullmatch(token.norm) is not None
    if len(tail) <= _SYLLABLE and sheet.reading(index).pos not in ("ADJ", "NOUN"):
        return True
    return any(found.stem == stem for found in (*long_stems(token.norm), *short_stems(token.norm)))


def _beside_given(sheet: Sheet, index: int) -> bool:
    """Whether a Hungarian given name follows, or one opens the name: Török Gábor, Jack London, Erik Lund."""
    after = sheet.given(index + 1) if index + 1 < len(sheet.tokens) else None
    if after and "hu" in after.tags:
        return True
    before = sheet.given(index - 1) if index else None
    if before is None or sheet.at[index].case != "Nom":  # type: ignore[union-attr]
        return False
    opens = index < 2 or not sheet.tokens[index - 2].is_cap  # noqa: PLR2004  # "Orbán Viktor Bécs felé"
    return "hu" not in before.tags or (opens and _is_described(sheet, index + 1))


def _is_described(sheet: Sheet, index: int) -> bool:
    """Whether a description of a person may follow: after a comma, or with a nationality."""
    if index >= len(sheet.tokens):
        return False
    return sheet.tokens[index].norm == "," or sheet.kind(index) is EntryKind.NATIONALITY


# -- one name -------------------------------------------------------------------------------------


def _name(sheet: Sheet, first: int, last: int, bare: Counter[str]) -> Name | None:
    while first < last and _is_particle(sheet, first):
        first += 1
    span = range(first, last)
    givens = [index for index in span if index in sheet.givens]
    if first == last or _names_thing(sheet, givens[-1] + 1 if givens else first, last):
        return None
    name = Name(first, last, _stems(sheet, last - 1, bare), left=first, right=last)
    name.hungarian = is_hungarian(sheet, first, last)
    name.plain = {sheet.best[index].pos for index in span} == _PROPER
    name.speaks = name.plain and last - first > 1 and _speaks(sheet, first, last)
    name.decide(sheet, name.stems[0])
    name.strong = last - first > 1 and (bool(givens) or ROMAN.fullmatch(sheet.tokens[first].norm) is not None)
    name.strong = name.strong or _is_listed(sheet, name)
    return name


def _is_listed(sheet: Sheet, name: Name) -> bool:
    """Whether it is the name of a person of the user's lexicon, or of the list of office-holders."""
    for index in range(name.first, name.last):
        match = sheet.at[index]
        if match is not None and match.kind is EntryKind.PERSON:
            return True
    if name.last - name.first == 1 and " " not in name.text:
        return False
    return any(is_holder(name.text_with(sheet, stem)) for stem in name.stems)


def _speaks(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words are the subject of a verb of saying that stands right before them."""
    index = first - 1
    if index > 0 and sheet.fold(index) in grammar().preverbs:
        index -= 1
    return (
        index >= 0
        and sheet.reading(index).verb in grammar().reporting
        and not long_stems(sheet.tokens[last - 1].norm)
    )


def _names_thing(sheet: Sheet, behind: int, last: int) -> bool:
    """Whether the run, behind its given name, (or the noun after it) is of a square, a prize, an office …."""
    for index in range(behind, last):
        if names_thing(sheet.tokens[index].fold) or is_thing(sheet, index):
            return True
    following = sheet.tokens[last] if last < len(sheet.tokens) else None
    if following is None or not following.is_word or following.is_cap or sheet.at[last]:
        return False
    if following.fold in mention_words().things.naming:
        return True
    return is_thing(sheet, last) and _stays_bare(sheet, last - 1)


def _stays_bare(sheet: Sheet, index: int) -> bool:
    return not long_stems(sheet.tokens[index].norm)


def _stems(sheet: Sheet, index: int, bare: Counter[str]) -> tuple[Inflection, ...]:
    """The ways to take the word apart: by the lexicon, by what stands bare in the text, by the rules."""
    match = sheet.at[index]
    norm = sheet.tokens[index].norm
    own = Inflection(norm, "Nom")
    if match is not None and match.kind in PERSONAL and _trusts(sheet, index, match):
        stem = match.entry.name.rpartition(" ")[2] if match.case != "Nom" else norm
        return (Inflection(stem, match.case), own)
    long, short = long_stems(norm), short_stems(norm)
    seen = [stem for stem in (*long, *short) if bare[stem.stem]]
    if seen or long:
        return (*dict.fromkeys((*seen, *long, *short)), own)
    return (*_likely(sheet, index, short), own, *short)


def _trusts(sheet: Sheet, index: int, match: Match) -> bool:
    """A listed person's name is taken as it is; a given name if the morphology agrees on its case."""
    return match.kind is EntryKind.PERSON or sheet.reading(index).case == match.case


def _likely(sheet: Sheet, index: int, short: tuple[Inflection, ...]) -> tuple[Inflection, ...]:
    """A short ending counts if the morphology, which sees the context, agrees; nobody stands on persons."""
    reading = sheet.reading(index)
    lemma = reading.fold
    return tuple(s for s in short if s.case == reading.case != "Sup" and s.stem.lower() == lemma)
