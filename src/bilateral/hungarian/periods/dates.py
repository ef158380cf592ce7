"""Rules for dates of the calendar: years, months, days, seasons, quarters and their parts."""

from __future__ import annotations

from bilateral.hungarian.atoms import AtomKind, Atoms
from bilateral.hungarian.figures import read_number
from bilateral.hungarian.numerals import NumeralKind, parse_word
from bilateral.hungarian.periods import years
from bilateral.hungarian.periods.expressions import Between, Calendar, Division, Season, Year
from bilateral.hungarian.periods.parse import (
    Day,
    Parse,
    after_period,
    day_at,
    fold_at,
    ordinal_at,
    suffix_at,
    word_at,
)
from bilateral.hungarian.periods.relatives import DayOfMonth, LastDay, NthWeekday, Weekday, WeekOfYear
from bilateral.hungarian.periods.words import TimeWord, Unit, WordKind
from bilateral.hungarian.suffixes import BARE, Ending
from bilateral.hungarian.value_words import value_words

_DIGITS = AtomKind.DIGITS
_MONTH, _MONTH_SHORT, _SEASON, _UNIT, _PART, _POST, _HALF_PART, _WEEKDAY, _HOLIDAY = (
    WordKind.MONTH,
    WordKind.MONTH_SHORT,
    WordKind.SEASON,
    WordKind.UNIT,
    WordKind.PART,
    WordKind.POST,
    WordKind.HALF_PART,
    WordKind.WEEKDAY,
    WordKind.HOLIDAY,
)

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6}
_YEAR_MONTHS = 12
_DAYS, _WEEKS = range(1, 32), range(1, 54)
_HUNDRED = 100
_IN_YEAR = (Ending(case="Ine"), Ending(case="Abl"), Ending(case="Ter"))
_FIRST_HALF, _SECOND_HALF = (1, 6), (7, 12)


def calendar_date(atoms: Atoms, index: int) -> Parse | None:
    """A date that begins with a year, or with a month, a season, a quarter where no year is told."""
    found = years.year_at(atoms, index)
    if found is None:
        return within_year(atoms, index, None)
    year, ending, last = found
    if ending.case in ("Nom", "Sup", "Ine") and not ending.possessor:
        inside = within_year(atoms, last, year)
        if inside is not None:
            return inside
    return years.whole_year(atoms, index, year, ending, last)


