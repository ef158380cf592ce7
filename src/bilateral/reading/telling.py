"""How the text comes to tell a clause: as a promise, an announcement, a decision, the terms of a document."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import Office, SpeechAct
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import speech_words

_NOBODY = Referent()
_PRIVATE = (None, Office.OTHER, Office.EXECUTIVE)
_NAMING = ("NOUN", "PROPN")
_REPORTED = ("clause", "quote")


class Manner(StrEnum):
    """What makes the words of a clause known."""

    PROMISED = "promised"
    RESOLVED = "resolved"
    """Somebody has decided it or makes it an aim: "úgy döntött, hogy …"."""
    ANNOUNCED = "announced"
    TOLD = "told"
    """Somebody says it in another way."""
    AGREED = "agreed"
    """A document provides for it: "a nyilatkozat értelmében …"."""
    NARRATED = "narrated"
    """The article says it itself."""


_MANNERS = {
    SpeechAct.PROMISE: Manner.PROMISED,
    SpeechAct.ANNOUNCE: Manner.ANNOUNCED,
    SpeechAct.SAY: Manner.TOLD,
    SpeechAct.EMPHASIZE: Manner.TOLD,
}


@attrs.frozen(eq=False)
class Told:
    """How a clause is told, and by which clause (``None`` for a document or the article itself)."""

    manner: Manner
    by: Clause | None = None


PLAINLY = Told(Manner.NARRATED)


@attrs.define(eq=False)
class Tellings:
    """Finds how the clauses of one document are told; ``words`` are those of ``plans.toml``."""

    document: Document
    words: FrameLexicon

    def of(self, sentence: Sentence, clause: Clause) -> Told | None:
        """How a clause is told; ``None`` under a verb that does not vouch for it ("tagadta, hogy …")."""
        governor = clause.governor
        if governor.link is Link.COMPLEMENT and governor.parent is not None:
            return self._under(governor.parent) or self._under_inserted(sentence, governor)
        if self._in_document(clause):
            return Told(Manner.AGREED)
        reporting = self._reporting(sentence, clause)
        if reporting is not None:
            return self._under(reporting)
        if self._is_agreed_upon(sentence, clause):
            return None
        return PLAINLY if self._voice(clause) < 0 else Told(Manner.TOLD)

    def _voice(self, clause: Clause) -> int:
        """The person whose account a clause is, or -1."""
        return self.document.speaker_at(clause.predicate.token) if clause.predicate is not None else -1

    def _is_agreed_upon(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the sentence goes on to say that this was agreed: "…: erről állapodtak meg"."""
        agreeing, resuming = frame_lexicon("agreements").by_verb, self.words.words["resuming"]
        for other in reversed(sentence.clauses):
            if other.first <= clause.first:
                return False
            agrees = other.predicate is not None and other.predicate.lemma in agreeing
            if agrees and any(phrase.lemma in resuming for phrase in other.phrases):
                return True
        return False

    def _under_inserted(self, sentence: Sentence, clause: Clause) -> Told | None:
        """Under a reporting clause put between another clause's words: "X, aki …, közölte, hogy …"."""
        before = (other for other in sentence.clauses if other.last in (clause.first, clause.first - 1))
        inserted = next((other for other in before if other.link is Link.PARENTHETICAL), None)
        return self._under(inserted) if inserted is not None else None

    def _under(self, parent: Clause) -> Told | None:
        if self._resolves(parent):
            return Told(Manner.RESOLVED, parent)
        manner = self._manner(parent)
        return Told(manner, parent) if manner is not None else None

    def _manner(self, clause: Clause) -> Manner | None:
        manner = None
        for way in speech_words().ways(self.document, clause):
            if way.form in _REPORTED:
                manner = _MANNERS.get(way.act) if way.act is not None else None
                break
        if manner is not Manner.PROMISED:
            return manner
        lemmas = speech_words().lemmas(self.document, clause)
        return manner if self.words.words["promising"].intersection(lemmas) else Manner.TOLD

    def _resolves(self, clause: Clause) -> bool:
        """Whether a clause tells of a decision or an aim: "úgy döntött", "az a célja", "azt tervezi"."""
        predicate = clause.predicate
        if predicate is None or predicate.lemma in self.words.words["copulas"]:
            return clause.link is not Link.RELATIVE and self._aim(clause) is not None
        free = not (predicate.negated or predicate.potential or predicate.counterfactual)
        return free and predicate.mood == "Ind" and predicate.lemma in self.words.words["resolving"]

    def _aim(self, clause: Clause) -> Phrase | None:
        """The phrase for somebody's aim: "Norvégia célja", "az a cél"."""
        aims = self.words.words["aims"]
        return next(
            (p for p in clause.by_case("Nom") if p.lemma in aims and (p.possessor or p.definite)), None
        )

    def aimer(self, clause: Clause, above: Clause | None) -> Referent:
        """Whose aim a clause tells; of an owner left out, the subject of the clause above."""
        aim = self._aim(clause)
        if aim is None:
            return _NOBODY
        before = next((p for p in clause.phrases if p.last == aim.first and p.case in ("Nom", "Dat")), None)
        first = before.first if before is not None else aim.first
        nouns = [at for at in range(first, aim.head) if self.document.readings[at][0].pos in _NAMING]
        if not nouns:
            return (self.document.subject(above) if above is not None else None) or _NOBODY
        owner = next(self.document.mentions_in(first, aim.head), None)
        if owner is None or owner.last <= nouns[-1]:
            return _NOBODY
        role = owner.kind in (MentionKind.ROLE, MentionKind.NATIONALITY)
        private = role and owner.office in _PRIVATE
        return (None if private else self.document.who(owner)) or _NOBODY

    def _in_document(self, clause: Clause) -> bool:
        """Whether a clause tells what a document provides for: "a nyilatkozat értelmében"."""
        words = self.words.words
        for phrase in clause.phrases:
            if not phrase.post:
                continue
            if phrase.post in words["agreed"]:
                return True
            if phrase.post in words["according"] and self._is_document(phrase.lemma):
                return True
        return False

    def _is_document(self, lemma: str) -> bool:
        """Whether a noun names an agreement or a schedule."""
        words = self.words.words
        return any(tail(lemma, nouns) in nouns for nouns in (words["other_nouns"], words["schedules"]))

    def _reporting(self, sentence: Sentence, clause: Clause) -> Clause | None:
        """The reporting clause put into or after a clause: "…, jelentette be X"."""
        return next(self._inserted(sentence, clause), None)

    def _inserted(self, sentence: Sentence, clause: Clause) -> Iterator[Clause]:
        for other in sentence.clauses:
            beside = other.link is Link.PARENTHETICAL and other.last > clause.first
            if beside and other is not clause and self._manner(other) is not None:
                yield other

    def teller(self, told: Told, clause: Clause) -> Referent:
        """The states for which somebody promises, announces or decides what a clause tells."""
        aim = self._aim(told.by) if told.by is not None else None
        if told.by is not None and aim is not None and (aim.possessor or self._voice(clause) < 0):
            return self.aimer(told.by, told.by.governor.parent)
        if self.is_of_unknown(told):
            return _NOBODY
        subject = (self.document.subject(told.by) or self._nation(told.by)) if told.by is not None else None
        speaker = self._voice(clause)
        if subject is not None and (len(subject.countries) > 1 or speaker < 0):
            return Referent(countries=subject.countries, organizations=subject.organizations)
        country = self.document.people[speaker].country if speaker >= 0 else None
        return Referent(countries=(country,)) if country else _NOBODY

    def _nation(self, clause: Clause) -> Referent | None:
        """A people that speaks: "a finnek közölték"."""
        for argument in self.document.arguments(clause).heads("Nom"):
            mention = argument.mention
            if mention.kind is MentionKind.NATIONALITY and argument.phrase.number == "Plur":
                return Referent(countries=mention.countries)
        return None

    def is_of_unknown(self, told: Told) -> bool:
        """Whether the subject of the reporting clause is named by words that mean nobody known."""
        if told.by is None or self._aim(told.by) is not None:
            return False
        institutions = speech_words().words("institutions")
        nouns = [phrase for phrase in told.by.by_case("Nom") if self._is_noun(phrase)]
        known = (
            self.document.mention_at_head(phrase.head) is not None
            or tail(phrase.lemma.lower(), institutions) in institutions
            for phrase in nouns
        )
        return bool(nouns) and not any(known)

    def _is_noun(self, phrase: Phrase) -> bool:
        return self.document.readings[phrase.head][0].pos in ("NOUN", "PROPN") and (
            phrase.head not in self.document.timed
        )
