"""Frames: which predicate or event noun of a clause calls up which kind of event.

A frame specification (``data/visits.toml`` and its siblings) names verbs, nouns, or a verb with a noun in
a case ("látogatást tesz"). Verbs match by dictionary form with the preverb joined, nouns by the lemma of
a phrase's head, compounds by their last part ("hitelmegállapodás" is a "megállapodás").
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import attrs
import cattrs

from bilateral.errors import DataFileError
from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.phrases import Phrase

if TYPE_CHECKING:
    from bilateral.reading.document import Document, Sentence

_SHORTEST_TAIL = 4
_FILES = ("agreements", "meetings", "missions", "plans", "visits")
"""The predicate files whose frames are looked for in every clause."""


@attrs.frozen(kw_only=True)
class FrameSpec:
    """One entry of a predicate file.

    Attributes:
        id: the rule's name, carried by the facts that it reads.
        sense: what kind of event it is, as the reader of the file understands it.
        verbs: dictionary forms; empty for a frame of a noun alone.
        nouns: lemmas of the noun that completes the verb, or that names the event.
        beside: lemmas of a further noun without which the verb means something else ("aláírásra kerül").
        case: UD cases that the noun stands in; empty for any.
        inner: whether a noun alone counts inside another one's phrase, too ("látogatásának kezdetén").
        status: status that the frame gives to its fact, if it decides it.
        kind: kind that the frame gives to its fact, if it decides it.
        phase: ``"begin"`` or ``"end"``: which end of the event the clause's date is.
        examples: sentences in which the frame must read a fact.
        counterexamples: sentences in which it must not.
    """

    id: str
    sense: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    inner: bool = False
    status: str | None = None
    kind: str | None = None
    phase: str | None = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@attrs.define(eq=False)
class Frame:
    """A frame found in a clause.

    Attributes:
        spec: the entry that matched.
        clause: where.
        phrase: the noun's phrase, ``None`` for a verb alone.
    """

    spec: FrameSpec
    clause: Clause
    phrase: Phrase | None


@attrs.frozen
class FrameLexicon:
    """The entries of one predicate file, by verb and by noun.

    Attributes:
        name: the file's name without its ending.
        specs: the entries in the file's order.
        by_verb: entries with verbs, by dictionary form.
        by_noun: entries of a noun alone, by lemma.
        words: further word lists of the file, by name.
        values: further tables of the file, by name.
        of_noun: the entries of a noun alone for a lemma, which may be a compound.
    """

    name: str
    specs: tuple[FrameSpec, ...]
    by_verb: Mapping[str, tuple[FrameSpec, ...]]
    by_noun: Mapping[str, tuple[FrameSpec, ...]]
    words: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, str]]
    of_noun: Callable[[str], tuple[FrameSpec, ...]] = attrs.field(init=False, eq=False, repr=False)

    @of_noun.default
    def _remember(self) -> Callable[[str], tuple[FrameSpec, ...]]:
        """The entries of a noun; most nouns of a text come again."""
        return lru_cache(maxsize=1 << 12)(lambda lemma: self.by_noun.get(tail(lemma, self.by_noun), ()))

    def find(self, document: Document, clause: Clause) -> list[Frame]:
        """The frames that the clause calls up, the verb's first, most specific entries first."""
        called = document.called.get(clause)
        if called is None:
            called = _called(document, clause)
        return self._found(clause, document.readings) if self.name in called else []

    def frames(self, document: Document, *, implied: bool = False) -> Iterator[tuple[Sentence, Frame]]:
        """The frames of the whole text with their sentences, in order.

        Args:
            document: the article.
            implied: whether those of the clauses count, too, that participles and gaps stand for.
        """
        if not document.callers:
            document.callers.update({name: [] for name in _FILES})
            for sentence, clause in document.tellings():
                for name in _called(document, clause):
                    document.callers[name].append((sentence, clause))
        for sentence, clause in document.callers[self.name]:
            if implied or clause in sentence.clauses:
                for frame in self._found(clause, document.readings):
                    yield sentence, frame

    def _found(self, clause: Clause, readings: Sequence[Sequence[Reading]]) -> list[Frame]:
        found: list[Frame] = []
        if clause.predicate is not None:
            for spec in self.by_verb.get(clause.predicate.lemma, ()):
                found.extend(self._of_verb(spec, clause))
        of_noun = self.of_noun
        for phrase in clause.phrases:
            specs = of_noun(phrase.lemma)
            if specs:
                fitting = [spec for spec in specs if not spec.case or phrase.case in spec.case]
                found += [Frame(spec, clause, phrase) for spec in fitting]
            if phrase.owners:
                found.extend(self._inside(clause, phrase, readings))
        return found

    def _inside(
        self, clause: Clause, phrase: Phrase, readings: Sequence[Sequence[Reading]]
    ) -> Iterator[Frame]:
        """The frames of possessed nouns that own the head of their phrase."""
        for at in phrase.owners:
            reading = readings[at][0]
            for spec in self.of_noun(reading.lemma):
                if spec.inner:
                    yield Frame(spec, clause, part(phrase, at, reading))

    def _of_verb(self, spec: FrameSpec, clause: Clause) -> Iterator[Frame]:
        if spec.beside and not any(phrase.lemma in spec.beside for phrase in clause.phrases):
            return
        if not spec.nouns:
            yield Frame(spec, clause, None)
            return
        for phrase in clause.phrases:
            noun = self._taken_up(clause, phrase) or phrase
            if (not spec.case or phrase.case in spec.case) and _names(noun.lemma, spec.nouns):
                yield Frame(spec, clause, noun)

    @staticmethod
    def _taken_up(clause: Clause, phrase: Phrase) -> Phrase | None:
        """The noun that a relative pronoun stands for: "a megállapodás, amelyet aláírtak"."""
        if phrase.head != clause.opener or clause.parent is None:
            return None
        return next((other for other in clause.parent.phrases if other.head == clause.antecedent), None)


