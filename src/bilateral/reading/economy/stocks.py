"""One noun, two measures: investment in a year or so far, exports by value or energy by volume."""

from __future__ import annotations

from bilateral.model.kinds import Measure
from bilateral.reading.document import Document
from bilateral.reading.economy.cues import lemma
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import economy
from bilateral.reading.economy.timing import covering
from bilateral.reading.economy.told import Choice

_TRADE = (Measure.EXPORTS, Measure.IMPORTS)


def refined(document: Document, figure: Figure, choice: Choice) -> Measure:
    """The measure, where the unit or the words around it decide between two."""
    if choice.measure in _TRADE and figure.unit_class in ("volume", "energy"):
        return Measure.ENERGY_SUPPLY
    single = choice.cue is not None and choice.cue.at == figure.head
    if choice.measure is not Measure.INVESTMENT_FLOW or single:
        return choice.measure
    return Measure.INVESTMENT_STOCK if _is_stock(document, figure, choice) else choice.measure


def _is_stock(document: Document, figure: Figure, choice: Choice) -> bool:
    words, cue = economy().words, choice.cue
    if not words.cumulative.isdisjoint(document.lemmas_in(figure.clause)):
        return True
    if cue is None or cue.verb:
        return False
    if cue.last - cue.at > 1 and cue.plural:
        return True
    of_now = cue.plural or lemma(document, cue.at) in words.stocks
    return of_now and not any(True for _ in covering(document, figure))
