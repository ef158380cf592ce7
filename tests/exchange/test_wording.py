"""The words of a report, in each language that there are reports in."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum

import attrs
import pytest

from bilateral.errors import InvalidValueError
from bilateral.exchange.html import to_html
from bilateral.exchange.html.wording import Wording, report
from bilateral.exchange.records import TABLES, columns
from bilateral.model import kinds
from bilateral.model.describe import LANGUAGES
from bilateral.model.facts import FACT_TYPES
from bilateral.model.kinds import Basis, Comparator, Office
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country, Person, Place
from tests.samples import sample_article

ENUMERATIONS = [
    kind
    for _, kind in inspect.getmembers(kinds, inspect.isclass)
    if issubclass(kind, StrEnum) and kind not in (StrEnum, Comparator)
]


def test_every_language_says_the_same_things() -> None:
    english, *others = [report(language).phrases for language in LANGUAGES]
    for other in others:
        assert list(other) == list(english)
        for name, phrase in english.items():
            assert sorted(re.findall(r"\{\w+\}", other[name])) == sorted(re.findall(r"\{\w+\}", phrase))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_its_words(language: str) -> None:
    assert [*report(language).types] == [name for name in TABLES if name not in ("articles", "people")]


def test_hungarian_has_a_word_for_every_column_and_member() -> None:
    shown = {name for kind in FACT_TYPES for name in columns(kind)}
    shown |= {field.name for field in attrs.fields(Person)}
    assert set(report("hu").columns) == shown
    say = Wording("hu")
    told = {(kind.__name__, item): say.member(item) for kind in ENUMERATIONS for item in kind}
    assert len(told) > 100
    assert [name for name, words in told.items() if not words or "_" in words] == []


def test_values_are_told_in_the_language() -> None:
    english, hungarian = Wording("en"), Wording("hu")
    person = Person(name="Ewa Nowak", office=Office.HEAD_OF_STATE, country=Country("PL"))
    assert english.words(person) == "Ewa Nowak (head of state, Poland (PL))"
    assert hungarian.words(person) == "Ewa Nowak (államfő, Lengyelország (PL))"
    assert hungarian.brief((person, Place(name="Pécs", country=Country("HU")))) == "Ewa Nowak, Pécs"
    jobs = Amount(value="27800.5", unit="job", comparator=Comparator.NEARLY)
    assert english.words(jobs) == "≲ 27,800.5 job"
    assert hungarian.words(jobs).replace("\xa0", " ") == "≲ 27 800,5 munkahely"
    assert (english.words(Basis.LEVEL), hungarian.words(Basis.LEVEL)) == ("level", "szint")
    assert hungarian.words(Period.parse("2025-11")) == "2025-11"
    assert hungarian.words(None) == ""


def test_a_hungarian_report_says_nothing_in_english() -> None:
    page = to_html(sample_article(), language="hu")
    assert '<html lang="hu">' in page
    # class names and styles are nobody's language
    shown = re.sub(
        r'<style>.*?</style>|(?:class|id|href|aria-describedby)="[^"]*"|<code>.*?</code>',
        "",
        page,
        flags=re.DOTALL,
    )
    for words in ("Marked in the text", "At a glance", "read from", "in the text", "to the table", "guest"):
        assert words in to_html(sample_article())
        assert words not in shown
    for words in ("Jelölések a szövegben", "Időrend", "vendég országa", "állami látogatás", "bekezdés"):
        assert words in shown


def test_other_languages_are_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"to_html.language: got 'de', expected 'en' or 'hu'"):
        to_html(sample_article(), language="de")
