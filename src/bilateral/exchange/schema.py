"""The JSON Schema of what :func:`bilateral.to_json` writes, generated from the domain types."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import attrs

from bilateral.exchange.forms import TAG, TAGGED
from bilateral.model.article import Article
from bilateral.model.frozen import FrozenMap
from bilateral.model.text import Evidence, Span
from bilateral.model.values import Period
from bilateral.model.world import Country

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_PLAIN: dict[Any, Schema] = {
    NoneType: {"type": "null"},
    str: {"type": "string", "pattern": r"\S"},
    date: {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$",
    },
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
}
"""The form of values that are written in place."""

_NAMED: dict[Any, Schema] = {
    Span: {
        "description": "Code points [start, end) of the article's text.",
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
        "minItems": 2,
        "items": False,
    },
    Country: {"description": "ISO 3166-1 alpha-2, EU or XK.", "type": "string", "pattern": "^[A-Z]{2}$"},
    Period: {
        "description": "EDTF: a day, month or year, or an interval of them; .. is an open end.",
        "type": "string",
        "pattern": rf"^({_DAY}|({_DAY}|\.\.)/({_DAY}|\.\.))$",
    },
}
"""The form of values of the domain that are no objects."""

_FREE_TEXT = {(Article, "text"), (Evidence, "quote"), (Evidence, "rule")}
"""The texts that may be empty."""


def json_schema() -> Schema:
    """The schema (JSON Schema 2020-12) of an article as :func:`bilateral.to_json` writes it.

    A new fact type or field needs no change here: everything follows from the classes.
    """
    definitions: dict[str, Schema] = {}
    _define(Article, definitions)
    article = definitions.pop(Article.__name__)
    return {
        "$schema": DIALECT,
        "title": "An article read by bilateral",
        **article,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: Any, definitions: dict[str, Schema]) -> None:  # noqa: ANN401 - a class of whichever kind
    """Add the definition of a domain class or enumeration, and of all that it holds."""
    if kind.__name__ in definitions:
        return
    definitions[kind.__name__] = {}  # a class that holds itself finds its name taken
    if kind in _NAMED:
        definitions[kind.__name__] = deepcopy(_NAMED[kind])
    elif issubclass(kind, StrEnum):
        definitions[kind.__name__] = {"type": "string", "enum": [member.value for member in kind]}
    else:
        definitions[kind.__name__] = _object(kind, definitions)


def _object(kind: type[attrs.AttrsInstance], definitions: dict[str, Schema]) -> Schema:
    tag: Schema = {TAG: {"const": kind.__name__}} if kind.__name__ in TAGGED else {}
    fields = attrs.fields(attrs.resolve_types(kind))
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": tag | {field.name: _field(kind, field, definitions) for field in fields},
        "required": [*tag, *required],
        "additionalProperties": False,
    }


def _field(kind: type, field: attrs.Attribute[Any], definitions: dict[str, Schema]) -> Schema:
    if (kind, field.name) in _FREE_TEXT:
        return {"type": "string"}
    return _schema(field.type, definitions)


def _schema(annotation: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - annotations are untyped
    if isinstance(annotation, UnionType):
        return _union(get_args(annotation), definitions)
    if get_origin(annotation) is tuple:
        return _array(get_args(annotation), definitions)
    if get_origin(annotation) is FrozenMap:
        return {"type": "object", "additionalProperties": _schema(get_args(annotation)[1], definitions)}
    if annotation in _PLAIN:
        return dict(_PLAIN[annotation])
    _define(annotation, definitions)
    return {"$ref": f"#/$defs/{annotation.__name__}"}


def _union(members: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    # a date-time is a kind of date, and one pattern covers both
    kinds = [member for member in members if not (date in members and member in date.__subclasses__())]
    return {"anyOf": [_schema(kind, definitions) for kind in kinds]}


def _array(items: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if Ellipsis in items:
        return {"type": "array", "items": _schema(items[0], definitions)}
    each = [_schema(item, definitions) for item in items]
    return {"type": "array", "prefixItems": each, "minItems": len(each), "items": False}
