"""Who is bound by an agreement: states, organisations and companies, and who signs for them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.phrases import Phrase
from bilateral.model.facts import Party
from bilateral.model.kinds import Office
from bilateral.model.world import Organization, country
from bilateral.reading.document import Document, Referent, Sentence
from bilateral.reading.drafting import persons
from bilateral.reading.firms import firms, is_company
from bilateral.reading.frames import frame_lexicon, tail
from bilateral.reading.occasion import STATION, places
from bilateral.reading.referents import Mention, MentionKind

_BOUND = 2
_INSIDE = (MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.PERSON)
_STATES = (MentionKind.COUNTRY, MentionKind.INSTITUTION, MentionKind.ORGANIZATION)
_WATCHING = (MentionKind.PERSON, MentionKind.GROUP, MentionKind.ROLE)
_SPEAKING = (MentionKind.COUNTRY, MentionKind.NATIONALITY, MentionKind.GROUP, MentionKind.INSTITUTION)


@attrs.define(eq=False)
class Parties:
    """The parties found so far, in order.

    Attributes:
        countries: codes of states.
        organizations: short names of organisations and companies.
        signatories: numbers of the persons who act for them.
    """

    countries: dict[str, None] = attrs.Factory(dict)
    organizations: dict[str, None] = attrs.Factory(dict)
    signatories: dict[int, None] = attrs.Factory(dict)

    def add(self, referent: Referent | None) -> None:
        """Count somebody in."""
        if referent is None:
            return
        self.countries.update(dict.fromkeys(referent.countries))
        self.organizations.update(dict.fromkeys(referent.organizations))
        self.signatories.update(dict.fromkeys(referent.persons))

    def join(self, names: Iterable[str]) -> None:
        """Count companies in by name; a longer name replaces the part of it that is known."""
        for name in names:
            for known in [other for other in self.organizations if name.startswith(other + " ")]:
                del self.organizations[known]
            self.organizations.setdefault(name)

    @property
    def bound(self) -> bool:
        """Whether there are two sides."""
        return len(self.countries) + len(self.organizations) >= _BOUND

    def named(self) -> list[Party]:
        """The parties as the facts name them."""
        states: list[Party] = [country(code) for code in self.countries]
        return [*states, *(Organization(name=name) for name in self.organizations)]


def parties(
    document: Document, sentence: Sentence, clause: Clause, noun: Phrase | None, *, event: bool = False
) -> Parties:
    """The parties that a clause tells: its subject, partners, "között" phrases, the document's adjectives.

    Where the subject is left out or is a group ("a felek"), the pair of states that the text is about; so
    too where the act on the document is an ``event`` named by a noun, whose agents stand elsewhere.
    """
    found = _told(document, clause, noun)
    if event and not found.bound:
        _around(document, clause, found)
    if not found.bound and (event or open_subject(document, clause, noun)):
        _implied(document, sentence, clause, noun, found)
    return found


def _told(document: Document, clause: Clause, noun: Phrase | None) -> Parties:
    """The parties that a clause names: its subject, partners, "között" phrases, the document's adjectives."""
    found = Parties()
    found.add(document.subject(clause))
    found.add(document.antecedents.get(id(clause)) if clause.link is Link.RELATIVE else None)
    heads = list(document.arguments(clause).heads("Nom", "Ins"))
    for argument in heads:
        if argument.phrase.case == "Ins" and not _is_private(argument.mention):
            found.add(document.who(argument.mention))
    _between(document, clause, found)
    states = any(argument.mention.kind in _STATES for argument in heads)
    if (
        states
        or found.organizations
        or any(is_company(document, phrase) for phrase in clause.by_case("Nom", "Ins"))
    ):
        found.join(firms(document, clause, noun))
    if not found.bound:
        _delegates(document, clause, found)
    if not found.bound and noun is not None:
        _inside(document, noun, found)
    return found


