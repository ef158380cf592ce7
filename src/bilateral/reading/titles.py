"""Descriptions of persons: the phrase around an office, read from its head to the left.

Hungarian phrases are head-final: "az orosz elnök külpolitikai tanácsadója" ends in its head, and all that
tells whose and what kind of office it is stands before. A phrase inside it ("az orosz elnök") is read first
and becomes the owner of the outer one.
"""

from __future__ import annotations

import attrs

from bilateral.hungarian.entries import Entry, EntryKind, Match
from bilateral.model.kinds import Office
from bilateral.reading.heads import Head, find_heads, leads_on
from bilateral.reading.mention_words import mention_words
from bilateral.reading.owners import Owner, OwnerReader
from bilateral.reading.sheet import Sheet

_PARTICIPLES = frozenset(("PartPast", "PartPres"))
_STOPPING = frozenset((EntryKind.GIVEN_NAME, EntryKind.PERSON, EntryKind.HONORIFIC, EntryKind.MEDIA))
_LONGEST = 16
_UNION = "EU"
_PORTFOLIOS = frozenset((Office.MINISTER, Office.FOREIGN_MINISTER, Office.DEPUTY_MINISTER))
"""Offices whose portfolio can be European affairs: "európai uniós miniszter" serves his own state."""


@attrs.define(eq=False)
class Title:
    """A description of a person (or, in the plural, of persons).

    Attributes:
        first: first token, the article included.
        last: one past the head.
        head: the noun.
        office: what it makes of the person; ``None`` for mere descriptions ("a politikus").
        countries: whom the person serves.
        former: whether the office is past.
        count: the numeral before it, 0 for none.
        organization: whether it is the head of an international organisation.
        owner: whom or what it belongs to.
        definite: whether an article opens it.
    """

    first: int
    last: int
    head: Head
    office: Office | None = None
    countries: tuple[str, ...] = ()
    former: bool = False
    count: int = 0
    organization: bool = False
    owner: Owner | None = None
    definite: bool = False

    @property
    def case(self) -> str:
        """UD case of the head."""
        return self.head.case

    @property
    def plural(self) -> bool:
        """Whether several persons are described."""
        return self.head.number == "Plur" or self.count > 1

    @property
    def bound(self) -> bool:
        """Whether its owner is left to the context: "hivatali partnerével", "elődje"."""
        return self.head.possessive and self.owner is None


def find_titles(sheet: Sheet) -> list[Title]:
    """Every description in the text, in the order of their heads; inner ones before those that hold them."""
    titles: list[Title] = []
    by_last: dict[int, Title] = {}
    for head in find_heads(sheet):
        title = _Phrase(sheet, head, by_last).read()
        titles.append(title)
        by_last[title.last] = title
    return titles


