"""Clauses: what a sentence says, piece by piece.

A sentence is cut at its punctuation and conjunctions; each piece joins the clause that lacks a verb
or opens a new one, so that a main clause goes on after the relative clause or the reporting clause
that interrupts it. Every clause knows its predicate, its phrases by case, and the clause it hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.hungarian.assembling import Assembler
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.segments import segments
from bilateral.hungarian.syntax import Clause, Link, Units
from bilateral.hungarian.tokens import Token

__all__ = ["Clause", "Link", "clauses"]


def clauses(
    tokens: Sequence[Token],
    readings: Sequence[Sequence[Reading]],
    first: int,
    last: int,
    *,
    quoted: bytearray | None = None,
    units: Units | None = None,
) -> list[Clause]:
    """The clauses of the sentence ``tokens[first:last]``, in order of their first words.

    Args:
        tokens: the tokens of the whole text.
        readings: their readings, best first.
        first: first token of the sentence.
        last: one past its last token.
        quoted: one byte per token, 1 inside quotations.
        units: units that neither a clause nor a phrase divides.
    """
    flags = quoted if quoted is not None else bytearray(len(tokens))
    units = units if units is not None else Units({}, bytearray(len(tokens)))
    assembler = Assembler(tokens, readings, units)
    for segment in segments(tokens, first, last, flags, units.inside):
        for piece in assembler.pieces(segment):
            assembler.add(piece)
    return assembler.finish()
