"""Facts as data frames of pandas (extra ``pandas``)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bilateral.errors import ExtraMissingError
from bilateral.exchange.columns import Articles, Column, Form, Value, gather, layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

_DAY = "datetime64[s]"  # from year 1 to 9999, unlike nanoseconds
_TYPES = {
    Form.TEXT: "string",
    Form.OFFSET: "Int64",
    Form.DAY: _DAY,
    Form.FIRST_DAY: _DAY,
    Form.LAST_DAY: _DAY,
}


def to_frames(articles: Articles, *, ids: Iterable[object] | None = None) -> dict[str, pd.DataFrame]:
    """The tables of one or many articles as data frames.

    ========================================  =====================================================
    column                                    dtype
    ========================================  =====================================================
    ``article`` and texts, codes, names       ``string``
    closed vocabularies (``status`` …)        ``category``, with every value of the vocabulary
    lists (``countries``, ``parties`` …)      ``object``: lists of ``str``, empty rather than missing
    ``value`` of an amount                    ``object``: :class:`decimal.Decimal`, exact
    a period (``date`` …), ``published``      ``string``: EDTF, or an ISO date or date-time
    its ends: ``date_first``, ``date_last``,  ``datetime64[s]``, ``NaT`` for an end that is open
    ``published_day``
    ``start``, ``end``                        ``Int64``: code points of the article's text
    ========================================  =====================================================

    Args:
        articles: one article; any iterable of them, or of pairs of an id and an article; or a mapping of
            articles by id.
        ids: an id for each article, written as text into the column ``article`` of every table; by default
            the articles are numbered from 0.

    Returns:
        A frame by name, in the order of :func:`bilateral.tables`, empty where there is nothing.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        ExtraMissingError: pandas is not installed.
    """
    pandas = _pandas()
    return {table: _frame(pandas, table, values) for table, values in gather(articles, ids).items()}


def _frame(pandas: Any, table: str, values: dict[str, list[Value]]) -> pd.DataFrame:  # noqa: ANN401 - a module
    series = {column.name: _series(pandas, column, values[column.name]) for column in layout(table)}
    return pandas.DataFrame(series)  # type: ignore[no-any-return]


def _series(pandas: Any, column: Column, values: list[Value]) -> pd.Series[Any]:  # noqa: ANN401 - a module
    if column.form is Form.CHOICE:
        dtype: object = pandas.CategoricalDtype(column.choices)
    else:
        dtype = _TYPES.get(column.form, "object")
    return pandas.Series(values, dtype=dtype)  # type: ignore[no-any-return]


def _pandas() -> Any:  # noqa: ANN401 - a module
    try:
        return import_module("pandas")
    except ImportError as error:
        raise ExtraMissingError("to_frames", "pandas") from error
