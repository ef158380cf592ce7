"""Who acts: the state, the office-holder or the speaker to whom a clause gives an intention."""

from __future__ import annotations

from itertools import pairwise

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.model.kinds import Office
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.drafting import represents
from bilateral.reading.economy.lexicon import economy
from bilateral.reading.frames import FrameLexicon, tail
from bilateral.reading.referents import MentionKind
from bilateral.reading.telling import Manner, Tellings, Told

STATES = (MentionKind.COUNTRY, MentionKind.INSTITUTION)
_NOBODY = Referent()
_UNION = ("EU",)
_PRIVATE = (None, Office.OTHER, Office.EXECUTIVE)


@attrs.define(eq=False)
class Actors:
    """Finds who intends something in the clauses of one document; ``words`` are those of ``plans.toml``."""

    document: Document
    words: FrameLexicon
    tellings: Tellings

    def subject(self, sentence: Sentence, clause: Clause) -> Referent:
        """The subject as far as it acts for a state; a plural that is left out means both states."""
        own = self._own_state(clause)
        if own:
            return own
        if self._is_private(clause):
            return _NOBODY
        found = self.document.subject(clause) or self.swallowed(clause) or self._side(clause)
        if clause.by_case("Nom") or (clause.predicate and clause.predicate.person == "3S"):
            return found
        if clause.governor.link is Link.MAIN:
            return found or Referent(countries=sentence.states)
        return found if clause.governor.link is Link.RELATIVE else _NOBODY

    def _side(self, clause: Clause) -> Referent:
        """A state by one of its sides: "az orosz fél", "a finn diplomácia"."""
        sides = (phrase for phrase in clause.by_case("Nom") if self.names_side(phrase))
        phrase = next(sides, None)
        return (
            Referent(countries=self.document.countries_in(phrase.first, phrase.last)) if phrase else _NOBODY
        )

    def names_side(self, phrase: Phrase) -> bool:
        """Whether a phrase names such a side."""
        known = phrase.lemma in self.words.words["sides"]
        return known and len(self.document.countries_in(phrase.first, phrase.last)) == 1

    def _is_private(self, clause: Clause) -> bool:
        """Whether the subject is somebody who does not act for a state, or a town's adjective."""
        for argument in self.document.arguments(clause).heads("Nom"):
            mention = argument.mention
            if argument.phrase.lemma in self.words.words["membership"]:
                continue
            private = mention.kind is MentionKind.ROLE and mention.office in _PRIVATE
            if mention.adjectival or (private and mention.relation is None):
                return True
        subject = self.document.subject(clause)
        persons = subject.persons if subject else ()
        return bool(persons) and not any(represents(self.document.people[person]) for person in persons)

    def swallowed(self, clause: Clause) -> Referent:
        """A state that opens the phrase of the object: "Norvégia új híd építését tervezi"."""
        if not clause.phrases or clause.by_case("Nom"):
            return _NOBODY
        opening = clause.phrases[0]
        mention = next(self.document.mentions_in(opening.first, opening.head, *STATES), None)
        if mention is None or mention.first != opening.first or mention.case != "Nom" or mention.adjectival:
            return _NOBODY
        return self.document.who(mention) or _NOBODY

    def _own_state(self, clause: Clause) -> Referent:
        """The speaker's own state as subject: "országa több gépet adna el"; a clause may go on with it."""
        while clause.link is Link.COORDINATE and clause.parent is not None and not clause.by_case("Nom"):
            if _person(clause) != _person(clause.parent):
                break
            clause = clause.parent
        for phrase in clause.by_case("Nom"):
            if phrase.lemma in self.words.words["own_state"] and phrase.possessor == "3S":
                speaker = self.document.speaker_at(phrase.head)
                country = self.document.people[speaker].country if speaker >= 0 else None
                above = self.document.subject(clause.parent) if clause.parent is not None else None
                return Referent(countries=(country,) if country else above.countries if above else ())
        return _NOBODY

    def of(self, sentence: Sentence, clause: Clause, told: Told | None) -> Referent:
        """Who intends it: the subject, or the state of the speaker who promises or announces it."""
        if told is not None and self.tellings.is_of_unknown(told) and not clause.by_case("Nom"):
            return _NOBODY
        found = self.subject(sentence, clause)
        if found:
            return self._with_partner(clause, found)
        return self._behind(sentence, clause, told) if told is not None else _NOBODY

    def _with_partner(self, clause: Clause, found: Referent) -> Referent:
        """Who founds something together with a state: "munkacsoportot hoz létre Finnországgal"."""
        if clause.predicate is None or clause.predicate.lemma not in self.words.words["founding"]:
            return found
        partners = self.document.arguments(clause).heads("Ins")
        codes = [code for argument in partners for code in argument.mention.countries]
        return attrs.evolve(found, countries=tuple(dict.fromkeys([*found.countries, *codes])))

    def _behind(self, sentence: Sentence, clause: Clause, told: Told) -> Referent:
        """The state of the one who tells it, where the clause leaves its subject to that state."""
        teller = self.tellings.teller(told, clause)
        if told.manner is Manner.PROMISED or self._is_outcome(clause, told):
            return teller
        if not self._is_left_open(clause, told):
            return _NOBODY
        if told.manner is Manner.AGREED:
            return self._parties(sentence, clause)
        together = self._together(sentence, clause, teller) if teller else ()
        return Referent(countries=together) if together else teller

    def _is_outcome(self, clause: Clause, told: Told) -> bool:
        """Whether somebody makes it an aim that a figure rises or falls: "célja, hogy nőjön a forgalom"."""
        verb = clause.predicate.lemma if clause.predicate is not None else ""
        return told.manner is Manner.RESOLVED and verb in self.words.words["outcomes"]

    def _is_left_open(self, clause: Clause, told: Told) -> bool:
        """Whether the subject is a plural that only the verb tells, or left to the one who decides."""
        predicate = clause.predicate
        if predicate is None or self.has_subject(clause):
            return False
        return predicate.person != "3S" or told.manner is Manner.RESOLVED

    def has_subject(self, clause: Clause) -> bool:
        """Whether a nominative can be the subject; under a plural verb, one in the singular is none."""
        nominatives = clause.by_case("Nom")
        if clause.predicate is None or clause.predicate.person == "3S":
            return bool(nominatives)
        return any(phrase.number == "Plur" or phrase.conjunct for phrase in nominatives)

    def _parties(self, sentence: Sentence, clause: Clause) -> Referent:
        """The states whose document it is: those who sign it, else the two that the text speaks of."""
        above = self.document.subject(clause.parent) if clause.parent is not None else None
        several = above is not None and len(above.countries) > 1
        return Referent(countries=above.countries if above and several else sentence.states)

    def _together(self, sentence: Sentence, clause: Clause, teller: Referent) -> tuple[str, ...]:
        """The states that do it with the teller's: "közös vállalatot alapítanak", "X és Y között"."""
        named = self.named(clause)
        between = clause.with_post(*self.words.words["between"])
        if between and any(code in named for code in teller.countries):
            return tuple(dict.fromkeys([*teller.countries, *named]))
        mutual = self.is_joint(clause) or self.is_relation(clause) or self._is_shared(clause)
        if not mutual:
            return ()
        partners = named or [code for code in sentence.states if set(teller.countries) & set(sentence.states)]
        return tuple(dict.fromkeys([*teller.countries, *partners]))

    def is_joint(self, clause: Clause) -> bool:
        """Whether the clause says that several do it together or to each other: "közös", "a két főváros"."""
        words = self.words.words
        lemmas = self._lemmas(clause)
        return not words["joint"].isdisjoint(lemmas) or self._has_pair(lemmas, "two")

    def _lemmas(self, clause: Clause) -> list[str]:
        readings = self.document.readings
        return [readings[index][0].lemma for index in clause.words]

    def _has_pair(self, lemmas: list[str], first: str) -> bool:
        """Whether a word of the list ``first`` stands before one for a state."""
        pairs, openers = self.words.words["pairs"], self.words.words[first]
        if pairs.isdisjoint(lemmas):
            return False
        return any(before in openers and lemma in pairs for before, lemma in pairwise(lemmas))

    def arises(self, clause: Clause) -> bool:
        """Whether a clause tells what comes into being between states, without anybody who does it."""
        predicate = clause.predicate
        if predicate is None:
            return False
        if predicate.lemma in self.words.words["arising"]:
            return self.is_work(clause) or len(self.named(clause)) > 1
        if predicate.lemma in self.words.words["arriving"]:
            return self.is_of(clause, "goods") and len(self.named(clause)) > 1
        if predicate.lemma in self.words.words["serving"]:
            return self.is_work(clause)
        return predicate.lemma in self.words.words["working"] and self.is_work(clause)

    def is_work(self, clause: Clause) -> bool:
        """Whether the subject is a work or a service: a bridge, a pipeline, a flight."""
        return self.is_of(clause, "works")

    def is_of(self, clause: Clause, name: str) -> bool:
        """Whether the subject is one of the nouns of a list."""
        nouns = self.words.words[name]
        return any(tail(phrase.lemma, nouns) in nouns for phrase in clause.by_case("Nom"))

    def joins(self, clause: Clause) -> bool:
        """Whether a clause tells that a state enters or leaves a body of states: "a NATO tagja lesz"."""
        predicate, words = clause.predicate, self.words.words
        if predicate is None or not (
            predicate.lemma in words["joining"] or self._is_member(clause, predicate)
        ):
            return False
        bodies = (MentionKind.ORGANIZATION, MentionKind.COUNTRY)
        mentions = (m for part in clause.parts for m in self.document.mentions_in(*part, *bodies))
        return any(mention.countries in ((), _UNION) for mention in mentions)

    def is_relation(self, clause: Clause) -> bool:
        """Whether the object is a relation between states: "szorosabbra fűzik az együttműködést"."""
        vague = self.words.words["vague"]
        return any(tail(phrase.lemma, vague) in vague for phrase in clause.by_case("Acc"))

    def _is_member(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a copula tells that the subject is somebody's member."""
        if predicate.lemma not in self.words.words["copulas"]:
            return False
        nouns = self.words.words["membership"]
        return any(phrase.possessor and phrase.lemma in nouns for phrase in clause.by_case("Nom"))

    def _is_shared(self, clause: Clause) -> bool:
        """Whether the object is what several named states have between them: "a svéd–dán forgalmat"."""
        shared = self.words.words["mutual_figures"]
        both = len(self.named(clause)) > 1
        return both and any(tail(phrase.lemma, shared) in shared for phrase in clause.by_case("Acc"))

    def names_another(self, clause: Clause, actor: Referent) -> bool:
        """Whether a clause names another state, a part of the world, or several states at once."""
        mentions = (m for part in clause.parts for m in self.document.mentions_in(*part))
        homes = {code for m in mentions if m.kind is MentionKind.ORGANIZATION for code in m.countries}
        own = homes if actor.organizations else actor.countries
        if any(code not in own for code in self.named(clause)):
            return True
        return self.is_joint(clause) or self.names_region(clause) or self._names_other_side(clause)

    def _names_other_side(self, clause: Clause) -> bool:
        """Whether a clause speaks of "a másik ország", "a szomszédos állam"."""
        return self._has_pair(self._lemmas(clause), "other_side")

    def names_region(self, clause: Clause) -> bool:
        """Whether the clause names a part of the world: "az afrikai kormányoknak"."""
        if not self.words.words["regions"].isdisjoint(self._lemmas(clause)):
            return True
        places = (m for part in clause.parts for m in self.document.mentions_in(*part, MentionKind.PLACE))
        known = economy().words.regions
        return any(place.name in known for place in places)

    def named(self, clause: Clause) -> list[str]:
        """The states that a clause names, but not by the adjective of a town ("bécsi")."""
        found: dict[str, None] = {}
        for first, last in clause.parts:
            for mention in self.document.mentions_in(first, last):
                scene = mention.kind is MentionKind.PLACE and mention.adjectival
                referent = self.document.who(mention) or _NOBODY
                found.update(dict.fromkeys(() if scene else mention.countries or referent.countries))
        return list(found)


def _person(clause: Clause) -> str:
    return clause.predicate.person if clause.predicate is not None else ""
