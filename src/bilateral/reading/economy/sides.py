"""The countries that a figure concerns, and from which to which the goods, the money or the people go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from bilateral.hungarian.phrases import Phrase
from bilateral.model.text import Span
from bilateral.reading.document import Document
from bilateral.reading.economy.choice import Choice
from bilateral.reading.economy.cues import lemma
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.referents import Mention, MentionKind

GOAL = frozenset({"Ill", "Sbl", "All", "Dat"})
SOURCE = frozenset({"Ela", "Del", "Abl"})
PLACE = frozenset({"Ine", "Sup", "Ade"})
PARTNER = frozenset({"Ins"})
_PAIR = 2
_OWN = frozenset({"Nom", "", "Dat", "Gen"})


class Role:
    """Names of the roles that a country can have around a figure."""

    OWNER = "owner"
    SUBJECT = "subject"
    GOAL = "goal"
    SOURCE = "source"
    PLACE = "place"
    PARTNER = "partner"
    OTHER = "other"


class Side(NamedTuple):
    """A country in a role, with the words that name it."""

    country: str
    role: str
    at: int
    span: Span


@attrs.define(eq=False)
class Sides:
    """The countries of a figure.

    Attributes:
        countries: all concerned, in order.
        origin: whence it goes.
        destination: where it goes.
        spans: the words that name each country.
        named: whether the figure's own sentence names a country or a pair.
    """

    countries: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    spans: dict[str, Span] = attrs.Factory(dict)
    named: bool = False


def sides_of(document: Document, figure: Figure, choice: Choice) -> Sides:
    """Who gives and who gets, and everybody concerned."""
    found = list(_sides(document, figure, choice))
    origin, destination = _ends(figure, choice, found)
    known = tuple(dict.fromkeys(code for code in (origin, destination) if code))
    named = tuple(dict.fromkeys(side.country for side in found))
    countries = tuple(dict.fromkeys((*known, *named)))[: max(_PAIR, len(known))]
    pair = _pair(document, figure)
    if len(countries) < _PAIR and (not countries or countries[0] in pair):
        countries = tuple(dict.fromkeys((*countries, *pair)))
    origin, destination = _completed(choice, origin, destination, countries)
    spans = {side.country: side.span for side in reversed(found)}
    return Sides(countries, origin, destination, spans, bool(named) or _mutual(document, figure))


def _pair(document: Document, figure: Figure) -> tuple[str, ...]:
    states = figure.sentence.states
    return states if len(states) == _PAIR else document.dyad


def _mutual(document: Document, figure: Figure) -> bool:
    words = economy().words.mutual
    if any(lemma(document, at) in words for at in figure.clause.words):
        return True
    return any(
        mention.kind is MentionKind.GROUP
        for mention in document.mentions_in(figure.clause.first, figure.clause.last)
    )


def _sides(document: Document, figure: Figure, choice: Choice) -> Iterator[Side]:
    """Every country that the clause names, with its role."""
    owner = _owner_range(figure, choice)
    for first, last in figure.clause.parts:
        for mention in document.mentions_in(first, last):
            role = _role(document, figure, mention, owner)
            for country in _countries(document, mention):
                yield Side(country, role, mention.first, document.span(mention.first, mention.last))
    subject = document.subject(figure.clause)
    if subject is not None:
        span = document.span(figure.clause.first, figure.clause.last)
        for country in subject.countries:
            yield Side(country, Role.SUBJECT, figure.clause.first, span)


def _countries(document: Document, mention: Mention) -> tuple[str, ...]:
    if mention.kind in (MentionKind.PERSON, MentionKind.ROLE, MentionKind.MEDIA) or mention.inside >= 0:
        return ()
    if mention.countries:
        return mention.countries
    referent = document.who(mention)
    return referent.countries if referent is not None else ()


def _owner_range(figure: Figure, choice: Choice) -> tuple[int, int]:
    """The words before the measure within its phrase: whose it is."""
    at = choice.cue.at if choice.cue is not None else figure.head
    phrase = _phrase_at(figure, at)
    return (phrase.first, at) if phrase is not None and at >= 0 else (at, at)


def _phrase_at(figure: Figure, token: int) -> Phrase | None:
    return next((phrase for phrase in figure.clause.phrases if phrase.first <= token < phrase.last), None)


def _role(document: Document, figure: Figure, mention: Mention, owner: tuple[int, int]) -> str:
    after = mention.last if mention.last < len(document.tokens) else mention.first
    if document.tokens[after].fold in economy().words.transit:
        return Role.OTHER
    inside = owner[0] <= mention.first < owner[1]
    if mention.kind is MentionKind.NATIONALITY or mention.adjectival:
        return _adjective_role(document, figure, mention, inside=inside)
    if inside and mention.case in _OWN:
        return Role.OWNER
    return _case_role(mention.case)


def _case_role(case: str) -> str:
    for cases, role in (
        (GOAL, Role.GOAL),
        (SOURCE, Role.SOURCE),
        (PLACE, Role.PLACE),
        (PARTNER, Role.PARTNER),
    ):
        if case in cases:
            return role
    return Role.SUBJECT if case in ("Nom", "") else Role.OTHER


def _adjective_role(document: Document, figure: Figure, mention: Mention, *, inside: bool) -> str:
    """An adjective of a people tells whose it is, one of a land where it is."""
    if mention.adjectival and mention.kind is not MentionKind.NATIONALITY:
        return Role.PLACE
    if inside:
        return Role.OWNER
    phrase = _phrase_at(figure, mention.first)
    return _case_role(phrase.case) if phrase is not None else Role.OTHER


def _first(found: Iterable[Side], *roles: str, but: str | None = None) -> str | None:
    for role in roles:
        for side in found:
            if side.role == role and side.country != but:
                return side.country
    return None


def _ends(figure: Figure, choice: Choice, found: list[Side]) -> tuple[str | None, str | None]:
    """Origin and destination by the flow of the measure."""
    flow = choice.rule.flow
    if flow is Flow.GOODS:
        flow = Flow.OUTWARD
    if flow is Flow.OUTWARD:
        origin = _first(found, Role.OWNER, Role.SOURCE, Role.SUBJECT)
        return origin, _first(found, Role.GOAL, Role.PLACE, but=origin)
    if flow is Flow.INWARD:
        destination = _first(found, Role.OWNER, Role.GOAL, Role.SUBJECT)
        return _first(found, Role.SOURCE, but=destination), destination
    if flow is Flow.STAY:
        destination = _first(found, Role.PLACE, Role.GOAL)
        return _first(found, Role.OWNER, Role.SUBJECT, but=destination), destination
    return None, None


def _completed(
    choice: Choice, origin: str | None, destination: str | None, countries: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """The other end, where only two countries are concerned and the direction is one of trade or capital."""
    if choice.rule.flow not in (Flow.OUTWARD, Flow.INWARD, Flow.STAY) or len(countries) != _PAIR:
        return origin, destination
    if origin and not destination:
        return origin, next((code for code in countries if code != origin), None)
    if destination and not origin:
        return next((code for code in countries if code != destination), None), destination
    return origin, destination
