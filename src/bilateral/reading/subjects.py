"""What an agreement is about: the words of its subject, complete and no longer than needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.attributes import Topic, is_document, kind_told, purpose
from bilateral.reading.document import Document, Sentence
from bilateral.reading.frames import FrameLexicon, frame_lexicon
from bilateral.reading.referents import MentionKind

_TOPIC = ("Del",)
_GOAL = ("Sbl",)
_WITHIN = "Ine"
_INDEFINITE = "egy"


def of_document(
    document: Document, clause: Clause, noun: Phrase, claimed: tuple[int, int], words: FrameLexicon
) -> list[Topic]:
    """The subjects of a document: before "szóló", in -ról/-ről, in its attributes, in a relative clause.

    Args:
        document: the article.
        clause: the clause of the document.
        noun: the document's phrase.
        claimed: the token range in which topics belong to this document and not to its neighbour.
        words: the agreements' words.
    """
    inner = _before_participle(document, clause, noun, words)
    if inner:
        return inner
    own = document.tokens[noun.first].start
    topics = [topic for topic in topic_phrases(document, clause, claimed) if topic.span.start != own]
    if topics:
        return topics if noun.number == "Plur" or _each(document, noun, words) else [_span_of(topics)]
    listed = _listed(document, clause)
    if listed:
        return listed
    area = _area(document, clause, claimed, words)
    if area is not None:
        return [area]
    attribute = purpose(document, clause, noun) or kind_told(document, noun, words)
    if attribute is not None:
        return [attribute]
    relative = _relative(document, clause, noun) or _before(document, clause)
    return [relative] if relative is not None else []


def _listed(document: Document, clause: Clause) -> list[Topic]:
    """The subjects of a list after a colon: "két megállapodást írt alá: a halászatról és az adózásról"."""
    following = next((other for _, other in document.clauses_from(clause) if other is not clause), None)
    if following is None or following.predicate is not None:
        return []
    if document.tokens[following.first - 1].norm != ":":
        return []
    return topic_phrases(document, following, (following.first, following.last))


def _area(document: Document, clause: Clause, claimed: tuple[int, int], words: FrameLexicon) -> Topic | None:
    """The area that a postposition tells beside the document: "megállapodást … az űrkutatás terén"."""
    beside = (phrase for phrase in clause.phrases if claimed[0] <= phrase.first < claimed[1])
    area = next((phrase for phrase in beside if phrase.post in words.words["areas"]), None)
    return Topic(document.span(area.first, area.last)) if area is not None else None


def _before(document: Document, clause: Clause) -> Topic | None:
    """What "erről szól a nyilatkozat, amelyet …" takes up: the clause before."""
    if clause.parent is None or clause.link is not Link.RELATIVE:
        return None
    sentence = document.sentences[document.sentence_of[clause.first]]
    return next(iter(_announced(document, sentence, clause.parent)), None)


def _each(document: Document, noun: Phrase, words: FrameLexicon) -> bool:
    """Whether there is one document for each topic: "egy-egy megállapodást", "tíz megállapodást"."""
    for at in range(noun.first, noun.head):
        reading = document.readings[at][0]
        number = reading.pos == "NUM" and at not in document.timed and reading.lemma not in (_INDEFINITE, "1")
        if number or reading.lemma in words.words["several"]:
            return True
    return False


def _before_participle(document: Document, clause: Clause, noun: Phrase, words: FrameLexicon) -> list[Topic]:
    """What stands before "szóló"; a list under a noun in the plural gives one topic for each part."""
    for inner in noun.inner:
        if inner.head in document.timed or not _governed(document, inner, noun, words):
            continue
        joined = _joined(clause, noun) if inner.first == noun.first else []
        if joined and noun.number == "Plur":
            return [Topic(document.span(each.first, each.last)) for each in (*joined, inner)]
        if joined:
            return [Topic(document.span(joined[0].first, inner.last))]
        first = inner.first + (document.tokens[inner.first].fold == _INDEFINITE)  # the document's article
        return [Topic(document.span(first, inner.last))]
    return _apart(document, clause, noun, words)


def _apart(document: Document, clause: Clause, noun: Phrase, words: FrameLexicon) -> list[Topic]:
    """The same with an adverb between: "… kérdésekre egyaránt kiterjedő, húsz évre szóló program"."""
    at = next((index for index, phrase in enumerate(clause.phrases) if phrase is noun), 0)
    participle = noun.first
    if at > 1 and noun.conjunct and clause.phrases[at - 1].case == "Nom":
        at -= 1
        participle = clause.phrases[at].head
    if at == 0 or document.lemmas[participle] not in words.words["about"]:
        return []
    told = clause.phrases[at - 1]
    near = told.last == participle - 1 and document.readings[told.last][0].pos == "ADV"
    if not near or told.case not in (*_TOPIC, *_GOAL) or told.post or told.head in document.timed:
        return []
    return [Topic(document.span(_opened(document, clause.phrases, told), told.last))]


def _governed(document: Document, inner: Phrase, noun: Phrase, words: FrameLexicon) -> bool:
    """Whether a participle that says what a document is about follows: "… kérdésekre egyaránt kiterjedő"."""
    cases = {"Del": "about", "Sbl": "about", "Ins": "connected"}
    told = words.words.get(cases.get(inner.case, ""), frozenset())
    at = inner.last
    if at < noun.last and document.readings[at][0].pos == "ADV":
        at += 1
    return at < noun.last and (document.lemmas[at] in told or document.tokens[at].fold in told)


def _joined(clause: Clause, noun: Phrase) -> list[Phrase]:
    """The topics coordinated before a participle: "a kikötők és az utak építéséről szóló"."""
    at = next((index for index, phrase in enumerate(clause.phrases) if phrase is noun), 0)
    last = at
    while at > 0 and clause.phrases[at].conjunct and clause.phrases[at - 1].case in _TOPIC:
        at -= 1
    return clause.phrases[at:last]


def topic_phrases(
    document: Document,
    clause: Clause,
    claimed: tuple[int, int],
    *,
    acts: bool = False,
    goals: tuple[str, ...] = _GOAL,
) -> list[Topic]:
    """The -ról/-ről phrases of a clause (else the ``goals`` in -ra/-re that name an act), in order.

    With ``acts``, only those that name an act ("a kitermelés bővítéséről").
    """
    first, last = claimed
    here = [phrase for phrase in clause.phrases if first <= phrase.first < last]
    topics = [phrase for phrase in here if _is_topic(document, phrase) and (not acts or _is_act(phrase))]
    if not topics:
        topics = [phrase for phrase in here if phrase.case in goals and _is_goal(document, phrase)]
    return [
        Topic(document.span(_opened(document, here, phrase), _extended(here, phrase))) for phrase in topics
    ]


def _opened(document: Document, here: Sequence[Phrase], phrase: Phrase) -> int:
    """The start of a topic with the nominatives coordinated to it: "a víz és a föld védelméről".

    A participle's object belongs to it too: "egy új, a kikötőt a bányával összekötő vasútról".
    """
    at = here.index(phrase)
    while at > 0:
        object_of_it = here[at].first in _participles(phrase) and _is_object(here[at - 1], here[at])
        if not (object_of_it or (here[at].conjunct and _modifies(document, here[at - 1]))):
            break
        at -= 1
    first = here[at].first
    apart = first > 1 and document.tokens[first - 1].norm == "," and at < here.index(phrase)
    return first - 2 if apart and document.tokens[first - 2].fold == _INDEFINITE else first


def _participles(phrase: Phrase) -> tuple[int, ...]:
    """Where the phrases that belong to a participle in a phrase begin, if one opens it."""
    return tuple(inner.first for inner in phrase.inner)


def _is_object(phrase: Phrase, after: Phrase) -> bool:
    """Whether a phrase is the object of the participle in the one right behind it."""
    return phrase.case == "Acc" and phrase.last == after.first and not is_document(phrase)


def _modifies(document: Document, phrase: Phrase) -> bool:
    return phrase.case == "Nom" and not phrase.post and document.mention_at_head(phrase.head) is None


def _is_topic(document: Document, phrase: Phrase) -> bool:
    if phrase.case not in _TOPIC or phrase.post or phrase.head in document.timed:
        return False
    return document.readings[phrase.head][0].pos != "PRON" and not _is_source(document, phrase)


def _is_source(document: Document, phrase: Phrase) -> bool:
    """A -ról/-ről phrase that names where something comes from ("Magyarországról") is no topic."""
    kinds = (MentionKind.COUNTRY, MentionKind.PLACE)
    heads = (mention.head for mention in document.mentions_in(phrase.first, phrase.last, *kinds))
    return phrase.head in heads


def _is_goal(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase in -ra/-re or -ban/-ben names what is agreed: an act, its terms, some things."""
    if phrase.post or phrase.head in document.timed:
        return False
    if phrase.case == _WITHIN:
        return phrase.lemma in _words()["settled"] or phrase.lemma.endswith(tuple(_words()["acts"]))
    counted = phrase.case in _GOAL and any(at in document.counted for at in range(phrase.first, phrase.head))
    return _is_act(phrase) or (counted and phrase.head not in document.counted)


