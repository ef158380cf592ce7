"""Facts as Arrow tables: for Parquet files, DuckDB, Polars and others (extra ``arrow``)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from bilateral.errors import ExtraMissingError
from bilateral.exchange.columns import Articles, Column, Form, Value, gather, layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

DIGITS: Final = 38
"""Decimal digits that a number has at most."""
PLACES: Final = 9
"""Those of them after the decimal point."""

_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_PLACE = Decimal(1).scaleb(-PLACES)
_LIMIT = Decimal(10) ** (DIGITS - PLACES)


def to_arrow(articles: Articles, *, ids: Iterable[object] | None = None) -> dict[str, pa.Table]:
    """The tables of one or many articles as Arrow tables, with the schemas of :func:`schema`.

    Args:
        articles: one article, any iterable of them, or a mapping of articles by id.
        ids: an id for each article, written as text into the column ``article`` of every table; by default
            the articles are numbered from 0.

    Returns:
        A table by name, in the order of :func:`bilateral.tables`, empty where there is nothing.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        ExtraMissingError: pyarrow is not installed.
    """
    pyarrow = _pyarrow()
    return {table: _table(pyarrow, table, values) for table, values in gather(articles, ids).items()}


def schema(table: str) -> pa.Schema:
    """The columns of a table and their types.

    ========================================  =====================================================
    column                                    type
    ========================================  =====================================================
    ``article`` and texts, codes, names       ``string``
    closed vocabularies (``status`` …)        ``string``
    lists (``countries``, ``parties`` …)      ``list<string>``, empty rather than null
    ``value`` of an amount                    ``decimal128(38, 9)``, rounded half to even; null for
                                              10²⁹ and more
    a period (``date`` …), ``published``      ``string``: EDTF, or an ISO date or date-time
    its ends: ``date_first``, ``date_last``,  ``date32``, null for an end that is open
    ``published_day``
    ``start``, ``end``                        ``int64``: code points of the article's text
    ========================================  =====================================================

    Raises:
        KeyError: there is no such table.
        ExtraMissingError: pyarrow is not installed.
    """
    pyarrow = _pyarrow()
    return pyarrow.schema([(column.name, _type(pyarrow, column.form)) for column in layout(table)])


def _table(pyarrow: Any, table: str, values: dict[str, list[Value]]) -> pa.Table:  # noqa: ANN401 - a module
    fitting = {column.name: _fitting(column, values[column.name]) for column in layout(table)}
    return pyarrow.table(fitting, schema=schema(table))


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


def _fitting(column: Column, values: list[Value]) -> list[Value]:
    if column.form is not Form.NUMBER:
        return values
    return [_rounded(value) if isinstance(value, Decimal) else value for value in values]


def _rounded(value: Decimal) -> Decimal | None:
    """The number with as many places as the column has; None if it is too large for it."""
    return value.quantize(_PLACE, context=_CONTEXT) if abs(value) < _LIMIT - 1 else None


def _pyarrow() -> Any:  # noqa: ANN401 - a module
    try:
        return import_module("pyarrow")
    except ImportError as error:
        raise ExtraMissingError("to_arrow", "arrow") from error
