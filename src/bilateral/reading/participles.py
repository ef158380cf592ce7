"""What a participle before a person's name tells: "a Bécsbe érkezett Petr Pavel", "a Rómában tárgyaló elnök".

Such a participle has arguments like a verb. It becomes a clause of its own, hanging on the clause of the
name as a relative one would ("Petr Pavel, aki Bécsbe érkezett"), so that the readers need no second rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.reading.document import Document
from bilateral.reading.referents import Mention, MentionKind

_WHO = (MentionKind.PERSON, MentionKind.ROLE)
_PARTICIPLES = frozenset({"PartPast", "PartPres"})
_CORE = ("Nom", "Acc")
"""Cases of what belongs to the finite verb, not to a participle without a determiner."""


def resolve(document: Document) -> None:
    """Add to the document's ``implied`` clauses, and who their subjects are."""
    heads = {mention.head for mention in document.mentions if _may_act(document, mention)}
    if not heads:
        return
    for _, clause in document.clauses():
        for found in _within(document, clause, heads):
            document.implied.setdefault(id(clause), []).append(found)


def _may_act(document: Document, mention: Mention) -> bool:
    """Whether it is somebody with a participle before the name: the quick test for every mention."""
    if mention.inside >= 0 or mention.first == 0 or mention.kind not in _WHO:
        return False
    return _participle_at(document, mention.first - 1) is not None


def _participle_at(document: Document, at: int) -> Reading | None:
    for reading in document.readings[at]:
        if reading.form in _PARTICIPLES and reading.verb:
            return reading
    return None


def _within(document: Document, clause: Clause, heads: set[int]) -> Iterator[Clause]:
    for at, phrase in enumerate(clause.phrases):
        mention = document.mention_at_head(phrase.head) if phrase.head in heads else None
        if mention is None or mention.kind not in _WHO:
            continue
        reading = _participle(document, mention, clause)
        referent = document.who(mention)
        if reading is not None and referent is not None:
            made = _clause(clause, mention.first - 1, reading, _arguments(clause, at, mention.first))
            document.subjects[id(made)] = referent
            document.antecedents[id(made)] = referent
            yield made


def _participle(document: Document, mention: Mention, clause: Clause) -> Reading | None:
    """The participle right before a mention that is not the clause's own verb."""
    at = mention.first - 1
    if at < clause.first or (clause.predicate is not None and at in clause.predicate.tokens):
        return None
    return _participle_at(document, at)


def _arguments(clause: Clause, at: int, end: int) -> list[Phrase]:
    """The phrases of a participle: those inside its name's phrase, and those before, up to a determiner."""
    phrase = clause.phrases[at]
    found = [inner for inner in phrase.inner if inner.last <= end]
    first = phrase.first
    opened = phrase.definite
    for before in reversed(clause.phrases[:at]):
        if opened or before.last != first or before.case in _CORE:
            break
        found.insert(0, before)
        first, opened = before.first, before.definite
    return found


def _clause(parent: Clause, token: int, reading: Reading, arguments: list[Phrase]) -> Clause:
    """A clause whose verb is the participle; one of the present is as past or present as the main verb."""
    past = reading.form == "PartPast" or (parent.predicate is not None and parent.predicate.past)
    predicate = Predicate(
        token=token,
        verb=token,
        lemma=reading.verb,
        tense="Past" if past else "Pres",
        mood="Ind",
        person="3S",
    )
    first = min([token, *(phrase.first for phrase in arguments)])
    return Clause(
        [(first, token + 1)],
        Link.RELATIVE,
        parent,
        quoted=parent.quoted,
        predicate=predicate,
        phrases=arguments,
    )
