"""The page: whole, readable without a script, and safe whatever the text holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral.errors import InvalidValueError
from bilateral.exchange.html import to_html

SEEDS = Path(__file__).parent.parent.parent / "seeds"
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> & "quoted" \u202etxt.exe'
VOID = frozenset({"br", "circle", "col", "hr", "img", "input", "line", "link", "meta", "path", "rect", "wbr"})


class Tree(HTMLParser):
    """Reads a page: its elements, ids, links and text; unbalanced tags are errors."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.handlers += [name for name in values if name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def read(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == []
    return tree


def seed() -> bilateral.Article:
    (file,) = SEEDS.glob("*.txt")
    return bilateral.parse(file.read_text(encoding="utf-8"))


def test_the_page_is_whole_and_needs_nothing_from_elsewhere() -> None:
    page = to_html(seed())
    tree = read(page)
    assert page.startswith("<!DOCTYPE html>")
    assert tree.tags.count("main") == tree.tags.count("h1") == 1
    assert "script" not in tree.tags
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)


def test_every_link_leads_to_a_place_of_the_page_and_no_id_is_there_twice() -> None:
    tree = read(to_html(seed()))
    assert len(tree.ids) == len(set(tree.ids))
    assert len(tree.links) > 20
    assert {link.removeprefix("#") for link in tree.links} <= set(tree.ids)


def test_the_text_of_the_article_stands_on_the_page() -> None:
    article = seed()
    shown = " ".join("".join(read(to_html(article)).text).split())
    assert "síkra szállt a kétoldalú kereskedelem" in shown
    for fact in article.facts:
        assert fact.evidence.rule in shown


def test_a_fragment_fits_into_another_page() -> None:
    fragment = to_html(seed(), fragment=True)
    tree = read(fragment)
    assert not {"html", "head", "body", "main", "h1"} & set(tree.tags)
    assert seed()._repr_html_() == fragment  # the notebook's protocol


def test_several_articles_stand_in_one_page() -> None:
    other = bilateral.parse("Petr Pavel cseh elnök Oslóban tárgyalt.")
    pieces = [to_html(article, fragment=True) for article in (seed(), other)]
    pieces += [to_html(seed(), fragment=True, prefix=prefix) for prefix in ("again", "once-more_2")]
    tree = read("".join(pieces))
    assert len(tree.ids) == len(set(tree.ids)) > 100
    assert {link.removeprefix("#") for link in tree.links} <= set(tree.ids)


@pytest.mark.parametrize("prefix", ["", "2a", "a b", "á", 'a"', "a\n"])
def test_a_prefix_that_is_no_name_is_refused(prefix: str) -> None:
    with pytest.raises(InvalidValueError, match="prefix"):
        to_html(seed(), prefix=prefix)


@pytest.mark.parametrize("text", [HOSTILE, f"{HOSTILE}\n\nPetr Pavel cseh elnök {HOSTILE} Bécsben tárgyalt."])
def test_markup_in_the_text_stays_text(text: str) -> None:
    page = to_html(bilateral.parse(text))
    tree = read(page)
    assert "script" not in tree.tags
    assert "img" not in tree.tags
    assert tree.handlers == []
    assert "\u202e" not in page
    assert "<script>alert(1)</script>" in "".join(tree.text)


def test_an_article_without_facts_says_so() -> None:
    assert "No facts were read" in to_html(bilateral.parse("Esik az eső."))


@given(st.text(max_size=300))
def test_any_text_gives_a_page_that_can_be_written(text: str) -> None:
    page = to_html(bilateral.parse(text))
    page.encode("utf-8")
    assert read(page).handlers == []
