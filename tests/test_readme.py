"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from bilateral.cli.arguments import command_line

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_gives_the_output_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```pycon\n(.*?)```", README, re.DOTALL)
    test = doctest.DocTestParser().get_doctest(example.replace("\n\n", "\n"), {}, "README", None, 0)
    # Babel's typographic spaces are shown as plain ones
    runner = doctest.DocTestRunner(_PlainSpaces(), optionflags=doctest.NORMALIZE_WHITESPACE)
    outcome = runner.run(test)
    assert outcome.attempted > 10
    assert outcome.failed == 0


class _PlainSpaces(doctest.OutputChecker):
    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        plain = str.maketrans("\xa0\u2009\u202f", "   ")
        return super().check_output(want.translate(plain), got.translate(plain), optionflags)


def commands() -> list[str]:
    return re.findall(r"^bilateral (.*?)\s*(?:#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("command", commands())
def test_the_commands_are_ones_that_there_are(command: str) -> None:
    arguments = [argument.strip("'") for argument in command.split()]
    assert command_line().parse_args(arguments).command == arguments[0]


def test_make_has_the_recipes_that_are_named() -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"^make (\w+)", README, re.MULTILINE)
    assert named == ["demo", "test"]
    assert all(f"\n{name}:" in recipes for name in named)


def test_the_commands_stand_in_the_first_screen_above_the_example() -> None:
    first = README.splitlines()[:24]
    assert first.index("```pycon") > max(n for n, line in enumerate(first) if line.startswith("make "))
