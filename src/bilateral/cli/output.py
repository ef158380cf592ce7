"""Writing articles in the formats of the command line, one after the other as they come."""

from __future__ import annotations

import csv
import shutil
import sys
from collections import Counter
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import bilateral
from bilateral.exchange.records import TABLES, Cell, column_names
from bilateral.exchange.table import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilateral.model.article import Article

LIST_SEPARATOR = "; "
"""Between the items of a list in a CSV cell."""

_PIPED_WIDTH = 120


class Parsed(NamedTuple):
    """A document and what was read from it."""

    name: str
    article: Article


class Target(NamedTuple):
    """Where the output goes.

    Attributes:
        path: a file, or a folder where ``is_folder``; standard output if there is none.
        is_folder: whether the format writes several files.
        table: the table that is asked for (CSV).
        many: whether there are several documents.
        language: the language of a report (HTML).
    """

    path: Path | None
    is_folder: bool
    table: str | None
    many: bool
    language: str = "en"

    @contextmanager
    def open(self, name: str = "") -> Iterator[IO[str]]:
        """The file ``name`` of the folder, or the one file, or standard output."""
        if self.path is None:
            yield sys.stdout
            return
        path = self.path / name if self.is_folder else self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as stream:
            yield stream


def write_table(parsed: Iterable[Parsed], target: Target) -> None:
    """Readable tables, under the name of the document if there are several."""
    width = shutil.get_terminal_size((_PIPED_WIDTH, 0)).columns if target.path is None else _PIPED_WIDTH
    with target.open() as stream:
        for number, (name, article) in enumerate(parsed):
            title = f"{name}\n{'=' * min(len(name), width)}\n\n" if target.many else ""
            stream.write("\n" * bool(number) + title + to_text(article, width=width))


def write_json(parsed: Iterable[Parsed], target: Target) -> None:
    """One article as an object, several as an array of objects."""
    opening, closing = ("[\n", "\n]\n") if target.many else ("", "\n")
    with target.open() as stream:
        stream.write(opening)
        for number, (_, article) in enumerate(parsed):
            stream.write(",\n" * bool(number) + bilateral.to_json(article, indent=None if target.many else 2))
        stream.write(closing)


def write_jsonl(parsed: Iterable[Parsed], target: Target) -> None:
    """One article on each line."""
    with target.open() as stream:
        for _, article in parsed:
            stream.write(bilateral.to_json(article) + "\n")
            stream.flush()


def write_csv(parsed: Iterable[Parsed], target: Target) -> None:
    """Rows of one table; into a folder, of every table."""
    if target.is_folder:
        _write_csv_files(parsed, target)
        return
    with target.open() as stream:
        write = _csv_writer(stream, target.table or "")
        for name, article in parsed:
            write(name, article)
            stream.flush()


def _write_csv_files(parsed: Iterable[Parsed], target: Target) -> None:
    wanted = [target.table] if target.table else TABLES
    with ExitStack() as stack:
        writers = [_csv_writer(stack.enter_context(target.open(f"{name}.csv")), name) for name in wanted]
        for name, article in parsed:
            for write in writers:
                write(name, article)


def _csv_writer(stream: IO[str], table: str) -> Callable[[str, Article], None]:
    """Write the names of the columns; give what writes the rows of one document."""
    columns = column_names(table)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["source", *columns])

    def write(name: str, article: Article) -> None:
        for row in bilateral.tables(article)[table]:
            writer.writerow([name, *(_csv_cell(row[column]) for column in columns)])

    return write


def _csv_cell(cell: Cell) -> str | int | None:
    return LIST_SEPARATOR.join(cell) if isinstance(cell, list) else cell


def write_html(parsed: Iterable[Parsed], target: Target) -> None:
    """A page for each document."""
    seen: Counter[str] = Counter()
    for name, article in parsed:
        stem = Path(name).stem
        seen[stem] += 1
        # files of the same name from different folders
        number = f"-{seen[stem]}" if seen[stem] > 1 else ""
        with target.open(f"{stem}{number}.html") as stream:
            stream.write(bilateral.to_html(article, language=target.language))


WRITERS: dict[str, Callable[[Iterable[Parsed], Target], None]] = {
    "table": write_table,
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "html": write_html,
}
