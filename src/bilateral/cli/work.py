"""Reading and parsing the documents of one command, and telling what went wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import bilateral
from bilateral.cli.output import Parsed
from bilateral.cli.sources import Document, Unread, load

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
        documents = self._documents(_progress(self._names))
        return self._parallel(documents) if self._jobs > 1 else self._one_by_one(documents)

    def _documents(self, names: Iterable[str | Unread]) -> Iterator[Document]:
        for name in names:
            found = name if isinstance(name, Unread) else load(name, self._encoding, self._published)
            if isinstance(found, Unread):
                self._fail(found.name, found.problem)
                continue
            if found.note:
                _tell(found.name, found.note)
            yield found

    def _one_by_one(self, documents: Iterable[Document]) -> Iterator[Parsed]:
        for document in documents:
            try:
                article = bilateral.parse(document.text, published=document.published)
            except Exception as error:  # noqa: BLE001 - one document must not stop the others
                self._fail(document.name, f"{type(error).__name__}: {error}")
            else:
                yield Parsed(document.name, article)

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
