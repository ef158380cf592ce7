from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.errors import BilateralError, DocumentError
from bilateral.exchange.json import MAX_BYTES, MAX_DEPTH, from_json, to_json
from bilateral.model.article import Article
from tests.samples import sample_article
from tests.strategies import articles


@given(articles())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_back_equal(article: Article) -> None:
    written = to_json(article)
    assert from_json(written) == article
    assert from_json(written.encode()) == article
    assert to_json(from_json(written)) == written


def test_indented_json_says_the_same() -> None:
    article = sample_article()
    assert json.loads(to_json(article, indent=2)) == json.loads(to_json(article))
    assert from_json(to_json(article, indent=2)) == article


def test_an_article_is_one_line_by_default() -> None:
    assert "\n" not in to_json(sample_article())


def test_a_lone_surrogate_survives() -> None:
    article = Article(text="a\ud800b")
    assert from_json(to_json(article).encode("utf-8")) == article


def test_same_bytes_in_other_processes() -> None:
    script = "import bilateral, tests.samples as s; print(bilateral.to_json(s.sample_article()))"
    environment = {**os.environ, "PYTHONPATH": "src:.", "PYTHONIOENCODING": "utf-8"}
    written = {
        subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-c", script],
            env=environment | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert written == {to_json(sample_article()).encode() + b"\n"}


def damaged(*path: str | int, value: Any) -> str:
    """The sample article with another value at a path."""
    data = json.loads(to_json(sample_article()))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("facts", 0, "type"), "os.system", "$.facts[0].type"),
        (("facts", 0, "type"), None, "$.facts[0].type"),
        (("facts", 0), "StateVisit", "$.facts[0]"),
        (("facts", 0, "host_country"), "QQ", "$.facts[0].host_country"),
        (("facts", 0, "host_country"), "PL", "$.facts[0].host_country"),
        (("facts", 0, "host_country"), None, "$.facts[0].host_country"),
        (("facts", 0, "rank"), "grand", "$.facts[0].rank"),
        (("facts", 0, "date"), "2025-13", "$.facts[0].date"),
        (("facts", 0, "date"), 2025, "$.facts[0].date"),
        (("facts", 0, "guest", "type"), "Place", "$.facts[0].guest.type"),
        (("facts", 0, "guest", "name"), 7, "$.facts[0].guest.name"),
        (("facts", 0, "guest", "name"), " ", "$.facts[0].guest.name"),
        (("facts", 0, "extra"), 1, "$.facts[0].extra"),
        (("facts", 0, "evidence", "quote"), "x" * 68, "$.facts[0].evidence"),
        (("facts", 0, "evidence", "quote"), "x", "$.facts[0].evidence.quote"),
        (("facts", 0, "evidence", "span"), [0, 10**6], "$.facts[0].evidence.quote"),
        (("facts", 0, "evidence", "span"), [0, True], "$.facts[0].evidence.span"),
        (("facts", 0, "evidence", "span"), [5, 1], "$.facts[0].evidence.span"),
        (("facts", 0, "evidence", "span"), "09", "$.facts[0].evidence.span"),
        (("facts", 0, "evidence", "fields", "guest"), [[0]], "$.facts[0].evidence.fields.guest[0]"),
        (("facts", 1, "amount", "value"), 27.8, "$.facts[1].amount.value"),
        (("facts", 1, "amount", "value"), "NaN", "$.facts[1].amount.value"),
        (("facts", 1, "amount", "unit"), "QQQ", "$.facts[1].amount.unit"),
        (("facts", 2, "parties", 1), {"type": "Person", "name": "x"}, "$.facts[2].parties[1].type"),
        (("facts", 2, "parties"), "PL", "$.facts[2].parties"),
        (("facts",), {"0": {}}, "$.facts"),
        (("published",), "yesterday", "$.published"),
        (("published",), 20251112, "$.published"),
        (("dyad",), ["HU"], "$.dyad"),
        (("header", "headline"), [0, 10**6], "$.header[headline]"),
        (("mentions", 0, "span"), [0, 10**6], "$.mentions[0].span"),
        (("people",), None, "$.people"),
        (("text",), None, "$.text"),
    ],
)
def test_every_wrong_field_is_told_with_its_path(
    path: tuple[str | int, ...], value: object, told: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        from_json(damaged(*path, value=value))
    assert [problem.path for problem in caught.value.problems] == [told]


def test_all_problems_are_told_at_once() -> None:
    data = json.loads(to_json(sample_article()))
    data["facts"][0]["rank"] = data["facts"][1]["basis"] = "grand"
    data["countries"][0] = 3
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(data))
    told = [problem.path for problem in caught.value.problems]
    assert told == ["$.countries[0]", "$.facts[0].rank", "$.facts[1].basis"]
    assert "$.facts[0].rank: got 'grand', expected one of state, official" in str(caught.value)


def test_a_missing_field_is_told() -> None:
    with pytest.raises(DocumentError, match=r"\$\.text: required field missing"):
        from_json("{}")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[",
        "null",
        "[]",
        '"text"',
        "7",
        '{"text": NaN}',
        '{"text": "a", "text": "b"}',
        '{"text": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"a":' * (MAX_DEPTH + 1) + "1" + "}" * (MAX_DEPTH + 1),
        b"\xff\xfe\x00",
        b" " * (MAX_BYTES + 1),
        '{"text": "a", "__class__": "os.system"}',
        "!!python/object/apply:os.system ['true']",
    ],
)
def test_what_is_no_article_is_refused(data: str | bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        from_json(data)
    assert caught.value.problems[0].path.startswith("$")
    assert len(str(caught.value)) < 500


def test_another_type_than_text_is_refused() -> None:
    with pytest.raises(DocumentError, match="got dict, expected str or bytes"):
        from_json({"text": ""})  # type: ignore[arg-type]


def test_brackets_in_strings_do_not_nest() -> None:
    article = Article(text='["{[\\' * 100)
    assert from_json(to_json(article)) == article


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_damage_gives_our_error_or_an_article(data: st.DataObject) -> None:
    document = json.loads(to_json(sample_article()))
    place: Any = document
    while isinstance(place, dict | list) and place:
        keys: list[Any] = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            place[key] = data.draw(json_values)
            break
        place = place[key]
    with contextlib.suppress(BilateralError):
        assert isinstance(from_json(json.dumps(document)), Article)


@given(st.binary(max_size=200) | st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_noise_gives_our_error(noise: str | bytes) -> None:
    with pytest.raises(DocumentError):
        from_json(noise)
