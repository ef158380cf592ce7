"""From bytes to text: encodings, binary files, pages of the web."""

from __future__ import annotations

import codecs
import re
from datetime import date, datetime
from typing import NamedTuple

from bilateral.errors import BilateralError, ExtraMissingError

CANDIDATES = ("utf_8", "utf_16_le", "utf_16_be", "iso8859_2", "cp1250")
"""The encodings that Hungarian text comes in."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_C1 = re.compile(rb"[\x80-\x9f]")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 2_000


class UnreadableError(BilateralError):
    """A document that no text can be got from."""


class Page(NamedTuple):
    """The article of a web page: its title and text, and its date where the page tells it."""

    text: str
    published: date | datetime | None


def decode(data: bytes, encoding: str | None) -> tuple[str, str | None]:
    """The text of ``data``, and the encoding if it had to be guessed.

    Args:
        data: the bytes of a document.
        encoding: its encoding if that is known.

    Raises:
        UnreadableError: ``data`` is no text, or none in the encoding.
        ExtraMissingError: it is not UTF-8 and the package that finds out encodings is not installed.
    """
    known = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if known:
        return _text(data, known), None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return _no_binary(text), None
    # zero bytes are half of UTF-16, and valid UTF-8
    guessed = guess(data)
    return _text(data, guessed), guessed


def guess(data: bytes) -> str:
    """The likeliest of ``CANDIDATES`` for bytes that are no UTF-8.

    Raises:
        UnreadableError: none of them fits.
        ExtraMissingError: charset-normalizer is not installed.
    """
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - an optional package
    except ImportError:
        feature = "reading another encoding than UTF-8 without --encoding"
        raise ExtraMissingError(feature, "cli") from None
    best = from_bytes(data, cp_isolation=list(CANDIDATES)).best()
    if best is None:
        message = "neither UTF-8 nor UTF-16, ISO-8859-2 or Windows-1250: is it a text?"
        raise UnreadableError(message)
    if best.encoding not in {"iso8859_2", "cp1250"}:
        return str(best.encoding)
    # the two agree in every Hungarian letter; only Windows-1250 has characters (quotes, dashes) at 80-9F
    return "cp1250" if _C1.search(data) else "iso8859_2"


def _text(data: bytes, encoding: str) -> str:
    try:
        return _no_binary(data.decode(encoding))
    except LookupError:
        message = f"unknown encoding {encoding!r}"
        raise UnreadableError(message) from None
    except UnicodeDecodeError as error:
        message = f"no {encoding}: {error.reason} at byte {error.start}"
        raise UnreadableError(message) from None


def _no_binary(text: str) -> str:
    found = _BINARY.search(text)
    if found:
        message = f"looks like a binary file (character {ord(found[0]):#04x} at offset {found.start()})"
        raise UnreadableError(message)
    return text


def is_html(text: str) -> bool:
    """Whether ``text`` is a page of the web by its beginning."""
    return _HTML.match(text[:_SNIFFED]) is not None


def extract(html: str) -> Page:
    """The article of a web page: title, blank line, body.

    Raises:
        UnreadableError: the page has no article.
        ExtraMissingError: trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an optional package
    except ImportError:
        feature = "reading HTML"
        raise ExtraMissingError(feature, "web") from None
    found = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        message = "no article found in the page"
        raise UnreadableError(message)
    published = date.fromisoformat(found.date) if found.date else None
    return Page(_laid_out((found.title or "").strip(), (found.text or "").strip()), published)


def _laid_out(title: str, body: str) -> str:
    """Title and paragraphs with blank lines between them; trafilatura gives a line to each paragraph."""
    head = [title] if title and not body.startswith(title) else []
    return "\n\n".join([*head, *filter(None, body.split("\n"))])
