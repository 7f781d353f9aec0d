"""What is found in a file: the part that later steps work on, and the part that pages show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from graph.model.clean import one_line
from importers.areas.localities import is_locality_table
from importers.files import geojson
from importers.files.read import read
from importers.files.recognise import is_geojson
from importers.files.table import Problem, Row, Sheet, Table, table_as_json, table_from_json
from importers.files.together import together
from importers.lists import groups
from importers.lists.columns import guess, guess_key, heading_words
from importers.lists.mapping import Mapping as ListMapping
from importers.lists.mapping import as_json, signature
from importers.lists.skipped import skipper
from importers.lists.tidy import says_nothing
from importers.workbook.read import is_ours
from webapp.imports import workbooks
from webapp.imports.record import What

SAMPLES = 3
_TEXTS = 80
"""A column of at most so many different short texts may be one of topics."""
_TEXT_CHARS = 200
_PROBLEMS = 200
_GROUPS = 100
"""So many headings between rows are asked about; more are none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """`content` is what proposals are made of; `shown` is small."""

    what: What
    content: dict[str, Any]
    shown: dict[str, Any]


def find(content: bytes, name: str, options: Mapping[str, Any]) -> Found:
    """Read a file. `options`: encoding, separator, sheet, header. Raises ReadError."""
    if is_ours(content):
        kept, shown = workbooks.found(content, name)
        return Found(what="workbook", content=kept, shown=shown)
    if is_geojson(content):
        return _outlines(content, name)
    wanted = options.get("sheet")  # none: all sheets of the same headings together
    how = {key: options[key] for key in ("encoding", "separator", "header") if options.get(key) is not None}
    table = read(content, name, known=heading_words(), **how)
    chosen = next((s for s in table.sheets if s.name == wanted), None) if wanted else None
    sheet, told = (chosen, ()) if chosen else together(table)
    return _list(replace(table, problems=(*told, *table.problems)), sheet)


def sheet_of(content: Mapping[str, Any]) -> Sheet:
    """The sheet in stored content."""
    return table_from_json(content["table"]).sheets[0]


def outlines_of(content: Mapping[str, Any]) -> geojson.Outlines:
    """The outlines in stored content."""
    found = content["outlines"]
    return geojson.Outlines(
        features=tuple(geojson.Outline(**each) for each in found["features"]),
        attribution=found["attribution"],
        problems=tuple(Problem(**each) for each in found["problems"]),
    )


def first_mapping(shown: Mapping[str, Any], file: str) -> dict[str, Any]:
    """What is proposed of a list that is new here."""
    targets = tuple(shown.get("guess", ()))
    made = ListMapping(
        targets=targets,
        key=tuple(shown.get("key", ())),
        source_name=PurePath(file).stem.replace("_", " ").strip()[:200] or file,
        attribution=shown.get("attribution", ""),
    )
    return as_json(made)


def _list(table: Table, sheet: Sheet) -> Found:
    targets = guess(sheet)
    skip = skipper(sheet, ListMapping(targets=targets))
    entries = [row for row in sheet.rows if not skip(row)]
    shown = {
        "format": table.format,
        "encoding": table.encoding,
        "separator": table.separator,
        "sheets": [each.name for each in table.sheets],
        "sheet": sheet.name,
        "parts": list(sheet.parts),
        "header": sheet.header_row,
        "rows": len(sheet.rows),
        "headings": list(sheet.headings),
        "samples": [_samples(entries, n) for n in range(len(sheet.headings))],
        "texts": [_texts(entries, n) for n in range(len(sheet.headings))],
        "guess": list(targets),
        "key": list(guess_key(sheet, targets)),
        "signature": signature(sheet.headings),
        "problems": _told(table.problems),
    }
    shown["groups"] = groups.texts(sheet, skip)[:_GROUPS]
    shown["struck"] = sum(row.struck for row in sheet.rows)
    what: What = "localities" if is_locality_table(sheet.headings) else "list"
    kept = Table(sheets=(sheet,), format=table.format, encoding=table.encoding, separator=table.separator)
    return Found(what=what, content={"table": table_as_json(kept)}, shown=shown)


def _outlines(content: bytes, name: str) -> Found:
    kept = geojson.task(content, {"name": name}, lambda *_: None)
    features: Sequence[Any] = kept["features"]
    keys = dict.fromkeys((str(f["ars"] or f["ags"]))[:5] for f in features if f["ars"] or f["ags"])
    shown = {
        "format": "geojson",
        "rows": len(features),
        "names": [f["name"] for f in features],
        "counties": list(keys),
        "attribution": kept["attribution"],
        "signature": signature(("geojson", *keys)),
        "problems": [[p["code"], dict(p["params"]), p["row"], p["column"]] for p in kept["problems"]][:_PROBLEMS],
    }
    return Found(what="outlines", content={"outlines": kept}, shown=shown)


def _samples(rows: Sequence[Row], column: int) -> list[str]:
    """Different values, the first of them."""
    found: dict[str, None] = {}
    for row in rows:
        text = one_line(row.cells[column])
        if text and not says_nothing(text):
            found[text[:_TEXT_CHARS]] = None
        if len(found) == SAMPLES:
            break
    return list(found)


def _texts(rows: Sequence[Row], column: int) -> list[str]:
    """All different values, or none when they are too many to be topics."""
    found: dict[str, None] = {}
    for row in rows:
        text = one_line(row.cells[column])
        if text and not says_nothing(text):
            found[text] = None
        if len(found) > _TEXTS or len(text) > _TEXT_CHARS:
            return []
    return list(found)


def _told(problems: Sequence[Problem]) -> list[Any]:
    return [[p.code, dict(p.params), p.row, p.column] for p in problems[:_PROBLEMS]]
