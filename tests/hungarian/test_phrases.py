"""Phrases: each sentence with its phrases in brackets, ``[words]CASE`` or ``[words]CASE+postposition``."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.hungarian.analysis import Analysis, analyse_text
from bilateral.hungarian.syntax import Phrase
from tests.hungarian.golden_clauses import cases

WORDS = sorted({word for case in cases() for word in case.text.split()})
SALADS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)

BRACKETED = [
    "[A vendég]Nom [a repülőtéren]Sup várta [a kíséretét]Acc.",
    "[A vihar]Nom [a tenger felől]Nom+felől érkezett.",
    "[Az ország északi részén]Sup havazott.",
    "[A magyar]Nom és [a román rendőrség]Nom [közös járőrözést]Acc indított.",
    "[A két ország közötti szerződés]Nom megszűnt.",
    "[A menekültek ellátására szánt pénz]Nom elfogyott.",
    "[A tavaly Pécsen átadott stadiont]Acc bezárták.",
    "[A nagy múltú német cég]Nom [új igazgatót]Acc keres.",
    "[A parlament külügyi bizottságának elnöke]Nom lemondott.",
    "[A hídról]Del [a folyóba]Ill zuhant [az autó]Nom.",
    "[A nyár folyamán]Nom+folyamán [három raktár]Nom leégett.",
    "[A miniszter]Nom [a vendéggel együtt]Ins+együtt távozott.",
    "[A gyárhoz vezető út]Nom járhatatlan lett.",
    "[A jegybank]Nom [a kamat csökkentéséről]Del döntött.",
]
BRACKET = re.compile(r"\[([^\]]*)\](\w+)(?:\+(\w+))?")


def written(analysis: Analysis, phrase: Phrase) -> tuple[str, str, str]:
    return analysis.words(phrase), phrase.case, phrase.post


@pytest.mark.parametrize("marked", BRACKETED)
def test_phrases(marked: str) -> None:
    analysis = analyse_text(BRACKET.sub(r"\1", marked))
    expected = [match.groups(default="") for match in BRACKET.finditer(marked)]
    found = [written(analysis, phrase) for clause in analysis.clauses() for phrase in clause.phrases]
    assert expected
    assert [phrase for phrase in found if phrase in expected] == expected
    covered = {words for words, _, _ in expected}
    assert not [words for words, _, _ in found if words not in covered and words in " ".join(covered)]


def test_inner_phrases_belong_to_the_participle_or_event() -> None:
    analysis = analyse_text("A Genfben aláírt nyilatkozat a kapcsolatok új szintre emeléséről szól.")
    [clause] = analysis.clauses()
    inner = {analysis.tokens[each.head].text for phrase in clause.phrases for each in phrase.inner}
    assert inner == {"Genfben", "szintre"}


@given(st.one_of(SALADS, st.text(max_size=80)))
def test_phrases_never_overlap_and_stay_in_their_clause(text: str) -> None:
    for clause in analyse_text(text).clauses():
        words = set(clause.words)
        ends = [edge for phrase in clause.phrases for edge in (phrase.first, phrase.last)]
        assert ends == sorted(ends)
        for phrase in clause.phrases:
            assert phrase.first <= phrase.head < phrase.last
            assert words.issuperset(range(phrase.first, phrase.last))
            assert not set(range(phrase.first, phrase.last)) & set(
                clause.predicate.tokens if clause.predicate else ()
            )
            assert all(phrase.first <= each.first < each.last <= phrase.last for each in phrase.inner)
