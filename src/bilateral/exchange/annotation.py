"""Facts to be corrected by people in Label Studio or doccano, and the corrected facts back.

Both tools take one JSON object for each text and give one back; what the corrections change is told at
:func:`bilateral.exchange.regions.corrected`. Offsets are counted as the tool counts them: doccano in UTF-16
units (a project that counts grapheme clusters cannot be used), Label Studio in code points as it does today,
or in UTF-16 units as older versions did: the words of each region tell which.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from bilateral.errors import DocumentError, InvalidValueError, Problem
from bilateral.exchange.regions import Region, corrected, labels, refused, regions
from bilateral.model.article import Article
from bilateral.model.text import Span

_FIRST_OF_TWO_UNITS = 0x10000
"""From here on, a code point takes two units of UTF-16."""


class _Found(NamedTuple):
    """A region that came back: where in the document, and which one it was, if that is known."""

    path: str
    region: Region
    origin: Region | None = None


def label_studio_config() -> str:
    """The labelling interface of a Label Studio project: all labels over the text."""
    choices = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in labels())
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{choices}\n  </Labels>\n'
        '  <Text name="text" value="$text"/>\n</View>\n'
    )


def to_label_studio(article: Article, *, id: str | int | None = None) -> dict[str, Any]:  # noqa: A002
    """The article as a task of Label Studio with the regions of its facts as predictions.

    Args:
        article: the article.
        id: what to know it by; kept in the task's data.

    Returns:
        Plain values for :func:`json.dump`; a list of such tasks is a file to import.
    """
    data = {"text": article.text} | ({} if id is None else {"id": id})
    found = [_label_studio_region(article, n, region) for n, region in enumerate(regions(article))]
    return {"data": data, "predictions": [{"model_version": "bilateral", "result": found}]}


def from_label_studio(article: Article, task: Mapping[str, Any]) -> Article:
    """The article with the corrections of a task that Label Studio has exported (as JSON, not JSON-MIN).

    Args:
        article: the article as it was given to :func:`to_label_studio`.
        task: the task; its last annotation that was not cancelled counts, else its last prediction.

    Raises:
        DocumentError: the task is of another form or text, a region's words are not at its place, a label is
            unknown, or a new region belongs to no fact or to several.
    """
    _same_text(_get(task, "data", Mapping, "$"), article.text, "$.data")
    path, result = _result(task)
    origins = {f"r{number}": region for number, region in enumerate(regions(article))}
    units = _Units(article.text)
    found = []
    for n, item in enumerate(result):
        at = f"{path}[{n}]"
        if _get(item, "type", str, at) == "labels":
            found += _read_label_studio(item, at, origins, units)
    return _corrected(article, found)


def to_doccano(article: Article, *, id: str | int | None = None) -> dict[str, Any]:  # noqa: A002
    """The article as an example of a doccano project for sequence labelling (allow overlapping spans there).

    Args:
        article: the article.
        id: what to know it by; doccano keeps it as metadata.

    Returns:
        Plain values: one line of a JSONL file, once through :func:`json.dumps`.
    """
    units = _Units(article.text)
    label = [[units.of(span.start), units.of(span.end), label] for label, span in regions(article)]
    return ({} if id is None else {"article": id}) | {"text": article.text, "label": label}


def from_doccano(article: Article, example: Mapping[str, Any]) -> Article:
    """The article with the corrections of an example that doccano has exported as JSONL.

    Args:
        article: the article as it was given to :func:`to_doccano`.
        example: the line's object, with ``label`` (or ``entities``, from projects with relations).

    Raises:
        DocumentError: the example is of another form or text, a label is unknown, or a new region belongs to
            no fact or to several.
    """
    _same_text(example, article.text, "$")
    units = _Units(article.text)
    found = []
    for path, start, end, label in _doccano_labels(example):
        span = _span(article.text, units.code_point(start), units.code_point(end), path)
        found.append(_Found(path, Region(label, span)))
    return _corrected(article, found)


# -- Label Studio -----------------------------------------------------------------------------


def _label_studio_region(article: Article, number: int, region: Region) -> dict[str, Any]:
    start, end = region.span.start, region.span.end
    value = {"start": start, "end": end, "text": region.span.of(article.text), "labels": [region.label]}
    return {"id": f"r{number}", "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _result(task: Mapping[str, Any]) -> tuple[str, Sequence[Any]]:
    """The regions that count, and where they stand in the task."""
    for name in ("annotations", "predictions"):
        items = _get(task, name, list, "$") if task.get(name) is not None else []
        for number, item in reversed(list(enumerate(items))):
            path = f"$.{name}[{number}]"
            if isinstance(item, Mapping) and not item.get("was_cancelled"):
                return f"{path}.result", _get(item, "result", list, path)
    raise _refusal("$", "an annotation or a prediction")


def _read_label_studio(
    item: Mapping[str, Any], path: str, origins: Mapping[str, Region], units: _Units
) -> list[_Found]:
    value, at = _get(item, "value", Mapping, path), f"{path}.value"
    start, end = _get(value, "start", int, at), _get(value, "end", int, at)
    span = _counted(units, start, end, value.get("text"), at)
    origin = origins.get(str(item.get("id")))
    labels = enumerate(_get(value, "labels", list, at))
    return [_Found(f"{at}.labels[{n}]", Region(str(label), span), origin) for n, label in labels]


def _counted(units: _Units, start: int, end: int, words: object, path: str) -> Span:
    """The place, counted in code points or in units of UTF-16, whichever fits the words."""
    text = units.text
    for first, last in ((start, end), (units.code_point(start), units.code_point(end))):
        if not isinstance(words, str) or text[max(first, 0) : max(last, 0)] == words:
            return _span(text, first, last, path)
    raise _refusal(path, f"the words {words!r} from {start} to {end}")


# -- doccano ----------------------------------------------------------------------------------


class _Units:
    """Counts a text in units of UTF-16."""

    def __init__(self, text: str) -> None:
        self.text = text
        wide = [n for n, letter in enumerate(text) if ord(letter) >= _FIRST_OF_TWO_UNITS]
        self._wide = wide
        self._starts = [place + n for n, place in enumerate(wide)]

    def of(self, code_point: int) -> int:
        """The unit at which a code point begins."""
        return code_point + bisect_left(self._wide, code_point)

    def code_point(self, unit: int) -> int:
        """The code point to which a unit belongs."""
        return unit - bisect_left(self._starts, unit)


def _doccano_labels(example: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    """Path, start, end and label of each region."""
    if "entities" in example:
        for n, item in enumerate(_get(example, "entities", list, "$")):
            at = f"$.entities[{n}]"
            yield (
                at,
                _get(item, "start_offset", int, at),
                _get(item, "end_offset", int, at),
                _get(item, "label", str, at),
            )
        return
    for n, item in enumerate(_get(example, "label", list, "$")):
        at = f"$.label[{n}]"
        if not isinstance(item, list) or [type(part) for part in item] != [int, int, str]:
            raise _refusal(at, "[start, end, label]")
        yield at, item[0], item[1], item[2]


# -- both -------------------------------------------------------------------------------------


def _corrected(article: Article, found: Sequence[_Found]) -> Article:
    try:
        return corrected(article, [(item.region, item.origin) for item in found])
    except InvalidValueError as error:
        # what was refused is a label or a region; anything else is refused by the facts themselves
        paths = (item.path for item in found if error.value in (item.region.label, refused(item.region)))
        raise DocumentError([Problem(next(paths, "$"), str(error))]) from None


def _get(item: object, name: str, kind: Any, path: str) -> Any:  # noqa: ANN401 - JSON
    value = item.get(name) if isinstance(item, Mapping) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _refusal(f"{path}.{name}", f"a value of type {kind.__name__}")
    return value


def _same_text(item: Mapping[str, Any], text: str, path: str) -> None:
    if _get(item, "text", str, path) != text:
        raise _refusal(f"{path}.text", "the text of the article")


def _span(text: str, start: int, end: int, path: str) -> Span:
    if not 0 <= start < end <= len(text):
        raise _refusal(path, f"start < end, both within the {len(text)} characters of the text")
    return Span(start, end)


def _refusal(path: str, expected: str) -> DocumentError:
    return DocumentError([Problem(path, f"expected {expected}")])
