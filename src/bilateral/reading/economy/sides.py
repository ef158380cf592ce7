"""The countries that a figure concerns, and from which to which the goods, the money or the people go."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.hungarian.clauses import Clause, Link
from bilateral.model.kinds import Measure
from bilateral.reading.document import Document
from bilateral.reading.drafting import phrase_at
from bilateral.reading.economy.cues import lemma
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.flows import completed, ends_of
from bilateral.reading.economy.inheriting import inherited
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.pairs import PAIR, Pairs
from bilateral.reading.economy.roles import (
    Role,
    Side,
    headed,
    is_reason,
    nearest,
    sides_in,
    subjects,
    taken_up,
)
from bilateral.reading.economy.told import NOWHERE, Choice, Ends, Sides, Told
from bilateral.reading.referents import Mention, MentionKind

_COMING = (Measure.TOURISM, Measure.STUDENTS, Measure.JOBS)
_ABROAD = ("Ins", "Ill", "Ela")
_SUBJECT = ("Nom", "Sup")
"""Cases of those counted who are the subject themselves: "tavaly ezren jelentkeztek"."""


def sides_of(pairs: Pairs, figure: Figure, choice: Choice, before: Told | None) -> Sides:
    """Who gives and who gets, and everybody concerned."""
    document = pairs.document
    clauses = list(_clauses(document, figure, choice))
    own = _own_land(pairs, figure, choice)
    named = [*_beside(pairs, figure, choice, clauses), *own, *_counterpart(pairs, choice)]
    found = headed(document, figure, nearest(document, figure, named))
    if choice.rule.flow is Flow.OUTWARD and _is_lender(pairs, choice.clause):
        found = [side for side in found if side.role is not Role.SUBJECT]
    mutual = _is_mutual(pairs, choice.clause)
    if figure.unit_class != "count" or figure.case not in _SUBJECT:
        found += [side for clause in clauses for side in subjects(document, clause)]
    said = _said_ends(pairs, figure, choice, found, before)
    ends = inherited(figure, choice, said, before)
    told = before.sides.countries if before is not None and choice.cue is None else ()
    abroad = _is_abroad(pairs, choice, clauses) or (bool(told) and len(told) < PAIR)
    countries = _concerned(ends, _named(choice, found), told)
    if told and before is not None and before.figure.sentence is figure.sentence:
        countries = told
    elif not abroad:
        countries = _completed_pair(pairs, figure, choice, countries, before, mutual=mutual)
    main = bool(pairs.main) and set(pairs.main) == set(countries)
    if any(said) and (figure.unit_class != "count" or (main and choice.measure in _COMING)):
        ends = completed(choice, ends, countries, found)
    if ends.origin == ends.destination:
        ends = NOWHERE
    spans = {side.country: side.span for side in reversed(found)}
    linked = bool(named) or mutual
    asked = figure.unit_class == "count" or not linked
    inside = mutual or (asked and _in_sentence(pairs, figure, countries, own))
    return Sides(
        countries,
        ends,
        spans,
        said,
        named=linked,
        in_sentence=inside,
        before=not inside and pairs.told_before(figure.sentence.index, countries),
        main=main,
        abroad=abroad,
    )


def _beside(pairs: Pairs, figure: Figure, choice: Choice, clauses: list[Clause]) -> list[Side]:
    """The sides that the clauses name, and those that they take up from before."""
    named = [side for clause in clauses for side in sides_in(pairs, figure, choice, clause)]
    return named + [side for clause in clauses for side in taken_up(pairs, clause)]


def _completed_pair(
    pairs: Pairs,
    figure: Figure,
    choice: Choice,
    countries: tuple[str, ...],
    before: Told | None,
    *,
    mutual: bool,
) -> tuple[str, ...]:
    """The countries, where the clause names one or none, with the pair of the sentence or of the text."""
    if len(countries) < PAIR and (choice.rule.flow is Flow.NONE or choice.cue is not None):
        countries = _with_pair(countries, _pair_of_sentence(pairs, figure))
    if len(countries) < PAIR:
        countries = _with_pair(countries, _known_pair(pairs, figure, before, presumed=mutual))
    return countries


def _named(choice: Choice, found: list[Side]) -> list[str]:
    """Who is named: of what is between two sides, those two that stand by the measure's noun."""
    owners = list(dict.fromkeys(side.country for side in found if side.role is Role.OWNER))
    if choice.rule.flow in (Flow.MUTUAL, Flow.NONE) and len(owners) == PAIR:
        return owners
    return [side.country for side in found]


