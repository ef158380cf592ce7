from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import bilateral
from bilateral.errors import InvalidValueError
from bilateral.exchange.arrow import record_batches, schema
from bilateral.exchange.records import TABLES, tables
from bilateral.model.values import Amount
from tests.samples import sample_article

pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")


def rows(table: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def test_the_arrow_tables_are_the_tables() -> None:
    found = bilateral.to_arrow(sample_article(), ids=["a1"])
    assert tuple(found) == TABLES
    for name, expected in tables(sample_article()).items():
        for row, got in zip(expected, rows(found[name]), strict=True):
            assert got["article"] == "a1"
            value = row.pop("value", None)
            assert value is None or got["value"] == Decimal(str(value))
            assert row == {column: got[column] for column in row}


def test_the_schema_is_fixed() -> None:
    empty, full = bilateral.to_arrow([]), bilateral.to_arrow([sample_article()])
    for name in TABLES:
        assert empty[name].schema == full[name].schema == schema(name)
    indicators = schema("indicators")
    assert indicators.field("value").type == pa.decimal128(38, 9)
    assert indicators.field("countries").type == pa.list_(pa.string())
    assert indicators.field("period").type == pa.string()
    assert indicators.field("period_first").type == pa.date32()
    assert indicators.field("start").type == pa.int64()


def test_periods_have_their_ends() -> None:
    found = bilateral.to_arrow(sample_article())
    (visit,) = rows(found["visits"])
    assert (visit["date_first"], visit["date_last"]) == (date(2025, 11, 11), date(2025, 11, 12))
    (plan,) = rows(found["plans"])
    assert (plan["date_first"], plan["date_last"]) == (None, date(2030, 12, 31))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("27.8e9", Decimal(27800000000)),
        ("-0.5", Decimal("-0.5")),
        ("33.3333333333333", Decimal("33.333333333")),
        ("9" * 28, Decimal("9" * 28)),
        ("1" + "0" * 29, None),
        ("9" * 29 + ".9999999999", None),
        ("1e400", None),
        ("1e-12", Decimal(0)),
    ],
)
def test_figures_that_do_not_fit_keep_their_digits(value: str, expected: Decimal | None) -> None:
    fact = bilateral.EconomicIndicator(
        measure=bilateral.Measure.OTHER,
        basis=bilateral.Basis.LEVEL,
        amount=Amount(value=value, unit="USD"),
    )
    (row,) = rows(bilateral.to_arrow(bilateral.Article(text="", facts=[fact]))["indicators"])
    assert row["value"] == expected
    assert row["value_exact"] == fact.amount.plain
    assert Decimal(row["value_exact"]) == Decimal(value)


def test_batches_come_as_the_articles_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilateral.exchange.arrow.ROWS", 2)
    taken: list[int] = []

    def source() -> Iterator[tuple[str, bilateral.Article]]:
        for number in range(5):
            taken.append(number)
            yield f"a{number}", sample_article()

    batches = record_batches(source())
    table, batch = next(batches)
    assert (table, batch.num_rows, taken) == ("articles", 2, [0, 1])
    collected = [(table, batch), *batches]
    for name, whole in bilateral.to_arrow(source()).items():
        found = [batch for table, batch in collected if table == name]
        assert pa.Table.from_batches(found, schema(name)) == whole
    assert {batch.num_rows for _, batch in collected} == {1, 2}


def test_pairs_bring_their_ids() -> None:
    found = bilateral.to_arrow(iter([(7, sample_article()), ("x", sample_article())]))
    assert found["articles"]["article"].to_pylist() == ["7", "x"]
    with pytest.raises(InvalidValueError, match="no other has"):
        bilateral.to_arrow([(7, sample_article()), ("7", sample_article())])
    with pytest.raises(InvalidValueError, match="an Article"):
        bilateral.to_arrow([(7, sample_article())], ids=["a"])


def test_what_utf_8_cannot_hold_is_replaced() -> None:
    article = bilateral.Article(text="a", headline="\ud800é", countries=[bilateral.Country("HU")])
    (row,) = rows(bilateral.to_arrow({"\udfff": article})["articles"])
    assert (row["article"], row["headline"]) == ("\ufffd", "\ufffdé")


def test_parquet_files_give_the_same_back(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for name, table in bilateral.to_arrow([sample_article(), sample_article()]).items():
        parquet.write_table(table, tmp_path / f"{name}.parquet")
        again = parquet.read_table(tmp_path / f"{name}.parquet")
        assert again.schema == schema(name)
        assert rows(again) == rows(table)


@pytest.mark.filterwarnings("default")  # other people's deprecations
def test_polars_takes_the_tables_without_our_code() -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frame = polars.from_arrow(bilateral.to_arrow(sample_article())["indicators"])
    assert frame["value"].to_list() == [Decimal(16500000000)]
    assert frame.explode("countries")["countries"].to_list() == ["PL", "HU"]


@pytest.mark.filterwarnings("default")
def test_duckdb_takes_the_tables_without_our_code() -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    found = bilateral.to_arrow([sample_article(), sample_article()])
    connection = duckdb.connect()
    for name in ("visits", "articles"):
        connection.register(name, found[name])
    query = "select a.headline, v.date_last from visits v join articles a using (article) order by article"
    assert connection.sql(query).fetchall() == [("Varsóból érkezett vendég", date(2025, 11, 12))] * 2
