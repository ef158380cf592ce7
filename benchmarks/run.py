"""How fast bilateral reads, what memory it takes, and how both grow; beside it what does parts of the job.

    python benchmarks/run.py [--write] [--quick]

Prints the tables; ``--write`` puts them into README.md beside this file. Every number is measured in a
process of its own. The article is the one of seeds/ ("seed"); variants of it get a running number at the end,
so that nothing is remembered of a whole text. Times are those of the processor, but for starting and articles
a second, which need an idle machine. With ``--quick`` fewer repetitions are made and long texts left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = Path(__file__).with_name("README.md")
PEERS = ("spacy", "dateparser", "hun-date-parser", "simplemma", "langextract")

Measured = dict[str, float]


def measure(what: str, *arguments: object) -> Measured:
    """Run one measurement of measures.py in a fresh process."""
    command = [sys.executable, str(Path(__file__).with_name("measures.py")), what, *map(str, arguments)]
    # an installed package has its bytecode
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    result: Measured = json.loads(done.stdout)
    return result


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; all columns but the first are figures."""
    titles = list(head)
    lines = [titles, ["---", *["---:"] * (len(titles) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _start(_: bool) -> str:  # noqa: FBT001
    bare = measure("start", "pass")["seconds"]
    rows = [
        ["`import bilateral`", f"{1e3 * (measure('start', 'import')['seconds'] - bare):.0f} ms", "150 ms"],
        [
            "first parse, data loaded",
            f"{1e3 * min(measure('first')['seconds'] for _ in range(5)):.0f} ms",
            "400 ms",
        ],
    ]
    return table(["starting", "measured", "bar"], rows)


def _speed(quick: bool) -> str:  # noqa: FBT001
    count = 200 if quick else 1000
    seed = measure("seed", 50 if quick else 300)
    one, two = measure("many", count, 1), measure("many", count, 2)
    gain = two["per_second"] / one["per_second"]
    rows = [
        ["seed article, median", f"{1e3 * seed['median']:.1f} ms", "8 ms"],
        ["seed article, best", f"{1e3 * seed['best']:.1f} ms", "5 ms (aim)"],
        ["articles a second, one core", f"{one['per_second']:.0f}", "120"],
        ["MB a second, one core", f"{one['megabytes']:.2f}", ""],
        ["articles a second, two cores", f"{two['per_second']:.0f} (x {gain:.2f})", "x 1.8"],
        ["MB a second, two cores", f"{two['megabytes']:.2f}", ""],
    ]
    return table(["reading", "measured", "bar"], rows)


def _number(quick: bool) -> str:  # noqa: FBT001
    counts = (1, 100, 400) if quick else (1, 100, 1000, 5000)
    rows = [[f"{count:,}", f"{measure('memory', count)['megabytes']:.0f} MB", "120 MB"] for count in counts]
    return table(["articles, one after the other", "peak memory", "bar"], rows)


def _length(quick: bool) -> str:  # noqa: FBT001
    times = (1, 10, 100) if quick else (1, 10, 100, 300, 1000, 3200)
    rows = []
    for count in times:
        found = measure("length", count)
        size = found["characters"] / 1e6
        rows.append(
            [
                f"{count:,} x seed ({size:.2f} M characters)",
                f"{found['seconds']:.2f} s",
                f"{found['seconds'] / size:.1f} s",
                f"{found['megabytes']:.0f} MB",
            ]
        )
    return table(["one text of", "time", "per M characters", "peak memory"], rows)


def _stages(quick: bool) -> str:  # noqa: FBT001
    found = measure("stages", 50 if quick else 200)
    total = sum(found.values())
    rows = [[name, f"{1e3 * seconds:.2f} ms", f"{seconds / total:.0%}"] for name, seconds in found.items()]
    return table(["stage", "seed article", "share"], rows)


def _peers(quick: bool) -> str:  # noqa: FBT001
    rows = []
    for name, job in (
        ("bilateral", "everything: facts, names, dates, amounts, offsets"),
        ("spacy", "names of the same gazetteer: blank `hu` with an entity ruler"),
        ("simplemma", "lemmas of the words"),
        ("hun-date-parser", "dates, sentence by sentence"),
        ("dateparser", "dates: `search_dates(languages=['hu'])`"),
        ("langextract", "offsets of quotes found already: its `WordAligner`"),
    ):
        if name == "bilateral" or version_of(name):
            seconds = measure("peer", name, 10 if quick else 40)["seconds"]
            rows.append([f"{name} {version_of(name)}", job, f"{1e3 * seconds:.1f} ms"])
    return table(["package", "job", "seed article"], rows)


SECTIONS: dict[str, Callable[[bool], str]] = {
    "Starting": _start,
    "Speed": _speed,
    "Growth with the number of articles": _number,
    "Growth with the length of a text": _length,
    "Where the time goes": _stages,
    "Beside it": _peers,
}


def version_of(package: str) -> str:
    """The installed version of a package; empty if there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def machine() -> str:
    """What the numbers were taken on, in one line."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = names[0] if names else platform.processor() or platform.machine()
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} x {model}."


def main() -> None:
    """Measure, print and, on request, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no long texts")
    arguments = parser.parse_args()
    parts = [machine()]
    print(parts[0], flush=True)
    for title, section in SECTIONS.items():
        parts.append(f"## {title}\n\n{section(arguments.quick)}")
        print(f"\n{parts[-1]}", flush=True)
    if arguments.write:
        write("measured", "\n\n".join(parts))


def write(mark: str, told: str) -> None:
    """Put what was measured between two comments of README.md."""
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    text = README.read_text(encoding="utf-8")
    head, tail = text.partition(begin)[0], text.partition(end)[2]
    README.write_text(f"{head}{begin}\n{told}\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
