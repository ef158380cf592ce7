"""What reports speech: verbs, phrases, converbs; with the act and the form of the words said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

import attrs

from bilateral.errors import DataFileError
from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.phrases import Phrase
from bilateral.hungarian.predicates import Predicate
from bilateral.hungarian.tables import read_table
from bilateral.model.kinds import SpeechAct, Venue
from bilateral.reading.document import Document
from bilateral.reading.frames import FrameLexicon, FrameSpec, frame_lexicon, tail

_VERBS = "reporting_verbs.tsv"
_VENUES = "venues.tsv"
_SHORT = 4
CASE_OF = {
    "object": "Acc",
    "deed": "Acc",
    "goal": "Sbl",
    "deed_goal": "Sbl",
    "topic": "Del",
    "cause": "Cau",
    "towards": "All",
    "trust": "Ine",
    "source": "Abl",
    "means": "Ins",
}
"""The case of the phrase that is said, by form."""
DEEDS = ("deed", "deed_goal")
"""The forms in which it must be the noun of a deed: "a harcok beszüntetését kérte"."""
POSTS_OF = ("beside", "because", "against")
"""The forms in which a phrase with a postposition is said; the postpositions are word lists of that name."""


@attrs.define(eq=False)
class Way:
    """One way in which a predicate reports speech.

    Attributes:
        rule: id of the rule.
        act: what the speaker does by saying it; ``None`` where the words of judgement decide.
        form: what the words said are: ``"quote"``, ``"clause"``, ``"object"``, ``"whole"`` or a case role.
        phrase: the noun that completes the verb.
    """

    rule: str
    act: SpeechAct | None
    form: str
    phrase: Phrase | None = None


@attrs.frozen
class SpeechWords:
    """The vocabulary of reported speech.

    Attributes:
        verbs: verb -> act and forms of the words said.
        frames: the phrases of ``statements.toml``.
        venues: lemma of a venue -> cases and venue.
        may_name_venue: whether a word begins as some venue does, or after a hyphen may ("X-közlemény").
    """

    verbs: Mapping[str, tuple[SpeechAct, tuple[str, ...]]]
    frames: FrameLexicon
    venues: Mapping[str, tuple[tuple[str, ...], Venue]]
    may_name_venue: Callable[[str], bool] = attrs.field(init=False, eq=False, repr=False)
    _of_verb: Mapping[str, tuple[Way, ...]] = attrs.field(init=False)
    _triggers: frozenset[str] = attrs.field(init=False)

    @may_name_venue.default
    def _begins(self) -> Callable[[str], bool]:
        """The test by the first letters: three, or two of short words (endings may alter the third)."""
        words = (name.split()[-1] for name in self.venues)
        initials = frozenset(word[: 3 if len(word) > _SHORT else 2] for word in words)
        return lru_cache(maxsize=1 << 13)(
            lambda fold: fold[:3] in initials or fold[:2] in initials or fold[1:2] == "-"
        )

    @_of_verb.default
    def _by_form(self) -> Mapping[str, tuple[Way, ...]]:
        return {
            lemma: tuple(Way(f"statements.{form}", act, form) for form in forms)
            for lemma, (act, forms) in self.verbs.items()
        }

    @_triggers.default
    def _every_verb(self) -> frozenset[str]:
        values = self.frames.values
        return frozenset().union(self.verbs, self.frames.by_verb, values["denied"], values["with_manner"])

    def words(self, name: str) -> frozenset[str]:
        """A word list of ``statements.toml``."""
        return self.frames.words[name]

    def ways(self, document: Document, clause: Clause) -> tuple[Way, ...]:
        """The ways in which a clause can report speech, the phrases before the single verbs."""
        found = document.ways.get(id(clause))
        if found is None:
            found = document.ways[id(clause)] = tuple(self._asked(document, clause))
        return found

    def _asked(self, document: Document, clause: Clause) -> Iterable[Way]:
        predicate = clause.predicate
        if predicate is None:
            return ()
        if predicate.lemma in self._triggers or self._is_loose(document, predicate):
            return self._ways(document, clause)
        return self._thus(document, clause, predicate)

    def _ways(self, document: Document, clause: Clause) -> Iterator[Way]:
        predicate = clause.predicate
        if predicate is None or clause.with_post(*self.words("agents")):
            return
        if predicate.negated:
            yield from self._of_denial(predicate)
        if not _reports(predicate):
            return
        yield from self._of_manner(document, clause, predicate)
        lemmas = self.lemmas(document, clause)
        for lemma in lemmas:
            for spec in self.frames.by_verb.get(lemma, ()):
                yield from _of_spec(document, spec, clause)
        for lemma in lemmas:
            if lemma in self.verbs:
                yield from self._of_verb[lemma]
                return

    def _is_loose(self, document: Document, predicate: Predicate) -> bool:
        """Whether a word of the predicate may be an argument and no preverb: "mondott neki"."""
        preverb = predicate.preverb
        return preverb >= 0 and document.tokens[preverb].fold in self.words("loose_preverbs")

    def _thus(self, document: Document, clause: Clause, predicate: Predicate) -> Iterator[Way]:
        """Any verb that announces a quotation: "így vonta meg a mérleget: „…”"."""
        following = document.tokens[clause.last : clause.last + 2]
        if not following or following[0].norm != ":" or following[-1].norm not in grammar().quotes:
            return
        if not self.words("thus").isdisjoint(document.folds(clause)) and _reports(predicate):
            yield Way("statements.thus", SpeechAct.SAY, "clause")

    def _of_denial(self, predicate: Predicate) -> Iterator[Way]:
        """What verbs report that do so denied only: "nem zárta ki, hogy"."""
        act = self.frames.values["denied"].get(predicate.lemma)
        if act is not None and predicate.mood == "Ind" and predicate.person in ("3S", "3P"):
            yield Way("statements.not_denied", SpeechAct(act), "clause")

    def _of_manner(self, document: Document, clause: Clause, predicate: Predicate) -> Iterator[Way]:
        """What verbs report that do so with "úgy" only: "úgy látja, hogy"."""
        act = self.frames.values["with_manner"].get(predicate.lemma)
        if act is not None and not self.words("manner").isdisjoint(document.folds(clause)):
            yield Way("statements.so", SpeechAct(act), "clause")

    def lemmas(self, document: Document, clause: Clause) -> list[str]:
        """Dictionary forms of the predicate, with and without a preverb that may be an argument ("rá")."""
        predicate = clause.predicate
        if predicate is None:
            return []
        found = [predicate.lemma]
        preverb = document.tokens[predicate.preverb].fold if predicate.preverb >= 0 else ""
        if preverb in self.words("loose_preverbs"):
            found.append(predicate.lemma.removeprefix(preverb))
        return found

    def converb(self, reading: Reading) -> SpeechAct | None:
        """The act that a converb reports ("hozzátéve"), or ``None``."""
        if reading.form != "Conv":
            return None
        verb = self.frames.values["converbs"].get(reading.lemma, reading.verb)
        return self.verbs[verb][0] if verb in self.verbs else None

    def venue(self, lemma: str, case: str, before: str = "") -> Venue | None:
        """The venue that a word in a case names, with the word before it ("közösségi oldalán")."""
        for name in (f"{before} {lemma.lower()}", lemma.lower()):
            known = self.venues.get(name)
            if known and (case in known[0] or not known[0]):
                return known[1]
        return None


def _reports(predicate: Predicate) -> bool:
    """Whether the verb tells that somebody said something: third person, no denial, wish or question."""
    return (
        predicate.person in ("3S", "3P")
        and predicate.mood == "Ind"
        and not (predicate.negated or predicate.modality or predicate.potential or predicate.counterfactual)
    )


def _of_spec(document: Document, spec: FrameSpec, clause: Clause) -> Iterator[Way]:
    act = SpeechAct(spec.kind) if spec.kind else None
    if not spec.nouns and not spec.case:
        yield Way(spec.id, act, spec.sense)
        return
    nouns = _known(spec.nouns)
    for phrase in clause.phrases:
        if phrase.post or (spec.case and phrase.case not in spec.case):
            continue
        if not nouns or tail(phrase.lemma, nouns) in nouns or document.tokens[phrase.head].fold in nouns:
            yield Way(spec.id, act, spec.sense, phrase)


_known = lru_cache(maxsize=1 << 10)(frozenset[str])
"""The nouns of an entry as a set."""


def _verb(row: Mapping[str, str]) -> tuple[SpeechAct, tuple[str, ...]]:
    try:
        return SpeechAct(row["act"]), tuple(row["content"].split())
    except ValueError as error:
        raise DataFileError(_VERBS, row["lemma"], f"unknown act {row['act']!r}") from error


def _venue(row: Mapping[str, str]) -> tuple[tuple[str, ...], Venue]:
    try:
        return tuple(row["case"].split()), Venue(row["venue"])
    except ValueError as error:
        raise DataFileError(_VENUES, row["lemma"], f"unknown venue {row['venue']!r}") from error


@cache
def speech_words() -> SpeechWords:
    """The shipped vocabulary.

    Raises:
        DataFileError: if a table has another header, or an unknown act or venue.
    """
    verbs = read_table(_VERBS, ("lemma", "act", "content", "source"))
    venues = read_table(_VENUES, ("lemma", "case", "venue", "source"))
    return SpeechWords(
        {row["lemma"]: _verb(row) for row in verbs},
        frame_lexicon("statements"),
        {row["lemma"]: _venue(row) for row in venues},
    )
