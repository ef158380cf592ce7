"""Quotations, and reporting clauses inside or after the words said ("… – mondta X –", "…, mint mondta,")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.segments import Quotation
from bilateral.reading.document import Document, Sentence
from bilateral.reading.speech import speech_words

Range = tuple[int, int]

_TRAILING = frozenset(",;:.…")


@attrs.define(eq=False)
class Content:
    """The words said.

    Attributes:
        parts: half-open token ranges, in order, without the reporting clause and the quotation marks.
        direct: whether they are quoted.
        own: token ranges of the reporting words.
    """

    parts: list[Range]
    direct: bool
    own: list[Range]

    @property
    def first(self) -> int:
        """First token."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """One past the last token."""
        return self.parts[-1][1]

    def covers(self, token: int) -> bool:
        """Whether a token is among the words said."""
        return any(first <= token < last for first, last in self.parts)


class Marks:
    """Punctuation of a document by what it does, and its quotations by position."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.dashes = grammar().dashes
        self.quotes = grammar().quotes
        self._bare = self.dashes | _TRAILING
        self.quotations: Sequence[Quotation] = document.quotations
        self.semicolons = list(self._semicolons())
        self._starts = [quotation.first for quotation in document.quotations]
        self._by_end = {quotation.last: quotation for quotation in document.quotations}

    def _semicolons(self) -> Iterator[int]:
        if ";" in self.document.text:
            yield from (index for index, token in enumerate(self.tokens) if token.norm == ";")

    def is_dash(self, index: int) -> bool:
        """Whether the token is a dash."""
        return self.tokens[index].norm in self.dashes

    def is_quote(self, index: int) -> bool:
        """Whether the token is a quotation mark."""
        return self.tokens[index].norm in self.quotes

    def is_mark(self, index: int, mark: str) -> bool:
        """Whether the token is this mark."""
        return 0 <= index < len(self.tokens) and self.tokens[index].norm == mark

    def ends_words(self, index: int) -> bool:
        """Whether the token is a mark that may stand between words said and who said them."""
        return self.is_dash(index) or self.is_quote(index) or self.is_mark(index, ",")

    def quotation_at(self, index: int) -> Quotation | None:
        """The quotation in which a token stands."""
        at = bisect_right(self._starts, index) - 1
        if at >= 0 and index < self.quotations[at].last:
            return self.quotations[at]
        return None

    def quotation_before(self, index: int, limit: int) -> Quotation | None:
        """The quotation that ends right before a token, with nothing but marks between."""
        while index > limit:
            index -= 1
            found = self._by_end.get(index)
            if found is not None:
                return found
            if not (self.is_dash(index) or self.tokens[index].norm in _TRAILING):
                return None
        return None

    def trim(self, first: int, last: int) -> Range | None:
        """A range without the marks at its edges; ``None`` if nothing is left."""
        while first < last and self._idle(first, first, last):
            first += 1
        while last > first and self._idle(last - 1, first, last):
            last -= 1
        return (first, last) if first < last else None

    def _idle(self, index: int, first: int, last: int) -> bool:
        mark = self.tokens[index].norm
        return mark in self._bare or (mark in self.quotes and self._is_loose(first, last))

    def _is_loose(self, first: int, last: int) -> bool:
        """Whether a mark at an edge has no partner in the range, or quotes the whole of it."""
        marks = [index for index in range(first, last) if self.is_quote(index)]
        return len(marks) % 2 == 1 or marks == [first, last - 1]

    def trimmed(self, ranges: Sequence[Range]) -> list[Range]:
        """The ranges without marks at their edges, the empty ones left out."""
        kept = [self.trim(first, last) for first, last in ranges]
        return [found for found in kept if found is not None]


def inquit(marks: Marks, sentence: Sentence, clause: Clause) -> Content | None:
    """The words said that stand before (and after) a reporting clause; ``None`` for any other clause."""
    part = _verb_part(clause)
    if part is None or not _starts_with_verb(marks, clause, part):
        return None
    if clause.quoted:
        return _in_quotation(marks, sentence, part)
    return _outside_quotation(marks, sentence, clause, part)


def standing_in(marks: Marks, sentence: Sentence, clause: Clause, index: int) -> Content | None:
    """The words said that stand before "– olvasható a közleményben", which begins at ``index``."""
    part = next(((index, last) for first, last in clause.parts if first <= index < last), None)
    return _outside_quotation(marks, sentence, clause, part) if part is not None else None


