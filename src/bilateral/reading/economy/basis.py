"""What a figure says of its measure: level, change, share or target; its sign and its comparator."""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Link
from bilateral.hungarian.predicates import Predicate
from bilateral.model.kinds import Basis, Comparator, Measure
from bilateral.model.values import Amount
from bilateral.reading.document import Document
from bilateral.reading.economy.cues import lemma
from bilateral.reading.economy.effects import effect
from bilateral.reading.economy.figures import Figure, scaled
from bilateral.reading.economy.lexicon import Effect, Flow, economy
from bilateral.reading.economy.told import Choice

_EXACTLY, _MORE_THAN, _LESS_THAN, _AT_MOST = (
    Comparator.EXACTLY,
    Comparator.MORE_THAN,
    Comparator.LESS_THAN,
    Comparator.AT_MOST,
)

_COMPARATORS = {
    Effect.MORE_THAN: Comparator.MORE_THAN,
    Effect.LESS_THAN: Comparator.LESS_THAN,
    Effect.NEARLY: Comparator.NEARLY,
    Effect.ABOUT: Comparator.ABOUT,
}
_STUDENT = "student"
_CHANGES = (Effect.UP, Effect.DOWN)
_NO_GOALS = (Measure.DEBT, Measure.PROJECT_VALUE)
_SEEN = ("count", "length", "area")
_SHARE_MEASURES = (Measure.CURRENCY_SHARE, Measure.MARKET_SHARE, Measure.LOAN)


def basis_of(document: Document, figure: Figure, choice: Choice) -> Basis:
    """How the amount relates to the measure."""
    if changes(document, figure):
        return Basis.CHANGE
    if figure.unit_class == "share" and _possessed(figure):
        return Basis.SHARE
    if choice.aimed or (_can_be_aimed_at(document, figure, choice) and aims(document, figure)):
        return Basis.TARGET
    if figure.unit_class == "share" and (
        choice.measure in _SHARE_MEASURES or choice.measure is Measure.OTHER
    ):
        return Basis.SHARE
    return Basis.LEVEL


def _can_be_aimed_at(document: Document, figure: Figure, choice: Choice) -> bool:
    """Whether the figure can be a level to reach: no gift is, nor who or what has something done to it."""
    seen = choice.measure is Measure.OTHER and figure.unit_class in _SEEN
    if (choice.rule.flow is Flow.NONE and seen) or choice.measure in _NO_GOALS:
        return False
    if choice.measure is Measure.STUDENTS and _awaits(figure):
        return False
    if choice.measure is Measure.CAPACITY and figure.case != "Sbl" and not _replaces(document, figure):
        return False
    if choice.rule.flow is not Flow.OUTWARD:
        return True
    return figure.case == "Sbl" or _names_goal(document, figure)


def _awaits(figure: Figure) -> bool:
    """Whether the clause tells whom somebody takes in: "20 diákot vár az egyetemeire"."""
    predicate = figure.clause.predicate
    return figure.case == "Acc" and predicate is not None and predicate.lemma in economy().words.hosting


def _replaces(document: Document, figure: Figure) -> bool:
    """Whether the clause tells what the figure takes the place of: "a mostani 16 helyett évi 32 milliárd"."""
    return not economy().words.replaced.isdisjoint(document.folds(figure.clause))


def _names_goal(document: Document, figure: Figure) -> bool:
    """Whether a word for a goal or a plan stands by the amount."""
    return not economy().words.target_nouns.isdisjoint(document.lemmas[figure.first : figure.last])


def _possessed(figure: Figure) -> bool:
    return figure.found.role == "possessed"


def changes(document: Document, figure: Figure) -> bool:
    """Whether the amount is the size of a growth or a fall."""
    if figure.unit_class == "times":
        return True
    if figure.case == "Ins":
        return effect(document, figure) in _CHANGES
    return economy().effects.get(lemma(document, figure.head)) in _CHANGES


def aims(document: Document, figure: Figure) -> bool:
    """Whether the amount is a level that somebody wants, plans or expects."""
    if figure.found.attributive and _moves_to_another(document, figure):
        return False
    if figure.case == "Del" or _is_replaced(document, figure):
        return False
    return _wanted(document, figure) or _to_come(document, figure)


