"""Hostile and broken files, made in memory: `python -m tests.hostile.files FOLDER` writes them out to try by hand."""

from __future__ import annotations

import io
import json
import random
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlwt
from xlwt.CompoundDoc import XlsDoc

HEADER = "Name;Telefon;E-Mail\r\n"
LINES = HEADER + "Caritas;07151 1724-0;info@caritas.example\r\nDiakonie;07191 9145-0;post@diakonie.example\r\n"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, kw_only=True)
class Hostile:
    """A file, its name, and what must be said: an error's code, or what a table that is read warns of."""

    name: str
    make: Callable[[], bytes]
    error: tuple[str, ...] = ()
    warning: str = ""


def book(rows: list[list[object]]) -> bytes:
    """An XLSX as a spreadsheet program writes it."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def book_with(sheet: bytes | None = None, **parts: bytes) -> bytes:
    """A good XLSX whose sheet or other parts are replaced; `parts` by file name with "/" and "." as "__" and "_"."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book([["Name", "Ort"], ["Caritas", "Alfdorf"]]))) as good,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for part in good.namelist():
            content = good.read(part)
            if part == "xl/worksheets/sheet1.xml" and sheet is not None:
                content = sheet
            made.writestr(part, parts.get(part.replace("/", "__").replace(".", "_"), content))
    return stream.getvalue()


def sheet(data: bytes, *, dimension: bytes = b"A1:B2", before: bytes = b"") -> bytes:
    """A worksheet's XML around its rows."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>' + before + b"<worksheet"
        b' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="' + dimension + b'"/>'
        b"<sheetData>" + data + b"</sheetData></worksheet>"
    )


def text_cell(at: str, text: str) -> bytes:
    """One cell with its text beside it."""
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def ods(rows: str, *, manifest: str = "", kind: str = SPREADSHEET, before: str = "") -> bytes:
    """An ODS around its rows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", kind, zipfile.ZIP_STORED)
        made.writestr("META-INF/manifest.xml", f"<manifest:manifest>{manifest}</manifest:manifest>")
        made.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content'
            ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="Liste">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


