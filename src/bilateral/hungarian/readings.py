"""A reading of a word form: its lemma and its features."""

from __future__ import annotations

import functools

import attrs

from bilateral.hungarian import tagger
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tagger import FINITE_PARTS, NOMINAL_PARTS, Class, parts_of


# not frozen, for speed: all who look at a word share its readings, and nobody changes them
@attrs.define(unsafe_hash=True, cache_hash=True)
class Reading:
    """One way to read a word.

    Attributes:
        lemma: base form; lower case unless the word is a proper name. Of a participle the participle itself.
        pos: part of speech of Universal Dependencies (``NOUN``, ``PROPN``, ``ADJ``, ``VERB`` …).
        case: ``Nom``, ``Acc``, ``Dat`` …, ``""`` for words without case.
        number: ``Sing``, ``Plur`` or ``""``.
        possessor: person and number of the possessor (``3S``, ``1P``) or ``""``.
        preverb: the preverb that the lemma starts with, or ``""``.
        form: of verbs ``Fin`` or ``Inf``; of adjectives made from verbs ``PartPast``, ``PartPres``,
            ``PartFut``; of adverbs made from verbs ``Conv``; else ``""``.
        mood: ``Ind``, ``Cnd``, ``Imp``, ``Pot`` (-hat/-het in the indicative) or ``""``.
        tense: ``Pres``, ``Past`` or ``""``.
        person: of verbs ``1S`` … ``3P`` or ``""``.
        definite: conjugation ``Def`` or ``Ind``, or ``""``.
        degree: ``Cmp``, ``Sup`` or ``""``.
        verb: the lemma of the verb: of a verb its own, of a participle or converb that of the verb beneath
            ("aláírt" -> "aláír"), ``""`` where there is none or it is unknown.
        potential: whether the verb carries -hat/-het.
        fold: the lemma in lower case.
    """

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    possessor: str = ""
    preverb: str = ""
    form: str = ""
    mood: str = ""
    tense: str = ""
    person: str = ""
    definite: str = ""
    degree: str = ""
    verb: str = ""
    potential: bool = False
    fold: str = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.fold = self.lemma.lower()


_NUMBERS = {"S": "Sing", "P": "Plur"}
_DEGREES = {"C": "Cmp", "S": "Sup"}


def reading_of(form: str, label: Class) -> Reading:
    """The reading that the trained table's class gives to ``form``."""
    parts = parts_of(label.tag)
    pos = parts[0]
    lemma = label.lemma.apply(form if pos == "PROPN" else form.lower())
    if pos == "VERB":
        return _verb_reading(lemma, parts)
    verb = label.verb.apply(form.lower()) if label.verb else ""
    if len(parts) < NOMINAL_PARTS:
        return Reading(lemma, pos, form="".join(parts[1:]), verb=verb, preverb=_preverb(verb))
    _, case, number, possessor, degree, kind = parts
    return Reading(
        lemma,
        pos,
        case=case,
        number=_NUMBERS[number],
        possessor=possessor,
        preverb=_preverb(verb),
        form=kind,
        degree=_DEGREES.get(degree, ""),
        verb=verb,
    )


def _verb_reading(lemma: str, parts: tuple[str, ...]) -> Reading:
    preverb = _preverb(lemma)
    if len(parts) < FINITE_PARTS:
        return Reading(lemma, "VERB", preverb=preverb, form=parts[1], person=parts[2], verb=lemma)
    _, moods, tense, person, definite = parts
    mood, _, second = moods.partition(",")
    return Reading(
        lemma,
        "VERB",
        preverb=preverb,
        form="Fin",
        mood=mood,
        tense=tense,
        person=person,
        definite=definite,
        verb=lemma,
        potential="Pot" in (mood, second),
    )


@functools.cache
def preverbs() -> frozenset[str]:
    """The preverbs of Hungarian (``data/preverbs.tsv``)."""
    return frozenset(row["form"] for row in read_table("preverbs.tsv", ("form", "source")))


def _preverb(verb: str) -> str:
    """The preverb that ``verb`` starts with: what is left must be a verb itself (beszél is no be + szél)."""
    for end in range(len(verb) - 2, 1, -1):
        if verb[:end] in preverbs() and _is_verb(verb[end:]):
            return verb[:end]
    return ""


def _is_verb(lemma: str) -> bool:
    """Whether it is a verb of the table, or the -ik form or the medial -ódik/-ődik derived from one."""
    verbs = tagger.table().verbs
    base = lemma[:-4] if lemma.endswith(("ódik", "ődik")) else lemma + "ik"
    return lemma in verbs or base in verbs
