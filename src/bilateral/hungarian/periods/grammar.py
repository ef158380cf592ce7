"""The date grammar: which rule reads what stands at a place, and what parts and relations follow it."""

from __future__ import annotations

from bilateral.hungarian.atoms import AtomKind
from bilateral.hungarian.numerals import numeral_words, parse_word
from bilateral.hungarian.periods import dates, lengths
from bilateral.hungarian.periods.parse import Atoms, Parse, after_article, fold_at, word_at
from bilateral.hungarian.periods.words import WordKind, time_words
from bilateral.hungarian.suffixes import BARE, Ending

_RULES = (
    dates.separated_date,
    dates.century,
    dates.calendar_date,
    dates.named_decade,
    lengths.shifted,
    lengths.weekend,
    lengths.same_unit,
    lengths.relative_day,
    dates.weekday,
    lengths.counted,
    dates.day_of_month,
    dates.holiday,
    lengths.vague,
    lengths.frequency,
)
_AND = frozenset(("és", "valamint", "illetve", "s"))
_OPENING = {"Abl": "since", "Ter": "until"}
_TARGET = "for"


def is_trigger(atoms: Atoms, index: int) -> bool:
    """Whether an expression can begin at ``index``: the quick test for every atom."""
    atom = atoms[index]
    if atom.kind is AtomKind.WORD:
        return (
            bool(time_words(atom.fold)) or parse_word(atom.fold) is not None or _is_other_start(atoms, index)
        )
    return atom.kind is AtomKind.DIGITS


def _is_other_start(atoms: Atoms, index: int) -> bool:
    """*minden évben*, *XX. század*, *néhány napja*."""
    fold = atoms[index].fold
    if fold == "minden" or fold in numeral_words("vague"):
        return True
    return fold_at(atoms, index + 1) == "." and dates.roman(fold) > 0


def expression_at(atoms: Atoms, index: int) -> Parse | None:
    """The longest expression that begins at ``index``, with the part and the relation that follow it."""
    return _range(atoms, index) or _with_relation(atoms, _single(atoms, index))


def _single(atoms: Atoms, index: int) -> Parse | None:
    """The longest reading that a rule gives; earlier rules win between equals."""
    best: Parse | None = None
    for rule in _RULES:
        found = rule(atoms, index)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return None if best is None else _with_part(atoms, best)


def _with_part(atoms: Atoms, found: Parse) -> Parse:
    """*december végén*, *a jövő hét elején*, *november első felében*; *kedd este*."""
    if found.kind != "date" or found.meaning is None:
        return found
    if found.ending == BARE or found.ending.adjective == "i":
        word = word_at(atoms, found.last, WordKind.PART)
        if word is not None and (word.ending.possessor or word.ending.adjective):
            ending = word.ending._replace(possessor="")
            return found._replace(last=found.last + 1, part=word.value, ending=ending)
        half = dates.half_part(atoms, found.last)
        if half is not None:
            return found._replace(last=half[2], part=half[0], ending=half[1])
    return _with_daypart(atoms, found)


def _with_daypart(atoms: Atoms, found: Parse) -> Parse:
    last, ending = found.last, found.ending
    while (word := word_at(atoms, last, WordKind.DAYPART)) is not None:
        last, ending = last + 1, word.ending
    if last == found.last:
        return found
    return found._replace(last=last, ending=ending if ending != BARE else found.ending)


def _with_relation(atoms: Atoms, found: Parse | None) -> Parse | None:
    """The relation that a postposition or the case says."""
    if found is None or found.kind != "date" or found.relation:
        return found
    post = word_at(atoms, found.last, WordKind.POST)
    if post is not None and post.value in ("since", "before", "after", "during", "around", "within"):
        return _with_post(found, post.value, post.ending)
    relation = _OPENING.get(found.ending.case, "")
    if relation == "since" and post is not None and post.value == "since_next":
        return found._replace(last=found.last + 1, relation=relation)
    if found.ending.case == "Sbl":
        relation = _TARGET
    return found._replace(relation=relation)


def _with_post(found: Parse, relation: str, ending: Ending) -> Parse:
    if relation in ("during", "around", "within"):
        relation = relation if relation == "around" else ""
    return found._replace(last=found.last + 1, relation=relation, ending=ending, weak=False)


def _range(atoms: Atoms, index: int) -> Parse | None:
    """*2024 és 2026 között*, *hétfőtől szerdáig*, *január–szeptemberben*, *2014–2020*."""
    start = _single(atoms, index)
    if start is None or start.kind != "date" or start.meaning is None:
        return None
    return _joined_by_and(atoms, start) or _joined_by_dash(atoms, start) or _joined_by_case(atoms, start)


def _joined_by_and(atoms: Atoms, start: Parse) -> Parse | None:
    if fold_at(atoms, start.last) not in _AND or start.ending not in (BARE, _POSSESSED):
        return None
    end = _end_of_range(atoms, after_article(atoms, start.last + 1), start)
    if end is None:
        return None
    post = word_at(atoms, end.last, WordKind.POST)
    if post is None or post.value != "between":
        return None
    return _between(start, end, end.last + 1, post.ending)


_POSSESSED = Ending(possessor="3S")


def _joined_by_dash(atoms: Atoms, start: Parse) -> Parse | None:
    dash = start.last
    if dash + 1 >= len(atoms) or not atoms[dash].is_dash or start.ending != BARE:
        return None
    if atoms[dash].glued is not atoms[dash + 1].glued:
        return None
    end = _end_of_range(atoms, dash + 1, start)
    return None if end is None else _between(start, end, end.last, end.ending)


def _joined_by_case(atoms: Atoms, start: Parse) -> Parse | None:
    if start.ending.case != "Abl":
        return None
    end = _end_of_range(atoms, after_article(atoms, start.last), start)
    return _between(start, end, end.last, BARE) if end is not None and end.ending.case == "Ter" else None


def _end_of_range(atoms: Atoms, index: int, start: Parse) -> Parse | None:
    """What the range ends with: an expression of its own, or a day of the month that the start names."""
    if index >= len(atoms):
        return None
    end = _single(atoms, index)
    day = dates.day_in_month_of(atoms, index, start.meaning)
    if day is not None and (end is None or end.last <= day.last):
        end = day
    return end if end is not None and end.kind == "date" and end.meaning is not None else None


def _between(start: Parse, end: Parse, last: int, ending: Ending) -> Parse | None:
    meaning = dates.shared(start.meaning, end.meaning)
    if meaning is None:
        return None
    return Parse(last, meaning, ending, relation="between", part=end.part)
