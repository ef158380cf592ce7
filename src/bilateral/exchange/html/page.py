"""The report of an article: header, legend, text, drawings, tables."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bilateral.errors import InvalidValueError
from bilateral.exchange.html.chart import chart
from bilateral.exchange.html.elements import Markup, element, join
from bilateral.exchange.html.entries import KINDS, Entry, digest, entries
from bilateral.exchange.html.prose import prose
from bilateral.exchange.html.tables import fact_tables, people_table
from bilateral.exchange.html.timeline import timeline
from bilateral.exchange.html.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.model.article import Article

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@cache
def _style() -> Markup:
    """The style sheet, which holds no text of an article."""
    return element("style", Markup(files(__package__).joinpath("style.css").read_text("utf-8")))


def to_html(
    article: Article, *, title: str | None = None, fragment: bool = False, prefix: str | None = None
) -> str:
    """The report of ``article``: its text with every fact marked, drawings, and tables of the facts.

    No script is needed to read it, nothing is loaded from elsewhere, and nothing in the article can
    become markup. It follows the reader's light or dark theme, also that of a notebook.

    Args:
        article: what to show.
        title: the heading; by default the article's headline.
        fragment: give a piece to be put into a page (a notebook, a longer report) instead of a page.
            The pieces of several articles stand in one page as they are.
        prefix: what identifiers begin with: letters, digits, ``-`` and ``_``, a letter first. By default a
            digest of the article; name others where an article stands in a page twice.

    Returns:
        HTML, to be saved as UTF-8.

    Raises:
        InvalidValueError: the prefix has other characters.
    """
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        raise InvalidValueError("to_html.prefix", prefix, "a letter, then letters, digits, '-' and '_'")
    heading = title or article.headline or "Article"
    body = _report(article, heading, 2 if fragment else 1, prefix or digest(article))
    if fragment:
        return str(join([_style(), body]))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", heading),
        _style(),
    )
    page = element("html", head, element("body", body, class_="bl-page"), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def _report(article: Article, heading: str, level: int, prefix: str) -> Markup:
    known = entries(article, prefix)
    told = prose(article.text, article.header, known, prefix)
    drawings = join([timeline(known, prefix), chart(known, prefix)])
    tables = join([fact_tables(known, told.sites), people_table(article.people)])
    parts = [
        _head(article, heading, level),
        _legend(known),
        _section("Text", level, element("div", told.markup, class_="bl-text", lang="hu"), "bl-prose"),
        _section("At a glance", level, drawings, "bl-drawings") if drawings else Markup(),
        _section("Facts", level, tables, "bl-facts"),
        _notes(article.notes, level),
    ]
    tag = "main" if level == 1 else "section"
    label = None if level == 1 else f"{prefix}-report"
    return element(tag, element("div", *parts, class_="bl-grid"), class_="bilateral", aria_label=label)


def _section(title: str, level: int, content: Markup, style: str) -> Markup:
    return element("section", element(f"h{level + 1}", title), content, class_=style)


def _head(article: Article, heading: str, level: int) -> Markup:
    source = [article.agency, article.section, words(article.published)]
    kicker = " · ".join(part for part in source if part)
    return element(
        "header",
        element("p", kicker, class_="bl-kicker") if kicker else Markup(),
        element(f"h{level}", heading, lang="hu" if heading == article.headline else None),
        _countries(article),
    )


def _countries(article: Article) -> Markup:
    pair = article.dyad or ()
    mainly = " and ".join(map(words, pair))
    others = ", ".join(words(country) for country in article.countries if country not in pair)
    if not mainly:
        return element("p", f"Countries: {others}") if others else Markup()
    return element("p", f"Mainly about {mainly}", f"; also {others}" if others else "")


def _legend(known: Sequence[Entry]) -> Markup:
    """The fact types with their number; each can be switched off without a script."""
    counts = Counter(entry.kind for entry in known)
    found = [kind for kind in KINDS.values() if counts[kind]]
    items = [_switch(kind.table, kind.letter, kind.many, counts[kind]) for kind in found]
    if not items:
        return element("p", "No facts were read from this text.", class_="bl-legend")
    return element("fieldset", element("legend", "Marked in the text"), *items, class_="bl-legend")


def _switch(table: str, letter: str, name: str, count: int) -> Markup:
    box = element("input", type="checkbox", checked=True, class_=f"bl-show-{table}")
    return element("label", box, element("span", letter, class_=f"bl-ref bl-{table}"), f" {name} ({count})")


def _notes(notes: Iterable[str], level: int) -> Markup:
    items = [element("li", note) for note in notes]
    return _section("Left open", level, element("ul", *items), "bl-notes") if items else Markup()
