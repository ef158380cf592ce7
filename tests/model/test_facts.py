from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from bilateral.errors import InvalidValueError
from bilateral.model.facts import (
    FACT_TYPES,
    Agreement,
    AnyFact,
    DiplomaticMission,
    EconomicIndicator,
    Fact,
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
    MissionKind,
    MissionStatus,
    VisitRank,
)
from bilateral.model.text import UNSOURCED, Evidence, Span
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country, Organization, Person
from tests.strategies import facts

HU, PL = Country("HU"), Country("PL")
ANNA = Person(name="Kovács Anna")


# -- what can be built --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        (StateVisit, {"host_country": "HU"}, "StateVisit.host_country: got 'HU', expected Country"),
        (
            StateVisit,
            {"host_country": HU, "rank": "state"},
            "StateVisit.rank: got 'state', expected VisitRank",
        ),
        (
            StateVisit,
            {"host_country": HU, "guest": "Anna"},
            "StateVisit.guest: got 'Anna', expected Person or None",
        ),
        (
            StateVisit,
            {"host_country": HU, "date": "2025"},
            "StateVisit.date: got '2025', expected Period or None",
        ),
        (
            StateVisit,
            {"host_country": HU, "guest_country": HU},
            "expected another country than guest_country",
        ),
        (StateVisit, {"host_country": HU, "guest": ANNA, "host": ANNA}, "expected another person than guest"),
        (
            Meeting,
            {"participants": ["Anna"]},
            "Meeting.participants: got ('Anna',), expected a tuple of Person",
        ),
        (Meeting, {"participants": 3}, "Meeting.participants: got 3, expected a tuple of Person"),
        (Meeting, {"countries": [ANNA]}, "expected a tuple of Country"),
        (Plan, {"action": ""}, "Plan.action: got '', expected non-empty text"),
        (Plan, {"action": " \n"}, "Plan.action"),
        (Plan, {"action": "x", "actors": [ANNA]}, "expected a tuple of Country or Organization"),
        (Statement, {"content": " "}, "Statement.content: got ' ', expected non-empty text"),
        (Statement, {"content": None}, "Statement.content: got None, expected non-empty text"),
        (Statement, {"content": "x", "evidence": None}, "Statement.evidence: got None, expected Evidence"),
        (Statement, {"content": "x", "further_evidence": ["y"]}, "expected a tuple of Evidence"),
        (
            DiplomaticMission,
            {"kind": MissionKind.EMBASSY, "status": MissionStatus.OPENED, "sending": HU, "receiving": HU},
            "DiplomaticMission.receiving",
        ),
    ],
)
def test_wrong_values_are_refused(kind: Any, values: dict[str, object], told: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind(**values)
    assert told in str(caught.value)


def test_an_indicator_does_not_flow_home() -> None:
    with pytest.raises(InvalidValueError, match=r"EconomicIndicator\.destination"):
        EconomicIndicator(
            measure=Measure.EXPORTS,
            basis=Basis.LEVEL,
            amount=Amount(value=1, unit="EUR"),
            origin=HU,
            destination=HU,
        )


def test_who_is_named_twice_is_there_once() -> None:
    assert Meeting(participants=[ANNA, ANNA], countries=[HU, PL, HU]).participants == (ANNA,)
    assert Meeting(countries=[HU, PL, HU]).countries == (HU, PL)


def test_facts_are_frozen() -> None:
    visit = StateVisit(host_country=HU)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        visit.rank = VisitRank.STATE  # type: ignore[misc]


@given(facts())
@settings(max_examples=100, deadline=None)
def test_facts_are_values(fact: AnyFact) -> None:
    assert copy.deepcopy(fact) == fact
    assert hash(pickle.loads(pickle.dumps(fact))) == hash(fact)  # noqa: S301 - our own bytes
    assert attrs.evolve(fact) == fact


def test_a_claim_is_the_fact_without_its_evidence() -> None:
    seen = Evidence.at("Budapestre jön.", Span(0, 10), "test", {})
    visit = StateVisit(host_country=HU, evidence=seen, further_evidence=[seen])
    assert visit != StateVisit(host_country=HU)
    assert visit.claim == StateVisit(host_country=HU)
    assert visit.claim.evidence is UNSOURCED
    assert visit.sources == (seen, seen)
    assert visit.claim.sources == ()


def test_the_union_of_facts_is_closed() -> None:
    assert set(AnyFact.__args__) == set(FACT_TYPES) == set(Fact.__subclasses__())


# -- visits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2025-11-11/2025-11-12", 2),
        ("2025-11-12", 1),
        ("2025-02-27/2025-03-01", 3),
        ("2025-11", None),
        ("2025-11/2025-12", None),
        ("2025-11-12/..", None),
        (None, None),
    ],
)
def test_days_of_a_visit(period: str | None, days: int | None) -> None:
    visit = StateVisit(host_country=HU, date=Period.parse(period) if period else None)
    assert visit.days == days
    assert visit.period == visit.date


