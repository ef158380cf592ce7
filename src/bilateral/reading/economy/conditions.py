"""What else must stand around a figure for a noun or verb to name its measure."""

from __future__ import annotations

from bilateral.hungarian.clauses import Clause
from bilateral.reading.document import Document
from bilateral.reading.economy.cues import Cue, lemma, verb
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import MeasureRule, economy
from bilateral.reading.economy.told import Told
from bilateral.reading.referents import Mention, MentionKind

_PAIR = 2
_WHOLE = "whole"
_STATES = (MentionKind.COUNTRY, MentionKind.NATIONALITY, MentionKind.GROUP)


def usable(document: Document, figure: Figure, cue: Cue, before: Told | None) -> bool:
    """Whether the cue can name the measure of such an amount here."""
    rule = cue.rule
    units = rule.verb_units if cue.verb and rule.verb_units else rule.units
    if not figure.fits(units) or figure.amount.unit in rule.not_units:
        return False
    if rule.place and not cue.verb:
        return rule.place == _WHOLE and _sized_as_share(document, figure, cue)
    return holds(document, figure, rule, before)


def _sized_as_share(document: Document, figure: Figure, cue: Cue) -> bool:
    """Whether the noun is called a part of all there is: "a katari gáz aránya 12 százalék"."""
    told = cue.last - cue.at > 1 and lemma(document, cue.last - 1) in economy().words.shares
    return told and figure.unit_class == "share"


def holds(document: Document, figure: Figure, rule: MeasureRule, before: Told | None) -> bool:
    """Whether everything that ``rule`` asks for besides its own word is there."""
    clause = figure.clause
    if rule.after and (before is None or before.choice.measure not in rule.after):
        return False
    if rule.cases and figure.case not in rule.cases:
        return False
    if rule.counted and not _weighs(document, figure):
        return False
    if rule.paired and not (names_pair(document, clause) or _of_trade(document, figure)):
        return False
    return _is_said(document, clause, rule)


def _is_said(document: Document, clause: Clause, rule: MeasureRule) -> bool:
    """Whether the words that the rule asks for stand in the clause."""
    if rule.potential and not _can(document, clause):
        return False
    if rule.per and economy().words.per_units.isdisjoint(document.folds(clause)):
        return False
    if rule.unless and clause.predicate is not None and clause.predicate.lemma in rule.unless:
        return False
    if rule.object and not _acts_on(clause, rule.object):
        return False
    if rule.between and not _is_joint(document, clause):
        return False
    return not rule.needs or _says_one_of(document, clause, rule.needs)


def _weighs(document: Document, figure: Figure) -> bool:
    """Whether the clause also tells how much or how many there are of what the money is for."""
    parts = figure.clause.parts
    return any(
        not found.amount.is_money and (found.counted or found.amount.unit in economy().classes)
        for first, last in parts
        for found in document.amounts_in(first, last)
    )


def _can(document: Document, clause: Clause) -> bool:
    """Whether the clause tells what can be: "szállíthat", "tud szállítani", "fogadására képes"."""
    predicate = clause.predicate
    if predicate is not None and (predicate.potential or predicate.modality == "may"):
        return True
    return not economy().words.able.isdisjoint(document.lemmas_in(clause))


def _acts_on(clause: Clause, id_: str) -> bool:
    """Whether the object of the clause is what the entry with this id names."""
    objects = (economy().noun(phrase.lemma) for phrase in clause.by_case("Acc"))
    return any(rule.id == id_ for rules in objects for rule in rules)


def _says_one_of(document: Document, clause: Clause, lemmas: frozenset[str]) -> bool:
    predicate = clause.predicate
    if predicate is not None and predicate.lemma in lemmas:
        return True
    if not lemmas.isdisjoint(document.lemmas_in(clause)):
        return True
    return any(verb(document, at) in lemmas for at in clause.words)


def _is_joint(document: Document, clause: Clause) -> bool:
    words, lemmas = economy().words, document.lemmas_in(clause)
    return not (words.joint.isdisjoint(lemmas) and words.mutual.isdisjoint(lemmas))


def names_pair(document: Document, clause: Clause) -> bool:
    """Whether a clause names two sides side by side: "lett-litván", "Irán és Irak", "a két ország"."""
    words = economy().words
    if _is_joint(document, clause) or not words.trading.isdisjoint(document.lemmas_in(clause)):
        return True
    before: Mention | None = None
    for first, last in clause.parts:
        for mention in document.mentions_in(first, last, *_STATES):
            if _is_two(document, mention) or (before is not None and _are_joined(document, before, mention)):
                return True
            before = mention
    return False


def _of_trade(document: Document, figure: Figure) -> bool:
    """Whether the sentence so far, or the one before it in the same paragraph, speaks of trade."""
    first = figure.sentence.first
    before = document.sentences[figure.sentence.index - 1] if figure.sentence.index else None
    if before is not None and before.paragraph == figure.sentence.paragraph:
        first = before.first
    return not economy().words.trading.isdisjoint(document.lemmas[first : figure.found.first])


def _is_two(document: Document, mention: Mention) -> bool:
    if mention.kind is MentionKind.GROUP:
        return lemma(document, mention.head) in economy().words.parties
    return len(mention.countries) == _PAIR


def _are_joined(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether nothing but "és" stands between two states of one rank."""
    between = range(before.last, mention.first)
    joined = len(between) == 1 and document.tokens[before.last].fold in economy().words.joining
    return joined and before.countries != mention.countries
