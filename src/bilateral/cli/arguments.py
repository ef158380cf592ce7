"""What the command line accepts."""

from __future__ import annotations

import argparse
import os
from datetime import date, datetime

import bilateral
from bilateral.model.describe import LANGUAGES

FORMATS = ("table", "json", "jsonl", "csv", "html")
_EXAMPLES = """\
examples:
  bilateral parse article.txt
  bilateral parse news/ --format jsonl -o facts.jsonl --jobs 2
  bilateral parse 'news/2025-*.txt' --format csv --table agreements > agreements.csv
  curl -s https://example.org/article.html | bilateral parse --format html -o report.html
  bilateral explain article.txt --fact 3
"""


def command_line() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="bilateral",
        description="Read facts about relations between states from Hungarian-language news.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"bilateral {bilateral.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_parse(commands)
    _add_explain(commands)
    commands.add_parser("schema", help="print the JSON Schema of the JSON format")
    return parser


def _add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parse = commands.add_parser("parse", help="read articles and write their facts")
    parse.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="text or HTML file, folder, pattern like 'news/*.txt', or - for standard input (the default)",
    )
    parse.add_argument(
        "--format", choices=FORMATS, default="table", help="form of the output (default: table)"
    )
    parse.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file to write to; for csv without --table and html of several documents a folder",
    )
    parse.add_argument(
        "--table",
        choices=bilateral.TABLES,
        metavar="NAME",
        help=f"for csv: one of {', '.join(bilateral.TABLES)}",
    )
    parse.add_argument(
        "--language",
        choices=LANGUAGES,
        help="for html: language of what the report itself says (default: en)",
    )
    parse.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="processes (default: 1; 0: every core)"
    )
    _add_reading(parse)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="tell by which rule and from which words facts were read")
    explain.add_argument("file", metavar="FILE", help="text or HTML file, or - for standard input")
    explain.add_argument("--fact", type=int, metavar="N", help="number of the fact in `parse` (default: all)")
    _add_reading(explain)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        type=_published,
        metavar="DATE",
        help="date of publication (2025-11-12 or 2025-11-12T22:19) where the text does not tell it",
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the input (default: found out)")


def _jobs(value: str) -> int:
    number = int(value)
    if number < 0:
        message = f"{number} processes"
        raise argparse.ArgumentTypeError(message)
    return number or os.cpu_count() or 1


def _published(value: str) -> date | datetime:
    try:
        return (datetime if "T" in value else date).fromisoformat(value)
    except ValueError:
        message = f"{value!r} is no date like 2025-11-12"
        raise argparse.ArgumentTypeError(message) from None
