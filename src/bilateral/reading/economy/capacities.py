"""What an installation can take, whatever flows through it."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.hungarian.clauses import Link
from bilateral.model.kinds import Measure
from bilateral.reading.document import Document
from bilateral.reading.economy.conditions import usable
from bilateral.reading.economy.cues import Cue, head_cues, lemma, participle_cues
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import economy

_PHYSICAL = frozenset({"volume", "mass", "energy", "power"})


def capacity(document: Document, figure: Figure, found: Sequence[Cue]) -> Cue | None:
    """What says that it is what an installation can take, among the usable cues ``found`` or beside them."""
    if figure.unit_class not in _PHYSICAL:
        return None
    others = participle_cues(document, figure.found.last, figure.last)
    cue = next((cue for cue in (*found, *others) if cue.rule.measure is Measure.CAPACITY), None)
    return cue or _able(document, figure) or _installation(document, figure)


def _able(document: Document, figure: Figure) -> Cue | None:
    """What it says of itself that it can take: "3 milliárd köbméter fogadására képes kikötő"."""
    words = economy()
    at = next(
        (at for at in range(figure.found.last, figure.last) if lemma(document, at) in words.words.able), -1
    )
    return Cue(at, at + 1, words.ability, "Nom") if at >= 0 else None


def _installation(document: Document, figure: Figure) -> Cue | None:
    """The one that a relative clause tells of: "vezeték, amely évi 3 milliárd köbmétert szállíthat"."""
    clause = figure.clause
    if clause.link is not Link.RELATIVE or clause.antecedent < 0:
        return None
    told = (cue for cue in head_cues(document, clause.antecedent) if cue.rule.potential)
    return next((cue for cue in told if usable(document, figure, cue, None)), None)
