"""Finding every date, duration and frequency of a text and resolving it against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from bilateral.hungarian.atoms import Atoms, atomise
from bilateral.hungarian.periods.expressions import Anchor, Expression, Open, Year, resolve
from bilateral.hungarian.periods.grammar import expression_at, starts
from bilateral.hungarian.periods.parse import Parse
from bilateral.hungarian.periods.relatives import Earlier, Run, Shifted, counted
from bilateral.hungarian.suffixes import Ending
from bilateral.hungarian.tokens import Token
from bilateral.model.values import Period

_OPENING = frozenset(("until", "since", "before", "after"))
_DAYS = re.compile(r"P([0-9]+)([DW])")
_LENGTH = {"D": 1, "W": 7}
UNRESOLVED = "relative to a day of publication that is not known"
VAGUE = "no date follows from the words"
IMPOSSIBLE = "there is no such date"


@attrs.define(eq=False, kw_only=True)
class FoundPeriod:
    """A time expression in its place.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        start: offset of its first code point.
        end: offset after its last code point.
        kind: ``date``, ``duration`` or ``set`` (a frequency).
        period: what it means in a report of the past; ``None`` if nothing follows (see ``note``).
        future: what it means in a plan, where that differs; else equal to ``period``.
        exact: of *az elmúlt öt évben* the interval, of *két hónappal ezelőtt* the day, counted to the day
            where ``period`` is rounded to years or months; else ``None``.
        duration: ISO 8601, of durations and frequencies and of dates told by a distance; else ``""``.
        relation: ``until``, ``since``, ``before``, ``after`` (the period has an open end), ``between``,
            ``within``, ``for`` (*-ra*), ``around``, or ``""``.
        part: ``start``, ``middle`` or ``end`` of the period (*december végén* is the month), or ``""``.
        case: the UD case of its last word.
        attributive: it stands before a noun as its attribute: *kétnapos*, *tavalyi*, *2015-ös*.
        explicit: it tells its year and needs no day of publication.
        note: why ``period`` is ``None``, else ``""``.
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    period: Period | None
    future: Period | None
    exact: Period | None
    duration: str
    relation: str
    part: str
    case: str
    attributive: bool
    explicit: bool
    note: str

    @property
    def days(self) -> int | None:
        """The days of a duration told in days or weeks, else ``None``."""
        match = _DAYS.fullmatch(self.duration)
        return int(match[1]) * _LENGTH[match[2]] if match else None

    def read(self, *, forward: bool) -> Period | None:
        """The period in a plan (``forward``) or in a report."""
        return self.future if forward else self.period


def find_periods(
    tokens: Sequence[Token],
    reference: date | None,
    *,
    sentences: Sequence[tuple[int, int]] = (),
    previous: Period | None = None,
) -> list[FoundPeriod]:
    """The time expressions of ``tokens`` in their order; none overlaps another.

    Args:
        tokens: the tokens of a text or of a sentence.
        reference: the day of publication; without it relative expressions stay unresolved.
        sentences: token ranges; a year or a month told carries over only within a sentence.
        previous: what *másnap* or *15-én* at the beginning refers to.
    """
    return find_in_atoms(atomise(tokens), reference, sentences=sentences, previous=previous)


def find_in_atoms(
    atoms: Atoms,
    reference: date | None,
    *,
    sentences: Sequence[tuple[int, int]] = (),
    previous: Period | None = None,
) -> list[FoundPeriod]:
    """:func:`find_periods` on atoms that are there already."""
    found: list[FoundPeriod] = []
    context = _Context(reference, previous, sentences)
    for index, parse in parses(atoms):
        context.enter(atoms.places[index])
        found.append(context.found(atoms, index, parse))
    return found


def parses(atoms: Atoms) -> Iterator[tuple[int, Parse]]:
    """The expressions, not yet resolved, each with the index of its first atom."""
    last = 0
    for index in starts(atoms):
        parse = expression_at(atoms, index) if index >= last else None
        if parse is not None:
            yield index, parse
            last = parse.last


class _Context:
    """What dates of the same text lend to the next one: the day last spoken of, the year of the sentence."""

    def __init__(
        self, reference: date | None, previous: Period | None, sentences: Sequence[tuple[int, int]]
    ) -> None:
        self._sentences = sentences
        self._entered = 0
        self._reference = reference
        self._previous = previous
        self._coming = previous  # the same day, read forward
        self._year: int | None = None

    def enter(self, token: int) -> None:
        """Forget the year of the sentence when a new one begins before ``token``."""
        while self._entered < len(self._sentences) and self._sentences[self._entered][0] <= token:
            self._entered += 1
            self._year = None

    def found(self, atoms: Atoms, index: int, parse: Parse) -> FoundPeriod:
        if parse.meaning is None:
            note = VAGUE if parse.kind == "date" else ""
            return _found(atoms, index, parse, (None, None, None), note)
        meaning = Open(parse.meaning, parse.relation) if parse.relation in _OPENING else parse.meaning
        period = self._resolve(meaning, forward=False)
        future = period if _is_fixed(meaning) else self._resolve(meaning, forward=True)
        exact = counted(parse.meaning, Anchor(self._reference)) if period else None
        self._remember(parse, period, future)
        note = "" if period else self._why(meaning)
        return _found(atoms, index, parse, (period, future, exact), note)

    def _resolve(self, meaning: Expression, *, forward: bool) -> Period | None:
        ahead = forward and not isinstance(meaning, Earlier)
        previous = self._coming if ahead else self._previous
        return resolve(meaning, Anchor(self._reference, previous, forward, self._year))

    def _why(self, meaning: Expression) -> str:
        return IMPOSSIBLE if meaning.explicit or self._reference else UNRESOLVED

    def _remember(self, parse: Parse, period: Period | None, future: Period | None) -> None:
        """Keep the year of a sentence, and a day, month or year that something happened in."""
        if period and period.is_single and not (parse.part or isinstance(parse.meaning, Earlier)):
            self._previous, self._coming = period, future
        year = getattr(parse.meaning, "year", None)
        if isinstance(year, Year) and year.number is not None:
            self._year = year.number


def _is_fixed(meaning: Expression) -> bool:
    """Whether it means the same in a plan as in a report."""
    inner = meaning.inner if isinstance(meaning, Open) else meaning
    return isinstance(inner, (Shifted, Run)) or inner.explicit


def _found(
    atoms: Atoms, index: int, parse: Parse, periods: tuple[Period | None, ...], note: str
) -> FoundPeriod:
    final = parse.last - 1
    ending: Ending = parse.ending
    return FoundPeriod(
        first=atoms.places[index],
        last=atoms.places[final] + 1,
        start=atoms.start(index),
        end=atoms.end(final),
        kind=parse.kind,
        period=periods[0],
        future=periods[1],
        exact=periods[2],
        duration=parse.duration,
        relation=parse.relation,
        part=parse.part,
        case=ending.case,
        attributive=bool(ending.adjective),
        explicit=parse.meaning is not None and parse.meaning.explicit,
        note=note,
    )
