"""The words said after a verb of saying: clauses, quotations after a colon, objects and judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.document import Document, Sentence
from bilateral.reading.quoting import Content, Marks, Range, inquit, paragraph
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import Way, speech_words

_SUBJECTS = (
    MentionKind.PERSON,
    MentionKind.ROLE,
    MentionKind.GROUP,
    MentionKind.INSTITUTION,
    MentionKind.ORGANIZATION,
    MentionKind.MEDIA,
)
_CASES = {"goal": "Sbl", "topic": "Del", "cause": "Cau", "towards": "All"}
_FREE = (Link.MAIN, Link.COORDINATE, Link.ADVERBIAL)
_REASON = "amiért"


@attrs.define(eq=False)
class ContentReader:
    """Finds the words said in the clauses of one document."""

    document: Document
    marks: Marks

    def read(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The words said, if the clause has them in the form that ``way`` asks for."""
        if clause.quoted and way.form != "quote":
            return None
        readers: dict[str, Callable[[Sentence, Clause, Way], Content | None]] = {
            "quote": lambda sentence, clause, _: inquit(self.marks, sentence, clause),
            "clause": self._clause,
            "object": self._object,
            "whole": self._whole,
            "beside": self._beside,
        }
        return readers.get(way.form, self._by_case)(sentence, clause, way)

    # -- clauses ----------------------------------------------------------------------------------

    def _clause(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        end = self._end(clause, way)
        start = self._start(sentence, clause, end)
        if start < 0:
            found = inquit(self.marks, sentence, clause)
            return found if way.phrase is not None else None
        own = [(first, min(last, start)) for first, last in clause.parts if first < start]
        return self.after(sentence, clause, start, own)

    def after(self, sentence: Sentence, clause: Clause, start: int, own: list[Range]) -> Content | None:
        """The words said from a token on: a quotation that opens there, else the rest of the sentence."""
        if start >= sentence.last:
            return self._next_paragraph(sentence, own)
        last = self.boundary(sentence, clause, start)
        if start < sentence.last and self.marks.is_quote(start):
            quotation = self.marks.quotation_at(start + 1)
            if quotation is not None and self.marks.trim(min(quotation.last, last), last) is None:
                said = self.marks.trimmed([(quotation.first, quotation.last)])
                return Content(said, direct=True, own=own) if said else None
        parts = self.marks.trimmed([(start, last)])
        return Content(parts, direct=False, own=own) if parts else None

    def _next_paragraph(self, sentence: Sentence, own: list[Range]) -> Content | None:
        """A quotation that stands as a paragraph after a colon."""
        found = paragraph(self.document, sentence, 1)
        if found is None or not (self.marks.is_quote(found[0]) or self.marks.is_quote(found[1] - 1)):
            return None
        parts = self.marks.trimmed([found])
        return Content(parts, direct=True, own=own) if parts else None

    def start_after(self, sentence: Sentence, index: int) -> int:
        """Where a clause with "hogy" (or after a colon) begins that a converb introduces, or -1."""
        announcing = speech_words().words("announcing")
        while index < sentence.last and self.document.tokens[index].fold in {*announcing, "is"}:
            index += 1
        if self.marks.is_mark(index, ":"):
            return index + 1
        index += self.marks.is_mark(index, ",")
        if index < sentence.last and self.document.tokens[index].fold in grammar().complement:
            return index + 1
        return index if self._is_main(sentence, index) else -1

    def according(self, sentence: Sentence, clause: Clause, first: int, anchor: int) -> Content | None:
        """What is so "X szerint": the rest of the sentence, and what stands in the clause before."""
        links = speech_words().words("links")
        start = anchor + 1
        while start < sentence.last and self.document.tokens[start].fold in links:
            start += 1
        last = self.boundary(sentence, clause, start)
        own = [(first, start)]
        head = sentence.first if self._opens(sentence, clause) else clause.first
        head += clause.opener == head
        before = self.marks.trim(head, first) if head < first else None
        if before is not None and all(self.document.tokens[i].fold in links for i in range(*before)):
            before = None
        parts = self.marks.trimmed([*([before] if before else []), (start, last)])
        return Content(parts, direct=False, own=own) if parts else None

    def _opens(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause (with what interrupts it) opens its sentence."""
        return bool(sentence.clauses) and clause is sentence.clauses[0]

    def _end(self, clause: Clause, way: Way) -> int:
        """One past the part of the clause with the verb and the noun that completes it."""
        predicate = clause.predicate
        if predicate is None:
            return clause.last
        anchor = max((*predicate.tokens, way.phrase.head if way.phrase else -1))
        return next((last for first, last in clause.parts if first <= anchor < last), clause.last)

    def _start(self, sentence: Sentence, clause: Clause, end: int) -> int:
        """Where a reported clause begins after the verb of saying, or -1."""
        tokens = self.document.tokens
        if end >= sentence.last:
            return -1
        if self.marks.is_mark(end, ":"):
            return end + 1
        opener = end + 1 if self.marks.is_mark(end, ",") else end
        if opener < sentence.last and tokens[opener].fold in (*grammar().complement, _REASON):
            return opener + 1
        if not self.marks.is_mark(end, ",") or not self._announces(clause, end):
            return -1
        announced = any(tokens[index].fold in speech_words().words("announcing") for index in clause.words)
        return end + 1 if self._is_main(sentence, end + 1, verbless=announced) else -1

    def _announces(self, clause: Clause, end: int) -> bool:
        """Whether "azt", "úgy" … announces a clause without "hogy", or the verb itself does at the end."""
        announcing = speech_words().words("announcing")
        predicate = clause.predicate
        if predicate is None:
            return False
        if any(self.document.tokens[index].fold in announcing for index in clause.words if index < end):
            return True
        objects = (phrase for phrase in clause.by_case("Acc") if not self._is_person(phrase))
        return max(predicate.tokens) == end - 1 and not any(objects)

    def _is_person(self, phrase: Phrase) -> bool:
        found = self.document.mentions_in(phrase.first, phrase.last, MentionKind.PERSON, MentionKind.ROLE)
        return any(mention.head == phrase.head for mention in found)

    def _is_main(self, sentence: Sentence, first: int, *, verbless: bool = False) -> bool:
        """Whether a clause of its own begins at a token: no conjunction, and a verb unless ``verbless``."""
        words = grammar()
        fold = self.document.tokens[first].fold if first < sentence.last else ""
        if fold in words.coordinating or fold in words.explanatory:
            return False
        for clause in sentence.clauses:
            if clause.first <= first < clause.last and clause.link in (
                Link.MAIN,
                Link.COORDINATE,
                Link.COMPLEMENT,
                Link.ADVERBIAL,
            ):
                return clause.first == first and (
                    verbless or clause.predicate is not None or clause.link is Link.ADVERBIAL
                )
        return False

    def boundary(self, sentence: Sentence, clause: Clause, start: int) -> int:
        """Where the words said end: at a semicolon, the next verb of saying, or the end of the sentence."""
        stops = [index for index in range(start, sentence.last) if self.marks.is_mark(index, ";")]
        stops += [other.first for other in self._sequels(sentence, clause) if other.first > start]
        asides = (
            other for other in sentence.clauses if other.first > start and self._is_aside(sentence, other)
        )
        stops += [self._beginning(aside) for aside in asides]
        return min([*stops, sentence.last])

    def _beginning(self, aside: Clause) -> int:
        """Where somebody else's words begin: at the opening mark of the quotation, or at the clause."""
        quotation = self.marks.quotation_at(aside.first) if aside.quoted else None
        return quotation.first - 1 if quotation is not None else aside.first

    def _is_aside(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause after a colon or a dash tells what somebody said: "…: „A – mondta –, B”"."""
        if self.marks.is_mark(clause.first - 1, ":") and not clause.quoted:
            return self.has_subject(clause) and self._says(sentence, clause)
        if clause.link is not Link.PARENTHETICAL:
            return False
        found = inquit(self.marks, sentence, clause)
        return found is not None and (clause.quoted or self.marks.is_dash(clause.first - 1))

    def _sequels(self, sentence: Sentence, clause: Clause) -> Iterator[Clause]:
        """Later clauses in which the same speaker goes on to say something."""
        for other in sentence.clauses:
            free = other.link in (Link.COORDINATE, Link.MAIN) or other.opener < 0
            if other.first <= clause.first or other.quoted or not free:
                continue
            if (
                self._same_verb_form(clause, other)
                and not self.has_subject(other)
                and self._says(sentence, other)
            ):
                yield other

    def _same_verb_form(self, clause: Clause, other: Clause) -> bool:
        one, two = clause.predicate, other.predicate
        return one is not None and two is not None and (one.person, one.tense) == (two.person, two.tense)

    def _says(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the clause has words said of its own, judged by what stands next to the verb."""
        for way in speech_words().ways(self.document, clause):
            if way.form == "clause" and self._start(sentence, clause, self._end(clause, way)) >= 0:
                return True
            if way.form not in ("clause", "quote") and self.read(sentence, clause, way) is not None:
                return True
        return False

    def has_subject(self, clause: Clause) -> bool:
        """Whether a clause names its subject."""
        return any(
            argument.mention.kind in _SUBJECTS for argument in self.document.arguments(clause).heads("Nom")
        )

    # -- phrases ----------------------------------------------------------------------------------

    def _object(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        announcing = speech_words().words("announcing")
        for phrase in clause.by_case("Acc"):
            if phrase is way.phrase or self.document.tokens[phrase.head].fold in announcing:
                continue
            if self.document.readings[phrase.head][0].pos == "PRON" or self._is_person(phrase):
                continue
            return self._phrase(sentence, clause, phrase)
        return None

    def _by_case(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        case = _CASES.get(way.form)
        for phrase in clause.phrases:
            if phrase.case != case or phrase.post or phrase is way.phrase:
                continue
            if self.document.tokens[phrase.head].fold in ("arra", "arról", "rá", "róla", "ahhoz"):
                start = self._start(sentence, clause, phrase.last)
                own = [(first, min(last, start)) for first, last in clause.parts if first < start]
                return self.after(sentence, clause, start, own) if start >= 0 else None
            return self._phrase(sentence, clause, phrase)
        return None

    def _beside(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        found = next((p for p in clause.with_post("mellett") if p is not way.phrase), None)
        return self._phrase(sentence, clause, found) if found else None

    def _phrase(self, sentence: Sentence, clause: Clause, phrase: Phrase) -> Content | None:
        """A phrase after the verb with all that follows, or a phrase before it alone."""
        predicate = clause.predicate
        if predicate is None:
            return None
        first = self._after_verb(clause, phrase) or self._with_owner(clause, phrase)
        if phrase.first < predicate.token:
            parts = self.marks.trimmed([(first, phrase.last)])
        else:
            last = min(self._phrase_end(sentence, clause, phrase), self.boundary(sentence, clause, first))
            parts = self.marks.trimmed([(first, last)])
        own = list(clause.parts)
        return Content(parts, direct=False, own=own) if parts else None

    def _after_verb(self, clause: Clause, phrase: Phrase) -> int:
        """Where a phrase after the verb begins with all that belongs to it: past verb and hearer, or 0."""
        predicate = clause.predicate
        if predicate is None or phrase.first < predicate.token:
            return 0
        first = max(token for token in predicate.tokens if token < phrase.first) + 1
        named = any(
            subject.last <= predicate.token for subject in clause.by_case("Nom") if self._is_subject(subject)
        )
        cases = ("Dat",) if named else ("Dat", "Nom")
        links = speech_words().words("links")
        for other in clause.phrases:
            if first <= other.first < phrase.first and other.case in cases and self._is_subject(other):
                first = other.last
        while first < phrase.first and (
            first in self.document.timed or self.document.tokens[first].fold in links
        ):
            first += 1
        return first

    def _with_owner(self, clause: Clause, phrase: Phrase) -> int:
        """The first token of a phrase with the possessors before it."""
        first = phrase.first
        for other in reversed(clause.phrases):
            if (
                other.last == first
                and other.case in ("Nom", "Dat")
                and not other.post
                and not self._is_subject(other)
            ):
                first = other.first
        return first

    def _is_subject(self, phrase: Phrase) -> bool:
        found = self.document.mentions_in(phrase.first, phrase.last, *_SUBJECTS)
        return any(mention.head == phrase.head for mention in found)

    def _phrase_end(self, sentence: Sentence, clause: Clause, phrase: Phrase) -> int:
        """The end of a phrase after its verb with the clauses that hang on it, without a trailing subject."""
        end = sentence.last
        for other in sentence.clauses:
            main = other.governor.link in (Link.MAIN, Link.PARENTHETICAL)
            if other.first >= phrase.last and main and not self._explained(other):
                end = min(end, other.first)
        subjects = (other for other in clause.by_case("Nom") if self._is_subject(other))
        return min([end, *(subject.first for subject in subjects if subject.first >= phrase.last)])

    def _explained(self, clause: Clause) -> bool:
        """Whether a clause goes on with an explanation that a colon opened."""
        return self.marks.is_mark(clause.governor.first - 1, ":")

    def _whole(self, sentence: Sentence, clause: Clause, way: Way) -> Content | None:
        """The predicate with its complements, without subject, place and time before it."""
        predicate = clause.predicate
        if predicate is None or way.phrase is None or not self._judges(way):
            return None
        start = self._start(sentence, clause, self._end(clause, way))
        if start >= 0:
            return self.after(sentence, clause, start, [part for part in clause.parts if part[0] < start])
        first, last = clause.first, self._complement_end(clause, predicate)
        while first < predicate.token and self.document.tokens[first].fold in grammar().coordinating:
            first += 1
        first = max([first, *(end for end in self._scene(clause) if end <= predicate.token)])
        ranges = [(first, last)]
        for phrase in clause.phrases:
            if first < phrase.first and self._is_subject(phrase) and phrase.case == "Nom":
                ranges = [(first, phrase.first), (phrase.last, last)]
        own = [(clause.first, first), *((a, b) for a, b in clause.parts if a >= first)]
        parts = self.marks.trimmed(ranges)
        return Content(parts, direct=False, own=own) if parts else None

    def _complement_end(self, clause: Clause, predicate: Predicate) -> int:
        """The end of the part with the verb, or with what it judges after it."""
        anchors = [predicate.token, *(phrase.head for phrase in clause.by_case("Acc"))]
        return max(last for first, last in clause.parts if any(first <= anchor < last for anchor in anchors))

    def _judges(self, way: Way) -> bool:
        if way.phrase is None:
            return False
        head = self.document.readings[way.phrase.head][0]
        if way.rule == "statements.hold":
            return head.pos == "ADJ"
        if way.phrase.case == "Ess":
            return self.document.tokens[way.phrase.head].fold.endswith(tuple(speech_words().words("essive")))
        names = self.document.mentions_in(way.phrase.first, way.phrase.last, MentionKind.PERSON)
        return head.pos != "PRON" and not any(mention.head == way.phrase.head for mention in names)

    def _scene(self, clause: Clause) -> Iterator[int]:
        """Ends of the subject, and of phrases of time and venue, that may open the clause."""
        words = speech_words()
        if clause.opener >= 0:
            yield clause.opener + 1
        for phrase in clause.phrases:
            reading = self.document.readings[phrase.head][0]
            if (
                (phrase.case == "Nom" and self._is_subject(phrase))
                or phrase.head in self.document.timed
                or words.venue(reading.lemma, reading.case) is not None
            ):
                yield phrase.last
