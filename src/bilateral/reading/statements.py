"""Statements: who said what, doing what by it, to whom, where and when."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import attrgetter, itemgetter

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import Statement
from bilateral.model.kinds import SpeechAct, SpeechMode
from bilateral.model.text import Evidence, Span
from bilateral.reading.circumstances import Circumstances
from bilateral.reading.contents import ContentReader
from bilateral.reading.document import Document, Sentence
from bilateral.reading.drafting import country
from bilateral.reading.frames import tail
from bilateral.reading.hearers import Hearers
from bilateral.reading.quoting import Content, inquit
from bilateral.reading.speakers import NOBODY, PERSONAL, Speaker, Speakers
from bilateral.reading.speech import SpeechWords, Way, speech_words

GAP = " … "
"""Stands in a content where a reporting clause interrupts it."""

_FOLD = attrgetter("fold")
_HEARERS = {
    SpeechAct.DEMAND: ("Acc",),
    SpeechAct.PROMISE: ("Acc", "Dat"),
    SpeechAct.THANK: ("Dat",),
    SpeechAct.SAY: ("Dat", "All"),
}


@attrs.define(eq=False)
class _Draft:
    """A statement before the nested ones are left out."""

    anchor: int
    clause: Clause
    way: Way
    content: Content
    speaker: Speaker


def read(document: Document) -> list[Statement]:
    """The statements of an article; fills :attr:`Document.speakers` on the way."""
    reader = _Reader(document)
    return [statement for sentence in document.sentences for statement in reader.sentence(sentence)]


class _Reader:
    """Reads the sentences of one document in their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: SpeechWords = speech_words()
        self.contents = ContentReader(document)
        self.speakers = Speakers(document)
        self.hearers = Hearers(document, self.speakers)
        self.cues = list(self._cues())
        self.quoted = set(self._quoted_paragraphs())
        self.account: Speaker = NOBODY
        self.paragraph = -1
        self.circumstances = Circumstances(document, self.words)

    def _quoted_paragraphs(self) -> Iterator[int]:
        """The paragraphs that a following line of its own gives to a speaker ("– mondta X")."""
        marks = self.contents.marks
        for before, sentence in pairwise(self.document.sentences):
            if before.paragraph + 1 == sentence.paragraph and marks.is_dash(sentence.first):
                contents = (inquit(marks, sentence, clause) for clause in sentence.clauses)
                if any(content and content.first < sentence.first for content in contents):
                    yield before.paragraph

    def sentence(self, sentence: Sentence) -> Iterator[Statement]:
        """The statements of a sentence, in their order."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.account = sentence.paragraph, NOBODY
            self.circumstances.latest = None
        drafts = [] if sentence.paragraph in self.quoted else self._outermost(self._drafts(sentence))
        if not drafts:
            self.speakers.pass_by(sentence)
            self._go_on(sentence)
        before: Statement | None = None
        for draft in drafts:
            before = self._statement(sentence, draft, drafts[0], before)
            yield before
            self.speakers.heed(draft.speaker)
            self.account = draft.speaker
            self._attribute(draft)

    # -- whose account a sentence is --------------------------------------------------------------

    def _attribute(self, draft: _Draft) -> None:
        if draft.speaker.person >= 0:
            self.document.speakers += [
                (first, last, draft.speaker.person) for first, last in draft.content.parts
            ]

    def _go_on(self, sentence: Sentence) -> None:
        """A sentence without a verb of saying goes on with the last speaker's account in its paragraph."""
        topic = self.speakers.topics[-1] if self.speakers.topics else NOBODY
        if self.account.person >= 0 and topic.person == self.account.person:
            self.document.speakers.append((sentence.first, sentence.last, self.account.person))
        else:
            self.account = NOBODY

    # -- drafts -----------------------------------------------------------------------------------

    def _drafts(self, sentence: Sentence) -> list[_Draft]:
        found: list[_Draft] = []
        for anchor, clause, ways in self._anchors(sentence):
            before = found[-1].speaker if found else None
            draft = self._draft(sentence, clause, ways, anchor, before)
            if draft is not None:
                found.append(draft)
        return found

    def _anchors(self, sentence: Sentence) -> list[tuple[int, Clause, Sequence[Way]]]:
        """What may report speech in a sentence, in order: verbs, converbs, "szerint"; each with its ways."""
        found: list[tuple[int, Clause, Sequence[Way]]] = []
        for clause in sentence.clauses:
            ways = self.words.ways(self.document, clause)
            if ways and clause.predicate is not None:
                found.append((clause.predicate.token, clause, ways))
        first = bisect_left(self.cues, (sentence.first,))
        for index, way in self.cues[first : bisect_left(self.cues, (sentence.last,))]:
            here = self._clause_of(sentence, index)
            if here is not None and not here.quoted:
                found.append((index, here, [way]))
        return sorted(found, key=itemgetter(0)) if len(found) > 1 else found

    def _clause_of(self, sentence: Sentence, index: int) -> Clause | None:
        here = (c for c in sentence.clauses if any(first <= index < last for first, last in c.parts))
        return next(here, None)

    def _cues(self) -> Iterator[tuple[int, Way]]:
        """The converbs of saying and the words for "according to" of the document, in order."""
        tokens, readings = self.document.tokens, self.document.readings
        holders = self.words.words("according") | self.words.words("pronouns")
        marked = holders | self.words.words("stands")
        every = range(len(tokens))
        marks = compress(every, map(marked.__contains__, map(_FOLD, tokens)))
        converbs = compress(every, map("Conv".__eq__, self.document.forms))
        for index in sorted({*marks, *converbs}):
            act = self.words.converb(readings[index][0]) if readings[index] else None
            if tokens[index].fold in holders:
                yield index, Way("statements.according", SpeechAct.SAY, "according")
            elif act is not None:
                yield index, Way("statements.converb", act, "converb")
            elif tokens[index].fold in marked and index and self._cites(index):
                yield index, Way("statements.in_document", SpeechAct.SAY, "document")

    def _cites(self, index: int) -> bool:
        """Whether words said stand before or after a word like "olvasható"."""
        announced = self.document.tokens[index - 1].fold in self.words.words("cited")
        return announced or self.contents.marks.ends_words(index - 1)

    def _draft(
        self, sentence: Sentence, clause: Clause, ways: Sequence[Way], anchor: int, before: Speaker | None
    ) -> _Draft | None:
        if ways[0].form == "according":
            return self._according(sentence, clause, ways[0], anchor)
        if ways[0].form == "document":
            return self._in_document(sentence, clause, ways[0], anchor)
        for way in ways:
            if way.form == "converb":
                return self._converb(sentence, clause, way, anchor, before)
            content = self.contents.read(sentence, clause, way)
            if content is None:
                continue
            speaker = self.speakers.of_clause(clause, content, before, way.phrase)
            if way.form == "whole" and speaker is not None and content.first == speaker.first:
                content.parts[0] = (speaker.last, content.parts[0][1])
            return _Draft(anchor, clause, way, content, speaker) if speaker is not None else None
        return None

    def _converb(
        self, sentence: Sentence, clause: Clause, way: Way, anchor: int, before: Speaker | None
    ) -> _Draft | None:
        content = self.contents.after_converb(sentence, clause, anchor + 1)
        if content is None:
            return None
        speaker = before or self.speakers.of_clause(clause, content, None)
        return _Draft(anchor, clause, way, content, speaker) if speaker is not None else None

    def _according(self, sentence: Sentence, clause: Clause, way: Way, anchor: int) -> _Draft | None:
        """Words said "X szerint": X is a person, an authority, or a noun that reports what its owner says."""
        if self._reports(sentence, clause):
            return None
        holder = self._holder(clause, anchor)
        if holder is None:
            return None
        first, speaker, act = holder
        content = self.contents.according(sentence, clause, first, anchor)
        if content is None or (speaker is not NOBODY and self._judges_itself(sentence, clause, anchor)):
            return None
        if speaker is None:
            speaker = self.speakers.left_out(content, None)
        if speaker is None or speaker is NOBODY:
            return None
        return _Draft(anchor, clause, attrs.evolve(way, act=act), content, speaker)

    def _in_document(self, sentence: Sentence, clause: Clause, way: Way, anchor: int) -> _Draft | None:
        """What is read in a document: "… – olvasható a tárca közleményében", "… – áll a közleményben"."""
        content = self.contents.in_document(sentence, clause, anchor)
        before = content is not None and content.first > anchor
        phrase = next((p for p in clause.by_case("Ine") if (p.head < anchor) is before), None)
        if content is None or phrase is None or not self.speakers.is_document(phrase):
            return None
        first = phrase.first if before else max(phrase.first, anchor + 1)
        speaker = self.speakers.of_account(first, phrase.head)
        speaker = speaker or self.speakers.left_out(content, None)
        if speaker is None or speaker is NOBODY:
            return None
        return _Draft(anchor, clause, way, content, speaker)

    def _reports(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the clause of "szerint" reports what an inner speaker said."""
        ways = self.words.ways(self.document, clause)
        return any(
            way.form in ("clause", "quote") and self.contents.read(sentence, clause, way) for way in ways
        )

    def _judges_itself(self, sentence: Sentence, clause: Clause, anchor: int) -> bool:
        """Whether the clause tells, after a document or an authority, what a person did by speaking.

        As in "a közlemény szerint X köszönetet mondott a segítségért": the person is the one who speaks.
        """
        outer = self.document.mention_ending_at(anchor - 1)
        if outer is not None and outer.kind in PERSONAL:
            return False
        for way in self.words.ways(self.document, clause):
            content = self.contents.read(sentence, clause, way)
            if content is not None:
                speaker = self.speakers.of_clause(clause, content, None, way.phrase)
                return speaker is not None and speaker.person >= 0 and speaker.first >= 0
        return False

    def _holder(self, clause: Clause, anchor: int) -> tuple[int, Speaker | None, SpeechAct] | None:
        """First token, speaker (``None``: left out) and act of what "szerint" is said of."""
        if self.document.tokens[anchor].fold in self.words.words("pronouns"):
            return anchor, None, SpeechAct.SAY
        before = anchor - 1
        if clause.link is Link.RELATIVE and clause.opener == before:
            speaker = self.speakers.antecedent(clause)
            return (before, speaker, SpeechAct.SAY) if speaker is not None else None
        mention = self.document.mention_ending_at(before)
        if mention is not None and mention.case == "Nom":
            speaker = self.speakers.of_mention(mention)
            if speaker.person >= 0 or speaker.country is not None:
                return mention.first, speaker, SpeechAct.SAY
        found = self._apposed(clause, before) or self._account(clause, before)
        found = found or self._institution(clause, before)
        return found or ((mention.first, NOBODY, SpeechAct.SAY) if mention is not None else None)

    def _apposed(self, clause: Clause, head: int) -> tuple[int, Speaker | None, SpeechAct] | None:
        """A person whom a description of no listed office follows: "X, a bizottság tagja szerint"."""
        phrase = next((p for p in clause.phrases if p.first <= head < p.last), None)
        if phrase is None or phrase.joint != ",":
            return None
        mention = self.document.mention_ending_at(phrase.first - 2)
        if mention is None or mention.first != clause.first or mention.person < 0:
            return None
        return mention.first, self.speakers.of_mention(mention), SpeechAct.SAY

    def _institution(self, clause: Clause, head: int) -> tuple[int, Speaker | None, SpeechAct] | None:
        """An authority by a common noun: "a tárca szerint"."""
        phrase = next((p for p in clause.phrases if p.first <= head < p.last), None)
        found = self.speakers.of_institution(phrase) if phrase is not None and phrase.head == head else None
        return (phrase.first, found, SpeechAct.SAY) if phrase is not None and found is not None else None

    def _account(self, clause: Clause, head: int) -> tuple[int, Speaker | None, SpeechAct] | None:
        """Whose account it is: "a tárca tájékoztatása szerint", "ígérete szerint", "a közlemény szerint"."""
        lemma = self.document.readings[head][0].lemma
        promises, accounts = self.words.words("promises"), self.words.words("accounts")
        if tail(lemma, promises | accounts) not in promises | accounts:
            return None
        act = SpeechAct.PROMISE if tail(lemma, promises) in promises else SpeechAct.SAY
        phrase = next((p for p in clause.phrases if p.first <= head < p.last), None)
        first = phrase.first if phrase is not None else head
        speaker = self.speakers.of_account(first, head)
        if speaker is not None and speaker.first >= 0:
            first = min(first, speaker.first)
        return first, speaker, act

    def _outermost(self, drafts: list[_Draft]) -> list[_Draft]:
        """The drafts that are not part of another one's words; of nested sources the inner one stays."""
        if len(drafts) < 2:  # noqa: PLR2004 - nothing to be part of
            return drafts
        wrappers = {id(outer) for outer, inner in pairwise(drafts) if self._wraps(outer, inner)}
        wrappers |= {id(outer) for inner, outer in pairwise(drafts) if self._wraps(outer, inner)}
        kept = [draft for draft in drafts if id(draft) not in wrappers]
        said = Counter(token for draft in kept for part in draft.content.parts for token in range(*part))
        return [draft for draft in kept if said[draft.anchor] == draft.content.covers(draft.anchor)]

    def _wraps(self, outer: _Draft, inner: _Draft) -> bool:
        """Whether the outer words only tell what somebody else said ("közölte, hogy X szerint …")."""
        return (
            outer is not inner
            and outer.content.covers(inner.anchor)
            and inner.speaker.first >= outer.content.first
            and inner.way.form == "clause"
            and not inner.speaker.like(outer.speaker)
            and (inner.speaker.person >= 0 or outer.speaker.person < 0)
            and inner.clause.first <= outer.content.first
        )

    # -- statements -------------------------------------------------------------------------------

    def _statement(
        self, sentence: Sentence, draft: _Draft, lead: _Draft, before: Statement | None
    ) -> Statement:
        told = lead if draft.way.form == "converb" else draft
        scene = self.circumstances.scene(sentence, told.clause, told.content, told.speaker)
        venue, where = self.circumstances.venue(scene, draft.clause, draft.speaker)
        date, when = self.circumstances.date(draft.clause, draft.content)
        if before is not None and self._goes_on_from(draft, lead):
            venue, date = venue or before.venue, date or before.date
        hearer = self._hearer(draft)
        content = [self.document.span(first, last) for first, last in draft.content.parts]
        fields = self._fields(draft, where, hearer)
        fields["content"] = tuple(content)
        if when:
            fields["date"] = when
        people = self.document
        return Statement(
            speaker=people.person(draft.speaker.person) if draft.speaker.person >= 0 else None,
            speaker_country=country(draft.speaker.country),
            act=draft.way.act or self._judgement(draft.way.phrase),
            mode=SpeechMode.DIRECT if draft.content.direct else SpeechMode.INDIRECT,
            content=GAP.join(span.of(self.document.text) for span in content),
            addressee=people.person(hearer.person) if hearer else None,
            venue=venue,
            date=date,
            evidence=self._evidence(sentence, draft, fields),
        )

    def _goes_on_from(self, draft: _Draft, lead: _Draft) -> bool:
        """Whether a clause tells what its speaker said on the same occasion: "…, és köszönetet mondott"."""
        clause = draft.clause
        same = draft.speaker.like(lead.speaker) and draft.speaker.first < clause.first
        return same and clause.link is Link.COORDINATE and not clause.quoted

    def _fields(self, draft: _Draft, venue: int, hearer: Speaker | None) -> dict[str, tuple[Span, ...]]:
        """The words of speaker, act, venue and addressee, as far as the text has them."""
        speaker, act = draft.speaker, draft.anchor
        ranges = [
            ("act", act, act + 1),
            ("speaker", speaker.first, speaker.last),
            ("venue", venue, venue + 1),
        ]
        if hearer is not None:
            ranges.append(("addressee", hearer.first, hearer.last))
        span = self.document.span
        return {name: (span(first, last),) for name, first, last in ranges if 0 <= first < last}

    def _evidence(self, sentence: Sentence, draft: _Draft, fields: dict[str, tuple[Span, ...]]) -> Evidence:
        """Evidence in all the sentences that the words said stand in."""
        sentences = self.document.sentences
        first = last = sentence.index
        begins, ends = draft.content.first, draft.content.last
        while first > 0 and begins < sentences[first].first:
            first -= 1
        while last + 1 < len(sentences) and ends > sentences[last].last:
            last += 1
        span = self.document.span(sentences[first].first, sentences[last].last)
        return Evidence.at(self.document.text, span, draft.way.rule, fields)

    def _judgement(self, phrase: Phrase | None) -> SpeechAct:
        """What calling something so does: praise, criticism, emphasis, denial or nothing of these."""
        if phrase is None:
            return SpeechAct.SAY
        lemmas = {self.document.readings[index][0].lemma for index in range(phrase.first, phrase.last)}
        for act in (SpeechAct.DENY, SpeechAct.CRITICIZE, SpeechAct.EMPHASIZE, SpeechAct.PRAISE):
            if lemmas & self.words.words(act.value):
                return act
        return SpeechAct.SAY

    def _hearer(self, draft: _Draft) -> Speaker | None:
        if draft.way.form in ("whole", "object", "according", "converb"):
            return None
        predicate = draft.clause.predicate
        own = self.words.frames.values["hearers"].get(predicate.lemma) if predicate is not None else None
        cases = (own,) if own is not None else _HEARERS.get(draft.way.act) if draft.way.act else None
        if cases is None:
            return None
        return self.hearers.addressee(draft.clause, draft.content, cases, draft.speaker)
