"""Facts as readable sentences.

The words stand in ``data/describe_LANGUAGE.toml``; dates, lists, numbers, currencies and percentages are
written by Babel in the conventions of the locale.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, singledispatch
from importlib import resources
from typing import TYPE_CHECKING

import attrs
import cattrs

from bilateral.errors import DataFileError, InvalidValueError
from bilateral.model.kinds import Comparator
from bilateral.model.values import Amount, CalendarUnit, Period, Precision
from bilateral.model.world import Country, Organization, Person, Place

if TYPE_CHECKING:
    from decimal import Decimal

LANGUAGES = ("en", "hu")
"""The languages that facts can be told in."""

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")
_MILLION = 1_000_000
_ALL_DIGITS = 15
"""More than a figure in billions or trillions can have behind its point."""


@attrs.frozen(kw_only=True)
class Phrases:
    """The words of one language.

    Attributes:
        sentences: by fact type, a sentence with places for its fields.
        amounts: by comparator, how an amount is hedged.
        periods: how a period with an open end is told.
        units: by unit, singular and plural.
        words: by enumeration and member, the member in a sentence.
    """

    sentences: Mapping[str, str]
    amounts: Mapping[str, str]
    periods: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]
    words: Mapping[str, Mapping[str, str]]


@cache
def phrases(language: str) -> Phrases:
    """The words of ``language``, loaded once.

    Raises:
        DataFileError: the file does not have the form above.
    """
    name = f"describe_{language}.toml"
    source = resources.files("bilateral.data").joinpath(name).read_text(encoding="utf-8")
    try:
        return cattrs.Converter(forbid_extra_keys=True).structure(tomllib.loads(source), Phrases)
    except (tomllib.TOMLDecodeError, cattrs.BaseValidationError) as error:
        raise DataFileError(name, "file", str(error)) from error


def describe(fact: attrs.AttrsInstance, locale: str) -> str:
    """``fact`` as one sentence.

    Args:
        fact: an object of a fact type.
        locale: a locale of one of ``LANGUAGES`` such as ``"hu"``, ``"en"`` or ``"en_GB"``.

    Raises:
        InvalidValueError: there are no sentences in the language of ``locale``.
    """
    language = locale.replace("-", "_").partition("_")[0].lower()
    if language not in LANGUAGES:
        raise InvalidValueError("describe.locale", locale, f"a locale of {' or '.join(LANGUAGES)}")
    voice = Voice(phrases(language), locale.replace("-", "_"))
    values = {field.name: tell(getattr(fact, field.name), voice) for field in attrs.fields(type(fact))}
    sentence = fill(voice.words.sentences[type(fact).__name__], values)
    sentence = sentence[:1].upper() + sentence[1:]
    # a Hungarian date ends in a full stop of its own
    return sentence[:-1] if sentence.endswith("..") else sentence


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put ``values`` into a template; empty ones count as missing.

    >>> fill("[{guest} of {country}|{guest}] came[ on {day}].", {"guest": "X", "country": "", "day": ""})
    'X came.'
    """
    pieces = _CHOICE.split(template)
    pieces[1::2] = [_choose(alternatives, values) for alternatives in pieces[1::2]]
    pieces[::2] = [_put(piece, values) for piece in pieces[::2]]
    return "".join(pieces)


def _choose(alternatives: str, values: Mapping[str, str]) -> str:
    for alternative in alternatives.split("|"):
        if all(values[name] for name in _FIELD.findall(alternative)):
            return _put(alternative, values)
    return ""


def _put(template: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: values[match[1]], template)


@attrs.frozen
class Voice:
    """The words of one language and the locale whose conventions they are written in."""

    words: Phrases
    locale: str


@singledispatch
def tell(value: object, _: Voice) -> str:
    """``value`` in words; empty for ``None`` and for what no sentence has a place for."""
    return value if isinstance(value, str) else ""


@tell.register
def _(value: StrEnum, voice: Voice) -> str:
    return voice.words.words[type(value).__name__][value.value]


@tell.register
def _(value: Country, voice: Voice) -> str:
    return value.name(voice.locale)


@tell.register(Person)
@tell.register(Place)
@tell.register(Organization)
def _(value: Person | Place | Organization, _: Voice) -> str:
    return value.name


@tell.register
def _(value: tuple, voice: Voice) -> str:  # type: ignore[type-arg]  # registers plain classes only
    from babel.lists import format_list  # noqa: PLC0415 - only describing needs Babel

    return format_list([tell(item, voice) for item in value], locale=voice.locale) if value else ""


@tell.register
def _(value: Period, voice: Voice) -> str:
    if value.start is None:
        return _put(voice.words.periods["until"], {"end": _unit(value.end, voice)})
    if value.end is None:
        return _put(voice.words.periods["since"], {"start": _unit(value.start, voice)})
    return value.describe(voice.locale)


@tell.register
def _(value: Amount, voice: Voice) -> str:
    return _put(voice.words.amounts[value.comparator], {"amount": _figure(value, voice)})


def _unit(unit: CalendarUnit | None, voice: Voice) -> str:
    # with a word around it a year is a bare number in both languages
    is_year = unit is not None and unit.precision is Precision.YEAR
    return str(unit) if is_year else Period(unit, unit).describe(voice.locale)


def _figure(amount: Amount, voice: Voice) -> str:
    """The figure and its unit; from a million on in words ("27.8 billion US dollars"), without loss."""
    if amount.is_money and abs(amount.value) >= _MILLION:
        return f"{_number(amount.value, voice)} {_currency(amount, voice)}"
    if amount.unit in voice.words.units:
        return f"{_number(amount.value, voice)} {voice.words.units[amount.unit][abs(amount.value) != 1]}"
    return attrs.evolve(amount, comparator=Comparator.EXACTLY).describe(voice.locale)


def _number(value: Decimal, voice: Voice) -> str:
    from babel.numbers import format_compact_decimal, format_decimal  # noqa: PLC0415 - as above

    if abs(value) < _MILLION:
        return format_decimal(value, locale=voice.locale, decimal_quantization=False)
    return format_compact_decimal(value, format_type="long", locale=voice.locale, fraction_digits=_ALL_DIGITS)


def _currency(amount: Amount, voice: Voice) -> str:
    from babel.numbers import get_currency_name  # noqa: PLC0415 - as above

    return get_currency_name(amount.unit, count=amount.value, locale=voice.locale)