def _implied(
    document: Document, sentence: Sentence, clause: Clause, noun: Phrase | None, found: Parties
) -> None:
    """The pair of states that an open subject means: those who look on, or the text's own."""
    watching = onlookers(document, clause).countries
    if len(watching) == _BOUND:
        found.countries.update(dict.fromkeys(watching))
    if not found.bound:
        _by_adjective(document, clause, found)
    if not found.bound and len(sentence.states) == _BOUND:
        found.countries.update(dict.fromkeys(sentence.states))
    if not found.bound and noun is not None and noun.definite and not found.countries:
        found.countries.update(dict.fromkeys(document.dyad))


def _is_private(mention: Mention) -> bool:
    """Whether a role without an office of state is meant: "a norvég kapus" binds no state."""
    return mention.kind is MentionKind.ROLE and mention.office in (None, Office.OTHER)


def _around(document: Document, clause: Clause, found: Parties) -> None:
    """The states of the persons that a clause names anywhere, and of the place where it happens."""
    for first, last in clause.parts:
        for mention in document.mentions_in(first, last, MentionKind.PERSON):
            found.add(document.who(mention))
    for where in places(document, clause, STATION)[:1]:
        if where.country is not None:
            found.countries.setdefault(where.country)


def named_inside(document: Document, noun: Phrase) -> Parties:
    """The parties that a document's own phrase tells; one alone is completed from the article's pair."""
    found = Parties()
    _inside(document, noun, found)
    if len(found.countries) == 1 and not found.organizations and set(found.countries) <= set(document.dyad):
        found.countries.update(dict.fromkeys(document.dyad))
    return found


def _between(document: Document, clause: Clause, found: Parties) -> None:
    for phrase in clause.with_post(*grammar().between):
        for mention in document.mentions_in(phrase.first, phrase.last):
            if not _of_company(document, mention):
                found.add(document.who(mention))


def _of_company(document: Document, mention: Mention) -> bool:
    """Whether a nationality only tells where a company is from: "az olasz Eni"."""
    after = document.mentions_in(mention.last, mention.last + 1, MentionKind.ORGANIZATION)
    return mention.kind is MentionKind.NATIONALITY and any(True for _ in after)


def _delegates(document: Document, clause: Clause, found: Parties) -> None:
    """States inside a subject that is nobody known: "a két ország képviselői", "magyar és kínai cégek"."""
    for phrase in clause.by_case("Nom"):
        for mention in document.mentions_in(phrase.first, phrase.last, *_SPEAKING):
            if mention.inside < 0 and not _of_company(document, mention) and not is_company(document, phrase):
                found.add(document.who(mention) or Referent(countries=mention.countries))


def _inside(document: Document, noun: Phrase, found: Parties) -> None:
    """States that the document's own phrase names: "az orosz–kínai szerződés", "az Olaszországgal kötött"."""
    for mention in document.mentions_in(noun.first, noun.last):
        if _speaks(mention):
            found.add(document.who(mention) or Referent(countries=mention.countries))


def _by_adjective(document: Document, clause: Clause, found: Parties) -> None:
    """The pair of states that an adjective of the clause names: "a cseh–lengyel határ védelméről"."""
    for mention in document.mentions_in(clause.first, clause.last, MentionKind.NATIONALITY):
        if len(mention.countries) == _BOUND:
            found.countries.update(dict.fromkeys(mention.countries))
            return


def _speaks(mention: Mention) -> bool:
    if mention.kind is MentionKind.NATIONALITY:
        return len(mention.countries) >= _BOUND
    return mention.kind in _INSIDE and not mention.adjectival


def open_subject(document: Document, clause: Clause, noun: Phrase | None) -> bool:
    """Whether the clause leaves its subject out, or says it by a group or somebody known.

    A subject that stands there and is nobody known ("a szakszervezet") means other parties than the
    states of the article.
    """
    if clause.predicate is not None and not clause.predicate.person.startswith("3"):
        return False
    if document.subject(clause) is not None:
        return True
    return all(_no_subject(document, phrase) for phrase in clause.by_case("Nom") if phrase is not noun)


