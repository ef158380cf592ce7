"""A trie of words."""

from __future__ import annotations

from typing import NamedTuple

from bilateral.hungarian.entries import Entry


class End(NamedTuple):
    """A form of an entry that ends at a node of the trie.

    Attributes:
        words: its words as they are written.
        entry: the entry.
        form: the words with blanks between them.
    """

    words: tuple[str, ...]
    entry: Entry
    form: str


class Node:
    """A place in the trie: where the next word leads, and what ends here."""

    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.ends: list[End] = []
