"""The errors that bilateral raises: one base class and its few children."""

from __future__ import annotations


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
