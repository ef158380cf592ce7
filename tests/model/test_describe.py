from __future__ import annotations

import re
from enum import StrEnum

import attrs
import pytest
from babel import Locale
from hypothesis import given, settings

from bilateral.errors import InvalidValueError
from bilateral.model import kinds
from bilateral.model.describe import LANGUAGES, Voice, fill, phrases, tell
from bilateral.model.facts import FACT_TYPES, AnyFact, EconomicIndicator, StateVisit
from bilateral.model.kinds import Basis, Comparator, Measure
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country
from tests.samples import sample_facts
from tests.strategies import facts

ENUMERATIONS = [
    kind
    for kind in vars(kinds).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and len(kind)
]


SENTENCES = """\
Ewa Nowak (Poland) paid a state visit to Hungary (Budapest), Nov 11 – 12, 2025.
Ewa Nowak (Lengyelország) – állami látogatás, úti cél: Magyarország (Budapest), megtörtént, 2025.
  nov. 11–12.
Trade turnover, Poland and Hungary, 2024: more than 16.5 billion euros.
Áruforgalom, Lengyelország és Magyarország, 2024.: több mint 16,5 milliárd euró.
Poland and Duna Bizottság signed a convention (“Vízügyi”), November 12, 2025; end of validity: 2035;
  signatories: Ewa Nowak.
Lengyelország és Duna Bizottság – egyezmény („Vízügyi”), aláírt, 2025. november 12.; érvényességének
  vége: 2035.; aláírók: Ewa Nowak.
Ewa Nowak and Kovács Anna (Poland and Hungary) held a summit in Budapest, November 12, 2025.
Ewa Nowak és Kovács Anna (Lengyelország és Magyarország) – csúcstalálkozó, megtörtént, Budapest,
  2025. november 12.
Ewa Nowak (Poland) welcomed at a press conference: “jó szomszédok vagyunk”.
Ewa Nowak (Lengyelország) üdvözölte sajtótájékoztatón: „jó szomszédok vagyunk”.
Intention of Poland and Hungary, until 2030: “közös hidat építenek” (concerns Poland and Hungary).
Lengyelország és Magyarország – szándék, legkésőbb 2030: „közös hidat építenek” (érintett ország:
  Lengyelország és Magyarország).
Poland opened a consulate in Hungary (Pécs).
Konzulátus, küldő ország: Lengyelország, fogadó ország: Magyarország, Pécs, megnyitott.
"""


def sentences() -> list[str]:
    """English and Hungarian in turn; a line that goes on is indented."""
    return SENTENCES.replace("\n  ", " ").splitlines()


@pytest.mark.parametrize(
    ("number", "english", "hungarian"),
    list(zip(range(7), sentences()[::2], sentences()[1::2], strict=True)),
)
def test_facts_as_sentences(number: int, english: str, hungarian: str) -> None:
    fact = sample_facts()[number]
    # Babel's spaces are for typesetters
    plain = str.maketrans("\xa0\u2009\u202f", "   ")
    assert str(fact).translate(plain) == english
    assert fact.describe().translate(plain) == hungarian


@given(facts())
@settings(max_examples=150, deadline=None)
def test_every_fact_can_be_told(fact: AnyFact) -> None:
    for locale in ("hu", "en", "en_GB", "hu-HU"):
        sentence = fact.describe(locale)
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
        assert "None" not in sentence or "None" in repr(attrs.asdict(fact))


def test_a_locale_of_another_language_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"describe\.locale: got 'fr'"):
        sample_facts()[0].describe("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_a_sentence_can_need_is_there(language: str) -> None:
    words = phrases(language)
    assert set(words.sentences) == {kind.__name__ for kind in FACT_TYPES}
    assert set(words.amounts) == {member.value for member in Comparator}
    assert words.words == {
        kind.__name__: {member.value: words.words[kind.__name__][member.value] for member in kind}
        for kind in ENUMERATIONS
        if kind is not Comparator
    }
    assert Locale.parse(language).language == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FACT_TYPES)
def test_sentences_name_fields_of_their_class(language: str, kind: type) -> None:
    named = set(re.findall(r"\{(\w+)\}", phrases(language).sentences[kind.__name__]))
    assert named <= {field.name for field in attrs.fields(kind)}


def test_templates_choose_what_is_filled() -> None:
    template = "[{a} of {b}|{a}|Nobody] came[ on {c}]{d}."
    assert fill(template, {"a": "X", "b": "Y", "c": "Z", "d": "!"}) == "X of Y came on Z!."
    assert fill(template, {"a": "X", "b": "", "c": "", "d": ""}) == "X came."
    assert fill(template, {"a": "", "b": "Y", "c": "", "d": ""}) == "Nobody came."


def test_values_are_not_taken_for_templates() -> None:
    assert fill("{a}[ {b}]", {"a": "[x|y]", "b": "{a}"}) == "[x|y] {a}"


@pytest.mark.parametrize(
    ("amount", "english"),
    [
        (Amount(value="27123456", unit="USD"), "27.123456 million US dollars"),
        (Amount(value="999999", unit="USD"), "999,999 US dollars"),
        (Amount(value="1", unit="person"), "1 person"),
        (Amount(value="1200", unit="person", comparator=Comparator.AT_LEAST), "at least 1,200 people"),
        (Amount(value="-3", unit="percentage_point"), "-3 percentage points"),
        (Amount(value="90", unit="percent", comparator=Comparator.NEARLY), "nearly 90%"),
        (Amount(value="5", unit="cubic_metre", comparator=Comparator.ABOUT), "about 5 cubic meters"),
    ],
)
def test_amounts_in_words_lose_nothing(amount: Amount, english: str) -> None:
    assert tell(amount, Voice(phrases("en"), "en")) == english


@pytest.mark.parametrize(
    ("period", "english", "hungarian"),
    [
        ("../2030", "until 2030", "legkésőbb 2030"),
        ("2020/..", "since 2020", "2020 óta"),
        ("../2030-06-01", "until June 1, 2030", "legkésőbb 2030. június 1."),
    ],
)
def test_open_periods(period: str, english: str, hungarian: str) -> None:
    assert tell(Period.parse(period), Voice(phrases("en"), "en")) == english
    assert tell(Period.parse(period), Voice(phrases("hu"), "hu")) == hungarian


def test_a_fact_with_little_in_it_can_be_told() -> None:
    assert str(StateVisit(host_country=Country("HU"))) == "A foreign representative paid a visit to Hungary."
    figure = EconomicIndicator(
        measure=Measure.OTHER,
        basis=Basis.CHANGE,
        amount=Amount(value=-5, unit="percent"),
        origin=Country("HU"),
    )
    assert str(figure) == "Figure, from Hungary: a change of -5%."
