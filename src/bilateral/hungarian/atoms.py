"""Atoms: tokens taken apart into digits, letters and marks, as numbers and dates need them.

``"2025.11.12-én"`` is one token, but a date grammar looks at ``2025 . 11 . 12 - én``. An atom knows its
token and its exact place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

import attrs

from bilateral.hungarian.tokens import Token

if TYPE_CHECKING:
    from bilateral.hungarian.figures import FoundNumber

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\s]")
DASHES = frozenset("-–—−‐‑")
"""Hyphen, dashes and minus as they stand between or before figures."""


class AtomKind(IntEnum):
    """What an atom is made of."""

    WORD = 0
    DIGITS = 1
    MARK = 2


Piece = tuple[str, AtomKind, bool]
"""What follows from the characters of an atom alone: fold, kind, is_dash."""


@attrs.define(eq=False, init=False)
class Atom:
    """A run of letters, a run of digits or a single mark.

    Attributes:
        fold: the characters in lower case.
        kind: what they are.
        token: index of the token.
        start: offset of the first code point in the text.
        end: offset after the last code point.
        glued: no white space stands before.
        is_dash: it is a hyphen, a dash or a minus.
        number: the number that begins here, once it has been asked for whether one does.
    """

    fold: str
    kind: AtomKind
    token: int
    start: int
    end: int
    glued: bool
    is_dash: bool
    number: FoundNumber | None
    is_read: bool

    def __init__(self, piece: Piece, token: int, start: int, end: int, glued: bool) -> None:  # noqa: FBT001
        self.fold, self.kind, self.is_dash = piece
        self.token = token
        self.start = start
        self.end = end
        self.glued = glued
        self.is_read = False


def atomise(tokens: Sequence[Token]) -> list[Atom]:
    """The atoms of ``tokens`` in their order."""
    atoms: list[Atom] = []
    append = atoms.append
    before = -1
    for index, token in enumerate(tokens):
        start = token.start
        pieces = _pieces(token.fold)
        if len(pieces) == 1:
            append(Atom(pieces[0][0], index, start, token.end, start == before))
        else:
            atoms += _split(token, index, pieces, glued=start == before)
        before = token.end
    return atoms


def _split(
    token: Token, index: int, pieces: Sequence[tuple[Piece, int, int]], *, glued: bool
) -> Iterator[Atom]:
    exact = len(token.fold) == token.end - token.start
    for piece, first, last in pieces:
        start = token.start + first if exact else token.start
        end = token.start + last if exact else token.end
        yield Atom(piece, index, start, end, glued)
        glued = True


@functools.lru_cache(maxsize=1 << 16)
def _pieces(fold: str) -> tuple[tuple[Piece, int, int], ...]:
    """The pieces of a word with their offsets."""
    found = []
    for match in _PIECE.finditer(fold):
        piece = match.group()
        found.append(((piece, kind_of(piece), piece in DASHES), *match.span()))
    return tuple(found)


def kind_of(piece: str) -> AtomKind:
    """What the characters of an atom are."""
    if piece[0].isalpha():
        return AtomKind.WORD
    return AtomKind.DIGITS if piece.isdecimal() and piece.isascii() else AtomKind.MARK
