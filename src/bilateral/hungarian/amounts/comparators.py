"""Words that say how the true value relates to a figure, on either side of it and in the verb."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from bilateral.errors import DataFileError
from bilateral.hungarian.atoms import Atoms
from bilateral.hungarian.suffixes import Ending
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.value_words import value_words
from bilateral.model.kinds import Comparator

_REACH = 4


class FoundComparator(NamedTuple):
    """A comparator and how far it reaches."""

    comparator: Comparator
    first: int
    last: int


@functools.cache
def _phrases(position: str) -> Mapping[tuple[str, ...], Comparator]:
    found: dict[tuple[str, ...], Comparator] = {}
    for row in read_table("comparators.tsv", ("form", "position", "comparator", "source")):
        try:
            comparator = Comparator(row["comparator"])
        except ValueError:
            raise DataFileError("comparators.tsv", row["form"], "the comparator is unknown") from None
        if row["position"] == position:
            found[tuple(row["form"].split())] = comparator
    return found


@functools.cache
def _last_words() -> frozenset[str]:
    """The words that a comparator before a number can end with."""
    return frozenset(words[-1] for words in _phrases("before"))


def verb_comparators() -> Mapping[str, Comparator]:
    """What a verb makes of the figure that is its object, by lemma: *meghalad* is ``more_than``."""
    return {words[0]: comparator for words, comparator in _phrases("verb").items()}


def comparator_before(atoms: Atoms, index: int) -> FoundComparator | None:
    """The comparator before the number at ``index``: *több mint*, *mintegy*, *csaknem a* (fele)."""
    end = index
    while end > 0 and index - end < _REACH:
        found = _phrase_ending_at(atoms, end)
        if found is not None:
            return found
        if atoms[end - 1].fold not in value_words("before_figure"):
            return None
        end -= 1
    return None


def _phrase_ending_at(atoms: Atoms, end: int) -> FoundComparator | None:
    """The longest phrase whose last word is before ``end``; commas inside do not count."""
    if atoms[end - 1].fold != "." and atoms[end - 1].fold not in _last_words():
        return None
    phrases = _phrases("before")
    words: list[str] = []
    best: FoundComparator | None = None
    position = end
    while position > 0 and len(words) < _REACH:
        position -= 1
        fold = atoms[position].fold
        if fold in (",", "."):
            if words and fold == ",":
                continue
            if fold == "." and not words:
                continue
            break
        words.insert(0, fold)
        comparator = phrases.get(tuple(words))
        if comparator is not None and not (
            words[-1] in value_words("than") and _is_instrumental(atoms, position - 1)
        ):
            best = FoundComparator(comparator, position, end)
    return best


def _is_instrumental(atoms: Atoms, index: int) -> bool:
    """*5 millióval* több, mint …: a difference from the number that follows, no comparator of it."""
    fold = atoms[index].fold if index >= 0 else ""
    doubled = fold[-4:-3] == fold[-3:-2]
    return fold.endswith(("al", "el")) and len(fold) > _REACH and (doubled or fold[-3] == "v")


def comparator_after(atoms: Atoms, index: int, ending: Ending) -> FoundComparator | None:
    """The comparator after a unit: *feletti*, *körül*, (dollárt) *meghaladó*, (dollárnál) *több*."""
    if index >= len(atoms):
        return None
    fold = atoms[index].fold
    comparator = _phrases("after").get((fold,))
    if comparator is not None:
        return FoundComparator(comparator, index, index + 1)
    if ending.case == "Ade":
        index += fold in value_words("too")
        comparator = _phrases("than").get((atoms[index].fold,)) if index < len(atoms) else None
        if comparator is not None:
            return FoundComparator(comparator, index, index + 1)
    return None
