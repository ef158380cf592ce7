"""Atoms: tokens taken apart into digits, letters and marks, as numbers and dates need them.

``"2025.11.12-én"`` is one token, but a date grammar looks at ``2025 . 11 . 12 - én``. An atom is made of
nothing but its characters and is shared by all the places where they stand; its list knows its place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

import attrs

from bilateral.hungarian.tokens import Token

if TYPE_CHECKING:
    from bilateral.hungarian.figures import FoundNumber

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|°c|[^\s]")
DASHES = frozenset("-–—−‐‑")
"""Hyphen, dashes and minus as they stand between or before figures."""


class AtomKind(IntEnum):
    """What an atom is made of."""

    WORD = 0
    DIGITS = 1
    MARK = 2


@attrs.define(eq=False)
class Atom:
    """A run of letters, a run of digits or a single mark.

    Attributes:
        fold: the characters in lower case.
        kind: what they are.
        first: where it starts in the lower-case form of its token.
        last: where it ends there.
        is_dash: it is a hyphen, a dash or a minus.
        glued: no white space stands before.
    """

    fold: str
    kind: AtomKind
    first: int
    last: int
    is_dash: bool
    glued: bool


class Atoms(list[Atom]):
    """The atoms of tokens in their order.

    Attributes:
        places: for each atom the index of its token.
        numbers: the numbers that begin at atoms for which that has been asked, ``None`` where none does.
    """

    __slots__ = ("_tokens", "numbers", "places")

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__()
        self._tokens = tokens
        self.places: list[int] = []
        self.numbers: dict[int, FoundNumber | None] = {}

    def start(self, index: int) -> int:
        """The offset of the first code point of an atom; its token's where the cases differ in length."""
        token = self._tokens[self.places[index]]
        return token.start + self[index].first if _is_exact(token) else token.start

    def end(self, index: int) -> int:
        """The offset after the last code point of an atom; its token's where the cases differ in length."""
        token = self._tokens[self.places[index]]
        return token.start + self[index].last if _is_exact(token) else token.end


def _is_exact(token: Token) -> bool:
    """Whether an offset in the lower-case form of a token is one in the text."""
    return len(token.fold) == token.end - token.start


def atomise(tokens: Sequence[Token]) -> Atoms:
    """The atoms of ``tokens`` in their order."""
    atoms = Atoms(tokens)
    append, place, known = atoms.append, atoms.places.append, _pieces
    before = -1
    for index, token in enumerate(tokens):
        apart, glued = known(token.fold)
        for atom in glued if token.start == before else apart:
            append(atom)
            place(index)
        before = token.end
    return atoms


@functools.lru_cache(maxsize=1 << 16)
def _pieces(fold: str) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """The atoms of a word: after white space, and after another token."""
    found = [
        Atom(piece, kind_of(piece), first, last, piece in DASHES, glued=True)
        for piece, (first, last) in ((match.group(), match.span()) for match in _PIECE.finditer(fold))
    ]
    apart = [attrs.evolve(atom, glued=False) for atom in found[:1]]
    return (*apart, *found[1:]), tuple(found)


def kind_of(piece: str) -> AtomKind:
    """What the characters of an atom are."""
    if piece[0].isalpha():
        return AtomKind.WORD
    return AtomKind.DIGITS if piece.isdecimal() and piece.isascii() else AtomKind.MARK
