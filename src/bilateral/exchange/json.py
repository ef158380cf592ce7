"""Articles as JSON, without loss: what :func:`to_json` writes, :func:`from_json` reads back equal.

The form is described by :func:`bilateral.json_schema` and in :mod:`bilateral.exchange.forms`. The same
article gives the same bytes, whatever the process, platform or hash seed.
"""

from __future__ import annotations

import json
import re

from cattrs import BaseValidationError

from bilateral.errors import DocumentError, Problem
from bilateral.exchange.forms import RefusedError, converter, problems
from bilateral.model.article import Article

MAX_BYTES = 32 * 2**20
"""The longest document that is read: 32 MiB, about 10,000 times an ordinary article."""

MAX_DEPTH = 16
"""The deepest nesting that is read; an article nests seven levels."""

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def to_json(article: Article, *, indent: int | None = None) -> str:
    """``article`` as a JSON document.

    Args:
        article: what to write.
        indent: spaces for each level; by default everything is on one line, so that articles can be
            lines of a JSON Lines file.
    """
    return dump(converter().unstructure(article, Article), indent=indent)


def from_json(data: str | bytes) -> Article:
    """Read an article from what :func:`to_json` wrote.

    Safe for data from anywhere: nothing is imported or executed, types are looked up in a closed table,
    documents over ``MAX_BYTES`` or nested deeper than ``MAX_DEPTH`` are refused, and every evidence must
    quote the text at its place.

    Args:
        data: the document as text or as UTF-8 bytes.

    Raises:
        DocumentError: the document is no article; ``problems`` names every wrong field by its path.
    """
    try:
        return converter().structure(load(data), Article)
    except (BaseValidationError, RefusedError) as error:
        raise DocumentError(problems(error)) from None


def dump(value: object, *, indent: int | None = None) -> str:
    """Plain values as JSON that UTF-8 can hold: a lone surrogate is written as an escape."""
    separators = (",", ":") if indent is None else None
    written = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def load(data: str | bytes) -> object:
    """Plain values from JSON, within the limits of this module.

    Raises:
        DocumentError: the document is no JSON, too long, nested too deeply, or has a key twice.
    """
    text = _decode(data)
    if _depth(text) > MAX_DEPTH:
        message = f"nested deeper than {MAX_DEPTH} levels"
        raise _refusal(message)
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise _refusal(message) from None
    except ValueError as error:
        # a number with too many digits, a key that stands twice
        raise _refusal(str(error)) from None


def _decode(data: object) -> str:
    if not isinstance(data, str | bytes):
        message = f"got {type(data).__name__}, expected str or bytes"
        raise _refusal(message)
    if len(data) > MAX_BYTES:
        message = f"{len(data)} bytes, expected at most {MAX_BYTES}"
        raise _refusal(message)
    try:
        return data if isinstance(data, str) else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"no UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}"
        raise _refusal(message) from None


def _depth(text: str) -> int:
    """The nesting of brackets outside strings, found without recursion."""
    deepest = depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        message = f"key stands twice: {next(name for name in names if names.count(name) > 1)!r}"
        raise ValueError(message)
    return found


def _no_constant(name: str) -> object:
    message = f"no JSON: {name}"
    raise ValueError(message)


def _refusal(message: str) -> DocumentError:
    return DocumentError([Problem("$", message)])
