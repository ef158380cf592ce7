"""What the word that governs an amount makes of it: a growth, a fall, a level reached."""

from __future__ import annotations

from bilateral.reading.document import Document
from bilateral.reading.economy.cues import verb
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Effect, economy


def effect(document: Document, figure: Figure) -> Effect | None:
    """What the verb, participle or comparative that governs the amount makes of it."""
    if not figure.effects:
        figure.effects.append(_effect(document, figure))
    return figure.effects[0]


def _effect(document: Document, figure: Figure) -> Effect | None:
    effects, after = economy().effects, range(figure.found.last, figure.last)
    for index in after:
        compared = _comparative(document, index)
        if compared is not None:
            return compared
    for index in after:
        reading = document.readings[index][0]
        word = effects.get(reading.verb or reading.lemma)
        if word is not None:
            return word
    predicate = figure.governing.predicate
    if predicate is None:
        return _told_before(document, figure)
    return effects.get(predicate.lemma) or _begun(document, figure)


def _begun(document: Document, figure: Figure) -> Effect | None:
    """The infinitive that a verb of another kind governs: "elkezdett növekedni, 34 százalékkal"."""
    if figure.case != "Ins":
        return None
    words = (at for at in figure.governing.words if document.readings[at][0].form == "Inf")
    return next((economy().effects.get(verb(document, at)) for at in words), None)


def _told_before(document: Document, figure: Figure) -> Effect | None:
    """Of an amount without a verb: the last growth or fall told before it in the sentence."""
    if figure.case != "Ins":
        return None
    words = (verb(document, at) for at in range(figure.first - 1, figure.sentence.first - 1, -1))
    return next((economy().effects[word] for word in words if word in economy().effects), None)


def _comparative(document: Document, index: int) -> Effect | None:
    fold, words = document.tokens[index].fold, economy().words
    if fold in words.comparatives_down:
        return Effect.DOWN
    return Effect.UP if fold in words.comparatives_up else None
