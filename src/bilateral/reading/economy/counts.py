"""The amounts of a sentence, with the numbers whose unit the words around them tell."""

from __future__ import annotations

from operator import attrgetter

import attrs

from bilateral.hungarian.amounts import FoundAmount, FoundNumeral
from bilateral.hungarian.numerals import parse_word
from bilateral.hungarian.tokens import TokenKind
from bilateral.model.values import PERCENT, TIMES
from bilateral.reading.document import Document, Sentence
from bilateral.reading.economy.cues import lemma, noun, verb
from bilateral.reading.economy.lexicon import economy
from bilateral.reading.referents import MentionKind

_CASED = frozenset({"Acc", "Sbl", "Del", "Ins"})
_OF_PEOPLE = _CASED | {"Dat"}
_PERSON = "person"
_HEADCOUNT = ("-an", "-en")
CROSSING = "border_crossing"
RATIOS = (PERCENT, TIMES)
"""Units that no number goes on with."""
_COUNTABLE = 2
_REACH = 3
_NOMINAL = ("NOUN", "ADJ", "PROPN", "NUM")


def amounts(document: Document, sentence: Sentence, unit: str) -> list[FoundAmount]:
    """The amounts of a sentence, in order.

    Args:
        document: the article.
        sentence: its sentence.
        unit: the unit of the amount told last before it, which a large number may leave out.
    """
    found = [
        _recounted(document, sentence, amount)
        for amount in document.amounts_in(sentence.first, sentence.last)
        if not (amount.borrowed and amount.amount.is_money and _is_size(document, amount.first))
    ]
    numerals = list(document.numerals_in(sentence.first, sentence.last))
    if not numerals:
        return found
    for numeral in numerals:
        counted = _counted(document, sentence, numeral, found)
        if counted:
            found.append(numeral.of(counted))
        elif numeral.scale > 1 and _stands_alone(document, numeral):
            told = [amount.amount.unit for amount in found if amount.last <= numeral.first]
            known = next((each for each in reversed(told) if each not in RATIOS), unit)
            if known not in ("", *RATIOS):
                found.append(numeral.of(known))
    return sorted(found, key=attrgetter("first"))


def _recounted(document: Document, sentence: Sentence, amount: FoundAmount) -> FoundAmount:
    """The amount; one whose unit was taken from an earlier one counts what "száma" is said of instead."""
    if not amount.borrowed or amount.amount.unit.isupper() or amount.case not in _CASED:
        return amount
    unit = _number_of(document, sentence, amount.amount.unit)
    if unit in ("", amount.amount.unit):
        return amount
    return attrs.evolve(amount, amount=attrs.evolve(amount.amount, unit=unit))


def _stands_alone(document: Document, numeral: FoundNumeral) -> bool:
    """Whether no noun can follow: it bears a case; an article, "volt", what is to be reached follows."""
    after = lemma(document, numeral.last)
    ends = numeral.last < len(document.tokens) and document.tokens[numeral.last].kind is TokenKind.PUNCT
    words = economy().words
    if _is_size(document, numeral.first):
        return False
    if numeral.case == "Nom" and any("money" in rule.units for rule in economy().noun(after)):
        return True
    return numeral.case in _CASED or ends or after in words.articles | words.reaching | words.being


def _is_size(document: Document, first: int) -> bool:
    """Whether the words before say that it is the number of something: "létszáma 300 ezerre nő"."""
    return not economy().words.numbers.isdisjoint(document.lemmas[max(0, first - _REACH) : first])


def _counted(document: Document, sentence: Sentence, numeral: FoundNumeral, found: list[FoundAmount]) -> str:
    """What the number counts: people told by their country, points of a border, what "száma" is said of."""
    if numeral.value < _COUNTABLE or numeral.first in document.timed or not _is_number(document, numeral):
        return ""
    if numeral.case == "Sup" and document.tokens[numeral.last - 1].fold.endswith(_HEADCOUNT):
        return _PERSON
    if numeral.case == "Nom" and _is_people(document, numeral.last):
        return _PERSON
    if _is_crossing(document, sentence, numeral):
        return CROSSING
    return _of_number(document, sentence, numeral, found) or _raised(document, numeral, found)


