"""The tables of many articles column by column, with a type for each column.

Each table has the column ``article`` before its own, so that the tables join. Beside a column that holds a
period stand its first and its last day (``date``, ``date_first``, ``date_last``), and beside the moment of
publication its day (``published_day``). A lone surrogate, which files cannot hold, is U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from itertools import zip_longest
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
Articles = Article | Iterable[Article] | Iterable[tuple[object, Article]] | Mapping[str, Article]
"""One article; many, in any iterable; pairs of an id and an article; or articles by id."""

ID = "article"
"""The column that says which article a row is from."""

_NONE = object()
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = 2


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


def typed(table: str, row: Row) -> dict[str, Value]:
    """A row of :func:`bilateral.tables` with the columns of its table, but for ``article``."""
    return {column.name: _value(column, row[column.source]) for column in layout(table)[1:]}


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
    for table, row in rows(articles, ids):
        for name, value in row.items():
            found[table][name].append(value)
    return found


def rows(articles: Articles, ids: Iterable[object] | None = None) -> Iterator[tuple[str, dict[str, Value]]]:
    """Every row of every table with the name of its table, as the articles come.

    Raises:
        InvalidValueError: as :func:`gather`.
    """
    for identity, article in identified(articles, ids):
        for table, found in tables(article).items():
            for row in found:
                yield table, {ID: identity, **typed(table, row)}


def _value(column: Column, cell: Cell) -> Value:
    if isinstance(cell, list):
        return [_encodable(item) for item in cell]
    if not isinstance(cell, str):
        return cell
    reader = _READERS.get(column.form, _encodable)
    return reader(cell)


def _encodable(text: str) -> str:
    """The text as UTF-8 can hold it: U+FFFD for a lone surrogate."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


_READERS: Mapping[Form, Callable[[str], Value]] = {
    Form.NUMBER: Decimal,
    Form.DAY: lambda cell: date.fromisoformat(cell[:10]),
    Form.FIRST_DAY: lambda cell: Period.parse(cell).first,
    Form.LAST_DAY: lambda cell: Period.parse(cell).last,
}


def identified(articles: Articles, ids: Iterable[object] | None = None) -> Iterator[tuple[str, Article]]:
    """Each article with its id, as text.

    Raises:
        InvalidValueError: something is no article, there are more or fewer ids than articles, or an id is
            there twice.
    """
    if isinstance(articles, Mapping):
        articles = articles.items()
    many = [articles] if isinstance(articles, Article) else articles
    seen: set[str] = set()
    for identity, article in _paired(many, ids):
        if not isinstance(article, Article):
            raise InvalidValueError("articles", article, "an Article")
        if identity in seen:
            raise InvalidValueError("ids", identity, "an id for each article that no other has")
        seen.add(identity)
        yield _encodable(identity), article


def _paired(
    many: Iterable[Article] | Iterable[tuple[object, Article]], ids: Iterable[object] | None
) -> Iterator[tuple[str, object]]:
    """Each item with what it is to be known by."""
    if ids is None:
        for number, item in enumerate(many):
            yield (
                (str(item[0]), item[1])
                if isinstance(item, tuple) and len(item) == _PAIR
                else (str(number), item)
            )
        return
    for number, (item, given) in enumerate(zip_longest(many, ids, fillvalue=_NONE)):
        if item is _NONE or given is _NONE:
            raise InvalidValueError("ids", number, "as many ids as articles")
        yield str(given), item
