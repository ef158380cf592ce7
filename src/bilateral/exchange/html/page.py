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
from bilateral.exchange.html.entries import KINDS, Kind, digest, entries
from bilateral.exchange.html.prose import prose
from bilateral.exchange.html.tables import fact_tables, people_table
from bilateral.exchange.html.timeline import timeline
from bilateral.exchange.html.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.article import Article

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@cache
def _style() -> Markup:
    """The style sheet, which holds no text of an article."""
    return element("style", Markup(files(__package__).joinpath("style.css").read_text("utf-8")))


def to_html(
    article: Article,
    *,
    title: str | None = None,
    language: str = "en",
    fragment: bool = False,
    prefix: str | None = None,
) -> str:
    """The report of ``article``: its text with every fact marked, drawings, and tables of the facts.

    No script is needed to read it, nothing is loaded from elsewhere, and nothing in the article can
    become markup. It follows the reader's light or dark theme, also that of a notebook.

    Args:
        article: what to show.
        title: the heading; by default the article's headline.
        language: what the report itself says is in English (``"en"``) or in Hungarian (``"hu"``).
        fragment: give a piece to be put into a page (a notebook, a longer report) instead of a page.
            The pieces of several articles stand in one page as they are.
        prefix: what identifiers begin with: letters, digits, ``-`` and ``_``, a letter first. By default a
            digest of the article; name others where an article stands in a page twice.

    Returns:
        HTML, to be saved as UTF-8.

    Raises:
        InvalidValueError: there are no reports in this language, or the prefix has other characters.
    """
    if prefix is not None and not _PREFIX.fullmatch(prefix):
        raise InvalidValueError("to_html.prefix", prefix, "a letter, then letters, digits, '-' and '_'")
    say = Wording(language)
    heading = title or article.headline or say.phrase("title")
    body = _Report(article, prefix or digest(article), say, 2 if fragment else 1).markup(heading)
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
    page = element("html", head, element("body", body, class_="bl-page"), lang=language)
    return f"<!DOCTYPE html>\n{page}\n"


class _Report:
    """The parts of a report whose headings begin at a level, 1 where it is a page of its own."""

    def __init__(self, article: Article, prefix: str, say: Wording, level: int) -> None:
        self._article = article
        self._prefix = prefix
        self._say = say
        self._level = level
        self._known = entries(article, prefix, say)

    def markup(self, heading: str) -> Markup:
        article, known, prefix = self._article, self._known, self._prefix
        told = prose(article.text, article.header, known, prefix)
        drawings = join([timeline(known, prefix), chart(known, prefix)])
        tables = join([fact_tables(known, told.sites), people_table(article.people, self._say)])
        parts = [
            self._head(heading),
            self._legend(),
            self._section("text", element("div", told.markup, class_="bl-text", lang="hu"), "bl-prose"),
            self._section("glance", drawings, "bl-drawings"),
            self._section("facts", tables, "bl-facts"),
            self._section("left_open", _list(article.notes), "bl-notes"),
        ]
        content = element("div", *parts, class_="bl-grid")
        if self._level == 1:
            return element("main", content, class_="bilateral", lang=self._say.language)
        return element(
            "section", content, class_="bilateral", lang=self._say.language, aria_label=f"{prefix}-report"
        )

    def _section(self, title: str, content: Markup, style: str) -> Markup:
        """A part under its heading; nothing if there is nothing in it."""
        if not content:
            return Markup()
        head = element(f"h{self._level + 1}", self._say.phrase(title))
        return element("section", head, content, class_=style)

    def _head(self, heading: str) -> Markup:
        article = self._article
        source = [article.agency, article.section, self._say.words(article.published)]
        kicker = " · ".join(part for part in source if part)
        return element(
            "header",
            element("p", kicker, class_="bl-kicker") if kicker else Markup(),
            element(f"h{self._level}", heading, lang="hu" if heading == article.headline else None),
            self._countries(),
        )

    def _countries(self) -> Markup:
        say, pair = self._say, self._article.dyad
        others = [country for country in self._article.countries if country not in (pair or ())]
        named = ", ".join(map(say.words, others))
        if pair is None:
            return element("p", say.phrase("countries", countries=named)) if named else Markup()
        one, other = map(say.words, pair)
        mainly = say.phrase("mainly", countries=say.phrase("pair", one=one, other=other))
        return element("p", mainly, say.phrase("also", countries=named) if named else "")

    def _legend(self) -> Markup:
        """The fact types with their number; each can be switched off without a script."""
        counts = Counter(entry.kind for entry in self._known)
        items = [self._switch(kind, counts[kind]) for kind in KINDS.values() if counts[kind]]
        if not items:
            return element("p", self._say.phrase("nothing"), class_="bl-legend")
        return element("fieldset", element("legend", self._say.phrase("legend")), *items, class_="bl-legend")

    def _switch(self, kind: Kind, count: int) -> Markup:
        box = element("input", type="checkbox", checked=True, class_=f"bl-show-{kind.table}")
        name = f" {self._say.type(kind.table, many=True)} ({count})"
        return element("label", box, element("span", kind.letter, class_=f"bl-ref bl-{kind.table}"), name)


def _list(notes: Iterable[str]) -> Markup:
    items = [element("li", note) for note in notes]
    return element("ul", *items) if items else Markup()
