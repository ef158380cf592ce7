"""Processes that parse: they end with their master, and are replaced when one of them dies."""

from __future__ import annotations

import _thread
import gc
import os
import pickle
import signal
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing import get_context, get_start_method, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

from bilateral.corpus.documents import Document
from bilateral.hungarian.lexicon import Lexicon
from bilateral.model.article import Article
from bilateral.reading.parser import parse

Outcome = Article | Exception

_SELDOM = 20_000
"""New containers after which a worker's garbage is collected: some articles' worth; by default 700."""


def attempt(text: str, published: date | None, lexicon: Lexicon | None) -> Outcome:
    """Parse one text; an error is given back, not raised."""
    try:
        return parse(text, published=published, lexicon=lexicon)
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        return error


def unpacked(packed: bytes) -> Outcome:
    """What a worker made of a text."""
    outcome: Outcome = pickle.loads(packed)  # noqa: S301 - our own bytes
    return outcome


class Workers:
    """A pool of processes that parse.

    Used as a context: left on an error or before its work is done, it drops what is under way. Its
    processes also end when this one does in any way, since each waits for the other end of a pipe to close.
    """

    def __init__(self, count: int, lexicon: Lexicon | None) -> None:
        self._count = count
        self._lexicon = lexicon
        self._start()

    def _start(self) -> None:
        context = _context()
        lifeline, self._lifeline = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(
            self._count,
            mp_context=context,
            initializer=_begin,
            initargs=(self._lexicon, lifeline, self._lifeline),
        )

    def submit(self, bundle: Sequence[Document]) -> Future[list[bytes]]:
        """Have documents parsed, by new processes if one of the old has died; ``unpacked`` reads the result.

        What comes back stays packed until it is asked for: it is smaller so, and many objects at a time
        would keep the garbage collector busy.
        """
        work = [(document.text, document.published) for document in bundle]
        try:
            return self._pool.submit(_parse, work)
        except BrokenProcessPool:
            self._end()
            self._start()
            return self._pool.submit(_parse, work)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if kind is not None:
            # a message that nobody takes out: every process sees that it is there
            self._lifeline.send_bytes(b"end")
        self._end()

    def _end(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._lifeline.close()


def _context() -> BaseContext:
    """The platform's way to start processes, unless that is a fork and other threads are at work."""
    method = get_start_method()
    return get_context("forkserver" if method == "fork" and threading.active_count() > 1 else method)


# -- in the worker process ------------------------------------------------------------------------


class _Worker:
    """How this process parses, and how it is stopped.

    A process killed while it hands over a result would leave its master waiting for the rest of it. So it
    is only ever interrupted while it parses, and Ctrl-C is left to the master.
    """

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._is_ending = False
        self._is_parsing = False

    def parse(self, text: str, published: date | None) -> Outcome:
        self._is_parsing = True
        try:
            self.interrupt()
            return attempt(text, published, self._lexicon)
        except KeyboardInterrupt as error:
            return RuntimeError(f"stopped: {error}")
        finally:
            self._is_parsing = False

    def interrupt(self, *_: object) -> None:
        """Whatever the signal, stop only what the master does not want any more."""
        if self._is_ending and self._is_parsing:
            raise KeyboardInterrupt

    def end_with(self, lifeline: Connection) -> None:
        """Wait until the master says so or is no more."""
        wait([lifeline])
        self._is_ending = True
        _thread.interrupt_main()
        master = parent_process()
        if master is not None:
            master.join()
        os._exit(1)


_mine: list[_Worker] = []
"""The worker of this process; set once, when it begins."""


def _begin(lexicon: Lexicon | None, lifeline: Connection, masters_end: Connection) -> None:
    # our copy of the master's end would keep the pipe open
    masters_end.close()
    worker = _Worker(lexicon)
    _mine[:] = [worker]
    signal.signal(signal.SIGINT, worker.interrupt)
    worker.parse("", None)
    # the lexicon lives as long as the process: the garbage collector need not look at it again and again;
    # and what parsing leaves behind is nearly all without cycles, so that it need not look often
    gc.freeze()
    gc.set_threshold(_SELDOM)
    threading.Thread(target=worker.end_with, args=(lifeline,), daemon=True).start()


def _parse(work: Iterable[tuple[str, date | None]]) -> list[bytes]:
    outcomes = (_mine[0].parse(text, published) for text, published in work)
    return [
        pickle.dumps(outcome if isinstance(outcome, Article) else _portable(outcome), pickle.HIGHEST_PROTOCOL)
        for outcome in outcomes
    ]


def _portable(error: Exception) -> Exception:
    """The error, or one that says the same if it cannot be sent to another process."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - anything may go wrong in other people's __reduce__
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
