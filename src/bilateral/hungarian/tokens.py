"""Tokens and sentences of Hungarian text, with exact offsets.

The text is never altered: a token knows where it stands (code points) and carries, beside the words as they
stand, a normalised form for look-ups, in which decomposed accents are composed, soft hyphens and zero-width
characters are gone, and ő/ű that a wrong code page turned into õ/û/ô are restored.

>>> text = "Hszi Csin-pinggel 2025. november 12-én tárgyalt. A NATO-ban is."
>>> [token.text for token in tokenize(text)]
['Hszi', 'Csin-pinggel', '2025.', 'november', '12-én', 'tárgyalt', '.', 'A', 'NATO-ban', 'is', '.']
>>> sentences(text, tokenize(text))
[(0, 7), (7, 11)]
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

import attrs

from bilateral.hungarian.shapes import (
    HYPHEN,
    LETTER,
    TOO_LONG,
    Shape,
    TokenKind,
    is_damaged,
    pattern_of,
    shape,
)
from bilateral.hungarian.tables import read_table

__all__ = ["Token", "TokenKind", "sentences", "tokenize"]


@attrs.define(eq=False, init=False)
class Token:
    """A word, number or mark in its place.

    Attributes:
        text: the token as it stands.
        start: offset of its first code point.
        end: offset after its last code point.
        norm: ``text`` in NFC without invisible characters, with ``-`` and ``'`` for their typographic
            variants and with ő/ű restored; only the beginning where no word could be so long.
        fold: ``norm`` in lower case, of the same length.
        kind: what it is made of.
        is_cap: starts with a capital.
        is_upper: has at least two letters, all of them capitals (a hyphenated suffix aside: ``NATO-ban``).
        is_word: is of the kind WORD.
    """

    text: str
    start: int
    end: int
    norm: str
    fold: str
    kind: TokenKind
    is_cap: bool
    is_upper: bool
    is_word: bool

    def __init__(self, text: str, start: int, shape_: Shape) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.norm, self.fold, self.kind, self.is_cap, self.is_upper, self.is_word = shape_

    @classmethod
    def of(cls, form: str, start: int = 0) -> Token:
        """The token that ``form`` would be at ``start``, whatever stands around it."""
        return cls(form, start, shape(form[:TOO_LONG], False))  # noqa: FBT003


_DOMAIN = re.compile(rf"\.(?:hu|com|org|net|eu|info|ro|sk|rs|at|de|ru|ua)(?:[{HYPHEN}]{LETTER}+)?(?![\w.])")
_CLOSERS = frozenset('"”’»«)]›')
_OPENERS = frozenset('„"“”»«‚‘([›‹•')
_DASHES = frozenset(("-", "–", "—", "--"))
_TERMINAL = re.compile(r"[.!?…]+")
_ROMAN = re.compile(r"[IVXLCDM]+")


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text`` in their order, without the white space between them."""
    damaged = is_damaged(text)
    known = _pieces_of_damaged if damaged else _pieces
    find, last = text.index, len(text)
    tokens: list[Token] = []
    append = tokens.append
    end = 0
    for chunk in text.split():
        start = find(chunk, end)
        end = start + len(chunk)
        pieces = known(chunk) if end - start < TOO_LONG and end < last else None
        if pieces is None:
            _scan(text, start, end, tokens, damaged=damaged)
        else:
            for surface, offset, known_shape in pieces:
                append(Token(surface, start + offset, known_shape))
    return tokens


def _scan(text: str, start: int, last: int, tokens: list[Token], *, damaged: bool) -> None:
    """Add the tokens of ``text[start:last]``, which has no white space."""
    pattern = pattern_of(text[start:last])
    while start < last:
        match = pattern.search(text, start)
        if match is None or match.end() > last:
            return
        first, start = match.start(), _end(text, match, tokens)
        surface = text[first:start]
        tokens.append(Token(surface, first, shape(surface[:TOO_LONG], damaged)))


_Pieces = tuple[tuple[str, int, Shape], ...]
"""The tokens of a run of characters without white space: each with its offset and its shape."""


