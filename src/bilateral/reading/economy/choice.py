"""What an amount measures: decided by its own noun, by the whole that it is a part of, or by the clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from bilateral.model.kinds import Measure
from bilateral.reading.document import Document
from bilateral.reading.economy.cues import MODIFIER, Cue, lemma, noun, noun_cues
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import MeasureRule, economy

_START = 60
_SUBJECT, _OBJECT, _VERB = 30, 10, -10
_BOUNDARY, _AFTER = 25, 8
_PART_REACH = 4
_PHYSICAL = frozenset({"volume", "mass", "energy", "power"})
_CASES = {"Nom": _SUBJECT, "Acc": _OBJECT, "Dat": 0, "Gen": 0, "": _VERB}


@attrs.frozen
class Choice:
    """The measure of an amount.

    Attributes:
        rule: the entry of the data file.
        measure: what it measures.
        cue: the words that say so; ``None`` where they stand in an earlier clause.
        aimed: whether the amount is called a goal.
    """

    rule: MeasureRule
    measure: Measure
    cue: Cue | None
    aimed: bool = False


class Topic(NamedTuple):
    """What the figure before was about, for figures that leave it out."""

    choice: Choice
    paragraph: int
    sentence: int


def choose(document: Document, figure: Figure, found: Sequence[Cue], topic: Topic | None) -> Choice | None:
    """The measure of ``figure`` among the cues of its clause, or as the topic has it."""
    return (
        _capacity(figure, found)
        or _by_head(document, figure, found, topic)
        or _by_whole(document, figure)
        or _by_clause(document, figure, found)
        or _by_topic(document, figure, topic)
    )


def _choice(rule: MeasureRule, cue: Cue | None, measure: Measure | None = None) -> Choice:
    return Choice(rule, measure or rule.measure, cue)


def _capacity(figure: Figure, found: Sequence[Cue]) -> Choice | None:
    if figure.unit_class not in _PHYSICAL:
        return None
    cue = next((cue for cue in found if cue.rule.measure is Measure.CAPACITY), None)
    return _choice(cue.rule, cue) if cue is not None else None


def _by_head(document: Document, figure: Figure, found: Sequence[Cue], topic: Topic | None) -> Choice | None:
    """The noun that the amount modifies, or the worth of what comes with it."""
    if figure.head < 0:
        return None
    words = economy().words
    word = lemma(document, figure.head)
    if word in words.targets:
        inner = _by_clause(document, figure, found) or _by_topic(document, figure, topic)
        return attrs.evolve(inner, aimed=True) if inner is not None else None
    cue = next(noun_cues(document, figure.head, figure.head + 1), None)
    return _choice(cue.rule, cue) if cue is not None and figure.fits(cue.rule.units) else None


def _by_whole(document: Document, figure: Figure) -> Choice | None:
    """The noun whose part a percentage is: "behozatalának 11,7 százaléka"."""
    reading = noun(document, figure.found.last - 1)
    if figure.unit_class != "share" or reading is None or not reading.possessor:
        return None
    start = max(figure.first, figure.found.first - _PART_REACH)
    cue = next(iter(reversed(list(noun_cues(document, start, figure.found.first)))), None)
    if cue is None or cue.case not in ("Nom", "Dat", "Gen"):
        return None
    return _share(cue)


def _share(cue: Cue) -> Choice:
    kept = (Measure.CURRENCY_SHARE, Measure.TARIFF, Measure.LOAN)
    return _choice(cue.rule, cue, cue.rule.measure if cue.rule.measure in kept else Measure.MARKET_SHARE)


def _by_clause(document: Document, figure: Figure, found: Iterable[Cue]) -> Choice | None:
    """The cue that stands nearest in a role that a figure can belong to."""
    weighed = [(_weight(document, figure, cue), cue) for cue in found if figure.fits(cue.rule.units)]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    if best is None or best[0] <= 0:
        return None
    cue = best[1]
    if figure.unit_class == "share" and _is_part(document, cue):
        return _share(cue)
    return _choice(cue.rule, cue)


def _is_part(document: Document, cue: Cue) -> bool:
    return lemma(document, cue.last - 1) in economy().words.shares


def _weight(document: Document, figure: Figure, cue: Cue) -> int:
    """How well a cue's role and place fit the amount; at most 0 where it cannot be its measure."""
    if cue.case == MODIFIER or cue.case not in _CASES:
        return 0
    low, high = sorted((cue.at, figure.found.first))
    marks = sum(document.tokens[at].norm in ",;:()–—" for at in range(low, high))
    after = _AFTER if cue.at > figure.found.first else 0
    return _START + _CASES[cue.case] - (high - low) - _BOUNDARY * marks - after


def _by_topic(document: Document, figure: Figure, topic: Topic | None) -> Choice | None:
    """The measure of the figure before, where this clause goes on with it without naming another."""
    if topic is None or topic.paragraph != figure.sentence.paragraph:
        return None
    if not figure.fits(topic.choice.rule.units) or not _continues(document, figure, topic):
        return None
    return attrs.evolve(topic.choice, cue=None, aimed=False)


def _continues(document: Document, figure: Figure, topic: Topic) -> bool:
    """Whether no subject of its own stands in the clause, or only one that points back."""
    clause, words = figure.clause, economy().words
    if figure.sentence.index - topic.sentence > 1:
        return False
    subjects = [phrase for phrase in clause.by_case("Nom") if not _is_amount(document, phrase.head)]
    pointing = [p for p in subjects if p.lemma in words.continuing or p.lemma in words.values]
    return not subjects or bool(pointing)


def _is_amount(document: Document, token: int) -> bool:
    if token in document.timed or document.readings[token][0].pos in ("NUM", "ADV"):
        return True
    return any(found.first <= token < found.last for found in document.amounts)