# -- agreements -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "dated", "until", "day", "binds"),
    [
        ("signed", "2025-11-12", None, "2025-11-11", False),
        ("signed", "2025-11-12", None, "2025-11-13", None),
        ("signed", "2025-11-12", "2030", "2030-12-31", None),
        ("signed", "2025-11-12", "2030", "2031-01-01", False),
        ("signed", None, None, "2025-11-12", None),
        ("ratified", "2025-11-12", None, "2025-11-11", False),
        ("negotiating", "2025-11-12", None, "2025-11-11", False),
        ("planned", "2025-12", None, "2025-12-15", None),
        ("in_force", "2025-11-12", None, "2025-11-12", True),
        ("in_force", "2025-11-12", None, "2025-11-11", None),
        ("in_force", "2025-11", None, "2025-11-12", None),
        ("in_force", "2025-11", None, "2025-12-01", True),
        ("in_force", "2025", "2026", "2027-01-01", False),
        ("in_force", None, None, "2025-11-12", None),
        ("extended", "2025-11-12", "2030-06", "2030-06-30", True),
        ("extended", "2025-11-12", "2030-06", "2030-07-01", False),
        ("extended", "2025-11-12", "2030/..", "2040-07-01", True),
        ("terminated", "2025-11-12", None, "2025-11-12", False),
        ("terminated", "2025-11-12", None, "2025-11-11", None),
        ("suspended", "2025-11-12", None, "2026-11-11", False),
        ("rejected", None, None, "2025-11-12", False),
    ],
)
def test_when_an_agreement_binds(
    status: str,
    dated: str | None,
    until: str | None,
    day: str,
    binds: bool | None,  # noqa: FBT001 - a column
) -> None:
    agreement = Agreement(
        kind=AgreementKind.TREATY,
        status=AgreementStatus(status),
        date=Period.parse(dated) if dated else None,
        valid_until=Period.parse(until) if until else None,
    )
    assert agreement.in_force_on(date.fromisoformat(day)) is binds


@pytest.mark.parametrize("status", AgreementStatus)
def test_every_status_says_when_it_binds(status: AgreementStatus) -> None:
    agreement = Agreement(kind=AgreementKind.TREATY, status=status, date=Period.parse("2025"))
    answers = {agreement.in_force_on(date(year, 6, 1)) for year in (2020, 2025, 2030)}
    assert False in answers or True in answers


# -- indicators -----------------------------------------------------------------------------------


def indicator(
    basis: Basis,
    value: str,
    unit: str,
    comparator: str = "exactly",
    *,
    measure: Measure = Measure.TRADE_TURNOVER,
) -> EconomicIndicator:
    amount = Amount(value=value, unit=unit, comparator=Comparator(comparator))
    return EconomicIndicator(measure=measure, basis=basis, amount=amount)


@pytest.mark.parametrize(
    ("change", "level", "before"),
    [
        (("50", "percent"), ("27800000000", "USD"), ("18533333333.3", "USD", "exactly")),
        (("25", "percent"), ("100", "USD"), ("80", "USD", "exactly")),
        (("-20", "percent"), ("80", "USD"), ("100", "USD", "exactly")),
        (("2", "times"), ("10", "tonne"), ("5", "tonne", "exactly")),
        (("300", "USD"), ("1000", "USD"), ("700", "USD", "exactly")),
        (("-300", "USD"), ("1000", "USD"), ("1300", "USD", "exactly")),
        (("5", "percentage_point"), ("20", "percent"), ("15", "percent", "exactly")),
        (("50", "percent"), ("30", "percent"), ("20", "percent", "exactly")),
        (("25", "percent", "more_than"), ("100", "USD"), ("80", "USD", "less_than")),
        (("25", "percent", "at_most"), ("100", "USD"), ("80", "USD", "at_least")),
        (("25", "percent"), ("100", "USD", "more_than"), ("80", "USD", "more_than")),
        (("25", "percent", "less_than"), ("100", "USD", "more_than"), ("80", "USD", "more_than")),
        (("25", "percent", "more_than"), ("100", "USD", "more_than"), ("80", "USD", "about")),
        (("25", "percent", "nearly"), ("100", "USD"), ("80", "USD", "about")),
        (("25", "percent"), ("100", "USD", "nearly"), ("80", "USD", "nearly")),
        (("-100", "percent"), ("5", "USD"), None),
        (("0", "times"), ("5", "USD"), None),
        (("-2", "times"), ("5", "USD"), None),
        (("5", "EUR"), ("5", "USD"), None),
        (("5", "percentage_point"), ("5", "USD"), None),
    ],
)
def test_the_level_before_a_change(
    change: tuple[str, ...], level: tuple[str, ...], before: tuple[str, str, str] | None
) -> None:
    grown, reached = indicator(Basis.CHANGE, *change), indicator(Basis.LEVEL, *level)
    expected = None
    if before:
        expected = Amount(value=before[0], unit=before[1], comparator=Comparator(before[2]))
    assert grown.implied_previous(reached) == expected
    assert grown.implied_previous(reached.amount) == expected
    assert reached.implied_previous(grown) == expected


def test_figures_that_do_not_belong_together_imply_nothing() -> None:
    change, level = indicator(Basis.CHANGE, "5", "percent"), indicator(Basis.LEVEL, "5", "USD")
    share = indicator(Basis.SHARE, "5", "percent")
    exports = indicator(Basis.LEVEL, "5", "USD", measure=Measure.EXPORTS)
    assert change.implied_previous(exports) is None
    assert change.implied_previous(change) is None
    assert level.implied_previous(level) is None
    assert level.implied_previous(level.amount) is None
    assert share.implied_previous(level) is None


def test_parties_may_be_organisations() -> None:
    nato = Organization(name="NATO")
    plan = Plan(actors=[HU, nato], action="közös gyakorlatot tart")
    assert plan.actors == (HU, nato)
