from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

import bilateral
from bilateral.errors import InvalidValueError
from bilateral.model import display
from bilateral.model.article import Article, Mention
from bilateral.model.facts import FACT_TYPES, StateVisit
from bilateral.model.text import Evidence, Span
from bilateral.model.world import Country, Person, Place
from tests.samples import HU, NOWAK, PL, TEXT, sample_article, span


def test_facts_by_type_and_in_order() -> None:
    article = sample_article()
    kinds = [getattr(article, kind.TABLE) for kind in FACT_TYPES]
    assert [len(found) for found in kinds] == [1] * len(FACT_TYPES)
    assert {type(found[0]) for found in kinds} == set(FACT_TYPES)
    assert tuple(article) == article.facts


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": None}, "Article.text: got None, expected a str"),
        ({"headline": " "}, "Article.headline: got ' ', expected non-empty text or None"),
        (
            {"published": "2025-11-12"},
            "Article.published: got '2025-11-12', expected date or datetime or None",
        ),
        ({"people": ["Anna"]}, "Article.people"),
        ({"facts": ["x"]}, "Article.facts"),
        ({"dyad": (HU,)}, "Article.dyad"),
        ({"dyad": (HU, "PL")}, "Article.dyad"),
        ({"header": {"headline": Span(0, 10**6)}}, "Article.header[headline]"),
        ({"header": {"headline": (0, 5)}}, "Article.header"),
        ({"mentions": [Mention(span=Span(0, 10**6), entity=HU)]}, "Article.mentions[0].span"),
        ({"text": TEXT.replace("járt", "volt")}, "Article.facts[0].evidence"),
    ],
)
def test_wrong_values_are_refused(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(sample_article(), **changes)
    assert str(caught.value).startswith(told)


def test_further_evidence_must_be_from_the_text_too() -> None:
    elsewhere = Evidence.at("Máshol áll.", Span(0, 11), "test", {})
    visit = StateVisit(host_country=HU, further_evidence=[elsewhere])
    with pytest.raises(InvalidValueError, match=r"Article\.facts\[0\]\.evidence"):
        Article(text="Valami egészen más.", facts=[visit])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kovács Anna", 0),
        ("kovács anna", 0),
        ("Anna Kovács", 0),
        ("Anna", 0),
        ("Szabó", None),
        ("Szabó Béla", 1),
        ("Nagy", None),
        ("Kov", None),
        ("", None),
        ("Lula", 3),
    ],
)
def test_people_by_name(name: str, found: int | None) -> None:
    names = ("Kovács Anna", "Szabó Béla", "Szabó Géza", "Lula")
    people = [Person(name=each) for each in names]
    article = Article(text="…", people=people)
    assert article.person(name) == (None if found is None else people[found])


def test_who_stands_where() -> None:
    article = sample_article()
    assert article.mentions_of(NOWAK) == (span("Ewa Nowak"),)
    assert article.mentions_of(HU) == ()


def test_facts_about_somebody() -> None:
    article = sample_article()
    assert {type(fact).__name__ for fact in article.about(NOWAK)} == {
        "StateVisit",
        "Agreement",
        "Meeting",
        "Statement",
    }
    assert article.about(Place(name="Pécs")) == article.missions
    assert article.about(Country("FR")) == ()
    assert len(article.about(PL)) == 7


def test_facts_at_a_place() -> None:
    article = sample_article()
    assert article.facts_at(span("állami")) == article.visits
    assert article.facts_at(span("állami").start) == article.visits
    assert article.facts_at(0) == ()
    assert article.facts_at(span("járt Budapesten. A kétoldalú")) == article.visits + article.indicators


def test_an_article_is_a_value() -> None:
    article = sample_article()
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own bytes
    assert hash(sample_article()) == hash(article)


def test_a_notebook_shows_the_html_fragment() -> None:
    article = sample_article()
    assert article._repr_html_() == bilateral.to_html(article, fragment=True)


def test_without_a_renderer_a_notebook_falls_back_to_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_renderers", [])
    assert sample_article()._repr_html_() is None
