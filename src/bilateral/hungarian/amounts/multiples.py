"""Multiples told by a verb: *megduplázódott*, *megháromszorozza*, *megfeleződött*."""

from __future__ import annotations

import functools
from decimal import Decimal

from bilateral.hungarian.numerals import parse_word
from bilateral.hungarian.tables import read_table

_PREVERB = "meg"
_AFTER_NUMERAL = ("szorozód", "szereződ", "szöröződ", "szoroz", "szerez", "szöröz")


@functools.cache
def _verbs() -> dict[str, Decimal]:
    rows = read_table("multiples.tsv", ("stem", "factor", "source"))
    return {row["stem"]: Decimal(row["factor"]) for row in rows}


@functools.lru_cache(maxsize=1 << 13)
def multiple_of_verb(fold: str) -> Decimal | None:
    """By how many times the verb form ``fold`` says that something has grown, or ``None``."""
    stem = fold.removeprefix(_PREVERB)
    for beginning, factor in _verbs().items():
        if stem.startswith(beginning):
            return factor
    numeral = parse_word(stem)
    if numeral is not None and numeral.tail.startswith(_AFTER_NUMERAL):
        return numeral.value
    return None
