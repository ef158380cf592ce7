"""Where a fact stands in the text: spans, and the evidence that every fact carries."""

from collections.abc import Callable, Mapping
from typing import Self

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.checks import is_text
from bilateral.model.frozen import FrozenMap


@attrs.frozen(order=True)
class Span:
    """A half-open range ``[start, end)`` of code points of an article's text.

    Raises:
        InvalidValueError: an offset is no ``int``, is negative, or the end lies before the start.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if type(start) is not int or type(end) is not int:
            raise InvalidValueError("Span", (start, end), "two int offsets")
        if not 0 <= start <= end:
            raise InvalidValueError("Span", (start, end), "0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Whether an offset, or the whole of another span, lies in this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def __reduce__(self) -> "tuple[Callable[[int, int], Span], tuple[int, int]]":
        # half of what an article sends to another process are spans: this is twice as fast as by state
        return known_span, (self.start, self.end)


_put_start, _put_end = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined]


def known_span(start: int, end: int) -> Span:
    """The span of two offsets that are known to be valid: of tokens, or of a span that was pickled."""
    span = Span.__new__(Span)
    _put_start(span, start)
    _put_end(span, end)
    return span


FieldSpans = FrozenMap[str, tuple[Span, ...]]


def _field_spans(fields: Mapping[str, tuple[Span, ...]]) -> FieldSpans:
    """Frozen, in the order of the names: the rules' order must not reach the output."""
    if isinstance(fields, FrozenMap):
        return fields
    return FrozenMap({name: tuple(fields[name]) for name in sorted(fields)})


@attrs.frozen(kw_only=True)
class Evidence:
    """The words that a fact was read from, and the rule that read them.

    Attributes:
        span: the sentence (or the sentences) of the article.
        quote: the text of ``span``, verbatim.
        rule: id of the rule that read the fact, e.g. ``"visits.light_verb"``.
        fields: for each attribute of the fact that was read, the spans of its words; they may stand
            outside ``span``, as a name may in an earlier sentence.
        beyond: what the fact tells that the article does not, and where it was taken from, e.g.
            ``"country and office of Olaf Scholz: office_holders.tsv"``.

    Evidence without a rule is false: nothing was read.

    Raises:
        InvalidValueError: ``quote`` is not as long as ``span``, or a text in ``beyond`` is blank.
    """

    span: Span
    quote: str
    rule: str
    fields: FieldSpans = attrs.field(factory=lambda: FrozenMap({}), converter=_field_spans)
    beyond: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise InvalidValueError("Evidence.quote", self.quote, f"the {len(self.span)} characters of span")
        if self.beyond and not all(map(is_text, self.beyond)):
            raise InvalidValueError("Evidence.beyond", self.beyond, "texts that are not blank")

    @classmethod
    def at(cls, text: str, span: Span, rule: str, fields: Mapping[str, tuple[Span, ...]]) -> Self:
        """Evidence for ``span`` of ``text``."""
        return cls(span=span, quote=span.of(text), rule=rule, fields=fields)

    def is_from(self, text: str) -> bool:
        """Whether ``text`` has the quote at its place, and a place for every field."""
        if text[self.span.start : self.span.end] != self.quote:
            return False
        last = len(text)
        for spans in self.fields.values():
            for span in spans:
                if span.end > last:
                    return False
        return True

    def __hash__(self) -> int:
        return hash((self.span.start, self.span.end, self.rule))

    def __bool__(self) -> bool:
        return bool(self.rule)


UNSOURCED = Evidence(span=Span(0, 0), quote="", rule="")
"""The evidence of a fact that was built by hand and read from no text; falsy."""
