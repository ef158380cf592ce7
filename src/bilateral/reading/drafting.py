"""What every reader needs to write a fact down: persons who stand for a state, spans, evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from bilateral.errors import InvalidValueError
from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.model.frozen import FrozenMap
from bilateral.model.kinds import Office
from bilateral.model.text import Evidence, Span
from bilateral.model.world import Country
from bilateral.model.world import country as known
from bilateral.reading.arguments import Argument
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import frame_lexicon
from bilateral.reading.referents import Mention, MentionKind, PersonRecord, Relation, Source

F = TypeVar("F")
_PRIVATE = (None, Office.OTHER, Office.EXECUTIVE)
"""Who does not travel in the name of a state: business people, artists, former office-holders."""
Fields = Mapping[str, Iterable[Span]]


def represents(record: PersonRecord) -> bool:
    """Whether a person goes and meets in the name of a state or an international organisation."""
    if record.office in _PRIVATE:
        told = record.office is Office.OTHER and record.country_source is not Source.CONTEXT
        return told and record.country is not None and acted_for_state(record.title)
    return record.country is not None or record.office is Office.ORGANISATION_HEAD


def leads_organisation(record: PersonRecord) -> bool:
    """Whether a person heads an international organisation, or stands in for its head."""
    if record.office is Office.ORGANISATION_HEAD:
        return True
    deputies = frame_lexicon("occasions").words["deputies"]
    return record.office is Office.OTHER and not deputies.isdisjoint((record.title or "").lower().split())


def acted_for_state(title: str | None) -> bool:
    """Whether a title without an office of its own in the tables is, or then was, one of state.

    A vice-president, and whoever held an office when it happened ("akkori külügyminiszter").
    """
    words = (title or "").lower().split()
    known = frame_lexicon("occasions").words
    if words and words[0] in known["at_the_time"]:
        return words[-1].endswith(tuple(known["statesmen"]))
    return not known["vice_presidents"].isdisjoint(words)


def draft(kind: Callable[..., F], /, **values: object) -> Iterator[F]:
    """The fact of these values, or nothing where the domain refuses them: a rule answers or abstains."""
    try:
        fact = kind(**values)
    except InvalidValueError:
        return
    yield fact


def evidence(document: Document, sentence: Sentence, rule: str, fields: Fields) -> Evidence:
    """Evidence of a fact read from a sentence; fields without words are left out."""
    told = {name: spans for name in sorted(fields) if (spans := tuple(fields[name]))}
    span = document.span(sentence.first, sentence.last)
    return Evidence.at(document.text, span, rule, FrozenMap(told))


def persons(document: Document, arguments: Iterable[Argument]) -> list[int]:
    """The persons that arguments mean, in order, each once."""
    found: list[int] = []
    for argument in arguments:
        referent = document.who(argument.mention)
        if referent is not None:
            found += referent.persons
    return list(dict.fromkeys(found))


def official(mention: Mention) -> bool:
    """Whether a role goes and meets in the name of a state: an office-holder or his counterpart."""
    return mention.office not in _PRIVATE or mention.relation is Relation.COUNTERPART


def states(document: Document, arguments: Iterable[Argument]) -> list[str]:
    """The states that arguments without a known person speak for (a role, an authority), each once."""
    found: dict[str, None] = {}
    for argument in arguments:
        mention = argument.mention
        speaks = mention.kind is MentionKind.ROLE and official(mention)
        if speaks or mention.kind is MentionKind.INSTITUTION:
            referent = document.who(mention)
            if referent is not None and not referent.persons:
                found.update(dict.fromkeys(referent.countries))
    return list(found)


def offices(document: Document, arguments: Iterable[Argument]) -> list[str]:
    """The states that arguments name by an office alone that travels and meets: "a svéd külügyminisztert"."""
    sent = (a for a in arguments if a.mention.office not in (*_PRIVATE, Office.AMBASSADOR))
    return states(document, (a for a in sent if a.mention.kind is MentionKind.ROLE))


def person_words(document: Document, sentence: Sentence, people: Iterable[int]) -> list[Span]:
    """Where a sentence names or means these persons."""
    wanted = set(people)
    return [
        document.span(mention.first, mention.last)
        for mention, referent in (_meant(document, sentence) if wanted else ())
        if not wanted.isdisjoint(referent.persons)
    ]


def country_words(document: Document, sentence: Sentence, codes: Iterable[str | None]) -> list[Span]:
    """Where a sentence names or implies these states."""
    wanted = set(codes)
    return [
        document.span(mention.first, mention.last)
        for mention, referent in _meant(document, sentence)
        if not wanted.isdisjoint(mention.countries or referent.countries)
    ]


def _meant(document: Document, sentence: Sentence) -> list[tuple[Mention, Referent]]:
    outer = [each for each in document.mentions_in(sentence.first, sentence.last) if each.inside < 0]
    return [(mention, who) for mention in outer if (who := document.who(mention)) is not None]


def country(code: str | None) -> Country | None:
    """The country of a code."""
    return known(code) if code else None


def phrase_span(document: Document, phrase: Phrase) -> Span:
    """The words of a phrase."""
    return document.span(phrase.first, phrase.last)


def phrase_at(clause: Clause, token: int) -> Phrase | None:
    """The phrase of a clause in which a token stands."""
    for phrase in clause.phrases:
        if phrase.first <= token < phrase.last:
            return phrase
    return None


def verb_span(document: Document, predicate: Predicate) -> Span:
    """The words of a predicate, from the first to the last."""
    words = predicate.tokens
    return document.span(words[0], words[-1] + 1)


def telling_span(document: Document, clause: Clause) -> Span:
    """The words of a clause's predicate; all its words where it has none."""
    if clause.predicate is not None:
        return verb_span(document, clause.predicate)
    return document.span(clause.first, clause.last)


def asserted(clause: Clause) -> bool:
    """Whether a clause states something: no denial, condition, possibility, demand or question."""
    if clause.uncertain or clause.conditional or denied(clause):
        return False
    predicate = clause.predicate
    if predicate is None:
        return True
    wish = predicate.mood == "Cnd" and predicate.modality == "will"
    if predicate.counterfactual or predicate.negated or predicate.potential:
        return False
    if predicate.mood in ("Imp", "Cnd", "Pot") and not wish:
        return False
    managed = predicate.modality == "can" and predicate.tense == "Past"  # "tudott tárgyalni"
    return managed or predicate.modality in ("", "future", "will", "success")


def denied(clause: Clause) -> bool:
    """Whether it is the reported clause of a denial: "cáfolta, hogy", "nem igaz, hogy"."""
    governor = clause.governor
    if governor.link is not Link.COMPLEMENT or governor.parent is None:
        return False
    saying = governor.parent.predicate
    if saying is None:
        return any(phrase.lemma in grammar().denials for phrase in governor.parent.phrases)
    return saying.negated or saying.lemma in grammar().denials


def fell_through(clause: Clause) -> bool:
    """Whether a clause tells what was to be and did not happen: "utazott volna"; no condition, no denial."""
    predicate = clause.predicate
    if predicate is None or not predicate.counterfactual or predicate.negated:
        return False
    return not (clause.uncertain or clause.conditional or denied(clause))


def lies_ahead(clause: Clause) -> bool:
    """Whether a clause tells of something to come: present tense or an auxiliary of future and will."""
    predicate = clause.predicate
    return predicate is not None and (predicate.tense != "Past" or predicate.modality in ("future", "will"))
