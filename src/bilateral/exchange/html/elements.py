"""HTML and SVG written so that nothing of a text can become markup.

Plain strings are escaped wherever they stand; only what :func:`element` returned passes as markup.
"""

from __future__ import annotations

import re
from html import escape as _escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What HTML forbids, what UTF-8 cannot encode, and what turns the order of the words around it."""

_EMPTY = frozenset({"br", "hr", "input", "link", "meta"})

Value = str | int | bool | None


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """``text`` as characters of an element or an attribute.

    Characters that a page cannot hold or that would reorder what stands around them (controls,
    surrogates, bidirectional embeddings and overrides) become U+FFFD each, so that offsets stay true.
    """
    return Markup(_escape(_UNSAFE.sub("\ufffd", text), quote=True))


def join(parts: Iterable[str], separator: str = "") -> Markup:
    """One after the other with ``separator`` between; plain strings are escaped."""
    return Markup(_markup(separator).join(map(_markup, parts)))


def element(name: str, /, *children: str, **attributes: Value) -> Markup:
    """One element.

    Args:
        name: the tag.
        children: markup as it is, other strings escaped.
        attributes: ``class_`` stands for ``class``, other underscores for hyphens; None and False leave
            the attribute out, True writes it without a value.

    >>> element("a", "1 < 2", class_="ref", href="#x", hidden=None)
    '<a class="ref" href="#x">1 &lt; 2</a>'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _EMPTY:
        return Markup(opening)
    return Markup(f"{opening}{join(children)}</{name}>")


def _markup(text: str) -> Markup:
    return text if isinstance(text, Markup) else escape(text)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
