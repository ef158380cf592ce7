"""Bring src/bilateral/data/countries.tsv in line with the territory names of Unicode CLDR (through Babel).

The table is kept by hand: usual, official, short and old names of each country. This script adds a row for
each territory that has none and CLDR's Hungarian name to the forms of each that lacks it, says so in
``source``, and sorts. Run it after an update of Babel: ``PYTHONPATH=src python tools/build_countries.py``.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from bilateral.hungarian.tables import read_table
from bilateral.model.territories import ALPHA3

TARGET = Path(__file__).parent.parent / "src/bilateral/data/countries.tsv"
COLUMNS = ("code", "name", "forms", "source")

NOT_SPOKEN = frozenset(("CC", "CD", "CG", "HK", "MO", "SJ", "UM"))
"""Territories whose name in CLDR is made for lists and stands in no text (Kongó – Kinshasa, Makaó KKT)."""


def merged(row: dict[str, str], name: str) -> dict[str, str]:
    """The row with CLDR's ``name`` among its forms."""
    forms = row["forms"].split("|") if row["forms"] else []
    if name == row["name"]:
        return row | {"source": "CLDR; own" if forms else "CLDR"}
    if row["code"] in NOT_SPOKEN:
        return row | {"source": "own"}
    if name not in forms:
        return row | {"forms": "|".join((*forms, name)), "source": "own; CLDR"}
    return row


def main() -> None:
    """Write the table."""
    names = Locale("hu").territories
    rows = {row["code"]: row for row in read_table("countries.tsv", COLUMNS)}
    for code in ALPHA3:
        empty = {"code": code, "name": names[code], "forms": "", "source": "CLDR"}
        rows[code] = merged(rows.get(code, empty), names[code])
    lines = [
        "\t".join(COLUMNS),
        *("\t".join(rows[code][column] for column in COLUMNS) for code in sorted(rows)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} countries")


if __name__ == "__main__":
    main()
