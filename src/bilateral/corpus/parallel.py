"""Many articles on one machine: lazily, in order, in several processes, whatever happens to one of them."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sized
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, closing
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Literal, NoReturn, overload

from bilateral.corpus.documents import Document, Failure, Parsed, Texts, documents
from bilateral.corpus.workers import Outcome, Workers, attempt, unpacked
from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.hungarian.lexicon import Lexicon
from bilateral.model.article import Article

if TYPE_CHECKING:
    from tqdm import tqdm

_BUNDLE = 8
"""How many documents are sent to a process at a time: what sending costs is shared by them."""
_BULK = 40_000
"""How many characters at most, unless one document has more: a bundle is to be done in a moment."""
_AHEAD = 3
"""How many bundles are under way for each process: enough to keep it busy, few to hold in memory."""
_LIGHT = 50_000
"""Fewer characters than this are parsed sooner than a process has started."""


@overload
def parse_many(
    texts: Texts,
    *,
    workers: int | None = ...,
    progress: bool = ...,
    on_error: Literal["raise"],
    published: date | None = ...,
    lexicon: Lexicon | None = ...,
) -> Generator[Parsed]: ...


@overload
def parse_many(
    texts: Texts,
    *,
    workers: int | None = ...,
    progress: bool = ...,
    on_error: Literal["return"] = ...,
    published: date | None = ...,
    lexicon: Lexicon | None = ...,
) -> Generator[Parsed | Failure]: ...


def parse_many(
    texts: Texts,
    *,
    workers: int | None = None,
    progress: bool = False,
    on_error: Literal["return", "raise"] = "return",
    published: date | None = None,
    lexicon: Lexicon | None = None,
) -> Generator[Parsed | Failure]:
    """Parse any number of articles: lazily, in their order, in bounded memory.

    Args:
        texts: texts (known by their number, from 0), pairs of id and text, ``Document`` s, or texts by id.
            Taken up a few dozen at a time, so an endless iterable will do.
        workers: processes; ``None`` for one on every core, 1 for none beside this one. They are started
            when the texts turn out to be worth it.
        progress: whether to show a bar on standard error (extra ``cli``).
        on_error: "return" a ``Failure`` for a document that cannot be parsed, or "raise" its error.
        published: date of publication of the documents that bring none.
        lexicon: names to know beside the shipped ones.

    Returns:
        A ``Parsed`` or ``Failure`` for each document. Close the iterator, or leave the loop, to stop: no
        process outlives it, nor Ctrl-C, nor the end of this process.

    Raises:
        InvalidValueError: an argument that cannot be meant.
        ExtraMissingError: ``progress`` without tqdm.
    """
    if workers is not None and workers < 1:
        raise InvalidValueError("parse_many.workers", workers, "a positive number or None")
    if on_error not in ("return", "raise"):
        raise InvalidValueError("parse_many.on_error", on_error, "'return' or 'raise'")
    source = documents(texts, published)
    count = workers or _cores()
    results = _inline(source, lexicon) if count == 1 else _spread(source, count, lexicon)
    if progress:
        results = _shown(results, _bar(len(texts) if isinstance(texts, Sized) else None))
    return _raised(results) if on_error == "raise" else results


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _inline(source: Iterable[Document], lexicon: Lexicon | None) -> Generator[Parsed | Failure]:
    for document in source:
        yield _result(document, attempt(document.text, document.published, lexicon))


def _spread(source: Iterator[Document], count: int, lexicon: Lexicon | None) -> Generator[Parsed | Failure]:
    """In processes, if there is enough to do for them."""
    window = _AHEAD * count
    bundles = _bundles(source)
    head = list(islice(bundles, window))
    is_light = len(head) < window and sum(map(_size, chain.from_iterable(head))) < _LIGHT
    if is_light:
        yield from _inline(chain.from_iterable(head), lexicon)
        return
    with ExitStack() as stack:
        workers = stack.enter_context(Workers(count, lexicon))
        # documents that were under way when a process died: one of them may be what kills
        alone = stack.enter_context(Workers(1, lexicon))
        waiting: deque[tuple[list[Document], Future[list[bytes]]]] = deque()
        for bundle in chain(head, bundles):
            waiting.append((bundle, workers.submit(bundle)))
            if len(waiting) >= window:
                yield from _settled(*waiting.popleft(), alone)
        while waiting:
            yield from _settled(*waiting.popleft(), alone)


def _bundles(source: Iterable[Document]) -> Generator[list[Document]]:
    """The documents in their order, a few at a time."""
    bundle: list[Document] = []
    bulk = 0
    for document in source:
        size = _size(document)
        if bundle and (len(bundle) == _BUNDLE or bulk + size > _BULK):
            yield bundle
            bundle, bulk = [], 0
        bundle.append(document)
        bulk += size
    if bundle:
        yield bundle


def _size(document: Document) -> int:
    text: object = document.text
    return len(text) if isinstance(text, str) else 0


def _settled(
    bundle: list[Document], future: Future[list[bytes]], alone: Workers
) -> Generator[Parsed | Failure]:
    try:
        packed = future.result()
    except BrokenProcessPool:
        yield from (_retried(document, alone) for document in bundle)
    else:
        yield from map(_result, bundle, map(unpacked, packed))


def _retried(document: Document, alone: Workers) -> Parsed | Failure:
    try:
        return _result(document, *map(unpacked, alone.submit([document]).result()))
    except BrokenProcessPool as error:
        return Failure(document.id, error)


def _result(document: Document, outcome: Outcome) -> Parsed | Failure:
    if isinstance(outcome, Article):
        return Parsed(document.id, outcome)
    return Failure(document.id, outcome)


def _raised(results: Generator[Parsed | Failure]) -> Generator[Parsed]:
    # an error must not leave processes behind, and whoever catches it keeps this frame alive
    with closing(results):
        for result in results:
            if isinstance(result, Failure):
                raise result.error
            yield result


def _bar(total: int | None) -> tqdm[NoReturn]:
    try:
        from tqdm import tqdm  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise ExtraMissingError("parse_many.progress", "cli") from error
    return tqdm(total=total, unit=" articles", file=sys.stderr)


def _shown(results: Generator[Parsed | Failure], bar: tqdm[NoReturn]) -> Generator[Parsed | Failure]:
    with closing(results), bar:
        for result in results:
            bar.update()
            yield result
