"""The day of what is agreed without a day of its own: the one day that the text has told of so far."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.document import Document
from bilateral.reading.occasion import When, when
from bilateral.reading.parties import open_subject

_FAR = 3
"""How many sentences before may tell the day."""
_NEWS = 31
"""A day longer before publication, in days, is history and not what the article reports."""


def same_occasion(document: Document, clause: Clause, noun: Phrase | None) -> When | None:
    """The one day told of just before, where the same ones go on to agree: "A felek emellett aláírtak …".

    Args:
        document: the article.
        clause: what is agreed or signed; its sentence tells no date.
        noun: the document's phrase, which is no subject.
    """
    predicate = clause.predicate
    if predicate is None or not predicate.past or not open_subject(document, clause, noun):
        return None
    here = document.sentences[document.sentence_of[clause.first]]
    if any(_dates(found) for found in document.periods_in(here.first, clause.last)):
        return None
    told = list(_days_before(document, here.index, _FAR))
    if not told and clause.governor.link is Link.MAIN:
        told = list(_days_before(document, here.index, here.index))
    days = {found.period: found for found in told}
    day = next(iter(days.values())) if len(days) == 1 else None
    return day if day is not None and _is_news(document, day) else None


def _dates(found: FoundPeriod) -> bool:
    """Whether a date tells when something happens, and is no one's attribute or term."""
    return found.kind == "date" and not found.attributive and found.relation == ""


def _days_before(document: Document, index: int, far: int) -> Iterator[When]:
    """The days that the main clauses of so many sentences before tell of what has happened."""
    for before in document.sentences[max(0, index - far) : index]:
        for clause in before.clauses:
            if clause.link is Link.MAIN and clause.predicate is not None and clause.predicate.past:
                found = when(document, clause)
                if found is not None and found.period.days == 1:
                    yield found


def _is_news(document: Document, found: When) -> bool:
    day = found.period.first
    if document.published is None or day is None or found.period.days != 1:
        return False
    return 0 <= (document.published - day).days <= _NEWS