def _is_act(phrase: Phrase) -> bool:
    return bool(phrase.possessor) and phrase.lemma.endswith(tuple(_words()["acts"]))


def _words() -> Mapping[str, frozenset[str]]:
    return frame_lexicon("agreements").words


def _extended(here: Sequence[Phrase], phrase: Phrase) -> int:
    """The end of a topic with the area that follows it: "kooperációról az űrkutatás terén"."""
    after = next((other for other in here if other.first >= phrase.last), None)
    if after is not None and after.first == phrase.last and after.post in _words()["area_posts"]:
        return after.last
    return phrase.last


def _span_of(topics: Sequence[Topic]) -> Topic:
    return Topic(topics[0].span.cover(topics[-1].span))


def _relative(document: Document, clause: Clause, noun: Phrase) -> Topic | None:
    """A relative clause on the document tells what it provides for, unless it only tells of the signing."""
    acts = frame_lexicon("agreements").by_verb
    for _, other in document.clauses_from(clause):
        if other is clause or other.link is not Link.RELATIVE or other.predicate is None:
            continue
        if noun.first <= other.antecedent < noun.last and other.predicate.lemma not in acts:
            return Topic(document.span(other.first + 1, content_end(document, other)))
    return None


def reported(document: Document, sentence: Sentence, clause: Clause) -> list[Topic]:
    """The clauses that a verb of agreeing governs: "megállapodtak abban, hogy …", each coordinated one."""
    found: list[Topic] = []
    for other in sentence.clauses:
        governor = other.governor
        hangs = governor.link is Link.COMPLEMENT and governor.parent is clause
        if hangs and other.predicate is not None and not _goes_on(other, governor):
            found.append(Topic(document.span(_content_start(document, other), content_end(document, other))))
    return found or _after_colon(document, sentence, clause) or _announced(document, sentence, clause)


