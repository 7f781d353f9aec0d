"""Which cells of a workbook are struck out: how offices delete a row without losing it. calamine tells no formats.

XLSX keeps fonts in styles.xml, and text of several fonts among the shared strings; ODS keeps styles beside its rows.
Run after `check_parts`, which has refused bombs and entities. Parts are read as streams; where nothing is struck,
the rows are hardly looked at.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.etree import ElementTree

from importers.files.grid import column_index
from importers.files.limits import COLUMNS, ROWS, STYLES_BYTES
from importers.files.table import ReadError

Cells = frozenset[tuple[int, int]]
"""(row from 1, column from 0)"""

_CHUNK, _OVERLAP = 1 << 20, 400
_AT = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_INLINE = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt\s*=\s*["']inlineStr["'][^>]*)>\s*<(?:\w+:)?is>(.*?)</(?:\w+:)?is>""", re.DOTALL
)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_STRIKE = re.compile(rb"""<(?:\w+:)?strike\b(?![^>]*\bval\s*=\s*["'](?:0|false)["'])""")
_OFF = frozenset({"0", "false", "none"})
_MOST_REPEATED = 1_000


def struck_cells(content: bytes, format: str) -> dict[str, Cells]:
    """The struck cells of each sheet by its name; empty for XLS. Raises ReadError: too many styles."""
    if format not in ("xlsx", "ods"):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return _of_xlsx(parts) if format == "xlsx" else _of_ods(parts)
    except (ElementTree.ParseError, zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError):
        return {}  # what is wrong with the file is told by the reader of its cells


def _of_xlsx(parts: zipfile.ZipFile) -> dict[str, Cells]:
    styles, texts = _struck_styles(parts), _struck_texts(parts)
    found = {name: frozenset(_cells(parts, path, styles, texts)) for name, path in _sheets(parts)}
    return {name: cells for name, cells in found.items() if cells}


