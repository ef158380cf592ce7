from __future__ import annotations

import functools
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.lexicon import lexicon
from bilateral.hungarian.morphology import tag
from bilateral.hungarian.tables import read_table
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

    def __init__(self, text: str, published: date | None = None, skip: str = "") -> None:
        self.text = text
        self.tokens = tokenize(text)
        ranges = sentences(text, self.tokens)
        hidden = [(i, i + 1) for i, t in enumerate(self.tokens) if skip and t.start >= text.index(skip)]
        self.mentions, self.persons = find_mentions(
            text, self.tokens, tag(self.tokens, ranges), ranges, lexicon(), skip=hidden, published=published
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
