"""The command line: ``bilateral parse``, ``bilateral explain``, ``bilateral schema``.

Exit codes: 0 all went well, 1 a document could not be read, 2 the command cannot be meant so.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from bilateral.cli.arguments import command_line
from bilateral.cli.commands import COMMANDS, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the arguments; those of the process by default.

    Returns:
        The exit code. For ``--help``, ``--version`` and arguments that argparse refuses, ``SystemExit``
        is raised instead, as argparse does.
    """
    _write_utf8()
    arguments = command_line().parse_args(argv)
    try:
        code = COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except UsageError as error:
        return _complain(error, USAGE)
    except BrokenPipeError:
        # whoever reads our output has enough: stay silent, also when Python flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _complain(error, FAILED)
    return code


def _write_utf8() -> None:
    """Facts are written in UTF-8 whatever the platform's habit; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            stream.reconfigure(errors="replace")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogatepass")


def _complain(error: Exception, code: int) -> int:
    print(f"bilateral: {error}", file=sys.stderr)
    return code
