"""How many of the dates and amounts that people have marked in news the language layer finds.

    python benchmarks/values.py PATH

``PATH`` is a (possibly .xz) file with one token and its entity tag a line (IOB2; OntoNotes types), blank
lines between sentences: the news part of NYTK-NerKor-Cars-OntoNotes++. The tables say, for each type, how
many mentions overlap with something found, and of the sentences without any time mention how many get a date.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import tokenize
from bilateral.hungarian.values import Values, find_values

REFERENCE = date(2020, 10, 14)
TIMES = frozenset(("DATE", "DUR", "TIME", "AGE"))


class Sentence(NamedTuple):
    """A sentence and its entities as (start, end, type)."""

    text: str
    entities: list[tuple[int, int, str]]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, with their text put together again from the tokens."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("# ")]
        if rows:
            yield sentence(rows)


def sentence(rows: list[list[str]]) -> Sentence:
    """The sentence that the rows make."""
    text, entities = "", []
    for form, entity in rows:
        glued = form in ".,;:!?)]”" or text.endswith(("(", "„", "["))
        text += form if glued or not text else f" {form}"
        start = len(text) - len(form)
        if entity.startswith("B-"):
            entities.append((start, len(text), entity[2:]))
        elif entity.startswith("I-") and entities:
            entities[-1] = (entities[-1][0], len(text), entities[-1][2])
    return Sentence(text, entities)


def spans(values: Values, kind: str) -> list[tuple[int, int]]:
    """Where something of the entity type was found."""
    if kind in TIMES:
        return [(found.start, found.end) for found in values.periods]
    amounts = {
        "MONEY": [found for found in values.amounts if found.amount.is_money],
        "PERCENT": [found for found in values.amounts if found.amount.unit.startswith("percent")],
    }.get(kind, values.amounts)
    return [(found.start, found.end) for found in amounts]


def overlaps(mention: tuple[int, int, str], found: list[tuple[int, int]]) -> bool:
    """Whether something found shares a character with the mention."""
    return any(start < mention[1] and mention[0] < end for start, end in found)


class Counts:
    """What has been found so far."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.total = Counter[str]()
        self.hit = Counter[str]()
        self.false = Counter[str]()
        self.dateless = 0

    def add(self, text: str, entities: list[tuple[int, int, str]]) -> None:
        """Count a sentence."""
        tokens = tokenize(text)
        values = find_values(tokens, tag(tokens, [(0, len(tokens))]), REFERENCE)
        for mention in entities:
            found = overlaps(mention, spans(values, mention[2]))
            self.total[mention[2]] += 1
            self.hit[mention[2]] += found
            if not found and mention[2] == self.shown:
                print("missed:", text[mention[0] : mention[1]], "|", text)
        if not any(kind in TIMES for _, _, kind in entities):
            self.add_dateless(text, values)

    def add_dateless(self, text: str, values: Values) -> None:
        """Count a sentence in which nobody has marked a time."""
        self.dateless += 1
        for kind in sorted({found.kind for found in values.periods}):
            self.false[kind] += 1
            if self.shown == "false":
                print(kind, [text[found.start : found.end] for found in values.periods], "|", text)

    def report(self) -> None:
        """Print the table."""
        for kind in ("DATE", "DUR", "MONEY", "PERCENT", "QUANTITY"):
            share = self.hit[kind] / max(self.total[kind], 1)
            print(f"{kind:10} {self.total[kind]:5} mentions, found {self.hit[kind]:5} ({share:.1%})")
        for kind in ("date", "duration", "set"):
            share = self.false[kind] / max(self.dateless, 1)
            print(f"no time marked, but a {kind} found: {self.false[kind]} of {self.dateless} ({share:.1%})")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--show", default="", help="print the missed mentions of this type, or 'false'")
    options = arguments.parse_args()
    counts = Counts(options.show)
    for found in sentences(options.path):
        counts.add(found.text, found.entities)
    counts.report()


if __name__ == "__main__":
    main()
