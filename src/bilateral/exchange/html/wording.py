"""Values of facts in English words, for people who read a report."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from functools import cache, singledispatch

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal

from bilateral.model.kinds import Comparator
from bilateral.model.values import PERCENT, TIMES, Amount, Period
from bilateral.model.world import Country, Organization, Person, Place

_LOCALE = "en"

_SIGNS = {
    Comparator.EXACTLY: "",
    Comparator.ABOUT: "≈ ",
    Comparator.NEARLY: "≲ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_LEAST: "≥ ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
}


@cache
def _territories() -> dict[str, str]:
    return dict(Locale.parse(_LOCALE).territories)


@singledispatch
def words(value: object) -> str:
    """``value`` as a report shows it: exact, with names beside codes; empty for None."""
    return str(value)


@words.register
def _(_: None) -> str:
    return ""


@words.register
def _(value: Enum) -> str:
    return label(str(value.value))


@words.register
def _(value: Country) -> str:
    name = _territories().get(value.code)
    return f"{name} ({value.code})" if name else value.code


@words.register
def _(value: Place) -> str:
    return _with(value.name, value.country)


@words.register
def _(value: Organization) -> str:
    return _with(value.name, value.country)


@words.register
def _(value: Person) -> str:
    return _with(value.name, value.office, value.country)


@words.register
def _(value: Period) -> str:
    return str(value)


@words.register
def _(value: date) -> str:
    return value.isoformat()


@words.register
def _(value: datetime) -> str:
    return value.isoformat(sep=" ", timespec="minutes")


@words.register
def _(value: Amount) -> str:
    number = format_decimal(value.value, locale=_LOCALE, decimal_quantization=False)
    return f"{_SIGNS[value.comparator]}{number}{_unit(value)}"


@words.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # singledispatch registers plain classes only
    return ", ".join(words(item) for item in value)


def label(field: str) -> str:
    """The name of an attribute or a unit, in words: ``guest_country`` is a guest country."""
    return field.replace("_", " ")


def is_verbatim(value: object) -> bool:
    """Whether a value is a piece of the text (a content, a subject) rather than something read from it."""
    return isinstance(value, str) and not isinstance(value, Enum)


def brief(value: object) -> str:
    """``value`` in words, persons and places by their bare names: for tables that tell the rest elsewhere."""
    if isinstance(value, tuple):
        return ", ".join(map(brief, value))
    return value.name if isinstance(value, Person | Place | Organization) else words(value)


def short(amount: Amount) -> str:
    """The amount rounded to one decimal of its order, e.g. ``> 27.8B USD``."""
    number = format_compact_decimal(amount.value, locale=_LOCALE, fraction_digits=1)
    return f"{_SIGNS[amount.comparator]}{number}{_unit(amount)}"


def _unit(amount: Amount) -> str:
    if amount.unit == PERCENT:
        return "%"
    return "×" if amount.unit == TIMES else f" {label(amount.unit)}"


def _with(name: str, *details: object) -> str:
    told = ", ".join(words(detail) for detail in details if detail is not None)
    return f"{name} ({told})" if told else name
