"""Countries, places, organisations and persons."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from bilateral.errors import InvalidValueError
from bilateral.model.kinds import Office
from bilateral.model.territories import ALPHA3, DISSOLVED, TERRITORIES
from bilateral.model.world import Country, Organization, Person, Place

_MEMBERS = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
    CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
    GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
    NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
    SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
"""
UNITED_NATIONS = frozenset(_MEMBERS.split())


def test_every_member_of_the_united_nations_and_the_special_cases_are_countries() -> None:
    assert len(UNITED_NATIONS) == 193
    assert {*UNITED_NATIONS, "EU", "XK", "TW", "PS", "VA", *DISSOLVED} <= TERRITORIES


@pytest.mark.parametrize("code", sorted(TERRITORIES))
def test_each_country_has_a_name_in_hungarian_and_english(code: str) -> None:
    country = Country(code)
    assert country.name("hu") != code
    assert country.name("en") != code
    assert len(country.alpha3) == 3


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("KZ", "hu", "Kazahsztán"),
        ("KZ", "de", "Kasachstan"),
        ("XK", "hu", "Koszovó"),
        ("EU", "hu_HU", "Európai Unió"),
        ("SU", "hu", "Szovjetunió"),
        ("SU", "en", "Soviet Union"),
        ("DD", "de", "East Germany"),
        ("GB", "pt-BR", "Reino Unido"),
    ],
)
def test_name_comes_in_the_language_asked_for(code: str, locale: str, name: str) -> None:
    assert Country(code).name(locale) == name


@pytest.mark.parametrize("locale", ["klingon", "", "xx_YY", "hu_"])
def test_an_unknown_locale_is_refused(locale: str) -> None:
    with pytest.raises(InvalidValueError, match="locale"):
        Country("HU").name(locale)


@pytest.mark.parametrize("code", ["", "hu", "HUN", "UK", "ZZ", "H U", None, 36])
def test_what_is_no_code_is_refused(code: object) -> None:
    with pytest.raises(InvalidValueError, match=r"Country\.code: got .*, expected an ISO 3166-1"):
        Country(code)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "code"), [("hu", "HU"), (" HUN ", "HU"), ("xkx", "XK"), ("sun", "SU"), ("EU", "EU")]
)
def test_parse_reads_alpha_2_and_alpha_3_in_any_case(given: str, code: str) -> None:
    assert Country.parse(given) == Country(code)


@pytest.mark.parametrize("given", ["", "Magyarország", "HUNG", "?"])
def test_parse_refuses_the_rest(given: str) -> None:
    with pytest.raises(InvalidValueError):
        Country.parse(given)


def test_alpha_3_codes_are_distinct_and_round_trip() -> None:
    assert len({*ALPHA3.values(), *(state.alpha3 for state in DISSOLVED.values())}) == len(TERRITORIES)
    assert all(Country.parse(Country(code).alpha3) == Country(code) for code in TERRITORIES)


@pytest.mark.parametrize(
    ("code", "day", "exists"),
    [
        ("SU", dt.date(1991, 12, 26), True),
        ("SU", dt.date(1991, 12, 27), False),
        ("SU", dt.date(1922, 12, 29), False),
        ("CS", dt.date(1968, 8, 21), True),
        ("CS", dt.date(1993, 1, 1), False),
        ("DD", dt.date(1990, 10, 3), False),
        ("YU", dt.date(1999, 3, 24), True),
        ("KZ", dt.date(1985, 1, 1), True),
    ],
)
def test_dissolved_states_exist_in_their_years_only(code: str, day: dt.date, *, exists: bool) -> None:
    assert Country(code).exists_on(day) is exists


def test_years_are_those_of_dissolved_states() -> None:
    assert Country("DD").years == (1949, 1990)
    assert Country("DE").years is None


def test_countries_sort_and_compare_by_code() -> None:
    assert sorted([Country("SK"), Country("HU")]) == [Country("HU"), Country("SK")]
    assert {Country("HU"), Country("HU")} == {Country("HU")}
    assert str(Country("HU")) == "HU"


@pytest.mark.parametrize("kind", [Place, Organization, Person])
@pytest.mark.parametrize("name", ["", "  ", None, 1])
def test_a_name_is_needed(kind: type[Place | Organization | Person], name: object) -> None:
    with pytest.raises(InvalidValueError, match="name"):
        kind(name=name)  # type: ignore[arg-type]


def test_a_country_is_no_string() -> None:
    with pytest.raises(InvalidValueError, match=r"Place\.country: got 'HU', expected Country or None"):
        Place(name="Budapest", country="HU")  # type: ignore[arg-type]


def test_an_office_is_one_of_the_vocabulary() -> None:
    assert Person(name="Kiss Anna", office=Office.AMBASSADOR).office == "ambassador"
    with pytest.raises(InvalidValueError, match=r"Person\.office"):
        Person(name="Kiss Anna", office="ambassador")  # type: ignore[arg-type]


@pytest.mark.parametrize("thing", [Place(name="Szeged"), Organization(name="ENSZ"), Person(name="Kiss Anna")])
def test_the_text_of_a_thing_is_its_name(thing: Place | Organization | Person) -> None:
    assert str(thing) == thing.name


def test_babel_is_imported_only_for_names() -> None:
    code = "import sys, bilateral.model.world as w; w.Country('HU').alpha3; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603
    assert done.stdout == b"False\n"
