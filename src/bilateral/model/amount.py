"""Amounts: a decimal number, the unit that it counts, and how the true value relates to it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.currencies import CURRENCIES
from bilateral.model.kinds import Comparator

PERCENT: Final = "percent"
PERCENTAGE_POINT: Final = "percentage_point"
TIMES: Final = "times"

TOLERANCE: Final = Decimal("0.05")
"""How far, as a part of the figure, ``about`` may miss it on either side and ``nearly`` below.

News writes "mintegy 9 milliárd" and "csaknem 28 milliárd" of figures rounded to two digits; one part
in twenty covers such rounding.
"""

MAGNITUDE: Final = 1000
"""The most places that a value may have before or behind the decimal point.

"1e999999999" is twelve characters of a stranger's JSON and would be a gigabyte of digits in a table.
"""

_NOUN = re.compile(r"[a-z]+(?:_[a-z]+)*", re.ASCII)
_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
_SIGNS: Final = {
    Comparator.EXACTLY: "",
    Comparator.ABOUT: "≈ ",
    Comparator.NEARLY: "≲ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_LEAST: "≥ ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
}
_CLDR_UNITS: Final = {
    "barrel": "volume-barrel",
    "celsius": "temperature-celsius",
    "centimetre": "length-centimeter",
    "cubic_kilometre": "volume-cubic-kilometer",
    "cubic_metre": "volume-cubic-meter",
    "gigawatt": "power-gigawatt",
    "gram": "mass-gram",
    "hectare": "area-hectare",
    "kilogram": "mass-kilogram",
    "kilometre": "length-kilometer",
    "kilowatt": "power-kilowatt",
    "kilowatt_hour": "energy-kilowatt-hour",
    "litre": "volume-liter",
    "megawatt": "power-megawatt",
    "metre": "length-meter",
    "mile": "length-mile",
    "millimetre": "length-millimeter",
    "square_kilometre": "area-square-kilometer",
    "square_metre": "area-square-meter",
    "tonne": "mass-tonne",
}
"""Units that CLDR can write in every language; the others keep their English name."""


def _to_decimal(value: Decimal | int | str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise InvalidValueError("Amount.value", value, "a Decimal, an int or a decimal string")
    try:
        return Decimal(value)
    except InvalidOperation:
        raise InvalidValueError("Amount.value", value, "a decimal number such as 27.8") from None


def _check_value(_: Amount, __: attrs.Attribute[Decimal], value: Decimal) -> None:
    if not value.is_finite():
        raise InvalidValueError("Amount.value", value, "a finite number")
    exponent = value.as_tuple().exponent
    if value.adjusted() > MAGNITUDE or (isinstance(exponent, int) and exponent < -MAGNITUDE):
        raise InvalidValueError("Amount.value", value, f"a number of at most {MAGNITUDE} places")


def _check_unit(_: Amount, __: attrs.Attribute[str], unit: str) -> None:
    expected = "an ISO 4217 code or an English singular noun in snake_case"
    if not isinstance(unit, str):
        raise InvalidValueError("Amount.unit", unit, expected)
    if unit not in CURRENCIES if _CODE.fullmatch(unit) else not _NOUN.fullmatch(unit):
        raise InvalidValueError("Amount.unit", unit, expected)


@attrs.frozen(kw_only=True)
class Amount:
    """So much of something.

    Attributes:
        value: the figure in the unit itself, e.g. ``Decimal(27800000000)`` of ``USD``; an ``int`` or a
            decimal string is converted, a ``float`` is refused.
        unit: ISO 4217 code, ``percent``, ``percentage_point``, ``times``, or what is measured or counted
            as an English singular noun in snake_case, e.g. ``cubic_metre``, ``company``.
        comparator: how the true value relates to the figure.

    Raises:
        InvalidValueError: the value is no finite decimal, or one of more than 1,000 places, or the unit has
            another form.

    >>> Amount(value="27.8e9", unit="USD", comparator=Comparator.NEARLY).plain
    '27800000000'
    """

    value: Decimal = attrs.field(converter=_to_decimal, validator=_check_value)
    unit: str = attrs.field(validator=_check_unit)
    comparator: Comparator = attrs.field(default=Comparator.EXACTLY, converter=Comparator)

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return _CODE.fullmatch(self.unit) is not None

    @property
    def plain(self) -> str:
        """The value as the tables write it: decimal, without grouping, exponent or trailing zeros."""
        digits = format(self.value, "f")
        if "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        return "0" if digits == "-0" else digits

    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest value meant, ``None`` where there is no bound on that side.

        ``about`` allows ``TOLERANCE`` on either side, ``nearly`` on the side of zero. ``more_than`` and
        ``less_than`` do not include their bound, the other comparators do.
        """
        margin = abs(self.value) * TOLERANCE
        toward_zero = self.value - margin.copy_sign(self.value)
        if self.comparator is Comparator.EXACTLY:
            return self.value, self.value
        if self.comparator is Comparator.ABOUT:
            return self.value - margin, self.value + margin
        if self.comparator is Comparator.NEARLY:
            return min(toward_zero, self.value), max(toward_zero, self.value)
        if self.comparator in (Comparator.MORE_THAN, Comparator.AT_LEAST):
            return self.value, None
        return None, self.value

    def __str__(self) -> str:
        return f"{_SIGNS[self.comparator]}{self.plain} {self.unit}"

    def describe(self, locale: str = "hu") -> str:
        """The amount as people of ``locale`` write it, e.g. ``≈ 90%``.

        The comparator is shown by a mathematical sign. Units that CLDR does not know keep their
        English name.

        Raises:
            babel.UnknownLocaleError: Babel does not know ``locale``.
        """
        return _SIGNS[self.comparator] + _describe_plain(self, locale)


def _describe_plain(amount: Amount, locale: str) -> str:
    from babel.numbers import format_currency, format_decimal, format_percent  # noqa: PLC0415
    from babel.units import format_unit  # noqa: PLC0415 - only describing needs Babel

    if amount.is_money:
        return format_currency(
            amount.value,
            amount.unit,
            locale=locale,
            format_type="name",
            currency_digits=False,
            decimal_quantization=False,
        )
    if amount.unit == PERCENT:
        return format_percent(amount.value / 100, locale=locale, decimal_quantization=False)
    if amount.unit in _CLDR_UNITS:
        return format_unit(amount.value, _CLDR_UNITS[amount.unit], locale=locale)
    number = format_decimal(amount.value, locale=locale, decimal_quantization=False)
    if amount.unit == TIMES:
        return f"{number}×"
    return f"{number} {amount.unit.replace('_', ' ')}"
