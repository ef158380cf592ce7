"""Who speaks: subject of a reporting clause, holder of "X szerint", or the one the text is speaking of."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.phrases import Phrase
from bilateral.model.kinds import Office
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.frames import tail
from bilateral.reading.holding import OWN, holder
from bilateral.reading.occasion import STATION, places
from bilateral.reading.quoting import Content
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.speech import speech_words

PERSONAL = (MentionKind.PERSON, MentionKind.ROLE)
"""The kinds of mention that mean a person."""
_COLLECTIVE = (
    MentionKind.INSTITUTION,
    MentionKind.ORGANIZATION,
    MentionKind.COUNTRY,
    MentionKind.PLACE,
)
_LOOSE = (*PERSONAL, MentionKind.INSTITUTION, MentionKind.ORGANIZATION)
_POSSESSING = ("Nom", "Dat", "")
_ARGUMENTS = ("Nom", "Acc", "Dat")
_NOMINAL = ("NOUN", "PROPN")
_REMEMBERED = 4


@attrs.define(eq=False)
class Speaker:
    """Somebody (or an institution) that speaks.

    Attributes:
        person: index into :attr:`Document.people`, -1 for an institution.
        country: code of the state spoken for.
        first: first token of the words that name the speaker, -1 where they are left out.
        last: one past the last of them.
        document: whether a document speaks for its institution ("a minisztérium közleménye").
    """

    person: int = -1
    country: str | None = None
    first: int = -1
    last: int = -1
    document: bool = False

    def like(self, other: Speaker) -> bool:
        """Whether both are the same person, or institutions of the same state."""
        return (self.person, self.country) == (other.person, other.country)


NOBODY = Speaker()
"""A subject that is no speaker: a medium, a group, somebody unknown."""


class Speakers:
    """Finds the speakers of one document, and remembers whom the text is speaking of.

    Attributes:
        document: the article.
        topics: those who spoke or were the subject of a main clause, the last one last.
        heard: the persons who have spoken.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topics: list[Speaker] = []
        self.heard: set[int] = set()

    def heed(self, speaker: Speaker) -> None:
        """Remember somebody who has spoken."""
        self.heard.add(speaker.person)
        self.remember(speaker)

    def remember(self, speaker: Speaker) -> None:
        """Make a speaker (or the subject of a main clause) the one whom the text is speaking of."""
        self.topics = [topic for topic in self.topics if not topic.like(speaker)][-_REMEMBERED:]
        self.topics.append(speaker)

    def pass_by(self, sentence: Sentence) -> None:
        """Remember the persons that are subjects of the main clauses of a sentence in which nobody speaks."""
        for clause in sentence.clauses:
            if clause.governor.link is Link.MAIN and not clause.quoted:
                found = self._named(clause, None)
                if found is not None and found.person >= 0:
                    self.remember(found)

    def of_clause(
        self, clause: Clause, content: Content, before: Speaker | None, noun: Phrase | None = None
    ) -> Speaker | None:
        """The speaker of a reporting clause; ``None`` if nobody is known to speak.

        Args:
            clause: the reporting clause.
            content: the words said.
            before: the speaker of the reporting clause before it in the sentence.
            noun: the noun that completes the verb of saying.
        """
        named = self._cited(clause, content) or self._named(clause, content, noun)
        if named is None and clause.link is Link.RELATIVE:
            named = self.antecedent(clause)
        if named is None and clause.link is Link.COORDINATE and clause.parent is not None:
            named = self._named(clause.parent, content)
        if named is None:
            named = self._authorities(clause)
        if named is None:
            named = self.left_out(content, before)
            plural = clause.predicate is not None and clause.predicate.person == "3P"
            if plural and named is not None and named.person >= 0:
                return None
        return None if named is None or named is NOBODY else named

    def _cited(self, clause: Clause, content: Content) -> Speaker | None:
        """Who is quoted: "idézte X-et a hivatal", "idézte X szavait a lap", "idézte szavait"."""
        predicate = clause.predicate
        if predicate is None or predicate.lemma not in speech_words().words("citing"):
            return None
        for phrase in clause.by_case("Acc"):
            if content.covers(phrase.head):
                continue
            mention = self.document.mention_at_head(phrase.head)
            if mention is not None:
                return self.of_mention(mention)
            words = speech_words().words("accounts")
            if tail(phrase.lemma, words) in words:
                return self._owner_of(clause, phrase) or self.left_out(content, None)
        return None

    def _owner_of(self, clause: Clause, phrase: Phrase) -> Speaker | None:
        """Whose words a phrase means, whether unmarked before them or in the dative."""
        found = self.owner(phrase.first, phrase.head)
        heads = self.document.arguments(clause).heads("Dat") if found is None else ()
        owners = (argument.mention for argument in heads if argument.mention.kind in PERSONAL)
        return found or next((self.of_mention(mention) for mention in owners), None)

    def _authorities(self, clause: Clause) -> Speaker | None:
        """Those who speak where a town stands and nobody is named: "Moszkvában cáfolták, hogy …"."""
        predicate = clause.predicate
        if predicate is None or predicate.person != "3P":
            return None
        where = next(iter(places(self.document, clause, STATION)), None)
        if where is None or where.country is None or not where.named:
            return None
        return Speaker(-1, where.country)

    def left_out(self, content: Content, before: Speaker | None) -> Speaker | None:
        """The speaker whom the text is speaking of, unless the words said name him as somebody else."""
        named = {
            mention.person
            for first, last in content.parts
            for mention in self.document.mentions_in(first, last, MentionKind.PERSON)
        }
        candidates = [*self.topics, before] if before is not None else self.topics
        for found in reversed(candidates):
            if found.person < 0 or found.person not in named:
                return Speaker(found.person, found.country, document=found.document)
        return None

    def of_mention(self, mention: Mention) -> Speaker:
        """The speaker that a mention names; :data:`NOBODY` for media, groups and unknown persons."""
        referent = self.document.who(mention) or Referent()
        person = mention.person
        if mention.kind is MentionKind.ROLE:
            known = [topic.person for topic in reversed(self.topics) if topic.person >= 0]
            found = holder(self.document, mention, known, self.heard)
            person = found if not (mention.countries and referent.persons) else -1
        if person < 0:
            person = next(iter(referent.persons), -1)
        if mention.kind in PERSONAL and person >= 0:
            return Speaker(person, self.document.people[person].country, mention.first, mention.last)
        country = next(iter(mention.countries or referent.countries), None)
        if mention.kind is MentionKind.ROLE and mention.office is Office.SPOKESPERSON and not country:
            country = self._institution()
        if mention.kind in _COLLECTIVE or (mention.kind is MentionKind.ROLE and country):
            return Speaker(-1, country, mention.first, mention.last)
        return NOBODY

    def antecedent(self, clause: Clause) -> Speaker | None:
        """The speaker that a relative pronoun stands for."""
        if self.document.readings[clause.opener][0].lemma not in speech_words().words("relatives"):
            return NOBODY
        mention = self.document.mention_ending_at(clause.antecedent) if clause.antecedent >= 0 else None
        if mention is not None:
            return self.of_mention(mention)
        referent = self.document.antecedents.get(id(clause))
        if referent is None or len(referent.persons) != 1:
            return NOBODY
        return Speaker(referent.persons[0], self.document.people[referent.persons[0]].country)

    def _named(self, clause: Clause, content: Content | None, noun: Phrase | None = None) -> Speaker | None:
        """The nominative of the clause as a speaker; ``None`` if the subject is left out."""
        phrases = [phrase for phrase in clause.by_case("Nom") if self._is_own(phrase, clause, content)]
        for phrase in phrases:
            if self.is_document(phrase):
                return self._of_document(phrase)
        named = self._by_name(clause, phrases) if phrases else []
        for speaker in named:
            if speaker is not NOBODY:
                return speaker
        institution = next((found for phrase in phrases if (found := self.of_institution(phrase))), None)
        inside = (
            institution or (self._in_noun(noun) if noun is not None else None) or self._loose(clause, content)
        )
        nobody = bool(named) or any(self._is_subject(phrase) for phrase in phrases)
        return NOBODY if inside is None and nobody else inside

    def _by_name(self, clause: Clause, phrases: Sequence[Phrase]) -> list[Speaker]:
        """The speakers whom the heads of the given phrases name, persons by name before all others."""
        heads = {
            argument.phrase.head: argument.mention
            for argument in self.document.arguments(clause).heads("Nom")
            if argument.mention.kind is not MentionKind.NATIONALITY
        }
        mentions = [heads[phrase.head] for phrase in phrases if phrase.head in heads]
        mentions.sort(key=_is_unnamed)
        return [self.of_mention(mention) for mention in mentions]

    def _loose(self, clause: Clause, content: Content | None) -> Speaker | None:
        """A speaker in the nominative who heads no phrase and possesses nothing: "X a sajtó előtt mondta"."""
        if content is None:
            return None
        for first, last in content.own:
            for mention in self.document.mentions_in(first, min(last, clause.last), *_LOOSE):
                said = content.covers(mention.last) and mention.first > content.first
                free = mention.inside < 0 and mention.case == "Nom" and not said
                if free and not self._possesses(mention.last, last) and self._may_speak(mention, last):
                    return self.of_mention(mention)
        return None

    def _may_speak(self, mention: Mention, last: int) -> bool:
        """Whether it is a person, or an authority or organisation whose own words are named after it.

        As in "A Gazprom közleményében azt írta", not in "a Gazprom vezetékéről mondta".
        """
        if mention.kind in PERSONAL:
            return True
        at = mention.last
        while at < last and self.document.readings[at][0].pos in ("ADJ", "NUM"):
            at += 1
        if at >= last:
            return False
        noun = self.document.readings[at][0]
        return speech_words().venue(noun.lemma, noun.case) is not None

    def _possesses(self, index: int, last: int) -> bool:
        """Whether a subject or object begins at ``index`` that belongs to what stands before it.

        The owner of an adverbial ("X beszédében azt mondta") is the one who speaks.
        """
        while index < last and self.document.readings[index][0].pos in ("ADJ", "NUM"):
            index += 1
        if index >= last or index in self.document.timed:
            return False
        reading = self.document.readings[index][0]
        return reading.pos == "NOUN" and reading.possessor.startswith("3") and reading.case in _ARGUMENTS

    def of_institution(self, phrase: Phrase) -> Speaker | None:
        """A common noun for an authority, a company, or somebody unnamed who speaks for one: "a társaság"."""
        institutions, officials = speech_words().words("institutions"), speech_words().words("officials")
        lemma = phrase.lemma.lower()
        countries = self.document.countries_in(phrase.first, phrase.last)
        if tail(lemma, institutions) in institutions:
            code = countries[0] if countries else self._institution()
            return Speaker(-1, code, phrase.first, phrase.last)
        if tail(lemma, officials) not in officials:
            return None
        owner = None if countries else self.owner(phrase.first, phrase.head)
        code = countries[0] if countries else owner.country if owner is not None else None
        return Speaker(-1, code, phrase.first, phrase.last) if code is not None else None

    def _in_noun(self, noun: Phrase) -> Speaker | None:
        """The subject right before the noun that completes the verb: "X reményét fejezte ki"."""
        if noun.lemma in speech_words().words("of_hearers"):
            return None
        for mention in self.document.mentions_in(noun.first, noun.head, MentionKind.PERSON, MentionKind.ROLE):
            if mention.inside < 0 and mention.case == "Nom" and self._reaches(mention.last, noun.head):
                return self.of_mention(mention)
        return None

    def _is_own(self, phrase: Phrase, clause: Clause, content: Content | None) -> bool:
        """Whether a phrase belongs to the reporting words and is no adverbial."""
        head = phrase.head
        if head in self.document.timed or (clause.predicate and head in clause.predicate.tokens):
            return False
        if content is None:
            return True
        return not content.covers(head) and any(first <= head < last for first, last in content.own)

    def _is_subject(self, phrase: Phrase) -> bool:
        """Whether a nominative that names nobody known can be a subject all the same."""
        reading = self.document.readings[phrase.head][0]
        if self.document.tokens[phrase.head].fold in speech_words().words("nobodies"):
            return True
        return reading.pos in _NOMINAL and (phrase.definite or reading.pos == "PROPN")

    def is_document(self, phrase: Phrase) -> bool:
        """Whether a phrase names a document that can speak: "közlemény"."""
        documents = speech_words().words("documents")
        return tail(phrase.lemma, documents) in documents

    def _of_document(self, phrase: Phrase) -> Speaker:
        """Whose document it is: the institution named in its phrase or right before it."""
        owner = self.owner(phrase.first, phrase.head)
        if owner is None:
            institutions = (topic for topic in reversed(self.topics) if topic.person < 0)
            owner = next(institutions, Speaker(-1, None, phrase.first, phrase.last))
        communiques = speech_words().words("communiques")
        return attrs.evolve(owner, document=tail(phrase.lemma, communiques) in communiques)

    def owner(self, first: int, head: int) -> Speaker | None:
        """The person or institution whose noun stands at ``head``, in its phrase or right before it."""
        mentions = [
            mention
            for mention in self.document.mentions_in(max(0, first - _REMEMBERED), head)
            if mention.last <= head
            and mention.inside < 0
            and mention.kind is not MentionKind.NATIONALITY
            and mention.case in _POSSESSING
        ]
        near = [mention for mention in mentions if self._reaches(mention.last, head)]
        return self.of_mention(near[-1]) if near else None

    def of_account(self, first: int, head: int) -> Speaker | None:
        """The owner of an account ("a tárca közlése szerint"); ``None`` where the owner is left out."""
        owner = self.owner(first, head)
        reading = self.document.readings[head][0]
        if owner is None and not reading.possessor and self.topics and self.topics[-1].person < 0:
            owner = attrs.evolve(self.topics[-1], first=head, last=head + 1)
        elif owner is None and not reading.possessor:
            documents = speech_words().words("documents")
            known = tail(reading.lemma, documents) in documents and reading.number != "Plur"
            owner = Speaker(-1, self._institution(), head, head + 1) if known else NOBODY
        communiques = speech_words().words("communiques")
        if owner is None or owner is NOBODY:
            return owner
        return attrs.evolve(owner, document=tail(reading.lemma, communiques) in communiques)

    def _institution(self) -> str | None:
        """The state of the institution that spoke last, that all serve, of the paper or its dateline."""
        spoken = next((topic.country for topic in reversed(self.topics) if topic.person < 0), None)
        served = {person.country for person in self.document.people}
        at_home = not self.document.dyad or OWN in self.document.dyad
        if spoken or len(served) == 1:
            return spoken or next(iter(served))
        return OWN if at_home else self._written_from()

    def _written_from(self) -> str | None:
        """The state whose capital the article is written from, if it is one of the two that it is about."""
        town, capitals = self.document.layout.place, self.document.capitals
        return next((code for code in self.document.dyad if town and capitals.get(code) == town), None)

    def _reaches(self, first: int, head: int) -> bool:
        """Whether only adjectives stand between a possessor and its noun."""
        return all(self.document.readings[index][0].pos in ("ADJ", "DET") for index in range(first, head))


def _is_unnamed(mention: Mention) -> bool:
    return mention.kind is not MentionKind.PERSON
