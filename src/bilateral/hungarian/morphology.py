"""What an inflected word can be: lemma, part of speech, case, number, possessor, verb features.

>>> [(reading.lemma, reading.case) for reading in analyse("látogatását")]
[('látogatás', 'Acc')]
>>> reading = analyse("aláírta")[0]
>>> reading.lemma, reading.preverb, reading.tense, reading.person, reading.definite
('aláír', 'alá', 'Past', '3S', 'Def')
"""

from __future__ import annotations

from bilateral.hungarian import tagger
from bilateral.hungarian.candidates import Candidates, candidates, confirmed
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
    initial = {first for first, _ in ranges}
    names = known.union(
        token.norm
        for index, token in enumerate(tokens)
        if token.is_cap and token.kind is TokenKind.WORD and index not in initial
    )
    tagged: Tagged = []
    for first, last in ranges:
        if first < last:
            sentence = [_of(token, names, initial=False) for token in tokens[first + 1 : last]]
            tagged.extend(_in_context([_of(tokens[first], names, initial=True), *sentence]))
    return tagged


def _of(token: Token, names: frozenset[str], *, initial: bool) -> Candidates:
    found = candidates(token.norm, token.kind, initial)
    for name in found.names:
        if name in names:
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
