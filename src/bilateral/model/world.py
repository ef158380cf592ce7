"""Who and where: countries, places, organisations and persons."""

from __future__ import annotations

import attrs

from bilateral.model.kinds import Office


@attrs.frozen(order=True)
class Country:
    """A state (or the European Union) by its ISO 3166-1 alpha-2 code; ``EU`` and ``XK`` as the guide has them."""

    code: str


@attrs.frozen(kw_only=True)
class Place:
    """A town, as Hungarian spells it in the nominative."""

    name: str
    country: Country | None = None


@attrs.frozen(kw_only=True)
class Organization:
    """An international organisation, authority or company by its usual short name."""

    name: str
    country: Country | None = None


@attrs.frozen(kw_only=True)
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
