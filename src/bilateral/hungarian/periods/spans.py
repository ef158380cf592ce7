"""Rules for what a length of time makes of a day: *holnaptól öt napig*, *mához egy hétre*."""

from __future__ import annotations

from bilateral.hungarian.atoms import Atoms
from bilateral.hungarian.periods.lengths import length_at
from bilateral.hungarian.periods.parse import Parse
from bilateral.hungarian.periods.relatives import Lasting
from bilateral.hungarian.periods.words import CLOCK_UNITS
from bilateral.hungarian.suffixes import Ending

_TARGETS = {"Abl": "Ter", "All": "Sbl"}


def span_from(atoms: Atoms, start: Parse) -> Parse | None:
    """*holnaptól öt napig*: so many units from the start on; *mához egy hétre*: so many units later."""
    target = _TARGETS.get(start.ending.case)
    length = length_at(atoms, start.last) if target else None
    if length is None or start.meaning is None or length.ending != Ending(case=target or ""):
        return None
    if length.unit in CLOCK_UNITS or length.number != int(length.number) or not length.iso:
        return None
    meaning = Lasting(start.meaning, length.unit, int(length.number), later=target == "Sbl")
    return Parse(length.last, meaning, length.ending, relation="between", duration=length.iso)
