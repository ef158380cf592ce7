from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bilateral
from bilateral.cli import FAILED, INTERRUPTED, OK, USAGE, main
from bilateral.corpus import workers
from bilateral.model.article import Article
from tests.samples import TEXT, sample_article


def read(text: str, *, published: date | None = None, **_: object) -> Article:
    """Stands in for the parser, of which nothing is tested here."""
    if "hiba" in text:
        message = "a broken rule"
        raise RuntimeError(message)
    return sample_article() if text == TEXT else Article(text=text, published=published)


@pytest.fixture(autouse=True)
def _parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "parse", read)
    monkeypatch.setitem(vars(bilateral), "explain", lambda _, fact: f"rule of {type(fact).__name__}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("b.txt", TEXT), ("a.txt", "Rövid."), ("sub/c.txt", "Mély."), ("skip.md", "Nem.")):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# -- formats --------------------------------------------------------------------------------------


def test_tables_are_the_default(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "b.txt")]) == OK
    shown = capsys.readouterr().out
    assert "VISITS (1)" in shown
    assert "« Ewa Nowak lengyel elnök" in shown
    assert "====" not in shown


def test_several_documents_are_titled(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder)]) == OK
    titles = [line for line in capsys.readouterr().out.splitlines() if line.startswith(str(folder))]
    assert titles == [str(folder / name) for name in ("a.txt", "b.txt", "sub/c.txt")]


def test_json_of_one_document_is_an_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "b.txt"), "--format", "json"]) == OK
    assert bilateral.from_json(capsys.readouterr().out) == sample_article()


def test_json_of_several_documents_is_an_array(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder), "--format", "json"]) == OK
    assert [entry["text"] for entry in json.loads(capsys.readouterr().out)] == ["Rövid.", TEXT, "Mély."]


def test_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder), "--format", "jsonl"]) == OK
    lines = capsys.readouterr().out.splitlines()
    assert [bilateral.from_json(line).text for line in lines] == ["Rövid.", TEXT, "Mély."]


def test_csv_of_one_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder), "--format", "csv", "--table", "agreements"]) == OK
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["source"] == str(folder / "b.txt")
    assert (row["kind"], row["parties"], row["valid_until"]) == ("convention", "PL; Duna Bizottság", "2035")
    assert TEXT[int(row["start"]) : int(row["end"])] == "Vízügyi egyezményt írtak alá."


def test_csv_of_all_tables_goes_into_a_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts"
    assert main(["parse", str(folder), "--format", "csv", "-o", str(out)]) == OK
    assert sorted(path.stem for path in out.iterdir()) == sorted(bilateral.TABLES)
    assert len((out / "articles.csv").read_text(encoding="utf-8").splitlines()) == 4


def test_html_of_one_document_is_a_page(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert main(["parse", str(folder / "b.txt"), "--format", "html", "-o", str(out)]) == OK
    assert out.read_text(encoding="utf-8") == bilateral.to_html(sample_article())


def test_a_report_in_hungarian(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    command = ["parse", str(folder / "b.txt"), "--format", "html", "--language", "hu", "-o", str(out)]
    assert main(command) == OK
    assert out.read_text(encoding="utf-8") == bilateral.to_html(sample_article(), language="hu")


def test_html_of_several_documents_goes_into_a_folder(folder: Path, tmp_path: Path) -> None:
    (folder / "sub" / "a.txt").write_text("Másik.", encoding="utf-8")
    assert main(["parse", str(folder), "--format", "html", "-o", str(tmp_path / "out")]) == OK
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a-2.html",
        "a.html",
        "b.html",
        "c.html",
    ]


def test_output_into_a_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "facts.json"
    assert main(["parse", str(folder / "b.txt"), "--format", "json", "--output", str(out)]) == OK
    assert bilateral.from_json(out.read_bytes()) == sample_article()
    assert capsys.readouterr().out == ""


# -- input ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, TEXT.encode())
    assert main(["parse", *arguments, "--format", "json"]) == OK
    assert bilateral.from_json(capsys.readouterr().out) == sample_article()


def test_patterns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "**" / "*.txt"), "--format", "jsonl"]) == OK
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_the_date_of_publication_reaches_the_parser(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(folder / "a.txt"), "--format", "json", "--published", "2025-11-12"]) == OK
    assert bilateral.from_json(capsys.readouterr().out).published == date(2025, 11, 12)


def test_an_assumed_encoding_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "a.txt"
    path.write_bytes(
        "Az őszi ülés után a külügyminiszter „tárgyalásokat” folytatott – közölték.".encode("cp1250")
    )
    assert main(["parse", str(path), "--format", "json"]) == OK
    captured = capsys.readouterr()
    assert "őszi" in captured.out
    assert captured.err == f"bilateral: {path}: read as cp1250\n"


