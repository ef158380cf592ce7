"""What binds a word to those after it: possession, participles, nouns of events, postpositions."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.hungarian.grammar import Grammar, grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
"""The parts of speech that phrases are made of."""
_PARTICIPLES = frozenset({"PartPast", "PartPres", "PartFut"})
_REACH = 8
"""How many words ahead a possessed noun is looked for."""


class Bonds:
    """Questions about the words of a clause; ``skip`` are those of its predicate."""

    def __init__(self, tokens: Sequence[Token], readings: Sequence[Sequence[Reading]]) -> None:
        self.tokens = tokens
        self.readings = readings
        self.skip: Sequence[int] = ()
        self.words: Grammar = grammar()

    def reading(self, index: int) -> Reading:
        """The reading of a word; a verb form that is not the predicate counts as a participle if it can."""
        readings = self.readings[index]
        if readings[0].form != "Fin" or index in self.skip:
            return readings[0]
        return next((reading for reading in readings if reading.form in _PARTICIPLES), readings[0])

    def participle(self, index: int, reading: Reading) -> bool:
        """Whether a word binds the phrase before it to the noun after it: "aláírt", "szóló", "való"."""
        return reading.form in _PARTICIPLES or self.tokens[index].fold in self.words.participles

    def event(self, reading: Reading) -> bool:
        """Whether it is the possessed noun of an event, which takes arguments: "emelése"."""
        return (
            reading.pos == "NOUN" and bool(reading.possessor) and reading.lemma.endswith(self.words.deverbal)
        )

    def possessed(self, reading: Reading) -> bool:
        """Whether it is a noun that somebody possesses."""
        return reading.pos == "NOUN" and bool(reading.possessor)

    def possessed_ahead(self, index: int, last: int) -> bool:
        """Whether the words from ``index`` on end in a possessed noun: "Putyin" + "moszkvai látogatása"."""
        phrasal, skip = self.words.phrasal, self.skip
        for at in range(index, min(last, index + _REACH)):
            if self.tokens[at].fold in phrasal:
                continue
            reading = self.readings[at][0] if self.readings[at] else None
            if reading is None or reading.pos not in NOMINAL or at in skip:
                return False
            if reading.pos == "NOUN" and not self._argument_of_event(at, last) and not self._owner(at, last):
                return bool(reading.possessor)
        return False

    def _owner(self, at: int, last: int) -> bool:
        """Whether an unmarked noun owns the noun right after it: "közgyűlés margóján"."""
        reading = self.readings[at][0]
        if (
            reading.possessor
            or reading.case not in ("", "Nom")
            or at + 1 >= last
            or not self.readings[at + 1]
        ):
            return False
        return self.possessed(self.readings[at + 1][0])

    def _argument_of_event(self, at: int, last: int) -> bool:
        """Whether a case-marked noun belongs to the possessed event noun after it: "új szintre emelése"."""
        reading = self.readings[at][0]
        if reading.case in ("", "Nom") or at + 1 >= last or not self.readings[at + 1]:
            return False
        return self.event(self.readings[at + 1][0])

    def binds(self, index: int, last: int) -> bool:
        """Whether a postpositional phrase modifies what follows: "bevándorlás elleni", "terén folytatott"."""
        if index + 1 >= last or not self.readings[index + 1]:
            return False
        if self.tokens[index].fold in self.words.adjectival_postpositions:
            return self.readings[index + 1][0].pos in NOMINAL
        return self.participle(index + 1, self.reading(index + 1))

    def leads_on(self, index: int, last: int) -> bool:
        """Whether one more case-marked word leads to a participle: "az áprilisban hivatalba lépett"."""
        if index + 1 >= last:
            return False
        reading, after = self.readings[index][0], self.readings[index + 1]
        if reading.pos not in ("NOUN", "PROPN") or reading.case in ("", "Nom") or not after:
            return False
        return index + 1 not in self.skip and self.participle(index + 1, self.reading(index + 1))
