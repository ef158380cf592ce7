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

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilateral.errors import BilateralError, DocumentError, ExtraMissingError, InvalidValueError, Problem
from bilateral.exchange.columns import identified
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
    from os import PathLike

    import spacy.tokens
    from spacy.vocab import Vocab

    from bilateral.exchange.columns import Articles
    from bilateral.model.article import Article

KEY: Final = "bilateral"
"""The name of the component, of the attribute of documents, and of the group of spans."""
_ID: Final = "bilateral_id"
"""What the id of an article is kept under in its document."""


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


def write_docbins(
    articles: Articles,
    folder: str | PathLike[str],
    *,
    ids: Iterable[object] | None = None,
    nlp: Language | None = None,
    size: int = 1000,
) -> int:
    """Write any number of articles as files of spaCy's, which it trains on as a folder.

    A file is written as soon as its articles have come, so memory does not grow with them.

    Args:
        articles: one article; any iterable of them, or of pairs of an id and an article; or a mapping of
            articles by id.
        folder: where to write ``00000.spacy``, ``00001.spacy`` …; made if it is not there.
        ids: an id for each article; by default they are numbered from 0. Kept in the document.
        nlp: as for :func:`to_docbin`.
        size: articles in a file.

    Returns:
        How many articles there are.

    Raises:
        InvalidValueError: the folder has such files already, there are more or fewer ids than articles, or
            an id is there twice.
        OSError: the folder cannot be written to.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    if next(target.glob("*.spacy"), None):
        raise InvalidValueError("write_docbins.folder", str(folder), "a folder without files of spaCy's")
    tokenizer = nlp or spacy.blank("hu")
    pairs = identified(articles, ids)
    count = 0
    while held := list(itertools.islice(pairs, size)):
        docs = [_identified(tokenizer, *pair) for pair in held]
        DocBin(docs=docs, store_user_data=True).to_disk(target / f"{count // size:05}.spacy")
        count += len(docs)
    return count


def read_docbins(
    folder: str | PathLike[str], *, nlp: Language | None = None
) -> Iterator[tuple[str, Article]]:
    """The articles of such files, with the corrections made to the groups of spans, a file at a time.

    Yields:
        Id and article, in the order of the files.

    Raises:
        DocumentError: a file is no DocBin, or a document cannot be read; names the file and the number of
            the document in it, from 1.
        OSError: a file cannot be read.
    """
    vocab = (nlp or spacy.blank("hu")).vocab
    for file in sorted(Path(folder).glob("*.spacy")):
        for number, doc in enumerate(_docs(file, vocab), start=1):
            try:
                yield str(doc.user_data.get(_ID)), from_doc(doc)
            except BilateralError as error:
                raise DocumentError([Problem(f"{file.name}, document {number}", str(error))]) from None


def _docs(file: Path, vocab: Vocab) -> list[Doc]:
    content = file.read_bytes()
    try:
        return list(DocBin().from_bytes(content).get_docs(vocab))
    except Exception as error:  # noqa: BLE001 - zlib's, msgpack's and spaCy's own, whatever they meet
        raise DocumentError([Problem(file.name, f"no file of spaCy's: {error}")]) from None


def _identified(nlp: Language, identity: str, article: Article) -> Doc:
    doc = annotate(nlp.make_doc(article.text), article)
    doc.user_data[_ID] = identity
    return doc


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
