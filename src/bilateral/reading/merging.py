"""Two tellings of one thing: when they are the same, and what is kept of each.

A merge keeps the first telling's evidence in front, adds the other's behind it, and fills what the one
leaves open from the other. Tellings that contradict each other stay apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Generic, TypeVar

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.facts import (
    Agreement,
    DiplomaticMission,
    EconomicIndicator,
    Fact,
    Meeting,
    Plan,
    Statement,
    StateVisit,
)
from bilateral.model.kinds import (
    AgreementStatus,
    MeetingKind,
    MeetingStatus,
    MissionStatus,
    VisitRank,
    VisitStatus,
)
from bilateral.model.values import Period
from bilateral.model.world import Person

_F = TypeVar("_F", bound=Fact)
_WORD = re.compile(r"\w+")
_NEAR = timedelta(days=62)
_STAY = timedelta(days=4)
_TWO = 2
_STEM = 6
_ALIKE = 0.6
_LIFE = tuple(AgreementStatus)
_APART = {MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL, MeetingKind.FORUM}
"""Encounters that are none of those who talk with each other in person."""
_UNITED = ("participants", "countries")
_OF_MANY = (MeetingKind.SUMMIT, MeetingKind.FORUM)
_CALLED_OFF = {VisitStatus.PLANNED, VisitStatus.CANCELLED}
_SURE = (VisitStatus.PLANNED, VisitStatus.ACTUAL)


def merged(facts: Sequence[_F], published: date | None) -> list[_F]:
    """The facts with every thing told once; order is that of the first telling."""
    found: list[_Things[_F]] = []
    # comparing each telling with each would take the square of their number
    places: defaultdict[type[Fact], dict[object, list[int]]] = defaultdict(dict)
    for fact in facts:
        same, keys = _RULES[type(fact)]
        shared, met = keys(fact), places[type(fact)]
        at = len(found)
        for other in _met(shared, met):
            if same(found[other].fact, fact, published):
                at = other
                break
        if at < len(found) and found[at].join(fact):
            shared = keys(found[at].fact)
        else:
            at = len(found)
            found.append(_Things(fact))
        for key in shared:
            met.setdefault(key, []).append(at)
    return [things.told() for things in found]


def _met(keys: Sequence[object], places: dict[object, list[int]]) -> list[int]:
    """The things that share one of these keys, in order; most share none."""
    near: set[int] = set()
    for key in keys:
        if key in places:
            near.update(places[key])
    return sorted(near) if near else []


class _Things(Generic[_F]):
    """The tellings of one thing: the fact that they make up, and the evidence of all but the first."""

    def __init__(self, fact: _F) -> None:
        self.fact = fact
        self._further = list(fact.further_evidence)

    def join(self, other: _F) -> bool:
        """Take up another telling, if it does not contradict."""
        both = _join(self.fact, other)
        if both is None:
            return False
        self.fact = both
        self._further += [other.evidence, *other.further_evidence]
        return True

    def told(self) -> _F:
        """The fact with all evidence, each place once."""
        if not self._further:
            return self.fact
        first = self.fact.evidence.span
        further = tuple(e for e in dict.fromkeys(self._further) if e.span != first)
        if further == self.fact.further_evidence:
            return self.fact
        return attrs.evolve(self.fact, further_evidence=further)


def _join(one: _F, other: _F) -> _F | None:
    """Both tellings as one fact with the evidence of the first; ``None`` where they contradict each other."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(one)):
        if field.name in ("evidence", "further_evidence"):
            continue
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        changes[field.name] = _better(field.name, mine, theirs)
    if isinstance(one, StateVisit) and isinstance(other, StateVisit):
        changes["date"] = _journey(one.date, other.date) or changes["date"]
    try:
        return attrs.evolve(one, **changes)
    except InvalidValueError:
        return None


