"""The entries of the shipped tables and of the user's rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from bilateral.errors import DataFileError
from bilateral.hungarian.entries import Entry, EntryKind, Named
from bilateral.hungarian.tables import read_table
from bilateral.model.kinds import Office
from bilateral.model.territories import TERRITORIES

Rows = Sequence[Mapping[str, object]] | str | Path
"""Rows that a user adds: mappings, or the path of a tab-separated file."""

Row = Mapping[str, str]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _named(entry: Entry, forms: str) -> Iterator[Named]:
    yield Named(entry.name, entry)
    for form in _listed(forms):
        yield Named(form, entry)


def _country(row: Row) -> Iterator[Named]:
    yield from _named(Entry(EntryKind.COUNTRY, row["name"], (row["code"],)), row["forms"])


def _nationality(row: Row) -> Iterator[Named]:
    for kind in (EntryKind.NATIONALITY, EntryKind.DEMONYM):
        yield from _named(Entry(kind, row["name"], _listed(row["countries"])), row["forms"])


def _city(row: Row) -> Iterator[Named]:
    tags = frozenset(_listed(row["tags"]))
    yield from _named(Entry(EntryKind.CITY, row["name"], _listed(row["countries"]), tags=tags), row["forms"])


def _institution(row: Row) -> Iterator[Named]:
    tags = frozenset(_listed(row["tags"]))
    entry = Entry(EntryKind.INSTITUTION, row["name"], _listed(row["countries"]), row["town"] or None, tags)
    yield from _named(entry, row["forms"])


def _region(row: Row) -> Iterator[Named]:
    yield from _named(Entry(EntryKind.REGION, row["name"], _listed(row["countries"])), row["forms"])


def _organization(row: Row) -> Iterator[Named]:
    entry = Entry(
        EntryKind.ORGANIZATION,
        row["name"],
        _listed(row["countries"]),
        row["short"] or row["name"],
        frozenset(_listed(row["tags"])),
        row["english"] or None,
    )
    yield from _named(entry, row["forms"])
    if row["short"]:
        yield Named(row["short"], entry)


def _media(row: Row) -> Iterator[Named]:
    tags = frozenset(_listed(row["tags"]))
    yield from _named(Entry(EntryKind.MEDIA, row["name"], _listed(row["countries"]), tags=tags), row["forms"])


def _office(row: Row) -> Iterator[Named]:
    tags = frozenset(_listed(row["tags"]))
    yield from _named(Entry(EntryKind.OFFICE, row["name"], value=row["office"], tags=tags), row["forms"])


def _word(row: Row) -> Iterator[Named]:
    yield from _named(Entry(EntryKind(row["kind"]), row["name"], value=row["value"] or None), row["forms"])


def _given_name(row: Row) -> Iterator[Named]:
    entry = Entry(EntryKind.GIVEN_NAME, row["name"], tags=frozenset(_listed(row["tags"])))
    yield from _named(entry, row["forms"])


class Table(NamedTuple):
    """A table of entries.

    Attributes:
        file: its name in ``bilateral/data``.
        columns: its columns; those with several values separate them by ``|``.
        read: what makes the forms of a row.
    """

    file: str
    columns: tuple[str, ...]
    read: Callable[[Row], Iterator[Named]]


TABLES = (
    Table("countries.tsv", ("code", "name", "forms", "source"), _country),
    Table("nationalities.tsv", ("name", "countries", "forms", "source"), _nationality),
    Table("given_names.tsv", ("name", "forms", "tags", "source"), _given_name),
    Table("cities.tsv", ("name", "countries", "forms", "tags", "source"), _city),
    Table("institutions.tsv", ("name", "countries", "town", "forms", "tags", "source"), _institution),
    Table("regions.tsv", ("name", "countries", "forms", "source"), _region),
    Table(
        "organizations.tsv",
        ("name", "short", "forms", "english", "countries", "tags", "source"),
        _organization,
    ),
    Table("media.tsv", ("name", "countries", "forms", "tags", "source"), _media),
    Table("offices.tsv", ("name", "office", "forms", "tags", "source"), _office),
    Table("name_words.tsv", ("name", "kind", "value", "forms", "source"), _word),
)
"""The shipped tables; of homonyms the entry of the earlier table comes first."""


def shipped_entries() -> Iterator[Named]:
    """Every form of every entry of the tables, in their order."""
    for table in TABLES:
        for row in read_table(table.file, table.columns):
            yield from table.read(row)


def user_entries(what: str, rows: Rows) -> Iterator[Named]:
    """Every form of the entries of a user's rows; ``what`` is people, organizations or places.

    Raises:
        DataFileError: see :meth:`bilateral.hungarian.lexicon.Lexicon.extend`.
    """
    source, given = _user_rows(what, rows)
    for number, row in enumerate(given, start=1):
        yield from _user_entry(what, row, _Where(source, f"row {number}"))


class _Where(NamedTuple):
    """The row of a user's source that is being read."""

    file: str
    entry: str

    def fail(self, problem: str) -> NoReturn:
        raise DataFileError(self.file, self.entry, problem)


