"""Nominal and postpositional phrases of a clause, each with its head, case and modifiers.

Hungarian phrases are head-final: only the head bears the case that tells the phrase's role, so a
phrase ends where a case ends it. Phrases before a participle ("a Moszkvában aláírt nyilatkozat") or
before a possessed noun of an event ("új szintre emeléséről") belong inside the phrase that follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.hungarian.bonds import NOMINAL, Bonds
from bilateral.hungarian.grammar import Grammar, grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.syntax import Phrase, Unit, Units
from bilateral.hungarian.tokens import Token

__all__ = ["Chunker", "Phrase", "Unit", "Units"]

_NAMING = NOMINAL - {"NUM"}
_BEFORE_MODIFIER = frozenset({"ADV", "ADP"})
"""What may stand between a determiner and a modifier: "a tegnap elfogott", "a szemben álló"."""


class Chunker:
    """One pass from left to right; an open phrase grows until a case, a verb or a gap ends it."""

    def __init__(self, tokens: Sequence[Token], readings: Sequence[Sequence[Reading]], units: Units) -> None:
        self.tokens = tokens
        self.readings = readings
        self.skip: Sequence[int] = ()
        self.units = units.by_first
        self.inside = units.inside
        self.words: Grammar = grammar()
        self.bonds = Bonds(tokens, readings)
        self.found: list[Phrase] = []
        self.start = -1
        self.head = -1
        self.head_case = ""
        self.unit = False
        self.bound = False
        self.inner: list[Phrase] = []
        self.joint = ""

    def phrases(self, parts: Sequence[tuple[int, int]], skip: Sequence[int]) -> list[Phrase]:
        """The phrases of a clause's ``parts``, without the words in ``skip`` (its predicate's)."""
        self.skip = self.bonds.skip = skip
        self.found = []
        for first, last in parts:
            self._run(first, last)
        return self.found

    def _run(self, first: int, last: int) -> None:
        """Read one contiguous part of a clause; a comma alone joins it to the phrase before."""
        self.joint = "," if self.found and self._adjoins(self.found[-1], first) else ""
        readings, skip, inside = self.readings, self.skip, self.inside
        tokens, functional = self.tokens, self.words.functional
        after = first
        for index in range(first, last):
            if index < after:
                continue
            found = readings[index]
            if inside[index]:
                after = self._pass_unit(index, last)
                if after > index:
                    continue
            if not found or index in skip:
                if self.start >= 0:
                    self._close(index)
                self.joint = ""
                continue
            reading = found[0] if found[0].form != "Fin" else self.bonds.reading(index)
            if tokens[index].fold in functional and self._function_word(index, reading, last):
                continue
            if reading.pos in _NAMING:
                self._nominal(index, reading, last)
            else:
                self._word(index, reading, last)
        if self.start >= 0:
            self._close(last)

    def _adjoins(self, before: Phrase, first: int) -> bool:
        return before.last == first - 1 and self.tokens[first - 1].norm == ","

    def _pass_unit(self, index: int, last: int) -> int:
        """Take the unit that begins at a word inside one, or skip a mark; the index to go on at."""
        unit = self.units.get(index)
        if unit is not None and unit.last <= last and index not in self.skip:
            return self._take_unit(unit, last)
        found = self.readings[index]
        return index + 1 if found and found[0].pos == "PUNCT" else index

    def _word(self, index: int, reading: Reading, last: int) -> None:
        """Let a numeral or a word that names nothing open, continue or close a phrase."""
        pos = reading.pos
        if pos == "NUM" and not self.tokens[index].fold.endswith(self.words.often):
            self._nominal(index, reading, last)
        elif pos == "DET":
            self._determiner(index)
        elif pos == "PRON":
            self._pronoun(index, reading)
        else:
            self._other(index, reading, last)

    def _function_word(self, index: int, reading: Reading, last: int) -> bool:
        """Let a postposition, an article or a word without a phrase do its work, if it does any here."""
        fold = self.tokens[index].fold
        if fold in self.words.articles:
            self._determiner(index)
            return True
        if fold in self.words.postpositions and not self._is_noun(index) and self._postposition(index, last):
            return True
        if fold in self.words.phraseless:
            self._other(index, reading, last)
            return True
        return False

    def _is_noun(self, index: int) -> bool:
        """Whether an adjective before it makes a postposition a noun again: "tokiói útján"."""
        if self.head != index - 1 or self.head < 0 or self.unit:
            return False
        before = self.readings[self.head][0]
        return before.pos == "ADJ" and any(reading.possessor for reading in self.readings[index])

    def _pronoun(self, index: int, reading: Reading) -> None:
        """A pronoun is a phrase of its own, unless an article or a modifier opened one."""
        if self.head >= 0:
            self._emit(index, "")
        if self.start < 0:
            self.start = index
        self.head, self.head_case = index, reading.case or "Nom"
        self._emit(index + 1, "")

    def _take_unit(self, unit: Unit, last: int) -> int:
        if self.start >= 0 and self.head < 0 and self._is_adverb(unit.head):
            return unit.last
        if self.head >= 0 and not self.bound and self._ends_before(unit, last):
            self._close(unit.first)
        self.bound = unit.modifier
        if self.start < 0:
            self.start = unit.first
        self.head, self.head_case, self.unit = unit.head, unit.case, not unit.modifier
        if unit.head > unit.first and self.tokens[unit.head].fold in self.words.postpositions:
            self.head -= 1
            self.head_case = self.readings[self.head][0].case if self.readings[self.head] else ""
            self._postposition(unit.head, last)
        elif unit.case not in ("Nom", "") and not self._continues(unit.last, last):
            self._close(unit.last)
        return unit.last

    def _is_adverb(self, index: int) -> bool:
        return bool(self.readings[index]) and self.readings[index][0].pos == "ADV"

    def _ends_before(self, unit: Unit, last: int) -> bool:
        if not self.unit and self.readings[self.head][0].pos not in ("NOUN", "PROPN"):
            governed = unit.head > unit.first and self.tokens[unit.head].fold in self.words.postpositions
            marked = unit.case not in ("", "Nom", "Acc") and not unit.modifier  # "a tárcavezető kedden"
            return (governed or marked) and any(reading.pos == "NOUN" for reading in self.readings[self.head])
        return not unit.modifier or not self.bonds.possessed_ahead(unit.last, last)

    def _determiner(self, index: int) -> None:
        if self.head >= 0 and not self.bound:
            self._emit(index, "")
        if self.start < 0:
            self.start = index

    def _nominal(self, index: int, reading: Reading, last: int) -> None:
        if self.head >= 0 and not self.bound and self._breaks(index, last):
            self._emit(index, "")
        if self.start < 0:
            self.start = index
        if self.bound:
            self.bound = self.readings[index][0].pos != "NOUN"
        case = reading.case or "Nom"
        self.head, self.head_case, self.unit = index, case, False
        if case != "Nom" and not self._continues(index + 1, last):
            self._emit(index + 1, "")

    def _breaks(self, index: int, last: int) -> bool:
        """Whether a new phrase begins: a noun modifies only what it possesses (or its name)."""
        before, here = self.readings[self.head][0], self.readings[index][0]
        if before.pos not in ("NOUN", "PROPN") and not self.unit:
            return False
        if self.tokens[index].fold in self.words.naming or self._is_agent(before, here):
            return False
        if before.pos == "PROPN" and not self.unit and here.pos in ("PROPN", "NOUN") and not before.possessor:
            return False
        return not self.bonds.possessed_ahead(index, last)

    def _is_agent(self, before: Reading, here: Reading) -> bool:
        """Whether a noun of an agent modifies the noun after it: "kereskedő társaság"."""
        agent = before.pos == "NOUN" and before.lemma.endswith(self.words.agents) and not before.possessor
        return agent and here.pos == "NOUN" and here.case in ("", "Nom") and not self.unit

    def _continues(self, index: int, last: int) -> bool:
        """Whether a case-marked word still stands inside a phrase that goes on at ``index``.

        After an article one more case-marked word may lead to a participle.
        """
        found = self.readings[index] if index < last and index not in self.skip else None
        if not found:
            return False
        reading = found[0] if found[0].form != "Fin" else self.bonds.reading(index)
        possessed = reading.possessor != "" and reading.pos == "NOUN"
        if possessed and self.head_case in ("Dat", "Gen"):
            self.bound = True
            return True
        if not (
            self.bonds.participle(index, reading)
            or (possessed and self.bonds.event(reading))
            or (self.tokens[self.start].fold in self.words.articles and self.bonds.leads_on(index, last))
        ):
            return False
        self.inner.append(self._phrase(self._inner_start(), index))
        self.bound = True
        return True

    def _postposition(self, index: int, last: int) -> bool:
        wanted = self.words.governing.get(self.tokens[index].fold, "")
        if self.head >= 0:
            if wanted and wanted != self.head_case:
                return False
            if self.bonds.binds(index, last):
                self._widen(index)
                self.inner.append(self._phrase(self._inner_start(), index + 1))
                self.bound = True
            else:
                self._emit(index + 1, self.tokens[index].fold)
            return True
        if self._closed_before(index, wanted):
            self.found[-1].last = index + 1
            self.found[-1].post = self.tokens[index].fold
            return True
        return False

    def _widen(self, index: int) -> None:
        """Take in what is coordinated with a phrase before "közötti": "Izrael és Szíria közötti béke"."""
        wide = self.tokens[index].fold in self.words.between
        while wide and self.found and self.joint and self._joins_pair(self.found[-1]):
            other = self.found.pop()
            self.inner.insert(0, other)
            self.start, self.joint = other.first, other.joint

    def _joins_pair(self, other: Phrase) -> bool:
        """Whether nothing but the joint parts an unmarked phrase from the open one."""
        return self.start - other.last == 1 and other.case == "Nom" and not other.post

    def _closed_before(self, index: int, case: str) -> bool:
        """Whether a phrase that ends right here can take a postposition that wants this case, if any."""
        before = self.found[-1] if self.found else None
        if before is None or before.last != index or before.post:
            return False
        return not case or before.case == case

    def _other(self, index: int, reading: Reading, last: int) -> None:
        fold = self.tokens[index].fold
        joins = fold == "," or fold in self.words.phrasal
        if joins and self._adjectives_join(index, last):
            return
        if reading.pos == "ADV" and self.head >= 0 and self._is_between(index, last):
            return
        if reading.pos in _BEFORE_MODIFIER and self.start >= 0 and self.head < 0:
            return
        had = self.head >= 0 or bool(self.found and self.found[-1].last == index)
        self._close(index)
        self.joint = fold if joins and (had or self.joint) else ""

    def _adjectives_join(self, index: int, last: int) -> bool:
        """Whether the conjunction joins two modifiers of one head: "széles körű és szabad használata"."""
        if self.head < 0 or index + 1 >= last or not self.readings[index + 1]:
            return False
        before, after = self.readings[self.head][0], self.readings[index + 1][0]
        if after.pos == "ADV" and before.pos == "ADJ":
            return self._is_between(index + 1, last)
        return before.pos == "ADJ" and after.pos == "ADJ" and after.case in ("", "Nom") and not self.unit

    def _is_between(self, index: int, last: int) -> bool:
        """Whether an adverb stands before the second of two modifiers: "svéd és esetleg dán gépek"."""
        if index + 1 >= last or self.unit or self.tokens[index - 1].fold not in self.words.phrasal:
            return False
        after = self.readings[index + 1]
        both = bool(after) and after[0].pos == self.readings[self.head][0].pos == "ADJ"
        return both and after[0].case in ("", "Nom")

    def _close(self, end: int) -> None:
        """End what is open, if anything is: the modifiers of no noun are no phrase."""
        if self.head >= 0:
            self._emit(max(self.head + 1, end), "")
        self.start = -1

    def _emit(self, end: int, post: str) -> None:
        phrase = self._phrase(self.start, end, post)
        if self.inner:
            phrase.inner = tuple(self.inner)
            self.inner = []
        if phrase.possessor and phrase.first < phrase.head:
            phrase.owners = tuple(filter(self._is_possessed, range(phrase.first, phrase.head)))
        if phrase.joint:
            if post:
                self._share(phrase, post)
            self._complete_before(phrase)
            self.joint = ""
        self.found.append(phrase)
        self.start = self.head = -1
        self.unit = self.bound = False

    def _is_possessed(self, index: int) -> bool:
        return bool(self.readings[index]) and self.bonds.possessed(self.readings[index][0])

    def _share(self, phrase: Phrase, post: str) -> None:
        """A postposition governs what is coordinated before it: "X és Y között", "X és Y meghívására"."""
        wide = post in self.words.between or phrase.joint in self.words.phrasal
        for other in reversed(self.found):
            if not phrase.joint or other.case != "Nom" or other.post:
                return
            if phrase.joint == "," and not wide:
                return
            other.post = post
            phrase = other

    def _complete_before(self, phrase: Phrase) -> None:
        """A modifier without its noun has the case of its partner: "a svájci és az osztrák kollégával"."""
        other = self.found[-1] if self.found and phrase.joint in self.words.phrasal else None
        if other is None or not (other.definite and phrase.definite) or other.case != "Nom" or other.post:
            return
        if self.readings[other.head][0].pos == "ADJ" and self.readings[phrase.head][0].pos == "NOUN":
            other.case = phrase.case

    def _inner_start(self) -> int:
        """Where the next inner phrase begins: behind the last one, unless an event noun takes that in."""
        if not self.inner:
            return self.start
        at = self.inner[-1].last
        if self.bonds.event(self.readings[at][0]):
            return self.inner[-1].first
        while at < self.head and self._binds_or_joins(at):
            at += 1
        return at

    def _binds_or_joins(self, index: int) -> bool:
        token = self.tokens[index]
        joins = token.fold in self.words.phrasal or token.norm == ","
        return joins or (
            bool(self.readings[index]) and self.bonds.participle(index, self.bonds.reading(index))
        )

    def _phrase(self, first: int, end: int, post: str = "") -> Phrase:
        """The phrase of the open head, so far without phrases inside."""
        head = self.head
        reading = self.readings[head][0]
        return Phrase(
            first,
            end,
            head,
            "" if self.unit and reading.pos == "ADV" else self.head_case or "Nom",
            post,
            reading.lemma,
            reading.number,
            reading.possessor,
            self.tokens[self.start].fold in self.words.definite_articles,
            self.joint,
        )
