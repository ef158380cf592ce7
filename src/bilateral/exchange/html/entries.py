"""The facts of an article as a report speaks of them: with a short name, an id and a place in the text."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bilateral.exchange.html.wording import Wording
from bilateral.exchange.records import columns
from bilateral.model.facts import (
    Agreement,
    AnyFact,
    DiplomaticMission,
    EconomicIndicator,
    Fact,
    Meeting,
    Plan,
    Statement,
    StateVisit,
)

if TYPE_CHECKING:
    from bilateral.model.article import Article
    from bilateral.model.text import Evidence


class Kind(NamedTuple):
    """How a report names a fact type.

    Attributes:
        table: its table, which is also its style class, e.g. ``"visits"``.
        letter: what the short names of its facts begin with.
    """

    table: str
    letter: str


KINDS: Final[dict[type[Fact], Kind]] = {
    StateVisit: Kind("visits", "V"),
    Meeting: Kind("meetings", "M"),
    Agreement: Kind("agreements", "A"),
    EconomicIndicator: Kind("indicators", "E"),
    Statement: Kind("statements", "S"),
    Plan: Kind("plans", "P"),
    DiplomaticMission: Kind("missions", "D"),
}
"""Every fact type, in the order of the tables."""


class Entry(NamedTuple):
    """One fact in a report.

    Attributes:
        fact: the fact.
        kind: how its type is named.
        ref: its short name, e.g. ``"A2"``: the second agreement.
        id: the id of its row, unique in the page.
        wording: the words of the report.
    """

    fact: AnyFact
    kind: Kind
    ref: str
    id: str
    wording: Wording

    @property
    def name(self) -> str:
        """What it is, in small letters, e.g. ``"visit"``."""
        return self.wording.type(self.kind.table).lower()

    def cell_id(self, field: str) -> str:
        """The id of the cell that shows ``field``."""
        return f"{self.id}-{field}"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Everything that the fact was read from, the first first."""
        return tuple(item for item in (self.fact.evidence, *self.fact.further_evidence) if item)

    @property
    def fields(self) -> dict[str, object]:
        """The attributes that say something, by name."""
        known = {name: getattr(self.fact, name) for name in columns(type(self.fact))}
        return {name: value for name, value in known.items() if value not in (None, "", ())}

    @property
    def summary(self) -> str:
        """The fact in a few lines: one for its name and one for each attribute."""
        say = self.wording
        lines = [f"{say.column(name)}: {say.words(value)}" for name, value in self.fields.items()]
        return "\n".join([f"{self.ref} · {say.type(self.kind.table)}", *lines])


def entries(article: Article, prefix: str, wording: Wording) -> tuple[Entry, ...]:
    """The facts of ``article`` with their names, and ids that begin with ``prefix``."""
    counts: Counter[str] = Counter()
    result = []
    for fact in article.facts:
        kind = KINDS[type(fact)]
        counts[kind.letter] += 1
        ref = f"{kind.letter}{counts[kind.letter]}"
        result.append(Entry(fact, kind, ref, f"{prefix}-{ref}", wording))
    return tuple(result)


def digest(article: Article) -> str:
    """What ids can begin with: the same for the same article, else different."""
    content = repr((article.text, article.facts)).encode("utf-8", "backslashreplace")
    return "b" + hashlib.sha256(content).hexdigest()[:10]
