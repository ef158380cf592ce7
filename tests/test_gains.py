"""The report of facts gained and lost tells what a change does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (
    "2025. május 6.\n\nA lengyel elnök kedden Rigában a lett elnökkel tárgyalt. A finn elnök Rigába látogat."
)


def gains(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "gains.py"), str(folder), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "news"


def test_the_same_run_differs_in_nothing(folder: Path, tmp_path: Path) -> None:
    saved = str(tmp_path / "saved.json")
    assert gains(folder, "--save", saved).returncode == 0
    again = gains(folder, "--against", saved, "--fail")
    assert again.returncode == 0, again.stderr
    assert not [line for line in again.stdout.splitlines() if line[0] in "+-~"]


def test_what_differs_is_told(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    gains(folder, "--save", str(saved))
    run = json.loads(saved.read_text(encoding="utf-8"))
    meeting = run["a.txt"]["meetings"][0]
    run["a.txt"]["meetings"] = [{**meeting, "kind": "summit"}, {**meeting, "start": 0, "end": 5}]
    run["a.txt"]["visits"] = []
    saved.write_text(json.dumps(run), encoding="utf-8")
    told = gains(folder, "--against", str(saved), "--fail")
    assert told.returncode == 1
    signs = [line.split("[")[0] for line in told.stdout.splitlines() if line[:1] in {"+", "-", "~"}]
    assert "~ meetings a.txt" in signs
    assert "- meetings a.txt" in signs
    assert "+ visits a.txt" in signs
    assert f"    kind: 'summit' -> {meeting['kind']!r}" in told.stdout
