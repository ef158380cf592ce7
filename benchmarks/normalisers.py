"""What reads dates, durations, numbers and amounts from Hungarian, ours and others', behind one interface.

``ask`` is what is timed: the call that a user would write. ``read`` brings the answer into the form of
cases.py and is not timed. Every package is told the moment of writing and, where it has a setting for it, the
direction in which a bare weekday or month is looked for; nothing else is set that its documentation does not
show. A package that is not installed raises ImportError where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any, Protocol

import normalise
from bilateral.model.values import Period
from cases import Found, Question, minutes, moment

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


class Normaliser(Protocol):
    """A package that reads values."""

    dimensions: frozenset[str]
    """What it can be asked for."""

    def ask(self, question: Question) -> Any:  # noqa: ANN401 - every package has its own form
        """The package's own answer."""

    def read(self, question: Question, answer: Any) -> Iterator[Found]:  # noqa: ANN401
        """The values of an answer."""


class Ours:
    """The language layer of bilateral: all kinds of values at once, through normalise.py."""

    dimensions = frozenset(
        ("time", "duration", "numeral", "number", "ordinal", "money", "percent", "quantity")
    )

    def ask(self, question: Question) -> list[normalise.Item]:
        """All values of the text."""
        return normalise.find(question.text, question.reference, question.scope)

    def read(self, _question: Question, answer: list[normalise.Item]) -> Iterator[Found]:
        """Periods become intervals."""
        for item in answer:
            span, kind = (item["start"], item["end"]), item["kind"]
            if kind == "time":
                yield Found(kind, span, *_interval(item))
            elif kind in ("duration", "set"):
                yield Found(kind, span, value=minutes(item["value"]))
            else:
                high = Decimal(item["high"]) if "high" in item else None
                unit = item.get("currency") or item.get("unit") or ""
                yield Found(kind, span, value=Decimal(item["value"]), high=high, unit=unit)


def _interval(item: normalise.Item) -> tuple[datetime | None, datetime | None]:
    if "from" in item:
        return moment(item["from"]), moment(item["to"])
    period = Period.parse(item["value"])
    first = None if period.first is None else datetime.combine(period.first, time())
    return first, None if period.last is None else datetime.combine(period.last, time()) + DAY


class HunDateParser:
    """hun-date-parser: ``text2datetime_with_spans`` and ``parse_duration_with_spans``, ``word_to_num``."""

    dimensions = frozenset(("time", "duration", "numeral", "number"))

    def __init__(self) -> None:
        self.package = import_module("hun_date_parser")
        self.word_to_num = import_module("hun_date_parser.utils").word_to_num
        scopes = import_module("hun_date_parser.date_parser.datetime_extractor").SearchScopes
        self.scopes = {
            "past": scopes.PAST_SEARCH,
            "future": scopes.FUTURE_DAY,
            "none": scopes.NOT_RESTRICTED,
        }

    def ask(self, question: Question) -> Any:  # noqa: ANN401
        """The function for the dimension; ``word_to_num`` takes one word, so it gets the whole text."""
        if question.dimension == "time":
            scope = self.scopes[question.scope]
            return self.package.text2datetime_with_spans(
                question.text, now=question.reference, search_scope=scope
            )
        if question.dimension == "duration":
            return self.package.parse_duration_with_spans(question.text)
        return self.word_to_num(question.text)

    def read(self, question: Question, answer: Any) -> Iterator[Found]:  # noqa: ANN401
        """Intervals end a second later than told; -1 is no number."""
        if question.dimension == "time":
            for item in answer:
                end = item["end_date"]
                span = (item["match_start"], item["match_end"])
                yield Found("time", span, item["start_date"], None if end is None else end + SECOND)
        elif question.dimension == "duration":
            if answer is not None:
                span = (answer["match_start"], answer["match_end"])
                yield Found("duration", span, value=Decimal(answer["minutes"]))
        elif answer is not None and answer != -1:
            yield Found("number", value=Decimal(str(answer)))


class Hundate:
    """hundate: ``text2date`` with all dates of the text; it gives no offsets and knows no times of day."""

    dimensions = frozenset(("time",))

    def __init__(self) -> None:
        self.text2date = import_module("hundate.ezdate").text2date

    def ask(self, question: Question) -> str:
        """Days and ranges of days, joined by commas."""
        tense = question.scope if question.scope != "none" else ""
        answer: str = self.text2date(question.text, dt0=question.reference, tense=tense, outtype="all")
        return answer

    def read(self, _question: Question, answer: str) -> Iterator[Found]:
        """2021.10.12,2021.12.10-2021.12.20."""
        for part in re.findall(r"[0-9.]+(?:-[0-9.]+)?", answer or ""):
            first, _, last = part.partition("-")
            start, end = _day(first), _day(last or first)
            yield Found("time", None, start, None if end is None else end + DAY)


def _day(text: str) -> datetime | None:
    """A day; the first and the last that Python knows stand for an open side."""
    year, month, day = map(int, text.split("."))
    # cases know no time zones
    return None if year in (MINYEAR, MAXYEAR) else datetime(year, month, day)  # noqa: DTZ001