def _called(document: Document, clause: Clause) -> set[str]:
    """The predicate files that know a word of the clause: the others need not look for their frames."""
    predicate, readings = clause.predicate, document.readings
    called = set(_by_verb().get(predicate.lemma, ()) if predicate is not None else ())
    for phrase in clause.phrases:
        files = _by_noun(phrase.lemma)
        if files:
            called |= files
        for at in phrase.owners:
            called |= _by_noun(readings[at][0].lemma)
    document.called[clause] = called
    return called


@cache
def _by_verb() -> Mapping[str, frozenset[str]]:
    """The predicate files that know a verb."""
    lexicons = [frame_lexicon(name) for name in _FILES]
    verbs = {verb for lexicon in lexicons for verb in lexicon.by_verb}
    return {verb: frozenset(each.name for each in lexicons if verb in each.by_verb) for verb in verbs}


@lru_cache(maxsize=1 << 13)
def _by_noun(lemma: str) -> frozenset[str]:
    """The predicate files that know a noun."""
    return frozenset(name for name in _FILES if frame_lexicon(name).of_noun(lemma))


def part(phrase: Phrase, at: int, reading: Reading) -> Phrase:
    """The phrase up to one of its nouns: what owns that noun, and the noun."""
    return attrs.evolve(
        phrase, last=at + 1, head=at, lemma=reading.lemma, possessor=reading.possessor, number=reading.number
    )


def _names(lemma: str, nouns: tuple[str, ...]) -> bool:
    return lemma in nouns or any(lemma.endswith(noun) for noun in nouns if len(noun) > _SHORTEST_TAIL)


def tail(lemma: str, known: Mapping[str, object] | frozenset[str]) -> str:
    """The known noun that a lemma is or ends in (a compound's last part), or the lemma itself."""
    if lemma in known:
        return lemma
    return _last_part(lemma, known) if isinstance(known, frozenset) else _cut(lemma, known)


def _cut(lemma: str, known: Mapping[str, object] | frozenset[str]) -> str:
    lemma = lemma.lower()  # a compound that opens a sentence is taken for a name
    for cut in range(len(lemma) - _SHORTEST_TAIL):
        if lemma[cut:] in known:
            return lemma[cut:]
    return lemma


_last_part = lru_cache(maxsize=1 << 13)(_cut)
"""Most nouns of a text come again, and are looked up in the same few lists."""


def _index(specs: tuple[FrameSpec, ...], attribute: str) -> dict[str, tuple[FrameSpec, ...]]:
    found: dict[str, tuple[FrameSpec, ...]] = {}
    for spec in specs:
        if attribute == "nouns" and spec.verbs:
            continue
        for word in getattr(spec, attribute):
            found[word] = (*found.get(word, ()), spec)
    return found


@cache
def frame_lexicon(name: str) -> FrameLexicon:
    """The predicate file ``data/<name>.toml``.

    Raises:
        DataFileError: if the file holds an unknown key, an entry without words, or an id twice.
    """
    file = f"{name}.toml"
    raw = tomllib.loads(resources.files("bilateral.data").joinpath(file).read_text(encoding="utf-8"))
    converter = cattrs.Converter(forbid_extra_keys=True)
    try:
        specs = converter.structure(raw.get("frame", []), tuple[FrameSpec, ...])
    except cattrs.BaseValidationError as error:
        problem = "; ".join(cattrs.transform_error(error))
        raise DataFileError(file, "frame", problem) from error
    _check(file, specs)
    words = {key: frozenset(value) for key, value in raw.get("words", {}).items()}
    values = {key: dict(value) for key, value in raw.get("values", {}).items()}
    return FrameLexicon(name, specs, _index(specs, "verbs"), _index(specs, "nouns"), words, values)


def _check(file: str, specs: tuple[FrameSpec, ...]) -> None:
    seen: set[str] = set()
    for spec in specs:
        if spec.id in seen:
            raise DataFileError(file, spec.id, "the id is there twice")
        if not spec.verbs and not spec.nouns:
            raise DataFileError(file, spec.id, "expected verbs or nouns")
        seen.add(spec.id)
