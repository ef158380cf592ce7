"""Facts as rows of plain values: the tables that everything outside Python reads.

A row is flat: ``str``, ``int``, ``None`` or a list of ``str``. Countries are codes, persons, places and
organisations names, periods EDTF strings, amounts three columns (``value``, ``unit``, ``comparator``).
The columns of a fact table are the attributes of its class in their order, followed by ``start`` and
``end``: the offsets of the evidence in the article's text.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import singledispatch
from typing import TYPE_CHECKING

import attrs

from bilateral.model.facts import FACT_TYPES, AnyFact, Fact
from bilateral.model.text import Span
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country, Organization, Person, Place

if TYPE_CHECKING:
    from bilateral.model.article import Article

Cell = str | int | list[str] | None
Row = dict[str, Cell]

ARTICLE_COLUMNS = ("published", "section", "headline", "agency", "countries")
OFFSET_COLUMNS = ("start", "end")

_EVIDENCE = frozenset(attribute.name for attribute in attrs.fields(Fact))


@singledispatch
def cell(value: object) -> Cell:
    """The plain value that a table writes for ``value``.

    Raises:
        TypeError: for a type that tables have no form for.
    """
    message = f"tables have no form for {type(value).__name__}"
    raise TypeError(message)


@cell.register
def _(value: None) -> Cell:
    return value


@cell.register
def _(value: str) -> Cell:
    return value


@cell.register
def _(value: StrEnum) -> Cell:
    return value.value


@cell.register
def _(value: Country) -> Cell:
    return value.code


@cell.register(Organization)
@cell.register(Person)
@cell.register(Place)
def _(value: Organization | Person | Place) -> Cell:
    return value.name


@cell.register
def _(value: Period) -> Cell:
    return str(value)


@cell.register
def _(value: date) -> Cell:
    return value.isoformat()


@cell.register
def _(value: datetime) -> Cell:
    return value.isoformat(timespec="minutes" if value.second == 0 else "seconds")


@cell.register
def _(value: tuple) -> Cell:  # type: ignore[type-arg]  # singledispatch registers plain classes only
    return [str(cell(item)) for item in value]


def columns(kind: type[Fact]) -> tuple[str, ...]:
    """The attributes of a fact type that its table shows, in order."""
    return tuple(a.name for a in attrs.fields(kind) if a.name not in _EVIDENCE)


def column_names(table: str) -> tuple[str, ...]:
    """The columns of a table, in order.

    Raises:
        KeyError: there is no such table.
    """
    return _COLUMNS[table] + OFFSET_COLUMNS


def tables(article: Article) -> dict[str, list[Row]]:
    """Everything that ``article`` tells, as rows by table.

    Returns:
        ``articles`` (one row), ``people``, and one table for each fact type: ``visits``, ``meetings``,
        ``agreements``, ``indicators``, ``statements``, ``plans``, ``missions``. All are present, in this
        order, empty where the article has nothing for them. Facts keep the order of the text.
    """
    result: dict[str, list[Row]] = {"articles": [article_row(article)], "people": people_rows(article)}
    result.update((kind.TABLE, []) for kind in FACT_TYPES)
    for fact in article.facts:
        result[fact.TABLE].append(fact_row(fact))
    return result


def article_row(article: Article) -> Row:
    """The row of table ``articles``; its offsets are those of the whole text."""
    row = {name: cell(getattr(article, name)) for name in ARTICLE_COLUMNS}
    return row | _offsets(Span(0, len(article.text)))


def people_rows(article: Article) -> list[Row]:
    """The rows of table ``people``; the offsets are those of the first mention."""
    first: dict[str, Span] = {}
    for mention in article.mentions:
        if isinstance(mention.entity, Person):
            first.setdefault(mention.entity.name, mention.span)
    return [_person_row(person) | _offsets(first.get(person.name)) for person in article.people]


def fact_row(fact: AnyFact) -> Row:
    """The row of ``fact`` in the table of its type; the offsets are those of its evidence."""
    row: Row = {}
    for name in columns(type(fact)):
        value = getattr(fact, name)
        row.update(_amount(value) if isinstance(value, Amount) else {name: cell(value)})
    return row | _offsets(fact.evidence.span if fact.evidence else None)


def _person_row(person: Person) -> Row:
    return {attribute.name: cell(getattr(person, attribute.name)) for attribute in attrs.fields(Person)}


def _amount(amount: Amount) -> Row:
    return {
        "value": amount.plain,
        "unit": amount.unit,
        "comparator": amount.comparator.value,
    }


def _offsets(span: Span | None) -> Row:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _flat(kind: type[Fact]) -> tuple[str, ...]:
    """The columns of a fact table; an amount takes three."""
    types = {attribute.name: attribute.type for attribute in attrs.fields(kind)}
    return tuple(
        name for column in columns(kind) for name in (_AMOUNT if types[column] is Amount else (column,))
    )


_AMOUNT = ("value", "unit", "comparator")
_COLUMNS = {
    "articles": ARTICLE_COLUMNS,
    "people": tuple(attribute.name for attribute in attrs.fields(Person)),
    **{kind.TABLE: _flat(kind) for kind in FACT_TYPES},
}
TABLES = tuple(_COLUMNS)
"""The names of the tables, in order."""
