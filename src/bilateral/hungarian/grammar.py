"""The function words of Hungarian by what they do in a clause, from ``data/clauses.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import attrs
import cattrs

from bilateral.errors import DataFileError
from bilateral.hungarian.readings import preverbs

_FILE = "clauses.toml"


@attrs.frozen(kw_only=True)
class Grammar:
    """Closed word classes, all keyed by folded form or lemma.

    Attributes:
        coordinating: conjunctions between equals.
        explanatory: conjunctions that open a reason ("hiszen", "mert").
        adverbial: subordinators of time, condition and concession.
        conditional: those of them that make a condition ("ha").
        complement: the conjunction of reported clauses ("hogy").
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
        hedges: words that keep a clause from being stated ("állítólag").
        interrogative: endings of a verb that asks ("jön-e").
        counterfactual: particles that make a clause contrary to fact ("volna").
        postpositions: words that govern the phrase before them.
        governing: those of them that want another case than the nominative, with that case.
        adjectival_postpositions: those of them that make their phrase a modifier ("elleni").
        between: those that govern two coordinated phrases at once.
        deverbal: endings of nouns that name an event.
        cataphoric: words that announce a reported clause.
        preverbs: words that may stand apart from their verb and belong to it ("alá", "síkra").
        dashes: marks that serve as a dash.
        quotes: each mark that opens a quotation, with those that may close it.
        reporting: lemmas of verbs that report speech, with the act that they perform.
        auxiliary_forms: inflected words that may stand between a preverb and its verb.
        participles: words that bind the phrase before them to the noun after them ("való").
    """

    coordinating: frozenset[str]
    explanatory: frozenset[str]
    adverbial: frozenset[str]
    conditional: frozenset[str]
    complement: frozenset[str]
    relatives: frozenset[str]
    parenthetical: frozenset[str]
    phraseless: frozenset[str]
    often: tuple[str, ...]
    potential_auxiliaries: Mapping[str, str]
    copulas: frozenset[str]
    auxiliaries: Mapping[str, str]
    negators: frozenset[str]
    negative_verbs: frozenset[str]
    denials: frozenset[str]
    hedges: frozenset[str]
    interrogative: tuple[str, ...]
    counterfactual: frozenset[str]
    postpositions: frozenset[str]
    governing: Mapping[str, str]
    adjectival_postpositions: frozenset[str]
    between: frozenset[str]
    deverbal: tuple[str, ...]
    cataphoric: frozenset[str]
    preverbs: frozenset[str]
    dashes: frozenset[str]
    quotes: Mapping[str, frozenset[str]]
    reporting: Mapping[str, str]
    auxiliary_forms: frozenset[str]
    participles: frozenset[str]

    def subordinates(self, fold: str, lemma: str) -> bool:
        """Whether a clause that begins with this word depends on another one."""
        return (
            fold in self.complement
            or fold in self.adverbial
            or lemma in self.relatives
            or fold in self.relatives
        )


def _reporting_verbs() -> dict[str, str]:
    """Lemmas of the verbs that report speech, with the act that they perform."""
    name = "reporting_verbs.tsv"
    lines = resources.files("bilateral.data").joinpath(name).read_text(encoding="utf-8").splitlines()
    if not lines or lines[0].split("\t")[:2] != ["lemma", "act"]:
        raise DataFileError(name, "line 1", "expected the header lemma, act, source")
    rows = (line.split("\t") for line in lines[1:])
    return {row[0]: row[1] for row in rows}


@cache
def grammar() -> Grammar:
    """The function words of the shipped data file.

    Raises:
        DataFileError: if the file lacks a table or holds something else than word lists.
    """
    raw = tomllib.loads(resources.files("bilateral.data").joinpath(_FILE).read_text(encoding="utf-8"))
    words = frozenset[str]
    try:
        return Grammar(
            coordinating=words(raw["conjunctions"]["coordinating"]),
            explanatory=words(raw["conjunctions"]["explanatory"]),
            adverbial=words(raw["conjunctions"]["adverbial"]),
            conditional=words(raw["conjunctions"]["conditional"]),
            complement=words(raw["conjunctions"]["complement"]),
            relatives=words(raw["relatives"]["pronouns"]),
            parenthetical=words(raw["relatives"]["parenthetical"]),
            phraseless=words(raw["conjunctions"]["adverbial"]).union(
                raw["phraseless"]["relative"], raw["phraseless"]["interrogative"]
            ),
            often=tuple(raw["phraseless"]["often"]),
            potential_auxiliaries=cattrs.structure(raw["potential_auxiliaries"], dict[str, str]),
            copulas=words(raw["copula"]["lemmas"]),
            auxiliaries=cattrs.structure(raw["auxiliaries"], dict[str, str]),
            negators=words(raw["negation"]["before_verb"]),
            negative_verbs=words(raw["negation"]["verbs"]),
            denials=words(raw["negation"]["denials"]),
            hedges=words(raw["uncertain"]["words"]),
            interrogative=tuple(raw["uncertain"]["endings"]),
            counterfactual=words(raw["counterfactual"]["particles"]),
            postpositions=words(raw["postpositions"]["words"]).union(
                raw["postpositions"]["adjectival"], raw["governing"]
            ),
            governing=cattrs.structure(raw["governing"], dict[str, str]),
            adjectival_postpositions=words(raw["postpositions"]["adjectival"]),
            between=words(raw["postpositions"]["between"]),
            deverbal=tuple(raw["deverbal"]["endings"]),
            cataphoric=words(raw["demonstratives"]["cataphoric"]),
            preverbs=preverbs().union(raw["verb_modifiers"]["words"]),
            dashes=words(raw["dashes"]["words"]),
            quotes={mark: words(closing) for mark, closing in raw["quotes"].items()},
            reporting=_reporting_verbs(),
            participles=words(raw["participles"]["words"]),
            auxiliary_forms=words(raw["auxiliary_forms"]["words"]),
        )
    except KeyError as error:
        raise DataFileError(_FILE, str(error), "table or key is missing") from error
