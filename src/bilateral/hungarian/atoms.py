"""Atoms: tokens taken apart into digits, letters and marks, as numbers and dates need them.

``"2025.11.12-én"`` is one token, but a date grammar looks at ``2025 . 11 . 12 - én``. An atom knows its
token and its exact place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from bilateral.hungarian.tokens import Token

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\s]")
DASHES = frozenset("-–—−‐‑")
"""Hyphen, dashes and minus as they stand between or before figures."""


class AtomKind(IntEnum):
    """What an atom is made of."""

    WORD = 0
    DIGITS = 1
    MARK = 2


class Atom(NamedTuple):
    """A run of letters, a run of digits or a single mark.

    Attributes:
        fold: the characters in lower case.
        kind: what they are.
        token: index of the token.
        start: offset of the first code point in the text.
        end: offset after the last code point.
        glued: no white space stands before.
    """

    fold: str
    kind: AtomKind
    token: int
    start: int
    end: int
    glued: bool

    @property
    def is_dash(self) -> bool:
        """Whether it is a hyphen, a dash or a minus."""
        return self.fold in DASHES


def atomise(tokens: Sequence[Token]) -> list[Atom]:
    """The atoms of ``tokens`` in their order."""
    atoms: list[Atom] = []
    before = -1
    for index, token in enumerate(tokens):
        if token.fold.isalpha():
            atoms.append(
                Atom(token.fold, AtomKind.WORD, index, token.start, token.end, token.start == before)
            )
        else:
            _split(token, index, atoms, glued=token.start == before)
        before = token.end
    return atoms


def _split(token: Token, index: int, atoms: list[Atom], *, glued: bool) -> None:
    exact = len(token.fold) == token.end - token.start
    for piece in _PIECE.finditer(token.fold):
        start = token.start + piece.start() if exact else token.start
        end = token.start + piece.end() if exact else token.end
        atoms.append(Atom(piece.group(), _kind(piece.group()), index, start, end, glued))
        glued = True


def _kind(piece: str) -> AtomKind:
    if piece[0].isalpha():
        return AtomKind.WORD
    return AtomKind.DIGITS if piece.isdecimal() and piece.isascii() else AtomKind.MARK