def _outside_quotation(marks: Marks, sentence: Sentence, clause: Clause, part: Range) -> Content | None:
    before = _delimiters(marks, sentence, part[0])
    if not before:
        return None
    if marks.trim(sentence.first, part[0]) is None and '"' not in before:
        return _after_paragraph(marks, sentence, part)
    quotation = marks.quotation_before(part[0], sentence.first)
    if quotation is not None and _fills(marks, sentence, quotation):
        return _after_quotation(marks, sentence, part, quotation)
    if "–" in before:
        return _after_dash(marks, sentence, part)
    return _between_commas(marks, sentence, clause, part)


def _verb_part(clause: Clause) -> Range | None:
    predicate = clause.predicate
    if predicate is None:
        return None
    for part in clause.parts:
        if part[0] <= predicate.token < part[1]:
            return part
    return None


def _starts_with_verb(marks: Marks, clause: Clause, part: Range) -> bool:
    """Whether nothing but "mint", "így" and the like stands before the verb, or "erről" opens the clause.

    A clause that "mint" puts into the words said may name the speaker: "…, mint a miniszter ismertette, …".
    """
    predicate = clause.predicate
    if predicate is None:
        return False
    words = speech_words()
    if marks.tokens[part[0]].fold in words.words("asides"):
        return part[0] > 0 and marks.is_dash(part[0] - 1)
    if clause.link is Link.PARENTHETICAL and _is_remark(marks, part):
        return True
    lead_in, own = words.words("lead_in"), predicate.tokens
    for index in range(part[0], predicate.token):
        if index in own:
            return True
        if marks.tokens[index].fold not in lead_in:
            return False
    return True


def _is_remark(marks: Marks, part: Range) -> bool:
    """Whether "mint a miniszter ismertette" stands between commas, and compares nothing: "több, mint …"."""
    first, last = part
    if marks.tokens[first].fold not in grammar().parenthetical or not marks.is_mark(last, ","):
        return False
    before = marks.document.readings[first - 2][0] if first > 1 else None
    return before is None or before.pos != "ADJ" or before.lemma == marks.tokens[first - 2].fold


def _delimiters(marks: Marks, sentence: Sentence, first: int) -> str:
    """The kinds of mark right before a token: dash, quotation mark, comma."""
    found = ""
    index = first - 1
    while index >= sentence.first:
        if marks.is_dash(index):
            found += "–"
        elif marks.is_quote(index):
            found += '"'
        elif marks.is_mark(index, ","):
            found += ","
        else:
            break
        index -= 1
    return found


