"""What a fact tells of its persons that the article does not: its evidence says where that was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from bilateral.model.facts import AnyFact
from bilateral.model.world import Person
from bilateral.reading.document import Document
from bilateral.reading.referents import PersonRecord, Source

_OUTSIDE = {Source.HOLDERS: Source.HOLDERS.value, Source.LEXICON: "the lexicon"}


def disclosed(document: Document, facts: Iterable[AnyFact]) -> list[AnyFact]:
    """The facts, with what was taken from a list in the evidence of each that names such a person."""
    known = {record.name: tuple(_taken(record)) for record in document.people}
    if not any(known.values()):
        return list(facts)
    return [_disclosed(fact, known) for fact in facts]


def _disclosed(fact: AnyFact, known: dict[str, tuple[str, ...]]) -> AnyFact:
    names = dict.fromkeys(person.name for person in _persons(fact))
    beyond = tuple(told for name in names for told in known.get(name, ()))
    return attrs.evolve(fact, evidence=attrs.evolve(fact.evidence, beyond=beyond)) if beyond else fact


def _persons(fact: AnyFact) -> Iterator[Person]:
    for field in attrs.fields(type(fact)):
        value = getattr(fact, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Person):
                yield item


def _taken(record: PersonRecord) -> Iterator[str]:
    """Each list that something of a person was taken from, with what: "country and office of X: list"."""
    origins = {"country": record.country_source, "office": record.office_source}
    for source, name in _OUTSIDE.items():
        taken = [what for what, origin in origins.items() if origin is source]
        if taken:
            yield f"{' and '.join(taken)} of {record.name}: {name}"
