"""Embassies, consulates and institutes as noun phrases name them: which kind, whose, and where."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import MissionKind
from bilateral.reading.document import Document
from bilateral.reading.drafting import phrase_span
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail
from bilateral.reading.occasion import STATION, Where, adjectival_places, places, where_of
from bilateral.reading.referents import Mention, MentionKind

_PAIR = 2
_LOCAL = "i"
"""What an adjective of place ends in ("ukrajnai"), unlike that of a people ("ukrán")."""
_SENDERS = (MentionKind.COUNTRY, MentionKind.NATIONALITY)
_PLACES = (MentionKind.PLACE, MentionKind.COUNTRY)
_OWNERS = (MentionKind.COUNTRY, MentionKind.INSTITUTION)
_HONORARY = {
    MissionKind.CONSULATE: MissionKind.HONORARY_CONSULATE,
    MissionKind.CONSULATE_GENERAL: MissionKind.HONORARY_CONSULATE,
}


@attrs.define(eq=False)
class House:
    """A mission as a noun phrase names it.

    Attributes:
        phrase: the phrase that tells where it stands and whose it is.
        head: the token of its noun.
        kind: what it is; ``None`` where the noun leaves that open ("a misszió", "a kapuk").
    """

    phrase: Phrase
    head: int
    kind: MissionKind | None


def house_at(document: Document, words: FrameLexicon, phrase: Phrase, at: int) -> Iterator[House]:
    """The house that a token of a phrase names, if it names one."""
    lemma = document.readings[at][0].lemma
    kind = kind_at(document, words, phrase, at)
    if kind is not None:
        yield House(phrase, at, kind)
    elif (phrase.definite or phrase.possessor) and at == phrase.head and lemma in words.words["taken_up"]:
        yield House(phrase, at, None)


def kind_at(document: Document, words: FrameLexicon, phrase: Phrase, at: int) -> MissionKind | None:
    """What kind of mission a token of a phrase names."""
    lemma = document.readings[at][0].lemma
    before = document.readings[at - 1][0].lemma if at > phrase.first else ""
    kinds = words.values["kind"]
    value = words.values["adjective_kind"].get(f"{before} {lemma}") or kinds.get(tail(lemma, kinds))
    if value is None:
        return _of_agency(document, words, at)
    kind = MissionKind(value)
    told = (document.tokens[other].fold for other in range(phrase.first, at))
    honorary = any(word in words.words["honorary"] for word in told)
    return _HONORARY.get(kind, kind) if honorary else kind


def _of_agency(document: Document, words: FrameLexicon, at: int) -> MissionKind | None:
    """The office abroad of a state's agency for trade: "az Exportfejlesztési Ügynökség limai képviselete"."""
    if document.readings[at][0].lemma not in words.words["general"]:
        return None
    first = document.sentences[document.sentence_of[at]].first if at in document.sentence_of else at
    owners = document.mentions_in(max(first, at - 9), at, MentionKind.ORGANIZATION)
    for owner in owners:
        folds = [document.tokens[token].fold for token in range(owner.first, owner.last)]
        if folds[-1].startswith(tuple(words.words["agency"])) and words.words["trade"].intersection(folds):
            return MissionKind.TRADE_OFFICE
    return None


def sender(document: Document, clause: Clause, house: House, stop: Where | None) -> str | None:
    """Whose mission it is: told beside its town, in its phrase ("orosz főkonzulátus"), else the subject's."""
    several = stop is not None and len(clause.parts) > 1
    beside = _beside_town(document, clause, house, stop) if several and stop is not None else None
    if beside is not None:
        return beside
    subject = document.subject(clause)
    owner = subject.countries[0] if subject and subject.countries else None
    named = _named_sender(document, house)
    if named is None:
        return owner
    local = document.tokens[named.head].fold.endswith(_LOCAL) and house.phrase.possessor and owner is not None
    return owner if local else named.countries[0]


def _named_sender(document: Document, house: House) -> Mention | None:
    """The adjective or the owner in a house's phrase; the one next to it counts ("az ukrajnai svéd …")."""
    found: Mention | None = None
    for mention in document.mentions_in(house.phrase.first, house.head, *_SENDERS):
        nation = mention.kind is MentionKind.NATIONALITY
        if mention.countries and (nation or not mention.adjectival):
            local = document.tokens[mention.head].fold.endswith(_LOCAL)
            found = found if found is not None and local else mention
    return found


def _alone(clause: Clause) -> list[int]:
    """The heads of nominatives that belong to no phrase after them: "…, a perui pedig Limában"."""
    firsts = {phrase.first for phrase in clause.phrases}
    return [phrase.head for phrase in clause.by_case("Nom") if phrase.last not in firsts]


def _beside_town(document: Document, clause: Clause, house: House, stop: Where) -> str | None:
    """The state told in the same member as a town: "Bécsben svéd, Rómában dán", "Peru pedig Limában"."""
    for first, last in clause.parts:
        if document.tokens[first].start <= stop.span.start < document.tokens[last - 1].end:
            alone = () if first <= house.head < last else _alone(clause)
            for mention in document.mentions_in(first, last, *_OWNERS, MentionKind.NATIONALITY):
                owns = (
                    mention.case == "Nom" and (mention.kind is MentionKind.NATIONALITY) is mention.adjectival
                )
                local = mention.adjectival and document.tokens[mention.head].fold.endswith(_LOCAL)
                local = local and mention.head not in alone
                if owns and mention.inside < 0 and mention.countries and not local:
                    return mention.countries[0]
    return None


def stops(document: Document, clause: Clause, house: House) -> list[Where]:
    """The towns of the mission; the countries where no town is told."""
    inner = _of_participle(document, clause, house)
    inner = inner or [*_before(document, clause, house), *_inside(document, house)]
    around = _stations(document, clause, house) or _listed(document, clause)
    found = inner if inner and (inner[0].place or not around) else around
    return [stop for stop in found if stop.place] or found or _other_side(document, clause, house)


