"""A text cut at every boundary of the marks in it, so that nested, crossing and touching marks come right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.exchange.html.entries import Entry
    from bilateral.model.text import Span

_LINE = re.compile(r"[^\r\n]+")


class Mark(NamedTuple):
    """A place that a fact was read from.

    Attributes:
        start: first code point.
        end: one past the last.
        entry: the fact.
        part: which of its evidence, from 0.
        field: the attribute that these words filled; empty for the evidence as a whole.
    """

    start: int
    end: int
    entry: Entry
    part: int
    field: str = ""


class Segment(NamedTuple):
    """A piece of the text under the same marks throughout, the longest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(text: str, entries: Iterable[Entry]) -> list[Mark]:
    """Every place of every fact, without the white space at its end and what lies outside the text."""
    found = []
    for entry in entries:
        for part, evidence in enumerate(entry.evidence):
            found += _trimmed(text, evidence.span, entry, part, "")
            for field, spans in evidence.fields.items():
                for span in spans:
                    found += _trimmed(text, span, entry, part, field)
    return found


def _trimmed(text: str, span: Span, entry: Entry, part: int, field: str) -> list[Mark]:
    end = span.start + len(span.of(text).rstrip())
    return [Mark(span.start, end, entry, part, field)] if end > span.start else []


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the lines that hold more than white space."""
    for match in _LINE.finditer(text):
        words = match[0].rstrip()
        if words:
            yield match.start(), match.start() + len(words)


def cut(found: list[Mark], text: str) -> Iterator[list[Segment]]:
    """The segments of each line of ``text``, one list for each; together they hold every line whole."""
    ranges = list(lines(text))
    ends = [*(mark[:2] for mark in found), *ranges]
    bounds = sorted({bound for pair in ends for bound in pair})
    starting = sorted(found, key=lambda mark: (mark.start, -mark.end))
    under: list[Mark] = []
    position = begun = 0
    for start, end in ranges:
        segments = []
        while bounds[position] < end:
            here, there = bounds[position], bounds[position + 1]
            position += 1
            while begun < len(starting) and starting[begun].start <= here:
                under.append(starting[begun])
                begun += 1
            under = [mark for mark in under if mark.end > here]
            if here >= start:
                segments.append(Segment(here, there, _longest_first(under)))
        yield segments


def _longest_first(under: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(under, key=lambda mark: mark.start - mark.end))
