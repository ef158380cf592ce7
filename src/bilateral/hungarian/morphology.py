"""What an inflected word can be: lemma, part of speech, case, number, possessor, verb features.

>>> [(reading.lemma, reading.case) for reading in analyse("látogatását")]
[('látogatás', 'Acc')]
>>> reading = analyse("aláírta")[0]
>>> reading.lemma, reading.preverb, reading.tense, reading.person, reading.definite
('aláír', 'alá', 'Past', '3S', 'Def')
"""

from __future__ import annotations

from collections.abc import Collection

from bilateral.hungarian import tagger
from bilateral.hungarian.candidates import Candidates, candidates, confirmed
from bilateral.hungarian.names import long_stems
from bilateral.hungarian.readings import Reading
from bilateral.hungarian.tokens import Token, TokenKind

__all__ = ["Reading", "analyse", "tag"]

Tagged = list[tuple[Reading, ...]]


def analyse(form: str, *, initial: bool = False) -> tuple[Reading, ...]:
    """The readings of ``form`` without context, best first.

    Args:
        form: a word as it stands in a text.
        initial: whether a sentence starts with it, so that a capital does not make it a name.
    """
    token = Token.of(form)
    return candidates(token.norm, token.kind, initial).readings if token.norm else ()


def tag(tokens: list[Token], ranges: list[tuple[int, int]], known: frozenset[str] = frozenset()) -> Tagged:
    """The readings of each token, the one that fits its sentence best first.

    Names that stand bare elsewhere in the text confirm inflected ones: "Magyart" is the accusative of Magyar
    where the text speaks of Magyar.

    Args:
        tokens: the tokens of a text.
        ranges: its sentences, as ``tokens.sentences`` gives them.
        known: nominatives of names that the text may use beside those that it shows.
    """
    starts = _starts(tokens, ranges)
    names = _names(tokens, starts).union(known)
    stems = _stems(names)
    found = [
        _of(token, names, stems, initial=True) if index in starts else _of(token, names, _NONE, initial=False)
        for index, token in enumerate(tokens)
    ]
    tagged: Tagged = []
    for first, last in ranges:
        if first < last:
            tagged.extend(_in_context(found[first:last]))
    return tagged


_BEFORE_START = frozenset('„“”"»«‚‘:-–—')
"""Marks after which a capital means as little as at the start of a sentence."""


def _starts(tokens: list[Token], ranges: list[tuple[int, int]]) -> frozenset[int]:
    """The tokens that start a sentence, a quotation or what follows a colon."""
    starts = {first for first, _ in ranges}
    for index, token in enumerate(tokens):
        if token.norm in _BEFORE_START and (token.norm not in _DASHES or index in starts):
            starts.add(index + 1)
    return frozenset(starts)


_DASHES = frozenset("-–—")


def _names(tokens: list[Token], starts: frozenset[int]) -> set[str]:
    """The capitalised words that stand where a capital makes a name."""
    return {
        token.norm
        for index, token in enumerate(tokens)
        if token.is_cap and token.kind is TokenKind.WORD and index not in starts
    }


def _stems(names: set[str]) -> set[str]:
    """The nominatives of names with endings that leave no doubt."""
    return {inflected[0].stem for inflected in map(long_stems, names) if inflected}


_NONE: frozenset[str] = frozenset()


def _of(token: Token, names: set[str], stems: Collection[str], *, initial: bool) -> Candidates:
    """The candidates of a token, in the light of the names that stand bare or inflected elsewhere."""
    found = candidates(token.norm, token.kind, initial)
    for evidence in (names, stems) if found.names else ():
        for name in found.names:
            if name in evidence:
                return confirmed(token.norm, token.kind, initial, name)
    return found


def _in_context(sentence: list[Candidates]) -> Tagged:
    """Viterbi's best path through the candidates of a sentence."""
    model = tagger.table()
    weights = model.weights
    states: tuple[int, ...] = (model.states["<s>"],)
    scores: list[float] = [0.0]
    steps: list[list[int] | None] = []
    for found in sentence:
        if len(found.states) == 1 and len(states) == 1:
            steps.append(None)
            states, scores = found.states, [0.0]
            continue
        step, gained = [], []
        for state, score in zip(found.states, found.scores, strict=True):
            ways = [
                before + weights[previous][state] for previous, before in zip(states, scores, strict=True)
            ]
            best = max(ways)
            step.append(ways.index(best))
            gained.append(best + score)
        steps.append(step)
        states, scores = found.states, gained
    return _follow(sentence, steps, scores.index(max(scores)))


def _follow(sentence: list[Candidates], steps: list[list[int] | None], index: int) -> Tagged:
    path: Tagged = []
    for found, step in zip(reversed(sentence), reversed(steps), strict=True):
        path.append(found.led_by(index))
        index = step[index] if step else 0
    path.reverse()
    return path
