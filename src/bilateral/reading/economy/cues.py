"""The words of a clause that name a measure: nouns with the case of their phrase, and predicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.morphology import Reading
from bilateral.reading.document import Document
from bilateral.reading.economy.lexicon import MeasureRule, economy
from bilateral.reading.referents import MentionKind

_REACH = 6
_LIKELY = 2
"""How many readings of a word are looked at, the likeliest first."""
_NOUNS = ("NOUN", "PROPN")
_PART_REACH = 4
_NAMES = (MentionKind.PERSON, MentionKind.INSTITUTION, MentionKind.ORGANIZATION, MentionKind.MEDIA)
MODIFIER = "Mod"
"""In place of a case: the noun belongs to another noun that is no measure."""


class Cue(NamedTuple):
    """A word that names a measure.

    Attributes:
        at: the noun or verb.
        last: one past it and the word for its size ("befektetések értéke").
        rule: what it names.
        case: case of the noun (or of the word for its size); ``"Mod"`` where it modifies another noun.
        verb: whether it is a predicate.
        plural: whether the noun is in the plural.
        ours: whether it is marked as the speaker's ("kivitelünk").
        owned: whether it is marked as somebody's ("kivitele").
    """

    at: int
    last: int
    rule: MeasureRule
    case: str
    verb: bool = False
    plural: bool = False
    ours: bool = False
    owned: bool = False


def cues(document: Document, clause: Clause) -> list[Cue]:
    """The cues of a clause, in order; its predicate's last."""
    found: list[Cue] = []
    for first, last in clause.parts:
        found += noun_cues(document, first, last)
    predicate = clause.predicate
    if predicate is not None:
        found += _verb_cues(predicate.verb, predicate.lemma)
    return found


def head_cues(document: Document, index: int) -> list[Cue]:
    """What the noun (or the adjective that stands for one) names, whatever part of speech it looks like."""
    found = noun_cues(document, index, index + 1, since=max(0, index - _REACH))
    if found:
        return found
    reading = document.readings[index][0]
    rules = economy().noun(reading.fold) if reading.pos == "ADJ" else ()
    return [Cue(index, index + 1, rule, reading.case or "Nom") for rule in rules]


def participle_cues(document: Document, first: int, last: int) -> list[Cue]:
    """The cues of participles and infinitives in a token range: "karbamidot előállító üzem"."""
    found: list[Cue] = []
    for at in range(first, last):
        reading = document.readings[at][0]
        if reading.form not in ("", "Fin"):
            found += _verb_cues(at, reading.verb or reading.lemma)
    return found


def _verb_cues(at: int, verb: str) -> list[Cue]:
    return [Cue(at, at + 1, rule, "", verb=True) for rule in economy().verb(verb)]


def noun_cues(document: Document, first: int, last: int, *, since: int = -1) -> list[Cue]:
    """The nouns of a token range that name a measure; modifiers may stand from ``since`` on."""
    since = first if since < 0 else since
    words, found = economy(), list[Cue]()
    knows = words.knows
    for index, readings in enumerate(document.readings[first:last], first):
        for reading in readings[:_LIKELY]:
            if knows(reading.lemma):
                break
        else:
            continue
        measure = noun(document, index)
        if measure is None:
            continue
        word = measure.fold
        rules = words.noun(word, _before(document, index, since) if words.modified(word) else ())
        if rules and not _is_name(document, first, index):
            found += [_cue(document, index, last, measure, rule) for rule in rules]
    return found


def _is_name(document: Document, first: int, index: int) -> bool:
    """Whether a token belongs to a name that begins at ``first`` or after it."""
    return any(index < mention.last for mention in document.mentions_in(first, index + 1, *_NAMES))


def noun(document: Document, index: int) -> Reading | None:
    """The noun that a token most likely is, if it is one; "kivitelünk" may be taken for a verb."""
    readings = document.readings[index]
    for reading in readings[:_LIKELY]:
        if reading.pos in _NOUNS:
            return _known(readings) if reading.pos == "PROPN" and len(readings) > 1 else reading
        if reading.pos == "VERB" and not reading.preverb and economy().noun(reading.lemma):
            return attrs.evolve(reading, pos="NOUN", case="Nom", form="", possessor=reading.person)
        if reading.possessor and reading.form == "PartPast" and economy().noun(reading.lemma):
            return attrs.evolve(reading, pos="NOUN", form="")
    return None


def _known(readings: Sequence[Reading]) -> Reading:
    """The first reading, or the second where a word with a capital is a noun of the economy."""
    first, second = readings[:2]
    is_it = second.pos == "NOUN" and bool(second.possessor) and bool(economy().noun(second.lemma))
    return second if is_it else first


def lemma(document: Document, index: int) -> str:
    """The lemma of a token in lower case, ``""`` outside the text."""
    return document.lemmas[index] if 0 <= index < len(document.lemmas) else ""


def verb(document: Document, index: int) -> str:
    """The verb of which a token can be a form, participles included; else its lemma."""
    verbs = (reading.verb for reading in document.readings[index] if reading.verb)
    return next(verbs, lemma(document, index))


def _binds(document: Document, index: int, last: int) -> bool:
    """Whether a participle takes the noun before it into the phrase that follows."""
    return index < last and document.readings[index][0].form == "PartPres"


def _before(document: Document, index: int, first: int) -> tuple[str, ...]:
    return tuple(lemma(document, at) for at in range(index - 1, max(first, index - _REACH) - 1, -1))


def _cue(document: Document, index: int, last: int, reading: Reading, rule: MeasureRule) -> Cue:
    cue = Cue(
        index,
        index + 1,
        rule,
        reading.case or "Nom",
        plural=reading.number == "Plur",
        ours=reading.possessor.startswith("1"),
        owned=reading.possessor.startswith("3"),
    )
    if reading.case not in ("", "Nom") and _binds(document, index + 1, last):
        return cue._replace(case=MODIFIER)
    owner = noun(document, index + 1) if index + 1 < last else None
    if owner is None or not owner.possessor or reading.case not in ("", "Nom", "Dat", "Gen"):
        return cue
    words = economy().words
    if owner.lemma in words.values or owner.lemma in words.shares:
        return cue._replace(last=index + 2, case=owner.case or "Nom", owned=True)
    return cue._replace(case=MODIFIER)


def own_subject(document: Document, clause: Clause) -> bool:
    """Whether a clause has a subject that does not merely point back."""
    words = economy().words
    back = words.continuing | words.values | words.shares | words.targets
    subjects = (phrase for phrase in clause.by_case("Nom") if not _is_amount(document, phrase.head))
    return any(phrase.lemma not in back for phrase in subjects)


def _is_amount(document: Document, token: int) -> bool:
    if token in document.timed or document.readings[token][0].pos in ("NUM", "ADV"):
        return True
    return any(found.last > token for found in document.amounts_in(max(0, token - _PART_REACH), token + 1))
