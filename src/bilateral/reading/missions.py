"""Missions: embassies, consulates and institutes that open, close or are planned."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import DiplomaticMission
from bilateral.model.kinds import MissionKind, MissionStatus
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import (
    asserted,
    country,
    country_words,
    draft,
    evidence,
    lies_ahead,
    phrase_span,
)
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import STATION, Where, adjectival_places, places, where_of
from bilateral.reading.referents import MentionKind

_SENDERS = (MentionKind.COUNTRY, MentionKind.NATIONALITY)
_PAIR = 2
_APPOSITION = ","
"""What alone stands before a second description of the same house."""
_NOWHERE: tuple[Where | None, ...] = (None,)
_HONORARY = {
    MissionKind.CONSULATE: MissionKind.HONORARY_CONSULATE,
    MissionKind.CONSULATE_GENERAL: MissionKind.HONORARY_CONSULATE,
}


@attrs.define(eq=False)
class _House:
    """A mission as a noun phrase names it."""

    phrase: Phrase
    head: int
    kind: MissionKind


def read(document: Document) -> list[DiplomaticMission]:
    """The missions that the article tells of, one for each town."""
    words = frame_lexicon("missions")
    reader = _Reader(document, words)
    return [
        mission
        for sentence, clause in document.clauses()
        for frame in words.find(clause, document.readings)
        for mission in reader.frame(sentence, frame)
    ]


class _Reader:
    """Reads the frames of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words

    def frame(self, sentence: Sentence, frame: Frame) -> Iterator[DiplomaticMission]:
        """The missions of one frame."""
        clause = frame.clause
        if not asserted(clause):
            return
        if frame.spec.sense == "upgrade":
            houses = self._raised(frame)
            status = MissionStatus.PLANNED if lies_ahead(clause) else MissionStatus.OPENED
        elif frame.spec.sense == "act":
            houses = [house for phrase in clause.phrases for house in self._house(phrase, phrase.head)]
            status = MissionStatus.PLANNED if lies_ahead(clause) else MissionStatus(frame.spec.status or "")
            role = "Acc" if clause.by_case("Acc") else "Nom"  # a mission that opens its doors is not opened
            houses = [house for house in houses if house.phrase.case == role and not house.phrase.post]
            houses = houses[:1] + [house for house in houses[1:] if house.phrase.joint != _APPOSITION]
        else:
            houses = self._inside(frame.phrase)
            status = self._nominal_status(frame)
        for house in houses if frame.spec.sense == "act" else houses[:1]:
            yield from self._missions(sentence, frame, house, status)

    def _nominal_status(self, frame: Frame) -> MissionStatus:
        """An opening agreed or spoken of is planned; one in the instrumental or past locative has been."""
        phrase = frame.phrase
        told = self.words.values["noun_status"]
        done = phrase is not None and phrase.case in ("Ins", "Sup", "Nom") and not lies_ahead(frame.clause)
        if phrase is None or not done:
            return MissionStatus.PLANNED
        return MissionStatus(told[tail(phrase.lemma, told)])

    def _raised(self, frame: Frame) -> list[_House]:
        """What a mission becomes: "nagykövetséggé minősíti fel a kabuli misszióját"."""
        objects = frame.clause.by_case("Acc")
        into = list(self._house(frame.phrase, frame.phrase.head)) if frame.phrase is not None else []
        return [attrs.evolve(house, phrase=objects[0]) for house in into if objects]

    def _inside(self, phrase: Phrase | None) -> list[_House]:
        """The mission that possesses the opening: "az orosz főkonzulátus megnyitása"."""
        if phrase is None:
            return []
        inside = range(phrase.head - 1, phrase.first - 1, -1)
        return [house for at in inside for house in self._house(phrase, at)]

    def _house(self, phrase: Phrase, at: int) -> Iterator[_House]:
        kind = self._kind(phrase, at)
        if kind is not None:
            yield _House(phrase, at, kind)

    def _kind(self, phrase: Phrase, at: int) -> MissionKind | None:
        lemma = self.document.readings[at][0].lemma
        before = self.document.readings[at - 1][0].lemma if at > phrase.first else ""
        kinds = self.words.values["kind"]
        value = self.words.values["adjective_kind"].get(f"{before} {lemma}") or kinds.get(tail(lemma, kinds))
        if value is None:
            return None
        kind = MissionKind(value)
        honorary = any(
            self.document.tokens[other].fold in self.words.words["honorary"]
            for other in range(phrase.first, at)
        )
        return _HONORARY.get(kind, kind) if honorary else kind

    def _missions(
        self, sentence: Sentence, frame: Frame, house: _House, status: MissionStatus
    ) -> Iterator[DiplomaticMission]:
        stops = self._towns(frame.clause, house)
        sending = self._sending(frame.clause, house)
        seen: set[str | None] = set()
        for stop in tuple(stops) or _NOWHERE:
            receiving = stop.country if stop is not None else None
            place = stop.place if stop is not None else None
            if receiving is None or receiving == sending or place in seen:
                continue
            seen.add(place)
            fields = {
                "kind": [phrase_span(self.document, house.phrase)],
                "sending": country_words(self.document, sentence, [sending]),
                "receiving": [stop.span] if stop is not None else [],
                "place": [stop.span] if stop is not None else [],
            }
            yield from draft(
                DiplomaticMission,
                kind=house.kind,
                sending=country(sending),
                receiving=country(receiving),
                place=self.document.place(place, receiving) if place else None,
                status=status,
                evidence=evidence(self.document, sentence, frame.spec.id, fields),
            )

    def _towns(self, clause: Clause, house: _House) -> list[Where]:
        """The towns of the mission; the country alone where no town is told."""
        inner = [*self._before(clause, house), *adjectival_places(self.document, house.phrase)]
        around = places(self.document, clause, STATION) or self._listed(clause)
        stops = inner if inner and (inner[0].place or not around) else around
        towns = [stop for stop in stops if stop.place]
        return towns or stops[:1] or self._other_side(clause, house)

    def _before(self, clause: Clause, house: _House) -> list[Where]:
        """Towns whose adjectives share the noun: "a kazanyi és a szamarai főkonzulátusát"."""
        found: list[Where] = []
        at = next((n for n, phrase in enumerate(clause.phrases) if phrase is house.phrase), 0)
        while at > 0 and clause.phrases[at].conjunct:
            at -= 1
            mention = self.document.mention_at_head(clause.phrases[at].head)
            if mention is None or not mention.adjectival:
                break
            found.insert(0, where_of(self.document, mention))
        return found

    def _other_side(self, clause: Clause, house: _House) -> list[Where]:
        """The state of the pair in which an embassy without a town stands: not the one that sends it."""
        states = self.document.sentences[self.document.sentence_of[clause.first]].states
        subject = self.document.subject(clause)
        others = [code for code in states if subject is not None and code not in subject.countries]
        if house.kind is not MissionKind.EMBASSY or len(states) != _PAIR or len(others) != 1:
            return []
        return [Where(None, others[0], phrase_span(self.document, house.phrase))]

    def _listed(self, clause: Clause) -> list[Where]:
        """The towns of a list after a colon: "két konzulátus nyílik: Kazányban és Ufában"."""
        following = next(
            (other for _, other in self.document.clauses_from(clause) if other is not clause), None
        )
        if following is None or following.predicate is not None:
            return []
        if self.document.tokens[following.first - 1].norm != ":":
            return []
        return places(self.document, following, STATION)

    def _sending(self, clause: Clause, house: _House) -> str | None:
        """Whose mission it is: told in its phrase ("orosz főkonzulátus"), else the subject's."""
        for mention in self.document.mentions_in(house.phrase.first, house.head, *_SENDERS):
            named = mention.kind is MentionKind.NATIONALITY or not mention.adjectival
            if named and mention.countries:
                return mention.countries[0]
        subject = self.document.subject(clause)
        return subject.countries[0] if subject and subject.countries else None
