"""The seven kinds of fact that an article can tell."""

from collections.abc import Iterable
from datetime import date as day
from typing import ClassVar, Self

import attrs

from bilateral.model.change import previous_level
from bilateral.model.checks import checked, distinct, refuse_same
from bilateral.model.describe import describe
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
from bilateral.model.values import Amount, Period, Precision
from bilateral.model.world import Country, Organization, Person, Place

Party = Country | Organization
"""Who can be bound by an agreement or intend something: a state or an organisation."""


# One converter for each type of item: type checkers do not see through a generic one.
def _persons(items: Iterable[Person]) -> tuple[Person, ...]:
    return distinct(items)


def _countries(items: Iterable[Country]) -> tuple[Country, ...]:
    return distinct(items)


def _parties(items: Iterable[Party]) -> tuple[Party, ...]:
    return distinct(items)


def _evidence(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return distinct(items)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Fact:
    """Something that an article tells, with the words that tell it.

    Attributes:
        evidence: the sentence that the fact was first read from; ``UNSOURCED`` for facts built by hand.
        further_evidence: other sentences that say or complete the same.
    """

    TABLE: ClassVar[str]
    """The table whose rows are facts of this type."""

    evidence: Evidence = attrs.field(default=UNSOURCED)
    further_evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=_evidence)

    @property
    def claim(self) -> Self:
        """The fact without its evidence: what merging and comparing by content look at."""
        return attrs.evolve(self, evidence=UNSOURCED, further_evidence=())

    @property
    def sources(self) -> tuple[Evidence, ...]:
        """All evidence, that which the fact was first read from first; empty for a fact built by hand."""
        return tuple(filter(None, (self.evidence, *self.further_evidence)))

    def describe(self, locale: str = "hu") -> str:
        """The fact as one readable sentence in Hungarian (``hu``) or English (``en``).

        Names, subjects and contents stay as the article has them.

        Raises:
            InvalidValueError: ``locale`` is of another language.
        """
        return describe(self, locale)

    def __str__(self) -> str:
        return self.describe("en")


@attrs.frozen(kw_only=True, field_transformer=checked)
class StateVisit(Fact):
    """A journey of a state's (or an international organisation's) representative to another state.

    Raises:
        InvalidValueError: the guest's country is the host's, or a person is guest and host.
    """

    TABLE: ClassVar[str] = "visits"

    guest: Person | None = None
    guest_country: Country | None = None
    host: Person | None = None
    host_country: Country
    rank: VisitRank = VisitRank.UNSPECIFIED
    status: VisitStatus = VisitStatus.ACTUAL
    place: Place | None = None
    date: Period | None = None

    def __attrs_post_init__(self) -> None:
        refuse_same(self, "guest_country", "host_country", "another country than guest_country")
        refuse_same(self, "guest", "host", "another person than guest")

    @property
    def period(self) -> Period | None:
        """When the visit took or takes place: the same as ``date``."""
        return self.date

    @property
    def days(self) -> int | None:
        """How many days it lasts, both ends included; ``None`` unless both are told to the day."""
        if self.date is None or self.date.precision is not Precision.DAY:
            return None
        return self.date.days


@attrs.frozen(kw_only=True, field_transformer=checked)
class Meeting(Fact):
    """An encounter of representatives of two sides."""

    TABLE: ClassVar[str] = "meetings"

    kind: MeetingKind = MeetingKind.TALKS
    participants: tuple[Person, ...] = attrs.field(default=(), converter=_persons)
    countries: tuple[Country, ...] = attrs.field(default=(), converter=_countries)
    place: Place | None = None
    date: Period | None = None
    status: MeetingStatus = MeetingStatus.ACTUAL


