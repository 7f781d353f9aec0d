"""Which row says what the columns are: below titles and notes, in one row or in two merged ones.

Every row near the top is weighed, alone and together with the row below it: how much of the table's width it fills, how
much its cells look like headings, how many are words the vocabulary knows, and whether what stands beneath is of
another make. A wrong guess is corrected on the page, so nothing here refuses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from importers.files.grid import Grid, GridRow, Merged, column_letters

_LOOK_AT_ROWS = 30
_LOOK_BENEATH = 12
_JUDGE_WIDTH_BY = 200
_THRESHOLD = 1.0
_VALUE_MALUS = 0.5  # a mail address or telephone number stands in a row of data
_PAIR_BONUS = 0.1
_FIRST_FULL_ROW_BONUS = 0.4  # most lists begin with their header
_FULL = 0.6
_LONGEST_HEADING = 60
_VALUE = re.compile(
    r"""[\d\s.,:;/()+€%-]+$           # numbers, dates, telephone numbers, times
    |\S+@\S+\.\S+$                    # a mail address
    |(?:https?://|www\.)\S+$          # an address on the web
    |\d{5}\s+\w                       # postcode and town
    |.*(?:str\.?|straße|strasse|weg|platz|allee|gasse|ring|markt)\s*\d+\s?[a-z]?\b
    |.*\d{1,2}[.:]\d{2}\s*(?:Uhr|-|–) # opening hours
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER_A_HEADING = re.compile(r"\S+@\S+\.\S+$|https?://|[+0][\d /()-]{6,}$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The headings found and which columns have one of their own.

    `first` and `last` are positions in `grid.rows`, None when there is no header.
    """

    headings: tuple[str, ...]
    named: frozenset[int]
    first: int | None
    last: int | None


def find_header(grid: Grid, known: frozenset[str] = frozenset(), row: int | None = None) -> Header:
    """The header of a grid; `known` are heading words, `row` a number a person chose (0: none)."""
    known = frozenset(map(folded, known))
    rows = [row_.cells for row_ in grid.rows]
    width = max((len(cells) for cells in rows), default=0)
    if row is not None:
        return _chosen(grid, row, width, known)
    weighed = [
        (weight, -position, _header(grid, position, last, width, known))
        for position in range(min(_LOOK_AT_ROWS, len(rows)))
        for last in _last_rows(grid, position, known)
        if (weight := _weight(grid, position, last, width, known)) >= _THRESHOLD
    ]
    if not weighed:
        return _no_header(width)
    return max(weighed, key=lambda found: found[:2])[2]


def folded(word: str) -> str:
    """A heading as it is compared: lower case, letters and digits only.

    >>> folded("E-Mail:")
    'email'
    """
    return re.sub(r"[\W_]+", "", word.casefold())


def _chosen(grid: Grid, number: int, width: int, known: frozenset[str]) -> Header:
    at = next((position for position, row in enumerate(grid.rows) if row.number == number), None)
    if at is None:
        return _no_header(width)
    above = at - 1 if at and at in _last_rows(grid, at - 1, known) else at
    return _header(grid, above, at, width, known)


def _last_rows(grid: Grid, position: int, known: frozenset[str]) -> tuple[int, ...]:
    """The rows a header that begins here may end at: itself, and the next when the two read as group and part."""
    below = position + 1
    if below >= len(grid.rows) or grid.rows[below].number != grid.rows[position].number + 1:
        return (position,)
    return (position, below) if _is_pair(grid, grid.rows[position], grid.rows[below], known) else (position,)


def _is_pair(grid: Grid, upper: GridRow, lower: GridRow, known: frozenset[str]) -> bool:
    parts = [cell for cell in lower.cells if cell]
    if not parts or sum(map(_looks_like_heading, parts)) < len(parts):
        return False
    if sum(1 for cell in upper.cells if cell) < 2 and not (_spans(grid.merged, upper) and len(parts) > 1):
        return False
    if _spans(grid.merged, upper) or _reaches_down(grid.merged, upper):
        return True
    known_parts = sum(1 for cell in parts if folded(cell) in known)
    under_group = any(part and not group for group, part in _zipped(upper.cells, lower.cells))
    return under_group and 2 * known_parts >= len(parts)


def _spans(merged: Sequence[Merged], row: GridRow) -> bool:
    """Whether a heading stretches over several columns of this row, but not over all of them as a title does."""
    return any(
        first[0] == row.number == last[0] and last[1] > first[1] and sum(1 for cell in row.cells if cell) > 1
        for first, last in merged
    )


def _reaches_down(merged: Sequence[Merged], row: GridRow) -> bool:
    return any(first[0] == row.number and last[0] == row.number + 1 for first, last in merged)


def _weight(grid: Grid, first: int, last: int, width: int, known: frozenset[str]) -> float:
    words = _words(grid, first, last, width)
    named = [word for word in words if word]
    used = max(1, _used_columns(grid, last, width))
    if len(named) < min(2, used) or len(set(named)) * 2 < len(named):
        return 0.0
    beneath = [row.cells for row in grid.rows[last + 1 : last + 1 + _LOOK_BENEATH]]
    fill = min(1.0, len(named) / used)
    alike = sum(map(_looks_like_heading, named)) / len(named)
    familiar = sum(1 for word in named if _is_known(word, known)) / len(named)
    other = _share_of_other_make(words, beneath)
    bonus = _PAIR_BONUS * (last > first) + _FIRST_FULL_ROW_BONUS * _nothing_full_above(grid, first, used)
    malus = _VALUE_MALUS * any(map(_NEVER_A_HEADING.match, named))
    return fill * 0.8 + alike * 0.8 + familiar * 1.5 + other * 0.5 + bonus - malus - 0.7


def _nothing_full_above(grid: Grid, first: int, used: int) -> bool:
    return all(sum(1 for cell in row.cells if cell) < _FULL * used for row in grid.rows[:first])


def _is_known(word: str, known: frozenset[str]) -> bool:
    return folded(word) in known or any(folded(part) in known for part in re.split(r"[\s/,-]+", word) if len(part) > 2)


def _looks_like_heading(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST_HEADING
        and bool(_LETTER.search(cell))
        and not _VALUE.match(cell)
        and not (cell.endswith((".", "!")) and cell.count(" ") > 1)  # "Tel." is a heading, a sentence none
    )


def _used_columns(grid: Grid, last: int, width: int) -> int:
    rows = [row.cells for row in grid.rows[last : last + _JUDGE_WIDTH_BY]]
    return sum(1 for column in range(width) if any(len(cells) > column and cells[column] for cells in rows))


def _share_of_other_make(words: Sequence[str], beneath: Sequence[tuple[str, ...]]) -> float:
    """The share of columns whose cells mostly don't look like headings, or repeat, unlike the word above."""
    differing = judged = 0
    for column, word in enumerate(words):
        cells = [row[column] for row in beneath if len(row) > column and row[column]]
        if not word or not cells or not _looks_like_heading(word):
            continue
        judged += 1
        values = sum(1 for cell in cells if not _looks_like_heading(cell))
        differing += 2 * values > len(cells) or (len(cells) > 2 and len(set(cells)) * 2 <= len(cells))
    return differing / judged if judged else 0.0


def _header(grid: Grid, first: int, last: int, width: int, known: frozenset[str]) -> Header:
    words = _words(grid, first, last, width, known)
    named = frozenset(column for column, word in enumerate(words) if word)
    return Header(headings=_numbered(words), named=named, first=first, last=last)


def _no_header(width: int) -> Header:
    return Header(headings=_numbered([""] * width), named=frozenset(), first=None, last=None)


def _words(grid: Grid, first: int, last: int, width: int, known: frozenset[str] = frozenset()) -> list[str]:
    lower = _padded(grid.rows[last].cells, width)
    if first == last:
        return [_one_line(word) for word in _spread(grid.rows[first], grid.merged, width)]
    upper = _spread_over(grid.rows[first], lower, grid.merged, width)
    alone = Counter(folded(word) for word in lower if word)
    return [_joined(_one_line(u), _one_line(w), alone, known) for u, w in zip(upper, lower, strict=True)]


def _joined(group: str, part: str, alone: Counter[str], known: frozenset[str]) -> str:
    """ "Kontakt" over "Telefon" is Telefon; "Träger" over "Name" beside another "Name" is Träger Name."""
    if not group or not part or folded(group) == folded(part):
        return part or group
    if folded(part) in known and alone[folded(part)] == 1:
        return part
    return f"{group} {part}"


def _spread(row: GridRow, merged: Sequence[Merged], width: int) -> list[str]:
    """A row's cells, a merged one repeated over its columns."""
    cells = _padded(row.cells, width)
    for (top, left), (bottom, right) in merged:
        if top <= row.number <= bottom and left < width and cells[left]:
            for column in range(left, min(right, width - 1) + 1):
                cells[column] = cells[column] or cells[left]
    return cells


def _spread_over(row: GridRow, lower: Sequence[str], merged: Sequence[Merged], width: int) -> list[str]:
    """The upper row's groups over their parts: by merged cells where the file tells, else to the next group."""
    if any(top == row.number for (top, _), _ in merged):
        return _spread(row, merged, width)
    cells = _padded(row.cells, width)
    group = ""
    for column, cell in enumerate(cells):
        group = cell or group
        if lower[column]:
            cells[column] = group
    return cells


def _numbered(words: Sequence[str]) -> tuple[str, ...]:
    """Headings that differ: a repeated one is numbered from 2, a missing one is called by its column."""
    seen: Counter[str] = Counter()
    headings: list[str] = []
    for column, word in enumerate(words):
        word = word or f"Spalte {column_letters(column)}"
        seen[word] += 1
        while seen[word] > 1 and f"{word} {seen[word]}" in words:
            seen[word] += 1
        headings.append(word if seen[word] == 1 else f"{word} {seen[word]}")
    return tuple(headings)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _one_line(word: str) -> str:
    """Headings are broken over lines to save width: "E-\\nMail", "Öffnungs-\\nzeiten" and "Name\\nOrt"."""
    word = re.sub(r"(\w)-\n(?=[a-zäöüß])", r"\1", word)
    return re.sub(r"\s+", " ", word.replace("-\n", "-")).strip().rstrip(":*").strip()


def _zipped(upper: Sequence[str], lower: Sequence[str]) -> list[tuple[str, str]]:
    width = max(len(upper), len(lower))
    return list(zip(_padded(upper, width), _padded(lower, width), strict=True))
