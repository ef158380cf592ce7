"""Facts written to files as the articles come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bilateral
from bilateral.errors import ExtraMissingError
from bilateral.exchange.arrow import schema
from tests.samples import sample_article

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")


def read(folder: Path) -> dict[str, Any]:
    return {table: parquet.read_table(folder / f"{table}.parquet") for table in bilateral.TABLES}


def test_the_files_are_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilateral.exchange.arrow.ROWS", 3)
    articles = [sample_article(), bilateral.parse("Esik."), *[sample_article()] * 5]
    written = bilateral.write_parquet(iter(articles), tmp_path / "new" / "facts", ids=iter("abcdefg"))
    assert list(written) == list(bilateral.TABLES)
    assert set(written.values()) == set((tmp_path / "new" / "facts").iterdir())
    expected = bilateral.to_arrow(articles, ids="abcdefg")
    assert read(tmp_path / "new" / "facts") == expected
    assert parquet.ParquetFile(written["articles"]).num_row_groups == 3


def test_no_articles_give_empty_tables(tmp_path: Path) -> None:
    bilateral.write_parquet([], tmp_path)
    for name, table in read(tmp_path).items():
        assert table.num_rows == 0
        assert table.schema == schema(name)


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    def broken() -> Iterator[bilateral.Article]:
        yield sample_article()
        raise KeyboardInterrupt

    bilateral.write_parquet([sample_article()] * 2, tmp_path)
    before = read(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        bilateral.write_parquet(broken(), tmp_path)
    assert len(list(tmp_path.iterdir())) == len(bilateral.TABLES)
    assert read(tmp_path) == before


def test_it_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"write_parquet needs the extra 'arrow'"):
        bilateral.write_parquet([], tmp_path)
    assert list(tmp_path.iterdir()) == []
