"""Finding the entries of a lexicon in tokens: a trie of words, entered by the known stems of each token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bilateral.hungarian import tagger
from bilateral.hungarian.compounds import OfficeSuffixes, Part, is_acronym, split_compound
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
_PARTICLE = EntryKind.PARTICLE
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


class _Opening(NamedTuple):
    """What a form can be, wherever it stands, where a match may begin."""

    endings: tuple[tuple[Inflection, list[End]], ...]
    """What the form alone can be in each of its inflections: only what can bear the inflection."""
    onward: Node | None
    """Where longer entries go on whose first word is the form."""
    initials: frozenset[str]
    """The first letters of the second words of those; no suffix changes a first letter."""
    compound: bool
    """Whether it is hyphenated and long enough for a compound."""
    office: tuple[Entry, Inflection] | None
    """The office that the form ends in as a compound."""


class Matcher:
    """The entries as a trie over folded words, and what the forms met so far can be.

    The caches hold pure functions of a form and never more than ``_MAX_FORMS`` forms.
    """

    __slots__ = ("_compounds", "_forms", "_offices", "_openings", "_vocabulary", "root")

    def __init__(self, named: Iterable[Named]) -> None:
        self.root = Node()
        self._vocabulary: set[str] = set()
        self._forms: dict[str, Stems] = {}
        self._openings: dict[str, _Opening | None] = {}
        self._compounds: dict[str, tuple[list[Part], str]] = {}
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
        node.ends.append(End(words, entry, " ".join(words)))

    def find(
        self,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]],
        sentences: Iterable[tuple[int, int]],
    ) -> list[Match]:
        """See :meth:`bilateral.hungarian.lexicon.Lexicon.find`."""
        search = _Search(self, tokens, readings, frozenset(first for first, _ in sentences))
        matches: list[Match] = []
        known = self._openings
        resume = 0
        for index, token in enumerate(tokens):
            try:
                opening = known[token.fold]
            except KeyError:
                opening = self._open(token.fold)
            if opening is not None and index >= resume:
                match = search.at(index, opening)
                if match is not None:
                    matches.append(match)
                    resume = match.last
        return matches

    def _open(self, fold: str) -> _Opening | None:
        """What can begin with ``fold``; nothing for most words."""
        if len(self._openings) >= _MAX_FORMS:
            self._openings.clear()
        children = self.root.children
        endings = []
        for stem, inflection in self.stems(fold):
            if stem in children:
                ends = [end for end in children[stem].ends if _bears(end.entry.kind, inflection)]
                endings += [(inflection, ends)] if ends else []
        bare = children.get(fold)
        onward = bare if bare is not None and bare.children else None
        is_long = len(fold) >= _SHORTEST_COMPOUND
        compound, office = is_long and "-" in fold, self.office(fold) if is_long else None
        opening = None
        if endings or onward or compound or office:
            initials = frozenset(word[0] for word in onward.children) if onward else frozenset[str]()
            opening = _Opening(tuple(endings), onward, initials, compound, office)
        self._openings[fold] = opening
        return opening

    def compound(self, norm: str) -> tuple[list[Part], str]:
        """The known members of a hyphenated word, and what is left over at its end."""
        found = self._compounds.get(norm)
        if found is None:
            if len(self._compounds) >= _MAX_FORMS:
                self._compounds.clear()
            found = self._compounds[norm] = split_compound(norm, self)
        return found

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
    for end in ends:
        if end.entry is entry:
            return end.form
    return entry.name


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

    def at(self, index: int, opening: _Opening) -> Match | None:
        """The longest match that starts at ``index``."""
        found = self._ending(opening.endings, index, index) if opening.endings else None
        following = index + 1
        if (
            opening.onward is not None
            and following < len(self._tokens)
            and self._tokens[following].fold[:1] in opening.initials
        ):
            found = self._longer(opening.onward, index) or found
        if found is not None:
            return found
        if opening.compound:
            return self._compound(index)
        return self._office(index) if opening.office else None

    def _longer(self, node: Node, index: int) -> Match | None:
        """Follows the trie from the second word on; only the last word may be inflected."""
        best = None
        onward: Node | None = node
        for last in range(index + 1, len(self._tokens)):
            children = onward.children if onward is not None else None
            if not children:
                return best
            fold = self._tokens[last].fold
            endings = []
            for stem, inflection in self._matcher.stems(fold):
                if stem in children:
                    ends = [end for end in children[stem].ends if _bears(end.entry.kind, inflection)]
                    endings.append((inflection, ends))
            if endings:
                best = self._ending(endings, index, last) or best
            onward = children.get(fold)
        return best

    def _ending(self, endings: Iterable[tuple[Inflection, list[End]]], first: int, last: int) -> Match | None:
        """What ends with token ``last``; stems that it inflects alike (Hugóval: Hugó, Hugo) are homonyms."""
        found: tuple[Entry, ...] = ()
        said, form = BARE, ""
        for inflection, ends in endings:
            if found and inflection != said:
                continue
            entries = self._fitting(ends, inflection, first)
            if entries and found:
                found = tuple(dict.fromkeys((*found, *entries)))
            elif entries:
                found, said, form = entries, inflection, _form_of(ends, entries[0])
        if not found:
            return None
        case, number, possessor, adjectival = said
        return Match(first, last + 1, found, case, number, possessor, adjectival, form=form)

    def _fitting(self, ends: list[End], inflection: Inflection, first: int) -> tuple[Entry, ...]:
        """The entries among homonyms that are written as it stands here."""
        found = []
        for end in ends:
            entry = end.entry
            if self._is_written(end.words, first, inflection) and (
                entry.kind is not _PARTICLE or self._goes_on(first)
            ):
                found.append(entry)
        if not found:
            return ()
        if len(found) > 1 and self._is_town(found, inflection, first):
            found.sort(key=lambda entry: entry.kind is not EntryKind.CITY)
        if found[0].kind in _PEOPLES and self._is_verb(first):
            return ()
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _goes_on(self, first: int) -> bool:
        """Whether a capital follows a particle soon: "bin Szalmán", not "bin" alone."""
        return self._is_capital(first + 1) or self._is_capital(first + 2)

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
        found = self._readings[index - 1] if self._readings else ()
        known = bool(found) and found[0].pos != "PROPN"
        return not (known and self._is_head(index - 1))

    def _is_written(self, words: tuple[str, ...], first: int, inflection: Inflection) -> bool:
        token, is_cap = self._tokens[first], self._tokens[first].is_cap
        if inflection.adjectival and not is_cap:
            return True
        if len(words) > 1 and not all(
            map(_has_shape, words[1:], self._tokens[first + 1 : first + len(words)])
        ):
            return False
        if words[0][0].islower():
            return not is_cap or self._is_common_head(first)
        if inflection.adjectival and len(words) == 1 and "-" not in token.norm:
            return self._is_common_head(first)
        return _has_shape(words[0], token)

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
        found = self._readings[index] if self._readings else ()
        if not found or found[0].pos not in _VERBAL:
            return False
        known = self._tokens[index].fold in tagger.table().forms  # kirgiz only looks like a verb
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
        parts, rest = self._matcher.compound(norm)
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
