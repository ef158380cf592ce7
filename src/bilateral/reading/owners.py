"""Whose office it is: what stands before a possessed head (Kazahsztán elnöke, a külügyi bizottság elnöke)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.reading.mention_words import mention_words
from bilateral.reading.sheet import Sheet, nationalities

if TYPE_CHECKING:
    from bilateral.reading.titles import Title

_PERSONAL = frozenset((EntryKind.GIVEN_NAME, EntryKind.PERSON))
_NAMED = frozenset(
    (
        EntryKind.COUNTRY,
        EntryKind.DEMONYM,
        EntryKind.CITY,
        EntryKind.INSTITUTION,
        EntryKind.REGION,
        EntryKind.ORGANIZATION,
        EntryKind.MEDIA,
    )
)


@attrs.define(eq=False)
class Owner:
    """What an office belongs to.

    Attributes:
        first: first token.
        last: one past the last token.
        match: what the lexicon knows of it.
        title: another office-holder's description that it is.
        countries: codes that it tells.
        phrase: the end of it in lower case lemmas, for asking what is led.
        personal: whether it looks like a person's name.
        closed: whether nothing before it belongs to it any more.
    """

    first: int
    last: int
    match: Match | None = None
    title: Title | None = None
    countries: tuple[str, ...] = ()
    phrase: str = ""
    personal: bool = False
    closed: bool = False


class OwnerReader:
    """Reads the owner that ends at a token."""

    def __init__(self, sheet: Sheet, start: int, by_last: dict[int, Title]) -> None:
        self._sheet = sheet
        self._start = start
        self._by_last = by_last

    def ending_at(self, index: int) -> Owner | None:
        """The owner whose last token is ``index``, if there is one."""
        title = self._by_last.get(index + 1)
        if title is not None:
            return self._of_title(title)
        token = self._sheet.tokens[index]
        if token.text == ")":
            return self._before_bracket(index)
        match = self._sheet.at[index]
        if match is not None and match.kind in _NAMED:
            return self._of_match(match)
        if token.is_cap and not self._is_common(index):
            return self._of_capitals(index)
        return self._of_noun(index)

    def _of_title(self, title: Title) -> Owner | None:
        if title.case not in ("Nom", "Dat") or title.plural:
            return None
        return Owner(title.first, title.last, title=title, countries=title.countries, closed=True)

    def _before_bracket(self, index: int) -> Owner | None:
        """An abbreviation in brackets: a Nemzetközi Atomenergia-ügynökség (NAÜ)."""
        tokens = self._sheet.tokens
        if index - 3 < self._start or tokens[index - 2].text != "(":
            return None
        owner = self.ending_at(index - 3)
        if owner:
            owner.last = index + 1
        return owner

    def _of_match(self, match: Match) -> Owner | None:
        if match.case not in ("Nom", "Dat") or match.adjectival:
            return None
        countries = match.entry.countries[:1]
        owner = Owner(match.first, match.last, match=match, countries=countries)
        owner.phrase = " ".join(self._sheet.fold(i) for i in range(match.first, match.last))
        if self._is_part_of_name(match):
            return self._of_capitals(match.last - 1)
        return owner

    def _is_part_of_name(self, match: Match) -> bool:
        """A town or the like inside a longer capitalised name."""
        before = match.first - 1
        return (
            match.kind in (EntryKind.CITY, EntryKind.REGION)
            and before >= self._start
            and self._sheet.tokens[before].is_cap
            and self._sheet.at[before] is None
            and before not in self._sheet.heads
        )

    def _is_common(self, index: int) -> bool:
        return index in self._sheet.heads and self._sheet.reading(index).pos != "PROPN"

    def _of_capitals(self, index: int) -> Owner:
        """A name of several capitalised words that the lexicon does not know, of a person or an authority."""
        first = index
        while first > self._start and self._continues(first - 1):
            first -= 1
        while self._sheet.fold(first) in mention_words().small.joints:
            first += 1
        owner = Owner(first, index + 1)
        owner.personal = any(self._sheet.kind(i) in _PERSONAL for i in range(first, index + 1))
        owner.phrase = self._lemmas(max(first, index - 1), index)
        if owner.phrase.endswith(mention_words().national.ends):
            owner.countries = self._nation(first, index)
        return owner

    def _continues(self, index: int) -> bool:
        token = self._sheet.tokens[index]
        if token.fold in mention_words().small.joints:
            return index > self._start and self._sheet.tokens[index - 1].is_cap
        return token.is_word and token.is_cap and token.fold not in mention_words().small.articles

    def _nation(self, first: int, last: int) -> tuple[str, ...]:
        known = nationalities(self._sheet.lexicon)
        for index in range(first, last + 1):
            codes = known.get(self._sheet.fold(index))
            if codes:
                return codes[:1]
            match = self._sheet.at[index]
            if match and match.entry.countries and match.kind is not EntryKind.GIVEN_NAME:
                return match.entry.countries[:1]
        return ()

    def _of_noun(self, index: int) -> Owner | None:
        """A common noun, and the noun that it belongs to itself: a kamarák szövetségének (elnöke)."""
        reading = self._sheet.reading(index)
        if reading.pos not in ("NOUN", "PROPN") or reading.case not in ("Nom", "Dat"):
            return None
        owner = Owner(index, index + 1, phrase=self._lemmas(index - 1, index))
        if reading.possessor and index > self._start:
            inner = self.ending_at(index - 1)
            if inner:
                owner.first, owner.countries, owner.closed = inner.first, inner.countries, inner.closed
        return owner

    def _lemmas(self, first: int, last: int) -> str:
        words = range(max(first, self._start), last + 1)
        return " ".join(self._sheet.reading(index).fold for index in words)
