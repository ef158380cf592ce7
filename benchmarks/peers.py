"""What a user would take instead for parts of the job: each makes an action for one text, to be timed."""

from __future__ import annotations

from collections.abc import Callable

import bilateral

Action = Callable[[], object]


def ours(text: str) -> Action:
    """Everything that bilateral reads."""
    return lambda: bilateral.parse(text)


def spacy_ruler(text: str) -> Action:
    """The entries of our gazetteer as they are written, found by spaCy's entity ruler."""
    import spacy  # noqa: PLC0415 - one peer at a time

    pipeline = spacy.blank("hu")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": str(entry.kind), "pattern": form} for form, entry in bilateral.lexicon().named]
    )  # type: ignore[attr-defined]
    return lambda: pipeline(text)


def simplemma_lemmas(text: str) -> Action:
    """The lemma of every word."""
    from simplemma import text_lemmatizer  # noqa: PLC0415

    return lambda: text_lemmatizer(text, lang="hu")


def hun_date_parser_dates(text: str) -> Action:
    """Dates, sentence by sentence, since the package reads one expression at a time."""
    from hun_date_parser import text2datetime  # noqa: PLC0415

    sentences = [line for line in text.replace(". ", ".\n").splitlines() if line.strip()]
    return lambda: [text2datetime(sentence) for sentence in sentences]


def dateparser_dates(text: str) -> Action:
    """Dates anywhere in the text."""
    from dateparser.search import search_dates  # noqa: PLC0415

    return lambda: search_dates(text, languages=["hu"])


def langextract_offsets(text: str) -> Action:
    """The offsets of quotes that somebody else has found (our own): langextract's alignment by difflib."""
    from langextract.core.data import Extraction  # noqa: PLC0415
    from langextract.resolver import WordAligner  # noqa: PLC0415

    quotes = [fact.evidence.quote for fact in bilateral.parse(text)]

    def align() -> object:
        groups = [[Extraction(extraction_class="fact", extraction_text=quote) for quote in quotes]]
        return WordAligner().align_extractions(groups, text)

    return align


ACTIONS: dict[str, Callable[[str], Action]] = {
    "bilateral": ours,
    "spacy": spacy_ruler,
    "simplemma": simplemma_lemmas,
    "hun-date-parser": hun_date_parser_dates,
    "dateparser": dateparser_dates,
    "langextract": langextract_offsets,
}
