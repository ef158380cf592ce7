"""Where documents come from: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilateral.cli.decoding import decode, extract, is_html
from bilateral.errors import BilateralError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

STDIN = "-"
SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
"""The files of a folder that are read."""


class Document(NamedTuple):
    """A text to be parsed.

    Attributes:
        name: its path, or ``-``.
        text: the text.
        published: the date of publication if something else than the text tells it.
        note: what had to be assumed in reading it.
    """

    name: str
    text: str
    published: date | datetime | None
    note: str | None


class Unread(NamedTuple):
    """A document that could not be read, and why."""

    name: str
    problem: str


def expand(arguments: Iterable[str]) -> Iterator[str | Unread]:
    """The documents that the arguments stand for, in their order; folders and patterns sorted."""
    for argument in arguments or [STDIN]:
        path = Path(argument)
        if argument == STDIN or path.is_file():
            yield argument
        elif path.is_dir():
            yield from _folder(path)
        else:
            yield from _pattern(argument)


def _folder(path: Path) -> Iterator[str | Unread]:
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    yield from map(str, found)
    if not found:
        yield Unread(str(path), f"the folder has no files that end in {', '.join(SUFFIXES)}")


def _pattern(argument: str) -> Iterator[str | Unread]:
    found = sorted(file for file in glob.glob(argument, recursive=True) if Path(file).is_file())  # noqa: PTH207 - absolute patterns too
    yield from found
    if not found:
        is_pattern = glob.has_magic(argument)
        yield Unread(argument, "no file matches" if is_pattern else "no such file or folder")


def load(name: str, encoding: str | None, published: date | datetime | None) -> Document | Unread:
    """Read one document."""
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        text, guessed = decode(data, encoding)
        note = f"read as {guessed}" if guessed else None
        if not is_html(text):
            return Document(name, text, published, note)
        page = extract(text)
    except OSError as error:
        return Unread(name, error.strerror or str(error))
    except BilateralError as error:
        return Unread(name, str(error))
    return Document(name, page.text, published or page.published, note)
