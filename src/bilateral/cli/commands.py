"""What the commands do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import bilateral
from bilateral.cli.output import WRITERS, Target
from bilateral.cli.sources import expand
from bilateral.cli.work import Work

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


class UsageError(Exception):
    """A command that cannot be meant as it is written."""


def parse(arguments: argparse.Namespace) -> int:
    """Read documents and write their facts."""
    names = list(expand(arguments.files))
    target = _target(arguments, many=len(names) > 1)
    work = Work(names, arguments)
    WRITERS[arguments.format](work.parsed(), target)
    return work.code


def explain(arguments: argparse.Namespace) -> int:
    """Tell how the facts of one document were read."""
    work = Work([arguments.file], arguments)
    for _, article in work.parsed():
        for number in _numbers(arguments.fact, len(article.facts)):
            print(f"# {number}\n{bilateral.explain(article, article.facts[number - 1])}\n")
    return work.code


def schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    print(json.dumps(bilateral.json_schema(), indent=2, ensure_ascii=False))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "parse": parse,
    "explain": explain,
    "schema": schema,
}


def _numbers(wanted: int | None, count: int) -> range:
    if wanted is None:
        return range(1, count + 1)
    if not 1 <= wanted <= count:
        told = f"facts 1 to {count}" if count else "no facts"
        message = f"there is no fact {wanted}: the article has {told}"
        raise UsageError(message)
    return range(wanted, wanted + 1)


def _target(arguments: argparse.Namespace, *, many: bool) -> Target:
    """Where the output goes, if that is possible."""
    form, table, path = (
        arguments.format,
        arguments.table,
        Path(arguments.output) if arguments.output else None,
    )
    for option, value, its_form in (("--table", table, "csv"), ("--language", arguments.language, "html")):
        if value and form != its_form:
            message = f"{option} is for --format {its_form}, not for {form}"
            raise UsageError(message)
    needs_folder = (form == "csv" and not table) or (form == "html" and many)
    if needs_folder and (path is None or path.is_file()):
        raise UsageError(_NEEDS_FOLDER[form])
    is_folder = needs_folder or (form in _NEEDS_FOLDER and path is not None and path.is_dir())
    if path is not None and path.is_dir() and not is_folder:
        message = f"{path} is a folder, and {form} is written to one file"
        raise UsageError(message)
    return Target(path, is_folder, table, many, arguments.language or "en")


_NEEDS_FOLDER = {
    "csv": "csv holds one table: name it with --table, or a folder for all tables with -o FOLDER",
    "html": "html holds one document: name a folder for several with -o FOLDER",
}
