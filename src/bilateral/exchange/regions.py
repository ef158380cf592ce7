"""The places of facts as labelled regions of the text, as annotation tools have them, and back.

A region is labelled with a table (``"visits"``: evidence) or with a table and an attribute
(``"visits.guest"``: words that filled it). Facts that were read from the same words share their region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

import attrs

from bilateral.errors import InvalidValueError
from bilateral.exchange.records import columns
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES, AnyFact
from bilateral.model.text import UNSOURCED, Evidence, Span

_GAP = " … "
"""What stands in a verbatim value between pieces that are apart in the text."""


class Region(NamedTuple):
    """A labelled piece of the text."""

    label: str
    span: Span


class Role(NamedTuple):
    """What a region is for a fact: which evidence of it, and which attribute (empty: the evidence itself)."""

    fact: int
    part: int
    field: str


def labels() -> tuple[str, ...]:
    """Every label that there is, table by table."""
    return tuple(
        label
        for kind in FACT_TYPES
        for label in (kind.TABLE, *(f"{kind.TABLE}.{name}" for name in columns(kind)))
    )


def regions(article: Article) -> dict[Region, list[Role]]:
    """The regions of an article in the order of the text, the wider first, with their roles."""
    found: dict[Region, list[Role]] = {}
    for number, fact in enumerate(article.facts):
        for part, evidence in enumerate(fact.sources):
            for field, span in _spans(fact, evidence):
                label = f"{fact.TABLE}.{field}" if field else fact.TABLE
                found.setdefault(Region(label, span), []).append(Role(number, part, field))
    order = sorted(found, key=lambda region: (region.span.start, -region.span.end, region.label))
    return {region: found[region] for region in order}


def _spans(fact: AnyFact, evidence: Evidence) -> Iterator[tuple[str, Span]]:
    """What can be shown of an evidence: spans that hold something, of attributes that have a label."""
    if evidence.span:
        yield "", evidence.span
    for field in columns(type(fact)):
        for span in dict.fromkeys(evidence.fields.get(field, ())):
            if span:
                yield field, span


def corrected(article: Article, found: Iterable[tuple[Region, Region | None]]) -> Article:
    """The article with the regions that somebody has corrected.

    - A region that was moved or resized moves the evidence or the attribute's words of its facts; values
      that are taken verbatim (a content, a subject) are taken anew, other values stay.
    - A region that is gone takes its words from the attribute; with its evidence gone everywhere, a fact is.
    - A new region of an attribute goes to the fact of its table in whose evidence it lies.

    Args:
        article: the article as it was given out.
        found: the regions as they came back, each with the region that it was, if that is known.

    Raises:
        InvalidValueError: a label is unknown, or a new region belongs to no fact or to several.
    """
    given = list(found)
    for region, _ in given:
        _check(region.label)
    kept, new = _matched(list(regions(article)), given)
    drafts = [[_Draft.unseen(fact, evidence) for evidence in fact.sources] for fact in article.facts]
    for old, roles in regions(article).items():
        if old in kept:
            for role in roles:
                drafts[role.fact][role.part].take(role.field, kept[old].span)
    for region in new:
        _attach(article, drafts, region)
    facts = [
        changed
        for fact, parts in zip(article.facts, drafts, strict=True)
        if (changed := _rebuilt(article, fact, parts))
    ]
    return attrs.evolve(article, facts=facts)


@attrs.define
class _Draft:
    """Evidence in the making."""

    span: Span | None = None
    fields: dict[str, list[Span]] = attrs.field(factory=dict)

    @classmethod
    def unseen(cls, fact: AnyFact, evidence: Evidence) -> Self:
        """What has no region, and so cannot have been corrected: it stays."""
        shown = set(_spans(fact, evidence))
        hidden = {
            name: [span for span in dict.fromkeys(spans) if (name, span) not in shown]
            for name, spans in evidence.fields.items()
        }
        kept = {name: spans for name, spans in hidden.items() if spans or not evidence.fields[name]}
        return cls(None if evidence.span else evidence.span, kept)

    def take(self, field: str, span: Span) -> None:
        if field:
            self.fields.setdefault(field, []).append(span)
        else:
            self.span = span


def _matched(
    old: list[Region], found: list[tuple[Region, Region | None]]
) -> tuple[dict[Region, Region], list[Region]]:
    """What became of each old region that is still there, and the new regions."""
    there = {region for region, _ in found}
    kept = {region: region for region in old if region in there}
    new = []
    for region, origin in found:
        if region in kept:
            continue
        free = [item for item in old if item.label == region.label and item not in kept]
        was = origin if origin in free else _nearest(region, free)
        if was:
            kept[was] = region
        else:
            new.append(region)
    return kept, new


def refused(region: Region) -> tuple[str, int, int]:
    """A region as the error of :func:`corrected` names it."""
    return region.label, region.span.start, region.span.end


def _check(label: str) -> None:
    if label not in labels():
        raise InvalidValueError("annotation.label", label, "a label of bilateral, such as 'visits.guest'")


def _nearest(region: Region, old: list[Region]) -> Region | None:
    """The old region that has most in common with the region; None if none has anything."""
    near = [item for item in old if item.span.overlaps(region.span)]
    return max(near, key=lambda item: _common(item.span, region.span), default=None)


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _attach(article: Article, drafts: list[list[_Draft]], region: Region) -> None:
    table, _, field = region.label.partition(".")
    within = [
        draft
        for fact, parts in zip(article.facts, drafts, strict=True)
        for draft in parts
        if table == fact.TABLE and draft.span is not None and region.span in draft.span
    ]
    lacking = [draft for draft in within if field not in draft.fields]
    candidates = lacking if len(within) > 1 else within
    if not field or len(candidates) != 1:
        expected = f"a piece of the evidence of one fact of {table!r} (build new facts by their classes)"
        raise InvalidValueError("annotation.region", refused(region), expected)
    candidates[0].take(field, region.span)


def _rebuilt(article: Article, fact: AnyFact, parts: list[_Draft]) -> AnyFact | None:
    """The fact with its corrected evidence; itself if it never had any, None if all of it is gone."""
    if not parts:
        return fact
    sources = [
        attrs.evolve(
            old,
            span=draft.span,
            quote=draft.span.of(article.text),
            fields={name: _ordered(spans, old.fields.get(name, ())) for name, spans in draft.fields.items()},
        )
        for draft, old in zip(parts, fact.sources, strict=True)
        if draft.span is not None
    ]
    if not sources:
        return None
    # a fact that was built by hand and found in the text since stays one
    first, *further = sources if fact.evidence else [fact.evidence, *sources]
    return attrs.evolve(
        fact, evidence=first, further_evidence=tuple(further), **_reread(article.text, fact, first)
    )


def _ordered(spans: list[Span], before: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans as they were if they are the same ones, else in the order of the text."""
    return before if set(spans) == set(before) else tuple(sorted(spans))


def _reread(text: str, fact: AnyFact, now: Evidence) -> dict[str, Any]:
    """The verbatim values whose words are others now."""
    before = fact.evidence or UNSOURCED
    values: dict[str, Any] = {}
    for name, spans in now.fields.items():
        was = _GAP.join(span.of(text) for span in before.fields.get(name, ()))
        if was and was == getattr(fact, name, None):
            values[name] = _GAP.join(span.of(text) for span in spans)
    return values
