"""Texts that nobody wrote to be read: pasted, cut off, wrongly decoded, or made to break readers."""

from __future__ import annotations

from pathlib import Path
from random import Random

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")

_NOISE = bytes(Random(7).randrange(256) for _ in range(30_000))  # noqa: S311 - no secret

TEXTS: dict[str, str] = {
    "nothing": "",
    # what stands between and in the characters
    "control characters": "".join(map(chr, range(32))) * 200,
    "lone surrogates": "A \ud800lengyel\udfff elnök \udcff Rigában tárgyalt. " * 200,
    "bidi marks": "A \u202elengyel\u202c elnök \u2066Rigában\u2069 tárgyalt. " * 200,
    "joiners": "A\u200d \u200dlen\u200dgyel\u200d el\u200dnök R\u200digá\u00adban tárgyalt. " * 200,
    "combining marks": "a" + "\u0301" * 50_000,
    "decomposed": "o\u030b u\u030b a\u0301 " * 5_000,
    "dotted capitals": "İ" * 10_000 + "ı" * 10_000,
    # without surrogates, since two that stand together are one character in JSON
    "all planes": "".join(map(chr, [*range(0, 0xD800, 31), *range(0xE000, 0x110000, 31)])),
    "all planes, apart": " ".join(map(chr, range(0, 0x110000, 61))),
    # without an end
    "1 MB without a space": "a" * 1_000_000,
    "1 MB of capitals": "A" * 1_000_000,
    "one word of words": "lengyelelnöktárgyalt" * 5_000,
    "hyphens": "orosz-kazah-" * 5_000,
    "dashes": "orosz–kazah–" * 5_000,
    "1 MB of blanks": " " * 1_000_000,
    "lines": "\n" * 100_000,
    "blank lines": "  \n" * 50_000,
    "tabs": "\t \u00a0" * 30_000,
    "one sentence": SEED.replace(".", ",").replace("\n", " ") * 20,
    # marks
    "10,000 nested quotation marks": "„" * 10_000 + "Igen" + "”" * 10_000,
    "quotations never closed": "„Azt mondta: „" * 3_000,
    "straight quotation marks": '"' * 30_000,
    "dots": "." * 100_000,
    "periods": ". " * 20_000,
    "commas": ", " * 20_000,
    "parentheses": "(" * 10_000 + ")" * 10_000,
    "dashes that report": "– mondta – " * 4_000,
    "colons": ": „a” – " * 5_000,
    # figures
    "100,000 digits": "1" * 100_000,
    "groups of digits": "123 " * 8_000,
    "a number of dots": "1." * 20_000,
    "a number of commas": "1,2," * 10_000,
    "a number of hyphens": "1-2-" * 10_000,
    "a number of dashes": "1–2 " * 8_000,
    "numerals": "milliárd " * 4_000,
    "one numeral": "huszonhétezermillió" * 5_000,
    "Roman numerals": "XIV. " * 6_000,
    "one Roman numeral": "I" * 50_000,
    "dates": "2025. november 12-én " * 1_500,
    "dates glued": "2025.11.12." * 3_000,
    "periods glued": "2024 és 2026 között " * 1_500,
    "changes": "27,8 milliárd dollárról 30 milliárd dollárra " * 600,
    # addresses and markup
    "addresses": "http://a.b/c?d=e@f " * 3_000,
    "at signs": "a@" * 20_000,
    "one address": "a.b.c.d.e." * 5_000 + "@",
    "HTML bomb": "<div>" * 10_000 + "x" + "</div>" * 10_000,
    "entities": '<a href="http://x.hu/' + "&amp;" * 10_000 + '">',
    "RTF": r"{\rtf1\ansi\ansicpg1250 {\fonttbl{\f0 Arial;}} \'e1rv\'edz " * 600 + "}",
    "binary": _NOISE.decode("latin-1"),
    "binary as surrogates": _NOISE.decode("utf-8", errors="surrogateescape"),
    "mixed encodings": SEED.encode("utf-8").decode("iso8859-2") * 8 + SEED,
    "shouted": SEED.upper() * 8,
    # words that call for others
    "names": "Ewa Nowak Jan " * 3_000,
    "surnames": "Nowak " * 6_000,
    "conjunctions": "és " * 10_000,
    "complements": "azt mondta, hogy " * 2_500,
    "relatives": "az elnök, aki " * 2_500,
    "offices": "magyar külgazdasági és " * 2_000,
    "titles": "dr. prof. ifj. " * 3_000,
    "countries": "Lengyelország, " * 3_000,
    "nationalities": "magyar-" * 5_000,
    "towns": "Moszkvába, Pekingbe, Rigába " * 1_500,
    "visits": "Moszkvába látogatott " * 2_000,
    "talks": "tárgyalt Jan Nowakkal, " * 2_000,
    "agreements": "megállapodást írt alá az energiáról, " * 1_200,
    "agencies": "MTI - " * 6_000,
    "speech": "Ewa Nowak lengyel elnök közölte, hogy " * 1_200,
    "speech interrupted": "„Jól van” – mondta Jan Nowak, „jól”, " * 1_200,
}
"""By what they are."""
