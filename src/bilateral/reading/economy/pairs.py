"""The two states that a text deals with, where a figure does not name them itself."""

from __future__ import annotations

from collections import Counter

import attrs

from bilateral.reading.document import Document
from bilateral.reading.economy.cues import lemma
from bilateral.reading.economy.lexicon import economy
from bilateral.reading.referents import Mention, MentionKind

PAIR = 2
_SHARE = 0.6
_LESSER = 0.3
_UNION = "EU"
"""Most countries of the news deal with the Union in some clause: it is a side only where it is named."""
_LEAST = 2
_BACK = 3
SILENT = (MentionKind.PERSON, MentionKind.ROLE, MentionKind.MEDIA)
"""Mentions that name people or media, whose countries are not those of a figure."""


def _main(counts: Counter[str]) -> tuple[str, ...]:
    """The two codes that make up most of the counts, both with some weight."""
    top = counts.most_common(PAIR)
    if len(top) < PAIR:
        return ()
    (first, more), (second, less) = top
    enough = less >= max(_LEAST, _LESSER * more) and _UNION not in (first, second)
    return (first, second) if enough and more + less >= _SHARE * counts.total() else ()


@attrs.define(eq=False)
class Pairs:
    """The pairs of states of an article.

    Attributes:
        document: the article.
        main: the pair that the article is about, if most of what it names are these two.
    """

    document: Document
    main: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document) -> Pairs:
        """The pairs of ``document``."""
        named = [mention for mention in document.mentions if mention.inside < 0]
        counts = Counter([code for mention in named for code in mention.countries])
        return cls(document, _main(counts))

    def of_mention(self, mention: Mention) -> tuple[str, ...]:
        """The countries that a mention names or, of "a két ország", presumes."""
        if self._trades(mention):
            return mention.countries
        if mention.kind in SILENT or mention.inside >= 0:
            return ()
        if mention.kind is MentionKind.PLACE and mention.name in economy().words.seats:
            return (_UNION,)
        if mention.countries:
            return mention.countries
        if mention.kind is MentionKind.GROUP:
            return self.at(mention.first, presumed=True) if self.presumes(mention) else ()
        referent = self.document.who(mention)
        return referent.countries if referent is not None else ()

    def _trades(self, mention: Mention) -> bool:
        """Whether a "partner" is a state: "Kenya legfontosabb kereskedelmi partnere"."""
        words = economy().words
        if mention.kind is not MentionKind.ROLE or lemma(self.document, mention.head) not in words.partners:
            return False
        whose = self.document.mentions_in(mention.first, mention.last, MentionKind.COUNTRY)
        of_trade = not words.trading.isdisjoint(self.document.lemmas[mention.first : mention.last])
        return of_trade or any(True for _ in whose)

    def is_region(self, mention: Mention) -> bool:
        """Whether a group of states is named that is one side: "Afrika", "a közép-ázsiai országok"."""
        if mention.kind is not MentionKind.PLACE or mention.name not in economy().words.regions:
            return False
        after = self.document.readings[mention.last : mention.last + 1]
        one = bool(after) and after[0][0].number != "Plur" and after[0][0].lemma in economy().words.parties
        return not (mention.adjectival and one)

    def presumes(self, mention: Mention) -> bool:
        """Whether a group is the two states or their representatives: "a felek", "a két miniszter"."""
        if mention.kind is not MentionKind.GROUP:
            return False
        two = mention.office is not None and mention.count == PAIR
        return two or lemma(self.document, mention.head) in economy().words.parties

    def at(self, token: int, *, presumed: bool = False) -> tuple[str, ...]:
        """The two states that the text deals with at a token; the speaker's own is one of them.

        Args:
            token: index of the token.
            presumed: whether the words there ("a két ország", "kétoldalú") presume that there is a pair.
        """
        index = self._index(token)
        pair = self._named_before(index) or self.main
        if not pair and presumed:
            pair = self._remembered(index)
        own = self.speaking(token)
        if own is None or own in pair:
            return pair
        return self._with(own, presumed=presumed)

    def _index(self, token: int) -> int:
        return self.document.sentence_of.get(token, 0)

    def _with(self, own: str, *, presumed: bool) -> tuple[str, ...]:
        """The article's pair if ``own`` is in it; where a pair is presumed, ``own`` and the first state."""
        main = self.main or (self.document.dyad if presumed else ())
        if own in main or not presumed:
            return main
        return next(((own, code) for code in main), ())

    def _named_before(self, index: int) -> tuple[str, ...]:
        """The two states that the sentence before names, in the same paragraph."""
        if (
            index < 1
            or self.document.sentences[index - 1].paragraph != self.document.sentences[index].paragraph
        ):
            return ()
        before = self.document.sentences[index - 1]
        codes = self.document.countries_in(before.first, before.last)
        return codes if len(codes) == PAIR else ()

    def told_before(self, index: int, pair: tuple[str, ...]) -> bool:
        """Whether the last sentences before, in the same paragraph, name both states of a pair."""
        paragraph = self.document.sentences[index].paragraph
        named: set[str] = set()
        for sentence in self.document.sentences[max(0, index - _BACK) : index]:
            if sentence.paragraph == paragraph:
                named.update(self.document.countries_in(sentence.first, sentence.last))
        return bool(pair) and named >= set(pair)

    def _remembered(self, index: int) -> tuple[str, ...]:
        before = self.document.sentences[max(index - 1, 0)].states
        return before if len(before) == PAIR else self.document.dyad

    def speaking(self, token: int) -> str | None:
        """The state of whoever speaks here, or of the only one whose representatives the sentence names."""
        speaker = self.document.speaker_at(token)
        if speaker >= 0 and self.document.people[speaker].country:
            return self.document.people[speaker].country
        sentence = self.document.sentences[self._index(token)]
        people = self.document.mentions_in(
            sentence.first, sentence.last, MentionKind.PERSON, MentionKind.ROLE
        )
        referents = (self.document.who(mention) for mention in people)
        codes = {code for referent in referents if referent is not None for code in referent.countries}
        return min(codes) if len(codes) == 1 else None
