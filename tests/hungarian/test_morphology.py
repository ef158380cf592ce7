"""Readings of words (data/readings.tsv), the choice among them in context, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import DataFileError
from bilateral.hungarian import tables, tagger
from bilateral.hungarian.morphology import Reading, analyse, tag
from bilateral.hungarian.readings import preverbs
from bilateral.hungarian.tagger import Edit
from bilateral.hungarian.tokens import sentences, tokenize

DATA = Path(__file__).parent / "data"


def reading_cases() -> list[tuple[str, str, str]]:
    lines = (DATA / "readings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(form, lemma, features) for form, lemma, features, _ in (line.split("\t") for line in lines)]


def features_of(reading: Reading) -> set[str]:
    features = attrs.asdict(reading)
    named = {f"{name}={value}" for name, value in features.items()}
    bare = {value for name, value in features.items() if value and name not in ("lemma", "potential")}
    return bare | named | ({"potential"} if reading.potential else set())


def read(text: str, form: str) -> tuple[Reading, ...]:
    """The readings of ``form`` in ``text``."""
    tokens = tokenize(text)
    tagged = tag(tokens, sentences(text, tokens))
    return next(found for token, found in zip(tokens, tagged, strict=True) if token.text == form)


@pytest.mark.parametrize(("form", "lemma", "features"), reading_cases())
def test_first_reading(form: str, lemma: str, features: str) -> None:
    reading = analyse(form)[0]
    assert reading.lemma == lemma
    assert set(features.split(" ")) <= features_of(reading)


@pytest.mark.parametrize("form", ["aláírt", "fogadott", "sürgetett", "elfogadott", "zárult", "kötött"])
def test_past_tense_and_participle_stay_side_by_side(form: str) -> None:
    found = {(reading.pos, reading.form, reading.verb) for reading in analyse(form)}
    (verb,) = {verb for pos, _, verb in found if pos == "VERB"}
    assert {("VERB", "Fin", verb), ("ADJ", "PartPast", verb)} <= found


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("A két elnök aláírt egy nyilatkozatot.", "aláírt", ("aláír", "VERB", "Fin")),
        ("A tegnap aláírt nyilatkozat rövid.", "aláírt", ("aláírt", "ADJ", "PartPast")),
        ("A miniszter türelmet sürgetett a többi féltől.", "sürgetett", ("sürget", "VERB", "Fin")),
        ("Azt mondta, hogy jön.", "Azt", ("az", "PRON", "")),
        ("Az elnök megérkezett.", "Az", ("az", "DET", "")),
        ("Két ember vár a kapunál.", "vár", ("vár", "VERB", "Fin")),
    ],
)
def test_context_chooses(text: str, form: str, expected: tuple[str, str, str]) -> None:
    reading = read(text, form)[0]
    assert (reading.lemma, reading.pos, reading.form) == expected


@pytest.mark.parametrize(
    ("text", "form", "lemma", "pos"),
    [
        ("Bejelentette a döntést.", "Bejelentette", "bejelent", "VERB"),
        ("A válasz: „Tárgyalunk holnap is.”", "Tárgyalunk", "tárgyal", "VERB"),
        ("– Sietünk – mondta a követ.", "Sietünk", "siet", "VERB"),
        ("Kudarc: Megszakadt a tárgyalás.", "Megszakadt", "megszakad", "VERB"),
        ("A Barátság vezeték ép.", "Barátság", "Barátság", "PROPN"),
        ("Ott volt Tarvajev is. Tarvajevvel beszéltek.", "Tarvajevvel", "Tarvajev", "PROPN"),
        ("Beszéltek Tarvajevvel. Tarvajev hallgatott.", "Tarvajev", "Tarvajev", "PROPN"),
    ],
)
def test_capitals(text: str, form: str, lemma: str, pos: str) -> None:
    reading = read(text, form)[0]
    assert (reading.lemma, reading.pos) == (lemma, pos)


def test_a_capital_within_a_sentence_makes_a_name() -> None:
    assert analyse("Kalomista")[0].pos == "PROPN"
    assert analyse("Szerdán", initial=True)[0].lemma == "szerda"


def test_an_empty_form_has_no_reading() -> None:
    assert analyse("") == ()


def test_preverbs_are_sorted_unique_and_findable() -> None:
    rows = [row["form"] for row in tables.read_table("preverbs.tsv", ("form", "source"))]
    assert rows == sorted(set(rows))
    verbs = tagger.table().verbs
    assert all(any(verb.startswith(preverb) for verb in verbs) for preverb in preverbs())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("látogatását", "látogatás"), ("volt", "van"), ("legnagyobb", "nagy"), ("ír", "ír"), ("megy", "menni")],
)
def test_edits_lead_to_the_lemma_and_survive_storage(form: str, lemma: str) -> None:
    edit = Edit.between(form, lemma)
    assert edit.apply(form) == lemma
    assert Edit.parse(str(edit)) == edit


@given(st.text("abclegő/=", min_size=1), st.text("abclegő/=", min_size=1))
def test_any_edit_survives_storage(form: str, lemma: str) -> None:
    edit = Edit.parse(str(Edit.between(form, lemma)))
    assert edit.apply(form) == lemma


def test_the_table_says_where_it_is_from() -> None:
    head = tables.read_bytes(tagger.FILE).split(b"\n\n")[0].decode("ascii")
    assert "NYTK-NerKor" in head
    assert "CC BY-SA 4.0" in head


def test_a_foreign_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "read_bytes", lambda _: b"something else")
    with pytest.raises(DataFileError, match="line 1"):
        tagger.table.__wrapped__()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataFileError, match="no_such_file"):
        tables.read_bytes("no_such_file.tsv")


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(DataFileError, match="line 1"):
        tables.read_table("preverbs.tsv", ("form", "gloss"))


@given(st.one_of(st.text(), st.text("aáAÁzZtnbőŐ.-–„” \n29%")))
def test_any_text_is_tagged(text: str) -> None:
    tokens = tokenize(text)
    tagged = tag(tokens, sentences(text, tokens))
    assert len(tagged) == len(tokens)
    assert all(tagged)
    assert all(len(set(found)) == len(found) for found in tagged)


def test_the_same_text_is_read_the_same_way_twice() -> None:
    text = "Az aláírt nyilatkozat szerint Tarvajev és Melovics tárgyalt Kalomban."
    tokens = tokenize(text)
    runs = [tag(tokens, sentences(text, tokens)) for _ in range(3)]
    assert all(one == other for one, other in pairwise(runs))


@pytest.mark.parametrize(
    ("form", "verb", "person", "definite"),
    [
        ("üzente", "üzen", "3S", "Def"),
        ("bizakodott", "bizakodik", "3S", "Ind"),
        ("bizakodtak", "bizakodik", "3P", "Ind"),
        ("összegzett", "összegez", "3S", "Ind"),
    ],
)
def test_past_tense_of_a_verb_known_in_other_forms(form: str, verb: str, person: str, definite: str) -> None:
    first = analyse(form)[0]
    assert (first.lemma, first.form, first.tense) == (verb, "Fin", "Past")
    assert (first.person, first.definite) == (person, definite)


@pytest.mark.parametrize(("form", "verb"), [("exportálnak", "exportál"), ("beruháznak", "beruház")])
def test_third_person_plural_of_a_known_verb_is_no_dative(form: str, verb: str) -> None:
    first = analyse(form)[0]
    assert (first.lemma, first.form, first.tense, first.person) == (verb, "Fin", "Pres", "3P")


@pytest.mark.parametrize("form", ["országnak", "csapatnak", "kórháznak"])
def test_datives_of_nouns_stay(form: str) -> None:
    assert analyse(form)[0].case == "Dat"


@pytest.mark.parametrize("form", ["mérkőzést", "tárgyalást", "elmélet", "szervezett"])
def test_nominals_that_end_like_a_past_tense_stay(form: str) -> None:
    assert analyse(form)[0].form != "Fin"
