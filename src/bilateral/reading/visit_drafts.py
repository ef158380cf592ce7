"""Writing visits down: one for each guest and state of a trip, with the words that tell each field."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.model.facts import StateVisit
from bilateral.model.kinds import VisitStatus
from bilateral.model.text import Span
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import country, country_words, draft, evidence, person_words
from bilateral.reading.guests import Guest, Guests
from bilateral.reading.occasion import Where
from bilateral.reading.referents import Relation
from bilateral.reading.trips import Planner, Trip


@attrs.define(eq=False)
class Drafts:
    """Writes the visits of one document."""

    document: Document
    who: Guests
    planner: Planner

    def visits(self, sentence: Sentence, trip: Trip, verb: Span) -> Iterator[StateVisit]:
        """One visit for each guest and each state that the trip leads to; ``verb`` is what tells of it."""
        for guest in trip.guests:
            for stop in self._stops_for(guest, trip.stops):
                yield from self._visit(sentence, trip, verb, guest, stop)

    def _stops_for(self, guest: Guest, stops: list[Where]) -> Iterator[Where]:
        """The stops abroad, one for each country, a town before the country alone."""
        seen: dict[str, Where] = {}
        for stop in stops:
            if stop.country is None or stop.country == guest.country:
                continue
            if stop.country not in seen or seen[stop.country].place is None:
                seen[stop.country] = stop
        yield from seen.values()

    def _visit(
        self, sentence: Sentence, trip: Trip, verb: Span, guest: Guest, stop: Where
    ) -> Iterator[StateVisit]:
        document = self.document
        date = self.planner.date(trip)
        host = trip.host if trip.host >= 0 else self.who.inviter(trip.frame.clause, guest)
        noun = [document.span(trip.noun.first, trip.noun.last)] if trip.noun else []
        fields = {
            "guest": person_words(document, sentence, [guest.person]),
            "guest_country": country_words(document, sentence, [guest.country]),
            "host": person_words(document, sentence, [host]),
            "host_country": [stop.span],
            "status": [verb],
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
            rank=self.planner.rank(trip),
            status=trip.status,
            place=document.place(stop.place, stop.country) if stop.place else None,
            date=date.period if date else None,
            evidence=evidence(document, sentence, trip.frame.spec.id, fields),
        )


def hosted(document: Document, visits: list[StateVisit]) -> list[StateVisit]:
    """The visits with the one person whom the article calls the host, where none of them names another."""
    called = {
        person
        for mention in document.mentions
        if mention.relation is Relation.HOST and (referent := document.who(mention)) is not None
        for person in referent.persons
    }
    if len(called) != 1:
        return visits
    host = document.person(called.pop())
    there = [visit for visit in visits if visit.host_country == host.country]
    if any(visit.host is not None for visit in there):
        return visits
    first = next((visit for visit in there if visit.status is VisitStatus.ACTUAL), None)
    return [attrs.evolve(visit, host=host) if visit is first else visit for visit in visits]
