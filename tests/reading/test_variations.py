"""The golden cases: what a reader of Hungarian would write down is what is read, row by row."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from tests.golden_cases import Case, CaseError, case, cases

TABLES = ("visits", "meetings", "agreements", "missions")
FILES = ("variations", *TABLES, "restraint")
SEED_SENTENCES = range(1, 21)


def told() -> list[tuple[str, Case]]:
    return [(table, one) for name in FILES for one in cases(name) for table in one.rows]


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True))


@pytest.mark.parametrize(("table", "one"), told(), ids=lambda part: getattr(part, "text", part)[:60])
def test_reads_what_is_told(table: str, one: Case) -> None:
    assert in_order(one.read(table)) == in_order(one.expected(table))


def test_each_seed_sentence_is_varied_five_times() -> None:
    varied = Counter(one.source for one in cases("variations"))
    assert [number for number in SEED_SENTENCES if varied[number] < 5] == []


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_sentences_that_tell_nothing(name: str) -> None:
    silent = [one for one in cases(name) if one.rows.get(name) == []]
    assert 10 <= len(silent) < len(cases(name)) / 2


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ({"text": "Véget ért."}, "a construction"),
        ({"text": "Véget ért.", "construction": "end"}, "assert something"),
        ({"text": "Véget ért.", "construction": "end", "visits": []}, "rows with the same columns"),
        ({"text": "Véget ért.", "construction": "end", "visits": [{}]}, "rows with the same columns"),
        ({"text": "Véget ért.", "construction": "end", "visits": [{"guests": "X"}]}, "columns of the table"),
        ({"text": "Véget ért.", "construction": "end", "visit": [{"guest": "X"}]}, "unknown keys"),
        ({"text": "Véget ért.", "construction": "end", "absent": ["journeys"]}, "tables under absent"),
    ],
)
def test_a_case_that_cannot_be_meant_is_refused(raw: dict[str, Any], told: str) -> None:
    with pytest.raises(CaseError, match=told):
        case(raw, date(2025, 11, 12))
