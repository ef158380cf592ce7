"""What nobody corrected comes back the same, whatever an article holds; damage is told."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.errors import DocumentError
from bilateral.exchange.annotation import from_doccano, from_label_studio, to_doccano, to_label_studio
from bilateral.exchange.regions import regions
from bilateral.model.article import Article
from tests.samples import sample_article, span
from tests.strategies import articles

junk = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(articles())
@settings(max_examples=60, deadline=None)
def test_uncorrected_articles_come_back_equal(article: Article) -> None:
    assert from_doccano(article, json.loads(json.dumps(to_doccano(article)))) == article
    assert from_label_studio(article, json.loads(json.dumps(to_label_studio(article)))) == article


def test_spans_keep_their_order() -> None:
    (visit,) = sample_article().visits
    places = (span("Budapesten"), span("Ewa Nowak"))
    turned = attrs.evolve(visit, evidence=attrs.evolve(visit.evidence, fields={"guest": places}))
    article = attrs.evolve(sample_article(), facts=[turned])
    assert from_doccano(article, to_doccano(article)) == article


@pytest.mark.parametrize("name", ["annotations", "predictions"])
@given(value=junk)
@settings(max_examples=100, deadline=None)
def test_junk_for_a_result_is_told(name: str, value: Any) -> None:
    article = sample_article()
    task = {"data": {"text": article.text}, name: value}
    with pytest.raises(DocumentError, match=r"\$"):
        from_label_studio(article, task)


@given(value=junk.filter(lambda value: value != []))
@settings(max_examples=100, deadline=None)
def test_junk_for_labels_is_told(value: Any) -> None:
    article = sample_article()
    with pytest.raises(DocumentError):
        from_doccano(article, {"text": article.text, "label": value})


def test_the_sample_has_regions_to_lose() -> None:
    assert len(regions(sample_article())) > 5
