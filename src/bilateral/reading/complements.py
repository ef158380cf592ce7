"""Words said that are a complement of the verb: an object, a phrase in a case, or a judgement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.arguments import coordinated
from bilateral.reading.document import Document, Sentence
from bilateral.reading.extents import SUBJECTS, Extents
from bilateral.reading.openings import Openings
from bilateral.reading.quoting import Content, Marks
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import CASE_OF, DEEDS, Way, speech_words


@attrs.define(eq=False)
class Complements:
    """Finds what verbs of praise, demand, thanks … take as their complements in one document."""

    document: Document
    marks: Marks
    openings: Openings
    extents: Extents

    def in_case(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The phrase in the case that the way asks for, or the clause that a pronoun in it announces."""
        announcing = speech_words().words("announcing")
        for phrase in clause.by_case(CASE_OF[way.form]):
            if phrase is way.phrase or (way.form in DEEDS and not self._is_deed(phrase)):
                continue
            if self.document.tokens[phrase.head].fold not in announcing:
                if self._is_thing(phrase):
                    return self._phrase(sentence, clause, phrase)
            elif way.form not in ("object", "deed"):
                start = self.openings.at(sentence, clause, phrase.last)
                return self.extents.content(sentence, clause, start) if start >= 0 else None
        return None

    def itself(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The noun that completes the verb, with what belongs to it: "felvetette egy híd lehetőségét"."""
        return self._phrase(sentence, clause, way.phrase) if way.phrase is not None else None

    def _is_deed(self, phrase: Phrase) -> bool:
        """Whether a phrase names a deed: "a harcok beszüntetését"."""
        return phrase.lemma.endswith(grammar().deverbal)

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether a phrase can be what is praised, demanded …: no pronoun, no person."""
        return self.document.readings[phrase.head][0].pos != "PRON" and not self.openings.is_person(phrase)

    def beside(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The phrase with a postposition: "mellett", "miatt", "ellen"."""
        posts = speech_words().words(way.form)
        found = next((p for p in clause.phrases if p.post in posts and p is not way.phrase), None)
        return self._phrase(sentence, clause, found) if found else None

    def _phrase(self, sentence: Sentence, clause: Clause, phrase: Phrase) -> Content | None:
        """A phrase after the verb with all that follows, or a phrase before it alone."""
        predicate = clause.predicate
        if predicate is None:
            return None
        if phrase.first < predicate.token:
            ranges = [(self._with_owner(clause, phrase), self._conjuncts_end(clause, predicate, phrase))]
        else:
            first = self._first(clause, predicate, phrase)
            ranges = [
                (first, min(self._last(sentence, clause, phrase), self.extents.end(sentence, clause, first)))
            ]
        parts = self.marks.trimmed(ranges)
        return Content(parts, direct=False, own=list(clause.parts)) if parts else None

    def _conjuncts_end(self, clause: Clause, predicate: Predicate, phrase: Phrase) -> int:
        """The end of a phrase before the verb with what is coordinated with it."""
        same = (other for other in clause.by_case(phrase.case) if other.first < predicate.token)
        return max((other.last for other in same), default=phrase.last)

    def _first(self, clause: Clause, predicate: Predicate, phrase: Phrase) -> int:
        """Where a phrase after the verb begins with all that belongs to it: past verb, subject and hearer."""
        first = max(token for token in predicate.tokens if token < phrase.first) + 1
        subjects = (other for other in clause.by_case("Nom") if self._speaks(other))
        named = any(subject.last <= predicate.token for subject in subjects)
        cases = ("Dat",) if named else ("Dat", "Nom")
        hearing: tuple[str, ...] = ()
        if phrase.case not in ("Acc", "Nom", "Dat"):
            hearing = ("Acc",) if phrase.possessor else ("Acc", "Dat")
        for other in clause.phrases:
            before = first <= other.first < phrase.first
            if before and (other.case in hearing or (other.case in cases and self._speaks(other))):
                first = other.last
        links = speech_words().words("links")
        while first < phrase.first and (first in self.document.timed or self._fold(first) in links):
            first += 1
        return first

    def _with_owner(self, clause: Clause, phrase: Phrase) -> int:
        """The first token of a phrase with the possessors before it."""
        first = phrase.first
        after = phrase
        for other in reversed(clause.phrases):
            owner = other.case in ("Nom", "Dat") and not other.post and not self._speaks(other)
            joined = after.conjunct and phrase.possessor != "" and other.case == "Nom"
            if owner and other.first < first and (other.last == first or (joined and after.first == first)):
                first = other.first
            after = other
        return self._with_area(clause, first)

    def _with_area(self, clause: Clause, first: int) -> int:
        """The first token of a phrase with the area before it: "a kultúra terén is új kapcsolatokat"."""
        end = first - (first > clause.first and self._fold(first - 1) in speech_words().words("links"))
        areas = speech_words().words("areas")
        area = next((p for p in clause.phrases if p.last == end and p.post in areas), None)
        if area is None:
            return first
        return coordinated(clause, area)[0].first

    def _last(self, sentence: Sentence, clause: Clause, phrase: Phrase) -> int:
        """One past a phrase after its verb with the clauses that hang on it, without a trailing subject."""
        ends = [sentence.last]
        following = bisect_left(sentence.clauses, phrase.last, key=lambda other: other.first)
        for index in range(following, len(sentence.clauses)):
            governor = sentence.clauses[index].governor
            main = governor.link in (Link.MAIN, Link.PARENTHETICAL)
            if main and not self.marks.is_mark(governor.first - 1, ":"):
                ends.append(sentence.clauses[index].first)
                break
        outer = clause.parent.parts if clause.link is Link.RELATIVE and clause.parent is not None else ()
        ends += [first for first, _ in outer if first >= phrase.last]
        ends += [p.first for p in clause.by_case("Nom") if p.first >= phrase.last and self._speaks(p)]
        return min(ends)

    def _speaks(self, phrase: Phrase) -> bool:
        """Whether a phrase names somebody who can speak."""
        found = self.document.mentions_in(phrase.first, phrase.last, *SUBJECTS)
        return any(mention.head == phrase.head for mention in found)

    def _fold(self, index: int) -> str:
        return self.document.tokens[index].fold

    # -- judgements -------------------------------------------------------------------------------

    def whole(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The predicate with its complements, without subject, place and time before it."""
        predicate = clause.predicate
        if predicate is None or way.phrase is None or not self._judges(way, way.phrase):
            return None
        start = self.openings.of(sentence, clause, way)
        if start >= 0:
            return self.extents.content(sentence, clause, start)
        first = self._in_part(clause, self._scene_end(clause, predicate))
        last = self._complement_end(sentence, clause, predicate)
        ranges = [(first, last)]
        for phrase in clause.by_case("Nom"):
            if first < phrase.first and self._speaks(phrase):
                ranges = [(first, phrase.first), (phrase.last, last)]
        own = [(clause.first, first), *(part for part in clause.parts if part[0] >= first)]
        parts = self.marks.trimmed(ranges)
        return Content(parts, direct=False, own=own) if parts else None

    def _judges(self, way: Way, phrase: Phrase) -> bool:
        """Whether the noun that completes the verb is a judgement: "fontosnak tartja", "példaként említi"."""
        head = self.document.readings[phrase.head][0]
        if way.rule == "statements.hold":
            return head.pos == "ADJ" or phrase.lemma in speech_words().words("held")
        if phrase.case == "Ess":
            words = speech_words()
            as_what = self._fold(phrase.head).endswith(tuple(words.words("essive")))
            return as_what or phrase.lemma in words.words("essive_nouns")
        names = self.document.mentions_in(phrase.first, phrase.last, MentionKind.PERSON)
        return head.pos != "PRON" and not any(mention.head == phrase.head for mention in names)

    def _scene_end(self, clause: Clause, predicate: Predicate) -> int:
        """Where the judgement begins: past conjunction, subject, time and venue."""
        first = clause.first
        while first < predicate.token and self._fold(first) in grammar().coordinating:
            first += 1
        return max([first, *(end for end in self._scene(clause) if end <= predicate.token)])

    def _scene(self, clause: Clause) -> Iterator[int]:
        """Ends of the subject, and of phrases of time and venue, that may open the clause."""
        words = speech_words()
        if clause.opener >= 0:
            yield clause.opener + 1
        for phrase in clause.phrases:
            reading = self.document.readings[phrase.head][0]
            subject = phrase.case == "Nom" and self._speaks(phrase)
            venue = words.venue(reading.lemma, reading.case) is not None
            if subject or venue or phrase.head in self.document.timed:
                yield phrase.last

    def _in_part(self, clause: Clause, index: int) -> int:
        """A token, or the next part of the clause where only marks are left of its own: past "X, aki …,"."""
        for first, last in clause.parts:
            if index < last and self.marks.trim(max(index, first), last) is not None:
                return max(index, first)
        return index

    def _complement_end(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> int:
        """The end of the part with the verb, or with what it judges after it and its relative clauses."""
        anchors = [predicate.token, *(phrase.head for phrase in clause.by_case("Acc"))]
        end = max(last for first, last in clause.parts if any(first <= anchor < last for anchor in anchors))
        following = bisect_left(sentence.clauses, end, key=lambda other: other.first)
        for other in sentence.clauses[following:]:
            if other.governor.link is not Link.RELATIVE or other.governor.parent is not clause:
                break
            end = other.last
        return end
