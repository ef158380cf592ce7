"""What the documentation shows is what happens: every example runs."""

from __future__ import annotations

import ast
import doctest
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bilateral

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
TUTORIAL = ROOT / "docs" / "tutorial.ipynb"
EXAMPLES = [page for page in PAGES if "```pycon" in page.read_text(encoding="utf-8")]

CODE = [page for page in PAGES if "```python\n" in page.read_text(encoding="utf-8")]


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{re.escape(language)}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


class PlainSpaces(doctest.OutputChecker):
    """Shows Babel's typographic spaces as plain ones."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        plain = str.maketrans("\xa0\u2009\u202f", "   ")
        return super().check_output(want.translate(plain), got.translate(plain), optionflags)


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.stem)
def test_the_examples_give_the_output_that_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(blocks(page, "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.stem, str(page), 0)
    options = doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
    outcome = doctest.DocTestRunner(PlainSpaces(), optionflags=options).run(test)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def cells() -> list[dict[str, Any]]:
    """The code cells of the tutorial."""
    notebook = json.loads(TUTORIAL.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("folder", [ROOT, ROOT / "docs"], ids=["in the repository", "in its own folder"])
def test_the_tutorial_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert len(cells()) > 5
    names: dict[str, object] = {}
    for cell in cells():
        exec(compile("".join(cell["source"]), "tutorial", "exec"), names)  # noqa: S102  # our own page


def test_the_tutorial_is_kept_without_what_it_gives_out() -> None:
    assert [(cell["outputs"], cell["execution_count"], cell["metadata"]) for cell in cells()] == [
        ([], None, {})
    ] * len(cells())


def block(page: str, words: str) -> str:
    """The one block of Python on a page that holds some words."""
    (found,) = [code for code in blocks(ROOT / page, "python") if words in code]
    return found


def run(code: str, **names: object) -> dict[str, Any]:
    """Run a block as a reader would who has these names; the names that there are then."""
    known: dict[str, Any] = {"bilateral": bilateral, **names}
    exec(compile(code, "block", "exec"), known)  # noqa: S102  # our own pages
    return known


MANY = "docs/many-articles.md"
TEXTS = {"a": "Petr Pavel cseh elnök Oslóban tárgyalt.", "b": "Esik."}


def news() -> Any:
    """The texts as an Arrow table."""
    pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    return pa.Table.from_pydict({"id": list(TEXTS), "text": list(TEXTS.values())})


def parser() -> Callable[[Any], Any]:
    """What the blocks on frameworks have from the block before them."""
    (batch,) = news().to_batches()
    parse: Callable[[Any], Any] = run(block(MANY, "import batch_schema"), record_batch=batch)["parse_batch"]
    return parse


def hosts(facts: Any) -> list[list[str]]:
    """The host countries of the visits in each row of an Arrow table."""
    return [[visit["host_country"] for visit in row["visits"]] for row in facts.to_pylist()]


@pytest.mark.filterwarnings("default")
def test_many_articles_are_parsed_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    run(blocks(ROOT / "README.md", "python")[0], texts=TEXTS)
    run(block(MANY, "match result"), texts=TEXTS)
    assert capsys.readouterr().out.splitlines() == ["a 1", "b 0"] * 2


@pytest.mark.filterwarnings("default")
def test_files_are_written_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    monkeypatch.chdir(tmp_path)
    run(block(MANY, "write_parquet"), texts=TEXTS)
    assert pq.read_table("facts/articles.parquet")["article"].to_pylist() == ["a", "b"]


def test_a_batch_is_parsed_as_shown() -> None:
    (batch,) = news().to_batches()
    assert hosts(run(block(MANY, "import batch_schema"), record_batch=batch)["facts"]) == [["NO"], []]


def test_duckdb_parses_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("duckdb", reason="duckdb is not installed")
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    monkeypatch.chdir(tmp_path)
    pq.write_table(news(), "news.parquet")
    visits = run(block(MANY, "import duckdb"), parse_batch=parser())["visits"]
    assert visits.select("id, host_country").fetchall() == [("a", "NO")]


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_dask_parses_as_shown() -> None:
    pytest.importorskip("dask", reason="dask is not installed")
    batches = news().to_batches(max_chunksize=1)
    facts = run(block(MANY, "import dask"), parse_batch=parser(), batches=batches)["facts"]
    assert [hosts(batch) for batch in facts] == [[["NO"]], [[]]]


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_ray_parses_as_shown() -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed")
    pytest.importorskip("ray.data", reason="ray's extra 'data' is not installed")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        facts = run(block(MANY, "map_batches"), parse_batch=parser(), ds=ray.data.from_arrow(news()))["facts"]
        rows = sorted(facts.take_all(), key=lambda row: row["id"])
        assert [[visit["host_country"] for visit in row["visits"]] for row in rows] == [["NO"], []]
    finally:
        ray.shutdown()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_spark_parses_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="the extra 'spark' is not installed")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        rows = [(name, text, date(2025, 11, 12)) for name, text in TEXTS.items()]
        df = session.createDataFrame(rows, "id string, text string, day date")
        visits = run(block(MANY, "explode"), df=df)["visits"]
        assert [(row["id"], row["host_country"]) for row in visits.collect()] == [("a", "NO")]
    finally:
        session.stop()


def test_files_are_read_without_our_code_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    for name in ("duckdb", "polars"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    monkeypatch.chdir(tmp_path)
    bilateral.write_parquet([bilateral.parse("Esik.")], tmp_path)
    run(block("docs/data-frames.md", "import duckdb"))


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_pipeline_is_built_as_shown() -> None:
    pytest.importorskip("spacy", reason="the extra 'spacy' is not installed")
    run(block("docs/annotation.md", "spacy.blank"))


@pytest.mark.parametrize("page", CODE, ids=lambda page: page.stem)
def test_every_block_is_code(page: Path) -> None:
    assert all(ast.parse(block).body for block in blocks(page, "python"))


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^([a-z-]+)$", contents, re.MULTILINE)
    pages = [*PAGES, TUTORIAL]
    assert sorted(listed) == sorted(page.stem for page in pages if page.stem != "index")
