"""What a stretch of text can name or mean: the mentions of an article and the persons behind them."""

from __future__ import annotations

from enum import StrEnum

import attrs

from bilateral.model.kinds import Office


class MentionKind(StrEnum):
    """What a mention names or means."""

    PERSON = "person"
    """A name, with the titles that stand by it."""
    ROLE = "role"
    """An office-holder without a name: "a kazah elnök", "a szóvivő", "vendéglátója"."""
    GROUP = "group"
    """Several parties, states or office-holders at once: "a felek", "a két ország"."""
    COUNTRY = "country"
    NATIONALITY = "nationality"
    """An adjective or a people: "kazah", "orosz-kazah", "a horvátok"."""
    PLACE = "place"
    """A town (or another place that is no state)."""
    INSTITUTION = "institution"
    """An authority that speaks for a state: the Kreml, a ministry, a president's office."""
    ORGANIZATION = "organization"
    MEDIA = "media"


class Relation(StrEnum):
    """How a role is bound to somebody named before."""

    COUNTERPART = "counterpart"
    """Holds the same office for the other side: "hivatali partnere", "kollégája"."""
    HOST = "host"
    GUEST = "guest"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    LEADER = "leader"
    """Leads what is named before: "vezetője"."""


class Source(StrEnum):
    """Where a person's office or country was read from."""

    TEXT = "text"
    """The words beside the name."""
    RELATION = "relation"
    """A role bound to another person: "azeri partnere"."""
    NAME = "name"
    """A Hungarian name in Hungarian order, of somebody who is not said to serve another state."""
    CONTEXT = "context"
    """The only other state that the sentence (or the article) speaks of."""
    LEXICON = "lexicon"
    """A person whom the user added to the lexicon."""
    HOLDERS = "office_holders.tsv"
    """The dated list of office-holders."""


@attrs.define(eq=False)
class Mention:
    """A stretch of tokens that names or means somebody or something.

    Attributes:
        kind: what it names.
        first: first token of the whole phrase, titles and apposition included.
        last: one past the last token.
        head: the token that bears the case.
        case: UD case of the head.
        number: ``"Sing"`` or ``"Plur"``.
        name: the name in the nominative, as far as this mention tells it.
        name_first: first token of the name itself, -1 where there is none.
        name_last: one past the name's last token, -1 where there is none.
        countries: codes, in the order of the text: whom a person serves, what an adjective means.
        office: what the person is said to be.
        title: the description, verbatim, with its head in the nominative.
        former: whether the office is said to be past ("korábbi", "volt").
        place: nominative of a town; of an institution's town.
        relation: how a role is bound to somebody named before.
        count: how many a group has, 0 if untold.
        person: index into the article's persons, -1 for none.
        inside: index of the mention that this one is part of, -1 for none.
        capital: whether a place is the capital of its country.
        adjectival: whether the words are an adjective ("moszkvai", "kazahsztáni").
        possessive: whether the head is marked as somebody's ("elnöke", "hazája").
    """

    kind: MentionKind
    first: int
    last: int
    head: int
    case: str = "Nom"
    number: str = "Sing"
    name: str | None = None
    name_first: int = -1
    name_last: int = -1
    countries: tuple[str, ...] = ()
    office: Office | None = None
    title: str | None = None
    former: bool = False
    place: str | None = None
    relation: Relation | None = None
    count: int = 0
    person: int = -1
    inside: int = -1
    capital: bool = False
    adjectival: bool = False
    possessive: bool = False

    def covers(self, other: Mention) -> bool:
        """Whether ``other`` stands inside this mention and is not the same stretch."""
        return (
            self.first <= other.first
            and other.last <= self.last
            and (self.first, self.last) != (other.first, other.last)
        )


@attrs.define(eq=False)
class PersonRecord:
    """A person of the article, all mentions taken together.

    Attributes:
        index: place in the list of persons.
        name: the longest form in the article, nominative.
        office: what the person is.
        country: code of the state (or the EU) that the person serves.
        title: the article's description.
        first_mention: first token of the first mention.
        mentions: indices of the mentions by name.
        office_source: where the office was read from.
        country_source: where the country was read from.
        hungarian: whether the name is a Hungarian one in Hungarian order.
    """

    index: int
    name: str
    office: Office | None = None
    country: str | None = None
    title: str | None = None
    first_mention: int = 0
    mentions: list[int] = attrs.field(factory=list)
    office_source: Source | None = None
    country_source: Source | None = None
    hungarian: bool = False
