"""The errors that bilateral raises: one base class and its few children."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


class BilateralError(ValueError):
    """Base of every error that this library raises on purpose."""


class InvalidValueError(BilateralError):
    """A value that its field cannot hold.

    Attributes:
        field: the attribute or column that was to be set, e.g. ``"Period.end"``.
        value: the value that was refused.
        expected: what would have been accepted.
    """

    def __init__(self, field: str, value: object, expected: str) -> None:
        self.field = field
        self.value = value
        self.expected = expected
        super().__init__(f"{field}: got {value!r}, expected {expected}")

    def __reduce__(self) -> tuple[type[Self], tuple[str, object, str]]:
        # errors cross process boundaries: by default pickle would call the class with the message alone
        return type(self), (self.field, self.value, self.expected)


class DataFileError(BilateralError):
    """A linguistic data file (shipped or a user's) that does not say what it must.

    Attributes:
        file: name of the file or source.
        entry: the entry (row number, key) in it.
        problem: what is wrong and what was expected.
    """

    def __init__(self, file: str, entry: str, problem: str) -> None:
        self.file = file
        self.entry = entry
        self.problem = problem
        super().__init__(f"{file}, {entry}: {problem}")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        return type(self), (self.file, self.entry, self.problem)


class Problem(NamedTuple):
    """One thing that is wrong in a document.

    Attributes:
        path: where it is, e.g. ``"$.facts[3].date"``; ``"$"`` is the whole document.
        message: what is wrong and what was expected.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class DocumentError(BilateralError):
    """A document (JSON text, file) that cannot be an article.

    Attributes:
        problems: everything that was found wrong, in the order of the document.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class ExtraMissingError(BilateralError, ImportError):
    """A feature that needs a package of an optional extra which is not installed.

    Attributes:
        feature: what was asked for.
        extra: the extra of bilateral that brings it.
    """

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs the extra {extra!r}: pip install 'bilateral[{extra}]'")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), (self.feature, self.extra)
