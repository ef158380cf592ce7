"""What goes into parsing many articles, and what comes out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.article import Article

_PAIR = 2


@attrs.frozen
class Document:
    """A text to be parsed.

    Attributes:
        id: what the caller knows it by; carried through, never looked into.
        text: the article as published.
        published: day (or time) of publication, where the text does not tell it.
    """

    id: Hashable
    text: str
    published: date | None = None


@attrs.frozen
class Parsed:
    """A document that was parsed.

    Attributes:
        id: that of the document.
        article: what was read from it.
    """

    id: Hashable
    article: Article


@attrs.frozen
class Failure:
    """A document that could not be parsed.

    Attributes:
        id: that of the document.
        error: why; ``BrokenProcessPool`` where the process that parsed it ended abruptly.
    """

    id: Hashable
    error: Exception


Texts = Iterable[str | tuple[Hashable, str] | Document] | Mapping[str, str]
"""Texts (known by their number, from 0), pairs of id and text, or documents; or texts by id."""


def documents(texts: Texts, published: date | None) -> Iterator[Document]:
    """The documents that ``texts`` stands for.

    Args:
        texts: see ``Texts``.
        published: date of publication of those that bring none.

    Raises:
        InvalidValueError: ``texts`` is a single text, or nothing to iterate over.
    """
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise InvalidValueError("parse_many.texts", type(texts).__name__, "an iterable of texts")
    items = texts.items() if isinstance(texts, Mapping) else texts
    return (_document(number, item, published) for number, item in enumerate(items))


def _document(number: int, item: object, published: date | None) -> Document:
    if isinstance(item, Document):
        return item if item.published is not None else attrs.evolve(item, published=published)
    if isinstance(item, tuple) and len(item) == _PAIR:
        return Document(item[0], item[1], published)
    # whatever is no text fails when it is its turn, like any other document that cannot be parsed
    return Document(number, item, published)  # type: ignore[arg-type]
