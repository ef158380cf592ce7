"""Values of facts in the words of a language, for people who read a report.

The words stand in ``data/report_LANGUAGE.toml`` and, for members of enumerations and units, in
``data/describe_LANGUAGE.toml``; countries and numbers are written by Babel.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, singledispatch
from importlib import resources

import attrs
import cattrs
from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal

from bilateral.errors import DataFileError, InvalidValueError
from bilateral.model.describe import LANGUAGES, phrases
from bilateral.model.kinds import Comparator
from bilateral.model.values import PERCENT, TIMES, Amount, Period
from bilateral.model.world import Country, Organization, Person, Place

_SIGNS = {
    Comparator.EXACTLY: "",
    Comparator.ABOUT: "≈ ",
    Comparator.NEARLY: "≲ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_LEAST: "≥ ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
}


@attrs.frozen(kw_only=True)
class Report:
    """The words of a report in one language, as its file has them.

    Attributes:
        phrases: headings and what else the report itself says; ``{name}`` stands for what is put in.
        types: by table, one fact and several.
        columns: names of attributes.
        members: by enumeration, its members; the others are told by their names.
    """

    phrases: Mapping[str, str]
    types: Mapping[str, tuple[str, str]]
    columns: Mapping[str, str]
    members: Mapping[str, Mapping[str, str]]


@cache
def report(language: str) -> Report:
    """The words of ``language``, loaded once.

    Raises:
        InvalidValueError: there are no reports in this language.
        DataFileError: the file does not have the form above.
    """
    if language not in LANGUAGES:
        raise InvalidValueError("to_html.language", language, " or ".join(map(repr, LANGUAGES)))
    name = f"report_{language}.toml"
    source = resources.files("bilateral.data").joinpath(name).read_text(encoding="utf-8")
    try:
        return cattrs.Converter(forbid_extra_keys=True).structure(tomllib.loads(source), Report)
    except (tomllib.TOMLDecodeError, cattrs.BaseValidationError) as error:
        raise DataFileError(name, "file", str(error)) from error


class Wording:
    """How a report in one language puts things.

    Raises:
        InvalidValueError: there are no reports in this language.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._report = report(language)
        self._territories = Locale.parse(language).territories

    def phrase(self, name: str, **parts: object) -> str:
        """What the report itself says."""
        return self._report.phrases[name].format(**parts)

    def type(self, table: str, *, many: bool = False) -> str:
        """One fact of a table, or several."""
        return self._report.types[table][many]

    def column(self, name: str) -> str:
        """The name of an attribute, in words: ``guest_country`` is a guest country."""
        return self._report.columns.get(name, _spaced(name))

    def member(self, item: Enum) -> str:
        """A member of an enumeration."""
        own = self._report.members.get(type(item).__name__, {}).get(item.value)
        if own is not None or self.language == "en":
            return own or _spaced(item.value)
        return phrases(self.language).words[type(item).__name__][item.value]

    def country(self, code: str) -> str:
        """A country with its code."""
        name = self._territories.get(code)
        return f"{name} ({code})" if name else code

    def amount(self, amount: Amount) -> str:
        """The amount with all of its digits."""
        number = format_decimal(amount.value, locale=self.language, decimal_quantization=False)
        return f"{_SIGNS[amount.comparator]}{number}{self._unit(amount)}"

    def short(self, amount: Amount) -> str:
        """The amount rounded to one decimal of its order, e.g. ``> 27.8B USD``."""
        number = format_compact_decimal(amount.value, locale=self.language, fraction_digits=1)
        return f"{_SIGNS[amount.comparator]}{number}{self._unit(amount)}"

    def words(self, value: object) -> str:
        """``value`` as a report shows it: exact, with names beside codes; empty for None."""
        return words(value, self)

    def brief(self, value: object) -> str:
        """``value`` in words, persons and places by their bare names."""
        if isinstance(value, tuple):
            return ", ".join(map(self.brief, value))
        return value.name if isinstance(value, Person | Place | Organization) else self.words(value)

    def _unit(self, amount: Amount) -> str:
        if amount.unit == PERCENT:
            return "%"
        if amount.unit == TIMES:
            return "×"
        told = phrases(self.language).units.get(amount.unit) if self.language != "en" else None
        return f" {told[1] if told else _spaced(amount.unit)}"


@singledispatch
def words(value: object, _: Wording) -> str:
    """``value`` in the words of a report."""
    return str(value)


@words.register
def _(_: None, __: Wording) -> str:
    return ""


@words.register
def _(value: Enum, wording: Wording) -> str:
    return wording.member(value)


@words.register
def _(value: Country, wording: Wording) -> str:
    return wording.country(value.code)


@words.register(Place)
@words.register(Organization)
def _(value: Place | Organization, wording: Wording) -> str:
    return _with(value.name, wording, value.country)


@words.register
def _(value: Person, wording: Wording) -> str:
    return _with(value.name, wording, value.office, value.country)


@words.register
def _(value: Period, _: Wording) -> str:
    return str(value)


@words.register
def _(value: date, _: Wording) -> str:
    return value.isoformat()


@words.register
def _(value: datetime, _: Wording) -> str:
    return value.isoformat(sep=" ", timespec="minutes")


@words.register
def _(value: Amount, wording: Wording) -> str:
    return wording.amount(value)


@words.register
def _(value: tuple, wording: Wording) -> str:  # type: ignore[type-arg]  # singledispatch registers plain classes only
    return ", ".join(map(wording.words, value))


def is_verbatim(value: object) -> bool:
    """Whether a value is a piece of the text (a content, a subject) rather than something read from it."""
    return isinstance(value, str) and not isinstance(value, Enum)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _with(name: str, wording: Wording, *details: object) -> str:
    told = ", ".join(wording.words(detail) for detail in details if detail is not None)
    return f"{name} ({told})" if told else name
