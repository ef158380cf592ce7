"""A visit before it is written down: its noun, its rank and its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import VisitRank, VisitStatus
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.frames import Frame, FrameLexicon, part, tail
from bilateral.reading.guests import Guest
from bilateral.reading.occasion import When, Where, adjectival_place, date_inside, when
from bilateral.reading.referents import MentionKind

_FUTURE = (VisitStatus.PLANNED, VisitStatus.INVITED)
_RANKS = (VisitRank.PRIVATE, VisitRank.WORKING, VisitRank.STATE, VisitRank.OFFICIAL)
"""The ranks from the most telling word on: "hivatalos munkalátogatás" is a working visit."""


@attrs.define(eq=False)
class Trip:
    """What a frame tells of a visit before the guests and stops are paired.

    Attributes:
        frame: the frame that tells it.
        guests: who travels.
        stops: where to.
        status: how far it has come.
        host: number of the person who receives or invites, or -1.
        noun: the phrase that ends with the noun of the visit.
        told: its days, where another sentence has told them.
    """

    frame: Frame
    guests: list[Guest]
    stops: list[Where]
    status: VisitStatus
    host: int = -1
    noun: Phrase | None = None
    told: When | None = None

    def same_journey(self, other: Trip) -> bool:
        """Whether both tell of the same guests in the same state."""
        if not self.stops or not other.stops or self.status is not other.status:
            return False
        return self.guests == other.guests and self.stops[0].country == other.stops[0].country


def duration_in(document: Document, first: int, last: int) -> FoundPeriod | None:
    """The first duration told in a token range ("kétnapos")."""
    return next((found for found in document.periods_in(first, last) if found.kind == "duration"), None)


def stretch(period: Period, duration: FoundPeriod | None, phase: str | None) -> Period:
    """The days of an event that lasts as told, of which the clause dates one end.

    A duration of several days with one of them (``"begin"``, ``"end"`` or its number) gives both ends;
    anything else stays as it is.
    """
    days = duration.days if duration is not None else None
    day = period.first
    if days is None or days < 2 or period.days != 1 or phase is None or day is None:  # noqa: PLR2004
        return period
    nth = {"begin": 1, "end": days}.get(phase) or int(phase)
    if nth > days:
        return period
    first = day - timedelta(days=nth - 1)
    return Period.between(Period.day(first), Period.day(first + timedelta(days=days - 1)))


def visit_nouns(document: Document, phrase: Phrase, words: FrameLexicon) -> Iterator[Phrase]:
    """The noun of a visit in a phrase, as a phrase that ends with it."""
    nouns = words.words["visit_nouns"]
    for at in range(phrase.head, phrase.first - 1, -1):
        reading = document.readings[at][0]
        if reading.pos == "NOUN" and tail(reading.lemma, nouns) in nouns:
            yield phrase if at == phrase.head else part(phrase, at, reading)
            return


def _holds(phrase: Phrase, noun: Phrase) -> bool:
    """Whether a phrase is of a part of what the noun names: inside it, or right before it as its owner."""
    return phrase.first <= noun.head < phrase.head or (noun.case == "Dat" and phrase.first == noun.last)


def _direction(status: VisitStatus) -> bool | None:
    """Which way an ambiguous date of a visit looks: forward in a plan, either way if called off."""
    return None if status is VisitStatus.CANCELLED else status in _FUTURE


class Planner:
    """Reads rank and days of trips."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words

    def noun(self, clause: Clause) -> Phrase | None:
        """The noun of the visit in a clause: a phrase's head, or a possessor ("látogatásának kezdetén")."""
        found = [noun for phrase in clause.phrases for noun in visit_nouns(self.document, phrase, self.words)]
        return next((noun for noun in found if not noun.post), None)

    def purpose(self, clause: Clause) -> Phrase | None:
        """The noun of the visit on which somebody sets out: "háromnapos oslói látogatásra indult"."""
        noun = self.noun(clause)
        return noun if noun is not None and noun.case == "Sbl" and not noun.possessor else None

    def destination(self, noun: Phrase) -> Where | None:
        """Where the noun's adjective says that the visit goes: "moszkvai látogatása", "japán látogatása"."""
        where = adjectival_place(self.document, noun)
        if where is not None:
            return where
        for mention in self.document.mentions_in(noun.first, noun.head, MentionKind.NATIONALITY):
            if mention.inside < 0 and len(mention.countries) == 1:
                return Where(None, mention.countries[0], self.document.span(mention.first, mention.last))
        return None

    def rank(self, trip: Trip) -> VisitRank:
        """The protocol rank that the words of the visit tell."""
        noun = trip.noun
        if noun is None:
            return VisitRank.UNSPECIFIED
        lemmas = [self.document.readings[at][0].lemma for at in range(noun.first, noun.head + 1)]
        for rank in _RANKS:
            if any(lemma in self.words.words[rank.value] for lemma in lemmas):
                return rank
        return VisitRank.UNSPECIFIED

    def date(self, trip: Trip) -> When | None:
        """The days of the visit: a duration with one end gives both."""
        if trip.told is not None:
            return trip.told
        clause = trip.frame.clause
        told = self._inner_date(trip)
        if told is None and not self._called_off_by_somebody(trip):
            told = when(self.document, clause, future=_direction(trip.status))
        if told is None:
            return None
        return attrs.evolve(told, period=self._whole(trip, told.period, self._phase(trip)))

    @staticmethod
    def _called_off_by_somebody(trip: Trip) -> bool:
        """Whether the clause dates the act of calling off and not the visit: "kedden lemondta az útját"."""
        return trip.frame.spec.sense == "cancel" and "Acc" in trip.frame.spec.case

    def _inner_date(self, trip: Trip) -> When | None:
        """A date in the visit's own phrase: "márciusi látogatása"."""
        if trip.noun is None or trip.frame.spec.sense not in ("visit", "cancel"):
            return None
        ahead = trip.status in (*_FUTURE, VisitStatus.CANCELLED)
        return date_inside(self.document, trip.noun, future=ahead)

    def _phase(self, trip: Trip) -> str | None:
        """Which end of the visit the clause dates: told by its verb, or by a noun ("kezdetén")."""
        predicate = trip.frame.clause.predicate
        for phrase in trip.frame.clause.phrases:
            if trip.noun is not None and _holds(phrase, trip.noun):
                return self._part(trip.noun, phrase)
        if (trip.frame.spec.sense == "visit" or trip.frame.phrase is not None) and predicate is not None:
            phases = self.words.values["phase"]
            ended = (f"{phrase.lemma} {predicate.lemma}" for phrase in trip.frame.clause.by_case("Acc"))
            return phases.get(predicate.lemma) or next((phases[end] for end in ended if end in phases), None)
        return trip.frame.spec.phase

    def _part(self, noun: Phrase, phrase: Phrase) -> str | None:
        """The end or the day of a visit that a noun tells: "látogatásának kezdetén", "második napján"."""
        told = self.words.values["part"].get(phrase.lemma)
        if told != "day":
            return told
        between = (self.document.lemmas[at] for at in range(noun.head + 1, phrase.head))
        which = self.words.values["day"]
        return next((which[lemma] for lemma in between if lemma in which), None)

    def _whole(self, trip: Trip, period: Period, phase: str | None) -> Period:
        if trip.noun is None:
            return period
        lasting = duration_in(self.document, trip.noun.first, trip.noun.last)
        return stretch(period, lasting, phase)
