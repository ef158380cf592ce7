"""What a look-up costs, and that it does not depend on the size of the lexicon.

    PYTHONPATH=src python benchmarks/lexicon.py [ARTICLE ...]

Without arguments the seed article is searched. Prints the time to load the tables, and microseconds a token
with the shipped lexicon and with one ten times as large.
"""

from __future__ import annotations

import sys
import timeit
from pathlib import Path

from bilateral.hungarian.lexicon import Lexicon, lexicon
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import sentences, tokenize

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
GROWTH = 10
ROUNDS = 20


def microseconds(within: Lexicon, texts: list[str]) -> float:
    """The best time a token of finding every entry in ``texts``."""
    documents = []
    for text in texts:
        tokens = tokenize(text)
        ranges = sentences(text, tokens)
        documents.append((tokens, tag(tokens, ranges), ranges))
    seconds = min(timeit.repeat(lambda: [within.find(*d) for d in documents], number=1, repeat=ROUNDS))
    return seconds * 1e6 / sum(len(tokens) for tokens, _, _ in documents)


def main() -> None:
    """Measure and print."""
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:] or map(str, SEEDS)]
    loading = timeit.timeit(lexicon, number=1)
    shipped = lexicon()
    places = [{"name": f"Gehenna{number}falva"} for number in range((GROWTH - 1) * len(shipped))]
    print(f"load {loading * 1e3:.0f} ms")
    for within in (shipped, shipped.extend(places=places)):
        print(f"{len(within):6} entries: {microseconds(within, texts):.2f} us a token")


if __name__ == "__main__":
    main()
