"""What an agreement is about, as the words before its noun tell: adjectives, a participle, a compound."""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.text import Span
from bilateral.reading.document import Document
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail


@attrs.frozen
class Topic:
    """The words of one subject."""

    span: Span

    def text(self, document: Document) -> str:
        """The words, verbatim."""
        return self.span.of(document.text)


def is_document(phrase: Phrase) -> bool:
    """Whether the head of a phrase is a noun of a document."""
    kinds = frame_lexicon("agreements").values["kind"]
    return tail(phrase.lemma, kinds) in kinds


def purpose(document: Document, clause: Clause, noun: Phrase) -> Topic | None:
    """What a participle says that the document does: "a kettős adóztatást kizáró egyezmény"."""
    words = frame_lexicon("agreements").words
    at = next((at for at in range(noun.head - 1, noun.first - 1, -1) if _does(document, at)), -1)
    if at < 0 or document.lemmas[at] in words["about"]:
        return None
    inner = [phrase for phrase in noun.inner if phrase.last <= at]
    if inner and inner[-1].case == "Acc":
        return Topic(document.span(inner[0].first, at + 1))
    before = next((phrase for phrase in clause.phrases if phrase.last == noun.first), None)
    if at == noun.first and before is not None and before.case == "Acc" and not before.conjunct:
        return Topic(document.span(before.first, at + 1))
    return None


def _does(document: Document, at: int) -> bool:
    """Whether a word is a present participle, or an adjective that once was one: "tiltó"."""
    reading = document.readings[at][0]
    return reading.pos == "ADJ" and reading.lemma.endswith(tuple(frame_lexicon("agreements").words["doing"]))


def kind_told(document: Document, noun: Phrase, words: FrameLexicon) -> Topic | None:
    """The adjectives that say what kind of document it is: "gazdasági együttműködési program"."""
    first = noun.head
    while first > noun.first and _describes(document, first - 1, words):
        first -= 1
    if first < noun.head:
        first = _first_adjective(document, first, words)
    while first < noun.head and document.readings[first][0].lemma in words.words["plain"]:
        first += 1
    if first < noun.head:
        return Topic(document.span(first, noun.head))
    return _compound(document, noun, words)


def _first_adjective(document: Document, first: int, words: FrameLexicon) -> int:
    """The first of adjectives coordinated before one: "barátsági, jószomszédi és együttműködési"."""
    start = document.sentences[document.sentence_of[first]].first
    while first - 2 >= start and document.tokens[first - 1].fold in words.words["lists"]:
        if not _describes(document, first - 2, words):
            break
        first -= 2
    return first


def _describes(document: Document, at: int, words: FrameLexicon) -> bool:
    reading = document.readings[at][0]
    plain = reading.lemma in words.words["plain"] or reading.form.startswith("Part")
    named = any(True for _ in document.mentions_in(at, at + 1))
    timed = at in document.timed or at in document.counted
    return reading.pos == "ADJ" and not plain and not named and not timed


def _compound(document: Document, noun: Phrase, words: FrameLexicon) -> Topic | None:
    """The first part of a compound: "hitel" of "hitelmegállapodás"."""
    kind = tail(noun.lemma, words.values["kind"])
    head = document.tokens[noun.head]
    cut = head.fold.find(kind[:-1])
    if kind == noun.lemma or cut < 3 or noun.lemma in words.values["kind"]:  # noqa: PLR2004
        return None
    cut -= head.fold[cut - 1] == "-"
    return Topic(Span(head.start, head.start + cut))
