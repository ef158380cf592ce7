"""Who meets whom."""

from __future__ import annotations

import attrs


@attrs.define(eq=False)
class Sides:
    """Who meets: persons by number, and states that meet through somebody unnamed."""

    persons: list[int]
    countries: list[str]


def joined(one: Sides, other: Sides) -> Sides:
    """Both together, each once."""
    return Sides(
        list(dict.fromkeys([*one.persons, *other.persons])),
        list(dict.fromkeys([*one.countries, *other.countries])),
    )
