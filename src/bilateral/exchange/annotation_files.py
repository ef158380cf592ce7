"""Whole files for Label Studio and doccano, and the corrected articles from the files that they export.

Articles are written as they come and read as they are taken. Each is known by an id, and what comes back is
read with the article that was given out under the same id::

    annotation_files.write_doccano(articles, "out.jsonl")
    ...
    corrected = dict(annotation_files.read_doccano("exported.jsonl", articles))

An error names the file, the line and the path in the object: ``exported.jsonl, line 3: $.label[0]: …``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from bilateral.errors import DocumentError, Problem
from bilateral.exchange.annotation import from_doccano, from_label_studio, to_doccano, to_label_studio
from bilateral.exchange.columns import Articles, identified
from bilateral.exchange.items import items
from bilateral.exchange.json import dump
from bilateral.model.article import Article

_File = str | PathLike[str]
_Object = Mapping[str, Any]


def write_label_studio(articles: Articles, file: _File, *, ids: Iterable[object] | None = None) -> int:
    """Write articles as a file of tasks that Label Studio imports: a JSON array, a task on each line.

    Args:
        articles: one article; any iterable of them, or of pairs of an id and an article; or a mapping of
            articles by id.
        file: where to write.
        ids: an id for each article; by default they are numbered from 0. Kept in the task's data.

    Returns:
        How many there are.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        OSError: the file cannot be written.
    """
    count = 0
    with Path(file).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("[")
        for identity, article in identified(articles, ids):
            stream.write((",\n" if count else "\n") + dump(to_label_studio(article, id=identity)))
            count += 1
        stream.write("\n]\n")
    return count


def read_label_studio(
    file: _File, articles: Articles, *, ids: Iterable[object] | None = None
) -> Iterator[tuple[str, Article]]:
    """Corrected articles from a file that Label Studio has exported (as JSON, not JSON-MIN).

    Args:
        file: an array of tasks, or a task on each line.
        articles: the articles as they were given to :func:`write_label_studio`.
        ids: their ids, as given there.

    Yields:
        Id and article of each task of the file, in its order; articles that are not in it are not.

    Raises:
        DocumentError: as :func:`~bilateral.exchange.annotation.from_label_studio`, or no article was given
            for the task; when its turn comes.
        OSError: the file cannot be read.
    """
    return _read(file, dict(identified(articles, ids)), _label_studio_id, from_label_studio)


def write_doccano(articles: Articles, file: _File, *, ids: Iterable[object] | None = None) -> int:
    """Write articles as a JSONL file that doccano imports, an example on each line.

    Args:
        articles: as for :func:`write_label_studio`.
        file: where to write.
        ids: as for :func:`write_label_studio`. Kept as metadata of the example.

    Returns:
        How many there are.

    Raises:
        InvalidValueError: there are more or fewer ids than articles, or an id is there twice.
        OSError: the file cannot be written.
    """
    count = 0
    with Path(file).open("w", encoding="utf-8", newline="\n") as stream:
        for identity, article in identified(articles, ids):
            stream.write(dump(to_doccano(article, id=identity)) + "\n")
            count += 1
    return count


def read_doccano(
    file: _File, articles: Articles, *, ids: Iterable[object] | None = None
) -> Iterator[tuple[str, Article]]:
    """Corrected articles from a JSONL file that doccano has exported.

    Args:
        file: an example on each line.
        articles: the articles as they were given to :func:`write_doccano`.
        ids: their ids, as given there.

    Yields:
        Id and article of each example of the file, in its order; articles that are not in it are not.

    Raises:
        DocumentError: as :func:`~bilateral.exchange.annotation.from_doccano`, or no article was given for
            the example; when its turn comes.
        OSError: the file cannot be read.
    """
    return _read(file, dict(identified(articles, ids)), _doccano_id, from_doccano)


def _read(
    file: _File,
    given: Mapping[str, Article],
    identify: Callable[[_Object], tuple[str, object]],
    reader: Callable[[Article, _Object], Article],
) -> Iterator[tuple[str, Article]]:
    def read(value: object) -> tuple[str, Article]:
        if not isinstance(value, Mapping):
            raise DocumentError([Problem("$", "expected an object")])
        path, identity = identify(value)
        if str(identity) not in given:
            raise DocumentError([Problem(path, f"got {identity!r}, expected the id of an article given out")])
        return str(identity), reader(given[str(identity)], value)

    return (item.read(read) for item in items(file))


def _label_studio_id(task: _Object) -> tuple[str, object]:
    """Path and value of the id that the article was given out with."""
    data = task.get("data")
    return "$.data.id", data.get("id") if isinstance(data, Mapping) else None


def _doccano_id(example: _Object) -> tuple[str, object]:
    """The same; doccano's exports have metadata beside the text, or (older ones) under a name of its own."""
    meta = example.get("meta")
    if "article" not in example and isinstance(meta, Mapping):
        return "$.meta.article", meta.get("article")
    return "$.article", example.get("article")
