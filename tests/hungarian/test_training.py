"""The script that trains the morphology, run on a handful of own sentences."""

from __future__ import annotations

import lzma
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from bilateral.hungarian.tagger import HEADER, Table, parse_table

SCRIPT = Path(__file__).parents[2] / "tools" / "train_morphology.py"
CORPUS = """\
# file = own
A\ta\tDET\tDefinite=Def|PronType=Art\tO
kormány\tkormány\tNOUN\tCase=Nom|Number=Sing\tO
aláírta\taláír\tVERB\tDefinite=Def|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\tO
az\taz\tDET\tDefinite=Def|PronType=Art\tO
egyezményt\tegyezmény\tNOUN\tCase=Acc|Number=Sing\tO
.\t.\tPUNCT\t_\tO

A\ta\tDET\tDefinite=Def|PronType=Art\tO
kormány\tkormány\tNOUN\tCase=Nom|Number=Sing\tO
aláírt\taláírt\tADJ\tCase=Nom|Degree=Pos|Number=Sing|VerbForm=PartPast\tO
Tarvában\tTarvában\tPROPN\tCase=Ine|Number=Sing\tB-LOC
?\t?\tX\t_\tO
"""


def train(folder: Path, name: str) -> bytes:
    corpus, output = folder / "corpus.tsv.xz", folder / name
    corpus.write_bytes(lzma.compress(CORPUS.encode("utf-8")))
    subprocess.run([sys.executable, SCRIPT, corpus, "-o", output], check=True, capture_output=True)  # noqa: S603
    return output.read_bytes()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    data = train(tmp_path_factory.mktemp("training"), "table.bin")
    head, _, packed = data.partition(b"\n\n")
    assert head.startswith(HEADER)
    return parse_table(zlib.decompress(packed).decode("utf-8"))


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    assert train(tmp_path, "one.bin") == train(tmp_path, "two.bin")


def test_forms_that_occur_twice_are_listed(table: Table) -> None:
    assert [guess.label.tag for guess in table.known("kormány")] == ["NOUN|Nom|S|||"]
    assert table.known("egyezményt") == ()


def test_other_forms_are_read_by_their_endings(table: Table) -> None:
    (guess,) = table.guess("tervezményt", capital=False)
    assert guess.label.tag == "NOUN|Acc|S|||"
    assert guess.label.lemma.apply("tervezményt") == "tervezmény"


def test_participles_lead_to_their_verb(table: Table) -> None:
    verbs = {guess.label.verb for guess in table.guess("aláírt", capital=False)}
    assert {edit.apply("aláírt") for edit in verbs if edit} == {"aláír"}


def test_names_left_inflected_by_the_corpus_get_their_nominative(table: Table) -> None:
    (guess,) = table.guess("Tarvában", capital=True)
    assert guess.label.lemma.apply("Tarvában") == "Tarva"


def test_the_context_model_knows_the_article(table: Table) -> None:
    article, nominative = table.states["DET~a"], table.states["NOUN|Nom|S"]
    assert table.weights[article][nominative] > table.weights[nominative][nominative]
