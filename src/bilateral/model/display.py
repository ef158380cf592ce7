"""How an article shows itself in a notebook: a hook that the exchange layer is plugged into.

The model knows nothing of HTML. :mod:`bilateral` plugs its renderer in here once, when it is imported,
and :class:`~bilateral.model.article.Article` asks for it when a notebook wants to show an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.model.article import Article

_renderers: list[Callable[[Article], str]] = []


def plug(renderer: Callable[[Article], str]) -> None:
    """Make ``renderer`` (article to HTML fragment) the one that notebooks use."""
    _renderers[:] = [renderer]


def html(article: Article) -> str | None:
    """The article as HTML; None where no renderer is plugged in, so that the notebook falls back to text."""
    return _renderers[0](article) if _renderers else None
