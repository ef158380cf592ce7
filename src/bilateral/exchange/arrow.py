"""Facts as Arrow tables: for Parquet files, DuckDB, Polars and others (extra ``arrow``)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from bilateral.errors import ExtraMissingError
from bilateral.exchange.columns import ID, Articles, Form, Value, layout, rows, typed
from bilateral.exchange.records import TABLES, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from bilateral.model.article import Article

DIGITS: Final = 38
"""Decimal digits that a number has at most."""
PLACES: Final = 9
"""Those of them after the decimal point."""
EXACT: Final = "_exact"
"""What the name of a number's column is followed by in that of its digits as text."""
ROWS: Final = 4096
"""Rows of a table that are held as Python values before they become a batch."""

_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_PLACE = Decimal(1).scaleb(-PLACES)
_LIMIT = Decimal(10) ** (DIGITS - PLACES)


def to_arrow(articles: Articles, *, ids: Iterable[object] | None = None) -> dict[str, pa.Table]:
    """The tables of one or many articles as Arrow tables, with the schemas of :func:`schema`.

    Articles are taken one at a time and let go; what is held is the tables. Where these are too much for the
    memory, :func:`bilateral.write_parquet` writes them as the articles come.

    Args:
        articles: one article; any iterable of them, or of pairs of an id and an article; or a mapping of
            articles by id.
        ids: an id for each article, written as text into the column ``article`` of every table; by default
            the articles are numbered from 0.

    Returns:
        A table by name, in the order of :func:`bilateral.tables`, empty where there is nothing.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        ExtraMissingError: pyarrow is not installed.
    """
    pyarrow = load("to_arrow")
    found: dict[str, list[pa.RecordBatch]] = {table: [] for table in TABLES}
    for table, batch in record_batches(articles, ids=ids):
        found[table].append(batch)
    return {table: pyarrow.Table.from_batches(batches, schema(table)) for table, batches in found.items()}


def record_batches(
    articles: Articles, *, ids: Iterable[object] | None = None
) -> Iterator[tuple[str, pa.RecordBatch]]:
    """The same rows in batches, each with the name of its table, as the articles come.

    A batch is given out when a table has ``ROWS`` further rows, and the rest of each table at the end; so
    memory does not grow with the articles, but for the ids, which are kept to tell repeated ones.

    Args:
        articles: as for :func:`to_arrow`.
        ids: as for :func:`to_arrow`.

    Raises:
        InvalidValueError: as :func:`to_arrow`, when the article comes that has no id or one of another.
        ExtraMissingError: pyarrow is not installed.
    """
    pyarrow = load("record_batches")
    held: dict[str, list[dict[str, Value]]] = {table: [] for table in TABLES}
    for table, row in rows(articles, ids):
        held[table].append(_fitted(table, row))
        if len(held[table]) == ROWS:
            yield table, pyarrow.RecordBatch.from_pylist(held[table], schema(table))
            held[table] = []
    for table, rest in held.items():
        if rest:
            yield table, pyarrow.RecordBatch.from_pylist(rest, schema(table))


def nested(article: Article) -> dict[str, list[dict[str, Value]]]:
    """The rows of one article by table, with the columns of :func:`schema` but for ``article``."""
    return {
        table: [_fitted(table, typed(table, row)) for row in found]
        for table, found in tables(article).items()
    }


def schema(table: str) -> pa.Schema:
    """The columns of a table and their types.

    ========================================  =====================================================
    column                                    type
    ========================================  =====================================================
    ``article`` and texts, codes, names       ``string``
    closed vocabularies (``status`` …)        ``string``
    lists (``countries``, ``parties`` …)      ``list<string>``, empty rather than null
    ``value`` of an amount                    ``decimal128(38, 9)``, rounded half to even; null where
                                              the number has more than 29 digits before its point
    ``value_exact``                           ``string``: all of its digits, also where ``value`` is
                                              rounded or null
    a period (``date`` …), ``published``      ``string``: EDTF, or an ISO date or date-time
    its ends: ``date_first``, ``date_last``,  ``date32``, null for an end that is open
    ``published_day``
    ``start``, ``end``                        ``int64``: code points of the article's text
    ========================================  =====================================================

    Raises:
        KeyError: there is no such table.
        ExtraMissingError: pyarrow is not installed.
    """
    pyarrow = load("schema")
    fields = []
    for column in layout(table):
        fields.append((column.name, _type(pyarrow, column.form)))
        if column.form is Form.NUMBER:
            fields.append((column.name + EXACT, pyarrow.string()))
    return pyarrow.schema(fields)


def struct(table: str) -> pa.StructType:
    """A row of a table that stands in the row of its article: the columns of :func:`schema` but ``article``.

    Raises:
        KeyError: there is no such table.
        ExtraMissingError: pyarrow is not installed.
    """
    return load("struct").struct([field for field in schema(table) if field.name != ID])


def load(feature: str) -> Any:  # noqa: ANN401 - a module
    """Pyarrow.

    Raises:
        ExtraMissingError: it is not installed; says that ``feature`` needs it.
    """
    try:
        return import_module("pyarrow")
    except ImportError as error:
        raise ExtraMissingError(feature, "arrow") from error


def _type(pyarrow: Any, form: Form) -> pa.DataType:  # noqa: ANN401 - a module
    types = {
        Form.LIST: pyarrow.list_(pyarrow.string()),
        Form.NUMBER: pyarrow.decimal128(DIGITS, PLACES),
        Form.OFFSET: pyarrow.int64(),
        Form.DAY: pyarrow.date32(),
        Form.FIRST_DAY: pyarrow.date32(),
        Form.LAST_DAY: pyarrow.date32(),
    }
    return types.get(form, pyarrow.string())


def _fitted(table: str, row: dict[str, Value]) -> dict[str, Value]:
    """The row with each number as its column holds it, and as text beside it."""
    for name in _numbers(table):
        number = row[name]
        if isinstance(number, Decimal):
            row |= {name: _rounded(number), name + EXACT: f"{number:f}"}
    return row


@cache
def _numbers(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in layout(table) if column.form is Form.NUMBER)


def _rounded(value: Decimal) -> Decimal | None:
    """The number with as many places as the column has; None if it is too large for it."""
    return value.quantize(_PLACE, context=_CONTEXT) if abs(value) < _LIMIT - 1 else None