def _user_rows(what: str, rows: Rows) -> tuple[str, Sequence[Mapping[str, object]]]:
    if isinstance(rows, str | Path):
        return Path(rows).name, _tsv(Path(rows))
    return what, rows


def _tsv(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path.name, "the file", "cannot be read as UTF-8 text") from error


_COMMON_KEYS = ("name", "forms", "country")
_USER_KINDS = {
    "people": (EntryKind.PERSON, (*_COMMON_KEYS, "office")),
    "organizations": (EntryKind.ORGANIZATION, (*_COMMON_KEYS, "short")),
    "places": (EntryKind.CITY, (*_COMMON_KEYS, "capital")),
}


def _user_entry(what: str, row: Mapping[str, object], where: _Where) -> Iterator[Named]:
    kind, keys = _USER_KINDS[what]
    unknown = sorted(str(key) for key in row if key not in keys)
    if unknown:
        where.fail(f"unknown key {unknown[0]!r}, expected some of {', '.join(keys)}")
    name = _text(row, "name", where)
    if not name:
        where.fail("needs a name")
    short = _text(row, "short", where)
    entry = Entry(
        kind,
        name,
        _user_country(row, where),
        _office_value(row, where) or short or (name if kind is EntryKind.ORGANIZATION else None),
        frozenset({"capital"} if row.get("capital") not in _NO else ()),
    )
    return (
        Named(form, entry) for form in dict.fromkeys((name, *_user_forms(row, where), *filter(None, [short])))
    )


_NO = (None, False, "", "0", "no", "false")


def _text(row: Mapping[str, object], key: str, where: _Where) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        where.fail(f"{key} is {value!r}, expected text")
    return " ".join((value or "").split())


def _user_forms(row: Mapping[str, object], where: _Where) -> list[str]:
    forms = row.get("forms") or ()
    listed = forms.split("|") if isinstance(forms, str) else forms
    if not isinstance(listed, Iterable) or not all(isinstance(form, str) for form in listed):
        where.fail(f"forms is {forms!r}, expected spellings")
    return [" ".join(form.split()) for form in listed if form.strip()]


def _user_country(row: Mapping[str, object], where: _Where) -> tuple[str, ...]:
    code = _text(row, "country", where)
    if code and code not in TERRITORIES:
        where.fail(f"country is {code!r}, expected an ISO 3166-1 alpha-2 code, EU or XK")
    return (code,) if code else ()


def _office_value(row: Mapping[str, object], where: _Where) -> str | None:
    office = _text(row, "office", where)
    if office and office not in list(Office):
        where.fail(f"office is {office!r}, expected one of {', '.join(Office)}")
    return office or None
