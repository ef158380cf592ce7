"""Which rule read a fact, and from which words each of its fields."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.article import Article
from bilateral.model.facts import AnyFact, Fact
from bilateral.model.text import Evidence, Span


def explain(article: Article, fact: AnyFact) -> str:
    """The rule behind a fact and the words behind each of its fields, as readable lines.

    Args:
        article: the article that tells the fact.
        fact: one of ``article.facts``.

    Raises:
        InvalidValueError: if the fact is not one of the article's.
    """
    if fact not in article.facts:
        raise InvalidValueError("explain.fact", type(fact).__name__, "one of article.facts")
    lines = [str(fact)]
    for number, evidence in enumerate(fact.sources):
        lines += _source(article, evidence, first=number == 0)
    lines += _unquoted(fact)
    return "\n".join(lines)


def _source(article: Article, evidence: Evidence, *, first: bool) -> Iterator[str]:
    verb = "read by" if first else "told again, read by"
    yield f"  {verb} {evidence.rule} at {_place(evidence.span)}: {_one_line(evidence.quote)}"
    for name, spans in evidence.fields.items():
        words = " … ".join(f"«{_one_line(span.of(article.text))}» {_place(span)}" for span in spans)
        yield f"    {name}: {words}"
    for told in evidence.beyond:
        yield f"    not from the article: {told}"


def _unquoted(fact: Fact) -> Iterator[str]:
    """Fields with a value but without words of their own: they follow from the context."""
    quoted = {name for evidence in fact.sources for name in evidence.fields}
    for field in attrs.fields(type(fact)):
        value = getattr(fact, field.name)
        if field.name in ("evidence", "further_evidence", *quoted) or value in (None, ()):
            continue
        yield f"    {field.name}: follows from the sentence and what the article has said before"


def _place(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _one_line(text: str) -> str:
    return " ".join(text.split())
