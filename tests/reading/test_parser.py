"""What `parse` accepts and refuses before it reads."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import bilateral
from bilateral import StateVisit
from bilateral.errors import InvalidValueError

TEXT = "Tegnap Rigába látogatott Mikael Lund dán külügyminiszter."


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        ({"text": b"Budapest"}, "parse.text", "bytes"),
        ({"text": None}, "parse.text", "NoneType"),
        ({"text": TEXT, "published": "2025-11-13"}, "parse.published", "2025-11-13"),
        ({"text": TEXT, "published": 20251113}, "parse.published", 20251113),
        ({"text": TEXT, "lexicon": ["Lund"]}, "parse.lexicon", "list"),
    ],
)
def test_refuses_wrong_arguments_by_name(arguments: dict[str, Any], field: str, value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        bilateral.parse(**arguments)
    assert (caught.value.field, caught.value.value) == (field, value)


def test_a_time_of_publication_reads_like_its_day() -> None:
    by_day = bilateral.parse(TEXT, published=date(2025, 11, 13))
    by_time = bilateral.parse(TEXT, published=datetime(2025, 11, 13, 9, 30, tzinfo=UTC))
    assert by_time.facts == by_day.facts
    assert [str(fact.date) for fact in by_day.facts if isinstance(fact, StateVisit)] == ["2025-11-12"]
