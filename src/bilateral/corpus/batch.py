"""A batch of articles as a batch of facts: the one function that frameworks for many machines need.

A row goes in (an id, a text, perhaps a date), a row comes out: the id, what went wrong if anything did, and
for each table of :func:`bilateral.tables` the list of its rows. Spark, Dask, Ray and DuckDB all hand out
their data as Arrow batches; needs the extra ``arrow``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from bilateral.corpus.workers import attempt
from bilateral.errors import InvalidValueError
from bilateral.exchange.arrow import load, nested, struct
from bilateral.exchange.records import TABLES
from bilateral.hungarian.lexicon import Lexicon
from bilateral.model.article import Article

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
    pyarrow = load("corpus.batch")
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
        The ids, ``error``, and for each table a list of structs: its columns but ``article``, with their
        types in :func:`bilateral.exchange.arrow.schema`.
    """
    pyarrow = load("corpus.batch")
    found = [pyarrow.field(table, pyarrow.list_(struct(table))) for table in TABLES]
    return pyarrow.schema([identity, pyarrow.field(ERROR, pyarrow.string()), *found])


def _row(text: str, published: date | None, lexicon: Lexicon | None) -> dict[str, Any]:
    outcome = attempt(text, published, lexicon)
    if isinstance(outcome, Article):
        return {ERROR: None, **nested(outcome)}
    return {ERROR: f"{type(outcome).__name__}: {outcome}", **dict.fromkeys(TABLES)}
