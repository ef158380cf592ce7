"""Units that are said once for several numbers, ranges told by *között*, and converted amounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import attrs

from bilateral.hungarian.amounts.found import FoundAmount, FoundNumeral, bounds
from bilateral.hungarian.tokens import Token, TokenKind
from bilateral.hungarian.value_words import value_words
from bilateral.model.kinds import Comparator
from bilateral.model.values import PERCENT, TIMES, Amount

_THOUSAND = Decimal(1000)
_ENDS = frozenset(".!?;:")
_OPENERS = frozenset("(,")
_NEAR, _FAR = 10, 40
_GAP, _COUNTED_GAP, _SCALED_GAP = 2, 3, 7
_YEARS = range(1900, 2101)
_ROUGH = (Comparator.ABOUT, Comparator.NEARLY, Comparator.MORE_THAN)


def complete(
    found: list[FoundAmount], numerals: list[FoundNumeral], tokens: Sequence[Token]
) -> tuple[list[FoundAmount], list[FoundNumeral]]:
    """The amounts with those whose unit is left out, and the numbers that remain without a unit."""
    amounts, left = list(found), []
    _mark_conversions(amounts, tokens)
    following = 0
    for numeral in numerals:
        while following < len(found) and found[following].start < numeral.start:
            following += 1
        after = found[following] if following < len(found) else None
        before = _original(found, following - 1)
        if after is not None and _bounds_range(numeral, after, tokens):
            _widen(after, numeral)
        elif after is not None and _shares_following(numeral, after, tokens):
            amounts.append(_with_unit(numeral, after))
        elif before is not None and _shares_preceding(numeral, before, tokens):
            amounts.append(numeral.of(before.amount.unit))
        else:
            left.append(numeral)
    amounts.sort(key=lambda amount: amount.start)
    _mark_conversions(amounts, tokens)
    return amounts, left


def _original(found: Sequence[FoundAmount], index: int) -> FoundAmount | None:
    """The amount at ``index``, or the one that it converts; ``None`` before the first."""
    while index > 0 and found[index].conversion:
        index -= 1
    return found[index] if index >= 0 else None


def _bounds_range(numeral: FoundNumeral, after: FoundAmount, tokens: Sequence[Token]) -> bool:
    """*16 és 20 fok között*."""
    if after.first - numeral.last != 1 or tokens[numeral.last].fold not in value_words("and"):
        return False
    return (
        after.last < len(tokens) and tokens[after.last].fold in value_words("between") and after.high is None
    )


def _widen(amount: FoundAmount, numeral: FoundNumeral) -> None:
    low = _scaled(numeral, amount)
    if low < amount.amount.value:
        amount.first, amount.start = numeral.first, numeral.start
        amount.amount, amount.high = bounds(low, amount.amount.value, amount.amount.unit, Comparator.EXACTLY)


def _scaled(numeral: FoundNumeral, amount: FoundAmount) -> Decimal:
    """The number with the scale word that it shares: *16,2-ről 27,8 milliárd dollárra*."""
    shares = numeral.scale == 1 and abs(numeral.value) < _THOUSAND
    return numeral.value * amount.scale if shares else numeral.value


def _shares_following(numeral: FoundNumeral, after: FoundAmount, tokens: Sequence[Token]) -> bool:
    """*57-ről 47 százalékra*, *38, illetve 12 százalékkal*; not *négy, egyenként 900 megawattos*."""
    if after.first - numeral.last > _NEAR or _is_year(numeral) or after.amount.unit == TIMES:
        return False
    between = tokens[numeral.last : after.first]
    if any(token.text in _ENDS or token.fold in value_words("apiece") for token in between):
        return False
    if numeral.role == "from":
        return after.role in ("to", "level")
    if numeral.case != "Nom" or not between or not _lists(between[0].fold):
        return False
    broken = numeral.value != numeral.value.to_integral_value()
    if broken or (numeral.scale > 1 and after.scale > 1):
        return len(between) <= _SCALED_GAP
    gap = _COUNTED_GAP if after.counted else _GAP
    return len(between) <= gap or (after.amount.unit == PERCENT and between[0].text == ",")


def _lists(fold: str) -> bool:
    return fold == "," or fold in value_words("list")


def _is_year(numeral: FoundNumeral) -> bool:
    return numeral.scale == 1 and numeral.value in _YEARS


def _with_unit(numeral: FoundNumeral, after: FoundAmount) -> FoundAmount:
    """The number with the unit of ``after``, and with its case where it has none."""
    scaled = attrs.evolve(numeral, value=_scaled(numeral, after))
    found = scaled.of(after.amount.unit)
    if numeral.case == "Nom":
        found.case, found.role = after.case, after.role
    return found


def _shares_preceding(numeral: FoundNumeral, before: FoundAmount, tokens: Sequence[Token]) -> bool:
    """*12 milliárdot* after an earlier amount in the same unit of measure."""
    if numeral.scale < _THOUSAND or before.amount.unit in (PERCENT, TIMES):
        return False
    if numeral.first - before.last > _FAR or before.scale < _THOUSAND:
        return False
    if numeral.role == "attributive":
        return True
    return numeral.case not in ("Nom", "Sup") or _is_last_of_phrase(numeral, tokens)


def _is_last_of_phrase(numeral: FoundNumeral, tokens: Sequence[Token]) -> bool:
    """No noun can follow: a mark does."""
    return numeral.last < len(tokens) and tokens[numeral.last].kind is TokenKind.PUNCT


def _mark_conversions(amounts: list[FoundAmount], tokens: Sequence[Token]) -> None:
    """*30 milliárd dollár (mintegy 11 ezer milliárd forint)* says the same sum twice."""
    for before, amount in pairwise(amounts):
        between = [token.fold for token in tokens[before.last : amount.first]]
        if not between or not (before.amount.is_money and amount.amount.is_money):
            continue
        if before.amount.unit == amount.amount.unit or not (_OPENERS | value_words("that_is")).issuperset(
            between
        ):
            continue
        amount.conversion = between[0] == "(" or amount.amount.unit == "HUF" or _is_rough(amount.amount)


def _is_rough(amount: Amount) -> bool:
    return amount.comparator in _ROUGH
