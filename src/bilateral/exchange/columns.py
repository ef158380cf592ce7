"""The tables of many articles column by column, with a type for each column.

Each table has the column ``article`` before its own, so that the tables join. Beside a column that holds a
period stand its first and its last day (``date``, ``date_first``, ``date_last``), and beside the moment of
publication its day (``published_day``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from itertools import count, zip_longest
from typing import NamedTuple, get_args, get_origin

import attrs

from bilateral.errors import InvalidValueError
from bilateral.exchange.records import ARTICLE_COLUMNS, OFFSET_COLUMNS, TABLES, Cell, Row, columns, tables
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES, Fact
from bilateral.model.kinds import Comparator
from bilateral.model.values import Amount, Period
from bilateral.model.world import Person

Value = str | int | date | Decimal | list[str] | None
Articles = Article | Iterable[Article] | Mapping[str, Article]

ID = "article"
"""The column that says which article a row is from."""

_NONE = object()


class Form(Enum):
    """What a column holds."""

    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    NUMBER = "number"
    OFFSET = "offset"
    DAY = "day"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: its name.
        form: what it holds.
        choices: the values that a choice has, in the order of the vocabulary.
        source: the column of :func:`bilateral.tables` that its values are taken from.
    """

    name: str
    form: Form
    source: str
    choices: tuple[str, ...] = ()


@cache
def layout(table: str) -> tuple[Column, ...]:
    """The columns of a table, in order.

    Raises:
        KeyError: there is no such table.
    """
    names, owner = _owners()[table]
    types = {field.name: field.type for field in attrs.fields(owner)}
    own = [column for name in names for column in _columns(name, types[name])]
    offsets = [Column(name, Form.OFFSET, name) for name in OFFSET_COLUMNS]
    return (Column(ID, Form.TEXT, ID), *own, *offsets)


def _owners() -> dict[str, tuple[tuple[str, ...], type[attrs.AttrsInstance]]]:
    people = tuple(field.name for field in attrs.fields(Person))
    facts: dict[str, tuple[tuple[str, ...], type[Fact]]] = {
        kind.TABLE: (columns(kind), kind) for kind in FACT_TYPES
    }
    return {"articles": (ARTICLE_COLUMNS, Article), "people": (people, Person), **facts}


def _columns(name: str, annotation: object) -> Iterator[Column]:
    """The columns for an attribute: three for an amount or a period, two for the publication, else one."""
    if get_origin(annotation) is tuple:
        yield Column(name, Form.LIST, name)
        return
    (kind, *others) = [item for item in get_args(annotation) or (annotation,) if item is not type(None)]
    if kind is Amount:
        yield Column("value", Form.NUMBER, "value")
        yield Column("unit", Form.TEXT, "unit")
        yield _choice("comparator", Comparator)
    elif kind is Period:
        yield Column(name, Form.TEXT, name)
        yield Column(f"{name}_first", Form.FIRST_DAY, name)
        yield Column(f"{name}_last", Form.LAST_DAY, name)
    elif date in (kind, *others):
        yield Column(name, Form.TEXT, name)
        yield Column(f"{name}_day", Form.DAY, name)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield _choice(name, kind)
    else:
        yield Column(name, Form.TEXT, name)


def _choice(name: str, kind: type[StrEnum]) -> Column:
    return Column(name, Form.CHOICE, name, tuple(item.value for item in kind))


def gather(articles: Articles, ids: Iterable[object] | None = None) -> dict[str, dict[str, list[Value]]]:
    """The values of every table by column.

    Args:
        articles: one, many, or many by id.
        ids: what to know them by; else their numbers from 0. An id is written as text.

    Returns:
        Table to column to values, in the order of the articles and, within each, of the text.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
    """
    found: dict[str, dict[str, list[Value]]] = {
        table: {column.name: [] for column in layout(table)} for table in TABLES
    }
    for identity, article in _identified(articles, ids):
        for table, rows in tables(article).items():
            for row in rows:
                _append(found[table], layout(table), {ID: identity, **row})
    return found


def _append(values: dict[str, list[Value]], names: tuple[Column, ...], row: Row) -> None:
    for column in names:
        values[column.name].append(_value(column, row[column.source]))


def _value(column: Column, cell: Cell) -> Value:
    reader = _READERS.get(column.form)
    return reader(cell) if reader and isinstance(cell, str) else cell


_READERS: Mapping[Form, Callable[[str], Value]] = {
    Form.NUMBER: Decimal,
    Form.DAY: lambda cell: date.fromisoformat(cell[:10]),
    Form.FIRST_DAY: lambda cell: Period.parse(cell).first,
    Form.LAST_DAY: lambda cell: Period.parse(cell).last,
}


def _identified(articles: Articles, ids: Iterable[object] | None) -> Iterator[tuple[str, Article]]:
    """Each article with its id."""
    if isinstance(articles, Mapping):
        ids, articles = articles.keys(), articles.values()
    many = [articles] if isinstance(articles, Article) else articles
    pairs = zip(many, count()) if ids is None else zip_longest(many, ids, fillvalue=_NONE)
    seen: set[str] = set()
    for article, given in pairs:
        identity = str(given)
        if article is _NONE or given is _NONE:
            raise InvalidValueError("ids", len(seen), "as many ids as articles")
        if not isinstance(article, Article):
            raise InvalidValueError("articles", article, "an Article")
        if identity in seen:
            raise InvalidValueError("ids", given, "an id for each article that no other has")
        seen.add(identity)
        yield identity, article
