"""What an inflected word can be: lemma, part of speech, case, number, possessor, verb features.

>>> [(reading.lemma, reading.case) for reading in analyse("látogatását")]
[('látogatás', 'Acc')]
>>> reading = analyse("aláírta")[0]
>>> reading.lemma, reading.preverb, reading.tense, reading.person, reading.definite
('aláír', 'alá', 'Past', '3S', 'Def')
"""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.hungarian import tagger
from bilateral.hungarian.candidates import Candidates, candidates, confirmed, of_word
from bilateral.hungarian.names import long_stems
from bilateral.hungarian.readings import Reading
from bilateral.hungarian.tokens import Token

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
    found = _found(tokens, starts)
    _confirm(found, tokens, starts, names)
    tagged: Tagged = []
    for first, last in ranges:
        if first < last:
            tagged.extend(_in_context(found[first:last]))
    return tagged


def _found(tokens: list[Token], starts: frozenset[int]) -> list[Candidates]:
    """The candidates of each token by itself."""
    found = [
        of_word(token.norm) if token.is_word else candidates(token.norm, token.kind, False)  # noqa: FBT003 - a key
        for token in tokens
    ]
    for index in starts:
        if index < len(tokens):
            found[index] = candidates(tokens[index].norm, tokens[index].kind, True)  # noqa: FBT003
    return found


_BEFORE_START = frozenset('„“”"»«‚‘:-–—')
"""Marks after which a capital means as little as at the start of a sentence."""


def _starts(tokens: list[Token], ranges: list[tuple[int, int]]) -> frozenset[int]:
    """The tokens that start a sentence, a quotation or what follows a colon or a dateline."""
    starts = {first for first, _ in ranges}
    marks = [index for index, token in enumerate(tokens) if not token.is_word and token.norm in _BEFORE_START]
    for index in marks:
        dateline = index > 0 and (tokens[index - 1].norm == ")" or index - 1 in starts)
        if tokens[index].norm not in _DASHES or index in starts or dateline:
            starts.add(index + 1)  # "Bukarest, kedd (MTI) – Telefonon egyeztetett"
    return frozenset(starts)


_DASHES = frozenset("-–—")


def _names(tokens: list[Token], starts: frozenset[int]) -> set[str]:
    """The capitalised words that stand where a capital makes a name."""
    return {
        token.norm
        for index, token in enumerate(tokens)
        if token.is_cap and token.is_word and index not in starts
    }


def _stems(names: set[str]) -> set[str]:
    """The nominatives of names with endings that leave no doubt."""
    return {inflected[0].stem for inflected in map(long_stems, names) if inflected}


def _confirm(found: list[Candidates], tokens: list[Token], starts: frozenset[int], names: set[str]) -> None:
    """Look at the candidates in the light of the names that stand bare or inflected elsewhere."""
    stems = _stems(names)
    for index in [index for index, candidate in enumerate(found) if candidate.names]:
        initial = index in starts
        told = [name for name in found[index].names if name in names]
        if initial and not told:
            told = [name for name in found[index].names if name in stems]
        if told:
            found[index] = confirmed(tokens[index].norm, tokens[index].kind, initial, told[0])


def _in_context(sentence: list[Candidates]) -> Tagged:
    """The best path through a sentence: words of one reading divide it into stretches."""
    path = [found.readings for found in sentence]
    done, base = 0, 0.0
    for first in [index for index, found in enumerate(sentence) if found.is_ambiguous]:
        if first >= done:
            last = first + 1
            while last < len(sentence) and sentence[last - 1].is_ambiguous:
                last += 1
            base = _decide(sentence, first, last, base if first == done else 0.0, path)
            done = last
    return path


def _decide(sentence: list[Candidates], first: int, last: int, base: float, path: Tagged) -> float:
    """Put Viterbi's best path through the words ``first`` to ``last`` into ``path``.

    Returns the score of the last word's first reading.

    ``base`` is the score of the word before, which has one reading.
    """
    model = tagger.table()
    row = model.weights[sentence[first - 1].states[0] if first else model.states["<s>"]]
    scores = [base + row[state] + score for state, score in sentence[first].scored]
    steps: list[list[int]] = []
    for index in range(first + 1, last):
        step, scores = _joined(model.weights, sentence[index - 1].states, scores, sentence[index])
        steps.append(step)
    best = scores.index(max(scores))
    for index in range(last - 1, first, -1):
        path[index] = sentence[index].led_by(best)
        best = steps.pop()[best]
    path[first] = sentence[first].led_by(best)
    return scores[0]


def _joined(
    weights: tagger.Weights, states: Sequence[int], scores: Sequence[float], found: Candidates
) -> tuple[list[int], list[float]]:
    """For each candidate the best of those of the word before, and the score of the path through it."""
    steps, gained = [], []
    for state, score in found.scored:
        step, best = 0, scores[0] + weights[states[0]][state]
        for index in range(1, len(states)):
            way = scores[index] + weights[states[index]][state]
            if way > best:
                step, best = index, way
        steps.append(step)
        gained.append(best + score)
    return steps, gained
