"""Tokens and sentences: cases in data/tokens.tsv and data/sentences.txt, properties on any text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tokens import Token, TokenKind, sentences, tokenize

DATA = Path(__file__).parent / "data"
LINE_FEED = "␤"


def token_cases() -> list[tuple[str, str]]:
    lines = (DATA / "tokens.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(text, tokens) for text, tokens, _ in (line.split("\t") for line in lines)]


def sentence_cases() -> list[str]:
    lines = (DATA / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def split(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[first].start : tokens[last - 1].end] for first, last in sentences(text, tokens)]


@pytest.mark.parametrize(("text", "expected"), token_cases())
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(token.text for token in tokenize(text)) == expected


@pytest.mark.parametrize("marked", sentence_cases())
def test_sentences(marked: str) -> None:
    expected = [part for line in marked.split(LINE_FEED) for part in line.split("|") if part]
    text = marked.replace("|", " ").replace(LINE_FEED, "\n")
    assert split(text) == expected


FILLED = """\
A két miniszter kedden a fővárosban arról
egyezett meg, hogy a határon új hidat
építenek. A munka a jövő évben indul, és
két évig tart.
A költségeket felesben állják.

A felek ősszel ismét tárgyalnak a két
ország vasútjairól.
"""


def test_lines_filled_to_a_width_are_no_paragraphs() -> None:
    assert [" ".join(sentence.split()) for sentence in split(FILLED)] == [
        "A két miniszter kedden a fővárosban arról egyezett meg, hogy a határon új hidat építenek.",
        "A munka a jövő évben indul, és két évig tart.",
        "A költségeket felesben állják.",
        "A felek ősszel ismét tárgyalnak a két ország vasútjairól.",
    ]


def test_sentence_cases_have_both_kinds() -> None:
    cases = sentence_cases()
    assert sum("|" in case for case in cases) >= 40
    assert sum("|" not in case for case in cases) >= 5


@pytest.mark.parametrize(
    ("form", "norm"),
    [
        ("elõzõ", "előző"),
        ("mûködik", "működik"),
        ("köz\u00adtár\u00adsaság", "köztársaság"),
        ("NATO\u2011ban", "NATO-ban"),
        ("O’Brien", "O'Brien"),
        ("orosz–kazah", "orosz-kazah"),
        (unicodedata.normalize("NFD", "külügyminiszterről"), "külügyminiszterről"),
        ("Köln", "Köln"),
        ("–", "–"),
    ],
)
def test_norm(form: str, norm: str) -> None:
    (token,) = tokenize(form)
    assert token.text == form
    assert token.norm == norm
    assert token.fold == norm.lower()


def test_mis_encoded_text_is_repaired_in_capitalised_words_too() -> None:
    tokens = tokenize("Gyõr idén is mûködik, az elsô helyen.")
    assert [token.norm for token in tokens][:4] == ["Győr", "idén", "is", "működik"]
    assert tokens[-3].norm == "első"


def test_foreign_letters_stay_where_the_text_has_its_own() -> None:
    norms = [token.norm for token in tokenize("A győztes Tõnis Jõks és Jérôme volt.")]
    assert norms[2:6] == ["Tõnis", "Jõks", "és", "Jérôme"]


def test_fold_keeps_the_length_of_norm() -> None:
    (token,) = tokenize("İstanbul")
    assert token.fold == "istanbul"
    assert len(token.fold) == len(token.norm)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("NATO-ban", TokenKind.WORD),
        ("20-án", TokenKind.NUMBER),
        ("2025.11.12.", TokenKind.NUMBER),
        ("„", TokenKind.PUNCT),
        ("…", TokenKind.PUNCT),
        ("%-kal", TokenKind.SYMBOL),
        ("€", TokenKind.SYMBOL),
        ("+", TokenKind.SYMBOL),
        ("https://pelda.hu/a", TokenKind.URL),
        ("nev@pelda.hu", TokenKind.URL),
    ],
)
def test_kind(form: str, kind: TokenKind) -> None:
    assert [token.kind for token in tokenize(form)] == [kind]
    assert Token.of(form).kind is kind


@pytest.mark.parametrize(
    ("form", "is_cap", "is_upper"),
    [("Asztana", True, False), ("NATO-ban", True, True), ("kazah", False, False), ("A", True, False)],
)
def test_capitals(form: str, is_cap: bool, is_upper: bool) -> None:  # noqa: FBT001 - a case of the table
    token = Token.of(form)
    assert (token.is_cap, token.is_upper) == (is_cap, is_upper)


def test_decomposed_text_has_the_same_tokens() -> None:
    text = "Őexcellenciája, Szűcs Győző külügyminiszter 12-én érkezett."
    composed = [token.norm for token in tokenize(text)]
    assert [token.norm for token in tokenize(unicodedata.normalize("NFD", text))] == composed


def test_every_abbreviation_keeps_its_period() -> None:
    for row in read_table("abbreviations.tsv", ("form", "kind", "source")):
        if row["form"].endswith("."):
            assert [token.text for token in tokenize(f"és {row['form']} 3 a")][1] == row["form"]


def test_abbreviations_are_sorted_and_unique() -> None:
    forms = [row["form"] for row in read_table("abbreviations.tsv", ("form", "kind", "source"))]
    assert forms == sorted(set(forms))


def test_kinds_of_abbreviations_are_known() -> None:
    kinds = {row["kind"] for row in read_table("abbreviations.tsv", ("form", "kind", "source"))}
    assert kinds == {"article", "final", "inner", "month", "weak"}


WRITTEN = st.text(alphabet=st.sampled_from(" \n.,:;!?…-–'\"„”»«()%€aAáÁőŐzZ09\u00ad\u200b\u0301@/_"))


@given(st.one_of(st.text(), WRITTEN))
def test_tokens_lie_in_order_and_leave_only_blanks(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert token.text == text[token.start : token.end] != ""
        assert not set(text[position : token.start]) & set("aAáÁőŐzZ09.,%€„”")
        assert token.start >= position
        position = token.end


@given(st.one_of(st.text(), WRITTEN))
def test_sentences_cover_the_tokens(text: str) -> None:
    tokens = tokenize(text)
    ranges = sentences(text, tokens)
    assert [index for first, last in ranges for index in range(first, last)] == list(range(len(tokens)))


@pytest.mark.parametrize("piece", ["a.", "http://", "a-", "1.", "1-", "„", "é@", ".", "A. ", "\u0301", "-a"])
def test_no_input_makes_it_slow(piece: str) -> None:
    text = piece * 20_000
    assert tokenize(text)[-1].end == len(text.rstrip())
