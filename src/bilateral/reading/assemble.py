"""From what the readers found to the article: one thing told once, completed, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import attrs

from bilateral.model.article import Article, Mention
from bilateral.model.facts import Agreement, AnyFact, Fact, Meeting, Party, StateVisit
from bilateral.model.kinds import AgreementKind, AgreementStatus, MeetingKind, MeetingStatus, VisitStatus
from bilateral.model.values import Period
from bilateral.model.world import Country, Organization, Place
from bilateral.reading import mentions as naming
from bilateral.reading.document import Document
from bilateral.reading.merging import merged
from bilateral.reading.referents import MentionKind

_PAIR = 2
_REMOTE = (MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL)
_WEEKS = timedelta(days=31)
_DONE = (AgreementStatus.SIGNED, AgreementStatus.AGREED)
_SAME_STATUS = {
    VisitStatus.ACTUAL: MeetingStatus.ACTUAL,
    VisitStatus.PLANNED: MeetingStatus.PLANNED,
    VisitStatus.CANCELLED: MeetingStatus.CANCELLED,
}


def article(document: Document, found: Iterable[Sequence[AnyFact]], published: date | None) -> Article:
    """The article with its facts merged, completed and ordered.

    Args:
        document: the article's stages.
        found: what each reader found.
        published: the day that the caller gave, for texts that tell none.
    """
    lists = [merged(facts, document.published) for facts in found]
    meetings = [fact for facts in lists for fact in facts if isinstance(fact, Meeting)]
    lists = [[_placed(fact, meetings) for fact in facts] for facts in lists]
    visits = [fact for facts in lists for fact in facts if isinstance(fact, StateVisit)]
    completed = [_completed(fact, visits) for one in lists for fact in one]
    facts = _same_occasion(completed, document.published)
    countries = naming.article_countries(document.mentions)
    layout = document.layout
    return Article(
        text=document.text,
        published=layout.published if layout.published is not None else published,
        section=layout.section,
        headline=layout.headline,
        agency=layout.agency,
        header=layout.header,
        people=[document.person(record.index) for record in document.people],
        countries=[Country(code) for code in countries],
        dyad=(Country(countries[0]), Country(countries[1])) if len(countries) >= _PAIR else None,
        mentions=list(_mentions(document)),
        facts=sorted(facts, key=_place),
        notes=_notes(document),
    )


def _place(fact: Fact) -> tuple[int, int]:
    return fact.evidence.span.start, fact.evidence.span.end


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


def _completed(fact: AnyFact, visits: Sequence[StateVisit]) -> AnyFact:
    """A meeting on a visit takes the visit's town, and its day where the visit lasts one day."""
    if not isinstance(fact, Meeting) or fact.kind in _REMOTE:
        return fact
    visit = next((visit for visit in visits if _on(visit, fact)), None)
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
            else:
                fact = attrs.evolve(fact, date=fact.date or dates.get(parties))  # noqa: PLW2901
        done.append(fact)
    return done


def _is_news(period: Period, published: date | None) -> bool:
    """Whether a date lies in the weeks before publication."""
    last = period.last
    return last is not None and published is not None and published - _WEEKS <= last <= published


def _on(visit: StateVisit, meeting: Meeting) -> bool:
    """Whether the meeting can have been part of the visit."""
    if _SAME_STATUS.get(visit.status) is not meeting.status or visit.guest not in meeting.participants:
        return False
    if visit.host_country not in meeting.countries:
        return False
    return meeting.date is None or visit.date is None or visit.date.overlaps(meeting.date)


def _mentions(document: Document) -> Iterable[Mention]:
    for mention in document.mentions:
        span = document.span(mention.first, mention.last)
        if mention.person >= 0:
            yield Mention(span=span, entity=document.person(mention.person))
        elif mention.kind is MentionKind.COUNTRY or mention.kind is MentionKind.NATIONALITY:
            for code in mention.countries:
                yield Mention(span=span, entity=Country(code))
        elif mention.kind is MentionKind.PLACE and mention.name and not mention.adjectival:
            yield Mention(span=span, entity=Place(name=mention.name, country=_first(mention.countries)))
        elif mention.kind is MentionKind.ORGANIZATION and mention.name:
            yield Mention(
                span=span, entity=Organization(name=mention.name, country=_first(mention.countries))
            )


def _first(codes: Sequence[str]) -> Country | None:
    return Country(codes[0]) if codes else None


def _notes(document: Document) -> list[str]:
    """What stays open: dates that nothing resolves."""
    return [
        f"{document.quote(found.first, found.last)!r} at {found.start}: {found.note}"
        for found in document.periods
        if found.note
    ]
