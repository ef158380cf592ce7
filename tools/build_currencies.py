"""Write ``data/currencies.tsv`` (currencies by Hungarian name) and ``model/currencies.py`` (ISO 4217 codes).

    python tools/build_currencies.py

Names and codes come from Unicode CLDR (Unicode License v3) through Babel: the Hungarian name of every
currency that is legal tender somewhere today, and the same noun with every Hungarian adjective of the
countries that use it (``nationalities.tsv``). Colloquial names, symbols and what a noun means without an
adjective (nothing, where the code is left out) stand in ``currency_names.tsv`` beside this script.
"""

from __future__ import annotations

import csv
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

PACKAGE = Path(__file__).parent.parent / "src" / "bilateral"
TODAY = datetime(2025, 1, 1, tzinfo=UTC).date()
SPELLINGS = {"dínár": "dinár", "zloty": "złoty", "tugrik": "tögrög", "lei": "lej"}
"""Spellings of news beside those of CLDR."""
ROOT = 4
"""Letters that an adjective shares with the name of its country."""
SKIPPED = ("cfa ", "eae-")
"""Beginnings of CLDR names that only CLDR uses."""


def tender() -> dict[str, list[str]]:
    """The countries in which a currency is legal tender, by code."""
    users: dict[str, list[str]] = {}
    for country in sorted(get_global("territory_currencies")):
        for code in get_territory_currencies(country, TODAY, TODAY):
            users.setdefault(code, []).append(country)
    return users


def adjectives() -> dict[str, list[str]]:
    """The Hungarian adjectives of a country, by code: those that begin like its name (no region's)."""
    found: dict[str, list[str]] = {}
    territories = Locale("hu").territories
    with (PACKAGE / "data" / "nationalities.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            for country in row["countries"].split("|"):
                if not territories.get(country, "").lower().startswith(row["name"].lower()[:ROOT]):
                    continue
                found.setdefault(country, []).append(row["name"].lower())
    return found


def by_hand() -> list[tuple[str, str, str]]:
    """Name, kind and code of the names written by hand."""
    with (Path(__file__).parent / "currency_names.tsv").open(encoding="utf-8") as lines:
        return [(row["name"], row["kind"], row["code"]) for row in csv.DictReader(lines, delimiter="\t")]


def from_cldr() -> dict[str, str]:
    """Code by name: the names of CLDR and the same nouns with other adjectives."""
    locale, of_country = Locale("hu"), adjectives()
    found: dict[str, str] = {}
    for code, countries in sorted(tender().items()):
        name = locale.currencies.get(code, "").lower()
        noun = name.split()[-1] if name else ""
        if name.startswith(SKIPPED) or not noun.replace("-", "").isalpha() or name == code.lower():
            continue
        for spelling in (noun, SPELLINGS.get(noun, noun)):
            found.setdefault(name[: -len(noun)] + spelling, code)
            if code not in ("USD", "EUR"):
                for adjective in [word for country in countries for word in of_country.get(country, [])]:
                    found.setdefault(f"{adjective} {spelling}", code)
    return found


def write_names() -> None:
    """Write the table of names and symbols."""
    rows = {(kind, name): (code, "hand") for name, kind, code in by_hand()}
    for name, code in from_cldr().items():
        rows.setdefault(("name", name), (code, "CLDR"))
    lines = [f"{name}\t{kind}\t{code}\t{source}" for (kind, name), (code, source) in sorted(rows.items())]
    table = "name\tkind\tcode\tsource\n" + "\n".join(lines) + "\n"
    (PACKAGE / "data" / "currencies.tsv").write_text(table, encoding="utf-8")


def write_codes() -> None:
    """Write the module with the codes."""
    codes = textwrap.fill(" ".join(sorted(get_global("all_currencies"))), 100)
    body = textwrap.indent(codes, "    ")
    text = f'''"""The ISO 4217 currency codes that an amount may have, those of former currencies included.

Source: Unicode CLDR through Babel {babel.__version__}; ``tools/build_currencies.py`` writes this file.
"""

from __future__ import annotations

from typing import Final

_CODES: Final = """
{body}
"""

CURRENCIES: Final = frozenset(_CODES.split())
"""Every currency code that CLDR knows."""
'''
    (PACKAGE / "model" / "currencies.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_names()
    write_codes()
