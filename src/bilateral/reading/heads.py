"""The nouns that descriptions of persons end in: offices, roles bound to somebody, any noun for a person."""

from __future__ import annotations

from operator import attrgetter

import attrs

from bilateral.hungarian.entries import Entry, EntryKind, Match
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.periods.words import WordKind, time_word
from bilateral.model.kinds import Office
from bilateral.reading.mention_words import describes_person, office_by_end, relation_of
from bilateral.reading.referents import Relation
from bilateral.reading.sheet import Sheet

_OFFICE = EntryKind.OFFICE


@attrs.define(eq=False)
class Head:
    """The noun (or the fixed words) that a description ends in."""

    first: int
    last: int
    lemma: str
    office: Office | None
    case: str
    number: str
    possessive: bool
    relation: Relation | None = None
    modifiers: tuple[Entry, ...] = ()
    deputy: bool = False


def find_heads(sheet: Sheet) -> list[Head]:
    """Every head in the text, in order."""
    heads = [_match_head(sheet, match) for match in sheet.matches if match.kind is _OFFICE]
    heads += [_noun_head(sheet, index) for index in sheet.nouns]
    return sorted(filter(None, heads), key=attrgetter("first"))


def _match_head(sheet: Sheet, match: Match) -> Head | None:
    if leads_on(sheet, match):
        return None
    entry = match.entry
    office = Office(entry.value) if entry.value else None
    return Head(
        match.first,
        match.last,
        entry.name,
        office,
        match.case,
        match.number,
        bool(match.possessor),
        relation_of().get(entry.name),
        match.modifiers,
        deputy="deputy" in entry.tags,
    )


def leads_on(sheet: Sheet, match: Match) -> bool:
    """Whether a participle that can be an office is an attribute here: a Moszkvába vezető út."""
    following = match.last
    if sheet.reading(match.last - 1).pos == "VERB":
        return True
    if match.case != "Nom" or match.number != "Sing" or match.possessor or following >= len(sheet.tokens):
        return False
    if sheet.reading(match.last - 1).pos != "ADJ" and sheet.reading(match.last - 1).form != "PartPres":
        return False
    after = sheet.reading(following)
    if time_word(sheet.fold(following), WordKind.WEEKDAY, WordKind.DAY, WordKind.SHIFT, WordKind.MONTH):
        return False  # "a tárcavezető kedden", "az uralkodó jövő héten"
    return sheet.tokens[following].is_word and after.pos in ("NOUN", "ADJ") and not after.possessor


def _noun_head(sheet: Sheet, index: int) -> Head | None:
    """A noun that is no listed office: a role bound to somebody else, or any description of a person."""
    reading = _common(sheet, index)
    if reading is None:
        return None
    lemma = reading.fold
    relation = relation_of().get(lemma)
    if reading.pos != "NOUN" and not (relation and reading.possessor):
        return None
    if relation is None and not describes_person(lemma):
        return None
    return Head(
        index,
        index + 1,
        lemma,
        office_by_end(lemma),
        reading.case or "Nom",
        reading.number or "Sing",
        bool(reading.possessor),
        relation,
    )


def _common(sheet: Sheet, index: int) -> Reading | None:
    """The likeliest reading as a common noun; a capital that is not the sentence's makes a name."""
    if not sheet.tokens[index].is_cap:
        return sheet.best[index]
    if index not in sheet.heads:
        return None
    return next((reading for reading in sheet.readings[index] if reading.pos != "PROPN"), None)
