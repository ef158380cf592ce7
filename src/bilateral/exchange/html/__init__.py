"""Articles as pages for people.

:func:`to_html` is all that is public; the modules behind it each make one part: ``segments`` cuts the text,
``prose`` marks it, ``tables``, ``timeline`` and ``chart`` show the facts, ``page`` puts the parts together.
"""

from __future__ import annotations

from bilateral.exchange.html.page import to_html

__all__ = ["to_html"]
