"""The statistical part of the morphology: a trained table of forms and endings, and a bigram context model.

The table maps frequent forms, and the endings of all forms, to classes. A class is a tag together with the
edits that turn the form into its lemma. ``tools/train_morphology.py`` writes the table, this module reads it.
"""

from __future__ import annotations

import functools
import math
import zlib
from typing import NamedTuple

import attrs

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_bytes

FILE = "morphology.bin"
HEADER = b"bilateral morphology 1\n"
LONGEST_ENDING = 10
"""Endings of more letters are not stored."""

_WEIGHT_OF_CONTEXT = 0.55
"""Weight of the context against the probabilities of a form's own classes."""
_UNSEEN = -9.0


FINITE_PARTS = 5
"""Parts of a finite verb's tag: VERB, mood, tense, person, definiteness."""
NOMINAL_PARTS = 6
"""Parts of a nominal's tag: part of speech, case, number, possessor, degree, form."""


class Edit(NamedTuple):
    """How a form becomes its lemma: drop letters at the front and at the end, add letters at the end.

    ``whole`` replaces the form altogether (suppletive stems: "volt" -> "van").
    """

    front: int
    back: int
    add: str
    whole: bool = False

    def apply(self, form: str) -> str:
        """The lemma of ``form``."""
        if self.whole:
            return self.add
        return form[self.front : len(form) - self.back] + self.add

    def __str__(self) -> str:
        """As it is stored."""
        return f"={self.add}" if self.whole else f"{self.front}/{self.back}/{self.add}"

    @classmethod
    def parse(cls, stored: str) -> Edit:
        """The inverse of ``str``."""
        if stored.startswith("="):
            return cls(0, 0, stored[1:], whole=True)
        front, back, add = stored.split("/", 2)
        return cls(int(front), int(back), add)

    @classmethod
    def between(cls, form: str, lemma: str) -> Edit:
        """The edit from ``form`` to ``lemma``; a superlative's leg- is dropped at the front."""
        front = 3 if form.startswith("leg") and not lemma.startswith("leg") else 0
        common = common_start(form[front:], lemma)
        if not common:
            return cls(0, 0, "" if form == lemma else lemma, whole=form != lemma)
        return cls(front, len(form) - front - common, lemma[common:])