def _cut(chunk: str, *, damaged: bool) -> _Pieces | None:
    """The tokens of a run without white space; ``None`` if what stands around it has a say in them."""
    padded, position = chunk + " ", 0
    pattern = pattern_of(chunk)
    pieces: list[tuple[str, int, Shape]] = []
    while match := pattern.search(padded, position):
        if _depends(padded, match):
            return None
        first, position = match.start(), _end(padded, match, [])
        surface = padded[first:position]
        pieces.append((surface, first, shape(surface, damaged)))
    return tuple(pieces)


_pieces = functools.lru_cache(maxsize=1 << 15)(functools.partial(_cut, damaged=False))
_pieces_of_damaged = functools.lru_cache(maxsize=1 << 12)(functools.partial(_cut, damaged=True))


def _depends(text: str, match: re.Match[str]) -> bool:
    """Whether a period follows that belongs to the token or not, as its neighbours will have it."""
    if not text.startswith(".", match.end()):
        return False
    word = match.group()
    if match.lastgroup != "word":
        return match.lastgroup == "number"
    may_be_initial = word[0].isupper() and (len(word) == 1 or word in _DIGRAPHS)
    return may_be_initial or word.lower() + "." in _abbreviations() or _ROMAN.fullmatch(word) is not None


def _end(text: str, match: re.Match[str], before: list[Token]) -> int:
    """Where the token of ``match`` ends, once a period or a dash has been judged."""
    start, end = match.span()
    group = match.lastgroup
    if group == "word" and "–" in match.group():
        end = _dash_end(text, start, end)
    if not text.startswith(".", end) or group not in ("word", "number"):
        return end
    domain = _DOMAIN.match(text, end)
    if domain:
        return domain.end()
    owns_period = _is_ordinal if group == "number" else _is_abbreviation
    return end + owns_period(text, start, end, before)


def _dash_end(text: str, start: int, end: int) -> int:
    """An en dash joins two names or two common words (orosz–kazah), not one of each."""
    capital = text[start].isupper()
    dash = text.find("–", start, end)
    while dash != -1:
        if text[dash + 1].isupper() is not capital:
            return dash
        dash = text.find("–", dash + 1, end)
    return end


def _is_ordinal(text: str, start: int, end: int, before: list[Token]) -> bool:
    """Whether the period after a number makes it an ordinal (or part of a date), not the sentence's end."""
    if text.startswith("..", end) or not text[end - 1].isdigit():
        return False
    follower = _follower(text, end + 1)
    if follower and not (follower.isupper() or follower in _OPENERS or follower == "\n"):
        return True
    return not before or _calls_for_ordinal(before[-1]) or "\n" in text[before[-1].end : start]


def _calls_for_ordinal(previous: Token) -> bool:
    """An article or part of a date stands before."""
    if previous.kind is TokenKind.NUMBER:
        return previous.text.endswith(".")
    return _abbreviations().get(previous.fold) in ("article", "month")


def _is_abbreviation(text: str, start: int, end: int, before: list[Token]) -> bool:
    """Whether the period after a word belongs to it."""
    if text.startswith("..", end):
        return False
    word = text[start:end]
    follower = _follower(text, end + 1)
    kind = _abbreviations().get(word.lower() + ".")
    if kind and (kind != "weak" or follower.islower() or follower.isdigit()):
        return True
    if _ROMAN.fullmatch(word):
        return bool(follower) and follower != "\n" and not (len(word) > 1 and follower in _OPENERS)
    return _is_initial(word, follower, before)


def _is_initial(word: str, follower: str, before: list[Token]) -> bool:
    """A capital (or a digraph: Sz., Gy.) before a name or between two: J. D. Vance, George W. Bush."""
    if not word[0].isupper() or not follower.isupper():
        return False
    if len(word) == 1:
        return not before or _abbreviations().get(before[-1].fold) != "article"
    return word in _DIGRAPHS


_DIGRAPHS = frozenset(("Cs", "Dz", "Gy", "Ly", "Ny", "Sz", "Ty", "Zs", "Th", "Ch"))


def _follower(text: str, position: int) -> str:
    """The next character that is no blank; a line feed where the line ends first, ``""`` at the end."""
    while position < len(text) and text[position] != "\n" and text[position].isspace():
        position += 1
    return text[position : position + 1]


