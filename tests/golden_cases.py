"""Golden cases: texts and the rows that a reader of Hungarian would write down for them.

A file ``golden/*.toml`` has a day of publication and cases. A case has a text, the construction that it is
an example of, and for each table that it speaks of exactly the rows that must be read: every row by the
columns that matter, ``""`` for a column that stays open, no row for a table under ``absent``. Tables that a
case does not speak of may hold anything.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs

import bilateral
from bilateral.exchange.records import column_names
from bilateral.model.facts import FACT_TYPES

FOLDER = Path(__file__).parent / "golden"
TABLES = tuple(kind.TABLE for kind in FACT_TYPES)
Row = Mapping[str, Any]


class CaseError(ValueError):
    """A golden case that cannot be meant."""

    def __init__(self, raw: Mapping[str, Any], expectation: str) -> None:
        super().__init__(f"{raw.get('text', raw)!r}: expected {expectation}")


@attrs.frozen
class Case:
    """A text and what must be read in it.

    Attributes:
        text: one or several sentences.
        published: day of publication.
        construction: what it is an example of.
        rows: for each table that the case speaks of, its rows; none where the table must stay empty.
        source: number of the seed sentence that it varies, or 0.
    """

    text: str
    published: date
    construction: str
    rows: Mapping[str, Sequence[Row]]
    source: int = 0

    def read(self, table: str) -> list[dict[str, Any]]:
        """The rows that are read in a table, by the columns that the case names in any of its rows."""
        named = {column for row in self.rows[table] for column in row} or {"start"}
        found = bilateral.tables(bilateral.parse(self.text, published=self.published))[table]
        return [{column: plain(row[column]) for column in sorted(named)} for row in found]

    def expected(self, table: str) -> list[dict[str, Any]]:
        """The rows that must be read in a table."""
        return [{column: plain(row[column]) for column in sorted(row)} for row in self.rows[table]]


def plain(value: Any) -> Any:
    """A cell in the form of the golden files: no order in lists, ``""`` for nothing."""
    if isinstance(value, list):
        return sorted(value)
    return "" if value is None else value


def case(raw: Mapping[str, Any], published: date) -> Case:
    """A case as its file tells it.

    Raises:
        CaseError: it asserts nothing, names an unknown table or column, or rows of one table by
            different columns.
    """
    known = {"text", "construction", "seed", "published", "absent", *TABLES}
    _demand(not set(raw) - known, raw, f"unknown keys {sorted(set(raw) - known)}")
    _demand(bool(raw.get("text")) and bool(raw.get("construction")), raw, "a text and a construction")
    rows = {table: raw[table] for table in TABLES if table in raw}
    absent = raw.get("absent", [])
    _demand(bool(rows or absent), raw, "a case must assert something")
    _demand(set(absent) <= set(TABLES) - set(rows), raw, "tables under absent that are told nowhere else")
    for table, found in rows.items():
        columns = {frozenset(row) for row in found}
        _demand(len(columns) == 1 and columns != {frozenset()}, raw, f"rows with the same columns in {table}")
        _demand(next(iter(columns)) <= set(column_names(table)), raw, f"columns of the table {table}")
    told = {**rows, **{table: [] for table in absent}}
    return Case(raw["text"], raw.get("published", published), raw["construction"], told, raw.get("seed", 0))


def _demand(holds: bool, raw: Mapping[str, Any], expectation: str) -> None:  # noqa: FBT001
    if not holds:
        raise CaseError(raw, expectation)


@functools.cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of ``golden/NAME.toml``.

    Raises:
        CaseError: a case is none, or a text is there twice.
    """
    raw = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    found = tuple(case(one, raw["published"]) for one in raw["case"])
    texts = [one.text for one in found]
    for text in texts:
        _demand(texts.count(text) == 1, {"text": text}, "each text once")
    return found
