"""Header lines: date of publication, rubric, agency, portal and author, as portals put them round a title."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

import attrs

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_bytes
from bilateral.reading.stamps import Stamp, find_stamp

_FILE = "layout.toml"
_BREAK = re.compile(r"\s{0,16}(?:[|•·›»;,]|::|\s[-–—/]\s|[()])\s{0,16}")
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,3}[a-z]{2,6}(?:/\S{0,200})?", re.IGNORECASE)
_ENDS = (".", "!", "?")
_EDGES = " \t\u00a0.:-–—|"
_LONGEST_HEADER = 160
_MOST_UNKNOWN = 2
_LONGEST_UNKNOWN = 40


@attrs.frozen(kw_only=True)
class LayoutWords:
    """The words of ``data/layout.toml``, in lower case save the names of agencies.

    Attributes:
        agencies: lower-case name -> name as credited.
        portals: names of portals.
        sections: rubrics.
        updated: labels of a later date.
        source: labels before a source.
        following: words after a source ("nyomán").
        credited: labels before a source or an author, with their colon.
        openings: labels of the date of publication and of the author, and pieces that tell nothing.
        credit_openings: openings of picture credits.
        credit_endings: words of picture credits at the end of a caption.
        positions: marks of who stands where in a picture.
        boilerplate: openings of lines that are no part of the article.
        months: name or abbreviation -> number.
        weekdays: names of the days.
    """

    agencies: Mapping[str, str]
    portals: frozenset[str]
    sections: frozenset[str]
    updated: tuple[str, ...]
    source: tuple[str, ...]
    following: frozenset[str]
    credited: tuple[str, ...]
    openings: tuple[str, ...]
    credit_openings: tuple[str, ...]
    credit_endings: tuple[str, ...]
    positions: tuple[str, ...]
    boilerplate: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: frozenset[str]


@cache
def layout_words() -> LayoutWords:
    """The words of the shipped data file.

    Raises:
        DataFileError: if it lacks a table or a key.
    """
    raw = tomllib.loads(read_bytes(_FILE).decode("utf-8"))
    labels = raw.get("labels", {})
    try:
        return LayoutWords(
            agencies={name.lower(): name for name in raw["agencies"]["names"]},
            portals=frozenset(name.lower() for name in raw["portals"]["names"]),
            sections=frozenset(name.lower() for name in raw["sections"]["names"]),
            updated=tuple(labels["updated"]),
            source=tuple(labels["source"]),
            following=frozenset(labels["following"]),
            credited=tuple(f"{label}:" for label in (*labels["source"], *labels["author"])),
            openings=(*labels["published"], *labels["author"], *labels["idle"]),
            credit_openings=tuple(raw["credits"]["openings"]),
            credit_endings=tuple(raw["credits"]["endings"]),
            positions=tuple(raw["credits"]["positions"]),
            boilerplate=tuple(raw["boilerplate"]["openings"]),
            months=raw["months"],
            weekdays=frozenset(raw["weekdays"]["names"]),
        )
    except KeyError as error:
        raise DataFileError(_FILE, str(error), "table or key is missing") from error


class PieceKind(Enum):
    """What a piece of a header line tells."""

    NOTHING = auto()
    UPDATED = auto()
    AGENCY = auto()
    PORTAL = auto()
    SECTION = auto()
    WORD = auto()
    """One capitalised word that is not known."""
    OTHER = auto()


class Piece(NamedTuple):
    """A piece of a header line between two separators, with its offsets in the line."""

    kind: PieceKind
    start: int
    end: int


@attrs.frozen
class HeaderLine:
    """What a header line tells.

    Attributes:
        stamp: the date.
        updated: whether the date is one of a later change.
        section: offsets of the rubric.
        agency: offsets of the agency.
    """

    stamp: Stamp | None
    updated: bool
    section: Piece | None
    agency: Piece | None


def read_header(line: str) -> HeaderLine | None:
    """What a header line tells; ``None`` for any other line."""
    if len(line) > _LONGEST_HEADER:
        return None
    words = layout_words()
    stamp = find_stamp(line, words.months)
    pieces = list(_pieces(line, stamp, words))
    unknown = [piece for piece in pieces if piece.kind in (PieceKind.OTHER, PieceKind.WORD)]
    if not _is_header(pieces, unknown, stamp) or _is_sentence(line, unknown):
        return None
    section = _first(pieces, PieceKind.SECTION)
    # A word beside a mere day may be whose name day it is.
    timed = stamp is None or isinstance(stamp.value, datetime)
    if section is None and len(unknown) == 1 and timed and (stamp is not None or len(pieces) > 1):
        section = _first(pieces, PieceKind.WORD)
    updated = any(piece.kind is PieceKind.UPDATED for piece in pieces)
    return HeaderLine(stamp, updated, section, _first(pieces, PieceKind.AGENCY))


def _is_header(pieces: list[Piece], unknown: list[Piece], stamp: Stamp | None) -> bool:
    if stamp is not None:
        return len(unknown) <= _MOST_UNKNOWN and all(p.end - p.start <= _LONGEST_UNKNOWN for p in unknown)
    known = [piece for piece in pieces if piece.kind not in (PieceKind.OTHER, PieceKind.WORD)]
    return (
        bool(known) and all(piece.kind is PieceKind.WORD for piece in unknown) and len(unknown) < len(pieces)
    )


def _is_sentence(line: str, unknown: list[Piece]) -> bool:
    """Whether the line ends as a sentence, in words of no header: "… 2023. május 4-én Bécsbe utazott."."""
    whole = line.rstrip()
    return whole.endswith(_ENDS) and any(piece.end >= len(whole) - 1 for piece in unknown)


def _first(pieces: list[Piece], kind: PieceKind) -> Piece | None:
    return next((piece for piece in pieces if piece.kind is kind), None)


def _pieces(line: str, stamp: Stamp | None, words: LayoutWords) -> Iterator[Piece]:
    """The pieces of a line left and right of its date, the empty ones left out."""
    edges = [(0, len(line))] if stamp is None else [(0, stamp.start), (stamp.end, len(line))]
    for first, last in edges:
        start = first
        for gap in _BREAK.finditer(line, first, last):
            yield from _piece(line, start, gap.start(), words)
            start = gap.end()
        yield from _piece(line, start, last, words)


def _piece(line: str, start: int, end: int, words: LayoutWords) -> Iterator[Piece]:
    while start < end and line[start] in _EDGES:
        start += 1
    while end > start and line[end - 1] in _EDGES:
        end -= 1
    if start == end:
        return
    text = line[start:end]
    label = _label(text.lower(), words.credited)
    if label:
        start += len(label)
        start += len(line[start:end]) - len(line[start:end].lstrip(_EDGES))
        kind = _kind(line[start:end], words)
        yield Piece(PieceKind.AGENCY if kind is PieceKind.AGENCY else PieceKind.NOTHING, start, end)
        return
    yield Piece(_kind(text, words), start, end)


def _label(fold: str, labels: tuple[str, ...]) -> str:
    """The label, with its colon, that opens a piece, or ``""``."""
    return next((label for label in labels if fold.startswith(label)), "") if fold.startswith(labels) else ""


def _kind(text: str, words: LayoutWords) -> PieceKind:
    fold = text.lower().rstrip(":")
    if fold.startswith(words.updated):
        return PieceKind.UPDATED
    if fold in words.weekdays or _opens(fold, words) or not _has_letters(fold):
        return PieceKind.NOTHING
    if _is_agency(text, words):
        return PieceKind.AGENCY
    if fold in words.sections:
        return PieceKind.SECTION
    if fold in words.portals or _DOMAIN.fullmatch(text):
        return PieceKind.PORTAL
    return PieceKind.WORD if text.isalpha() and text[0].isupper() else PieceKind.OTHER


def _opens(fold: str, words: LayoutWords) -> bool:
    """Whether a label opens a piece as a word of its own: "Írta" does not open "Írtak alá"."""
    if not fold.startswith(words.openings):
        return False
    found = (label for label in words.openings if fold.startswith(label))
    return any(not (label[-1:].isalpha() and fold[len(label) : len(label) + 1].isalpha()) for label in found)


def _is_agency(text: str, words: LayoutWords) -> bool:
    """An agency, alone or with a portal ("MTI/hirado.hu"); with a photographer it credits a picture."""
    name, _, other = text.lower().partition("/")
    if other in words.agencies and name.isalpha() and name not in words.agencies:
        return True
    return own_words(name, words) in words.agencies and (
        not other or other in words.portals or bool(_DOMAIN.fullmatch(other))
    )


def own_words(credit: str, words: LayoutWords) -> str:
    """A credit (lower case) without the word that it only is the source: "MTI nyomán"."""
    name, _, last = credit.rpartition(" ")
    return name if last in words.following else credit


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)
