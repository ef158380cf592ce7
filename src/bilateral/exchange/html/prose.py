"""The article's text with the places of its facts marked, each leading to its fact."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bilateral.exchange.html.elements import Markup, element, escape, join
from bilateral.exchange.html.segments import Mark, Segment, cut, marks
from bilateral.exchange.html.wording import is_verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.exchange.html.entries import Entry
    from bilateral.model.text import Span


class Site(NamedTuple):
    """Where a piece of evidence stands in the report.

    Attributes:
        id: the id of the element in the text.
        paragraph: number of the paragraph, from 1.
    """

    id: str
    paragraph: int


class Prose(NamedTuple):
    """The marked text, and where in it each piece of evidence begins, by short name and number."""

    markup: Markup
    sites: Mapping[tuple[str, int], Site]


def prose(text: str, header: Mapping[str, Span], entries: Iterable[Entry], prefix: str) -> Prose:
    """Mark the facts in the text.

    Args:
        text: the article's text.
        header: spans of the header's parts; paragraphs of the header are set apart.
        entries: the facts.
        prefix: what ids begin with.
    """
    sites: dict[tuple[str, int], Site] = {}
    paragraphs = []
    for number, segments in enumerate(cut(marks(text, entries), text), start=1):
        pieces: list[Markup] = []
        for told, group in groupby(segments, key=_told_by):
            site = Site(f"{prefix}-p{number}-{len(pieces)}", number)
            for mark in told:
                sites.setdefault((mark.entry.ref, mark.part), site)
            pieces.append(_stretch(text, told, list(group), site))
        role = _role(header, segments)
        paragraphs.append(element("p", *pieces, class_=f"bl-{role}" if role else None, dir="auto"))
    return Prose(join(paragraphs, "\n"), sites)


def _told_by(segment: Segment) -> tuple[Mark, ...]:
    return tuple(mark for mark in segment.marks if not mark.field)


def _role(header: Mapping[str, Span], segments: list[Segment]) -> str:
    """Which part of the header the paragraph is, if it is one."""
    start, end = segments[0].start, segments[-1].end
    inside = [name for name, span in header.items() if start <= span.start and span.end <= end]
    if "headline" in inside:
        return "headline"
    return "dateline" if inside and sum(len(header[name]) for name in inside) * 2 > end - start else ""


def _stretch(text: str, told: tuple[Mark, ...], segments: list[Segment], site: Site) -> Markup:
    """Segments told of by the same facts, with the facts' short names where their evidence ends."""
    content = [_segment(text, segment) for segment in segments]
    if not told:
        return join(content)
    ending = [mark for mark in told if mark.end == segments[-1].end]
    references = [_reference(mark.entry) for mark in sorted(ending, key=lambda mark: mark.start)]
    return element("span", *content, *references, class_="bl-told", id=site.id)


def _segment(text: str, segment: Segment) -> Markup:
    """The words of a segment; a link to the fact of the narrowest field that they belong to."""
    told = escape(text[segment.start : segment.end])
    fields = [mark for mark in segment.marks if mark.field]
    if not fields or not text[segment.start : segment.end].strip():
        return told  # a link without a word has no name
    mark = fields[-1]
    several = len({(item.entry.ref, item.field) for item in fields}) > 1
    return element(
        "a",
        told,
        class_=f"bl-mark bl-{mark.entry.kind.table} {_weight(mark)}{' bl-several' if several else ''}",
        href=f"#{mark.entry.id}",
        aria_describedby=mark.entry.cell_id(mark.field) if mark.field in mark.entry.fields else None,
        data_bl_tip="\n".join(dict.fromkeys(_reading(item) for item in reversed(fields))),
    )


def _weight(mark: Mark) -> str:
    """Values stand out; what is taken verbatim (a content, a subject) is long and only underlined."""
    return "bl-verbatim" if is_verbatim(mark.entry.fields.get(mark.field)) else "bl-value"


def _reading(mark: Mark) -> str:
    """What the words were read as, e.g. ``V1 visit, guest: Elnök Elek (head of state)``."""
    value = mark.entry.fields.get(mark.field)
    say = mark.entry.wording
    told = say.phrase("verbatim") if is_verbatim(value) else say.words(value)
    return f"{mark.entry.ref} {mark.entry.name}, {say.column(mark.field)}: {told}"


def _reference(entry: Entry) -> Markup:
    return element(
        "a",
        entry.ref,
        class_=f"bl-ref bl-{entry.kind.table}",
        href=f"#{entry.id}",
        aria_label=entry.wording.phrase("to_table", ref=entry.ref, kind=entry.name),
        data_bl_tip=entry.summary,
    )
