"""Write src/bilateral/model/territories.py: ISO 3166-1 codes from CLDR (through Babel).

Run with the project's environment: ``python tools/build_territories.py``.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

NO_TERRITORY = frozenset(("AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""Exceptionally reserved and private codes of CLDR that are no state, territory or union."""

RETIRED = frozenset(("BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"))
"""Former alpha-3 codes that CLDR maps to a code of today."""

TARGET = Path(__file__).parent.parent / "src/bilateral/model/territories.py"

TEMPLATE = '''"""The territories that a country can be, by ISO 3166-1 code, and dissolved states.

Source: Unicode CLDR through Babel {version}; ``tools/build_territories.py`` writes this file. The dates
of the dissolved states are those of their founding and of their end in international law.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

_CODES: Final = """
{codes}
"""

ALPHA3: Final = dict(pair.split(":") for pair in _CODES.split())
"""Each alpha-2 code of today -> alpha-3 code; ``EUE`` and ``XKX`` are the usual ones for EU and Kosovo."""


class DissolvedState(NamedTuple):
    """A state that is no more; ISO 3166-3 keeps its code.

    Attributes:
        alpha3: its former alpha-3 code.
        first, last: the days between which it existed.
        english, hungarian: its names, which CLDR no longer has.
    """

    alpha3: str
    first: date
    last: date
    english: str
    hungarian: str


DISSOLVED: Final = {{
    "CS": DissolvedState("CSK", date(1918, 10, 28), date(1992, 12, 31), "Czechoslovakia", "Csehszlovákia"),
    "DD": DissolvedState("DDR", date(1949, 10, 7), date(1990, 10, 2), "East Germany", "Kelet-Németország"),
    "SU": DissolvedState("SUN", date(1922, 12, 30), date(1991, 12, 26), "Soviet Union", "Szovjetunió"),
    "YU": DissolvedState("YUG", date(1918, 12, 1), date(2003, 2, 4), "Yugoslavia", "Jugoszlávia"),
}}
"""The dissolved states that news still speaks of."""

TERRITORIES: Final = frozenset((*ALPHA3, *DISSOLVED))
"""Every code that a country can have."""
'''


def pairs() -> list[str]:
    """``alpha2:alpha3`` of each territory, sorted."""
    aliases = get_global("territory_aliases")
    alpha3 = {found[0]: code for code, found in aliases.items() if is_alpha3(code) and len(found) == 1}
    alpha3 |= {"EU": "EUE", "XK": "XKX"}
    names = Locale("hu").territories
    codes = sorted(code for code in names if len(code) == len("HU") and code.isalpha())
    return [f"{code}:{alpha3[code]}" for code in codes if code not in NO_TERRITORY]


def is_alpha3(code: str) -> bool:
    """Whether a CLDR alias is an ISO 3166-1 alpha-3 code."""
    return len(code) == len("HUN") and code.isalpha() and code not in RETIRED


def main() -> None:
    """Write the module."""
    found = pairs()
    lines = [" ".join(found[i : i + 13]) for i in range(0, len(found), 13)]
    codes = "\n".join(f"    {line}" for line in lines)
    TARGET.write_text(TEMPLATE.format(version=babel.__version__, codes=codes), encoding="utf-8")
    print(f"{len(found)} territories")


if __name__ == "__main__":
    main()
