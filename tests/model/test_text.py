from __future__ import annotations

import copy
import pickle

import pytest

from bilateral.errors import InvalidValueError
from bilateral.model.frozen import FrozenMap
from bilateral.model.text import UNSOURCED, Evidence, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, True), (0.0, 1), ("0", 1), (None, None)])
def test_a_span_needs_two_offsets_in_order(start: int, end: int) -> None:
    with pytest.raises(InvalidValueError, match="Span"):
        Span(start, end)


def test_spans_tell_what_they_hold() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert 2 in span
    assert 4 in span
    assert 5 not in span
    assert Span(2, 5) in span
    assert Span(4, 6) not in span
    assert "2" not in span
    assert span.of("abcdef") == "cde"


@pytest.mark.parametrize(
    ("other", "overlaps", "cover"),
    [(Span(0, 2), False, Span(0, 5)), (Span(4, 9), True, Span(2, 9)), (Span(3, 4), True, Span(2, 5))],
)
def test_spans_meet(other: Span, overlaps: bool, cover: Span) -> None:  # noqa: FBT001 - a column of the table
    assert Span(2, 5).overlaps(other) is overlaps
    assert Span(2, 5).cover(other) == cover


def test_spans_are_ordered_by_place() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


def test_evidence_quotes_its_span() -> None:
    evidence = Evidence.at("Bécsbe utazott.", Span(0, 6), "test", {"place": (Span(0, 6),)})
    assert evidence.quote == "Bécsbe"
    assert evidence.is_from("Bécsbe utazott.")
    assert not evidence.is_from("Prágába utazott.")
    assert not evidence.is_from("Béc")


def test_evidence_with_a_field_outside_the_text_is_not_from_it() -> None:
    assert not Evidence.at("abc", Span(0, 3), "test", {"place": (Span(0, 4),)}).is_from("abc")


def test_a_quote_of_another_length_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"Evidence\.quote: got 'ab', expected the 3 characters"):
        Evidence(span=Span(0, 3), quote="ab", rule="test")


@pytest.mark.parametrize("beyond", [(" ",), ("office of Ann Lee: a list", ""), (7,)])
def test_what_comes_from_elsewhere_is_told_in_words(beyond: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError, match=r"Evidence\.beyond: got"):
        Evidence(span=Span(0, 0), quote="", rule="test", beyond=beyond)


def test_unsourced_evidence_is_false() -> None:
    assert not UNSOURCED
    assert Evidence(span=Span(0, 0), quote="", rule="test")


def test_the_order_of_fields_does_not_matter() -> None:
    one = Evidence(span=Span(0, 0), quote="", rule="r", fields={"b": (), "a": (Span(0, 1),)})
    two = Evidence(span=Span(0, 0), quote="", rule="r", fields={"a": (Span(0, 1),), "b": ()})
    assert list(one.fields) == ["a", "b"]
    assert (one, hash(one)) == (two, hash(two))


def test_a_frozen_map_is_a_value() -> None:
    items = {"a": 1}
    frozen = FrozenMap(items)
    items["a"] = 2
    assert frozen == {"a": 1}
    assert repr(frozen) == "{'a': 1}"
    assert FrozenMap.of(frozen) is frozen
    assert FrozenMap.of({"a": 1}) == frozen
    assert pickle.loads(pickle.dumps(frozen)) == copy.deepcopy(frozen) == frozen  # noqa: S301 - our own bytes
    with pytest.raises(TypeError):
        frozen["a"] = 3  # type: ignore[index]
