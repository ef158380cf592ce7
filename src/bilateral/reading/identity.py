"""Which names are of one person: longer and shorter forms, inflected or not, in any order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict

from bilateral.reading.persons import Name, key
from bilateral.reading.referents import PersonRecord
from bilateral.reading.sheet import Sheet


def merge(sheet: Sheet, names: list[Name]) -> list[PersonRecord]:
    """The persons behind the accepted names, in order of their first mention; names get their ``person``."""
    book = _Book(sheet)
    for name in names:
        if len(name.parts) > 1 and _is_accepted(name):
            book.enter(name)
    for name in names:
        if name.person < 0:
            book.recognise(name)
    for name in names:
        if name.person < 0 and _is_accepted(name):
            book.enter(name)
    for name in names:
        if name.person < 0:
            book.recognise(name)
    return book.close(names)


def _is_accepted(name: Name) -> bool:
    if name.strong or name.echoed or name.speaks or name.titles:
        return True
    return name.plain and len(name.parts) > 1 and (name.shared is not None or bool(name.nations))


class _Book:
    """The persons met so far, found by each word of their names."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._names: list[list[Name]] = []
        self._forms: list[dict[tuple[str, ...], Name]] = []
        self._places: list[list[int]] = []
        self._by_part: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def enter(self, name: Name) -> None:
        """Takes up a name: as another form of a person who has all its words, or as a new person."""
        person = self._same(name)
        if person is None:
            person = len(self._names)
            self._names.append([])
            self._forms.append({})
            self._places.append([])
        self._assign(name, person)

    def _assign(self, name: Name, person: int) -> None:
        name.person = person
        self._names[person].append(name)
        self._forms[person].setdefault((*name.parts, name.ordinal), name)
        insort(self._places[person], name.first)
        for part in name.parts:
            self._by_part[part][person] = None

    def _fitting(self, name: Name, parts: tuple[str, ...]) -> list[int]:
        """The persons whose names have the words ``parts`` (or whose words are all among them)."""
        found = []
        for person in self._by_part.get(parts[-1], ()) if parts else ():
            forms = self._forms[person].values()
            same = all(_same_ordinal(name, form) for form in forms)
            if same and any(_fit(parts, form.parts) for form in forms):
                found.append(person)
        return found

    def _same(self, name: Name) -> int | None:
        for stem in name.stems:
            persons = self._fitting(name, _with_stem(name, stem.stem))
            if persons:
                if key(stem.stem) != name.parts[-1]:
                    name.decide(self._sheet, stem)
                return persons[0]
        return None

    def recognise(self, name: Name) -> None:
        """A name that is no name by itself but part of a person's longer name: Putyint, Tokajevvel, Lula."""
        for stem in name.stems:
            fitting = self._fitting(name, _with_stem(name, stem.stem))
            if fitting:
                if not name.titles or stem.case == "Nom":
                    case = name.case if name.titles else stem.case
                    name.decide(self._sheet, stem)
                    name.case = case
                self._assign(name, self._nearest(fitting, name))
                return

    def _nearest(self, persons: list[int], name: Name) -> int:
        """The one who was named last before the name; a person whose surname it is before one so called."""
        if len(persons) == 1:
            return persons[0]

        def rank(person: int) -> tuple[bool, int]:
            places = self._places[person]
            before = bisect_left(places, name.first)
            family = any(_is_surname(name, form) for form in self._forms[person].values())
            return (family, places[before - 1] if before else -1)

        return max(persons, key=rank)

    def close(self, names: list[Name]) -> list[PersonRecord]:
        """The persons numbered by first mention."""
        order: dict[int, int] = {}
        records: list[PersonRecord] = []
        for name in names:
            if name.person < 0:
                continue
            if name.person not in order:
                order[name.person] = len(records)
                forms = self._names[name.person]
                best = max(
                    forms, key=lambda n: (len(n.parts), len(n.text.split()), n.case == "Nom", -n.first)
                )
                hungarian = any(form.hungarian for form in forms)
                records.append(
                    PersonRecord(len(records), best.text, first_mention=name.first, hungarian=hungarian)
                )
            name.person = order[name.person]
        return records


def _with_stem(name: Name, stem: str) -> tuple[str, ...]:
    return (*name.parts[:-1], key(stem)) if name.parts else ()


def _fit(parts: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words of one name all stand in the other."""
    small, large = (parts, whole) if len(parts) <= len(whole) else (whole, parts)
    return set(small) <= set(large)


def _same_ordinal(name: Name, other: Name) -> bool:
    return not name.ordinal or not other.ordinal or name.ordinal == other.ordinal


def _is_surname(name: Name, whole: Name) -> bool:
    if not name.parts or not whole.parts:
        return False
    return name.parts[-1] == (whole.parts[0] if whole.hungarian else whole.parts[-1])