def _is_lender(pairs: Pairs, clause: Clause) -> bool:
    """Whether an organisation of states is the subject, so that no state gives."""
    kinds = (MentionKind.ORGANIZATION,)
    mentions = (each for part in clause.parts for each in pairs.document.mentions_in(*part, *kinds))
    return any(each.name in economy().words.lenders and each.case == "Nom" for each in mentions)


def _is_abroad(pairs: Pairs, choice: Choice, clauses: list[Clause]) -> bool:
    """Whether the other side is no state: a region, or an organisation that lends and gives."""
    words = economy().words
    gives = choice.rule.flow is Flow.OUTWARD
    for first, last in (part for clause in clauses for part in clause.parts):
        for mention in pairs.document.mentions_in(first, last, MentionKind.PLACE, MentionKind.ORGANIZATION):
            if pairs.is_region(mention) or (gives and mention.name in words.lenders):
                return True
            if _names_members(pairs.document, mention):
                return True
    if any(_names_group(pairs.document, clause) for clause in clauses):
        return True
    if gives:
        return any(not words.region_nouns.isdisjoint(pairs.document.lemmas_in(clause)) for clause in clauses)
    goals = (phrase for clause in clauses for phrase in clause.by_case("Sbl", "Ill"))
    return any(phrase.lemma in words.region_nouns for phrase in goals)


def _names_group(document: Document, clause: Clause) -> bool:
    """Whether it is told of a kind of states: "az arab országokkal folytatott kereskedelem"."""
    if economy().words.lands.isdisjoint(document.lemmas_in(clause)):
        return False
    for at in clause.words:
        reading = document.readings[at][0]
        if reading.lemma in economy().words.lands and reading.number == "Plur" and reading.case in _ABROAD:
            kind = document.readings[at - 1][0].pos in ("ADJ", "NOUN")
            if kind and next(document.mentions_in(at - 1, at), None) is None:
                return True
    return False


def _names_members(document: Document, mention: Mention) -> bool:
    """Whether the members of an organisation are meant: "az Arab Liga országaival"."""
    if mention.kind is not MentionKind.ORGANIZATION or mention.last >= len(document.tokens):
        return False
    reading = document.readings[mention.last][0]
    return reading.number == "Plur" and reading.lemma in economy().words.lands


def _pair_of_sentence(pairs: Pairs, figure: Figure) -> tuple[str, ...]:
    """The two countries that the sentence names, if it names just two."""
    mentions = (
        mention
        for clause in figure.sentence.clauses
        for part in clause.parts
        for mention in pairs.document.mentions_in(*part)
        if not is_reason(clause, mention)
    )
    codes = tuple(dict.fromkeys(code for mention in mentions for code in pairs.of_mention(mention)))
    return codes if len(codes) == PAIR else ()


def _counterpart(pairs: Pairs, choice: Choice) -> list[Side]:
    """The other state as the first one's neighbour, or as a kind of country: "az ázsiai országnak"."""
    if choice.rule.flow not in (Flow.OUTWARD, Flow.GOODS) or not pairs.main:
        return []
    phrases, words = choice.clause.by_case("Dat"), economy().words
    owned = (each for each in phrases if each.possessor == "3S" and each.lemma in words.counterparts)
    single = (each for each in phrases if each.definite and each.number == "Sing")
    lands = (each for each in single if each.lemma in words.lands)
    phrase = next(owned, None) or next(lands, None)
    subject = subjects(pairs.document, choice.clause) if phrase is not None else []
    other = [code for code in pairs.main if [side.country for side in subject] != [code]]
    if phrase is None or len(other) != 1 or len(subject) != 1:
        return []
    return [Side(other[0], Role.RECEIVER, pairs.document.span(phrase.first, phrase.last))]


def _own_land(pairs: Pairs, figure: Figure, choice: Choice) -> list[Side]:
    """The state of whoever speaks, which people leave or enter: "el kell hagyniuk az országot"."""
    if figure.unit_class != "count" or choice.rule.flow is not Flow.NONE:
        return []
    for phrase in choice.clause.by_case("Acc", "Ine", "Ela", "Ill"):
        own = pairs.speaking(figure.found.first) if phrase.definite else None
        if own is not None and phrase.lemma in economy().words.lands and phrase.number != "Plur":
            return [Side(own, Role.PLACE, pairs.document.span(phrase.first, phrase.last))]
    return []


