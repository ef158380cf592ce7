"""Whence and where it goes, by the flow of the measure and the roles of the countries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bilateral.model.kinds import Measure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.pairs import PAIR
from bilateral.reading.economy.roles import Role, Side, first_of
from bilateral.reading.economy.told import NOWHERE, Choice, Ends

_ABOUT = ("Del",)
"""Who signs a contract "55 mozdony szállításáról" need not be who delivers."""
_AGREED = ("Del", "Ine")
"""Nor need who agrees "15 százalékos vámban" be who levies it."""
_WHOLE = "whole"
_COMPLETED = (Flow.INWARD, Flow.STAY, Flow.GOODS, Flow.HOME, Flow.DUTY)


def ends_of(choice: Choice, found: Sequence[Side]) -> Ends:
    """Origin and destination as the words around the figure tell them."""
    flow = choice.rule.flow
    about = _AGREED if flow is Flow.DUTY else _ABOUT
    if flow is not Flow.STAY and choice.cue is not None and choice.cue.case in about:
        return NOWHERE
    if flow is Flow.GOODS and (_agrees(choice) or _is_subject(choice)):
        found = [side for side in found if side.role is not Role.SUBJECT]
    return _WAYS[flow](choice, found) if flow in _WAYS else NOWHERE


def _agrees(choice: Choice) -> bool:
    """Whether the clause only tells of a contract, to which buyer and seller are both the subject."""
    predicate = choice.clause.predicate
    return predicate is not None and predicate.lemma in economy().words.agreeing


def _is_subject(choice: Choice) -> bool:
    """Whether the measure is itself the subject, so that no other one can own it: "az export 6 milliárd"."""
    cue = choice.cue
    return cue is not None and not cue.verb and cue.case == "Nom" and choice.measure is Measure.EXPORTS


def takes(choice: Choice) -> bool:
    """Whether the subject of the clause gets what the figure measures: buys, receives, hosts."""
    predicate = choice.clause.predicate
    return predicate is not None and predicate.lemma in economy().words.taking


def _hosts(choice: Choice) -> bool:
    """Whether the subject gives the students a place: "ösztöndíjat biztosít"."""
    predicate = choice.clause.predicate
    return predicate is not None and predicate.lemma in economy().words.hosting


def _outward(choice: Choice, found: Sequence[Side]) -> Ends:
    if takes(choice):
        return _taken(found)
    if choice.cue is not None and choice.cue.case == "Cau":
        return _thanked(found)
    origin = first_of(found, Role.OWNER, Role.SOURCE, Role.SUBJECT)
    goals = (Role.GOAL, Role.RECEIVER, Role.OBJECT, Role.PLACE)
    return Ends(origin, first_of(found, *goals, but=origin))


def _thanked(found: Sequence[Side]) -> Ends:
    """Who is thanked has given: "köszönetet mondott Bernnek a segélyért"."""
    origin = first_of(found, Role.OWNER, Role.RECEIVER)
    return Ends(origin, first_of(found, Role.GOAL, Role.SUBJECT, but=origin))


def _taken(found: Sequence[Side]) -> Ends:
    """Bought, received, borrowed: the goods' own adjective tells whence they come."""
    destination = first_of(found, Role.SUBJECT, Role.GOAL)
    return Ends(first_of(found, Role.SOURCE, Role.OWNER, but=destination), destination)


def _inward(choice: Choice, found: Sequence[Side]) -> Ends:
    if choice.rule.place == _WHOLE:
        return _covering(found)
    destination = first_of(found, Role.OWNER, Role.GOAL, Role.RECEIVER, Role.SUBJECT)
    return Ends(first_of(found, Role.SOURCE, but=destination), destination)


def _covering(found: Sequence[Side]) -> Ends:
    """A part of what one needs: who supplies it is the subject."""
    destination = first_of(found, Role.OWNER, Role.GOAL, Role.RECEIVER)
    return Ends(first_of(found, Role.SOURCE, Role.SUBJECT, but=destination), destination)


def _staying(choice: Choice, found: Sequence[Side]) -> Ends:
    if choice.measure is Measure.STUDENTS and _hosts(choice):
        destination = first_of(found, Role.PLACE, Role.SUBJECT)
        guests = (Role.RECEIVER, Role.OWNER, Role.OBJECT, Role.SOURCE)
        return Ends(first_of(found, *guests, but=destination), destination)
    destination = first_of(found, Role.PLACE, Role.GOAL)
    origin = first_of(found, Role.OWNER, Role.SOURCE, Role.SUBJECT, but=destination)
    if destination is None and choice.cue is not None and choice.cue.verb:
        destination = first_of(found, Role.OBJECT, but=origin)
    if destination is None and choice.measure is Measure.JOBS:
        destination = first_of(found, Role.RECEIVER, but=origin)
    if destination is None and (takes(choice) or choice.measure is Measure.STUDENTS):
        destination = first_of(found, Role.SUBJECT, but=origin)
    return Ends(origin, destination)


def _sent_home(_: Choice, found: Sequence[Side]) -> Ends:
    destination = first_of(found, Role.OWNER, Role.SUBJECT, Role.GOAL)
    return Ends(first_of(found, Role.SOURCE, Role.PLACE, but=destination), destination)


def _owed(choice: Choice, found: Sequence[Side]) -> Ends:
    predicate = choice.clause.predicate
    if predicate is not None and predicate.lemma in economy().words.forgiving:
        origin = first_of(found, Role.SUBJECT)
        return Ends(origin, first_of(found, Role.OWNER, Role.RECEIVER, but=origin))
    destination = first_of(found, Role.OWNER, Role.SUBJECT)
    return Ends(first_of(found, Role.RECEIVER, Role.GOAL, but=destination), destination)


def _levied(choice: Choice, found: Sequence[Side]) -> Ends:
    predicate = choice.clause.predicate
    if predicate is not None and predicate.lemma in economy().words.paying:
        origin = first_of(found, Role.SUBJECT)
        return Ends(origin, first_of(found, Role.GOAL, Role.RECEIVER, Role.PLACE, but=origin))
    destination = first_of(found, Role.LEVIER, Role.SUBJECT, Role.PLACE)
    borne = (Role.OWNER, Role.GOAL, Role.SOURCE, Role.OBJECT, Role.RECEIVER)
    return Ends(first_of(found, *borne, but=destination), destination)


_WAYS: dict[Flow, Callable[[Choice, Sequence[Side]], Ends]] = {
    Flow.GOODS: _outward,
    Flow.OUTWARD: _outward,
    Flow.INWARD: _inward,
    Flow.STAY: _staying,
    Flow.HOME: _sent_home,
    Flow.OWED: _owed,
    Flow.DUTY: _levied,
}


def completed(choice: Choice, ends: Ends, countries: tuple[str, ...], found: Sequence[Side]) -> Ends:
    """The other end, where only two countries are concerned.

    Of loans and aid the text must name it; of goods in transit it does not follow whence they come.
    """
    if choice.rule.flow not in _COMPLETED or len(countries) != PAIR or not any(ends):
        return ends
    origin = ends.origin
    if origin is None and not any(side.role is Role.TRANSIT for side in found):
        origin = next(code for code in countries if code != ends.destination)
    return Ends(origin, ends.destination or next((code for code in countries if code != origin), None))
