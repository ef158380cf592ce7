"""Aligned columns of text for a terminal of a given width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

GAP = "  "
_PIECE = re.compile(r"(?<!\s)\s*+(?:[^\s_/]+[_/]*|[_/]+)")
"""What is kept together: words, and the parts of names like ``trade_turnover`` and ``2024/2025``."""

Line = Sequence[str]


def printable(text: str) -> str:
    """``text`` on one line without anything that a terminal would obey instead of showing."""
    shown = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(shown).split())


def cells_wide(text: str) -> int:
    """How many terminal cells ``text`` takes: wide characters two, combining ones none."""
    return sum(_char_cells(char) for char in text) if not text.isascii() else len(text)


def _char_cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fits(rows: Sequence[Line], width: int) -> bool:
    """Whether the rows can stand in columns of ``width`` without breaking a word."""
    least = [max(map(_longest_piece, column)) for column in zip(*rows, strict=True)]
    return sum(least) + len(GAP) * (len(least) - 1) <= width


def squeezed(rows: Sequence[Line], width: int) -> list[int]:
    """The columns that would get less than a third of the room that their longest cell wants."""
    natural = _natural(rows)
    return [n for n, size in enumerate(_widths(rows, width)) if size * 3 < natural[n]]


def grid(rows: Sequence[Line], width: int) -> Iterator[list[str]]:
    """The lines of each row: columns aligned, long cells wrapped so that the whole fits ``width``."""
    widths = _widths(rows, width)
    for row in rows:
        wrapped = [_wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
        yield [_join(line, widths) for line in zip_longest(*wrapped, fillvalue="")]


def _natural(rows: Sequence[Line]) -> list[int]:
    return [max(map(cells_wide, column)) for column in zip(*rows, strict=True)]


def _widths(rows: Sequence[Line], width: int) -> list[int]:
    natural = _natural(rows)
    least = [max(map(_longest_piece, column)) for column in zip(*rows, strict=True)]
    return fit(natural, least, width - len(GAP) * (len(natural) - 1))


def fit(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Column widths that fit ``room``: the widest give way first, words are broken only in need.

    Args:
        natural: how wide each column is without wrapping.
        least: how wide it is with as much wrapping as leaves words whole.
        room: how wide all may be together.

    >>> fit([4, 40, 60], [4, 10, 10], 64)
    [4, 30, 30]
    """
    widths = list(natural)
    while sum(widths) > room and max(widths) > 1:
        loose = [size if size > bound else 0 for size, bound in zip(widths, least, strict=True)]
        candidates = loose if any(loose) else widths
        widths[candidates.index(max(candidates))] -= 1
    return widths


def _pieces(cell: str) -> list[str]:
    return _PIECE.findall(cell)


def _longest_piece(cell: str) -> int:
    return max((cells_wide(piece.strip()) for piece in _pieces(cell)), default=0)


def _wrap(cell: str, width: int) -> list[str]:
    lines = [""]
    for piece in _pieces(cell):
        if cells_wide(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines += _broken(piece.strip(), width)
    return lines if lines[0] else lines[1:] or [""]


def _broken(piece: str, width: int) -> list[str]:
    """A piece that starts a line, cut where not even a line is wide enough."""
    return [piece[at : at + width] for at in range(0, len(piece), width)]


def _join(cells: Line, widths: Sequence[int]) -> str:
    padded = (cell + " " * (size - cells_wide(cell)) for cell, size in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
