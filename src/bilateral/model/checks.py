"""Checking what a domain object is built from: its validators follow from its annotations.

``@attrs.frozen(kw_only=True, field_transformer=checked)`` sees to it that each field without a validator
of its own accepts exactly the annotated types; a text must also have something in it. One validator does
that for all fields of an object, as one call for each would be most of what it costs to make a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

from bilateral.errors import InvalidValueError

if TYPE_CHECKING:
    import attrs

Test = Callable[[Any], bool]

_T = TypeVar("_T")
_SEVERAL = 2
_SIGNATURES = 256
"""Combinations of types that the fields of a class were met with; of some twenty any article has all."""


def checked(_: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Field transformer for attrs: validate every field against its annotation.

    The last field's validator looks at the whole object, which attrs has filled by then.
    """
    unchecked = [field for field in fields if not field.validator]
    last = unchecked[-1]
    return [field.evolve(validator=_validator(unchecked)) if field is last else field for field in fields]


def distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    """Each item once, in order; what cannot be gone through is left for the validator to refuse."""
    if type(items) is tuple and len(items) < _SEVERAL:
        return items
    try:
        return tuple(dict.fromkeys(items))
    except TypeError:
        return cast("tuple[_T, ...]", items)


def refuse_same(owner: object, first: str, second: str, why: str) -> None:
    """Refuse an object whose two fields hold the same thing.

    Raises:
        InvalidValueError: both fields are filled with equal values.
    """
    value = getattr(owner, second)
    if value is not None and value == getattr(owner, first):
        raise InvalidValueError(f"{type(owner).__name__}.{second}", value, why)


def _validator(fields: list[attrs.Attribute[Any]]) -> Callable[[object, attrs.Attribute[Any], object], None]:
    names = [field.name for field in fields]
    plain, tests = [_plain(field.type) for field in fields], [_test(field.type) for field in fields]
    expected = [describe_type(field.type) for field in fields]
    values_of = attrgetter(*names, "__class__")  # one name more than fields, so that it always gives a tuple

    @lru_cache(maxsize=_SIGNATURES)
    def open_tests(*kinds: type) -> list[tuple[int, Test]]:
        """The tests that values of these types have still to pass: those whose types do not say it all."""
        return [(at, test) for at, test in enumerate(tests) if kinds[at] not in plain[at]]

    def validate(owner: object, _: attrs.Attribute[Any], __: object) -> None:
        values = values_of(owner)
        for at, test in open_tests(*map(type, values)):
            if not test(values[at]):
                raise InvalidValueError(f"{type(owner).__name__}.{names[at]}", values[at], expected[at])

    return validate


def _plain(annotation: Any) -> frozenset[type]:  # noqa: ANN401
    """The types of an annotation that any instance will do of: nothing in it needs to be looked at."""
    members = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    return frozenset(member for member in members if isinstance(member, type) and member is not str)


def _test(annotation: Any) -> Test:  # noqa: ANN401
    """Whether a value is of the annotated type."""
    if isinstance(annotation, UnionType):
        return _union_test(get_args(annotation))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return _tuple_test(arguments)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_test(*arguments)
    return is_text if annotation is str else lambda value: isinstance(value, annotation)


def is_text(value: object) -> bool:
    """Whether something is a string with something in it."""
    return isinstance(value, str) and value != "" and not value.isspace()


def _union_test(members: tuple[Any, ...]) -> Test:
    if str not in members and all(isinstance(member, type) for member in members):
        return lambda value: isinstance(value, members)
    tests = [_test(member) for member in members]
    return lambda value: any(test(value) for test in tests)


def _tuple_test(items: tuple[Any, ...]) -> Test:
    tests = [_test(item) for item in items if item is not Ellipsis]
    if Ellipsis in items:
        plain, test = _plain(items[0]), tests[0]
        return lambda value: (
            isinstance(value, tuple)
            and (not value or plain.issuperset(map(type, value)) or all(map(test, value)))
        )
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(tests)
        and all(test(item) for test, item in zip(tests, value, strict=True))
    )


def _mapping_test(key: Any, item: Any) -> Test:  # noqa: ANN401
    is_key, is_item = _test(key), _test(item)
    return lambda value: (
        isinstance(value, Mapping) and all(map(is_key, value)) and all(map(is_item, value.values()))
    )


def describe_type(annotation: Any) -> str:  # noqa: ANN401
    """What an annotation accepts, in words.

    >>> describe_type(tuple[str, ...])
    'a tuple of non-empty text'
    """
    if annotation is NoneType:
        return "None"
    if annotation is str:
        return "non-empty text"
    if isinstance(annotation, UnionType):
        return " or ".join(map(describe_type, get_args(annotation)))
    if get_origin(annotation) is None:
        return str(annotation.__name__)
    items = [describe_type(item) for item in get_args(annotation) if item is not Ellipsis]
    joint = " of " if get_origin(annotation) is tuple else " from "
    return f"a {get_origin(annotation).__name__.lower()}{joint}{' to '.join(items)}"
