"""What the word that governs an amount makes of it: a growth, a fall, a level reached."""

from __future__ import annotations

from bilateral.reading.document import Document
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Effect, economy


def effect(document: Document, figure: Figure) -> Effect | None:
    """What the verb, participle or comparative that governs the amount makes of it."""
    effects = economy().effects
    for index in range(figure.found.last, figure.last):
        reading = document.readings[index][0]
        word = effects.get(reading.verb or reading.lemma) or _comparative(document, index)
        if word is not None:
            return word
    predicate = figure.governing.predicate
    return effects.get(predicate.lemma) if predicate is not None else None


def _comparative(document: Document, index: int) -> Effect | None:
    fold, words = document.tokens[index].fold, economy().words
    if fold in words.comparatives_down:
        return Effect.DOWN
    return Effect.UP if fold in words.comparatives_up else None
