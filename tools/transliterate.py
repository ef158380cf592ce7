"""Hungarian spelling of foreign place names by rule, after the Hungarian academy's rules for each script.

Only what the names of towns need: Russian, Ukrainian, Bulgarian and Macedonian Cyrillic, Chinese pinyin,
Japanese Hepburn. Sounds follow the widely used ("népszerű") transliterations.
"""

from __future__ import annotations

import re

_COMMON = {
    "а": "a", "б": "b", "в": "v", "д": "d", "ж": "zs", "з": "z", "й": "j", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "sz", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "cs", "ш": "s", "ю": "ju", "я": "ja",
}  # fmt: skip
_SLAVIC = _COMMON | {"и": "i", "щ": "scs", "е": "e", "ь": "", "ъ": ""}
_RUSSIAN = _SLAVIC | {"г": "g", "ы": "i", "э": "e", "ё": "jo"}
_UKRAINIAN = _SLAVIC | {"г": "h", "ґ": "g", "і": "i", "ї": "ji", "є": "je"}
_BULGARIAN = _COMMON | {"г": "g", "и": "i", "е": "e", "щ": "st", "ъ": "a", "ь": "j"}
_MACEDONIAN = _COMMON | {
    "г": "g", "и": "i", "е": "e", "ј": "j", "љ": "lj", "њ": "nj", "џ": "dzs", "ѓ": "gy", "ќ": "ty", "ѕ":
    "dz",
}  # fmt: skip
_PALATAL = {"д": "gy", "т": "ty", "н": "ny"}
_VOWELS = "аеёиоуыэюяіїє"


def cyrillic(name: str, language: str) -> str:
    """A Cyrillic name in Hungarian letters; ``language`` is RU, UA, BG or MK."""
    table = {"RU": _RUSSIAN, "UA": _UKRAINIAN, "BG": _BULGARIAN, "MK": _MACEDONIAN}[language]
    softens = {"RU": "еёиюяь", "UA": "іїєюяь"}.get(language, "")
    return "".join(_word(word, table, softens, language) for word in re.split(r"([ -])", name))


def _word(word: str, table: dict[str, str], softens: str, language: str) -> str:
    low = word.lower()
    out = "".join(_letter(low, index, table, softens, language) for index in range(len(low)))
    out = re.sub(r"(?:sz){2}", "ssz", re.sub(r"(?:zs){2}", "zzs", out))
    return out[:1].upper() + out[1:] if word[:1].isupper() else out


def _letter(low: str, index: int, table: dict[str, str], softens: str, language: str) -> str:
    letter, before, after = low[index], low[index - 1 : index], low[index + 1 : index + 2]
    if letter in _PALATAL and after and after in softens:
        return _PALATAL[letter]
    softened = before in _PALATAL and letter in softens
    if softened and letter in "юяёє":
        return table[letter][1:]
    if language == "RU" and letter == "е" and (not before or before in "ьъ" + _VOWELS):
        return "je"
    if letter == "ь" and after and after in _VOWELS and before not in _PALATAL and after not in "еюяёє":
        return "j"
    return table.get(letter, letter)


_INITIALS = (
    ("zh", "cs"), ("ch", "cs"), ("sh", "s"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"), ("g", "k"),
    ("k", "k"), ("j", "cs"), ("q", "cs"), ("x", "hsz"), ("r", "zs"), ("z", "c"), ("c", "c"), ("s",
    "sz"), ("w", "v"), ("y", "j"), ("m", "m"), ("f", "f"), ("n", "n"), ("l", "l"), ("h", "h"),
)  # fmt: skip
_FINALS = {
    "ian": "ien", "ong": "ung", "iong": "iung", "uang": "uang", "iang": "iang", "ui": "uj", "ei": "ej",
    "ai": "aj", "uai": "uaj", "ü": "ü", "ie": "ie", "ue": "üe", "e": "o",
}  # fmt: skip
_WHOLE = {
    "yi": "ji", "yu": "jü", "yuan": "jüan", "yue": "jüe", "yun": "jün", "yan": "jen", "you": "ju", "wu":
    "vu", "zhi": "cse", "chi": "cse", "shi": "si", "ri": "zse", "zi": "ce", "ci": "ce", "si": "sze",
    "ju": "csü", "qu": "csü", "xu": "hszü", "juan": "csüan", "quan": "csüan", "xuan": "hszüan", "jun":
    "csün", "qun": "csün", "xun": "hszün", "jue": "csüe", "que": "csüe", "xue": "hszüe", "er": "er",
}  # fmt: skip
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|[aeiouü])"
    r"(?![aeiouü])"
)


def pinyin(name: str) -> str | None:
    """A Chinese name from pinyin, or ``None`` if it is not all pinyin."""
    low = name.lower().replace("'", "").replace("’", "")
    syllables = _SYLLABLE.findall(low)
    if "".join(syllables) != low:
        return None
    out = "".join(map(_pinyin_syllable, syllables))
    return out[:1].upper() + out[1:]


def _pinyin_syllable(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    for initial, letters in _INITIALS:
        if syllable.startswith(initial):
            final = syllable[len(initial) :]
            return letters + ("ö" if final == "e" and initial in "dtgkh" else _FINALS.get(final, final))
    return _FINALS.get(syllable, syllable)


_JAPANESE = {"sh": "s", "ch": "cs", "ts": "c", "j": "dzs", "y": "j", "w": "v", "s": "sz", "z": "z"}


def hepburn(name: str) -> str:
    """A Japanese name from Hepburn romanisation: Hiroshima -> Hirosima."""
    low = name.lower().replace("-shi", "").replace("ō", "ó").replace("ū", "ú")
    out = re.sub("sh|ch|ts|[jywsz]", lambda m: _JAPANESE[m.group()], low)
    return out[:1].upper() + out[1:]
