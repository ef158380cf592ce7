"""Predicates: what the parts of a verb form together say."""

from __future__ import annotations

import pytest

from bilateral.hungarian.analysis import analyse_text
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.predicates import Predicate


def predicate(text: str) -> Predicate:
    [clause] = analyse_text(text).clauses()
    assert clause.predicate is not None
    return clause.predicate


@pytest.mark.parametrize(
    ("text", "lemma", "words"),
    [
        ("A felek aláírták a jegyzőkönyvet.", "aláír", [2]),
        ("A felek nem írták alá a jegyzőkönyvet.", "aláír", [3, 4]),
        ("A felek alá fogják írni a jegyzőkönyvet.", "aláír", [2, 3, 4]),
        ("A felek alá is írták a jegyzőkönyvet.", "aláír", [2, 4]),
        ("A felek alá nem írták a jegyzőkönyvet.", "aláír", [2, 4]),
        ("A felek meg tudtak egyezni az árban.", "megegyezik", [2, 3, 4]),
        ("A felek ma egyeztek meg az árban.", "megegyezik", [3, 4]),
        ("A felek megegyezni kívánnak az árban.", "megegyezik", [2, 3]),
        ("A felek képesek voltak megegyezni az árban.", "megegyezik", [2, 3, 4]),
        ("A felek hajlandók megegyezni az árban.", "megegyezik", [2, 3]),
    ],
)
def test_lemma_and_words(text: str, lemma: str, words: list[int]) -> None:
    found = predicate(text)
    assert found.lemma == lemma
    assert list(found.tokens) == words


@pytest.mark.parametrize(
    ("text", "tense", "mood", "past"),
    [
        ("A gyár bezárt.", "Past", "Ind", True),
        ("A gyár ma bezár.", "Pres", "Ind", False),
        ("A gyár bezárna.", "Pres", "Cnd", False),
        ("A gyár bezárt volna.", "Past", "Ind", False),
        ("A gyár zárjon be!", "Pres", "Imp", False),
        ("A gyár be fog zárni.", "Pres", "Ind", False),
        ("A gyár be akart zárni.", "Past", "Ind", True),
    ],
)
def test_tense_and_mood(text: str, tense: str, mood: str, past: bool) -> None:  # noqa: FBT001
    found = predicate(text)
    assert (found.tense, found.mood, found.past) == (tense, mood, past)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("A bank nem emelt kamatot.", True),
        ("A bank nem is emelt kamatot.", True),
        ("A bank nem akar kamatot emelni.", True),
        ("A bankban nincs pénz.", True),
        ("A bank egyszer sem emelt kamatot.", True),
        ("A bank nem ma emelt kamatot.", False),
        ("A bank kamatot emelt, nem díjat.", False),
    ],
)
def test_polarity(text: str, negated: bool) -> None:  # noqa: FBT001
    assert predicate(text).negated is negated


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A gyár bővülni fog.", "future"),
        ("A gyár bővülni kíván.", "will"),
        ("A gyárnak bővülnie kell.", "must"),
        ("A gyár bővülni tud.", "can"),
        ("A gyár kész bővülni.", "ready"),
        ("A gyár bővül.", ""),
        ("A gyár bővíteni kezdte a raktárt.", "begin"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert predicate(text).modality == modality


def test_every_auxiliary_has_a_meaning_of_the_list() -> None:
    meanings = {
        "future",
        "will",
        "must",
        "may",
        "can",
        "ready",
        "habit",
        "attempt",
        "success",
        "begin",
        "help",
    }
    assert set(grammar().auxiliaries.values()) <= meanings | {"cannot"}
