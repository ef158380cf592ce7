"""The measurements of compare.py, each for a process of its own: prints one JSON object.

python benchmarks/comparisons.py lemmas simplemma DEVEL.tsv.xz
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import datetime, time
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from cases import Case, Found, Question, is_right, read_cases
from normalisers import NORMALISERS, Normaliser
from values import REFERENCE, TIMES
from values import sentences as news

NOW = datetime.combine(REFERENCE, time(12))
WARM = (
    "A miniszter 2021. március 5-én három napra Bécsbe utazik, ahol 20 millió euróról tárgyal.",
    "Tavaly ősszel, két héttel a választások előtt 12 százalékkal nőtt a forgalom, és 5 km út épült.",
    "Jövő kedden reggel nyolckor kezdődik a hatodik találkozó; 1,5 milliárd forintot költenek rá.",
)
"""Read first, so that loading of data is not timed."""

Result = dict[str, Any]


class Word(NamedTuple):
    """A word of a corpus."""

    form: str
    lemma: str
    pos: str


class Clock:
    """The seconds of the processor that some calls took, and what they raised."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.errors = Counter[str]()

    def ask(self, package: Normaliser, question: Question) -> list[Found]:
        """What a package finds; nothing if it raises."""
        begin = process_time()
        try:
            answer = package.ask(question)
        except Exception as error:  # noqa: BLE001 - any error of other people's code is told in the table
            self.errors[type(error).__name__] += 1
            return []
        finally:
            self.seconds += process_time() - begin
        return list(package.read(question, answer))


def _made(name: str) -> Normaliser:
    package = NORMALISERS[name]()
    for dimension in sorted(package.dimensions):
        for text in WARM:
            Clock().ask(package, Question(text, NOW, "none", dimension))
    return package


def suite(name: str, path: str) -> Result:
    """Right answers to the cases of a file, by group; cases of other dimensions are left out."""
    package, groups = _made(name), dict[str, Result]()
    for case in read_cases(Path(path)):
        group = groups.setdefault(
            _group(case), {"cases": 0, "asked": 0, "right": 0, "errors": 0, "seconds": 0}
        )
        group["cases"] += 1
        if case.question.dimension in package.dimensions:
            clock = Clock()
            group["right"] += is_right(case, clock.ask(package, case.question))
            group["asked"] += 1
            group["errors"] += clock.errors.total()
            group["seconds"] += clock.seconds
    return groups


def _group(case: Case) -> str:
    return "nothing there" if case.is_silent else case.question.dimension


def dates(name: str, path: str) -> Result:
    """Sentences of news, each read once: with a date marked, how many get one; without any time, how many."""
    package, clock, counts = _made(name), Clock(), Counter[str]()
    for sentence in news(Path(path)):
        kinds = {kind for _, _, kind in sentence.entities}
        found = any(
            value.kind == "time" for value in clock.ask(package, Question(sentence.text, NOW, "none", "time"))
        )
        counts["sentences"] += 1
        if "DATE" in kinds:
            counts.update({"dated": 1, "found": found})
        elif not kinds & TIMES:
            counts.update({"dateless": 1, "false": found})
    return {**counts, "seconds": clock.seconds, "errors": clock.errors.total()}


def _words(path: str) -> list[list[Word]]:
    """The sentences of a file of FORM, LEMMA, UPOS and other columns, as they stand there."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    rows = [[line.split("\t") for line in block.splitlines() if line.count("\t") >= 2] for block in blocks]  # noqa: PLR2004
    return [[Word(*cells[:3]) for cells in block] for block in rows if block]


def _our_lemmas(corpus: list[list[Word]]) -> Callable[[], list[str]]:
    from bilateral.hungarian.morphology import tag  # noqa: PLC0415 - one package at a time
    from bilateral.hungarian.tokens import Token  # noqa: PLC0415

    ranges, first = [], 0
    for sentence in corpus:
        ranges.append((first, first + len(sentence)))
        first += len(sentence)
    forms = [word.form for sentence in corpus for word in sentence]
    tag([Token.of("szó")], [(0, 1)])
    return lambda: [readings[0].lemma for readings in tag([Token.of(form) for form in forms], ranges)]


def _simplemma(corpus: list[list[Word]]) -> Callable[[], list[str]]:
    lemmatize = import_module("simplemma").lemmatize
    lemmatize("szó", lang="hu")
    return lambda: [lemmatize(word.form, lang="hu") for sentence in corpus for word in sentence]


def _lemmagen(corpus: list[list[Word]]) -> Callable[[], list[str]]:
    """Its tables are in lower case, so that is what it gets."""
    lemmatize = import_module("lemmagen3").Lemmatizer("hu").lemmatize
    lemmatize("szó")
    return lambda: [lemmatize(word.form.lower()) for sentence in corpus for word in sentence]


LEMMATISERS = {"bilateral": _our_lemmas, "simplemma": _simplemma, "lemmagen3": _lemmagen}


def lemmas(name: str, path: str) -> Result:
    """Right lemmas of the words of a corpus, whatever the case of letters; seconds for all tokens, twice."""
    corpus = _words(path)
    action = LEMMATISERS[name](corpus)
    begin = process_time()
    answers = action()
    middle = process_time()
    action()
    seconds, again = middle - begin, process_time() - middle
    counts, words = Counter[str](), [word for sentence in corpus for word in sentence]
    for word, lemma in zip(words, answers, strict=True):
        if word.pos != "PUNCT":
            right = lemma.lower() == word.lemma.lower()
            for group in ("all", word.pos, *(() if word.pos == "PROPN" else ("no names",))):
                counts.update({group: 1, f"right {group}": right})
    return {**counts, "tokens": len(words), "seconds": seconds, "again": again}


def _our_tokens() -> Callable[[str], int]:
    from bilateral.hungarian.tokens import tokenize  # noqa: PLC0415

    return lambda text: len(tokenize(text))


def _spacy_tokens() -> Callable[[str], int]:
    pipeline = import_module("spacy").blank("hu")
    return lambda text: len(pipeline(text))


def _simplemma_tokens() -> Callable[[str], int]:
    tokenizer = import_module("simplemma").simple_tokenizer
    return lambda text: len(tokenizer(text))


TOKENIZERS = {"bilateral": _our_tokens, "spacy": _spacy_tokens, "simplemma": _simplemma_tokens}


def tokens(name: str, path: str) -> Result:
    """Tokens of news sentences, each cut once."""
    count = TOKENIZERS[name]()
    for text in WARM:
        count(text)
    texts = [sentence.text for sentence in news(Path(path))]
    begin = process_time()
    total = sum(map(count, texts))
    return {"tokens": total, "characters": sum(map(len, texts)), "seconds": process_time() - begin}


MEASURES: dict[str, Callable[[str, str], Result]] = {
    "suite": suite,
    "dates": dates,
    "lemmas": lemmas,
    "tokens": tokens,
}


def _measure(what: str, name: str, path: str) -> Iterator[Result]:
    try:
        # other people's packages print
        with redirect_stdout(sys.stderr):
            yield MEASURES[what](name, path)
    except (ImportError, OSError) as error:
        yield {"missing": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print(*(json.dumps(result) for result in _measure(*sys.argv[1:])))
