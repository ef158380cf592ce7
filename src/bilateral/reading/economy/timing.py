"""The period that a figure covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.model.kinds import Basis
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.economy.figures import Figure
from bilateral.reading.occasion import read

_SHORTEST = 20
"""Days: what a figure of trade or investment covers is no single day or week."""


def covering(document: Document, figure: Figure) -> Iterator[FoundPeriod]:
    """The periods of the figure's clause that a sum can cover, with both ends."""
    for found in _around(figure, document):
        if found.period is not None and found.period.days is not None and _covers(found.period):
            yield found


def period_of(document: Document, figure: Figure, basis: Basis) -> tuple[Period, Span] | None:
    """The period and its words: the nearest before the amount, else the nearest after it."""
    future = basis is Basis.TARGET
    options = [
        (found, period)
        for found in _around(figure, document)
        if (period := read(found, future=future)) is not None and _covers(period)
    ]
    found = _nearest(document, figure, [found for found, _ in options])
    if found is None:
        return None
    period = next(period for option, period in options if option is found)
    return period, document.span(found.first, found.last)


def _around(figure: Figure, document: Document) -> list[FoundPeriod]:
    clause = figure.clause
    parts = [*_inherited(clause), *clause.parts]
    return [
        found for first, last in parts for found in document.periods_in(first, last) if found.kind == "date"
    ]


def _inherited(clause: Clause) -> list[tuple[int, int]]:
    """A relative clause says more of what its main clause dates."""
    if clause.link is Link.RELATIVE and clause.parent is not None:
        return clause.parent.parts
    return []


def _covers(period: Period) -> bool:
    return period.days is None or period.days >= _SHORTEST


def _nearest(document: Document, figure: Figure, found: Sequence[FoundPeriod]) -> FoundPeriod | None:
    before = [period for period in found if period.last <= figure.found.first]
    after = [period for period in found if period.first >= figure.found.last]
    if before:
        return before[-1]
    other = next(iter(document.amounts_in(figure.found.last, figure.last)), None)
    if other is not None and after and after[0].first < other.first:
        return None
    return after[0] if after else None
