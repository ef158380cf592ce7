"""The words of ``data/mentions.toml``, loaded once and checked."""

from __future__ import annotations

import functools
import tomllib

import attrs
import cattrs

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_bytes
from bilateral.model.kinds import Office
from bilateral.reading.referents import Relation

FILE = "mentions.toml"
_COMPOUND = 5
"""Letters from which on a noun is looked for at the end of compounds: Szijjártó ends in no lake."""


@attrs.frozen
class Small:
    """Articles, words that join, parts of a portfolio, and endings of adjectives that are coordinated."""

    articles: frozenset[str]
    joints: frozenset[str]
    foreign_affairs: frozenset[str]
    attributive: tuple[str, ...]


@attrs.frozen
class Domain:
    """What can be led, and what its leader and the leader's deputy are."""

    nouns: tuple[str, ...]
    office: Office
    deputy: Office

    def fits(self, phrase: str) -> bool:
        """Whether ``phrase`` (lower case) ends in one of the nouns."""
        return phrase.endswith(self.nouns)


@attrs.frozen
class Leaders:
    """Heads whose office depends on what they lead."""

    chiefs: frozenset[str]
    deputies: frozenset[str]
    deputy_words: frozenset[str]
    of_states: frozenset[str]


@attrs.frozen
class Ends:
    """Ends of nouns."""

    ends: tuple[str, ...]


@attrs.frozen
class People:
    """Ends of nouns that describe a person."""

    heads: tuple[str, ...]


@attrs.frozen
class Groups:
    """Nouns that mean both sides: in the plural, or with one of the numerals."""

    plural: frozenset[str]
    counted: frozenset[str]
    numerals: dict[str, int]


@attrs.frozen
class Tenure:
    """Nouns of an office's time, and the words after them that make it past."""

    nouns: frozenset[str]
    follows: frozenset[str]


@attrs.frozen
class Things:
    """Ends of capitalised words that name no person, and the words that follow any name ("nevű")."""

    ends: tuple[str, ...]
    naming: frozenset[str]


@attrs.frozen
class Government:
    """Nouns after the adjective of a capital by which the capital stands for its government."""

    nouns: tuple[str, ...]


@attrs.frozen
class States:
    """What names no state though it looks so, and the capital that stands for more than its state."""

    languages: frozenset[str]
    none: frozenset[str]
    capitals: dict[str, str]


@attrs.frozen
class MentionWords:
    """All words that the reading of mentions needs."""

    small: Small
    relations: dict[Relation, tuple[str, ...]]
    monarchs: Ends
    leaders: Leaders
    domains: tuple[Domain, ...]
    people: People
    endings: dict[Office, tuple[str, ...]]
    seats: dict[str, str]
    national: Ends
    groups: Groups
    tenure: Tenure
    things: Things
    government: Government
    states: States

    def domain(self, phrase: str) -> Domain | None:
        """The first domain whose nouns end ``phrase`` (lower case)."""
        return next((domain for domain in self.domains if domain.fits(phrase)), None)


@functools.cache
def mention_words() -> MentionWords:
    """The shipped words.

    Raises:
        DataFileError: if the file does not say what it must.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    try:
        return converter.structure(tomllib.loads(read_bytes(FILE).decode("utf-8")), MentionWords)
    except (ValueError, cattrs.BaseValidationError) as error:
        raise DataFileError(FILE, "the file", "; ".join(cattrs.transform_error(error))) from error


@functools.cache
def relation_of() -> dict[str, Relation]:
    """Lemma of a role noun -> how it is bound to somebody named before."""
    return {noun: relation for relation, nouns in mention_words().relations.items() for noun in nouns}


@functools.lru_cache(maxsize=1 << 14)
def describes_person(lemma: str) -> bool:
    """Whether the noun (lemma, lower case) describes a person by its end."""
    return lemma.endswith(mention_words().people.heads)


@functools.lru_cache(maxsize=1 << 14)
def reigns(title: str) -> bool:
    """Whether a description (its head in the nominative) is that of a monarch."""
    return title.lower().endswith(mention_words().monarchs.ends)


@functools.lru_cache(maxsize=1 << 14)
def office_by_end(lemma: str) -> Office | None:
    """The office that an unlisted compound (lemma, lower case) shows by its end."""
    endings = mention_words().endings
    return next((office for office, ends in endings.items() if lemma.endswith(ends)), None)


@functools.lru_cache(maxsize=1 << 14)
def names_thing(fold: str) -> bool:
    """Whether a capitalised word (lower case) is the name of a thing or a compound that ends in one."""
    ends = mention_words().things.ends
    return fold in ends or fold.endswith(tuple(end for end in ends if len(end) >= _COMPOUND))


@functools.lru_cache(maxsize=1 << 14)
def is_thing_noun(lemma: str) -> bool:
    """Whether the noun (lemma, lower case), or what its adjective in -i is made of, is a thing by name."""
    ends = mention_words().things.ends
    return lemma in ends or lemma.removesuffix("i") in ends


@functools.lru_cache(maxsize=1 << 14)
def is_authority(lemma: str) -> bool:
    """Whether the noun (lemma, lower case) is an authority by its end."""
    return lemma.endswith(mention_words().government.nouns)


@functools.lru_cache(maxsize=1 << 14)
def means_somebody(lemma: str) -> bool:
    """Whether the noun (lemma as the tagger writes it) can mean a person, an authority or a party."""
    lower = lemma.lower()
    if lower in relation_of() or lemma in mention_words().groups.plural:
        return True
    return describes_person(lower) or is_authority(lower)
