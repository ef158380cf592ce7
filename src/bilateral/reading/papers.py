"""Documents: which nouns name one of two sides, what kind it is, and where the words about it stand."""

from __future__ import annotations

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import AgreementKind
from bilateral.reading import subjects
from bilateral.reading.attributes import is_document
from bilateral.reading.document import Document
from bilateral.reading.frames import FrameLexicon, frame_lexicon, tail


def _words() -> FrameLexicon:
    return frame_lexicon("agreements")


def counts(document: Document, noun: Phrase) -> bool:
    """Whether the noun is a document of two sides: "nyilatkozat" only with an attribute that says so."""
    words = _words()
    needs = words.words["needs_joint"]
    base = tail(noun.lemma, words.values["kind"])
    if noun.lemma not in needs and base not in needs:
        return True
    lemmas = [document.readings[at][0].lemma for at in range(noun.first, noun.head)]
    about = any(lemma in words.words["about"] for lemma in lemmas) or bool(noun.inner)
    return about or any(lemma in words.words["joint"] for lemma in lemmas) or noun.lemma != base


def claimed(document: Document, clause: Clause, noun: Phrase) -> tuple[int, int]:
    """Where the topics of this document stand: up to the next document; the first also looks back."""
    documents = [phrase for phrase in clause.phrases if is_document(phrase)]
    at = next((index for index, phrase in enumerate(documents) if phrase is noun), -1)
    if at < 0:
        return clause.first, clause.last
    end = max(clause.last, *(phrase.last for phrase in clause.phrases))  # a gap shares what follows it
    last = documents[at + 1].first if at + 1 < len(documents) else end
    behind = subjects.topic_phrases(document, clause, (noun.last, last))
    return (noun.last, last) if behind or at > 0 else (clause.first, last)


def inside(document: Document, phrase: Phrase) -> Phrase | None:
    """The document whose signing a noun names: "a … szóló nyilatkozat aláírása"."""
    kinds = _words().values["kind"]
    for at in range(phrase.head - 1, phrase.first - 1, -1):
        reading = document.readings[at][0]
        if tail(reading.lemma, kinds) in kinds:
            return attrs.evolve(
                phrase, last=at + 1, head=at, lemma=reading.lemma, number=reading.number, case="Nom"
            )
    return None


def kind(document: Document, noun: Phrase) -> AgreementKind:
    """What kind of document a noun names."""
    words = _words()
    kinds = words.values["kind"]
    base = tail(noun.lemma, kinds)
    before = {document.readings[at][0].lemma for at in range(noun.first, noun.head)}
    if before & words.words["memorandum"]:
        return AgreementKind.MEMORANDUM
    return _with_adjective(document, noun) or AgreementKind(kinds.get(base, AgreementKind.AGREEMENT))


def _with_adjective(document: Document, noun: Phrase) -> AgreementKind | None:
    """The kind of a document whose noun needs its adjective: "cselekvési terv"."""
    lemmas = " ".join(document.readings[at][0].lemma for at in (noun.head - 1, noun.head))
    found = _words().values["kind"].get(lemmas) if noun.head > noun.first else None
    return AgreementKind(found) if found else None


def own_part(document: Document, clause: Clause, noun: Phrase) -> Clause:
    """The clause without the parts that tell of another partner: "X-szel egyezményt, Y-nal tervet írt alá".

    Such a part names a partner of its own, and a document of its own or another time.
    """
    if len(clause.parts) == 1:
        return clause
    first, last = next((part for part in clause.parts if part[0] <= noun.head < part[1]), (0, 0))
    partners = [phrase.head for phrase in clause.by_case("Ins") if document.mention_at_head(phrase.head)]
    if not any(first <= head < last for head in partners):
        return clause
    gaps = {part for other in document.implied.get(id(clause), ()) for part in other.parts}
    others = [
        part
        for part in clause.parts
        if part != (first, last)
        and any(part[0] <= head < part[1] for head in partners)
        and (part in gaps or any(part[0] <= p.head < part[1] and is_document(p) for p in clause.phrases))
    ]
    if not others:
        return clause
    parts = [part for part in clause.parts if part not in others]
    kept = [p for p in clause.phrases if any(start <= p.head < end for start, end in parts)]
    own = attrs.evolve(clause, parts=parts, phrases=kept)
    subject = document.subject(clause)
    if subject is not None:
        document.subjects[id(own)] = subject
    return own
