"""Who travels: office-holders as subjects, objects and possessors of a visit."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.arguments import coordinated
from bilateral.reading.document import Document
from bilateral.reading.drafting import offices, official, persons, represents
from bilateral.reading.frames import frame_lexicon


@attrs.frozen
class Guest:
    """Somebody who travels: a person (by number), or with -1 a state whose office-holder is not named."""

    person: int
    country: str | None


class Guests:
    """Finds the office-holders in the roles of a clause."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def subject(self, clause: Clause) -> list[Guest]:
        """The subject, said or left out."""
        referent = self.document.subject(clause)
        if referent is None:
            return []
        if referent.persons:
            return self.serving(referent.persons)
        speaks = self.document.arguments(clause).heads("Nom")
        role = any(official(argument.mention) for argument in speaks)
        return [Guest(-1, code) for code in referent.countries] if role else []

    def partners(self, clause: Clause) -> list[Guest]:
        """With whom the subject acts, also by a participle: "Y-nal közösen tartott sajtótájékoztatóján"."""
        found = persons(self.document, self.document.arguments(clause).heads("Ins"))
        for phrase in clause.by_case("Ine", "Sup") if not found else ():
            for inner in phrase.inner:
                mention = self.document.mention_at_head(inner.head) if inner.case == "Ins" else None
                referent = self.document.who(mention) if mention is not None else None
                found += referent.persons if referent is not None else ()
        return self.serving(found)

    def serving(self, indices: Sequence[int]) -> list[Guest]:
        """Those of the persons that go in the name of a state or an organisation."""
        people = self.document.people
        return [Guest(index, people[index].country) for index in indices if represents(people[index])]

    def objects(self, clause: Clause) -> list[Guest]:
        """The object, said, taken up by a relative pronoun, or left out."""
        found = self.serving(persons(self.document, self.document.arguments(clause).heads("Acc")))
        relative = clause.governor
        referent = self.document.antecedents.get(id(relative))
        if not found and referent is not None and self._pronoun_case(relative) == "Acc":
            found = self.serving(referent.persons)
        taken_up = self.document.objects.get(id(clause))
        if not found and taken_up is not None:
            found = self.serving(taken_up.persons)
        unnamed = offices(self.document, self.document.arguments(clause).heads("Acc"))
        return found or [Guest(-1, code) for code in unnamed]

    def _pronoun_case(self, clause: Clause) -> str:
        return self.document.readings[clause.opener][0].case if clause.opener >= 0 else ""

    def possessors(self, clause: Clause, phrase: Phrase) -> list[Guest]:
        """Whose visit a phrase names: "X látogatása", "X és Y látogatása"."""
        group = coordinated(clause, phrase)
        inside = [m for member in group for m in self.document.mentions_in(member.first, member.last)]
        referents = [self.document.who(mention) for mention in inside if mention.inside < 0]
        indices = [person for referent in referents if referent for person in referent.persons]
        return self.serving(list(dict.fromkeys(indices)))

    def before(self, clause: Clause, phrase: Phrase) -> list[Guest]:
        """Whose visit it is where attributes part owner and noun: "X keddre tervezett bécsi útja"."""
        owners = (other for other in clause.by_case("Nom") if other.last == phrase.first and not other.post)
        owner = next(owners, None)
        mention = self.document.mention_at_head(owner.head) if owner is not None else None
        referent = self.document.who(mention) if mention is not None else None
        return self.serving(referent.persons) if referent is not None else []

    def inviter(self, clause: Clause, guest: Guest | None) -> int:
        """The number of who invites ("X meghívására", "X vendégeként"), or -1."""
        words = frame_lexicon("occasions").words
        nouns = words["invitation"]
        for phrase in clause.phrases:
            as_guest = phrase.case == "Ess" and phrase.lemma in words["guest"]
            if as_guest or phrase.lemma in nouns or phrase.post.startswith(tuple(nouns)):
                hosts = self.possessors(clause, phrase) or self._taken_up(clause)
                for found in hosts:
                    if guest is None or found.person != guest.person:
                        return found.person
        return -1

    def _taken_up(self, clause: Clause) -> list[Guest]:
        """Whom the "akinek" of "akinek a meghívására érkezett" stands for."""
        referent = self.document.antecedents.get(id(clause))
        owned = referent is not None and self._pronoun_case(clause) in ("Dat", "Gen")
        return self.serving(referent.persons) if referent is not None and owned else []
