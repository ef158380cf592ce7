"""The whole of the language layer in one call: words, readings, names, values and clauses of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

import attrs

from bilateral.hungarian.clauses import clauses
from bilateral.hungarian.entries import EntryKind, Match
from bilateral.hungarian.lexicon import Lexicon
from bilateral.hungarian.lexicon import lexicon as shipped
from bilateral.hungarian.morphology import Reading, tag
from bilateral.hungarian.segments import inside, is_speech, quotations
from bilateral.hungarian.syntax import Clause, Phrase, Unit, Units
from bilateral.hungarian.tokens import Token, sentences, tokenize
from bilateral.hungarian.values import Values, find_values

_NAMES = frozenset(
    {
        EntryKind.COUNTRY,
        EntryKind.CITY,
        EntryKind.INSTITUTION,
        EntryKind.REGION,
        EntryKind.ORGANIZATION,
        EntryKind.MEDIA,
        EntryKind.PERSON,
    }
)
"""The entries that are names: neither a clause nor a phrase divides them."""


@attrs.define(eq=False)
class AnalysedSentence:
    """A sentence with its clauses.

    Attributes:
        first: first token.
        last: one past the last token.
        clauses: its clauses, in order of their first words.
    """

    first: int
    last: int
    clauses: list[Clause]


@attrs.define(eq=False)
class Analysis:
    """What the language layer knows of a text.

    Attributes:
        text: the text as given.
        tokens: its tokens, with offsets in code points.
        readings: for each token its readings, best first.
        names: the entries of the lexicon that stand in it.
        values: its dates, durations, amounts and bare numbers.
        sentences: its sentences with their clauses.
    """

    text: str
    tokens: Sequence[Token]
    readings: Sequence[Sequence[Reading]]
    names: Sequence[Match]
    values: Values
    sentences: Sequence[AnalysedSentence]

    def clauses(self) -> Iterator[Clause]:
        """All clauses, in order."""
        for sentence in self.sentences:
            yield from sentence.clauses

    def words(self, part: Phrase | AnalysedSentence | tuple[int, int]) -> str:
        """The text of a phrase, a sentence or a half-open token range, verbatim."""
        first, last = part if isinstance(part, tuple) else (part.first, part.last)
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""


def analyse_text(text: str, *, reference: date | None = None, lexicon: Lexicon | None = None) -> Analysis:
    """Read a Hungarian text as far as the language goes: no fact, no coreference, only its grammar.

    Args:
        text: any text; never altered, all offsets point into it.
        reference: the day that relative dates ("szerdán", "tavaly") are read against; without it they stay
            open.
        lexicon: names to know; the shipped ones if left out.
    """
    known = lexicon if lexicon is not None else shipped()
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    readings = tag(tokens, ranges)
    names = known.find(tokens, readings, ranges)
    values = find_values(tokens, readings, reference, sentences=ranges)
    quotes = quotations(text, tokens)
    quoted = inside((quote for quote in quotes if is_speech(quote, readings)), len(tokens))
    units = Units.of([*_value_units(values), *_name_units(names)], len(tokens))
    for quote in quotes:
        if not is_speech(quote, readings):
            units.inside[quote.first - 1] = units.inside[quote.last] = 1
    forms = [found[0].form if found else "" for found in readings]
    cut = partial(clauses, tokens, readings, quoted=quoted, units=units, forms=forms)
    found = [AnalysedSentence(first, last, cut(first, last)) for first, last in ranges]
    return Analysis(text, tokens, readings, names, values, found)


def _value_units(values: Values) -> Iterator[Unit]:
    for period in values.periods:
        case = "Nom" if period.attributive else period.case or "Nom"
        yield Unit(period.first, period.last, period.last - 1, case, period.attributive)
    for amount in values.amounts:
        modifies = amount.role == "attributive"
        case = "Nom" if modifies else amount.case or "Nom"
        yield Unit(amount.first, amount.last, amount.last - 1, case, modifies)


def _name_units(names: Sequence[Match]) -> Iterator[Unit]:
    for match in names:
        if match.entry.kind in _NAMES and not match.adjectival:
            yield Unit(match.first, match.last, match.last - 1, match.case or "Nom")
