"""Plans: what a state intends to do with another one, and that is no visit, meeting, agreement or mission."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import Party, Plan
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.model.world import Country, Organization
from bilateral.reading.actors import STATES, Actors
from bilateral.reading.announcing import EXPELLED
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.drafting import draft, evidence
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail
from bilateral.reading.intentions import OF_ANYBODY, OWN_WORDS, Intention, Intentions
from bilateral.reading.occasion import When, date_inside, when
from bilateral.reading.referents import MentionKind
from bilateral.reading.telling import PLAINLY, Manner, Tellings

_PAIR = 2
_ENDLESS = "/.."


def read(document: Document) -> list[Plan]:
    """The plans that the article tells of, in their order."""
    reader = _Reader(document)
    return [plan for sentence in document.sentences for plan in reader.sentence(sentence)]


def _beginning(period: Period) -> Period:
    """When an act is done that is done once: the day from which a period without an end runs."""
    endless = period.last is None and period.first is not None
    return Period.parse(str(period).removesuffix(_ENDLESS)) if endless else period


class _Reader:
    """Reads the clauses of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: FrameLexicon = frame_lexicon("plans")
        self.tellings = Tellings(document, self.words)
        self.actors = Actors(document, self.words, self.tellings)
        self.intentions = Intentions(document, self.words, self.actors)

    def sentence(self, sentence: Sentence) -> list[Plan]:
        """The plans of a sentence; when the work on one begins is its date, if it has none."""
        found: list[Plan] = []
        for clause in sentence.clauses:
            for plan in self.clause(sentence, clause):
                begins = (
                    clause.predicate is not None and clause.predicate.lemma in self.words.words["working"]
                )
                if begins and not plan.actors and found and found[-1].date is None:
                    found[-1] = attrs.evolve(found[-1], date=plan.date)
                else:
                    found.append(plan)
        return found

    def clause(self, sentence: Sentence, clause: Clause) -> Iterable[Plan]:
        """The plan that a clause tells of, if it does."""
        intention = None if self._goes_on(clause) else self.intentions.of(sentence, clause)
        if intention is None:
            return ()
        actors = self._actors(sentence, clause, intention)
        countries = self._countries(sentence, clause, intention, actors)
        if not actors and not self._may_lack_actors(clause, intention):
            return ()
        if self._is_domestic(clause, actors):
            return ()
        parties = (
            len(countries)
            + self.actors.joins(clause)
            + (0 if self._is_at_home(clause, countries) else len(actors.organizations))
        )
        if parties < _PAIR and not self.actors.names_region(clause):
            return ()
        return self._plan(sentence, clause, intention, actors, countries)

    def _goes_on(self, clause: Clause) -> bool:
        """Whether a clause only tells more of what the one before does: "…, és be is fejezik"."""
        predicate, before = clause.predicate, clause.parent
        if clause.link is not Link.COORDINATE or predicate is None or before is None:
            return False
        if predicate.definite != "Def" or before.by_case("Acc"):
            return False
        timed = self.document.timed
        return not any(
            phrase.case and phrase.head not in timed and not self._is_time(clause, phrase)
            for phrase in clause.phrases
        )

    def _actors(self, sentence: Sentence, clause: Clause, intention: Intention) -> Referent:
        """Who intends it; those who send people home are who tells of it."""
        told = intention.told
        if told is not None and intention.rule == EXPELLED:
            return self.tellings.teller(told, clause)
        if intention.rule == OWN_WORDS:
            return self.tellings.teller(PLAINLY, clause)
        if intention.rule == "plans.aim":
            return self.tellings.aimer(clause, told.by if told is not None else None)
        found = self.actors.of(sentence, clause, told if intention.phrase is None else None)
        announced = intention.rule == "plans.dated" and told is not None and told.manner is Manner.ANNOUNCED
        if announced and told is not None and not found and not self.actors.arises(clause):
            return self.tellings.teller(told, clause)
        return found

    def _is_domestic(self, clause: Clause, actors: Referent) -> bool:
        """Whether a state acts on what is its own, and no other one is named: "emeli védelmi kiadásait"."""
        own = any(phrase.possessor and self._is_own_good(phrase) for phrase in clause.by_case("Acc"))
        return own and not self.actors.names_another(clause, actors)

    def _is_own_good(self, phrase: Phrase) -> bool:
        """Whether a noun and those that own it are a state's own things, unlike "engedélyek kiadását"."""
        nouns, readings = self.words.words["domestic"], self.document.readings
        inside = (readings[at][0] for at in range(phrase.first, phrase.head))
        lemmas = [phrase.lemma, *(reading.lemma for reading in inside if reading.pos == "NOUN")]
        return all(tail(lemma, nouns) in nouns for lemma in lemmas)

    def _is_at_home(self, clause: Clause, countries: tuple[str, ...]) -> bool:
        """Whether the only states are those that organisations of the clause belong to."""
        mentions = (m for part in clause.parts for m in self.document.mentions_in(*part))
        homes = {code for m in mentions if m.kind is MentionKind.ORGANIZATION for code in m.countries}
        return bool(homes) and homes.issuperset(countries)

    def _may_lack_actors(self, clause: Clause, intention: Intention) -> bool:
        """Whether nobody known need intend it: what somebody tells, or what a plan or an offer names."""
        if intention.rule == "plans.dated":
            told = intention.told
            if self.intentions.announcements.is_of_firm(clause) and len(self.actors.named(clause)) > 1:
                return True
            return self.actors.arises(clause) or (told is not None and told.manner is not Manner.NARRATED)
        firm = intention.rule == "plans.strive" and len(self.actors.named(clause)) > 1
        firm = firm or (intention.rule == "plans.will" and self.intentions.announcements.is_of_firm(clause))
        return firm or intention.rule in OF_ANYBODY

    def _countries(
        self, sentence: Sentence, clause: Clause, intention: Intention, actors: Referent
    ) -> tuple[str, ...]:
        """The states concerned: the actors, those named, and the other one that the text is about."""
        found = list(dict.fromkeys([*actors.countries, *self.actors.named(clause)]))
        if intention.condition is not None:
            found = list(dict.fromkeys([*found, *self.actors.named(intention.condition)]))
        if len(found) < _PAIR and not self.actors.names_region(clause):
            anybody = not found and (intention.rule == "plans.arising" or self.actors.arises(clause))
            known = (self.document.dyad, sentence.states)
            pairs = (pair for pair in known if anybody or set(found) & set(pair))
            found = list(dict.fromkeys([*found, *next(pairs, ())]))
        return tuple(found)

    # -- what -------------------------------------------------------------------------------------

    def _plan(
        self,
        sentence: Sentence,
        clause: Clause,
        intention: Intention,
        actors: Referent,
        countries: tuple[str, ...],
    ) -> Iterator[Plan]:
        action = self._action(clause, intention if actors else Intention(intention.rule))
        date = self._date(clause, intention)
        parties: list[Party] = [Country(code) for code in actors.countries]
        parties += [Organization(name=name) for name in actors.organizations]
        fields = {"action": (action,), "date": (date.span,) if date else ()}
        yield from draft(
            Plan,
            actors=tuple(parties),
            action=action.of(self.document.text),
            countries=tuple(Country(code) for code in countries),
            date=date.period if date else None,
            evidence=evidence(self.document, sentence, intention.rule, fields),
        )

    def _date(self, clause: Clause, intention: Intention) -> When | None:
        """When it is to happen; the day of a past promise is not that day."""
        predicate = clause.predicate
        if intention.phrase is not None and predicate is not None and predicate.tense == "Past":
            return date_inside(self.document, intention.phrase, future=True)
        found = when(self.document, clause, future=True)
        if found is None or not self._is_future(found.period):
            return None
        once = predicate is not None and predicate.lemma in self.words.words["completing"]
        return attrs.evolve(found, period=_beginning(found.period)) if once else found

    def _is_future(self, period: Period) -> bool:
        published = self.document.published
        return published is None or period.last is None or period.last >= published

    def _action(self, clause: Clause, intention: Intention) -> Span:
        """The predicate with its complements, without the subject, dates and links that open the clause."""
        if intention.phrase is not None and self.intentions.aims.is_act(intention.phrase):
            first, last = intention.phrase.first, intention.phrase.last
            opening = next(self.document.mentions_in(first, first + 1, *STATES), None)
            if opening is not None and self.actors.swallowed(clause):
                first = opening.last
            last = intention.condition.last if intention.condition is not None else last
            while not self.document.tokens[last - 1].fold[-1].isalnum():
                last -= 1
            return self.document.span(first, last)
        words = clause.words
        first = next((index for index in words if not self._opens(clause, index)), words[0])
        last = words[-1]
        if intention.condition is not None:
            first = min(first, intention.condition.first)
            last = max(last, intention.condition.last - 1)
        while last > first and not self.document.tokens[last].fold[-1].isalnum():
            last -= 1
        return self.document.span(first, last + 1)

    def _opens(self, clause: Clause, index: int) -> bool:
        token = self.document.tokens[index]
        if token.fold in self.words.words["articles"] and index + 1 in self.document.timed:
            return self._opens(clause, index + 1)
        if (
            token.fold in self.words.words["links"]
            or (index in self.document.timed and not self._is_rate(index))
            or not token.fold[0].isalnum()
        ):
            return True
        here = (phrase for phrase in clause.phrases if phrase.first <= index < phrase.last)
        return any(
            (phrase.last in self.document.timed and self._names_own_state(phrase))
            or self._names_actor(phrase)
            or self._is_time(clause, phrase)
            or self._names_terms(phrase)
            for phrase in here
        )

    def _is_rate(self, index: int) -> bool:
        """Whether a word tells how often or by which time: "hetente", "évi"."""
        return any(found.kind == "set" for found in self.document.periods_in(index, index + 1))

    def _names_own_state(self, phrase: Phrase) -> bool:
        return phrase.possessor == "3S" and phrase.lemma in self.words.words["own_state"]

    def _names_terms(self, phrase: Phrase) -> bool:
        """Whether a phrase tells by whom or what it will be so: "amelynek értelmében", "az elnök szerint"."""
        return phrase.post in self.words.words["agreed"] | self.words.words["according"]

    def _is_time(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase tells when: "jövő heti ülésén", with the possessor before it."""
        if phrase.case in ("Nom", "Dat") and not phrase.post:
            follower = next((other for other in clause.phrases if other.first == phrase.last), None)
            return follower is not None and phrase.case == "Dat" and self._is_time(clause, follower)
        return phrase.case in ("Sup", "Ine") and any(
            index in self.document.timed for index in range(phrase.first, phrase.last)
        )

    def _names_actor(self, phrase: Phrase) -> bool:
        if phrase.case != "Nom" or phrase.post or phrase.lemma in self.words.words["membership"]:
            return False
        if self.intentions.announcements.names_firm(phrase) or self.actors.names_side(phrase):
            return True
        return any(
            mention.head == phrase.head for mention in self.document.mentions_in(phrase.first, phrase.last)
        )
