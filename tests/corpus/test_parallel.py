from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import bilateral
from bilateral.corpus import parallel
from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.hungarian.lexicon import Lexicon, Match
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.tokens import Token

SEED = next(Path("seeds").glob("*.txt")).read_text(encoding="utf-8")
SENTENCE = "A lengyel elnök kedden Rigában a lett elnökkel tárgyalt."


class OddError(Exception):
    """Can be sent to another process, but not received."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


class Trap(Lexicon):
    """An empty lexicon in which a few words are found in unexpected ways."""

    def find(
        self,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]] = (),  # noqa: ARG002 - the form of the method
        sentences: Iterable[tuple[int, int]] = (),  # noqa: ARG002
    ) -> list[Match]:
        word = tokens[0].text if tokens else ""
        if word == "kill":
            os._exit(9)
        if word == "fail":
            message = "no luck"
            raise LookupError(message)
        if word == "odd":
            raise OddError(1, 2)
        while word == "slow":
            time.sleep(0.01)
        return []


TRAP = Trap(())


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even few texts are worth processes."""
    monkeypatch.setattr(parallel, "_LIGHT", 0)


def told(results: Iterator[bilateral.Parsed | bilateral.Failure]) -> list[tuple[object, str]]:
    return [
        (result.id, result.article.text if isinstance(result, bilateral.Parsed) else repr(result.error))
        for result in results
    ]


# -- what goes in, what comes out -----------------------------------------------------------------


@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_as_one_by_one(processes: int) -> None:
    texts = [f"{SEED}\n{number}" for number in range(20)]
    results = list(bilateral.parse_many(texts, workers=processes, on_error="raise"))
    assert [result.id for result in results] == list(range(20))
    assert [result.article for result in results] == [bilateral.parse(text) for text in texts]
    assert all(result.article.facts for result in results)


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("processes", [1, 2, None])
def test_ids_are_carried_through(processes: int | None) -> None:
    texts: list[Any] = ["a", ("second", "b"), bilateral.Document(("x", 3), "c")]
    assert told(bilateral.parse_many(texts, workers=processes)) == [
        (0, "a"),
        ("second", "b"),
        (("x", 3), "c"),
    ]


@pytest.mark.usefixtures("eager")
def test_texts_by_id() -> None:
    assert told(bilateral.parse_many({"a.txt": "A", "b.txt": "B"})) == [("a.txt", "A"), ("b.txt", "B")]


def test_nothing_gives_nothing() -> None:
    assert list(bilateral.parse_many([])) == []


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("processes", [1, 2])
def test_dates_of_publication(processes: int) -> None:
    late = date(2025, 3, 1)
    texts: list[Any] = [bilateral.Document("own", "a", late), ("none", "b")]
    results = bilateral.parse_many(texts, workers=processes, published=date(2024, 1, 1), on_error="raise")
    assert [result.article.published for result in results] == [late, date(2024, 1, 1)]


@pytest.mark.usefixtures("eager")
def test_the_lexicon_reaches_every_process() -> None:
    known = bilateral.lexicon().extend(organizations=[{"name": "balti zátony"}])
    text = "A balti zátony Rigában ülésezett."
    results = list(bilateral.parse_many([text] * 4, workers=2, lexicon=known, on_error="raise"))
    assert [result.article for result in results] == [bilateral.parse(text, lexicon=known)] * 4
    assert results[0].article != bilateral.parse(text)


# -- laziness -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("processes", [1, 2])
def test_endless_input_is_taken_up_a_little_at_a_time(processes: int) -> None:
    taken = []

    def endless() -> Iterator[str]:
        for number in count():
            taken.append(number)
            yield f"text {number}"

    results = bilateral.parse_many(endless(), workers=processes)
    assert not taken
    assert told(islice(results, 100)) == [(number, f"text {number}") for number in range(100)]
    assert len(taken) <= 100 + 32 * processes
    results.close()
    assert active_children() == []


def test_light_work_is_done_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "Workers", None)
    assert len(list(bilateral.parse_many([SENTENCE] * 3, workers=2))) == 3


def test_an_error_of_the_input_is_the_callers() -> None:
    def broken() -> Iterator[str]:
        yield from ["text"] * 20
        message = "disk full"
        raise OSError(message)

    with pytest.raises(OSError, match="disk full"):
        list(bilateral.parse_many(broken(), workers=2))
    assert active_children() == []


