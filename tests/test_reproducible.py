"""The same bytes come out whatever the locale, the time zone, the hash seed and the version of Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_SCRIPT = """
import sys, bilateral
from pathlib import Path
for file in sorted(Path("seeds").glob("*.txt")):
    article = bilateral.parse(file.read_text(encoding="utf-8"))
    lines = [bilateral.to_json(article), *map(str, article), *(f.describe(locale="hu") for f in article)]
    sys.stdout.buffer.write("\\n".join(lines).encode("utf-8", "surrogatepass"))
"""


def written(python: str = sys.executable, **settings: str) -> bytes:
    """What a fresh interpreter writes of the seed article."""
    environment = {**os.environ, "PYTHONPATH": "src", **settings}
    command = [python, "-c", _SCRIPT]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout  # noqa: S603


@pytest.fixture(scope="module")
def usual() -> bytes:
    return written()


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_hash_seeds(seed: str, usual: bytes) -> None:
    assert len(usual) > 10_000
    assert written(PYTHONHASHSEED=seed) == usual


@pytest.mark.parametrize("locale", ["C", "hu_HU.ISO-8859-2", "tr_TR.UTF-8"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_locales_and_time_zones(locale: str, zone: str, usual: bytes) -> None:
    assert written(LC_ALL=locale, LANG=locale, TZ=zone, PYTHONUTF8="0") == usual


def test_without_asserts(usual: bytes) -> None:
    assert written(PYTHONOPTIMIZE="2") == usual


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_versions_of_python(version: str, usual: bytes, tmp_path: Path) -> None:
    python = _python(version)
    if python is None:
        pytest.skip(f"no Python {version} here")
    subprocess.run([python, "-m", "venv", tmp_path / "venv"], check=True)  # noqa: S603 - a Python of the system
    own = str(tmp_path / "venv" / "bin" / "python")
    install = [own, "-m", "pip", "install", "--quiet", "attrs", "babel", "cattrs", "python-dateutil"]
    subprocess.run(install, check=True)  # noqa: S603
    assert written(own) == usual


def _python(version: str) -> str | None:
    """That version, on the path or among those of pyenv; one that starts."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python{version}"), *map(str, pyenv.glob(f"{version}.*/bin/python"))]
    for python in filter(None, found):
        check = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        done = subprocess.run(check, capture_output=True, text=True, check=False)  # noqa: S603
        if done.stdout.strip() == version:
            return python
    return None