class _Phrase:
    """The reading of one description."""

    def __init__(self, sheet: Sheet, head: Head, by_last: dict[int, Title]) -> None:
        self._sheet = sheet
        self._head = head
        self._by_last = by_last
        self._first = head.first
        self._start = sheet.sentence(head.first)[0]
        self._owner: Owner | None = None
        self._told: list[str] = []
        self._local: list[str] = []
        self._words: list[str] = []
        self._former = False
        self._count = 0
        self._definite = False
        self._cut = -1

    def read(self) -> Title:
        """The description that ends in the head."""
        limit = max(self._start, self._head.first - _LONGEST)
        while self._first > limit and self._step(self._first - 1):
            pass
        self._article()
        self._cut_off()
        title = Title(self._first, self._head.last, self._head, owner=self._owner, former=self._former)
        title.count, title.definite = self._count, self._definite
        self._judge(title)
        return title

    def _cut_off(self) -> None:
        """Leaves out what stands before a word that is rather the clause's verb than a participle."""
        owner = self._owner
        if self._cut < 0 or self._definite or (owner and owner.title is None and owner.first < self._cut):
            return
        self._first = self._cut
        if owner and owner.first < self._cut:
            self._owner = None

    # -- one step to the left ---------------------------------------------------------------------

    def _step(self, index: int) -> bool:
        match = self._sheet.at[index]
        if match is not None and match.kind is not EntryKind.PARTICLE:
            attribute = match.kind is EntryKind.OFFICE and leads_on(self._sheet, match)
            if not attribute:
                return self._known(match)
        if self._word(index):
            self._first = index
            return True
        return self._take_owner(index)

    def _known(self, match: Match) -> bool:
        kind = match.kind
        if kind in _STOPPING:
            return self._take_owner(match.last - 1)
        if kind is EntryKind.NATIONALITY:
            codes = [
                code for entry in match.entries[: 9 if match.pair else 1] for code in entry.countries[:1]
            ]
            if codes != [_UNION] or self._head.office not in _PORTFOLIOS:
                self._told.extend(codes)
        elif kind is EntryKind.MODIFIER:
            self._former |= match.entry.value == "former"
            self._words.append(match.entry.name)
        elif match.case == "Acc" and self._is_object_of_participle(match.last - 1):
            pass
        elif match.adjectival:
            self._local.extend(match.entry.countries[:1])
        elif kind is EntryKind.ORGANIZATION and not self._needs_owner() and match.last == self._head.first:
            if match.case != "Nom" or self._owner:
                return False
            self._owner = Owner(match.first, match.last, match=match)
        else:
            return self._take_owner(match.last - 1)
        self._first = match.first
        return True

    def _word(self, index: int) -> bool:
        """Whether the token is an adjective, a numeral or another modifier of what stands to its right."""
        sheet = self._sheet
        token = sheet.tokens[index]
        if not token.is_word:
            return self._joins(index) if token.text == "," else False
        if token.norm != token.fold and not self._is_lower(index):
            return self._is_object_of_participle(index)
        if token.fold in mention_words().small.joints:
            return self._joins(index)
        return self._modifies(index) or self._belongs_to_participle(index)

    def _modifies(self, index: int) -> bool:
        """An adjective, a participle, a numeral, or "helyettes"."""
        fold, reading, words = self._sheet.fold(index), self._sheet.reading(index), mention_words()
        if fold in words.groups.numerals:
            self._count = words.groups.numerals[fold]
        elif reading.pos == "ADJ" and reading.case in ("Nom", "") and not reading.possessor:
            if self._cut < 0 and self._may_be_finite(index):
                self._cut = index + 1
        elif fold not in words.leaders.deputy_words and not fold.endswith("-"):
            return False
        self._words.append(fold)
        return True

    def _may_be_finite(self, index: int) -> bool:
        """Whether a participle may be the clause's verb as well: egyeztetett hivatali partnerével."""
        readings = self._sheet.readings[index]
        return readings[0].form == "PartPast" and any(reading.form == "Fin" for reading in readings)

    def _is_lower(self, index: int) -> bool:
        return index in self._sheet.heads and self._sheet.reading(index).pos != "PROPN"

    def _joins(self, index: int) -> bool:
        """A comma or a conjunction between two adjectives in -i: beruházási, ipari és kereskedelmi."""
        before = self._sheet.reading(index - 1) if index > self._start else None
        left = self._sheet.fold(index - 1)
        right = self._sheet.fold(index + 1)
        if before is None or self._sheet.at[index - 1] is not None:
            return False
        endings = mention_words().small.attributive
        half = left.endswith("-")
        if not (half or (before.pos == "ADJ" and left.endswith(endings) and not before.possessor)):
            return False
        return right.endswith(endings) or index + 1 == self._head.first

    def _belongs_to_participle(self, index: int) -> bool:
        """An adverb or an inflected noun before a participle of this phrase: frissen beiktatott."""
        right = index + 1
        while right < self._head.first and self._sheet.reading(right).pos == "ADV":
            right += 1
        if right >= self._head.first or self._sheet.reading(right).form not in _PARTICIPLES:
            return False
        reading = self._sheet.reading(index)
        return reading.pos == "ADV" or (reading.pos == "NOUN" and reading.case not in ("Nom", ""))

    def _is_object_of_participle(self, index: int) -> bool:
        """A name in the accusative before a participle: a Miniszterelnöki Sajtóirodát vezető államtitkár."""
        sheet, end = self._sheet, index
        while end < self._head.first and sheet.tokens[end].is_cap:
            end += 1
        is_object = sheet.reading(end - 1).case == "Acc"
        return is_object and end < self._head.first and sheet.reading(end).form == "PartPres"

    def _needs_owner(self) -> bool:
        return self._head.possessive and self._owner is None

    def _take_owner(self, index: int) -> bool:
        if not self._needs_owner():
            return False
        start = max(self._start, index - _LONGEST)
        owner = OwnerReader(self._sheet, start, self._by_last).ending_at(index)
        if owner is None or (owner.title and self._told and self._head.relation):
            return False
        self._owner = owner
        self._first = owner.first
        return not owner.closed

    def _article(self) -> None:
        """The article before the phrase; "az akkori és a most megválasztott elnök" has two."""
        if (
            self._owner
            and self._owner.closed
            and self._sheet.fold(self._first) in mention_words().small.articles
        ):
            self._definite = True
            return
        sheet, index = self._sheet, self._first - 1
        if index < self._start or sheet.fold(index) not in mention_words().small.articles:
            return
        self._definite = True
        self._first = index
        if index - 3 < self._start or sheet.fold(index - 1) not in mention_words().small.joints:
            return
        if sheet.fold(index - 3) in mention_words().small.articles and sheet.kind(index - 2) in (
            None,
            EntryKind.MODIFIER,
        ):
            match = sheet.at[index - 2]
            if match or sheet.reading(index - 2).pos == "ADJ":
                self._former |= bool(match and match.entry.value == "former")
                self._first = index - 3

    # -- what it says -----------------------------------------------------------------------------

    def _judge(self, title: Title) -> None:
        owner, head = title.owner, title.head
        for entry in head.modifiers:
            self._told.extend(entry.countries[:1])
        title.organization = _leads_organization(head, owner)
        title.countries = tuple(dict.fromkeys((*(owner.countries if owner else ()), *self._told)))
        if not title.countries and not title.organization:
            title.countries = tuple(dict.fromkeys(self._local))
        seat = mention_words().seats.get(head.lemma)
        if not title.countries and seat:
            title.countries = (seat,)
        title.office = self._office(head, owner)
        if title.office is Office.MINISTER and self._has_foreign_affairs():
            title.office = Office.FOREIGN_MINISTER
        of_union = title.countries[:1] == (_UNION,) and title.office is Office.HEAD_OF_STATE
        if of_union or (title.organization and head.lemma in mention_words().leaders.chiefs):
            title.office = Office.ORGANISATION_HEAD

    def _has_foreign_affairs(self) -> bool:
        """Whether foreign affairs are a part of the portfolio: külügy- és európai uniós miniszter."""
        affairs = mention_words().small.foreign_affairs
        return any(self._sheet.fold(index) in affairs for index in range(self._first, self._head.first))

    def _office(self, head: Head, owner: Owner | None) -> Office | None:
        leaders = mention_words().leaders
        deputy = head.deputy or not leaders.deputy_words.isdisjoint(self._words)
        if head.lemma not in leaders.chiefs and head.lemma not in leaders.deputies:
            return Office.OTHER if deputy and head.office is None else head.office
        if owner is None or owner.title is not None:
            return self._unowned(head, deputy=deputy)
        deputy = deputy or head.lemma in leaders.deputies
        return _led(owner, head, deputy=deputy)

    def _unowned(self, head: Head, *, deputy: bool) -> Office | None:
        """A chief of nothing that is named: the lexicon or the nationality may tell."""
        if head.relation and not self._told:
            return None
        if self._is_of_body(head):
            return Office.OTHER
        if deputy or (head.possessive and not self._told):
            return Office.OTHER
        if head.lemma in mention_words().leaders.of_states and self._told:
            return Office.HEAD_OF_STATE
        return head.office

    def _is_of_body(self, head: Head) -> bool:
        """Whether the head is joined to the short name of a body that is no state: RMDSZ-elnök."""
        if head.modifiers:
            return all(entry.kind is EntryKind.ORGANIZATION for entry in head.modifiers)
        body, hyphen, _ = self._sheet.tokens[head.last - 1].norm.rpartition("-")
        return bool(hyphen) and len(body) > 1 and body.isupper()


def _leads_organization(head: Head, owner: Owner | None) -> bool:
    if any(entry.kind is EntryKind.ORGANIZATION and _is_international(entry) for entry in head.modifiers):
        return True
    match = owner.match if owner else None
    return bool(match and match.kind is EntryKind.ORGANIZATION and _is_international(match.entry))


def _is_international(entry: Entry) -> bool:
    return "international" in entry.tags or (bool(entry.countries) and entry.countries[0] == "EU")


def _led(owner: Owner, head: Head, *, deputy: bool) -> Office:
    """The office of a chief by what is led."""
    match = owner.match
    if match and match.kind in (EntryKind.COUNTRY, EntryKind.DEMONYM):
        return Office.OTHER if deputy else head.office or Office.HEAD_OF_STATE
    if match and match.kind is EntryKind.ORGANIZATION and "company" in match.entry.tags:
        return Office.EXECUTIVE
    domain = mention_words().domain(owner.phrase)
    if domain is None:
        return Office.OTHER
    return domain.deputy if deputy else domain.office