def _fills(marks: Marks, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether the quotation is all that stands before: no words of the sentence precede it."""
    return marks.trim(sentence.first, max(sentence.first, quotation.first - 1)) is None


def _next_dash(marks: Marks, first: int, last: int) -> int:
    """The next dash of a range, or its end."""
    return next((index for index in range(first, last) if marks.is_dash(index)), last)


def _in_quotation(marks: Marks, sentence: Sentence, part: Range) -> Content | None:
    """A reporting clause inside the marks, between dashes: "„A – mondta X – B”"."""
    quotation = marks.quotation_at(part[0])
    if quotation is None or part[0] <= quotation.first or not marks.is_dash(part[0] - 1):
        return None
    limit = min(quotation.last, sentence.last)
    end = _next_dash(marks, part[0], limit)
    parts = marks.trimmed([(quotation.first, part[0]), (end, quotation.last)])
    return Content(parts, direct=True, own=[(part[0], end)]) if parts else None


def _after_quotation(marks: Marks, sentence: Sentence, part: Range, quotation: Quotation) -> Content:
    """A reporting clause after the closing mark: "„A” – mondta X – „B”"."""
    end = _next_dash(marks, part[0], sentence.last)
    ranges = [(quotation.first, quotation.last), *_further(marks, sentence, end)]
    return Content(marks.trimmed(ranges), direct=True, own=[(part[0], end)])


def _further(marks: Marks, sentence: Sentence, end: int) -> list[Range]:
    """What goes on after the reporting clause, in this sentence or in a next one that a dash opens."""
    if end < sentence.last:
        return [(end, sentence.last)]
    following = _following(marks.document, sentence)
    if following is None or not marks.is_dash(following.first):
        return []
    if any(clause.predicate and inquit(marks, following, clause) for clause in following.clauses):
        return []
    opened = following.first + 1
    if opened < following.last and marks.is_quote(opened):
        quotation = marks.quotation_at(opened + 1)
        return [(quotation.first, quotation.last)] if quotation else []
    return [(following.first, following.last)]


def _following(document: Document, sentence: Sentence) -> Sentence | None:
    """The next sentence of the paragraph."""
    index = sentence.index + 1
    if index >= len(document.sentences) or document.sentences[index].paragraph != sentence.paragraph:
        return None
    return document.sentences[index]


def _after_dash(marks: Marks, sentence: Sentence, part: Range) -> Content | None:
    """A reporting clause after a dash, the words said without quotation marks."""
    start = _dialogue_start(marks, sentence)
    end = _next_dash(marks, part[0], sentence.last)
    ranges = [(sentence.first if start < 0 else start, part[0])]
    ranges += _further(marks, sentence, end) if start >= 0 else [(end, sentence.last)]
    parts = marks.trimmed(ranges)
    if not parts or parts[0][0] >= part[0]:
        return None
    return Content(parts, direct=start >= 0, own=[(part[0], end)])


def _after_paragraph(marks: Marks, sentence: Sentence, part: Range) -> Content | None:
    """A reporting clause that a dash opens on a line of its own: the words said are the paragraph before."""
    said = paragraph(marks.document, sentence, -1)
    end = _next_dash(marks, part[0], sentence.last)
    parts = marks.trimmed([said, *_further(marks, sentence, end)]) if said is not None else []
    return Content(parts, direct=True, own=[(part[0], end)]) if parts else None


def paragraph(document: Document, sentence: Sentence, step: int) -> Range | None:
    """The tokens of the paragraph before (-1) or after (1) the one that a sentence begins or ends."""
    index = sentence.index + step
    wanted = sentence.paragraph + step
    found: Range | None = None
    while 0 <= index < len(document.sentences) and document.sentences[index].paragraph == wanted:
        here = document.sentences[index]
        found = (min(here.first, found[0]), max(here.last, found[1])) if found else (here.first, here.last)
        index += step
    return found


def _dialogue_start(marks: Marks, sentence: Sentence) -> int:
    """Where the words of a speaker begin whom a dash at the beginning introduces, or -1."""
    if marks.is_dash(sentence.first):
        return sentence.first
    document = marks.document
    for index in range(sentence.index - 1, -1, -1):
        before = document.sentences[index]
        if before.paragraph != sentence.paragraph or any(_closes(marks, before)):
            return -1
        if marks.is_dash(before.first):
            return before.first
    return -1


def _closes(marks: Marks, sentence: Sentence) -> list[Clause]:
    """The reporting clauses of a sentence: the words said end there."""
    words = speech_words()
    return [clause for clause in sentence.clauses if words.ways(marks.document, clause)]


def _between_commas(marks: Marks, sentence: Sentence, clause: Clause, part: Range) -> Content | None:
    """As in "…, mint mondta, …", "…, tette hozzá, …", "…, jelezte a szóvivő"."""
    first, last = part
    marked = marks.tokens[first].fold in grammar().parenthetical
    at_end = marks.trim(last, sentence.last) is None
    if not marked and not at_end and not marks.is_mark(last, ","):
        return None
    if not marked and _opens_clause(marks, last):
        return None
    if clause.by_case("Acc"):
        return None
    own = part
    timed = marks.tokens[last - 1].fold in speech_words().words("temporal")
    others = any(c.predicate and c.predicate.token >= last for c in sentence.clauses)
    if not marked and (timed or not others):
        own = (first, sentence.last)
    parts = marks.trimmed([(sentence.first, first), (own[1], sentence.last)])
    if not parts or parts[0][0] >= first:
        return None
    return Content(parts, direct=False, own=[own])


def _opens_clause(marks: Marks, comma: int) -> bool:
    """Whether the clause after a comma is what was said: "közölte, hogy"."""
    if marks.tokens[comma - 1].fold in speech_words().words("temporal"):
        return False
    return comma + 1 < len(marks.tokens) and marks.tokens[comma + 1].fold in grammar().complement
