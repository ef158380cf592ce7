"""Cutting a run of capitalised words into names: where one ends and another begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bilateral.hungarian.entries import EntryKind, Match
from bilateral.hungarian.names import long_stems, short_stems
from bilateral.reading.mention_words import is_thing_noun, names_thing
from bilateral.reading.sheet import Sheet

PERSONAL = frozenset((EntryKind.GIVEN_NAME, EntryKind.PERSON))
ROMAN = re.compile(r"[IVXL]{1,6}\.")
PREFIXED = re.compile(r"[^\W\d_]{2,3}-[A-ZÁÉÍÓÖŐÚÜŰ]")
"""A name with the Arabic article: al-Száni, esz-Szíszi."""
_LOCAL = frozenset(("Ine", "Ill", "Ela", "Del", "Sbl", "Sup"))
_MOST_WORDS = 8
"""Words that a name has at most."""
_OPEN = frozenset(("ADJ", "NOUN", "PROPN", "X"))


def cut(sheet: Sheet, run: list[int], bare: Counter[str]) -> Iterator[tuple[int, int]]:
    """The names of a run: an inflected word ends one, so does a complete name before another given name."""
    start = 0
    while start < len(run) and _is_ordinary(sheet, run, start, bare):
        start += 1
    for position in range(start + 1, len(run)):
        full = position - start == _MOST_WORDS
        if full or _ends(sheet, run[start:position], run[position : position + _MOST_WORDS], bare):
            yield run[start], run[position - 1] + 1
            start = position
    if start < len(run):
        yield run[start], run[-1] + 1


def _is_ordinary(sheet: Sheet, run: list[int], position: int, bare: Counter[str]) -> bool:
    """Whether the capital of the first word is the sentence's alone."""
    index = run[position]
    if index not in sheet.heads or sheet.given(index) or sheet.kind(index) is EntryKind.PERSON:
        return False
    reading = sheet.reading(index)
    following = sheet.tokens[run[position + 1]].norm if position + 1 < len(run) else ""
    if reading.pos == "PROPN" or PREFIXED.match(following):
        return False
    if bare[sheet.tokens[index].norm] > 1 and reading.pos in _OPEN:
        return False
    follower = sheet.given(run[position + 1]) if position + 1 < len(run) else None
    hungarian = follower is not None and "hu" in follower.tags
    return not (hungarian and reading.pos in _OPEN and reading.case in ("", "Nom"))


def _ends(sheet: Sheet, before: list[int], after: list[int], bare: Counter[str]) -> bool:
    """Whether a name ends between the two halves of a run."""
    if _meets_another(sheet, before, after, bare):
        return True
    match = sheet.at[before[-1]]
    if match is not None and match.kind in PERSONAL:
        return _personal_ends(sheet, before, after, bare, match)
    norm = sheet.tokens[before[-1]].norm
    if long_stems(norm):
        return True
    if len(before) > 1 and sheet.given(before[0]) and _is_hungarian_next(sheet, before, after):
        return True
    return any(bare[stem.stem] for stem in short_stems(norm) if stem.stem != norm)


def _personal_ends(
    sheet: Sheet, before: list[int], after: list[int], bare: Counter[str], match: Match
) -> bool:
    """Whether a name ends with a given name (or the name of a listed person)."""
    if match.case != "Nom" and sheet.reading(before[-1]).case != "Nom":
        return True
    if not is_hungarian(sheet, before[0], before[-1] + 1):
        return False
    if any(names_thing(sheet.tokens[other].fold) or is_thing(sheet, other) for other in after):
        return False
    return _starts_anew(sheet, after) or _stands_elsewhere(sheet, after[0], bare)


def _meets_another(sheet: Sheet, before: list[int], after: list[int], bare: Counter[str]) -> bool:
    """Whether a name that the text knows stands before another: Klaus Szili Katalinnal tárgyalt."""
    if len(after) < 2:  # noqa: PLR2004
        return False
    if len(before) == 1:
        return _is_hungarian_next(sheet, before, after) and _is_surname(sheet, before[0])
    complete = sheet.given(before[0]) is not None and bare[sheet.tokens[before[-1]].norm] > 1
    return complete and sheet.given(after[0]) is not None and not sheet.given(before[-1])


def _stands_elsewhere(sheet: Sheet, index: int, bare: Counter[str]) -> bool:
    """Whether a word that is no Hungarian given name stands elsewhere, too, behind another word."""
    norm = sheet.tokens[index].norm
    if is_hungarian_given(sheet, index) or bare[norm] < 2:  # noqa: PLR2004
        return False
    before = sheet.tokens[index - 1].norm
    others = (at for at, token in enumerate(sheet.tokens) if token.norm == norm and at != index)
    return any(at == 0 or sheet.tokens[at - 1].norm != before for at in others)


def _is_surname(sheet: Sheet, index: int) -> bool:
    """Whether a word follows a given name elsewhere in the text: Klaus, as there is a Václav Klaus."""
    norm = sheet.tokens[index].norm
    others = (at for at, token in enumerate(sheet.tokens) if token.norm == norm and at != index)
    return any(at > 0 and sheet.given(at - 1) is not None for at in others)


def _is_hungarian_next(sheet: Sheet, before: list[int], after: list[int]) -> bool:
    """Whether a Hungarian name follows one in foreign order: fogadta Marco Rubiót Magyar Levente."""
    if is_hungarian(sheet, after[0], after[:2][-1] + 1):
        return True
    single = len(after) == 1 and is_hungarian_given(sheet, after[0])
    return single and not is_hungarian_given(sheet, before[0])


def _starts_anew(sheet: Sheet, after: list[int]) -> bool:
    """Whether what follows a complete Hungarian name is another name, or a place: Orbán Viktor Palicsról."""
    if is_hungarian_given(sheet, after[0]):
        return False
    if sheet.given(after[0]):
        return True
    return len(after) == 1 and any(stem.case in _LOCAL for stem in long_stems(sheet.tokens[after[0]].norm))


def is_hungarian(sheet: Sheet, first: int, last: int) -> bool:
    """Surname first, a Hungarian given name last; Hollerné Racskó Erzsébet, Szent-Györgyi Albert."""
    if last - first < 2 or not is_hungarian_given(sheet, last - 1):  # noqa: PLR2004
        return False
    if ROMAN.fullmatch(sheet.tokens[first].norm):
        return False
    return sheet.given(first) is None and all(sheet.tokens[index].is_cap for index in range(first, last))


def is_hungarian_given(sheet: Sheet, index: int) -> bool:
    """Whether the token is a given name of Hungarian."""
    given = sheet.given(index)
    return given is not None and "hu" in given.tags


def is_thing(sheet: Sheet, index: int) -> bool:
    """Whether the token names no person: a square, a prize, an office."""
    match = sheet.at[index]
    if match is not None and match.kind in PERSONAL:
        return False
    return is_thing_noun(sheet.best[index].fold)
