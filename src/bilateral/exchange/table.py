"""Facts as tables of text for the terminal, each with the words that it was read from."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from bilateral.exchange.grid import fits, grid, printable, squeezed
from bilateral.exchange.records import OFFSET_COLUMNS, article_row, fact_row, people_rows
from bilateral.model.facts import FACT_TYPES, AnyFact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.exchange.records import Cell, Row
    from bilateral.model.article import Article

WIDTH = 100
_INDENT = "   "


def to_text(article: Article, *, width: int = WIDTH) -> str:
    """The article's tables for people, empty tables and columns left out.

    Facts are numbered as in ``article.facts``, from 1; below each stand the words it was read from.

    Args:
        article: what to show.
        width: of the terminal, in characters.
    """
    blocks = [_header(article, width), _people(article, width)]
    blocks += [_facts(article, kind.TABLE, width) for kind in FACT_TYPES]
    return "\n\n".join(filter(None, blocks)) + "\n"


def words_read(article: Article, fact: AnyFact) -> str:
    """The words of the evidence from the first to the last that filled a field; empty without evidence."""
    whole = fact.evidence.span
    used = [span for spans in fact.evidence.fields.values() for span in spans if span in whole]
    if not used:
        return fact.evidence.quote
    return article.text[min(span.start for span in used) : max(span.end for span in used)]


def _header(article: Article, width: int) -> str:
    row = article_row(article)
    told = [[name, _show(row[name])] for name in row if name not in OFFSET_COLUMNS and row[name]]
    return "\n".join(line for lines in grid(told, width) for line in lines)


def _people(article: Article, width: int) -> str:
    return "\n".join(_table("people", people_rows(article), (), width))


def _facts(article: Article, table: str, width: int) -> str:
    numbered = [(number, fact) for number, fact in enumerate(article.facts, 1) if table == fact.TABLE]
    rows: list[Row] = [{"#": number, **fact_row(fact)} for number, fact in numbered]
    return "\n".join(_table(table, rows, [words_read(article, fact) for _, fact in numbered], width))


def _table(name: str, rows: Sequence[Row], quotes: Sequence[str], width: int) -> Iterator[str]:
    """Title, column names and rows; nothing for an empty table."""
    if not rows:
        return
    yield f"{name.upper()} ({len(rows)})"
    head, *body = _cells(rows)
    aside = squeezed([head, *body], width) if fits([head, *body], width) else []
    kept = [_without(line, aside) for line in (head, *body)]
    blocks = grid(kept, width) if fits(kept, width) else _records(kept, width)
    yield from next(blocks)
    for line, block, words in zip_longest(body, blocks, quotes, fillvalue=""):
        yield from block
        yield from _below([(head[n], line[n]) for n in aside if line[n]], printable(words), width)


def _cells(rows: Sequence[Row]) -> list[list[str]]:
    """The names of the columns that are not empty, then the rows."""
    named = [column for column in rows[0] if column not in OFFSET_COLUMNS]
    shown = [column for column in named if any(row[column] for row in rows)]
    return [shown, *([_show(row[column]) for column in shown] for row in rows)]


def _without(line: Sequence[str], aside: Sequence[int]) -> list[str]:
    return [cell for number, cell in enumerate(line) if number not in aside]


def _below(aside: Sequence[tuple[str, str]], words: str, width: int) -> Iterator[str]:
    """Under a row: what is too long for a column, and the words it was read from without that."""
    for name, text in aside:
        yield from _indented(f"{name}: ", text, width)
        words = words.replace(text, "…")
    if words:
        yield from _indented("« ", f"{words} »", width)


def _indented(head: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=_INDENT + head, subsequent_indent=_INDENT + "  ")


def _records(cells: Sequence[Sequence[str]], width: int) -> Iterator[list[str]]:
    """Each row by itself with its names, for a terminal too narrow for the columns."""
    names, *rows = cells
    yield []
    for row in rows:
        told = "; ".join(f"{name} {cell}" for name, cell in zip(names, row, strict=True) if cell)
        yield textwrap.wrap(told, width, subsequent_indent=_INDENT, break_on_hyphens=False)


def _show(cell: Cell) -> str:
    return printable(", ".join(cell) if isinstance(cell, list) else "" if cell is None else str(cell))
