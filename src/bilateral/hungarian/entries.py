"""What the lexicon holds (entries) and what it finds (matches)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import attrs


class EntryKind(StrEnum):
    """What an entry names."""

    COUNTRY = "country"
    NATIONALITY = "nationality"
    """An adjective: kazah, orosz."""
    DEMONYM = "demonym"
    """The people of a nation: oroszok."""
    CITY = "city"
    INSTITUTION = "institution"
    """A house or town that stands for a government: Kreml, Fehér Ház, Brüsszel."""
    REGION = "region"
    ORGANIZATION = "organization"
    MEDIA = "media"
    OFFICE = "office"
    MODIFIER = "modifier"
    """A word before an office: korábbi, ügyvezető."""
    HONORIFIC = "honorific"
    PARTICLE = "particle"
    """A small word inside foreign names: bin, von, de."""
    GIVEN_NAME = "given_name"
    PERSON = "person"
    """Only from :meth:`Lexicon.extend`."""


@attrs.frozen
class Entry:
    """Something that the lexicon knows by name.

    Attributes:
        kind: what it is.
        name: the canonical form, nominative.
        countries: ISO 3166-1 alpha-2 codes of the countries that it is, is in or belongs to.
        value: of an office, its value in :class:`~bilateral.model.kinds.Office`; of an organisation, its
            usual short name; of an institution, the town where it stands; of a modifier, what it does to
            the office (``"former"``, ``"acting"``, ``"elect"`` …); of a person, the office.
        tags: ``"capital"`` of a city; ``"government"`` of an institution that speaks for a government;
            ``"deputy"``, ``"female"``, ``"compound"`` of an office (``"vague"`` if the word is common in
            other senses); ``"company"``, ``"international"`` … of an organisation.
        english: the English name of an organisation.
    """

    kind: EntryKind
    name: str
    countries: tuple[str, ...] = ()
    value: str | None = None
    tags: frozenset[str] = frozenset()
    english: str | None = None

    @property
    def country(self) -> str | None:
        """The first country."""
        return self.countries[0] if self.countries else None


@attrs.define(eq=False)
class Match:
    """Where entries stand in a text.

    Attributes:
        first, last: half-open range of tokens.
        entries: the homonyms that these words name (Luxemburg: country and city), likeliest first; with
            ``pair``, the members in their order.
        case: UD case of the last word.
        number: ``"Sing"`` or ``"Plur"`` (the form, not the name: "Egyesült Államok" is ``"Sing"``).
        possessor: ``""``, or person and number of the possessor.
        adjectival: the words are an adjective in -i (-beli) of a name: moszkvai, New York-i.
        pair: the words join several nationalities or names: orosz-kazah, Kína-EU.
        modifiers: the entries before the hyphen of a compound that ends in ``entries``: NATO-főtitkár.
        head: the unknown last member of a compound that starts with a known name: ``"csúcs"`` of NATO-csúcs.
        form: which of the entry's forms it is, uninflected (Isztambul for Isztanbul), or ``""``.
        entry: the likeliest entry.
        kind: its kind.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    case: str = "Nom"
    number: str = "Sing"
    possessor: str = ""
    adjectival: bool = False
    pair: bool = False
    modifiers: tuple[Entry, ...] = ()
    head: str = ""
    form: str = ""

    entry: Entry = attrs.field(init=False)
    kind: EntryKind = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.entry = self.entries[0]
        self.kind = self.entry.kind

    @property
    def countries(self) -> tuple[str, ...]:
        """The first country of the likeliest entry; of a pair, of each member."""
        if not self.pair:
            return self.entry.countries[:1]
        return tuple(dict.fromkeys(code for entry in self.entries for code in entry.countries[:1]))

    def of(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """The entries of these kinds."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)


class Named(NamedTuple):
    """One written form of an entry."""

    form: str
    entry: Entry
