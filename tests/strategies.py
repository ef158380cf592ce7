"""Whole articles for property tests, made from the types: a new fact type needs no change here."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from bilateral.errors import InvalidValueError
from bilateral.model.article import Article, Mention
from bilateral.model.facts import FACT_TYPES, AnyFact, Fact
from bilateral.model.kinds import Comparator
from bilateral.model.text import UNSOURCED, Evidence, Span
from bilateral.model.values import Amount, Period
from bilateral.model.world import Country

texts = st.text(min_size=1, max_size=20).filter(str.strip)
countries = st.sampled_from([Country(code) for code in ("HU", "KZ", "RU", "PL", "EU", "XK", "US")])
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first, last = sorted((draw(days), draw(days)))
    cut = draw(st.sampled_from([4, 7, 10]))
    start, end = first.isoformat()[:cut], last.isoformat()[:cut]
    form = draw(st.sampled_from(["{0}", "{0}/{1}", "../{1}", "{0}/.."]))
    return Period.parse(form.format(start, end))


amounts = st.builds(
    Amount,
    value=st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**13),
    unit=st.sampled_from(["USD", "HUF", "percent", "percentage_point", "times", "tonne", "company"]),
    comparator=st.sampled_from(Comparator),
)


def _leaves() -> dict[Any, st.SearchStrategy[Any]]:
    return {
        NoneType: st.none(),
        str: texts,
        Country: countries,
        Period: periods(),
        Amount: amounts,
        date: days,
        datetime: st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001
        Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    }


def of_type(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type."""
    leaves = _leaves()
    if annotation in leaves:
        return leaves[annotation]
    if isinstance(annotation, UnionType):
        return st.one_of(*map(of_type, get_args(annotation)))
    if get_origin(annotation) is tuple:
        arguments = get_args(annotation)
        if Ellipsis in arguments:
            return st.lists(of_type(arguments[0]), max_size=3).map(tuple)
        return st.tuples(*map(of_type, arguments))
    if issubclass(annotation, StrEnum):
        return st.sampled_from(list(annotation))
    return st.builds(
        annotation, **{f.name: of_type(f.type) for f in attrs.fields(attrs.resolve_types(annotation))}
    )


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start, end = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    return Span(start, end)


@st.composite
def evidence(draw: st.DrawFn, text: str, kind: type[Fact]) -> Evidence:
    if draw(st.integers(0, 9)) == 0:
        return UNSOURCED
    names = st.sampled_from([field.name for field in attrs.fields(kind)])
    places = st.lists(spans(len(text)), max_size=2).map(tuple)
    fields = draw(st.dictionaries(names, places, max_size=3))
    found = Evidence.at(text, draw(spans(len(text))), "test.rule", fields)
    return attrs.evolve(found, beyond=draw(st.lists(texts, max_size=1).map(tuple)))


@st.composite
def facts(draw: st.DrawFn, text: str = "") -> AnyFact:
    kind = draw(st.sampled_from(FACT_TYPES))
    own = [field for field in attrs.fields(kind) if field.name not in {"evidence", "further_evidence"}]
    values = {field.name: draw(of_type(field.type)) for field in own}
    values["evidence"] = draw(evidence(text, kind))
    values["further_evidence"] = draw(st.lists(evidence(text, kind).filter(bool), max_size=1))
    try:
        return kind(**values)  # type: ignore[return-value]  # FACT_TYPES are the members of AnyFact
    except InvalidValueError:
        # the two countries or persons of a fact came out the same
        return kind(
            **(values | dict.fromkeys(("guest", "guest_country", "origin", "sending") & values.keys()))
        )  # type: ignore[return-value]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(max_size=60))
    fields = {field.name: field.type for field in attrs.fields(attrs.resolve_types(Article))}
    drawn = ("published", "section", "headline", "agency", "people", "countries", "dyad", "notes")
    mentions = st.builds(Mention, span=spans(len(text)), entity=of_type(attrs.fields(Mention).entity.type))
    return Article(
        text=text,
        header=draw(st.dictionaries(st.sampled_from(["headline", "agency"]), spans(len(text)))),
        mentions=draw(st.lists(mentions, max_size=3)),
        facts=draw(st.lists(facts(text), max_size=4)),
        **{name: draw(of_type(fields[name])) for name in drawn},
    )
