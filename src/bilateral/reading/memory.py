"""Who a mention means: names, roles without a name, and groups, against what the text has spoken of.

The memory keeps the persons spoken of (the last one last), the topic, the pair of states that deal with
each other and the state where the text plays. A reference takes the nearest antecedent that agrees in
office, country and number; where none agrees it stays open.
"""

from __future__ import annotations

import functools
import heapq
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import attrs

from bilateral.model.kinds import Office
from bilateral.reading.document import Document, Referent
from bilateral.reading.mention_words import describes_person, reigns
from bilateral.reading.referents import Mention, MentionKind, Relation

PAIR = 2
_REMEMBERED = 64
"""How many persons are kept in mind: more than an article names; an archive in one text names thousands."""
UNION = "EU"
NOBODY = Referent()
_OTHERS = frozenset({MentionKind.ROLE, MentionKind.GROUP, MentionKind.ORGANIZATION})
_MINISTERS = frozenset({Office.MINISTER, Office.FOREIGN_MINISTER})
_ANY = (None, Office.OTHER)
"""A description that tells no office ("a politikus", "az ország első számú diplomatája") fits any."""


def _put_last(persons: list[int], person: int) -> None:
    if persons and persons[-1] == person:
        return
    if person in persons:
        persons.remove(person)
    persons.append(person)
    del persons[:-_REMEMBERED]


@functools.lru_cache(maxsize=1 << 10)
def of_countries(codes: tuple[str, ...]) -> Referent:
    """States, by their codes."""
    return Referent(countries=codes)


def united(referents: Iterable[Referent]) -> Referent:
    """Everybody whom several referents mean, each once."""
    found = [referent for referent in referents if referent]
    if len(found) <= 1:
        return found[0] if found else NOBODY
    return Referent(
        tuple(dict.fromkeys(person for referent in found for person in referent.persons)),
        tuple(dict.fromkeys(code for referent in found for code in referent.countries)),
        tuple(dict.fromkeys(name for referent in found for name in referent.organizations)),
    )


