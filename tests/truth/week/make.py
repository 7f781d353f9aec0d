"""Writes the lists of this folder and their truth anew: python -m tests.truth.week.make"""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.truth.week.cards import cards
from tests.truth.week.county import county
from tests.truth.week.offices import offices
from tests.truth.week.outlook import outlook
from tests.truth.week.sheets import sheets

HERE = Path(__file__).parent


def main() -> None:
    text, truth = county()
    (HERE / "amt_liste.csv").write_bytes(text.encode("cp1252"))
    save("amt_liste_truth.json", truth)
    book, text, truth = offices()
    write_book("buero_a.xlsx", book)
    (HERE / "buero_b.csv").write_bytes(text.encode("utf-8-sig"))
    save("buero_truth.json", truth)
    book, truth = sheets()
    write_book("amt_liste.xlsx", book)
    save("amt_liste_xlsx_truth.json", truth)
    text, truth = outlook()
    (HERE / "kontakte_outlook.csv").write_bytes(text.encode("cp1252"))
    save("kontakte_outlook_truth.json", truth)
    text, truth = cards()
    (HERE / "kontakte.vcf").write_bytes(text.encode("utf-8"))
    save("kontakte_vcf_truth.json", truth)


def write_book(name: str, book: Workbook) -> None:
    """The same bytes each time: neither the workbook nor its zip tells when it was written."""
    then = datetime(2026, 11, 23)
    book.properties.created = book.properties.modified = then
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-11-23T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(part, (2026, 11, 23, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def save(name: str, truth: dict[str, Any]) -> None:
    """One line for each thing of a list, so that a difference can be read."""
    (HERE / name).write_text(_text(truth) + "\n", "utf-8")


def _text(truth: dict[str, Any]) -> str:
    parts = [f" {json.dumps(key)}: {_value(value)}" for key, value in truth.items()]
    return "{\n" + ",\n".join(parts) + "\n}"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join("  " + json.dumps(v, ensure_ascii=False) for v in value) + "\n ]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
