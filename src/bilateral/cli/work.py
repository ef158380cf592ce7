"""Reading and parsing the documents of one command, and telling what went wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from bilateral.cli.output import Parsed
from bilateral.cli.sources import Unread, load
from bilateral.corpus.documents import Document, Failure
from bilateral.corpus.parallel import parse_many

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

_T = TypeVar("_T")


class Work:
    """The documents of one command.

    Attributes:
        code: the exit code so far: 0, or 1 once a document has failed.
    """

    def __init__(self, names: Sequence[str | Unread], arguments: argparse.Namespace) -> None:
        self.code = 0
        self._names = names
        self._encoding: str | None = arguments.encoding
        self._published = arguments.published
        self._jobs: int = getattr(arguments, "jobs", 1)

    def parsed(self) -> Iterator[Parsed]:
        """Every document that could be read, in order; the others are told of on standard error."""
        for result in parse_many(self._documents(_progress(self._names)), workers=self._jobs):
            if isinstance(result, Failure):
                self._fail(str(result.id), f"{type(result.error).__name__}: {result.error}")
            else:
                yield Parsed(str(result.id), result.article)

    def _documents(self, names: Iterable[str | Unread]) -> Iterator[Document]:
        for name in names:
            found = name if isinstance(name, Unread) else load(name, self._encoding, self._published)
            if isinstance(found, Unread):
                self._fail(found.name, found.problem)
                continue
            if found.note:
                _tell(found.name, found.note)
            yield Document(found.name, found.text, found.published)

    def _fail(self, name: str, problem: str) -> None:
        self.code = 1
        _tell(name, problem)


def _tell(name: str, message: str) -> None:
    shown = "standard input" if name == "-" else name
    print(f"bilateral: {shown}: {message}", file=sys.stderr)


def _progress(items: Sequence[_T]) -> Iterable[_T]:
    """``items`` with a bar on standard error, if somebody sees it and nothing else is on that screen."""
    if len(items) == 1 or not sys.stderr.isatty() or sys.stdout.isatty():
        return items
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an optional package
    except ImportError:
        return items
    return tqdm(items, unit=" articles")
