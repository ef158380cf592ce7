"""Compounds of known words: orosz-kazah, NATO-főtitkár, energiaügyi|miniszter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

import attrs

from bilateral.hungarian.entries import Entry, EntryKind
from bilateral.hungarian.inflections import BARE, Inflection, Stems, known_stems
from bilateral.hungarian.trie import End

Part = tuple[tuple[Entry, ...], Inflection]
"""The homonyms that a member of a compound names, and its inflection."""

_MAX_FORMS = 1 << 14
_SHORTEST_PREFIX = 2


class Words(Protocol):
    """What a compound's members are looked up in."""

    def stems(self, fold: str) -> Stems:
        """The known words that ``fold`` can be."""

    def ends(self, word: str) -> Sequence[End]:
        """The entries whose form is the single word ``word``."""


def split_compound(norm: str, words: Words) -> tuple[list[Part], str]:
    """The known members of a hyphenated word from its left, and what is left over at the end."""
    pieces = norm.split("-")
    parts: list[Part] = []
    start = 0
    while start < len(pieces):
        stop, part = _longest_part(pieces, start, words)
        if part is None:
            break
        parts.append(part)
        start = stop
    return parts, "-".join(pieces[start:])


def _longest_part(pieces: list[str], start: int, words: Words) -> tuple[int, Part | None]:
    for stop in range(min(len(pieces), start + 3), start, -1):
        part = _part("-".join(pieces[start:stop]), words, last=stop == len(pieces))
        if part:
            return stop, part
    return start, None


def _part(piece: str, words: Words, *, last: bool) -> Part | None:
    for stem, inflection in words.stems(piece.lower()):
        if last or inflection is BARE or inflection.adjectival:
            entries = tuple(
                end.entry
                for end in words.ends(stem)
                if _is_written(end.words[0], piece, inflection, end.entry)
            )
            if entries:
                return entries, inflection
    return None


def _is_written(word: str, piece: str, inflection: Inflection, entry: Entry) -> bool:
    if inflection.adjectival:
        return word[0].isupper() and piece[0].islower()
    if entry.kind is EntryKind.NATIONALITY:
        return inflection.number == "Sing"
    if entry.kind is EntryKind.DEMONYM:
        return inflection.number == "Plur"
    if is_acronym(word):
        return piece.partition("-")[0] == word.partition("-")[0]
    return word[0].isupper() == piece[0].isupper()


def is_acronym(word: str) -> bool:
    """Whether a word is all capitals (ENSZ, G20) and is only ever written so, its suffixes after a hyphen."""
    return word.isupper() and len(word) > 1


class OfficeSuffixes:
    """Offices that end compounds of any kind, so that not every ministry has to be listed.

    The cache holds a pure function of the form and never more than ``_MAX_FORMS`` forms.
    """

    __slots__ = ("_forms", "_offices", "_pattern")

    def __init__(self, offices: Mapping[str, Entry]) -> None:
        self._offices = offices
        longest_first = sorted(offices, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._forms: dict[str, tuple[Entry, Inflection] | None] = {}

    def read(self, fold: str) -> tuple[Entry, Inflection] | None:
        """The office at the end of ``fold``, named as the whole compound."""
        if fold not in self._forms:
            if len(self._forms) >= _MAX_FORMS:
                self._forms.clear()
            self._forms[fold] = self._read(fold)
        return self._forms[fold]

    def _read(self, fold: str) -> tuple[Entry, Inflection] | None:
        found = self._pattern.search(fold, _SHORTEST_PREFIX)
        if found is None:
            return None
        prefix = fold[: found.start()]
        for stem, inflection in known_stems(fold[found.start() :], self._offices):
            if not inflection.adjectival:
                entry = self._offices[stem]
                return attrs.evolve(entry, name=prefix + stem, tags=entry.tags | {"compound"}), inflection
        return None
