"""How well names of persons and places are found in real text: span F1 on NerKor.

    python benchmarks/mentions.py CORPUS.tsv.xz [--genre news] [--errors]

CORPUS is a file of NerKor (https://github.com/nytud/NYTK-NerKor, CC BY-SA 4.0) with the tab-separated columns
FORM, LEMMA, UPOS, FEATS, NER, a blank line after each sentence and before each source a comment
``# file = GENRE/NAME``. NerKor labels an acting country ORG: a place of ours is right if NerKor has LOC or
ORG there, and only gold LOC spans count as missed.
"""

from __future__ import annotations

import argparse
import lzma
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bilateral.hungarian.lexicon import lexicon
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import sentences, tokenize
from bilateral.reading.mentions import Mention, MentionKind, find_mentions

_NO_SPACE_BEFORE = frozenset(".,;:!?)]”»%…")
_NO_SPACE_AFTER = frozenset("([„«")
_PLACES = frozenset((MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.INSTITUTION))
Spans = dict[tuple[int, int], str]


def documents(path: Path, genre: str) -> Iterator[list[list[tuple[str, str]]]]:
    """The documents of a genre: sentences of forms with their labels."""
    document: list[list[tuple[str, str]]] = []
    sentence: list[tuple[str, str]] = []
    wanted = False
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.startswith("# file"):
                if document:
                    yield document
                document, wanted = [], line.partition("=")[2].strip().startswith(genre)
            elif line and not line.startswith("#"):
                cells = line.split("\t")
                sentence.append((cells[0], cells[4]))
            elif sentence:
                if wanted:
                    document.append(sentence)
                sentence = []
    if document:
        yield document


def compose(document: list[list[tuple[str, str]]]) -> tuple[str, Spans]:
    """The text of a document, and its gold spans by offsets."""
    text, spans = "", {}
    for sentence in document:
        begin, end, label = -1, -1, ""
        glue = True
        for form, ner in sentence:
            if not glue and form[0] not in _NO_SPACE_BEFORE:
                text += " "
            if begin >= 0 and not ner.startswith("I-"):
                spans[begin, end] = label
                begin = -1
            if ner.startswith("B-"):
                begin, label = len(text), ner[2:]
            text += form
            end = len(text)
            glue = form[-1] in _NO_SPACE_AFTER
        if begin >= 0:
            spans[begin, end] = label
        text += "\n"
    return text, spans


def found(text: str) -> tuple[Spans, int]:
    """Our spans by offsets, and the number of tokens."""
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    mentions, _ = find_mentions(text, tokens, tag(tokens, ranges), ranges, lexicon())
    spans = {}
    for mention in mentions:
        label = _label(mention)
        if label:
            first, last = mention.first, mention.last
            if label == "PER":
                first, last = mention.name_first, mention.name_last
            spans[tokens[first].start, tokens[last - 1].end] = label
    return spans, len(tokens)


def _label(mention: Mention) -> str | None:
    if mention.kind is MentionKind.PERSON:
        return "PER"
    if mention.kind in _PLACES and not mention.adjectival and mention.name:
        return "LOC"
    return "ORG" if mention.kind is MentionKind.ORGANIZATION and not mention.adjectival else None


def _scores(counts: Counter[tuple[str, str]], label: str) -> str:
    right, ours, gold, hit = (counts[label, key] for key in ("right", "ours", "gold", "hit"))
    precision = right / ours if ours else 0.0
    recall = hit / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{label}  gold {gold:5d}  ours {ours:5d}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def count(counts: Counter[tuple[str, str]], ours: Spans, gold: Spans) -> None:
    """Adds the agreement of one document."""
    for span, label in ours.items():
        allowed = ("LOC", "ORG") if label == "LOC" else (label,)
        counts[label, "ours"] += 1
        counts[label, "right"] += gold.get(span) in allowed
    for span, label in gold.items():
        mine = ours.get(span)
        counts[label, "gold"] += 1
        counts[label, "hit"] += mine == label or (label == "LOC" and mine == "ORG")


def report(text: str, ours: Spans, gold: Spans) -> None:
    """Prints every difference in persons and places."""
    for span in sorted({*ours, *gold}):
        mine, theirs = ours.get(span), gold.get(span)
        if mine != theirs and ({mine, theirs} & {"PER", "LOC"}):
            context = text[max(0, span[0] - 40) : span[1] + 30].replace("\n", " ¶ ")
            print(f"{theirs or '-':5} {mine or '-':5} {text[span[0] : span[1]]!r}   … {context}")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--genre", default="news")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    tokens, begin = 0, time.perf_counter()
    for document in documents(options.corpus, options.genre):
        text, gold = compose(document)
        ours, size = found(text)
        tokens += size
        count(counts, ours, gold)
        if options.errors:
            report(text, ours, gold)
    seconds = time.perf_counter() - begin
    for label in ("PER", "LOC", "ORG"):
        print(_scores(counts, label))
    print(f"{tokens} tokens, {1e6 * seconds / max(1, tokens):.0f} µs each (tagging included)")


if __name__ == "__main__":
    main()
