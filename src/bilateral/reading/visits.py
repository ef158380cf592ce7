"""Visits: who goes to which state, received or invited by whom, at what rank, when and whether at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import StateVisit
from bilateral.model.kinds import Office, VisitStatus
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import (
    asserted,
    denied,
    fell_through,
    lies_ahead,
    persons,
    telling_span,
)
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon
from bilateral.reading.guests import Guest, Guests
from bilateral.reading.occasion import (
    GOAL,
    SOURCE,
    STATION,
    Where,
    adjectival_place,
    places,
)
from bilateral.reading.trips import Planner, Trip
from bilateral.reading.visit_drafts import Drafts, hosted

_TOLD = (Link.MAIN, Link.COORDINATE, Link.PARENTHETICAL)
_RESIDENT = (Office.AMBASSADOR, Office.SPOKESPERSON)


def read(document: Document) -> list[StateVisit]:
    """The visits that the article tells of, one for each guest and stop and telling sentence."""
    words = frame_lexicon("visits")
    reader = _Reader(document, words)
    visits = [
        visit
        for sentence, frame in words.frames(document, implied=True)
        for visit in reader.frame(sentence, frame)
    ]
    return hosted(document, visits)


class _Reader:
    """Reads the frames of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.last: Trip | None = None
        self.who = Guests(document)
        self.planner = Planner(document, words)
        self.drafts = Drafts(document, self.who, self.planner)

    def frame(self, sentence: Sentence, frame: Frame) -> Iterator[StateVisit]:
        """The visits of one frame."""
        trip = self._SENSES[frame.spec.sense](self, frame)
        if trip is not None:
            self.last = self._with_last(trip)
            yield from self.drafts.visits(sentence, trip, telling_span(self.document, frame.clause))

    def _with_last(self, trip: Trip) -> Trip:
        """The trip with the town and the days that an earlier telling of the same one gives."""
        last = self.last
        if last is None or not trip.same_journey(last):
            return trip
        stops = trip.stops if trip.stops[0].place else last.stops
        return attrs.evolve(trip, stops=stops, told=self.planner.date(last) or self.planner.date(trip))

    # -- senses -----------------------------------------------------------------------------------

    def _travel(self, frame: Frame) -> Trip | None:
        stops = places(self.document, frame.clause, GOAL) or places(self.document, frame.clause, STATION)
        noun = frame.phrase or (self.planner.purpose(frame.clause) if not stops else None)
        inner = self.planner.destination(noun) if noun is not None and not stops else None
        return self._going(frame, [inner] if inner is not None else stops or self._left(frame.clause))

    def _left(self, clause: Clause) -> list[Where]:
        """The place that somebody who "came" comes home from: "hazatér X-ből Y, aki kedden érkezett meg"."""
        if clause.link is not Link.RELATIVE or clause.parent is None:
            return []
        return places(self.document, clause.parent, SOURCE)[:1]

    def _return(self, frame: Frame) -> Trip | None:
        trip = self._going(frame, places(self.document, frame.clause, SOURCE))
        if trip is not None and trip.status is VisitStatus.PLANNED:
            trip.status = VisitStatus.ACTUAL  # whoever is on the way home has been there
        return trip

    def _expect(self, frame: Frame) -> Trip | None:
        status = self._status(frame)
        stops = places(self.document, frame.clause, GOAL)
        if status is None or not stops or frame.clause.by_case("Nom"):
            return None
        noun = self.planner.noun(frame.clause)
        return Trip(frame, self.who.objects(frame.clause), stops[:1], status, noun=noun)

    def _send(self, frame: Frame) -> Trip | None:
        status = self._status(frame)
        stops = places(self.document, frame.clause, GOAL)
        if status is None or not stops:
            return None
        sent = persons(self.document, self.document.arguments(frame.clause).heads("Acc"))
        return Trip(frame, self.who.serving(sent), stops[:1], status)

    def _accompany(self, frame: Frame) -> Trip | None:
        """Whoever accompanies a guest is on the visit told last."""
        escorted = {guest.person for guest in self.who.objects(frame.clause)}
        last = self.last
        if last is None or not escorted & {guest.person for guest in last.guests}:
            return None
        return self._along(frame, last)

    def _join(self, frame: Frame) -> Trip | None:
        """A member of the delegation is on the visit told last: "tagja volt", "a delegációval utazó"."""
        noun, last = frame.phrase, self.last
        if noun is None or last is None:
            return None
        lemmas = {self.document.readings[at][0].lemma for at in range(noun.first, noun.head + 1)}
        return self._along(frame, last) if lemmas & self.words.words["delegations"] else None

    def _along(self, frame: Frame, last: Trip) -> Trip | None:
        """The same journey with the subject as its guest."""
        if not asserted(frame.clause):
            return None
        guests = [guest for guest in self.who.subject(frame.clause) if guest not in last.guests]
        own = {guest.country for guest in last.guests}
        guests = [guest for guest in guests if guest.country in own]
        return Trip(frame, guests, last.stops, last.status, noun=last.noun, told=self.planner.date(last))

    def _stay(self, frame: Frame) -> Trip | None:
        return self._going(frame, places(self.document, frame.clause, STATION), ongoing=True)

    def _abroad(self, frame: Frame) -> Trip | None:
        """Whoever acts in a foreign town as an office-holder is on a visit there: subject and partners."""
        status = self._status(frame)
        stops = places(self.document, frame.clause, STATION)[:1] or self._scene(frame.clause)
        if status is None or not stops or self._remote(frame.clause) or self._arrived(frame.clause, status):
            return None
        guests = [*self.who.subject(frame.clause), *self.who.partners(frame.clause)]
        noun = self.planner.noun(frame.clause)
        return Trip(frame, self._posted_elsewhere(guests), stops, status, noun=noun)

    @staticmethod
    def _arrived(clause: Clause, status: VisitStatus) -> bool:
        """Whether the clause before tells the visit: "Bécsbe érkezett, ahol a kancellárral tárgyal"."""
        before = clause.parent.predicate if clause.parent and clause.link is Link.RELATIVE else None
        return before is not None and before.past and status is VisitStatus.PLANNED

    def _speak(self, frame: Frame) -> Trip | None:
        """Whoever speaks in a foreign town is there, unless it is the seat of what he may be a member of."""
        if frame.clause.link not in _TOLD:
            return None
        trip = self._abroad(frame)
        seats = self.words.words["seats"]
        if trip is None or trip.status is not VisitStatus.ACTUAL:
            return None
        trip.stops = [stop for stop in trip.stops if stop.place and stop.place not in seats]
        return trip if trip.stops else None

    def _inaugurate(self, frame: Frame) -> Trip | None:
        """Whoever opens a house is where the house stands: "felavatta az intézet oslói székházát"."""
        status = self._status(frame)
        where = self.planner.destination(frame.phrase) if frame.phrase is not None else None
        if status is None or where is None or where.place is None or self._remote(frame.clause):
            return None
        return Trip(frame, self._posted_elsewhere(self.who.subject(frame.clause)), [where], status)

    def _scene(self, clause: Clause) -> list[Where]:
        """The town of the clause that "miután", "amikor" or a reporting clause hangs on."""
        if clause.link is not Link.ADVERBIAL or clause.parent is None:
            return []
        return places(self.document, clause.parent, STATION)[:1]

    def _posted_elsewhere(self, guests: list[Guest]) -> list[Guest]:
        """Those who travel to act abroad: an ambassador lives there."""
        people = self.document.people
        return [guest for guest in guests if guest.person < 0 or people[guest.person].office not in _RESIDENT]

    def _remote(self, clause: Clause) -> bool:
        return any(self.document.tokens[index].fold in self.words.words["remote"] for index in clause.words)

    def _tour(self, frame: Frame) -> Trip | None:
        return self._going(frame, places(self.document, frame.clause, ("Acc",)))

    def _going(self, frame: Frame, stops: list[Where], *, ongoing: bool = False) -> Trip | None:
        status = self._status(frame, ongoing=ongoing)
        if status is None or not stops:
            return None
        noun = frame.phrase or self.planner.noun(frame.clause)
        return Trip(frame, self.who.subject(frame.clause), stops, status, noun=noun)

    def _receive(self, frame: Frame) -> Trip | None:
        status = self._status(frame)
        hosts = self.who.subject(frame.clause)
        guests = self.who.objects(frame.clause)
        if status is None or len(hosts) != 1 or hosts[0].country is None:
            return None
        stops = places(self.document, frame.clause, STATION)[:1] or self._inherited(frame.clause)
        if stops and stops[0].country not in (None, hosts[0].country):
            return None
        where = (
            stops[0] if stops else Where(None, hosts[0].country, telling_span(self.document, frame.clause))
        )
        where = attrs.evolve(where, country=hosts[0].country)
        return Trip(frame, guests, [where], status, hosts[0].person, self.planner.noun(frame.clause))

    def _guest_of(self, frame: Frame) -> Trip | None:
        status, phrase = self._status(frame), frame.phrase
        if status is None or phrase is None:
            return None
        hosts = [guest for guest in self.who.possessors(frame.clause, phrase) if guest.country]
        relative = self.document.antecedents.get(id(frame.clause))
        guests = (
            self.who.serving(relative.persons) if relative is not None else self.who.subject(frame.clause)
        )
        guests = [guest for guest in guests if guest.person not in {host.person for host in hosts}]
        if len(hosts) != 1 or not guests:
            return None
        stops = places(self.document, frame.clause, STATION)[:1]
        where = (
            stops[0] if stops else Where(None, hosts[0].country, telling_span(self.document, frame.clause))
        )
        return Trip(frame, guests, [where], status, hosts[0].person, self.planner.noun(frame.clause))

    def _invite(self, frame: Frame) -> Trip | None:
        if not asserted(frame.clause):
            return None
        hosts = self.who.subject(frame.clause)
        guests = self.who.objects(frame.clause)
        stops = places(self.document, frame.clause, GOAL)
        noun = self.planner.noun(frame.clause)
        if len(hosts) != 1 or (noun is None and not stops):
            return None
        where = stops[0] if stops else self._noun_place(noun, hosts[0].country, frame)
        return Trip(frame, guests, [where], VisitStatus.INVITED, hosts[0].person, noun)

    def _cancel(self, frame: Frame) -> Trip | None:
        predicate = frame.clause.predicate
        stays = denied(frame.clause) or (predicate is not None and predicate.negated)
        if frame.phrase is None or not (stays or asserted(frame.clause)):
            return None
        guests = self.who.possessors(frame.clause, frame.phrase) or self.who.subject(frame.clause)
        where = self.planner.destination(frame.phrase)
        stops = [where] if where else places(self.document, frame.clause, (*GOAL, *STATION))
        if not stops and not stays and self.last is not None and self.last.status is VisitStatus.PLANNED:
            return self._called_off(frame, self.last)
        status = VisitStatus.PLANNED if stays else VisitStatus.CANCELLED
        return Trip(frame, guests, stops, status, noun=frame.phrase)

    def _omit(self, frame: Frame) -> Trip | None:
        """A visit that does not come about: "nem kerül sor a látogatásra"."""
        if frame.phrase is None or frame.clause.predicate is None or not frame.clause.predicate.negated:
            return None
        where = self.planner.destination(frame.phrase)
        stops = [where] if where else places(self.document, frame.clause, STATION)
        guests = self.who.possessors(frame.clause, frame.phrase)
        return Trip(frame, guests, stops, VisitStatus.CANCELLED, noun=frame.phrase)

    def _lead(self, frame: Frame) -> Trip | None:
        """A journey that leads somewhere: "első útja Bécsbe vezetett"."""
        status, noun = self._status(frame), frame.phrase
        stops = places(self.document, frame.clause, GOAL)
        if status is None or noun is None or not stops:
            return None
        guests = self.who.possessors(frame.clause, noun)
        return Trip(frame, guests, stops, status, noun=noun)

    def _called_off(self, frame: Frame, trip: Trip) -> Trip:
        """The trip told last is the one that is called off: "lemondta az utat"."""
        return attrs.evolve(trip, status=VisitStatus.CANCELLED, frame=frame, told=self.planner.date(trip))

    def _visit_noun(self, frame: Frame) -> Trip | None:
        phrase = frame.phrase
        if phrase is None or not phrase.possessor or self._spoken_for(frame):
            return None
        guests = self.who.possessors(frame.clause, phrase) or self.who.before(frame.clause, phrase)
        if not guests and (phrase.case in STATION or phrase.post or self._owns_next(frame)):
            guests = self.who.subject(frame.clause)  # "tokiói útján azt mondta"
        where = self.planner.destination(phrase)
        stops = [where] if where else places(self.document, frame.clause, STATION)[:1]
        status = self._noun_status(frame)
        if not guests or not stops or status is None:
            return None
        return Trip(frame, guests, stops, status, noun=phrase)

    @staticmethod
    def _owns_next(frame: Frame) -> bool:
        """Whether the noun owns a part that something happens in: "látogatásának első napján"."""
        owner = frame.phrase
        if owner is None or owner.case != "Dat":
            return False
        after = (phrase for phrase in frame.clause.phrases if phrase.first == owner.last)
        return any(phrase.case in STATION and phrase.possessor for phrase in after)

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
        if fell_through(clause):
            return VisitStatus.CANCELLED
        if not asserted(clause):
            return None
        if frame.spec.status:
            return VisitStatus(frame.spec.status)
        if ongoing and predicate.tense == "Pres" and not predicate.modality:
            return VisitStatus.ACTUAL
        return VisitStatus.PLANNED if lies_ahead(clause) else VisitStatus.ACTUAL

    def _noun_status(self, frame: Frame) -> VisitStatus | None:
        clause, noun = frame.clause, frame.phrase
        attributes = self.document.lemmas[noun.first : noun.head] if noun is not None else ()
        if not self.words.words["ahead"].isdisjoint(attributes):
            return VisitStatus.PLANNED  # "szeptemberre tervezett bécsi útja"
        if clause.predicate is not None and not asserted(clause):
            return None
        return VisitStatus.PLANNED if lies_ahead(clause) else VisitStatus.ACTUAL

    def _noun_place(self, noun: Phrase | None, host_country: str | None, frame: Frame) -> Where:
        where = adjectival_place(self.document, noun) if noun is not None else None
        return where or Where(None, host_country, telling_span(self.document, frame.clause))

    def _inherited(self, clause: Clause) -> list[Where]:
        parent = clause.parent
        if parent is None:
            return []
        return places(self.document, parent, STATION)[:1] or places(self.document, parent, GOAL)[:1]

    # by the class and not by its objects, which would keep themselves alive with their own methods
    _SENSES: ClassVar = {
        "travel": _travel,
        "return": _return,
        "expect": _expect,
        "send": _send,
        "stay": _stay,
        "accompany": _accompany,
        "join": _join,
        "abroad": _abroad,
        "speak": _speak,
        "inaugurate": _inaugurate,
        "tour": _tour,
        "receive": _receive,
        "guest": _guest_of,
        "invite": _invite,
        "cancel": _cancel,
        "omit": _omit,
        "lead": _lead,
        "visit": _visit_noun,
    }