def _goes_on(clause: Clause, governor: Clause) -> bool:
    """Whether a coordinated clause goes on with the story: "hogy szállít gázt, emellett szó esett …"."""
    if clause is governor or clause.predicate is None or governor.predicate is None:
        return False
    return clause.predicate.past and not governor.predicate.past and clause.conjunction == ""


def _after_colon(document: Document, sentence: Sentence, clause: Clause) -> list[Topic]:
    """What follows a colon: "megállapodtak: közös járőrszolgálatot indítanak"."""
    after = clause.last
    if after >= sentence.last or document.tokens[after].norm != ":":
        return []
    told = next((other for other in sentence.clauses if other.first == after + 1), None)
    return [Topic(document.span(told.first, content_end(document, told)))] if told is not None else []


def _announced(document: Document, sentence: Sentence, clause: Clause) -> list[Topic]:
    """What stands before a colon that "erről" takes up: "…: erről állapodtak meg"."""
    words = _words()["takes_up"]
    takes_up = any(document.tokens[phrase.head].fold in words for phrase in clause.phrases)
    at = sentence.clauses.index(clause)
    if not takes_up or at == 0:
        return []
    before = sentence.clauses[at - 1]
    return [Topic(document.span(before.first, content_end(document, before)))]


def _content_start(document: Document, clause: Clause) -> int:
    first = clause.opener + 1 if clause.opener >= 0 else clause.first
    while first < clause.last - 1 and document.readings[first][0].pos in ("CCONJ", "SCONJ"):
        first += 1
    return first


def content_end(document: Document, clause: Clause) -> int:
    """The end of a clause without its closing mark."""
    last = clause.last
    while last - 1 > clause.first and document.tokens[last - 1].kind.name == "PUNCT":
        last -= 1
    return last