# -- what goes wrong ------------------------------------------------------------------------------


def test_one_broken_document_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Ez hiba.", encoding="utf-8")
    (folder / "sub" / "c.txt").write_bytes(b"abc\x01")
    assert main(["parse", str(folder), "missing.txt", "--format", "jsonl"]) == FAILED
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert captured.err.splitlines() == [
        f"bilateral: {folder / 'a.txt'}: RuntimeError: a broken rule",
        f"bilateral: {folder / 'sub' / 'c.txt'}: looks like a binary file (character 0x01 at offset 3)",
        "bilateral: missing.txt: no such file or folder",
    ]


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("missing.txt", "missing.txt: no such file or folder"),
        ("none-*.txt", "none-*.txt: no file matches"),
        ("empty", "empty: the folder has no files that end in .txt, .html, .htm, .xhtml"),
    ],
)
def test_documents_that_are_not_there(
    argument: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["parse", argument]) == FAILED
    assert capsys.readouterr().err == f"bilateral: {told}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "csv"], "csv holds one table: name it with --table"),
        (["--table", "visits"], "--table is for --format csv, not for table"),
        (["--format", "html"], "html holds one document"),
        (["--format", "json", "--language", "hu"], "--language is for --format html, not for json"),
        (["--format", "json", "-o", "."], ". is a folder, and json is written to one file"),
    ],
)
def test_commands_that_cannot_be_meant(
    arguments: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(folder), *arguments]) == USAGE
    assert capsys.readouterr().err.startswith(f"bilateral: {told}")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["parse", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["parse", "--published", "yesterday"], "'yesterday' is no date like 2025-11-12"),
        (["parse", "--jobs", "-1"], "-1 processes"),
        (["parse", "--jobs", "many"], "invalid _jobs value"),
        (["parse", "--table", "wars"], "invalid choice: 'wars'"),
    ],
)
def test_arguments_that_are_refused(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == USAGE
    assert told in capsys.readouterr().err


def test_output_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "a.txt" / "facts.json"
    assert main(["parse", str(folder / "b.txt"), "--format", "json", "-o", str(out)]) == FAILED
    assert capsys.readouterr().err.startswith("bilateral: ")


def test_an_interrupt_ends_quietly(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workers, "parse", interrupt)
    assert main(["parse", str(folder)]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


# -- the other commands ---------------------------------------------------------------------------


def test_explain_one_fact(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "b.txt"), "--fact", "2"]) == OK
    assert capsys.readouterr().out == "# 2\nrule of EconomicIndicator\n\n"


def test_explain_all_facts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "b.txt")]) == OK
    assert capsys.readouterr().out.count("rule of") == 7


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("b.txt", "8", "there is no fact 8: the article has facts 1 to 7"),
        ("b.txt", "0", "there is no fact 0"),
        ("a.txt", "1", "there is no fact 1: the article has no facts"),
    ],
)
def test_explaining_a_fact_that_is_not_there(
    name: str, number: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(folder / name), "--fact", number]) == USAGE
    assert told in capsys.readouterr().err


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == OK
    assert json.loads(capsys.readouterr().out) == bilateral.json_schema()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert (caught.value.code, capsys.readouterr().out) == (OK, f"bilateral {bilateral.__version__}\n")


# -- in a process of its own ----------------------------------------------------------------------


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": "src", "LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bilateral", *arguments], env=environment, check=False, **options
    )


def test_output_is_utf8_in_any_locale() -> None:
    done = run("parse", "--format", "json", input="Őrizetlen.".encode(), capture_output=True)
    assert (done.returncode, done.stderr) == (OK, b"")
    assert json.loads(done.stdout.decode("utf-8"))["text"] == "Őrizetlen."


def test_several_processes_give_the_same(folder: Path) -> None:
    for number in range(30):
        text = f"Szám: {number}." if number % 7 else "\x01"
        (folder / f"n{number:02}.txt").write_text(text, encoding="utf-8")
    command = ("parse", str(folder), "--format", "jsonl", "--jobs")
    one, two = (run(*command, jobs, capture_output=True) for jobs in "12")
    assert (one.returncode, one.stdout) == (two.returncode, two.stdout)
    assert sorted(one.stderr.splitlines()) == sorted(two.stderr.splitlines())
    assert (one.returncode, len(one.stdout.splitlines())) == (FAILED, 33 - 5)


def test_a_reader_that_has_enough_is_no_error() -> None:
    end_for_reading, end_for_writing = os.pipe()
    os.close(end_for_reading)
    with os.fdopen(end_for_writing, "wb") as closed:
        done = run("schema", stdout=closed, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (OK, b"")