@attrs.frozen(kw_only=True, field_transformer=checked)
class Agreement(Fact):
    """A document or an understanding between states, organisations or companies."""

    TABLE: ClassVar[str] = "agreements"

    kind: AgreementKind
    status: AgreementStatus
    parties: tuple[Party, ...] = attrs.field(default=(), converter=_parties)
    signatories: tuple[Person, ...] = attrs.field(default=(), converter=_persons)
    subject: str | None = None
    date: Period | None = None
    valid_until: Period | None = None

    def in_force_on(self, when: day) -> bool | None:
        """Whether the agreement binds its parties on the day ``when``; ``None`` where that does not follow.

        - After ``valid_until``, and once rejected, it does not.
        - Before the ``date`` of being signed, agreed, negotiated, planned or ratified it does not;
          from then on nothing follows, as none of these is the entry into force.
        - In force or extended on ``date``, it stays so until ``valid_until``, or without an end.
        - Terminated or suspended on ``date``, it does not bind from that day on.
        - Within a ``date`` told only by month or year, and without ``date``, nothing follows.
        """
        if self.valid_until and self.valid_until.last and when > self.valid_until.last:
            return False
        before, after = _BINDS[self.status]
        if before is after:
            return before
        if self.date and self.date.first and when < self.date.first:
            return before
        return after if self.date and self.date.last and when >= self.date.last else None


_BINDS: dict[AgreementStatus, tuple[bool | None, bool | None]] = {
    AgreementStatus.SIGNED: (False, None),
    AgreementStatus.AGREED: (False, None),
    AgreementStatus.NEGOTIATING: (False, None),
    AgreementStatus.PLANNED: (False, None),
    AgreementStatus.RATIFIED: (False, None),
    AgreementStatus.IN_FORCE: (None, True),
    AgreementStatus.EXTENDED: (None, True),
    AgreementStatus.TERMINATED: (None, False),
    AgreementStatus.SUSPENDED: (None, False),
    AgreementStatus.REJECTED: (False, False),
}
"""Whether an agreement binds before and after the date of its status; ``None`` where that is open."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class EconomicIndicator(Fact):
    """One figure of the economic relations between states."""

    TABLE: ClassVar[str] = "indicators"

    measure: Measure
    basis: Basis
    amount: Amount
    period: Period | None = None
    countries: tuple[Country, ...] = attrs.field(default=(), converter=_countries)
    origin: Country | None = None
    destination: Country | None = None
    attributed_to: Person | None = None

    def __attrs_post_init__(self) -> None:
        refuse_same(self, "origin", "destination", "another country than origin")

    def implied_previous(self, other: "Amount | EconomicIndicator") -> Amount | None:
        """The level before a change, from the change and the level that it led to.

        On a change, ``other`` is the level after it (an amount or an indicator); on a level, ``other`` is
        the indicator of the change. Growth of 50 percent to 27.8 billion dollars implies a level of
        18.533333333 billion before. The result has at most 12 significant digits and the comparator
        that follows from both.

        Returns:
            ``None`` where the two do not go together: no change among them, another measure, units that
            do not fit, or a change that no level can have had, such as a fall by 100 percent.
        """
        if isinstance(other, Amount):
            return previous_level(self.amount, other) if self.basis is Basis.CHANGE else None
        if other.measure is not self.measure or {self.basis, other.basis} != {Basis.CHANGE, Basis.LEVEL}:
            return None
        change, level = (self, other) if self.basis is Basis.CHANGE else (other, self)
        return previous_level(change.amount, level.amount)


@attrs.frozen(kw_only=True, field_transformer=checked)
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


@attrs.frozen(kw_only=True, field_transformer=checked)
class Plan(Fact):
    """An intention between states that is no visit, agreement, meeting or mission."""

    TABLE: ClassVar[str] = "plans"

    actors: tuple[Party, ...] = attrs.field(default=(), converter=_parties)
    action: str
    countries: tuple[Country, ...] = attrs.field(default=(), converter=_countries)
    date: Period | None = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class DiplomaticMission(Fact):
    """A diplomatic or cultural mission that is opened, closed or planned."""

    TABLE: ClassVar[str] = "missions"

    kind: MissionKind
    sending: Country | None = None
    receiving: Country | None = None
    place: Place | None = None
    status: MissionStatus

    def __attrs_post_init__(self) -> None:
        refuse_same(self, "sending", "receiving", "another country than sending")


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
