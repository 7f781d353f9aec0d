"""Cells as a file holds them, before anyone knows which row is the header."""

from __future__ import annotations

from dataclasses import dataclass

from importers.files.table import Problem

# ((first row, first column), (last row, last column)): rows from 1 as shown, columns from 0
Merged = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """A row that holds something; `number` as a spreadsheet program shows it."""

    number: int
    cells: tuple[str, ...]
    struck: bool = False
    """Struck out as a whole: how offices delete a row without losing it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A sheet as it stands: rows of unequal length without the empty ones, and which cells are merged."""

    name: str
    rows: tuple[GridRow, ...]
    merged: tuple[Merged, ...]
    problems: tuple[Problem, ...] = ()


def column_letters(index: int) -> str:
    """The name a spreadsheet program gives to a column counted from 0.

    >>> column_letters(0), column_letters(27), column_letters(16383)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The inverse of `column_letters`.

    >>> column_index("XFD")
    16383
    """
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
