"""Train the morphology's table from NYTK-NerKor and write it to ``src/bilateral/data/morphology.bin``.

    python tools/train_morphology.py TRAIN.tsv.xz [-o morphology.bin]

The corpus file has the columns FORM, LEMMA, UPOS, FEATS, NER, a blank line after each sentence and comment lines
that start with ``# ``. NYTK-NerKor (Simon and Vadász 2021, https://github.com/nytud/NYTK-NerKor) is licensed
CC BY-SA 4.0, and so is the table. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import lzma
import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bilateral.hungarian.tagger import HEADER, LONGEST_ENDING, Class, Edit, coarse

ORIGIN = (
    HEADER
    + b"written by tools/train_morphology.py from the training part of NYTK-NerKor\n"
    + b"(Simon and Vadasz 2021, https://github.com/nytud/NYTK-NerKor)\n"
    + b"licence: CC BY-SA 4.0\n"
    + b"body: zlib, UTF-8\n\n"
)
OUTPUT = Path(__file__).parent.parent / "src" / "bilateral" / "data" / "morphology.bin"
NOMINALS = ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET")
START, STOP = "<s>", "</s>"
PARTICIPLE_SHARE = 0.2
"""An adjective is a participle if at least this share of its tokens is marked so (the marking is uneven)."""
CAP_OF_TYPE = 3
"""A form counts for its endings at most this often, so that frequent words do not hide the regular pattern."""

Counts = Counter[Class]


class Word(NamedTuple):
    """A token of the corpus."""

    form: str
    lemma: str
    pos: str
    feats: dict[str, str]
    entity: str


def read_sentences(path: Path) -> Iterator[list[Word]]:
    """The sentences of a corpus file."""
    sentence: list[Word] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 5:
                sentence.append(_word(cells))
            elif sentence and not line.strip():
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def _word(cells: list[str]) -> Word:
    form, lemma, pos, feats, entity = cells
    pairs = {} if feats == "_" else dict(pair.split("=") for pair in feats.split("|"))
    if pos == "AUX":
        pos = "VERB"
    if re.fullmatch("[-–—/]+", form):
        pos = "PUNCT"
    return Word(form, lemma, pos, pairs, entity)


def case_of(word: Word) -> str:
    """The case; Gen occurs only in silver names for the dative, Abs for the essive."""
    case = word.feats.get("Case", "")
    return {"Gen": "Dat", "Abs": "Ess"}.get(case, case)


def tag_of(word: Word, participles: dict[str, str]) -> str:
    """The tag that is learnt: part of speech and the features that ``Reading`` shows, joined by ``|``."""
    feats = word.feats
    if word.pos in NOMINALS and "Case" in feats:
        degree = feats.get("Degree", "")[:1] if feats.get("Degree") in ("Cmp", "Sup") else ""
        form = participles.get(word.lemma.lower(), "") if word.pos == "ADJ" else ""
        possessor = feats.get("Person[psor]", "") + feats.get("Number[psor]", "")[:1]
        parts = [word.pos, case_of(word), feats.get("Number", "Sing")[0], possessor, degree, form]
        return "|".join(parts)
    if word.pos == "VERB":
        return _verb_tag(feats)
    if word.pos == "ADV" and feats.get("VerbForm") == "Conv":
        return "ADV|Conv"
    return word.pos


def _verb_tag(feats: dict[str, str]) -> str:
    form = feats.get("VerbForm", "Fin")
    person = feats.get("Person", "") + feats.get("Number", "")[:1]
    if form != "Fin":
        return f"VERB|{form}|{person}"
    mood, tense = feats.get("Mood", "Ind"), feats.get("Tense", "Pres")
    return f"VERB|{mood}|{tense}|{person or '3S'}|{feats.get('Definite', 'Ind')}"


def participles_of(corpus: list[list[Word]]) -> dict[str, str]:
    """Lemma of a participle -> its form (PartPres, PartPast, PartFut)."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in (word for sentence in corpus for word in sentence if word.pos == "ADJ"):
        seen[word.lemma.lower()][word.feats.get("VerbForm", "")] += 1
    found = {}
    for lemma, counts in seen.items():
        form, count = max(((f, n) for f, n in counts.items() if f), key=lambda p: p[1], default=("", 0))
        if count >= PARTICIPLE_SHARE * counts.total():
            found[lemma] = form
    return found


BARE = {
    "PartPres": re.compile("[óő]$"),
    "PartPast": re.compile("([oeö]tt|tt|t)$"),
    "PartFut": re.compile("(andó|endő)$"),
    "Conv": re.compile("(va|ve|ván|vén)$"),
}


def verb_beneath(lemma: str, form: str, verbs: Counter[str]) -> str:
    """The verb that a participle or converb comes from, if the corpus has it as a verb; ``""`` otherwise."""
    ending = BARE[form].search(lemma) if form in BARE else None
    if not ending:
        return ""
    stems = {lemma[: ending.start()], lemma[: ending.start() + len(ending.group()) - 1]}
    choices = [stem + more for stem in sorted(stems, key=len) for more in ("", "ik")]
    return max(choices, key=lambda verb: verbs[verb]) if any(verbs[verb] for verb in choices) else ""


