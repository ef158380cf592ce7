"""What an amount measures: decided by its own noun, by the whole that it is a part of, or by the clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from bilateral.hungarian.clauses import Clause
from bilateral.model.kinds import Measure
from bilateral.reading.document import Document
from bilateral.reading.economy.capacities import capacity
from bilateral.reading.economy.conditions import holds, usable
from bilateral.reading.economy.cues import (
    MODIFIER,
    Cue,
    cues,
    head_cues,
    lemma,
    noun,
    noun_cues,
    own_subject,
    participle_cues,
)
from bilateral.reading.economy.effects import effect
from bilateral.reading.economy.figures import Figure, clause_at
from bilateral.reading.economy.lexicon import Effect, economy
from bilateral.reading.economy.told import Choice, Told

_START = 60
_CASES = {"Nom": 30, "Acc": 10, "Dat": 0, "Gen": 0, "": -10}
_BOUNDARY, _AFTER, _BETWEEN = 25, 8, 15
_VERB_BOUNDARY = 15
_LISTED = 8
_FARTHEST = 12
_PART_REACH = 4
_MEASURED = ("length", "area", "count")
_SPLIT = 2
_MARKS = ",;:()–—"
_PART = "part"
_TRADE = (Measure.EXPORTS, Measure.IMPORTS)
_WHOLE = (Measure.CURRENCY_SHARE, Measure.TARIFF, Measure.DEBT)


def choose(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """The measure of ``figure``: by its clause, its sentence, or as the figure before has it."""
    found = [cue for cue in cues(document, figure.clause) if usable(document, figure, cue, before)]
    if _is_ratio(document, figure):
        return None
    if _is_part(figure):
        by_words = _by_whole(document, figure) or _by_verb(document, figure, found)
        return by_words or _of_the_same(document, figure, found, before)
    return (
        _by_unit(figure)
        or _capacity(document, figure, found)
        or _by_head(document, figure, found, before)
        or _by_clause(document, figure, found)
        or _by_participle(document, figure, before)
        or _by_counted(document, figure, before)
        or _by_noun_before(document, figure, before)
        or _by_topic(document, figure, before, within=0)
        or _by_sentence_before(document, figure, before)
        or _by_sentence(document, figure, before)
        or _by_topic(document, figure, before)
    )


def _of(figure: Figure, cue: Cue, measure: Measure | None = None, clause: Clause | None = None) -> Choice:
    return Choice(cue.rule, measure or cue.rule.measure, cue, clause or figure.clause)


def _by_unit(figure: Figure) -> Choice | None:
    """What a unit alone tells, the points at which a border can be crossed."""
    rule = economy().of_unit(figure.amount.unit)
    at = figure.found.last
    return _of(figure, Cue(at, at + 1, rule, "Nom")) if rule is not None else None


def _capacity(document: Document, figure: Figure, found: Sequence[Cue]) -> Choice | None:
    cue = capacity(document, figure, found)
    return _of(figure, cue) if cue is not None else None


def _by_head(document: Document, figure: Figure, found: Sequence[Cue], before: Told | None) -> Choice | None:
    """The noun that the amount modifies, or the worth of what comes with it."""
    if figure.head < 0:
        return None
    goal = figure.unit_class not in _MEASURED and lemma(document, figure.head) in economy().words.targets
    if goal:
        inner = _by_clause(document, figure, found) or _by_topic(document, figure, before)
        return attrs.evolve(inner, aimed=True) if inner is not None else None
    usable = (cue for cue in head_cues(document, figure.head) if _is_own(document, figure, cue, before))
    cue = next(usable, None)
    return _of(figure, cue) if cue is not None else None


def _is_own(document: Document, figure: Figure, cue: Cue, before: Told | None) -> bool:
    """Whether the noun that the amount is an attribute of names its measure."""
    rule = cue.rule
    fits = figure.fits(rule.units) and figure.amount.unit not in rule.not_units
    return fits and holds(document, figure, rule, before)


def _is_part(figure: Figure) -> bool:
    """Whether the amount is a part of a whole: "behozatalának 11,7 százaléka", "felét"."""
    possessed = figure.found.role == "possessed" and (figure.case in _CASES or figure.case == "Cau")
    return possessed and figure.unit_class == "share"


def _is_ratio(document: Document, figure: Figure) -> bool:
    """Whether it says how many times of another thing something is: "a behozatal kétszerese a kivitelnek"."""
    predicate = figure.clause.predicate
    is_so = predicate is None or effect(document, figure) in (None, Effect.EXACTLY)
    if predicate is not None and (predicate.potential or predicate.mood == "Cnd"):
        return False
    bare = figure.unit_class == "times" and figure.case == "Nom" and figure.found.role == "level"
    return bare and is_so and own_subject(document, figure.clause) and not _points_back(figure)


def _by_verb(document: Document, figure: Figure, found: Sequence[Cue]) -> Choice | None:
    """A part of nothing that is named but of what was spoken of: "negyedét Kínába exportálja"."""
    before = noun(document, figure.found.first - 1) if figure.found.first > figure.first else None
    verbs = [cue for cue in found if cue.verb and (cue.rule.place == _PART) is (before is not None)]
    return _by_clause(document, figure, verbs)


def _by_whole(document: Document, figure: Figure) -> Choice | None:
    """The noun whose part a percentage is."""
    start = max(figure.first, figure.found.first - _PART_REACH)
    before = noun_cues(document, start, figure.found.first)
    found = [cue for cue in before if _is_whole(document, figure, cue)]
    cue = max(found, key=lambda cue: cue.at, default=None) or _owner_after(document, figure)
    return _share(figure, cue) if cue is not None else None


def _of_the_same(
    document: Document, figure: Figure, found: Sequence[Cue], before: Told | None
) -> Choice | None:
    """A part of what was told before, by the noun that it is: "ennek 60 százaléka a horvát kivitel"."""
    near = before is not None and figure.sentence.index - before.figure.sentence.index <= 1
    if not near or lemma(document, figure.found.first - 1) not in economy().words.continuing:
        return None
    parts = (cue for cue in found if cue.rule.measure in _TRADE and cue.case == "Nom")
    cue = next(parts, None)
    return _of(figure, cue, Measure.MARKET_SHARE) if cue is not None else None


def _is_whole(document: Document, figure: Figure, cue: Cue) -> bool:
    fits = cue.case in ("Nom", "Dat", "Gen") and figure.fits(cue.rule.units)
    return fits and holds(document, figure, cue.rule, None)


def _owner_after(document: Document, figure: Figure) -> Cue | None:
    """The whole that follows its part: "60 százalékát fedezi Moldova gázigényének"."""
    after = noun_cues(document, figure.found.last, figure.last)
    return next((cue for cue in after if cue.case != "Nom" and _is_whole(document, figure, cue)), None)


def _share(figure: Figure, cue: Cue) -> Choice:
    return _of(figure, cue, cue.rule.measure if cue.rule.measure in _WHOLE else Measure.MARKET_SHARE)


def _by_clause(document: Document, figure: Figure, found: Iterable[Cue]) -> Choice | None:
    """The cue that stands nearest in a role that a figure can belong to."""
    weighed = [(_weight(document, figure, cue), cue) for cue in found]
    best = max(weighed, key=lambda pair: pair[0], default=None)
    if best is None or (best[0] <= 0 and not _only_one(document, figure, [cue for _, cue in weighed])):
        return None
    if figure.unit_class == "share" and lemma(document, best[1].last - 1) in economy().words.shares:
        return _share(figure, best[1])
    return _of(figure, best[1])


def _by_participle(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """What a participle makes of its price: "a 20 millió euróért épülő kikötő"."""
    if figure.case not in ("Ela", "Cau", "Ill"):
        return None
    told = participle_cues(document, figure.found.last, figure.last)
    cue = next((cue for cue in told if usable(document, figure, cue, before)), None)
    return _of(figure, cue) if cue is not None else None


def _only_one(document: Document, figure: Figure, found: Sequence[Cue]) -> bool:
    """Whether nothing else rises or falls in the clause: "50-ről 150 millióra emelik … az alapot"."""
    found = [cue for cue in found if cue.case in _CASES]
    nouns = [cue for cue in found if not cue.verb and cue.case in ("Nom", "Acc")]
    moves = figure.case in ("Sbl", "Del", "Ins") and effect(document, figure) in (Effect.UP, Effect.DOWN)
    return moves and len(nouns) == len(found) == 1


def _weight(document: Document, figure: Figure, cue: Cue) -> int:
    """How well a cue's role and place fit the amount; at most 0 where it cannot be its measure."""
    if cue.case == MODIFIER or cue.case not in _CASES:
        return 0
    low, high = sorted((cue.at, figure.found.first))
    marks = _marks(document, figure.clause, low, high)
    after = _AFTER if cue.at > figure.found.first else 0
    near = _START + _CASES[cue.case] - min(high - low, _FARTHEST) - after
    if cue.verb:
        return near - _VERB_BOUNDARY * marks
    between = (
        found
        for first, last in _spans(figure.clause, low, high)
        for found in document.amounts_in(first, last)
    )
    others = [found for found in between if found.first != figure.found.first]
    owned = next(document.amounts_in(cue.last, cue.last + 1), None)
    if owned is not None and owned.role == "possessed" and owned.first != figure.found.first:
        return 0
    if cue.at > figure.found.first and marks and _has_own(document, figure, cue):
        return 0
    parallel = others and all(found.case == figure.case for found in others)
    boundary, listed = (_LISTED, _LISTED) if parallel else (_BOUNDARY, _BETWEEN)
    return near - boundary * marks - listed * len(others)


