"""Facts in spaCy pipelines: a component, and :class:`spacy.tokens.Doc` objects out and in (extra ``spacy``).

spaCy finds the component ``bilateral`` by the package's entry point::

    import spacy

    nlp = spacy.blank("hu")
    nlp.add_pipe("bilateral")
    doc = nlp(text)
    doc._.bilateral.visits
    [(span.label_, span.text) for span in doc.spans["bilateral"]]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.errors import ExtraMissingError, InvalidValueError
from bilateral.exchange.json import from_json, to_json
from bilateral.exchange.regions import Region, corrected, regions
from bilateral.model.text import Span
from bilateral.reading.parser import parse

try:
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin, SpanGroup
except ImportError as error:
    raise ExtraMissingError(__name__, "spacy") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import spacy.tokens

    from bilateral.model.article import Article

KEY: Final = "bilateral"
"""The name of the component, of the attribute of documents, and of the group of spans."""


def annotate(doc: Doc, article: Article, *, spans_key: str = KEY) -> Doc:
    """Give a document the facts of an article.

    Args:
        doc: a document made from the article's text.
        article: what was read from the text.
        spans_key: name of the group of spans: one for each region (labels as in
            :mod:`bilateral.exchange.regions`), widened to whole tokens.

    Returns:
        The same document, with ``doc._.bilateral`` and ``doc.spans[spans_key]``.

    Raises:
        InvalidValueError: the document has another text.
    """
    if doc.text != article.text:
        raise InvalidValueError("annotate.doc", doc.text[:60], "a document with the text of the article")
    doc._.bilateral = article
    doc.spans[spans_key] = SpanGroup(doc, name=spans_key, spans=[span for _, span in _widened(doc, article)])
    return doc


def from_doc(doc: Doc, *, spans_key: str = KEY) -> Article:
    """The article of a document, with the corrections made to its group of spans.

    Args:
        doc: a document from :func:`annotate` or from the component, perhaps saved and loaded since.
        spans_key: name of the group of spans.

    Raises:
        InvalidValueError: the document has no facts of ours; a label is unknown, or a new span belongs to no
            fact or to several.
    """
    article = doc._.bilateral
    if article is None:
        raise InvalidValueError("from_doc.doc", doc.text[:60], f"a document from the component {KEY!r}")
    given: dict[tuple[str, int, int], list[Region]] = {}
    for region, span in _widened(doc, article):
        given.setdefault(_place(span), []).append(region)
    spans = doc.spans.get(spans_key, ())
    found = [region for span in spans for region in given.get(_place(span)) or [_region(span)]]
    shown = {region for places in given.values() for region in places}
    found += [region for region in regions(article) if region not in shown]  # spaCy has no token for them
    return corrected(article, [(region, None) for region in found])


def to_docbin(articles: Iterable[Article], *, nlp: Language | None = None) -> DocBin:
    """Articles as a file of spaCy's: ``to_docbin(articles).to_disk("facts.spacy")``.

    Args:
        articles: the articles.
        nlp: whose tokenizer cuts the texts; by default that of spaCy's blank Hungarian pipeline.
    """
    tokenizer = nlp or spacy.blank("hu")
    return DocBin(
        docs=[annotate(tokenizer.make_doc(article.text), article) for article in articles],
        store_user_data=True,
    )


def from_docbin(docs: DocBin, *, nlp: Language | None = None) -> Iterator[Article]:
    """The articles of a file of spaCy's, with the corrections made to the groups of spans.

    Raises:
        InvalidValueError: as :func:`from_doc`.
    """
    return map(from_doc, docs.get_docs((nlp or spacy.blank("hu")).vocab))


def create_component(nlp: Language, name: str, spans_key: str) -> Component:
    """Make the component for ``nlp.add_pipe("bilateral", config={"spans_key": ...})``."""
    del nlp, name
    return Component(spans_key)


Language.factory(
    KEY, assigns=["doc._.bilateral", "doc.spans"], default_config={"spans_key": KEY}, func=create_component
)


class Component:
    """Reads the facts of each document; without a date in the text, relative dates stay open.

    Where the date of publication is known otherwise, :func:`annotate` the document with
    ``parse(doc.text, published=...)`` instead.
    """

    def __init__(self, spans_key: str) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Read the facts of ``doc`` into it."""
        return annotate(doc, parse(doc.text), spans_key=self.spans_key)


def _widened(doc: Doc, article: Article) -> Iterator[tuple[Region, spacy.tokens.Span]]:
    """The regions as spans of whole tokens."""
    for region in regions(article):
        start, end = region.span.start, region.span.end
        span = doc.char_span(start, end, label=region.label, alignment_mode="expand")
        if span is not None:
            yield region, span


def _place(span: spacy.tokens.Span) -> tuple[str, int, int]:
    return span.label_, span.start, span.end


def _region(span: spacy.tokens.Span) -> Region:
    return Region(span.label_, Span(span.start_char, span.end_char))


# The article lives in the document as JSON, since spaCy saves only plain values.
def _get(doc: Doc) -> Article | None:
    saved = doc.user_data.get(KEY)
    return None if saved is None else from_json(saved)


def _set(doc: Doc, article: Article) -> None:
    doc.user_data[KEY] = to_json(article)


Doc.set_extension(KEY, getter=_get, setter=_set, force=True)
