"""Writing visits down: one for each guest and state of a trip, with the words that tell each field."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.model.facts import StateVisit
from bilateral.model.text import Span
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import country, country_words, draft, evidence, person_words
from bilateral.reading.guests import Guest, Guests
from bilateral.reading.occasion import Where
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
