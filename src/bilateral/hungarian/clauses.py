"""Clauses: what a sentence says, piece by piece.

A sentence is cut at its punctuation and conjunctions; each piece joins the clause that lacks a verb
or opens a new one, so that a main clause goes on after the relative clause or the reporting clause
that interrupts it. Every clause knows its predicate, its phrases by case, and the clause it hangs on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from operator import attrgetter

from bilateral.hungarian.assembling import Assembler
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.phrases import Chunker
from bilateral.hungarian.predicates import build
from bilateral.hungarian.segments import segments
from bilateral.hungarian.syntax import Clause, Link, Phrase, Units
from bilateral.hungarian.tokens import Token

__all__ = ["Clause", "Link", "clauses"]

_COORDINATE, _RELATIVE = Link.COORDINATE, Link.RELATIVE
_FOLD = attrgetter("fold")


def clauses(
    tokens: Sequence[Token],
    readings: Sequence[Sequence[Reading]],
    first: int,
    last: int,
    *,
    quoted: bytearray | None = None,
    units: Units | None = None,
    forms: Sequence[str] | None = None,
) -> list[Clause]:
    """The clauses of the sentence ``tokens[first:last]``, in order of their first words.

    Args:
        tokens: the tokens of the whole text.
        readings: their readings, best first.
        first: first token of the sentence.
        last: one past its last token.
        quoted: one byte per token, 1 inside quotations.
        units: units that neither a clause nor a phrase divides.
        forms: the form of the best reading of each token, where that is known already.
    """
    flags = quoted if quoted is not None else bytearray(len(tokens))
    units = units if units is not None else Units({}, bytearray(len(tokens)))
    folds = list(map(_FOLD, tokens[first:last]))
    forms = forms if forms is not None else [found[0].form if found else "" for found in readings]
    assembler = Assembler(tokens, readings, units, folds, forms, first)
    for segment in segments(folds, first, last, flags, units.inside):
        assembler.take(segment)
    found = compress(range(first, last), map(_is_doubt, folds))
    doubts = [at for at in found if not (first < at < last - 1 and _is_of_attribute(tokens, readings, at))]
    chunker = Chunker(tokens, readings, units)
    for clause in assembler.found:
        if doubts:
            clause.uncertain = any(start <= at < end for at in doubts for start, end in clause.parts)
        verb = assembler.finder.main(clause, assembler.verbs[id(clause)], clause.words)
        _complete(clause, verb, chunker)
        _return_to_speaker(clause)
    return assembler.found


def _complete(clause: Clause, verb: int, chunker: Chunker) -> None:
    """Give a clause its predicate and phrases, and tell whether it is stated."""
    words = chunker.words
    if verb >= 0:
        clause.predicate = build(chunker.tokens, chunker.readings, clause.words, verb, words)
    if clause.conjunction and clause.conjunction in words.conditioning and clause.parent is not None:
        clause.parent.conditioned = True
    if clause.link is _RELATIVE:
        clause.antecedent = _antecedent(clause)
    skip = clause.predicate.tokens if clause.predicate else ()
    clause.phrases = chunker.phrases(clause.parts, skip)


def _return_to_speaker(clause: Clause) -> None:
    """Coordinate a deed with what it follows on: "megígérte, hogy segít, és meghívta vendéglátóját".

    The verbs tell: a past deed of the same person after a reported clause in the present is the speaker's.
    """
    if clause.link is not _COORDINATE or clause.parent is None:
        return
    reported = clause.parent.governor
    if reported.link is not Link.COMPLEMENT:
        return
    saying, deed, said = reported.parent, clause.predicate, reported.predicate
    if saying is None or saying.predicate is None or deed is None or said is None:
        return
    same = deed.past and saying.predicate.past and deed.person == saying.predicate.person
    if same and said.tense != "Past" and deed.lemma in grammar().deeds and not clause.by_case("Nom"):
        clause.parent = saying


def _is_of_attribute(tokens: Sequence[Token], readings: Sequence[Sequence[Reading]], at: int) -> bool:
    """Whether a word of doubt only touches the second of two attributes: "svéd és esetleg dán gépek"."""
    if at < 2 or tokens[at - 1].fold not in grammar().phrasal:  # noqa: PLR2004
        return False
    return all(readings[other] and readings[other][0].pos == "ADJ" for other in (at - 2, at + 1))


@lru_cache(maxsize=1 << 13)
def _is_doubt(fold: str) -> bool:
    """Whether a word asks, or keeps its clause from being stated."""
    words = grammar()
    return fold in words.hedges or fold.endswith(words.interrogative)


def _antecedent(clause: Clause) -> int:
    """The head of the last phrase before a relative clause in the clause that it hangs on."""
    before = clause.parent.phrases if clause.parent is not None else []
    at = bisect_left(before, clause.first, key=_head)
    return before[at - 1].head if at else -1


def _head(phrase: Phrase) -> int:
    return phrase.head
