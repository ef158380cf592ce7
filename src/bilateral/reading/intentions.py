"""Why a clause tells of a plan: will, offer, wish, promise, or a date ahead."""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.actors import Actors
from bilateral.reading.ahead import Ahead
from bilateral.reading.aims import Aims
from bilateral.reading.announcing import Announcements
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon
from bilateral.reading.occasion import STATION, dated, when
from bilateral.reading.referents import MentionKind
from bilateral.reading.telling import Manner, Told

_OTHER_FACTS = ("visits", "meetings", "agreements", "missions")
OF_ANYBODY = ("plans.intend", "plans.scheduled", "plans.offer", "plans.arising", "plans.firm")
"""Rules of what a company may intend as well as a state, or of what nobody need intend."""
OWN_WORDS = "plans.own_words"
"""The rule of what somebody says of his own state in the first person."""
_FREE = ("", "future", "will")
_PERSONS = (MentionKind.PERSON, MentionKind.ROLE, MentionKind.GROUP)


@attrs.define(eq=False)
class Intention:
    """Why a clause tells of a plan.

    Attributes:
        rule: id of the rule.
        phrase: the phrase that names the action, ``None`` if the predicate does.
        told: who vouches for it, where that makes it a plan.
        condition: the clause that makes a condition of what the phrase names.
    """

    rule: str
    phrase: Phrase | None = None
    told: Told | None = None
    condition: Clause | None = None


