"""Who is meant: roles without a name, groups, relative pronouns and subjects that are left out.

One pass over the clauses keeps the persons spoken of (most recent last), the subject that the text is
speaking of (the topic) and the pair of states that deal with each other. A reference takes the most
recent antecedent that agrees in office, country and number; where none agrees it stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.model.kinds import Office
from bilateral.reading.arguments import ACTORS, Argument
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.referents import Mention, MentionKind, Relation

_PAIR = 2
_MINISTERS = frozenset({Office.MINISTER, Office.FOREIGN_MINISTER})
_ANY = (None, Office.OTHER)
"""A description that tells no office ("a politikus", "az ország első számú diplomatája") fits any."""
_SOMEBODY = (MentionKind.PERSON, MentionKind.ROLE)
_UNION = "EU"
_SCENE = ("Ine", "Sup", "Ill", "Sbl")
_LEADING = (Link.MAIN, Link.COORDINATE, Link.PARENTHETICAL)
_PERSONAL = "aki"
_WHO = frozenset({"aki", "ami", "amely", "amelyik"})
_NOBODY = Referent()


def resolve(document: Document) -> None:
    """Fill the document's ``subjects``, ``meant`` and ``antecedents`` and the pairs of its sentences."""
    stage = _Stage(document)
    for sentence in document.sentences:
        stage.read(sentence)


def _within_quotation(clause: Clause) -> bool:
    """Whether somebody's own words; a reporting clause put between them, and what hangs on it, is not."""
    if not clause.quoted:
        return False
    above: Clause | None = clause
    while above is not None and above.link is not Link.PARENTHETICAL:
        above = above.parent
    return above is None


def _both(one: Referent, other: Referent) -> Referent:
    return Referent(
        tuple(dict.fromkeys((*one.persons, *other.persons))),
        tuple(dict.fromkeys((*one.countries, *other.countries))),
        tuple(dict.fromkeys((*one.organizations, *other.organizations))),
    )


