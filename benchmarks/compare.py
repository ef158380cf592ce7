"""Accuracy and speed of dates, numbers, amounts, lemmas and tokens beside what users would take instead.

    python benchmarks/compare.py [--cases FILE.jsonl ...] [--nerkor DEVEL.tsv.xz] [--news VALUES.tsv.xz]

The data is not part of this repository: suites of cases in the form that cases.py tells; a part of
NYTK-NerKor (FORM, LEMMA, UPOS, ...) for lemmas; the news of NYTK-NerKor-Cars-OntoNotes++ (see values.py) for
dates in sentences and for tokens. What is not given is left out. Prints the tables; ``--write`` puts them
into README.md beside this file. Each package runs in processes of its own, one after the other; times are of
the processor, every text is read once, after a warm-up with others. A package that cannot be had is told with
the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

from run import ROOT, machine, table, version_of, write

NORMALISERS = ("bilateral", "hun-date-parser", "hundate", "dateparser", "pyduckling-native-phihos")
LEMMATISERS = ("bilateral", "simplemma", "lemmagen3")
TOKENIZERS = ("bilateral", "spacy", "simplemma")
LIMIT = 1200
"""Seconds for one measurement; a package that needs more is told so."""

Result = dict[str, Any]


def measure(what: str, name: str, path: Path) -> Result:
    """Run one measurement of comparisons.py in a fresh process; why it failed is under ``missing``."""
    script = Path(__file__).with_name("comparisons.py")
    command = [sys.executable, "-W", "ignore", str(script), what, name, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    try:
        done = subprocess.run(  # noqa: S603
            command, env=environment, capture_output=True, text=True, check=False, timeout=LIMIT
        )
    except subprocess.TimeoutExpired:
        return {"missing": f"no end after {LIMIT} s"}
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
        return {"missing": last}
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def _each(what: str, names: tuple[str, ...], path: Path) -> dict[str, Result]:
    return {name: measure(what, name, path) for name in names}


def _share(right: int, total: int) -> str:
    return f"{right / total:.1%}" if total else "–"


def _times(seconds: float, count: int, ours: float) -> list[str]:
    """Microseconds each, and how many times ours that is."""
    own = seconds / count
    return [f"{1e6 * own:,.1f} µs" if own < 1e-4 else f"{1e6 * own:,.0f} µs", f"x {own / ours:.2f}"]  # noqa: PLR2004


def _missing(results: dict[str, Result], width: int) -> list[list[str]]:
    """Rows for the packages that could not be measured."""
    return [
        [f"{name}: {found['missing']}", *["–"] * (width - 1)]
        for name, found in results.items()
        if "missing" in found
    ]


def _suites(paths: list[Path]) -> str:
    """Right answers of each package, a row for each suite and kind of case."""
    rows, reasons = [], dict[str, str]()
    seconds, asked = Counter[str](), Counter[str]()
    for path in paths:
        results = _each("suite", NORMALISERS, path)
        reasons |= {name: found["missing"] for name, found in results.items() if "missing" in found}
        groups = dict.fromkeys(
            group for found in results.values() if "missing" not in found for group in found
        )
        for name, found in results.items():
            cells = [] if "missing" in found else list(found.values())
            seconds[name] += sum(cell["seconds"] for cell in cells)
            asked[name] += sum(cell["asked"] for cell in cells)
        for group in groups:
            told = [found if "missing" in found else found.get(group, {}) for found in results.values()]
            count = max(cell.get("cases", 0) for cell in told)
            rows.append([f"`{path.stem}`: {group}", str(count), *map(_suite_cell, told)])
    means = [f"{1e6 * seconds[name] / asked[name]:,.0f} µs" if asked[name] else "–" for name in NORMALISERS]
    rows.append(["a case, mean", "", *means])
    text = table(["suite: kind", "cases", *NORMALISERS], rows)
    notes = [f"{name}: {reason}" for name, reason in reasons.items()]
    return "\n\n".join([text, *notes])


def _suite_cell(found: Result) -> str:
    """Share of right answers; how often the package raised an error, if it did."""
    if "missing" in found:
        return "missing"
    if not found.get("asked"):
        return "–"
    errors = f" (raises {found['errors']} x)" if found["errors"] else ""
    return f"{found['right'] / found['asked']:.0%}{errors}"


def _dates(path: Path) -> str:
    results = _each("dates", NORMALISERS, path)
    rows, ours = [], 0.0
    for name, found in results.items():
        if "missing" not in found:
            ours = ours or found["seconds"] / found["sentences"]
            rows.append(
                [
                    name,
                    _share(found["found"], found["dated"]),
                    _share(found["false"], found["dateless"]),
                    str(found["errors"]),
                    *_times(found["seconds"], found["sentences"], ours),
                ]
            )
    first = next(found for found in results.values() if "missing" not in found)
    head = [
        "package",
        f"a date is found, of {first['dated']} with one",
        f"a date is found, of {first['dateless']} without any time",
        "errors",
        "a sentence",
        "to ours",
    ]
    return table(head, rows + _missing(results, len(head)))


def _lemmas(path: Path) -> str:
    results = _each("lemmas", LEMMATISERS, path)
    groups = ("all", "no names", "NOUN", "ADJ", "VERB", "PROPN")
    rows, ours = [], 0.0
    for name, found in results.items():
        if "missing" not in found:
            ours = ours or found["seconds"] / found["tokens"]
            shares = [_share(found[f"right {group}"], found[group]) for group in groups]
            again = f"{1e6 * found['again'] / found['tokens']:,.1f} µs"
            rows.append([name, *shares, *_times(found["seconds"], found["tokens"], ours), again])
    first = next(found for found in results.values() if "missing" not in found)
    head = [
        "lemmas of",
        f"{first['all']:,} words",
        "but for names",
        *groups[2:],
        "a token",
        "to ours",
        "read again",
    ]
    return table(head, rows + _missing(results, len(head)))


def _tokens(path: Path) -> str:
    results = _each("tokens", TOKENIZERS, path)
    rows, ours = [], 0.0
    for name, found in results.items():
        if "missing" not in found:
            per_second = found["tokens"] / found["seconds"]
            ours = ours or found["seconds"]
            rows.append(
                [name, f"{found['tokens']:,}", f"{per_second:,.0f}", f"x {found['seconds'] / ours:.2f}"]
            )
    return table(["package", "tokens", "tokens a second", "time to ours"], rows + _missing(results, 4))


def _size(package: str) -> float:
    """MB of the package's own files, compiled Python left out."""
    if package == "bilateral":
        paths = [path for path in (ROOT / "src" / "bilateral").rglob("*") if path.is_file()]
    else:
        paths = [Path(str(path.locate())) for path in files(package) or []]
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.exists()) / 1e6


