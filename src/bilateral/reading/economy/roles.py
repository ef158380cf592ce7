"""The countries that a clause names around a figure, each in its role."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.lexicon import lexicon
from bilateral.model.kinds import Measure
from bilateral.model.text import Span
from bilateral.reading.document import Document
from bilateral.reading.drafting import phrase_at
from bilateral.reading.economy.cues import lemma, own_subject
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.pairs import PAIR, Pairs
from bilateral.reading.economy.told import Choice
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.sheet import nationalities


class Role(StrEnum):
    """What a country is to a figure."""

    OWNER = "owner"
    """Whose it is: "a horvát kivitel", "Kína befektetései"."""
    SUBJECT = "subject"
    GOAL = "goal"
    RECEIVER = "receiver"
    OBJECT = "object"
    SOURCE = "source"
    PLACE = "place"
    LEVIER = "levier"
    """Who levies a duty: "az amerikai vámok"."""
    PARTNER = "partner"
    TRANSIT = "transit"
    OTHER = "other"


_BY_CASE = {
    **dict.fromkeys(("Ill", "Sbl", "All"), Role.GOAL),
    **dict.fromkeys(("Ela", "Del", "Abl"), Role.SOURCE),
    **dict.fromkeys(("Ine", "Sup"), Role.PLACE),
    **dict.fromkeys(("Nom", ""), Role.SUBJECT),
    "Dat": Role.RECEIVER,
    "Acc": Role.OBJECT,
    "Ins": Role.PARTNER,
}
_ELSEWHERE = frozenset({"Ill", "Sbl", "All", "Ine", "Sup", "Ade", "Ela", "Del", "Abl"})
_LIGHT = frozenset({"CCONJ", "ADV", "PART", "DET"})
_LISTED = frozenset({Role.GOAL, Role.RECEIVER, Role.SOURCE, Role.SUBJECT, Role.PLACE})
_LENDERS = (MentionKind.ORGANIZATION, MentionKind.INSTITUTION)
_OWN = frozenset({"Nom", "", "Dat", "Gen"})
_ALIKE = 3
_NEAR = 4
_PART = "part"


class Side(NamedTuple):
    """A country in its role, with the words that name it."""

    country: str
    role: Role
    span: Span


def first_of(found: Iterable[Side], *roles: Role, but: str | None = None) -> str | None:
    """The first country in the first of these roles that anybody has, other than ``but``."""
    for role in roles:
        for side in found:
            if side.role is role and side.country != but:
                return side.country
    return None


def nearest(document: Document, figure: Figure, found: list[Side]) -> list[Side]:
    """Those of the amount's stretch first, and of several in one role only these: "Indiába 22, Kínába 25"."""
    here = document.span(figure.first, figure.last)
    if figure.unit_class == "count":
        found = [side for side in found if side.role is not Role.SUBJECT or side.span.start < here.end]
    if len(found) < PAIR:
        return found
    listed = _is_listed(document, figure)
    kept = [side for side in found if side.span in here or not (listed and _is_one_of_several(found, side))]
    return sorted(kept, key=lambda side: side.span not in here)


def headed(document: Document, figure: Figure, found: list[Side]) -> list[Side]:
    """Whose it is, where an adjective without its noun says so: "a török kivitel 9, az iráni 4 milliárd"."""
    for mention in document.mentions_in(figure.first, figure.found.first, MentionKind.NATIONALITY):
        between = range(mention.last, figure.found.first)
        alone = all(document.readings[at][0].pos in _LIGHT for at in between)
        if alone and len(mention.countries) == 1 and mention.number != "Plur":
            owner = Side(mention.countries[0], Role.OWNER, document.span(mention.first, mention.last))
            return [owner, *(side for side in found if side.role is not Role.OWNER)]
    return found


def _is_one_of_several(found: list[Side], side: Side) -> bool:
    alike = {other.country for other in found if other.role is side.role}
    return side.role in _LISTED and len(alike) >= PAIR


def _is_listed(document: Document, figure: Figure) -> bool:
    """Whether the clause lists several amounts."""
    parts = figure.clause.parts
    return sum([len(list(document.amounts_in(first, last))) for first, last in parts]) > 1


