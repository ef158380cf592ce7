"""What the documentation shows is what happens: every example runs."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("page", CODE, ids=lambda page: page.stem)
def test_the_code_that_needs_more_is_code_at_least(page: Path) -> None:
    assert all(ast.parse(block).body for block in blocks(page, "python"))


def test_every_page_is_in_the_contents() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^([a-z-]+)$", contents, re.MULTILINE)
    assert sorted(listed) == sorted(page.stem for page in PAGES if page.stem != "index")
