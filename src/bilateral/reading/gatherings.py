"""Gatherings: encounters that a noun names ("csúcstalálkozó", "fórum", "ülés"), and who sits there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import MeetingKind, MeetingStatus
from bilateral.reading.arguments import coordinated
from bilateral.reading.document import Document
from bilateral.reading.drafting import official, represents
from bilateral.reading.frames import Frame, FrameLexicon, tail
from bilateral.reading.guests import Guests
from bilateral.reading.occasion import GOAL, STATION, adjectival_place, places, told_before
from bilateral.reading.partners import Sides, joined
from bilateral.reading.referents import MentionKind

_PAIR = 2
_NAMED = (MentionKind.PERSON, MentionKind.NATIONALITY, MentionKind.COUNTRY)
_BODIES = (MeetingKind.SUMMIT, MeetingKind.FORUM)


class Gatherings:
    """Finds the sides of the gatherings of one document."""

    def __init__(self, document: Document, words: FrameLexicon) -> None:
        self.document = document
        self.words = words
        self.who = Guests(document)
        self.before: dict[MeetingKind, list[str]] = {}
        self.last: Sides | None = None
        self.has_met = False

    def remember(self, kind: MeetingKind, status: MeetingStatus, sides: Sides) -> None:
        """Keep whose gathering was told, for "the next one" and for who else took part."""
        self.before[kind] = list(dict.fromkeys(sides.countries))
        self.last = sides
        self.has_met |= status is MeetingStatus.ACTUAL

    def named(self, frame: Frame, subject: Sides, *, called_off: bool) -> Iterator[Sides]:
        """The sides that the noun's possessors, its adjective or the clause's subject tell."""
        phrase = frame.phrase
        if phrase is None:
            return
        inside = [
            referent
            for member in [*coordinated(frame.clause, phrase), *frame.clause.with_post(*grammar().between)]
            for mention in self.document.mentions_in(member.first, member.last, *_NAMED)
            if mention.inside < 0 and (referent := self.document.who(mention)) is not None
        ]
        people = list(dict.fromkeys(person for referent in inside for person in referent.persons))
        countries = list(dict.fromkeys(code for referent in inside for code in referent.countries))
        if people and called_off:
            people, countries = [*subject.persons, *people], [*subject.countries, *countries]
        there = phrase.case in STATION and not phrase.post
        if len(people) >= _PAIR or (self.paired_adjective(phrase) and not people):
            acting = subject if self._attended(frame.clause, phrase, subject) else Sides([], [])
            yield joined(acting, Sides(people, countries))
        elif not people and len(countries) == _PAIR and self._holds_roles(frame.clause, phrase):
            yield Sides([], countries)
        elif there and len(subject.persons) >= _PAIR and (phrase.possessor or phrase.definite):
            yield self._with_witnesses(frame.clause, subject)
        elif phrase.possessor:
            yield from self.body(frame.clause)

    def _attended(self, clause: Clause, phrase: Phrase, subject: Sides) -> bool:
        """Whether the subject takes part in it, opens it or speaks there."""
        predicate = clause.predicate
        if predicate is None or not subject.persons or predicate.lemma not in self.words.values["attends"]:
            return False
        return phrase.case in self.words.values["attends"][predicate.lemma].split()

    def _with_witnesses(self, clause: Clause, sides: Sides) -> Sides:
        """Those who meet and in whose presence they do: "Donald Trump jelenlétében"."""
        present = [
            guest.person
            for phrase in clause.phrases
            if phrase.lemma in self.words.words["presence"] and phrase.case in STATION
            for guest in self.who.possessors(clause, phrase)
        ]
        return joined(sides, Sides(present, self._served(present)))

    def attended(self, frame: Frame, kind: MeetingKind, subject: Sides) -> Iterator[Sides]:
        """A summit or forum abroad, or of an organisation, that the subject goes to or speaks at."""
        phrase = frame.phrase
        people = self.document.people
        if phrase is None or kind not in _BODIES or self.paired_adjective(phrase):
            return
        if self._gapped(frame.clause, phrase):
            return  # a clause of its own tells it
        if not subject.persons or not all(represents(people[person]) for person in subject.persons):
            return
        hosts = self._hosts(frame.clause)
        if self._abroad(frame.clause, phrase, subject) or len({*subject.countries, *hosts.countries}) > 1:
            yield joined(hosts, subject)

    def _gapped(self, clause: Clause, phrase: Phrase) -> bool:
        implied = self.document.implied.get(id(clause), ())
        return any(first <= phrase.head < last for other in implied for first, last in other.parts)

    def told_by_sequel(self, frame: Frame) -> Iterator[Sides]:
        """An encounter that only what came after it tells: "megbeszélésük után", "a tárgyalást követően".

        It is that of the two whom the text speaks of, if no other has been told.
        """
        phrase, clause = frame.phrase, frame.clause
        if phrase is None or self.has_met or clause.quoted or self.document.speaker_at(phrase.head) >= 0:
            return
        people = list(self.document.sentences[self.document.sentence_of[clause.first]].persons)
        subject = self.document.subject(clause)
        after = phrase.definite and not phrase.possessor and phrase.post in self.words.words["afterwards"]
        if phrase.possessor != "3P" and not (after and subject and set(subject.persons) & set(people)):
            return
        if len(people) == _PAIR and all(represents(self.document.people[person]) for person in people):
            yield Sides(people, self._served(people))

    def widened(self, frame: Frame, subject: Sides) -> Iterator[Sides]:
        """The encounter told last with who else took part: "a megbeszélésen részt vett X is"."""
        phrase = frame.phrase
        if phrase is None or self.last is None or not phrase.definite or phrase.possessor:
            return
        known = set(self.last.countries)
        if subject.persons and self.last.persons and set(subject.countries) <= known:
            yield joined(self.last, subject)

    def _served(self, people: Sequence[int]) -> list[str]:
        codes = (self.document.people[person].country for person in people)
        return [code for code in dict.fromkeys(codes) if code]

    def _hosts(self, clause: Clause) -> Sides:
        """Whose guests they are: "X vendégeként"."""
        host = self.who.inviter(clause, None)
        return Sides([host], self._served([host])) if host >= 0 else Sides([], [])

    def _abroad(self, clause: Clause, phrase: Phrase, subject: Sides) -> bool:
        inner = adjectival_place(self.document, phrase)
        found = [*([inner] if inner else []), *places(self.document, clause, (*STATION, *GOAL))]
        if not found and phrase.definite:
            found = told_before(self.document, clause)
        country = next((where.country for where in found if where.country), None)
        return country is not None and country not in subject.countries

    def following(self, frame: Frame, kind: MeetingKind) -> Iterator[Sides]:
        """The next (or the last) one of a series: its sides are those of the one told before."""
        phrase = frame.phrase
        if phrase is None or self.paired_adjective(phrase):
            return
        lemmas = {self.document.lemmas[at] for at in range(self._opening(frame.clause, phrase), phrase.head)}
        lemmas.update(self.document.folds(frame.clause) & self.words.words["series_adverbs"])
        if lemmas.isdisjoint(self.words.words["series"] | self.words.words["series_adverbs"]):
            return
        countries: Sequence[str] = self._two_governments(frame.clause) or self.before.get(kind, ())
        if not countries and kind not in _BODIES:
            countries = self._pair(frame.clause)
        if len(countries) >= _PAIR:
            yield Sides([], list(countries))

    def _opening(self, clause: Clause, phrase: Phrase) -> int:
        """Where the words before a noun begin, if its adjective was taken for a noun ("együttes ülés")."""
        at = next((index for index, other in enumerate(clause.phrases) if other.first == phrase.first), 0)
        before = clause.phrases[at - 1] if at else phrase
        return before.first if before.last == phrase.first and before.case == "Nom" else phrase.first

    def _pair(self, clause: Clause) -> tuple[str, ...]:
        states = self.document.sentences[self.document.sentence_of[clause.first]].states
        return states if len(states) == _PAIR else ()

    def _two_governments(self, clause: Clause) -> tuple[str, ...]:
        """The two states whose governments (or a body of them) sit: "a két kormány együttes ülése"."""
        for phrase in clause.by_case("Nom"):
            lemmas = {self.document.lemmas[at] for at in range(phrase.first, phrase.head + 1)}
            if lemmas & self.words.words["both"] and lemmas & self.words.words["bodies"]:
                return self._pair(clause)
        return ()

    def _holds_roles(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether it is unnamed office-holders who meet: "a dán és a finn miniszter találkozója"."""
        return any(
            mention.kind is MentionKind.ROLE and official(mention)
            for member in coordinated(clause, phrase)
            for mention in self.document.mentions_in(member.first, member.last)
        )

    def body(self, clause: Clause) -> Iterator[Sides]:
        """The two states of a body that sits: "a cseh–lengyel bizottság", "a cseh és a lengyel kormány"."""
        sitting = self.document.subject(clause)
        heads = self.document.arguments(clause).heads("Nom")
        bodies = any(argument.mention.kind is MentionKind.INSTITUTION for argument in heads)
        if sitting is not None and bodies and len(sitting.countries) == _PAIR:
            yield Sides([], list(sitting.countries))
            return
        for phrase in clause.by_case("Nom"):
            if self.paired_adjective(phrase):
                yield Sides([], list(self.document.countries_in(phrase.first, phrase.last))[:_PAIR])
                return
        if two := self._two_governments(clause):
            yield Sides([], list(two))

    def paired_adjective(self, phrase: Phrase) -> bool:
        """Whether an adjective of two states names the sides: "a magyar–szerb csúcstalálkozó"."""
        inside = self.document.mentions_in(phrase.first, phrase.last, MentionKind.NATIONALITY)
        return any(len(mention.countries) >= _PAIR for mention in inside)

    def _events(self, clause: Clause) -> list[str]:
        """The nouns of what a clause happens at; of what "amelyen" takes up."""
        at = [phrase.lemma for phrase in clause.by_case(*STATION)]
        parent = clause.parent if clause.link is Link.RELATIVE else None
        if parent is None or self.document.readings[clause.opener][0].case not in STATION:
            return at
        return [*at, *(phrase.lemma for phrase in parent.phrases if phrase.head == clause.antecedent)]

    def kind(self, frame: Frame) -> MeetingKind:
        """The kind that the noun, an event the clause happens at, or the event it is about tells."""
        kinds = self.words.values["kind"]
        own = kinds.get(tail(frame.phrase.lemma, kinds)) if frame.phrase else None
        at = [kinds.get(tail(lemma, kinds)) for lemma in self._events(frame.clause)]
        found = [kind for kind in [own, *at] if kind not in (None, "talks")]
        return MeetingKind(found[0]) if found else MeetingKind.TALKS