@attrs.define(eq=False)
class Memory:
    """What the text has spoken of so far.

    Attributes:
        document: the article.
        recent: numbers of the persons spoken of, the last one last.
        topic: the subject that the text is speaking of.
        spoken_of: numbers of the persons who were the topic, the last one last.
        states: the two states that deal with each other, as far as told.
        scene: the one of them where the text plays.
        taken: the persons that other arguments of the clause at hand mean.
    """

    document: Document
    recent: list[int] = attrs.Factory(list)
    topic: Referent = NOBODY
    spoken_of: list[int] = attrs.Factory(list)
    states: tuple[str, ...] = ()
    scene: str | None = None
    taken: set[int] = attrs.Factory(set)
    _by_service: dict[tuple[str | None, Office | None], list[int]] = attrs.Factory(dict)

    def note(self, mention: Mention) -> None:
        """Resolve a mention, once, and remember whom it speaks of."""
        meant = self.document.meant
        if id(mention) in meant:
            return
        referent = self.referent(mention)
        if referent:
            meant[id(mention)] = referent
            for person in referent.persons:
                _put_last(self.recent, person)

    def focus(self, subject: Referent) -> None:
        """Make a subject the topic."""
        self.topic = subject
        for person in subject.persons if len(subject.persons) == 1 else ():
            _put_last(self.spoken_of, person)

    def referent(self, mention: Mention) -> Referent:
        """Whom a mention means; an empty referent where that stays open."""
        if mention.person >= 0:
            return self.of_persons((mention.person,))
        if mention.kind in _OTHERS:
            return self._other(mention)
        return of_countries(mention.countries)

    def _other(self, mention: Mention) -> Referent:
        """Whom a description, a group or an organisation means."""
        if mention.kind is MentionKind.ROLE:
            return self.role(mention)
        if mention.kind is MentionKind.GROUP:
            return self._group(mention)
        return Referent(organizations=(mention.name,)) if mention.name else NOBODY

    def of_persons(self, persons: tuple[int, ...]) -> Referent:
        """Persons with the states that they serve."""
        people = self.document.people
        countries = [people[person].country for person in persons]
        return Referent(persons, tuple(dict.fromkeys([code for code in countries if code])))

    def role(self, mention: Mention) -> Referent:
        """The office-holder that a description without a name means, else the state that it names."""
        candidates = [person for person in self._salient(mention) if self._fits(person, mention)]
        # two arguments of a clause are two persons, and whom the topic deals with is not the topic
        spent = self.taken | (set(self.topic.persons) if mention.case != "Nom" else set())
        candidates.sort(key=lambda person: person in spent)
        bound = mention.relation is not None and not mention.countries
        if bound:
            candidates = self._related(mention, candidates)
        if candidates:
            return self.of_persons((candidates[0],))
        return NOBODY if bound else of_countries(mention.countries)

    def _salient(self, mention: Mention) -> list[int]:
        """The persons spoken of, the topic first, then from the last one back, then those still to come.

        An office alone means whoever has been the topic: the other side is told by nationality.
        """
        topics = () if mention.countries or mention.relation else reversed(self.spoken_of)
        before = dict.fromkeys([*self.topic.persons, *topics, *reversed(self.recent)])
        serving = [self._serving().get((code, mention.office), ()) for code in mention.countries]
        to_come = (person for person in heapq.merge(*serving) if person not in before)
        return [*before, *islice(to_come, _REMEMBERED)]

    def _serving(self) -> Mapping[tuple[str | None, Office | None], Sequence[int]]:
        """The persons of the article by state and office."""
        if not self._by_service:
            for person, record in enumerate(self.document.people):
                self._by_service.setdefault((record.country, record.office), []).append(person)
        return self._by_service

    def _fits(self, person: int, mention: Mention) -> bool:
        record = self.document.people[person]
        if mention.countries and record.country not in mention.countries:
            return False
        if person not in self.recent and not (mention.countries and record.office == mention.office):
            return False
        if mention.office in _ANY:
            return record.office is not None
        if mention.title is not None and reigns(mention.title) and not reigns(record.title or ""):
            return False
        return record.office == mention.office or {record.office, mention.office} <= _MINISTERS

    def _related(self, mention: Mention, candidates: list[int]) -> list[int]:
        """Counterpart, host, guest: somebody known, of another state than the topic's or the scene's."""
        if mention.relation in (Relation.PREDECESSOR, Relation.SUCCESSOR, Relation.LEADER):
            return []
        known = [person for person in candidates if person in self.recent]
        if mention.relation in (Relation.GUEST, Relation.HOST):
            found = self._on_scene(mention, known)
            if found or not mention.possessive:
                return found
        others = [person for person in known if self._of_other_state(person, self.topic.countries)]
        return [person for person in others if person not in self.topic.persons] if self.topic else []

    def _on_scene(self, mention: Mention, known: list[int]) -> list[int]:
        """The guest (host): somebody whose state is not (is) the one where the text plays."""
        if self.scene is None:
            return []
        abroad = mention.relation is Relation.GUEST
        found = [person for person in known if self._of_other_state(person, (self.scene,)) == abroad]
        if abroad:  # the guest of whom an article tells is named before those who travel with him
            found.sort(key=lambda person: self.document.people[person].first_mention)
        return found

    def _of_other_state(self, person: int, countries: Sequence[str]) -> bool:
        return self.document.people[person].country not in countries

    def _group(self, mention: Mention) -> Referent:
        vague = mention.office is None and not describes_person(mention.title or "")
        if vague or (mention.office is Office.OTHER and mention.possessive):  # "a két fél szakértői"
            return Referent(countries=self._pair(mention))
        same = [person for person in reversed(self.recent) if self._same_office(person, mention)]
        wanted = mention.count or PAIR
        chosen = self._distinct(same, wanted)
        if len(chosen) == wanted:
            return self.of_persons(tuple(reversed(chosen)))
        return NOBODY if mention.office is not None else Referent(countries=self._pair(mention))

    def _same_office(self, person: int, mention: Mention) -> bool:
        office = self.document.people[person].office
        if mention.office in _ANY:
            return office not in _ANY
        return office == mention.office or {office, mention.office} <= _MINISTERS

    def _distinct(self, persons: Iterable[int], wanted: int) -> list[int]:
        """The first so many persons that serve different states."""
        found: list[int] = []
        for person in persons:
            countries = [self.document.people[other].country for other in found]
            if self.document.people[person].country not in countries:
                found.append(person)
            if len(found) == wanted:
                break
        return found

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        if len(mention.countries) >= PAIR:
            return mention.countries
        return self.states if len(self.states) == PAIR else self.document.dyad

    def foreigner(self, subject: Referent) -> Referent:
        """The person spoken of last who serves another state than the subject."""
        for person in reversed(self.recent):
            if self._of_other_state(person, subject.countries):
                return self.of_persons((person,))
        return NOBODY

    def deal(self) -> bool:
        """Whether the two states of the article deal with each other: an office-holder of one is named."""
        dyad = self.document.dyad
        serving = {
            record.country for record in self.document.people if record.office not in (None, Office.OTHER)
        }
        return len(dyad) == PAIR and UNION not in dyad and bool(serving & set(dyad))

    def is_pair(self, codes: tuple[str, ...]) -> bool:
        """Two states that can be "the two countries": one at least is among those the article is about."""
        dyad = self.document.dyad
        if len(codes) != PAIR or (UNION in codes and UNION not in dyad):
            return False
        return not dyad or bool(set(codes) & set(dyad))
