"""An article: its text, its header, who and where it speaks of, and the facts that it tells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeVar

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model import display
from bilateral.model.checks import checked, distinct
from bilateral.model.facts import (
    Agreement,
    AnyFact,
    DiplomaticMission,
    EconomicIndicator,
    Meeting,
    Plan,
    Statement,
    StateVisit,
)
from bilateral.model.frozen import FrozenMap
from bilateral.model.text import Evidence, Span
from bilateral.model.world import Country, Organization, Person, Place

Entity = Person | Country | Place | Organization
"""Whom or what a text can mention."""

_F = TypeVar("_F")


def _header(spans: Mapping[str, Span]) -> FrozenMap[str, Span]:
    return FrozenMap({name: spans[name] for name in sorted(spans)})


@attrs.frozen(kw_only=True, field_transformer=checked)
class Mention:
    """A place in the text that names (or plainly means) a person, country, place or organisation."""

    span: Span
    entity: Entity

    def __hash__(self) -> int:
        return hash((self.span.start, self.span.end))


# One converter for each type of item: type checkers do not see through a generic one.
def _people(items: Iterable[Person]) -> tuple[Person, ...]:
    return distinct(items)


def _countries(items: Iterable[Country]) -> tuple[Country, ...]:
    return distinct(items)


def _mentions(items: Iterable[Mention]) -> tuple[Mention, ...]:
    return distinct(items)


def _facts(items: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    return tuple(items)


def _notes(items: Iterable[str]) -> tuple[str, ...]:
    return distinct(items)


def _is_str(article: "Article", _: "attrs.Attribute[str]", text: str) -> None:
    if not isinstance(text, str):
        raise InvalidValueError(f"{type(article).__name__}.text", text, "a str")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Article:
    """What was read from one text. Iterating over it gives its facts.

    Attributes:
        text: the text as given, unaltered; all offsets point into it.
        published: date or date-time of publication as the text (or the caller) gives it.
        section: the portal's rubric, e.g. ``"Külföld"``.
        headline: the title line.
        agency: the news agency that the article is credited to, e.g. ``"MTI"``.
        header: spans of ``published``, ``section``, ``headline`` and ``agency`` in the text.
        people: each person named, in order of first mention.
        countries: each country named or implied, weightiest first.
        dyad: the pair of countries that the article is mainly about, if there is one.
        mentions: where persons, countries, places and organisations stand.
        facts: everything that the article tells, in order of the text.
        notes: what was seen but left open, e.g. relative dates without a publication date.

    Raises:
        InvalidValueError: a field holds something else than its type says, an offset lies outside the
            text, or an evidence does not quote what stands at its place.
    """

    text: str = attrs.field(validator=_is_str)
    published: date | datetime | None = None
    section: str | None = None
    headline: str | None = None
    agency: str | None = None
    header: FrozenMap[str, Span] = attrs.field(factory=lambda: FrozenMap({}), converter=_header)
    people: tuple[Person, ...] = attrs.field(default=(), converter=_people)
    countries: tuple[Country, ...] = attrs.field(default=(), converter=_countries)
    dyad: tuple[Country, Country] | None = None
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=_mentions)
    facts: tuple[AnyFact, ...] = attrs.field(default=(), converter=_facts)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_notes)

    def __attrs_post_init__(self) -> None:
        _check_offsets(self)
        _check_evidence(self)

    def __iter__(self) -> Iterator[AnyFact]:
        return iter(self.facts)

    def _of(self, kind: type[_F]) -> tuple[_F, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, kind))

    @property
    def visits(self) -> tuple[StateVisit, ...]:
        """The visits between states."""
        return self._of(StateVisit)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The encounters."""
        return self._of(Meeting)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements and understandings."""
        return self._of(Agreement)

    @property
    def indicators(self) -> tuple[EconomicIndicator, ...]:
        """The economic figures."""
        return self._of(EconomicIndicator)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The clauses of reporting."""
        return self._of(Statement)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The intentions."""
        return self._of(Plan)

    @property
    def missions(self) -> tuple[DiplomaticMission, ...]:
        """The diplomatic and cultural missions."""
        return self._of(DiplomaticMission)

    def person(self, name: str) -> Person | None:
        """The person of that name; part of a name (a surname) will do if only one person bears it.

        >>> article = Article(text="…", people=[Person(name="Kovács Anna"), Person(name="Szabó Péter")])
        >>> article.person("kovács").name
        'Kovács Anna'
        """
        wanted = _words(name)
        exact = [person for person in self.people if _words(person.name) == wanted]
        bearers = exact or [person for person in self.people if wanted <= _words(person.name)]
        return bearers[0] if wanted and len(bearers) == 1 else None

    def mentions_of(self, entity: Entity) -> tuple[Span, ...]:
        """Where the text mentions a person, country, place or organisation, in order."""
        return tuple(mention.span for mention in self.mentions if mention.entity == entity)

    def about(self, entity: Entity) -> tuple[AnyFact, ...]:
        """The facts in which a person, country, place or organisation takes part."""
        return tuple(fact for fact in self.facts if any(entity in _held(value) for value in _values(fact)))

    def facts_at(self, span: Span | int) -> tuple[AnyFact, ...]:
        """The facts with evidence that covers an offset or overlaps a span."""
        place = Span(span, span + 1) if isinstance(span, int) else span
        return tuple(fact for fact in self.facts if any(e.span.overlaps(place) for e in fact.sources))

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the text with its facts marked, and the tables."""
        return display.html(self)


def _words(name: str) -> Counter[str]:
    return Counter(name.casefold().split())


def _values(fact: AnyFact) -> Iterator[object]:
    return (getattr(fact, field.name) for field in attrs.fields(type(fact)))


def _held(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _check_offsets(article: Article) -> None:
    end = len(article.text)
    for name, span in article.header.items():
        if span.end > end:
            raise InvalidValueError(f"Article.header[{name}]", span, f"a span in {Span(0, end)}")
    for number, mention in enumerate(article.mentions):
        if mention.span.end > end:
            field = f"Article.mentions[{number}].span"
            raise InvalidValueError(field, mention.span, f"a span in {Span(0, end)}")


def _check_evidence(article: Article) -> None:
    for number, fact in enumerate(article.facts):
        evidence = _wrong_evidence(article.text, fact)
        if evidence is not None:
            expected = "evidence that quotes the text at its span"
            raise InvalidValueError(f"Article.facts[{number}].evidence", evidence, expected)


def _wrong_evidence(text: str, fact: AnyFact) -> Evidence | None:
    for evidence in (fact.evidence, *fact.further_evidence):
        if evidence.rule and not evidence.is_from(text):
            return evidence
    return None
