"""Reading and parsing the documents of one command, and telling what went wrong."""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import bilateral
from bilateral.cli.output import Parsed
from bilateral.cli.sources import Document, Unread, load

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bilateral.model.article import Article

_T = TypeVar("_T")

_AHEAD = 4
"""How many documents for each process are read ahead of the output."""


def read(document: Document) -> Article:
    """Parse one document."""
    return bilateral.parse(document.text, published=document.published)


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
            yield from self._outcome(document.name, partial(read, document))

    def _parallel(self, documents: Iterable[Document]) -> Iterator[Parsed]:
        """Parse in several processes, in order, with few documents under way at a time."""
        waiting: deque[tuple[str, Future[Article]]] = deque()
        with ProcessPoolExecutor(self._jobs) as pool:
            for document in documents:
                waiting.append((document.name, pool.submit(read, document)))
                if len(waiting) > _AHEAD * self._jobs:
                    name, future = waiting.popleft()
                    yield from self._outcome(name, future.result)
            for name, future in waiting:
                yield from self._outcome(name, future.result)

    def _outcome(self, name: str, result: Callable[[], Article]) -> Iterator[Parsed]:
        try:
            article = result()
        except Exception as error:  # noqa: BLE001 - one document must not stop the others
            self._fail(name, f"{type(error).__name__}: {error}")
        else:
            yield Parsed(name, article)

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
