"""Economic indicators: the figures of trade, investment, aid and the like between states."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bilateral.hungarian.clauses import Link
from bilateral.model.facts import EconomicIndicator
from bilateral.model.kinds import Measure
from bilateral.model.text import Evidence, Span
from bilateral.model.world import country
from bilateral.reading.document import Document
from bilateral.reading.economy.basis import basis_of, of_deficit, signed
from bilateral.reading.economy.choice import choose, depends, goes_on
from bilateral.reading.economy.cues import cues, own_subject
from bilateral.reading.economy.figures import Figure, figures
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.pairs import PAIR, Pairs
from bilateral.reading.economy.sides import sides_of
from bilateral.reading.economy.stocks import refined
from bilateral.reading.economy.timing import period_of
from bilateral.reading.economy.told import Choice, Sides, Told

_KEPT = 3
_FAR = 3
_TRADE = (Measure.EXPORTS, Measure.IMPORTS)
_DIRECTED = (Flow.OUTWARD, Flow.INWARD, Flow.GOODS, Flow.DUTY)


def read(document: Document) -> list[EconomicIndicator]:
    """The indicators of an article, in order of the text; figures without a link between states give none."""
    found: list[EconomicIndicator] = []
    earlier: list[Told] = []
    pairs = Pairs.of(document)
    for figure in figures(document):
        told = _told(pairs, figure, _before(document, earlier, figure), earlier[-1:])
        if told is not None:
            found.append(_indicator(document, told))
            earlier = [*earlier[-_KEPT:], told]
    return found


def _before(document: Document, earlier: Sequence[Told], figure: Figure) -> Told | None:
    """The last figure of this unit, else the last one; none of a clause that hangs on the present one.

    A relative clause, or one that leaves its subject out, says more of the last one in its sentence.
    """
    open_ones = [told for told in reversed(earlier) if _stays_open(document, told, figure)]
    if open_ones and open_ones[0].figure.sentence is figure.sentence and _hangs_on(document, figure):
        return open_ones[0]
    alike = (told for told in open_ones if told.figure.amount.unit == figure.amount.unit)
    return next(alike, next(iter(open_ones), None))


def _hangs_on(document: Document, figure: Figure) -> bool:
    clause = figure.clause
    joined = clause.link is Link.COORDINATE and clause.predicate is not None
    return clause.link is Link.RELATIVE or (joined and not own_subject(document, clause))


def _stays_open(document: Document, told: Told, figure: Figure) -> bool:
    clause = told.figure.clause
    if figure.sentence.index - told.figure.sentence.index > _FAR:
        return False
    if clause is figure.clause or clause.link is Link.RELATIVE or not depends(clause, figure.clause):
        return True
    return told.figure.sentence is figure.sentence and goes_on(document, figure)


def _told(pairs: Pairs, figure: Figure, before: Told | None, last: Sequence[Told]) -> Told | None:
    """What the figure tells, if it tells of a relation between states."""
    document = pairs.document
    choice = choose(document, figure, before)
    if choice is None or _is_unreal(document, figure):
        return None
    sides = sides_of(pairs, figure, choice, before)
    if not _links(document, figure, choice, sides, before):
        return None
    lacking = choice.cue is None and before is not None and of_deficit(document, before.choice)
    measure = refined(document, figure, choice)
    if lacking or measure is not choice.measure:
        choice = attrs.evolve(choice, measure=measure, lacking=lacking)
    basis = basis_of(document, figure, choice)
    if before is None or before.figure.sentence is not figure.sentence:
        before = next((told for told in last if told.figure.sentence is figure.sentence), before)
    return Told(choice, figure, sides, basis, period_of(document, figure, choice, basis, before))


def _is_unreal(document: Document, figure: Figure) -> bool:
    """Whether the clause denies the amount or only imagines it, or the sentence asks."""
    predicate, last = figure.clause.predicate, figure.sentence.last
    if document.tokens[last - 1].norm == "?":
        return True
    if predicate is None or predicate.lemma in economy().words.being:
        return predicate is not None and predicate.negated and not figure.found.attributive
    return predicate.counterfactual or (predicate.negated and not figure.found.attributive)


def _links(document: Document, figure: Figure, choice: Choice, sides: Sides, before: Told | None) -> bool:
    """Whether two states are concerned, by the clause's own words or as the text goes on."""
    flow, cue = choice.rule.flow, choice.cue
    if len(sides.countries) < PAIR:
        return sides.abroad and bool(sides.countries)
    given = choice.measure is Measure.AID or (cue is not None and cue.verb)
    if flow is Flow.OUTWARD and given:
        return all(sides.ends)
    if figure.unit_class == "count" or (flow is Flow.STAY and _counts(choice)):
        written = _is_written(figure, choice) and sides.in_sentence
        linked = written or all(sides.explicit) or _are_same_people(figure, choice, sides, before)
        return (
            linked or all(sides.ends) or (choice.rule.common and _is_common(document, figure, choice, sides))
        )
    if flow in _DIRECTED and not any(sides.ends):
        return _of_this_trade(figure, choice, before) or _is_contract(choice, sides)
    if sides.named or sides.in_sentence or flow is Flow.MUTUAL:
        return True
    return _goes_on(figure, choice, before) or _is_told_before(document, figure, choice, sides)


