"""Visits: who goes to which state, received or invited by whom, at what rank, when and whether at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import StateVisit
from bilateral.model.kinds import VisitRank, VisitStatus
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.arguments import coordinated
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import (
    asserted,
    country,
    country_words,
    draft,
    evidence,
    lies_ahead,
    person_words,
    persons,
    represents,
    verb_span,
)
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import (
    GOAL,
    STATION,
    When,
    Where,
    adjectival_place,
    duration_in,
    places,
    stretch,
    when,
)

_FUTURE = (VisitStatus.PLANNED, VisitStatus.INVITED)


@attrs.define(eq=False)
class _Guest:
    """Somebody who travels: a person, or a state whose office-holder is not named."""

    person: int
    country: str | None


@attrs.define(eq=False)
class _Trip:
    """What a frame tells of a visit before the guests and stops are paired."""

    frame: Frame
    guests: list[_Guest]
    stops: list[Where]
    status: VisitStatus
    host: int = -1
    noun: Phrase | None = None


def read(document: Document) -> list[StateVisit]:
    """The visits that the article tells of, one for each guest and stop and telling sentence."""
    words = frame_lexicon("visits")
    reader = _Reader(document, words)
    return [
        visit
        for sentence, clause in document.clauses()
        for frame in words.find(clause)
        for visit in reader.frame(sentence, frame)
    ]


def visit_nouns(document: Document, phrase: Phrase, words: FrameLexicon) -> Iterator[Phrase]:
    """The noun of a visit in a phrase, as a phrase that ends with it."""
    nouns = words.words["visit_nouns"]
    for at in range(phrase.head, phrase.first - 1, -1):
        reading = document.readings[at][0]
        if reading.pos == "NOUN" and tail(reading.lemma, nouns) in nouns:
            yield (
                phrase
                if at == phrase.head
                else attrs.evolve(
                    phrase, last=at + 1, head=at, lemma=reading.lemma, possessor=reading.possessor
                )
            )
            return


class _Reader:
    """Reads the frames of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.senses = {
            "travel": self._travel,
            "stay": self._stay,
            "abroad": self._abroad,
            "tour": self._tour,
            "receive": self._receive,
            "guest": self._guest_of,
            "invite": self._invite,
            "cancel": self._cancel,
            "visit": self._visit_noun,
        }

    def frame(self, sentence: Sentence, frame: Frame) -> Iterator[StateVisit]:
        """The visits of one frame."""
        trip = self.senses[frame.spec.sense](frame)
        if trip is not None:
            yield from self._visits(sentence, trip)

    # -- senses -----------------------------------------------------------------------------------

    def _travel(self, frame: Frame) -> _Trip | None:
        stops = places(self.document, frame.clause, GOAL) or places(self.document, frame.clause, STATION)
        return self._going(frame, stops)

    def _stay(self, frame: Frame) -> _Trip | None:
        return self._going(frame, places(self.document, frame.clause, STATION), ongoing=True)

    def _abroad(self, frame: Frame) -> _Trip | None:
        """Whoever acts in a foreign town as an office-holder is on a visit there: subject and partners."""
        status = self._status(frame)
        stops = places(self.document, frame.clause, STATION)[:1]
        if status is None or not stops or self._remote(frame.clause):
            return None
        partners = persons(self.document, self.document.arguments(frame.clause).heads("Ins"))
        guests = [*self._subject(frame.clause), *self._guests(partners)]
        return _Trip(frame, guests, stops, status, noun=self._visit_phrase(frame.clause))

    def _remote(self, clause: Clause) -> bool:
        return any(self.document.tokens[index].fold in self.words.words["remote"] for index in clause.words)

    def _tour(self, frame: Frame) -> _Trip | None:
        return self._going(frame, places(self.document, frame.clause, ("Acc",)))

    def _going(self, frame: Frame, stops: list[Where], *, ongoing: bool = False) -> _Trip | None:
        status = self._status(frame, ongoing=ongoing)
        if status is None or not stops:
            return None
        noun = frame.phrase or self._visit_phrase(frame.clause)
        return _Trip(frame, self._subject(frame.clause), stops, status, noun=noun)

    def _receive(self, frame: Frame) -> _Trip | None:
        status = self._status(frame)
        hosts = self._subject(frame.clause)
        guests = self._objects(frame.clause)
        if status is None or len(hosts) != 1 or hosts[0].country is None:
            return None
        stops = places(self.document, frame.clause, STATION)[:1] or self._inherited(frame.clause)
        if stops and stops[0].country not in (None, hosts[0].country):
            return None
        where = stops[0] if stops else Where(None, hosts[0].country, self._verb(frame))
        where = attrs.evolve(where, country=hosts[0].country)
        return _Trip(frame, guests, [where], status, hosts[0].person, self._visit_phrase(frame.clause))

    def _guest_of(self, frame: Frame) -> _Trip | None:
        status, phrase = self._status(frame), frame.phrase
        if status is None or phrase is None:
            return None
        hosts = [guest for guest in self._possessors(frame.clause, phrase) if guest.country]
        relative = self.document.antecedents.get(id(frame.clause))
        guests = self._guests(relative.persons) if relative is not None else self._subject(frame.clause)
        guests = [guest for guest in guests if guest.person not in {host.person for host in hosts}]
        if len(hosts) != 1 or not guests:
            return None
        stops = places(self.document, frame.clause, STATION)[:1]
        where = stops[0] if stops else Where(None, hosts[0].country, self._verb(frame))
        return _Trip(frame, guests, [where], status, hosts[0].person, self._visit_phrase(frame.clause))

    def _invite(self, frame: Frame) -> _Trip | None:
        if not asserted(frame.clause):
            return None
        hosts = self._subject(frame.clause)
        guests = self._objects(frame.clause)
        stops = places(self.document, frame.clause, GOAL)
        noun = self._visit_phrase(frame.clause)
        if len(hosts) != 1 or (noun is None and not stops):
            return None
        where = stops[0] if stops else self._noun_place(noun, hosts[0].country, frame)
        return _Trip(frame, guests, [where], VisitStatus.INVITED, hosts[0].person, noun)

    def _cancel(self, frame: Frame) -> _Trip | None:
        if frame.phrase is None or (frame.clause.predicate and frame.clause.predicate.negated):
            return None
        guests = self._possessors(frame.clause, frame.phrase) or self._subject(frame.clause)
        where = adjectival_place(self.document, frame.phrase)
        stops = [where] if where else places(self.document, frame.clause, (*GOAL, *STATION))
        return _Trip(frame, guests, stops, VisitStatus.CANCELLED, noun=frame.phrase)

    def _visit_noun(self, frame: Frame) -> _Trip | None:
        phrase = frame.phrase
        if phrase is None or not phrase.possessor or self._spoken_for(frame):
            return None
        guests = self._possessors(frame.clause, phrase)
        where = adjectival_place(self.document, phrase)
        stops = [where] if where else places(self.document, frame.clause, STATION)[:1]
        status = self._noun_status(frame)
        if not guests or not stops or status is None:
            return None
        return _Trip(frame, guests, stops, status, noun=phrase)

    def _spoken_for(self, frame: Frame) -> bool:
        """Whether the clause's verb reads the same noun ("látogatását lemondta", "látogatásra érkezett")."""
        predicate, phrase = frame.clause.predicate, frame.phrase
        if predicate is None or phrase is None:
            return False
        specs = self.words.by_verb.get(predicate.lemma, ())
        purpose = phrase.case in ("Sbl", "Sup")
        return any(
            phrase.case in spec.case if spec.nouns else purpose and spec.sense in ("travel", "stay")
            for spec in specs
        )

    # -- parts ------------------------------------------------------------------------------------

    def _status(self, frame: Frame, *, ongoing: bool = False) -> VisitStatus | None:
        clause = frame.clause
        predicate = clause.predicate
        if predicate is None or predicate.negated:
            return None
        if predicate.counterfactual:
            return VisitStatus.CANCELLED
        if not asserted(clause):
            return None
        if frame.spec.status:
            return VisitStatus(frame.spec.status)
        if ongoing and predicate.tense == "Pres" and not predicate.modality:
            return VisitStatus.ACTUAL
        return VisitStatus.PLANNED if lies_ahead(clause) else VisitStatus.ACTUAL

    def _noun_status(self, frame: Frame) -> VisitStatus | None:
        clause = frame.clause
        if clause.predicate is not None and not asserted(clause):
            return None
        return VisitStatus.PLANNED if lies_ahead(clause) else VisitStatus.ACTUAL

    def _subject(self, clause: Clause) -> list[_Guest]:
        referent = self.document.subject(clause)
        if referent is None:
            return []
        if referent.persons:
            return self._guests(referent.persons)
        speaks = self.document.arguments(clause).heads("Nom")
        role = any(argument.mention.office is not None for argument in speaks)
        return [_Guest(-1, code) for code in referent.countries] if role else []

    def _guests(self, indices: Sequence[int]) -> list[_Guest]:
        people = self.document.people
        return [_Guest(index, people[index].country) for index in indices if represents(people[index])]

    def _objects(self, clause: Clause) -> list[_Guest]:
        found = self._guests(persons(self.document, self.document.arguments(clause).heads("Acc")))
        referent = self.document.antecedents.get(id(clause))
        if not found and referent is not None and self._pronoun_case(clause) == "Acc":
            found = self._guests(referent.persons)
        taken_up = self.document.objects.get(id(clause))
        if not found and taken_up is not None:
            found = self._guests(taken_up.persons)
        return found

    def _pronoun_case(self, clause: Clause) -> str:
        return self.document.readings[clause.opener][0].case if clause.opener >= 0 else ""

    def _possessors(self, clause: Clause, phrase: Phrase) -> list[_Guest]:
        """Whose visit a phrase names: "X látogatása", "X és Y látogatása"."""
        group = coordinated(clause, phrase) if phrase in clause.phrases else [phrase]
        inside = [m for member in group for m in self.document.mentions_in(member.first, member.last)]
        referents = [self.document.who(mention) for mention in inside if mention.inside < 0]
        indices = [person for referent in referents if referent for person in referent.persons]
        return self._guests(list(dict.fromkeys(indices)))

    def _visit_phrase(self, clause: Clause) -> Phrase | None:
        """The noun of the visit in a clause: a phrase's head, else a possessor in one ("látogatásának kezdetén")."""
        found = [noun for phrase in clause.phrases for noun in visit_nouns(self.document, phrase, self.words)]
        return next((noun for noun in found if not noun.post), None)

    def _noun_place(self, noun: Phrase | None, host_country: str | None, frame: Frame) -> Where:
        where = adjectival_place(self.document, noun) if noun is not None else None
        return where or Where(None, host_country, self._verb(frame))

    def _inherited(self, clause: Clause) -> list[Where]:
        parent = clause.parent
        if parent is None:
            return []
        return places(self.document, parent, STATION)[:1] or places(self.document, parent, GOAL)[:1]

    def _verb(self, frame: Frame) -> Span:
        predicate = frame.clause.predicate
        if predicate is not None:
            return verb_span(self.document, predicate)
        return self.document.span(frame.clause.first, frame.clause.last)

    def _rank(self, trip: _Trip) -> VisitRank:
        noun = trip.noun
        if noun is None:
            return VisitRank.UNSPECIFIED
        lemmas = [self.document.readings[at][0].lemma for at in range(noun.first, noun.head + 1)]
        for rank in (VisitRank.PRIVATE, VisitRank.WORKING, VisitRank.STATE, VisitRank.OFFICIAL):
            if any(lemma in self.words.words[rank.value] for lemma in lemmas):
                return rank
        return VisitRank.UNSPECIFIED

    def _date(self, trip: _Trip) -> When | None:
        clause = trip.frame.clause
        told = self._inner_date(trip) or when(self.document, clause, future=trip.status in _FUTURE)
        if told is None:
            return None
        return attrs.evolve(told, period=self._whole(trip, told.period, self._phase(trip)))

    def _inner_date(self, trip: _Trip) -> When | None:
        """A date in the visit's own phrase: "márciusi látogatása"."""
        if trip.noun is None or trip.frame.spec.sense != "visit":
            return None
        for found in self.document.periods_in(trip.noun.first, trip.noun.head):
            period = found.future if trip.status in _FUTURE else found.period
            if found.kind == "date" and period is not None:
                return When(period, self.document.span(found.first, found.last))
        return None

    def _phase(self, trip: _Trip) -> str | None:
        """Which end of the visit the clause dates: told by its verb, or by a noun ("kezdetén")."""
        predicate = trip.frame.clause.predicate
        for phrase in trip.frame.clause.phrases:
            if trip.noun is not None and phrase.first <= trip.noun.head < phrase.head:
                return self.words.values["part"].get(phrase.lemma)
        if trip.frame.spec.sense == "visit" and predicate is not None:
            return self.words.values["phase"].get(predicate.lemma)
        return trip.frame.spec.phase

    def _whole(self, trip: _Trip, period: Period, phase: str | None) -> Period:
        if trip.noun is None:
            return period
        lasting = duration_in(self.document, trip.noun.first, trip.noun.last)
        return stretch(period, lasting, phase)

    # -- facts ------------------------------------------------------------------------------------

    def _visits(self, sentence: Sentence, trip: _Trip) -> Iterator[StateVisit]:
        for guest in trip.guests:
            for stop in self._stops_for(guest, trip.stops):
                yield from self._visit(sentence, trip, guest, stop)

    def _stops_for(self, guest: _Guest, stops: list[Where]) -> Iterator[Where]:
        """The stops abroad, one for each country, a town before the country alone."""
        seen: dict[str, Where] = {}
        for stop in stops:
            if stop.country is None or stop.country == guest.country:
                continue
            if stop.country not in seen or seen[stop.country].place is None:
                seen[stop.country] = stop
        yield from seen.values()

    def _visit(self, sentence: Sentence, trip: _Trip, guest: _Guest, stop: Where) -> Iterator[StateVisit]:
        document = self.document
        date = self._date(trip)
        host = trip.host if trip.host >= 0 else self._by_invitation(trip.frame.clause, guest)
        noun = [document.span(trip.noun.first, trip.noun.last)] if trip.noun else []
        fields = {
            "guest": person_words(document, sentence, [guest.person]),
            "guest_country": country_words(document, sentence, [guest.country]),
            "host": person_words(document, sentence, [host]),
            "host_country": [stop.span],
            "status": [self._verb(trip.frame)],
            "place": [stop.span],
            "rank": noun,
            "date": [date.span] if date else [],
        }
        return draft(
            StateVisit,
            guest=document.person(guest.person) if guest.person >= 0 else None,
            guest_country=country(guest.country),
            host=document.person(host) if host >= 0 else None,
            host_country=country(stop.country),
            rank=self._rank(trip),
            status=trip.status,
            place=document.place(stop.place, stop.country) if stop.place else None,
            date=date.period if date else None,
            evidence=evidence(document, sentence, trip.frame.spec.id, fields),
        )

    def _by_invitation(self, clause: Clause, guest: _Guest) -> int:
        """Who invites: "X meghívására", "X meghívásának eleget téve"."""
        for phrase in clause.phrases:
            if phrase.lemma == "meghívás" or phrase.post == "meghívására":
                for found in self._possessors(clause, phrase):
                    if found.person != guest.person:
                        return found.person
        return -1
