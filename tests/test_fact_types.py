"""Every fact type is complete: read, shown, kept, described, and held to golden sentences."""

from __future__ import annotations

import inspect

import attrs
import pytest

from bilateral.exchange.json import from_json, to_json
from bilateral.exchange.records import OFFSET_COLUMNS, column_names, columns, fact_row
from bilateral.model.describe import LANGUAGES, phrases
from bilateral.model.facts import FACT_TYPES, AnyFact, Fact
from bilateral.reading.parser import READERS
from tests.golden_cases import FOLDER, cases
from tests.samples import sample_article, sample_facts

ENOUGH = 10
"""The least number of golden sentences, and of counterexamples, for each type."""

by_type = pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.__name__)


def sample(kind: type[Fact]) -> AnyFact:
    return next(fact for fact in sample_facts() if type(fact) is kind)


def golden(table: str) -> tuple[int, int]:
    """How many golden texts tell a fact of the table, and how many tell none."""
    if (FOLDER / f"{table}.toml").exists():
        told = [bool(one.rows[table]) for one in cases(table) if table in one.rows]
    else:
        told = [any(line.split("\t")[1:]) for line in lines(f"{table}.tsv")]
    none = lines(f"no_{table}.tsv") if (FOLDER / f"no_{table}.tsv").exists() else []
    return told.count(True), told.count(False) + len(none)


def lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]


def test_every_fact_type_is_listed() -> None:
    assert set(Fact.__subclasses__()) == set(FACT_TYPES)
    assert len({kind.TABLE for kind in FACT_TYPES}) == len(FACT_TYPES)


@by_type
def test_has_one_reading_module(kind: type[Fact]) -> None:
    modules = [inspect.getmodule(reader) for reader in READERS]
    names = [module.__name__ for module in modules if module is not None]
    assert names.count(f"bilateral.reading.{kind.TABLE}") == 1


def test_there_is_no_reader_beyond_the_fact_types() -> None:
    assert len(READERS) == len(FACT_TYPES)


@by_type
def test_has_golden_sentences_and_counterexamples(kind: type[Fact]) -> None:
    telling, silent = golden(kind.TABLE)
    assert telling >= ENOUGH
    assert silent >= ENOUGH


@by_type
def test_has_table_columns(kind: type[Fact]) -> None:
    shown = set(columns(kind))
    own = {field.name for field in attrs.fields(kind)} - {field.name for field in attrs.fields(Fact)}
    assert shown == own
    assert tuple(fact_row(sample(kind))) == column_names(kind.TABLE)
    assert column_names(kind.TABLE)[-len(OFFSET_COLUMNS) :] == OFFSET_COLUMNS


@by_type
def test_survives_json(kind: type[Fact]) -> None:
    article = attrs.evolve(sample_article(), facts=[sample(kind)])
    (back,) = from_json(to_json(article)).facts
    assert type(back) is kind
    assert back == sample(kind)


@by_type
@pytest.mark.parametrize("language", LANGUAGES)
def test_is_described(kind: type[Fact], language: str) -> None:
    assert kind.__name__ in phrases(language).sentences
    told = sample(kind).describe(language)
    assert told[:1].isupper()
    assert "{" not in told
    assert all(told != sample(kind).describe(other) for other in LANGUAGES if other != language)
