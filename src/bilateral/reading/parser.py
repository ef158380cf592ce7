"""The line from text to facts, stage by stage, and the account of how a fact was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache

from bilateral.errors import InvalidValueError
from bilateral.hungarian.clauses import clauses
from bilateral.hungarian.entries import EntryKind
from bilateral.hungarian.lexicon import Lexicon
from bilateral.hungarian.lexicon import lexicon as shipped
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.phrases import Unit, Units
from bilateral.hungarian.segments import Quotation, inside, is_speech, quotations
from bilateral.hungarian.tokens import Token, sentences, tokenize
from bilateral.hungarian.values import find_values
from bilateral.model.article import Article
from bilateral.reading import (
    agreements,
    assemble,
    gapping,
    indicators,
    meetings,
    missions,
    participles,
    plans,
    statements,
    visits,
)
from bilateral.reading.discourse import resolve
from bilateral.reading.document import Document, Sentence
from bilateral.reading.explaining import explain
from bilateral.reading.layout import Layout, layout
from bilateral.reading.mentions import article_countries, find_mentions
from bilateral.reading.referents import Mention, MentionKind

_GLUED = re.compile(r"[^\W\d]–\d")

__all__ = ["READERS", "explain", "parse", "read"]

READERS = (
    statements.read,
    visits.read,
    meetings.read,
    agreements.read,
    indicators.read,
    plans.read,
    missions.read,
)
"""The readers, one for each fact type; statements first, since figures are attributed to speakers."""

_PAIR = 2
_WHOLE = frozenset(MentionKind) - {MentionKind.NATIONALITY, MentionKind.ROLE, MentionKind.GROUP}
"""The mentions that are names: neither a clause nor a phrase divides them."""


def parse(text: str, *, published: date | None = None, lexicon: Lexicon | None = None) -> Article:
    """Read a Hungarian news article.

    Args:
        text: the article as published; never altered, all offsets point into it.
        published: day (or time) of publication, where the text itself does not tell it. Without any,
            relative dates ("szerdán", "tavaly") stay open.
        lexicon: names to know beside the shipped ones: ``bilateral.lexicon().extend(...)``.

    Returns:
        The article with its facts. Parsing never fails: what is not understood is left out.

    Raises:
        InvalidValueError: if ``text`` is no string, ``published`` no date or ``lexicon`` no lexicon.
    """
    _check(text, published, lexicon)
    document = read(text, published=published, lexicon=lexicon)
    return assemble.article(document, [reader(document) for reader in READERS], published)


def _check(text: object, published: object, lexicon: object) -> None:
    if not isinstance(text, str):
        raise InvalidValueError("parse.text", type(text).__name__, "a str")
    if not isinstance(published, date | None):
        raise InvalidValueError("parse.published", published, "a datetime.date or datetime.datetime, or None")
    if not isinstance(lexicon, Lexicon | None):
        raise InvalidValueError("parse.lexicon", type(lexicon).__name__, "a Lexicon (bilateral.lexicon())")


def read(text: str, *, published: date | None = None, lexicon: Lexicon | None = None) -> Document:
    """The stages up to the readers: layout, words, names, dates, amounts, clauses, who is meant."""
    known = lexicon if lexicon is not None else shipped()
    frame = layout(text)
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    readings = tag(tokens, ranges)
    body = list(_body(frame, tokens, ranges))
    day = _day(frame.published if frame.published is not None else published)
    skip = _outside(body, ranges)
    mentions, people = find_mentions(text, tokens, readings, ranges, known, skip=skip, published=day)
    quoted = quotations(text, tokens)
    speech = [quote for quote in quoted if is_speech(quote, readings)]
    values = find_values(tokens, readings, day, sentences=ranges)
    document = Document(
        text=text,
        published=day,
        layout=frame,
        tokens=tokens,
        readings=readings,
        sentences=body,
        quotations=speech,
        quoted=inside(speech, len(tokens)),
        mentions=mentions,
        people=people,
        periods=values.periods,
        amounts=values.amounts,
        numerals=values.numerals,
        capitals=capitals(known),
        dyad=tuple(article_countries(mentions)[:_PAIR]),
    )
    _cut(document, quoted)
    resolve(document)
    participles.resolve(document)
    gapping.resolve(document)
    return document


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _body(frame: Layout, tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of the body paragraphs, cut to them where a dateline opens one."""
    at = 0
    index = 0
    for number, paragraph in enumerate(frame.paragraphs):
        while at < len(ranges) and tokens[ranges[at][1] - 1].end <= paragraph.start:
            at += 1
        while at < len(ranges) and tokens[ranges[at][0]].start < paragraph.end:
            first, last = ranges[at]
            while first < last and tokens[first].start < paragraph.start:
                first += 1
            end = last
            while end > first and tokens[end - 1].end > paragraph.end:
                end -= 1
            if end > first:
                yield Sentence(index, first, end, number)
                index += 1
            if end < last:
                break
            at += 1


def _outside(body: Sequence[Sentence], ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The token ranges that are no body text."""
    gaps: list[tuple[int, int]] = []
    at = 0
    for sentence in body:
        if sentence.first > at:
            gaps.append((at, sentence.first))
        at = sentence.last
    end = ranges[-1][1] if ranges else 0
    if end > at:
        gaps.append((at, end))
    return gaps


def _cut(document: Document, quoted: Sequence[Quotation]) -> None:
    """Cut every sentence into clauses; names, amounts and dates stay whole."""
    units = Units.of(_units(document), len(document.tokens))
    for quote in quoted:
        if not is_speech(quote, document.readings):
            units.inside[quote.first - 1] = units.inside[quote.last] = 1
    for index in _glued(document):
        units.inside[index] = 1
    for sentence in document.sentences:
        sentence.clauses = clauses(
            document.tokens,
            document.readings,
            sentence.first,
            sentence.last,
            quoted=document.quoted,
            units=units,
            forms=document.forms,
        )


def _glued(document: Document) -> Sequence[int]:
    """The dashes that join a name and its number without spaces: "Északi Áramlat–2"."""
    starts = {found.start() + 1 for found in _GLUED.finditer(document.text)}
    return [index for index, token in enumerate(document.tokens) if token.start in starts] if starts else ()


def _units(document: Document) -> Iterator[Unit]:
    for period in document.periods:
        modifies = period.attributive
        case = "Nom" if modifies else period.case or "Nom"
        yield Unit(period.first, period.last, period.last - 1, case, modifies)
    for amount in document.amounts:
        modifies = amount.role == "attributive"
        case = "Nom" if modifies else amount.case or "Nom"
        yield Unit(amount.first, amount.last, amount.last - 1, case, modifies)
    for mention in document.mentions:
        whole = mention.kind in _WHOLE or _is_nominalised(document, mention)
        if whole and mention.inside < 0 and not mention.adjectival:
            yield Unit(mention.first, mention.last, mention.head, mention.case or "Nom")


def _is_nominalised(document: Document, mention: Mention) -> bool:
    """Whether a modifier stands for a group as a noun does: "a két vezető", "a két fél"."""
    if mention.kind is not MentionKind.GROUP or mention.last - 1 != mention.head:
        return False
    reading = document.readings[mention.head][0]
    return reading.form == "PartPres" or reading.pos == "NUM"


@lru_cache(maxsize=8)
def capitals(known: Lexicon) -> dict[str, str]:
    """The capital of each country in a lexicon, by code."""
    found: dict[str, str] = {}
    for entry in known.entries:
        if entry.kind is EntryKind.CITY and "capital" in entry.tags and entry.country:
            found.setdefault(entry.country, entry.name)
    return found
