"""Bytes to text, the way lists from German offices need it: BOM, then strict UTF-8, then Windows-1252."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from importers.files.table import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# cp1252 leaves five bytes undefined; as in browsers they become control characters, which cleaning drops.
_MOJIBAKE = re.compile("Ã[¤¶¼„–œŸ]|â€[“”žœ™¦]|Â[§°]")


def decode(content: bytes, wanted: str | None = None) -> tuple[str, str, frozenset[int]]:
    """(text, encoding, physical lines from 1 that were in another encoding than the rest).

    `wanted` overrides the guess. ReadError: unknown encoding, text that does not fit it, or NUL bytes.
    """
    if wanted:
        return _decode_as(content, wanted), wanted, frozenset()
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_marked(content.removeprefix(bom), encoding)
    if b"\x00" in content:
        encoding = _unmarked_utf16(content)
        return _decode_as(content, encoding), encoding, frozenset()
    return _decode_bytes(content)


def looks_twice_encoded(text: str) -> int:
    """How many places read like UTF-8 that was once taken for Windows-1252 (MÃ¼ller)."""
    return sum(1 for _ in _MOJIBAKE.finditer(text))


def _decode_marked(content: bytes, encoding: str) -> tuple[str, str, frozenset[int]]:
    if encoding == "utf-8":
        return _decode_bytes(content)
    return _decode_as(content, encoding), encoding, frozenset()


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except LookupError:
        raise ReadError("read.unknown_encoding", encoding=encoding) from None
    except (UnicodeError, ValueError):
        raise ReadError("read.wrong_encoding", encoding=encoding) from None
    if "\x00" in text:
        raise ReadError("read.nul", row=text.count("\n", 0, text.index("\x00")) + 1)
    return text.removeprefix("\ufeff")


def _unmarked_utf16(content: bytes) -> str:
    """Western text in UTF-16 has NUL at every second byte; anything else with NUL is no text."""
    sample = content[: 4000 // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    raise ReadError("read.nul", row=content.count(b"\n", 0, content.index(b"\x00")) + 1)


def _decode_bytes(content: bytes) -> tuple[str, str, frozenset[int]]:
    if b"\x00" in content:
        raise ReadError("read.nul", row=content.count(b"\n", 0, content.index(b"\x00")) + 1)
    try:
        return content.decode("utf-8"), "utf-8", frozenset()
    except UnicodeDecodeError:
        return _decode_by_line(content)


def _decode_by_line(content: bytes) -> tuple[str, str, frozenset[int]]:
    """Lines that are UTF-8 beyond ASCII speak for a UTF-8 file into which other lines were pasted."""
    lines = list(_lines(content))
    old = frozenset(number for number, (_, encoding) in enumerate(lines, 1) if encoding == "cp1252")
    new = frozenset(number for number, (_, encoding) in enumerate(lines, 1) if encoding == "utf-8")
    text = "".join(line for line, _ in lines)
    return (text, "utf-8", old) if len(new) >= len(old) else (text, "cp1252", new)


def _lines(content: bytes) -> Iterator[tuple[str, str]]:
    for found in _LINE.finditer(content):
        line = found.group()
        if line.isascii():
            yield line.decode("ascii"), "ascii"
            continue
        try:
            yield line.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            yield _windows(line), "cp1252"


def _windows(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in line)
