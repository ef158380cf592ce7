"""Predicates: finite verbs with their preverbs, auxiliaries, tense, mood and polarity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

import attrs

from bilateral.hungarian.grammar import Grammar
from bilateral.hungarian.morphology import Reading, analyse
from bilateral.hungarian.tokens import Token

_FOLD = attrgetter("fold")
_NEAR = 3
_ALSO = "is"
"""The particle that may part a preverb or a negator from its verb."""


@attrs.define(eq=False)
class Predicate:
    """What a clause says of its arguments.

    Attributes:
        token: index of the finite verb, or of the adjective that governs an infinitive without one ("kész").
        verb: index of the word that carries the meaning: the infinitive under an auxiliary.
        lemma: dictionary form with its preverb joined, e.g. ``"aláír"`` for "írták alá".
        preverb: index of a preverb that stands apart, or -1.
        adjective: index of an adjective that governs the infinitive beside a copula ("képes volt"), or -1.
        modality: what an auxiliary makes of it: ``""``, ``"future"``, ``"will"``, ``"must"``, ``"may"`` …
        tense: ``"Past"`` or ``"Pres"``.
        mood: ``"Ind"``, ``"Cnd"`` or ``"Imp"``.
        person: person and number, e.g. ``"3S"``.
        definite: ``"Def"`` or ``"Ind"`` conjugation.
        negated: whether the clause denies it.
        counterfactual: whether "volna" makes it contrary to fact.
        potential: whether -hat/-het makes it a possibility.
        tokens: indices of its words, in order.
        past: whether it reports something that has happened.
    """

    token: int
    verb: int
    lemma: str
    preverb: int = -1
    adjective: int = -1
    modality: str = ""
    tense: str = ""
    mood: str = ""
    person: str = ""
    definite: str = ""
    negated: bool = False
    counterfactual: bool = False
    potential: bool = False

    tokens: tuple[int, ...] = attrs.field(init=False)
    past: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        real = self.mood == "Ind" and not self.counterfactual and not self.potential
        self.past = self.tense == "Past" and real
        if self.verb == self.token and self.preverb < 0 and self.adjective < 0:
            self.tokens = (self.token,)
        else:
            words = {self.token, self.verb, self.preverb, self.adjective} - {-1}
            self.tokens = tuple(sorted(words))


def is_finite(readings: Sequence[Reading]) -> bool:
    """Whether the word is, in this context, a finite verb."""
    return bool(readings) and readings[0].form == "Fin"


def finite_reading(readings: Sequence[Reading]) -> Reading | None:
    """The best finite reading among the candidates, if there is one."""
    for reading in readings:
        if reading.form == "Fin":
            return reading
    return None


def build(
    tokens: Sequence[Token],
    readings: Sequence[Sequence[Reading]],
    span: Sequence[int],
    at: int,
    words: Grammar,
) -> Predicate:
    """The predicate whose finite verb is word ``at``; ``span`` lists the clause's words in order."""
    reading = readings[at][0]
    if reading.form != "Fin":
        reading = finite_reading(readings[at]) or _nominal(reading)
    position = span.index(at)
    adjective = _beside(readings, span, position, words) if reading.lemma in words.copulas else -1
    auxiliary = readings[adjective][0] if adjective >= 0 else reading
    modality = _modality(auxiliary, words)
    verb = _infinitive(readings, span, position) if modality else -1
    if verb < 0:
        verb, modality, adjective = at, "", -1
    near = span[max(0, position - _NEAR) : position + _NEAR]
    alone = words.satellites.isdisjoint(map(_FOLD, map(tokens.__getitem__, near)))
    preverb = -1 if alone else _preverb(tokens, span, position, words, auxiliary=verb != at)
    if preverb < 0 and verb != at:
        preverb = _preverb(tokens, span, span.index(verb), words, auxiliary=False)
    base = reading if verb == at else _infinitive_reading(readings[verb])
    return Predicate(
        token=at,
        verb=verb,
        lemma=_lemma(tokens, base, verb, preverb, words) if base.preverb or preverb >= 0 else base.lemma,
        preverb=preverb,
        adjective=adjective,
        modality=modality,
        tense=reading.tense,
        mood="Ind" if reading.mood == "Pot" else reading.mood,
        person=reading.person,
        definite=reading.definite,
        negated=(preverb >= 0 or not alone) and _negated(tokens, span, position, preverb, words),
        counterfactual=not alone and _counterfactual(tokens, span, position, words),
        potential=base.potential or reading.potential or "Pot" in (base.mood, reading.mood),
    )


def _lemma(tokens: Sequence[Token], base: Reading, verb: int, preverb: int, words: Grammar) -> str:
    """The dictionary form of a verb with its preverb, fused or apart, in the usual spelling."""
    if base.preverb:
        return _usual(base.lemma, base.preverb, words)
    apart = tokens[preverb].fold
    return _usual(_joined(apart, tokens[verb].fold, base.form, base.lemma), apart, words)


