"""Whatever articles hold, read or built: every form of the tables says the same, and files give it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral
from bilateral.exchange.annotation_files import (
    read_doccano,
    read_label_studio,
    write_doccano,
    write_label_studio,
)
from bilateral.exchange.columns import Form, layout
from tests.golden_cases import cases
from tests.strategies import articles as built

PUBLISHED = date(2025, 11, 12)
GOLDEN = ("variations", "visits", "meetings", "agreements", "missions", "restraint")
SENTENCES = sorted({case.text for name in GOLDEN for case in cases(name)})
DAYS = (Form.FIRST_DAY, Form.LAST_DAY, Form.DAY)
quick = settings(max_examples=25, deadline=None)


@st.composite
def news(draw: st.DrawFn) -> str:
    """Sentences that have nothing to do with one another, in paragraphs."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    return "".join(sentence + draw(st.sampled_from([" ", "\n\n"])) for sentence in chosen)


read = news().map(lambda text: bilateral.parse(text, published=PUBLISHED))
many = st.dictionaries(st.text(min_size=1, max_size=3), read | built(), max_size=3)
Articles = dict[str, bilateral.Article]
Row = dict[str, Any]


def told(articles: Articles) -> Iterator[tuple[str, Row]]:
    """Every row of the tables, with the id of its article."""
    for table in bilateral.TABLES:
        for identity, article in articles.items():
            for row in bilateral.tables(article)[table]:
                yield table, {"article": identity, **row}


def again(table: str, row: Row) -> Row:
    """A typed row as the tables have it: without the columns that say what others say already."""
    forms = {column.name: column.form for column in layout(table)}
    kept = {name: value for name, value in row.items() if name in forms and forms[name] not in DAYS}
    return {name: f"{value:f}" if isinstance(value, Decimal) else value for name, value in kept.items()}


def exact(row: Row) -> Row:
    """An Arrow row with all digits of its amount in one column, as a data frame has it."""
    kept = {name: value for name, value in row.items() if name != "value_exact"}
    return kept | ({"value": Decimal(row["value_exact"])} if "value_exact" in row else {})


def day(form: Form, said: str) -> date | None:
    """The day that a column of this form has for a period or a moment."""
    if form is Form.DAY:
        return date.fromisoformat(said[:10])
    period = bilateral.Period.parse(said)
    return period.first if form is Form.FIRST_DAY else period.last


def days_agree(table: str, row: Row) -> bool:
    """Whether the days beside a period are its ends, and the one beside a moment its day."""
    columns = [column for column in layout(table) if column.form in DAYS]
    return all(
        row[column.name] == (day(column.form, row[column.source]) if row[column.source] else None)
        for column in columns
    )


@quick
@given(many)
def test_arrow_tables_say_what_the_tables_say(articles: Articles) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    found = [(table, row) for table, rows in bilateral.to_arrow(articles).items() for row in rows.to_pylist()]
    assert all(days_agree(table, row) for table, row in found)
    assert [(table, again(table, exact(row))) for table, row in found] == list(told(articles))


@quick
@given(many)
def test_frames_say_what_arrow_tables_say(articles: Articles) -> None:
    pandas = pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")
    pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    frames = bilateral.to_frames(articles)
    for name, table in bilateral.to_arrow(articles).items():
        frame = frames[name].astype(object)
        plain = frame.where(frame.map(lambda cell: isinstance(cell, list) or not pandas.isna(cell)), None)
        rows = [
            {
                column: cell.date() if isinstance(cell, pandas.Timestamp) else cell
                for column, cell in row.items()
            }
            for row in plain.to_dict("records")
        ]
        assert rows == [exact(row) for row in table.to_pylist()]


@quick
@given(many)
def test_parquet_files_hold_the_arrow_tables(articles: Articles) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    with TemporaryDirectory() as folder:
        written = bilateral.write_parquet(iter(articles.items()), folder)
        assert {name: parquet.read_table(file) for name, file in written.items()} == bilateral.to_arrow(
            articles
        )


@quick
@given(st.lists(news(), max_size=3))
def test_batches_hold_the_arrow_tables(texts: list[str]) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    batches = pytest.importorskip("bilateral.corpus.batch")
    columns = {"id": pa.array(range(len(texts)), pa.int64()), "text": pa.array(texts, pa.string())}
    columns["day"] = pa.array([PUBLISHED] * len(texts), pa.date32())
    parsed = batches.parse_batch(pa.RecordBatch.from_pydict(columns), published="day").to_pylist()
    articles = [bilateral.parse(text, published=PUBLISHED) for text in texts]
    for name, table in bilateral.to_arrow(articles).items():
        rows = [{"article": str(row["id"]), **item} for row in parsed for item in row[name]]
        assert rows == table.to_pylist()


@quick
@given(many)
@pytest.mark.parametrize(
    ("write", "again"), [(write_doccano, read_doccano), (write_label_studio, read_label_studio)]
)
def test_files_for_annotation_give_the_articles_back(write: Any, again: Any, articles: Articles) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file.json"
        write(articles, file)
        assert dict(again(file, articles)) == articles


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # spaCy's own warnings are its own
@quick
@given(many)
def test_documents_of_spacy_give_the_articles_back(articles: Articles) -> None:
    pytest.importorskip("spacy", reason="the extra 'spacy' is not installed")
    from bilateral.exchange import spacy  # noqa: PLC0415 - optional

    with TemporaryDirectory() as folder:
        spacy.write_docbins(articles, folder, size=2)
        assert dict(spacy.read_docbins(folder)) == articles
    assert list(spacy.from_docbin(spacy.to_docbin(articles.values()))) == list(articles.values())


def test_the_sentences_tell_something_of_everything() -> None:
    kinds = {
        fact.TABLE for fact in chain.from_iterable(bilateral.parse(text).facts for text in SENTENCES[::3])
    }
    assert kinds == {kind.TABLE for kind in bilateral.FACT_TYPES}
