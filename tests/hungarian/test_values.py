"""Dates and amounts together, and the work that long texts take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bilateral.errors import DataFileError
from bilateral.hungarian import figures
from bilateral.hungarian.atoms import atomise
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tokens import tokenize
from bilateral.hungarian.value_words import value_words
from bilateral.hungarian.values import find_values
from tests.hungarian.golden_values import cases, values

TODAY = date(2025, 11, 12)


def test_no_amount_is_read_from_a_date() -> None:
    found = values("2025. november 12., 20 millió euró; május 3-án 5 százalék.", "2025-11-12")
    assert [amount.amount.plain for amount in found.amounts] == ["20000000", "5"]
    assert [str(period.period) for period in found.periods] == ["2025-11-12", "2025-05-03"]


def test_a_year_before_a_unit_is_a_quantity() -> None:
    found = values("2000 megawatt és 2024 vállalat, de 2024-ben 12.", "2025-11-12")
    assert [amount.amount.unit for amount in found.amounts] == ["megawatt", "company"]
    assert [str(period.period) for period in found.periods] == ["2024"]


def test_offsets_hold_in_damaged_and_decomposed_text() -> None:
    text = "A 2­7,8 millia\u0301rd dolla\u0301rt ma\u0301rcius 5-e\u0301n utalták."
    found = find_values(tokenize(text), None, TODAY)
    edges = [(item.start, item.end) for item in found.amounts]
    edges += [(item.start, item.end) for item in found.periods]
    assert all(0 <= start < end <= len(text) for start, end in edges)
    assert [str(period.period) for period in found.periods] == ["2025-03-05"]


def test_finding_twice_gives_the_same() -> None:
    text = " ".join(case["text"] for case in [*cases("periods.tsv"), *cases("amounts.tsv")])
    first, second = values(text, "2025-11-12"), values(text, "2025-11-12")
    shown = [[(item.start, item.end) for part in found for item in part] for found in (first, second)]
    assert shown[0] == shown[1]
    assert len(shown[0]) > 200


def counter(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """The number of atoms that the number grammar looks at in a text."""
    looked = 0
    at = figures._at  # noqa: SLF001 - the one place through which every look goes

    def counting(atoms: object, index: int) -> object:
        nonlocal looked
        looked += 1
        return at(atoms, index)  # type: ignore[arg-type]

    monkeypatch.setattr(figures, "_at", counting)

    def count(text: str) -> int:
        nonlocal looked
        looked = 0
        find_values(tokenize(text), None, TODAY)
        return looked

    return count


@pytest.mark.parametrize(
    "unit",
    [
        "111 ",
        "1.111.",
        "ezer ",
        "egy milliárd ",
        "5-",
        "2025. november ",
        "két és ",
        "hétfő–",
        "több mint ",
        "1 0",
    ],
)
def test_the_work_grows_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = counter(monkeypatch)
    assert count(unit * 800) <= 2.1 * count(unit * 400) + 100


@pytest.mark.parametrize(
    "text", ["9" * 5000, "9" * 29 + " euró", "1," + "0" * 40 + " euró", "-" * 3000, "%" * 500]
)
def test_absurd_figures_are_no_amounts(text: str) -> None:
    found = find_values(tokenize(text), None, TODAY)
    assert found.periods == []
    assert all(amount.amount.value.is_finite() for amount in found.amounts)


def test_function_words_are_sorted_and_their_roles_known() -> None:
    rows = [tuple(row.values()) for row in read_table("value_words.tsv", ("role", "form", "source"))]
    assert rows == sorted(set(rows))
    assert "és" in value_words("and")
    with pytest.raises(DataFileError, match="no_such_role"):
        value_words("no_such_role")


def test_atoms_know_their_place() -> None:
    text = "A 2025.11.12-én 50%-kal (−3,5) nőtt."
    tokens = tokenize(text)
    atoms = atomise(tokens)
    for index, (atom, place) in enumerate(zip(atoms, atoms.places, strict=True)):
        start, end = atoms.start(index), atoms.end(index)
        assert text[start:end].lower() in (atom.fold, "−")
        assert tokens[place].start <= start < end <= tokens[place].end
