"""Finding the verb of a clause where a form is a past tense and a participle in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress

from bilateral.hungarian.grammar import Grammar, grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.predicates import finite_reading, nominal_auxiliary
from bilateral.hungarian.segments import Segment
from bilateral.hungarian.syntax import Clause, Link, Units
from bilateral.hungarian.tokens import Token


class Verbs:
    """The finite verbs of a text, and what must be one where a clause has no other."""

    def __init__(
        self,
        tokens: Sequence[Token],
        readings: Sequence[Sequence[Reading]],
        units: Units,
        forms: Sequence[str],
    ) -> None:
        self.tokens = tokens
        self.readings = readings
        self.units = units
        self.forms = forms
        """The form of each token's best reading."""
        self.words: Grammar = grammar()

    def finite(self, first: int, last: int) -> list[int]:
        """The finite verbs of a token range that are no part of a name or a value."""
        finite = compress(range(first, last), map("Fin".__eq__, self.forms[first:last]))
        return [self._before_particle(index, first) for index in finite if self._free(index)]

    def _before_particle(self, index: int, first: int) -> int:
        """The verb in the past tense before "volna", where the tagger took that for the verb."""
        if self.tokens[index].fold not in self.words.counterfactual or index == first:
            return index
        before = finite_reading(self.readings[index - 1])
        return index - 1 if before is not None and before.tense == "Past" else index

    def _free(self, index: int) -> bool:
        """Whether no unit holds the word, or a unit that is nothing but this verb: "megduplázódott"."""
        if not self.units.inside[index]:
            return True
        unit = self.units.by_first.get(index)
        return unit is not None and unit.last == index + 1 and self.readings[index][0].pos == "VERB"

    def promoted(self, segment: Segment) -> list[int]:
        """In a segment without a verb, the first participle (or verb of saying) that must be one.

        Before a bracket none must: the clause goes on behind it ("cseppfolyósított gázt (LNG) szállít").
        """
        if segment.after == "(":
            return []
        span = range(segment.first, segment.last)
        for index in span:
            reading = finite_reading(self.readings[index])
            if reading is not None and (
                self._may_be_verb(index, segment.first) or self._may_report(index, reading)
            ):
                return [index]
        auxiliary = nominal_auxiliary(self.readings, span, self.words)
        return [auxiliary] if auxiliary >= 0 else []

    def _may_report(self, index: int, reading: Reading) -> bool:
        """A word taken for a name that can be a verb of saying: "Hozzáfűzte: …"."""
        return self.readings[index][0].pos == "PROPN" and reading.lemma in self.words.reporting

    def main(self, clause: Clause, verbs: Sequence[int], span: Sequence[int]) -> int:
        """The verb of a clause, or -1: the first of its finite verbs that is no participle before a noun."""
        if len(verbs) == 1:
            return verbs[0]
        if verbs:
            return next((index for index in verbs if not self._modifies(index, clause, verbs)), verbs[0])
        free = (index for index in span if self._may_be_verb(index, clause.first))
        before_object = (index for index in span if self._has_object(index, clause.last))
        return next(chain(free, before_object, self._last_of_main(clause, span)), -1)

    def _last_of_main(self, clause: Clause, span: Sequence[int]) -> Iterator[int]:
        """The last past tense of a main clause that has no other verb and no noun for it to modify."""
        if clause.link is not Link.MAIN:
            return
        for index in reversed(span):
            reading = self.readings[index][0] if self.readings[index] else None
            if reading is None or reading.pos not in ("ADJ", "VERB") or self.units.inside[index]:
                continue
            if finite_reading(self.readings[index]) is not None and self._stands_alone(index, clause):
                yield index

    def _stands_alone(self, index: int, clause: Clause) -> bool:
        """Whether what follows a form is no noun that it modifies: a determiner, a name, the clause's end."""
        ends = any(index + 1 == last for _, last in clause.parts)
        after = self.readings[index + 1] if not ends and index + 1 < clause.last else ()
        if bool(after) and self.tokens[index + 1].fold in self.words.manner:
            return True
        return ends or (bool(after) and after[0].pos in ("DET", "PUNCT", "ADV"))

    def _has_object(self, index: int, last: int) -> bool:
        """A form of the past tense before an object without determiner, where the clause has no other verb.

        Nothing else governs the object then: "annak a reményének adott hangot".
        """
        if self.units.inside[index] or index + 1 >= last or not self.readings[index + 1]:
            return False
        after = self.readings[index + 1][0]
        is_object = after.pos == "NOUN" and after.case == "Acc"
        return is_object and finite_reading(self.readings[index]) is not None

    def _modifies(self, index: int, clause: Clause, verbs: Sequence[int]) -> bool:
        """Whether a verb form is a participle before its noun: "a megnyitón mondott beszédében".

        Before a name one without a determiner is, too, if the clause has its verb behind it: "a fórumra
        Bécsből érkezett Petr Pavelt az elnök fogadta".
        """
        if _another_follows(index, clause, verbs) and self._tells_agent(index, clause):
            return True
        participle = any(reading.form.startswith("Part") for reading in self.readings[index])
        if not participle or index + 1 >= clause.last or not self.readings[index + 1]:
            return False
        if self.readings[index + 1][0].pos in ("NOUN", "ADJ") and self._in_phrase(index, clause.first):
            return True
        return bool(self.units.inside[index + 1]) and _another_follows(index, clause, verbs)

    def _tells_agent(self, index: int, clause: Clause) -> bool:
        """Whether a past tense is a participle between an agent and a noun: "az X vezette küldöttség"."""
        reading = self.readings[index][0]
        if (reading.tense, reading.definite) != ("Past", "Def") or not clause.first < index < clause.last - 1:
            return False
        before, after = self.readings[index - 1], self.readings[index + 1]
        if not before or not after or {before[0].case, after[0].case} - {"", "Nom"}:
            return False
        return before[0].pos in ("NOUN", "PROPN") and after[0].pos in ("NOUN", "ADJ", "NUM")

    def _may_be_verb(self, index: int, first: int) -> bool:
        """A participle that can be a finite verb as well ("egyeztetett"), where a clause has no other.

        Inside a noun's phrase ("a Moszkvában aláírt nyilatkozat") it stays a participle.
        """
        if self.units.inside[index] or finite_reading(self.readings[index]) is None:
            return False
        name = index == first and self.readings[index][0].pos == "PROPN"  # a verb with the sentence's capital
        if not name and self.readings[index][0].pos not in ("ADJ", "VERB"):
            return False
        return not self._in_phrase(index, first) or self._before_date(index + 1)

    def _before_date(self, index: int) -> bool:
        """Whether a date follows that no participle modifies: "a norvég elnökkel tárgyalt kedden"."""
        unit = self.units.by_first.get(index)
        if unit is None or unit.modifier or unit.case != "Sup":
            return False
        return self.readings[unit.head][0].pos != "PROPN"

    def _in_phrase(self, index: int, first: int) -> bool:
        """Whether a determiner or another modifier opens a phrase that the word at ``index`` continues."""
        at = index - 1
        while at >= first and self.readings[at] and self._inside(at):
            at -= 1
        if at < first or not self.readings[at]:
            return False
        before = self.readings[at][0]
        if before.pos == "DET":
            return not self.units.inside[at]
        return at == index - 1 and before.pos in ("ADJ", "NUM")

    def _inside(self, at: int) -> bool:
        """Whether a word may stand between a determiner and a participle."""
        reading = self.readings[at][0]
        if reading.pos == "ADV":
            return True
        marked = reading.case not in ("", "Nom") or bool(self.units.inside[at])
        return reading.pos in ("NOUN", "PROPN", "ADJ") and marked


def _another_follows(index: int, clause: Clause, verbs: Sequence[int]) -> bool:
    """Whether another finite verb stands behind this one, with no comma or conjunction between."""
    last = next((last for first, last in clause.parts if first <= index < last), index)
    return any(index < other < last for other in verbs)
