"""Train the morphology's table from NYTK-NerKor and write it to ``src/bilateral/data/morphology.bin``.

    python tools/train_morphology.py TRAIN.tsv.xz [-o morphology.bin]

The corpus file has the columns FORM, LEMMA, UPOS, FEATS, NER, a blank line after each sentence and comment
lines that start with ``# ``. NYTK-NerKor (Simon and Vadász 2021, https://github.com/nytud/NYTK-NerKor) is
licensed CC BY-SA 4.0, and so is the table. The same input gives the same bytes.
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

from bilateral.hungarian import names
from bilateral.hungarian.tagger import HEADER, LONGEST_ENDING, Class, Edit, lexical, state

ORIGIN = (
    HEADER
    + b"written by tools/train_morphology.py from the training part of NYTK-NerKor\n"
    + b"(Simon and Vadasz 2021, https://github.com/nytud/NYTK-NerKor)\n"
    + b"licence: CC BY-SA 4.0\n"
    + b"body: zlib, UTF-8\n\n"
)
OUTPUT = Path(__file__).parent.parent / "src" / "bilateral" / "data" / "morphology.bin"
NOMINALS = ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET")
COLUMNS = 5
OPEN_CLASSES = ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV")
FUNCTION_WORDS = ("DET", "CCONJ", "SCONJ", "ADV", "PART", "ADP", "PRON", "PUNCT")
LEXICAL_STATES = 120
"""So many frequent function words have a state of their own in the context model."""
SMOOTHING = 5
"""Transitions that each state may make unseen."""
START, STOP = "<s>", "</s>"
PARTICIPLE_SHARE = 0.2
"""An adjective is a participle if at least this share of its tokens is marked so (the marking is uneven)."""
SAME, SURE = 0.15, 0.9
"""Shares that differ less are the same; a share above leaves no need for a longer ending."""
LISTED = 2
"""Occurrences from which a form is listed."""
LEVELS = (1, 3, 5, 8, 12, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100)
"""Percentages are rounded to these; the file is smaller and no worse."""

Counts = Counter[Class]
Shares = list[tuple[Class, float]]


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
            if len(cells) == COLUMNS:
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
    word = Word(form, lemma, pos, pairs, entity)
    return word._replace(lemma=_bare(word)) if pos == "PROPN" and form == lemma else word


def _bare(word: Word) -> str:
    """The nominative of an inflected name whose lemma the corpus' tagger left inflected."""
    case = case_of(word)
    return next((stem for stem, its in names.stems(word.form) if its == case), word.lemma)


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
        self.lexical = self._lexical(words)
        for sentence in corpus:
            self._add(sentence)

    def _add(self, sentence: list[Word]) -> None:
        previous = START
        for index, word in enumerate(sentence):
            label = self.label(word)
            current = self.state(label, word)
            self.transitions[previous][current] += 1
            previous = current
            at_start = index == 0 and word.pos != "PROPN"
            self.forms[word.form.lower() if at_start else word.form][label] += 1
        self.transitions[previous][STOP] += 1

    def _lexical(self, words: list[Word]) -> frozenset[str]:
        """The states of the most frequent function words."""
        counts = Counter(self._own(word) for word in words if word.pos in FUNCTION_WORDS)
        return frozenset(name for name, _ in counts.most_common(LEXICAL_STATES))

    def _own(self, word: Word) -> str:
        return lexical(state(tag_of(word, {})), word.lemma.lower())

    def state(self, label: Class, word: Word) -> str:
        """The context model's state of a token."""
        own = lexical(state(label.tag), word.lemma.lower())
        return own if own in self.lexical else state(label.tag)

    def label(self, word: Word) -> Class:
        """The class of a token."""
        tag = tag_of(word, self.participles)
        form, lemma = word.form.lower(), word.lemma.lower()
        kind = tag.rpartition("|")[2]
        verb = verb_beneath(lemma, kind, self.verbs)
        return Class(tag, Edit.between(form, lemma), Edit.between(form, verb) if verb else None)


def top(counts: Counts, least: float = 0.04, most: int = 4) -> Shares:
    """The classes worth keeping, with their shares."""
    total = counts.total()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], _key(item[0])))[:most]
    return [(label, n / total) for label, n in ranked if n / total >= least or label is ranked[0][0]]


def _key(label: Class) -> tuple[str, str, str]:
    return label.tag, str(label.lemma), str(label.verb)


