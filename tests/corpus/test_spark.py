"""A local Spark session of two cores gives what one machine gives; run by `make test-all`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

import bilateral
from bilateral.errors import InvalidValueError
from tests.hostile import SEED

pytest.importorskip("pyspark", reason="needs the extra spark")
pytestmark = pytest.mark.slow

COUNT = 20_000
_LINES = [line for line in SEED.splitlines() if line.strip()]
_SENTENCES = [f"{sentence}." for line in _LINES[4:] for sentence in line.rstrip(".").split(". ")]


def text(number: int) -> str:
    """A short article: the head of the seed, two of its sentences and a number."""
    first, second = number % len(_SENTENCES), number // len(_SENTENCES) % len(_SENTENCES)
    return f"{_LINES[0]}\n\n{_SENTENCES[first]} {_SENTENCES[second]} {number}"


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - optional

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        spark = builder.getOrCreate()
        yield spark
        spark.stop()


@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_as_many_articles_as_one_machine_reads(session: Any) -> None:
    frame = session.range(COUNT).select("id").repartition(4)
    texts = session.createDataFrame(
        [(number, text(number)) for number in range(COUNT)], "id long, text string"
    )
    parsed = bilateral.spark.parse(frame.join(texts, "id"))
    rows = {row["id"]: row.asDict(recursive=True) for row in parsed.toLocalIterator()}
    assert sorted(rows) == list(range(COUNT))
    assert {row.pop("error") for row in rows.values()} == {None}
    expected = bilateral.to_arrow(
        (result.id, result.article)
        for result in bilateral.parse_many(map(text, range(COUNT)), on_error="raise")
    )
    for name, table in expected.items():
        assert table.num_rows > COUNT / 20 or name == "meetings"  # the seed article tells of none
        assert told(rows, name) == table.to_pylist()


def told(rows: dict[int, dict[str, Any]], table: str) -> list[dict[str, Any]]:
    """The rows of one table, in the order of the articles."""
    return [{"article": str(number), **row} for number in range(COUNT) for row in rows[number][table]]


@pytest.mark.filterwarnings("ignore")
def test_names_of_columns_and_dates(session: Any) -> None:
    sentence = "A lengyel elnök kedden Rigában a lett elnökkel tárgyalt."
    frame = session.createDataFrame(
        [("a", sentence, None), ("b", None, None)], "key string, body string, day date"
    )
    parsed = bilateral.spark.parse(frame, text="body", id="key", published="day")
    assert parsed.columns == ["key", "error", *bilateral.TABLES]
    errors = {row["key"]: row["error"] for row in parsed.collect()}
    assert errors["a"] is None
    assert errors["b"].startswith("InvalidValueError")
    with pytest.raises(InvalidValueError, match="a column 'text'"):
        bilateral.spark.parse(frame, id="key")
