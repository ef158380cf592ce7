from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.exchange.grid import cells_wide, fit, grid, printable
from bilateral.exchange.table import to_text, words_read
from bilateral.model.article import Article
from bilateral.model.facts import Statement
from bilateral.model.text import Evidence, Span
from bilateral.model.world import Person
from tests.samples import sample_article
from tests.strategies import articles

WIDE = """\
AGREEMENTS (1)
#  kind        status  parties             signatories  subject  date        valid_until
3  convention  signed  PL, Duna Bizottság  Ewa Nowak    Vízügyi  2025-11-12  2035
   « Vízügyi »
"""


def test_a_table_shows_its_rows_with_the_words_they_were_read_from() -> None:
    assert WIDE in to_text(sample_article(), width=100)


def test_empty_tables_and_columns_are_left_out() -> None:
    article = attrs.evolve(sample_article(), facts=sample_article().visits)
    shown = to_text(article)
    assert "VISITS (1)" in shown
    assert "PLANS" not in shown
    assert "host_country" in shown
    assert " host " not in shown


def test_a_narrow_terminal_gets_one_record_after_the_other() -> None:
    shown = to_text(sample_article(), width=60)
    assert "# 2; measure trade_turnover; basis level;" in shown
    assert max(map(cells_wide, shown.splitlines())) <= 60


@given(articles(), st.integers(60, 160))
@settings(max_examples=100, deadline=None)
def test_nothing_that_a_terminal_would_obey_is_printed(article: Article, width: int) -> None:
    shown = to_text(article, width=width)
    assert shown == "".join(char for char in shown if char == "\n" or char.isprintable() or char == " ")


def test_escape_sequences_are_not_passed_on() -> None:
    assert printable("a\x1b[31mb\u202ec\n\td") == "a [31mb c d"


def test_words_read_go_from_the_first_to_the_last_field() -> None:
    article = sample_article()
    assert words_read(article, article.facts[0]) == (
        "Ewa Nowak lengyel elnök kétnapos állami látogatáson járt Budapesten"
    )
    assert words_read(article, article.facts[3]) == ""


def test_wide_and_combining_characters_keep_the_columns_straight() -> None:
    rows = [["北京", "x"], ["e\u0301t", "x"], ["abcd", "x"]]
    assert [line for lines in grid(rows, 20) for line in lines] == ["北京  x", "e\u0301t    x", "abcd  x"]


@pytest.mark.parametrize(
    ("natural", "least", "room", "widths"),
    [
        ([3, 4], [3, 4], 10, [3, 4]),
        ([10, 10], [2, 2], 10, [5, 5]),
        ([4, 40, 60], [4, 10, 10], 64, [4, 30, 30]),
        ([20, 20], [20, 5], 30, [20, 10]),
        ([20, 20], [20, 20], 30, [15, 15]),
    ],
)
def test_the_widest_column_gives_way_first(
    natural: list[int], least: list[int], room: int, widths: list[int]
) -> None:
    assert fit(natural, least, room) == widths


def test_long_words_are_broken_only_in_need() -> None:
    assert list(grid([["trade_turnover", "a b"]], 12)) == [["trade_    a", "turnover  b"]]


def test_what_is_too_long_for_a_column_stands_below_and_not_twice() -> None:
    content = "mindkét fél érdeke, hogy " + "tovább és tovább " * 8 + "tárgyaljanak"
    text = f"Ewa Nowak azt mondta, hogy {content}."
    said = Statement(
        speaker=Person(name="Ewa Nowak"),
        content=content,
        evidence=Evidence.at(text, Span(0, len(text)), "test", {}),
    )
    assert to_text(Article(text=text, facts=[said]), width=80).splitlines() == [
        "STATEMENTS (1)",
        "#  speaker    act  mode",
        "1  Ewa Nowak  say  indirect",
        "   content: mindkét fél érdeke, hogy tovább és tovább tovább és tovább tovább és",
        "     tovább tovább és tovább tovább és tovább tovább és tovább tovább és tovább",
        "     tovább és tovább tárgyaljanak",
        "   « Ewa Nowak azt mondta, hogy …. »",
    ]
