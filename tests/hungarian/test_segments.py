"""Quotations and segments: written out with brackets and bars, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.morphology import tag
from bilateral.hungarian.segments import delimiters, inside, is_speech, quotations, segments
from bilateral.hungarian.tokens import sentences, tokenize

PIECES = st.lists(
    st.sampled_from(
        ["„", "”", '"', "»", "«", "–", ",", ".", "\n\n", "mondta", "Bécs", "hogy", "(", ")", ":"]
    ),
    max_size=30,
).map(" ".join)


def quoted(text: str) -> list[str]:
    tokens = tokenize(text)
    found = quotations(text, tokens)
    return [text[tokens[quote.first].start : tokens[quote.last - 1].end] for quote in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„A híd áll” – mondta.", ["A híd áll"]),
        ('"A híd áll" – mondta. "Jó."', ["A híd áll", "Jó."]),
        ("»A híd áll« – mondta.", ["A híd áll"]),
        ("“A híd áll” – mondta.", ["A híd áll"]),
        ("Azt mondta: „A híd áll.", []),
        ("„A híd áll.\n\nA hír” igaz.", []),
        ("Az üres „” idézet.", []),
        ("„A »Híd« program indul” – mondta.", ["A »Híd« program indul"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("A „Zöld Jövő” program.", False),
        ("A „nyitva marad” felirat.", True),
        ("A „béke, kenyér, jog, rend, nyugalom” jelszava.", True),
    ],
)
def test_speech_has_a_verb_or_is_long(text: str, speech: bool) -> None:  # noqa: FBT001
    tokens = tokenize(text)
    [quote] = quotations(text, tokens)
    assert is_speech(quote, tag(tokens, sentences(text, tokens))) is speech


def cut(text: str) -> str:
    tokens = tokenize(text)
    flags = inside(quotations(text, tokens), len(tokens))
    found = segments([token.fold for token in tokens], 0, len(tokens), flags)
    words = [text[tokens[part.first].start : tokens[part.last - 1].end] for part in found]
    marks = [f"{part.before or '^'}{' Q' * part.quoted}" for part in found]
    return " | ".join(f"{mark} {word}" for mark, word in zip(marks, words, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A híd áll, a gát nem", "^ A híd áll | , a gát nem"),
        ("A híd – mondta – áll", "^ A híd | – mondta | – áll"),
        ("A híd áll; a gát is: jó", "^ A híd áll | ; a gát is | : jó"),
        ("„A híd áll” – mondta", '" Q A híd áll | – mondta'),
        ("A híd (a régi) áll", "^ A híd | ( a régi | ) áll"),
        ("„A híd – mondta –, áll”", '" Q A híd | – Q mondta | – Q áll'),
    ],
)
def test_segments(text: str, expected: str) -> None:
    assert cut(text) == expected


def test_a_delimiter_inside_a_unit_does_not_cut() -> None:
    tokens = tokenize("Budapest, Magyarország fővárosa, vár")
    whole = bytearray(len(tokens))
    whole[:2] = b"\x01\x01"
    found = segments([token.fold for token in tokens], 0, len(tokens), bytearray(len(tokens)), whole)
    assert [(part.first, part.last) for part in found] == [(0, 4), (5, 6)]


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_segments_hold_every_token_but_delimiters_once(text: str) -> None:
    tokens = tokenize(text)
    found = quotations(text, tokens)
    assert all(0 < quote.first < quote.last < len(tokens) for quote in found)
    parts = segments([token.fold for token in tokens], 0, len(tokens), inside(found, len(tokens)))
    covered = [index for part in parts for index in range(part.first, part.last)]
    outside = [at for at, token in enumerate(tokens) if token.is_word or token.norm not in delimiters()]
    assert covered == outside
