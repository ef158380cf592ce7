"""The code stays in small pieces: what ruff does not count is counted here."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PYTHON = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 8


def lengths(path: Path) -> dict[str, int]:
    """The functions of a file with the lines of their bodies, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return {f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": body_lines(node) for node in functions}


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From the first statement after the docstring to the last."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_are_short() -> None:
    found = {name: count for path in SOURCES for name, count in lengths(path).items()}
    assert {name: count for name, count in found.items() if count > LONGEST_FUNCTION} == {}
    assert median(found.values()) < MEDIAN_FUNCTION


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_say_what_they_are(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not source or ast.get_docstring(ast.parse(source))


def test_lengths_are_counted_without_docstrings() -> None:
    tree = ast.parse('def f():\n    """Doc."""\n    a = 1\n\n    return a\n\n\ndef g():\n    """Doc."""\n')
    first, second = tree.body
    assert isinstance(first, ast.FunctionDef)
    assert isinstance(second, ast.FunctionDef)
    assert (body_lines(first), body_lines(second)) == (3, 0)
