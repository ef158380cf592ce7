from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.model.facts import Statement
from bilateral.reading import statements
from bilateral.reading.frames import frame_lexicon
from bilateral.reading.parser import read
from bilateral.reading.speech import speech_words

GOLDEN = Path(__file__).parents[1] / "golden"


def rows(name: str) -> list[dict[str, str]]:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    found = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    assert all(row["text"] for row in found)
    return found


def said(text: str) -> list[Statement]:
    return statements.read(read(text))


@pytest.mark.parametrize("row", rows("statements.tsv"), ids=lambda row: row["text"][:60])
def test_reads_a_statement(row: dict[str, str]) -> None:
    assert row["act"]
    assert row["content"]
    found = [
        (
            one.speaker.name if one.speaker else "",
            str(one.act),
            str(one.mode),
            one.content,
            str(one.venue) if one.venue else "",
        )
        for one in said(row["text"])
    ]
    assert (row["speaker"], row["act"], row["mode"], row["content"], row["venue"]) in found


@pytest.mark.parametrize("row", rows("no_statements.tsv"), ids=lambda row: row["text"][:60])
def test_leaves_other_sentences_alone(row: dict[str, str]) -> None:
    assert said(row["text"]) == []


def examples(kind: str) -> list[tuple[str, str]]:
    specs = frame_lexicon("statements").specs
    return [(spec.id, text) for spec in specs for text in getattr(spec, kind)]


@pytest.mark.parametrize(("rule", "text"), examples("examples"))
def test_frame_reads_its_examples(rule: str, text: str) -> None:
    assert [one.evidence.rule for one in said(text)] == [rule]


@pytest.mark.parametrize(("rule", "text"), examples("counterexamples"))
def test_frame_leaves_its_counterexamples_alone(rule: str, text: str) -> None:
    assert rule not in [one.evidence.rule for one in said(text)]


def test_quotation_interrupted_by_its_reporting_clause_is_one_statement() -> None:
    text = "„A híd – mondta Petteri Orpo finn miniszterelnök – elkészült.” A hajók indulnak."
    (only,) = said(text)
    assert only.content == "A híd … elkészült"
    assert only.evidence.fields["content"][0].of(text) == "A híd"
    assert only.evidence.fields["content"][1].of(text) == "elkészült"


def test_quotation_set_as_a_paragraph_belongs_to_the_line_that_names_its_speaker() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök Tallinnba érkezett.\n\n"
        "A hídon holnap már átmegyünk\n\n– mondta a kormányfő."
    )
    (only,) = said(text)
    assert (only.content, only.mode) == ("A hídon holnap már átmegyünk", "direct")
    assert only.speaker is not None
    assert only.speaker.name == "Petteri Orpo"


def test_nested_sources_give_the_inner_speaker() -> None:
    text = (
        "A finn külügyminisztérium közleménye szerint Elina Valtonen külügyminiszter rámutatott, "
        "hogy a híd áll."
    )
    (only,) = said(text)
    assert only.speaker is not None
    assert (only.speaker.name, only.content) == ("Elina Valtonen", "a híd áll")


def test_coordinated_reporting_clauses_are_parted() -> None:
    text = "Petteri Orpo finn miniszterelnök megköszönte a segítséget, és leszögezte: a híd elkészül."
    assert [(str(one.act), one.content) for one in said(text)] == [
        ("thank", "a segítséget"),
        ("emphasize", "a híd elkészül"),
    ]


def test_addressee_is_the_person_spoken_to() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök Budapesten tárgyalt Orbán Viktor miniszterelnökkel. "
        "Alexander Stubb finn elnök arra kérte Orbán Viktort, hogy írja alá a nyilatkozatot."
    )
    (only,) = said(text)
    assert only.addressee is not None
    assert only.addressee.name == "Orbán Viktor"


def test_date_of_the_utterance_needs_the_day_of_publication() -> None:
    text = (
        "2024. május 8., szerda\n\nAz új híd\n\nA híd áll – mondta kedden Petteri Orpo finn miniszterelnök."
    )
    (only,) = said(text)
    assert str(only.date) == "2024-05-07"
    assert [one.date for one in said("A híd áll – mondta kedden Petteri Orpo finn miniszterelnök.")] == [None]


def test_following_sentences_of_the_paragraph_are_the_speakers_account() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök elmondta, hogy a híd áll. A forgalom tavaly megduplázódott.\n\n"
        "Esett az eső."
    )
    document = read(text)
    statements.read(document)
    speakers = [document.speaker_at(sentence.first + 1) for sentence in document.sentences]
    assert speakers[1] == 0
    assert speakers[2] == -1


def test_venues_and_verbs_are_listed_in_order_and_once() -> None:
    words = speech_words()
    assert list(words.verbs) == sorted(words.verbs)
    assert len(words.venues) > 50


@pytest.mark.parametrize(
    "text", ["", "–", "„", '"" – mondta.', "Szerinte.", "mondta, hogy", "– mondta: „", "aki szerint"]
)
def test_never_fails_on_scraps(text: str) -> None:
    assert said(text) == []


