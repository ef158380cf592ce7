"""The dated list of office-holders: it only adds what an article leaves open, and records say that it did."""

from __future__ import annotations

import functools
import re
import unicodedata
from datetime import date

import attrs

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_table
from bilateral.model.kinds import Office

FILE = "office_holders.tsv"
_COLUMNS = ("name", "spellings", "country", "office", "since", "until", "source")
_DOUBLED = re.compile(r"(\w)\1")
_SURNAME_FIRST = frozenset(("HU", "CN", "JP", "KR", "KP"))
_DISTINCTIVE = 5
"""Letters from which on a surname alone tells its bearer."""


@attrs.frozen
class Term:
    """Somebody in an office for a time."""

    country: str | None
    office: Office
    since: date
    until: date | None

    def held_on(self, day: date) -> bool:
        """Whether the office was held on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)

    def over_by(self, day: date) -> bool:
        """Whether the term had ended before ``day``."""
        return self.until is not None and self.until < day


def terms_of(name: str) -> tuple[Term, ...]:
    """The terms of the person of this name (words in any order), or of the only one with this surname."""
    full = _by_name().get(_key(name))
    if full is not None:
        return full
    return () if " " in name else _by_surname().get(name.lower(), ())


def is_holder(name: str) -> bool:
    """Whether a full name of several words is on the list."""
    return " " in name and _key(name) in _by_name()


def office_on(terms: tuple[Term, ...], day: date | None) -> Office | None:
    """What the bearer of ``terms`` is on ``day``: ``other`` after the last one, ``None`` where it is open."""
    if day is None:
        return next((term.office for term in terms if term.until is None), None)
    held = next((term.office for term in terms if term.held_on(day)), None)
    if held is None and terms and all(term.over_by(day) for term in terms):
        return Office.OTHER
    return held


@functools.lru_cache(maxsize=1 << 12)
def _key(name: str) -> tuple[str, ...]:
    """The words of a name, whichever way it is transcribed: "Mohammed bin Szalmán", "Mohamed bin Szalman"."""
    letters = unicodedata.normalize("NFD", name.lower().replace("-", " "))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return tuple(sorted(_DOUBLED.sub(r"\1", plain).split()))


@functools.cache
def _rows() -> list[tuple[tuple[str, ...], Term]]:
    """Every spelling of a listed name, the main one first, with one term."""
    rows = []
    for number, row in enumerate(read_table(FILE, _COLUMNS), start=2):
        try:
            until = date.fromisoformat(row["until"]) if row["until"] else None
            term = Term(
                row["country"] or None, Office(row["office"]), date.fromisoformat(row["since"]), until
            )
        except ValueError as error:
            raise DataFileError(FILE, f"line {number}", str(error)) from error
        rows.append(((row["name"], *filter(None, row["spellings"].split("|"))), term))
    return rows


@functools.cache
def _by_name() -> dict[tuple[str, ...], tuple[Term, ...]]:
    table: dict[tuple[str, ...], tuple[Term, ...]] = {}
    for names, term in _rows():
        for name in names:
            table[_key(name)] = (*table.get(_key(name), ()), term)
    return table


@functools.cache
def _by_surname() -> dict[str, tuple[Term, ...]]:
    bearers: dict[str, set[str]] = {}
    for names, term in _rows():
        for name in names:
            surname = name.split()[0 if term.country in _SURNAME_FIRST else -1].lower()
            bearers.setdefault(surname, set()).add(names[0])
    return {
        surname: _by_name()[_key(min(names))]
        for surname, names in sorted(bearers.items())
        if len(names) == 1 and len(surname) >= _DISTINCTIVE
    }
