"""Coverage-guided fuzzing of everything that reads what strangers wrote.

    python tools/fuzz.py TARGET [-runs=100000] [-max_total_time=600] [CORPUS ...]

TARGET is ``parse``, ``json``, ``period`` or ``decode``; what follows is libFuzzer's. Needs atheris. A target
fails on any exception but the documented ones, on a place outside the text, and where it takes longer than
50 ms per KB.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import atheris

with atheris.instrument_imports(include=["bilateral"]):
    import bilateral
    from bilateral.cli.decoding import decode, extract, is_html
    from bilateral.errors import BilateralError
    from bilateral.exchange import json as exchange  # loaded lazily otherwise, and then not looked into
    from bilateral.reading import parser

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt")).read_text(encoding="utf-8")
DOCUMENT = exchange.to_json(
    parser.parse("2025. május 6.\n\nA lengyel elnök kedden Rigában tárgyalt.")
).encode()
WORDS = sorted(set(SEED.split()))
_LITERAL = 64
"""Of 256 byte values so many take over text of the fuzzer; the others choose words of the seed article."""
SECONDS_PER_CHARACTER = 50e-6
LEAST_SECONDS = 0.5
"""Coverage counting makes everything slower, and a first text loads the data."""


def text_of(data: bytes) -> str:
    """A text of words of the genre and of arbitrary characters, as the bytes say."""
    source = atheris.FuzzedDataProvider(data)
    pieces: list[str] = []
    while source.remaining_bytes():
        kind = source.ConsumeIntInRange(0, 255)
        if kind < _LITERAL:
            pieces.append(source.ConsumeUnicode(kind % 16))
        else:
            pieces.append(
                WORDS[source.ConsumeIntInRange(0, len(WORDS) - 1)] + ("\n\n" if kind == _LITERAL else " ")
            )
    return "".join(pieces)


def parse(data: bytes) -> None:
    """Any text parses, in time, with right offsets, and its JSON reads back."""
    text = text_of(data)
    start = process_time()
    article = parser.parse(text)
    seconds = process_time() - start
    if seconds > max(LEAST_SECONDS, len(text) * SECONDS_PER_CHARACTER):
        message = f"{seconds:.2f} s for {len(text)} characters"
        raise TimeoutError(message)
    if any(fact.evidence.span.of(text) != fact.evidence.quote for fact in article):
        message = "evidence that is not at its place"
        raise ValueError(message)
    written = exchange.to_json(article)
    try:
        read = exchange.from_json(written)
    except BilateralError:
        read = None
    # the two halves of a character beyond U+FFFF, standing alone together, are that character in JSON
    if read != article and text == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"):
        message = "JSON that does not read back"
        raise ValueError(message)


def json(data: bytes) -> None:
    """A damaged document is an article or refused with the reason."""
    source = atheris.FuzzedDataProvider(data)
    document = DOCUMENT
    while source.remaining_bytes():
        at = source.ConsumeIntInRange(0, len(document))
        after = min(len(document), at + source.ConsumeIntInRange(0, 20))
        document = document[:at] + source.ConsumeBytes(source.ConsumeIntInRange(0, 12)) + document[after:]
    try:
        exchange.from_json(document)
    except BilateralError:
        return


def period(data: bytes) -> None:
    """Any text is a period that writes itself the same way, or refused."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicode(40)
    try:
        read = bilateral.Period.parse(text)
    except BilateralError:
        return
    if bilateral.Period.parse(str(read)) != read:
        message = f"{text!r} does not read back"
        raise ValueError(message)


def decoding(data: bytes) -> None:
    """Any bytes are a text or refused."""
    try:
        text, _ = decode(data, None)
        if is_html(text):
            extract(text)
    except BilateralError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "json": json,
    "period": period,
    "decode": decoding,
}


def main() -> None:
    """Fuzz the target that the command line names."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(__doc__)
    bilateral.parse(SEED)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
