"""Amounts of money, percentages, measures and counts, with comparator and the role that case gives them.

>>> from bilateral.hungarian.tokens import tokenize
>>> [found] = find_amounts(tokenize("csaknem 27,8 milliárd dollárra"))
>>> str(found.amount), found.role
('≲ 27800000000 USD', 'to')
"""

from __future__ import annotations

from bilateral.hungarian.amounts.comparators import verb_comparators
from bilateral.hungarian.amounts.found import FoundAmount, FoundNumeral
from bilateral.hungarian.amounts.scan import find_amounts, scan_amounts

__all__ = ["FoundAmount", "FoundNumeral", "find_amounts", "scan_amounts", "verb_comparators"]
