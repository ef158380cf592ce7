"""What the analysis of a sentence is made of: units, phrases and clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Self

import attrs

from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.predicates import Predicate


@attrs.define(eq=False)
class Unit:
    """Words that were read as one unit before (a name with its titles, an amount, a date).

    Attributes:
        first: first token.
        last: one past the last token.
        head: the token that bears the case.
        case: UD case of the unit.
        modifier: whether it is an attribute of the noun after it ("kétnapos").
    """

    first: int
    last: int
    head: int
    case: str
    modifier: bool = False


@attrs.define(eq=False)
class Units:
    """The units of a text.

    Attributes:
        by_first: each unit by its first token.
        inside: one byte per token, 1 inside an unit.
    """

    by_first: Mapping[int, Unit]
    inside: bytearray

    @classmethod
    def of(cls, units: Iterable[Unit], count: int) -> Self:
        """The units of a text of ``count`` tokens."""
        found = {unit.first: unit for unit in units}
        inside = bytearray(count)
        for unit in found.values():
            inside[unit.first : unit.last] = b"\x01" * (unit.last - unit.first)
        return cls(found, inside)


@attrs.define(eq=False)
class Phrase:
    """A phrase and its place among the arguments of a clause.

    Attributes:
        first: first token.
        last: one past the last token, its postposition included.
        head: the token that bears the case.
        case: UD case of the head, ``"Nom"`` where it bears none, ``""`` of an adverb of time ("tegnap").
        post: the postposition (folded), or ``""``.
        lemma: lemma of the head.
        number: ``"Sing"`` or ``"Plur"``.
        possessor: person and number of the possessor marked on the head, or ``""``.
        definite: whether an article "a", "az" opens it.
        joint: what alone parts it from the phrase before: a comma, a conjunction, else ``""``.
        inner: phrases inside it that belong to a participle or an event noun.
        owners: the possessed nouns in it that own its head or each other: "látogatásának kezdete".
    """

    first: int
    last: int
    head: int
    case: str
    post: str
    lemma: str
    number: str
    possessor: str
    definite: bool
    joint: str
    inner: tuple[Phrase, ...] = ()
    owners: tuple[int, ...] = ()

    @property
    def conjunct(self) -> bool:
        """Whether it is coordinated with the phrase before."""
        return bool(self.joint)


class Link(StrEnum):
    """How a clause hangs on its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    PARENTHETICAL = "parenthetical"


_COORDINATE, _PARENTHETICAL = Link.COORDINATE, Link.PARENTHETICAL
"""Asked for at every step; to look up a member of an enumeration takes ten times as long as a name."""


@attrs.define(eq=False)
class Clause:
    """One predicate with what belongs to it.

    Attributes:
        parts: half-open token ranges, in order.
        link: how it hangs on ``parent``.
        parent: the clause it depends on or is coordinated with.
        opener: index of its subordinator or relative pronoun, or -1.
        antecedent: for a relative clause, the head of the phrase before it, else -1.
        quoted: whether it stands inside a quotation.
        conjunction: folded form of its subordinator ("hogy", "ha"), or ``""``.
        uncertain: whether it asks, or a word like "állítólag" keeps it from being stated.
        conditioned: whether a condition hangs on it.
        predicate: its predicate; ``None`` for a verbless clause.
        phrases: its phrases in order.
        first: first token.
        last: one past the last token.
    """

    parts: list[tuple[int, int]]
    link: Link
    parent: Clause | None = None
    opener: int = -1
    antecedent: int = -1
    quoted: bool = False
    conjunction: str = ""
    uncertain: bool = False
    conditioned: bool = False
    predicate: Predicate | None = None
    phrases: list[Phrase] = attrs.Factory(list)
    first: int = attrs.field(init=False)
    last: int = attrs.field(init=False)
    _words: list[int] | None = attrs.field(default=None, init=False)
    _cases: dict[str, list[Phrase]] | None = attrs.field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        self.first, self.last = self.parts[0][0], self.parts[-1][1]

    def extend(self, first: int, last: int) -> None:
        """Let the clause go on with the tokens ``first`` to ``last`` (exclusive)."""
        self.parts.append((first, last))
        self.last = last
        self._words = None

    @property
    def words(self) -> Sequence[int]:
        """Indices of its tokens in order."""
        if self._words is None:
            self._words = []
            for first, last in self.parts:
                self._words += range(first, last)
        return self._words

    @property
    def conditional(self) -> bool:
        """Whether it is a condition ("ha") or holds only under one, itself or what it hangs on."""
        clause: Clause | None = self
        conditions = grammar().conditional
        while clause is not None:
            if clause.conditioned or clause.conjunction in conditions:
                return True
            clause = clause.parent if clause.link is not _PARENTHETICAL else None
        return False

    @property
    def governor(self) -> Clause:
        """The clause whose subordination it shares: itself, or the first of its coordination."""
        clause = self
        while clause.link is _COORDINATE and clause.parent is not None:
            clause = clause.parent
        return clause

    def by_case(self, *cases: str) -> Sequence[Phrase]:
        """Its phrases without postposition in one of these cases."""
        if len(cases) > 1:
            return [phrase for phrase in self.phrases if phrase.case in cases and not phrase.post]
        found = self._cases if self._cases is not None else self._sorted()
        return found.get(cases[0], ())

    def _sorted(self) -> dict[str, list[Phrase]]:
        """Its phrases without postposition, by case: the readers ask for one case again and again."""
        self._cases = {}
        for phrase in self.phrases:
            if not phrase.post:
                self._cases.setdefault(phrase.case, []).append(phrase)
        return self._cases

    def with_post(self, *words: str) -> list[Phrase]:
        """Its phrases governed by one of these postpositions."""
        return [phrase for phrase in self.phrases if phrase.post and phrase.post in words]
