"""The language layer in one call, and the example that it is introduced by."""

from __future__ import annotations

import doctest
from datetime import date

import bilateral.hungarian
from bilateral.hungarian.analysis import analyse_text
from bilateral.hungarian.lexicon import lexicon


def test_the_example_of_the_package_runs() -> None:
    results = doctest.testmod(bilateral.hungarian)
    assert results.failed == 0
    assert results.attempted > 10


def test_everything_is_found_at_once() -> None:
    text = "A gyár szerdán 20 millió eurós szerződést írt alá Lisszabonban. A munka jövőre kezdődik."
    analysis = analyse_text(text, reference=date(2025, 11, 13))
    assert [str(period.period) for period in analysis.values.periods] == ["2025-11-12", "2026"]
    assert [amount.amount.plain for amount in analysis.values.amounts] == ["20000000"]
    assert [match.entry.name for match in analysis.names] == ["Lisszabon"]
    assert [analysis.words(sentence)[:8] for sentence in analysis.sentences] == ["A gyár s", "A munka "]
    assert [clause.predicate and clause.predicate.lemma for clause in analysis.clauses()] == [
        "aláír",
        "kezdődik",
    ]


def test_a_name_of_yours_is_not_divided() -> None:
    text = "A Kő és Papír nevű cég csődöt jelentett."
    known = lexicon().extend(organizations=[{"name": "Kő és Papír"}])
    bare, whole = (
        [analysis.words(phrase) for clause in analysis.clauses() for phrase in clause.phrases]
        for analysis in (analyse_text(text), analyse_text(text, lexicon=known))
    )
    assert whole == ["A Kő és Papír nevű cég", "csődöt"]
    assert bare != whole


def test_nothing_gives_nothing() -> None:
    analysis = analyse_text("")
    assert list(analysis.clauses()) == []
    assert analysis.words((0, 0)) == ""
