"""Who an office-holder without a name is, seen from the speakers: "a tárcavezető", "a vendég"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from bilateral.model.kinds import Office
from bilateral.reading.document import Document
from bilateral.reading.referents import Mention, MentionKind, PersonRecord, Relation

_MINISTERS = frozenset({Office.MINISTER, Office.FOREIGN_MINISTER})
OWN = "HU"
"""An office without a nationality is one of the state whose press writes."""
_LEADERS = _MINISTERS | {Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.SPEAKER_OF_PARLIAMENT}
_SCENES = ("Ine", "Sup")


def holder(document: Document, mention: Mention, speakers: Sequence[int], heard: AbstractSet[int]) -> int:
    """The person whom a role means, or -1.

    An office means the last speaker who holds it, else the first person of the text who does: whoever is
    of the other side is told by nationality ("a szlovák külügyminiszter"). Where that person has not said
    anything yet, it rather means the one of the state whose press writes. Host and guest are told by
    whether they serve the state in which the text is set.

    Args:
        document: the article.
        mention: the role.
        speakers: the persons who have spoken or been the topic, the last one first.
        heard: those of them who have spoken.
    """
    if mention.former or mention.possessive:
        return -1
    if mention.relation in (Relation.HOST, Relation.GUEST):
        return _party(document, mention, speakers)
    if mention.relation is not None or mention.office is None:
        return -1
    # a text of many articles names thousands: look no further than the first that fits
    named = (record.index for record in document.people if _known(record, mention))
    served = (index for index in chain(speakers, named) if _serves(document, index, mention))
    found = next(_holding(document, served, mention.office), -1)
    if found < 0 or found in heard or mention.countries:
        return found
    own = (record.index for record in document.people if record.country == OWN)
    return next(_holding(document, own, mention.office), found)


def _known(record: PersonRecord, mention: Mention) -> bool:
    """Whether a reader can think of a person: named before, or of the paper's own state and named later."""
    return record.first_mention < mention.first or record.country == OWN


def _serves(document: Document, person: int, mention: Mention) -> bool:
    """Whether a person can serve the state that the role names, if it names one."""
    return not mention.countries or document.people[person].country in mention.countries


def _holding(document: Document, persons: Iterable[int], office: Office) -> Iterator[int]:
    for person in persons:
        held = document.people[person].office
        if held == office or {held, office} <= _MINISTERS:
            yield person


def counterpart(document: Document, mention: Mention, speakers: Sequence[int], speaker: int) -> int:
    """The person of another state whom a speaker calls partner, host or guest, or -1.

    Args:
        document: the article.
        mention: the role.
        speakers: the persons who have spoken, the last one first.
        speaker: who speaks.
    """
    own = document.people[speaker].country if speaker >= 0 else None
    before = [record.index for record in document.people if record.first_mention < mention.first]
    others = [
        person
        for person in dict.fromkeys([*speakers, *before])
        if document.people[person].country not in (None, own) and document.people[person].office in _LEADERS
    ]
    if mention.relation in (Relation.HOST, Relation.GUEST):
        scene = _scene(document, mention.first)
        at_home = mention.relation is Relation.HOST
        others = [person for person in others if (document.people[person].country == scene) is at_home]
    return others[0] if others else -1


def _party(document: Document, mention: Mention, speakers: Sequence[int]) -> int:
    """The one of the last two speakers and the persons named so far who is at home here, or is not."""
    scene = _scene(document, mention.first)
    if scene is None:
        return -1
    before = [record.index for record in document.people if record.first_mention < mention.first]
    at_home = mention.relation is Relation.HOST
    for person in dict.fromkeys([*speakers, *before]):
        country = document.people[person].country
        if country is not None and (country == scene) is at_home:
            return person
    return -1


def _scene(document: Document, before: int) -> str | None:
    """The country of the first town in which something happens."""
    for mention in document.mentions_in(0, before, MentionKind.PLACE):
        if mention.case in _SCENES and mention.countries and not mention.adjectival:
            return mention.countries[0]
    return None