def _raised(document: Document, numeral: FoundNumeral, found: list[FoundAmount]) -> str:
    """The unit of a count that another one is raised to: "200 ösztöndíjat jövőre 250-re emelnek"."""
    before = next((amount for amount in reversed(found) if amount.last <= numeral.first), None)
    if numeral.case != "Sbl" or before is None or not before.counted or numeral.first - before.last > _REACH:
        return ""
    after = range(numeral.last, min(numeral.last + _REACH, len(document.tokens)))
    return before.amount.unit if any(verb(document, at) in economy().effects for at in after) else ""


def _is_number(document: Document, numeral: FoundNumeral) -> bool:
    """Whether the context takes the word for a number: "határa" only looks like one."""
    words = range(numeral.first, numeral.last)
    return any(document.readings[at][0].pos == "NUM" or _is_numeral(lemma(document, at)) for at in words)


def _is_numeral(word: str) -> bool:
    numeral = parse_word(word)
    return numeral is not None and not numeral.tail


def _is_people(document: Document, token: int) -> bool:
    """Whether a people is named that modifies nothing: "háromezer vietnami tanul", "tíz lengyelt"."""
    mention = next(document.mentions_in(token, token + 1, MentionKind.NATIONALITY), None)
    if mention is None or mention.number == "Plur" or len(mention.countries) != 1:
        return False
    if mention.case != "Nom" or mention.last >= len(document.tokens):
        return mention.case in _OF_PEOPLE
    after = document.readings[mention.last][:2]
    return any(reading.form == "Fin" for reading in after) or after[0].pos not in _NOMINAL


def _is_crossing(document: Document, sentence: Sentence, numeral: FoundNumeral) -> bool:
    """Whether one can go over at so many points: "akkor 12, ma 20 ponton lehet átkelni"."""
    words = economy().words
    later = document.numerals_in(numeral.first, sentence.last)
    points = next((other for other in later if lemma(document, other.last) in words.points), None)
    if points is None or not (points is numeral or document.tokens[numeral.last].norm == ","):
        return False
    return any(verb(document, at) in words.crossing for at in range(sentence.first, sentence.last))


def _of_number(
    document: Document, sentence: Sentence, numeral: FoundNumeral, found: list[FoundAmount]
) -> str:
    """The unit of "a turisták száma 300 ezerre nőtt", "az ösztöndíjak számát 20-ról 50-re emelik"."""
    is_it = numeral.case == "Nom" and lemma(document, numeral.first - 1) in economy().words.numbers
    if numeral.case not in _CASED and not is_it:
        return ""
    before = next((amount.amount.unit for amount in reversed(found) if amount.last <= numeral.first), "")
    return _number_of(document, sentence, before)


def _number_of(document: Document, sentence: Sentence, before: str) -> str:
    """What "száma" is said of in the sentence; ``before`` where that points back."""
    if economy().words.numbers.isdisjoint(document.lemmas[sentence.first : sentence.last]):
        return ""
    for at in range(sentence.first, sentence.last):
        if lemma(document, at) in economy().words.numbers:
            again = lemma(document, at - 1) in economy().words.continuing
            return before if again else _unit_of(document, sentence.first, at)
    return ""


def _unit_of(document: Document, first: int, at: int) -> str:
    """What there is a number of: the noun before "száma", over the adjectives in between."""
    for index in range(at - 1, max(first, at - _REACH) - 1, -1):
        if next(document.mentions_in(index, index + 1, MentionKind.NATIONALITY), None) is not None:
            return _PERSON
        reading = noun(document, index)
        if reading is not None:
            return next((rule.unit for rule in economy().noun(reading.fold) if rule.unit), "")
    return ""
