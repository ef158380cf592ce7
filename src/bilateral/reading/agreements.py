"""Agreements: which document or understanding, between whom, about what, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import Agreement, Party
from bilateral.model.kinds import AgreementKind, AgreementStatus
from bilateral.model.text import Span
from bilateral.reading import papers, progress, subjects, terms
from bilateral.reading.attributes import Topic, is_document, kind_told
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import (
    asserted,
    country_words,
    draft,
    evidence,
    lies_ahead,
    person_words,
    verb_span,
)
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import When, when
from bilateral.reading.parties import (
    Parties,
    commercial,
    companies,
    mixed,
    named_inside,
    parties,
    signatories,
)
from bilateral.reading.progress import AHEAD, DONE
from bilateral.reading.referents import MentionKind
from bilateral.reading.sameday import same_occasion
from bilateral.reading.takenup import Telling, fits, takes_up, told_again

_NEAR = 3
"""The sentences in which "az egyik megállapodás", "a dokumentumok" may take up the documents told last."""
_NEXT = 2
"""The sentences after a document in which "a dokumentum" may take it up."""
_NO_TOPIC: tuple[Topic | None, ...] = (None,)


@attrs.define(eq=False)
class _Act:
    """An act on a document (or on none): what is needed to write the facts down."""

    frame: Frame
    kind: AgreementKind
    status: AgreementStatus
    noun: Phrase | None
    topics: Sequence[Topic]


def read(document: Document) -> list[Agreement]:
    """The agreements that the article tells of, one for each document or coordinated subject."""
    words = frame_lexicon("agreements")
    reader = _Reader(document, words)
    for sentence, frame in words.frames(document, implied=True):
        if not _is_participle(sentence, frame.clause):
            reader.frame(sentence, frame)
    return reader.found


def _is_participle(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause stands for a participle: its document is read as that participle's noun."""
    return clause not in sentence.clauses and all(
        clause.predicate is not o.predicate for o in sentence.clauses
    )


