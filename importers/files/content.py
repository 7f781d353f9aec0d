"""What a file is, told by its first bytes and its parts, never by its name."""

from __future__ import annotations

import re
import stat
import zipfile
from io import BytesIO
from pathlib import Path

from importers.files.limits import FILE_BYTES
from importers.files.table import ReadError
from importers.vcard.reading import looks_like_cards

# First bytes → the code of what it is called in a message.
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"(\xb5/\xfd", "archive"),
    (b"SQLite format 3\x00", "database"),
    (b"{\\rtf", "text_document"),
)
_BEGINNING, _FILEPASS, _WRITE_PROTECTED = b"\x09\x08", b"\x2f\x00", b"\x86\x00"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ENDINGS = {"csv": ("csv", "txt", "tsv", "tab"), "geojson": ("geojson", "json"), "vcf": ("vcf", "vcard")}


def load(source: Path | bytes) -> bytes:
    """The bytes of a file, at most FILE_BYTES of a regular file. ReadError without a file's name in it."""
    content = source if isinstance(source, bytes) else _load_path(source)
    if len(content) > FILE_BYTES:
        raise ReadError("read.file_too_large", limit=FILE_BYTES // 2**20)
    if not content.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise ReadError("read.empty_file")
    return content


def format_of(content: bytes) -> str:
    """ "csv", "xlsx", "xls", "ods", "vcf" or "geojson" (any JSON object); ReadError names any other kind of file."""
    if content.startswith(b"PK\x03\x04"):
        return _zip_format(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_format(content)
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise ReadError(f"read.kind_{kind}")
    return "vcf" if looks_like_cards(content) else _text_format(content)


def fits_ending(format: str, name: str) -> bool:
    """Whether a file of this format may carry this name; a name without an ending may carry any."""
    ending = Path(name).suffix.lower().lstrip(".")
    return not ending or ending in _ENDINGS.get(format, (format,))


def is_locked_xls(content: bytes) -> bool:
    """Whether an XLS begins with the record that says it is encrypted; calamine only says it can't tell the format."""
    at = content.find(_BEGINNING, 512)
    while at >= 0:
        length = int.from_bytes(content[at + 2 : at + 4], "little")
        following = content[at + 4 + length : at + 6 + length]
        if at % 64 == 0 and following in (_FILEPASS, _WRITE_PROTECTED):
            return True
        at = content.find(_BEGINNING, at + 1)
    return False


def _load_path(path: Path) -> bytes:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise ReadError("read.not_a_file")
        if found.st_size > FILE_BYTES:
            raise ReadError("read.file_too_large", limit=FILE_BYTES // 2**20)
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("read.no_such_file") from None
    except OSError as error:
        raise ReadError("read.unreadable_file") from error


def _zip_format(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
            if any(part.flag_bits & 1 for part in parts.infolist()):
                raise ReadError("read.password")
            kind = parts.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise ReadError("read.damaged_workbook") from error
    except Exception as error:  # zlib.error and struct.error share no base
        raise ReadError("read.damaged_workbook") from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if kind.startswith(_ODS):
        return "ods"
    raise ReadError(f"read.kind_{_zip_kind(names, kind)}")


def _zip_kind(names: set[str], kind: bytes) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "[Content_Types].xml" in names or kind.startswith(b"application/vnd.oasis"):
        return "text_document"
    return "archive"


def _ole_format(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise ReadError("read.password")
    if any(stream.encode("utf-16-le") + b"\x00\x00" in content for stream in ("Workbook", "Book")):
        return "xls"
    if any(stream.encode("utf-16-le") in content for stream in ("WordDocument", "PowerPoint Document", "__substg")):
        raise ReadError("read.kind_text_document")
    raise ReadError("read.damaged_workbook")


def _text_format(content: bytes) -> str:
    start = content[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if re.match(rb"<!doctype html|<html|<head|<body|<table|<meta|<script", start):
        raise ReadError("read.kind_html")
    if start.startswith((b"<?xml", b"<!doctype", b"<!--", b"<kml", b"<gpx")):
        raise ReadError("read.kind_html" if b"<html" in start else "read.kind_xml")
    if re.match(rb'\{\s*["}]', start):
        return "geojson"
    if re.match(rb'\[\s*[\[{\]"]', start):
        raise ReadError("read.kind_json_list")
    return "csv"
