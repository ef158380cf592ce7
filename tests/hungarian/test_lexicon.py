"""What the lexicon finds in sentences, and what it leaves alone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bilateral.errors import DataFileError
from bilateral.hungarian.lexicon import Entry, EntryKind, Lexicon, Match, lexicon
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import sentences, tokenize
from bilateral.model.kinds import Office


def find(text: str, within: Lexicon | None = None) -> list[tuple[str, Match]]:
    """Each match with its words."""
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    matches = (within or lexicon()).find(tokens, tag(tokens, ranges), ranges)
    return [(text[tokens[m.first].start : tokens[m.last - 1].end], m) for m in matches]


def told(match: Match) -> str:
    """A match in one line: kind, names, case, and what is special."""
    names = "+" if match.pair else "/"
    special = [
        match.possessor,
        "Plur" if match.number == "Plur" else "",
        "i" if match.adjectival else "",
        "".join(f"<{entry.value or entry.name}" for entry in match.modifiers),
        f">{match.head}" if match.head else "",
    ]
    return " ".join(
        [match.kind, names.join(entry.name for entry in match.entries), match.case, *filter(None, special)]
    )


def golden(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of sentences; each sentence holds the words it is about."""
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()[1:]
    rows = [tuple(line.split("\t")) for line in lines]
    assert all(words in text for text, words, *_ in rows)
    return rows


@pytest.mark.parametrize(("text", "words", "expected"), golden("lexicon_found.tsv"))
def test_finds(text: str, words: str, expected: str) -> None:
    assert expected in {told(match) for found, match in find(text) if found == words}


@pytest.mark.parametrize(("text", "words"), golden("lexicon_left.tsv"))
def test_leaves_alone(text: str, words: str) -> None:
    assert not [match for found, match in find(text) if found == words]


def test_homonyms_are_all_given() -> None:
    ((_, match),) = find("Luxemburgban tanácskoztak.")
    assert {(entry.kind, entry.country) for entry in match.entries} == {
        (EntryKind.COUNTRY, "LU"),
        (EntryKind.CITY, "LU"),
    }
    assert match.of(EntryKind.CITY)[0].tags == {"capital"}


def test_the_longest_entry_wins_and_matches_do_not_overlap() -> None:
    found = find("A Sanghaji Együttműködési Szervezet főtitkára Sanghajban járt.")
    assert [words for words, _ in found] == ["Sanghaji Együttműködési Szervezet", "főtitkára", "Sanghajban"]
    assert all(one.last <= other.first for (_, one), (_, other) in pairwise(found))


def test_an_entry_says_what_it_is() -> None:
    ((_, kreml),) = find("A Kreml hallgat.")
    assert (kreml.entry.value, kreml.entry.country) == ("Moszkva", "RU")
    assert kreml.entry.tags == {"government"}
    ((_, soviet),) = find("A szovjet hadsereg kivonult.")
    assert soviet.entry.countries == ("SU",)
    ((_, ambiguous),) = find("A kongói erdő nagy.")
    assert ambiguous.entry.countries == ("CD", "CG")
    ((_, security_council),) = find("Az ENSZ Biztonsági Tanácsa ülésezett.")
    assert security_council.entry.value == "ENSZ BT"
    assert security_council.entry.english == "United Nations Security Council"


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("államfő", Office.HEAD_OF_STATE),
        ("emír", Office.HEAD_OF_STATE),
        ("kancellár", Office.HEAD_OF_GOVERNMENT),
        ("külügyminiszter", Office.FOREIGN_MINISTER),
        ("tárcavezető", Office.MINISTER),
        ("gyarmatügyminiszter", Office.MINISTER),
        ("államtitkár", Office.DEPUTY_MINISTER),
        ("főkonzul", Office.AMBASSADOR),
        ("sajtófőnök", Office.SPOKESPERSON),
        ("nemzetbiztonsági tanácsadó", Office.ADVISER),
        ("házelnök", Office.SPEAKER_OF_PARLIAMENT),
        ("különmegbízott", Office.ENVOY),
        ("szenátor", Office.LEGISLATOR),
        ("jegybankelnök", Office.CENTRAL_BANKER),
        ("vezérkari főnök", Office.MILITARY),
        ("vezérigazgató", Office.EXECUTIVE),
        ("főtitkár", Office.ORGANISATION_HEAD),
        ("koronaherceg", Office.ROYAL),
        ("ajatollah", Office.CLERIC),
        ("alelnök", Office.OTHER),
    ],
)
def test_titles_have_their_office(title: str, office: Office) -> None:
    ((_, match),) = find(f"Itt van a {title}.")
    assert match.entry.value == office


