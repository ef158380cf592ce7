"""Where the words said end: at a semicolon, where somebody says something else, or with the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.reading.document import Document, Sentence
from bilateral.reading.openings import Openings
from bilateral.reading.quoting import Content, Marks, Range, inquit, paragraph
from bilateral.reading.referents import MentionKind
from bilateral.reading.speech import CASE_OF, Way, speech_words

SUBJECTS = (
    MentionKind.PERSON,
    MentionKind.ROLE,
    MentionKind.GROUP,
    MentionKind.INSTITUTION,
    MentionKind.ORGANIZATION,
    MentionKind.MEDIA,
)
"""The kinds of mention that can speak (or be said to)."""


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


@attrs.define(eq=False)
class Extents:
    """Finds the ends of the words said in one document."""

    document: Document
    marks: Marks
    openings: Openings
    _stops: dict[int, list[_Stop]] = attrs.Factory(dict)

    def end(self, sentence: Sentence, clause: Clause, start: int) -> int:
        """One past the words said from ``start`` on, as the clause reports them."""
        stops = self._stops.get(sentence.index)
        if stops is None:
            stops = self._stops[sentence.index] = sorted(self._find(sentence), key=lambda stop: stop.at)
        form = _form(clause)
        for index in range(bisect_left(stops, start + 1, key=lambda stop: stop.at), len(stops)):
            if stops[index].form in (None, form):
                return stops[index].at
        return sentence.last

    def _find(self, sentence: Sentence) -> Iterator[_Stop]:
        semicolons = self.marks.semicolons
        for at in range(bisect_left(semicolons, sentence.first), bisect_left(semicolons, sentence.last)):
            yield _Stop(semicolons[at], None)
        for clause in sentence.clauses:
            if self._is_aside(sentence, clause):
                yield _Stop(self._beginning(clause), None)
            elif (
                self._is_sequel(sentence, clause)
                or self._leaves_words(clause)
                or self._turns_to_another(sentence, clause)
            ):
                yield _Stop(clause.first, _form(clause))

    def _leaves_words(self, clause: Clause) -> bool:
        """Whether a clause tells what the speaker did next: "ígérte, hogy segít, és meghívta vendégét"."""
        before = clause.parent
        deed = clause.predicate is not None and clause.predicate.lemma in grammar().deeds
        main = before is not None and before.link in (Link.MAIN, Link.PARENTHETICAL)
        return (clause.link is Link.COORDINATE and deed and main) or self._leaves_demand(clause)

    def _leaves_demand(self, clause: Clause) -> bool:
        """Whether a clause in the indicative goes on after a demand: "kérte, hogy jöjjenek, és elutazott"."""
        governor = clause.governor.predicate
        return (
            clause.link is Link.COORDINATE
            and clause.predicate is not None
            and clause.predicate.mood == "Ind"
            and governor is not None
            and governor.mood == "Imp"
            and not self.has_subject(clause)
        )

    def _turns_to_another(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the text goes on with somebody else's words: "…, a svéd elnök pedig üdvözölte a tervet"."""
        turns = speech_words().words("turns")
        return (
            clause.link in (Link.COORDINATE, Link.MAIN)
            and not clause.quoted
            and any(self.document.tokens[at].fold in turns for at in clause.words)
            and self.has_subject(clause)
            and self._says(sentence, clause)
        )

    def _beginning(self, aside: Clause) -> int:
        """Where somebody else's words begin: at the opening mark of the quotation, or at the clause."""
        quotation = self.marks.quotation_at(aside.first) if aside.quoted else None
        return quotation.first - 1 if quotation is not None else aside.first

    def _is_aside(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause after a colon or a dash tells what somebody said: "…: „A – mondta –, B”"."""
        if self.marks.is_mark(clause.first - 1, ":") and not clause.quoted:
            return self.has_subject(clause) and self._says(sentence, clause)
        by_dash = self.marks.is_dash(clause.first - 1) and not clause.quoted
        if by_dash and self.document.tokens[clause.first].fold in speech_words().words("asides"):
            return True
        if clause.link is not Link.PARENTHETICAL:
            return False
        found = inquit(self.marks, sentence, clause)
        return found is not None and (clause.quoted or self.marks.is_dash(clause.first - 1))

    def _is_sequel(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the same speaker goes on to say something: "…, és leszögezte: …"."""
        free = clause.link in (Link.COORDINATE, Link.MAIN) or clause.opener < 0
        return (
            free
            and not clause.quoted
            and clause.predicate is not None
            and not self.has_subject(clause)
            and self._says(sentence, clause)
        )

    def _says(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the clause has words said of its own, judged by what stands next to the verb."""
        return any(self._has_words(sentence, clause, way) for way in speech_words().ways(self.document, clause))

    def _has_words(self, sentence: Sentence, clause: Clause, way: Way) -> bool:
        if way.form == "clause":
            return self.openings.of(sentence, clause, way) >= 0
        case = CASE_OF.get(way.form)
        others = (phrase for phrase in clause.phrases if phrase is not way.phrase)
        if case is not None:
            announcing = speech_words().words("announcing")
            return any(
                phrase.case == case and self.document.tokens[phrase.head].fold not in announcing
                for phrase in others
            )
        return way.form in ("whole", "beside")

    def has_subject(self, clause: Clause) -> bool:
        """Whether a clause names its subject."""
        named = self.document.arguments(clause).heads("Nom")
        return any(argument.mention.kind in SUBJECTS for argument in named)

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
