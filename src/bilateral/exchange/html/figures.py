"""What the drawings have in common: an SVG as wide as its place, described for those who do not see it."""

from __future__ import annotations

from typing import Final

from bilateral.exchange.html.elements import Markup, element

ROW: Final = 36
"""Height of one row, px: a line of text with a bar below it."""
TOP: Final = 28
"""Height of the axis labels above the rows, px."""
_LETTERS: Final = 46
"""What fits on a page of 400 px at the letter size of the drawings."""


def figure(caption: str, told: str, drawing: Markup, height: int, identity: str) -> Markup:
    """A drawing with its caption; ``told`` says the same in words."""
    svg = element(
        "svg",
        element("title", caption, id=f"{identity}-title"),
        element("desc", told, id=f"{identity}-desc"),
        drawing,
        role="img",
        aria_labelledby=f"{identity}-title",
        aria_describedby=f"{identity}-desc",
        width="100%",
        height=height,
    )
    return element("figure", element("figcaption", caption), svg)


def percent(place: float) -> str:
    """A place along the width of the drawing."""
    return f"{place:.2f}%"


def clipped(text: str) -> str:
    """The text as far as a narrow page shows it."""
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"
