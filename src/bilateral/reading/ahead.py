"""What puts a clause into the future: its dates, and words like "hamarosan"."""

from __future__ import annotations

from datetime import timedelta

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.periods import FoundPeriod
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.frames import FrameLexicon
from bilateral.reading.occasion import dated, read

_RECENT = timedelta(days=31)


@attrs.define(eq=False)
class Ahead:
    """Tells which clauses of one document lie ahead; ``words`` are those of ``plans.toml``."""

    document: Document
    words: FrameLexicon

    def is_told(self, clause: Clause) -> bool:
        """Whether a word or a date of the clause itself puts it into the future."""
        words = self.document.folds(clause)
        if not words.isdisjoint(self.words.words["ahead"]):
            return True
        if not words.isdisjoint(self.words.words["since"]):
            return False
        for found in dated(self.document, clause):
            period = read(found, future=True)
            if period is not None and self.lies_ahead(period):
                return True
        return False

    def is_history(self, clause: Clause) -> bool:
        """Whether a date of the clause itself lies a month or more before the publication."""
        periods = (read(found, future=False) for found in dated(self.document, clause))
        return any(period is not None and self._is_old(period) for period in periods)

    def _is_old(self, period: Period) -> bool:
        published = self.document.published
        return published is not None and period.last is not None and published - period.last > _RECENT

    def is_attribute(self, found: FoundPeriod) -> bool:
        """Whether a date belongs to a participle: "a március 5-én életbe lépő egyezmény"."""
        article = self.document.tokens[found.first - 1].fold if found.first else ""
        following = self.document.readings[found.last : found.last + 3]
        return article in self.words.words["articles"] and any(
            r[0].form.startswith("Part") for r in following if r
        )

    def lies_ahead(self, period: Period) -> bool:
        """Whether a period begins after the publication, or is several years from its own year on."""
        published = self.document.published
        if published is None:
            return False
        if period.last is None:
            return period.first is not None and period.first > published
        first = period.first
        return period.last > published and (
            first is None or first > published or period.last.year > first.year == published.year
        )

    def is_later(self, clause: Clause) -> bool:
        """Whether it is put into a time that has begun or is to come: "idén", "a jövőben", "jövőre"."""
        later = not self.words.words["later"].isdisjoint(self.document.folds(clause))
        return later or self.is_then(clause) or self.is_told(clause)

    def is_then(self, clause: Clause) -> bool:
        """Whether "majd" stands right after the verb."""
        tokens = self.document.tokens
        after = clause.predicate.token + 1 if clause.predicate is not None else len(tokens)
        return after < len(tokens) and tokens[after].fold in self.words.words["then"]
