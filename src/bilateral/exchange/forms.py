"""The JSON form of the domain: one cattrs converter, strict in both directions.

- An object of the model is an object with its attributes. Facts, persons, places and organisations carry
  their class name as ``"type"``; the name is looked up in a closed table.
- A country is its code, a period its EDTF string, a decimal a string, a span ``[start, end]``,
  an enumeration member its value, a date or date-time its ISO 8601 form.
- Unknown and missing fields and values of another JSON type are refused, never converted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from bilateral.errors import InvalidValueError, Problem
from bilateral.model.facts import FACT_TYPES
from bilateral.model.frozen import FrozenMap
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.model.world import Country, Organization, Person, Place

TAG = "type"
TAGGED: Mapping[str, type] = {kind.__name__: kind for kind in (*FACT_TYPES, Person, Place, Organization)}
"""The classes that carry their name, by name."""

Timestamp = date | datetime
_SHOWN = 60

_T = TypeVar("_T")


class RefusedError(ValueError):
    """A JSON value that cannot be what its place asks for.

    Attributes:
        at: path below the place, e.g. ``".type"``.
    """

    def __init__(self, value: object, expected: str, at: str = "") -> None:
        self.at = at
        super().__init__(f"got {_shorten(value)}, expected {expected}")


def _shorten(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _need(value: object, kind: type, expected: str) -> None:
    """Refuse what is not exactly of a JSON type (``true`` is no number)."""
    if type(value) is not kind:
        raise RefusedError(value, expected)


@cache
def converter() -> Converter:
    """The converter between the domain and plain JSON values."""
    made = Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook_factory(attrs.has, partial(_object_reader, made))
    made.register_unstructure_hook_factory(attrs.has, partial(_object_writer, made))
    made.register_structure_hook_func(_is_tuple, partial(_read_items, made))
    made.register_structure_hook_func(_is_map, partial(_read_map, made))
    made.register_unstructure_hook_func(_is_map, partial(_write_map, made))
    made.register_structure_hook_func(_is_choice, partial(_read_choice, made))
    made.register_unstructure_hook_func(_is_choice, made.unstructure)
    _register_leaves(made)
    return made


def _register_leaves(made: Converter) -> None:
    for kind, read, write in (
        (Span, _read_span, lambda span: [span.start, span.end]),
        (Country, _read_by(Country, "a country code"), lambda country: country.code),
        (Period, _read_by(Period.parse, "an EDTF period"), str),
        (Decimal, _read_by(Decimal, "a decimal number"), lambda value: format(value, "f")),
    ):
        made.register_structure_hook(kind, read)
        made.register_unstructure_hook(kind, write)
    made.register_structure_hook(str, _read_str)
    made.register_structure_hook(StrEnum, _read_enum)
    made.register_structure_hook_func(lambda kind: kind == Timestamp | None, _read_timestamp)
    for moment in (date, datetime):
        made.register_unstructure_hook(moment, moment.isoformat)


# -- objects ----------------------------------------------------------------------------------


def _object_reader(made: Converter, kind: type) -> Callable[[object, type], object]:
    read_fields: Callable[[Any, type], object] = make_dict_structure_fn(
        kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def read(value: object, _: type) -> object:
        if not isinstance(value, dict):
            raise RefusedError(value, f"an object ({kind.__name__})")
        return read_fields(_untagged(value, kind) if kind.__name__ in TAGGED else value, kind)

    return read


def _untagged(value: dict[str, object], kind: type) -> dict[str, object]:
    if value.get(TAG) != kind.__name__:
        raise RefusedError(value.get(TAG), repr(kind.__name__), at=f".{TAG}")
    return {name: item for name, item in value.items() if name != TAG}


def _object_writer(made: Converter, kind: type) -> Callable[[object], dict[str, object]]:
    write_fields: Callable[[object], dict[str, object]] = make_dict_unstructure_fn(kind, made)
    if kind.__name__ not in TAGGED:
        return write_fields
    return lambda value: {TAG: kind.__name__, **write_fields(value)}


def _is_choice(annotation: object) -> bool:
    """Whether it is a union of domain classes (other than a class or None, which cattrs knows)."""
    return isinstance(annotation, UnionType) and all(map(attrs.has, get_args(annotation)))


def _read_choice(made: Converter, value: object, annotation: object) -> object:
    """One of several classes: an object by its tag, a string as a country."""
    members = get_args(annotation)
    if isinstance(value, str) and Country in members:
        return made.structure(value, Country)
    names = [member.__name__ for member in members if member is not Country]
    if not isinstance(value, dict):
        raise RefusedError(value, f"an object with {TAG!r} among {', '.join(names)}")
    if value.get(TAG) not in names:
        raise RefusedError(value.get(TAG), f"one of {', '.join(names)}", at=f".{TAG}")
    return made.structure(value, TAGGED[value[TAG]])


# -- collections ------------------------------------------------------------------------------


def _is_tuple(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def _is_map(annotation: object) -> bool:
    return get_origin(annotation) is FrozenMap


def _read_items(made: Converter, value: object, annotation: object) -> tuple[object, ...]:
    arguments = get_args(annotation)
    if not isinstance(value, list):
        raise RefusedError(value, "an array")
    if Ellipsis not in arguments and len(value) != len(arguments):
        raise RefusedError(value, f"an array of {len(arguments)}")
    kinds = arguments if Ellipsis not in arguments else (arguments[0],) * len(value)
    return tuple(_read_each(made, enumerate(value), kinds, annotation))


def _read_map(made: Converter, value: object, annotation: object) -> FrozenMap[str, object]:
    if not isinstance(value, dict):
        raise RefusedError(value, "an object")
    kinds = (get_args(annotation)[1],) * len(value)
    return FrozenMap(dict(zip(value, _read_each(made, value.items(), kinds, annotation), strict=True)))


def _read_each(
    made: Converter,
    items: Iterable[tuple[int | str, object]],
    kinds: tuple[Any, ...],
    annotation: Any,  # noqa: ANN401 - annotations are untyped
) -> list[object]:
    """Read all items; if some are wrong, tell of each."""
    read, errors = [], []
    for (place, item), kind in zip(items, kinds, strict=True):
        try:
            read.append(made.structure(item, kind))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its place
            error.add_note(IterableValidationNote("item", place, kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("items", errors, annotation)
    return read


def _write_map(made: Converter, value: Mapping[str, object]) -> dict[str, object]:
    return {name: made.unstructure(item) for name, item in value.items()}


# -- leaves -----------------------------------------------------------------------------------


def _read_str(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise RefusedError(value, "a string")
    return value


def _read_span(value: object, _: type) -> Span:
    if not isinstance(value, list) or [type(item) for item in value] != [int, int]:
        raise RefusedError(value, "two offsets [start, end]")
    try:
        return Span(*value)
    except InvalidValueError as error:
        raise RefusedError(value, error.expected) from None


def _read_by(make: Callable[[str], _T], expected: str) -> Callable[[object, type], _T]:
    """A reader for a value that is written as a string."""

    def read(value: object, _: type) -> _T:
        if not isinstance(value, str):
            raise RefusedError(value, f"{expected} as a string")
        try:
            return make(value)
        except (ValueError, ArithmeticError):
            raise RefusedError(value, expected) from None

    return read


def _read_enum(value: object, kind: type[StrEnum]) -> StrEnum:
    values = [member.value for member in kind]
    if not isinstance(value, str) or value not in values:
        raise RefusedError(value, f"one of {', '.join(values)}")
    return kind(value)


def _read_timestamp(value: object, _: object) -> Timestamp | None:
    if value is None:
        return None
    read = _read_by(datetime.fromisoformat if "T" in str(value) else date.fromisoformat, "an ISO 8601 date")
    return read(value, date)


# -- problems ---------------------------------------------------------------------------------


def problems(error: BaseException, path: str = "$") -> Iterator[Problem]:
    """What a failed structuring complains of, each with its path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        placed, unplaced = error.group_exceptions()
        for inner, note in placed:
            yield from problems(inner, path + _step(note))
        for inner in unplaced:
            yield from problems(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield Problem(f"{path}.{_shorten(name)[1:-1]}", "unknown field")
    else:
        yield _problem(error, path)


def _step(note: AttributeValidationNote | IterableValidationNote) -> str:
    if isinstance(note, AttributeValidationNote):
        return f".{note.name}"
    return f"[{note.index}]" if isinstance(note.index, int) else f".{_shorten(note.index)[1:-1]}"


def _problem(error: BaseException, path: str) -> Problem:
    if isinstance(error, KeyError):
        return Problem(path, "required field missing")
    if isinstance(error, RefusedError):
        return Problem(path + error.at, str(error))
    if isinstance(error, InvalidValueError):
        place = error.field.partition(".")[2]
        got = f"got {_shorten(error.value)}, expected {error.expected}"
        return Problem(f"{path}.{place}" if place else path, got)
    return Problem(path, _shorten(str(error)))
