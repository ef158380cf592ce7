"""The date grammar: which rule reads what stands at a place, and what parts and relations follow it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from itertools import compress
from operator import attrgetter

from bilateral.hungarian.atoms import AtomKind, Atoms, kind_of
from bilateral.hungarian.numerals import NumeralKind, numeral_words, parse_word
from bilateral.hungarian.periods import dates, frequencies, lengths, ranges, spans, years
from bilateral.hungarian.periods.expressions import Between
from bilateral.hungarian.periods.parse import Parse, after_article, fold_at, is_glued, word_at
from bilateral.hungarian.periods.words import WordKind, time_word, time_words
from bilateral.hungarian.suffixes import BARE, Ending
from bilateral.hungarian.value_words import value_words

_DIGITS, _WORD = AtomKind.DIGITS, AtomKind.WORD

_FOLD = attrgetter("fold")
Rule = Callable[[Atoms, int], Parse | None]

_OF_ORDINAL: tuple[Rule, ...] = (years.century, dates.calendar_date, dates.day_of_month)
_OF_ADJECTIVE: tuple[Rule, ...] = (years.named_decade, lengths.counted)
_OF_CARDINAL: tuple[Rule, ...] = (lengths.counted, frequencies.repeated)
_OF_YEAR: tuple[Rule, ...] = (*_OF_CARDINAL, dates.worded_date)
_OF_KIND: dict[WordKind, tuple[Rule, ...]] = {
    WordKind.MONTH: (years.fiscal_year, dates.calendar_date),
    WordKind.MONTH_SHORT: (dates.calendar_date,),
    WordKind.SEASON: (dates.calendar_date,),
    WordKind.YEAR: (dates.calendar_date,),
    WordKind.WEEKDAY: (dates.weekday,),
    WordKind.DAY: (lengths.relative_day,),
    WordKind.THAT: (lengths.relative_day,),
    WordKind.UNIT: (
        dates.calendar_date,
        lengths.shifted,
        lengths.weekend,
        lengths.vague,
        frequencies.frequency,
    ),
    WordKind.SPAN: (lengths.counted,),
    WordKind.SHIFT: (dates.calendar_date, lengths.shifted),
    WordKind.RUN: (lengths.shifted,),
    WordKind.SAME: (lengths.same_unit,),
    WordKind.SET: (frequencies.frequency,),
    WordKind.HOLIDAY: (dates.holiday,),
}
_OPENING = {"Abl": "since", "Ter": "until"}
_TARGET = "for"


def starts(atoms: Atoms) -> list[int]:
    """The indices at which some rule can begin: few of all atoms."""
    return list(compress(range(len(atoms)), map(_may_begin, map(_FOLD, atoms))))


@functools.lru_cache(maxsize=1 << 14)
def _may_begin(fold: str) -> bool:
    kind = kind_of(fold)
    return kind is _DIGITS or (kind is _WORD and bool(_rules_of(fold)))


def _rules_at(atoms: Atoms, index: int) -> Sequence[Rule]:
    """The rules to try at ``index``: few where what follows is no date's."""
    if atoms[index].kind is _DIGITS:
        return _rules_of_digits(atoms, index)
    rules = _rules_of(atoms[index].fold)
    return () if rules == _OF_CARDINAL and not lengths.may_count(atoms, index) else rules


def _rules_of_digits(atoms: Atoms, index: int) -> list[Rule]:
    """The rules that digits can begin, by how many they are and what is glued to them."""
    length = len(atoms[index].fold)
    mark = atoms[index + 1].fold if is_glued(atoms, index + 1) else ""
    rules: list[Rule] = []
    if mark and index + 2 < len(atoms) and atoms[index + 2].kind is _DIGITS:
        rules += (dates.separated_date, years.double_year)
    if length == years.YEAR_DIGITS:
        rules.append(dates.calendar_date)
    elif mark and length <= 2:  # noqa: PLR2004 - the digits of a day, a century or a decade
        rules += (years.century, dates.calendar_date, years.named_decade)
    if lengths.may_count(atoms, index):
        rules += _OF_CARDINAL
    if mark and length <= 2:  # noqa: PLR2004
        rules.append(dates.day_of_month)
    return rules


@functools.lru_cache(maxsize=1 << 14)
def _rules_of(fold: str) -> tuple[Rule, ...]:
    """The rules that a word can begin, in the order in which they win; none of what is no word."""
    if kind_of(fold) is not _WORD:
        return ()
    rules = [rule for word in time_words(fold) for rule in _OF_KIND.get(word.kind, ())]
    if fold in value_words("every"):
        rules.append(frequencies.frequency)
    if fold in numeral_words("vague"):
        rules.append(lengths.vague)
    rules.extend(_of_numeral(fold))
    return tuple(dict.fromkeys(rules))