@functools.cache
def _abbreviations() -> dict[str, str]:
    """Abbreviations and other words that decide what a period means -> kind.

    ``inner``: a sentence goes on after it; ``final``: a sentence may end with it; ``weak``: an abbreviation
    only before lower case or a number; ``month``: part of a date; ``article``: an ordinal may follow.
    """
    return {row["form"]: row["kind"] for row in read_table("abbreviations.tsv", ("form", "kind", "source"))}


def sentences(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """The sentences as half-open ranges of ``tokens``; a paragraph break always ends one.

    A line feed is a paragraph break, unless lines are filled to a common width and broken in sentences, as
    in mail: there a paragraph ends with an empty line or a short one. What goes on without an end, as no
    sentence does, is cut.
    """
    width, last = _width(text), len(tokens)
    # only what follows a closing mark or a line feed is looked at
    may_start = {index for index, token in enumerate(tokens, 1) if token.text[-1] in _MAY_CLOSE}
    may_start |= _after_feeds(text, tokens)
    found: list[tuple[int, int]] = []
    first = 0
    for index in sorted(may_start - {0, last}):
        if _starts_sentence(text, tokens, index, width):
            found.append((first, index))
            first = index
    if tokens:
        found.append((first, last))
    return found if last <= _LONGEST_SENTENCE else [piece for whole in found for piece in _pieces_of(*whole)]


def _after_feeds(text: str, tokens: list[Token]) -> set[int]:
    """The tokens with a line feed right before them."""
    found: set[int] = set()
    index, feed = 0, text.find("\n")
    while feed >= 0 and index < len(tokens):
        index = bisect_left(tokens, feed, index, key=_START)
        found.add(index)
        feed = text.find("\n", tokens[index].start) if index < len(tokens) else -1
    return found


def _pieces_of(first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence cut where it is longer than any."""
    for start in range(first, last, _LONGEST_SENTENCE):
        yield start, min(start + _LONGEST_SENTENCE, last)


def _starts_sentence(text: str, tokens: list[Token], index: int, width: int) -> bool:
    previous = tokens[index - 1]
    gap = text[previous.end : tokens[index].start]
    if "\n" in gap and _ends_paragraph(text, previous.end, gap, width):
        return True
    may_close = gap and previous.text[-1] in _MAY_CLOSE
    return bool(may_close) and _opens(tokens, index) and _is_closed(tokens, index - 1)


_START = attrgetter("start")
_LONGEST_SENTENCE = 400
"""In tokens. What reads a sentence may compare each of its clauses with each."""
_MAY_CLOSE = frozenset(".!?…") | _CLOSERS
_FULL = 0.7
"""A line that fills less of the width ends a paragraph."""
_WIDEST = 100
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyzáéíóöőúüű")


def _width(text: str) -> int:
    """The width that lines are filled to; 0 where every line is a paragraph."""
    lines = text.split("\n")
    breaks = sum(_goes_on(line, following) for line, following in pairwise(lines))
    if breaks < _ENOUGH or breaks * _ENOUGH < len(lines) - 1:
        return 0
    longest = max(map(len, lines))
    return longest if longest <= _WIDEST else 0


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from a line to the next one."""
    if following[:1] not in _LOWER:
        return False
    mark = line.rstrip()[-1:]
    return mark.isalnum() or mark in ("_", ",")


_ENOUGH = 3
"""So many line feeds within sentences, and one in so many of all, show that lines are filled."""


def _ends_paragraph(text: str, end: int, gap: str, width: int) -> bool:
    """Whether the line feed in ``gap``, which starts at ``end``, ends a paragraph."""
    return not width or gap.count("\n") > 1 or end - text.rfind("\n", 0, end) - 1 < _FULL * width


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a sentence can begin here: a capital, a digit, an opening mark, or a dash and one of these."""
    head = tokens[index].text[0]
    if tokens[index].text in _DASHES:
        return index + 1 < len(tokens) and _opens(tokens, index + 1)
    return head.isupper() or head.isdigit() or head in _OPENERS


def _is_closed(tokens: list[Token], index: int) -> bool:
    """Whether a full stop stands at ``index``, or before the closing marks there."""
    while index > 0 and tokens[index].text in _CLOSERS and tokens[index - 1].end == tokens[index].start:
        index -= 1
    token = tokens[index]
    if token.kind is TokenKind.PUNCT:
        return _TERMINAL.fullmatch(token.text) is not None
    return token.text[-1] == "." and _abbreviations().get(token.fold) == "final"