class _Reader:
    """Reads the frames of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.found: list[Agreement] = []
        self.last: tuple[int, AgreementStatus | None] = (-2, None)
        self.told: tuple[int, int] = (-2, 0)
        self.clauses: list[Clause] = []  # the document knows them by their identity

    def frame(self, sentence: Sentence, frame: Frame) -> None:
        """Read the agreements of one frame."""
        if frame.phrase is not None and frame.spec.sense == "document":
            frame = Frame(
                frame.spec, papers.own_part(self.document, frame.clause, frame.phrase), frame.phrase
            )
            self.clauses.append(frame.clause)
        if self._takes_up(sentence, frame):
            return
        act = self._SENSES[frame.spec.sense](self, sentence, frame)
        if act is None:
            return
        if act.noun is not None:
            self.last = (sentence.index, act.status)
        sides = self._sides(sentence, act)
        if sides.bound:
            before = len(self.found)
            self.found += self._agreements(sentence, act, sides)
            if act.noun is not None and frame.spec.sense == "document":
                index, first = self.told
                self.told = (sentence.index, first if index == sentence.index else before)

    def _takes_up(self, sentence: Sentence, frame: Frame) -> bool:
        """Tell again what "a dokumentum", "a szerződés" takes up, if it takes up what was told last."""
        noun, (index, first) = frame.phrase, self.told
        if noun is None or frame.spec.sense != "document" or not index <= sentence.index <= index + _NEXT:
            return False
        earlier = self.found[first:]
        status = progress.status(self.document, frame) if takes_up(self.document, noun, earlier) else None
        if status is None:
            return False
        act = _Act(frame, earlier[0].kind, status, noun, ())
        sides = self._sides(sentence, act)
        if not fits(earlier, status, sides.named()):
            return False
        who, date = self._signatories(act), self._date(act)
        fields = self._fields(sentence, act, sides, date, who)
        again = Telling(
            status=status,
            date=date.period if date else None,
            signatories=tuple(map(self.document.person, who)),
            valid_until=terms.valid_until(self.document, frame.clause, noun),
            evidence=evidence(self.document, sentence, frame.spec.id, fields),
        )
        for at, fact in enumerate(earlier, first):
            told = told_again(fact, again)
            until = told.valid_until or terms.runs_until(self.document, frame.clause, noun, told.date)
            self.found[at] = attrs.evolve(told, valid_until=until)
        return True

    def _sides(self, sentence: Sentence, act: _Act) -> Parties:
        sense = act.frame.spec.sense
        if sense == "participle" and act.noun is not None:
            return named_inside(self.document, act.noun)
        return parties(self.document, sentence, act.frame.clause, act.noun, event=sense == "nominal")

    # -- senses -----------------------------------------------------------------------------------

    def _on_document(self, sentence: Sentence, frame: Frame) -> _Act | None:
        noun = frame.phrase
        status = progress.status(self.document, frame)
        if noun is None or status is None:
            return None
        if not (self._signed(frame, noun) or papers.counts(self.document, noun)):
            return None
        topics = subjects.of_document(
            self.document, frame.clause, noun, papers.claimed(self.document, frame.clause, noun), self.words
        )
        if self._points_ahead(frame.clause):
            topics = subjects.reported(self.document, sentence, frame.clause) or topics
        return _Act(frame, papers.kind(self.document, noun), status, noun, topics)

    def _reach(self, sentence: Sentence, frame: Frame) -> _Act | None:
        """A document that a verb reaches, if it is told which: "kereskedelmi megállapodásra jutott"."""
        noun = frame.phrase
        told = noun is not None and kind_told(self.document, noun, self.words) is not None
        return self._on_document(sentence, frame) if told else None

    def _close(self, sentence: Sentence, frame: Frame) -> _Act | None:
        """Negotiations on a document that ended: "lezárták a vámegyezményről folytatott tárgyalásokat"."""
        talks, status = frame.phrase, progress.status(self.document, frame)
        if talks is None or status is not AgreementStatus.AGREED:
            return None
        del sentence
        noun = next((inner for inner in talks.inner if inner.case == "Del" and is_document(inner)), None)
        clause = frame.clause
        noun = noun or next((p for p in clause.by_case("Del") if is_document(p) and not p.post), None)
        if noun is None:
            return None
        topic = kind_told(self.document, noun, self.words)
        return _Act(frame, papers.kind(self.document, noun), status, noun, [topic] if topic else [])

    def _signed(self, frame: Frame, noun: Phrase) -> bool:
        """Whether signing makes the noun a document of two sides; "a dokumentum" takes up one told before."""
        return frame.spec.status == AgreementStatus.SIGNED and noun.lemma not in self.words.words["papers"]

    def _points_ahead(self, clause: Clause) -> bool:
        """Whether "arról" announces a clause that says what the document is about."""
        readings = self.document.readings
        return "PRON" in [readings[phrase.head][0].pos for phrase in clause.by_case("Del")]

    def _settle(self, sentence: Sentence, frame: Frame) -> _Act | None:
        status = progress.status(self.document, frame)
        if status is None:
            return None
        clause, reached = frame.clause, frame.spec.beside
        if any(p.lemma in reached and kind_told(self.document, p, self.words) for p in clause.phrases):
            return None
        whole = (clause.first, clause.last)
        topics = subjects.topic_phrases(self.document, clause, whole, goals=("Sbl", "Ine"))
        topics = topics or subjects.reported(self.document, sentence, clause)
        if not topics:
            return None
        return _Act(frame, AgreementKind.UNDERSTANDING, status, None, topics)

    def _negotiate(self, sentence: Sentence, frame: Frame) -> _Act | None:
        del sentence
        clause = frame.clause
        if not self._of_states(frame):
            return None
        ready = clause.predicate is not None and clause.predicate.modality == "ready"
        if any(phrase.case == "Del" and is_document(phrase) for phrase in clause.phrases):
            return None
        acts = frame.phrase is None
        topics = subjects.topic_phrases(self.document, clause, (clause.first, clause.last), acts=acts)
        if not topics:
            return None
        status = AgreementStatus.PLANNED if ready else AgreementStatus.NEGOTIATING
        return _Act(frame, AgreementKind.UNDERSTANDING, status, None, topics)

    def _of_states(self, frame: Frame) -> bool:
        """Whether sides negotiate, or are ready to; talks with a person are a meeting."""
        clause, predicate = frame.clause, frame.clause.predicate
        if predicate is None or predicate.tense != "Pres":
            return False
        partners = list(self.document.arguments(clause).heads("Ins"))
        if any(partner.mention.kind is MentionKind.PERSON for partner in partners):
            return False
        free = frame.phrase is not None or predicate.modality == "ready" or self._of_company(clause)
        if clause.by_case("Ins") and not free:
            return False
        told = asserted(clause) or (predicate.modality == "ready" and not predicate.negated)
        return told and not (clause.uncertain or clause.conditional)

    def _of_company(self, clause: Clause) -> bool:
        """Whether a company or an organisation, and nobody in person, is the subject."""
        subject = self.document.subject(clause)
        return subject is not None and bool(subject.organizations) and not subject.persons

    def _nominal(self, sentence: Sentence, frame: Frame) -> _Act | None:
        del sentence
        phrase = frame.phrase
        noun = papers.inside(self.document, phrase) if phrase is not None else None
        if phrase is None or noun is None or phrase.case == "Dat" or not asserted(frame.clause):
            return None
        predicate = frame.clause.predicate
        unreal = self.words.words["falls_through"] | self.words.words["speaks_of"]
        if predicate is not None and predicate.lemma in unreal:
            return None
        done = self.words.values["noun_status"][tail(phrase.lemma, self.words.values["noun_status"])]
        wished = predicate is not None and predicate.lemma in self.words.words["wishes"]
        ahead = lies_ahead(frame.clause) or wished
        status = AgreementStatus.PLANNED if ahead else AgreementStatus(done)
        topics = subjects.of_document(
            self.document, frame.clause, noun, (phrase.last, phrase.last), self.words
        )
        return _Act(frame, papers.kind(self.document, noun), status, noun, topics)

    def _about(self, sentence: Sentence, frame: Frame) -> _Act | None:
        """What one of the documents signed before is about: "az egyik megállapodás a halászatról szól"."""
        clause = frame.clause
        holders = [*clause.by_case("Nom"), *clause.with_post(*self.words.words["among"])]
        named = self.words.words["papers"]
        noun = next((p for p in holders if is_document(p) or p.lemma in named), None)
        before = self._told_before(sentence)
        if noun is None or before is None or not asserted(clause):
            return None
        topics = subjects.topic_phrases(self.document, clause, (clause.first, clause.last))
        return _Act(frame, papers.kind(self.document, noun), before, noun, topics) if topics else None

    def _told_before(self, sentence: Sentence) -> AgreementStatus | None:
        """The status of the document told last, not far before."""
        index, status = self.last
        return status if 0 < sentence.index - index <= _NEAR else None

    def _participle(self, sentence: Sentence, frame: Frame) -> _Act | None:
        """A document that a participle says was signed, told in passing: "a 2019-ben Szocsiban aláírt …"."""
        del sentence
        noun = frame.phrase
        if noun is None or self._read_by_verb(frame):
            return None
        told = self.words.values["participle"]
        lemmas = [self._participle_lemma(at) for at in range(noun.first, noun.head)]
        status = next((told[lemma] for lemma in lemmas if lemma in told), None) or self._in_force(noun)
        if status is None or not asserted(frame.clause):
            return None
        topics = subjects.of_document(self.document, frame.clause, noun, (noun.last, noun.last), self.words)
        return _Act(frame, papers.kind(self.document, noun), AgreementStatus(status), noun, topics)

    def _in_force(self, noun: Phrase) -> str | None:
        """Whether the document is said to enter into force: "a júliusban hatályba lépő egyezmény"."""
        folds = [self.document.tokens[at].fold for at in range(noun.first, noun.head)]
        pairs = pairwise(folds)
        entering = tuple(self.words.words["entering"])
        enters = any(one in self.words.words["force"] and two.startswith(entering) for one, two in pairs)
        return AgreementStatus.IN_FORCE.value if enters else None

    def _participle_lemma(self, at: int) -> str:
        """The verb of a past participle, or nothing."""
        for reading in self.document.readings[at]:
            if reading.form == "Fin" and reading.tense == "Past":
                return reading.lemma
        return ""

    def _read_by_verb(self, frame: Frame) -> bool:
        """Whether the clause's own verb reads the document already."""
        predicate = frame.clause.predicate
        return predicate is not None and predicate.lemma in self.words.by_verb

    # -- facts ------------------------------------------------------------------------------------

    def _agreements(self, sentence: Sentence, act: _Act, sides: Parties) -> Iterator[Agreement]:
        """One agreement for each topic; the topics have all else in common."""
        document, clause = self.document, act.frame.clause
        named = tuple(sides.named())
        until = terms.valid_until(document, clause, act.noun)
        date = self._date(act) if until is None or act.status is not AgreementStatus.IN_FORCE else None
        if until is None and act.status in DONE and date is not None:
            until = terms.runs_until(document, clause, act.noun, date.period)
        who = self._signatories(act)
        people = tuple(map(document.person, who))
        fields = self._fields(sentence, act, sides, date, who)
        for topic in tuple(act.topics) or _NO_TOPIC:
            fields["subject"] = [topic.span] if topic else []
            yield from draft(
                Agreement,
                kind=self._binding_kind(act, named),
                status=act.status,
                parties=named,
                signatories=people,
                subject=topic.text(document) if topic else None,
                date=date.period if date else None,
                valid_until=until,
                evidence=evidence(document, sentence, act.frame.spec.id, fields),
            )

    def _signatories(self, act: _Act) -> list[int]:
        """The persons who sign the document."""
        signs = act.status is AgreementStatus.SIGNED and act.noun is not None
        of_document = signs and act.frame.spec.sense == "document"
        return signatories(self.document, act.frame.clause, act.noun) if of_document else []

    def _binding_kind(self, act: _Act, named: Sequence[Party]) -> AgreementKind:
        """The kind of the document; companies conclude contracts and no treaties."""
        if act.kind is not AgreementKind.TREATY:
            return act.kind
        private = mixed(named) or companies(act.frame.clause) or commercial(self.document, act.noun)
        return AgreementKind.CONTRACT if private else act.kind

    def _fields(
        self, sentence: Sentence, act: _Act, sides: Parties, date: When | None, who: Sequence[int]
    ) -> dict[str, Sequence[Span]]:
        """The words of all but the topic."""
        document, words = self.document, self._words(act)
        return {
            "kind": [document.span(act.noun.first, act.noun.last)] if act.noun else [words],
            "parties": country_words(document, sentence, sides.countries),
            "signatories": person_words(document, sentence, who),
            "date": [date.span] if date else [],
            "status": [words],
        }

    def _date(self, act: _Act) -> When | None:
        if act.frame.spec.sense != "participle" or act.noun is None:
            ahead = act.status in AHEAD or lies_ahead(act.frame.clause)
            told = when(self.document, act.frame.clause, future=ahead)
            if told is not None and told.period.start is None and self._prolongs(act):
                told = None  # "2030-ig meghosszabbították" tells the term
            done = act.status in DONE
            return told or (same_occasion(self.document, act.frame.clause, act.noun) if done else None)
        for found in self.document.periods_in(act.noun.first, act.noun.head):
            if found.kind == "date" and found.period is not None and found.relation == "":
                return When(found.period, self.document.span(found.first, found.last))
        return None

    def _prolongs(self, act: _Act) -> bool:
        predicate = act.frame.clause.predicate
        return predicate is not None and predicate.lemma in self.words.words["prolong"]

    def _words(self, act: _Act) -> Span:
        clause = act.frame.clause
        if clause.predicate is not None:
            return verb_span(self.document, clause.predicate)
        return self.document.span(clause.first, clause.last)

    # by the class and not by its objects, which would keep themselves alive with their own methods
    _SENSES: ClassVar = {
        "document": _on_document,
        "reach": _reach,
        "close": _close,
        "settle": _settle,
        "negotiate": _negotiate,
        "about": _about,
        "nominal": _nominal,
        "participle": _participle,
    }
