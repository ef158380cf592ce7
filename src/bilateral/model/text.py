"""Where a fact stands in the text: spans, and the evidence that every fact carries."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

import attrs

from bilateral.errors import InvalidValueError


@attrs.frozen(order=True)
class Span:
    """A half-open range ``[start, end)`` of code points of an article's text."""

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValueError("Span", (self.start, self.end), "0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def _frozen_fields(fields: Mapping[str, tuple[Span, ...]]) -> Mapping[str, tuple[Span, ...]]:
    return MappingProxyType({name: tuple(fields[name]) for name in sorted(fields)})


@attrs.frozen(kw_only=True)
class Evidence:
    """The words that a fact was read from, and the rule that read them.

    Attributes:
        span: the sentence (or the sentences) of the article.
        quote: the text of ``span``, verbatim.
        rule: id of the rule that read the fact, e.g. ``"visits.light_verb"``.
        fields: for each attribute of the fact that was read, the spans of its words.
    """

    span: Span
    quote: str
    rule: str
    fields: Mapping[str, tuple[Span, ...]] = attrs.field(
        factory=dict, converter=_frozen_fields, hash=False
    )

    def __attrs_post_init__(self) -> None:
        if len(self.quote) != len(self.span):
            raise InvalidValueError("Evidence.quote", self.quote, f"the {len(self.span)} characters of span")

    @classmethod
    def at(cls, text: str, span: Span, rule: str, fields: Mapping[str, tuple[Span, ...]]) -> Self:
        """Evidence for ``span`` of ``text``."""
        return cls(span=span, quote=span.of(text), rule=rule, fields=fields)

    def __bool__(self) -> bool:
        return bool(self.rule)


UNSOURCED = Evidence(span=Span(0, 0), quote="", rule="")
"""The evidence of a fact that was built by hand and read from no text; falsy."""