def sides_in(pairs: Pairs, figure: Figure, choice: Choice, clause: Clause) -> Iterator[Side]:
    """Every country that the clause names, with its role."""
    document = pairs.document
    cue = choice.cue
    if cue is not None and cue.ours and clause is choice.clause:
        own = pairs.speaking(cue.at)
        if own is not None:
            yield Side(own, Role.OWNER, document.span(cue.at, cue.last))
    for first, last in clause.parts:
        for mention in document.mentions_in(first, last):
            if _mediates(document, mention) or is_reason(clause, mention):
                continue
            counted = figure.found.first <= mention.first < figure.found.last
            hired = choice.measure is Measure.JOBS
            whose = Role.PLACE if hired else Role.OWNER
            role = whose if counted else _role(document, choice, clause, mention)
            role = Role.PLACE if choice.rule.place == _PART and _is_whole(figure, clause, mention) else role
            counts_office = counted and mention.kind is MentionKind.ROLE
            for country in mention.countries if counts_office else pairs.of_mention(mention):
                yield Side(country, role, document.span(mention.first, mention.last))


def taken_up(pairs: Pairs, clause: Clause) -> Iterator[Side]:
    """The country that "ahová", "amelybe" takes up from the clause before, "onnan" from the sentence."""
    document = pairs.document
    opens = clause.link is Link.RELATIVE and clause.opener >= 0 and clause.antecedent >= 0
    if opens:
        case = document.readings[clause.opener][0].case
        role = _adverb_role(document, clause.opener) or _BY_CASE.get(case)
        yield from _sides_of(pairs, document.mention_at_head(clause.antecedent), role)
    for at in [] if economy().adverbs.isdisjoint(document.folds(clause)) else clause.words:
        role = _adverb_role(document, at) if at != clause.opener else None
        if role is not None:
            start = document.sentences[document.sentence_of[at]].first
            before = list(document.mentions_in(start, at, MentionKind.COUNTRY, MentionKind.PLACE))
            yield from _sides_of(pairs, before[-1] if before else None, role)


def _adverb_role(document: Document, at: int) -> Role | None:
    """The role of what an adverb of place takes up."""
    fold, words = document.tokens[at].fold, economy().words
    if fold in words.goals:
        return Role.GOAL
    if fold in words.sources:
        return Role.SOURCE
    return Role.PLACE if fold in words.places else None


def _sides_of(pairs: Pairs, mention: Mention | None, role: Role | None) -> Iterator[Side]:
    if role is not None and mention is not None:
        for country in pairs.of_mention(mention):
            yield Side(country, role, pairs.document.span(mention.first, mention.last))


def _mediates(document: Document, mention: Mention) -> bool:
    """Whether somebody only helps or asks: "Katar közvetítésével", "Washington kérésére"."""
    return mention.case in _OWN and lemma(document, mention.last) in economy().words.mediating


def is_reason(clause: Clause, mention: Mention) -> bool:
    """Whether somebody is only why it is so: "az orosz olaj miatt"."""
    phrase = phrase_at(clause, mention.first)
    return phrase is not None and phrase.post in economy().words.causes


def _is_whole(figure: Figure, clause: Clause, mention: Mention) -> bool:
    """Whether the amount is a part of what the phrase with the mention names."""
    phrase = phrase_at(clause, mention.first)
    return phrase is not None and phrase.first > clause.first and phrase.last == figure.found.first


def subjects(document: Document, clause: Clause) -> list[Side]:
    """The countries of the subject; where it has none, that of the clause before or of who promises."""
    subject = document.subject(clause)
    if subject is not None:
        span = document.span(clause.first, clause.last)
        return [Side(country, Role.SUBJECT, span) for country in subject.countries]
    if clause.parent is None or own_subject(document, clause):
        return []
    if clause.link is Link.COORDINATE:
        return subjects(document, clause.parent)
    return _promisers(document, clause.parent) if clause.link is Link.COMPLEMENT else []


def _promisers(document: Document, clause: Clause) -> list[Side]:
    """The state that says what it does: "Tunézia vállalta, hogy 2 milliárd euróért vesz gabonát"."""
    for phrase in clause.by_case("Nom"):
        mention = document.mention_at_head(phrase.head)
        if mention is not None and (mention.kind is MentionKind.COUNTRY or mention.capital):
            span = document.span(mention.first, mention.last)
            return [Side(country, Role.SUBJECT, span) for country in mention.countries]
    return []


def _role(document: Document, choice: Choice, clause: Clause, mention: Mention) -> Role:
    if mention.last < len(document.tokens) and document.tokens[mention.last].fold in economy().words.transit:
        return Role.TRANSIT
    first, last = choice.owners if clause is choice.clause else (-1, -1)
    inside = first <= mention.first < last
    if mention.kind is MentionKind.NATIONALITY or mention.adjectival:
        return _adjective_role(document, choice, clause, mention, inside=inside)
    if inside and mention.case in _OWN and choice.cue is not None and choice.cue.owned:
        return Role.RECEIVER if _is_given(document, choice.cue.at, mention) else Role.OWNER
    if mention.kind is MentionKind.PLACE and not mention.capital and mention.case in ("Nom", ""):
        return Role.OTHER
    if mention.case == "Ade":
        return Role.SOURCE if mention.kind in _LENDERS else Role.OTHER
    phrase = phrase_at(clause, mention.first)
    owns = phrase is not None and phrase.possessor and phrase.head >= mention.last and mention.case in _OWN
    return _phrase_role(clause, mention, phrase.case if owns and phrase is not None else mention.case)