@pytest.mark.parametrize(
    "text", ["", "...", "–", "-", "- -", "a-", "-a", "1-2", "NATO-", "–EU–", "İ", "\u00ad", "x" * 10_000]
)
def test_any_text_is_searched(text: str) -> None:
    tokens = tokenize(text)
    assert all(match.entries for match in lexicon().find(tokens))


def test_without_sentences_a_capital_after_a_full_stop_is_the_sentences() -> None:
    tokens = tokenize("Eljött. Orosz cég épít. A szerb Orosz festett.")
    found = [match.first for match in lexicon().find(tokens) if match.entry.name == "orosz"]
    assert found == [2]


def test_extend_adds_people_organisations_and_places() -> None:
    more = lexicon().extend(
        people=[{"name": "Kovács-Teszt Olivér", "country": "HU", "office": "ambassador"}],
        organizations=[{"name": "Keleti Gyapjúszövetség", "short": "KEGYA", "forms": "Gyapjúszövetség"}],
        places=[{"name": "Ujfalvaháza", "country": "RO", "forms": ["Satu Proba"], "capital": True}],
    )
    text = "Kovács-Teszt Olivérrel a KEGYA-ban és a Gyapjúszövetségnél, majd Satu Probában tárgyaltak."
    found = {words: match.entry for words, match in find(text, more)}
    assert found["Kovács-Teszt Olivérrel"] == Entry(
        EntryKind.PERSON, "Kovács-Teszt Olivér", ("HU",), "ambassador"
    )
    assert found["KEGYA-ban"] is found["Gyapjúszövetségnél"]
    assert found["KEGYA-ban"].value == "KEGYA"
    assert found["Satu Probában"].name == "Ujfalvaháza"
    assert found["Satu Probában"].tags == {"capital"}
    assert len(more) == len(lexicon()) + 3
    assert not [match for _, match in find(text) if match.kind == EntryKind.PERSON]


def test_an_added_entry_comes_before_its_namesake() -> None:
    more = lexicon().extend(organizations=[{"name": "Moszkva", "country": "HU"}])
    ((_, match),) = find("Moszkva hallgat.", more)
    assert [entry.kind for entry in match.entries] == [EntryKind.ORGANIZATION, EntryKind.CITY]


def test_extend_reads_a_table(tmp_path: Path) -> None:
    table = tmp_path / "people.tsv"
    table.write_text("name\tcountry\toffice\nTesztelő Aranka\tHU\tspokesperson\n", encoding="utf-8")
    more = lexicon().extend(people=table)
    assert [told(match) for _, match in find("Tesztelő Arankát várták.", more)] == [
        "person Tesztelő Aranka Acc"
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"country": "HU"}, r"people, row 1: needs a name"),
        ({"name": "X Y", "country": "Hungary"}, r"country is 'Hungary', expected an ISO 3166-1 alpha-2 code"),
        ({"name": "X Y", "office": "boss"}, r"office is 'boss', expected one of head_of_state, "),
        (
            {"name": "X Y", "born": "1970"},
            r"unknown key 'born', expected some of name, forms, country, office",
        ),
        ({"name": 5}, r"name is 5, expected text"),
        ({"name": "X Y", "forms": [1]}, r"forms is \[1\], expected spellings"),
        ({"name": "X Y", "forms": 1}, r"forms is 1, expected spellings"),
    ],
)
def test_a_bad_row_is_refused(row: dict[str, object], message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        lexicon().extend(people=[row])


def test_an_unreadable_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"none\.tsv, the file: cannot be read"):
        lexicon().extend(places=tmp_path / "none.tsv")
    binary = tmp_path / "binary.tsv"
    binary.write_bytes(b"name\n\xff\xfe\n")
    with pytest.raises(DataFileError, match=r"binary\.tsv"):
        lexicon().extend(places=str(binary))


def test_a_lexicon_ten_times_as_large_finds_the_same() -> None:
    size = 10 * len(lexicon())
    large = lexicon().extend(places=[{"name": f"Gehenna{number}falva"} for number in range(size)])
    text = " ".join(sentence for sentence, *_ in golden("lexicon_found.tsv"))
    assert [(words, told(match)) for words, match in find(text, large)] == [
        (words, told(match)) for words, match in find(text)
    ]
