"""Where and when something was said: the venue and the day that the reporting words tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import attrgetter

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.names import stems
from bilateral.hungarian.periods import FoundPeriod
from bilateral.model.kinds import Venue
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.document import Document, Sentence
from bilateral.reading.quoting import Content, Range
from bilateral.reading.speakers import Speaker
from bilateral.reading.speech import SpeechWords

_COORDINATE = Link.COORDINATE
_COMMUNIQUE = Venue.COMMUNIQUE

_FOLD = attrgetter("fold")
_MONTH = 31
_GENERAL = frozenset({Venue.SPEECH})
_WRITTEN = frozenset({Venue.SOCIAL_MEDIA, Venue.COMMUNIQUE})


@attrs.define(eq=False)
class Circumstances:
    """Reads venue and day, and remembers where the last speaker wrote."""

    document: Document
    words: SpeechWords
    latest: tuple[Speaker, Venue] | None = None

    def scene(self, sentence: Sentence, clause: Clause, content: Content, speaker: Speaker) -> list[int]:
        """The words that may name a venue in a reporting clause and in the one that names its subject."""
        own = list(content.own)
        parent = clause.parent
        if clause.link is _COORDINATE and parent is not None and speaker.first < clause.first:
            own += parent.parts
        words = self._candidates(own)
        if not words:
            return words
        others = [c for c in sentence.clauses if c.predicate and c is not clause and c is not parent]
        inner = {index for other in others for part in other.parts for index in range(*part)}
        return [index for index in words if index not in inner and not content.covers(index)]

    def _candidates(self, own: list[Range]) -> list[int]:
        """The words that may name a venue."""
        tokens, found = self.document.tokens, list[int]()
        for first, last in own:
            may_name = map(self.words.may_name_venue, map(_FOLD, tokens[first:last]))
            found += compress(range(first, last), may_name)
        return found

    def venue(self, scene: list[int], clause: Clause, speaker: Speaker) -> tuple[Venue | None, int]:
        """The venue with its token; ceremonies and forums come last, and a writer goes on where he wrote."""
        best = self._best(scene)
        if best is None and speaker.document:
            best = (_COMMUNIQUE, speaker.first)
        if best is not None:
            self.latest = (speaker, best[0])
            return best
        return (self._written(clause, speaker), -1)

    def _written(self, clause: Clause, speaker: Speaker) -> Venue | None:
        """Where the speaker wrote before, if the verb says that he writes on."""
        if self.latest is None or clause.predicate is None:
            return None
        before, venue = self.latest
        writes = clause.predicate.lemma in self.words.words("writing")
        return venue if writes and before.like(speaker) and venue in _WRITTEN else None

    def _best(self, scene: list[int]) -> tuple[Venue, int] | None:
        """The first venue that is no ceremony or forum, else the first that is one."""
        general: tuple[Venue, int] | None = None
        for index in scene:
            venue = self._venue_at(index)
            if venue is not None and venue not in _GENERAL:
                return venue, index
            if venue is not None and general is None:
                general = venue, index
        return general

    def _venue_at(self, index: int) -> Venue | None:
        token = self.document.tokens[index]
        before = self.document.tokens[index - 1].fold if index else ""
        for reading in self.document.readings[index][:1]:
            venue = self.words.venue(reading.lemma, reading.case, before)
            if venue is not None:
                return venue
        forms = (*stems(token.norm), (token.fold, "")) if token.is_cap else ()
        found = (self.words.venue(lemma, case, before) for lemma, case in forms)
        return next((venue for venue in found if venue is not None), None)

    def date(self, clause: Clause, content: Content) -> tuple[Period | None, tuple[Span, ...]]:
        """The day of the utterance with its words."""
        if next(self.document.periods_in(clause.first, clause.last), None) is None:
            return None, ()
        for first, last in _shared(content.own, clause.parts):
            for found in self.document.periods_in(first, last):
                known = found.kind == "date" and found.period is not None and _is_told(found)
                if known and not content.covers(found.first) and not found.relation:
                    return found.period, (self.document.span(found.first, found.last),)
        return None, ()


def _is_told(found: FoundPeriod) -> bool:
    """Whether a date tells when something was said: a day, or a week or month as an adverbial."""
    days = found.period.days if found.period is not None else None
    return days == 1 or (days is not None and days <= _MONTH and not found.attributive)


def _shared(own: list[Range], parts: list[Range]) -> Iterator[Range]:
    """The parts of the reporting clause itself, without the clauses that hang on it."""
    for first, last in own:
        for start, end in parts:
            if max(first, start) < min(last, end):
                yield max(first, start), min(last, end)
