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
    facts = 0
    for result in bilateral.parse_many(map(text, range(COUNT)), on_error="raise"):
        row = rows[result.id]
        assert row.pop("error") is None
        assert row.pop("id") == result.id
        assert row == bilateral.tables(result.article)
        facts += len(result.article.facts)
    assert facts > COUNT / 10


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
