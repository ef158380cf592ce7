"""Economic indicators: the figures of trade, investment, aid and the like between states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from bilateral.model.facts import EconomicIndicator
from bilateral.model.text import Evidence, Span
from bilateral.model.world import Country
from bilateral.reading.document import Document
from bilateral.reading.economy.basis import basis_of, signed
from bilateral.reading.economy.choice import Choice, Topic, choose, depends
from bilateral.reading.economy.figures import Figure, figures
from bilateral.reading.economy.sides import Sides, sides_of
from bilateral.reading.economy.stocks import refined
from bilateral.reading.economy.timing import period_of

_PAIR = 2
_KEPT = 3


def read(document: Document) -> list[EconomicIndicator]:
    """The indicators of an article, in order of the text; figures without a link between states give none."""
    found: list[EconomicIndicator] = []
    topics: list[Topic] = []
    for figure in figures(document):
        topic = _open_topic(topics, figure)
        choice = choose(document, figure, topic)
        if choice is None:
            continue
        sides = sides_of(document, figure, choice, topic)
        if links(figure, sides):
            choice = attrs.evolve(choice, measure=refined(document, figure, choice))
            found.append(_indicator(document, figure, choice, sides))
            topics = [*topics[-_KEPT:], Topic(choice, figure, sides)]
    return found


def _open_topic(topics: Sequence[Topic], figure: Figure) -> Topic | None:
    """What the last figure was about, leaving out clauses that merely hang on the present one."""
    for topic in reversed(topics):
        if topic.figure.clause is figure.clause or not depends(topic.figure.clause, figure.clause):
            return topic
    return None


def links(figure: Figure, sides: Sides) -> bool:
    """Whether the figure tells of a relation between two states."""
    if figure.unit_class == "count":
        return all(sides.explicit)
    return len(sides.countries) >= _PAIR


def _indicator(document: Document, figure: Figure, choice: Choice, sides: Sides) -> EconomicIndicator:
    basis = basis_of(document, figure, choice)
    period = period_of(document, figure, basis)
    speaker = document.speaker_at(figure.found.first)
    fields = _fields(document, figure, choice, sides)
    if period is not None:
        fields["period"] = (period[1],)
    origin, destination = sides.ends
    return EconomicIndicator(
        measure=choice.measure,
        basis=basis,
        amount=signed(document, figure, choice),
        period=period[0] if period is not None else None,
        countries=tuple(Country(code) for code in sides.countries),
        origin=Country(origin) if origin else None,
        destination=Country(destination) if destination else None,
        attributed_to=document.person(speaker) if speaker >= 0 else None,
        evidence=_evidence(document, figure, choice, fields),
    )


def _fields(document: Document, figure: Figure, choice: Choice, sides: Sides) -> dict[str, tuple[Span, ...]]:
    fields = {"amount": (document.span(figure.found.first, figure.found.last),)}
    if choice.cue is not None:
        fields["measure"] = (document.span(choice.cue.at, choice.cue.last),)
    named = tuple(sides.spans[code] for code in sides.countries if code in sides.spans)
    if named:
        fields["countries"] = named
    for name, code in zip(("origin", "destination"), sides.ends, strict=True):
        if code in sides.spans:
            fields[name] = (sides.spans[code],)
    return fields


def _evidence(
    document: Document, figure: Figure, choice: Choice, fields: Mapping[str, tuple[Span, ...]]
) -> Evidence:
    span = document.span(figure.sentence.first, figure.sentence.last)
    return Evidence.at(document.text, span, f"indicators.{choice.rule.id}", fields)
