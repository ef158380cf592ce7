"""Acts ahead without a date: a present tense that a promise, an announcement or a document vouches for.

The Hungarian present of a verb that completes its act ("feloldja", "megnyitja") looks ahead by itself; that
of other acts between states ("küld", "épít") does where somebody announces it.
"""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.actors import Actors
from bilateral.reading.ahead import Ahead
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail
from bilateral.reading.referents import MentionKind
from bilateral.reading.telling import Manner, Told

EXPELLED = "plans.expelled"
"""The rule of people sent home: who tells of it sends them."""
_BODIES = (
    MentionKind.COUNTRY,
    MentionKind.PLACE,
    MentionKind.INSTITUTION,
    MentionKind.ORGANIZATION,
    MentionKind.GROUP,
)
"""Who acts where the article itself tells it: a minister who opens something is at a ceremony."""
_VOUCHED = (Manner.PROMISED, Manner.RESOLVED, Manner.ANNOUNCED, Manner.AGREED)


@attrs.define(eq=False)
class Announcements:
    """Finds acts ahead among the told clauses of one document; ``words`` are those of ``plans.toml``."""

    document: Document
    words: FrameLexicon
    actors: Actors
    ahead: Ahead

    def rule(self, sentence: Sentence, clause: Clause, predicate: Predicate, told: Told) -> str | None:
        """The rule by which a clause tells of an act ahead, if one does."""
        if clause.conditional or clause.uncertain or self._is_half_quoted(clause):
            return None
        if not self._is_own(clause, predicate, told):
            return None
        if self._is_resolved(clause, predicate, told):
            return f"plans.{told.manner}"
        if not self._is_present(predicate):
            return None
        if predicate.modality == "must":
            return EXPELLED if self._is_expulsion(clause, predicate, told) else None
        return self._of_present(sentence, clause, predicate, told)

    def _of_present(self, sentence: Sentence, clause: Clause, predicate: Predicate, told: Told) -> str | None:
        if predicate.modality not in ("", "future") or self._is_routine(clause):
            return None
        if self._arises(clause, predicate, told):
            return "plans.arising"
        if self._is_deed(clause, predicate, told) and self._between_states(sentence, clause, told):
            return f"plans.{told.manner}"
        return "plans.firm" if self._is_of_firm(clause, predicate, told) else None

    def _is_present(self, predicate: Predicate) -> bool:
        """Whether a verb is in the present indicative; an order that looks like it parts the preverb."""
        if predicate.tense == "Pres" and predicate.mood == "Ind":
            return True
        fused = self.document.readings[predicate.token][0].preverb
        return predicate.mood == "Imp" and predicate.verb == predicate.token and bool(fused)

    def _is_resolved(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """What somebody decides to do, or makes an aim: any act, in the indicative or as an order."""
        return (
            told.manner is Manner.RESOLVED
            and predicate.tense != "Past"
            and predicate.mood in ("Ind", "Imp")
            and predicate.modality in ("", "future")
            and self._is_sought(predicate)
            and self.actors.names_another(clause, self.actors.tellings.teller(told, clause))
        )

    def _is_own(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether the act is that of the one who decides, as far as the verb only lets somebody act."""
        above = told.by.predicate if told.by is not None else None
        if above is None or above.lemma not in self.words.words["permitting"]:
            return True
        return predicate.mood == "Ind" and predicate.person == above.person and above.token < clause.first

    def _is_sought(self, predicate: Predicate) -> bool:
        """Whether a verb tells an act, or in the mood of an aim an outcome ("hogy csökkenjen")."""
        outcome = predicate.mood == "Imp" and predicate.lemma in self.words.words["outcomes"]
        return outcome or predicate.lemma not in self.words.words["idle"]

    def _is_expulsion(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether somebody announces that another state's people must leave."""
        if told.by is None or predicate.lemma not in self.words.words["leaving"]:
            return False
        whose = (a.mention for a in self.document.arguments(clause).items if a.phrase.case == "Dat")
        return any(mention.countries for mention in whose)

    def _arises(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether what is to come into being links two states: "híd épül a norvég–finn határon"."""
        if predicate.lemma not in self.words.words["arising"]:
            return self._is_new_number(clause, predicate, told)
        if told.manner is Manner.NARRATED:
            return self.actors.is_joint(clause)
        named = len(self.actors.named(clause))
        return named > 1 or self.actors.is_joint(clause) or (named == 1 and told.manner is Manner.AGREED)

    def _is_of_firm(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether somebody tells what another state's people or firms will do: "a finn cégek"."""
        return (
            told.manner in (*_VOUCHED, Manner.TOLD)
            and self._is_deed(clause, predicate, told)
            and predicate.lemma not in self.words.words["lasting"]
            and any(self._is_of_state(phrase) for phrase in clause.by_case("Nom"))
            and len(self.actors.named(clause)) > 1
        )

    def is_of_firm(self, clause: Clause) -> bool:
        """Whether the subject is a firm by its nationality: "a finn légitársaság"."""
        return any(self.names_firm(phrase) for phrase in clause.by_case("Nom"))

    def names_firm(self, phrase: Phrase) -> bool:
        """Whether a phrase is such a firm."""
        firms = self.words.words["firms"]
        return tail(phrase.lemma, firms) in firms and self._is_of_state(phrase)

    def _is_of_state(self, phrase: Phrase) -> bool:
        """Whether a phrase is a noun with a nationality that names nobody: "a finn cég"."""
        mentions = list(self.document.mentions_in(phrase.first, phrase.last))
        nations = [mention for mention in mentions if mention.kind is MentionKind.NATIONALITY]
        return len(mentions) == len(nations) == 1 and nations[0].head != phrase.head

    def _is_new_number(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether somebody tells to how many rises what states grant: "az ösztöndíjak száma 50-re nő"."""
        if told.manner is Manner.NARRATED or predicate.lemma not in self.words.words["rising"]:
            return False
        subjects = (index for phrase in clause.by_case("Nom") for index in range(phrase.first, phrase.last))
        granted = any(self.document.readings[at][0].lemma in self.words.words["granted"] for at in subjects)
        levels = (self.document.tokens[at].fold for phrase in clause.by_case("Sbl") for at in (phrase.head,))
        return granted and any(level[0].isdigit() for level in levels)

    def _is_half_quoted(self, clause: Clause) -> bool:
        """Whether it is partly in somebody's own words: a figure of speech rather than an act."""
        marks, tokens = grammar().quotes, self.document.tokens
        for at in clause.words[:-1]:
            if tokens[at].text in marks and tokens[at + 1].is_word and not tokens[at + 1].is_cap:
                return True
        return False

    def _is_routine(self, clause: Clause) -> bool:
        """Whether it happens again and again ("évente"), not only what the subject counts by the year."""
        for first, last in clause.parts:
            for found in self.document.periods_in(first, last):
                if found.kind == "set" and not found.attributive and not self._counts(clause, found):
                    return True
        return False

    def _counts(self, clause: Clause, found: FoundPeriod) -> bool:
        """Whether a time stands in the subject."""
        return any(phrase.first <= found.first < phrase.last for phrase in clause.by_case("Nom"))

    def _is_deed(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether the verb tells an act ahead in the manner in which it is told."""
        words, verb = self.words.words, predicate.lemma
        if verb in words["completing"]:
            return True
        future = predicate.modality == "future" or (told.by is not None and self.ahead.is_then(clause))
        if future and verb not in words["idle"]:
            return True
        known = verb in words["giving"] or verb in words["aiding"] or self._is_held(clause, predicate)
        known = known or self._recognises(clause, predicate)
        if not known or self._is_no_act(clause, predicate, told):
            return False
        if self.ahead.is_later(clause):
            return True
        return not self._is_lasting(clause) and self._is_vouched(clause, predicate, told)

    def _is_no_act(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether the verb tells no single act: a supply, a relation, "ad" without "how much"."""
        words, verb = self.words.words, predicate.lemma
        supply = told.manner is Manner.AGREED and verb in words["lasting"]
        light = verb in words["light"] and not (self._is_counted(clause) or self.ahead.is_told(clause))
        return supply or light or (self.actors.is_relation(clause) and not self.ahead.is_told(clause))

    def _is_vouched(self, clause: Clause, predicate: Predicate, told: Told) -> bool:
        """Whether the manner of telling makes an act of a present that need not look ahead."""
        counted = self._is_counted(clause)
        if predicate.lemma in self.words.words["aiding"]:
            return counted and told.manner is not Manner.NARRATED
        if told.manner in _VOUCHED:
            return True
        routine = told.manner is Manner.NARRATED and predicate.lemma in self.words.words["lasting"]
        return not routine and (counted or self.actors.is_joint(clause))

    def _is_held(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether states hold an exercise or a season: "hadgyakorlatot tartanak"."""
        if predicate.lemma not in self.words.words["holding"]:
            return False
        held = self.words.words["held"]
        return any(tail(phrase.lemma, held) in held for phrase in clause.by_case("Acc"))

    def _recognises(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a state is acknowledged: "elismeri Koszovót", "a palesztin államot"."""
        if predicate.lemma not in self.words.words["recognising"]:
            return False
        pairs = self.words.words["pairs"]
        heads = ((phrase, self.document.mention_at_head(phrase.head)) for phrase in clause.by_case("Acc"))
        return any(
            phrase.lemma in pairs or (mention is not None and mention.kind is MentionKind.COUNTRY)
            for phrase, mention in heads
        )

    def _is_lasting(self, clause: Clause) -> bool:
        """Whether it only describes something, or tells what goes on now: "jelenleg"."""
        if clause.governor.link is Link.RELATIVE:
            return True
        return not self.words.words["now"].isdisjoint(self.document.folds(clause))

    def _is_counted(self, clause: Clause) -> bool:
        """Whether it is done with so many or so much: "száz buszt", "kétmillió euróval"."""
        objects = [*clause.by_case("Acc", "Ins", "Sbl")]
        firsts = {phrase.first for phrase in objects}
        objects += [phrase for phrase in clause.by_case("Nom") if phrase.last in firsts]
        return any(
            self.document.readings[index][0].pos == "NUM" or index in self.document.counted
            for phrase in objects
            for index in range(phrase.first, phrase.last)
        )

    # -- between whom -----------------------------------------------------------------------------

    def _between_states(self, sentence: Sentence, clause: Clause, told: Told) -> bool:
        """Whether a state does it, to another one that the clause names or together with it."""
        actor = self.actors.of(sentence, clause, told)
        if not actor.countries and not actor.organizations:
            return False
        if told.manner is Manner.TOLD and not self._own_account(actor, clause, told):
            return False
        if told.manner is Manner.NARRATED and not (self._is_said(clause) or self._signed(sentence, actor)):
            return False
        if len(actor.countries) > 1 or self.actors.names_another(clause, actor):
            return True
        return told.manner in _VOUCHED and bool(set(actor.countries) & set(sentence.states))

    def _signed(self, sentence: Sentence, actor: Referent) -> bool:
        """Whether the sentence before tells that the states acting here signed or agreed something."""
        if len(actor.countries) < 2 or not sentence.index:  # noqa: PLR2004
            return False
        before = self.document.sentences[sentence.index - 1]
        binding = frame_lexicon("agreements").by_verb
        verbs = (clause.predicate for clause in before.clauses if clause.predicate is not None)
        return before.paragraph == sentence.paragraph and any(verb.lemma in binding for verb in verbs)

    def _is_said(self, clause: Clause) -> bool:
        """Whether the clause (or the one that it goes on from) names who does it, or that several do."""
        if clause.governor.link is Link.RELATIVE:
            return False
        before = clause.parent if clause.link is Link.COORDINATE else None
        parts = [clause] if before is None else [clause, before]
        subjects = (argument for part in parts for argument in self.document.arguments(part).heads("Nom"))
        return self.actors.is_joint(clause) or any(argument.mention.kind in _BODIES for argument in subjects)

    def _own_account(self, actor: Referent, clause: Clause, told: Told) -> bool:
        """Whether the speaker tells what his own state does."""
        teller = self.actors.tellings.teller(told, clause)
        own = actor.countries or tuple(self.actors.named(clause) if actor.organizations else ())
        return bool(set(own) & set(teller.countries))
