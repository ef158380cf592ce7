"""What the documentation shows is what happens: every example runs."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path

import pytest

import bilateral

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
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


def test_the_tutorial_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    cells = blocks(ROOT / "docs" / "tutorial.md", "{code-cell} python")
    assert len(cells) > 5
    names: dict[str, object] = {}
    for cell in cells:
        exec(compile(cell, "tutorial", "exec"), names)  # noqa: S102  # our own page


def run(code: str, **names: object) -> None:
    """Run a block as a reader would who has these names."""
    exec(compile(code, "block", "exec"), dict(names))  # noqa: S102  # our own pages


@pytest.mark.filterwarnings("default")
def test_many_articles_are_parsed_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"a": "Petr Pavel cseh elnök Oslóban tárgyalt.", "b": "Esik."}
    readme = blocks(ROOT / "README.md", "python")[0]
    run(readme, bilateral=bilateral, texts=texts)
    run(blocks(ROOT / "docs" / "many-articles.md", "python")[0], texts=texts)
    assert capsys.readouterr().out.splitlines() == ["a 1", "b 0"] * 2


def test_a_batch_is_parsed_as_shown() -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    batch = pa.RecordBatch.from_pydict({"id": ["a"], "text": ["Petr Pavel cseh elnök Oslóban tárgyalt."]})
    run(blocks(ROOT / "docs" / "many-articles.md", "python")[2], record_batch=batch)


def test_files_are_read_without_our_code_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    for name in ("duckdb", "polars"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    monkeypatch.chdir(tmp_path)
    pq.write_table(bilateral.to_arrow([bilateral.parse("Esik.")])["visits"], "visits.parquet")
    run(blocks(ROOT / "docs" / "data-frames.md", "python")[0])


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_pipeline_is_built_as_shown() -> None:
    pytest.importorskip("spacy", reason="the extra 'spacy' is not installed")
    run(blocks(ROOT / "docs" / "annotation.md", "python")[0])


@pytest.mark.parametrize("page", CODE, ids=lambda page: page.stem)
def test_what_needs_a_cluster_is_code_at_least(page: Path) -> None:
    assert all(ast.parse(block).body for block in blocks(page, "python"))


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^([a-z-]+)$", contents, re.MULTILINE)
    assert sorted(listed) == sorted(page.stem for page in PAGES if page.stem != "index")
