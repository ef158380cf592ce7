"""Who and where: countries, places, organisations and persons."""

import datetime as dt
from functools import cache, lru_cache
from typing import Self

import attrs

from bilateral.errors import InvalidValueError
from bilateral.model.checks import checked
from bilateral.model.kinds import Office
from bilateral.model.territories import ALPHA3, DISSOLVED, TERRITORIES


def _is_territory(_: object, __: object, code: str) -> None:
    if code not in TERRITORIES:
        raise InvalidValueError(
            "Country.code", code, "an ISO 3166-1 alpha-2 code, EU, XK or a dissolved state"
        )


@attrs.frozen(order=True)
class Country:
    """A state, a territory or the European Union by its ISO 3166-1 alpha-2 code.

    ``EU`` is the European Union, ``XK`` Kosovo; ``CS`` (Czechoslovakia), ``DD`` (East Germany),
    ``SU`` and ``YU`` are states that are no more.

    >>> Country("KZ").name("hu"), Country("KZ").name("en"), Country("KZ").alpha3
    ('Kazahsztán', 'Kazakhstan', 'KAZ')

    Raises:
        InvalidValueError: for a code that is none of these.
    """

    code: str = attrs.field(validator=_is_territory)

    @classmethod
    def parse(cls, code: str) -> Self:
        """The country with an alpha-2 or alpha-3 code, in any case.

        Raises:
            InvalidValueError: for anything else.
        """
        wanted = code.strip().upper()
        return cls(_alpha2().get(wanted, wanted))

    @property
    def alpha3(self) -> str:
        """The ISO 3166-1 alpha-3 code, of a dissolved state the former one."""
        return DISSOLVED[self.code].alpha3 if self.code in DISSOLVED else ALPHA3[self.code]

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of a state that is no more; ``None`` for those that are."""
        state = DISSOLVED.get(self.code)
        return (state.first.year, state.last.year) if state else None

    def exists_on(self, day: dt.date) -> bool:
        """Whether ``day`` is within the life of a dissolved state; true for every other country.

        >>> Country("SU").exists_on(dt.date(1985, 3, 11)), Country("SU").exists_on(dt.date(2025, 11, 12))
        (True, False)
        """
        state = DISSOLVED.get(self.code)
        return state is None or state.first <= day <= state.last

    def name(self, locale: str = "en") -> str:
        """The name in a language, e.g. ``"hu"`` or ``"en_GB"``, from Unicode CLDR.

        Of dissolved states CLDR has no names: they are Hungarian for ``"hu"`` and English for all others.

        Raises:
            InvalidValueError: for a locale that CLDR does not know.
        """
        names = _names(locale)
        state = DISSOLVED.get(self.code)
        if state:
            return state.hungarian if locale.startswith("hu") else state.english
        return names.get(self.code, self.code)

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        return self.code


@lru_cache(maxsize=512)
def country(code: str) -> Country:
    """The country of a code: what a text names again and again is made and checked once.

    Raises:
        InvalidValueError: for a code that :class:`Country` refuses.
    """
    return Country(code)


@cache
def _alpha2() -> dict[str, str]:
    return {alpha3: alpha2 for alpha2, alpha3 in ALPHA3.items()} | {
        state.alpha3: alpha2 for alpha2, state in DISSOLVED.items()
    }


@cache
def _names(locale: str) -> dict[str, str]:
    """The territory names of a locale; Babel is imported only when a name is asked for."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return dict(Locale.parse(locale, sep="-" if "-" in locale else "_").territories)
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise InvalidValueError("locale", locale, "a locale that Unicode CLDR knows") from error


@attrs.frozen(kw_only=True, field_transformer=checked)
class Place:
    """A town, as Hungarian spells it in the nominative."""

    name: str
    country: Country | None = None

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True, field_transformer=checked)
class Organization:
    """An international organisation, authority or company by its usual short name."""

    name: str
    country: Country | None = None

    def __str__(self) -> str:
        return self.name


@attrs.frozen(kw_only=True, field_transformer=checked)
class Person:
    """A person as the article names them.

    Attributes:
        name: the longest form in the article, nominative, without titles.
        office: what the person is.
        country: whom they serve.
        title: the article's description, nominative where possible.
    """

    name: str
    office: Office | None = None
    country: Country | None = None
    title: str | None = None

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return self.name
