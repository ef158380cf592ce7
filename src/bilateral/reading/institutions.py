"""Authorities that are named by a common noun: az amerikai külügyminisztérium, a pekingi vezetés."""

from __future__ import annotations

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.reading.mention_words import is_authority, mention_words
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.sheet import Sheet


def find_institutions(sheet: Sheet) -> list[Mention]:
    """Each authority named by a common noun, with the countries that the words before it tell."""
    return [_read(sheet, index) for index in sheet.nouns if is_authority(sheet.reading(index).fold)]


def _read(sheet: Sheet, head: int) -> Mention:
    reading = sheet.reading(head)
    mention = Mention(MentionKind.INSTITUTION, head, head + 1, head)
    mention.case, mention.number = reading.case or "Nom", reading.number or "Sing"
    mention.possessive = bool(reading.possessor)
    start = sheet.sentence(head)[0]
    while mention.first > start and _extend(sheet, mention):
        pass
    if mention.first > start and sheet.fold(mention.first - 1) in mention_words().small.articles:
        mention.first -= 1
    return mention


def _extend(sheet: Sheet, mention: Mention) -> bool:
    """Takes the word before the mention into it, if it belongs there."""
    index = mention.first - 1
    match = sheet.at[index]
    if match is None:
        mention.first = index if _modifies(sheet, index) else mention.first
        return mention.first == index
    if not _tells(match, mention):
        return False
    entries = match.entries if match.pair else match.entries[:1]
    told = [code for entry in entries for code in entry.countries[:1]]
    mention.countries = tuple(dict.fromkeys((*mention.countries, *told)))
    mention.place = match.entry.name if match.kind is EntryKind.CITY else mention.place
    mention.first = match.first
    return True


def _tells(match: Match, mention: Mention) -> bool:
    """Whether the words tell whose authority it is: a nationality, a capital, a possessing state."""
    if match.kind is EntryKind.CITY:
        return match.adjectival and "capital" in match.entry.tags
    if match.kind is EntryKind.NATIONALITY or match.adjectival:
        return True
    return match.kind is EntryKind.COUNTRY and mention.possessive and not mention.countries


def _modifies(sheet: Sheet, index: int) -> bool:
    reading = sheet.reading(index)
    token = sheet.tokens[index]
    return reading.pos == "ADJ" and reading.case in ("Nom", "") and not reading.possessor and token.is_word
