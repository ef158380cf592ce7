"""A document told before and taken up again: "A dokumentumot, amely tíz évre szól, X és Y írta alá"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import Agreement, Party
from bilateral.model.kinds import AgreementStatus
from bilateral.model.text import Evidence
from bilateral.model.values import Period
from bilateral.model.world import Country, Person
from bilateral.reading.document import Document
from bilateral.reading.frames import frame_lexicon

_AHEAD = (AgreementStatus.PLANNED, AgreementStatus.NEGOTIATING)
_DONE = (AgreementStatus.SIGNED, AgreementStatus.AGREED, AgreementStatus.RATIFIED)


@attrs.frozen(kw_only=True)
class Telling:
    """What a second telling says of a document.

    Attributes:
        status: how far it has come.
        date: the day of that.
        signatories: who signs.
        valid_until: the end of its term.
        evidence: the words.
    """

    status: AgreementStatus
    date: Period | None
    signatories: tuple[Person, ...]
    valid_until: Period | None
    evidence: Evidence


def takes_up(document: Document, noun: Phrase, earlier: Sequence[Agreement]) -> bool:
    """Whether a noun with nothing but its article means the documents told last: one by one, many by many."""
    if not noun.definite or noun.inner or noun.possessor or noun.head - noun.first != 1 or not earlier:
        return False
    if noun.number == "Plur" and not noun.post:
        return noun.lemma in frame_lexicon("agreements").words["papers"] or len(earlier) > 1
    return len(earlier) == 1 and document.tokens[noun.first].fold != "egy"


def fits(earlier: Sequence[Agreement], status: AgreementStatus, sides: Sequence[Party]) -> bool:
    """Whether documents told before can have come this far, between these parties."""
    if status in _AHEAD and any(fact.status not in _AHEAD for fact in earlier):
        return False
    states = {side.code for side in sides if isinstance(side, Country)}
    bound = [{party.code for party in fact.parties if isinstance(party, Country)} for fact in earlier]
    return all(
        len(codes) < len(fact.parties) or states <= codes for codes, fact in zip(bound, earlier, strict=True)
    )


def told_again(fact: Agreement, again: Telling) -> Agreement:
    """A fact with what the second telling adds: how far it has come, the day, who signs, the term."""
    same = fact.status is again.status or (fact.status in _DONE and again.status in _DONE)
    return attrs.evolve(
        fact,
        status=again.status,
        date=(fact.date or again.date) if same else (again.date or fact.date),
        signatories=again.signatories or fact.signatories,
        valid_until=again.valid_until or fact.valid_until,
        further_evidence=(*fact.further_evidence, again.evidence),
    )
