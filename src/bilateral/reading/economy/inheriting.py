"""What a figure leaves open of its ends and the one before has told."""

from __future__ import annotations

from bilateral.model.kinds import Measure
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.told import Choice, Ends, Told

_TRADE = (Measure.EXPORTS, Measure.IMPORTS)
_PARTS = ("Nom", "Ela", "Ine")


def inherited(figure: Figure, choice: Choice, said: Ends, before: Told | None) -> Ends:
    """The ends as said, and what they leave open of the figure before where this one goes on with it."""
    if before is None:
        return said
    old = before.sides.ends
    if choice.cue is None:
        return Ends(said.origin or old.origin, said.destination or old.destination) if any(old) else old
    if _same_trader(figure, choice, said, before):
        return Ends(old.origin, said.destination)
    if _same_trade_back(figure, choice, said, before):
        return Ends(old.destination, old.origin)
    if _same_supply(figure, choice, said, before):
        return Ends(old.origin, said.destination or old.destination)
    return _of_the_same(figure, choice, said, before)


def _of_the_same(figure: Figure, choice: Choice, said: Ends, before: Told) -> Ends:
    """The ends where the figure tells of the same people, investor, package, gift or debt."""
    old = before.sides.ends
    if not any(said) and (_same_people(figure, choice, before) or _same_investor(figure, choice, before)):
        return old
    if not any(said) and _same_package(figure, choice, before):
        return old
    if said.destination is None and _same_gift(figure, choice, before):
        return Ends(said.origin, old.destination)
    return old if _same_debt(figure, choice, said, before) else said


def _same_supply(figure: Figure, choice: Choice, said: Ends, before: Told) -> bool:
    """Whether it is a part of somebody's need that the amount told before covers."""
    sized = any(phrase.lemma in economy().words.values for phrase in choice.clause.by_case("Nom"))
    supplied = before.choice.measure is Measure.ENERGY_SUPPLY and choice.measure is Measure.MARKET_SHARE
    near = figure.sentence.paragraph == before.figure.sentence.paragraph
    fits = said.destination in (None, before.sides.ends.destination)
    return sized and supplied and near and said.origin is None and fits


def _same_people(figure: Figure, choice: Choice, before: Told) -> bool:
    """Whether the text goes on with the same students or tourists, or the same gas."""
    here, there = figure.sentence, before.figure.sentence
    near = here is there or (here.paragraph == there.paragraph and here.index - there.index == 1)
    goes_on = figure.unit_class == "count" or choice.measure is Measure.ENERGY_SUPPLY
    goes_on = goes_on or (choice.measure is Measure.EXPORTS and here is there)
    return choice.measure is before.choice.measure and near and goes_on


def _same_investor(figure: Figure, choice: Choice, before: Told) -> bool:
    """Whether the sentence goes on with what else the same companies do there."""
    stay = choice.rule.flow is Flow.STAY and before.choice.rule.flow is Flow.STAY
    goes_on = choice.measure is Measure.JOBS or (choice.cue is not None and choice.cue.verb)
    return stay and goes_on and before.figure.sentence is figure.sentence


def _same_debt(figure: Figure, choice: Choice, said: Ends, before: Told) -> bool:
    """Whether the sentence tells one end of what it told both of before."""
    same = choice.rule is before.choice.rule and before.figure.sentence is figure.sentence
    return (
        same
        and None in said
        and any(end is not None and end == old for end, old in zip(said, before.sides.ends, strict=True))
    )


def _same_package(figure: Figure, choice: Choice, before: Told) -> bool:
    """Whether the next sentence tells what the sum told before consists of: "A csomag … hitelt tartalmaz"."""
    gives = choice.rule.flow is Flow.OUTWARD and before.choice.rule.flow is Flow.OUTWARD
    near = figure.sentence.index - before.figure.sentence.index <= 1
    heads = (phrase.lemma for phrase in choice.clause.phrases if phrase.case in _PARTS)
    return gives and near and any(head in economy().words.packages for head in heads)


def _same_trader(figure: Figure, choice: Choice, said: Ends, before: Told) -> bool:
    """Whether the text goes on with the same country's exports, to another one."""
    here, there = figure.sentence, before.figure.sentence
    if choice.measure is not Measure.EXPORTS or before.choice.measure is not Measure.EXPORTS:
        return False
    near = here.paragraph == there.paragraph and here.index - there.index <= 1
    return near and said.origin is None and said.destination not in (None, before.sides.ends.origin)


def _same_trade_back(figure: Figure, choice: Choice, said: Ends, before: Told) -> bool:
    """Whether the sentence goes on with the other direction: "kivitele 3, behozatala 2 milliárd"."""
    pair = {choice.measure, before.choice.measure}
    if pair != set(_TRADE) or before.figure.sentence is not figure.sentence:
        return False
    old, owned = before.sides.ends, choice.cue is not None and choice.cue.owned
    return all(old) and (not any(said) or (owned and said.destination not in old))


def _same_gift(figure: Figure, choice: Choice, before: Told) -> bool:
    """Whether the sentence goes on with what else the same receiver got."""
    gives = choice.rule.flow is Flow.OUTWARD and before.choice.rule.flow in (Flow.OUTWARD, Flow.GOODS)
    return gives and before.figure.sentence is figure.sentence
