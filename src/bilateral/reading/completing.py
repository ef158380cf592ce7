"""What facts take from each other: a meeting its town from the visit, a document its day from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from bilateral.model.facts import Agreement, AnyFact, Meeting, Party, StateVisit
from bilateral.model.kinds import (
    AgreementKind,
    AgreementStatus,
    MeetingKind,
    MeetingStatus,
    Office,
    VisitStatus,
)
from bilateral.model.values import Period
from bilateral.model.world import Person
from bilateral.reading.drafting import acted_for_state

_REMOTE = (MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL)
_PRIVATE = (None, Office.OTHER, Office.EXECUTIVE)
_WEEKS = timedelta(days=31)
_DONE = (AgreementStatus.SIGNED, AgreementStatus.AGREED)
_SAME_STATUS = {
    VisitStatus.ACTUAL: MeetingStatus.ACTUAL,
    VisitStatus.PLANNED: MeetingStatus.PLANNED,
    VisitStatus.CANCELLED: MeetingStatus.CANCELLED,
}
_AS_VISIT = {
    MeetingStatus.ACTUAL: VisitStatus.ACTUAL,
    MeetingStatus.PLANNED: VisitStatus.PLANNED,
}
_MET_ABROAD = "visits.met_abroad"


def completed(facts: Sequence[AnyFact], published: date | None) -> list[AnyFact]:
    """The merged facts of an article with what others of them tell about the same occasion.

    Args:
        facts: the facts, each thing told once.
        published: the day of publication, by which a journey or a document counts as news.
    """
    meetings = [fact for fact in facts if isinstance(fact, Meeting)]
    placed = [_placed(fact, meetings) for fact in facts]
    visits = [fact for fact in placed if isinstance(fact, StateVisit)]
    known = [_on_visit(fact, visits, published) for fact in placed]
    for meeting in [fact for fact in known if isinstance(fact, Meeting)]:
        further = list(_met_abroad(meeting, visits))
        visits += further
        known += further
    return _same_occasion(known, published)


def _placed(fact: AnyFact, meetings: Sequence[Meeting]) -> AnyFact:
    """A visit whose town is not told takes that of the meetings on it, if it is one."""
    if not isinstance(fact, StateVisit) or fact.place is not None:
        return fact
    towns = {
        meeting.place
        for meeting in meetings
        if meeting.place is not None and meeting.place.country == fact.host_country and _on(fact, meeting)
    }
    return attrs.evolve(fact, place=next(iter(towns))) if len(towns) == 1 else fact


def _on_visit(fact: AnyFact, visits: Sequence[StateVisit], published: date | None) -> AnyFact:
    """A meeting on a visit takes the visit's town, and its day where the visit lasts one day."""
    if not isinstance(fact, Meeting) or fact.kind in _REMOTE:
        return fact
    visit = next((visit for visit in visits if _on(visit, fact)), None) or _stay(fact, visits, published)
    if visit is None:
        return fact
    place = fact.place or visit.place
    date_ = fact.date or (visit.date if visit.days == 1 else None)
    return attrs.evolve(fact, place=place, date=date_)


def _same_occasion(facts: Sequence[AnyFact], published: date | None) -> list[AnyFact]:
    """Documents signed without a date take that of the last one of the same parties, if it is news."""
    dates: dict[frozenset[Party], Period] = {}
    done: list[AnyFact] = []
    for fact in facts:
        if (
            isinstance(fact, Agreement)
            and fact.status in _DONE
            and fact.kind is not AgreementKind.UNDERSTANDING
        ):
            parties = frozenset(fact.parties)
            if fact.date is not None and _is_news(fact.date, published):
                dates[parties] = fact.date
            elif fact.date is None and parties in dates:
                fact = attrs.evolve(fact, date=dates[parties])  # noqa: PLW2901
        done.append(fact)
    return done


def _is_news(period: Period, published: date | None) -> bool:
    """Whether a date lies in the weeks before publication."""
    last = period.last
    return last is not None and published is not None and published - _WEEKS <= last <= published


def _stay(meeting: Meeting, visits: Sequence[StateVisit], published: date | None) -> StateVisit | None:
    """The journey, told before, on which somebody met others, too, who are not at home there.

    Only a meeting that tells neither day nor town is taken to belong to the one journey in the news.
    """
    if meeting.place is not None or meeting.date is not None or meeting.status is not MeetingStatus.ACTUAL:
        return None
    news = [
        visit
        for visit in visits
        if visit.status is VisitStatus.ACTUAL and visit.date is not None and _is_news(visit.date, published)
    ]
    journeys = [visit for visit in news if visit.guest is not None and visit.guest in meeting.participants]
    told_before = [visit for visit in journeys if visit.evidence.span.start < meeting.evidence.span.start]
    return told_before[0] if len(journeys) == len(told_before) == 1 else None


def _met_abroad(meeting: Meeting, visits: Sequence[StateVisit]) -> Iterator[StateVisit]:
    """The visits of those who met in a state that is not their own, where no visit of theirs is told."""
    place = meeting.place
    status = _AS_VISIT.get(meeting.status)
    if place is None or place.country is None or status is None:
        return
    for person in meeting.participants:
        own = person.country
        private = person.office in _PRIVATE and not acted_for_state(person.title)
        if own is None or own == place.country or private or _is_told(person, meeting, visits):
            continue
        yield StateVisit(
            guest=person,
            guest_country=own,
            host_country=place.country,
            status=status,
            place=place,
            date=meeting.date,
            evidence=attrs.evolve(meeting.evidence, rule=_MET_ABROAD),
        )


def _is_told(person: Person, meeting: Meeting, visits: Sequence[StateVisit]) -> bool:
    """Whether a visit of the person to the state of the meeting is told that may be this one."""
    place = meeting.place
    theirs = [visit for visit in visits if visit.guest is not None and visit.guest.name == person.name]
    there = [visit for visit in theirs if place is not None and visit.host_country == place.country]
    return any(
        visit.date is None or meeting.date is None or visit.date.overlaps(meeting.date) for visit in there
    )


def _on(visit: StateVisit, meeting: Meeting) -> bool:
    """Whether the meeting can have been part of the visit."""
    if _SAME_STATUS.get(visit.status) is not meeting.status or visit.guest not in meeting.participants:
        return False
    if visit.host_country not in meeting.countries:
        return False
    return meeting.date is None or visit.date is None or visit.date.overlaps(meeting.date)
