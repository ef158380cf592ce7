"""Reading the linguistic tables of ``bilateral/data``: tab-separated, one header line, checked."""

from __future__ import annotations

from importlib.resources import files

from bilateral.errors import DataFileError


def read_bytes(name: str) -> bytes:
    """The content of data file ``name``.

    Raises:
        DataFileError: if there is no such file.
    """
    try:
        return files("bilateral.data").joinpath(name).read_bytes()
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise DataFileError(name, "the file", "cannot be read") from error


def read_table(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of data file ``name``, which must have exactly ``columns``.

    Raises:
        DataFileError: for another header or a row with too few or too many cells.
    """
    lines = read_bytes(name).decode("utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise DataFileError(name, "line 1", f"expected the columns {', '.join(columns)}")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataFileError(name, f"line {number}", f"has {len(cells)} cells, expected {len(columns)}")
        rows.append(dict(zip(columns, cells, strict=True)))
    return rows