JOBS = {
    "bilateral": "all of it: `benchmarks/normalise.py`, `morphology.tag`, `tokenize`",
    "hun-date-parser": "`text2datetime_with_spans`, `parse_duration_with_spans`, `utils.word_to_num`",
    "hundate": "`text2date(outtype='all')`",
    "dateparser": "`search_dates(languages=['hu'])`",
    "pyduckling-native-phihos": "Duckling, locale `HU`, one kind of value at a time",
    "simplemma": "`lemmatize(lang='hu')`, `simple_tokenizer`",
    "lemmagen3": "`Lemmatizer('hu').lemmatize` of the form in lower case",
    "spacy": "`blank('hu')`",
}


def _packages() -> str:
    rows = []
    for name, job in JOBS.items():
        try:
            size = f"{_size(name):.1f} MB"
        except PackageNotFoundError:
            size = "not installed"
        rows.append([f"{name} {version_of(name)}".strip(), job, size])
    return table(["package", "what is called", "its own files"], rows)


def main() -> None:
    """Measure, print and, on request, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, nargs="*", default=[], help="suites of cases")
    parser.add_argument("--nerkor", type=Path, help="a corpus with lemmas")
    parser.add_argument("--news", type=Path, help="news with entities marked")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    for path in (*options.cases, options.nerkor, options.news):
        if path is not None and not path.is_file():
            parser.error(f"{path} is not a file")
    sections: dict[str, Callable[[], str] | None] = {
        "Packages": _packages,
        "Values of cases": (lambda: _suites(options.cases)) if options.cases else None,
        "Dates in news": (lambda: _dates(options.news)) if options.news else None,
        "Lemmas": (lambda: _lemmas(options.nerkor)) if options.nerkor else None,
        "Tokens": (lambda: _tokens(options.news)) if options.news else None,
    }
    parts = [machine()]
    for title, section in sections.items():
        if section is not None:
            parts.append(f"### {title}\n\n{section()}")
            print(f"\n{parts[-1]}", flush=True)
    if options.write:
        write("compared", "\n\n".join(parts))


if __name__ == "__main__":
    main()