def _moves_to_another(document: Document, figure: Figure) -> bool:
    """In "a 3 milliárdos forgalmat 5 milliárdra növelni": the present level of what is to change."""
    later = document.amounts_in(figure.found.last, figure.clause.last)
    return "Sbl" in [found.case for found in later]


def _is_replaced(document: Document, figure: Figure) -> bool:
    last = figure.found.last
    return last < len(document.tokens) and document.tokens[last].fold in economy().words.replaced


def _wanted(document: Document, figure: Figure) -> bool:
    words, predicate = economy().words, figure.clause.predicate
    if predicate is not None and _governs(figure, predicate):
        if predicate.modality in words.target_modalities or predicate.lemma in words.target_verbs:
            return True
        if predicate.mood in ("Imp", "Cnd"):
            return True
    return _names_goal(document, figure) or _hoped(figure)


def _hoped(figure: Figure) -> bool:
    """Whether the clause is what somebody hopes or plans: "azt reméli, hogy eléri a 200 ezret"."""
    parent = figure.clause.parent if figure.clause.link is Link.COMPLEMENT else None
    predicate = parent.predicate if parent is not None else None
    return predicate is not None and predicate.lemma in economy().words.target_verbs


def _governs(figure: Figure, predicate: Predicate) -> bool:
    """Whether the predicate stands in the same part of the clause as the amount."""
    amount, verb = figure.found.first, predicate.verb
    return any(first <= amount < last and first <= verb < last for first, last in figure.clause.parts)


def _to_come(document: Document, figure: Figure) -> bool:
    """A level that "may be reached", or to which something "rises" in the present tense."""
    predicate = figure.clause.predicate
    if predicate is None or predicate.past:
        return False
    if _later(document, figure):
        return True
    governs = effect(document, figure)
    rises = governs in _CHANGES and (figure.case == "Sbl" or _bound(document, figure) is not None)
    return governs is not None and (predicate.potential or predicate.modality == "may" or rises)


def _later(document: Document, figure: Figure) -> bool:
    return not economy().words.future.isdisjoint(document.folds(figure.clause))


def signed(document: Document, figure: Figure, choice: Choice) -> Amount:
    """The amount with the comparator of its verb, negative for a fall or a deficit, students as such."""
    amount = figure.amount
    if choice.measure is Measure.STUDENTS and figure.found.counted:
        amount = attrs.evolve(amount, unit=_STUDENT)
    governs = effect(document, figure)
    reaches = governs in _COMPARATORS and _reached(figure) and not _is_measured_by(figure, choice)
    if amount.comparator is _EXACTLY and governs in _COMPARATORS and reaches:
        amount = attrs.evolve(amount, comparator=_COMPARATORS[governs])
    bound = _bound(document, figure)
    if amount.comparator is _EXACTLY and bound is not None:
        amount = attrs.evolve(amount, comparator=bound)
    falls = governs is Effect.DOWN and changes(document, figure) and figure.unit_class != "times"
    lacks = figure.unit_class == "money" and of_deficit(document, choice)
    return scaled(amount, -1) if falls or lacks else amount


def _is_measured_by(figure: Figure, choice: Choice) -> bool:
    """Whether the verb says what is measured and not how much: "ezren lépték át a határt"."""
    cue, predicate = choice.cue, figure.governing.predicate
    return cue is not None and cue.verb and predicate is not None and cue.at == predicate.verb


def _bound(document: Document, figure: Figure) -> Comparator | None:
    """What the case or the postposition makes of the amount: "50 millióig", "5 milliárd fölé"."""
    words, last = economy().words, figure.found.last
    near = [document.tokens[at].fold for at in (last - 1, last) if at < len(document.tokens)]
    if words.above.intersection(near):
        return _MORE_THAN
    if words.below.intersection(near):
        return _LESS_THAN
    return _AT_MOST if figure.case == "Ter" else None


def _reached(figure: Figure) -> bool:
    return figure.case in ("Acc", "Sbl", "Nom", "")


def of_deficit(document: Document, told: Choice) -> bool:
    """Whether the figure is that of a deficit."""
    return told.lacking or _deficit(document, told)


def _deficit(document: Document, choice: Choice) -> bool:
    if choice.measure is not Measure.TRADE_BALANCE or choice.cue is None:
        return False
    words = economy().words.negative
    return any(
        lemma(document, at).endswith(tuple(sorted(words))) for at in range(choice.cue.at, choice.cue.last)
    )
