"""The measurements of run.py, each for a process of its own: prints one JSON object.

python benchmarks/measures.py seed 100
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).parent.parent
SEED = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def variants(count: int) -> Iterator[str]:
    """The seed article, never quite the same."""
    return (f"{SEED}\n{number}" for number in range(count))


def times(action: Callable[[], object], count: int, clock: Callable[[], float] = process_time) -> list[float]:
    """The seconds that an action takes, each time; of the processor, so that others do not count."""
    seconds = []
    for _ in range(count):
        start = clock()
        action()
        seconds.append(clock() - start)
    return seconds


def peak() -> float:
    """The peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def start(what: str) -> dict[str, float]:
    """A bare interpreter, or one that imports the package."""
    script = {"pass": "pass", "import": "import bilateral"}[what]
    command = [sys.executable, "-c", script]
    return {"seconds": min(times(lambda: subprocess.run(command, check=True), 7, perf_counter))}  # noqa: S603


def first() -> dict[str, float]:
    """The first article of a process: modules and data are loaded."""
    import bilateral  # noqa: PLC0415 - what is measured comes after

    return {"seconds": times(lambda: bilateral.parse(SEED), 1)[0]}


def seed(count: str) -> dict[str, float]:
    """One article after warm-up."""
    import bilateral  # noqa: PLC0415

    bilateral.parse(SEED)
    texts = variants(int(count))
    seconds = times(lambda: bilateral.parse(next(texts)), int(count))
    return {"median": median(seconds), "best": min(seconds)}


def many(count: str, workers: str) -> dict[str, float]:
    """Articles a second, the time to start processes and to load data included."""
    import bilateral  # noqa: PLC0415

    size = 0
    begin = perf_counter()
    for result in bilateral.parse_many(variants(int(count)), workers=int(workers), on_error="raise"):
        size += len(result.article.text.encode("utf-8"))
    seconds = perf_counter() - begin
    return {"per_second": int(count) / seconds, "megabytes": size / 1e6 / seconds}


def memory(count: str) -> dict[str, float]:
    """Peak memory after so many articles."""
    import bilateral  # noqa: PLC0415

    for text in variants(int(count)):
        bilateral.parse(text)
    return {"megabytes": peak()}


def length(count: str) -> dict[str, float]:
    """One text of so many seed articles."""
    import bilateral  # noqa: PLC0415

    bilateral.parse(SEED)
    text = "\n\n".join(variants(int(count)))
    seconds = times(lambda: bilateral.parse(text), 3 if int(count) <= 10 else 1)  # noqa: PLR2004
    return {"seconds": min(seconds), "characters": len(text), "megabytes": peak()}


STAGES = {
    "layout": ("layout",),
    "tokens and sentences": ("tokenize", "sentences"),
    "morphology": ("tag",),
    "dates and amounts": ("find_values",),
    "names": ("find_mentions",),
    "clauses": ("_cut",),
    "who is meant": ("resolve",),
}
"""The functions that the line of bilateral.reading.parser calls, by stage."""


def stages(count: str) -> dict[str, float]:
    """The median time of each stage for the seed article."""
    from bilateral.reading import assemble, parser  # noqa: PLC0415

    taken: dict[str, list[float]] = {}

    def timed(stage: str, action: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **named: object) -> object:
            begin = process_time()
            result = action(*arguments, **named)
            taken[stage][-1] += process_time() - begin
            return result

        taken.setdefault(stage, [])
        return run

    for stage, names in STAGES.items():
        for name in names:
            setattr(parser, name, timed(stage, getattr(parser, name)))
    readers = tuple(timed(reader.__module__.rpartition(".")[2], reader) for reader in parser.READERS)
    parser.READERS = readers  # type: ignore[assignment,misc]
    assemble.article = timed("assembly", assemble.article)  # type: ignore[assignment]
    for text in variants(int(count)):
        for seconds in taken.values():
            seconds.append(0.0)
        parser.parse(text)
    return {stage: median(seconds) for stage, seconds in taken.items()}


def peer(name: str, count: str) -> dict[str, float]:
    """What another package takes for its part of the job."""
    import peers  # noqa: PLC0415

    action = peers.ACTIONS[name](SEED)
    action()
    return {"seconds": median(times(action, int(count)))}


MEASURES: dict[str, Callable[..., dict[str, float]]] = {
    "start": start,
    "first": first,
    "seed": seed,
    "many": many,
    "memory": memory,
    "length": length,
    "stages": stages,
    "peer": peer,
}

if __name__ == "__main__":
    print(json.dumps(MEASURES[sys.argv[1]](*sys.argv[2:])))
