"""Plans: what a state intends to do with another one, and that is no visit, meeting, agreement or mission."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.model.facts import Party, Plan
from bilateral.model.kinds import Office, SpeechAct
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.model.world import Country, Organization
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.drafting import draft, evidence
from bilateral.reading.frames import Frame, FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import When, dated, when
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import speech_words

_OTHER_FACTS = ("visits", "meetings", "agreements", "missions")
_PAIR = 2
_NO_REFERENT = Referent()
_PRIVATE = (None, Office.OTHER, Office.EXECUTIVE)
_STATES = (MentionKind.COUNTRY, MentionKind.INSTITUTION)
_PERSONS = (MentionKind.PERSON, MentionKind.ROLE, MentionKind.GROUP)


def read(document: Document) -> list[Plan]:
    """The plans that the article tells of, in their order."""
    reader = _Reader(document)
    return [plan for sentence, clause in document.clauses() for plan in reader.clause(sentence, clause)]


@attrs.define(eq=False)
class _Intention:
    """Why a clause tells of a plan, and what of it is the action."""

    rule: str
    phrase: Phrase | None = None


class _Reader:
    """Reads the clauses of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: FrameLexicon = frame_lexicon("plans")
        self.others = [frame_lexicon(name) for name in _OTHER_FACTS]

    def clause(self, sentence: Sentence, clause: Clause) -> Iterator[Plan]:
        """The plan that a clause tells of, if it does."""
        predicate = clause.predicate
        if predicate is None or clause.quoted or not self._may_be(predicate):
            return
        intention = self._intention(sentence, clause, predicate)
        if intention is None:
            return
        actors = self._actors(sentence, clause)
        if not actors and intention.rule == "plans.dated" and not self._is_reported(clause, predicate):
            return
        countries = self._countries(clause, actors)
        if len(countries) + len(actors.organizations) < _PAIR:
            return
        yield from self._plan(sentence, clause, intention, actors, countries)

    def _is_reported(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether somebody tells it: what merely is to happen without anybody who acts is no plan."""
        return clause.governor.link is Link.COMPLEMENT or self.document.speaker_at(predicate.token) >= 0

    def _may_be(self, predicate: Predicate) -> bool:
        """Whether the verb can tell of an intention: third person, not denied, no mere possibility."""
        return (
            predicate.person in ("3S", "3P")
            and predicate.mood in ("Ind", "Cnd")
            and not (predicate.negated or predicate.potential or predicate.counterfactual)
        )

    # -- reasons ----------------------------------------------------------------------------------

    def _intention(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> _Intention | None:
        for frame in self.words.find(clause, self.document.readings):
            found = self._of_frame(frame, predicate)
            if found is not None:
                return found
        if self._is_other_fact(clause) or predicate.lemma in self.words.words["idle"]:
            return None
        rules: dict[str, Callable[[Sentence, Clause, Predicate], bool]] = {
            "plans.will": self._is_willed,
            "plans.ready": self._is_ready,
            "plans.conditional": self._is_wish,
            "plans.dated": self._is_dated_ahead,
            "plans.promised": self._is_promised,
        }
        told = (rule for rule, holds in rules.items() if holds(sentence, clause, predicate))
        return next((_Intention(rule) for rule in told), None)

    def _is_willed(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """An auxiliary of will whose subject acts for a state: "bővíteni kívánja"."""
        return predicate.modality == "will" and predicate.tense == "Pres" and self._acts(sentence, clause)

    def _is_ready(self, _: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """Readiness to do something for another state."""
        states = self.document.arguments(clause).heads("Acc", "Dat")
        helps = any(argument.mention.kind is MentionKind.COUNTRY for argument in states)
        return predicate.modality == "ready" and helps

    def _is_promised(self, _: Sentence, clause: Clause, predicate: Predicate) -> bool:
        """A present tense that somebody promises, about another state that the clause names."""
        if (
            predicate.tense != "Pres"
            or predicate.modality not in ("", "future")
            or not self._in_promise(clause)
        ):
            return False
        actor = self.document.subject(clause) or self._promised_by(clause)
        return any(code not in actor.countries for code in self._named(clause))

    def _acts(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the subject is somebody who acts for a state, or a plural that is left out."""
        plural = (
            clause.predicate is not None and clause.predicate.person == "3P" and not clause.by_case("Nom")
        )
        roles = (argument.mention for argument in self.document.arguments(clause).heads("Nom"))
        if any(role.kind is MentionKind.ROLE and role.office in _PRIVATE for role in roles):
            return False
        return plural or bool(self._subject(sentence, clause))

    def _of_frame(self, frame: Frame, predicate: Predicate) -> _Intention | None:
        past = predicate.tense == "Past"
        if past is not (frame.spec.sense == "offer"):
            return None
        phrase = next(iter(frame.clause.by_case("Acc")), None)
        if phrase is None or self._names_other(phrase):
            return None
        return _Intention(frame.spec.id, phrase)

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
            and bool(self._subject(sentence, clause))
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

    # -- who --------------------------------------------------------------------------------------

    def _subject(self, sentence: Sentence, clause: Clause) -> Referent:
        own = self._own_state(clause)
        if own:
            return own
        heads = self.document.arguments(clause).heads("Nom")
        if any(argument.mention.adjectival for argument in heads):
            return _NO_REFERENT
        found = self.document.subject(clause) or self._swallowed(clause)
        if clause.by_case("Nom") or (clause.predicate and clause.predicate.person == "3S"):
            return found
        if clause.governor.link is Link.MAIN:
            return found or Referent(countries=sentence.states)
        return found if clause.governor.link is Link.RELATIVE else _NO_REFERENT

    def _swallowed(self, clause: Clause) -> Referent:
        """A state that opens the phrase of the object: "Norvégia új híd építését tervezi"."""
        if clause.by_case("Nom") or not clause.phrases:
            return _NO_REFERENT
        opening = clause.phrases[0]
        mention = next(self.document.mentions_in(opening.first, opening.head, *_STATES), None)
        if mention is None or mention.first != opening.first or mention.case != "Nom" or mention.adjectival:
            return _NO_REFERENT
        return self.document.who(mention) or _NO_REFERENT

    def _own_state(self, clause: Clause) -> Referent:
        """The speaker's own state as subject: "országa több gépet adna el"."""
        for phrase in clause.by_case("Nom"):
            if phrase.lemma in self.words.words["own_state"] and phrase.possessor == "3S":
                speaker = self.document.speaker_at(phrase.head)
                country = self.document.people[speaker].country if speaker >= 0 else None
                return Referent(countries=(country,)) if country else _NO_REFERENT
        return _NO_REFERENT

    def _actors(self, sentence: Sentence, clause: Clause) -> Referent:
        """Who intends it: the subject, or the state of the speaker who promises it."""
        return self._subject(sentence, clause) or self._promised_by(clause)

    def _in_promise(self, clause: Clause) -> bool:
        """Whether the clause is what somebody promises."""
        governor = clause.governor
        if governor.parent is None or governor.link is not Link.COMPLEMENT:
            return False
        lemmas = speech_words().lemmas(self.document, governor.parent)
        if not self.words.words["promising"].intersection(lemmas):
            return False
        ways = speech_words().ways(self.document, governor.parent)
        return any(way.act is SpeechAct.PROMISE for way in ways)

    def _named(self, clause: Clause) -> list[str]:
        """The states that a clause names, but not by the adjective of a town ("bécsi")."""
        found: dict[str, None] = {}
        for first, last in clause.parts:
            for mention in self.document.mentions_in(first, last):
                scene = mention.kind is MentionKind.PLACE and mention.adjectival
                referent = self.document.who(mention) or _NO_REFERENT
                found.update(dict.fromkeys(() if scene else mention.countries or referent.countries))
        return list(found)

    def _promised_by(self, clause: Clause) -> Referent:
        parent = clause.governor.parent
        if parent is None or clause.predicate is None or not self._in_promise(clause):
            return _NO_REFERENT
        speaker = self.document.speaker_at(clause.predicate.token)
        if speaker < 0:
            return self.document.subject(parent) or _NO_REFERENT
        country = self.document.people[speaker].country
        return Referent(countries=(country,)) if country else _NO_REFERENT

    def _countries(self, clause: Clause, actors: Referent) -> tuple[str, ...]:
        """The states concerned: the actors, those named, and the other one that the article is about."""
        found = list(dict.fromkeys([*actors.countries, *self._named(clause)]))
        dyad = self.document.dyad
        if len(found) < _PAIR and any(code in dyad for code in found):
            found = list(dict.fromkeys([*found, *dyad]))
        return tuple(found)

    # -- what -------------------------------------------------------------------------------------

    def _plan(
        self,
        sentence: Sentence,
        clause: Clause,
        intention: _Intention,
        actors: Referent,
        countries: tuple[str, ...],
    ) -> Iterator[Plan]:
        action = self._action(clause, intention if actors else _Intention(intention.rule))
        date = self._date(clause)
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

    def _date(self, clause: Clause) -> When | None:
        found = when(self.document, clause, future=True)
        return found if found is not None and self._is_future(found.period) else None

    def _is_future(self, period: Period) -> bool:
        published = self.document.published
        return published is None or period.last is None or period.last >= published

    def _action(self, clause: Clause, intention: _Intention) -> Span:
        """The predicate with its complements, without the subject, dates and links that open the clause."""
        if intention.phrase is not None:
            first, last = intention.phrase.first, intention.phrase.last
            opening = next(self.document.mentions_in(first, first + 1, *_STATES), None)
            if opening is not None and self._swallowed(clause):
                first = opening.last
            return self.document.span(first, last)
        words = clause.words
        first = next((index for index in words if not self._opens(clause, index)), words[0])
        last = words[-1]
        while last > first and not self.document.tokens[last].fold[-1].isalnum():
            last -= 1
        return self.document.span(first, last + 1)

    def _opens(self, clause: Clause, index: int) -> bool:
        token = self.document.tokens[index]
        if (
            token.fold in self.words.words["links"]
            or index in self.document.timed
            or not token.fold[0].isalnum()
        ):
            return True
        here = (phrase for phrase in clause.phrases if phrase.first <= index < phrase.last)
        return any(self._names_actor(phrase) or self._is_time(clause, phrase) for phrase in here)

    def _is_time(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase tells when: "jövő heti ülésén", with the possessor before it."""
        if phrase.case in ("Nom", "Dat") and not phrase.post:
            follower = next((other for other in clause.phrases if other.first == phrase.last), None)
            return follower is not None and phrase.case == "Dat" and self._is_time(clause, follower)
        return phrase.case in ("Sup", "Ine") and any(
            index in self.document.timed for index in range(phrase.first, phrase.last)
        )

    def _names_actor(self, phrase: Phrase) -> bool:
        if phrase.case != "Nom" or phrase.post:
            return False
        return any(
            mention.head == phrase.head for mention in self.document.mentions_in(phrase.first, phrase.last)
        )
