"""What follows from the characters of a token alone: its kind, its capitals, its normalised form."""

from __future__ import annotations

import functools
import re
import unicodedata
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    """Starts with a letter; hyphenated words and words with their hyphenated suffix are one token."""
    NUMBER = "number"
    """Starts with a digit: ``27,8``, ``12.``, ``20-án``, ``2–1``, ``2025.11.12.``."""
    PUNCT = "punct"
    URL = "url"
    """An address of the web or of mail."""
    SYMBOL = "symbol"
    """``%``, ``€`` …, with a hyphenated suffix (``%-kal``)."""


Shape = tuple[str, str, TokenKind, bool, bool, bool]
"""What follows from the characters of a token alone: norm, fold, kind, is_cap, is_upper, is_word."""
TOO_LONG = 100
"""No word is as long as this; only so much of such a token is looked at, whatever the text was fed."""
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_ALNUM = rf"[\w\u0300-\u036f{_INVISIBLE}]"
LETTER = r"[^\W\d_]"
"""A letter, as a pattern."""
HYPHEN = "\u2010\u2011-"
"""The characters of a hyphen, as a class of a pattern has them."""
_URL = r"""
    (?P<url>(?:https?://|www\.)\S*[^\s.,;:!?)\]"”»…]
         | [\w+-]{1,64}(?:\.[\w+-]{1,64}){0,4}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})
    |"""
_OTHER = rf"""
    (?P<word>(?:{LETTER}\.){{2,}}(?!\w)
          | {LETTER}{_ALNUM}*(?:[–'’&{HYPHEN}]{_ALNUM}+)*(?:[{HYPHEN}](?=[\s,;)]))?)
  | (?P<number>\d+ (?:[.,:–{HYPHEN}]\d+)* (?:[{HYPHEN}]?{LETTER}{_ALNUM}*)*)
  | (?P<symbol>(?:°[CF]\b | [%‰€$£¥₽₺₴°])(?:[{HYPHEN}]{LETTER}+)?)
  | (?P<punct>[.!?…]+ | [-–—]{{1,3}} | [^\s{_INVISIBLE}])
"""
_TOKEN = re.compile(_URL + _OTHER, re.VERBOSE)
_TOKEN_BUT_URL = re.compile(_OTHER, re.VERBOSE)
"""For the many texts without an address: looking for one at every word takes most of the time."""
_URL_SIGN = re.compile(r"@|://|www\.")
_TIDY = str.maketrans(
    dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
    | {0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2019: "'"}
)
_REPAIR = str.maketrans("õûÕÛ", "őűŐŰ")
_REPAIR_ALL = str.maketrans("õûôÕÛÔ", "őűőŐŰŐ")
_TRUE_LONG = re.compile("[őűŐŰ]|[oOuU]\u030b")
_SUSPECT = "õûÕÛ"


def pattern_of(chunk: str) -> re.Pattern[str]:
    """The pattern of the tokens of a stretch of text; its groups are named after their kinds."""
    return _TOKEN if _URL_SIGN.search(chunk) else _TOKEN_BUT_URL


def is_damaged(text: str) -> bool:
    """Whether the whole text lost its ő and ű to a wrong code page."""
    return any(letter in text for letter in _SUSPECT) and _TRUE_LONG.search(text) is None


@functools.lru_cache(maxsize=1 << 16)
def shape(surface: str, damaged: bool) -> Shape:  # noqa: FBT001 - a key of the cache
    """The shape of a token; ``damaged``: of a text that lost its ő and ű to a wrong code page."""
    norm = _normalise(surface, damaged=damaged)
    kind = _kind(surface)
    if kind is TokenKind.WORD and len(surface) == TOO_LONG:
        kind = TokenKind.SYMBOL
    fold = norm.replace("İ", "i").lower()
    stem = norm.partition("-")[0]
    is_upper = len(stem) > 1 and stem.isupper()
    return norm, fold, kind, norm[:1].isupper(), is_upper, kind is TokenKind.WORD


def _normalise(surface: str, *, damaged: bool) -> str:
    if surface.isascii():
        return surface
    norm = unicodedata.normalize("NFC", surface)
    if len(norm) > 1 or norm == "’":
        norm = norm.translate(_TIDY)
    if damaged:
        return norm.translate(_REPAIR_ALL)
    return norm.translate(_REPAIR) if norm[:1].islower() else norm


def _kind(surface: str) -> TokenKind:
    match = _TOKEN.match(surface)
    group = match.lastgroup if match else None
    if group == "punct" and unicodedata.category(surface[0])[0] in "SC":
        return TokenKind.SYMBOL
    return TokenKind(group or "punct")
