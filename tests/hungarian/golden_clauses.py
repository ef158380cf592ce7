"""Loads the sentences of ``data/clauses.toml`` and says where an analysis differs from them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from bilateral.hungarian.analysis import Analysis
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.syntax import Clause, Link, Phrase

FILE = Path(__file__).parent / "data" / "clauses.toml"
PREDICATE = frozenset({"tense", "mood", "person", "modality", "negated", "potential", "counterfactual"})
CLAUSE = frozenset({"link", "conjunction", "quoted", "conditional", "uncertain"})
PLACES = frozenset({"verb", "on", "antecedent", "parts"})
CASES = frozenset(
    {"Nom", "Acc", "Dat", "Ins", "Ine", "Ill", "Ela", "Sup", "Sbl", "Del", "Ade", "All", "Abl", "Cau"}
    | {"Ter", "Tra", "Ess", "Tem"}
)

Clauses = list[Mapping[str, Any]]


@attrs.frozen
class Case:
    """A sentence and what is known of each of its clauses."""

    about: str
    text: str
    clauses: Clauses

    def __str__(self) -> str:
        return self.about


def checked(raw: Mapping[str, Any]) -> Case:
    """The case that a table of the file makes.

    Raises:
        ValueError: if it asserts nothing of some clause, or something that this file cannot check.
    """
    if raw.keys() != {"about", "text", "clauses"} or not raw["clauses"]:
        message = f"a sentence needs about, text and clauses: {raw}"
        raise ValueError(message)
    for clause in raw["clauses"]:
        known = PREDICATE | CLAUSE | PLACES | CASES | grammar().postpositions
        if not clause or clause.keys() - known:
            message = f"{raw['text']}: {sorted(clause.keys() - known) or 'a clause without any assertion'}"
            raise ValueError(message)
        if "link" in clause:
            Link(clause["link"])
    return Case(**raw)


def cases() -> list[Case]:
    """All cases of the file."""
    return [checked(raw) for raw in tomllib.loads(FILE.read_text(encoding="utf-8"))["sentence"]]


def differences(analysis: Analysis, case: Case) -> list[str]:
    """Where the analysis of its text differs from the case, one line each."""
    found = list(analysis.clauses())
    if len(found) != len(case.clauses):
        return [f"{len(found)} clauses: {[said(analysis, clause) for clause in found]}"]
    return [
        f"{said(analysis, clause)}: {key} is {actual!r}, not {wanted!r}"
        for clause, expected in zip(found, case.clauses, strict=True)
        for key, wanted in expected.items()
        for actual in [seen(analysis, clause, key, wanted)]
        if actual != wanted
    ]


def said(analysis: Analysis, clause: Clause) -> str:
    """The words of a clause."""
    return " … ".join(analysis.words(part) for part in clause.parts)


def seen(analysis: Analysis, clause: Clause, key: str, wanted: Any) -> Any:
    """What the analysis has for a key, in the form in which it is written in the case."""
    if key in CLAUSE:
        return getattr(clause, key)
    if key in PREDICATE:
        return getattr(clause.predicate, key, None)
    places: dict[str, Callable[[], Any]] = {
        "verb": lambda: lemma(clause),
        "on": lambda: lemma(clause.parent) if clause.parent else None,
        "antecedent": lambda: analysis.tokens[clause.antecedent].text if clause.antecedent >= 0 else None,
        "parts": lambda: [analysis.words(part) for part in clause.parts],
    }
    return places[key]() if key in places else arguments(analysis, clause, key, wanted)


def lemma(clause: Clause) -> str:
    """The lemma of its predicate, or nothing."""
    return clause.predicate.lemma if clause.predicate else ""


def arguments(analysis: Analysis, clause: Clause, key: str, wanted: Any) -> Any:
    """The phrases of a case or postposition, as precisely as ``wanted`` names them."""
    found = [*clause.by_case(key)] if key in CASES else clause.with_post(key)
    groups = list(coordinated(found))
    if isinstance(wanted, str):
        return shown(analysis, found, [wanted])[0] if len(found) == 1 else shown(analysis, found, [])
    if any(isinstance(item, list) for item in wanted):
        names = [item if isinstance(item, list) else [item] for item in wanted]
        texts = [
            shown(analysis, group, names[number] if number < len(names) else [])
            for number, group in enumerate(groups)
        ]
        return [text if len(text) > 1 else text[0] for text in texts]
    return shown(analysis, found, wanted)


def coordinated(phrases: list[Phrase]) -> Iterator[list[Phrase]]:
    """The phrases in groups that commas and conjunctions join."""
    group: list[Phrase] = []
    for phrase in phrases:
        if group and not (phrase.conjunct and phrase.first - group[-1].last <= 2):
            yield group
            group = []
        group.append(phrase)
    if group:
        yield group


def shown(analysis: Analysis, phrases: list[Phrase], wanted: list[str]) -> list[str]:
    """Each phrase by its head where the case names just that, else whole, without its postposition."""
    texts = []
    for number, phrase in enumerate(phrases):
        head = analysis.tokens[phrase.head].text
        by_head = number < len(wanted) and wanted[number] == head
        end = phrase.last - 1 if phrase.post and phrase.last > phrase.head + 1 else phrase.last
        texts.append(head if by_head else analysis.words((phrase.first, end)))
    return texts
