"""An article: its text, its header, who and where it speaks of, and the facts that it tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar

import attrs

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
from bilateral.model.text import Span
from bilateral.model.world import Country, Organization, Person, Place

Entity = Person | Country | Place | Organization

_F = TypeVar("_F")


@attrs.frozen(kw_only=True)
class Mention:
    """A place in the text that names (or plainly means) a person, country, place or organisation."""

    span: Span
    entity: Entity


@attrs.frozen(kw_only=True)
class Article:
    """What was read from one text.

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
    """

    text: str
    published: date | datetime | None = None
    section: str | None = None
    headline: str | None = None
    agency: str | None = None
    header: Mapping[str, Span] = attrs.field(
        factory=dict, converter=lambda m: MappingProxyType(dict(m)), hash=False
    )
    people: tuple[Person, ...] = attrs.field(default=(), converter=tuple)
    countries: tuple[Country, ...] = attrs.field(default=(), converter=tuple)
    dyad: tuple[Country, Country] | None = None
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=tuple)
    facts: tuple[AnyFact, ...] = attrs.field(default=(), converter=tuple)
    notes: tuple[str, ...] = attrs.field(default=(), converter=tuple)

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
