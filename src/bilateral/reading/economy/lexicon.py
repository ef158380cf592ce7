"""The words of ``data/measures.toml`` and ``data/change_verbs.tsv``, loaded once and checked."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum

import attrs
import cattrs

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_bytes, read_table
from bilateral.model.kinds import Measure

FILE = "measures.toml"
VERBS_FILE = "change_verbs.tsv"


class Flow(StrEnum):
    """Which way goods, money or people go, seen from whose they are said to be."""

    OUTWARD = "outward"
    """From the possessor to the goal: exports, loans, aid."""
    INWARD = "inward"
    """To the possessor from the source: imports, tariffs."""
    STAY = "stay"
    """From the possessor's country to the place: investment, students, companies."""
    GOODS = "goods"
    """As the verb has it: delivered, bought."""
    DUTY = "duty"
    """Levied by the subject on the possessor's goods."""
    OWED = "owed"
    """By the possessor to the goal, from which the money came."""
    HOME = "home"
    """From where somebody works to the own country: what migrants send."""
    MUTUAL = "mutual"
    NONE = "none"


class Effect(StrEnum):
    """What a verb makes of the amount that it governs."""

    UP = "up"
    DOWN = "down"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    ABOUT = "about"


@attrs.frozen(kw_only=True)
class MeasureRule:
    """One entry of the data file; see its head for the keys."""

    id: str
    measure: Measure
    units: tuple[str, ...]
    flow: Flow
    nouns: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    verb_units: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    place: str = ""
    cases: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    after: tuple[Measure, ...] = ()
    between: bool = False
    paired: bool = False
    per: bool = False
    potential: bool = False
    common: bool = False
    counted: bool = False
    object: str = ""
    unit: str = ""
    alone: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Words:
    """The closed word lists of the data file, by what they say of an amount."""

    values: frozenset[str]
    shares: frozenset[str]
    reaching: frozenset[str]
    targets: frozenset[str]
    target_nouns: frozenset[str]
    target_verbs: frozenset[str]
    target_modalities: frozenset[str]
    continuing: frozenset[str]
    comparisons: frozenset[str]
    articles: frozenset[str]
    demonstratives: frozenset[str]
    comparing: frozenset[str]
    goal_posts: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    replaced: frozenset[str]
    cumulative: frozenset[str]
    stocks: frozenset[str]
    mutual: frozenset[str]
    joint: frozenset[str]
    each: frozenset[str]
    reverse: frozenset[str]
    transit: frozenset[str]
    parties: frozenset[str]
    lands: frozenset[str]
    taking: frozenset[str]
    future: frozenset[str]
    comparatives_down: frozenset[str]
    comparatives_up: frozenset[str]
    negative: frozenset[str]
    trading: frozenset[str]
    partners: frozenset[str]
    lenders: frozenset[str]
    joining: frozenset[str]
    regions: frozenset[str]
    region_nouns: frozenset[str]
    per_units: frozenset[str]
    present: frozenset[str]
    mediating: frozenset[str]
    forgiving: frozenset[str]
    packages: frozenset[str]
    being: frozenset[str]
    agreeing: frozenset[str]
    hosting: frozenset[str]
    goals: frozenset[str]
    sources: frozenset[str]
    places: frozenset[str]
    seats: frozenset[str]
    paying: frozenset[str]
    points: frozenset[str]
    crossing: frozenset[str]
    numbers: frozenset[str]
    able: frozenset[str]
    causes: frozenset[str]
    counterparts: frozenset[str]
    originating: frozenset[str]


