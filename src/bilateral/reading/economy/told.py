"""What is known of a figure: what it measures, whom it concerns, what it says and when."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.model.kinds import Basis, Measure
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.drafting import phrase_at
from bilateral.reading.economy.cues import Cue
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import MeasureRule


@attrs.frozen
class Choice:
    """The measure of an amount.

    Attributes:
        rule: the entry of the data file.
        measure: what it measures.
        cue: the words that say so; ``None`` where an earlier figure's are meant.
        clause: the clause of these words.
        aimed: whether the amount is called a goal.
        lacking: whether it goes on with an earlier deficit.
    """

    rule: MeasureRule
    measure: Measure
    cue: Cue | None
    clause: Clause
    aimed: bool = False
    lacking: bool = False

    @property
    def owners(self) -> tuple[int, int]:
        """The token range of the words before the measure within its phrase: whose it is."""
        if self.cue is None or self.cue.verb:
            return (-1, -1)
        at = self.cue.at
        phrase = phrase_at(self.clause, at)
        return (phrase.first, at) if phrase is not None else (at, at)


class Ends(NamedTuple):
    """Whence and where something goes."""

    origin: str | None = None
    destination: str | None = None


NOWHERE = Ends()


@attrs.define(eq=False)
class Sides:
    """The countries of a figure.

    Attributes:
        countries: all concerned, in order.
        ends: origin and destination.
        spans: the words that name each country.
        explicit: the ends that the figure's own clause tells.
        named: whether the figure's clause names a country or says "kétoldalú", "a két ország" ….
        in_sentence: whether its sentence names all of the countries, or the pair that they are.
        before: whether only the sentences before, in the same paragraph, name them all.
        main: whether they are the two states that most of the article is about.
        abroad: whether the other side is no state: a region, or an organisation of states.
    """

    countries: tuple[str, ...] = ()
    ends: Ends = NOWHERE
    spans: dict[str, Span] = attrs.Factory(dict)
    explicit: Ends = NOWHERE
    named: bool = False
    in_sentence: bool = False
    before: bool = False
    main: bool = False
    abroad: bool = False


class Told(NamedTuple):
    """What a figure tells; the next ones may leave it out."""

    choice: Choice
    figure: Figure
    sides: Sides
    basis: Basis
    period: tuple[Period, Span] | None