class Statistics:
    """What the corpus shows: classes by form, states after states."""

    def __init__(self, corpus: list[list[Word]]) -> None:
        self.participles = participles_of(corpus)
        words = [word for sentence in corpus for word in sentence]
        self.verbs = Counter(word.lemma.lower() for word in words if word.pos == "VERB")
        self.forms: defaultdict[str, Counts] = defaultdict(Counter)
        self.transitions: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence in corpus:
            self._add(sentence)

    def _add(self, sentence: list[Word]) -> None:
        previous = START
        for index, word in enumerate(sentence):
            label = self.label(word)
            state = coarse(label.tag)
            self.transitions[previous][state] += 1
            previous = state
            at_start = index == 0 and word.pos != "PROPN"
            self.forms[word.form.lower() if at_start else word.form][label] += 1
        self.transitions[previous][STOP] += 1

    def label(self, word: Word) -> Class:
        """The class of a token."""
        tag = tag_of(word, self.participles)
        form, lemma = word.form.lower(), word.lemma.lower()
        kind = tag.rpartition("|")[2]
        verb = verb_beneath(lemma, kind, self.verbs)
        return Class(tag, Edit.between(form, lemma), Edit.between(form, verb) if verb else None)


def top(counts: Counts, least: float = 0.04, most: int = 4) -> list[tuple[Class, float]]:
    """The classes worth keeping, with their shares."""
    total = counts.total()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], _key(item[0])))[:most]
    return [(label, n / total) for label, n in ranked if n / total >= least or label is ranked[0][0]]


def _key(label: Class) -> tuple[str, str, str]:
    return label.tag, str(label.lemma), str(label.verb)


def endings_of(forms: dict[str, Counts], *, capital: bool) -> dict[str, Counts]:
    """Classes by ending, over all forms that are capitalised or not."""
    endings: defaultdict[str, Counts] = defaultdict(Counter)
    for form, counts in forms.items():
        if form[:1].isupper() is not capital or not form[-1].isalpha():
            continue
        word = "^" + form.lower()
        for label, count in counts.items():
            if label.lemma.whole:
                continue
            for start in range(max(0, len(word) - LONGEST_ENDING), len(word) + 1):
                endings[word[start:]][label] += min(count, CAP_OF_TYPE)
    return endings


def pruned(endings: dict[str, Counts], support: int = 2) -> dict[str, list[tuple[Class, float]]]:
    """The endings that say something else than the next shorter one that is kept."""
    kept: dict[str, list[tuple[Class, float]]] = {}
    for ending in sorted(endings, key=lambda text: (len(text), text)):
        counts = endings[ending]
        if ending and counts.total() < support:
            continue
        mine = top(counts)
        shorter = next((kept[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in kept), None)
        if shorter is None or not _alike(mine, shorter):
            kept[ending] = mine
    return kept


def _alike(mine: list[tuple[Class, float]], other: list[tuple[Class, float]]) -> bool:
    if [label for label, _ in mine][:2] == [label for label, _ in other][:2]:
        return abs(mine[0][1] - other[0][1]) < 0.15
    return len(mine) == 1 and mine[0][0] == other[0][0] and other[0][1] > 0.9


class Packer:
    """Numbers the classes in the order in which they are first needed."""

    def __init__(self) -> None:
        self.numbers: dict[Class, int] = {}

    def pack(self, entries: dict[str, list[tuple[Class, float]]]) -> str:
        """Keys and distributions on alternating lines."""
        return "\n".join(f"{key}\n{self._distribution(entries[key])}" for key in sorted(entries))

    def _distribution(self, guesses: list[tuple[Class, float]]) -> str:
        return " ".join(
            f"{self.numbers.setdefault(label, len(self.numbers))}:{max(1, round(100 * share))}"
            for label, share in guesses
        )

    def classes(self) -> str:
        """The classes, one a line."""
        return "\n".join(f"{c.tag}\t{c.lemma}\t{c.verb or ''}" for c in self.numbers)


def frequent(forms: dict[str, Counts], least: int) -> dict[str, list[tuple[Class, float]]]:
    """The forms that occur often enough to be listed."""
    return {form: top(counts) for form, counts in forms.items() if counts.total() >= least}


def context(transitions: dict[str, Counter[str]]) -> tuple[str, str, str]:
    """States, their prior logarithms and the matrix of transition logarithms, as stored (hundredths)."""
    total: Counter[str] = Counter()
    for counts in transitions.values():
        total.update(counts)
    states = [START, *sorted(set(total) | set(transitions) - {START})]
    prior = [round(100 * math.log(max(total[s], 1) / total.total())) for s in states]
    rows = [_row(transitions.get(state, Counter()), states) for state in states]
    return "\n".join(states), " ".join(map(str, prior)), "\n".join(rows)


def _row(counts: Counter[str], states: list[str]) -> str:
    total = counts.total() + 5
    return " ".join(
        str(round(100 * math.log((counts[s] + 0.05) / total))) if counts[s] else "-900" for s in states
    )


def build(corpus: list[list[Word]], least: int = 2) -> bytes:
    """The data file."""
    statistics = Statistics(corpus)
    packer = Packer()
    sections = [packer.pack(frequent(statistics.forms, least))]
    for capital in (False, True):
        sections.append(packer.pack(pruned(endings_of(statistics.forms, capital=capital))))
    sections.append("\n".join(sorted(verb for verb, count in statistics.verbs.items() if count >= 2)))
    raw = "\0".join([packer.classes(), *sections, *context(statistics.transitions)])
    return ORIGIN + zlib.compress(raw.encode("utf-8"), 9)


def main() -> None:
    """Read the corpus, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    parser.add_argument("--least", type=int, default=2, help="occurrences from which a form is listed")
    options = parser.parse_args()
    data = build(list(read_sentences(options.corpus)), options.least)
    options.output.write_bytes(data)
    print(f"{options.output}: {len(data)} bytes")


if __name__ == "__main__":
    main()