def common_start(one: str, other: str) -> int:
    """How many letters two words share from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))


class Class(NamedTuple):
    """A tag, the edit to the lemma, and for participles the edit to the verb."""

    tag: str
    lemma: Edit
    verb: Edit | None


class Guess(NamedTuple):
    """A class with its probability."""

    label: Class
    probability: float


@functools.lru_cache(maxsize=1 << 11)
def parts_of(tag: str) -> tuple[str, ...]:
    """The parts of a tag."""
    return tuple(tag.split("|"))


def state(tag: str) -> str:
    """What the context model sees of a tag: case and possession of nominals, person and object of verbs."""
    parts = tag.split("|")
    if parts[0] == "VERB" and len(parts) == FINITE_PARTS:
        return f"VERB|{parts[3]}{parts[4]}{'!' if parts[1].startswith('Imp') else ''}"
    if len(parts) < NOMINAL_PARTS:
        return "|".join(parts[:2])
    number = parts[2] if parts[0] in ("NOUN", "PROPN") else ""
    return f"{parts[0]}|{parts[1]}|{'p' if parts[3] else ''}{number}"


def lexical(state_: str, lemma: str) -> str:
    """The state of its own that a frequent function word has."""
    return f"{state_}~{lemma}"


@functools.lru_cache(maxsize=1 << 13)
def _class(line: str) -> Class:
    tag, lemma, verb = line.split("\t")
    return Class(tag, Edit.parse(lemma), Edit.parse(verb) if verb else None)


class Weights(dict[int, list[float]]):
    """``weights[previous][state]``, logarithmic: the more a state is expected anyway, the less it counts.

    Rows are unpacked when they are asked for: most states are rare.
    """

    def __init__(self, rows: list[str], prior: list[int]) -> None:
        super().__init__()
        self._rows = rows
        self._usual = [_WEIGHT_OF_CONTEXT * value / 100 for value in prior]
        self._unseen = [_WEIGHT_OF_CONTEXT * _UNSEEN - value for value in self._usual]

    def __missing__(self, previous: int) -> list[float]:
        row = self._unseen.copy()
        for pair in self._rows[previous].split():
            number, _, value = pair.partition(":")
            row[int(number)] = _WEIGHT_OF_CONTEXT * int(value) / 100 - self._usual[int(number)]
        self[previous] = row
        return row


@attrs.define(eq=False)
class Table:
    """The trained table in memory; the distributions stay packed until a form asks for them.

    Attributes:
        classes: by number, as stored.
        forms: frequent form -> packed distribution.
        endings: packed distributions by ending, of forms in lower case and of capitalised ones.
        verbs: simplex verbs, to tell preverbs from beginnings of verbs.
        states: the context model's states by name.
        weights: the context model's transitions.
    """

    classes: list[str]
    forms: dict[str, str]
    endings: tuple[dict[str, str], dict[str, str]]
    verbs: frozenset[str]
    states: dict[str, int]
    weights: Weights
    _unpacked: dict[str, tuple[Guess, ...]] = attrs.field(factory=dict, init=False, repr=False)
    """Distributions met so far: many forms and endings share one, so that there are few."""

    def guess(self, form: str, *, capital: bool) -> tuple[Guess, ...]:
        """Classes of a form by its longest known ending, the most probable first."""
        endings = self.endings[capital]
        word = "^" + form.lower()
        for start in range(max(0, len(word) - LONGEST_ENDING), len(word) + 1):
            packed = endings.get(word[start:])
            if packed is not None:
                return self._unpacked.get(packed) or self.unpack(packed)
        return ()

    def known(self, form: str) -> tuple[Guess, ...]:
        """Classes of a frequent form, the most probable first; empty if it is not listed."""
        packed = self.forms.get(form)
        return () if packed is None else self._unpacked.get(packed) or self.unpack(packed)

    def unpack(self, packed: str) -> tuple[Guess, ...]:
        """The distribution behind its stored form ``class:percent class:percent``."""
        pairs = [item.split(":") for item in packed.split(" ")]
        found = tuple([Guess(_class(self.classes[int(one)]), int(percent) / 100) for one, percent in pairs])
        self._unpacked[packed] = found
        return found


def _by_key(section: str) -> dict[str, str]:
    """Key -> packed distribution, from lines of a distribution and the keys that share it."""
    found: dict[str, str] = {}
    for line in section.split("\n"):
        cells = line.split("\t")
        distribution = cells.pop(0)
        for key in cells:
            found[key] = distribution
    return found


@functools.cache
def table() -> Table:
    """The shipped table.

    Raises:
        DataFileError: if the file is not one that ``tools/train_morphology.py`` wrote.
    """
    data = read_bytes(FILE)
    head, _, packed = data.partition(b"\n\n")
    if not head.startswith(HEADER):
        raise DataFileError(FILE, "line 1", f"expected {HEADER.decode().strip()!r}")
    return parse_table(zlib.decompress(packed).decode("utf-8"))


def parse_table(raw: str) -> Table:
    """The table behind its uncompressed text."""
    classes, forms, lower, capital, verbs, states, prior, rows = raw.split("\0")
    return Table(
        classes=classes.split("\n"),
        forms=_by_key(forms),
        endings=(_by_key(lower), _by_key(capital)),
        verbs=frozenset(verbs.split("\n")),
        states={name: number for number, name in enumerate(states.split("\n"))},
        weights=Weights(rows.split("\n"), [int(value) for value in prior.split(" ")]),
    )


def log(probability: float) -> float:
    """The logarithm, of zero too."""
    return math.log(max(probability, 1e-4))
