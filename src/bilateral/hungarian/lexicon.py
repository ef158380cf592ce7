"""The world in words: countries, towns, institutions, organisations, media, offices and names.

Entries come from the tables of ``bilateral/data`` and from the user (:meth:`Lexicon.extend`). A text is
searched by dictionary look-ups of the stems of its words, so that an entry is found in every inflection, and
the cost does not depend on the number of entries.

>>> from bilateral.hungarian.tokens import tokenize
>>> tokens = tokenize("Moszkvában tárgyalt a kazah külügyminiszterrel.")
>>> [(match.entry.name, match.case) for match in lexicon().find(tokens)]
[('Moszkva', 'Ine'), ('kazah', 'Nom'), ('külügyminiszter', 'Ins')]
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bilateral.hungarian.entries import Entry, EntryKind, Match, Named
from bilateral.hungarian.matching import Matcher
from bilateral.hungarian.world_tables import Rows, shipped_entries, user_entries

if TYPE_CHECKING:
    from bilateral.hungarian.morphology import Reading
    from bilateral.hungarian.tokens import Token

__all__ = ["Entry", "EntryKind", "Lexicon", "Match", "lexicon"]


class Lexicon:
    """An immutable set of entries that can be found in texts.

    Attributes:
        named: each written form with its entry, in the order of preference.
    """

    __slots__ = ("_matcher", "named")

    def __init__(self, named: Iterable[Named]) -> None:
        self.named = tuple(named)
        self._matcher = Matcher(self.named)

    def __len__(self) -> int:
        return len({entry for _, entry in self.named})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry once, in the order of the tables."""
        return tuple(dict.fromkeys(entry for _, entry in self.named))

    def forms(self, entry: Entry) -> tuple[str, ...]:
        """The written forms of ``entry``."""
        return tuple(form for form, other in self.named if other == entry)

    def find(
        self,
        tokens: Sequence[Token],
        readings: Sequence[tuple[Reading, ...]] = (),
        sentences: Iterable[tuple[int, int]] = (),
    ) -> list[Match]:
        """The entries that stand in ``tokens``, in any inflection; the longest win and none overlap.

        Args:
            tokens: the tokens of a text.
            readings: for each token its readings, where known; they give the head of NATO-csúcson.
            sentences: half-open token ranges; tell where a capital is the sentence's and not the word's.
                Without them, the first token and any after a closing mark count.
        """
        return self._matcher.find(tokens, readings, sentences)

    def extend(
        self,
        people: Rows = (),
        organizations: Rows = (),
        places: Rows = (),
    ) -> Lexicon:
        """A lexicon with more entries, which are preferred to those of the same name.

        Each argument is a sequence of mappings or the path of a tab-separated file with a header. Keys:
        ``name`` (needed), ``forms`` (other spellings, a sequence or separated by ``|``), ``country``
        (ISO 3166-1 alpha-2 code); of people ``office`` (a value of :class:`~bilateral.model.kinds.Office`);
        of organisations ``short`` (the usual short name); of places ``capital`` (true for a capital).

        Raises:
            DataFileError: for a row without a name, with an unknown key, country or office.
        """
        added = [
            *user_entries("people", people),
            *user_entries("organizations", organizations),
            *user_entries("places", places),
        ]
        return Lexicon((*added, *self.named))


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the library (loaded once)."""
    return Lexicon(shipped_entries())
