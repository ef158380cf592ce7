"""The period that a figure covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.model.kinds import Basis, Measure
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.economy.effects import effect
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.sides import says_more
from bilateral.reading.economy.told import Choice, Told
from bilateral.reading.occasion import read

_RELATIVE = Link.RELATIVE

_YEARS = re.compile(r"P(\d{1,3})Y", re.ASCII)
_NEAR = 3
_SHORTEST = 20
"""Days: what a figure of trade or investment covers is no single day or week."""
_FROM = ("Acc", "Del")
"""Cases of what is raised: "200 ösztöndíjat jövőre 250-re emelnek"."""
_GIVING = (Flow.OUTWARD, Flow.STAY, Flow.GOODS)
_TRADE = (Measure.TRADE_TURNOVER, Measure.EXPORTS, Measure.IMPORTS, Measure.TRADE_BALANCE)
_YEARLY = frozenset((*_TRADE, Measure.MARKET_SHARE, Measure.TOURISM, Measure.ENERGY_SUPPLY))


class Covered(NamedTuple):
    """A period that a figure can cover, with its place."""

    period: Period
    first: int
    last: int


def covering(document: Document, figure: Figure) -> Iterator[FoundPeriod]:
    """The periods of the figure's clause that a sum can cover, with both ends."""
    for found in _dates(document, figure.clause.parts):
        if found.period is not None and found.period.days is not None and _covers(found.period):
            yield found


def period_of(
    document: Document, figure: Figure, choice: Choice, basis: Basis, before: Told | None
) -> tuple[Period, Span] | None:
    """The period and its words: the nearest before the amount, else after it, else the figure's before.

    What something rises from is the level of another time. A growth since an earlier year covers the years
    from it on: "tavaly 83 százalékkal több, mint 2009-ben".
    """
    told = _told_period(document, figure, choice, basis, before)
    since = _since(document, figure, basis, told[0]) if told is not None else None
    return (since, told[1]) if told is not None and since is not None else told


def _since(document: Document, figure: Figure, basis: Basis, told: Period) -> Period | None:
    """The years from the one that a growth is compared with, if that is not the year before."""
    if basis is not Basis.CHANGE or told.first is None:
        return None
    start, end = figure.first, figure.sentence.last
    later = next((amount.first for amount in document.amounts_in(figure.found.last, end)), end)
    for found in _dates(document, [(start, later)]):
        year = found.period.first.year if found.period is not None and found.period.first is not None else 0
        if _is_compared(document, found) and found.explicit and 0 < year < told.first.year - 1:
            return Period.between(Period.year(year), told)
    return None


def _told_period(
    document: Document, figure: Figure, choice: Choice, basis: Basis, before: Told | None
) -> tuple[Period, Span] | None:
    if figure.case == "Del" and effect(document, figure) is not None:
        return None
    options = list(_options(document, figure, choice, basis))
    if _is_of_now(document, figure):
        options = [period for period in options if figure.first <= period.first < figure.last]
    found = _nearest(document, figure, choice, options)
    if found is not None:
        return found.period, document.span(found.first, found.last)
    return before.period if before is not None and _shares(document, figure, choice, basis, before) else None


def _options(document: Document, figure: Figure, choice: Choice, basis: Basis) -> Iterator[Covered]:
    aimed = basis is Basis.TARGET
    for found in _dates(document, _parts(document, figure, choice)):
        period = read(found, future=aimed or (bool(found.duration) and not _is_past(figure, choice)))
        if period is None or not _covers(period) or _is_compared(document, found):
            continue
        if not (aimed and _is_over(document, period)):
            yield Covered(period, found.first, found.last)
    for first, last in figure.clause.parts:
        for found in document.periods_in(first, last):
            years = _YEARS.fullmatch(found.duration) if found.relation == "during" else None
            if years is not None and document.published is not None:
                ahead = not _is_past(figure, choice)
                yield from _lasting(document.published.year, int(years[1]), found, ahead=ahead)


def _parts(document: Document, figure: Figure, choice: Choice) -> list[tuple[int, int]]:
    others = [clause for clause in (choice.clause, figure.governing) if clause is not figure.clause]
    said = [part for clause in others for part in clause.parts]
    return [*_outer(figure.clause), *said, *figure.clause.parts, *_inner(document, figure, choice)]


def _is_compared(document: Document, found: FoundPeriod) -> bool:
    """Whether the figure is only compared with the period: "az előző évhez képest", "a tavalyinak"."""
    if found.case in ("Ade", "Dat"):
        return True
    end = min(found.last + _NEAR, len(document.tokens))
    later = next(document.periods_in(found.last, end), None)
    tokens, comparisons = document.tokens, economy().words.comparisons
    for token in tokens[found.last : later.first if later is not None else end]:
        if token.fold in comparisons:
            return True
    before = [token.fold for token in tokens[max(0, found.first - 2) : found.first]]
    return not economy().words.comparing.isdisjoint(before)


def _is_over(document: Document, period: Period) -> bool:
    last = period.last
    return document.published is not None and last is not None and last.year < document.published.year


