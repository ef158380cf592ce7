"""The layers import one way only, and importing the package costs next to nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

import bilateral

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def test_imports_go_down_only() -> None:
    done = subprocess.run(  # noqa: S603 - our own tools
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def python(script: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout  # noqa: S603


def test_importing_loads_nothing_of_ours_and_nobody_elses() -> None:
    loaded = python("import bilateral, sys; print(*sorted(sys.modules))").split()
    assert [
        name for name in loaded if name.partition(".")[0] in {"attrs", "cattrs", "babel", "dateutil"}
    ] == []
    ours = {name for name in loaded if name.startswith("bilateral")}
    assert ours == {"bilateral", "bilateral.model", "bilateral.model.display"}


def test_importing_is_quick() -> None:
    def seconds() -> float:
        start = perf_counter()
        python("import bilateral")
        return perf_counter() - start

    bare = min(_seconds_of_bare_python() for _ in range(3))
    assert min(seconds() for _ in range(3)) - bare < 0.15


def _seconds_of_bare_python() -> float:
    start = perf_counter()
    python("pass")
    return perf_counter() - start


@pytest.mark.parametrize("name", bilateral.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(bilateral, name) is not None
    assert name in dir(bilateral)


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'bilateral' has no attribute 'war'"):
        bilateral.war  # noqa: B018 - asking is the test


def test_public_names_are_typed() -> None:
    """What is loaded lazily is declared for type checkers too."""
    source = (ROOT / "src" / "bilateral" / "__init__.py").read_text(encoding="utf-8")
    declared = {
        line.split(" as ")[-1] for line in source.splitlines() if line.startswith("    from bilateral.")
    }
    assert declared == set(bilateral.__all__) - {"__version__"}


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "src" / "bilateral" / "py.typed").exists()
