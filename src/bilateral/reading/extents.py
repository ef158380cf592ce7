"""Where the words said end: at a semicolon, where somebody says something else, or with the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.document import Document, Sentence
from bilateral.reading.openings import Openings
from bilateral.reading.quoting import Content, Marks, Range, inquit, paragraph
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import CASE_OF, DEEDS, Way, speech_words

SUBJECTS = (
    MentionKind.PERSON,
    MentionKind.ROLE,
    MentionKind.GROUP,
    MentionKind.INSTITUTION,
    MentionKind.ORGANIZATION,
    MentionKind.MEDIA,
)
"""The kinds of mention that can speak (or be said to)."""
_FREE = (Link.COORDINATE, Link.MAIN)
_OUTSIDE = (Link.MAIN, Link.PARENTHETICAL)

_NEAR = 8
"""The reporting words are sought in that many parts of their clause, so that no sentence takes too long."""


class _Stop(NamedTuple):
    """A token at which words said may end.

    Attributes:
        at: the token.
        form: person and tense of the verb of saying whose words end here; ``None`` for any.
    """

    at: int
    form: tuple[str, str] | None


_AT = attrgetter("at")


@attrs.define(eq=False)
class Extents:
    """Finds the ends of the words said in one document."""

    document: Document
    marks: Marks
    openings: Openings
    _stops: dict[int, list[_Stop]] = attrs.Factory(dict)

    def end(self, sentence: Sentence, clause: Clause, start: int) -> int:
        """One past the words said from ``start`` on, as the clause reports them."""
        if sentence.clauses[-1].first <= start and not self.marks.semicolons:
            return sentence.last
        stops = self._stops.get(sentence.index)
        if stops is None:
            stops = self._stops[sentence.index] = sorted(self._find(sentence), key=_AT)
        form = _form(clause)
        for index in range(bisect_left(stops, start + 1, key=_AT), len(stops)):
            if stops[index].form in (None, form):
                return stops[index].at
        return sentence.last

    def _find(self, sentence: Sentence) -> Iterator[_Stop]:
        semicolons = self.marks.semicolons
        if semicolons:
            first, last = bisect_left(semicolons, sentence.first), bisect_left(semicolons, sentence.last)
            yield from (_Stop(at, None) for at in semicolons[first:last])
        for clause in sentence.clauses:
            if self._is_aside(sentence, clause):
                yield _Stop(self._beginning(clause), None)
            elif (
                self._leaves_words(clause)
                or self._is_sequel(sentence, clause)
                or self._turns_to_another(sentence, clause)
            ):
                yield _Stop(clause.first, _form(clause))

    def _leaves_words(self, clause: Clause) -> bool:
        """Whether a clause tells what the speaker did next: "ígérte, hogy segít, és meghívta vendégét"."""
        predicate = clause.predicate
        if clause.link is not Link.COORDINATE or predicate is None:
            return False
        before = clause.parent
        if before is not None and before.link in _OUTSIDE and predicate.lemma in grammar().deeds:
            return True
        return self._leaves_demand(clause, predicate)

    def _leaves_demand(self, clause: Clause, predicate: Predicate) -> bool:
        """Whether a clause in the indicative goes on after a demand: "kérte, hogy jöjjenek, és elutazott"."""
        governor = clause.governor.predicate
        demanded = governor is not None and governor.mood == "Imp"
        return demanded and predicate.mood == "Ind" and not self.has_subject(clause)

    def _turns_to_another(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the text goes on with somebody else's words: "…, a svéd elnök pedig üdvözölte a tervet"."""
        return (
            clause.link in _FREE
            and not clause.quoted
            and not speech_words().words("turns").isdisjoint(self.document.folds(clause))
            and self._says(sentence, clause)
            and self.has_subject(clause)
        )

    def _beginning(self, aside: Clause) -> int:
        """Where somebody else's words begin: at the opening mark of the quotation, or at the clause."""
        quotation = self.marks.quotation_at(aside.first) if aside.quoted else None
        return quotation.first - 1 if quotation is not None else aside.first

    def _is_aside(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause after a colon or a dash tells what somebody said: "…: „A – mondta –, B”"."""
        mark = self.document.tokens[clause.first - 1].norm if clause.first else ""
        by_dash = mark in self.marks.dashes
        if not clause.quoted:
            if mark == ":":
                return self._says(sentence, clause) and self.has_subject(clause)
            if by_dash and self.document.tokens[clause.first].fold in speech_words().words("asides"):
                return True
        if clause.link is not Link.PARENTHETICAL or not (clause.quoted or by_dash):
            return False
        return inquit(self.marks, sentence, clause) is not None

    def _is_sequel(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the same speaker goes on to say something: "…, és leszögezte: …"."""
        return (
            (clause.opener < 0 or clause.link in _FREE)
            and not clause.quoted
            and self._says(sentence, clause)
            and not self.has_subject(clause)
        )

    def _says(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the clause has words said of its own, judged by what stands next to the verb."""
        ways = speech_words().ways(self.document, clause)
        return bool(ways) and any(self._has_words(sentence, clause, way) for way in ways)

    def _has_words(self, sentence: Sentence, clause: Clause, way: Way) -> bool:
        if way.form == "clause":
            return self.openings.of(sentence, clause, way) >= 0
        case = CASE_OF.get(way.form)
        if way.rule == "statements.topic" or (way.form in DEEDS and clause.by_case("Nom")):
            return False  # "hogy felhívta, és beszámolt a tárgyalásról" may still be what was said
        if case is None:
            return way.form in ("whole", "beside")
        announcing = speech_words().words("announcing")
        return any(
            phrase.case == case
            and phrase is not way.phrase
            and self.document.tokens[phrase.head].fold not in announcing
            for phrase in clause.phrases
        )

    def has_subject(self, clause: Clause) -> bool:
        """Whether a clause names its subject."""
        for argument in self.document.arguments(clause).heads("Nom"):
            if argument.mention.kind in SUBJECTS:
                return True
        return False

    def content(self, sentence: Sentence, clause: Clause, start: int) -> Content | None:
        """The words said from a token on: a quotation that opens there, or what the clause reports."""
        own = [(first, min(last, start)) for first, last in clause.parts[-_NEAR:] if first < start]
        if start >= sentence.last:
            return self._next_paragraph(sentence, own)
        last = self.end(sentence, clause, start)
        quotation = self.marks.quotation_at(start + 1) if self.marks.is_quote(start) else None
        if quotation is not None and self.marks.trim(min(quotation.last, last), last) is None:
            parts = self.marks.trimmed([(quotation.first, quotation.last)])
            return Content(parts, direct=True, own=own) if parts else None
        parts = self.marks.trimmed([(start, last)])
        return Content(parts, direct=False, own=own) if parts else None

    def _next_paragraph(self, sentence: Sentence, own: list[Range]) -> Content | None:
        """A quotation that stands as a paragraph after a colon."""
        found = paragraph(self.document, sentence, 1)
        if found is None or not (self.marks.is_quote(found[0]) or self.marks.is_quote(found[1] - 1)):
            return None
        parts = self.marks.trimmed([found])
        return Content(parts, direct=True, own=own) if parts else None


def _form(clause: Clause) -> tuple[str, str]:
    predicate = clause.predicate
    return (predicate.person, predicate.tense) if predicate is not None else ("", "")
