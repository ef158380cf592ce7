"""Which description belongs to which name: before, after, with and without a comma, shared by several."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.reading.mention_words import mention_words
from bilateral.reading.persons import Name
from bilateral.reading.referents import Relation
from bilateral.reading.sheet import Sheet
from bilateral.reading.titles import Title

_HONORIFIC = EntryKind.HONORIFIC
_MOST_JOINTS = 2
"""Words that join two names at most: a comma and "valamint"."""


class Appositions:
    """The attachment of descriptions to names, both in the order of the text."""

    def __init__(self, sheet: Sheet, names: list[Name], titles: list[Title]) -> None:
        self._sheet = sheet
        self._names = names
        self._by_first: dict[int, list[Title]] = {}
        self._by_last: dict[int, Title] = {}
        for title in titles:
            self._by_first.setdefault(title.first, []).append(title)
            self._by_last[title.last] = title
        self._used: set[int] = set()
        self._starts = [name.first for name in names]

    def attach(self) -> None:
        """Gives each name its descriptions."""
        for name in self._names:
            self._nation_before(name)
            self._right_after(name)
        for name in self._names:
            self._after_comma(name)
        self._share_all()
        for position in range(1, len(self._names)):
            self._deal_out(position)
        for name in self._names:
            self._before(name)
        self._share_all()

    # -- one name ---------------------------------------------------------------------------------

    def _nation_before(self, name: Name) -> None:
        """Adjectives and the article before a name: a liberális Beate Meinl-Reisinger, a szerb Vucic."""
        sheet = self._sheet
        index = name.first - 1
        start = sheet.sentence(name.first)[0]
        while index >= start and self._is_honorific(index):
            index -= 1
        nations: tuple[str, ...] = ()
        while index >= start:
            match = sheet.at[index]
            if match is not None and _is_of_nation(match):
                nations, index = match.entry.countries[:1], match.first
            elif (match is not None and match.kind is not EntryKind.MODIFIER) or not self._modifies(index):
                break
            index -= 1
        if start <= index < name.first - 1 and sheet.fold(index) in mention_words().small.articles:
            name.left = index
            name.nations = nations
        elif self._is_honorific(name.first - 1):
            name.left = name.first - 1

    def _modifies(self, index: int) -> bool:
        """Whether the word is an adjective before a name, or belongs to a participle there."""
        reading, right = self._sheet.reading(index), self._sheet.reading(index + 1)
        if reading.pos == "ADJ" or self._sheet.kind(index) is EntryKind.MODIFIER:
            return reading.case in ("Nom", "")
        bound = right.form == "PartPast" or self._sheet.kind(index + 1) is EntryKind.MODIFIER
        return bound and (reading.pos == "ADV" or (reading.pos == "NOUN" and reading.case != "Nom"))

    def _is_honorific(self, index: int) -> bool:
        return index >= 0 and self._sheet.kind(index) is _HONORIFIC

    def _right_after(self, name: Name) -> None:
        """Savkat Mirzijojev üzbég elnök; Pompeo miniszter; forms of address may stand between."""
        after = name.last
        while after < len(self._sheet.tokens) and self._is_honorific(after):
            after += 1
        name.right = after
        for title in self._by_first.get(after, ()):
            if title.definite or (title.head.possessive and title.head.relation is not Relation.COUNTERPART):
                continue
            if title.plural:
                name.shared = title if self._follows_another(name) else None
                continue
            self._take(name, title)
            name.decide(self._sheet, name.bare)
            name.case = title.case
            return

    def _follows_another(self, name: Name) -> bool:
        position = bisect_left(self._starts, name.first)
        return position > 0 and self._is_joined(self._names[position - 1], name)

    def _take(self, name: Name, title: Title) -> None:
        name.titles.append(title)
        name.left = min(name.left, title.first)
        name.right = max(name.right, title.last)
        self._used.add(id(title))

    def _after_comma(self, name: Name) -> None:
        """Jurij Usakov, az orosz elnök külpolitikai tanácsadója; before an article without a comma too."""
        if self._sheet.fold(name.right) != ",":
            self._without_comma(name)
            return
        choices = [t for t in self._by_first.get(name.right + 1, ()) if not t.plural and not t.bound]
        for title in sorted(choices, key=lambda t: -t.last):
            if id(title) in self._used or self._names_other(title, name) or self._owns(title):
                continue
            if self._agree(name, title):
                self._take(name, title)
                return

    def _without_comma(self, name: Name) -> None:
        """Barbara Prammerrel az osztrák alsóház elnökével."""
        for title in self._by_first.get(name.right, ()):
            if title.plural or title.bound or not title.definite or id(title) in self._used or name.titles:
                continue
            told = title.case != "Nom" or (title.owner is not None and title.owner.title is None)
            if told and self._agree(name, title):
                self._take(name, title)
                return

    def _owns(self, title: Title) -> bool:
        """Whether the office-holder is only the owner of what follows: …, a miniszterelnök fia."""
        if title.case != "Nom" or title.head.possessive or title.last >= len(self._sheet.tokens):
            return False
        reading = self._sheet.reading(title.last)
        return reading.pos == "NOUN" and bool(reading.possessor) and reading.case == "Nom"

    def _names_other(self, title: Title, name: Name) -> bool:
        """Whether the description is that of a name after it ("…, a kazah elnök, Kaszim-Zsomart Tokajev")."""
        follower = self._name_from(title.last)
        if follower and follower.strong:
            return True
        if self._sheet.fold(title.last) != ",":
            return False
        follower = self._name_from(title.last + 1)
        return bool(name.titles and follower and follower.strong and not follower.titles)

    def _name_from(self, left: int) -> Name | None:
        """The name whose phrase starts at token ``left``."""
        position = bisect_left(self._starts, left)
        if position < len(self._names) and self._names[position].left == left:
            return self._names[position]
        return None

    def _agree(self, name: Name, title: Title) -> bool:
        """Whether both stand in the same case; settles the name's case by the description's."""
        if name.titles:
            return name.case == title.case
        for stem in name.stems:
            if stem.case == title.case:
                name.decide(self._sheet, stem)
                return True
        return False

    def _before(self, name: Name) -> None:
        """Kazahsztán elnöke, Kaszim-Zsomart Tokajev; hivatali partnerével, Vadim Prisztajkóval."""
        if self._sheet.fold(name.left - 1) != ",":
            return
        title = self._by_last.get(name.left - 1)
        if title is None or id(title) in self._used:
            return
        if (name.titles or name.shared) and not title.bound:
            return
        if title.plural:
            self._spread(name, title)
        elif self._agree(name, title):
            self._take(name, title)

    def _spread(self, name: Name, title: Title) -> None:
        """A két energiaügyi miniszter, X és Y: the description holds for every name of the list."""
        position = bisect_left(self._starts, name.first)
        while True:
            self._names[position].shared = title
            following = position + 1
            if following >= len(self._names) or not self._is_joined(
                self._names[position], self._names[following]
            ):
                return
            position = following

    def _is_joined(self, name: Name, other: Name) -> bool:
        between = other.left - name.right
        return between == 1 and self._joins(name.right)

    def _joins(self, index: int) -> bool:
        fold = self._sheet.fold(index)
        return fold == "," or fold in mention_words().small.joints

    # -- several names ----------------------------------------------------------------------------

    def _share_all(self) -> None:
        """Let names have the office of the name after them, the last ones first."""
        for position in range(len(self._names) - 1, -1, -1):
            self._share(position)

    def _share(self, position: int) -> None:
        """Juhani Salo finn és Tarmo Kask észt elnök: the office comes with the last one."""
        name = self._names[position]
        if name.titles or name.shared or position + 1 == len(self._names):
            return
        follower = self._names[position + 1]
        nation = self._sheet.at[name.last] if name.last < len(self._sheet.at) else None
        if nation is None or nation.kind is not EntryKind.NATIONALITY or nation.adjectival:
            self._share_plural(name, follower)
            return
        between = range(nation.last, follower.left)
        if not 1 <= len(between) <= _MOST_JOINTS or any(not self._joins(i) for i in between):
            return
        title = follower.shared or (follower.titles[0] if follower.titles else None)
        if title is None or (title.first != follower.last and follower.shared is None):
            return
        name.decide(self._sheet, name.bare)
        name.case = title.case
        name.shared, name.nations = title, nation.entry.countries[:1]
        name.right = nation.last

    def _deal_out(self, position: int) -> None:
        """A, B és C finn, észt, illetve lett elnök: a nationality for each name, the office for all."""
        nations, title = self._nations_after(self._names[position].last)
        first = position - len(nations) + 1
        names = self._names[max(0, first) : position + 1]
        if title is None or first < 0 or len(names) < 2:  # noqa: PLR2004 - a list has two at least
            return
        joined = all(self._is_joined(name, other) for name, other in pairwise(names))
        if not joined or any(name.titles or name.shared for name in names[:-1]):
            return
        for name, codes in zip(names, nations, strict=True):
            name.titles.clear()
            name.shared, name.nations = title, codes
            name.decide(self._sheet, name.bare)
            name.case = title.case
        names[-1].right = title.last
        self._used.add(id(title))

    def _nations_after(self, index: int) -> tuple[list[tuple[str, ...]], Title | None]:
        """The nationalities of a list that begins at ``index``, and the description that ends it."""
        sheet, nations = self._sheet, []
        while index < len(sheet.tokens):
            match = sheet.at[index]
            if match is None or not _is_of_nation(match):
                break
            nations.append(match.entry.countries[:1])
            titles = [title for title in self._by_first.get(match.first, ()) if not title.definite]
            if len(nations) > 1 and titles:
                return nations, titles[0]
            index = match.last
            joints = index
            while index < len(sheet.tokens) and index - joints < _MOST_JOINTS and self._joins(index):
                index += 1
        return [], None

    def _share_plural(self, name: Name, follower: Name) -> None:
        """Vlagyimir Putyin és Hszi Csin-ping elnökök."""
        if follower.shared and follower.shared.first == follower.last and self._is_joined(name, follower):
            name.shared = follower.shared


def _is_of_nation(match: Match) -> bool:
    """Whether the words are the adjective of one state ("dél-afrikai", "Costa Rica-i")."""
    if match.kind is EntryKind.COUNTRY:
        return match.adjectival
    return match.kind is EntryKind.NATIONALITY and not match.pair and match.case == "Nom"
