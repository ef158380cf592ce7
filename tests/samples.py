"""One article built by hand, with a fact of several types."""

from __future__ import annotations

from datetime import datetime

from bilateral.model.article import Article, Mention
from bilateral.model.facts import (
    Agreement,
    AnyFact,
    DiplomaticMission,
    EconomicIndicator,
    Meeting,
    Plan,
    Statement,
    StateVisit,
)
from bilateral.model.kinds import (
    AgreementKind,
    AgreementStatus,
    Basis,
    Comparator,
    Measure,
    MeetingKind,
    MissionKind,
    MissionStatus,
    Office,
    SpeechAct,
    Venue,
    VisitRank,
)
from bilateral.model.text import Evidence, Span
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country, Organization, Person, Place

TEXT = (
    "Varsóból érkezett vendég\n\n"
    "Ewa Nowak lengyel elnök kétnapos állami látogatáson járt Budapesten. "
    "A kétoldalú forgalom tavaly meghaladta a 16,5 milliárd eurót. "
    "Vízügyi egyezményt írtak alá."
)
HU, PL = Country("HU"), Country("PL")
NOWAK = Person(name="Ewa Nowak", office=Office.HEAD_OF_STATE, country=PL, title="lengyel elnök")


def span(words: str) -> Span:
    """Where ``words`` stand first in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _evidence(sentence: str, rule: str, **fields: str) -> Evidence:
    return Evidence.at(TEXT, span(sentence), rule, {name: (span(words),) for name, words in fields.items()})


def sample_facts() -> list[AnyFact]:
    return [
        StateVisit(
            guest=NOWAK,
            guest_country=PL,
            host_country=HU,
            rank=VisitRank.STATE,
            place=Place(name="Budapest", country=HU),
            date=Period.parse("2025-11-11/2025-11-12"),
            evidence=_evidence(
                "Ewa Nowak lengyel elnök kétnapos állami látogatáson járt Budapesten.",
                "visits.test",
                guest="Ewa Nowak",
                place="Budapesten",
            ),
        ),
        EconomicIndicator(
            measure=Measure.TRADE_TURNOVER,
            basis=Basis.LEVEL,
            amount=Amount(value="16500000000", unit="EUR", comparator=Comparator.MORE_THAN),
            period=Period.parse("2024"),
            countries=[PL, HU],
            evidence=_evidence(
                "A kétoldalú forgalom tavaly meghaladta a 16,5 milliárd eurót.",
                "indicators.test",
                amount="16,5 milliárd eurót",
            ),
        ),
        Agreement(
            kind=AgreementKind.CONVENTION,
            status=AgreementStatus.SIGNED,
            parties=[PL, Organization(name="Duna Bizottság")],
            signatories=[NOWAK],
            subject="Vízügyi",
            date=Period.parse("2025-11-12"),
            valid_until=Period.parse("2035"),
            evidence=_evidence("Vízügyi egyezményt írtak alá.", "agreements.test", subject="Vízügyi"),
        ),
        Meeting(
            kind=MeetingKind.SUMMIT,
            participants=[NOWAK, Person(name="Kovács Anna")],
            countries=[PL, HU],
            place=Place(name="Budapest"),
            date=Period.parse("2025-11-12"),
        ),
        Statement(
            speaker=NOWAK,
            speaker_country=PL,
            act=SpeechAct.WELCOME,
            content="jó szomszédok vagyunk",
            venue=Venue.PRESS_CONFERENCE,
        ),
        Plan(
            actors=[PL, HU], action="közös hidat építenek", countries=[PL, HU], date=Period.parse("../2030")
        ),
        DiplomaticMission(
            kind=MissionKind.CONSULATE,
            status=MissionStatus.OPENED,
            sending=PL,
            receiving=HU,
            place=Place(name="Pécs"),
        ),
    ]


def sample_article() -> Article:
    return Article(
        text=TEXT,
        published=datetime(2025, 11, 12, 22, 19),  # noqa: DTZ001 - news tells local time
        section="Külföld",
        headline="Varsóból érkezett vendég",
        header={"headline": span("Varsóból érkezett vendég")},
        people=[NOWAK],
        countries=[PL, HU],
        dyad=(PL, HU),
        mentions=[Mention(span=span("Ewa Nowak"), entity=NOWAK), Mention(span=span("lengyel"), entity=PL)],
        facts=sample_facts(),
        notes=["'tavaly' read as 2024"],
    )