def _struck_styles(parts: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of cell formats whose font is struck."""
    if "xl/styles.xml" not in parts.namelist():
        return frozenset()
    if parts.getinfo("xl/styles.xml").file_size > STYLES_BYTES:
        raise ReadError("read.too_many_styles")
    fonts: list[bool] = []
    styles: list[int] = []
    path: list[str] = []
    for event, element in ElementTree.iterparse(parts.open("xl/styles.xml"), ("start", "end")):
        tag = _local(element.tag)
        if event == "start":
            path.append(tag)
            continue
        path.pop()
        if tag == "font" and path[-1:] == ["fonts"]:
            fonts.append(_is_struck(element))
        elif tag == "xf" and path[-1:] == ["cellXfs"]:
            styles.append(int(element.get("fontId", "0")))
        if len(path) <= 2:
            element.clear()
    return frozenset(n for n, font in enumerate(styles) if font < len(fonts) and fonts[font])


def _struck_texts(parts: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of shared strings of which every piece is struck."""
    name = "xl/sharedStrings.xml"
    if name not in parts.namelist() or not any(b"strike" in chunk for chunk in _chunks(parts.open(name))):
        return frozenset()
    found, number = set(), 0
    for _, element in ElementTree.iterparse(parts.open(name), ("end",)):
        if _local(element.tag) != "si":
            continue
        runs = [run for run in element if _local(run.tag) == "r"]
        filled = [run for run in runs if "".join(run.itertext()).strip()]
        if filled and all(any(_is_struck(part) for part in run if _local(part.tag) == "rPr") for run in filled):
            found.add(number)
        number += 1
        element.clear()
    return frozenset(found)


def _is_struck(font: ElementTree.Element) -> bool:
    return any(_local(e.tag) in ("strike", "dstrike") and e.get("val", "1").lower() not in _OFF for e in font)


def _sheets(parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name, path of the part) of every sheet."""
    relations = ElementTree.parse(parts.open("xl/_rels/workbook.xml.rels")).getroot()
    paths = {each.get("Id", ""): each.get("Target", "") for each in relations}
    for each in ElementTree.parse(parts.open("xl/workbook.xml")).getroot().iter():
        if _local(each.tag) == "sheet":
            id = next((value for key, value in each.attrib.items() if _local(key) == "id"), "")
            target = paths.get(id, "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in parts.namelist():
                yield each.get("name", ""), path


def _cells(
    parts: zipfile.ZipFile, path: str, styles: frozenset[int], texts: frozenset[int]
) -> Iterator[tuple[int, int]]:
    ids = b"|".join(str(n).encode() for n in sorted(styles)) or b"-"
    styled = re.compile(rb"<(?:\w+:)?c\s([^>]*\bs\s*=\s*[\"'](?:" + ids + rb")[\"'][^>]*)>")
    shared = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt\s*=\s*[\"']s[\"'][^>]*)>\s*<(?:\w+:)?v>(\d{1,9})<")
    for chunk in _chunks(parts.open(path)):
        if styles:
            yield from filter(None, (_position(found[1]) for found in styled.finditer(chunk)))
        if b"strike" in chunk:
            written = (found for found in _INLINE.finditer(chunk) if _all_struck(found[2]))
            yield from filter(None, (_position(found[1]) for found in written))
        if texts:
            hits = (found for found in shared.finditer(chunk) if int(found[2]) in texts)
            yield from filter(None, (_position(found[1]) for found in hits))


def _all_struck(text: bytes) -> bool:
    """Whether every piece of a text that stands in its cell is struck."""
    runs = _RUN.findall(text)
    return bool(runs) and all(_STRIKE.search(run) for run in runs)


def _position(attributes: bytes) -> tuple[int, int] | None:
    at = _AT.search(attributes)
    return (int(at[2]), column_index(at[1].decode())) if at else None


def _of_ods(parts: zipfile.ZipFile) -> dict[str, Cells]:
    if not any(b"text-line-through-" in chunk for chunk in _chunks(parts.open("content.xml"))):
        return {}
    walk = _Walk()
    for event, element in ElementTree.iterparse(parts.open("content.xml"), ("start", "end")):
        (walk.begin if event == "start" else walk.end)(_local(element.tag), element)
    return {name: frozenset(cells) for name, cells in walk.found.items() if cells}


class _Walk:
    """Where one is in the tables of an ODS, and which struck cells were passed."""

    def __init__(self) -> None:
        self.found: dict[str, set[tuple[int, int]]] = {}
        self._styles: set[str] = set()
        self._cells: set[tuple[int, int]] = set()
        self._row, self._column = 1, 0

    def begin(self, tag: str, element: ElementTree.Element) -> None:
        """A tag opens."""
        if tag == "table":
            self._cells, self._row = self.found.setdefault(_attribute(element, "name"), set()), 1
        elif tag == "table-row":
            self._column = 0

    def end(self, tag: str, element: ElementTree.Element) -> None:
        """A tag closes."""
        if tag == "style" and any(_lined_through(each) for each in element):
            self._styles.add(_attribute(element, "name"))
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell(element)
            element.clear()
        elif tag == "table-row":
            self._row += _repeated(element, "rows")
            element.clear()

    def _cell(self, element: ElementTree.Element) -> None:
        times = _repeated(element, "columns")
        if self._column < COLUMNS and self._row <= ROWS and _attribute(element, "style-name") in self._styles:
            self._cells.update((self._row, self._column + n) for n in range(min(times, _MOST_REPEATED)))
        self._column += times


def _lined_through(properties: ElementTree.Element) -> bool:
    style = _attribute(properties, "text-line-through-style") or _attribute(properties, "text-line-through-type")
    return bool(style) and style not in _OFF


def _repeated(element: ElementTree.Element, axis: str) -> int:
    count = _attribute(element, f"number-{axis}-repeated")
    return max(1, int(count)) if count.isdecimal() else 1


def _attribute(element: ElementTree.Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if _local(key) == name), "")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no tag is cut."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        yield tail + chunk
        tail = (tail + chunk)[-_OVERLAP:]