def within_year(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """A month, day, season, quarter, half or run of months, of ``year`` if it is told."""
    if index >= len(atoms):
        return None
    if atoms[index].kind is _DIGITS:
        return numeric_date(atoms, index, year) or _ordinal_division(atoms, index, year)
    word = word_at(atoms, index, _MONTH, _MONTH_SHORT, _SEASON)
    if word is None:
        roman = _roman_date(atoms, index, year) or _roman_quarters(atoms, index, year)
        return roman or _ordinal_division(atoms, index, year)
    if word.kind is _SEASON:
        return _season(atoms, index, word, year)
    return _month(atoms, index, word, year)


def _month(atoms: Atoms, index: int, word: TimeWord, year: Year | None) -> Parse | None:
    last = index + 1
    if word.kind is _MONTH_SHORT:
        last = after_period(atoms, last)
        if last == index + 1 and year is None and not _completes_short(atoms, last):
            return None
    if word.ending == BARE:
        last += fold_at(atoms, last) in value_words("month_noun")
        day = day_at(atoms, last) or _spoken_day(atoms, last)
        if day is not None and (day.marked or _is_plain_day(atoms, last)):
            return _day_of(atoms, day, word.number, year)
        if day is None and _is_impossible_day(atoms, last):
            return None
        noun = word_at(atoms, last, _UNIT)
        if noun is not None and noun.value == Unit.MONTH and noun.ending.number == "Sing":
            return Parse(last + 1, Calendar(year, word.number), noun.ending)
        nth = _nth_day(atoms, last, Calendar(year, word.number))
        if nth is not None:
            return nth
    return Parse(last, Calendar(year, word.number), word.ending)


def _spoken_day(atoms: Atoms, index: int) -> Day | None:
    """*március tizenöt*: a numeral in words that nothing follows which it could count."""
    word = parse_word(atoms[index].fold) if index < len(atoms) else None
    if word is None or word.kind is not NumeralKind.CARDINAL or word.tail or word.value not in _DAYS:
        return None
    ends = index + 1 == len(atoms) or (atoms[index + 1].kind is AtomKind.MARK and not _counts(atoms, index))
    if word.ending == BARE and (ends or word_at(atoms, index + 1, _POST)):
        return Day(int(word.value), BARE, index + 1, marked=True)
    told = word.ending.case in ("Abl", "Ter") and not word.ending.adjective
    return Day(int(word.value), word.ending, index + 1, marked=True) if told else None


def _counts(atoms: Atoms, index: int) -> bool:
    """Whether a sign follows that makes a number something else than a day."""
    after = atoms[index + 1]
    return after.is_dash or not (after.fold in ".,;:!?)" and after.glued)


def _nth_day(atoms: Atoms, index: int, unit: Calendar) -> Parse | None:
    """*első hétfőjén*, *utolsó napján* of a month or a year."""
    is_last = fold_at(atoms, index) in value_words("last")
    found = (-1, index + 1) if is_last else ordinal_at(atoms, index)
    word = word_at(atoms, found[1], _WEEKDAY, _UNIT) if found else None
    if found is None or word is None or word.ending.possessor != "3S" or word.ending.number == "Plur":
        return None
    nth, ending = found[0], word.ending._replace(possessor="")
    if word.kind is _WEEKDAY:
        meaning = NthWeekday(unit, word.number, nth)
        return Parse(found[1] + 1, meaning, ending) if unit.month and nth else None
    if word.value != Unit.DAY or nth not in (1, -1):
        return None
    first = Calendar(unit.year, unit.month or 1, 1)
    return Parse(found[1] + 1, LastDay(unit) if is_last else first, ending)


def _completes_short(atoms: Atoms, index: int) -> bool:
    """Whether a day or a part follows an abbreviated month that has no period."""
    return day_at(atoms, index) is not None or word_at(atoms, index, _PART) is not None


def _is_impossible_day(atoms: Atoms, index: int) -> bool:
    """*január 32*."""
    return index < len(atoms) and atoms[index].kind is _DIGITS and len(atoms[index].fold) == 2  # noqa: PLR2004


def _is_plain_day(atoms: Atoms, index: int) -> bool:
    """Whether a number after a month that nothing marks as a day is one: it counts nothing."""
    number = read_number(atoms, index)
    if number is None or (number.high is None and number.digits != atoms[index].fold):
        return False
    after = fold_at(atoms, number.last)
    counted = word_at(atoms, number.last, _UNIT)
    return counted is None and not after.startswith(("%", *value_words("percent")))


def _day_of(atoms: Atoms, day: Day, month: int, year: Year | None) -> Parse:
    """The day, or the days (*8–10.*) of ``month``."""
    first = Calendar(year, month, day.day)
    last = _last_day_of_range(atoms, day)
    if last is not None:
        return Parse(last.last, Between(first, Calendar(year, month, last.day)), last.ending)
    return Parse(day.last, first, day.ending)


def _last_day_of_range(atoms: Atoms, day: Day) -> Day | None:
    """The day after a dash."""
    dash = day.last
    if day.ending != BARE or dash + 1 >= len(atoms) or not atoms[dash].is_dash:
        return None
    if atoms[dash].glued is not atoms[dash + 1].glued:
        return None
    last = day_at(atoms, dash + 1)
    return last if last is not None and last.day > day.day else None


def _season(atoms: Atoms, index: int, word: TimeWord, year: Year | None) -> Parse | None:
    """A season in an adverbial or adjectival form, or with a year or a relation."""
    marked = word.ending.case in ("Sup", "Ins") or word.ending.adjective == "i"
    related = word.ending.case in ("Abl", "Ter") or word_at(atoms, index + 1, _POST, _PART)
    if year is None and not (marked or related):
        return None
    if word.ending.number == "Plur":
        return None
    return Parse(index + 1, Season(word.number, year), word.ending)


def numeric_date(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """Month and day in digits after a year: *2025. 11. 12.*, *2025-11-12*, *2025.11.12-én*."""
    if year is None or year.number is None or len(atoms[index].fold) > 2:  # noqa: PLR2004
        return None
    month = int(atoms[index].fold)
    separator = after_period(atoms, index + 1)
    if not 1 <= month <= _YEAR_MONTHS or separator == index + 1:
        return None
    day = day_at(atoms, separator)
    return None if day is None else Parse(day.last, Calendar(year, month, day.day), day.ending)


def _roman_date(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """*2015. II. 15.*: the month in Roman numerals."""
    month = years.roman(fold_at(atoms, index)) if year is not None and year.number else 0
    separator = after_period(atoms, index + 1)
    if not 1 <= month <= _YEAR_MONTHS or separator == index + 1:
        return None
    day = day_at(atoms, separator) if atoms[separator - 1] is not atoms[-1] else None
    return Parse(day.last, Calendar(year, month, day.day), day.ending) if day and day.marked else None


def _roman_quarters(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """*I–III. negyedévben*."""
    first = years.roman(fold_at(atoms, index))
    if not first or index + 2 >= len(atoms) or not atoms[index + 1].is_dash:
        return None
    found = ordinal_at(atoms, index + 2)
    last = _numbered_unit_at(atoms, found[1], found[0], year) if found and found[0] > first else None
    if last is None or not isinstance(last.meaning, Division):
        return None
    length = last.meaning.last - last.meaning.first + 1
    return last._replace(meaning=last.meaning._replace(first=(first - 1) * length + 1))


def _numbered_unit_at(atoms: Atoms, index: int, ordinal: int, year: Year | None) -> Parse | None:
    word = word_at(atoms, index, _UNIT)
    return None if word is None else _numbered_unit(index, word, ordinal, year)


def worded_date(atoms: Atoms, index: int) -> Parse | None:
    """*ezerkilencszáznyolcvankilencben*, *kétezer-tíz óta*, *kétezer májusában*: a year in words."""
    found = years.worded_year(atoms, index)
    if found is None or found[0].number is None:
        return None
    year, ending, last = found
    month = word_at(atoms, last, _MONTH, _SEASON) if ending == BARE else None
    if month is not None:
        return within_year(atoms, last, year) if month.ending.possessor else None
    post = word_at(atoms, last, _POST)
    since = ending == BARE and post is not None and post.value == "since"
    told = ending in _IN_YEAR and found[0].number % _HUNDRED
    return Parse(last, Calendar(year), ending) if since or told else None


def separated_date(atoms: Atoms, index: int) -> Parse | None:
    """*2025-11-12*, *2025/11/12*, *2025.11.12*, *2025. 11. 12.*, *12.11.2025*."""
    parts = [index]
    position = index + 1
    while len(parts) < 3 and position + 1 < len(atoms):  # noqa: PLR2004 - year, month, day
        mark, piece = atoms[position], atoms[position + 1]
        if mark.fold not in ("-", ".", "/") or not mark.glued or piece.kind is not _DIGITS:
            break
        parts.append(position + 1)
        position += 2
    figures = [atoms[part].fold for part in parts]
    if len(figures) != 3:  # noqa: PLR2004
        return _year_month(atoms, index, figures)
    if len(figures[0]) != years.YEAR_DIGITS:
        figures.reverse()
    if [len(figure) > 2 for figure in figures] != [True, False, False]:  # noqa: PLR2004
        return None
    year, month, day = (int(figure) for figure in figures)
    if not (year in years.YEARS and 1 <= month <= _YEAR_MONTHS and 1 <= day <= 31):  # noqa: PLR2004
        return None
    ending, last = suffix_at(atoms, after_period(atoms, position))
    return Parse(last, Calendar(Year(year), month, day), ending)


def _year_month(atoms: Atoms, index: int, figures: list[str]) -> Parse | None:
    """*2020-01*."""
    if [len(figure) for figure in figures] != [years.YEAR_DIGITS, 2] or not atoms[index + 1].is_dash:
        return None
    year, month = map(int, figures)
    if year not in years.YEARS or not 1 <= month <= _YEAR_MONTHS:
        return None
    ending, last = suffix_at(atoms, index + 3)
    return None if ending.adjective == "s" else Parse(last, Calendar(Year(year), month), ending)


def _ordinal_division(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """*harmadik negyedév*, *első félév*, *második fele*, *első nyolc hónapja*."""
    nth = _nth_day(atoms, index, Calendar(year)) or _last_division(atoms, index, year) if year else None
    found = ordinal_at(atoms, index)
    if found is None or nth is not None:
        return nth
    ordinal, last = found
    word = word_at(atoms, last, _UNIT, _HALF_PART)
    if word is not None and word.kind is _UNIT:
        return _numbered_unit(last, word, ordinal, year)
    if word is not None and word.ending.possessor and year is not None and ordinal in (1, 2):
        first, final = _FIRST_HALF if ordinal == 1 else _SECOND_HALF
        return Parse(last + 1, Division(first, final, year), word.ending)
    return _first_units(atoms, last, year) if ordinal == 1 else None


def _last_division(atoms: Atoms, index: int, year: Year) -> Parse | None:
    """*az év utolsó negyedévében*, *2024 utolsó hónapja*."""
    if fold_at(atoms, index) not in value_words("last"):
        return None
    word = word_at(atoms, index + 1, _UNIT)
    length = _MONTHS_IN.get(Unit(word.value), 0) if word is not None else 0
    return _numbered_unit(index + 1, word, _YEAR_MONTHS // length, year) if word and length else None


def _numbered_unit(last: int, word: TimeWord, ordinal: int, year: Year | None) -> Parse | None:
    if word.value == Unit.WEEK and year is not None and ordinal in _WEEKS and word.ending.number == "Sing":
        return Parse(last + 1, WeekOfYear(year, ordinal), word.ending)
    length = _MONTHS_IN.get(Unit(word.value), 0)
    if not length or not 1 <= ordinal * length <= _YEAR_MONTHS or word.ending.number == "Plur":
        return None
    if length == 1 and year is None:
        return None
    return Parse(last + 1, Division((ordinal - 1) * length + 1, ordinal * length, year), word.ending)


def _first_units(atoms: Atoms, index: int, year: Year | None) -> Parse | None:
    """*első nyolc hónap*, *első három negyedév*: the number and the unit stand at ``index``."""
    number = read_number(atoms, index)
    if number is None or number.tail or number.kind is not NumeralKind.CARDINAL or number.high is not None:
        return None
    word = word_at(atoms, number.last, _UNIT)
    length = _MONTHS_IN.get(Unit(word.value), 0) if word is not None else 0
    last = int(number.value) * length
    if word is None or not 1 <= last <= _YEAR_MONTHS or number.value != int(number.value):
        return None
    return Parse(number.last + 1, Division(1, last, year), word.ending)


def half_part(atoms: Atoms, index: int) -> tuple[str, Ending, int] | None:
    """*első felében*: the part, its ending and the index after it."""
    found = ordinal_at(atoms, index)
    if found is None or found[0] not in (1, 2):
        return None
    word = word_at(atoms, found[1], _HALF_PART)
    if word is None or not word.ending.possessor:
        return None
    return "start" if found[0] == 1 else "end", word.ending._replace(possessor=""), found[1] + 1


def weekday(atoms: Atoms, index: int, week: int | None = None, *, of_week: bool = False) -> Parse | None:
    """*szerdán*, *a keddi*, *péntek este*; ``of_week``: after its week, *e hét péntekén*."""
    word = word_at(atoms, index, _WEEKDAY)
    if word is None or word.ending.number == "Plur" or (word.ending.possessor and not of_week):
        return None
    if word.ending.adjective == "s":
        return None
    return Parse(index + 1, Weekday(word.number, week), word.ending._replace(possessor=""))


def with_weekday(atoms: Atoms, found: Parse) -> Parse:
    """A day with the day of the week that is told beside it: *május 3-án, pénteken*, *május 3. (péntek)*."""
    if not isinstance(found.meaning, Calendar) or found.meaning.day is None:
        return found
    mark = fold_at(atoms, found.last)
    index = found.last + (mark in (",", "("))
    word = word_at(atoms, index, _WEEKDAY)
    if word is None or word.ending.number == "Plur" or word.ending.adjective != found.ending.adjective:
        return found
    last = index + 1 + (mark == "(" and fold_at(atoms, index + 1) == ")")
    return found._replace(last=last, ending=word.ending if word.ending != BARE else found.ending)


def day_of_month(atoms: Atoms, index: int) -> Parse | None:
    """*15-én*, *elsején*: a day without its month."""
    if index and atoms[index].glued and fold_at(atoms, index - 1) not in '(„”"«»':
        return None
    day = day_at(atoms, index)
    if day is None or not day.marked or not (day.ending.possessor or day.ending.adjective == "i"):
        return None
    if atoms[index].kind is _DIGITS and day.ending.case not in ("Sup", "Ter", "Abl", "Sbl", "Nom"):
        return None
    return Parse(day.last, DayOfMonth(day.day), day.ending)


def holiday(atoms: Atoms, index: int) -> Parse | None:
    """*karácsonykor*, *szilveszter*: a feast on a fixed day."""
    word = word_at(atoms, index, _HOLIDAY)
    if word is None or word.ending.adjective or word.ending.case not in ("Nom", "Tem", "Ter", "Sup", "Abl"):
        return None
    month, day = word.value.split("-")
    return Parse(index + 1, Calendar(None, int(month), int(day)), word.ending)
