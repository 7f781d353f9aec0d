"""CSV as it is met: any of four separators, a `sep=` line, quotes over several lines, mixed encodings."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from importers.files.encoding import decode, looks_twice_encoded
from importers.files.grid import Grid, GridRow
from importers.files.limits import CELL_CHARS, COLUMNS, LINE_CHARS, ROWS
from importers.files.table import Problem, ReadError

SEPARATORS = (";", ",", "\t", "|")
_SEP_LINE = re.compile(r'\A"?sep=(.)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_SAMPLE_RECORDS = 60
_SAMPLE_CHARS = 200_000


def read_csv(content: bytes, *, encoding: str | None = None, separator: str | None = None) -> tuple[Grid, str, str]:
    """(rows as they stand, encoding, separator). Rows are numbered as a spreadsheet program numbers them."""
    text, encoding, odd_lines = decode(content, encoding)
    told = _SEP_LINE.match(text)
    if told:
        text = text[told.end() :]
        odd_lines = frozenset(line - 1 for line in odd_lines)
    _refuse_long_lines(text)
    separator = separator or (told.group(1) if told else guess_separator(text))
    if len(separator) != 1 or separator in '"\r\n ':
        raise ReadError("read.bad_separator", separator=separator)
    problems: list[Problem] = []
    rows = tuple(_rows(text, separator, encoding, odd_lines, problems))
    twice = looks_twice_encoded(text)
    if twice:
        problems.append(Problem(code="read.twice_encoded", params={"count": twice}))
    return Grid(name="", rows=rows, merged=(), problems=tuple(problems)), encoding, separator


def guess_separator(text: str) -> str:
    """The separator that cuts most records into the same, large number of cells; ";" when none cuts."""
    return max(SEPARATORS, key=lambda separator: _evenness(text[:_SAMPLE_CHARS], separator))


def _evenness(sample: str, separator: str) -> float:
    try:
        records = [len(record) for record in islice(_reader(sample, separator), _SAMPLE_RECORDS) if record]
    except csv.Error:
        return 0.0
    widths = Counter(width for width in records if width > 1)
    if not widths:
        return 0.0
    return max(often / len(records) * (1 - 1 / width) for width, often in widths.items())


def _refuse_long_lines(text: str) -> None:
    start = 0
    for found in re.finditer(r"[\r\n]|\Z", text):
        if found.start() - start > LINE_CHARS:
            raise ReadError("read.line_too_long", row=text.count("\n", 0, start) + 1, limit=LINE_CHARS)
        start = found.end()


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_CHARS)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


class _Lines(Iterator[str]):
    """The physical lines of a text; remembers those of the record that is being read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.number = 0
        self.record: list[str] = []

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self.record.append(line)
        return line

    def take(self) -> list[str]:
        """The lines of the record that was just read."""
        record, self.record = self.record, []
        return record


def _rows(
    text: str, separator: str, encoding: str, odd_lines: frozenset[int], problems: list[Problem]
) -> Iterator[GridRow]:
    lines = _Lines(text)
    width, last = 0, [""]
    for number, record in _records(lines, separator):
        last = lines.take()
        if not any(record):
            continue
        _refuse_beyond_limits(number, record)
        if odd_lines and not odd_lines.isdisjoint(range(lines.number - len(last) + 1, lines.number + 1)):
            problems.append(Problem(code="read.mixed_encoding", params={"encoding": encoding}, row=number))
        if len(last) > 1:
            problems.extend(_swallowed_lines(number, record, separator, width))
        width = max(width, len(record))
        yield GridRow(number=number, cells=tuple(record))
    if len(last) > 1 and _ends_in_quote("".join(last), separator):
        raise ReadError("read.open_quote", row=number)


def _records(lines: _Lines, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(CELL_CHARS)
    reader = csv.reader(lines, delimiter=separator)
    for number in count(1):
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _as_read_error(number, lines) from error


def _as_read_error(number: int, lines: _Lines) -> ReadError:
    if len(lines.record) > 1:
        return ReadError("read.open_quote", row=number)
    return ReadError("read.cell_too_long", row=number, limit=CELL_CHARS)


def _refuse_beyond_limits(number: int, record: list[str]) -> None:
    if number > ROWS:
        raise ReadError("read.too_many_rows", limit=ROWS)
    if len(record) > COLUMNS and any(record[COLUMNS:]):
        raise ReadError("read.too_many_columns", row=number, count=len(record), limit=COLUMNS)


def _swallowed_lines(number: int, record: list[str], separator: str, width: int) -> Iterator[Problem]:
    """A quote closed too late takes whole records into one cell; they still carry their separators."""
    for cell in record:
        lines = cell.count("\n")
        if lines and width > 2 and cell.count(separator) >= (width - 1) * lines:
            yield Problem(code="read.swallowed_lines", params={"count": lines}, row=number)


def _ends_in_quote(record: str, separator: str) -> bool:
    """The csv module ends an open quote with the file in silence; reading the record strictly tells."""
    try:
        list(csv.reader(io.StringIO(record, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
