"""Who and what is named: the mentions of a text, and its persons with what they are and whom they serve.

>>> from bilateral.hungarian.lexicon import lexicon
>>> from bilateral.hungarian.morphology import tag
>>> from bilateral.hungarian.tokens import sentences, tokenize
>>> text = "Kedden Asztanában tárgyalt Péter Anna magyar miniszter a kazah elnökkel."
>>> tokens = tokenize(text)
>>> ranges = sentences(text, tokens)
>>> mentions, persons = find_mentions(text, tokens, tag(tokens, ranges), ranges, lexicon())
>>> [(person.name, str(person.office), person.country) for person in persons]
[('Péter Anna', 'minister', 'HU')]
>>> [(str(mention.kind), mention.countries) for mention in mentions if mention.inside < 0]
[('place', ('KZ',)), ('person', ('HU',)), ('role', ('KZ',))]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.hungarian.lexicon import Lexicon
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.tokens import Token
from bilateral.model.kinds import Office
from bilateral.reading.appositions import Appositions
from bilateral.reading.identity import merge
from bilateral.reading.institutions import find_institutions
from bilateral.reading.mention_words import mention_words
from bilateral.reading.persons import Name, find_names
from bilateral.reading.referents import Mention, MentionKind, PersonRecord, Relation, Source
from bilateral.reading.roles import find_groups, role, shared_text, title_text
from bilateral.reading.service import Service
from bilateral.reading.sheet import Sheet
from bilateral.reading.titles import Title, find_titles

__all__ = [
    "Mention",
    "MentionKind",
    "PersonRecord",
    "Relation",
    "Source",
    "article_countries",
    "find_mentions",
]

_KINDS = {
    EntryKind.COUNTRY: MentionKind.COUNTRY,
    EntryKind.NATIONALITY: MentionKind.NATIONALITY,
    EntryKind.DEMONYM: MentionKind.NATIONALITY,
    EntryKind.CITY: MentionKind.PLACE,
    EntryKind.REGION: MentionKind.PLACE,
    EntryKind.INSTITUTION: MentionKind.INSTITUTION,
    EntryKind.ORGANIZATION: MentionKind.ORGANIZATION,
    EntryKind.MEDIA: MentionKind.MEDIA,
}
# looking a member up in its enumeration takes long, where it is asked for of every mention
_NATIONALITY = EntryKind.NATIONALITY
_PLACE, _INSTITUTION, _ORGANIZATION = MentionKind.PLACE, MentionKind.INSTITUTION, MentionKind.ORGANIZATION
_OF_STATES = frozenset((MentionKind.COUNTRY, MentionKind.NATIONALITY, MentionKind.INSTITUTION))
_STATE_OFFICES = frozenset(
    (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER, Office.MINISTER)
)
_SCENES = frozenset(("Ine", "Sup", "Ade", "Ela", "Del"))
_GOALS = frozenset(("Ill", "Sbl", "All"))
_LOCAL = _SCENES | _GOALS


def find_mentions(
    text: str,
    tokens: Sequence[Token],
    readings: Sequence[tuple[Reading, ...]],
    sents: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    *,
    skip: Iterable[tuple[int, int]] = (),
    published: date | None = None,
) -> tuple[list[Mention], list[PersonRecord]]:
    """The mentions of a text in their order, and its persons in the order of their first mention.

    Args:
        text: the text.
        tokens: its tokens.
        readings: for each token its readings, best first.
        sents: its sentences, half-open token ranges.
        lexicon: what is known by name.
        skip: half-open token ranges in which nothing is mentioned (bylines, photo credits, boilerplate).
        published: the day of publication; tells which terms of the list of office-holders count.

    Returns:
        The mentions, outer ones before those inside them, and the persons.
    """
    sheet = Sheet.of(tokens, readings, sents, lexicon, skip)
    titles = find_titles(sheet)
    names = find_names(sheet)
    Appositions(sheet, names, titles).attach()
    records = merge(sheet, names)
    names = [name for name in names if name.person >= 0]
    Service(sheet, names, titles, records, published).settle()
    return _collect(sheet, text, names, titles, records), records


def _collect(
    sheet: Sheet, text: str, names: list[Name], titles: list[Title], records: list[PersonRecord]
) -> list[Mention]:
    mentions = [_person(name, records[name.person]) for name in names]
    _describe(sheet, text, names, records)
    used = {id(title) for name in names for title in name.titles}
    used |= {id(name.shared) for name in names if name.shared and name.shared.first == name.last}
    mentions += [role(sheet, text, title) for title in titles if id(title) not in used and _is_role(title)]
    taken = [False] * len(sheet.tokens)
    for mention in mentions:
        taken[mention.head] = True
    mentions += find_institutions(sheet)
    mentions += find_groups(sheet, taken)
    inside_name = {index for name in names for index in range(name.first, name.last)}
    mentions += [
        _lexical(match)
        for match in sheet.matches
        if match.kind in _KINDS and match.first not in inside_name and not _names_language(sheet, match)
    ]
    mentions = [mention for mention in mentions if mention.head not in sheet.skip]
    mentions.sort(key=lambda m: (m.first, -m.last))
    return _nest(mentions, records)


def _names_language(sheet: Sheet, match: Match) -> bool:
    """Whether the adjective of a people only means its language: "francia nyelvű adás"."""
    if match.kind is not _NATIONALITY or match.last >= len(sheet.tokens):
        return False
    return sheet.tokens[match.last].fold in mention_words().states.languages


def _is_role(title: Title) -> bool:
    """Whether a description alone means somebody: by office, relation or state, or as "a politikus" does."""
    if title.office is not None or title.head.relation is not None or title.countries:
        return True
    return title.head.lemma in mention_words().groups.counted


def _person(name: Name, record: PersonRecord) -> Mention:
    head = name.last - 1
    title = name.titles[0] if name.titles else name.shared
    if title and title.first == name.last:
        head = title.last - 1
    mention = Mention(MentionKind.PERSON, name.left, name.right, head, case=name.case, name=name.text)
    mention.name_first, mention.name_last = name.first, name.last
    mention.person = record.index
    mention.countries = (record.country,) if record.country else ()
    mention.office = record.office
    mention.former = bool(title and title.former)
    return mention


def _describe(sheet: Sheet, text: str, names: list[Name], records: list[PersonRecord]) -> None:
    for name in names:
        record = records[name.person]
        title = name.titles[0] if name.titles else name.shared
        if title and record.title is None:
            record.title = (
                title_text(sheet, text, title) if title in name.titles else shared_text(sheet, text, name)
            )


def _lexical(match: Match) -> Mention:
    kind = _KINDS[match.kind]
    entry = match.entry
    mention = Mention(kind, match.first, match.last, match.last - 1, match.case, match.number)
    mention.countries = match.countries
    mention.name = entry.value if kind is _ORGANIZATION else entry.name
    mention.adjectival = match.adjectival or match.kind is _NATIONALITY
    mention.possessive = bool(match.possessor)
    if kind is _PLACE:
        mention.place = (match.form or entry.name) if match.kind is EntryKind.CITY else None
        mention.capital = "capital" in entry.tags
        if mention.capital and not mention.adjectival and mention.case not in _LOCAL:
            union = mention_words().states.capitals.get(entry.name)
            mention.countries = (union,) if union is not None else mention.countries
    elif kind is _INSTITUTION:
        mention.place = entry.value
    return mention


def _nest(mentions: list[Mention], records: list[PersonRecord]) -> list[Mention]:
    """Sets ``inside`` and the persons' lists of mentions."""
    open_: list[int] = []
    for index, mention in enumerate(mentions):
        while open_ and not mention.last <= mentions[open_[-1]].last:
            open_.pop()  # in the order of the text, what ends within another mention is part of it
        mention.inside = open_[-1] if open_ else -1
        open_.append(index)
        if mention.person >= 0:
            records[mention.person].mentions.append(index)
    return mentions


def article_countries(mentions: Sequence[Mention]) -> list[str]:
    """The countries that a text speaks of, the weightiest first; ties in the order of the text.

    Counted are countries by name, nationality adjectives and peoples, institutions that stand for a state,
    capitals that stand for their government, and whoever is in the highest offices of a state. A capital
    that is only the scene ("Bécsben") does not count, nor does the adjective of what is no state now
    ("antarktiszi"); the seat of the European Union stands for the Union.
    """
    weights: dict[str, int] = {}
    for mention in mentions:
        if mention.countries and _speaks_of_country(mention):
            for code in mention.countries:
                weights[code] = weights.get(code, 0) + 1
    return sorted(weights, key=lambda code: -weights[code])


def _speaks_of_country(mention: Mention) -> bool:
    kind = mention.kind
    if mention.adjectival and mention.countries[0] in mention_words().states.none:
        return False
    if kind in _OF_STATES:
        return True
    if kind is MentionKind.PERSON:
        return mention.office in _STATE_OFFICES
    if kind is _ORGANIZATION:
        return mention.countries == ("EU",)
    if not mention.capital or mention.adjectival:
        return False
    goal = mention.case in _GOALS and mention.name in mention_words().states.capitals
    return mention.case not in _SCENES and not goal
