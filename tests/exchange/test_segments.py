"""The text is cut so that every piece is under the same marks, however they lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral.exchange.html import to_html
from bilateral.exchange.html.entries import entries
from bilateral.exchange.html.segments import cut, lines, marks
from bilateral.exchange.html.wording import Wording
from bilateral.model.text import Evidence, Span

Ranges = list[tuple[int, int]]


def article(text: str, ranges: Ranges) -> bilateral.Article:
    """A plan for each range of the text: the range is its evidence and its action."""
    spans = [Span(start, end) for start, end in ranges]
    facts = [
        bilateral.Plan(action="x", evidence=Evidence.at(text, span, "plans.test", {"action": (span,)}))
        for span in spans
    ]
    return bilateral.Article(text=text, facts=facts)


def drawn(text: str, ranges: Ranges) -> list[tuple[str, str]]:
    """Each piece of the text with the names of the facts that it tells."""
    found = marks(text, entries(article(text, ranges), "b", Wording("en")))
    return [
        (
            text[segment.start : segment.end],
            " ".join(mark.entry.ref for mark in segment.marks if not mark.field),
        )
        for line in cut(found, text)
        for segment in line
    ]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], [("abcdefgh", "")]),
        ([(2, 5)], [("ab", ""), ("cde", "P1"), ("fgh", "")]),
        ([(0, 8), (2, 5)], [("ab", "P1"), ("cde", "P1 P2"), ("fgh", "P1")]),
        ([(0, 5), (3, 8)], [("abc", "P1"), ("de", "P1 P2"), ("fgh", "P2")]),
        ([(0, 4), (4, 8)], [("abcd", "P1"), ("efgh", "P2")]),
        ([(1, 4), (1, 4)], [("a", ""), ("bcd", "P1 P2"), ("efgh", "")]),
    ],
    ids=["none", "one", "nested", "crossing", "touching", "same"],
)
def test_marks_lie_as_they_may(ranges: Ranges, expected: list[tuple[str, str]]) -> None:
    assert drawn("abcdefgh", ranges) == expected


def test_a_mark_over_several_paragraphs_is_in_each() -> None:
    assert drawn("ab\n\ncd", [(1, 5)]) == [("a", ""), ("b", "P1"), ("c", "P1"), ("d", "")]


def test_white_space_at_the_end_is_not_marked() -> None:
    assert drawn("ab \n\n cd", [(0, 5)]) == [("ab", "P1"), (" cd", "")]


@given(
    st.text(alphabet="ab \n\r🌍", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_nothing_is_lost_and_every_piece_knows_its_marks(text: str, pairs: Ranges) -> None:
    ranges = [(min(pair), max(pair)) for pair in pairs if max(pair) <= len(text)]
    found = marks(text, entries(article(text, ranges), "b", Wording("en")))
    cuts = list(cut(found, text))
    assert [(line[0].start, line[-1].end) for line in cuts] == list(lines(text))
    for line in cuts:
        assert [segment.end for segment in line[:-1]] == [segment.start for segment in line[1:]]
        for segment in line:
            over = [mark for mark in found if mark.start < segment.end and segment.start < mark.end]
            assert set(segment.marks) == set(over)
            assert all(mark.start <= segment.start and segment.end <= mark.end for mark in over)


def test_crossing_evidence_is_linked_from_both_facts() -> None:
    page = to_html(article("abcdefgh", [(0, 5), (3, 8)]))
    assert page.count(">P1</a>") == page.count(">P2</a>") == 2
