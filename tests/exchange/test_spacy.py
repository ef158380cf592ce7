"""Facts in spaCy's documents; run by `make test-all`."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import attrs
import pytest

import bilateral
from bilateral.errors import DocumentError, InvalidValueError
from tests.samples import TEXT, sample_article

pytest.importorskip("spacy", reason="the extra 'spacy' is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]  # spaCy's own warnings are its own

SENTENCE = "Petr Pavel cseh elnök 2025. november 11-én Lisszabonba érkezett."


@pytest.fixture(scope="module")
def ours() -> Any:
    from bilateral.exchange import spacy  # noqa: PLC0415 - optional

    return spacy


@pytest.fixture
def nlp(ours: Any) -> Any:
    import spacy  # noqa: PLC0415 - optional

    assert ours.KEY == "bilateral"
    made = spacy.blank("hu")
    made.add_pipe("bilateral")
    return made


def article() -> bilateral.Article:
    """The sample, with the facts that stand in its text."""
    return attrs.evolve(sample_article(), facts=[fact for fact in sample_article().facts if fact.evidence])


def labelled(doc: Any) -> set[tuple[str, str]]:
    return {(span.label_, span.text) for span in doc.spans["bilateral"]}


def test_the_component_reads_what_the_parser_reads(nlp: Any) -> None:
    doc = nlp(SENTENCE)
    assert doc._.bilateral == bilateral.parse(SENTENCE)
    assert doc._.bilateral.visits[0].host_country.code == "PT"
    assert ("visits", SENTENCE) in labelled(doc)


def test_the_name_of_the_group_can_be_chosen(ours: Any) -> None:
    import spacy  # noqa: PLC0415 - optional

    assert ours
    nlp = spacy.blank("hu")
    nlp.add_pipe("bilateral", config={"spans_key": "facts"})
    assert "facts" in nlp(SENTENCE).spans


def test_a_pipeline_is_saved_and_loaded_with_the_component(nlp: Any, tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415 - optional

    nlp.to_disk(tmp_path / "model")
    assert labelled(spacy.load(tmp_path / "model")(SENTENCE)) == labelled(nlp(SENTENCE))


def test_spacy_finds_the_component_by_itself() -> None:
    (found,) = entry_points(group="spacy_factories", name="bilateral")
    assert found.value == "bilateral.exchange.spacy:create_component"


def test_spans_are_widened_to_whole_tokens(ours: Any, nlp: Any) -> None:
    (visit,) = article().visits
    inside = bilateral.Span(TEXT.index("Budapest"), TEXT.index("Budapest") + len("Budapest"))
    evidence = attrs.evolve(visit.evidence, fields={"place": (inside,)})
    cut = attrs.evolve(article(), facts=[attrs.evolve(visit, evidence=evidence)])
    doc = ours.annotate(nlp.make_doc(TEXT), cut)
    assert ("visits.place", "Budapesten") in labelled(doc)
    assert ours.from_doc(doc) == cut


def test_files_of_documents_give_the_articles_back(ours: Any, tmp_path: Path) -> None:
    from spacy.tokens import DocBin  # noqa: PLC0415 - optional

    articles = [article(), bilateral.parse(SENTENCE), bilateral.parse("")]
    ours.to_docbin(articles).to_disk(tmp_path / "facts.spacy")
    assert list(ours.from_docbin(DocBin().from_disk(tmp_path / "facts.spacy"))) == articles


def test_folders_of_files_give_the_articles_back(ours: Any, tmp_path: Path) -> None:
    articles = {f"a{n}": article() if n % 2 else bilateral.parse("") for n in range(5)}
    folder = tmp_path / "new" / "facts"
    assert ours.write_docbins(iter(articles.items()), folder, size=2) == 5
    assert [file.name for file in sorted(folder.iterdir())] == ["00000.spacy", "00001.spacy", "00002.spacy"]
    assert dict(ours.read_docbins(folder)) == articles
    with pytest.raises(InvalidValueError, match="without files"):
        ours.write_docbins(articles, folder)
    assert ours.write_docbins([], tmp_path / "none") == 0
    assert list(ours.read_docbins(tmp_path / "none")) == []


def test_damaged_files_and_documents_are_told(ours: Any, nlp: Any, tmp_path: Path) -> None:
    from spacy.tokens import DocBin  # noqa: PLC0415 - optional

    docs = [ours.annotate(nlp.make_doc(TEXT), article()), nlp.make_doc(TEXT)]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "0.spacy")
    with pytest.raises(DocumentError, match=r"0.spacy, document 2: from_doc.doc"):
        list(ours.read_docbins(tmp_path))
    (tmp_path / "0.spacy").write_bytes(b"no such thing")
    with pytest.raises(DocumentError, match=r"0.spacy: no file of spaCy's"):
        list(ours.read_docbins(tmp_path))


def test_corrected_spans_come_back(ours: Any, nlp: Any) -> None:
    from spacy.tokens import Span  # noqa: PLC0415 - optional

    doc = ours.annotate(nlp.make_doc(TEXT), article())
    group = doc.spans["bilateral"]
    guest = next(span for span in group if span.label_ == "visits.guest")
    kept = [span for span in group if span.label_ not in ("visits.guest", "agreements", "agreements.subject")]
    doc.spans["bilateral"] = [*kept, Span(doc, guest.start, guest.end + 1, label="visits.guest")]
    changed = ours.from_doc(doc)
    assert [span.of(TEXT) for span in changed.visits[0].evidence.fields["guest"]] == ["Ewa Nowak lengyel"]
    assert changed.agreements == ()


def test_a_document_of_another_text_is_refused(ours: Any, nlp: Any) -> None:
    with pytest.raises(InvalidValueError, match="text of the article"):
        ours.annotate(nlp.make_doc("Esik az eső."), article())


def test_a_document_without_facts_of_ours_is_refused(ours: Any, nlp: Any) -> None:
    with pytest.raises(InvalidValueError, match="from the component"):
        ours.from_doc(nlp.make_doc(TEXT))