def _stations(document: Document, clause: Clause, house: House) -> list[Where]:
    """Where a clause says that it happens; in one of several members each ("Bécsben svéd, Rómában dán …")."""
    if len(clause.parts) == 1:
        return places(document, clause, STATION)
    first, last = _member(document, clause, house)
    found = []
    for phrase in clause.by_case(*STATION):
        mention = document.mention_at_head(phrase.head) if first <= phrase.head < last else None
        if mention is not None and mention.kind in _PLACES and not mention.adjectival:
            found.append(where_of(document, mention))
    return found or places(document, clause, STATION)


def _member(document: Document, clause: Clause, house: House) -> tuple[int, int]:
    """The words of a house's own member, where others tell of other houses: "Limában X-et, Bécsben Y-t"."""
    words = frame_lexicon("missions")
    members = [
        part
        for part in clause.parts
        for phrase in clause.by_case(house.phrase.case)
        if part[0] <= phrase.head < part[1] and kind_at(document, words, phrase, phrase.head) is not None
    ]
    own = (part for part in members if part[0] <= house.head < part[1])
    whole = (clause.first, clause.last)
    return next(own, whole) if len(set(members)) > 1 else whole


def _inside(document: Document, house: House) -> list[Where]:
    """Places told by adjectives in the phrase: "bombayi konzulátus", "az ukrajnai svéd nagykövetség"."""
    found = adjectival_places(document, house.phrase)
    nations = list(document.mentions_in(house.phrase.first, house.head, MentionKind.NATIONALITY))
    for mention in nations:
        local = mention.adjectival and document.tokens[mention.head].fold.endswith(_LOCAL)
        if local and (len(nations) > 1 or house.phrase.possessor):
            found.append(where_of(document, mention))
    return found


def _before(document: Document, clause: Clause, house: House) -> list[Where]:
    """Towns whose adjectives share the noun: "a kazanyi és a szamarai főkonzulátusát"."""
    found: list[Where] = []
    at = next((n for n, phrase in enumerate(clause.phrases) if phrase is house.phrase), 0)
    while at > 0 and clause.phrases[at].conjunct:
        at -= 1
        mention = document.mention_at_head(clause.phrases[at].head)
        if mention is None or not mention.adjectival:
            break
        found.insert(0, where_of(document, mention))
    return found


def _of_participle(document: Document, clause: Clause, house: House) -> list[Where]:
    """Towns in a house's phrase or coordinated before it: "a Bécsben és a Rómában működő követség"."""
    held = [inner for inner in house.phrase.inner if inner.case in STATION and inner.last < house.head]
    if not held:
        return []
    at = next((n for n, phrase in enumerate(clause.phrases) if phrase is house.phrase), 0)
    while at > 0 and clause.phrases[at].conjunct and clause.phrases[at - 1].case == held[0].case:
        at -= 1
        held.insert(0, clause.phrases[at])
    mentions = (document.mention_at_head(phrase.head) for phrase in held)
    return [where_of(document, mention) for mention in mentions if mention and mention.kind in _PLACES]


def _other_side(document: Document, clause: Clause, house: House) -> list[Where]:
    """The state of the pair in which an embassy without a town stands: not the one that sends it."""
    states = document.sentences[document.sentence_of[clause.first]].states
    subject = document.subject(clause)
    others = [code for code in states if subject is not None and code not in subject.countries]
    if house.kind is not MissionKind.EMBASSY or len(states) != _PAIR or len(others) != 1:
        return []
    return [Where(None, others[0], phrase_span(document, house.phrase))]


def _listed(document: Document, clause: Clause) -> list[Where]:
    """The towns of a list after a colon: "két konzulátus nyílik: Kazányban és Ufában"."""
    following = next((other for _, other in document.clauses_from(clause) if other is not clause), None)
    if following is None or following.predicate is not None:
        return []
    if document.tokens[following.first - 1].norm != ":":
        return []
    return places(document, following, STATION)


def teller(document: Document, clause: Clause, house: House) -> str | None:
    """The state of the one who tells of a mission that nobody is said to send: "országa követséget nyit"."""
    own = frame_lexicon("plans").words["own_state"]
    for phrase in clause.by_case("Nom"):
        if phrase is not house.phrase and not (phrase.lemma in own and phrase.possessor == "3S"):
            return None
    speaker = document.speaker_at(clause.predicate.token) if clause.predicate is not None else -1
    return document.people[speaker].country if speaker >= 0 else None


def in_capitals(clause: Clause) -> bool:
    """Whether states open missions in one another's capital, as the clause says."""
    capitals = frame_lexicon("missions").words["capital"]
    return any(phrase.lemma in capitals and phrase.case in STATION for phrase in clause.phrases)


def each_other(document: Document, clause: Clause, house: House, *, offices: bool) -> tuple[str, ...]:
    """The two states that open missions in one another ("egymás fővárosában", "kölcsönösen"), or nothing.

    Args:
        document: the article.
        clause: the clause that tells of the missions.
        house: what the clause names.
        offices: whether offices told in the plural are those of both ("rangra emelik az irodákat").
    """
    mutual = frame_lexicon("missions").words["mutual"]
    both = any(document.tokens[token].fold in mutual for token in clause.words)
    both = both or (offices and house.phrase.number == "Plur" and not house.phrase.possessor)
    pair = document.subject(clause)
    states = pair.countries if pair is not None else ()
    if len(states) != _PAIR:
        states = document.sentences[document.sentence_of[clause.first]].states
    return tuple(states) if both and len(states) == _PAIR else ()