def _journey(one: Period | None, other: Period | None) -> Period | None:
    """The days from the first to the last told of one journey, where two tellings date different ones."""
    if one is None or other is None or one.overlaps(other):
        return None
    days = [day for day in (one.first, one.last, other.first, other.last) if day is not None]
    return Period.between(Period.day(min(days)), Period.day(max(days))) if days else None


def _better(name: str, mine: object, theirs: object) -> object:
    """The fuller of two values of a field."""
    if mine in (None, ()) or mine is VisitRank.UNSPECIFIED:
        return theirs if theirs not in (None, ()) else mine
    if isinstance(mine, Period) and isinstance(theirs, Period):
        return _finer(mine, theirs)
    if name == "status":
        return _later(mine, theirs)
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        return _fuller(name, mine, theirs)
    if name == "kind" and mine is MeetingKind.TALKS:
        return theirs
    return mine


def _fuller(name: str, mine: tuple[object, ...], theirs: tuple[object, ...]) -> tuple[object, ...]:
    """The longer list of two; of those who take part, all."""
    if set(mine) < set(theirs):
        return theirs
    return (*mine, *(each for each in theirs if each not in mine)) if name in _UNITED else mine


def _finer(mine: Period, theirs: Period) -> Period:
    """An interval of days before its one end; else the shorter period."""
    if mine.contains(theirs):
        return mine if _by_days(mine) else theirs
    return theirs if theirs.contains(mine) and _by_days(theirs) else mine


def _by_days(period: Period) -> bool:
    return period.start is not None and period.start.day is not None


def _later(mine: object, theirs: object) -> object:
    """The status that came last: what has happened before what was planned."""
    if isinstance(mine, AgreementStatus) and isinstance(theirs, AgreementStatus):
        ahead = (AgreementStatus.PLANNED, AgreementStatus.NEGOTIATING)
        return theirs if mine in ahead else mine
    if mine in (VisitStatus.PLANNED, MeetingStatus.PLANNED):
        return theirs
    return mine


# -- when two tellings are of one thing -----------------------------------------------------------


def _compatible(one: Period | None, other: Period | None, published: date | None) -> bool:
    """Whether two dates can be of one event; an untold date is one near publication."""
    if one is None and other is None:
        return True
    if one is None or other is None:
        return _current(one or other, published)
    return one.overlaps(other)


def _current(period: Period | None, published: date | None) -> bool:
    if period is None or published is None or period.first is None or period.last is None:
        return True
    return period.first - _NEAR <= published <= period.last + _NEAR


def _same_person(one: Person | None, other: Person | None) -> bool:
    return one is None or other is None or one.name == other.name


def _same_visit(one: StateVisit, other: StateVisit, published: date | None) -> bool:
    if one.host_country != other.host_country or one.guest_country != other.guest_country:
        return False
    if not _same_person(one.guest, other.guest):
        return False
    if not _compatible(one.date, other.date, published):
        return _one_journey(one, other)
    if one.status is other.status:
        return True
    both_dated = one.date is not None and other.date is not None
    statuses = {one.status, other.status}
    return statuses == _CALLED_OFF or (statuses <= set(_SURE) and both_dated)


def _one_journey(one: StateVisit, other: StateVisit) -> bool:
    """Whether two days are of one journey of a person to a town or state: one follows soon on the other."""
    if one.guest is None or other.guest is None or one.date is None or other.date is None:
        return False
    if not {one.status, other.status} <= set(_SURE) or not (_by_days(one.date) and _by_days(other.date)):
        return False
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    ends = (one.date.first, one.date.last, other.date.first, other.date.last)
    days = [day for day in ends if day is not None]
    return len(days) == len(ends) and max(days) - min(days) <= _STAY


def _same_meeting(one: Meeting, other: Meeting, published: date | None) -> bool:
    if not _compatible(one.date, other.date, published) or not _same_kind(one, other):
        return False
    if one.status is not other.status and one.date != other.date:
        return False
    return _same_sides(one, other) or _same_gathering(one, other)


