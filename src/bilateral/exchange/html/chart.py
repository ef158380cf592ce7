"""The economic figures as bars, one scale for each unit."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bilateral.exchange.html.elements import Markup, element, join
from bilateral.exchange.html.figures import ROW, clipped, figure, percent
from bilateral.model.facts import EconomicIndicator

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bilateral.exchange.html.entries import Entry

_WIDEST: Final = 66
"""Width of the longest bar, per cent: the rest is for its figure."""

_Pair = tuple["Entry", EconomicIndicator]


def chart(entries: Iterable[Entry], prefix: str) -> Markup:
    """A figure with a bar for each indicator; empty if there is none."""
    pairs = [(entry, entry.fact) for entry in entries if isinstance(entry.fact, EconomicIndicator)]
    if not pairs:
        return Markup()
    pairs.sort(key=lambda pair: pair[1].amount.unit)
    drawn: list[Markup] = []
    for _, group in groupby(pairs, key=lambda pair: pair[1].amount.unit):
        drawn += _bars(list(group), len(drawn))
    told = "; ".join(f"{_name(pair)}: {pair[0].wording.words(pair[1].amount)}" for pair in pairs)
    caption = pairs[0][0].wording.type("indicators", many=True)
    return figure(caption, told, join(drawn), ROW * len(drawn), f"{prefix}-chart")


def _bars(pairs: list[_Pair], above: int) -> list[Markup]:
    longest = max(abs(fact.amount.value) for _, fact in pairs)
    return [_bar(pair, longest, ROW * (above + n)) for n, pair in enumerate(pairs)]


def _bar(pair: _Pair, longest: Decimal, top: int) -> Markup:
    entry, fact = pair
    amount = fact.amount
    width = float(abs(amount.value) / longest) * _WIDEST if longest else 0.0
    return element(
        "g",
        element("text", clipped(_name(pair)), x=0, y=top + 13),
        element("rect", x=0, y=top + 19, width=percent(max(width, 0.5)), height=10, rx=2),
        element("text", entry.wording.short(amount), x=percent(width), dx=6, y=top + 28, class_="bl-figure"),
        class_="bl-bar bl-indicators bl-fall" if amount.value < 0 else "bl-bar bl-indicators",
    )


def _name(pair: _Pair) -> str:
    entry, fact = pair
    say = entry.wording.words
    basis = "" if fact.basis == "level" or fact.measure.endswith(fact.basis) else f", {say(fact.basis)}"
    period = f", {fact.period}" if fact.period else ""
    return f"{entry.ref} {say(fact.measure)}{basis}{period}"