def _counts(choice: Choice) -> bool:
    """Whether it is people or things that the measure counts, even where a part of them is told."""
    return bool(choice.rule.unit) or "count" in choice.rule.units


def _goes_on(figure: Figure, choice: Choice, before: Told | None) -> bool:
    """Whether a figure told before links this one: in its paragraph, of lengths in its sentence."""
    if before is None:
        return False
    here, there = figure.sentence, before.figure.sentence
    far = choice.rule.flow is not Flow.NONE or figure.unit_class == "money"
    return here is there or (far and here.paragraph == there.paragraph)


def _is_told_before(document: Document, figure: Figure, choice: Choice, sides: Sides) -> bool:
    """Whether the text has told before whose it is: the paragraph, of a common work the article."""
    if choice.rule.flow is not Flow.NONE or figure.unit_class != "money":
        return sides.before or (choice.rule.flow is Flow.NONE and _is_common(document, figure, choice, sides))
    return _is_common(document, figure, choice, sides)


def _of_this_trade(figure: Figure, choice: Choice, before: Told | None) -> bool:
    """Whether exports or imports are those of the trade that the paragraph has just told of."""
    if before is None or before.figure.sentence.paragraph != figure.sentence.paragraph:
        return False
    told = before.choice.measure
    if choice.measure is told is Measure.ENERGY_SUPPLY:
        return True
    return choice.measure in _TRADE and told in (Measure.TRADE_TURNOVER, Measure.TRADE_BALANCE, *_TRADE)


def _is_contract(choice: Choice, sides: Sides) -> bool:
    """Whether two states sign for a supply, and who delivers stays open."""
    predicate = choice.clause.predicate
    signs = predicate is not None and predicate.lemma in economy().words.agreeing
    return signs and choice.measure is Measure.ENERGY_SUPPLY and len(sides.spans) == PAIR


def _are_same_people(figure: Figure, choice: Choice, sides: Sides, before: Told | None) -> bool:
    """Whether those of the pair are meant that this sentence or the one before speaks of."""
    if choice.rule.flow is not Flow.STAY:
        return False
    near = before is not None and figure.sentence.index - before.figure.sentence.index <= 1
    told = near and before is not None and sides.ends == before.sides.ends
    return (told and all(sides.ends)) or (choice.measure is Measure.STUDENTS and sides.before)


def _is_common(document: Document, figure: Figure, choice: Choice, sides: Sides) -> bool:
    """Whether it is a work of the two states that the article is about: "a vezeték évi 5 milliárd …"."""
    if not (sides.main or sides.before):
        return False
    if figure.unit_class == "length" or choice.measure is Measure.CAPACITY or choice.rule.common:
        return True
    rules = (cue.rule for cue in cues(document, figure.clause))
    works = any(rule.measure is Measure.INVESTMENT_FLOW or "length" in rule.units for rule in rules)
    return choice.measure is Measure.PROJECT_VALUE and works


def _is_written(figure: Figure, choice: Choice) -> bool:
    """Whether the amount is what a treaty or contract is about: "55 mozdony szállításáról"."""
    about = choice.cue is not None and choice.cue.at == figure.head and choice.cue.case == "Del"
    return about or choice.rule.flow is Flow.NONE


def _indicator(document: Document, told: Told) -> EconomicIndicator:
    figure, sides = told.figure, told.sides
    speaker = document.speaker_at(figure.found.first)
    origin, destination = sides.ends
    return EconomicIndicator(
        measure=told.choice.measure,
        basis=told.basis,
        amount=signed(document, figure, told.choice),
        period=told.period[0] if told.period is not None else None,
        countries=tuple(map(country, sides.countries)),
        origin=country(origin) if origin else None,
        destination=country(destination) if destination else None,
        attributed_to=document.person(speaker) if speaker >= 0 else None,
        evidence=_evidence(document, told),
    )


def _evidence(document: Document, told: Told) -> Evidence:
    sentence = told.figure.sentence
    span = document.span(sentence.first, sentence.last)
    return Evidence.at(document.text, span, f"indicators.{told.choice.rule.id}", _fields(document, told))


def _fields(document: Document, told: Told) -> dict[str, tuple[Span, ...]]:
    figure, sides, cue = told.figure, told.sides, told.choice.cue
    fields: dict[str, tuple[Span, ...]] = {"amount": (document.span(figure.found.first, figure.found.last),)}
    if cue is not None:
        fields["measure"] = (document.span(cue.at, cue.last),)
    if told.period is not None:
        fields["period"] = (told.period[1],)
    named = tuple(sides.spans[code] for code in sides.countries if code in sides.spans)
    if named:
        fields["countries"] = named
    for name, code in zip(("origin", "destination"), sides.ends, strict=True):
        if code in sides.spans:
            fields[name] = (sides.spans[code],)
    return fields
