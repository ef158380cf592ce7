"""Amounts: validation, bounds, writing and description."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import InvalidValueError
from bilateral.model.currencies import CURRENCIES
from bilateral.model.kinds import Comparator
from bilateral.model.values import TOLERANCE, Amount

VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=3)


def amount(value: Decimal | int | str, comparator: str = "exactly", unit: str = "USD") -> Amount:
    return Amount(value=value, unit=unit, comparator=Comparator(comparator))


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        ("exactly", "100", "100"),
        ("about", "95", "105"),
        ("nearly", "95", "100"),
        ("more_than", "100", None),
        ("at_least", "100", None),
        ("at_most", None, "100"),
        ("less_than", None, "100"),
    ],
)
def test_bounds(comparator: str, low: str | None, high: str | None) -> None:
    assert amount(100, comparator).bounds() == (low and Decimal(low), high and Decimal(high))


def test_bounds_of_a_fall() -> None:
    assert amount(-100, "nearly").bounds() == (Decimal(-100), Decimal(-95))
    assert amount(-100, "about").bounds() == (Decimal(-105), Decimal(-95))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("27.8e9", "27800000000"),
        ("0.50", "0.5"),
        ("1500000", "1500000"),
        ("-59e9", "-59000000000"),
        ("0", "0"),
        ("-0.0", "0"),
        ("100", "100"),
        ("0.000001", "0.000001"),
    ],
)
def test_plain(value: str, plain: str) -> None:
    assert amount(value).plain == plain


@pytest.mark.parametrize(
    "value", [1.5, True, None, "27,8", "", "NaN", "Infinity", b"1", "1e999999999", "-1e1001", "1e-1001"]
)
def test_wrong_values_are_refused(value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Amount(value=value, unit="USD")  # type: ignore[arg-type]
    assert caught.value.field == "Amount.value"


@pytest.mark.parametrize(
    "unit", ["ABC", "usd!", "Percent", "", "cubic metre", "_x", "x_", "USDX", "köb", 3, None]
)
def test_wrong_units_are_refused(unit: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Amount(value=1, unit=unit)  # type: ignore[arg-type]
    assert caught.value.field == "Amount.unit"


def test_a_comparator_may_be_its_string() -> None:
    assert Amount(value=1, unit="percent", comparator="about").comparator is Comparator.ABOUT
    with pytest.raises(ValueError, match="roughly"):
        Amount(value=1, unit="percent", comparator="roughly")


def test_money() -> None:
    assert amount(1).is_money
    assert not amount(1, unit="percent").is_money
    assert not amount(1, unit="cubic_metre").is_money


def test_currencies_are_those_of_cldr() -> None:
    assert frozenset(get_global("all_currencies")) == CURRENCIES


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "hungarian", "english"),
    [
        ("27800000000", "USD", "exactly", "27 800 000 000 USA-dollár", "27,800,000,000 US dollars"),
        ("0.5", "percent", "nearly", "≲ 0,5%", "≲ 0.5%"),
        ("9.25", "cubic_metre", "about", "≈ 9,25 köbméter", "≈ 9.25 cubic meters"),
        ("2", "times", "more_than", "> 2×", "> 2×"),
        ("35", "company", "at_least", "≥ 35 company", "≥ 35 company"),
        ("3", "percentage_point", "at_most", "≤ 3 percentage point", "≤ 3 percentage point"),
        ("7", "tonne", "less_than", "< 7 metrikus tonna", "< 7 metric tons"),
    ],
)
def test_description(value: str, unit: str, comparator: str, hungarian: str, english: str) -> None:
    found = amount(value, comparator, unit)
    assert found.describe().replace("\xa0", " ") == hungarian
    assert found.describe("en") == english


def test_text() -> None:
    assert str(amount("27.8e9", "nearly")) == "≲ 27800000000 USD"


def test_equal_values_are_equal_amounts() -> None:
    assert amount("0.70") == amount("0.7")
    assert len({amount("0.70"), amount("0.7")}) == 1


@given(VALUES, st.sampled_from(Comparator))
def test_the_figure_lies_within_its_bounds(value: Decimal, comparator: Comparator) -> None:
    low, high = Amount(value=value, unit="USD", comparator=comparator).bounds()
    assert low is None or low <= value
    assert high is None or value <= high
    if low is not None and high is not None:
        assert high - low <= 2 * abs(value) * TOLERANCE


@given(VALUES)
def test_plain_is_the_value(value: Decimal) -> None:
    plain = amount(value).plain
    assert Decimal(plain) == value
    assert "e" not in plain.lower()