def endings_of(forms: dict[str, Counts], *, capital: bool) -> dict[str, Counts]:
    """Classes by ending, over all forms that are capitalised or not, each counted once.

    A whole form (``^form``) is an ending too, unless it is listed anyway.
    """
    endings: defaultdict[str, Counts] = defaultdict(Counter)
    for form, counts in forms.items():
        if form[:1].isupper() is not capital or not form[-1].isalpha():
            continue
        word = "^" + form.lower()
        shortest_start = 1 if counts.total() >= LISTED else 0
        for start in range(max(shortest_start, len(word) - LONGEST_ENDING), len(word) + 1):
            endings[word[start:]].update(label for label in counts if start == 0 or _is_open(label))
    return endings


def _is_open(label: Class) -> bool:
    """Whether unknown words can be of this class: closed word classes and suppletive stems are all listed."""
    return not label.lemma.whole and label.tag.partition("|")[0] in OPEN_CLASSES


def pruned(endings: dict[str, Counts]) -> dict[str, Shares]:
    """The endings that say something else than the next shorter one that is kept."""
    kept: dict[str, Shares] = {}
    for ending in sorted(endings, key=lambda text: (len(text), text)):
        if not endings[ending]:
            continue
        mine = top(endings[ending])
        shorter = next((kept[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in kept), None)
        if shorter is None or not _alike(mine, shorter):
            kept[ending] = mine
    return kept


def _alike(mine: Shares, other: Shares) -> bool:
    if [label for label, _ in mine][:2] == [label for label, _ in other][:2]:
        return abs(mine[0][1] - other[0][1]) < SAME
    return len(mine) == 1 and mine[0][0] == other[0][0] and other[0][1] > SURE


class Packer:
    """Numbers the classes in the order in which they are first needed."""

    def __init__(self) -> None:
        self.numbers: dict[Class, int] = {}

    def pack(self, entries: dict[str, Shares]) -> str:
        """A line for each distribution with the keys that have it."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(entries):
            groups[self._distribution(entries[key])].append(key)
        return "\n".join("\t".join((distribution, *keys)) for distribution, keys in groups.items())

    def _distribution(self, shares: Shares) -> str:
        return " ".join(f"{self._number(label)}:{_level(share)}" for label, share in shares)

    def _number(self, label: Class) -> int:
        return self.numbers.setdefault(label, len(self.numbers))

    def classes(self) -> str:
        """The classes, one a line."""
        return "\n".join(f"{c.tag}\t{c.lemma}\t{c.verb or ''}" for c in self.numbers)


def _level(share: float) -> int:
    return min(LEVELS, key=lambda level: abs(level - 100 * share))


def context(transitions: dict[str, Counter[str]]) -> tuple[str, str, str]:
    """States, their priors and, by previous state, the transitions seen: logarithms in hundredths."""
    total = sum(transitions.values(), Counter[str]())
    states = [START, *sorted(total)]
    numbers = {name: number for number, name in enumerate(states)}
    prior = [round(100 * math.log(max(total[name], 1) / total.total())) for name in states]
    rows = [_row(transitions.get(name, Counter()), numbers) for name in states]
    return "\n".join(states), " ".join(map(str, prior)), "\n".join(rows)


def _row(counts: Counter[str], numbers: dict[str, int]) -> str:
    total = counts.total() + SMOOTHING
    return " ".join(
        f"{numbers[name]}:{round(100 * math.log(counts[name] / total))}" for name in sorted(counts)
    )


def build(corpus: list[list[Word]]) -> bytes:
    """The data file."""
    statistics = Statistics(corpus)
    packer = Packer()
    listed = {form: top(counts) for form, counts in statistics.forms.items() if counts.total() >= LISTED}
    sections = [packer.pack(listed)]
    sections += [
        packer.pack(pruned(endings_of(statistics.forms, capital=capital))) for capital in (False, True)
    ]
    sections.append("\n".join(sorted(statistics.verbs)))
    raw = "\0".join([packer.classes(), *sections, *context(statistics.transitions)])
    return ORIGIN + zlib.compress(raw.encode("utf-8"), 9)


def main() -> None:
    """Read the corpus, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    data = build(list(read_sentences(options.corpus)))
    options.output.write_bytes(data)
    print(f"{options.output}: {len(data)} bytes")


if __name__ == "__main__":
    main()
