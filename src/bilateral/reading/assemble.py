"""From what the readers found to the article: one thing told once, completed, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bilateral.model.article import Article, Mention
from bilateral.model.facts import AnyFact, Fact
from bilateral.model.world import Country, Organization, Place, country
from bilateral.reading import mentions as naming
from bilateral.reading.completing import completed
from bilateral.reading.disclosing import disclosed
from bilateral.reading.document import Document
from bilateral.reading.merging import merged
from bilateral.reading.referents import MentionKind

_PAIR = 2


def article(document: Document, found: Iterable[Sequence[AnyFact]], published: date | None) -> Article:
    """The article with its facts merged, completed and ordered.

    Args:
        document: the article's stages.
        found: what each reader found.
        published: the day that the caller gave, for texts that tell none.
    """
    lists = [merged(facts, document.published) for facts in found]
    facts = disclosed(document, completed([fact for facts in lists for fact in facts], document.published))
    countries = naming.article_countries(document.mentions)
    layout = document.layout
    return Article(
        text=document.text,
        published=layout.published if layout.published is not None else published,
        section=layout.section,
        headline=layout.headline,
        agency=layout.agency,
        header=layout.header,
        people=[document.person(record.index) for record in document.people],
        countries=[country(code) for code in countries],
        dyad=(country(countries[0]), country(countries[1])) if len(countries) >= _PAIR else None,
        mentions=list(_mentions(document)),
        facts=sorted(facts, key=_place),
        notes=_notes(document),
    )


def _place(fact: Fact) -> tuple[int, int]:
    return fact.evidence.span.start, fact.evidence.span.end


def _mentions(document: Document) -> Iterable[Mention]:
    for mention in document.mentions:
        span = document.span(mention.first, mention.last)
        if mention.person >= 0:
            yield Mention(span=span, entity=document.person(mention.person))
        elif mention.kind is MentionKind.COUNTRY or mention.kind is MentionKind.NATIONALITY:
            for code in mention.countries:
                yield Mention(span=span, entity=country(code))
        elif mention.kind is MentionKind.PLACE and mention.name and not mention.adjectival:
            yield Mention(span=span, entity=Place(name=mention.name, country=_first(mention.countries)))
        elif mention.kind is MentionKind.ORGANIZATION and mention.name:
            yield Mention(
                span=span, entity=Organization(name=mention.name, country=_first(mention.countries))
            )


def _first(codes: Sequence[str]) -> Country | None:
    return country(codes[0]) if codes else None


def _notes(document: Document) -> list[str]:
    """What stays open: dates that nothing resolves."""
    return [
        f"{document.quote(found.first, found.last)!r} at {found.start}: {found.note}"
        for found in document.periods
        if found.note
    ]
