"""Who is meant in each clause: its mentions, its subject, said or left out, its relative pronoun.

One pass over the clauses, in order, with a memory of what the text has spoken of (:mod:`.memory`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.arguments import ACTORS, Argument
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import frame_lexicon, tail
from bilateral.reading.memory import NOBODY, PAIR, Memory, united
from bilateral.reading.occasion import STATION
from bilateral.reading.referents import Mention, MentionKind

_SOMEBODY = (MentionKind.PERSON, MentionKind.ROLE)
_NAMED = (MentionKind.PERSON, MentionKind.COUNTRY)
_SCENE = ("Ine", "Sup", "Ill", "Sbl")
_SHARED = (MentionKind.ROLE, MentionKind.INSTITUTION)
_NO_SUBJECTS = frozenset(("ADV", "NUM", "PRON"))
_PLACE = MentionKind.PLACE
_LESSER = (*_SOMEBODY, _PLACE, MentionKind.NATIONALITY)
_PARENTHETICAL, _COMPLEMENT = Link.PARENTHETICAL, Link.COMPLEMENT
_COORDINATE, _RELATIVE = Link.COORDINATE, Link.RELATIVE
_TOPICAL = (Link.MAIN, Link.PARENTHETICAL)
_LEADING = (Link.MAIN, Link.COORDINATE, Link.PARENTHETICAL)


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
    while above is not None and above.link is not _PARENTHETICAL:
        above = above.parent
    return above is None


class _Stage:
    """One pass over the clauses of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.memory = Memory(document)
        self.words = frame_lexicon("occasions").words
        # a clause whose object is the clause after it ("azt mondta, hogy") leaves none out
        self.announcing: set[int] = set()

    def read(self, sentence: Sentence) -> None:
        """Resolve one sentence, clause by clause, and remember what it spoke of."""
        self.announcing = {id(clause.parent) for clause in sentence.clauses if clause.link is _COMPLEMENT}
        for clause in sentence.clauses:
            self._clause(clause)
        self._remember_states(sentence)
        sentence.states = self.memory.states
        sentence.persons = tuple(self.memory.recent[-PAIR:])

    def _clause(self, clause: Clause) -> None:
        memory = self.memory
        memory.taken = set()
        for argument in self.document.arguments(clause).items:
            mention = argument.mention
            if mention.kind is _PLACE:
                self._set_scene(clause, argument)
            memory.note(mention)
            referent = self.document.meant.get(id(mention)) if argument.heads else None
            if referent is not None and referent.persons:
                memory.taken.update(referent.persons)
        subject = self._subject(clause)
        if clause.link is not _PARENTHETICAL and id(clause) not in self.announcing:
            self._object_left_out(clause, subject)
        if subject:
            self.document.subjects[id(clause)] = subject
            if clause.link in _LEADING and not _within_quotation(clause):
                self._focus(clause, subject)

    def _set_scene(self, clause: Clause, argument: Argument) -> None:
        """A town where (or where to) something happens sets the scene, if its state is one of the two."""
        mention = argument.mention
        phrase = argument.phrase
        here = phrase.case in _SCENE and not phrase.post and (argument.heads or self._is_venue(argument))
        here = here and (phrase.case in STATION or self._has_moved(clause))
        country = mention.countries[0] if mention.countries else None
        if here and country in (self.memory.states or self.document.dyad):
            self.memory.scene = country

    def _has_moved(self, clause: Clause) -> bool:
        """Whether somebody has come to a goal, rather than is to come or is invited there."""
        predicate = clause.predicate
        if predicate is None or not predicate.past:
            return False
        specs = frame_lexicon("visits").by_verb.get(predicate.lemma, ())
        return all(spec.sense != "invite" for spec in specs)

    def _is_venue(self, argument: Argument) -> bool:
        """Whether the adjective of a town tells where a house or an event is: "az athéni repülőtéren"."""
        lemma = argument.phrase.lemma
        known = (self.words["venues"], self.words["events"])
        return argument.mention.adjectival and any(tail(lemma, nouns) in nouns for nouns in known)

    def _object_left_out(self, clause: Clause, subject: Referent) -> None:
        """A definite verb without an object, or "vele", takes up the object told before, else the topic."""
        predicate = clause.predicate
        if predicate is None:
            return
        left_out = predicate.definite == "Def" and not clause.by_case("Acc")
        if not left_out and not self._takes_up(clause):
            return
        parent = clause.parent if clause.link is _COORDINATE else None
        for candidate in (self._object(parent), self.memory.topic, self.memory.foreigner(subject)):
            if (
                candidate.persons
                and candidate != subject
                and not set(candidate.countries) & set(subject.countries)
            ):
                self.document.objects[id(clause)] = candidate
                return

    def _takes_up(self, clause: Clause) -> bool:
        """Whether a pronoun means somebody told before: "őt", "vele"."""
        pronouns = self.words["third_person"]
        for phrase in clause.phrases:
            if phrase.lemma in pronouns and phrase in clause.by_case("Acc", "Ins"):
                return True
        return False

    def _focus(self, clause: Clause, subject: Referent) -> None:
        """The subject of a main clause is what the text goes on to speak of."""
        if clause.governor.link in _TOPICAL:
            self.memory.focus(subject)

    # -- subjects ---------------------------------------------------------------------------------

    def _subject(self, clause: Clause) -> Referent:
        predicate = clause.predicate
        if predicate is not None and predicate.modality == "must":
            obliged = self._obliged(clause)
            if obliged is not None:
                return obliged
        said = self._said_subject(clause)
        if said is not None:
            return said
        if predicate is None or predicate.person not in ("3S", "3P"):
            return NOBODY
        return self._left_out(clause, plural=predicate.person == "3P")

    def _obliged(self, clause: Clause) -> Referent | None:
        """Who must do it: "az elnöknek meg kellett volna érkeznie"."""
        datives = [a for a in self.document.arguments(clause).heads("Dat") if a.mention.kind in _SOMEBODY]
        return self._merge(datives[:1]) or None

    def _said_subject(self, clause: Clause) -> Referent | None:
        """The nominative that stands in the clause; an empty referent if it names nobody we know."""
        if clause.link is _RELATIVE:
            head = self._antecedent(clause)
            if head is not None:
                return head
        nominatives = [phrase for phrase in clause.by_case("Nom") if not self._adverbial(phrase.head)]
        if not nominatives:
            return None
        group = self._agents(clause, self._groups(clause, nominatives))
        said = self._merge(group)
        shared = self._sharing(clause, group[0]) if len(group) == 1 else None
        return united([shared, said]) if shared is not None else said

    def _groups(self, clause: Clause, nominatives: Sequence[Phrase]) -> list[list[Argument]]:
        """The nominatives that can do something, those together that are coordinated."""
        heads = {argument.phrase.head: argument for argument in self.document.arguments(clause).heads("Nom")}
        if not heads:
            return []
        groups: list[list[Argument]] = [[]]
        for phrase in nominatives:
            argument = heads.get(phrase.head)
            if argument is None or argument.mention.kind not in ACTORS:
                groups.append([])
            elif groups[-1] and not self._coordinated(clause, phrase):
                groups.append([argument])
            else:
                groups[-1].append(argument)
        return [group for group in groups if group]

    def _owns(self, clause: Clause, argument: Argument) -> bool:
        """Whether a nominative is no subject: an adjective, or an owner ("A és B tanácsának ülésén")."""
        if argument.mention.adjectival:
            return True
        at = clause.phrases.index(argument.phrase) + 1
        after = clause.phrases[at] if at < len(clause.phrases) else None
        return after is not None and after.conjunct and after.case != "Nom" and after.possessor[:1] == "3"

    def _coordinated(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a nominative is coordinated with one right before: not in "X Bécsben, Y Prágában"."""
        at = clause.phrases.index(phrase)
        if at > 1 and clause.phrases[at - 1].conjunct and clause.phrases[at - 1].case == "Ess":
            at -= 1  # "X elnök, valamint megfigyelőként Y miniszterelnök"
        return clause.phrases[at].conjunct and at > 0 and clause.phrases[at - 1].case == "Nom"

    def _agents(self, clause: Clause, groups: Sequence[list[Argument]]) -> list[Argument]:
        """The first group of nominatives; a town ("Moszkva") only where no person or state stands.

        Of two persons with a comma between ("X Bécsben, Y Prágában tárgyalt") the one beside the verb.
        """
        if len(groups) <= 1:
            return groups[0] if groups else []
        known = [group for group in groups if not self._owns(clause, group[-1])] or groups
        acting = [group for group in known if group[0].mention.kind in _SOMEBODY]
        if not acting or any(group[0].mention.kind not in _LESSER for group in known):
            acting = [group for group in known if group[0].mention.kind is not _PLACE] or list(known)
        beside = [group for group in acting if self._beside_verb(clause, group[-1])]
        persons = all(group[0].mention.kind in _SOMEBODY for group in acting)
        return next(iter(beside if persons and beside else acting), [])

    def _beside_verb(self, clause: Clause, argument: Argument) -> bool:
        predicate = clause.predicate
        if predicate is None:
            return True
        head = argument.phrase.head
        return any(first <= head < last and first <= predicate.token < last for first, last in clause.parts)

    def _sharing(self, clause: Clause, argument: Argument) -> Referent | None:
        """Whom a nationality alone means before a coordinated role or body: "a magyar és a szlovák elnök"."""
        at = clause.phrases.index(argument.phrase)
        if argument.mention.kind not in _SHARED or not argument.phrase.conjunct or at == 0:
            return None
        before = self.document.mention_at_head(clause.phrases[at - 1].head)
        if before is None or before.kind is not MentionKind.NATIONALITY:
            return None
        if argument.mention.kind is MentionKind.INSTITUTION:
            return Referent(countries=before.countries)
        role = attrs.evolve(argument.mention, countries=before.countries)
        return self.memory.role(role) or None

    def _adverbial(self, token: int) -> bool:
        """Whether a word in the nominative is no subject: a date, an amount, an adverb, a pronoun."""
        return self.document.readings[token][0].pos in _NO_SUBJECTS or token in self.document.timed

    def _merge(self, group: Sequence[Argument]) -> Referent:
        meant = self.document.meant
        if len(group) <= 1:
            return meant.get(id(group[0].mention), NOBODY) if group else NOBODY
        return united([meant.get(id(argument.mention), NOBODY) for argument in group])

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
        return referent if pronoun.lemma in self.words["who"] and pronoun.case in ("", "Nom") else None

    def _antecedent_mention(self, clause: Clause) -> Mention | None:
        """The mention that a relative pronoun takes up; "aki" passes over what is no person."""
        parent = clause.parent
        personal = self.document.readings[clause.opener][0].lemma in self.words["person"]
        if parent is None or not personal:
            return self.document.mention_at_head(clause.antecedent)
        heads = [phrase.head for phrase in parent.phrases if phrase.head < clause.first]
        mentions = (self.document.mention_at_head(head) for head in reversed(heads))
        return next((mention for mention in mentions if mention and mention.kind in _SOMEBODY), None)

    def _traveller(self, clause: Clause) -> Referent:
        """Whose journey a clause is about, where it has no subject: "X ankarai útján azt mondta"."""
        for phrase in clause.phrases:
            if (
                not phrase.possessor
                or tail(phrase.lemma, self.words["journeys"]) not in self.words["journeys"]
            ):
                continue
            if phrase.case not in (*STATION, "Nom"):
                continue
            inside = self.document.mentions_in(phrase.first, phrase.head, *_SOMEBODY)
            owners = [mention for mention in inside if mention.inside < 0 and mention.case == "Nom"]
            if len(owners) == 1:
                return self.document.meant.get(id(owners[0]), NOBODY)
        return NOBODY

    def _left_out(self, clause: Clause, *, plural: bool) -> Referent:
        """The subject that the verb's person alone tells: the governing clause's, else the topic."""
        if not plural and (traveller := self._traveller(clause)):
            return traveller
        parent = clause.parent if clause.link is not _PARENTHETICAL else None
        inherited = self.document.subjects.get(id(parent), NOBODY) if parent is not None else NOBODY
        if not inherited and parent is not None:
            inherited = self._traveller(parent)
        if clause.link is _COORDINATE and parent is not None and not inherited and parent.predicate:
            return NOBODY
        taken_up = self.document.objects.get(id(parent), NOBODY)
        relative = self.document.antecedents.get(id(clause), NOBODY)
        for candidate in self._candidates(parent, taken_up, inherited):
            if relative and candidate == relative:  # "a dán miniszter, akivel tegnap tárgyalt"
                return NOBODY if plural else self._topic_before(relative)
            agrees = self._plural(candidate) == plural or (
                candidate is inherited and self._like(clause, parent)
            )
            if agrees and not self._own_partner(clause, candidate):
                return candidate
        if plural and clause.link is not _RELATIVE:
            return Referent(countries=self.memory.states) if len(self.memory.states) == PAIR else NOBODY
        return NOBODY

    def _topic_before(self, present: Referent) -> Referent:
        """The person of whom the text spoke before it came to somebody of another state."""
        earlier = (person for person in reversed(self.memory.spoken_of) if person not in present.persons)
        found = self.memory.of_persons(tuple(islice(earlier, 1)))
        return found if set(found.countries).isdisjoint(present.countries) else NOBODY

    def _candidates(
        self, parent: Clause | None, taken_up: Referent, inherited: Referent
    ) -> Iterator[Referent]:
        """Whom the text has just spoken of, the likeliest first."""
        if taken_up:
            yield taken_up
        if inherited:
            yield inherited
        spoken_of = self._object(parent)
        if spoken_of:
            yield spoken_of
        if self.memory.topic:
            yield self.memory.topic

    def _like(self, clause: Clause, parent: Clause | None) -> bool:
        """Whether two verbs agree: "a két elnök" takes the singular, and so does what follows."""
        if parent is None or parent.predicate is None or clause.predicate is None:
            return False
        return parent.predicate.person == clause.predicate.person

    def _object(self, clause: Clause | None) -> Referent:
        """The person that the clause before speaks of in the accusative."""
        if clause is None:
            return NOBODY
        return self._merge(
            [a for a in self.document.arguments(clause).heads("Acc") if a.mention.kind in _SOMEBODY]
        )

    def _own_partner(self, clause: Clause, candidate: Referent) -> bool:
        """Whether the clause makes somebody of the candidate's own state the partner of its subject."""
        for argument in self.document.arguments(clause).heads("Ins"):
            mention = argument.mention
            if mention.kind in _SOMEBODY and not set(candidate.countries).isdisjoint(mention.countries):
                return True
        return False

    def _plural(self, referent: Referent) -> bool:
        if referent.persons:
            return len(referent.persons) > 1
        return len(referent.countries) + len(referent.organizations) > 1

    # -- states -----------------------------------------------------------------------------------

    def _remember_states(self, sentence: Sentence) -> None:
        """The two states that a clause speaks of together are the pair that "a felek" means next."""
        for clause in sentence.clauses:
            pair = self._named(clause) if not _within_quotation(clause) else ()
            if len(pair) == PAIR and self.memory.is_pair(pair):
                self.memory.states = pair
                return
        if len(self.memory.states) != PAIR and self.memory.deal():
            self.memory.states = self.document.dyad

    def _named(self, clause: Clause) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for argument in self.document.arguments(clause).items:
            mention = argument.mention
            if mention.inside < 0 and mention.kind in _NAMED:
                referent = self.document.meant.get(id(mention))
                codes.update(dict.fromkeys(referent.countries if referent else ()))
        return tuple(codes)