def _of_numeral(fold: str) -> tuple[Rule, ...]:
    """The rules for a numeral, alone or in one word with a unit of time (*kétnapos*)."""
    if years.roman(fold):
        return _OF_ORDINAL
    numeral = parse_word(fold)
    if numeral is None or (
        numeral.tail and not time_word(numeral.tail, WordKind.UNIT, WordKind.SPAN, WordKind.SET)
    ):
        return ()
    if numeral.kind is NumeralKind.ORDINAL:
        return _OF_ORDINAL
    if years.is_year(numeral.value):
        return _OF_YEAR
    return _OF_ADJECTIVE if numeral.ending.adjective else _OF_CARDINAL


def expression_at(atoms: Atoms, index: int) -> Parse | None:
    """The longest expression that begins at ``index``, with the part and the relation that follow it."""
    found = _single(atoms, index)
    if found is None:
        return None
    if isinstance(found.meaning, Between):
        return _with_between(atoms, found)
    return _range(atoms, found) or _with_relation(atoms, found)


def _single(atoms: Atoms, index: int) -> Parse | None:
    """The longest reading that a rule gives; earlier rules win between equals."""
    best: Parse | None = None
    for rule in _rules_at(atoms, index):
        found = rule(atoms, index)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return None if best is None else _with_part(atoms, best)


def _with_part(atoms: Atoms, found: Parse) -> Parse:
    """*december végén*, *a jövő hét elején*, *november első felében*; *kedd este*."""
    if found.kind != "date" or found.meaning is None:
        return found
    if found.ending.adjective == "i" or (found.ending.case == "Nom" and not found.ending.possessor):
        word = word_at(atoms, found.last, WordKind.PART)
        if word is not None and (word.ending.possessor or word.ending.adjective):
            ending = word.ending._replace(possessor="")
            return found._replace(last=found.last + 1, part=word.value, ending=ending)
        half = dates.half_part(atoms, found.last)
        if half is not None:
            return found._replace(last=half[2], part=half[0], ending=half[1])
    return _with_daypart(atoms, dates.with_weekday(atoms, found))


def _with_daypart(atoms: Atoms, found: Parse) -> Parse:
    last, ending = found.last, found.ending
    while (word := word_at(atoms, last, WordKind.DAYPART)) is not None:
        last, ending = last + 1, word.ending
    if last == found.last:
        return found
    return found._replace(last=last, ending=ending if ending != BARE else found.ending)


def _with_relation(atoms: Atoms, found: Parse) -> Parse:
    """The relation that a postposition or the case says."""
    if found.kind != "date" or found.relation:
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
    return found._replace(last=found.last + 1, relation=relation, ending=ending)


def _range(atoms: Atoms, start: Parse) -> Parse | None:
    """*2024 és 2026 között*, *hétfőtől szerdáig*, *január–szeptemberben*, *2014–2020*."""
    if start.kind != "date" or start.meaning is None:
        return None
    return _joined_by_and(atoms, start) or _joined_by_dash(atoms, start) or _joined_by_case(atoms, start)


def _joined_by_and(atoms: Atoms, start: Parse) -> Parse | None:
    if fold_at(atoms, start.last) not in value_words("and") or start.ending not in (BARE, _POSSESSED):
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
    return None if end is None else _with_between(atoms, _between(start, end, end.last, end.ending))


def _with_between(atoms: Atoms, found: Parse | None) -> Parse | None:
    """*május 8–10. között*, *2021–2027 közötti*."""
    post = word_at(atoms, found.last, WordKind.POST) if found else None
    if found is None or post is None or post.value != "between":
        return found
    return found._replace(last=found.last + 1, ending=post.ending)


def _joined_by_case(atoms: Atoms, start: Parse) -> Parse | None:
    if start.ending.case not in ("Abl", "All"):
        return None
    lasting = spans.span_from(atoms, start)
    if lasting is not None or start.ending.case == "All":
        return lasting
    end = _end_of_range(atoms, after_article(atoms, start.last), start)
    return _between(start, end, end.last, BARE) if end is not None and end.ending.case == "Ter" else None


def _end_of_range(atoms: Atoms, index: int, start: Parse) -> Parse | None:
    """What the range ends with: an expression of its own, or a day of the month that the start names."""
    if index >= len(atoms):
        return None
    end = _single(atoms, index)
    day = ranges.day_in_month_of(atoms, index, start.meaning)
    if day is not None and (end is None or end.last <= day.last):
        end = day
    return end if end is not None and end.kind == "date" and end.meaning is not None else None


def _between(start: Parse, end: Parse, last: int, ending: Ending) -> Parse | None:
    meaning = ranges.shared(start.meaning, end.meaning)
    if meaning is None:
        return None
    return Parse(last, meaning, ending, relation="between", part=end.part)
