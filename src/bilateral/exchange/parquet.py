"""Facts as Parquet files, written as the articles come (extra ``arrow``)."""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bilateral.exchange.arrow import load, record_batches, schema
from bilateral.exchange.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from bilateral.exchange.columns import Articles


def write_parquet(
    articles: Articles, folder: str | PathLike[str], *, ids: Iterable[object] | None = None
) -> dict[str, Path]:
    """Write the tables of any number of articles into a folder, a file for each.

    Articles are taken one at a time, so memory does not grow with them (but for their ids, which are kept to
    tell repeated ones). The files take their places at the end: an error, or Ctrl-C, leaves those that were
    there as they were.

    Args:
        articles: as for :func:`bilateral.to_arrow`, lazily.
        folder: where to write; made if it is not there. Files of ours that it holds are replaced.
        ids: as for :func:`bilateral.to_arrow`.

    Returns:
        The file by table, e.g. ``folder/visits.parquet``, each with the schema of
        :func:`bilateral.exchange.arrow.schema`, also where it has no rows.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        ExtraMissingError: pyarrow is not installed.
        OSError: the folder cannot be written to.
    """
    load("write_parquet")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".writing-", dir=target) as scratch:
        _write(articles, ids, Path(scratch))
        return {table: (Path(scratch) / _name(table)).replace(target / _name(table)) for table in TABLES}


def _write(articles: Articles, ids: Iterable[object] | None, folder: Path) -> None:
    parquet = import_module("pyarrow.parquet")
    with ExitStack() as stack:
        writers = {
            table: stack.enter_context(parquet.ParquetWriter(folder / _name(table), schema(table)))
            for table in TABLES
        }
        for table, batch in record_batches(articles, ids=ids):
            writers[table].write_batch(batch)


def _name(table: str) -> str:
    return f"{table}.parquet"
