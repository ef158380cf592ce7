"""Multiples told by a verb: *megduplázódott*, *megháromszorozza*, *megfeleződött*."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import NamedTuple

from bilateral.hungarian.numerals import parse_word
from bilateral.hungarian.tables import read_table

_KINDS = ("preverb", "after_numeral")


class _Verbs(NamedTuple):
    factors: dict[str, Decimal]
    """The factor by the beginning of the verb."""
    preverbs: tuple[str, ...]
    after_numeral: tuple[str, ...]
    """What follows a numeral in such a verb: *három-szorozód-ott*."""


@functools.cache
def _verbs() -> _Verbs:
    rows = read_table("multiples.tsv", ("stem", "kind", "factor", "source"))
    by_kind = {kind: tuple(row["stem"] for row in rows if row["kind"] == kind) for kind in _KINDS}
    factors = {row["stem"]: Decimal(row["factor"]) for row in rows if row["kind"] == "verb"}
    return _Verbs(factors, by_kind["preverb"], by_kind["after_numeral"])


@functools.lru_cache(maxsize=1 << 13)
def multiple_of_verb(fold: str) -> Decimal | None:
    """By how many times the verb form ``fold`` says that something has grown, or ``None``."""
    verbs, stem = _verbs(), fold
    for preverb in verbs.preverbs:
        stem = stem.removeprefix(preverb)
    for beginning, factor in verbs.factors.items():
        if stem.startswith(beginning):
            return factor
    numeral = parse_word(stem)
    if numeral is not None and numeral.tail.startswith(verbs.after_numeral):
        return numeral.value
    return None