class Dateparser:
    """dateparser: ``search_dates`` in Hungarian; how fine a date is, its ``DateDataParser`` tells."""

    dimensions = frozenset(("time",))

    def __init__(self) -> None:
        self.search_dates = import_module("dateparser.search").search_dates
        self.parser = import_module("dateparser.date").DateDataParser

    def settings(self, question: Question) -> dict[str, object]:
        """The reference and the direction."""
        prefer = {"none": "current_period"}.get(question.scope, question.scope)
        return {
            "RELATIVE_BASE": question.reference,
            "PREFER_DATES_FROM": prefer,
            "RETURN_TIME_AS_PERIOD": True,
        }

    def ask(self, question: Question) -> list[tuple[str, datetime]]:
        """Pairs of a substring and its date-time."""
        return self.search_dates(question.text, languages=["hu"], settings=self.settings(question)) or []

    def read(self, question: Question, answer: list[tuple[str, datetime]]) -> Iterator[Found]:
        """The day, month or year in which the date-time is."""
        parser = self.parser(languages=["hu"], settings=self.settings(question))
        for text, found in answer:
            start = question.text.find(text)
            span = None if start < 0 else (start, start + len(text))
            grain = parser.get_date_data(text).period or "day"
            yield Found("time", span, *_around(found.replace(tzinfo=None), _GRAINS.get(grain, grain)))


_GRAINS = {"time": "minute"}
_FIELDS = ("microsecond", "second", "minute", "hour", "day", "month")


def _around(found: datetime, grain: str) -> tuple[datetime, datetime]:
    """The minute, hour, day, week, month, quarter or year of a moment."""
    day = found.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=7)
    if grain in ("second", "minute", "hour", "day"):
        finer = _FIELDS[: _FIELDS.index(grain)]
        start = found.replace(**dict.fromkeys(finer, 0))
        return start, start + timedelta(**{f"{grain}s": 1})
    length = {"month": 1, "quarter": 3, "year": 12}[grain]
    count = (day.year * 12 + day.month - 1) // length * length
    return _month(count), _month(count + length)


def _month(count: int) -> datetime:
    return datetime(count // 12, count % 12 + 1, 1)  # noqa: DTZ001


class Duckling:
    """Duckling through pyduckling-native-phihos: locale ``HU``, no latent readings, its first candidate."""

    dimensions = Ours.dimensions - {"percent"}
    """It has no percentages in Hungarian."""
    _NAMES = {  # noqa: RUF012 - never changed
        "time": ["time"], "duration": ["duration"], "numeral": ["number"], "number": ["number"],
        "ordinal": ["ordinal"], "money": ["amount-of-money"],
        "quantity": ["quantity", "distance", "volume", "temperature"],
    }  # fmt: skip
    _KINDS = {"amount-of-money": "money", "distance": "quantity", "volume": "quantity"}  # noqa: RUF012
    _UNITS = {"metre": "m", "kilometre": "km", "millimetre": "mm", "centimetre": "cm", "litre": "l"}  # noqa: RUF012

    def __init__(self) -> None:
        self.package = import_module("duckling")
        self.zones = self.package.load_time_zones("/usr/share/zoneinfo")
        language = self.package.parse_lang("HU")
        self.locale = self.package.parse_locale("HU", self.package.default_locale_lang(language))
        self.names = {key: self.package.parse_dimensions(names) for key, names in self._NAMES.items()}

    def ask(self, question: Question) -> list[dict[str, Any]]:
        """Entities of the dimension."""
        stamp = int(question.reference.replace(tzinfo=UTC).timestamp())
        moment_of_writing = self.package.parse_ref_time(self.zones, "UTC", stamp)
        context = self.package.Context(moment_of_writing, self.locale)
        entities: list[dict[str, Any]] = self.package.parse(
            question.text, context, self.names[question.dimension]
        )
        return entities

    def read(self, _question: Question, answer: list[dict[str, Any]]) -> Iterator[Found]:
        """The first value of each entity; offsets are in code points."""
        for entity in answer:
            span, value = (entity["start"], entity["end"]), entity["value"]
            if entity["dim"] == "time":
                yield Found("time", span, *_duckling_interval(value))
            elif entity["dim"] == "duration":
                yield Found("duration", span, value=Decimal(str(value["normalized"]["value"])) / 60)
            elif "value" in value:
                kind, unit = self._KINDS.get(entity["dim"], entity["dim"]), value.get("unit", "")
                number = Decimal(str(value["value"]))
                yield Found(kind, span, value=number, unit=self._UNITS.get(unit, unit))


def _duckling_interval(value: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    if value["type"] == "value":
        return _around(_moment(value["value"]), value["grain"])
    start, end = value.get("from"), value.get("to")
    return _moment(start["value"]) if start else None, _moment(end["value"]) if end else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


NORMALISERS: dict[str, Callable[[], Normaliser]] = {
    "bilateral": Ours,
    "hun-date-parser": HunDateParser,
    "hundate": Hundate,
    "dateparser": Dateparser,
    "pyduckling-native-phihos": Duckling,
}
"""By the name of the package in the registry."""
