"""Who is spoken to: the hearer in the case that a verb of saying asks for, or a pronoun for him."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.reading.document import Document
from bilateral.reading.holding import counterpart
from bilateral.reading.quoting import Content
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.speakers import PERSONAL, Speaker, Speakers
from bilateral.reading.speech import speech_words

_first = attrgetter("first")


@attrs.define(eq=False)
class Hearers:
    """Finds the hearers of one document."""

    document: Document
    speakers: Speakers

    def addressee(
        self, clause: Clause, content: Content, cases: Sequence[str], speaker: Speaker
    ) -> Speaker | None:
        """The person spoken to, in one of these cases."""
        for mention in self._hearers(clause, content, cases):
            found = self._counterpart(mention, speaker) or self.speakers.of_mention(mention)
            if found.person >= 0 and found.person != speaker.person:
                return found
        return self._other(clause, speaker) if "Dat" in cases else None

    def _other(self, clause: Clause, speaker: Speaker) -> Speaker | None:
        """The hearer whom a pronoun means: the person named last before who is not the speaker."""
        words = speech_words().words("hearer")
        if words.isdisjoint(self.document.folds(clause)):
            return None
        at = next(index for index in clause.words if self.document.tokens[index].fold in words)
        sentences = self.document.sentences
        here = bisect_right(sentences, at, key=_first) - 1
        first = sentences[max(0, here - 1)].first
        for mention in reversed(list(self.document.mentions_in(first, at, MentionKind.PERSON))):
            if mention.person not in (-1, speaker.person):
                return Speaker(mention.person, self.document.people[mention.person].country, at, at + 1)
        return None

    def _counterpart(self, mention: Mention, speaker: Speaker) -> Speaker | None:
        """Whom a role bound to the speaker means: "partnerét", "vendéglátóját"."""
        if mention.relation is None or mention.countries:
            return None
        known = [topic.person for topic in reversed(self.speakers.topics) if topic.person >= 0]
        person = counterpart(self.document, mention, known, speaker.person)
        if person < 0:
            return None
        return Speaker(person, self.document.people[person].country, mention.first, mention.last)

    def _hearers(self, clause: Clause, content: Content, cases: Sequence[str]) -> Iterator[Mention]:
        for argument in self.document.arguments(clause).heads(*cases):
            head = argument.phrase.head
            if argument.mention.kind in PERSONAL and not content.covers(head):
                yield argument.mention