def _modality(auxiliary: Reading, words: Grammar) -> str:
    if auxiliary.potential and auxiliary.lemma in words.potential_auxiliaries:
        return words.potential_auxiliaries[auxiliary.lemma]
    return words.auxiliaries.get(auxiliary.lemma, "")


def nominal_auxiliary(readings: Sequence[Sequence[Reading]], span: Sequence[int], words: Grammar) -> int:
    """The adjective that governs an infinitive, with or without a copula ("hajlandó visszavonni"), or -1."""
    for index in span:
        for reading in readings[index]:
            if reading.pos == "ADJ" and _governs(reading, words):
                return index if _infinitive(readings, span, span.index(index)) >= 0 else -1
    return -1


def _governs(reading: Reading, words: Grammar) -> bool:
    return reading.pos == "ADJ" and reading.case in ("", "Nom") and reading.lemma in words.auxiliaries


def _nominal(reading: Reading) -> Reading:
    """A predicate without a verb is in the present, of a third person."""
    return attrs.evolve(reading, tense="Pres", mood="Ind", person="3P" if reading.number == "Plur" else "3S")


def _beside(readings: Sequence[Sequence[Reading]], span: Sequence[int], position: int, words: Grammar) -> int:
    """The adjective right beside a copula that governs an infinitive ("képes volt visszafizetni"), or -1."""
    near = span[max(0, position - 1) : position + 2]
    return next((index for index in near if readings[index] and _governs(readings[index][0], words)), -1)


def _infinitive_reading(readings: Sequence[Reading]) -> Reading:
    return next((reading for reading in readings if reading.form == "Inf"), readings[0])


def _infinitive(readings: Sequence[Sequence[Reading]], span: Sequence[int], position: int) -> int:
    """The infinitive that belongs to the auxiliary at ``position``: the nearest one, after before before."""
    behind = (index for index in span[position + 1 :] if readings[index] and readings[index][0].form == "Inf")
    ahead = (
        index for index in reversed(span[:position]) if readings[index] and readings[index][0].form == "Inf"
    )
    return next(behind, next(ahead, -1))


def _preverb(
    tokens: Sequence[Token], span: Sequence[int], position: int, words: Grammar, *, auxiliary: bool
) -> int:
    """A preverb that stands apart: right after the verb, or before it with a negation or auxiliary between.

    Right before its own verb a preverb is written as one word with it (all but "részt" and its like), so
    that a word like "át" there is something else ("egy órán át beszélt"); before an auxiliary it stands
    alone ("alá kívánja írni").
    """
    for index in span[position + 1 : position + 3]:
        if tokens[index].fold in words.preverbs:
            return index
        if tokens[index].fold not in words.parting and tokens[index].fold not in words.counterfactual:
            break
    for distance, index in enumerate(reversed(span[max(0, position - _NEAR) : position])):
        if tokens[index].fold in words.preverbs:
            apart = distance or auxiliary or tokens[index].fold in words.verb_modifiers
            return index if apart else -1
        if tokens[index].fold not in words.negators and tokens[index].fold not in words.auxiliary_forms:
            break
    return -1


@lru_cache(maxsize=1 << 12)
def _joined(preverb: str, verb: str, form: str, lemma: str) -> str:
    """The lemma with its preverb, as the two would be read if they were written as one word.

    Args:
        preverb: the preverb, folded.
        verb: the verb as it stands, folded.
        form: its form (``Fin``, ``Inf`` …).
        lemma: its lemma without the preverb.
    """
    whole = (found for found in analyse(preverb + verb) if found.preverb == preverb and found.form)
    verbs = (found.verb for found in whole if found.form == form)
    return next(verbs, preverb + lemma)


def _usual(lemma: str, preverb: str, words: Grammar) -> str:
    """The lemma with the usual form of its preverb: "felszólít" for "fölszólít"."""
    usual = words.preverb_variants.get(preverb)
    return usual + lemma.removeprefix(preverb) if usual is not None else lemma


def _negated(
    tokens: Sequence[Token], span: Sequence[int], position: int, preverb: int, words: Grammar
) -> bool:
    """A denial right before the verb (or its preverb), or a verb that denies."""
    if tokens[span[position]].fold in words.negative_verbs:
        return True
    starts = [position] + ([span.index(preverb)] if preverb in span else [])
    return any(
        tokens[span[start - back]].fold in words.negators
        for start in starts
        for back in (1, 2)
        if start - back >= 0 and (back == 1 or _lets_through(tokens[span[start - 1]].fold, words))
    )


def _lets_through(fold: str, words: Grammar) -> bool:
    """Whether the word may stand between a negator and its verb: "nem is emelt"."""
    return fold == _ALSO or fold in words.preverbs


def _counterfactual(tokens: Sequence[Token], span: Sequence[int], position: int, words: Grammar) -> bool:
    near = span[max(0, position - 1) : position + 3]
    return any(tokens[index].fold in words.counterfactual for index in near)
