"""How far a document has come, as a clause tells: signed, agreed, planned, lapsed."""

from __future__ import annotations

from bilateral.hungarian.clauses import Clause, Link
from bilateral.model.kinds import AgreementStatus
from bilateral.reading import terms
from bilateral.reading.document import Document
from bilateral.reading.drafting import asserted, lies_ahead
from bilateral.reading.frames import Frame, frame_lexicon
from bilateral.reading.occasion import dated

AHEAD = (AgreementStatus.PLANNED, AgreementStatus.NEGOTIATING)
"""What lies ahead."""
DONE = (AgreementStatus.SIGNED, AgreementStatus.AGREED)
"""What two sides have done."""
_TOLD = (Link.MAIN, Link.COORDINATE)
_DECLARED = (AgreementStatus.EXTENDED, AgreementStatus.TERMINATED, AgreementStatus.SUSPENDED)


def status(document: Document, frame: Frame) -> AgreementStatus | None:
    """The status that a frame gives to its document; nothing where the clause only supposes or denies."""
    clause = frame.clause
    if _would(frame) or _may(document, frame) or _wanted(frame):
        return AgreementStatus.PLANNED
    if frame.spec.status is None or not (asserted(clause) or _lets_lapse(frame)):
        return None
    came = AgreementStatus(frame.spec.status)
    if _lets_lapse(frame) or terms.has_expired(clause):
        return AgreementStatus.TERMINATED
    if came in (*AHEAD, AgreementStatus.IN_FORCE) or not lies_ahead(clause) or _announced(came, clause):
        return came
    return AgreementStatus.PLANNED if came in DONE else None


def _would(frame: Frame) -> bool:
    """Whether a party would like to conclude it: "hasonló egyezményt kötne Peruval is"."""
    clause, predicate = frame.clause, frame.clause.predicate
    if predicate is None or predicate.mood != "Cnd" or predicate.modality or predicate.potential:
        return False
    unsure = clause.uncertain or clause.conditional or clause.conditioned or clause.quoted
    free = not (unsure or predicate.negated or predicate.counterfactual)
    return free and clause.link in _TOLD and frame.spec.status in DONE


def _wanted(frame: Frame) -> bool:
    """Whether a party is ready to conclude it, or wants it: "sürgette, hogy kössenek egyezményt"."""
    clause, predicate = frame.clause, frame.clause.predicate
    if frame.phrase is None or predicate is None or frame.spec.status not in DONE or predicate.negated:
        return False
    if predicate.modality == "ready":
        return asserted(clause) or not (clause.uncertain or clause.conditional)
    governor = clause.governor
    saying = governor.parent.predicate if governor.link is Link.COMPLEMENT and governor.parent else None
    if predicate.mood != "Imp" or saying is None or saying.negated:
        return False
    return saying.lemma in frame_lexicon("agreements").words["wishes"] and not clause.conditional


def _may(document: Document, frame: Frame) -> bool:
    """Whether it may be concluded on a day told: "jövőre aláírhatják"."""
    clause, predicate = frame.clause, frame.clause.predicate
    if frame.phrase is None or predicate is None or not predicate.potential:
        return False
    if predicate.tense != "Pres" or predicate.negated:
        return False
    free = not (clause.uncertain or clause.conditional or clause.conditioned or clause.quoted)
    if not free or predicate.mood != "Ind" or predicate.modality or frame.spec.status not in DONE:
        return False
    soon = not frame_lexicon("agreements").words["soon"].isdisjoint(document.folds(clause))
    return soon or any(found.period is not None for found in dated(document, clause))


def _lets_lapse(frame: Frame) -> bool:
    """Whether a party does not extend the document: "nem hosszabbítja meg az egyezményt"."""
    predicate = frame.clause.predicate
    plain = predicate is not None and predicate.mood == "Ind" and predicate.modality in ("", "future")
    lapses = frame.spec.status == AgreementStatus.EXTENDED and not frame.clause.conditional
    return lapses and plain and predicate is not None and predicate.negated


def _announced(status: AgreementStatus, clause: Clause) -> bool:
    """Whether saying it does it: "felmondja az egyezményt", "hatvan nappal meghosszabbítja"."""
    predicate = clause.predicate
    return status in _DECLARED and predicate is not None and predicate.modality == ""