def _is_past(figure: Figure, choice: Choice) -> bool:
    """Whether the figure tells of what has been: only what is given or spent lies ahead."""
    predicate = figure.clause.predicate
    if choice.rule.flow not in _GIVING or predicate is None:
        return True
    return predicate.tense == "Past"


def _lasting(year: int, years: int, found: FoundPeriod, *, ahead: bool) -> Iterator[Covered]:
    """For "tíz év alatt": the years up to that of publication, or from it on."""
    first, last = (year, year + years) if ahead else (year - years, year)
    if first > 0:
        yield Covered(Period.between(Period.year(first), Period.year(last)), found.first, found.last)


def _dates(document: Document, parts: list[tuple[int, int]]) -> Iterator[FoundPeriod]:
    for first, last in parts:
        for found in document.periods_in(first, last):
            if found.kind == "date":
                yield found


def _outer(clause: Clause) -> list[tuple[int, int]]:
    """A relative clause says more of what its main clause dates."""
    return clause.parent.parts if clause.link is _RELATIVE and clause.parent is not None else []


def _inner(document: Document, figure: Figure, choice: Choice) -> Iterator[tuple[int, int]]:
    """A relative clause after the measure dates it: "illeték, amelyet októberben vetettek ki"."""
    for clause in figure.sentence.clauses:
        if clause.link is not _RELATIVE or clause is figure.clause:
            continue
        of_amount = choice.cue is None and figure.found.first <= clause.antecedent < figure.found.last
        if of_amount or (choice.cue is not None and says_more(document, choice, clause)):
            yield from clause.parts


def _covers(period: Period) -> bool:
    return period.days is None or period.days >= _SHORTEST


def _nearest(document: Document, figure: Figure, choice: Choice, found: list[Covered]) -> Covered | None:
    start, end = figure.found.first, figure.found.last
    earlier = [period for period in found if period.last <= start]
    earlier = [period for period in earlier if not _taken(document, figure, choice, period)]
    if earlier:
        return max(earlier, key=lambda period: period.first)
    after = min((p for p in found if p.first >= end), key=lambda period: period.first, default=None)
    if after is None or _next_has(document, figure, after.first):
        return None
    return after


def _taken(document: Document, figure: Figure, choice: Choice, period: Covered) -> bool:
    """Whether the period belongs to an earlier amount of another measure."""
    cue = choice.cue
    if cue is None or cue.verb:
        return False
    between = document.amounts_in(period.last, figure.found.first)
    return any(other.last <= cue.at < figure.found.first for other in between)


def _next_has(document: Document, figure: Figure, first: int) -> bool:
    """Whether the period after the amount is followed by an amount that it rather belongs to."""
    commas = any(document.tokens[at].norm == "," for at in range(figure.found.last, first))
    parts = (part for clause in (figure.clause, figure.governing) for part in clause.parts)
    end = next((last for start, last in parts if start <= first < last), figure.sentence.last)
    if commas:
        return next(document.amounts_in(first, end), None) is not None
    amounts, numerals = document.amounts_in(first, end), document.numerals_in(first, end)
    later = [*(amount.case for amount in amounts), *(numeral.case for numeral in numerals)]
    return figure.case in _FROM and "Sbl" in later


def _is_of_now(document: Document, figure: Figure) -> bool:
    """Whether the figure's clause says that it tells of the present: "ma már", "jelenleg"."""
    before = document.tokens[figure.first : figure.found.first]
    return not economy().words.present.isdisjoint([token.fold for token in before])


def _of_one_trade(figure: Figure, choice: Choice, before: Told) -> bool:
    """Whether the sentence goes on with the parts of the trade that the one before it dates."""
    here, there = figure.sentence, before.figure.sentence
    follows = here.paragraph == there.paragraph and here.index - there.index == 1
    return follows and choice.measure in _TRADE and before.choice.measure is Measure.TRADE_TURNOVER


def _runs_yearly(figure: Figure, choice: Choice) -> bool:
    """Whether it is what a year brings, trade or travel, and no stock."""
    return choice.measure in _YEARLY or (choice.measure is Measure.OTHER and figure.unit_class == "money")


def _was(figure: Figure) -> bool:
    """Whether the clause tells of the past, or leaves its verb to the one before."""
    predicate = figure.clause.predicate
    return predicate is None or predicate.past


def _shares(document: Document, figure: Figure, choice: Choice, basis: Basis, before: Told) -> bool:
    """Whether the figure before, in the same sentence, dates this one too."""
    if basis is Basis.TARGET or _is_of_now(document, figure):
        return False
    same = choice.measure is before.choice.measure
    if before.figure.sentence is not figure.sentence:
        return not same and basis is before.basis is Basis.LEVEL and _of_one_trade(figure, choice, before)
    if same and (choice.cue is None or choice.clause is not figure.clause):
        return True
    trade = choice.measure in _TRADE and before.choice.measure in _TRADE
    if _runs_yearly(figure, choice) and _runs_yearly(before.figure, before.choice):
        return _was(figure)
    return basis is before.basis and (same or trade or basis is Basis.CHANGE)
