"""Clauses that share one verb: "Májusban X, júniusban Y járt Kínában", "X Bécsben, Y Rómában tárgyalt".

The part without a verb becomes a clause of its own, with the verb of the other and what only that one tells.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.document import Document, Referent
from bilateral.reading.referents import MentionKind

_WHO = (MentionKind.PERSON, MentionKind.ROLE)


def resolve(document: Document) -> None:
    """Add to the document's ``implied`` clauses, and who their subjects are."""
    for _, clause in document.clauses():
        if clause.predicate is None or len(clause.parts) == 1:
            continue
        for found in _gapped(document, clause):
            document.implied.setdefault(id(clause), []).append(found)


def _gapped(document: Document, clause: Clause) -> Iterator[Clause]:
    whole = next((part for part in clause.parts if _holds_verb(clause, part)), None)
    own = _phrases(clause, whole)
    for part in clause.parts:
        if part == whole:
            continue
        phrases = _phrases(clause, part)
        subject = _subject(document, phrases)
        same = _alike_ones(document, phrases, own)
        if not (_two_deeds(document, same) if subject is None else same):
            continue
        if subject is not None and _subject(document, own) is None:
            continue
        shared = [phrase for phrase in own if _fills_gap(document, phrase, phrases)]
        made = attrs.evolve(clause, parts=[part], phrases=[*phrases, *shared])
        referent = subject or document.subject(clause)
        if referent is not None:
            document.subjects[id(made)] = referent
            yield made


def _holds_verb(clause: Clause, part: tuple[int, int]) -> bool:
    return clause.predicate is not None and part[0] <= clause.predicate.token < part[1]


def _phrases(clause: Clause, part: tuple[int, int] | None) -> list[Phrase]:
    first, last = part or (0, 0)
    return [phrase for phrase in clause.phrases if first <= phrase.first < last]


def _subject(document: Document, phrases: list[Phrase]) -> Referent | None:
    """Who the first person or role in the nominative is."""
    heads = (document.mention_at_head(phrase.head) for phrase in phrases if _nominative(phrase))
    return next((document.who(mention) for mention in heads if mention and mention.kind in _WHO), None)


def _nominative(phrase: Phrase) -> bool:
    return phrase.case == "Nom" and not phrase.post


def _alike_ones(document: Document, phrases: list[Phrase], own: list[Phrase]) -> list[Phrase]:
    """The phrases beside its subject that the part sets against the other's; none in a list of names."""
    against = [other for other in own if not _nominative(other)]
    return [one for one in phrases if any(_alike(document, one, other) for other in against)]


def _two_deeds(document: Document, same: list[Phrase]) -> bool:
    """Whether a part without a subject tells a deed of its own: a time and something else."""
    times = sum(phrase.head in document.timed for phrase in same)
    return 0 < times < len(same)


def _fills_gap(document: Document, phrase: Phrase, phrases: list[Phrase]) -> bool:
    """Whether the part leaves to the verb's part what this phrase tells: no subject, nothing alike."""
    return not _nominative(phrase) and not any(_alike(document, phrase, other) for other in phrases)


def _alike(document: Document, one: Phrase, other: Phrase) -> bool:
    """Whether two phrases tell the same role: both a time, or both something else in the same case."""
    timed = document.timed
    if one.head in timed or other.head in timed:
        return one.head in timed and other.head in timed
    return one.case == other.case and one.post == other.post
