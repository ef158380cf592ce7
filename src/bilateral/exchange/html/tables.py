"""The facts as tables: a row for each fact, linked with its places in the text."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from bilateral.exchange.html.elements import Markup, element, join
from bilateral.exchange.html.entries import KINDS, Entry, Kind
from bilateral.exchange.html.wording import Wording, is_verbatim
from bilateral.exchange.records import columns
from bilateral.model.values import Amount, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.exchange.html.prose import Site
    from bilateral.model.text import Evidence
    from bilateral.model.world import Person

_WIDE: Final = 6
"""Tables of more columns need a page of more than ordinary width."""


def fact_tables(entries: Sequence[Entry], sites: Mapping[tuple[str, int], Site]) -> Markup:
    """One table for each fact type of which there are facts."""
    tables = []
    for fact_type, kind in KINDS.items():
        of_kind = [entry for entry in entries if entry.kind is kind]
        if of_kind:
            names = [name for name in columns(fact_type) if any(name in entry.fields for entry in of_kind)]
            tables.append(_fact_table(kind, names, of_kind, sites))
    return join(tables, "\n")


def _fact_table(
    kind: Kind, names: list[str], entries: list[Entry], sites: Mapping[tuple[str, int], Site]
) -> Markup:
    rows = [_fact_row(entry, names, sites) for entry in entries]
    say = entries[0].wording
    heads = [_corner(say.phrase("fact")), *map(_column, [*map(say.column, names), say.phrase("read_from")])]
    return table(f"{say.type(kind.table, many=True)} ({len(entries)})", heads, rows, kind.table)


def _fact_row(entry: Entry, names: list[str], sites: Mapping[tuple[str, int], Site]) -> list[Markup]:
    first = sites.get((entry.ref, 0))
    name = element("a", entry.ref, class_="bl-ref", href=f"#{first.id}") if first else entry.ref
    head = element("th", name, scope="row", role="rowheader", id=entry.id)
    cells = [_value(entry, field) for field in names]
    return [head, *cells, _sources(entry, sites)]


def _value(entry: Entry, field: str) -> Markup:
    value, say = entry.fields.get(field), entry.wording
    compact = "bl-compact" if isinstance(value, Enum | Period | Amount) else None
    language = "hu" if is_verbatim(value) else None
    return cell(say.brief(value), say.column(field), id=entry.cell_id(field), class_=compact, lang=language)


def _sources(entry: Entry, sites: Mapping[tuple[str, int], Site]) -> Markup:
    """The paragraphs that tell the fact, and the rules that read it there."""
    links = [_source(entry, evidence, sites.get((entry.ref, n))) for n, evidence in enumerate(entry.evidence)]
    return cell(join(links, " "), entry.wording.phrase("read_from"), class_="bl-sources")


def _source(entry: Entry, evidence: Evidence, site: Site | None) -> Markup:
    rule = element("code", join(evidence.rule.split("."), Markup(".<wbr>")))
    if site is None:
        return rule
    spoken = entry.wording.phrase("in_text", ref=entry.ref, number=site.paragraph)
    link = element("a", f"¶{site.paragraph}", href=f"#{site.id}", aria_label=spoken)
    return element("span", link, " ", rule)


def people_table(people: Iterable[Person], say: Wording) -> Markup:
    """Who is named: name, office, country and title."""
    names = ("name", "office", "country", "title")
    rows = [_person_row(person, names[1:], say) for person in people]
    if not rows:
        return Markup()
    heads = [_column(say.column(name)) for name in names]
    return table(f"{say.phrase('people')} ({len(rows)})", heads, rows, "people")


def _person_row(person: Person, names: Iterable[str], say: Wording) -> list[Markup]:
    head = element("th", person.name, scope="row", role="rowheader", lang="hu")
    cells = [(name, say.words(getattr(person, name))) for name in names]
    return [head, *(cell(told, say.column(name), lang=_language(name)) for name, told in cells)]


def _language(name: str) -> str | None:
    return "hu" if name == "title" else None


def table(caption: str, heads: Sequence[Markup], rows: Iterable[list[Markup]], style: str) -> Markup:
    """A table that stays one when too narrow pages lay its cells one below the other (hence the roles)."""
    width = "bl-wide" if len(heads) > _WIDE else "bl-slim"
    head = element("tr", *heads, role="row")
    body = [element("tr", *row, role="row") for row in rows]
    return element(
        "table",
        element("caption", caption),
        element("thead", head, role="rowgroup"),
        element("tbody", *body, role="rowgroup"),
        class_=f"bl-table {width} bl-{style}",
        role="table",
    )


def cell(content: str, name: str, **attributes: str | None) -> Markup:
    """A cell of the column ``name``, which narrow pages show before its content."""
    empty = None if content else True
    return element("td", content, role="cell", data_bl_label=name, data_bl_empty=empty, **attributes)


def _column(name: str) -> Markup:
    return element("th", name, scope="col", role="columnheader")


def _corner(name: str) -> Markup:
    """The place above the names of the rows; its own name is only spoken."""
    return element("td", element("span", name, class_="bl-hidden"), role="cell")
