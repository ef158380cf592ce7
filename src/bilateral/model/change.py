"""Reckoning with changes: the level before a change, from the change and the level after it."""

from __future__ import annotations

from decimal import Context, Decimal

from bilateral.model.kinds import Comparator
from bilateral.model.values import PERCENT, PERCENTAGE_POINT, TIMES, Amount

_PRECISION = Context(prec=12)
"""News tells figures to two or three digits; twelve lose nothing and stay readable."""

_MIRRORED = {
    Comparator.EXACTLY: Comparator.EXACTLY,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
}
"""The more a level has grown, the less it was before."""


def previous_level(change: Amount, level: Amount) -> Amount | None:
    """The level before ``change``, of which ``level`` is the result.

    Args:
        change: growth (a fall is negative) in percent, in percentage points or in the unit of the level,
            or how many times the level before the level after is (``times``).
        level: the level after the change.

    Returns:
        The level before, to 12 significant digits; ``None`` where units do not fit or no positive level
        can have changed so.
    """
    value = _before(change, level)
    if value is None:
        return None
    return Amount(value=value, unit=level.unit, comparator=_comparator(change.comparator, level.comparator))


def _before(change: Amount, level: Amount) -> Decimal | None:
    if change.unit == level.unit != PERCENT or (change.unit, level.unit) == (PERCENTAGE_POINT, PERCENT):
        return _PRECISION.subtract(level.value, change.value)
    if change.unit not in (PERCENT, TIMES):
        return None
    factor = change.value if change.unit == TIMES else 1 + change.value / 100
    return _PRECISION.divide(level.value, factor).normalize(_PRECISION) if factor > 0 else None


def _comparator(change: Comparator, level: Comparator) -> Comparator:
    """Exact if both are, a bound where nothing speaks against it, else about."""
    mirrored = _MIRRORED.get(change, Comparator.ABOUT)
    if mirrored is Comparator.EXACTLY or mirrored is level:
        return level
    return mirrored if level is Comparator.EXACTLY else Comparator.ABOUT
