"""All values of a text in one pass: dates, durations, amounts and bare numbers, none overlapping a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bilateral.hungarian.amounts.found import FoundAmount, FoundNumeral
from bilateral.hungarian.amounts.scan import scan_amounts
from bilateral.hungarian.atoms import atomise
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.periods.finder import FoundPeriod, find_in_atoms
from bilateral.hungarian.tokens import Token
from bilateral.model.values import Period


class Values(NamedTuple):
    """What :func:`find_values` gives.

    Attributes:
        periods: dates, durations and frequencies, in order.
        amounts: amounts, in order.
        numerals: numbers without a unit, in order.
    """

    periods: list[FoundPeriod]
    amounts: list[FoundAmount]
    numerals: list[FoundNumeral]


def find_values(
    tokens: Sequence[Token],
    readings: Sequence[Sequence[Reading]] | None,
    reference: date | None,
    *,
    sentences: Sequence[tuple[int, int]] = (),
    previous: Period | None = None,
) -> Values:
    """The values of ``tokens``; the arguments are those of ``find_periods`` and ``find_amounts``."""
    atoms = atomise(tokens)
    periods = find_in_atoms(atoms, reference, sentences=sentences, previous=previous)
    taken = {token for period in periods for token in range(period.first, period.last)}
    amounts, numerals = scan_amounts(tokens, atoms, readings, taken)
    return Values(periods, amounts, numerals)
