"""Looks into a packed workbook before anyone unpacks it whole: bombs, forged directories, entities, far cells.

calamine holds a sheet densely, so two cells far apart cost as much as all between; they are found here first.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from importers.files.grid import column_index
from importers.files.limits import (
    CELLS,
    COLUMNS,
    RATIO_MATTERS_FROM,
    ROWS,
    UNPACKED_BYTES,
    UNPACKED_PART_BYTES,
    UNPACKED_RATIO,
    ZIP_PARTS,
)
from importers.files.table import ReadError

_CHUNK = 1 << 20
_OVERLAP = 200
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,7})([0-9]{1,12})["']""")
_REPEATED = re.compile(
    rb"""<table:(table-cell|covered-table-cell|table-row)\b([^>]*?)number-(columns|rows)-repeated\s*=\s*["']([0-9]{1,12})["']([^>]*)>"""
)


def check_parts(content: bytes, format: str) -> None:
    """ReadError when unpacking this file would cost more than a list may, or when it holds what no list holds."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            _refuse_bombs(parts)
            for part in parts.infolist():
                if part.filename.lower().endswith((".xml", ".rels")):
                    with parts.open(part) as stream:
                        _check_part(stream, part.filename, format)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise ReadError("read.damaged_workbook") from error


def _refuse_bombs(parts: zipfile.ZipFile) -> None:
    entries = parts.infolist()
    if len(entries) > ZIP_PARTS or sum(part.file_size for part in entries) > UNPACKED_BYTES:
        raise ReadError("read.bomb", limit=UNPACKED_BYTES // 2**20)
    for part in entries:
        packs_too_well = part.file_size > UNPACKED_RATIO * max(1, part.compress_size)
        if part.file_size > UNPACKED_PART_BYTES or (packs_too_well and part.file_size > RATIO_MATTERS_FROM):
            raise ReadError("read.bomb", limit=UNPACKED_PART_BYTES // 2**20)


def _check_part(stream: IO[bytes], filename: str, format: str) -> None:
    is_sheet = format == "xlsx" and "/worksheets/" in filename
    is_content = format == "ods" and filename == "content.xml"
    if filename == "META-INF/manifest.xml":
        _refuse_encryption(stream)
        return
    rows, columns = 1, 1
    for chunk in _chunks(stream):
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            raise ReadError("read.entities")
        if is_sheet:
            rows, columns = _extent(chunk, rows, columns)
        elif is_content:
            _refuse_repetition(chunk)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that overlap, so that nothing sought is cut; reading to the end checks size and checksum."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk
        tail = (tail + chunk)[-_OVERLAP:]


def _refuse_encryption(stream: IO[bytes]) -> None:
    if b"encryption-data" in stream.read(_CHUNK):
        raise ReadError("read.password")


def _extent(chunk: bytes, rows: int, columns: int) -> tuple[int, int]:
    letters: set[bytes] = set()
    for found in _CELL.findall(chunk):
        letters.add(found[0])
        rows = max(rows, int(found[1]))
    columns = max([columns, *(column_index(name.decode().upper()) + 1 for name in letters)])
    if rows > ROWS or columns > COLUMNS or rows * columns > CELLS:
        far = max(_CELL.findall(chunk), key=lambda cell: (len(cell[0]), cell[0], int(cell[1])))
        cell = b"".join(far).decode().upper()
        raise ReadError("read.far_cell", cell=cell, columns=COLUMNS, rows=ROWS)
    return rows, columns


def _refuse_repetition(chunk: bytes) -> None:
    """Empty repeated cells to the sheet's edge are how every ODS ends; repeated contents are a bomb."""
    for found in _REPEATED.finditer(chunk):
        kind, before, axis, count, after = found.groups()
        limit = COLUMNS if axis == b"columns" else ROWS
        if int(count) <= limit:
            continue
        attributes = before + after
        filled = b"value" in attributes or not after.rstrip().endswith(b"/")
        if kind == b"table-row":
            filled = False
        if filled or int(count) > 2**24:
            raise ReadError("read.repetition", count=int(count), limit=limit)
