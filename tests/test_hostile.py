"""Whatever the text: no error, no wrong offset, no long wait, and JSON that reads back."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral
from tests.hostile import SEED, TEXTS

SECONDS_PER_CHARACTER = 50e-6
"""50 ms per KB; a normal article takes less than a tenth."""
LEAST_SECONDS = 0.5


def check(text: str) -> bilateral.Article:
    """Parse; ``Article`` itself makes sure that every quote stands where its evidence says."""
    article = bilateral.parse(text)
    assert article.text == text
    for place in [*article.header.values(), *(mention.span for mention in article.mentions)]:
        assert place.of(text).strip()
    for fact in article:
        assert fact.evidence.quote.strip()
    return article


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """The data are loaded by the first text of a process: that is not what is timed here."""
    bilateral.parse(SEED)


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name: str) -> None:
    text = TEXTS[name]
    start = process_time()
    article = check(text)
    seconds = process_time() - start
    assert seconds < max(LEAST_SECONDS, len(text) * SECONDS_PER_CHARACTER)
    assert bilateral.from_json(bilateral.to_json(article)) == article


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:
        text = f"{SEED}\n\n" * times
        start = process_time()
        bilateral.parse(text)
        return process_time() - start

    short = min(seconds(10) for _ in range(3))
    assert min(seconds(80) for _ in range(2)) < 8 * short * 2


_WORDS = sorted(set(SEED.split()))
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from([".", ",", ":", "–", "„", "”", "\n", "\n\n", "MTI", "12.", "2025.", "%", "hogy", "aki"]),
    st.text(max_size=6),
)


@given(st.lists(_PIECES, max_size=60), st.sampled_from([" ", "", "\n"]))
@settings(max_examples=300, deadline=None)
def test_any_order_of_any_words(pieces: list[str], glue: str) -> None:
    check(glue.join(pieces))


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.integers(0, len(SEED)), st.integers(0, len(SEED)))
@settings(max_examples=100, deadline=None)
def test_any_part_of_an_article(start: int, end: int) -> None:
    check(SEED[min(start, end) : max(start, end)])


@given(st.integers(0, len(SEED)), st.text(max_size=12))
@settings(max_examples=100, deadline=None)
def test_anything_put_into_an_article(at: int, text: str) -> None:
    check(SEED[:at] + text + SEED[at:])
