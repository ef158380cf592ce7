"""Quotations, and the segments into which punctuation divides a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter

import attrs

from bilateral.hungarian.grammar import Grammar, grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.tokens import Token

_NORM = attrgetter("norm")
_PAUSES = frozenset(",;:()[]…/")
_BLANK_LINE = "\n"
_WORDS = 5


@attrs.define(eq=False)
class Quotation:
    """What stands between a pair of quotation marks.

    Attributes:
        first: first token inside the marks.
        last: one past the last token inside the marks (the closing mark's index).
        dashed: whether a dash and more follow the closing mark.
    """

    first: int
    last: int
    dashed: bool = False


@attrs.define(eq=False)
class Segment:
    """A stretch of a sentence between two delimiters.

    Attributes:
        first: first token.
        last: one past the last token.
        before: the delimiter before it: ``""`` at the sentence's start, a punctuation mark,
            ``"–"`` for any dash, ``'"'`` for any quotation mark, ``"&"`` for a conjunction
            between two clauses.
        after: the delimiter after it.
        quoted: whether it stands inside a quotation.
    """

    first: int
    last: int
    before: str
    after: str
    quoted: bool


def quotations(text: str, tokens: Sequence[Token]) -> list[Quotation]:
    """The quotations of the text, in order; a mark without its partner quotes nothing.

    A quotation never runs over the end of its paragraph. Nested quotations count as one.
    """
    words, marks = grammar(), _quotes()
    found: list[Quotation] = []
    opened, before = -1, 0
    closing: frozenset[str] = frozenset()
    for index in compress(range(len(tokens)), map(marks.__contains__, map(_NORM, tokens))):
        if opened >= 0 and _BLANK_LINE in text[tokens[before].end : tokens[index].start]:
            opened = -1
        mark, before = tokens[index].norm, index
        if opened < 0 and mark in words.quotes:
            opened, closing = index + 1, words.quotes[mark]
        elif opened >= 0 and mark in closing:
            if index > opened:
                found.append(Quotation(opened, index, dashed=_dash_after(tokens, index, words)))
            opened = -1
    return found


@cache
def _quotes() -> frozenset[str]:
    """The marks that open or close a quotation."""
    quotes = grammar().quotes
    return frozenset(quotes).union(*quotes.values())


def _dash_after(tokens: Sequence[Token], closing: int, words: Grammar) -> bool:
    return closing + 2 < len(tokens) and tokens[closing + 1].norm in words.dashes


def is_speech(quotation: Quotation, readings: Sequence[Sequence[Reading]]) -> bool:
    """Whether somebody speaks in a quotation, rather than that a name or a word is set off.

    Speech has a finite verb, is long, or is followed by a dash and a finite verb ("… – mondta").
    """
    if quotation.last - quotation.first > _WORDS:
        return True
    after = quotation.last + 2
    if quotation.dashed and readings[after] and readings[after][0].form == "Fin":
        return True
    inner = range(quotation.first, quotation.last)
    return any(readings[at] and readings[at][0].form == "Fin" for at in inner)


def inside(found: Iterable[Quotation], count: int) -> bytearray:
    """One byte per token: 1 where it stands inside a quotation."""
    flags = bytearray(count)
    for quotation in found:
        flags[quotation.first : quotation.last] = b"\x01" * (quotation.last - quotation.first)
    return flags


@cache
def delimiters() -> Mapping[str, str]:
    """The marks that divide a sentence, with the delimiter that each of them is."""
    words = grammar()
    quotes, dashes = dict.fromkeys(words.quotes, '"'), dict.fromkeys(words.dashes, "–")
    return {**quotes, **dashes, **{mark: mark for mark in _PAUSES}}


def segments(
    folds: Sequence[str], first: int, last: int, quoted: bytearray, whole: bytearray | None = None
) -> list[Segment]:
    """The segments of a sentence; empty ones are left out.

    Args:
        folds: its tokens, folded.
        first: first token of the sentence.
        last: one past its last token.
        quoted: one byte per token, 1 inside quotations.
        whole: one byte per token, 1 where a unit that must not be cut goes on.
    """
    marks = delimiters()
    out: list[Segment] = []
    start, before = first, ""
    for index in compress(range(first, last), map(marks.__contains__, folds)):
        if whole is not None and whole[index]:
            continue
        mark = marks[folds[index - first]]
        if index > start:
            out.append(Segment(start, index, before, mark, bool(quoted[start])))
            before = mark
        elif mark != "," or not before:
            before = mark
        start = index + 1
    if last > start:
        out.append(Segment(start, last, before, "", bool(quoted[start])))
    return out