def _same_kind(one: Meeting, other: Meeting) -> bool:
    """Whether "talks" can be what the other telling calls a summit or a session."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return True
    if MeetingKind.TALKS not in kinds or kinds & _APART:
        return False
    if max(len(one.participants), len(other.participants)) > _TWO:  # talks of two beside a summit of many
        return {*one.participants} == {*other.participants}
    return MeetingKind.SESSION not in kinds or bool(one.participants and other.participants)


def _same_gathering(one: Meeting, other: Meeting) -> bool:
    """Whether both tell of a summit or forum of many, of which each names some."""
    if one.kind is not other.kind or one.kind not in _OF_MANY or one.date is None or other.date is None:
        return False
    return one.place is not None and one.place == other.place


def _same_sides(one: Meeting, other: Meeting) -> bool:
    mine = {person.name for person in one.participants}
    theirs = {person.name for person in other.participants}
    if mine and theirs:
        return mine <= theirs or theirs <= mine
    return set(one.countries) == set(other.countries)


def _same_agreement(one: Agreement, other: Agreement, published: date | None) -> bool:
    del published
    if one.kind is not other.kind or set(one.parties) != set(other.parties):
        return False
    if one.date is not None and other.date is not None and not one.date.overlaps(other.date):
        return False
    if one.subject is None or other.subject is None:
        return False
    return alike(one.subject, other.subject) >= _ALIKE


def _same_indicator(one: EconomicIndicator, other: EconomicIndicator, published: date | None) -> bool:
    del published
    if one.amount != other.amount or one.measure is not other.measure or one.basis is not other.basis:
        return False
    return (one.period is None or other.period is None or one.period == other.period) and set(
        one.countries
    ) == set(other.countries)


def _same_statement(one: Statement, other: Statement, published: date | None) -> bool:
    del published
    return one.content == other.content and _same_person(one.speaker, other.speaker)


def _same_plan(one: Plan, other: Plan, published: date | None) -> bool:
    del published
    return set(one.countries) == set(other.countries) and alike(one.action, other.action) >= _ALIKE


def _same_mission(one: DiplomaticMission, other: DiplomaticMission, published: date | None) -> bool:
    del published
    closed = MissionStatus.CLOSED
    if one.kind is not other.kind or one.sending != other.sending:
        return False
    if (one.status is closed) is not (other.status is closed):
        return False
    return one.receiving == other.receiving and (
        one.place is None or other.place is None or one.place.name == other.place.name
    )


def _sides(meeting: Meeting) -> list[object]:
    return [frozenset(meeting.countries), *(person.name for person in meeting.participants)]


_RULES: dict[type[Fact], tuple[Callable[..., bool], Callable[..., Sequence[object]]]] = {
    StateVisit: (_same_visit, lambda fact: [(fact.host_country, fact.guest_country)]),
    Meeting: (_same_meeting, _sides),
    Agreement: (_same_agreement, lambda fact: [(fact.kind, frozenset(fact.parties))]),
    EconomicIndicator: (_same_indicator, lambda fact: [(fact.amount, fact.measure)]),
    Statement: (_same_statement, lambda fact: [fact.content]),
    Plan: (_same_plan, lambda fact: [frozenset(fact.countries)]),
    DiplomaticMission: (_same_mission, lambda fact: [(fact.kind, fact.sending, fact.receiving)]),
}
"""By type of fact: when two tellings are of one thing, and keys of which they share at least one then."""


def alike(one: str, other: str) -> float:
    """How many words two texts share, from 0 to 1, inflection left aside (the first six letters count)."""
    mine, theirs = _stems(one), _stems(other)
    common = sum([min(count, theirs[stem]) for stem, count in mine.items() if stem in theirs])
    total = sum(mine.values()) + sum(theirs.values())
    return 2 * common / total if total else 0.0


@lru_cache(maxsize=256)
def _stems(text: str) -> Counter[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return Counter(word[:_STEM] for word in words if len(word) > 2)  # noqa: PLR2004
