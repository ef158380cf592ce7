"""Why a clause tells of a plan: will, offer, wish, promise, or a date ahead."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.model.values import Period
from bilateral.reading.actors import Actors
from bilateral.reading.announcing import Announcements
from bilateral.reading.document import Document, Sentence
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import dated, when
from bilateral.reading.referents import MentionKind
from bilateral.reading.telling import Manner, Told

_OTHER_FACTS = ("visits", "meetings", "agreements", "missions")
_PERSONS = (MentionKind.PERSON, MentionKind.ROLE, MentionKind.GROUP)


@attrs.define(eq=False)
class Intention:
    """Why a clause tells of a plan.

    Attributes:
        rule: id of the rule.
        phrase: the phrase that names the action, ``None`` if the predicate does.
        told: who vouches for it, where that makes it a plan.
    """

    rule: str
    phrase: Phrase | None = None
    told: Told | None = None


class Intentions:
    """Finds intentions in the clauses of one document."""

    def __init__(self, document: Document, words: FrameLexicon, actors: Actors) -> None:
        self.document = document
        self.words = words
        self.actors = actors
        self.announcements = Announcements(document, words, actors)
        self.others = [frame_lexicon(name) for name in _OTHER_FACTS]

    def _may_be(self, predicate: Predicate) -> bool:
        """Whether the verb can tell of an intention: third person, not denied, no mere possibility."""
        return (
            predicate.person in ("3S", "3P")
            and predicate.mood in ("Ind", "Cnd", "Imp")
            and not (predicate.negated or predicate.potential or predicate.counterfactual)
        )

    def of(
        self, sentence: Sentence, clause: Clause, predicate: Predicate, told: Told | None
    ) -> Intention | None:
        """The intention that a clause tells of, if it does."""
        if clause.quoted or not self._may_be(predicate):
            return None
        for frame in self.words.find(clause, self.document.readings):
            found = self._of_frame(frame, predicate)
            if found is not None:
                return found
        if predicate.tense == "Past" or self._is_other_fact(clause):
            return None
        promised = told if told is not None and told.manner is Manner.PROMISED else None
        rule = self._rule(sentence, clause, predicate, promised)
        if rule is not None:
            return Intention(rule, told=promised)
        rule = self.announcements.rule(sentence, clause, predicate, told) if told is not None else None
        return Intention(rule, told=told) if rule is not None else None

    def _rule(
        self, sentence: Sentence, clause: Clause, predicate: Predicate, promised: Told | None
    ) -> str | None:
        """The rule by which the predicate itself tells of an intention."""
        rules: dict[str, Callable[[Sentence, Clause, Predicate], bool]] = {
            "plans.will": self._is_willed,
            "plans.ready": self._is_ready,
            "plans.conditional": self._is_wish,
            "plans.dated": self._is_dated_ahead,
        }
        if predicate.lemma in self.words.words["idle"]:
            return None
        rule = next((rule for rule, holds in rules.items() if holds(sentence, clause, predicate)), None)
        if rule is None and promised is not None and self._is_promised(clause, predicate, promised):
            return "plans.promised"
        return rule

    def _is_willed(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """An auxiliary of will whose subject acts for a state: "bővíteni kívánja"."""
        return predicate.modality == "will" and predicate.tense == "Pres" and self._acts(sentence, clause)

    def _is_ready(self, _: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Readiness to do something for another state."""
        states = self.document.arguments(clause).heads("Acc", "Dat")
        helps = any(argument.mention.kind is MentionKind.COUNTRY for argument in states)
        return predicate.modality == "ready" and helps

    def _is_promised(self, clause: Clause, predicate: Predicate, promised: Told) -> bool:
        """A present tense that somebody promises, about another state that the clause names."""
        if predicate.tense != "Pres" or predicate.modality not in ("", "future"):
            return False
        actor = self.document.subject(clause) or self.actors.tellings.teller(promised, clause)
        return any(code not in actor.countries for code in self.actors.named(clause))

    def _acts(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the subject is somebody who acts for a state, or a plural that is left out."""
        plural = (
            clause.predicate is not None and clause.predicate.person == "3P" and not clause.by_case("Nom")
        )
        return plural or bool(self.actors.subject(sentence, clause))

    def _of_frame(self, frame: Frame, predicate: Predicate) -> Intention | None:
        past = predicate.tense == "Past"
        if past is not (frame.spec.sense == "offer"):
            return None
        phrase = next(iter(frame.clause.by_case("Acc")), None)
        if phrase is None or self._names_other(phrase):
            return None
        return Intention(frame.spec.id, phrase)

    def _is_other_fact(self, clause: Clause) -> bool:
        """Whether the clause tells of a visit, a meeting, an agreement or a mission."""
        for lexicon in self.others:
            for frame in lexicon.find(clause, self.document.readings):
                if self._names_it(frame) or not (frame.phrase or self._has_thing(clause)):
                    return True
        return any(self._names_other(phrase) for phrase in clause.by_case("Acc"))

    def _names_it(self, frame: Frame) -> bool:
        """Whether a frame's noun is what the clause is about, and not a circumstance of it ("az ülésen")."""
        if frame.phrase is None:
            return False
        return frame.phrase.case != "Ess" if frame.spec.verbs else frame.phrase.case in ("Nom", "Acc")

    def _names_other(self, phrase: Phrase) -> bool:
        """Whether a phrase names a visit, a meeting, an agreement or a mission."""
        nouns = self.words.words["other_nouns"]
        return tail(phrase.lemma, nouns) in nouns

    def _has_thing(self, clause: Clause) -> bool:
        """Whether the verb has an object that is no person: "több diákot szeretne fogadni"."""
        return any(not self._is_person(phrase) for phrase in clause.by_case("Acc"))

    def _is_person(self, phrase: Phrase) -> bool:
        mentions = self.document.mentions_in(phrase.first, phrase.last, *_PERSONS)
        return any(mention.head == phrase.head for mention in mentions)

    def _is_wish(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """A conditional of a main clause without any condition: "Berlin is bekapcsolódna"."""
        conditions = (self.document.tokens[index].fold for index in range(sentence.first, sentence.last))
        return (
            predicate.mood == "Cnd"
            and predicate.tense == "Pres"
            and not predicate.modality
            and clause.governor.link in (Link.MAIN, Link.RELATIVE)
            and not any(word in self.words.words["conditions"] for word in conditions)
            and not any(self._is_pronoun(phrase) for phrase in clause.by_case("Nom"))
            and bool(self.actors.subject(sentence, clause))
        )

    def _is_pronoun(self, phrase: Phrase) -> bool:
        return self.document.readings[phrase.head][0].pos == "PRON"

    def _is_dated_ahead(self, _: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """A present tense whose date lies after the publication, of a subject that acts for a state."""
        if not self._is_plain_present(predicate, "must"):
            return False
        if self._is_condition(clause.governor) or clause.with_post(*self.words.words["agreed"]):
            return False
        if any(self._is_attribute(found) for found in dated(self.document, clause)):
            return False
        if any(self.document.tokens[index].fold in self.words.words["ahead"] for index in clause.words):
            return True
        found = when(self.document, clause, future=True)
        if found is None or not self._lies_ahead(found.period):
            return False
        own = found.span in self.document.span(clause.first, clause.last)
        return own or clause.parent is None or not self._is_other_fact(clause.parent)

    def _is_plain_present(self, predicate: Predicate, *modalities: str) -> bool:
        usual = predicate.tense == "Pres" and predicate.mood == "Ind"
        return usual and predicate.modality in ("", "future", *modalities)

    def _is_attribute(self, found: FoundPeriod) -> bool:
        """Whether a date belongs to a participle: "a július 1-jén életbe lépő egyezmény"."""
        article = self.document.tokens[found.first - 1].fold if found.first else ""
        following = self.document.readings[found.last : found.last + 3]
        return article in self.words.words["articles"] and any(
            r[0].form.startswith("Part") for r in following if r
        )

    def _is_condition(self, clause: Clause) -> bool:
        return (
            clause.opener >= 0 and self.document.tokens[clause.opener].fold in self.words.words["conditions"]
        )

    def _lies_ahead(self, period: Period) -> bool:
        published = self.document.published
        if published is None or period.last is None:
            return False
        return period.last > published and (
            period.first is None or period.first > published or self._long(period)
        )

    def _long(self, period: Period) -> bool:
        """Whether a period of several years begins with the year of publication."""
        return period.first is not None and period.last is not None and period.last.year > period.first.year
