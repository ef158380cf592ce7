"""What a change of the rules does to the facts: gained, lost and changed on a folder of texts.

    python benchmarks/gains.py FOLDER --save before.json
    python benchmarks/gains.py FOLDER --against before.json [--quiet] [--fail]

FOLDER holds articles as ``*.txt`` in UTF-8, at any depth. The saved run holds the rows of every table. A row
whose place overlaps that of a row of the other run in the same table is the same fact, changed; others are
gained or lost. With ``--quiet`` only the counts are printed; with ``--fail`` the exit code is 1 if anything
differs, as for a change that should only make the reading faster.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import bilateral
from bilateral.exchange.records import Row

Run = dict[str, dict[str, list[Row]]]
"""The rows of the tables of each text, by its path in the folder."""

_OFFSETS = ("start", "end")


class Difference(NamedTuple):
    """A fact that the two runs do not tell alike; only gained has no ``old``, only lost no ``new``."""

    file: str
    table: str
    old: Row | None
    new: Row | None

    @property
    def kind(self) -> str:
        """Whether it is gained, lost or changed."""
        if self.old is None:
            return "gained"
        return "lost" if self.new is None else "changed"


def read(folder: Path) -> Run:
    """Parse every text of ``folder``."""
    files = sorted(folder.rglob("*.txt"))
    documents = ((file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")) for file in files)
    results = bilateral.parse_many(documents, on_error="raise")
    return {str(result.id): bilateral.tables(result.article) for result in results}


def differences(old: Run, new: Run) -> Iterator[Difference]:
    """All that differs, by text and table; texts that only one run has are left out."""
    for file in sorted(old.keys() & new.keys()):
        for table in bilateral.TABLES:
            before, after = old[file].get(table, []), new[file].get(table, [])
            yield from (Difference(file, table, *pair) for pair in _pairs(before, after))


def _pairs(old: list[Row], new: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows that have no equal, those at one place together."""
    gained = [row for row in new if row not in old]
    for row in old:
        if row in new:
            continue
        match = max(gained, key=lambda other: _likeness(row, other), default=None)
        if match is not None and _likeness(row, match) > 0:
            gained.remove(match)
            yield row, match
        else:
            yield row, None
    yield from ((None, row) for row in gained)


def _likeness(one: Row, other: Row) -> int:
    """How many cells agree in two rows of one table whose places overlap; 0 where they do not."""
    if max(_start(one), _start(other)) >= min(_end(one), _end(other)):
        return 0
    return 1 + sum(one[name] == other.get(name) for name in one)


def _start(row: Row) -> int:
    start = row["start"]
    return start if isinstance(start, int) else 0


def _end(row: Row) -> int:
    """A row without a place overlaps nothing."""
    end = row["end"]
    return end if isinstance(end, int) else 0


def shown(difference: Difference) -> str:
    """One line for a fact gained or lost; a changed one with its cells before and after."""
    sign = {"gained": "+", "lost": "-", "changed": "~"}[difference.kind]
    old, new = difference.old, difference.new
    row = new or old or {}
    head = f"{sign} {difference.table} {difference.file}[{row.get('start')}:{row.get('end')}]"
    if old is None or new is None:
        return f"{head} {_cells(row)}"
    changed = [
        f"    {name}: {old.get(name)!r} -> {new[name]!r}" for name in new if old.get(name) != new[name]
    ]
    same = {name: value for name, value in new.items() if old.get(name) == value}
    return "\n".join([f"{head} {_cells(same)}", *changed])


def _cells(row: Row) -> str:
    told = (name for name, value in row.items() if value not in (None, []) and name not in _OFFSETS)
    return ", ".join(f"{name}={row[name]!r}" for name in told)


def summary(found: Iterable[Difference], run: Run) -> str:
    """The counts by table."""
    found = list(found)
    lines = [f"{'table':<12}{'facts':>7}{'gained':>8}{'lost':>6}{'changed':>9}"]
    for table in bilateral.TABLES:
        kinds = [difference.kind for difference in found if difference.table == table]
        facts = sum(len(tables.get(table, [])) for tables in run.values())
        counts = [kinds.count(kind) for kind in ("gained", "lost", "changed")]
        lines.append(f"{table:<12}{facts:>7}{counts[0]:>8}{counts[1]:>6}{counts[2]:>9}")
    return "\n".join(lines)


def main() -> int:
    """Parse, and save or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the rows of this run")
    parser.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with the rows of an earlier run"
    )
    parser.add_argument("--quiet", action="store_true", help="print the counts only")
    parser.add_argument("--fail", action="store_true", help="exit with 1 if anything differs")
    arguments = parser.parse_args()
    run = read(arguments.folder)
    old = json.loads(arguments.against.read_text(encoding="utf-8")) if arguments.against else run
    found = list(differences(old, run))
    if not arguments.quiet:
        print(*map(shown, found), sep="\n", end="\n\n" if found else "")
    print(f"{len(run)} texts\n{summary(found, run)}")
    if arguments.save:
        arguments.save.write_text(json.dumps(run, ensure_ascii=False, indent=1), encoding="utf-8")
    return int(arguments.fail and bool(found))


if __name__ == "__main__":
    sys.exit(main())
