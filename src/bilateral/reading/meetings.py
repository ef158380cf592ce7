"""Meetings: who talked with whom, face to face or from afar, in which form, when and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.model.facts import Meeting
from bilateral.model.kinds import MeetingKind, MeetingStatus, Office
from bilateral.model.world import country
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.drafting import (
    asserted,
    country_words,
    draft,
    evidence,
    fell_through,
    leads_organisation,
    lies_ahead,
    offices,
    official,
    person_words,
    persons,
    represents,
    states,
    telling_span,
)
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.gatherings import Gatherings
from bilateral.reading.occasion import (
    GOAL,
    STATION,
    When,
    Where,
    date_inside,
    places,
    told_before,
    when,
    where_of,
)
from bilateral.reading.partners import Sides, joined
from bilateral.reading.referents import MentionKind, PersonRecord

_SIDES = 2
_REMOTE = (MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL)
_TOGETHER = (MeetingKind.VIDEO_CALL, MeetingKind.SUMMIT, MeetingKind.FORUM, MeetingKind.SESSION)
_NO_STATESMEN = (None, Office.OTHER, Office.EXECUTIVE)


def read(document: Document) -> list[Meeting]:
    """The encounters that the article tells of, one for each telling."""
    words = frame_lexicon("meetings")
    reader = _Reader(document, words)
    return [
        meeting
        for sentence, frame in words.frames(document, implied=True)
        for meeting in reader.frame(sentence, frame)
    ]


class _Reader:
    """Reads the frames of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.gatherings = Gatherings(document, words)

    def frame(self, sentence: Sentence, frame: Frame) -> Iterator[Meeting]:
        """The meetings of one frame."""
        status = self._status(frame)
        if status is None:
            return
        kind = self._kind(frame)
        for sides in self._SENSES[frame.spec.sense](self, frame, kind):
            if frame.spec.sense == "attend" or self._international(sides):
                self.gatherings.remember(kind, status, sides)
                yield from self._meeting(sentence, frame, kind, status, sides)

    # -- who --------------------------------------------------------------------------------------

    def _talk(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        clause = frame.clause
        subject = self._subject(clause)
        partners = self._partners(clause)
        if partners.persons or partners.countries:
            for side in self._separately(clause, subject):
                yield from self._paired(side, partners, kind)
        elif len(subject.persons) >= _SIDES:
            yield subject
        else:
            yield from self._unnamed(clause)

    def _unnamed(self, clause: Clause) -> Iterator[Sides]:
        """Two office-holders without names: "a dán és a finn elnök", "a két miniszter"."""
        referent = self.document.subject(clause)
        if referent is None or referent.persons or len(referent.countries) != _SIDES:
            return
        heads = list(self.document.arguments(clause).heads("Nom"))
        if not heads and clause.predicate is not None and self._in_person(clause.predicate):
            yield from self._company(clause, referent)
        elif any(official(argument.mention) for argument in heads):
            yield Sides([], list(referent.countries))

    def _in_person(self, predicate: Predicate) -> bool:
        """Whether "they" come together, and do not only go on negotiating."""
        return predicate.person == "3P" and predicate.lemma in self.words.words["in_person"]

    def _company(self, clause: Clause, referent: Referent) -> Iterator[Sides]:
        """The two office-holders whom the text has spoken of, where the verb alone says "they"."""
        people = list(self.document.sentences[self.document.sentence_of[clause.first]].persons)
        if set(self._countries(people)) == set(referent.countries) and len(people) == _SIDES:
            yield Sides(people, list(referent.countries))

    def _paired(self, subject: Sides, partners: Sides, kind: MeetingKind) -> Iterator[Sides]:
        """One meeting for each partner, but one for all where they come together."""
        if kind in _TOGETHER or len(partners.persons) <= 1:
            yield joined(subject, partners)
            return
        for person in partners.persons:
            yield joined(subject, Sides([person], self._countries([person])))

    def _separately(self, clause: Clause, sides: Sides) -> list[Sides]:
        """Each of several subjects alone, where they meet the partner one by one ("külön-külön")."""
        words = self.words.words["separately"]
        apart = any(self.document.tokens[index].fold in words for index in clause.words)
        if len(sides.persons) < _SIDES or not apart:
            return [sides]
        return [Sides([person], self._countries([person])) for person in sides.persons]

    def _held(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """An encounter told by a participle: "a kínai elnökkel folytatott megbeszélése után"."""
        phrase = frame.phrase
        if phrase is None or not phrase.possessor or not self._has_participle(phrase):
            return
        if not phrase.post and phrase.case not in STATION:
            return
        inside = [inner for inner in phrase.inner if inner.case == "Ins"]
        heads = [self.document.mention_at_head(inner.head) for inner in inside]
        partners = [referent for mention in heads if mention and (referent := self.document.who(mention))]
        people = [person for referent in partners for person in referent.persons]
        partner = Sides(people, self._countries(people))
        if people:
            yield from self._paired(self._subject(frame.clause), partner, kind)

    def _after(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """An encounter that only what came after it tells."""
        del kind
        yield from self.gatherings.told_by_sequel(frame)

    def _join(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """Who else took part in the encounter told last."""
        del kind
        yield from self.gatherings.widened(frame, self._subject(frame.clause))

    def _has_participle(self, phrase: Phrase) -> bool:
        """Whether the phrase holds a word by which an encounter is held: "folytatott", "való"."""
        verbs = self.words.words["holding"]
        lemmas = self.document.lemmas[phrase.first : phrase.head]
        if not self.words.words["joining"].isdisjoint(lemmas):
            return True
        inside = (
            reading for at in range(phrase.first, phrase.head) for reading in self.document.readings[at]
        )
        return any(reading.form == "PartPast" and reading.verb in verbs for reading in inside)

    def _receive(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        del kind
        guests = persons(self.document, self.document.arguments(frame.clause).heads("Acc"))
        guests = guests or self._relative(frame.clause, "Acc")
        taken_up = self.document.objects.get(id(frame.clause))
        guests = guests or (list(taken_up.persons) if taken_up else [])
        subject = self._subject(frame.clause)
        unnamed = offices(self.document, self.document.arguments(frame.clause).heads("Acc"))
        received = self._separately(frame.clause, Sides(guests, self._countries(guests) or unnamed))
        for host in subject.persons if guests or unnamed else ():
            one = Sides([host], self._countries([host]))
            for side in received:
                yield joined(one, side)

    def _call(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        with_whom = any(True for _ in self.document.arguments(frame.clause).heads("Ins"))
        if frame.spec.sense == "call" and kind not in _REMOTE and not with_whom:
            return
        called = persons(self.document, self.document.arguments(frame.clause).heads("Acc", "Ins"))
        subject = self._subject(frame.clause)
        if called:
            yield from self._paired(subject, Sides(called, self._countries(called)), kind)
        elif len(subject.persons) >= _SIDES:
            yield subject

    def _tell(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """Something said by phone to whom the accusative, dative or instrumental names."""
        if kind not in _REMOTE:
            return
        heads = self.document.arguments(frame.clause).heads("Acc", "Dat", "Ins")
        told = persons(self.document, heads)[:1]
        if told:
            yield joined(self._subject(frame.clause), Sides(told, self._countries(told)))

    def _review(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        yield from self._talk(frame, kind)

    def _convene(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """A body of two states that meets: "ülésezett a magyar–szerb vegyes bizottság"."""
        del kind
        yield from self.gatherings.body(frame.clause)

    def _meet_up(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """Persons or states that sit down together: "összeült a két vezető"."""
        del kind
        referent = self.document.subject(frame.clause)
        if referent is None or (not referent.persons and any(self.gatherings.body(frame.clause))):
            return
        if len(set(referent.countries)) >= _SIDES:
            yield Sides(list(referent.persons), list(referent.countries))

    def _gather(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        del kind
        off = self._called_off(frame)
        yield from self.gatherings.named(frame, self._subject(frame.clause), called_off=off)

    def _attend(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """A summit or forum that the subject goes to."""
        yield from self.gatherings.attended(frame, kind, self._subject(frame.clause))

    def _follow(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """The next summit or session."""
        yield from self.gatherings.following(frame, kind)

    def _subject(self, clause: Clause) -> Sides:
        referent = self.document.subject(clause) or Referent()
        roles = states(self.document, self.document.arguments(clause).heads("Nom")) or self._delegation(
            clause
        )
        return Sides(list(referent.persons), [*self._countries(referent.persons), *roles])

    def _delegation(self, clause: Clause) -> list[str]:
        """The state of a delegation: "a magyar küldöttség"."""
        nouns = self.words.words["delegations"]
        for phrase in clause.by_case("Nom"):
            if tail(phrase.lemma, nouns) in nouns:
                return list(self.document.countries_in(phrase.first, phrase.last))[:1]
        return []

    def _partners(self, clause: Clause) -> Sides:
        arguments = self.document.arguments(clause)
        found = persons(self.document, arguments.heads("Ins")) or self._relative(clause, "Ins")
        pronouns = self.words.words["with_him"]
        if not found and any(phrase.lemma in pronouns for phrase in clause.by_case("Ins")):
            taken_up = self.document.objects.get(id(clause))
            found = list(taken_up.persons) if taken_up is not None else []
        roles = states(self.document, arguments.heads("Ins")) or (self._whom(clause) if not found else [])
        return Sides(found, [*self._countries(found), *roles])

    def _whom(self, clause: Clause) -> list[str]:
        """The state of an unnamed office-holder: "a dán miniszter, akivel tegnap tárgyalt"."""
        referent = self.document.antecedents.get(id(clause))
        if referent is None or referent.persons or len(referent.countries) != 1:
            return []
        pronoun = self.document.readings[clause.opener][0]
        personal = frame_lexicon("occasions").words["person"]
        return list(referent.countries) if pronoun.case == "Ins" and pronoun.lemma in personal else []

    def _relative(self, clause: Clause, case: str) -> list[int]:
        clause = clause.governor
        referent = self.document.antecedents.get(id(clause))
        if referent is None or self.document.readings[clause.opener][0].case != case:
            return []
        return list(referent.persons)

    def _countries(self, people: Sequence[int]) -> list[str]:
        codes = (self.document.people[person].country for person in people)
        return [code for code in dict.fromkeys(codes) if code]

    def _international(self, sides: Sides) -> bool:
        """Whether two states (or a state and an international organisation) meet through office-holders."""
        records = [self.document.people[person] for person in sides.persons]
        if records and not any(
            record.office not in _NO_STATESMEN or represents(record) for record in records
        ):
            return False
        organisations = sum(record.country is None and leads_organisation(record) for record in records)
        return len(set(sides.countries)) + organisations >= _SIDES

    @staticmethod
    def _is_private(record: PersonRecord) -> bool:
        return record.office in _NO_STATESMEN and not represents(record)

    # -- what, when, where ------------------------------------------------------------------------

    def _status(self, frame: Frame) -> MeetingStatus | None:
        clause = frame.clause
        if fell_through(clause) or self._called_off(frame):
            return MeetingStatus.CANCELLED
        if not asserted(clause):
            return None
        return MeetingStatus.PLANNED if lies_ahead(clause) else MeetingStatus.ACTUAL

    def _called_off(self, frame: Frame) -> bool:
        """Whether the verb calls off the encounter that the noun names: "elhalasztották … találkozóját"."""
        predicate, phrase = frame.clause.predicate, frame.phrase
        if frame.spec.sense != "gather" or predicate is None or phrase is None or predicate.negated:
            return False
        return self.words.values["calls_off"].get(predicate.lemma) == phrase.case

    def _date(self, frame: Frame, status: MeetingStatus) -> When | None:
        """The date told in the noun's phrase, else by the clause, unless that dates the calling off."""
        ahead = status is not MeetingStatus.ACTUAL
        named = frame.phrase if frame.spec.sense == "gather" else None
        inner = date_inside(self.document, named, future=ahead) if named is not None else None
        if inner is not None or (named is not None and named.case == "Acc" and self._called_off(frame)):
            return inner
        return when(self.document, frame.clause, future=status is MeetingStatus.PLANNED)

    def _kind(self, frame: Frame) -> MeetingKind:
        clause = frame.clause
        if frame.spec.sense == "ring":
            return MeetingKind.PHONE_CALL
        if frame.spec.kind:
            return MeetingKind(frame.spec.kind)
        folds = [self.document.tokens[index].fold for index in clause.words]
        if any(fold in self.words.words["phone_forms"] for fold in folds):
            return MeetingKind.PHONE_CALL
        if any(fold in self.words.words["video_forms"] for fold in folds):
            return MeetingKind.VIDEO_CALL
        return self.gatherings.kind(frame)

    def _where(self, frame: Frame) -> Where | None:
        clause = frame.clause
        if frame.spec.sense == "follow":
            towns = (a.mention for a in self.document.arguments(clause).heads("Nom"))
            host = next((town for town in towns if town.kind is MentionKind.PLACE), None)
            if host is not None:  # "a következő ülésnek Prága ad otthont"
                return where_of(self.document, host)
        own = [where for where in places(self.document, clause, STATION) if where.place]
        if own:
            return own[0]
        parent = clause.parent
        if parent is None and frame.spec.sense == "attend":
            return next((where for where in told_before(self.document, clause) if where.place), None)
        if parent is None:
            return None
        cases = (*STATION, *GOAL) if clause.opener >= 0 else STATION
        return next((where for where in places(self.document, parent, cases) if where.place), None)

    def _meeting(
        self, sentence: Sentence, frame: Frame, kind: MeetingKind, status: MeetingStatus, sides: Sides
    ) -> Iterator[Meeting]:
        document = self.document
        date = self._date(frame, status)
        where = self._where(frame) if kind not in _REMOTE else None
        fields = {
            "participants": person_words(document, sentence, sides.persons),
            "countries": country_words(document, sentence, sides.countries),
            "status": [telling_span(document, frame.clause)],
            "kind": [telling_span(document, frame.clause)],
            "date": [date.span] if date else [],
            "place": [where.span] if where else [],
        }
        return draft(
            Meeting,
            kind=kind,
            participants=[document.person(person) for person in sides.persons],
            countries=list(map(country, dict.fromkeys(sides.countries))),
            place=document.place(where.place, where.country) if where and where.place else None,
            date=date.period if date else None,
            status=status,
            evidence=evidence(document, sentence, frame.spec.id, fields),
        )

    # by the class and not by its objects, which would keep themselves alive with their own methods
    _SENSES: ClassVar = {
        "talk": _talk,
        "receive": _receive,
        "call": _call,
        "ring": _call,
        "tell": _tell,
        "convene": _convene,
        "meet_up": _meet_up,
        "review": _review,
        "held": _held,
        "gather": _gather,
        "attend": _attend,
        "follow": _follow,
        "after": _after,
        "join": _join,
    }
