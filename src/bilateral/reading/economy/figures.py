"""An amount in its place: the stretch of the clause that it stands in, and the noun that it measures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from bilateral.hungarian.amounts import FoundAmount
from bilateral.hungarian.clauses import Clause
from bilateral.model.values import Amount
from bilateral.reading.document import Document, Sentence
from bilateral.reading.economy.counts import RATIOS, amounts
from bilateral.reading.economy.lexicon import Effect, economy

_STOPS = frozenset(",;:()–—")
_QUOTES = frozenset('"„”“»«')
_BARE = frozenset({"", "Nom"})
_REACH = 7
_LONGEST = 300
"""Tokens: anything longer is a table or a list and no sentence, and reading it would not stay linear."""


@attrs.define(eq=False)
class Figure:
    """An amount with what stands around it.

    Attributes:
        found: the amount as the language layer read it.
        amount: the same, with the unit filled in where the text leaves it out.
        sentence: its sentence.
        clause: its clause.
        first: first token of its stretch: the part of the clause between two marks.
        last: one past the stretch.
        case: the case of its unit, said or standing with the next amount ("38, illetve 12 százalékkal").
        governing: the clause whose verb governs it: that of the amount which it borrows its unit from.
        head: the noun that it measures ("25 millió dolláros hitelkeret"), or -1.
        unit_class: the class of its unit: money, a share, a volume.
        effects: what the word that governs it makes of it, once that was asked for; else nothing.
    """

    found: FoundAmount
    amount: Amount
    sentence: Sentence
    clause: Clause
    first: int
    last: int
    case: str
    governing: Clause
    head: int
    unit_class: str = attrs.field(init=False)
    effects: list[Effect | None] = attrs.Factory(list)

    def __attrs_post_init__(self) -> None:
        self.unit_class = economy().unit_class(self.amount.unit)

    def fits(self, units: tuple[str, ...]) -> bool:
        """Whether a measure with these units or classes of units can have it."""
        return self.unit_class in units or self.amount.unit in units


def figures(document: Document) -> Iterator[Figure]:
    """The amounts of the body with their surroundings, in order; conversions for the reader are left out."""
    unit, at = "", -1
    with_numbers = {document.sentence_of.get(found.first) for found in document.amounts}
    with_numbers.update(document.sentence_of.get(found.first) for found in document.numerals)
    for sentence in document.sentences:
        if sentence.index not in with_numbers or sentence.last - sentence.first > _LONGEST:
            continue
        near = sentence.index - at <= 1
        for found in amounts(document, sentence, unit if near else ""):
            clause = clause_at(sentence, found.first)
            if clause is not None and not _is_other(document, found):
                if found.amount.unit not in RATIOS:
                    unit, at = found.amount.unit, sentence.index
                yield from _figures(document, sentence, clause, found)


def clause_at(sentence: Sentence, token: int) -> Clause | None:
    """The clause that a token belongs to."""
    for clause in sentence.clauses:
        for first, last in clause.parts:
            if first <= token < last:
                return clause
    return None


def _is_other(document: Document, found: FoundAmount) -> bool:
    """A sum given again in another currency, a part of a date, or "egy" as an article."""
    return (
        found.conversion or found.first in document.timed or (bool(found.counted) and found.amount.value == 1)
    )


def _figures(document: Document, sentence: Sentence, clause: Clause, found: FoundAmount) -> Iterator[Figure]:
    """The amount, or both bounds of a range."""
    first, last = _stretch(document, clause, found)
    head, case, governing = _head(document, found, last), found.case, clause
    lender = _lender(document, sentence, found)
    if lender is not None:
        case = lender.case if case in _BARE else case
        governing = clause_at(sentence, lender.first) or clause
    for amount in found.amounts:
        yield Figure(found, amount, sentence, clause, first, last, case, governing, head)


def _lender(document: Document, sentence: Sentence, found: FoundAmount) -> FoundAmount | None:
    """The amount after this one from which it has its unit: "tavaly 38, idén 12 százalékkal"."""
    if not found.borrowed:
        return None
    later = next(document.amounts_in(found.last, sentence.last), None)
    alike = later is not None and later.amount.unit == found.amount.unit
    return later if alike and later is not None and later.case == found.case else None


def _stretch(document: Document, clause: Clause, found: FoundAmount) -> tuple[int, int]:
    low, high = next(part for part in clause.parts if part[0] <= found.first < part[1])
    first, last = found.first, found.last
    while first > low and document.tokens[first - 1].norm not in _STOPS:
        first -= 1
    while last < high and document.tokens[last].norm not in _STOPS:
        last += 1
    return first, last


def _head(document: Document, found: FoundAmount, last: int) -> int:
    """The first noun after a bare amount, over adjectives and participles only; else the last of these."""
    if found.last >= len(document.tokens):
        return -1
    start = _after_bracket(document, found.last)
    if found.case not in _BARE and not document.readings[start][0].form.startswith("Part"):
        return -1
    end = last if start == found.last else start + _REACH
    adjective = -1
    for index in range(start, min(end, start + _REACH, len(document.tokens))):
        reading = document.readings[index][0]
        if document.tokens[index].norm in _QUOTES:
            continue
        if reading.pos in ("NOUN", "PROPN") and not reading.form:
            return index
        if reading.pos not in ("ADJ", "NUM", "PROPN") and not reading.form.startswith("Part"):
            return adjective
        adjective = index if reading.pos == "ADJ" and found.case in _BARE else -1
    return adjective


def _after_bracket(document: Document, token: int) -> int:
    """The token after a short bracket that opens at ``token``: the same sum in another currency."""
    if document.tokens[token].norm != "(":
        return token
    closing = (
        at
        for at in range(token, min(len(document.tokens), token + _REACH))
        if document.tokens[at].norm == ")"
    )
    return min(next(closing, token - 1) + 1, len(document.tokens) - 1)


def scaled(amount: Amount, sign: int) -> Amount:
    """The amount with its sign."""
    return attrs.evolve(amount, value=amount.value * Decimal(sign))
