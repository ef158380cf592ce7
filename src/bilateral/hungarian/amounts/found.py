"""What the search for amounts gives: an amount in its place, or a number without a unit."""

from __future__ import annotations

from decimal import Decimal

import attrs

from bilateral.hungarian.suffixes import Ending
from bilateral.model.kinds import Comparator
from bilateral.model.values import Amount

_ROLES = {
    "Nom": "level",
    "Acc": "level",
    "Sbl": "to",
    "Ter": "to",
    "Del": "from",
    "Abl": "from",
    "Ins": "by",
}


@attrs.define(eq=False, kw_only=True)
class FoundAmount:
    """An amount in its place.

    Attributes:
        first: index of its first token, comparator included.
        last: index after its last token.
        start: offset of the first code point of the number.
        end: offset after the last code point of the unit.
        amount: what it says; of a range the lower bound, ``at_least``.
        high: of a range the upper bound, ``at_most``; else ``None``.
        case: the UD case of the unit.
        role: ``level`` (nominative, accusative), ``to`` (*-ra, -ig*), ``from`` (*-ról, -tól*), ``by``
            (*-val*), ``attributive`` (*300 millió forintos*), ``possessed`` (*8 százaléka, fele*), ``change``
            (a verb: *megduplázódott*) or ``other``.
        head: index of the token of the unit; of a fraction or a multiple, of itself.
        counted: the noun that is counted (*vállalat*), ``""`` where the unit is a measure.
        scale: the last power of a thousand that was written as a word, else 1.
        borrowed: the unit stands with another number (*38, illetve 12 százalékkal*).
        conversion: it repeats the money before it in another currency.
    """

    first: int
    last: int
    start: int
    end: int
    amount: Amount
    high: Amount | None = None
    case: str = "Nom"
    role: str = "level"
    head: int = -1
    counted: str = ""
    scale: Decimal = Decimal(1)
    borrowed: bool = False
    conversion: bool = False

    @property
    def attributive(self) -> bool:
        """Whether it is the attribute of a noun: *300 millió forintos*."""
        return self.role == "attributive"

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amount, or both bounds of a range."""
        return (self.amount,) if self.high is None else (self.amount, self.high)


@attrs.define(eq=False, kw_only=True)
class FoundNumeral:
    """A number without a unit, which the reader may know from the context.

    Attributes:
        first: index of its first token, comparator included.
        last: index after its last token.
        start: offset of the first code point of the number.
        end: offset after its last code point.
        value: the number; of a range the lower one.
        high: of a range the higher one, else ``None``.
        comparator: what stands beside it.
        case: the UD case of its last word or suffix.
        role: as of :class:`FoundAmount`.
        scale: the last power of a thousand that was written as a word, else 1.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    high: Decimal | None
    comparator: Comparator
    case: str
    role: str
    scale: Decimal

    def of(self, unit: str) -> FoundAmount:
        """The amount in ``unit``."""
        low, high = bounds(self.value, self.high, unit, self.comparator)
        return FoundAmount(
            first=self.first,
            last=self.last,
            start=self.start,
            end=self.end,
            amount=low,
            high=high,
            case=self.case,
            role=self.role,
            head=self.last - 1,
            scale=self.scale,
            borrowed=True,
        )


def bounds(
    value: Decimal, high: Decimal | None, unit: str, comparator: Comparator
) -> tuple[Amount, Amount | None]:
    """The amount, or the two bounds of a range."""
    if high is None:
        return Amount(value=value, unit=unit, comparator=comparator), None
    return (
        Amount(value=value, unit=unit, comparator=Comparator.AT_LEAST),
        Amount(value=high, unit=unit, comparator=Comparator.AT_MOST),
    )


_PARTS = ("Nom", "Acc", "Dat", "Cau")


def role_of(ending: Ending) -> str:
    """The role that a unit with this ending has."""
    if ending.adjective:
        return "attributive"
    if ending.possessor and ending.case in _PARTS:
        return "possessed"
    return _ROLES.get(ending.case, "other")
