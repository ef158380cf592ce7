"""Whole files for annotation tools: written and read one article at a time, errors at their line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from bilateral.errors import DocumentError, InvalidValueError
from bilateral.exchange.annotation_files import (
    read_doccano,
    read_label_studio,
    write_doccano,
    write_label_studio,
)
from bilateral.exchange.items import items
from bilateral.model.article import Article
from tests.samples import sample_article

WRITERS_AND_READERS = [(write_doccano, read_doccano), (write_label_studio, read_label_studio)]
Writer = Callable[..., int]
Reader = Callable[..., Iterator[tuple[str, Article]]]


def articles() -> dict[str, Article]:
    """Three articles: one with facts, one without, one that no file can hold as it is."""
    return {"a": sample_article(), "b": Article(text="Esik.\u2028Fúj."), "c": Article(text="\ud800 🌍 ő")}


@pytest.mark.parametrize(("write", "read"), WRITERS_AND_READERS)
def test_what_nobody_changed_comes_back_the_same(write: Writer, read: Reader, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    assert write(articles(), file) == 3
    assert dict(read(file, articles())) == articles()
    numbered = list(articles().values())
    assert write(iter(numbered), file, ids=iter("xyz")) == 3
    assert list(read(file, numbered, ids="xyz")) == list(zip("xyz", numbered, strict=True))
    assert write([], file) == 0
    assert list(read(file, articles())) == []


@pytest.mark.parametrize("form", [{"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False}])
def test_arrays_are_read_however_they_are_laid_out(
    form: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tasks.json"
    write_label_studio({"a": sample_article(), "b": Article(text='[] {} " \\')}, file)
    tasks = json.loads(file.read_text(encoding="utf-8"))
    file.write_text("\ufeff \n" + json.dumps(tasks, **form) + "\n\n", encoding="utf-8")
    for chunk in (1, 7, 2**16):
        monkeypatch.setattr("bilateral.exchange.items._CHUNK", chunk)
        assert [item.value for item in items(file)] == tasks


def test_tasks_may_stand_on_lines(tmp_path: Path) -> None:
    file = tmp_path / "tasks.jsonl"
    write_label_studio(articles(), file)
    tasks = json.loads(file.read_text(encoding="utf-8"))
    file.write_text("\n\n".join(map(json.dumps, reversed(tasks))), encoding="utf-8")
    assert [identity for identity, _ in read_label_studio(file, articles())] == ["c", "b", "a"]


def test_an_older_doccano_keeps_ids_elsewhere(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    example = {"id": 5, "text": "Esik.", "label": [], "meta": {"article": 7}}
    file.write_text(json.dumps(example), encoding="utf-8")
    esik = Article(text="Esik.")
    assert list(read_doccano(file, {"7": esik})) == [("7", esik)]


def damaged(label: list[Any]) -> str:
    return json.dumps({"article": "a", "text": sample_article().text, "label": [label]})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 3: $: no JSON"),
        ("[1]", "line 3: $: expected an object"),
        ('{"article": "z"}', "line 3: $.article: got 'z', expected the id"),
        ('{"article": "a", "text": "x"}', "line 3: $.text: expected the text"),
        ('{"article": "a", "article": "a"}', "line 3: $: key stands twice"),
        (damaged([0, 3, "x"]), "line 3: $.label[0]: annotation.label: got 'x'"),
        (damaged([0, 3, "plans.date"]), "line 3: $.label[0]: annotation.region"),
        (damaged([3, 0, "plans.date"]), "line 3: $.label[0]: expected start < end"),
        ("[" * 10_000, "line 3: $: nested deeper"),
    ],
)
def test_errors_tell_their_line_and_path(line: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    write_doccano({"a": sample_article()}, file)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    corrected = read_doccano(file, {"a": sample_article()})
    assert next(corrected) == ("a", sample_article())
    with pytest.raises(DocumentError, match="^examples.jsonl, " + re.escape(told)):
        next(corrected)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[\n{},\n{"a": ]', r"line 3: \$\[1\]: no JSON"),
        ("[\n{}", r"line 2: \$: no JSON: expected , or \]"),
        ("[{},\n]", r"line 2: \$\[1\]: no JSON"),
        ("[]\n[]", r"line 2: \$: no JSON: more after the end"),
        ("[" * 5000, r"line 1: \$\[0\]: no JSON|nested deeper"),
        ("[" + "[" * 20 + "]" * 20 + "]", r"line 1: \$\[0\]: nested deeper"),
        ('[\n{"a": NaN}]', r"line 2: \$\[0\]: no JSON: NaN"),
        ('[{"a": 1, "a": 2}]', r"line 1: \$\[0\]: key stands twice"),
        (b'[{}, "\xff"]', r"line 1: \$: no UTF-8"),
        (b'{"a": "\xff"}', r"line 1: \$: no UTF-8: byte 0xff at offset 7"),
    ],
)
def test_damaged_files_are_told(content: str | bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DocumentError, match=told):
        list(items(file))


def test_the_path_of_a_task_counts_the_tasks_before_it(tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    write_label_studio(articles(), file)
    with pytest.raises(DocumentError, match=r"tasks.json, line 4: \$\[2\].data.text: expected the text"):
        list(read_label_studio(file, articles() | {"c": Article(text="?")}))


def test_an_item_has_a_size_that_it_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("items", "json"):
        monkeypatch.setattr(f"bilateral.exchange.{module}.MAX_BYTES", 100)
    monkeypatch.setattr("bilateral.exchange.items._CHUNK", 10)
    file = tmp_path / "file.json"
    fitting = json.dumps({"a": "x" * 60})
    for content in (f"[{', '.join([fitting] * 9)}]", "\n".join([fitting] * 9)):
        file.write_text(content, encoding="utf-8")
        assert len(list(items(file))) == 9
    for content in ('[{"a": "' + "x" * 500, '{"a": "' + "x" * 500 + '"}'):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(DocumentError, match="line 1"):
            list(items(file))


def test_articles_are_read_one_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    taken: list[int] = []

    def source() -> Iterator[Article]:
        for number in range(4):
            taken.append(number)
            yield attrs.evolve(sample_article(), section=f"{number}")

    write_doccano(source(), file)
    assert taken == [0, 1, 2, 3]
    with file.open("a", encoding="utf-8") as stream:
        stream.write("damaged")
    corrected = read_doccano(file, source())
    assert [next(corrected)[1].section for _ in range(4)] == ["0", "1", "2", "3"]


def test_repeated_ids_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="no other has"):
        write_doccano([sample_article()] * 2, tmp_path / "facts.jsonl", ids="aa")
