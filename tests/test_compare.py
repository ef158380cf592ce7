"""The comparison with other packages, on cases of our own; the others may be missing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DAY = {"start": "2024-05-08T00:00:00", "end": "2024-05-09T00:00:00"}


def case(text: str, dimension: str, expect: Mapping[str, object]) -> str:
    """A line of a suite."""
    fields = {"text": text, "reference": "2024-06-01T12:00:00", "dimension": dimension, "expect": expect}
    return json.dumps(fields)


def rows(path: Path) -> dict[str, list[str]]:
    """The table of values that compare.py prints for a suite."""
    command = [sys.executable, str(ROOT / "benchmarks" / "compare.py"), "--cases", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    return {row[0]: row[1:] for row in cells if len(row) > 1}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    path = tmp_path_factory.mktemp("cases") / "own.jsonl"
    lines = [
        case("2024. május 8-án ült össze a bizottság", "time", DAY),
        case("2024. május 9-én ült össze a bizottság", "time", DAY),
        case("A bizottság összeült.", "time", {"none": True}),
        case("Két évre szól.", "duration", {"iso": "P2Y"}),
        case("Húszmillió euróba kerül.", "money", {"value": "20000000", "currency": "EUR"}),
        case("Húszmillió euróba kerül.", "money", {"value": "20000000", "currency": "HUF"}),
        case("Az ország harmada.", "numeral", {"value": "0.3333333333333333"}),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return rows(path)


@pytest.mark.parametrize(
    ("kind", "cases", "right"),
    [
        ("time", "2", "50%"),
        ("nothing there", "1", "100%"),
        ("duration", "1", "100%"),
        ("money", "2", "50%"),
        ("numeral", "1", "100%"),
    ],
)
def test_answers_are_judged(table: dict[str, list[str]], kind: str, cases: str, right: str) -> None:
    assert table[f"`own`: {kind}"][:2] == [cases, right]


def test_package_is_told_with_its_version_or_that_it_is_missing(table: dict[str, list[str]]) -> None:
    (told,) = [(name, cells) for name, cells in table.items() if name.startswith("hundate")]
    assert told[0] == "hundate" if told[1][-1] == "not installed" else told[0].startswith("hundate 1")