def _role_beside(document: Document, choice: Choice) -> Role | None:
    """Of the adjective right before the measure: who levies a duty, with whom somebody else trades."""
    if choice.rule.flow is Flow.DUTY:
        return Role.LEVIER
    if not _is_abroad_of(document, choice):
        return None
    return Role.GOAL if choice.measure is Measure.EXPORTS else Role.SOURCE


def _is_abroad_of(document: Document, choice: Choice) -> bool:
    """Whether the trade is somebody else's with the country of the adjective: "növelte kenyai kivitelét"."""
    cue = choice.cue
    if cue is None or choice.measure not in (Measure.EXPORTS, Measure.IMPORTS):
        return False
    before = range(max(choice.owners[0] - _NEAR, 0), cue.at)
    peoples = document.mentions_in(before.start, before.stop, MentionKind.NATIONALITY)
    of_goods = choice.measure is Measure.IMPORTS and any(people.last < cue.at for people in peoples)
    return not of_goods and document.readings[cue.at][0].possessor.startswith("3")


def _is_given(document: Document, at: int, mention: Mention) -> bool:
    """Whether a participle makes the owner a receiver: "Katar Jemennek nyújtott segélye"."""
    if mention.case != "Dat":
        return False
    return any(document.readings[index][0].form == "PartPast" for index in range(mention.last, at))


def _adjective_role(
    document: Document, choice: Choice, clause: Clause, mention: Mention, *, inside: bool
) -> Role:
    """An adjective of a people tells whose it is; one of a land may tell where it is."""
    if lemma(document, mention.last) in economy().words.originating:
        return Role.SOURCE
    beside = _role_beside(document, choice) if inside and mention.last == choice.owners[1] else None
    if beside is not None:
        return beside
    land = mention.kind is not MentionKind.NATIONALITY or _is_land(document, mention)
    if land and (choice.rule.flow is Flow.STAY or not inside):
        return Role.PLACE
    if inside and not _is_elsewhere(document, choice, mention):
        return Role.SOURCE if _is_of_goods(document, choice, mention) else Role.OWNER
    if inside:
        return Role.OTHER
    phrase = phrase_at(clause, mention.first)
    return _phrase_role(clause, mention, phrase.case) if phrase is not None else Role.OTHER


def _is_elsewhere(document: Document, choice: Choice, mention: Mention) -> bool:
    """Whether the adjective belongs to a place or a goal: "a horvát kikötőbe érkező gáz"."""
    cue = choice.cue
    if cue is None or choice.rule.flow is not Flow.GOODS:
        return False
    between = (document.readings[at][0] for at in range(mention.last, cue.at))
    return any(reading.pos == "NOUN" and reading.case in _ELSEWHERE for reading in between)


def _is_of_goods(document: Document, choice: Choice, mention: Mention) -> bool:
    """Whether the adjective belongs to what is imported: "az ausztrál szén behozatala"."""
    cue = choice.cue
    if cue is None or choice.rule.flow is not Flow.INWARD:
        return False
    between = (document.readings[at][0] for at in range(mention.last, cue.at))
    return any(reading.pos == "NOUN" for reading in between)


def _phrase_role(clause: Clause, mention: Mention, case: str) -> Role:
    """The role that case gives; a postposition takes it away, or makes it the receiver's."""
    phrase = phrase_at(clause, mention.first)
    if phrase is None or not phrase.post:
        return _BY_CASE.get(case, Role.OTHER)
    return Role.RECEIVER if phrase.post in economy().words.goal_posts else Role.OTHER


def _is_land(document: Document, mention: Mention) -> bool:
    """Whether it is made of the country's name and there is a shorter one of the people: "oroszországi"."""
    fold = document.tokens[mention.head].fold
    return fold.endswith("i") and any(
        _shorter(fold, word) for code in mention.countries for word in _peoples(code)
    )


def _shorter(fold: str, other: str) -> bool:
    return len(other) < len(fold) and not other.endswith("i") and other[:_ALIKE] == fold[:_ALIKE]


@functools.lru_cache(maxsize=512)
def _peoples(code: str) -> tuple[str, ...]:
    known = nationalities(lexicon())
    return tuple(word for word, codes in known.items() if codes[:1] == (code,))