def _no_subject(document: Document, phrase: Phrase) -> bool:
    """Whether a nominative is no subject (a date, an amount, a pronoun), or one that acts for the states."""
    if phrase.head in document.timed or phrase.head in document.counted:
        return True
    if document.readings[phrase.head][0].pos in ("PRON", "ADV"):
        return True
    if is_company(document, phrase):
        return False
    agents = frame_lexicon("agreements").words["agents"]
    nouns = [document.lemmas[at] for at in range(phrase.first, phrase.head + 1) if _is_noun(document, at)]
    mention = document.mention_at_head(phrase.head)
    if mention is not None and mention.kind is MentionKind.GROUP:
        return all(tail(lemma, agents) in agents for lemma in nouns[:-1])  # "a szakszervezetek vezetői"
    return any(tail(lemma, agents) in agents for lemma in nouns)


def _is_noun(document: Document, at: int) -> bool:
    return document.readings[at][0].pos in ("NOUN", "PROPN")


def companies(clause: Clause) -> bool:
    """Whether companies conclude it: "a cégek"."""
    nouns = frame_lexicon("agreements").words["companies"]
    return any(tail(phrase.lemma, nouns) in nouns for phrase in clause.by_case("Nom"))


def commercial(document: Document, noun: Phrase | None) -> bool:
    """Whether an attribute says that companies conclude a document: "vállalati szerződések"."""
    inside = range(noun.first, noun.head) if noun is not None else ()
    lemmas = [document.readings[at][0].lemma for at in inside]
    return not frame_lexicon("agreements").words["commercial"].isdisjoint(lemmas)


def onlookers(document: Document, clause: Clause) -> Referent:
    """Those in whose presence others sign: "X és Y jelenlétében"."""
    phrases = clause.phrases
    presence = frame_lexicon("agreements").words["presence"]
    at = next((index for index, phrase in enumerate(phrases) if phrase.lemma in presence), -1)
    found = Parties()
    if at < 0:
        return Referent()
    last = phrases[at].head
    while at > 0 and phrases[at - 1].case == "Nom" and phrases[at - 1].last >= phrases[at].first - 1:
        at -= 1
    for mention in document.mentions_in(phrases[at].first, last, *_WATCHING):
        found.add(document.who(mention))
    return Referent(persons=tuple(found.signatories), countries=tuple(found.countries))


def signatories(document: Document, clause: Clause, noun: Phrase | None = None) -> list[int]:
    """The persons who sign: subject and partners, or whom the document's own part of the clause names."""
    other = _in_part(document, clause, noun) if noun is not None and len(clause.parts) > 1 else None
    if other is not None:
        return list(other.persons)
    subject = document.subject(clause) or Referent()
    partners = persons(document, document.arguments(clause).heads("Ins"))
    taken_up = document.antecedents.get(id(clause)) if clause.link is Link.RELATIVE else None
    others = taken_up.persons if taken_up is not None else ()
    watching = onlookers(document, clause).persons
    return [one for one in dict.fromkeys([*subject.persons, *partners, *others]) if one not in watching]


def _in_part(document: Document, clause: Clause, noun: Phrase) -> Referent | None:
    """The subject of a part without a verb: "X nyilatkozatot írt alá, a miniszterek pedig tervet"."""
    predicate = clause.predicate
    first, last = next((part for part in clause.parts if part[0] <= noun.head < part[1]), (0, 0))
    if predicate is None or first <= predicate.token < last:
        return None
    before = (phrase for phrase in clause.by_case("Nom") if first <= phrase.head < noun.first)
    subject = next((phrase for phrase in before if not phrase.post and phrase.definite), None)
    mention = document.mention_at_head(subject.head) if subject is not None else None
    if subject is None:
        return None
    return (document.who(mention) if mention is not None else None) or Referent()


def mixed(found: Iterable[Party]) -> bool:
    """Whether a company or an organisation is among the parties."""
    return any(isinstance(party, Organization) for party in found)
