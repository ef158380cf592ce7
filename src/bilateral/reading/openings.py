"""Where the words said begin after a verb of saying: "hogy", a colon, or a comma after "azt", "úgy"."""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.document import Document, Sentence
from bilateral.reading.quoting import Marks
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import Way, speech_words

_FREE = (Link.MAIN, Link.COORDINATE, Link.COMPLEMENT, Link.ADVERBIAL)


@attrs.define(eq=False)
class Openings:
    """Finds the beginnings of reported clauses in one document."""

    document: Document
    marks: Marks

    def of(self, sentence: Sentence, clause: Clause, way: Way) -> int:
        """The first token of what a clause reports, -1 if nothing begins after it."""
        return self.at(sentence, clause, self._end(clause, way))

    def _end(self, clause: Clause, way: Way) -> int:
        """One past the part of the clause with the verb and the noun that completes it."""
        predicate = clause.predicate
        if predicate is None:
            return clause.last
        anchor = max(predicate.tokens[-1], way.phrase.head if way.phrase is not None else -1)
        for first, last in clause.parts:
            if first <= anchor < last:
                return last
        return clause.last

    def at(self, sentence: Sentence, clause: Clause, end: int) -> int:
        """The first token of what is reported after the reporting words that end at ``end``, or -1."""
        if end >= sentence.last:
            return -1
        mark = self.document.tokens[end].norm
        if mark == ":":
            return end + 1
        comma = mark == ","
        if self._is_conjunction(sentence, end + comma):
            return -1 if self._fold(end - 1) in speech_words().words("temporal") else end + comma + 1
        if not comma or not self._announces(clause, end):
            return -1
        return end + 1 if self._is_main(sentence, end + 1, verbless=self._points(clause, clause.last)) else -1

    def after_converb(self, sentence: Sentence, index: int) -> int:
        """The first token of what a converb before ``index`` reports, or -1."""
        idle = speech_words().words("announcing") | speech_words().words("links")
        while index < sentence.last and self._fold(index) in idle:
            index += 1
        if self.marks.is_mark(index, ":"):
            return index + 1
        index += self.marks.is_mark(index, ",")
        if self._is_conjunction(sentence, index):
            return index + 1
        return index if self._is_main(sentence, index) else -1

    def _fold(self, index: int) -> str:
        return self.document.tokens[index].fold

    def _is_conjunction(self, sentence: Sentence, index: int) -> bool:
        if index >= sentence.last:
            return False
        word = self._fold(index)
        return word in grammar().complement or word in speech_words().words("reasons")

    def _points(self, clause: Clause, end: int) -> bool:
        """Whether a pronoun ("azt", "úgy") points to what follows."""
        announcing = speech_words().words("announcing")
        if announcing.isdisjoint(self.document.folds(clause)):
            return False
        return any(self._fold(index) in announcing for index in clause.words if index < end)

    def _announces(self, clause: Clause, end: int) -> bool:
        """Whether a pronoun announces a clause without conjunction, or the verb itself does at the end."""
        predicate = clause.predicate
        if predicate is None or self._points(clause, end):
            return predicate is not None
        objects = (phrase for phrase in clause.by_case("Acc") if not self.is_person(phrase))
        told = predicate.tense == "Past" and clause.opener < 0
        return told and predicate.tokens[-1] == end - 1 and not any(objects)

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase names a person."""
        found = self.document.mentions_in(phrase.first, phrase.last, MentionKind.PERSON, MentionKind.ROLE)
        return any(mention.head == phrase.head for mention in found)

    def _is_of_another(self, clause: Clause) -> bool:
        """Whether somebody else is set against the speaker: "…, Y pedig üdvözölte a döntést"."""
        contrasted = clause.link is Link.COORDINATE and not grammar().contrasting.isdisjoint(
            self.document.folds(clause)
        )
        return contrasted and bool(speech_words().ways(self.document, clause))

    def _is_main(self, sentence: Sentence, first: int, *, verbless: bool = False) -> bool:
        """Whether a clause of its own begins at a token: no conjunction, and a verb unless ``verbless``."""
        if first >= sentence.last:
            return False
        words, word = grammar(), self._fold(first)
        if word in words.coordinating or word in words.explanatory:
            return False
        if word in speech_words().words("temporal"):
            return False
        clause = next((c for c in sentence.clauses if c.first == first and c.link in _FREE), None)
        if clause is None or self._is_of_another(clause):
            return False
        return verbless or clause.predicate is not None or clause.link is Link.ADVERBIAL