def _in_sentence(pairs: Pairs, figure: Figure, countries: tuple[str, ...], own: list[Side]) -> bool:
    """Whether the sentence names all these countries, or speaks of the pair that they are."""
    document, sentence = pairs.document, figure.sentence
    codes = {*document.countries_in(sentence.first, sentence.last), *(side.country for side in own)}
    if set(countries) <= codes:
        return True
    groups = document.mentions_in(sentence.first, sentence.last, MentionKind.GROUP)
    return any(pairs.presumes(mention) for mention in groups)


def _clauses(document: Document, figure: Figure, choice: Choice) -> Iterator[Clause]:
    """The clauses around a figure, the closest to its measure first.

    These are relative clauses that say more of the measure, the clause that a verbless one goes on with,
    the clause of the measure, and that of the amount.
    """
    before: Clause | None = None
    for clause in figure.sentence.clauses:
        if clause is choice.clause and clause.predicate is None and before is not None:
            yield before
        if clause.link is Link.RELATIVE and choice.cue is not None and says_more(document, choice, clause):
            yield clause
        before = clause
    yield choice.clause
    if choice.clause is not figure.clause:
        yield figure.clause


def says_more(document: Document, choice: Choice, clause: Clause) -> bool:
    """Whether a relative clause tells of the measure: the next one does of "az a hitel"."""
    cue = choice.cue
    if cue is None or clause.antecedent == cue.at:
        return cue is not None
    phrase = phrase_at(choice.clause, cue.at)
    if phrase is None or clause.parent is not choice.clause:
        return False
    words = economy().words
    is_that = lemma(document, phrase.first) in words.demonstratives
    return is_that and document.tokens[phrase.first + 1].fold in words.articles


def _known_pair(pairs: Pairs, figure: Figure, before: Told | None, *, presumed: bool) -> tuple[str, ...]:
    """The pair of the figure before in this sentence, else the text's, else that of the sentence before."""
    told = before.sides.countries if before is not None else ()
    distance = figure.sentence.index - before.figure.sentence.index if before is not None else 0
    if len(told) == PAIR and distance == 0:
        return told
    pair = pairs.at(figure.found.first, presumed=presumed)
    return told if not pair and len(told) == PAIR and distance == 1 else pair


def _concerned(ends: Ends, named: list[str], told: tuple[str, ...]) -> tuple[str, ...]:
    """The ends, else whoever the clause names, else whom the figure before concerned."""
    known = [code for code in ends if code]
    return tuple(dict.fromkeys([*known, *named, *told]))[: max(PAIR, len(set(known)))]


def _with_pair(countries: tuple[str, ...], pair: tuple[str, ...]) -> tuple[str, ...]:
    """The pair that the text speaks of, if the only country named is in it."""
    return tuple(dict.fromkeys((*countries, *pair))) if not countries or countries[0] in pair else countries


def _is_mutual(pairs: Pairs, clause: Clause) -> bool:
    """Whether a clause speaks of what is between two sides."""
    words, words_of_two = economy().words.mutual, economy().words.each
    document = pairs.document
    said = document.lemmas_in(clause)
    if not words.isdisjoint(said) or words_of_two.issubset(said):
        return True
    if not words.isdisjoint(document.folds(clause)):
        return True
    groups = document.mentions_in(clause.first, clause.last, MentionKind.GROUP)
    return any(pairs.presumes(mention) for mention in groups)


def _said_ends(pairs: Pairs, figure: Figure, choice: Choice, found: list[Side], before: Told | None) -> Ends:
    """The ends that the words tell: none of what is mutual, turned round for "az ellenkező irányú"."""
    words = economy().words
    first, last = choice.owners
    modifiers = set(pairs.document.lemmas[max(first, 0) : max(last, 0)])
    if modifiers & (words.mutual | words.joint):
        return NOWHERE
    if modifiers & words.reverse and before is not None:
        return Ends(before.sides.ends.destination, before.sides.ends.origin)
    return _at_home(pairs, figure, choice, ends_of(choice, found))


def _at_home(pairs: Pairs, figure: Figure, choice: Choice, ends: Ends) -> Ends:
    """For "az országban", "hazájában": the other country of the pair than the one whose it is."""
    if choice.rule.flow is not Flow.STAY or ends.origin is None or ends.destination is not None:
        return ends
    for phrase in choice.clause.by_case("Ine", "Ill", "Sbl", "Acc"):
        if phrase.lemma in economy().words.lands:
            pair = pairs.at(figure.found.first, presumed=True)
            pair = pair if ends.origin in pair else pairs.main
            return Ends(ends.origin, next((code for code in pair if code != ends.origin), None))
    return ends
