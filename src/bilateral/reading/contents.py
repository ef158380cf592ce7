"""The words said: quotations, reported clauses, complements, and what is so "X szerint"."""

from __future__ import annotations

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.grammar import grammar
from bilateral.reading.complements import Complements
from bilateral.reading.document import Document, Sentence
from bilateral.reading.extents import Extents
from bilateral.reading.openings import Openings
from bilateral.reading.quoting import Content, Marks, inquit, standing_in
from bilateral.reading.speech import CASE_OF, POSTS_OF, Way, speech_words


class ContentReader:
    """Finds the words said in the clauses of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.marks = Marks(document)
        self.openings = Openings(document, self.marks)
        self.extents = Extents(document, self.marks, self.openings)
        self.complements = Complements(document, self.marks, self.openings, self.extents)

    def read(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The words said, if the clause has them in the form that ``way`` asks for."""
        if way.form == "quote":
            return inquit(self.marks, sentence, clause)
        if clause.quoted:
            return None
        if way.form in CASE_OF:
            return self.complements.in_case(sentence, clause, way)
        if way.form in POSTS_OF:
            return self.complements.beside(sentence, clause, way)
        readers = {
            "clause": self.clause,
            "whole": self.complements.whole,
            "itself": self.complements.itself,
        }
        return readers[way.form](sentence, clause, way) if way.form in readers else None

    def clause(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The clause that is reported after the verb, or before a phrase of saying ("adta hírül")."""
        start = self.openings.of(sentence, clause, way)
        if start >= 0:
            return self.extents.content(sentence, clause, start)
        return inquit(self.marks, sentence, clause) if way.phrase is not None else None

    def after_converb(self, sentence: Sentence, clause: Clause, index: int) -> Content | None:
        """The clause that a converb before ``index`` reports ("hozzátéve, hogy")."""
        start = self.openings.after_converb(sentence, index)
        return self.extents.content(sentence, clause, start) if start >= 0 else None

    def in_document(self, sentence: Sentence, clause: Clause, index: int) -> Content | None:
        """What stands in a document: "… – olvasható a közleményben", "a közleményben az áll, hogy …"."""
        start = self.openings.at(sentence, clause, index + 1)
        if start > index + 1:
            return self.extents.content(sentence, clause, start)
        return standing_in(self.marks, sentence, clause, index)

    def according(self, sentence: Sentence, clause: Clause, first: int, anchor: int) -> Content | None:
        """What is so "X szerint": the rest of the sentence, and what stands in the clause before."""
        links = speech_words().words("links")
        start = anchor + 1
        while start < sentence.last and self.document.tokens[start].fold in links:
            start += 1
        opens = bool(sentence.clauses) and clause is sentence.clauses[0]
        head = sentence.first if opens else clause.first
        head += clause.opener == head
        before = self.marks.trim(head, first) if head < first else None
        idle = links | grammar().articles
        if before is not None and all(self.document.tokens[i].fold in idle for i in range(*before)):
            before = None
        ranges = [*([before] if before else []), (start, self.extents.end(sentence, clause, start))]
        parts = self.marks.trimmed(ranges)
        return Content(parts, direct=False, own=[(first, start)]) if parts else None
