"""Rules for counted and shifted units: *két nap*, *két hete*, *az elmúlt öt évben*, *múlt héten*."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from bilateral.hungarian.atoms import AtomKind, Atoms
from bilateral.hungarian.figures import FoundNumber, may_continue, read_number
from bilateral.hungarian.numerals import NumeralKind, numeral_words, parse_word
from bilateral.hungarian.periods.dates import half_part, weekday
from bilateral.hungarian.periods.expressions import Expression
from bilateral.hungarian.periods.parse import (
    Parse,
    after_article,
    day_at,
    fold_at,
    is_article,
    word_at,
)
from bilateral.hungarian.periods.relatives import (
    Earlier,
    Meanwhile,
    Moved,
    Run,
    SameUnit,
    Shifted,
    Weekend,
)
from bilateral.hungarian.periods.words import CLOCK_UNITS, TimeWord, Unit, WordKind, time_word, time_words
from bilateral.hungarian.suffixes import BARE, Ending
from bilateral.hungarian.value_words import value_words

_WORD, _DIGITS = AtomKind.WORD, AtomKind.DIGITS
_CARDINAL, _FRACTION = NumeralKind.CARDINAL, NumeralKind.FRACTION
_SPAN, _UNIT, _POST, _DAY, _THAT, _RUN, _SHIFT, _WEEKDAY, _SAME, _PART = (
    WordKind.SPAN,
    WordKind.UNIT,
    WordKind.POST,
    WordKind.DAY,
    WordKind.THAT,
    WordKind.RUN,
    WordKind.SHIFT,
    WordKind.WEEKDAY,
    WordKind.SAME,
    WordKind.PART,
)
_MINUTE, _YEAR, _MONTH, _DAY_UNIT, _WEEK, _CENTURY, _WEEKEND = (
    Unit.MINUTE,
    Unit.YEAR,
    Unit.MONTH,
    Unit.DAY,
    Unit.WEEK,
    Unit.CENTURY,
    Unit.WEEKEND,
)

_DESIGNATORS = {
    Unit.SECOND: ("T", "S", 1),
    Unit.MINUTE: ("T", "M", 1),
    Unit.HOUR: ("T", "H", 1),
    Unit.DAY: ("", "D", 1),
    Unit.WEEKEND: ("", "D", 2),
    Unit.WEEK: ("", "W", 1),
    Unit.MONTH: ("", "M", 1),
    Unit.QUARTER: ("", "M", 3),
    Unit.HALF: ("", "M", 6),
    Unit.YEAR: ("", "Y", 1),
    Unit.DECADE: ("", "Y", 10),
    Unit.CENTURY: ("", "Y", 100),
}
_FINER = {"Y": ("M", 12), "H": ("M", 60), "D": ("H", 24)}
_LONG = frozenset((Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE))
_COMPOUND = frozenset(((Unit.YEAR, Unit.MONTH), (Unit.MONTH, Unit.DAY), (Unit.YEAR, Unit.DAY)))
_MOST = 100_000_000
_MONTHS = 12
_TENFOLD = {Unit.DECADE: 10, Unit.CENTURY: 100}
_LASTING = frozenset(("since", "hence", "through", "during", "ago", "earlier", "later", "within"))
_IN_DAYS = Ending(case="Ine", number="Plur")


class Length(NamedTuple):
    """A number of units of time; a range (*két-három nap*) has its higher number and no ``iso``."""

    number: Decimal
    unit: Unit
    ending: Ending
    last: int
    iso: str


def length_at(atoms: Atoms, index: int) -> Length | None:
    """*két nap*, *kétnapos*, *45 perc*, *másfél óra*, *félóra*, *egy óra 25 perc*."""
    found = _simple_length(atoms, index)
    if found is None or found.ending != BARE:
        return found
    joined = fold_at(atoms, found.last) in value_words("plus")
    rest = _simple_length(atoms, found.last + joined)
    if rest is None or not (found.iso and rest.iso and _is_finer(rest, found)):
        return found
    return Length(found.number, found.unit, rest.ending, rest.last, _joined(found.iso, rest.iso))


def _is_finer(rest: Length, whole: Length) -> bool:
    """*egy óra 25 perc*, *két év és hat hónap*; ISO 8601 knows weeks only alone."""
    order = list(Unit)
    finer = order.index(rest.unit) < order.index(whole.unit)
    return finer and (rest.unit in CLOCK_UNITS or (whole.unit, rest.unit) in _COMPOUND)


def _joined(whole: str, rest: str) -> str:
    """The ISO durations as one: ``PT1H`` and ``PT25M`` are ``PT1H25M``."""
    return whole + (rest[1:] if "T" not in whole else rest[2:])


def _simple_length(atoms: Atoms, index: int) -> Length | None:
    span = word_at(atoms, index, _SPAN)
    if span is not None:
        return Length(Decimal(1), _MINUTE, span.ending, index + 1, span.value)
    number = read_number(atoms, index) if index < len(atoms) else None
    if number is None or number.kind not in (_CARDINAL, _FRACTION):
        return None
    if number.kind is _FRACTION and number.ending != BARE:
        return None
    word, last = _counted(atoms, number)
    if word is None or word.ending.number == "Plur" or (number.tail and word_at(atoms, index, _UNIT)):
        return None
    if word.kind is _SPAN:
        return _of_spans(number, word, last)
    return _of_units(number, Unit(word.value), word.ending, last)


def _counted(atoms: Atoms, number: FoundNumber) -> tuple[TimeWord | None, int]:
    """The unit that the number counts: its tail (*kétnapos*) or the next word."""
    if number.tail:
        return time_word(number.tail, _UNIT, _SPAN), number.last
    if number.ending != BARE:
        return None, number.last
    return word_at(atoms, number.last, _UNIT, _SPAN), number.last + 1


def _of_spans(number: FoundNumber, word: TimeWord, last: int) -> Length | None:
    """*3 negyedóra*."""
    minutes = word_minutes(word.value)
    high = number.high and number.high * minutes
    number = number._replace(value=number.value * minutes, high=high)
    return _of_units(number, _MINUTE, word.ending, last)


def word_minutes(iso: str) -> int:
    """The minutes of ``PT30M``."""
    return int(iso[2:-1])


def _of_units(number: FoundNumber, unit: Unit, ending: Ending, last: int) -> Length | None:
    count = number.high or number.value
    if not 0 < count < _MOST:
        return None
    if unit in _TENFOLD and count != int(count):
        count, unit = count * _TENFOLD[unit], _YEAR
    if unit is _YEAR and count != int(count) and count * _MONTHS == int(count * _MONTHS):
        count, unit = count * _MONTHS, _MONTH
    iso = iso_duration(count, unit) if number.high is None else ""
    return Length(count, unit, ending, last, iso)


def iso_duration(count: Decimal, unit: Unit) -> str:
    """``count`` units as ISO 8601: half a year is ``P6M``; other fractions stay decimal (``P1.5W``)."""
    time, letter, factor = _DESIGNATORS[unit]
    count *= factor
    if count != int(count) and letter in _FINER and not (letter == "M" and not time):
        finer, per = _FINER[letter]
        if count * per == int(count * per):
            count, letter = count * per, finer
            time = "T" if letter == "H" else time
    digits = format(count, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f"P{time}{digits}{letter}"


def may_count(atoms: Atoms, index: int) -> bool:
    """The quick test for numbers: a unit of time, or more of the number, has to follow."""
    atom = atoms[index]
    word = parse_word(atom.fold)
    if (word is not None and word.tail) or index + 1 >= len(atoms):
        return True
    after = atoms[index + 1]
    if after.kind is _WORD:
        return bool(time_words(after.fold)) or may_continue(after.fold)
    if atom.kind is _WORD or after.kind is _DIGITS or after.is_dash:
        return True
    return index + 2 < len(atoms) and atoms[index + 2].kind is _DIGITS


def counted(atoms: Atoms, index: int) -> Parse | None:
    """A duration, or the date that it leads to: *két héttel ezelőtt*, *3 nap múlva*, *öt éve*."""
    length = length_at(atoms, index) if may_count(atoms, index) else None
    if length is None or length.ending.case == "Tem":
        return None
    if length.ending.adjective == "i" and fold_at(atoms, index) in value_words("indefinite"):
        return None
    post = word_at(atoms, length.last, _POST)
    if post is not None:
        moved = _moved(length, post)
        if moved is not None:
            return moved
    if length.ending.possessor == "3S" and length.ending.case == "Nom":
        return _ago(length, length.last, length.ending, "")
    return Parse(length.last, None, length.ending, kind="duration", duration=length.iso)


def _moved(length: Length, post: TimeWord) -> Parse | None:
    last, ending = length.last + 1, post.ending
    if post.value == "ago" and length.ending.case == "Ins":
        return _ago(length, last, ending, "")
    if post.value == "earlier" and length.ending.case == "Ins":
        return _date(length, last, ending, Earlier(length.unit, int(length.number)), "")
    if post.value == "hence" and length.ending.case == "Nom":
        return _date(length, last, ending, Moved(length.unit, int(length.number)), "hence")
    if post.value == "later" and length.ending.case == "Ins":
        return _date(length, last, ending, Moved(length.unit, int(length.number), from_previous=True), "")
    if post.value == "within" and length.ending.case in ("Sup", "Nom"):
        return _date(length, last, ending, Run(length.unit, int(length.number)), "within")
    return _lasting(length, post, last)


def _lasting(length: Length, post: TimeWord, last: int) -> Parse | None:
    """*tíz év alatt*, *három napon át*, *két éve óta*."""
    if post.value == "during" and length.unit in _LONG and not post.ending.adjective:
        return _date(length, last, post.ending, Meanwhile(length.unit, int(length.number)), "")
    if post.value not in ("during", "through", "since"):
        return None
    relation = "since" if post.value == "since" else "during"
    return Parse(last, None, post.ending, kind="duration", relation=relation, duration=length.iso)


def _ago(length: Length, last: int, ending: Ending, relation: str) -> Parse:
    return _date(length, last, ending, Moved(length.unit, -int(length.number)), relation)


def _date(length: Length, last: int, ending: Ending, meaning: Expression, relation: str) -> Parse:
    open_ended = not length.iso and not isinstance(meaning, Run | Meanwhile)
    if length.unit in CLOCK_UNITS or length.number != int(length.number) or open_ended:
        return Parse(last, None, ending, kind="duration", relation=relation, duration=length.iso)
    relation = "" if relation == "hence" else relation
    return Parse(last, meaning, ending, relation=relation, duration=length.iso)


def vague(atoms: Atoms, index: int) -> Parse | None:
    """*néhány napja*, *évek óta*, *hosszú évek alatt*: a duration of which nothing follows."""
    counted_vaguely = fold_at(atoms, index) in numeral_words("vague")
    noun = word_at(atoms, index + counted_vaguely, _UNIT)
    if noun is None or Unit(noun.value) in CLOCK_UNITS:
        return None
    last = index + counted_vaguely + 1
    post = word_at(atoms, last, _POST)
    timed = post is not None and post.value in _LASTING
    lasting = noun.ending.number == "Plur" and (timed or noun.ending.case == "Ter")
    nowadays = noun.ending == _IN_DAYS and noun.value == _DAY_UNIT and is_article(atoms, index - 1)
    if not (counted_vaguely or lasting or nowadays):
        return None
    return Parse(last + timed, None, noun.ending, kind="date" if nowadays else "duration")


def relative_day(atoms: Atoms, index: int) -> Parse | None:
    """*ma*, *tegnapi*, *holnaptól*, *a mai napon*, *másnap*."""
    word = word_at(atoms, index, _DAY, _THAT)
    if word is None or word.ending.number == "Plur" or word.ending.possessor:
        return None
    if word.kind is _THAT:
        return Parse(index + 1, Moved(_DAY_UNIT, word.number, from_previous=True), word.ending)
    last, ending = index + 1, word.ending
    noun = word_at(atoms, last, _UNIT) if ending.adjective else None
    if noun is not None and noun.value == _DAY_UNIT and noun.ending.number == "Sing":
        last, ending = last + 1, noun.ending
    return Parse(last, Shifted(_DAY_UNIT, word.number), ending)


def shifted(atoms: Atoms, index: int) -> Parse | None:
    """*múlt héten*, *jövő kedden*, *e hónapban*, *az elmúlt öt évben*, *a héten*."""
    return _run(atoms, index) or _shifted_unit(atoms, index) or _this_unit(atoms, index)


def _run(atoms: Atoms, index: int) -> Parse | None:
    """*az elmúlt öt évben*, *a következő három napban*; without a number one unit (*az elmúlt héten*)."""
    word = word_at(atoms, index, _RUN)
    if word is None:
        return None
    length = length_at(atoms, index + 1)
    if length is not None and length.ending.adjective != "s":
        return _counted_run(word, length)
    unclear = vague(atoms, index + 1)
    return unclear._replace(kind="date") if unclear is not None else _run_of_one(atoms, index, word)


def _run_of_one(atoms: Atoms, index: int, word: TimeWord) -> Parse | None:
    """*az elmúlt hónapban*; in the plural it is vague."""
    noun = word_at(atoms, index + 1, _UNIT)
    if noun is None or Unit(noun.value) in CLOCK_UNITS:
        return None
    if noun.ending.number == "Plur":
        return Parse(index + 2, None, noun.ending)
    if word_at(atoms, index, _SHIFT):
        return None
    return Parse(index + 2, Run(Unit(noun.value), word.number), noun.ending)


def _counted_run(word: TimeWord, length: Length) -> Parse | None:
    if length.unit in CLOCK_UNITS or length.number != int(length.number):
        return Parse(length.last, None, length.ending, kind="duration", duration=length.iso)
    meaning = Run(length.unit, word.number * int(length.number))
    return Parse(length.last, meaning, length.ending, duration=length.iso)


def _shifted_unit(atoms: Atoms, index: int) -> Parse | None:
    word = word_at(atoms, index, _SHIFT)
    if word is None:
        return None
    after = after_article(atoms, index + 1) if word.number == 0 else index + 1
    noun = word_at(atoms, after, _UNIT, _WEEKDAY)
    if noun is None or noun.ending.number == "Plur" or noun.ending.possessor:
        return None
    if noun.kind is _WEEKDAY:
        return weekday(atoms, after, word.number) if word.number else None
    return _shifted_by(atoms, after, word.number, noun)


def _shifted_by(atoms: Atoms, after: int, steps: int, noun: TimeWord) -> Parse | None:
    unit = Unit(noun.value)
    if unit in CLOCK_UNITS or unit is _YEAR or noun.ending.adjective == "s":
        return None
    if unit is _DAY_UNIT:
        return Parse(after + 1, Moved(unit, steps, from_previous=True), noun.ending)
    if unit is _WEEK:
        day = weekday(atoms, after_article(atoms, after + 1), steps, of_week=True)
        if day is not None:
            return day
    return Parse(after + 1, Shifted(unit, steps), noun.ending)


def _this_unit(atoms: Atoms, index: int) -> Parse | None:
    """*a héten*, *a hónap végén*, *a hétvégén*: the present unit after an article."""
    noun = word_at(atoms, index, _UNIT)
    if noun is None or noun.ending.possessor or noun.ending.adjective:
        return None
    unit = Unit(noun.value)
    if not (is_article(atoms, index - 1) or (unit is _YEAR and _is_unmodified(atoms, index))):
        return None
    if unit in CLOCK_UNITS or unit in (_DAY_UNIT, _CENTURY) or noun.ending.number == "Plur":
        return None
    here = noun.ending.case == "Sup" and unit is _WEEK
    if not (here or (noun.ending == BARE and _divides(atoms, index + 1, unit))):
        return None
    return Parse(index + 1, Shifted(unit, 0), noun.ending)


def _is_unmodified(atoms: Atoms, index: int) -> bool:
    """Whether nothing before *év* (végéig) says which year: *a harmadik, az adott, a pénzügyi év vége*."""
    before = atoms[index - 1] if index else None
    if before is None or before.kind is not _WORD:
        return before is None or before.fold in ",(„"
    attribute = before.fold.endswith(tuple(value_words("attribute_ending")))
    return not attribute and parse_word(before.fold) is None


def weekend(atoms: Atoms, index: int) -> Parse | None:
    """*hétvégén*, *hétvégi*: the present one also without an article."""
    noun = word_at(atoms, index, _UNIT)
    if noun is None or noun.value != _WEEKEND or noun.ending.number == "Plur":
        return None
    told = noun.ending.case in ("Sup", "Ter", "Abl", "Sbl") or noun.ending.adjective == "i"
    return Parse(index + 1, Weekend(), noun.ending) if told else None


def same_unit(atoms: Atoms, index: int) -> Parse | None:
    """*ugyanabban az évben*, *azon a héten*."""
    word = word_at(atoms, index, _SAME)
    after = after_article(atoms, index + 1)
    noun = word_at(atoms, after, _UNIT) if word is not None else None
    if noun is None or Unit(noun.value) in CLOCK_UNITS or noun.ending.number == "Plur":
        return None
    return Parse(after + 1, SameUnit(Unit(noun.value)), noun.ending)


def _divides(atoms: Atoms, index: int, unit: Unit) -> bool:
    """Whether a part or, of a month, a day of the unit stands at ``index``: *a hónap 15-én, folyamán*."""
    day = day_at(atoms, index) if unit is _MONTH else None
    post = word_at(atoms, index, _POST)
    during = post is not None and post.value == "during"
    return during or has_part(atoms, index) or (day is not None and bool(day.ending.possessor))


def has_part(atoms: Atoms, index: int) -> bool:
    """Whether *végén*, *első felében* … stands at ``index``."""
    return word_at(atoms, index, _PART) is not None or half_part(atoms, index) is not None
