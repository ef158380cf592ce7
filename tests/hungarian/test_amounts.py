"""Amounts: the golden table, their parts, their tables, and what holds for any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.amounts import FoundAmount, find_amounts, verb_comparators
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tokens import tokenize
from bilateral.model.currencies import CURRENCIES
from bilateral.model.kinds import Comparator
from bilateral.model.values import Amount
from tests.hungarian.golden_values import NOTHING, cases, shown_amounts, values

GOLDEN = cases("amounts.tsv")
MATERIAL = """
több mint csaknem 27,8 milliárd millió ezer dollár dollárt svájci frank új - zélandi % százalék fele 5 300 400
– −2 $ € és között 57-ről 47 , ( ) egymilliárd hatszorosára USD-t köbméter m3 fél negyed egész tized .
"""
WORDS = st.sampled_from(MATERIAL.split())


def only(text: str) -> FoundAmount:
    [found] = find_amounts(tokenize(text))
    return found


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"])
def test_golden(case: dict[str, str]) -> None:
    assert shown_amounts(case["text"]) == case["found"]


def test_the_golden_table_has_all_sorts_of_cases() -> None:
    found = " ".join(case["found"] for case in GOLDEN)
    assert len(GOLDEN) > 50
    assert sum(case["found"] == NOTHING for case in GOLDEN) >= 7
    assert all(f" {comparator} " in f" {found} " for comparator in Comparator)
    assert all(role in found for role in ("level", "to", "from", "by", "attributive", "possessed", "change"))


@pytest.mark.parametrize(
    ("text", "case", "role"),
    [
        ("27,8 milliárd dollár", "Nom", "level"),
        ("27,8 milliárd dollárt", "Acc", "level"),
        ("27,8 milliárd dollárra", "Sbl", "to"),
        ("27,8 milliárd dollárról", "Del", "from"),
        ("27,8 milliárd dollárral", "Ins", "by"),
        ("27,8 milliárd dolláros", "Nom", "attributive"),
        ("8 százaléka", "Nom", "possessed"),
        ("27,8 milliárd dollárban", "Ine", "other"),
        ("50%-kal", "Ins", "by"),
        ("15 millió EUR-s", "Nom", "attributive"),
    ],
)
def test_role(text: str, case: str, role: str) -> None:
    found = only(text)
    assert (found.case, found.role, found.attributive) == (case, role, role == "attributive")


def test_a_range_has_two_amounts() -> None:
    low, high = only("10-20 százalék").amounts
    assert low == Amount(value=10, unit="percent", comparator=Comparator.AT_LEAST)
    assert high == Amount(value=20, unit="percent", comparator=Comparator.AT_MOST)


def test_the_words_found() -> None:
    tokens = tokenize("Az idén több mint 35 cég nyílt.")
    [found] = find_amounts(tokens)
    assert [token.text for token in tokens[found.first : found.last]] == ["több", "mint", "35", "cég"]
    assert (tokens[found.head].text, found.counted) == ("cég", "cég")
    assert (found.start, found.end) == (18, 24)


def test_adjectives_between_number_and_noun_need_readings() -> None:
    text = "Több mint 35 magyar vállalat nyílt."
    assert find_amounts(tokenize(text)) == []
    assert values(text).amounts[0].counted == "vállalat"


def test_a_number_without_a_unit_can_be_given_one() -> None:
    [numeral] = values("Összesen 12 milliárdot költöttek.").numerals
    found = numeral.of("HUF")
    assert found.borrowed
    assert found.amount == Amount(value=12 * 10**9, unit="HUF")
    assert (numeral.scale, numeral.role) == (Decimal(10**9), "level")


def test_tokens_that_are_dates_begin_no_amount() -> None:
    tokens = tokenize("2024 euró")
    assert find_amounts(tokens, taken={0}) == []
    assert len(find_amounts(tokens)) == 1


def test_verbs_have_comparators() -> None:
    verbs = verb_comparators()
    assert verbs["meghalad"] is Comparator.MORE_THAN
    assert verbs["megközelít"] is Comparator.NEARLY
    assert verbs["elér"] is Comparator.EXACTLY


def test_every_currency_is_read() -> None:
    for row in read_table("currencies.tsv", ("name", "kind", "code", "source")):
        if row["kind"] == "name":
            found = find_amounts(tokenize(f"5 {row['name']}"))
            assert [amount.amount.unit for amount in found] == ([row["code"]] if row["code"] else []), row
        else:
            blank = " " if row["kind"] == "code" else ""
            assert only(f"{row['name']}{blank}5").amount.unit == row["code"]


def test_every_unit_is_read() -> None:
    for row in read_table("units.tsv", ("form", "kind", "unit", "factor", "source")):
        if row["kind"] == "homograph":
            assert find_amounts(tokenize(f"5 {row['form']} kérdés")) == []
            assert len(find_amounts(tokenize(f"5000 {row['form']} kár"))) == 1
            continue
        form = row["form"].replace("°c", "°C")
        found = only(f"5 {form}2" if form == "m" else f"5 {form}")
        if row["form"] == "m":
            assert found.amount.unit == "square_metre"
            continue
        assert found.amount.unit == row["unit"], row
        assert found.amount.value == 5 * Decimal(row["factor"])


def test_every_comparator_is_read() -> None:
    for row in read_table("comparators.tsv", ("form", "position", "comparator", "source")):
        text = {
            "before": f"{row['form']} 5 tonna",
            "after": f"5 tonna {row['form']}",
            "than": f"5 tonnánál {row['form']}",
            "verb": "",
        }[row["position"]]
        if text:
            assert only(text).amount.comparator == row["comparator"], row
        else:
            assert verb_comparators()[row["form"]] == row["comparator"]


@pytest.mark.parametrize(
    ("name", "key"), [("currencies.tsv", (1, 0)), ("units.tsv", (1, 0)), ("comparators.tsv", (1, 0))]
)
def test_tables_are_sorted_without_doubles(name: str, key: tuple[int, int]) -> None:
    columns = {
        "currencies.tsv": ("name", "kind", "code", "source"),
        "units.tsv": ("form", "kind", "unit", "factor", "source"),
        "comparators.tsv": ("form", "position", "comparator", "source"),
    }[name]
    rows = [tuple(row.values()) for row in read_table(name, columns)]
    keys = [tuple(row[column] for column in key) for row in rows]
    assert keys == sorted(set(keys))
    assert all(row[-1] for row in rows)


def test_codes_are_those_of_iso_4217() -> None:
    assert {"USD", "EUR", "HUF", "KZT", "CNY", "RUB"} <= CURRENCIES
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_are_read_in_order(text: str) -> None:
    starts = [found.start for found in find_amounts(tokenize(text))]
    assert starts == sorted(starts)


@given(st.text(alphabet="0123456789 .,-–%$€ezrmilód", max_size=60))
def test_any_figures_are_read(text: str) -> None:
    for found in find_amounts(tokenize(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.amount.value.is_finite()
