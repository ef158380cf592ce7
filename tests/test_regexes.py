"""No regular expression of the package can be made to search for long.

Each is searched in texts made for it: what one of its repeated parts accepts, many times over, and then
something that it does not accept. That is where an expression that can go wrong tries every way to divide the
repeats among its parts.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]  # the parse tree has no public form
from re import _parser as trees  # type: ignore[attr-defined]
from time import process_time
from typing import Any, NamedTuple

import pytest

import bilateral

SIZES = (16, 20, 24, 28, 100, 1_000, 4_000)
"""The short ones show an exponential expression before it can hang the test."""
SECONDS_PER_CHARACTER = 50e-6
LEAST_SECONDS = 0.05

_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_ANCHORED = ("match", "fullmatch")
_LONG = 8
"""A repeat of at most so many cannot go wrong by itself."""
_COMMON = ("a", "A", "1", " ", "-", ",", ".", "\n", '"', "–", "a ", "1.", "a-", "Aa ", "1,", "a.", "a@")
_ENDINGS = ("\x00", "!", "\n", "a\x00")
_INLINE = {"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


class Used(NamedTuple):
    """An expression and the ways in which its module applies it."""

    pattern: re.Pattern[Any]
    methods: frozenset[str]

    def __call__(self, text: str) -> None:
        data = text if isinstance(self.pattern.pattern, str) else text.encode("utf-8")
        for method in sorted(self.methods):
            getattr(self.pattern, method if method in _ANCHORED else "search")(data)


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(bilateral.__path__, "bilateral."):
        if found.name == "bilateral.__main__":
            continue
        try:
            yield importlib.import_module(found.name)
        except bilateral.ExtraMissingError:
            continue  # it is tested where its extra is installed


@cache
def expressions() -> dict[str, Used]:
    """Every expression that a module holds or compiles on the way."""
    found: dict[str, Used] = {}
    for module in modules():
        source = Path(module.__file__).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and re.search(rf"^{name}\b.*=", source, re.MULTILINE):
                methods = frozenset(re.findall(rf"\b{name}\.(\w+)", source))
                found[f"{module.__name__}.{name}"] = Used(value, methods or frozenset({"search"}))
        for line, method, pattern in inline(source):
            found[f"{module.__name__}:{line}"] = Used(re.compile(pattern), frozenset({method}))
    return found


def inline(source: str) -> Iterator[tuple[int, str, str]]:
    """The expressions that are written where they are used."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), attr), [ast.Constant(str() as pattern), *_]) if (
                attr in _INLINE
            ):
                yield node.lineno, attr, pattern


def sample(tree: Any, choice: int) -> str:
    """A text that the parsed expression accepts; ``choice`` says which of its alternatives to take."""
    return "".join(_of_node(op, value, choice) for op, value in tree)


def _of_node(op: Any, value: Any, choice: int) -> str:
    if op in _REPEATS:
        return sample(value[2], choice) * max(1, int(value[0]))
    return _SAMPLES[op](value, choice) if op in _SAMPLES else ""


def _of_set(items: Any, choice: int) -> str:
    op, value = items[choice % len(items)]
    if op is ops.NEGATE:
        banned = {value for op, value in items[1:] if op is ops.LITERAL}
        classes = {value for op, value in items[1:] if op is ops.CATEGORY}
        letter = "a" if ops.CATEGORY_NOT_WORD in classes or ops.CATEGORY_WORD not in classes else ";"
        return letter if ord(letter) not in banned else "b"
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.RANGE:
        return chr(value[0])
    return {ops.CATEGORY_DIGIT: "1", ops.CATEGORY_SPACE: " ", ops.CATEGORY_NOT_WORD: ";"}.get(value, "a")


_SAMPLES: dict[Any, Callable[[Any, int], str]] = {
    ops.LITERAL: lambda value, _: chr(value),
    ops.IN: _of_set,
    ops.SUBPATTERN: lambda value, choice: sample(value[3], choice),
    ops.ATOMIC_GROUP: sample,
    ops.BRANCH: lambda value, choice: sample(value[1][choice % len(value[1])], choice),
    ops.ANY: lambda _, choice: "a1"[choice % 2],
    ops.NOT_LITERAL: lambda value, _: "a" if value != ord("a") else "b",
}


def repeated(tree: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The parts that repeat without a narrow bound, each with a text that leads to it."""
    for op, value in tree:
        if op in _REPEATS:
            if value[1] > _LONG:
                yield before, value[2]
            yield from repeated(value[2], before)
        elif op is ops.SUBPATTERN:
            yield from repeated(value[3], before)
        elif op is ops.ATOMIC_GROUP:
            yield from repeated(value, before)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from repeated(branch, before)
        before += _of_node(op, value, 0)


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Beginnings, pumps and endings."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = trees.parse(text, pattern.flags & ~re.UNICODE)
    made = {(lead, sample(body, choice)) for lead, body in repeated(tree) for choice in range(6)}
    pumps = {*made, *(("", pump) for _, pump in made), *(("", pump) for pump in _COMMON)}
    return [(lead, pump, end) for (lead, pump), end in product(sorted(pumps), _ENDINGS) if pump]


@pytest.mark.parametrize("name", expressions())
def test_no_text_makes_it_search_for_long(name: str) -> None:
    used = expressions()[name]
    for lead, pump, ending in attacks(used.pattern):
        for size in SIZES:
            text = lead + pump * (size // len(pump) + 1) + ending
            start = process_time()
            used(text)
            seconds = process_time() - start
            assert seconds < max(LEAST_SECONDS, len(text) * SECONDS_PER_CHARACTER), (lead, pump, ending, size)


@pytest.mark.parametrize("bad", [r"(a+)+$", r"(\w+\s?)*;", r"(?:a|a)*b", r"(\d+,?)+x", r"(?:.*,)*x"])
def test_the_test_finds_what_is_bad(bad: str) -> None:
    used = Used(re.compile(bad), frozenset({"match"}))

    def is_slow(lead: str, pump: str, ending: str) -> bool:
        for size in SIZES:
            text = lead + pump * (size // len(pump) + 1) + ending
            start = process_time()
            used(text)
            if process_time() - start > max(LEAST_SECONDS, len(text) * SECONDS_PER_CHARACTER):
                return True
        return False

    assert any(is_slow(*attack) for attack in attacks(used.pattern))


def test_every_expression_is_found() -> None:
    methods = [used.methods for used in expressions().values()]
    assert len(methods) > 30
    assert {"search", "match", "fullmatch", "finditer", "sub"} <= frozenset().union(*methods)