def _spans(clause: Clause, low: int, high: int) -> list[tuple[int, int]]:
    """What of a token range belongs to the clause itself, without the clauses that interrupt it."""
    if len(clause.parts) == 1:
        return [(low, high)]
    cut = ((max(first, low), min(last, high)) for first, last in clause.parts)
    return [(first, last) for first, last in cut if first < last]


def _marks(document: Document, clause: Clause, low: int, high: int) -> int:
    """The marks between two words of a clause, but for a bracket; a clause that interrupts it is one."""
    pieces = _spans(clause, low, high)
    if len(pieces) < _SPLIT:
        marks = [document.tokens[at].norm for at in range(low, high) if document.tokens[at].norm in _MARKS]
        return len(marks) - _SPLIT * min(marks.count("("), marks.count(")"))
    return len(pieces) - 1


def _has_own(document: Document, figure: Figure, cue: Cue) -> bool:
    """Whether a noun in another part of the clause has an amount beside it that is its own."""
    start = figure.found.last
    amounts, numerals = document.amounts_in(start, cue.at), document.numerals_in(start, cue.at)
    ends = [*(amount.last for amount in amounts), *(numeral.last for numeral in numerals)]
    if cue.at in ends and not figure.found.borrowed:
        return True
    part = next((part for part in figure.clause.parts if part[0] <= cue.at < part[1]), (0, 0))
    return next(document.amounts_in(cue.at, part[1]), None) is not None


