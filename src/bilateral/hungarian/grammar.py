"""The function words of Hungarian by what they do in a clause, from ``data/clauses.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs
import cattrs

from bilateral.errors import DataFileError
from bilateral.hungarian.readings import preverbs

_FILE = "clauses.toml"


@attrs.frozen(kw_only=True)
class Grammar:
    """Closed word classes, all keyed by folded form or lemma.

    Attributes:
        articles, definite_articles: all articles, and the definite ones.
        phrasal: conjunctions between phrases.
        coordinating: conjunctions between equals.
        explanatory: conjunctions that open a reason ("hiszen", "mert").
        adverbial: subordinators of time, condition and concession.
        conditional: those of them that make a condition ("ha").
        conditioning: those of them that put the clause that they hang on under a condition.
        complement: the conjunction of reported clauses ("hogy").
        contrasting: those of them (and other words) that set another subject against the one before.
        temporal: words before "hogy" that make its clause tell when ("azután, hogy").
        joining: the conjunctions that may begin a clause without any mark before them.
        relatives: lemmas of relative pronouns and adverbs.
        parenthetical: words that may open a parenthetical reporting clause ("mint mondta").
        phraseless: conjunctions and adverbs that are no phrase, even where they are tagged as pronouns.
        often: endings that make a numeral an adverb ("kétszer").
        potential_auxiliaries: like ``auxiliaries``, of verbs that are one only with -hat/-het ("lehet").
        copulas: lemmas of verbs that a nominal auxiliary may have beside it.
        auxiliaries: lemma of an auxiliary -> what it makes of the infinitive.
        negators: words that deny the verb after them.
        negative_verbs: verbs that are a denial themselves.
        denials: verbs whose reported clause is denied ("cáfol").
        deeds: verbs of what a speaker does beside speaking ("meghív").
        hedges: words that keep a clause from being stated ("állítólag").
        interrogative: endings of a verb that asks ("jön-e").
        counterfactual: particles that make a clause contrary to fact ("volna").
        functional: articles, postpositions and the phraseless: the words that are no content words.
        postpositions: words that govern the phrase before them.
        governing: those of them that want another case than the nominative, with that case.
        adjectival_postpositions: those of them that make their phrase a modifier ("elleni").
        between: those that govern two coordinated phrases at once.
        deverbal: endings of nouns that name an event.
        agents: endings of nouns that name an agent.
        cataphoric: words that announce a reported clause.
        satellites: what changes a verb that it stands by or is: preverbs, negators, "volna", "nincs".
        preverbs: words that may stand apart from their verb and belong to it ("alá", "részt").
        preverb_variants: a preverb that is another spelling of one -> the usual one ("föl").
        parting: small words that may part a preverb from the verb before it ("hozzák majd létre").
        verb_modifiers: those of them that stand apart even right before the verb ("részt vesz").
        manner: nouns that tell how a verb is done and head no phrase of a participle ("telefonon").
        dashes: marks that serve as a dash.
        quotes: each mark that opens a quotation, with those that may close it.
        reporting: lemmas of verbs that report speech, with the act that they perform.
        auxiliary_forms: inflected words that may stand between a preverb and its verb.
        naming: adjectives that bind the name before them to the noun after them ("nevű").
        subordinating: words that open a clause which depends on another one, whatever their lemma.
        participles: words that bind the phrase before them to the noun after them ("való").
    """

    articles: frozenset[str]
    definite_articles: frozenset[str]
    phrasal: frozenset[str]
    coordinating: frozenset[str]
    explanatory: frozenset[str]
    adverbial: frozenset[str]
    conditional: frozenset[str]
    conditioning: frozenset[str]
    complement: frozenset[str]
    contrasting: frozenset[str]
    temporal: frozenset[str]
    joining: frozenset[str]
    relatives: frozenset[str]
    parenthetical: frozenset[str]
    phraseless: frozenset[str]
    functional: frozenset[str]
    often: tuple[str, ...]
    potential_auxiliaries: Mapping[str, str]
    copulas: frozenset[str]
    auxiliaries: Mapping[str, str]
    negators: frozenset[str]
    negative_verbs: frozenset[str]
    denials: frozenset[str]
    deeds: frozenset[str]
    hedges: frozenset[str]
    interrogative: tuple[str, ...]
    counterfactual: frozenset[str]
    postpositions: frozenset[str]
    governing: Mapping[str, str]
    adjectival_postpositions: frozenset[str]
    between: frozenset[str]
    deverbal: tuple[str, ...]
    agents: tuple[str, ...]
    cataphoric: frozenset[str]
    satellites: frozenset[str]
    preverbs: frozenset[str]
    parting: frozenset[str]
    verb_modifiers: frozenset[str]
    manner: frozenset[str]
    preverb_variants: Mapping[str, str]
    dashes: frozenset[str]
    quotes: Mapping[str, frozenset[str]]
    reporting: Mapping[str, str]
    auxiliary_forms: frozenset[str]
    participles: frozenset[str]
    naming: frozenset[str]

    subordinating: frozenset[str] = attrs.field(init=False)

    @subordinating.default
    def _all_subordinators(self) -> frozenset[str]:
        return self.complement | self.adverbial | self.relatives

    def subordinates(self, fold: str, lemma: str) -> bool:
        """Whether a clause that begins with this word depends on another one."""
        return fold in self.subordinating or lemma in self.relatives


def _reporting_verbs() -> dict[str, str]:
    """Lemmas of the verbs that report speech, with the act that they perform."""
    name = "reporting_verbs.tsv"
    lines = resources.files("bilateral.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t")[:2] != ["lemma", "act"]:
        raise DataFileError(name, "line 1", "expected the header lemma, act, source")
    rows = (line.split("\t") for line in lines[1:])
    return {row[0]: row[1] for row in rows}


_WORDS = {
    "coordinating": ("conjunctions", "coordinating"),
    "explanatory": ("conjunctions", "explanatory"),
    "articles": ("articles", "all"),
    "definite_articles": ("articles", "definite"),
    "phrasal": ("conjunctions", "phrasal"),
    "agents": ("deverbal", "agents"),
    "parting": ("parting", "words"),
    "adverbial": ("conjunctions", "adverbial"),
    "conditional": ("conjunctions", "conditional"),
    "conditioning": ("conjunctions", "conditioning"),
    "contrasting": ("conjunctions", "contrasting"),
    "temporal": ("conjunctions", "temporal"),
    "complement": ("conjunctions", "complement"),
    "relatives": ("relatives", "pronouns"),
    "parenthetical": ("relatives", "parenthetical"),
    "copulas": ("copula", "lemmas"),
    "negators": ("negation", "before_verb"),
    "negative_verbs": ("negation", "verbs"),
    "denials": ("negation", "denials"),
    "deeds": ("deeds", "verbs"),
    "hedges": ("uncertain", "words"),
    "counterfactual": ("counterfactual", "particles"),
    "adjectival_postpositions": ("postpositions", "adjectival"),
    "between": ("postpositions", "between"),
    "cataphoric": ("demonstratives", "cataphoric"),
    "dashes": ("dashes", "words"),
    "verb_modifiers": ("verb_modifiers", "words"),
    "manner": ("manner", "words"),
    "naming": ("naming", "words"),
    "participles": ("participles", "words"),
    "auxiliary_forms": ("auxiliary_forms", "words"),
    "often": ("phraseless", "often"),
    "interrogative": ("uncertain", "endings"),
    "deverbal": ("deverbal", "endings"),
}
"""The fields that are word lists of the file: its table and key."""
_MEANINGS = ("auxiliaries", "potential_auxiliaries", "governing", "preverb_variants")
"""The fields that are whole tables of the file."""
_CHANGING = ("negators", "negative_verbs", "counterfactual")
"""The word lists that are satellites beside the preverbs."""


@cache
def grammar() -> Grammar:
    """The function words of the shipped data file.

    Raises:
        DataFileError: if the file lacks a table or holds something else than word lists.
    """
    raw = tomllib.loads(resources.files("bilateral.data").joinpath(_FILE).read_text(encoding="utf-8"))
    try:
        return _grammar(raw)
    except KeyError as error:
        raise DataFileError(_FILE, str(error), "table or key is missing") from error


def _grammar(raw: Mapping[str, Any]) -> Grammar:
    lists: dict[str, list[str]] = {field: raw[table][key] for field, (table, key) in _WORDS.items()}
    adverbs = raw["phraseless"]
    apart = [*preverbs(), *lists["verb_modifiers"]]
    phraseless = [*lists["adverbial"], *adverbs["relative"], *adverbs["interrogative"]]
    postpositions = [*lists["adjectival_postpositions"], *raw["postpositions"]["words"], *raw["governing"]]
    marked = raw["conjunctions"]["marked"]
    unmarked = [word for word in lists["coordinating"] if word not in marked]
    fields = {
        **lists,
        **{field: raw[field] for field in _MEANINGS},
        "joining": [*unmarked, *lists["adverbial"], *lists["complement"]],
        "phraseless": phraseless,
        "functional": [*lists["articles"], *phraseless, *postpositions],
        "postpositions": postpositions,
        "preverbs": apart,
        "satellites": [*apart, *(word for name in _CHANGING for word in lists[name])],
        "quotes": raw["quotes"],
        "reporting": _reporting_verbs(),
    }
    return cattrs.structure(fields, Grammar)
