from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, ValidationError

from bilateral.exchange.json import to_json
from bilateral.exchange.schema import json_schema
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES
from tests.samples import sample_article
from tests.strategies import articles

VALIDATOR = Draft202012Validator(json_schema())


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@given(articles())
@settings(max_examples=100, deadline=None)
def test_it_accepts_what_is_written(article: Article) -> None:
    VALIDATOR.validate(json.loads(to_json(article)))


def test_every_fact_type_is_defined() -> None:
    schema = json_schema()
    allowed = schema["properties"]["facts"]["items"]["anyOf"]
    assert [entry["$ref"] for entry in allowed] == [f"#/$defs/{kind.__name__}" for kind in FACT_TYPES]
    assert {kind.__name__ for kind in FACT_TYPES} <= set(schema["$defs"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("text",), None),
        (("published",), "yesterday"),
        (("facts", 0, "type"), "Visit"),
        (("facts", 0, "host_country"), "Hungary"),
        (("facts", 0, "date"), "11.12.2025"),
        (("facts", 0, "rank"), "grand"),
        (("facts", 0, "evidence", "span"), [1]),
        (("facts", 0, "evidence", "span"), [1, -1]),
        (("facts", 1, "amount", "value"), 5),
        (("facts", 0, "more"), 1),
        (("dyad",), ["HU"]),
    ],
)
def test_it_refuses_what_is_no_article(path: tuple[str | int, ...], value: object) -> None:
    data = place = json.loads(to_json(sample_article()))
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


def test_changing_a_schema_leaves_the_next_one_alone() -> None:
    first: Any = json_schema()
    first["$defs"]["Span"]["prefixItems"].clear()
    first["properties"]["text"].clear()
    assert json_schema() != first
    Draft202012Validator(json_schema()).validate(json.loads(to_json(sample_article())))
