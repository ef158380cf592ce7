"""The text as the reading of mentions works on it: tokens with readings, and what the lexicon found where."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import attrs

from bilateral.hungarian.entries import Entry, EntryKind, Match
from bilateral.hungarian.lexicon import Lexicon
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.tokens import Token, TokenKind
from bilateral.reading.mention_words import means_somebody

_WORD = TokenKind.WORD
_CITY, _GIVEN = EntryKind.CITY, EntryKind.GIVEN_NAME
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
_NO_READING = Reading("", "X")
_QUOTES = frozenset("\"„“”»«'’‚")
_DASHES = frozenset(("-", "–", "—"))
_ENDS = frozenset('.!?…"”»')
_OPENING = _QUOTES | _DASHES | {":"}


@attrs.define(eq=False)
class Sheet:
    """One text.

    Attributes:
        tokens: its tokens.
        readings: for each token its readings, best first.
        best: for each token its likeliest reading.
        sents: its sentences, half-open token ranges.
        matches: what the lexicon found, in order, none overlapping.
        at: for each token the match that covers it.
        givens: the tokens that are given names, with the names.
        heads: first word of each sentence (after quotation marks and dashes): its capital means nothing.
        parts: words that a name can begin with: with a capital or a hyphen (al-Száni).
        nouns: tokens that the lexicon does not know and that can head a description, or be an authority or
            a party, and those with a capital, which may be read otherwise.
        sent_of: for each token the number of its sentence.
        skip: tokens whose names are no mentions (bylines, credits of photographs, boilerplate).
    """

    tokens: Sequence[Token]
    readings: Sequence[tuple[Reading, ...]]
    best: list[Reading]
    sents: Sequence[tuple[int, int]]
    matches: list[Match]
    at: list[Match | None]
    givens: dict[int, Entry]
    heads: frozenset[int]
    parts: list[int]
    nouns: list[int]
    sent_of: list[int]
    skip: frozenset[int]
    lexicon: Lexicon

    @classmethod
    def of(
        cls,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]],
        sents: Sequence[tuple[int, int]],
        lexicon: Lexicon,
        skip: Iterable[tuple[int, int]] = (),
    ) -> Sheet:
        """The sheet of a tokenised and tagged text."""
        matches = lexicon.find(tokens, readings, sents)
        at: list[Match | None] = [None] * len(tokens)
        for match in matches:
            at[match.first : match.last] = [match] * (match.last - match.first)
        sent_of = [0] * len(tokens)
        for number, (first, last) in enumerate(sents):
            sent_of[first:last] = [number] * (last - first)
        hidden = frozenset(index for first, last in skip for index in range(first, last))
        best = [found[0] if found else _NO_READING for found in readings]
        parts, nouns, marks = _survey(tokens, best, at)
        return cls(
            tokens=tokens,
            readings=readings,
            best=best,
            sents=sents,
            matches=matches,
            at=at,
            givens=_givens(matches),
            heads=_heads(tokens, sents, marks),
            parts=parts,
            nouns=nouns,
            sent_of=sent_of,
            skip=hidden,
            lexicon=lexicon,
        )

    def reading(self, index: int) -> Reading:
        """The likeliest reading of the token."""
        return self.best[index]

    def fold(self, index: int) -> str:
        """The token in lower case; ``""`` beyond the text."""
        return self.tokens[index].fold if 0 <= index < len(self.tokens) else ""

    def sentence(self, index: int) -> tuple[int, int]:
        """The sentence of the token."""
        return self.sents[self.sent_of[index]]

    def kind(self, index: int) -> EntryKind | None:
        """What the lexicon takes the token for."""
        match = self.at[index] if 0 <= index < len(self.at) else None
        return match.kind if match else None

    def given(self, index: int) -> Entry | None:
        """The given name that the token is, if it is one."""
        return self.givens.get(index)


def _givens(matches: Iterable[Match]) -> dict[int, Entry]:
    """The given names that single words are, unless they are rather towns, by their tokens."""
    found: dict[int, Entry] = {}
    for match in matches:
        if match.kind is not _CITY and match.last - match.first == 1:
            for entry in match.entries:
                if entry.kind is _GIVEN:
                    found.setdefault(match.first, entry)
    return found


def _survey(
    tokens: Sequence[Token], best: Sequence[Reading], at: Sequence[Match | None]
) -> tuple[list[int], list[int], list[int]]:
    """What can be part of a name; unknown nouns that can mean somebody; what is no word."""
    parts, nouns, marks = [], [], []
    for index, token in enumerate(tokens):
        if token.kind is not _WORD:
            marks.append(index)
            continue
        if token.is_cap or "-" in token.norm:
            parts.append(index)
        if at[index] is None:
            reading = best[index]
            if reading.pos in _NOMINAL and (token.is_cap or means_somebody(reading.lemma)):
                nouns.append(index)
    return parts, nouns, marks


def _heads(tokens: Sequence[Token], sents: Sequence[tuple[int, int]], marks: list[int]) -> frozenset[int]:
    """First words of sentences and of quotations, and what follows a colon."""
    heads = set()
    for first, last in sents:
        index = first
        while index < last and not tokens[index].is_word and not tokens[index].text[0].isdigit():
            index += 1
        heads.add(index)
    for index in marks:
        if tokens[index].norm in _OPENING and index + 1 < len(tokens) and _opens(tokens, index + 1):
            heads.add(index + 1)
    return frozenset(heads)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word begins a quotation, or follows a colon or a dash after a sentence's end."""
    before = tokens[index - 1].text
    if before in _QUOTES or before == ":":
        return True
    return before in _DASHES and index > 1 and tokens[index - 2].text[-1] in _ENDS


@functools.lru_cache(maxsize=8)
def nationalities(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Nationality adjective (lower case) -> country codes: for capitalised parts of long names."""
    kind = EntryKind.NATIONALITY
    return {entry.name.lower(): entry.countries for entry in lexicon.entries if entry.kind is kind}