def ods_row(*texts: str, row: str = "", cell: str = "") -> str:
    """One row of text cells, with attributes for the row and for each cell."""
    cells = "".join(
        f'<table:table-cell {cell} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row {row}>{cells}</table:table-row>"


def old_book(rows: list[list[str]], at: tuple[int, int] = (0, 0)) -> bytes:
    """An XLS."""
    stream = io.BytesIO()
    _old_workbook(rows, at).save(stream)
    return stream.getvalue()


def _old_workbook(rows: list[list[str]], at: tuple[int, int] = (0, 0)) -> xlwt.Workbook:
    workbook = xlwt.Workbook()
    page = workbook.add_sheet("Liste")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            page.write(at[0] + number, at[1] + column, cell)
    return workbook


def _ole(stream: bytes) -> bytes:
    made = io.BytesIO()
    XlsDoc().save(made, stream)
    return made.getvalue()


def _password_xlsx() -> bytes:
    name, other = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    container = _ole(b"\x00" * 5000)
    at = container.rindex(name)
    entry = other.ljust(64, b"\x00") + struct.pack("<H", len(other) + 2)
    return container[:at] + entry + container[at + len(entry) :]


def _password_xls() -> bytes:
    stream = _old_workbook([["Name"], ["Caritas"]]).get_biff_data()
    first = 4 + struct.unpack("<H", stream[2:4])[0]
    return _ole(
        stream[:first] + struct.pack("<HH", 0x2F, 54) + b"\x01\x00\x01\x00\x01\x00" + b"x" * 48 + stream[first:]
    )


def _word(kind: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(kind, "<document/>")
    return stream.getvalue()


def _nested_zip() -> bytes:
    inner = book([["Name"], ["Caritas"]])
    for _ in range(5):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for number in range(4):
                made.writestr(f"{number}.zip", inner)
        inner = stream.getvalue()
    return inner


def _bomb(megabytes: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        with zipfile.ZipFile(io.BytesIO(book([["Name"]]))) as good:
            for part in good.namelist():
                if not part.endswith("sheet1.xml"):
                    made.writestr(part, good.read(part))
        with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * 2**20)
    return stream.getvalue()


def _forged_bomb() -> bytes:
    """The directory says 1,000 bytes, the part unpacks to 60 MB."""
    content = bytearray(_bomb(60))
    size = struct.pack("<L", 60 * 2**20)
    at = content.find(size)
    while at >= 0:
        content[at : at + 4] = struct.pack("<L", 1000)
        at = content.find(size, at + 4)
    # the directory of a part written as a stream holds its size in the same place
    return bytes(content)


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{levels}]>'.encode()
    return book_with(sheet(b'<row r="1">' + text_cell("A1", "&l9;") + b"</row>", before=doctype))


def _external_entity() -> bytes:
    doctype = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return book_with(sheet(b'<row r="1">' + text_cell("A1", "&x;") + b"</row>", before=doctype))


def _rows(*rows: tuple[int, bytes]) -> bytes:
    return b"".join(f'<row r="{number}">'.encode() + cells + b"</row>" for number, cells in rows)


def _flipped(content: bytes, seed: int, count: int = 40) -> bytes:
    chance = random.Random(seed)
    broken = bytearray(content)
    for _ in range(count):
        broken[chance.randrange(512, len(broken))] = chance.randrange(256)
    return bytes(broken)


def flipped_books(count: int) -> list[tuple[str, bytes]]:
    """Good workbooks of the three kinds with some bytes changed at random, the same each time."""
    rows = [["Name", "Ort", "Telefon"], *[[f"Stelle {n}", "Alfdorf", f"07172 309{n}"] for n in range(40)]]
    good = {"xls": old_book(rows), "xlsx": book([*rows]), "ods": ods("".join(ods_row(*row) for row in rows))}
    return [(f"{seed}.{kind}", _flipped(good[kind], seed)) for seed in range(count) for kind in good]


def geojson(coordinates: object, kind: str = "Polygon", **more: object) -> bytes:
    """A collection of one area."""
    feature = {
        "type": "Feature",
        "properties": {"ags": "08119001", "name": "Alfdorf"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    return json.dumps({"type": "FeatureCollection", **more, "features": [feature]}).encode()


SQUARE = [[[9.7, 48.8], [9.8, 48.8], [9.8, 48.9], [9.7, 48.9], [9.7, 48.8]]]
METRES = [[[551000, 5407000], [552000, 5407000], [552000, 5408000], [551000, 5407000]]]
BOW_TIE = [[[9.7, 48.8], [9.8, 48.9], [9.8, 48.8], [9.7, 48.9], [9.7, 48.8]]]
UTM_NAME = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}

LISTS = (
    Hostile(name="Broschüre.csv", make=lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", error=("read.kind_pdf",)),
    Hostile(name="Logo.xlsx", make=lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", error=("read.kind_image",)),
    Hostile(name="Liste.xls", make=lambda: b"MZ\x90\x00" + b"\x00" * 400, error=("read.kind_program",)),
    Hostile(
        name="Export.csv",
        make=lambda: b"<!DOCTYPE html><html><body><table><tr><td>Name</td></tr></table></body></html>",
        error=("read.kind_html",),
    ),
    Hostile(name="Export.xls", make=lambda: b"<html xmlns:x='x'><table><tr><td>Name", error=("read.kind_html",)),
    Hostile(name="Daten.csv", make=lambda: b'[{"name": "Caritas"}]', error=("read.kind_json_list",)),
    Hostile(name="Brief.xlsx", make=_word, error=("read.kind_text_document",)),
    Hostile(name="Mappe.xlsx", make=lambda: _word("xl/workbook.bin"), error=("read.kind_xlsb",)),
    Hostile(
        name="Text.ods",
        make=lambda: ods("", kind="application/vnd.oasis.opendocument.text"),
        error=("read.kind_text_document",),
    ),
    Hostile(name="Paket.zip", make=_nested_zip, error=("read.kind_archive",)),
    Hostile(name="leer.csv", make=lambda: b"", error=("read.empty_file",)),
    Hostile(name="nur BOM.csv", make=lambda: b"\xef\xbb\xbf", error=("read.empty_file",)),
    Hostile(name="nur Trenner.csv", make=lambda: b";;;\r\n;;;\r\n", error=("read.empty_table",)),
    Hostile(name="nur Kopf.csv", make=lambda: HEADER.encode(), error=("read.only_header",)),
    Hostile(name="leer.xlsx", make=lambda: book([]), error=("read.empty_table",)),
    Hostile(name="nur Kopf.xlsx", make=lambda: book([["Name", "Telefon"]]), error=("read.only_header",)),
    Hostile(name="nur Formeln.xlsx", make=lambda: book([["=1+1", "=A1"], ["=2", "=B1"]]), error=("read.empty_table",)),
    Hostile(name="NUL.csv", make=lambda: LINES.encode() + b"A\x00B;1;2\r\n", error=("read.nul",)),
    Hostile(
        name="Million Spalten.csv", make=lambda: b"a;" * 400_000 + b"\r\n" + b"1;" * 9, error=("read.too_many_columns",)
    ),
    Hostile(
        name="viele Spalten.csv", make=lambda: b"a" + b";" * 1_000_001 + b"b\r\n1;2\r\n", error=("read.line_too_long",)
    ),
    Hostile(name="lange Zeile.csv", make=lambda: b"Name;Ort\r\n" + b"x" * 15_000_000, error=("read.line_too_long",)),
    Hostile(name="riesig.csv", make=lambda: b"x" * 100_000_000, error=("read.file_too_large",)),
    Hostile(name="viele Zeilen.csv", make=lambda: b"a;b\n" * 200_001, error=("read.too_many_rows",)),
    Hostile(
        name="große Zelle.csv",
        make=lambda: b'Name;Ort\r\n"' + b"wort\n" * 2_000_000 + b'";x\r\n',
        error=("read.open_quote", "read.cell_too_long"),
    ),
    Hostile(
        name="offenes Zitat.csv", make=lambda: LINES.replace("Caritas", '"Caritas').encode(), error=("read.open_quote",)
    ),
    Hostile(
        name="große Zelle.xlsx",
        error=("read.cell_too_long",),
        make=lambda: book_with(sheet(_rows((1, text_cell("A1", "x" * 10_000_000))))),
    ),
    Hostile(name="Kennwort.xlsx", make=_password_xlsx, error=("read.password",)),
    Hostile(name="Kennwort.xls", make=_password_xls, error=("read.password",)),
    Hostile(
        name="Kennwort.ods", make=lambda: ods("", manifest="<manifest:encryption-data/>"), error=("read.password",)
    ),
    Hostile(name="halb.xlsx", make=lambda: book([["Name"], ["x"]])[:3000], error=("read.damaged_workbook",)),
    Hostile(name="halb.xls", make=lambda: old_book([["Name"], ["x"]])[:2500], error=("read.damaged_workbook",)),
    Hostile(name="halb.ods", make=lambda: ods(ods_row("Name"))[:500], error=("read.damaged_workbook",)),
    Hostile(
        name="kaputtes XML.xlsx",
        make=lambda: book_with(b"<worksheet><sheetData><row><c"),
        error=("read.damaged_workbook",),
    ),
    Hostile(name="Bombe.xlsx", make=lambda: _bomb(2200), error=("read.bomb",)),
    Hostile(name="getarnte Bombe.xlsx", make=_forged_bomb, error=("read.damaged_workbook", "read.bomb")),
    Hostile(name="Entitäten.xlsx", make=_entities, error=("read.entities",)),
    Hostile(name="fremde Entität.xlsx", make=_external_entity, error=("read.entities",)),
    Hostile(
        name="Entitäten.ods",
        make=lambda: ods(ods_row("&a;"), before='<!DOCTYPE x [<!ENTITY a "b">]>'),
        error=("read.entities",),
    ),
    Hostile(
        name="ferne Zelle.xlsx",
        error=("read.far_cell",),
        make=lambda: book_with(sheet(_rows((1, text_cell("A1", "Name")), (1048576, text_cell("XFD1048576", "x"))))),
    ),
    Hostile(
        name="weit gespannt.xlsx",
        error=("read.far_cell",),
        make=lambda: book_with(sheet(_rows((1, text_cell("A1", "Name")), (99_999, text_cell("SA99999", "x"))))),
    ),
    Hostile(name="ferne Zelle.xls", make=lambda: _far_xls(), error=("read.too_many_cells", "read.memory")),
    Hostile(
        name="Wiederholung.ods",
        make=lambda: ods(ods_row("x", cell='table:number-columns-repeated="1000000000"')),
        error=("read.repetition",),
    ),
    Hostile(
        name="viele gleiche Zeilen.ods",
        error=("read.repetition", "read.too_many_rows", "read.memory"),
        make=lambda: ods(ods_row("Name", "Ort") + ods_row("x", "y", row='table:number-rows-repeated="1000000000"')),
    ),
    Hostile(
        name="viele Zeilen.ods",
        error=("read.repetition", "read.too_many_rows"),
        make=lambda: ods(ods_row("Name", "Ort") + ods_row("x", "y", row='table:number-rows-repeated="1000000"')),
    ),
    # Address books
    Hostile(
        name="endlos gefaltet.vcf", make=lambda: _card("NOTE:a" + "\r\n b" * 3_000_000), error=("read.line_too_long",)
    ),
    Hostile(
        name="weich umbrochen.vcf",
        make=lambda: _card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=41=\r\n" * 1_500_000),
        error=("read.line_too_long",),
    ),
    Hostile(name="Million Zeilen.vcf", make=lambda: _card("TEL:1\r\n" * 1_500_000), error=("read.card_too_long",)),
    Hostile(name="viele Karten.vcf", make=lambda: _card("FN:A", 250_000), error=("read.too_many_rows",)),
    Hostile(name="verschachtelt.vcf", make=lambda: b"BEGIN:VCARD\r\n" * 90_000, error=("read.no_cards",)),
    Hostile(name="NUL.vcf", make=lambda: _card("FN:A\x00B"), error=("read.nul",)),
    Hostile(name="ohne Karte.vcf", make=lambda: b"BEGIN:VCARD\r\nEND:VCARD\r\n", error=("read.empty_table",)),
    Hostile(name="Semikolons.vcf", make=lambda: _card("N:" + ";" * 900_000), error=("read.empty_table",)),
    Hostile(name="Schrägstriche.vcf", make=lambda: _card("ORG:" + "\\\\" * 400_000), error=("read.cell_too_long",)),
    Hostile(name="abgeschnitten.vcf", make=lambda: _card("FN:Amt")[:-14], warning="read.card_cut"),
    Hostile(name="Bild.vcf", make=lambda: _card("FN:Amt\r\nPHOTO;ENCODING=b:" + "A" * 15_000_000)),
    # Formats
    Hostile(
        name="viele Formate.xlsx",
        make=lambda: _styled_book('<xf numFmtId="0" fontId="1" applyFont="1"/>', 600_000),
        error=("read.too_many_styles", "read.bomb", "read.memory"),
    ),
    Hostile(
        name="kaputte Formate.xlsx",
        make=lambda: book_with(xl__styles_xml=b"<styleSheet><fonts><font>"),
        error=("read.damaged_workbook",),
    ),
    Hostile(name="ganz durchgestrichen.xlsx", make=lambda: _struck_everywhere()),
    # Readable, with a word of warning
    Hostile(
        name="gemischt.csv",
        warning="read.mixed_encoding",
        make=lambda: (LINES + "Bürgerbüro;1;\r\n").encode() + "Ärztehaus;2;\r\n".encode("cp1252"),
    ),
    Hostile(name="entstellt.csv", warning="read.twice_encoded", make=lambda: (LINES + "BÃ¼rgerbÃ¼ro;1;\r\n").encode()),
    Hostile(name="UTF-16.csv", make=lambda: LINES.encode("utf-16-le")),
    Hostile(
        name="Steuerzeichen.csv",
        warning="read.control_characters",
        make=lambda: (LINES + "A\x07B\x1b[31m;1;\r\n").encode(),
    ),
    Hostile(
        name="umgedreht.csv", warning="read.direction_marks", make=lambda: (LINES + "Amt \u202egpj.exe;1;\r\n").encode()
    ),
    Hostile(
        name="verschluckt.csv",
        warning="read.swallowed_lines",
        make=lambda: (LINES + '"Amt;1;a@b.example\r\nVerein;2;c@d.example\r\nKirche";3;\r\n').encode(),
    ),
    Hostile(
        name="ausgefranst.csv", warning="read.too_many_cells_in_row", make=lambda: (LINES + "Amt;1;2;3\r\n").encode()
    ),
    Hostile(
        name="falscher Name.csv", warning="read.other_format", make=lambda: book([["Name", "Ort"], ["Amt", "Alfdorf"]])
    ),
    Hostile(
        name="behauptet.xlsx",
        make=lambda: book_with(
            sheet(_rows((1, text_cell("A1", "Name")), (2, text_cell("A2", "Amt"))), dimension=b"A1:XFD2000000")
        ),
    ),
    Hostile(
        name="bis zum Rand.ods",
        make=lambda: ods(
            ods_row("Name", "Ort")
            + ods_row("Amt", "Alfdorf")
            + '<table:table-row table:number-rows-repeated="1048573"><table:table-cell'
            ' table:number-columns-repeated="16384"/></table:table-row>'
        ),
    ),
)

OUTLINES = (
    Hostile(name="NaN.geojson", make=lambda: geojson([[[float("nan"), 48.8]]]), error=("read.json_number",)),
    Hostile(
        name="unendlich.geojson",
        make=lambda: geojson(SQUARE).replace(b"48.8]", b"1e999]", 1),
        error=("read.json_number",),
    ),
    Hostile(name="tief.geojson", make=lambda: b'{"type":' + b"[" * 100_000, error=("read.json_depth",)),
    Hostile(
        name="doppelt.geojson",
        make=lambda: b'{"type": "x", "type": "FeatureCollection"}',
        error=("read.json_repeated_key",),
    ),
    Hostile(
        name="halbes Zeichen.geojson",
        make=lambda: geojson(SQUARE).replace(b"Alfdorf", b"Alf\\ud800dorf"),
        error=("read.json_surrogate",),
    ),
    Hostile(name="UTM.geojson", make=lambda: geojson(METRES), error=("read.not_lon_lat",)),
    Hostile(name="UTM benannt.geojson", make=lambda: geojson(METRES, crs=UTM_NAME), error=("read.other_crs",)),
    Hostile(name="Punkt.geojson", make=lambda: geojson([9.7, 48.8], "Point"), error=("read.no_area",)),
    Hostile(name="offen.geojson", make=lambda: geojson([[[9.7, 48.8], [9.8, 48.8]]]), error=("read.bad_geometry",)),
    Hostile(
        name="ohne Schlüssel.geojson",
        make=lambda: geojson(SQUARE).replace(b"08119001", b"8119"),
        error=("read.no_key",),
    ),
    Hostile(name="abgebrochen.geojson", make=lambda: geojson(SQUARE)[:-9], error=("read.damaged_json",)),
    Hostile(name="Tabelle.geojson", make=lambda: LINES.encode(), error=("read.not_geojson",)),
    Hostile(name="Schleife.geojson", make=lambda: geojson(BOW_TIE), warning="read.repaired_outline"),
)


def _card(text: str, count: int = 1) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\n{text}\r\nEND:VCARD\r\n".encode() * count


def _styled_book(style: str, count: int) -> bytes:
    """A good XLSX with so many formats that nobody made them by hand."""
    fonts = f"<fonts>{'<font><strike/></font>' * 2}</fonts>"
    styles = f'<styleSheet xmlns="{_MAIN}">{fonts}<cellXfs>{style * count}</cellXfs></styleSheet>'
    return book_with(xl__styles_xml=styles.encode())


def _struck_everywhere() -> bytes:
    """Every cell of a long sheet is struck out."""
    rows = ((n, text_cell(f"A{n}", "Amt").replace(b" t=", b' s="1" t=')) for n in range(2, 60_000))
    styles = f'<styleSheet xmlns="{_MAIN}"><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/>'
    styles += '<xf fontId="1"/></cellXfs></styleSheet>'
    return book_with(sheet(_rows((1, text_cell("A1", "Name")), *rows)), xl__styles_xml=styles.encode())


def _far_xls() -> bytes:
    workbook = _old_workbook([["Name"], ["Amt"]])
    workbook.get_sheet(0).write(65535, 255, "x")
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    for hostile in (*LISTS, *OUTLINES):
        (Path(sys.argv[1]) / hostile.name).write_bytes(hostile.make())
