"""Which mention stands in which role of a clause: by the case and postposition of its phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.referents import Mention, MentionKind

ACTORS = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ROLE,
        MentionKind.GROUP,
        MentionKind.COUNTRY,
        MentionKind.INSTITUTION,
        MentionKind.ORGANIZATION,
        MentionKind.PLACE,
    }
)
"""The kinds of mention that can do something."""
_FIRST = attrgetter("first")


@attrs.define(eq=False)
class Argument:
    """A mention and the phrase that it heads or stands in.

    Attributes:
        mention: who or what.
        phrase: the phrase.
        heads: whether the mention is the phrase's head; else it is a possessor or modifier in it.
    """

    mention: Mention
    phrase: Phrase
    heads: bool


@attrs.define(eq=False)
class Arguments:
    """The mentions of a clause by the role that case gives them.

    Attributes:
        items: every mention of the clause with its phrase, in order.
        heading: those that head a phrase without postposition.
    """

    items: list[Argument]
    heading: list[Argument]

    def heads(self, *cases: str) -> Iterator[Argument]:
        """Mentions that head a phrase in one of these cases, without postposition."""
        return iter([a for a in self.heading if a.phrase.case in cases] if self.heading else ())

    def under(self, *posts: str) -> Iterator[Argument]:
        """Mentions in phrases governed by one of these postpositions."""
        return (a for a in self.items if a.phrase.post in posts)

    def within(self, phrase: Phrase) -> Iterator[Argument]:
        """Mentions inside a phrase that do not head it."""
        return (a for a in self.items if a.phrase is phrase and not a.heads)


def arguments(mentions: Sequence[Mention], clause: Clause) -> Arguments:
    """The arguments of a clause.

    Args:
        mentions: the mentions that begin within the clause, by position.
        clause: the clause with its phrases.
    """
    items: list[Argument] = []
    heading: list[Argument] = []
    if not mentions:
        return Arguments(items, heading)
    phrases = iter(sorted(clause.phrases, key=_FIRST))
    phrase = next(phrases, None)
    for mention in mentions:
        while phrase is not None and phrase.last <= mention.first:
            phrase = next(phrases, None)
        if phrase is None:
            break
        if phrase.first <= mention.first:
            heads = mention.inside < 0 and mention.head == phrase.head
            argument = Argument(mention, phrase, heads)
            items.append(argument)
            if heads and not phrase.post:
                heading.append(argument)
    return Arguments(items, heading)


def coordinated(clause: Clause, phrase: Phrase) -> list[Phrase]:
    """A phrase and the nominatives right before it that it is coordinated with: "X és Y között"."""
    at = next((index for index, other in enumerate(clause.phrases) if other.first == phrase.first), 0)
    group = [phrase]
    while at > 0 and clause.phrases[at].conjunct and clause.phrases[at - 1].case == "Nom":
        at -= 1
        group.insert(0, clause.phrases[at])
    return group
