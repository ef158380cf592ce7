"""The seven kinds of fact that an article can tell."""

from __future__ import annotations

from typing import ClassVar, Self

import attrs

from bilateral.model.kinds import (
    AgreementKind,
    AgreementStatus,
    Basis,
    Measure,
    MeetingKind,
    MeetingStatus,
    MissionKind,
    MissionStatus,
    SpeechAct,
    SpeechMode,
    Venue,
    VisitRank,
    VisitStatus,
)
from bilateral.model.text import UNSOURCED, Evidence
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country, Organization, Person, Place

Party = Country | Organization
"""Who can be bound by an agreement or intend something: a state or an organisation."""


@attrs.frozen(kw_only=True)
class Fact:
    """Something that an article tells, with the words that tell it.

    Attributes:
        evidence: the sentence that the fact was first read from; ``UNSOURCED`` for facts built by hand.
        further_evidence: other sentences that say or complete the same.
    """

    TABLE: ClassVar[str]
    """The table whose rows are facts of this type."""

    evidence: Evidence = attrs.field(default=UNSOURCED)
    further_evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=tuple)

    @property
    def claim(self) -> Self:
        """The fact without its evidence: what merging and comparing by content look at."""
        return attrs.evolve(self, evidence=UNSOURCED, further_evidence=())


@attrs.frozen(kw_only=True)
class StateVisit(Fact):
    """A journey of a state's (or an international organisation's) representative to another state."""

    TABLE: ClassVar[str] = "visits"

    guest: Person | None = None
    guest_country: Country | None = None
    host: Person | None = None
    host_country: Country
    rank: VisitRank = VisitRank.UNSPECIFIED
    status: VisitStatus = VisitStatus.ACTUAL
    place: Place | None = None
    date: Period | None = None


@attrs.frozen(kw_only=True)
class Meeting(Fact):
    """An encounter of representatives of two sides."""

    TABLE: ClassVar[str] = "meetings"

    kind: MeetingKind = MeetingKind.TALKS
    participants: tuple[Person, ...] = attrs.field(default=(), converter=tuple)
    countries: tuple[Country, ...] = attrs.field(default=(), converter=tuple)
    place: Place | None = None
    date: Period | None = None
    status: MeetingStatus = MeetingStatus.ACTUAL


@attrs.frozen(kw_only=True)
class Agreement(Fact):
    """A document or an understanding between states, organisations or companies."""

    TABLE: ClassVar[str] = "agreements"

    kind: AgreementKind
    status: AgreementStatus
    parties: tuple[Party, ...] = attrs.field(default=(), converter=tuple)
    signatories: tuple[Person, ...] = attrs.field(default=(), converter=tuple)
    subject: str | None = None
    date: Period | None = None
    valid_until: Period | None = None


@attrs.frozen(kw_only=True)
class EconomicIndicator(Fact):
    """One figure of the economic relations between states."""

    TABLE: ClassVar[str] = "indicators"

    measure: Measure
    basis: Basis
    amount: Amount
    period: Period | None = None
    countries: tuple[Country, ...] = attrs.field(default=(), converter=tuple)
    origin: Country | None = None
    destination: Country | None = None
    attributed_to: Person | None = None


@attrs.frozen(kw_only=True)
class Statement(Fact):
    """One clause of reporting: who said (did by saying) what to whom, where and when.

    Attributes:
        content: the reported clause or the quotation, verbatim; ``" … "`` stands where a reporting
            clause interrupts it.
    """

    TABLE: ClassVar[str] = "statements"

    speaker: Person | None = None
    speaker_country: Country | None = None
    act: SpeechAct = SpeechAct.SAY
    mode: SpeechMode = SpeechMode.INDIRECT
    content: str
    addressee: Person | None = None
    venue: Venue | None = None
    date: Period | None = None


@attrs.frozen(kw_only=True)
class Plan(Fact):
    """An intention between states that is no visit, agreement, meeting or mission."""

    TABLE: ClassVar[str] = "plans"

    actors: tuple[Party, ...] = attrs.field(default=(), converter=tuple)
    action: str
    countries: tuple[Country, ...] = attrs.field(default=(), converter=tuple)
    date: Period | None = None


@attrs.frozen(kw_only=True)
class DiplomaticMission(Fact):
    """A diplomatic or cultural mission that is opened, closed or planned."""

    TABLE: ClassVar[str] = "missions"

    kind: MissionKind
    sending: Country | None = None
    receiving: Country | None = None
    place: Place | None = None
    status: MissionStatus


AnyFact = StateVisit | Meeting | Agreement | EconomicIndicator | Statement | Plan | DiplomaticMission
"""The closed union of the fact types."""

FACT_TYPES: tuple[type[Fact], ...] = (
    StateVisit,
    Meeting,
    Agreement,
    EconomicIndicator,
    Statement,
    Plan,
    DiplomaticMission,
)
"""Every fact type, in the order of the tables."""