@attrs.define(eq=False)
class _Stage:
    """What the text has spoken of so far."""

    document: Document
    recent: list[int] = attrs.Factory(list)
    topic: Referent = _NOBODY
    states: tuple[str, ...] = ()
    scene: str | None = None

    def read(self, sentence: Sentence) -> None:
        """Resolve one sentence, clause by clause, and remember what it spoke of."""
        for clause in sentence.clauses:
            self._clause(clause)
        self._remember_states(sentence)
        sentence.states = self.states
        sentence.persons = tuple(self.recent[-_PAIR:])

    def _clause(self, clause: Clause) -> None:
        arguments = self.document.arguments(clause)
        for argument in arguments.items:
            self._set_scene(argument)
            self._mention(argument.mention)
        subject = self._subject(clause)
        self._object_left_out(clause, subject)
        if subject:
            self.document.subjects[id(clause)] = subject
            if clause.link in _LEADING and not _within_quotation(clause):
                self._focus(clause, subject)

    def _set_scene(self, argument: Argument) -> None:
        """A town where (or where to) something happens sets the scene, if its state is one of the two."""
        mention = argument.mention
        here = argument.heads and argument.phrase.case in _SCENE and not argument.phrase.post
        country = next(iter(mention.countries), None)
        if mention.kind is MentionKind.PLACE and here and country in (self.states or self.document.dyad):
            self.scene = country

    def _object_left_out(self, clause: Clause, subject: Referent) -> None:
        """A definite verb without an object takes up the object of the clause before, else the topic."""
        predicate = clause.predicate
        if predicate is None or predicate.definite != "Def" or clause.by_case("Acc"):
            return
        parent = clause.parent if clause.link is Link.COORDINATE else None
        for candidate in (self._object(parent), self.topic, self._foreigner(subject)):
            if (
                candidate.persons
                and candidate != subject
                and not set(candidate.countries) & set(subject.countries)
            ):
                self.document.objects[id(clause)] = candidate
                return

    def _foreigner(self, subject: Referent) -> Referent:
        """The person spoken of last who serves another state than the subject."""
        others = [
            person for person in reversed(self.recent) if self._of_other_state(person, subject.countries)
        ]
        return self._of_persons((others[0],)) if others else _NOBODY

    def _focus(self, clause: Clause, subject: Referent) -> None:
        """The subject of a main clause is what the text goes on to speak of."""
        if clause.governor.link in (Link.MAIN, Link.PARENTHETICAL):
            self.topic = subject

    # -- mentions ---------------------------------------------------------------------------------

    def _mention(self, mention: Mention) -> None:
        if id(mention) in self.document.meant:
            return
        referent = self._referent(mention)
        if referent:
            self.document.meant[id(mention)] = referent
            for person in referent.persons:
                self._touch(person)

    def _touch(self, person: int) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)

    def _referent(self, mention: Mention) -> Referent:
        if mention.person >= 0:
            return self._of_persons((mention.person,))
        if mention.kind is MentionKind.ROLE:
            return self._role(mention)
        if mention.kind is MentionKind.GROUP:
            return self._group(mention)
        if mention.kind is MentionKind.ORGANIZATION:
            return Referent(organizations=(mention.name,)) if mention.name else _NOBODY
        return Referent(countries=mention.countries)

    def _of_persons(self, persons: tuple[int, ...]) -> Referent:
        people = self.document.people
        countries = (people[person].country for person in persons)
        return Referent(persons, tuple(dict.fromkeys(code for code in countries if code)))

    def _role(self, mention: Mention) -> Referent:
        candidates = [person for person in self._salient() if self._fits(person, mention)]
        if mention.case != "Nom":  # whom the topic deals with is somebody else, where there is somebody else
            candidates.sort(key=lambda person: person in self.topic.persons)
        bound = mention.relation is not None and not mention.countries
        if bound:
            candidates = self._related(mention, candidates)
        if candidates:
            return self._of_persons((candidates[0],))
        return _NOBODY if bound else Referent(countries=mention.countries)

    def _salient(self) -> list[int]:
        """The persons spoken of, the topic first, then from the last one back, then those still to come."""
        before = [*self.topic.persons, *reversed(self.recent)]
        return list(dict.fromkeys([*before, *range(len(self.document.people))]))

    def _fits(self, person: int, mention: Mention) -> bool:
        record = self.document.people[person]
        if mention.countries and record.country not in mention.countries:
            return False
        if person not in self.recent and not (mention.countries and record.office == mention.office):
            return False
        if mention.office in _ANY:
            return record.office is not None
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
        return [person for person in known if self._of_other_state(person, (self.scene,)) == abroad]

    def _of_other_state(self, person: int, countries: Sequence[str]) -> bool:
        return self.document.people[person].country not in countries

    def _group(self, mention: Mention) -> Referent:
        if mention.office is None:
            return Referent(countries=self._pair(mention))
        same = [person for person in reversed(self.recent) if self._same_office(person, mention)]
        chosen = self._distinct(same)
        return self._of_persons(tuple(reversed(chosen))) if len(chosen) == _PAIR else _NOBODY

    def _same_office(self, person: int, mention: Mention) -> bool:
        office = self.document.people[person].office
        if mention.office is Office.OTHER:
            return office is not None
        return office == mention.office or {office, mention.office} <= _MINISTERS

    def _distinct(self, persons: Iterable[int]) -> list[int]:
        """The first two persons that serve different states."""
        found: list[int] = []
        for person in persons:
            countries = [self.document.people[other].country for other in found]
            if self.document.people[person].country not in countries:
                found.append(person)
            if len(found) == _PAIR:
                break
        return found

    def _pair(self, mention: Mention) -> tuple[str, ...]:
        if len(mention.countries) >= _PAIR:
            return mention.countries
        return self.states if len(self.states) == _PAIR else self.document.dyad

    # -- subjects ---------------------------------------------------------------------------------

    def _subject(self, clause: Clause) -> Referent:
        said = self._said_subject(clause)
        if said is not None:
            return said
        if clause.predicate is None or clause.predicate.person not in ("3S", "3P"):
            return _NOBODY
        return self._left_out(clause, plural=clause.predicate.person == "3P")

    def _said_subject(self, clause: Clause) -> Referent | None:
        """The nominative that stands in the clause; an empty referent if it names nobody we know."""
        if clause.link is Link.RELATIVE:
            head = self._antecedent(clause)
            if head is not None:
                return head
        nominatives = [phrase for phrase in clause.by_case("Nom") if not self._adverbial(phrase.head)]
        if not nominatives:
            return None
        heads = {argument.phrase.head: argument for argument in self.document.arguments(clause).heads("Nom")}
        groups: list[list[Argument]] = [[]]
        for phrase in nominatives:
            argument = heads.get(phrase.head)
            if argument is None or argument.mention.kind not in ACTORS:
                groups.append([])
            elif groups[-1] and not phrase.conjunct:
                groups.append([argument])
            else:
                groups[-1].append(argument)
        group = self._agents([group for group in groups if group])
        said = self._merge(group)
        shared = self._sharing(clause, group[0]) if len(group) == 1 else None
        return _both(shared, said) if shared is not None else said

    def _agents(self, groups: Sequence[list[Argument]]) -> list[Argument]:
        """The first group of nominatives; a town ("Moszkva") only where no person or state stands."""
        acting = [group for group in groups if group[0].mention.kind is not MentionKind.PLACE]
        return next(iter(acting or groups), [])

    def _sharing(self, clause: Clause, argument: Argument) -> Referent | None:
        """Whom a nationality alone means before a coordinated role: "a magyar és a szlovák elnök"."""
        at = clause.phrases.index(argument.phrase)
        if argument.mention.kind is not MentionKind.ROLE or not argument.phrase.conjunct or at == 0:
            return None
        before = self.document.mention_at_head(clause.phrases[at - 1].head)
        if before is None or before.kind is not MentionKind.NATIONALITY:
            return None
        role = attrs.evolve(argument.mention, countries=before.countries)
        return self._role(role) or None

    def _adverbial(self, token: int) -> bool:
        """Whether a word in the nominative is no subject: a date, an amount, an adverb, a pronoun."""
        reading = self.document.readings[token][0]
        return reading.pos in ("ADV", "NUM") or token in self.document.timed or reading.pos == "PRON"

    def _merge(self, group: Sequence[Argument]) -> Referent:
        referents = [self.document.who(argument.mention) or _NOBODY for argument in group]
        return Referent(
            tuple(dict.fromkeys(person for referent in referents for person in referent.persons)),
            tuple(dict.fromkeys(code for referent in referents for code in referent.countries)),
            tuple(dict.fromkeys(name for referent in referents for name in referent.organizations)),
        )

    def _antecedent(self, clause: Clause) -> Referent | None:
        """Who a relative pronoun stands for; kept for readers, and the subject where it is nominative."""
        if clause.antecedent < 0 or clause.opener < 0:
            return None
        mention = self._antecedent_mention(clause)
        referent = self.document.who(mention) if mention is not None else None
        if referent is None:
            return None
        self.document.antecedents[id(clause)] = referent
        pronoun = self.document.readings[clause.opener][0]
        return referent if pronoun.lemma in _WHO and pronoun.case in ("", "Nom") else None

    def _antecedent_mention(self, clause: Clause) -> Mention | None:
        """The mention that a relative pronoun takes up; "aki" passes over what is no person."""
        parent = clause.parent
        if parent is None or self.document.readings[clause.opener][0].lemma != _PERSONAL:
            return self.document.mention_at_head(clause.antecedent)
        heads = [phrase.head for phrase in parent.phrases if phrase.head < clause.first]
        mentions = (self.document.mention_at_head(head) for head in reversed(heads))
        return next((mention for mention in mentions if mention and mention.kind in _SOMEBODY), None)

    def _left_out(self, clause: Clause, *, plural: bool) -> Referent:
        """The subject that the verb's person alone tells: the governing clause's, else the topic."""
        parent = clause.parent if clause.link is not Link.PARENTHETICAL else None
        inherited = self.document.subjects.get(id(parent), _NOBODY) if parent is not None else _NOBODY
        if clause.link is Link.COORDINATE and parent is not None and not inherited and parent.predicate:
            return _NOBODY
        taken_up = self.document.objects.get(id(parent), _NOBODY)
        for candidate in (taken_up, inherited, self._object(parent), self.topic):
            agrees = self._plural(candidate) == plural or (
                candidate is inherited and self._like(clause, parent)
            )
            if candidate and agrees and not self._own_partner(clause, candidate):
                return candidate
        if plural and clause.link is not Link.RELATIVE:
            return Referent(countries=self.states) if len(self.states) == _PAIR else _NOBODY
        return _NOBODY

    def _like(self, clause: Clause, parent: Clause | None) -> bool:
        """Whether two verbs agree: "a két elnök" takes the singular, and so does what follows."""
        if parent is None or parent.predicate is None or clause.predicate is None:
            return False
        return parent.predicate.person == clause.predicate.person

    def _object(self, clause: Clause | None) -> Referent:
        """The person that the clause before speaks of in the accusative."""
        if clause is None:
            return _NOBODY
        return self._merge(
            [a for a in self.document.arguments(clause).heads("Acc") if a.mention.kind in _SOMEBODY]
        )

    def _own_partner(self, clause: Clause, candidate: Referent) -> bool:
        """Whether the clause makes somebody of the candidate's own state the partner of its subject."""
        partners = self.document.arguments(clause).heads("Ins")
        return any(
            argument.mention.kind in _SOMEBODY and set(argument.mention.countries) & set(candidate.countries)
            for argument in partners
        )

    def _plural(self, referent: Referent) -> bool:
        if referent.persons:
            return len(referent.persons) > 1
        return len(referent.countries) + len(referent.organizations) > 1

    # -- states -----------------------------------------------------------------------------------

    def _remember_states(self, sentence: Sentence) -> None:
        """The two states that a clause speaks of together are the pair that "a felek" means next."""
        pairs = (self._named(clause) for clause in sentence.clauses if not _within_quotation(clause))
        named = next((pair for pair in pairs if self._is_pair(pair)), ())
        if named:
            self.states = named
        elif len(self.states) != _PAIR and self._deal():
            self.states = self.document.dyad

    def _deal(self) -> bool:
        """Whether the two states of the article deal with each other: an office-holder of one is named."""
        dyad = self.document.dyad
        serving = {
            record.country for record in self.document.people if record.office not in (None, Office.OTHER)
        }
        return len(dyad) == _PAIR and _UNION not in dyad and bool(serving & set(dyad))

    def _is_pair(self, codes: tuple[str, ...]) -> bool:
        """Two states that can be "the two countries": one at least is among those the article is about."""
        dyad = self.document.dyad
        if len(codes) != _PAIR or (_UNION in codes and _UNION not in dyad):
            return False
        return not dyad or bool(set(codes) & set(dyad))

    def _named(self, clause: Clause) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for argument in self.document.arguments(clause).items:
            mention = argument.mention
            if mention.kind in (MentionKind.PERSON, MentionKind.COUNTRY) and mention.inside < 0:
                referent = self.document.who(mention)
                codes.update(dict.fromkeys(referent.countries if referent else ()))
        return tuple(codes)
