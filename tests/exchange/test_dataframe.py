from __future__ import annotations

from decimal import Decimal

import pytest

import bilateral
from bilateral.errors import InvalidValueError
from bilateral.exchange.columns import layout
from bilateral.exchange.records import TABLES, tables
from bilateral.model.kinds import Comparator
from bilateral.model.values import Amount
from tests.samples import sample_article, sample_facts

pd = pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")


def plain(value: object) -> object:
    """A cell of a frame or of a table, the same for both."""
    return value if isinstance(value, list) else None if pd.isna(value) else str(value)


def test_the_frames_are_the_tables_with_the_articles_id() -> None:
    frames = bilateral.to_frames(sample_article(), ids=["a1"])
    assert tuple(frames) == TABLES
    for name, rows in tables(sample_article()).items():
        frame = frames[name]
        assert list(frame["article"]) == ["a1"] * len(rows)
        for row, (_, series) in zip(rows, frame.iterrows(), strict=True):
            shown = {column: plain(series[column]) for column in row}
            assert shown == {column: plain(cell) for column, cell in row.items()}


def test_each_column_has_its_type() -> None:
    types = bilateral.to_frames(sample_article())["indicators"].dtypes.astype(str).to_dict()
    assert types["article"] == types["period"] == types["origin"] == "string"
    assert types["measure"] == types["comparator"] == "category"
    assert types["period_first"] == types["period_last"] == "datetime64[s]"
    assert types["value"] == types["countries"] == "object"
    assert types["start"] == types["end"] == "Int64"


def test_types_do_not_depend_on_what_is_there() -> None:
    empty, full = bilateral.to_frames([]), bilateral.to_frames([sample_article()])
    for name in TABLES:
        assert list(empty[name].columns) == [column.name for column in layout(name)]
        assert dict(empty[name].dtypes) == dict(full[name].dtypes)


def test_amounts_stay_exact_and_periods_have_their_ends() -> None:
    frames = bilateral.to_frames(sample_article())
    (figure,) = frames["indicators"].to_dict("records")
    assert figure["value"] == Decimal(16500000000)
    assert (figure["period"], str(figure["period_first"].date())) == ("2024", "2024-01-01")
    (plan,) = frames["plans"].to_dict("records")
    assert pd.isna(plan["date_first"])
    assert str(plan["date_last"].date()) == "2030-12-31"
    assert str(frames["articles"]["published_day"][0].date()) == "2025-11-12"


def test_a_vocabulary_is_there_as_a_whole() -> None:
    comparators = bilateral.to_frames([])["indicators"]["comparator"].cat.categories
    assert list(comparators) == [item.value for item in Comparator]


def test_tables_of_many_articles_join() -> None:
    frames = bilateral.to_frames([sample_article(), sample_article()])
    joined = frames["visits"].merge(frames["articles"], on="article", suffixes=("", "_article"))
    assert list(joined["article"]) == ["0", "1"]
    assert set(joined["headline"]) == {"Varsóból érkezett vendég"}


def test_a_mapping_brings_its_ids() -> None:
    frames = bilateral.to_frames({"x": sample_article(), "y": sample_article()})
    assert list(frames["articles"]["article"]) == ["x", "y"]


@pytest.mark.parametrize("ids", [[], ["a"], ["a", "b", "c"], ["a", "a"]])
def test_ids_that_do_not_fit_are_refused(ids: list[str]) -> None:
    with pytest.raises(InvalidValueError, match="ids"):
        bilateral.to_frames([sample_article(), sample_article()], ids=ids)


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="an Article"):
        bilateral.to_frames(["text"])  # type: ignore[arg-type]


def test_an_error_of_the_articles_source_is_its_own() -> None:
    def broken() -> list[bilateral.Article]:
        return [bilateral.from_json("no json")]

    with pytest.raises(bilateral.BilateralError, match="JSON"):
        bilateral.to_frames(article for article in broken())


def test_every_figure_of_the_model_fits() -> None:
    long = Amount(value="0." + "3" * 60, unit="percent")
    (figure,) = [fact for fact in sample_facts() if isinstance(fact, bilateral.EconomicIndicator)]
    article = bilateral.Article(
        text="", facts=[bilateral.EconomicIndicator(measure=figure.measure, basis=figure.basis, amount=long)]
    )
    assert bilateral.to_frames(article)["indicators"]["value"][0] == long.value
