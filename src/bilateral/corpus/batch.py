"""A batch of articles as a batch of facts: the one function that frameworks for many machines need.

A row goes in (an id, a text, perhaps a date), a row comes out: the id, what went wrong if anything did, and
for each table of :func:`bilateral.tables` the list of its rows. Spark, Dask, Ray and DuckDB all hand out
their data as Arrow batches; needs the extra ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_origin

import attrs

from bilateral.corpus.workers import attempt
from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.exchange.records import TABLES, column_names, tables
from bilateral.hungarian.lexicon import Lexicon
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES

if TYPE_CHECKING:
    import pyarrow as pa

ERROR = "error"
"""The column that says why a text could not be parsed; null where it could."""


def parse_batch(
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    id: str = "id",  # noqa: A002 - the name of the column
    published: str | None = None,
    lexicon: Lexicon | None = None,
) -> pa.RecordBatch:
    """Parse the texts of an Arrow batch.

    Args:
        batch: rows with the columns named by the other arguments; further ones are left out.
        text: column of the texts.
        id: column of what they are known by; carried through, of any type.
        published: column of dates of publication, if there is one; may hold nulls.
        lexicon: names to know beside the shipped ones.

    Returns:
        As many rows, with the columns of :func:`batch_schema`. A text that cannot be parsed, such as a
        null, has its reason in ``error`` and nulls for tables.

    Raises:
        InvalidValueError: the batch has no such column.
    """
    pyarrow = _pyarrow()
    for column in filter(None, (id, text, published)):
        if column not in batch.schema.names:
            raise InvalidValueError("parse_batch.batch", batch.schema.names, f"a column {column!r}")
    texts = batch.column(text).to_pylist()
    dates = batch.column(published).to_pylist() if published else [None] * len(texts)
    rows = [_row(*pair, lexicon) for pair in zip(texts, dates, strict=True)]
    schema = batch_schema(batch.schema.field(id))
    found = [pyarrow.array([row[field.name] for row in rows], field.type) for field in list(schema)[1:]]
    return pyarrow.record_batch([batch.column(id), *found], schema=schema)


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    text: str = "text",
    id: str = "id",  # noqa: A002
    published: str | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[pa.RecordBatch]:
    """:func:`parse_batch` for each of many."""
    for batch in batches:
        yield parse_batch(batch, text=text, id=id, published=published, lexicon=lexicon)


def batch_schema(identity: pa.Field) -> pa.Schema:
    """The columns of a parsed batch.

    Args:
        identity: the field of the ids.

    Returns:
        The ids, ``error``, and a list of structs for each table, with its columns.
    """
    pyarrow = _pyarrow()
    nested = [pyarrow.field(name, pyarrow.list_(_struct(name))) for name in TABLES]
    return pyarrow.schema([identity, pyarrow.field(ERROR, pyarrow.string()), *nested])


def _row(text: str, published: date | None, lexicon: Lexicon | None) -> dict[str, Any]:
    outcome = attempt(text, published, lexicon)
    if isinstance(outcome, Article):
        return {ERROR: None, **tables(outcome)}
    return {ERROR: f"{type(outcome).__name__}: {outcome}", **dict.fromkeys(TABLES)}


@cache
def _struct(table: str) -> pa.StructType:
    pyarrow = _pyarrow()
    kinds = {"start": pyarrow.int64(), "end": pyarrow.int64()}
    kinds |= dict.fromkeys(_lists(table), pyarrow.list_(pyarrow.string()))
    return pyarrow.struct([(name, kinds.get(name, pyarrow.string())) for name in column_names(table)])


def _lists(table: str) -> list[str]:
    """The columns of a table that hold lists."""
    sources: dict[str, type[attrs.AttrsInstance]] = {"articles": Article}
    sources.update((kind.TABLE, kind) for kind in FACT_TYPES)
    fields = attrs.fields(sources[table]) if table in sources else ()
    return [field.name for field in fields if get_origin(field.type) is tuple]


def _pyarrow() -> Any:  # noqa: ANN401 - a module
    try:
        return import_module("pyarrow")
    except ImportError as error:
        raise ExtraMissingError("corpus.batch", "arrow") from error