def test_a_writer_goes_on_where_he_wrote() -> None:
    text = "Petteri Orpo finn miniszterelnök a Facebookon közölte, hogy a híd áll. „Megnyitjuk” – írta."
    assert [str(one.venue) for one in said(text)] == ["social_media", "social_media"]


def test_a_partner_is_of_another_state_than_the_speaker() -> None:
    text = (
        "Elina Valtonen finn külügyminiszter Budapesten tárgyalt Szijjártó Péter külügyminiszterrel. "
        "Elina Valtonen finn külügyminiszter arra kérte partnerét, hogy jöjjön Helsinkibe."
    )
    (only,) = said(text)
    assert only.addressee is not None
    assert only.addressee.name == "Szijjártó Péter"


PIECES = st.sampled_from(
    [
        "Petteri Orpo finn miniszterelnök ",
        "azt mondta",
        ", hogy ",
        ": ",
        "a híd áll",
        " – mondta",
        "„",
        "” ",
        ". ",
        "\n\n",
        "szerint ",
        "szerinte ",
        "hozzátéve, hogy ",
        "méltatta a munkát",
        ", mint közölte, ",
        "; ",
        "– ",
        '"',
        "fontosnak nevezte a hidat",
        " és leszögezte: ",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_mixture_reads_and_quotes_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in said(text):
        spans = one.evidence.fields["content"]
        assert statements.GAP.join(span.of(text) for span in spans) == one.content
        assert one.evidence.is_from(text)
        assert all(span in one.evidence.span for span in spans)
        assert one.content.strip() == one.content != ""


def test_nobody_in_particular_is_no_speaker() -> None:
    text = "Petteri Orpo finn miniszterelnök Tallinnba érkezett. Mindenki azt mondta, hogy a híd áll."
    assert said(text) == []


def test_a_quoted_paragraph_is_read_once() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök Tallinnba érkezett.\n\n"
        "A barátom azt mondta, hogy a híd áll, és igaza volt\n\n– fogalmazott a kormányfő."
    )
    assert [one.content for one in said(text)] == ["A barátom azt mondta, hogy a híd áll, és igaza volt"]


def test_an_office_alone_means_a_minister_of_the_own_state_named_later() -> None:
    text = (
        "A miniszter azt mondta, hogy a híd áll. "
        "Szijjártó Péter külügyminiszter Elina Valtonen finn külügyminiszterrel tárgyalt."
    )
    (only,) = said(text)
    assert only.speaker is not None
    assert only.speaker.name == "Szijjártó Péter"


@pytest.mark.parametrize(
    "told",
    ["közölte Katri Lepp észt elnökkel, hogy", "tájékoztatta Katri Lepp észt elnököt arról, hogy"],
)
def test_hearer_stands_in_the_case_that_the_verb_asks_for(told: str) -> None:
    (only,) = said(f"Petteri Orpo finn miniszterelnök {told} a híd elkészül.")
    assert only.addressee is not None
    assert only.addressee.name == "Katri Lepp"


def test_partner_of_a_talk_is_no_hearer() -> None:
    (only,) = said("Petteri Orpo finn miniszterelnök Katri Leppel tárgyalva azt mondta, hogy a híd elkészül.")
    assert only.addressee is None


def test_office_of_the_home_state_is_meant_where_the_other_holder_has_not_spoken() -> None:
    text = (
        "Elina Valtonen finn külügyminiszterrel tárgyalt kedden Tallinnban Szijjártó Péter külügyminiszter. "
        "Valtonen hajón érkezett. A tárcavezető elmondta, hogy a híd áll."
    )
    (only,) = said(text)
    assert only.speaker is not None
    assert only.speaker.name == "Szijjártó Péter"


def test_pronoun_of_the_hearer_is_the_other_person() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök Tallinnban Alar Karis észt elnökkel tárgyalt. "
        "Köszönetet mondott neki a segítségért."
    )
    (only,) = said(text)
    assert only.addressee is not None
    assert (only.addressee.name, only.content) == ("Alar Karis", "a segítségért")


def test_what_goes_on_in_the_sentence_has_the_venue_of_its_first_words() -> None:
    text = (
        "Petteri Orpo finn miniszterelnök sajtótájékoztatón leszögezte, hogy a híd áll, "
        "és köszönetet mondott a segítségért."
    )
    assert [str(one.venue) for one in said(text)] == ["press_conference", "press_conference"]


def test_unnamed_official_speaks_for_the_authority_before_him() -> None:
    (only,) = said("A Fehér Ház egyik tisztviselője szerint a híd áll.")
    assert (only.speaker, str(only.speaker_country)) == (None, "US")


def test_week_or_month_of_an_utterance_is_its_date() -> None:
    text = "2024. május 8., szerda\n\nAz új híd\n\nPetteri Orpo finn miniszterelnök "
    assert [str(one.date) for one in said(text + "áprilisban azt mondta, hogy a híd áll.")] == ["2024-04"]
    assert [one.date for one in said(text + "áprilisi jelentése szerint a híd áll.")] == [None]
