"""Until when a document binds: "2030-ig szóló", "húsz évre szóló", "tízéves", "amely 2035-ig szabja meg"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.model.period import CalendarUnit, Precision
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.frames import frame_lexicon
from bilateral.reading.occasion import when

_LENGTH = re.compile(r"P([0-9]{1,3})([YMD])", re.ASCII)
_ENDING = ("Sbl", "Ter")


def has_expired(clause: Clause) -> bool:
    """Whether the time of a document is over: "lejárt"."""
    predicate = clause.predicate
    return predicate is not None and predicate.past and predicate.lemma in _expiring()


def valid_until(document: Document, clause: Clause, noun: Phrase | None) -> Period | None:
    """The day, month or year told for the end of a document: its term, or when it expires."""
    lemma = clause.predicate.lemma if clause.predicate is not None else ""
    if has_expired(clause):
        return None
    if lemma in _expiring():
        told = when(document, clause, future=True)
        return told.period if told is not None else None
    if lemma in frame_lexicon("agreements").words["prolong"]:
        return next(_ends(document, clause.first, clause.last), None)
    if noun is None:
        return None
    relative = _relative(document, clause, noun)
    told_by = [(noun.first, noun.last), *([(relative.first, relative.last)] if relative is not None else [])]
    return next((end for first, last in told_by for end in _ends(document, first, last)), None)


def runs_until(
    document: Document, clause: Clause, noun: Phrase | None, signed: Period | None
) -> Period | None:
    """The end of a term told by its length, counted from the signing, as exact as the length is."""
    if noun is None or signed is None or signed.end is None:
        return None
    lengths = (_length(found, signed.end) for found in _lengths(document, clause, noun))
    return next((end for end in lengths if end is not None), None)


def _expiring() -> frozenset[str]:
    return frame_lexicon("agreements").words["expire"]


def _ends(document: Document, first: int, last: int) -> Iterator[Period]:
    for found in document.periods_in(first, last):
        end = found.future if found.future is not None else found.period
        if found.relation == "until" and end is not None and end.end is not None:
            yield Period(end.end, end.end)


def _relative(document: Document, clause: Clause, noun: Phrase) -> Clause | None:
    """The relative clause on the document."""
    for _, other in document.clauses_from(clause):
        on_it = other.link is Link.RELATIVE and noun.first <= other.antecedent < noun.last
        if on_it and other is not clause and other.parent is clause:
            return other
    return None


def _lengths(document: Document, clause: Clause, noun: Phrase) -> Iterator[FoundPeriod]:
    """The lengths told in the document's phrase, by the clause ("120 napra"), or in a relative clause."""
    relative = _relative(document, clause, noun)
    for found in document.periods_in(noun.first, noun.head):
        if found.kind == "duration":
            yield found
    phrases = [*clause.phrases, *(relative.phrases if relative is not None else [])]
    heads = {phrase.head for phrase in phrases if phrase.case in _ENDING and not phrase.post}
    for phrase in phrases:
        if phrase.head in heads:
            yield from (f for f in document.periods_in(phrase.first, phrase.last) if f.kind == "duration")


def _length(found: FoundPeriod, start: CalendarUnit) -> Period | None:
    """The end of a length that begins with the given day, month or year; nothing if that is too coarse."""
    match = _LENGTH.fullmatch(found.duration)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if unit == "Y":
        return Period.year(start.year + count)
    if start.precision is Precision.YEAR or (unit == "D" and start.precision is not Precision.DAY):
        return None
    if unit == "D":
        return Period.day(start.first + relativedelta(days=count))
    end = start.first + relativedelta(months=count)
    return Period.month(end.year, end.month)
