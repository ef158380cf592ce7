"""The tables of names: in order, free of doubles, and each entry found under its own name in every case."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

import pytest

from bilateral.hungarian.entries import Entry, EntryKind
from bilateral.hungarian.lexicon import lexicon
from bilateral.hungarian.tables import read_bytes, read_table
from bilateral.hungarian.tokens import tokenize
from bilateral.hungarian.world_tables import TABLES
from bilateral.model.kinds import Office
from bilateral.model.territories import TERRITORIES
from bilateral.model.world import Country

NAMES = [table.file for table in TABLES]
COLUMNS = {table.file: table.columns for table in TABLES}
FIXED = {EntryKind.MODIFIER, EntryKind.PARTICLE, EntryKind.HONORIFIC, EntryKind.NATIONALITY}


def rows(name: str) -> list[dict[str, str]]:
    return read_table(name, COLUMNS[name])


def listed(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize("name", [*NAMES, "noun_suffixes.tsv"])
def test_text_is_composed_and_clean(name: str) -> None:
    text = read_bytes(name).decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(cell == " ".join(cell.split()) for line in text.splitlines() for cell in line.split("\t"))


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_sorted_named_and_sourced(name: str) -> None:
    found = [tuple(row.values()) for row in rows(name)]
    assert found == sorted(found)
    assert all(row["name"] and row["source"] for row in rows(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_form_stands_twice_in_a_row_or_as_two_entries(name: str) -> None:
    forms: Counter[tuple[str, str]] = Counter()
    for row in rows(name):
        own = [row["name"], *listed(row["forms"]), *listed(row.get("short", ""))]
        assert len(own) == len(set(own)), row
        forms.update((form, row.get("countries", "")) for form in own)
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("name", [name for name in NAMES if "countries" in COLUMNS[name]])
def test_countries_are_codes(name: str) -> None:
    assert {code for row in rows(name) for code in listed(row["countries"])} <= TERRITORIES


def test_every_country_has_a_row_and_its_name_is_that_of_cldr_or_among_its_forms() -> None:
    table = {row["code"]: [row["name"], *listed(row["forms"])] for row in rows("countries.tsv")}
    assert table.keys() == TERRITORIES
    shortened = {"AU", "BM", "CD", "CG", "CC", "HK", "MO", "SJ", "UM", "DD"}
    unknown = [code for code in table if Country(code).name("hu") not in table[code]]
    assert set(unknown) <= shortened


def test_every_nation_has_an_adjective() -> None:
    adjectives = {code for row in rows("nationalities.tsv") for code in listed(row["countries"])}
    assert {"HU", "RU", "KZ", "US", "GB", "EU", "XK", "PS", "TW", "VA", "SU", "YU", "CS", "DD"} <= adjectives
    assert len(adjectives) > 170


def test_every_capital_is_in_one_country() -> None:
    capitals = Counter(row["countries"] for row in rows("cities.tsv") if row["tags"] == "capital")
    assert set(capitals) <= TERRITORIES
    assert len(capitals) > 190
    assert {code for code, count in capitals.items() if count > 1} == {"LK", "NL"}


def test_there_are_as_many_entries_as_promised() -> None:
    counts = Counter(entry.kind for entry in lexicon().entries)
    assert counts[EntryKind.CITY] >= 1500
    assert counts[EntryKind.ORGANIZATION] >= 250
    assert counts[EntryKind.OFFICE] >= 150
    assert counts[EntryKind.GIVEN_NAME] >= 700


def test_offices_have_a_value_of_the_vocabulary_and_each_value_has_a_title() -> None:
    assert {row["office"] for row in rows("offices.tsv")} == set(Office)


def test_institutions_stand_in_a_known_town() -> None:
    towns = {form for row in rows("cities.tsv") for form in (row["name"], *listed(row["forms"]))}
    assert {row["town"] for row in rows("institutions.tsv")} - towns == {""}


@cache
def found(form: str) -> frozenset[Entry]:
    """The entries that the lexicon finds in exactly these words."""
    tokens = tokenize(form)
    matches = lexicon().find(tokens)
    whole = [match for match in matches if (match.first, match.last) == (0, len(tokens))]
    return frozenset(entry for match in whole for entry in match.entries)


def inflected(form: str) -> list[str]:
    """The form with suffixes of three cases, as Hungarian spelling joins them."""
    if not form[-1].isalnum():
        return []
    if not form[-1].islower() or "." in form:
        return [f"{form}-ban", f"{form}-nak", f"{form}-tól"]
    long = form[:-1] + {"a": "á", "e": "é", "o": "ó", "ö": "ő"}.get(form[-1], form[-1])
    back = next((letter in "aáoóuú" for letter in reversed(form.lower()) if letter in "aáoóuúeöőüű"), False)
    return [long + suffix for suffix in (("ban", "nak", "tól") if back else ("ben", "nek", "től"))]


@pytest.mark.parametrize("kind", [kind for kind in EntryKind if kind is not EntryKind.PERSON])
def test_each_entry_is_found_under_each_of_its_forms(kind: EntryKind) -> None:
    if kind is EntryKind.PARTICLE:
        lost = [e.name for e in lexicon().entries if e.kind is kind and not particle_found(e)]
    elif kind is EntryKind.DEMONYM:
        lost = [e.name for e in lexicon().entries if e.kind is kind and e not in plural_found(e.name)]
    else:
        lost = [form for form, e in lexicon().named if e.kind is kind and e not in found(form)]
    assert lost == []


def particle_found(entry: Entry) -> bool:
    matches = lexicon().find(tokenize(f"{entry.name} Lugossy"))
    return any(entry in match.entries for match in matches)


def plural_found(name: str) -> frozenset[Entry]:
    stem = name[:-1] + {"a": "á", "e": "é"}.get(name[-1], name[-1])
    return frozenset[Entry]().union(*(found(f"{stem}{ending}") for ending in ("k", "ok", "ek", "ök", "ak")))


@pytest.mark.parametrize("kind", [kind for kind in EntryKind if kind not in FIXED])
def test_each_entry_is_found_in_several_cases(kind: EntryKind) -> None:
    named = [(form, e) for form, e in lexicon().named if e.kind is kind and kind is not EntryKind.DEMONYM]
    assert [word for form, e in named for word in inflected(form) if e not in found(word)] == []
