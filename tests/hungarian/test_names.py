"""Inflected names of all origins (data/inflected_names.tsv), by the rules alone and with the morphology."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.morphology import Reading, analyse, tag
from bilateral.hungarian.names import long_stems, share_inflected, stems
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tokens import sentences, tokenize

TABLE = Path(__file__).parent / "data" / "inflected_names.tsv"


class Name(NamedTuple):
    """``also``: another stem that must be among the candidates and may come first."""

    form: str
    stem: str
    case: str
    also: str
    origin: str
    source: str

    @property
    def wanted(self) -> list[tuple[str, str]]:
        return [(stem, self.case) for stem in (self.stem, self.also) if stem]


NAMES = [Name(*line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
LISTED_DIFFERENTLY = {"Tokióban", "Kairóban", "Varsóban"}
"""The rules alone put -o first; the morphology knows these towns."""
CONTEXT_DECIDES = {
    "Sojgut",
    "Jolt",
    "Dzsaisankart",
    "Netanjahut",
    "Starmert",
    "Merzet",
    "Leyent",
    "Guterrest",
    "Golobot",
    "Sandut",
    "Blanárt",
    "Kallast",
    "Kövért",
    "Lázárt",
    "Orbán",
}
"""Forms that might be bare names: without context the right reading is among the first three."""


def pairs(readings: tuple[Reading, ...]) -> list[tuple[str, str]]:
    return [(reading.lemma, reading.case) for reading in readings if reading.pos == "PROPN"]


def test_table_is_large_and_of_many_origins() -> None:
    assert len(NAMES) >= 120
    assert len({name.form for name in NAMES}) == len(NAMES)
    assert len({name.origin for name in NAMES}) >= 30


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.form)
def test_rules(name: Name) -> None:
    found = [tuple(inflection) for inflection in stems(name.form)]
    assert found[-1] == (name.form, "Nom")
    assert set(name.wanted) <= set(found)
    if name.form not in CONTEXT_DECIDES | LISTED_DIFFERENTLY:
        assert found[0] in name.wanted


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.form)
def test_readings(name: Name) -> None:
    found = pairs(analyse(name.form))
    assert set(name.wanted) <= set(found)
    assert set(found[: 3 if name.form in CONTEXT_DECIDES else 1]) & set(name.wanted)


@pytest.mark.parametrize("name", [name for name in NAMES if name.case != "Nom"], ids=lambda name: name.form)
def test_bare_name_elsewhere_in_the_text(name: Name) -> None:
    text = f"Erről {name.stem} beszélt. Utána {name.form} kapcsolatban is kérdeztek."
    tokens = tokenize(text)
    tagged = tag(tokens, sentences(text, tokens))
    readings = next(found for token, found in zip(tokens, tagged, strict=True) if token.text == name.form)
    assert (readings[0].lemma, readings[0].case) == (name.stem, name.case)


def test_known_names_count_as_evidence() -> None:
    text = "Utána Kallast hívták fel."
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    assert tag(tokens, ranges, known=frozenset({"Kallas"}))[1][0].lemma == "Kallas"


@pytest.mark.parametrize(
    "form",
    [
        "Magyar", "Novák", "Németh", "Kovács", "Orbán", "Pompeo", "Merkel", "Handanovic", "Robert", "Albert",
        "Macron", "Putyin", "Biden", "Zelenszkij", "Barrot", "Rutte", "Pavel", "Lavrov", "Frederiksen",
        "Martin", "Obama", "Grossi", "Kuleba", "Brüsszel", "Varga", "Tokajev", "Hszi", "Kreml", "Nauseda",
    ],
)  # fmt: skip
def test_bare_names_stay_bare(form: str) -> None:
    reading = analyse(form)[0]
    assert (reading.lemma, reading.case) == (form, "Nom")


@pytest.mark.parametrize("form", ["Pavel", "Ban", "Kim", "Vel", "Ig", "Tal", "Hal"])
def test_a_stem_has_three_letters(form: str) -> None:
    assert long_stems(form) == ()


def test_share_of_inflected() -> None:
    assert share_inflected("Tokajevvel") > share_inflected("Ramát") > share_inflected("Bejrút")
    assert share_inflected("Hszi") == 0


@pytest.mark.parametrize(
    "row", read_table("name_endings.tsv", ("ending", "after", "case", "share", "source"))
)
def test_every_ending_can_be_found(row: dict[str, str]) -> None:
    letters = row["after"] or "rió"
    made = [f"{base}{letter}{row['ending']}" for letter in letters for base in ("Kal", "Kel", "Köl")]
    assert any(row["case"] in {found.case for found in stems(form)} for form in made)


@pytest.mark.parametrize("row", read_table("foreign_finals.tsv", ("spelling", "sounds", "source")))
def test_every_foreign_final_can_be_found(row: dict[str, str]) -> None:
    for sound in row["sounds"].split(" "):
        stem = "Mar" + row["spelling"]
        assert stem in [found.stem for found in stems(f"{stem}{sound}al")]


@given(st.text(max_size=20))
def test_any_text_has_stems(form: str) -> None:
    found = stems(form)
    assert found[-1] == (form, "Nom")
    assert all(inflection.stem for inflection in found[:-1])
