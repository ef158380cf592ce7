"""How the golden tables of dates and amounts are written, for the tests that read them.

A row of ``periods.tsv`` is a text, the day of publication (or nothing) and what must be found, parted by
`` | ``::

    words = period              a date; ``?`` where it stays open
    words = period > period     a date that a plan reads otherwise
    words ~ duration            ISO 8601
    words @ duration            a frequency

A row of ``amounts.tsv`` is a text and what must be found::

    words = comparator value unit role
    words = comparator value..value unit role      a range

with ``borrowed`` or ``conversion`` after the role where it holds. Nothing found is written ``-``.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from bilateral.hungarian.amounts import FoundAmount
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.tokens import sentences, tokenize
from bilateral.hungarian.values import Values, find_values

GOLDEN = Path(__file__).parent.parent / "golden"
NOTHING = "-"


def cases(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def values(text: str, published: str = "") -> Values:
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    reference = date.fromisoformat(published) if published else None
    return find_values(tokens, tag(tokens, ranges), reference, sentences=ranges)


def shown_periods(text: str, published: str) -> str:
    return " | ".join(_period(text, found) for found in values(text, published).periods) or NOTHING


def _period(text: str, found: FoundPeriod) -> str:
    words = text[found.start : found.end]
    if found.kind != "date":
        return f"{words} {'~' if found.kind == 'duration' else '@'} {found.duration or '?'}"
    later = f" > {found.future}" if found.future != found.period else ""
    return f"{words} = {found.period or '?'}{later}"


def shown_amounts(text: str) -> str:
    tokens = tokenize(text)
    spans = [(tokens[found.first].start, tokens[found.last - 1].end) for found in values(text).amounts]
    shown = [
        f"{text[start:end]} = {_amount(found)}"
        for (start, end), found in zip(spans, values(text).amounts, strict=True)
    ]
    return " | ".join(shown) or NOTHING


def _amount(found: FoundAmount) -> str:
    marks = [name for name in ("borrowed", "conversion") if getattr(found, name)]
    if found.high is not None:
        return " ".join(
            [f"{found.amount.plain}..{found.high.plain} {found.amount.unit} {found.role}", *marks]
        )
    amount = found.amount
    return " ".join([f"{amount.comparator} {amount.plain} {amount.unit} {found.role}", *marks])
