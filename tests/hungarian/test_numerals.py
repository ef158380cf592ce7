"""Numbers in words, digits and mixtures: the golden table, exhaustive words, and any text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.atoms import atomise
from bilateral.hungarian.figures import FoundNumber, read_number
from bilateral.hungarian.numerals import NumeralKind, parse_word
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tokens import tokenize
from tests.hungarian.golden_values import NOTHING, cases

GOLDEN = cases("numerals.tsv")
ONES = ["", "egy", "kettő", "három", "négy", "öt", "hat", "hét", "nyolc", "kilenc"]
TENS = ["", "tizen", "huszon", "harminc", "negyven", "ötven", "hatvan", "hetven", "nyolcvan", "kilencven"]
ROUND = {10: "tíz", 20: "húsz"}


def numbers(text: str) -> list[FoundNumber]:
    atoms, found, index = atomise(tokenize(text)), [], 0
    while index < len(atoms):
        number = read_number(atoms, index)
        found += [number] if number else []
        index = number.last if number else index + 1
    return found


def shown(text: str) -> str:
    return ", ".join(map(_number, numbers(text))) or NOTHING


def _number(number: FoundNumber) -> str:
    high = f"..{_plain(number.high)}" if number.high is not None else ""
    kind = "" if number.kind is NumeralKind.CARDINAL else f" {number.kind}"
    return f"{_plain(number.value)}{high}{kind}"


def _plain(value: Decimal) -> str:
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def spelled(value: int) -> str:
    """A cardinal below a million as the rules of orthography spell it."""
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        head = ("" if thousands == 1 else spelled(thousands).removesuffix("kettő")) + (
            "két" if spelled(thousands).endswith("kettő") and thousands != 1 else ""
        )
        hyphen = "-" if rest and value > 2000 else ""
        return f"{head}ezer{hyphen}{spelled(rest) if rest else ''}"
    hundreds, rest = divmod(value, 100)
    head = {0: "", 1: "száz", 2: "kétszáz"}.get(hundreds, f"{ONES[hundreds]}száz")
    return head + (ROUND.get(rest) or TENS[rest // 10] + ONES[rest % 10])


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"])
def test_golden(case: dict[str, str]) -> None:
    assert shown(case["text"]) == case["numbers"]


@given(st.integers(1, 999_999))
def test_every_cardinal_is_read(value: int) -> None:
    assert [number.value for number in numbers(spelled(value))] == [value]


@given(st.integers(0, 10**15), st.sampled_from([" ", "\xa0", "\u202f", "."]))
def test_grouped_digits_are_read(value: int, mark: str) -> None:
    assert [number.value for number in numbers(f"{value:,}".replace(",", mark))] == [value]


@pytest.mark.parametrize(
    ("word", "case", "adjective"),
    [
        ("ötezret", "Acc", ""),
        ("milliárddal", "Ins", ""),
        ("hússzal", "Ins", ""),
        ("eggyel", "Ins", ""),
        ("százezerre", "Sbl", ""),
        ("tízezren", "Sup", ""),
        ("tízmilliós", "Nom", "s"),
        ("ötmilliárdosat", "Acc", "s"),
        ("milliárdnyi", "Nom", "nyi"),
        ("ezerkétszázból", "Ela", ""),
    ],
)
def test_ending(word: str, case: str, adjective: str) -> None:
    found = parse_word(word)
    assert found is not None
    assert (found.ending.case, found.ending.adjective, found.tail) == (case, adjective, "")


@pytest.mark.parametrize(
    ("word", "value", "tail"),
    [("kétnapos", 2, "napos"), ("százméteres", 100, "méteres"), ("hatalom", 6, "alom")],
)
def test_what_follows_a_numeral_in_the_same_word_is_told(word: str, value: int, tail: str) -> None:
    found = parse_word(word)
    assert found is not None
    assert (int(found.value), found.tail) == (value, tail)


def test_every_stop_word_is_no_numeral() -> None:
    for row in read_table("numerals.tsv", ("form", "kind", "value", "source")):
        if row["kind"] == "stop":
            assert parse_word(row["form"]) is None


def test_the_table_is_sorted_without_doubles() -> None:
    rows = [
        (row["kind"], row["form"]) for row in read_table("numerals.tsv", ("form", "kind", "value", "source"))
    ]
    assert rows == sorted(set(rows))


@given(st.text(alphabet="0123456789 .,-–−ezrmilódháfélső", max_size=50))
def test_any_text_is_read(text: str) -> None:
    for number in numbers(text):
        assert number.first < number.last
        assert number.high is None or number.high > number.value