# -- failures -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("processes", [1, 2])
def test_a_failed_document_is_a_value(processes: int) -> None:
    results = bilateral.parse_many(["a", "fail", "odd", "b"] * 5, workers=processes, lexicon=TRAP)
    assert [text.partition("(")[0] for _, text in told(results)] == [
        "a",
        "LookupError",
        "OddError" if processes == 1 else "RuntimeError",
        "b",
    ] * 5


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("processes", [1, 2])
def test_a_failed_document_raises_on_request(processes: int) -> None:
    results = bilateral.parse_many(["a", "b", "fail", "c"], workers=processes, on_error="raise", lexicon=TRAP)
    assert told(islice(results, 2)) == [(0, "a"), (1, "b")]
    with pytest.raises(LookupError, match="no luck"):
        next(results)
    assert active_children() == []


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_no_text_fails_alone(processes: int) -> None:
    texts: list[Any] = [SENTENCE, None, b"bytes", SENTENCE]
    results = list(bilateral.parse_many(texts, workers=processes))
    assert [type(result) for result in results] == [bilateral.Parsed] + [bilateral.Failure] * 2 + [
        bilateral.Parsed
    ]
    assert isinstance(results[1], bilateral.Failure)
    assert isinstance(results[1].error, InvalidValueError)


@pytest.mark.usefixtures("eager")
def test_a_document_that_kills_its_process_is_told_and_the_rest_goes_on() -> None:
    texts = [f"kill {number}" if number in {7, 8, 30} else f"text {number}" for number in range(50)]
    results = list(bilateral.parse_many(texts, workers=2, lexicon=TRAP))
    failed = [result for result in results if isinstance(result, bilateral.Failure)]
    assert [result.id for result in results] == list(range(50))
    assert [result.id for result in failed] == [7, 8, 30]
    assert all(isinstance(result.error, BrokenProcessPool) for result in failed)
    assert active_children() == []


# -- arguments ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: bilateral.parse_many(SEED), "parse_many.texts: got 'str'"),
        (lambda: bilateral.parse_many(7), "parse_many.texts: got 'int'"),  # type: ignore[call-overload]
        (lambda: bilateral.parse_many([], workers=0), "parse_many.workers: got 0"),
        (lambda: bilateral.parse_many([], on_error="skip"), "parse_many.on_error: got 'skip'"),  # type: ignore[call-overload]
    ],
)
def test_arguments_that_cannot_be_meant(call: Callable[[], object], complaint: str) -> None:
    with pytest.raises(InvalidValueError, match=complaint):
        call()


def test_a_bar_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(bilateral.parse_many([SENTENCE] * 3, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err


def test_a_bar_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(ExtraMissingError, match=r"bilateral\[cli\]"):
        bilateral.parse_many([], progress=True)


@pytest.mark.parametrize("value", [bilateral.Document(1, "a"), bilateral.Failure(1, ValueError("a"))])
def test_values_can_be_sent(value: Any) -> None:
    assert repr(pickle.loads(pickle.dumps(value))) == repr(value)  # noqa: S301 - our own bytes


# -- the end --------------------------------------------------------------------------------------

_SCRIPT = """
import bilateral
from tests.corpus.test_parallel import TRAP

if __name__ == "__main__":
    texts = ["text"] * 40 + ["slow"] * 10
    for result in bilateral.parse_many(texts, workers=2, lexicon=TRAP):
        print(result.id, flush=True)
"""


@contextlib.contextmanager
def at_work() -> Iterator[subprocess.Popen[str]]:
    """A script, in a process group of its own, that has two processes at work without an end."""
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", _SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])},
    ) as process:
        assert process.stdout is not None
        for number in range(40):
            assert process.stdout.readline() == f"{number}\n"
        yield process
        process.wait(10)
        assert group_is_gone(process.pid)


def group_is_gone(group: int) -> bool:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


needs_signals = pytest.mark.skipif(os.name != "posix", reason="process groups are those of POSIX")


@needs_signals
@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["to the script", "from the terminal"])
def test_ctrl_c_leaves_no_process(send: Callable[[int, int], None]) -> None:
    with at_work() as process:
        send(process.pid, signal.SIGINT)
        assert process.stderr is not None
        complaint = process.stderr.read()
    assert complaint.count("Traceback") == 1
    assert complaint.endswith("KeyboardInterrupt\n")


@needs_signals
def test_a_killed_script_leaves_no_process() -> None:
    with at_work() as process:
        process.kill()
