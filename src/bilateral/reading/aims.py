"""Intentions that a noun names: "X bővítését tervezi", "ígéretet tett X átadására", "célja X megnyitása"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.document import Document
from bilateral.reading.frames import Frame, FrameLexicon, tail

_BETWEEN = ("Del", "Sbl", "Ins", "Ine", "Sup", "All", "Ess", "Ela", "Ill", "Ter")
"""Cases of what may stand before or after an act and belong to it: "a csapatok kivonása Finnországból"."""
_ANNOUNCED = "announce"
_NAMED = ("intend", "offer", "scheduled")
"""Senses whose object may be any thing; with the others it is an act, or so many of something."""


@attrs.define(eq=False)
class Aims:
    """Finds the nouns of acts that clauses of a document intend; ``words`` are those of ``plans.toml``."""

    document: Document
    words: FrameLexicon
    _verbs: frozenset[str] = attrs.field(init=False)
    _abstract: tuple[str, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._verbs = self.words.words["copulas"].union(self.words.by_verb)
        self._abstract = tuple(self.words.words["abstract"])

    def may_be_in(self, clause: Clause) -> bool:
        """Whether a clause has no verb, or one that can intend what a noun names."""
        return clause.predicate is None or clause.predicate.lemma in self._verbs

    def of(self, clause: Clause) -> Iterator[tuple[str, Phrase]]:
        """The rules by which a clause intends what a phrase names, with the phrase (and its owners)."""
        predicate = clause.predicate
        if predicate is not None and predicate.lemma in self.words.by_verb:
            yield from self._of_verb(clause, predicate)
        if predicate is None or predicate.lemma in self.words.words["copulas"]:
            yield from self._of_noun(clause)

    def _of_verb(self, clause: Clause, predicate: Predicate) -> Iterator[tuple[str, Phrase]]:
        """What is the object of a verb of intending: "X bővítését tervezi"."""
        for frame in self.words.find(self.document, clause):
            phrase = self._object(frame) if self._is_timely(frame, predicate) else None
            if phrase is not None and not self.names_other(phrase):
                yield frame.spec.id, phrase

    def _is_timely(self, frame: Frame, predicate: Predicate) -> bool:
        """Whether the verb stands in a tense in which it tells of what is still to come."""
        return self.words.values["tense"].get(frame.spec.sense) in (None, predicate.tense)

    def _object(self, frame: Frame) -> Phrase | None:
        """The phrase that names what is intended."""
        sense = frame.spec.sense
        for phrase in frame.clause.by_case(self.words.values["case"][sense]):
            if phrase is frame.phrase or (sense == _ANNOUNCED and not self._is_deed(phrase)):
                continue
            if self.document.readings[phrase.head][0].pos == "PRON":
                continue  # "azt tervezi, hogy …"
            whole = self._whole(frame.clause, phrase)
            if sense in _NAMED or self.is_act(phrase) or (phrase.case == "Acc" and self._is_counted(whole)):
                return whole
        return None

    def _of_noun(self, clause: Clause) -> Iterator[tuple[str, Phrase]]:
        """What is said to be an aim: "célja X megnyitása"."""
        phrases = clause.by_case("Nom")
        if clause.link is Link.RELATIVE:
            return
        if not any(phrase.possessor and phrase.lemma in self.words.words["aims"] for phrase in phrases):
            return
        for phrase in phrases:
            if self.is_act(phrase) and phrase.possessor:
                whole = self._whole(clause, phrase)
                if not self.names_other(whole):
                    yield "plans.aim", whole
                return

    def is_act(self, phrase: Phrase) -> bool:
        """Whether a noun is made of a verb: "építés"."""
        return phrase.lemma.endswith(grammar().deverbal) and not phrase.lemma.endswith(self._abstract)

    def _is_deed(self, phrase: Phrase) -> bool:
        """Whether the verb that a noun is made of tells an act between states: "csökkentés"."""
        deeds = self.words.words["completing"] | self.words.words["giving"]
        return any(phrase.lemma.removesuffix(ending) in deeds for ending in grammar().deverbal)

    def _is_counted(self, phrase: Phrase) -> bool:
        return any(
            self.document.readings[index][0].pos == "NUM" for index in range(phrase.first, phrase.head)
        )

    def names_other(self, phrase: Phrase) -> bool:
        """Whether a phrase names a visit, a meeting, an agreement or a mission, or an act upon one."""
        nouns, readings = self.words.words["other_nouns"], self.document.readings
        if phrase.lemma in self.words.words["journeys"] or tail(phrase.lemma, nouns) in nouns:
            return True
        heads = range(phrase.first, phrase.head) if self.is_act(phrase) else ()
        return any(tail(readings[index][0].lemma, nouns) in nouns for index in heads)

    def _whole(self, clause: Clause, phrase: Phrase) -> Phrase:
        """A phrase with what it is coordinated with or owned by, as far as that stands right before it."""
        first, last = phrase.first, phrase.last
        at = clause.phrases.index(phrase)
        between = True
        for before, after in zip(
            reversed(clause.phrases[:at]), reversed(clause.phrases[1 : at + 1]), strict=True
        ):
            joined = after.conjunct and before.case in ("Nom", phrase.case) and not before.post
            owner = between and before.case == "Dat" and bool(phrase.possessor)
            if joined or owner:
                first = before.first
            elif before.last != after.first or before.case not in _BETWEEN:
                break
            between = between and not owner
        for after in clause.phrases[at + 1 :] if self.is_act(phrase) else ():
            if after.first != last or after.case not in _BETWEEN or after.first in self.document.timed:
                break
            last = after.last
        return attrs.evolve(phrase, first=first, last=last)
