from __future__ import annotations

from datetime import date

import pytest

import bilateral
from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.exchange.arrow import schema
from tests.hostile import SEED

pa = pytest.importorskip("pyarrow", reason="needs the extra arrow")
batches = pytest.importorskip("bilateral.corpus.batch")

SENTENCE = "A lengyel elnök kedden Rigában a lett elnökkel tárgyalt."


def test_the_rows_are_those_of_the_tables() -> None:
    batch = pa.RecordBatch.from_pydict({"id": [7, 8], "text": [SEED, SENTENCE], "other": ["x", "y"]})
    parsed = batches.parse_batch(batch)
    assert parsed.column("id").to_pylist() == [7, 8]
    assert parsed.column("error").to_pylist() == [None, None]
    for row, text in zip(parsed.to_pylist(), (SEED, SENTENCE), strict=True):
        for name, table in bilateral.to_arrow(bilateral.parse(text)).items():
            assert row[name] == table.drop_columns("article").to_pylist()


def test_the_columns_of_a_table_have_its_types() -> None:
    parsed = batches.batch_schema(pa.field("id", pa.string()))
    for name in bilateral.TABLES:
        item = parsed.field(name).type.value_type
        assert list(item) == [field for field in schema(name) if field.name != "article"]


def test_other_names_and_dates_of_publication() -> None:
    columns = {"key": ["a", "b"], "body": [SENTENCE] * 2, "day": [date(2025, 5, 8), None]}
    parsed = batches.parse_batch(pa.RecordBatch.from_pydict(columns), text="body", id="key", published="day")
    assert parsed.schema.names == ["key", "error", *bilateral.TABLES]
    first, second = (row["articles"][0]["published"] for row in parsed.to_pylist())
    assert (first, second) == ("2025-05-08", None)


def test_a_text_that_is_none_is_an_error_of_its_row() -> None:
    batch = pa.RecordBatch.from_pydict({"id": [1, 2], "text": [None, SENTENCE]})
    broken, whole = batches.parse_batch(batch).to_pylist()
    assert broken["error"].startswith("InvalidValueError: parse.text")
    assert all(broken[name] is None for name in bilateral.TABLES)
    assert whole["error"] is None


def test_no_rows_give_no_rows() -> None:
    batch = pa.RecordBatch.from_pydict({"id": pa.array([], pa.int64()), "text": pa.array([], pa.string())})
    parsed = batches.parse_batch(batch)
    assert parsed.num_rows == 0
    assert parsed.schema == batches.batch_schema(pa.field("id", pa.int64()))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(InvalidValueError, match="a column 'body'"):
        batches.parse_batch(pa.RecordBatch.from_pydict({"id": [1], "text": ["x"]}), text="body")


def test_it_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = pa.RecordBatch.from_pydict({"id": [1], "text": ["x"]})
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"bilateral\[arrow\]"):
        batches.parse_batch(batch)
