"""Authorities that are named by a common noun: az amerikai külügyminisztérium, a pekingi vezetés."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.hungarian.entries import EntryKind
from bilateral.reading.mention_words import is_authority
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.sheet import Sheet


def find_institutions(sheet: Sheet) -> list[Mention]:
    """Each authority named by a common noun, with the countries that the words before it tell."""
    return [_read(sheet, index) for index in _heads(sheet)]


def _heads(sheet: Sheet) -> Iterator[int]:
    for index, token in enumerate(sheet.tokens):
        if not token.is_word or sheet.at[index] is not None:
            continue
        reading = sheet.reading(index)
        if reading.pos in ("NOUN", "PROPN") and is_authority(reading.lemma.lower()):
            yield index


def _read(sheet: Sheet, head: int) -> Mention:
    start = sheet.sentence(head)[0]
    reading = sheet.reading(head)
    mention = Mention(MentionKind.INSTITUTION, head, head + 1, head)
    mention.case, mention.number = reading.case or "Nom", reading.number or "Sing"
    mention.possessive = bool(reading.possessor)
    countries: list[str] = []
    index = head - 1
    while index >= start:
        match = sheet.at[index]
        if match is not None:
            own = match.kind is EntryKind.NATIONALITY or match.adjectival
            if not own and not (mention.possessive and not countries and match.kind is EntryKind.COUNTRY):
                break
            if match.kind is EntryKind.CITY and "capital" not in match.entry.tags:
                break
            countries.extend(
                code for entry in match.entries[: 9 if match.pair else 1] for code in entry.countries[:1]
            )
            mention.place = match.entry.name if match.kind is EntryKind.CITY else mention.place
            mention.first = match.first
            index = match.first - 1
            continue
        if not _modifies(sheet, index):
            break
        mention.first = index
        index -= 1
    if index >= start and sheet.fold(index) in ("a", "az"):
        mention.first = index
    mention.countries = tuple(dict.fromkeys(countries))
    return mention


def _modifies(sheet: Sheet, index: int) -> bool:
    reading = sheet.reading(index)
    token = sheet.tokens[index]
    return reading.pos == "ADJ" and reading.case in ("Nom", "") and not reading.possessor and token.is_word