def _by_counted(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """The noun that is counted, in whatever case: "további harminc ösztöndíjjal bővül"."""
    if not figure.found.counted:
        return None
    counted = (cue for cue in head_cues(document, figure.found.head) if not cue.rule.place)
    cue = next((cue for cue in counted if _is_own(document, figure, cue, before)), None)
    return _of(figure, cue) if cue is not None else None


def _by_noun_before(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """The last subject since the amount before, where a mark has cut it off from its verb."""
    if own_subject(document, figure.clause):
        return None
    sentence, start = figure.sentence, figure.found.first
    ends = [found.last for found in document.amounts_in(sentence.first, start)]
    for cue in reversed(list(noun_cues(document, max(ends, default=sentence.first), start))):
        clause = clause_at(sentence, cue.at)
        if cue.case == "Nom" and clause is not None and usable(document, figure, cue, before):
            return _of(figure, cue, clause=clause)
    return None


def _by_sentence(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """The measure of the clause before, where this one has no subject of its own."""
    if own_subject(document, figure.clause):
        return None
    for clause in _earlier(figure):
        fitting = [cue for cue in cues(document, clause) if usable(document, figure, cue, before)]
        said = [cue for cue in fitting if cue.verb or cue.case in ("Nom", "Acc")]
        if said:
            best = max(said, key=lambda cue: _CASES[cue.case])
            return _of(figure, best, _measure_of_part(figure, best), clause)
    return None


def _by_sentence_before(document: Document, figure: Figure, before: Told | None) -> Choice | None:
    """What the sentence before names, where this one only tells its size: "ennek értéke 40 millió euró"."""
    index = figure.sentence.index
    if index == 0 or figure.unit_class != "money" or not _sizes(document, figure):
        return None
    sentence = document.sentences[index - 1]
    if sentence.paragraph != figure.sentence.paragraph:
        return None
    for clause in reversed(sentence.clauses):
        fitting = [cue for cue in cues(document, clause) if usable(document, figure, cue, before)]
        said = [cue for cue in fitting if not cue.verb and cue.case in ("Nom", "Acc")]
        if said:
            return Choice(said[-1].rule, said[-1].rule.measure, said[-1], clause)
    return None


def _sizes(document: Document, figure: Figure) -> bool:
    """Whether the subject is the size of what a pronoun or a noun for a package takes up."""
    words = economy().words
    for phrase in figure.clause.by_case("Nom"):
        if phrase.lemma in words.values:
            readings = [document.readings[at][0] for at in range(phrase.first - 1, phrase.head) if at >= 0]
            back = any(each.case == "Dat" and each.lemma in words.continuing for each in readings)
            return back or any(each.lemma in words.packages for each in readings)
    return False


def _measure_of_part(figure: Figure, cue: Cue) -> Measure | None:
    """A share of what the clause before spoke of: "a részarány 2 százalék alatt maradt"."""
    subjects = figure.clause.by_case("Nom")
    share = figure.unit_class == "share" and any(p.lemma in economy().words.shares for p in subjects)
    return _share(figure, cue).measure if share else None


def _earlier(figure: Figure) -> Iterator[Clause]:
    before = [clause for clause in figure.sentence.clauses if clause.first < figure.found.first]
    return (clause for clause in reversed(before) if not depends(clause, figure.clause))


def depends(clause: Clause | None, on: Clause) -> bool:
    """Whether a clause is another one or hangs on it."""
    while clause is not None and clause is not on:
        clause = clause.parent
    return clause is not None


def _by_topic(document: Document, figure: Figure, before: Told | None, *, within: int = 2) -> Choice | None:
    """The measure of the figure before, where this clause goes on with it without naming another."""
    if before is None or before.figure.sentence.paragraph != figure.sentence.paragraph:
        return None
    distance = figure.sentence.index - before.figure.sentence.index
    units = (*before.choice.rule.units, *before.choice.rule.verb_units)
    if distance > within or not (figure.fits(units) or _compares(figure)):
        return None
    if own_subject(document, figure.clause) and not goes_on(document, figure):
        return None
    if distance > 1 and not _points_back(figure):
        return None
    measure = before.choice.measure
    if measure is Measure.MARKET_SHARE and figure.unit_class != "share":
        measure = before.choice.rule.measure
    if figure.unit_class == "share" and _names_share(figure):
        measure = Measure.MARKET_SHARE
    return attrs.evolve(before.choice, measure=measure, cue=None, clause=figure.clause, aimed=False)


def _names_share(figure: Figure) -> bool:
    """Whether the clause calls the figure a share: "piaci részesedését"."""
    return any(phrase.lemma in economy().words.shares for phrase in figure.clause.by_case("Nom", "Acc"))


def _compares(figure: Figure) -> bool:
    """Whether the amount is how many times of what was told another one is: "az összeg kétszerese …"."""
    return figure.unit_class == "times" and _points_back(figure)


def goes_on(document: Document, figure: Figure) -> bool:
    """Whether the amount's stretch begins with a word that points back: "ennek köszönhetően …"."""
    start = range(figure.first, min(figure.first + 2, figure.found.first))
    return any(lemma(document, at) in economy().words.continuing for at in start)


def _points_back(figure: Figure) -> bool:
    """Whether the subject is the size of what was spoken of before: "a mennyiség", "összértékük"."""
    return any(phrase.lemma in economy().words.values for phrase in figure.clause.by_case("Nom"))
