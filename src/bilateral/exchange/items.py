"""Files of many JSON objects, one to a line or all in one array; read as they are taken."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from itertools import count
from os import PathLike
from pathlib import Path
from typing import IO, Final, NamedTuple, TypeVar

from bilateral.errors import DocumentError, Problem
from bilateral.exchange.json import MAX_BYTES, load

_T = TypeVar("_T")

_CHUNK: Final = 2**16
"""Characters of an array that are read at first; twice as many where an item is longer."""
_SPACE: Final = " \t\r\n"
_BLANK: Final = _SPACE.encode()
_DECODER: Final = json.JSONDecoder()


class Item(NamedTuple):
    """One object of a file.

    Attributes:
        value: what it holds, plain values.
        place: where it begins, for errors: file and line.
        path: its path in the document: ``"$"``, or ``"$[2]"`` in an array.
    """

    value: object
    place: str
    path: str

    def read(self, reader: Callable[[object], _T]) -> _T:
        """What a reader makes of the object.

        Raises:
            DocumentError: the reader's, with the place before each path.
        """
        try:
            return reader(self.value)
        except DocumentError as error:
            raise _placed(error, self.place, self.path) from None


def items(file: str | PathLike[str]) -> Iterator[Item]:
    """The objects of a file, one after the other.

    A file whose first character is ``[`` is an array, any other has an object on each line that is not blank.
    ``MAX_BYTES`` and ``MAX_DEPTH`` of :mod:`bilateral.exchange.json` hold for each object; the file may have
    any length.

    Raises:
        DocumentError: something is no JSON or no UTF-8; names file and line.
        OSError: the file cannot be read.
    """
    path = Path(file)
    if _is_array(path):
        with path.open(encoding="utf-8-sig", newline="\n") as text:
            yield from _Array(text, path.name).items()
    else:
        with path.open("rb") as stream:
            yield from _lines(stream, path.name)


def _is_array(path: Path) -> bool:
    with path.open("rb") as stream:
        piece = stream.read(len(BOM_UTF8)).removeprefix(BOM_UTF8)
        while not piece.strip(_BLANK):
            piece = stream.read(_CHUNK)
            if not piece:
                return False
        return piece.lstrip(_BLANK).startswith(b"[")


def _lines(stream: IO[bytes], name: str) -> Iterator[Item]:
    for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES + 1), b""), start=1):
        if line.strip(_BLANK):
            place = f"{name}, line {number}"
            try:
                yield Item(load(line), place, "$")
            except DocumentError as error:
                raise _placed(error, place, "$") from None


class _Array:
    """The items of an array, of which no more than one and a piece of the next are held."""

    def __init__(self, stream: IO[str], name: str) -> None:
        self._stream = stream
        self._name = name
        self._text = ""
        self._line = 1

    def items(self) -> Iterator[Item]:
        self._expect("[")
        if self._next() == "]":
            self._drop(1)
        else:
            yield from self._separated()
        if self._next():
            raise self._refusal("$", "no JSON: more after the end of the array")

    def _separated(self) -> Iterator[Item]:
        for number in count():
            self._next()
            place, path = f"{self._name}, line {self._line}", f"$[{number}]"
            yield Item(self._item(path), place, path)
            if self._expect(",]") == "]":
                return

    def _item(self, path: str) -> object:
        end = self._end(path)
        try:
            value = load(self._text[:end])
        except DocumentError as error:
            raise _placed(error, f"{self._name}, line {self._line}", path) from None
        self._drop(end)
        return value

    def _end(self, path: str) -> int:
        """Where the item ends that begins here; reads as far as it needs to know."""
        size = _CHUNK
        while True:
            try:
                return _DECODER.raw_decode(self._text)[1]
            except json.JSONDecodeError as error:
                # damaged, or not yet there as a whole
                if len(self._text) > MAX_BYTES or not self._more(size):
                    raise self._refusal(path, f"no JSON: {error.msg}") from None
                size *= 2
            except (RecursionError, ValueError) as error:
                raise self._refusal(path, f"no JSON: {error}") from None

    def _expect(self, characters: str) -> str:
        found = self._next()
        if not found or found not in characters:
            raise self._refusal("$", f"no JSON: expected {' or '.join(characters)}")
        self._drop(1)
        return found

    def _next(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            self._drop(len(self._text) - len(self._text.lstrip(_SPACE)))
            if self._text or not self._more(_CHUNK):
                return self._text[:1]

    def _more(self, size: int) -> bool:
        try:
            read = self._stream.read(size)
        except UnicodeDecodeError as error:
            raise self._refusal("$", f"no UTF-8: {error.reason}") from None
        self._text += read
        return bool(read)

    def _drop(self, length: int) -> None:
        self._line += self._text.count("\n", 0, length)
        self._text = self._text[length:]

    def _refusal(self, path: str, message: str) -> DocumentError:
        return DocumentError([Problem(f"{self._name}, line {self._line}: {path}", message)])


def _placed(error: DocumentError, place: str, path: str) -> DocumentError:
    """The error with the place in the file before each path in the object."""
    return DocumentError(
        Problem(f"{place}: {path}{problem.path.removeprefix('$')}", problem.message)
        for problem in error.problems
    )