class Intentions:
    """Finds intentions in the clauses of one document."""

    def __init__(self, document: Document, words: FrameLexicon, actors: Actors) -> None:
        self.document = document
        self.words = words
        self.actors = actors
        self.ahead = Ahead(document, words)
        self.aims = Aims(document, words)
        self.announcements = Announcements(document, words, actors, self.ahead)
        self.others = [frame_lexicon(name) for name in _OTHER_FACTS]

    def _may_be(self, predicate: Predicate) -> bool:
        """Whether the verb can tell of an intention: third person, not denied, no mere possibility."""
        usual = predicate.person in ("3S", "3P") and predicate.mood in ("Ind", "Cnd", "Imp")
        return (usual or self._may_be_plural(predicate)) and self._is_free(predicate)

    def _may_be_plural(self, predicate: Predicate) -> bool:
        """Whether what looks like "I should like" means "they", as in all that is no quotation."""
        return predicate.person == "1S" and predicate.mood == "Cnd" and predicate.modality == "will"

    def _is_free(self, predicate: Predicate) -> bool:
        return not (predicate.negated or predicate.potential or predicate.counterfactual)

    def of(self, sentence: Sentence, clause: Clause) -> Intention | None:
        """The intention that a clause tells of, if it does."""
        predicate = clause.predicate
        if clause.quoted:
            own = predicate is not None and self._is_own_plan(sentence, clause, predicate)
            return Intention(OWN_WORDS, condition=self._own_condition(sentence, clause)) if own else None
        if predicate is not None and not self._may_be(predicate):
            return None
        if predicate is None or predicate.modality in _FREE:
            aim = self._of_aim(sentence, clause)
            if aim is not None or predicate is None:
                return aim
        if predicate.tense == "Past" or self._is_other_fact(clause):
            return None
        return self._of_predicate(sentence, clause, predicate)

    def _of_predicate(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> Intention | None:
        told = self.actors.tellings.of(sentence, clause)
        if told is None and predicate.modality not in ("will", "ready"):
            return None
        promised = told if told is not None and told.manner is Manner.PROMISED else None
        rule = self._rule(sentence, clause, predicate, promised)
        if rule is not None:
            known = rule == "plans.dated" or (rule == "plans.will" and predicate.person != "3S")
            return Intention(rule, None, told if known else promised, self._condition(sentence, clause))
        if told is None:
            return None
        if self._is_told_wish(sentence, clause, predicate, told):
            open_ = predicate.person == "3P" and not self.actors.has_subject(clause)
            return Intention("plans.conditional", told=told if open_ else None)
        rule = self.announcements.rule(sentence, clause, predicate, told)
        return Intention(rule, told=told) if rule is not None else None

    def _own_condition(self, sentence: Sentence, clause: Clause) -> Clause | None:
        """The condition before or after one's own words."""
        hanging = (other for other in sentence.clauses if other.parent is clause)
        return next((other for other in hanging if other.conjunction in grammar().conditional), None)

    def _is_own_plan(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Whether somebody says in his own words what his state will do: "növelni fogjuk"."""
        if predicate.person not in ("1S", "1P") or predicate.tense != "Pres" or not self._is_free(predicate):
            return False
        if clause.conjunction in grammar().conditional or clause.uncertain or self._is_other_fact(clause):
            return False
        dated = self.ahead.is_told(clause) and not predicate.modality
        ahead = predicate.modality in ("will", "future") or dated or clause.conditioned
        # "szereljük" is the indicative as well as an order
        stated = predicate.mood in ("Ind", "Cnd") or (
            predicate.definite == "Def" and self.ahead.is_then(clause)
        )
        deed = self._is_deed(predicate) and stated
        return deed and ahead and self._is_of_own_state(sentence, clause, predicate)

    def _is_of_own_state(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Whether somebody speaks for a state, and of another one (in a promise, that of the text)."""
        speaker = self.document.speaker_at(predicate.token)
        country = self.document.people[speaker].country if speaker >= 0 else None
        if country is None:
            return False
        known = predicate.modality == "future" and country in sentence.states
        return (
            known or clause.conditioned or self.actors.names_another(clause, Referent(countries=(country,)))
        )

    def _of_aim(self, sentence: Sentence, clause: Clause) -> Intention | None:
        """An act that a noun names, with another state unless it is planned or offered."""
        if not self.aims.may_be_in(clause):
            return None
        rule, phrase = next(self.aims.of(clause), ("", None))
        if phrase is None or clause.uncertain or self.ahead.is_history(clause):
            return None
        condition = self._condition(sentence, clause)
        here = [clause] if condition is None else [clause, condition]
        own = self.actors.subject(sentence, clause)
        foreign = len(own.countries) > 1 or any(self.actors.names_another(part, own) for part in here)
        if not foreign and rule not in OF_ANYBODY:
            return None
        return Intention(rule, phrase, self.actors.tellings.of(sentence, clause), condition)

    def _condition(self, sentence: Sentence, clause: Clause) -> Clause | None:
        """The condition that follows a clause: "…, ha Finnország kivonja a csapatait"."""
        hanging = (
            other for other in sentence.clauses if other.parent is clause and other.first >= clause.last
        )
        return next((other for other in hanging if other.conjunction in grammar().conditional), None)

    def _rule(
        self, sentence: Sentence, clause: Clause, predicate: Predicate, promised: Told | None
    ) -> str | None:
        """The rule by which the predicate itself tells of an intention."""
        idle = predicate.lemma in self.words.words["idle"] and not (
            self.actors.arises(clause) or self.actors.joins(clause)
        )
        if idle or predicate.mood == "Imp":
            return None
        rule = self._unpromised(sentence, clause, predicate)
        if rule is None and promised is not None and self._is_promised(clause, predicate, promised):
            return "plans.promised"
        return rule

    def _unpromised(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> str | None:
        """The rule by which the predicate tells of an intention, whoever vouches for it."""
        if self._is_willed(sentence, clause, predicate):
            return "plans.will"
        if self._is_ready(sentence, clause, predicate):
            return "plans.ready"
        if self._is_wish(sentence, clause, predicate):
            return "plans.conditional"
        return "plans.dated" if self._is_dated_ahead(clause, predicate) else None

    def _is_willed(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """An auxiliary of will whose subject acts for a state: "bővíteni kívánja"."""
        if predicate.tense != "Pres":
            return False
        if predicate.modality != "will" and not self._tries(predicate) and not self._wants(clause, predicate):
            return False
        acts = self._acts(sentence, clause) and self._is_foreign(sentence, clause, predicate)
        return acts or (self._is_deed(predicate) and self.announcements.is_of_firm(clause))

    def _wants(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether somebody would like to have a thing of another state: "olcsóbb gázt szeretne"."""
        if predicate.mood != "Cnd" or predicate.lemma not in self.words.words["wanting"]:
            return False
        objects = clause.by_case("Acc")
        return bool(objects) and not any(self._is_pronoun(phrase) for phrase in objects)

    def _is_foreign(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Whether it is an act between states, or anything to do with another one that the clause names."""
        own = self.actors.subject(sentence, clause)
        known = self._is_deed(predicate) or self.actors.is_relation(clause)
        return known or len(own.countries) > 1 or self.actors.names_another(clause, own)

    def _tries(self, predicate: Predicate) -> bool:
        """Whether the verb tells that somebody strives to do an act between states."""
        auxiliary = self.document.readings[predicate.token][0].lemma
        return auxiliary in self.words.words["trying"] and self._is_deed(predicate)

    def _is_deed(self, predicate: Predicate) -> bool:
        words = self.words.words
        return predicate.lemma in words["completing"] or predicate.lemma in words["giving"]

    def _is_ready(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Readiness to do something for another state, or of a state to act."""
        if predicate.modality != "ready":
            return False
        states = self.document.arguments(clause).heads("Acc", "Dat")
        helps = any(argument.mention.kind is MentionKind.COUNTRY for argument in states)
        deed = self._is_deed(predicate) or predicate.lemma in self.words.words["helping"]
        return helps or (deed and bool(self.actors.subject(sentence, clause)))

    def _is_promised(self, clause: Clause, predicate: Predicate, promised: Told) -> bool:
        """A present tense that somebody promises, about another state that the clause names."""
        if predicate.tense != "Pres" or predicate.modality not in ("", "future"):
            return False
        actor = self.document.subject(clause) or self.actors.tellings.teller(promised, clause)
        return any(code not in actor.countries for code in self.actors.named(clause))

    def _acts(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the subject is somebody who acts for a state, or a plural that is left out."""
        predicate = clause.predicate
        many = predicate is not None and (predicate.person == "3P" or self._may_be_plural(predicate))
        plural = many and not self.actors.has_subject(clause)
        return plural or bool(self.actors.subject(sentence, clause))

    def _is_other_fact(self, clause: Clause) -> bool:
        """Whether the clause tells of a visit, a meeting, an agreement or a mission."""
        if self.actors.joins(clause):
            return False
        for lexicon in self.others:
            for frame in lexicon.find(self.document, clause):
                beside = frame.phrase is None or frame.phrase.case == "Ess"  # "vendégül lát"
                if self._names_it(frame) or (beside and not self._has_thing(clause)):
                    return True
        return any(self.aims.names_other(phrase) for phrase in clause.by_case("Acc"))

    def _names_it(self, frame: Frame) -> bool:
        """Whether a frame's noun is what the clause is about, and not a circumstance of it ("az ülésen")."""
        phrase = frame.phrase
        if phrase is None or phrase.post in self.words.words["agreed"]:
            return False
        if phrase.lemma in self.words.words["owned"]:
            return self.aims.names_other(phrase)
        return phrase.case != "Ess" if frame.spec.verbs else phrase.case in ("Nom", "Acc")

    def _has_thing(self, clause: Clause) -> bool:
        """Whether its subject is a work, or it has an object that is no person: "diákot szeretne fogadni"."""
        if self.actors.is_work(clause) or self.actors.is_of(clause, "goods"):
            return True
        return any(not self._is_person(phrase) for phrase in clause.by_case("Acc"))

    def _is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody: "diplomatákat küld" means nobody in particular."""
        if phrase.number == "Plur" and not (phrase.definite or phrase.possessor):
            return False
        mentions = self.document.mentions_in(phrase.first, phrase.last, *_PERSONS)
        return any(mention.head == phrase.head for mention in mentions)

    def _is_wish(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """A conditional of a main clause without any condition: "Berlin is bekapcsolódna"."""
        return (
            predicate.mood == "Cnd"
            and clause.governor.link in (Link.MAIN, Link.RELATIVE)
            and bool(self.actors.subject(sentence, clause))
            and self._is_conditional(sentence, clause, predicate)
            and self._is_foreign(sentence, clause, predicate)
        )

    def _is_told_wish(self, sentence: Sentence, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """A conditional in which somebody tells what his own state would do: "országa többet venne"."""
        if not self._is_deed(predicate) or not self._is_conditional(sentence, clause, predicate):
            return False
        named = self.actors.subject(sentence, clause)
        own = named or (self.actors.of(sentence, clause, told) if told.by is not None else named)
        foreign = bool(named) or len(own.countries) > 1 or self.actors.names_another(clause, own)
        teller = self.actors.tellings.teller(told, clause)
        return foreign and not set(own.countries).isdisjoint(teller.countries)

    def _is_conditional(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Whether a verb is in the conditional without any condition."""
        if predicate.mood != "Cnd" or predicate.tense != "Pres" or predicate.modality:
            return False
        conditions = (self.document.tokens[index].fold for index in range(sentence.first, sentence.last))
        return (
            self.words.words["conditions"].isdisjoint(conditions)
            and not any(self._is_pronoun(phrase) for phrase in clause.by_case("Nom"))
            and predicate.lemma not in self.words.words["arising"]
        )

    def _is_pronoun(self, phrase: Phrase) -> bool:
        return self.document.readings[phrase.head][0].pos == "PRON"

    def _is_dated_ahead(self, clause: Clause, predicate: Predicate) -> bool:
        """A present tense whose date lies after the publication, of a subject that acts for a state."""
        if not self._is_plain_present(predicate) or not self._is_of_somebody(clause, predicate):
            return False
        if self._is_condition(clause.governor) or clause.with_post(*self.words.words["agreed"]):
            return False
        if self._describes(clause) or self._is_agreed(clause):
            return False
        if any(self.ahead.is_attribute(found) for found in dated(self.document, clause)):
            return False
        later = self.ahead.is_then(clause) and self.actors.arises(clause)
        return later or self.ahead.is_told(clause) or self._is_dated_above(clause)

    def _describes(self, clause: Clause) -> bool:
        """Whether a relative clause is about a thing: "a csapat, amely jövőre csatlakozik"."""
        if clause.link is not Link.RELATIVE or clause.opener < 0:
            return False
        subject = any(phrase.head == clause.opener for phrase in clause.by_case("Nom"))
        return subject and (id(clause) not in self.document.antecedents or self._follows_scene(clause))

    def _follows_scene(self, clause: Clause) -> bool:
        """Whether the state before it is only where a thing is: "gyárat épít Pekingben, amely …"."""
        above = clause.parent.phrases if clause.parent is not None else []
        before = next((phrase for phrase in above if phrase.head == clause.antecedent), None)
        return before is not None and before.case in STATION and any(p.case == "Acc" for p in above)

    def _is_agreed(self, clause: Clause) -> bool:
        """Whether it is what somebody agrees upon: an understanding."""
        governor = clause.governor
        if governor.link is not Link.COMPLEMENT or governor.parent is None:
            return False
        predicate = governor.parent.predicate
        if predicate is None:
            return False
        specs = frame_lexicon("agreements").by_verb.get(predicate.lemma, ())
        return any(not spec.nouns for spec in specs)

    def _is_dated_above(self, clause: Clause) -> bool:
        """Whether the date that a clause has or takes over lies ahead, unless it is another fact's."""
        if not self.words.words["since"].isdisjoint(self.document.folds(clause)):
            return False
        found = when(self.document, clause, future=True)
        if found is None or not self.ahead.lies_ahead(found.period):
            return False
        own = found.span in self.document.span(clause.first, clause.last)
        return own or clause.parent is None or not self._is_other_fact(clause.parent)

    def _is_plain_present(self, predicate: Predicate) -> bool:
        return predicate.tense == "Pres" and predicate.mood == "Ind" and predicate.modality in ("", "future")

    def _is_of_somebody(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a subject is said, or a plural left out does something between states."""
        if predicate.person == "3S" or clause.by_case("Nom") or self._is_deed(predicate):
            return True
        return bool(self.actors.named(clause)) or self.actors.is_joint(clause)

    def _is_condition(self, clause: Clause) -> bool:
        return (
            clause.opener >= 0 and self.document.tokens[clause.opener].fold in self.words.words["conditions"]
        )
