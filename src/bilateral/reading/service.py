"""What each person is and whom they serve: from the descriptions, else by inference, which is recorded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.hungarian.names import stems
from bilateral.model.kinds import Office
from bilateral.reading.holders import Term, office_on, terms_of
from bilateral.reading.mention_words import is_authority, mention_words
from bilateral.reading.persons import Name, key
from bilateral.reading.referents import PersonRecord, Relation, Source
from bilateral.reading.sheet import Sheet
from bilateral.reading.titles import Title

_VAGUE = frozenset((None, Office.MINISTER, Office.OTHER))
_SPECIFIED = (Office.MINISTER, Office.FOREIGN_MINISTER)
"""What the text says and what the list may say more exactly."""
_OF_STATE = frozenset(
    (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER, Office.MINISTER, Office.ROYAL)
)
"""The offices of those who meet the like of them of the other side."""
_CUES = frozenset((EntryKind.COUNTRY, EntryKind.NATIONALITY, EntryKind.DEMONYM, EntryKind.INSTITUTION))
_MEMORY = 20
"""Names and descriptions that are looked back at for the one that is meant."""
_HOME = "HU"
_POSTS = (EntryKind.CITY, EntryKind.COUNTRY)
_SOMEWHERE = frozenset(("Ill", "Sbl", "All", "Ter"))
"""The country of the news: its own office-holders are named without it."""


# -- persons --------------------------------------------------------------------------------------


class Service:
    """Settles office and country of every person of an article."""

    def __init__(
        self,
        sheet: Sheet,
        names: list[Name],
        titles: list[Title],
        records: list[PersonRecord],
        published: date | None,
    ) -> None:
        self._sheet = sheet
        self._records = records
        self._dominant: str | None = None
        self._published = published
        self._names: list[list[Name]] = [[] for _ in records]
        for name in names:
            self._names[name.person].append(name)
        self._all = names
        own = {id(title) for name in names for title in (*name.titles, name.shared)}
        self._titles = [title for title in titles if id(title) not in own]
        self._starts = [name.first for name in names]
        unbound = [title for title in self._titles if not title.bound]
        speakers: list[tuple[int, Name | Title]] = [(name.last, name) for name in names]
        speakers += [(title.last, title) for title in unbound]
        self._speakers = sorted(speakers, key=lambda pair: pair[0])
        self._ends = [last for last, _ in self._speakers]
        self._by_part = {part: name.person for name in reversed(names) for part in name.parts}
        self._cues = _cues(sheet)
        self._elsewhere = _elsewhere(sheet)
        self._cue_places = [index for index, _ in self._cues]
        spoken = [title for title in titles if title.office]
        self._title_starts = [title.first for title in self._titles]
        self._told = {index for title in spoken for index in range(title.first, title.last)}

    def settle(self) -> None:
        """Fills the records, the surest sources first."""
        for record in self._records:
            self._from_text(record)
        for record in self._records:
            self._from_lexicon(record)
            self._from_list(record)
        for record in self._records:
            self._from_owner(record)
            self._from_relation(record)
        self._from_roles()
        for record in self._records:
            self._from_name(record)
        self._dominant = self._only()
        for record in self._records:
            self._from_context(record)

    def _descriptions(self, record: PersonRecord) -> Iterable[tuple[Name, Title]]:
        for name in self._names[record.index]:
            for title in (*name.titles, *((name.shared,) if name.shared else ())):
                yield name, title

    def _from_text(self, record: PersonRecord) -> None:
        for name, title in self._descriptions(record):
            office = Office.OTHER if title.former and title.office else title.office
            if title.bound and title.head.relation:
                continue
            office = office or Office.OTHER
            specific = record.office in _VAGUE and office not in (record.office, Office.OTHER)
            if specific or record.office is None:
                record.office, record.office_source = office, Source.TEXT
            countries = name.nations if title is name.shared and name.nations else title.countries
            if office is Office.AMBASSADOR:
                countries = tuple(code for code in countries if code not in self._postings(title))
            if record.country is None and countries and not _is_stateless(title, countries):
                record.country, record.country_source = countries[0], Source.TEXT
        for name in self._names[record.index]:
            if record.office is None and self._is_past(name):
                record.office, record.office_source = Office.OTHER, Source.TEXT
            if record.country is None and name.nations:
                record.country, record.country_source = name.nations[0], Source.TEXT

    def _postings(self, title: Title) -> set[str]:
        """Where an ambassador is posted: a "budapesti nagykövet" serves another state."""
        posted: set[str] = set()
        for index in range(title.first, title.last):
            match = self._sheet.at[index]
            if match is not None and match.kind in _POSTS and match.adjectival:
                posted.update(match.entry.countries[:1])
        return posted

    def _is_past(self, name: Name) -> bool:
        """Whether the name's time in office is spoken of: Ebrahim Raiszi elnöksége idején."""
        tenure, tokens = mention_words().tenure, self._sheet.tokens
        if name.last + 1 >= len(tokens):
            return False
        reading = self._sheet.reading(name.last)
        is_time = bool(reading.possessor) and reading.lemma in tenure.nouns
        return is_time and tokens[name.last + 1].fold in tenure.follows

    def _is_organization_head(self, record: PersonRecord) -> bool:
        titles = [title for _, title in self._descriptions(record)]
        return any(title.organization or _serves_head_of_organization(title) for title in titles)

    def _from_lexicon(self, record: PersonRecord) -> None:
        for name in self._names[record.index]:
            match = self._sheet.at[name.first]
            if match is None or match.kind is not EntryKind.PERSON:
                continue
            if record.country is None and match.entry.countries:
                record.country, record.country_source = match.entry.countries[0], Source.LEXICON
            if record.office is None and match.entry.value:
                record.office, record.office_source = Office(match.entry.value), Source.LEXICON

    def _from_list(self, record: PersonRecord) -> None:
        terms = terms_of(record.name)
        if not terms or (record.country and record.country != terms[0].country):
            return
        if " " not in record.name and not _may_hold(record.office, terms):
            return
        if record.country is None and not self._is_organization_head(record) and terms[0].country:
            record.country, record.country_source = terms[0].country, Source.HOLDERS
        office = office_on(terms, self._published)
        if office and (record.office is None or (record.office, office) == _SPECIFIED):
            record.office, record.office_source = office, Source.HOLDERS

    def _from_owner(self, record: PersonRecord) -> None:
        """Trump különmegbízottja, a Trump-adminisztráció minisztere: the country of the owner."""
        if record.country is not None or self._is_organization_head(record):
            return
        for _, title in self._descriptions(record):
            if title.owner is None or title.owner.title is not None:
                continue
            for index in range(title.owner.first, title.owner.last):
                owner = self._named(index)
                if owner and owner.index != record.index and owner.country:
                    record.country, record.country_source = owner.country, Source.RELATION
                    return

    def _named(self, index: int) -> PersonRecord | None:
        """The person whose surname the token (or its part before a hyphen) is."""
        token = self._sheet.tokens[index]
        if not token.is_cap:
            return None
        forms = {key(stem.stem) for stem in stems(token.norm)} | {key(token.norm.partition("-")[0])}
        person = next((self._by_part[form] for form in sorted(forms) if form in self._by_part), None)
        return None if person is None else self._records[person]

    def _from_relation(self, record: PersonRecord) -> None:
        """Azeri partnerével, Parviz Sahbazovval: what the one named before is, for the other side."""
        for name, title in self._descriptions(record):
            if not (title.bound and title.head.relation):
                continue
            if record.country is None and title.countries:
                record.country, record.country_source = title.countries[0], Source.TEXT
            if record.office is not None:
                continue
            if title.head.relation is Relation.COUNTERPART:
                record.office = self._office_before(title) or self._office_after(name)
            elif title.head.relation in (Relation.PREDECESSOR, Relation.SUCCESSOR, Relation.LEADER):
                record.office = Office.OTHER
            record.office_source = Source.RELATION if record.office else None
            if title.head.relation is Relation.PREDECESSOR:
                self._country_before(record, name)

    def _from_roles(self) -> None:
        """A name without a title that the next sentence takes up: fogadta X-et. A szlovák miniszter …."""
        known = {(record.country, record.office) for record in self._records}
        for title in self._titles:
            if title.bound or title.plural or not title.countries or title.office in _VAGUE or title.former:
                continue
            if title.owner is not None or (title.countries[0], title.office) in known:
                continue
            record = self._untitled_before(title)
            if record:
                record.office, record.office_source = title.office, Source.RELATION
                record.country, record.country_source = title.countries[0], Source.RELATION
                known.add((record.country, record.office))

    def _untitled_before(self, title: Title) -> PersonRecord | None:
        """The only person of the sentence before of whom nothing has been said."""
        sentence = self._sheet.sent_of[title.first]
        if not sentence:
            return None
        start, end = self._sheet.sents[sentence - 1]
        names = self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        persons = [self._records[index] for index in sorted({name.person for name in names})]
        bare = [record for record in persons if not (record.office or record.country or record.hungarian)]
        return bare[0] if len(bare) == 1 else None

    def _office_before(self, title: Title) -> Office | None:
        """The office of the person or office-holder named last before the description."""
        at = bisect_right(self._ends, title.first)
        for _, speaker in reversed(self._speakers[max(0, at - _MEMORY) : at]):
            if isinstance(speaker, Title):
                office = None if speaker.office in _VAGUE else speaker.office
            else:
                office = self._records[speaker.person].office
            if office is not None:
                return office
        return None

    def _office_after(self, name: Name) -> Office | None:
        """The office of the subject that follows: "kazah kollégájával, X-szel tárgyalt Y külügyminiszter"."""
        _, end = self._sheet.sentence(name.first)
        following = self._all[bisect_right(self._starts, name.first) : bisect_left(self._starts, end)]
        subjects = (self._records[other.person] for other in following if other.case == "Nom")
        return next((record.office for record in subjects if record.office not in _VAGUE), None)

    def _country_before(self, record: PersonRecord, name: Name) -> None:
        if record.country is not None:
            return
        at = bisect_left(self._starts, name.left)
        for other in reversed(self._all[max(0, at - _MEMORY) : at]):
            if other.person != record.index:
                record.country = self._records[other.person].country
                record.country_source = Source.RELATION if record.country else None
                return

    def _from_name(self, record: PersonRecord) -> None:
        """Hungarian news leaves out the country of Hungarian office-holders: name order tells them."""
        if record.hungarian and record.country is None and not self._is_organization_head(record):
            record.country, record.country_source = _HOME, Source.NAME
            if record.office is None and self._names[record.index][0].titles:
                record.office, record.office_source = Office.OTHER, Source.TEXT

    def _from_context(self, record: PersonRecord) -> None:
        if record.country is not None or record.office is None or record.office_source is Source.HOLDERS:
            return
        if self._is_organization_head(record):
            return
        if any(name.shared for name in self._names[record.index]):
            return
        if record.office is Office.ORGANISATION_HEAD:
            return
        country = self._near(record)
        if country is None:
            far = {self._dominant, self._before(record)} - {None} - self._rivals(record)
            country = far.pop() if len(far) == 1 else self._other_side(record)
        if country:
            record.country, record.country_source = country, Source.CONTEXT

    def _rivals(self, record: PersonRecord) -> set[str | None]:
        """The states that other office-holders of the sentence serve, and where an ambassador is posted."""
        name = self._names[record.index][0]
        first, last = self._sheet.sentence(name.first)
        found: set[str | None] = set()
        for title in self._titles[
            bisect_left(self._title_starts, first) : bisect_left(self._title_starts, last)
        ]:
            if title.office and title not in name.titles:
                found.update(title.countries[:1])
        for _, title in self._descriptions(record):
            found.update(self._postings(title))
        found.update(code for index, code in self._cues_in(first, last) if index in self._elsewhere)
        return found

    def _other_side(self, record: PersonRecord) -> str | None:
        """Of the two states that the article speaks of most, the one that no rival serves."""
        pair = [code for code, _ in self._ranked()[:2]]
        free = [code for code in pair if code not in self._rivals(record)]
        if len(free) == len(pair) and record.office in _OF_STATE:
            free = [code for code in pair if code not in self._partners(record)]
        return free[0] if len(pair) > len(free) == 1 else None

    def _partners(self, record: PersonRecord) -> set[str | None]:
        """The states of the other persons of the sentence who are in office."""
        first, last = self._sheet.sentence(self._names[record.index][0].first)
        names = self._all[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        others = (self._records[name.person] for name in names if name.person != record.index)
        return {other.country for other in others if other.office not in _VAGUE}

    def _near(self, record: PersonRecord) -> str | None:
        """The foreign country named nearest in the sentence of a description."""
        for name, _ in self._descriptions(record):
            first, last = self._sheet.sentence(name.first)
            near = [
                (abs(index - name.first), code)
                for index, code in self._cues_in(first, last)
                if self._is_free(index, code) and index not in self._elsewhere
            ]
            if near:
                return min(near)[1]
        return None

    def _cues_in(self, first: int, last: int) -> list[tuple[int, str]]:
        places = self._cue_places
        return self._cues[bisect_left(places, first) : bisect_left(places, last)]

    def _is_free(self, index: int, code: str) -> bool:
        """Whether a foreign country is named there, and not as that of some office-holder."""
        return code not in (_HOME, "EU") and index not in self._told

    def _before(self, record: PersonRecord) -> str | None:
        """The one foreign country of the sentence before."""
        name = self._names[record.index][0]
        number = self._sheet.sent_of[name.first]
        if not number:
            return None
        first, last = self._sheet.sents[number - 1]
        codes = {code for index, code in self._cues_in(first, last) if self._is_free(index, code)}
        return codes.pop() if len(codes) == 1 else None

    def _ranked(self) -> list[tuple[str, int]]:
        """The states of the article (the EU left aside) by how often they are named or served."""
        weights = Counter(code for _, code in self._cues)
        weights.update(code for name in self._all if (code := self._records[name.person].country))
        del weights["EU"]
        return weights.most_common()

    def _only(self) -> str | None:
        """The foreign country that the article speaks of most by far; the home country if there is none."""
        ranked = [(code, count) for code, count in self._ranked() if code != _HOME][:2]
        if not ranked:
            return _HOME
        if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
            return ranked[0][0]
        return None


def _may_hold(office: Office | None, terms: tuple[Term, ...]) -> bool:
    """Whether somebody called by surname alone can be the listed one: nothing the text says is against it."""
    return office in _VAGUE or any(term.office is office for term in terms)


def _serves_head_of_organization(title: Title) -> bool:
    """Whether the office is under the head of an organisation: "az ENSZ-főtitkár szóvivője"."""
    above = title.owner.title if title.owner is not None else None
    return above is not None and above.organization and not title.countries


def _is_stateless(title: Title, countries: tuple[str, ...]) -> bool:
    """The head of an international organisation serves no state (of the EU's, the EU)."""
    return title.organization and title.office is Office.ORGANISATION_HEAD and countries[0] != "EU"


def _cues(sheet: Sheet) -> list[tuple[int, str]]:
    """Each place where a country is named, by its token."""
    found: list[tuple[int, str]] = []
    for match in sheet.matches:
        if match.kind in _CUES or _is_government(sheet, match):
            entries = match.entries if match.pair else match.entries[:1]
            found += [(match.first, code) for entry in entries for code in entry.countries[:1]]
    return found


def _elsewhere(sheet: Sheet) -> frozenset[int]:
    """Where a place is named that somebody goes to: it is not told as the state that he serves."""
    found = set()
    for match in sheet.matches:
        if match.kind in _POSTS and match.case in _SOMEWHERE:
            found.add(match.first)
    return frozenset(found)


def _is_government(sheet: Sheet, match: Match) -> bool:
    """Whether the words are a capital, or the adjective of one before an authority (a kabuli kormány)."""
    if match.kind is not EntryKind.CITY or "capital" not in match.entry.tags:
        return False
    if not match.adjectival:
        return True
    following = match.last
    return following < len(sheet.tokens) and is_authority(sheet.reading(following).fold)
