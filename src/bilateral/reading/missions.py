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
from bilateral.reading.houses import House, each_other, house_at, in_capitals, sender, stops, teller
from bilateral.reading.occasion import GOAL, Where, places, where_of

_APPOSITION = ","
"""What alone stands before a second description of the same house."""


@attrs.define(eq=False)
class _Told:
    """A mission told already, which a later sentence can take up ("a képviselet", "a kapuk")."""

    sentence: int
    fact: DiplomaticMission


@attrs.define(eq=False)
class _Act:
    """What a frame says of which houses."""

    sentence: Sentence
    frame: Frame
    houses: list[House]
    status: MissionStatus
    where: list[Where] | None = None
    elided: bool = False


def read(document: Document) -> list[DiplomaticMission]:
    """The missions that the article tells of, one for each town."""
    reader = _Reader(document, frame_lexicon("missions"))
    for sentence, frame in reader.words.frames(document):
        reader.frame(sentence, frame)
    return [told.fact for told in reader.told]


class _Reader:
    """Reads the frames of one document, in order."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.told: list[_Told] = []

    def frame(self, sentence: Sentence, frame: Frame) -> None:
        """Take up the missions of one frame."""
        if not asserted(frame.clause):
            return
        act = _Act(sentence, frame, *_SENSES[frame.spec.sense](self, frame))
        occasion = (
            frame.spec.sense == "nominal" and frame.phrase is not None and self._is_occasion(frame.phrase)
        )
        if frame.spec.sense == "move" or occasion:
            act.where = places(self.document, frame.clause, GOAL)
        if frame.spec.sense == "act" and not act.houses:
            self._elided(act)
        for house in act.houses:
            facts = list(self._missions(act, house))
            self.told += [_Told(sentence.index, fact) for fact in facts]

    def done(self, frame: Frame) -> tuple[list[House], MissionStatus]:
        """What is opened or closed, or opens: the object, else the subject."""
        clause = frame.clause
        role = "Acc" if clause.by_case("Acc") else "Nom"  # a mission that opens its doors is not opened
        phrases = [phrase for phrase in clause.by_case(role) if not phrase.post]
        houses = [house for phrase in phrases for house in self._house(phrase, phrase.head)]
        houses = houses[:1] + [house for house in houses[1:] if not _restates(houses[0].phrase, house.phrase)]
        return houses, self._status(frame)

    def works(self, frame: Frame) -> tuple[list[House], MissionStatus]:
        """What begins or ends its work, or closes its doors: the subject, or the owner of the work."""
        if frame.clause.with_post(*self.words.words["before"]):
            return [], self._status(frame)  # "megnyitotta kapuit a menekültek előtt"
        inner = self._within(frame.phrase)
        subjects = [phrase for phrase in frame.clause.by_case("Nom") if not phrase.post]
        houses = inner or [house for phrase in subjects for house in self._house(phrase, phrase.head)]
        return houses[:1], self._status(frame)

    def raised(self, frame: Frame) -> tuple[list[House], MissionStatus]:
        """What a mission becomes: "nagykövetséggé minősíti fel a kabuli misszióját"."""
        into = list(self._house(frame.phrase, frame.phrase.head)) if frame.phrase is not None else []
        objects = frame.clause.by_case("Acc")
        return [attrs.evolve(house, phrase=objects[0]) for house in into if objects][:1], self._status(frame)

    def ranked(self, frame: Frame) -> tuple[list[House], MissionStatus]:
        """An office that is raised in rank: "nagykövetségi szintre emeli kabuli képviseletét"."""
        phrase, ranks = frame.phrase, self.words.values["rank"]
        words = range(phrase.first, phrase.head) if phrase is not None else ()
        told = [ranks[fold] for fold in (self.document.tokens[at].fold for at in words) if fold in ranks]
        offices = [office for office in frame.clause.by_case("Acc") if self._is_office(office)]
        houses = [House(office, office.head, MissionKind(kind)) for office in offices for kind in told]
        return houses[:1], self._status(frame)

    def _is_office(self, phrase: Phrase) -> bool:
        offices = self.words.words["offices"]
        return tail(phrase.lemma, offices) in offices

    def named(self, frame: Frame) -> tuple[list[House], MissionStatus]:
        """The mission that possesses an opening: "az orosz főkonzulátus megnyitása"."""
        phrase = frame.phrase
        if phrase is None or lies_ahead(frame.clause):
            return self._within(phrase)[:1], MissionStatus.PLANNED
        told = self.words.values["noun_status"]
        done = phrase.case in ("Ins", "Sup", "Nom") or self._is_occasion(phrase)
        done = done or (
            told[tail(phrase.lemma, told)] == MissionStatus.CLOSED and self._settles(frame.clause)
        )
        status = MissionStatus(told[tail(phrase.lemma, told)]) if done else MissionStatus.PLANNED
        return self._within(phrase)[:1], status

    def _settles(self, clause: Clause) -> bool:
        """Whether somebody has decided or announced what the clause names."""
        predicate = clause.predicate
        return predicate is not None and predicate.past and predicate.lemma in self.words.words["settling"]

    def _is_occasion(self, phrase: Phrase) -> bool:
        """Whether an opening is what somebody came for: "a nagykövetség megnyitása alkalmából"."""
        after = self.document.readings[phrase.last] if phrase.last < len(self.document.readings) else ()
        return bool(after) and after[0].lemma in self.words.words["occasion"]

    @staticmethod
    def _status(frame: Frame) -> MissionStatus:
        """What a verb says has become of a mission.

        A closing that is settled counts as done, since no mission is planned there; an opening that lies
        ahead is a plan.
        """
        status, predicate = MissionStatus(frame.spec.status or ""), frame.clause.predicate
        settled = status is MissionStatus.CLOSED and predicate is not None and predicate.modality != "will"
        return MissionStatus.PLANNED if lies_ahead(frame.clause) and not settled else status

    def _within(self, phrase: Phrase | None) -> list[House]:
        """The houses named before the head of a phrase, the nearest first."""
        if phrase is None:
            return []
        inside = range(phrase.head - 1, phrase.first - 1, -1)
        return [house for at in inside for house in self._house(phrase, at)]

    def _house(self, phrase: Phrase, at: int) -> Iterator[House]:
        return house_at(self.document, self.words, phrase, at)

    def _elided(self, act: _Act) -> None:
        """Houses whose noun the clause before has told: "…, a máltai és az izlandi viszont megszűnik"."""
        last = self.told[-1] if self.told and self.told[-1].sentence == act.sentence.index else None
        places_told = []
        for phrase in act.frame.clause.phrases:
            mention = self.document.mention_at_head(phrase.head)
            local = mention is not None and mention.adjectival and phrase.lemma.endswith("i")
            if mention is not None and local and phrase.definite and phrase.case in ("Nom", "Acc"):
                places_told.append((phrase, where_of(self.document, mention)))
        if last is not None and places_told:
            act.houses = [House(places_told[0][0], places_told[0][0].head, last.fact.kind)]
            act.where, act.elided = [where for _, where in places_told], True

    def _missions(self, act: _Act, house: House) -> Iterator[DiplomaticMission]:
        clause = act.frame.clause
        where = act.where if act.where is not None else stops(self.document, clause, house)
        offices = act.frame.spec.sense == "rank"
        pair = (
            ()
            if any(stop.place for stop in where)
            else each_other(self.document, clause, house, offices=offices)
        )
        if pair:
            span = phrase_span(self.document, house.phrase)
            capitals = self.document.capitals if in_capitals(clause) else {}
            for code, other in (pair, pair[::-1]):
                yield from self._mission(act, house, code, Where(capitals.get(other), other, span))
            return
        seen: set[tuple[str | None, str | None]] = set()
        for stop in where:
            key = (stop.place, stop.country)
            if key not in seen:
                seen.add(key)
                yield from self._mission(act, house, self._sender(act, house, stop), stop)

    def _sender(self, act: _Act, house: House, stop: Where) -> str | None:
        """Whose mission it is: told, or that of a mission told before with which the text goes on."""
        clause = act.frame.clause
        sending = sender(self.document, clause, house, stop)
        person = clause.predicate.person if clause.predicate is not None else ""
        unnamed = not clause.by_case("Nom") and person == "3P"
        open_ = act.elided or house.kind is None or unnamed or sending is None
        before = [told for told in self.told if act.sentence.index - told.sentence <= 1]
        there = [told for told in self.told if _stands_in(told.fact, stop)]
        last = next((told.fact.sending for told in (*there[-1:], *before[-1:])), None)
        if open_ and last is not None:
            return last.code
        if sending is not None:
            return sending
        own = teller(self.document, clause, house)
        return own if own != stop.country else None

    def _taken_up(self, house: House, stop: Where) -> MissionKind | None:
        """The kind of a house that the text names by a general noun: that of the one told in this state."""
        same = [told.fact.kind for told in self.told if _stands_in(told.fact, stop)]
        usual = self.words.values["usual_kind"].get(house.phrase.lemma)
        return same[-1] if same else MissionKind(usual) if usual is not None else None

    def _mission(
        self, act: _Act, house: House, sending: str | None, stop: Where
    ) -> Iterator[DiplomaticMission]:
        kind = house.kind or self._taken_up(house, stop)
        if kind is None or stop.country is None or stop.country == sending:
            return
        fields = {
            "kind": [phrase_span(self.document, house.phrase)],
            "sending": country_words(self.document, act.sentence, [sending]),
            "receiving": [stop.span],
            "place": [stop.span],
        }
        yield from draft(
            DiplomaticMission,
            kind=kind,
            sending=country(sending),
            receiving=country(stop.country),
            place=self.document.place(stop.place, stop.country) if stop.place else None,
            status=act.status,
            evidence=evidence(self.document, act.sentence, act.frame.spec.id, fields),
        )


def _restates(phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase right after another one describes the same house again."""
    return other.joint == _APPOSITION and other.first == phrase.last + 1


def _stands_in(fact: DiplomaticMission, stop: Where) -> bool:
    """Whether a mission told before is in the state of a place."""
    return fact.receiving is not None and fact.receiving.code == stop.country


_SENSES = {
    "act": _Reader.done,
    "move": _Reader.done,
    "work": _Reader.works,
    "upgrade": _Reader.raised,
    "rank": _Reader.ranked,
    "nominal": _Reader.named,
}
"""How each sense of a frame is read."""
