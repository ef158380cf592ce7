from __future__ import annotations

import functools
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral.hungarian.lexicon import Lexicon, lexicon
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tokens import sentences, tokenize
from bilateral.model.kinds import Office
from bilateral.reading.mentions import (
    Mention,
    MentionKind,
    PersonRecord,
    Relation,
    Source,
    article_countries,
    find_mentions,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "mentions.tsv"
COLUMNS = ("expected", "sentence", "kind", "words", "name", "office", "countries", "case")


class Read:
    """The mentions and persons of a text, with the words that they cover."""

    def __init__(
        self, text: str, published: date | None = None, skip: str = "", lexicon_: Lexicon | None = None
    ) -> None:
        self.text = text
        self.tokens = tokenize(text)
        ranges = sentences(text, self.tokens)
        hidden = [(i, i + 1) for i, t in enumerate(self.tokens) if skip and t.start >= text.index(skip)]
        self.mentions, self.persons = find_mentions(
            text,
            self.tokens,
            tag(self.tokens, ranges),
            ranges,
            lexicon_ or lexicon(),
            skip=hidden,
            published=published,
        )

    def words(self, mention: Mention) -> str:
        return self.text[self.tokens[mention.first].start : self.tokens[mention.last - 1].end]

    def only(self, kind: MentionKind) -> list[str]:
        return [self.words(mention) for mention in self.mentions if mention.kind is kind]

    def person(self, name: str) -> PersonRecord:
        return next(person for person in self.persons if person.name == name)


@functools.cache
def golden() -> dict[str, list[dict[str, str]]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    assert tuple(lines[0].split("\t")) == COLUMNS
    table = defaultdict(list)
    for line in lines[1:]:
        row = dict(zip(COLUMNS, line.split("\t"), strict=True))
        assert row["expected"] in ("yes", "no")
        assert row["words"] in row["sentence"]
        table[row["sentence"]].append(row)
    return dict(table)


def summary(mention: Mention) -> tuple[str, str, str, str]:
    office = str(mention.office) if mention.office and mention.kind is not MentionKind.GROUP else ""
    countries = mention.countries
    return (mention.name or "", office, " ".join(countries), mention.case)


@pytest.mark.parametrize("sentence", golden())
def test_golden(sentence: str) -> None:
    read = Read(sentence)
    for row in golden()[sentence]:
        kind = MentionKind(row["kind"])
        if row["expected"] == "no":
            assert not [
                words for words in read.only(kind) if row["words"] in words or words in row["words"]
            ], row
            continue
        found = [m for m in read.mentions if m.kind is kind and read.words(m) == row["words"]]
        assert found, (row, [(str(m.kind), read.words(m)) for m in read.mentions])
        name, office, countries, case = summary(found[0])
        if kind is MentionKind.PERSON:
            assert name == row["name"], row
        if kind is not MentionKind.GROUP:
            assert office == row["office"], row
        if kind in (MentionKind.PERSON, MentionKind.ROLE, MentionKind.COUNTRY, MentionKind.NATIONALITY):
            assert countries == row["countries"], row
        assert case == row["case"], row


def test_golden_is_large_enough() -> None:
    rows = [row for rows in golden().values() for row in rows]
    assert sum(row["expected"] == "yes" for row in rows) >= 200
    assert sum(row["expected"] == "no" for row in rows) >= 60


# -- identity -------------------------------------------------------------------------------------


def test_shorter_forms_are_the_same_person() -> None:
    read = Read(
        "Kaszim-Zsomart Tokajev kazah elnök Prágába érkezett. Tokajevvel a cseh államfő tárgyal. "
        "Kaszim-Zsomart Tokajevet elkísérte Murat Nurtleu külügyminiszter."
    )
    assert [person.name for person in read.persons] == ["Kaszim-Zsomart Tokajev", "Murat Nurtleu"]
    assert len(read.person("Kaszim-Zsomart Tokajev").mentions) == 3
    assert read.person("Murat Nurtleu").country == "KZ"


def test_inflected_name_is_restored_by_the_text() -> None:
    read = Read("A vendéget Rubióval várták. Marco Rubio amerikai külügyminiszter kedden érkezett.")
    assert [person.name for person in read.persons] == ["Marco Rubio"]
    assert [mention.name for mention in read.mentions if mention.person == 0] == ["Rubio", "Marco Rubio"]


def test_spellings_of_one_name_are_merged() -> None:
    read = Read(
        "Aleksandar Vucic szerb elnök nyilatkozott. A tájékoztatón Aleksandar Vučić bírálta Albániát."
    )
    assert len(read.persons) == 1


def test_ordinals_tell_monarchs_apart() -> None:
    read = Read("XVI. Benedek pápa után Ferenc pápa következett, korábban XV. Benedek pápa szolgált.")
    assert {"XVI. Benedek", "XV. Benedek"} <= {person.name for person in read.persons}


def test_hungarian_name_order_and_place_after_a_name() -> None:
    read = Read("Orbán Viktor Palicsról indult haza.")
    assert [(person.name, person.country) for person in read.persons] == [("Orbán Viktor", "HU")]


def test_married_name_is_one_name() -> None:
    read = Read("Találkozott Kovácsné Szabó Erzsébettel, a megyei önkormányzat elnökével.")
    person = read.person("Kovácsné Szabó Erzsébet")
    assert (person.office, person.country, person.country_source) == (Office.OTHER, "HU", Source.NAME)


# -- what they are and whom they serve ------------------------------------------------------------


def test_country_from_the_sentence_is_marked_as_inferred() -> None:
    read = Read("Luis Videgaray külügyminiszter fogadta a vendéget Mexikóban.")
    person = read.person("Luis Videgaray")
    assert (person.office, person.country) == (Office.FOREIGN_MINISTER, "MX")
    assert (person.office_source, person.country_source) == (Source.TEXT, Source.CONTEXT)


def test_two_foreign_states_leave_the_country_open() -> None:
    read = Read("Peru és Chile is megfigyelőt küldött oda. Jorge Ramos miniszter hallgatott.")
    assert read.person("Jorge Ramos").country is None


def test_counterpart_has_the_same_office() -> None:
    read = Read("Elina Valtonen finn külügyminiszter beszélt litván kollégájával, Kestutis Budrysszal.")
    person = read.person("Kestutis Budrys")
    assert (person.office, person.country) == (Office.FOREIGN_MINISTER, "LT")
    assert person.office_source is Source.RELATION


def test_counterpart_before_the_subject_has_its_office() -> None:
    read = Read("Litván kollégájával, Kestutis Budrysszal beszélt Elina Valtonen finn külügyminiszter.")
    person = read.person("Kestutis Budrys")
    assert (person.office, person.country) == (Office.FOREIGN_MINISTER, "LT")


def test_office_is_dealt_out_to_a_list_of_names_with_their_nationalities() -> None:
    read = Read(
        "Petteri Salo, Robert Kask és Edgars Ozols finn, észt, illetve svéd miniszter Rigában tárgyalt."
    )
    found = [
        (read.person(name).office, read.person(name).country) for name in ("Petteri Salo", "Robert Kask")
    ]
    assert found == [(Office.MINISTER, "FI"), (Office.MINISTER, "EE")]
    assert read.person("Edgars Ozols").country == "SE"


def test_spokesperson_of_the_head_of_an_organisation_serves_no_state() -> None:
    read = Read("Az orosz kormány hallgatott. Stéphane Dujarric, az ENSZ-főtitkár szóvivője örült.")
    assert read.person("Stéphane Dujarric").country is None


def test_former_holder_is_other() -> None:
    read = Read("Dmitro Kuleba volt ukrán külügyminiszter előadást tartott.")
    assert read.person("Dmitro Kuleba").office is Office.OTHER


def test_time_in_office_is_past() -> None:
    read = Read("Legutóbb Ibrahim Dal miniszterelnöksége idején tárgyaltak erről Ankarában.")
    assert read.person("Ibrahim Dal").office is Office.OTHER


def test_vague_role_does_not_tell_the_counterpart() -> None:
    read = Read(
        "Szijjártó Péter külgazdasági és külügyminiszter sietett. A tárcavezető kirgiz kollégájával, "
        "Zseenbek Kulubajevvel tárgyalt."
    )
    assert read.person("Zseenbek Kulubajev").office is Office.FOREIGN_MINISTER


def test_untitled_name_is_taken_up_by_a_description() -> None:
    read = Read("A házigazda fogadta Miroslav Hornakot. A szlovák külügyminiszter elégedett volt.")
    person = read.person("Miroslav Hornak")
    assert (person.office, person.country) == (Office.FOREIGN_MINISTER, "SK")


def test_owner_of_an_office_tells_the_country() -> None:
    read = Read("Donald Trump nem utazik. Howard Lutnick, a Trump-kormány kereskedelmi minisztere igen.")
    assert read.person("Howard Lutnick").country == "US"


@pytest.mark.parametrize(
    ("day", "office"),
    [
        (date(2023, 5, 1), Office.HEAD_OF_GOVERNMENT),
        (date(2025, 12, 1), Office.OTHER),
    ],
)
def test_list_of_holders_is_dated(day: date, office: Office) -> None:
    person = Read("Olaf Scholz a hétvégén Madridban járt.", day).person("Olaf Scholz")
    assert (person.office, person.country, person.office_source) == (office, "DE", Source.HOLDERS)


def test_evidence_says_what_the_list_adds() -> None:
    text = "Olaf Scholz Madridban járt. Juhani Salo finn elnök Bernben tárgyalt."
    article = bilateral.parse(text, published=date(2023, 5, 1))
    listed, told = article.visits
    assert listed.evidence.beyond == ("country and office of Olaf Scholz: office_holders.tsv",)
    assert "not from the article: country and office of Olaf Scholz" in bilateral.explain(article, listed)
    assert told.evidence.beyond == ()


def test_evidence_says_what_the_user_has_added() -> None:
    mine = bilateral.lexicon().extend(
        people=[{"name": "Kovács Példa", "office": "minister", "country": "HU"}]
    )
    (visit,) = bilateral.parse("Kovács Példa Bernben tárgyalt.", lexicon=mine).visits
    assert visit.evidence.beyond == ("country and office of Kovács Példa: the lexicon",)


def test_text_is_preferred_to_the_list() -> None:
    person = Read("Mark Rutte holland kormányfő Oslóban járt.", date(2026, 1, 5)).person("Mark Rutte")
    assert (person.office, person.country) == (Office.HEAD_OF_GOVERNMENT, "NL")


def test_head_of_an_organisation_serves_no_state() -> None:
    person = Read("Mark Rutte NATO-főtitkár Oslóban járt.").person("Mark Rutte")
    assert (person.office, person.country) == (Office.ORGANISATION_HEAD, None)


def test_title_is_in_the_nominative() -> None:
    read = Read("Hszi Csin-pinggel, Kína elnökével és Vang Ji kínai külügyminiszterrel tárgyalt.")
    assert [person.title for person in read.persons] == ["Kína elnöke", "kínai külügyminiszter"]


# -- mentions -------------------------------------------------------------------------------------


def test_inner_mentions_point_to_the_outer_one() -> None:
    read = Read("Jurij Usakov, az orosz elnök tanácsadója nyilatkozott.")
    outer, role, nation = read.mentions
    assert (outer.inside, role.inside, nation.inside) == (-1, 0, 1)
    assert outer.covers(role)
    assert not outer.covers(outer)


def test_relations_of_roles() -> None:
    read = Read("A belga miniszter hazautazott. Vendéglátója elkísérte, utódja még nincs.")
    relations = [mention.relation for mention in read.mentions if mention.kind is MentionKind.ROLE]
    assert relations == [None, Relation.HOST, Relation.SUCCESSOR]


def test_groups_are_counted() -> None:
    read = Read("A három ország vezetői és a két miniszter aláírta, a felek elégedettek.")
    groups = {read.words(m): m.count for m in read.mentions if m.kind is MentionKind.GROUP}
    assert groups["A három ország"] == 3
    assert groups["a két miniszter"] == 2
    assert groups["a felek"] == 0


def test_credits_are_skipped() -> None:
    read = Read("Oslóban járt Jonas Gahr Störe norvég kormányfő. Fotó: Kovács Péter", skip="Fotó")
    assert [person.name for person in read.persons] == ["Jonas Gahr Störe"]
    assert all(read.tokens[mention.first].text != "Kovács" for mention in read.mentions)


def test_countries_by_weight_without_mere_scenes() -> None:
    read = Read("Kína és Japán Bécsben tárgyalt. Peking szerint Japán késlekedik, a kínai fél nem.")
    assert article_countries(read.mentions) == ["CN", "JP"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Dánia antarktiszi kutatókat várt.", ["DK"]),
        ("Dánia szovjet korabeli hajókat adott el.", ["DK"]),
        ("Egy francia nyelvű dán adó közvetítette.", ["DK"]),
        ("Egy francia tulajdonú dán adó közvetítette.", ["FR", "DK"]),
        ("Brüsszel bírálta Dániát.", ["EU", "DK"]),
        ("A dán miniszter Brüsszelbe utazott.", ["DK"]),
        ("A dán miniszter Pekingbe utazott.", ["DK", "CN"]),
        ("A belga és a dán miniszter Brüsszelben tárgyalt.", ["BE", "DK"]),
    ],
)
def test_countries_that_only_seem_to_be_named(text: str, countries: list[str]) -> None:
    assert article_countries(Read(text).mentions) == countries


@given(st.text(st.sampled_from("AÁbcdé Iíkl. ,-–\n„”():é1Xz"), max_size=120))
def test_any_text_reads(text: str) -> None:
    read = Read(text)
    for mention in read.mentions:
        assert 0 <= mention.first < mention.last <= len(read.tokens)
        assert mention.first <= mention.head < mention.last
        assert mention.inside < len(read.mentions)
    for person in read.persons:
        assert person.name
        assert all(read.mentions[index].person == person.index for index in person.mentions)


@given(st.lists(st.sampled_from(sorted(golden())), min_size=1, max_size=4))
def test_sentences_read_together(chosen: list[str]) -> None:
    read = Read("\n".join(chosen))
    starts = [mention.first for mention in read.mentions]
    assert starts == sorted(starts)
    for index, mention in enumerate(read.mentions):
        if mention.inside >= 0:
            assert mention.inside < index
            assert read.mentions[mention.inside].last >= mention.last


@pytest.mark.parametrize(
    "word",
    [
        "de",
        "szövetségének",
        "elnökének",
        "orosz",
        "Péter",
        "Kovács",
        "két",
        "Kreml",
        "nagy",
        "elnök,",
        "és",
        "(",
        "II.",
    ],
)
def test_long_monotony_reads(word: str) -> None:
    read = Read("Anna " + f"{word} " * 3000 + "Kovács Péter miniszter elnöke.")
    assert read.mentions


def test_persons_of_the_users_lexicon() -> None:
    own = lexicon().extend(people=[{"name": "Zeno Quill", "country": "NZ", "office": "minister"}])
    read = Read("A hírt Zeno Quillel közölték.", lexicon_=own)
    person = read.person("Zeno Quill")
    assert (person.office, person.country) == (Office.MINISTER, "NZ")
    assert person.office_source is person.country_source is Source.LEXICON
    assert not Read("A hírt Zeno Quillel közölték.").persons
