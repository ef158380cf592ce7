"""Finding the entries of a lexicon in tokens: a trie of words, entered by the known stems of each token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bilateral.hungarian import tagger
from bilateral.hungarian.compounds import OfficeSuffixes, is_acronym, split_compound
from bilateral.hungarian.entries import Entry, EntryKind, Match, Named
from bilateral.hungarian.inflections import BARE, Inflection, Stems, known_stems
from bilateral.hungarian.tokens import tokenize
from bilateral.hungarian.trie import End, Node

if TYPE_CHECKING:
    from bilateral.hungarian.morphology import Reading
    from bilateral.hungarian.tokens import Token

_PLACES = frozenset((EntryKind.CITY, EntryKind.COUNTRY, EntryKind.REGION, EntryKind.INSTITUTION))
_NAMES = frozenset(
    (EntryKind.CITY, EntryKind.COUNTRY, EntryKind.REGION, EntryKind.GIVEN_NAME, EntryKind.PERSON)
)
_PEOPLES = frozenset((EntryKind.NATIONALITY, EntryKind.DEMONYM))
_VERBAL = frozenset(("VERB", "AUX"))
_FIXED = frozenset((EntryKind.MODIFIER, EntryKind.PARTICLE))
"""Kinds of words that do not inflect."""
_HEADED = _PLACES | {EntryKind.ORGANIZATION, EntryKind.MEDIA}
_JOINED = _HEADED | {EntryKind.NATIONALITY}
_SHORTEST_COMPOUND = 7
_INSIDE = frozenset(("Ine", "Ill", "Ela", "Sup"))  # cases of towns that persons hardly bear
_PLACED = frozenset(("Sbl", "Del"))
_PLAIN = re.compile(r"[\w -]+")
_MAX_FORMS = 1 << 16
_CLOSING = frozenset('.!?…:–—"”»)')


_ENDS_CLAUSE = frozenset(",.;:!?–")


class _Found(NamedTuple):
    """Entries that end before token ``last``."""

    last: int
    entries: tuple[Entry, ...]
    inflection: Inflection
    form: str


class Matcher:
    """The entries as a trie over folded words, and the stems of the forms met so far.

    The cache holds a pure function of the form and never more than ``_MAX_FORMS`` forms.
    """

    __slots__ = ("_forms", "_offices", "_vocabulary", "root")

    def __init__(self, named: Iterable[Named]) -> None:
        self.root = Node()
        self._vocabulary: set[str] = set()
        self._forms: dict[str, Stems] = {}
        offices: dict[str, Entry] = {}
        for form, entry in named:
            self._add(form, entry)
            if "suffix" in entry.tags:
                offices[form] = entry
        self._offices = OfficeSuffixes(offices)

    def _add(self, form: str, entry: Entry) -> None:
        words = _words(form)
        node = self.root
        for word in words:
            fold = word.lower()
            self._vocabulary.add(fold)
            node = node.children.setdefault(fold, Node())
        node.ends.append(End(words, entry))

    def find(
        self,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]],
        sentences: Iterable[tuple[int, int]],
    ) -> list[Match]:
        """See :meth:`bilateral.hungarian.lexicon.Lexicon.find`."""
        search = _Search(self, tokens, readings, frozenset(first for first, _ in sentences))
        matches: list[Match] = []
        index = 0
        while index < len(tokens):
            match = search.at(index)
            if match is None:
                index += 1
            else:
                matches.append(match)
                index = match.last
        return matches

    def stems(self, fold: str) -> Stems:
        """The words of the lexicon that ``fold`` can be."""
        found = self._forms.get(fold)
        if found is None:
            if len(self._forms) >= _MAX_FORMS:
                self._forms.clear()
            found = self._forms[fold] = known_stems(fold, self._vocabulary)
        return found

    def ends(self, word: str) -> Sequence[End]:
        """What ends with the single word ``word`` (lower case)."""
        node = self.root.children.get(word)
        return node.ends if node else ()

    def office(self, fold: str) -> tuple[Entry, Inflection] | None:
        """The office that a compound ends in: energiaügyi|miniszter."""
        return self._offices.read(fold)


def _form_of(ends: Sequence[End], entry: Entry) -> str:
    """The form of an entry that ends here, as its table writes it."""
    return next((" ".join(end.words) for end in ends if end.entry is entry), entry.name)


def _words(form: str) -> tuple[str, ...]:
    """The words of a form as a text would be cut."""
    if _PLAIN.fullmatch(form):
        return tuple(form.split())
    return tuple(token.norm for token in tokenize(form))


class _Search:
    """One pass over the tokens of a text."""

    __slots__ = ("_heads", "_matcher", "_readings", "_tokens")

    def __init__(
        self,
        matcher: Matcher,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]],
        heads: frozenset[int],
    ) -> None:
        self._matcher = matcher
        self._tokens = tokens
        self._readings = readings
        self._heads = heads

    def at(self, index: int) -> Match | None:
        """The longest match that starts at ``index``."""
        token = self._tokens[index]
        stems = self._matcher.stems(token.fold)
        if stems:
            found = self._longest(index, stems)
            if found:
                case, number, possessor, adjectival = found.inflection
                match = Match(index, found.last, found.entries, case, number, possessor, adjectival)
                match.form = found.form
                return match
        if len(token.fold) < _SHORTEST_COMPOUND:
            return None
        if "-" in token.norm:
            return self._compound(index)
        return self._office(index)

    def _longest(self, index: int, stems: Stems) -> _Found | None:
        """Follows the trie word by word; only the last word may be inflected."""
        best = None
        node = self._matcher.root
        last = index
        while True:
            found = self._ending(node, stems, index, last)
            best = found or best
            inner = node.children.get(self._tokens[last].fold)
            last += 1
            if inner is None or not inner.children or last == len(self._tokens):
                return best
            node = inner
            stems = self._matcher.stems(self._tokens[last].fold)

    def _ending(self, node: Node, stems: Stems, first: int, last: int) -> _Found | None:
        """What ends with token ``last``; stems that it inflects alike (Hugóval: Hugó, Hugo) are homonyms."""
        found: _Found | None = None
        for stem, inflection in stems:
            child = node.children.get(stem)
            if child and child.ends and (found is None or inflection == found.inflection):
                entries = self._fitting(child.ends, inflection, first)
                if entries:
                    both = dict.fromkeys((*found.entries, *entries)) if found else entries
                    form = found.form if found else _form_of(child.ends, entries[0])
                    found = _Found(last + 1, tuple(both), inflection, form)
        return found

    def _fitting(self, ends: list[End], inflection: Inflection, first: int) -> tuple[Entry, ...]:
        """The entries among homonyms that can stand here in this form."""
        found = [
            end.entry
            for end in ends
            if _bears(end.entry.kind, inflection) and self._is_written(end.words, first, inflection)
        ]
        if found and not (self._is_capital(first + 1) or self._is_capital(first + 2)):
            found = [entry for entry in found if entry.kind is not EntryKind.PARTICLE]
        if len(found) > 1 and self._is_town(found, inflection, first):
            found.sort(key=lambda entry: entry.kind is not EntryKind.CITY)
        if found and found[0].kind in _PEOPLES and self._is_verb(first):
            return ()
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _is_town(self, found: list[Entry], inflection: Inflection, index: int) -> bool:
        """Whether a given name is rather the town of this name: Szófiában, Gyulán; Szófia by itself."""
        kinds = {entry.kind for entry in found}
        towns = [entry for entry in found if entry.kind is EntryKind.CITY]
        if EntryKind.GIVEN_NAME not in kinds or not towns:
            return False
        if inflection.case in _INSIDE:
            return True
        if inflection.case not in _PLACED and not any("capital" in town.tags for town in towns):
            return False
        return not self._follows_name(index) and not self._is_capital(index + 1)

    def _follows_name(self, index: int) -> bool:
        """Whether a word with a capital stands before that is not only the sentence's."""
        if index == 0 or not self._tokens[index - 1].is_cap:
            return False
        known = bool(self._readings) and any(r.pos != "PROPN" for r in self._readings[index - 1][:1])
        return not (known and self._is_head(index - 1))

    def _is_written(self, words: tuple[str, ...], first: int, inflection: Inflection) -> bool:
        tokens = self._tokens[first : first + len(words)]
        if inflection.adjectival and not tokens[0].is_cap:
            return True
        if not all(map(_has_shape, words[1:], tokens[1:])):
            return False
        if inflection.adjectival and len(words) == 1 and "-" not in tokens[0].norm:
            return self._is_common_head(first)
        if words[0][0].islower() and tokens[0].is_cap:
            return self._is_common_head(first)
        return _has_shape(words[0], tokens[0])

    def _is_common_head(self, index: int) -> bool:
        """Whether the capital of a common word is the sentence's, and not that of a surname (Orosz Anna)."""
        token = self._tokens[index]
        if token.is_upper:
            return True
        return self._is_head(index) and not self._is_given_name(index + 1)

    def _is_head(self, index: int) -> bool:
        if index == 0 or index in self._heads:
            return True
        return self._tokens[index - 1].text[-1] in _CLOSING

    def _is_verb(self, index: int) -> bool:
        """Whether the morphology takes the word for a verb: lett (became; Latvian), írt (wrote; Irish)."""
        if not self._readings or not any(r.pos in _VERBAL for r in self._readings[index][:1]):
            return False
        known = bool(tagger.table().known(self._tokens[index].fold))  # kirgiz only looks like a verb
        return known and not self._is_before_office(index)

    def _is_before_office(self, index: int) -> bool:
        """Whether an office follows, and behind it the verb of the clause: "a lett elnök kedden tárgyalt"."""
        if index + 1 >= len(self._tokens) or self._office(index + 1) is None:
            return False
        for at in range(index + 2, len(self._tokens)):
            if not self._readings[at] or self._tokens[at].norm in _ENDS_CLAUSE:
                return False
            if self._readings[at][0].form == "Fin":
                return True
        return False

    def _is_capital(self, index: int) -> bool:
        return index < len(self._tokens) and self._tokens[index].is_cap

    def _is_given_name(self, index: int) -> bool:
        if not self._is_capital(index):
            return False
        return any(
            end.entry.kind is EntryKind.GIVEN_NAME
            for stem, _ in self._matcher.stems(self._tokens[index].fold)
            for end in self._matcher.ends(stem)
        )

    def _office(self, index: int) -> Match | None:
        token = self._tokens[index]
        if token.is_cap and not self._is_common_head(index):
            return None
        found = self._matcher.office(token.fold)
        if found is None:
            return None
        entry, (case, number, possessor, _) = found
        return Match(index, index + 1, (entry,), case, number, possessor)

    def _compound(self, index: int) -> Match | None:
        """orosz-kazah, NATO-főtitkár, EU-csúcs; else an office with a hyphen (-miniszter-helyettes)."""
        norm = self._tokens[index].norm
        parts, rest = split_compound(norm, self._matcher)
        if not parts:
            return self._office(index)
        *before, (entries, inflection) = parts
        inner = tuple(found[0] for found, _ in before)
        if rest:
            return self._headed(index, (*inner, entries[0]), rest)
        case, number, possessor, _ = inflection
        if entries[0].kind is EntryKind.OFFICE:
            return Match(index, index + 1, entries, case, number, possessor, modifiers=inner)
        members = (*inner, entries[0])
        if len(members) == 1 or not all(member.kind in _JOINED for member in members):
            return None
        return Match(index, index + 1, members, case, number, possessor, inflection.adjectival, pair=True)

    def _headed(self, index: int, members: tuple[Entry, ...], rest: str) -> Match | None:
        """A compound of known names with another noun: NATO-csúcson."""
        if not rest[0].islower() or not all(member.kind in _HEADED for member in members):
            return None
        office = self._matcher.office(rest.lower())
        if office:
            entry, (case, number, possessor, _) = office
            return Match(index, index + 1, (entry,), case, number, possessor, modifiers=members)
        match = Match(index, index + 1, members, pair=len(members) > 1, head=rest)
        for reading in self._readings[index][:1] if self._readings else ():
            match.case, match.number = reading.case or "Nom", reading.number or "Sing"
            match.possessor, match.head = reading.possessor, reading.lemma.rpartition("-")[2]
        return match


def _bears(kind: EntryKind, inflection: Inflection) -> bool:
    """Whether an entry of this kind can have the inflection: names have no plural and no possessor."""
    if inflection.adjectival:
        return kind in _PLACES
    if kind in _NAMES:
        return inflection.number == "Sing" and not inflection.possessor
    if kind is EntryKind.NATIONALITY:
        return inflection.number == "Sing" and not inflection.possessor
    if kind is EntryKind.DEMONYM:
        return inflection.number == "Plur"
    return kind not in _FIXED or inflection is BARE


def _has_shape(word: str, token: Token) -> bool:
    """Whether the token is written like the word: capital for capital, an acronym letter for letter."""
    if is_acronym(word):
        return token.norm.partition("-")[0] == word.partition("-")[0]
    return token.is_cap if word[0].isupper() else not token.is_cap or token.is_upper
