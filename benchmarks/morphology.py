"""Accuracy and speed of the morphology on a held-back part of NYTK-NerKor.

    python benchmarks/morphology.py DEVEL.tsv.xz [--errors N]

Prints, in percent: lemmas of all words (without punctuation); case of nouns, proper names and adjectives that
the corpus gives a case; the full tag of finite verbs (mood, tense, person, conjugation). Then the size of the
data, the time to load it, microseconds a token.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from bilateral.hungarian.morphology import Reading, tag
from bilateral.hungarian.tokens import Token
from train_morphology import Word, case_of, read_sentences, tag_of

Judged = Counter[str]
LOAD = """
import time
from bilateral.hungarian import tagger
start = time.perf_counter()
tagger.table()
print(time.perf_counter() - start)
"""


def judge(word: Word, reading: Reading, right: Judged, total: Judged) -> list[str]:
    """Count what the reading of a word got right; returns the names of what it got wrong."""
    checks = {"lemma": reading.lemma.lower() == word.lemma.lower(), "pos": reading.pos == word.pos}
    if word.pos in ("NOUN", "PROPN", "ADJ") and "Case" in word.feats:
        checks["case"] = checks[f"case of {word.pos}"] = (reading.case or "Nom") == case_of(word)
        if case_of(word) != "Nom":
            checks["case other than Nom"] = checks["case"]
    if word.pos == "VERB" and word.feats.get("VerbForm") == "Fin":
        checks["finite verb"] = _finite(reading) == tag_of(word, {})
    checks[f"lemma of {word.pos}"] = checks["lemma"]
    total.update(checks.keys())
    right.update(name for name, ok in checks.items() if ok)
    return [name for name, ok in checks.items() if not ok]


def _finite(reading: Reading) -> str:
    mood = reading.mood + ",Pot" * (reading.potential and reading.mood != "Pot")
    return f"{reading.pos}|{mood}|{reading.tense}|{reading.person}|{reading.definite}"


def tag_corpus(corpus: list[list[Word]]) -> list[tuple[Word, tuple[Reading, ...]]]:
    """Every word with its readings."""
    tokens = [Token.of(word.form) for sentence in corpus for word in sentence]
    ranges, first = [], 0
    for sentence in corpus:
        ranges.append((first, first + len(sentence)))
        first += len(sentence)
    return list(zip([word for sentence in corpus for word in sentence], tag(tokens, ranges), strict=True))


def speed(corpus: list[list[Word]]) -> float:
    """Microseconds a token, best of five, once the forms have been seen."""
    tokens = [Token.of(word.form) for sentence in corpus[:500] for word in sentence]
    ranges = [(i, min(i + 20, len(tokens))) for i in range(0, len(tokens), 20)]
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        tag(tokens, ranges)
        best = min(best, time.perf_counter() - start)
    return best / len(tokens) * 1e6


def load_time() -> float:
    """Milliseconds to load the table in a fresh interpreter, best of five."""
    runs = [subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True) for _ in range(5)]  # noqa: S603
    return min(float(run.stdout) for run in runs) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print the N most frequent errors of each kind")
    options = parser.parse_args()
    corpus = list(read_sentences(options.corpus))
    right, total, errors = Counter[str](), Counter[str](), Counter[str]()
    for word, readings in tag_corpus(corpus):
        if word.pos == "PUNCT":
            continue
        for name in judge(word, readings[0], right, total):
            errors[f"{name}\t{word.form}\t{word.lemma} {tag_of(word, {})}\t{readings[0]}"] += 1
    for name in sorted(total):
        print(f"{name:22} {100 * right[name] / total[name]:6.2f} of {total[name]}")
    size = sum(len(files("bilateral.data").joinpath(name).read_bytes()) for name in ("morphology.bin",))
    print(f"data {size} bytes; load {load_time():.0f} ms; {speed(corpus):.2f} us a token")
    for error, count in errors.most_common(options.errors):
        print(count, error, sep="\t")


if __name__ == "__main__":
    main()
