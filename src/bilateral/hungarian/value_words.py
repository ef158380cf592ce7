"""Function words beside numbers, dates and amounts, by role; ``data/value_words.tsv``."""

from __future__ import annotations

import functools

from bilateral.errors import DataFileError
from bilateral.hungarian.tables import read_table


@functools.cache
def _by_role() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("value_words.tsv", ("role", "form", "source")):
        found.setdefault(row["role"], set()).add(row["form"])
    return {role: frozenset(forms) for role, forms in found.items()}


@functools.cache
def value_words(role: str) -> frozenset[str]:
    """The words that play ``role``.

    Raises:
        DataFileError: the table has no such role.
    """
    try:
        return _by_role()[role]
    except KeyError:
        raise DataFileError("value_words.tsv", role, "no word has this role") from None
