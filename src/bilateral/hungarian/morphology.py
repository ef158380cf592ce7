"""What an inflected word can be: lemma, part of speech, case, number, possessor, verb features.

>>> [(r.lemma, r.case) for r in analyse("látogatását")]
[('látogatás', 'Acc')]
>>> reading = analyse("aláírta")[0]
>>> reading.lemma, reading.preverb, reading.tense, reading.person, reading.definite
('aláír', 'alá', 'Past', '3S', 'Def')
"""

from __future__ import annotations

import functools
from typing import NamedTuple

import attrs

from bilateral.hungarian import tagger
from bilateral.hungarian.tables import read_table
from bilateral.hungarian.tagger import Class, Guess
from bilateral.hungarian.tokens import Token, TokenKind


class Reading(NamedTuple):
    """One way to read a word.

    Attributes:
        lemma: base form; lower case unless the word is a proper name. Of a participle the participle itself.
        pos: part of speech of Universal Dependencies (``NOUN``, ``PROPN``, ``ADJ``, ``VERB`` …).
        case: ``Nom``, ``Acc``, ``Dat``, ``Gen`` …, ``""`` for words without case.
        number: ``Sing``, ``Plur`` or ``""``.
        possessor: person and number of the possessor (``3S``, ``1P``) or ``""``.
        preverb: the preverb that the lemma starts with, or ``""``.
        form: of verbs ``Fin`` or ``Inf``; of adjectives made from verbs ``PartPast``, ``PartPres``, ``PartFut``;
            of adverbs made from verbs ``Conv``; else ``""``.
        mood: ``Ind``, ``Cnd``, ``Imp``, ``Pot`` (-hat/-het in the indicative) or ``""``.
        tense: ``Pres``, ``Past`` or ``""``.
        person: of verbs ``1S`` … ``3P`` or ``""``.
        definite: conjugation ``Def`` or ``Ind``, or ``""``.
        degree: ``Cmp``, ``Sup`` or ``""``.
        verb: the lemma of the verb: of a verb its own, of a participle or converb that of the verb beneath
            ("aláírt" -> "aláír"), ``""`` where there is none or it is unknown.
        potential: whether the verb carries -hat/-het.
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


_NUMBERS = {"S": "Sing", "P": "Plur"}
_DEGREES = {"C": "Cmp", "S": "Sup"}


@attrs.define(eq=False)
class _Candidates:
    """The readings of a form without context, with what the context model needs.

    Attributes:
        readings: the most probable first.
        scores: logarithms of the probabilities.
        states: the context model's state of each reading.
    """

    readings: tuple[Reading, ...]
    scores: tuple[float, ...]
    states: tuple[int, ...]

    def led_by(self, index: int) -> tuple[Reading, ...]:
        """The readings with that of ``index`` first."""
        if not index:
            return self.readings
        return (self.readings[index], *self.readings[:index], *self.readings[index + 1 :])


def analyse(form: str, *, initial: bool = False) -> tuple[Reading, ...]:
    """The readings of ``form`` without context, best first; at the start of a sentence a capital means little."""
    return _candidates(form, Token.of(form).kind, initial).readings


def tag(tokens: list[Token], ranges: list[tuple[int, int]]) -> list[tuple[Reading, ...]]:
    """The readings of each token, the one that fits its sentence best first.

    Args:
        tokens: the tokens of a text.
        ranges: its sentences, as ``tokens.sentences`` gives them.
    """
    tagged: list[tuple[Reading, ...]] = []
    for first, last in ranges:
        found = [_candidates(token.norm, token.kind, False) for token in tokens[first:last]]
        if found:
            found[0] = _candidates(tokens[first].norm, tokens[first].kind, True)
        tagged.extend(_in_context(found))
    return tagged


def _in_context(sentence: list[_Candidates]) -> list[tuple[Reading, ...]]:
    """Viterbi's best path through the candidates of a sentence."""
    model = tagger.table()
    weights = model.weights
    states: tuple[int, ...] = (model.states["<s>"],)
    scores: list[float] = [0.0]
    steps: list[list[int] | None] = []
    for candidates in sentence:
        if len(candidates.states) == 1 and len(states) == 1:
            steps.append(None)
            states, scores = candidates.states, [0.0]
            continue
        came_from, gained = [], []
        for state, score in zip(candidates.states, candidates.scores, strict=True):
            ways = [
                before + weights[previous][state] for previous, before in zip(states, scores, strict=True)
            ]
            best = max(ways)
            came_from.append(ways.index(best))
            gained.append(best + score)
        steps.append(came_from)
        states, scores = candidates.states, gained
    return _follow(sentence, steps, scores.index(max(scores)))