@attrs.frozen
class EconomyLexicon:
    """Look-up of measures by the lemmas of nouns and verbs.

    Attributes:
        rules: every entry, in the order of the file.
        words: the closed lists.
        effects: lemma of a verb, or of the noun of its event -> what it makes of its amount.
        classes: unit -> its class.
        adverbs: the adverbs of place that take up where something goes, comes from or is.
        knows: whether a lemma is a noun with an entry.
    """

    rules: tuple[MeasureRule, ...]
    words: Words
    effects: Mapping[str, Effect]
    classes: Mapping[str, str]
    _nouns: Mapping[str, tuple[MeasureRule, ...]]
    _phrases: Mapping[str, Mapping[str, tuple[MeasureRule, ...]]]
    _verbs: Mapping[str, tuple[MeasureRule, ...]]
    _endings: Mapping[str, tuple[MeasureRule, ...]]
    _tails: tuple[str, ...]
    _units: Mapping[str, MeasureRule]
    adverbs: frozenset[str] = attrs.field(init=False)
    _of_word: Callable[[str], tuple[MeasureRule, ...]] = attrs.field(init=False, eq=False, repr=False)
    knows: Callable[[str], bool] = attrs.field(init=False, eq=False, repr=False)

    @adverbs.default
    def _place_adverbs(self) -> frozenset[str]:
        return self.words.goals | self.words.sources | self.words.places

    @_of_word.default
    def _remember(self) -> Callable[[str], tuple[MeasureRule, ...]]:
        """The entries of a noun by itself; most nouns of a text come again."""
        return functools.lru_cache(maxsize=1 << 12)(
            lambda lemma: self._nouns.get(lemma) or self._compound(lemma)
        )

    @knows.default
    def _recognise(self) -> Callable[[str], bool]:
        """Whether a lemma is a noun with an entry, by itself or with the words before it."""
        return functools.lru_cache(maxsize=1 << 13)(
            lambda lemma: lemma.lower() in self._phrases or bool(self._of_word(lemma.lower()))
        )

    @property
    def ability(self) -> MeasureRule:
        """The entry of what an installation is said to be able to do."""
        return next(rule for rule in self.rules if rule.measure is Measure.CAPACITY)

    def unit_class(self, unit: str) -> str:
        """``"money"`` for a currency, the class of a measured unit, ``"count"`` for all else."""
        return "money" if unit.isupper() else self.classes.get(unit, "count")

    def of_unit(self, unit: str) -> MeasureRule | None:
        """The entry that this unit alone gives, if there is one."""
        return self._units.get(unit)

    def verb(self, lemma: str) -> tuple[MeasureRule, ...]:
        """The entries that a predicate alone gives."""
        return self._verbs.get(lemma, ())

    def modified(self, lemma: str) -> bool:
        """Whether the words before a noun tell what it measures."""
        return lemma in self._phrases

    def noun(self, lemma: str, before: tuple[str, ...] = ()) -> tuple[MeasureRule, ...]:
        """The entries of a noun, by the lemmas of the words before it where these tell, else by itself."""
        by_modifier = self._phrases.get(lemma)
        if by_modifier is not None:
            said = next((by_modifier[word] for word in before if word in by_modifier), None)
            if said is not None:
                return said
        return self._of_word(lemma)

    def _compound(self, lemma: str) -> tuple[MeasureRule, ...]:
        """The entries of a compound by its last member, or by the first of a hyphenated one."""
        if lemma.endswith(self._tails):
            return next(rules for end, rules in self._endings.items() if lemma.endswith(end))
        first, hyphen, _ = lemma.partition("-")
        return self._nouns.get(first, ()) if hyphen else ()


@attrs.frozen(kw_only=True)
class _File:
    units: dict[str, tuple[str, ...]]
    words: Words
    measure: tuple[MeasureRule, ...]


def _phrase_table(rules: tuple[MeasureRule, ...]) -> dict[str, dict[str, tuple[MeasureRule, ...]]]:
    table: dict[str, dict[str, tuple[MeasureRule, ...]]] = {}
    for rule in rules:
        for phrase in rule.phrases:
            modifier, _, noun = phrase.rpartition(" ")
            by_modifier = table.setdefault(noun, {})
            by_modifier[modifier] = (*by_modifier.get(modifier, ()), rule)
    return table


def _table(rules: tuple[MeasureRule, ...], key: str) -> dict[str, tuple[MeasureRule, ...]]:
    """The entries by each word that they list under ``key``, in the order of the file."""
    table: dict[str, tuple[MeasureRule, ...]] = {}
    for rule in rules:
        for word in getattr(rule, key):
            table[word] = (*table.get(word, ()), rule)
    return table


def _effects() -> dict[str, Effect]:
    rows = read_table(VERBS_FILE, ("lemma", "effect", "source"))
    try:
        return {row["lemma"]: Effect(row["effect"]) for row in rows}
    except ValueError as error:
        raise DataFileError(VERBS_FILE, "effect", str(error)) from error


@functools.cache
def economy() -> EconomyLexicon:
    """The shipped words.

    Raises:
        DataFileError: a file is no TOML or TSV of the form that its head describes.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    try:
        raw = converter.structure(tomllib.loads(read_bytes(FILE).decode("utf-8")), _File)
    except (tomllib.TOMLDecodeError, cattrs.BaseValidationError) as error:
        problem = (
            "; ".join(cattrs.transform_error(error)) if isinstance(error, ExceptionGroup) else str(error)
        )
        raise DataFileError(FILE, "the file", problem) from error
    endings = _table(raw.measure, "endings")
    return EconomyLexicon(
        rules=raw.measure,
        words=raw.words,
        effects=_effects(),
        classes={unit: name for name, units in raw.units.items() for unit in units},
        nouns=_table(raw.measure, "nouns"),
        phrases=_phrase_table(raw.measure),
        verbs=_table(raw.measure, "verbs"),
        endings=endings,
        tails=tuple(endings),
        units={rule.unit: rule for rule in raw.measure if rule.alone},
    )