def _follow(
    sentence: list[_Candidates], steps: list[list[int] | None], index: int
) -> list[tuple[Reading, ...]]:
    path: list[tuple[Reading, ...]] = []
    for candidates, step in zip(reversed(sentence), reversed(steps), strict=True):
        path.append(candidates.led_by(index))
        index = step[index] if step else 0
    path.reverse()
    return path


@functools.lru_cache(maxsize=1 << 16)
def _candidates(form: str, kind: TokenKind, initial: bool) -> _Candidates:  # noqa: FBT001 - a key of the cache
    model = tagger.table()
    guesses = _guesses(form, kind, initial=initial)
    readings: dict[Reading, Guess] = {}
    for guess in guesses:
        readings.setdefault(_reading(form, guess.label), guess)
    states = tuple(model.states[tagger.coarse(guess.label.tag)] for guess in readings.values())
    scores = tuple(tagger.log(guess.probability) for guess in readings.values())
    return _Candidates(tuple(readings), scores, states)


def _guesses(form: str, kind: TokenKind, *, initial: bool) -> list[Guess]:
    """The classes of a token, known forms first, then by ending."""
    model = tagger.table()
    capital = form[:1].isupper()
    if kind is TokenKind.PUNCT or (kind is TokenKind.SYMBOL and len(form) == 1):
        return [_fixed("PUNCT")]
    known = model.known(form)
    if initial and capital:
        known = known or model.known(form.lower())
    if known:
        return known
    if not form[-1].isalpha():
        return [_fixed("NUM|Nom|S|||" if kind is TokenKind.NUMBER else "X")]
    if initial and capital:
        return _mixed(model.guess(form, capital=False), model.guess(form, capital=True))
    return model.guess(form, capital=capital)


def _fixed(name: str) -> Guess:
    return Guess(Class(name, tagger.Edit(0, 0, ""), None), 1.0)


_SHARE_OF_COMMON = 0.6
"""How often an unknown word at the start of a sentence is a common word."""


def _mixed(common: list[Guess], proper: list[Guess]) -> list[Guess]:
    shares: dict[Class, float] = {}
    for guesses, share in ((common, _SHARE_OF_COMMON), (proper, 1 - _SHARE_OF_COMMON)):
        for label, probability in guesses:
            shares[label] = shares.get(label, 0) + share * probability
    ranked = sorted(shares.items(), key=lambda item: -item[1])[:6]
    return [Guess(label, share) for label, share in ranked]


def _reading(form: str, label: Class) -> Reading:
    parts = label.tag.split("|")
    pos = parts[0]
    lemma = label.lemma.apply(form if pos == "PROPN" else form.lower())
    if pos == "VERB":
        return _verb_reading(lemma, parts)
    verb = label.verb.apply(form.lower()) if label.verb else ""
    if len(parts) < 6:
        return Reading(lemma, pos, form=parts[1] if len(parts) > 1 else "", verb=verb, preverb=_preverb(verb))
    _, case, number, possessor, degree, kind = parts
    return Reading(
        lemma,
        pos,
        case,
        _NUMBERS[number],
        possessor,
        _preverb(verb),
        kind,
        degree=_DEGREES.get(degree, ""),
        verb=verb,
    )


def _verb_reading(lemma: str, parts: list[str]) -> Reading:
    preverb = _preverb(lemma)
    if len(parts) < 5:
        return Reading(lemma, "VERB", preverb=preverb, form=parts[1], person=parts[2], verb=lemma)
    _, moods, tense, person, definite = parts
    mood, _, second = moods.partition(",")
    return Reading(
        lemma,
        "VERB",
        "",
        "",
        "",
        preverb,
        "Fin",
        mood,
        tense,
        person,
        definite,
        "",
        lemma,
        "Pot" in (mood, second),
    )


@functools.cache
def preverbs() -> frozenset[str]:
    """The preverbs of Hungarian (``data/preverbs.tsv``)."""
    return frozenset(row["form"] for row in read_table("preverbs.tsv", ("form", "source")))


def _preverb(verb: str) -> str:
    """The preverb that ``verb`` starts with: what is left must be a verb itself (beszél is no be + szél)."""
    verbs = tagger.table().verbs
    for end in range(len(verb) - 2, 1, -1):
        if verb[:end] in preverbs() and verb[end:] in verbs:
            return verb[:end]
    return ""
