"""Invented lists of a county's first week against a truth made apart from the importer."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Mapping as AnyMapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.model.changes import Entry
from graph.network import Network
from graph.operations.seed import changeset
from importers.areas.localities import propose_localities
from importers.areas.outlines import propose_outlines
from importers.files.geojson import read_outlines
from importers.files.read import read
from importers.files.table import Sheet
from importers.files.together import together
from importers.lists import columns
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from importers.proposal import Proposal
from tests.lists.saying_the_same import street, weekly

HERE = Path(__file__).parents[1] / "truth" / "week"
SAMPLE = Path(__file__).parents[2] / "importers" / "samples" / "burgenlandkreis"
LISTS = {
    "amt_liste.csv": "amt_liste_truth.json",
    "amt_liste.xlsx": "amt_liste_xlsx_truth.json",
    "kontakte_outlook.csv": "kontakte_outlook_truth.json",
    "kontakte.vcf": "kontakte_vcf_truth.json",
}


@pytest.mark.parametrize("file", [name for name in LISTS if (HERE / name).exists()])
def test_at_least_95_percent_of_a_lists_cells_end_in_the_right_field(file: str, capsys: Any) -> None:
    cells, wrong = measure(file)
    with capsys.disabled():
        print(f"\n{file}: {cells - len(wrong)} of {cells} cells right")
    assert len(wrong) <= 0.05 * cells, wrong


def measure(file: str) -> tuple[int, list[tuple[int, str, str]]]:
    """(cells, (row, column, what is wrong) of each that does not end where it should)."""
    truth = json.loads((HERE / LISTS[file]).read_text("utf-8"))
    network, _, numbers = imported(file)
    wrong = []
    cells = 0
    for row in truth.get("rows") or truth["cards"]:
        where = row.get("row") or row["card"]
        texts = _texts(file, row.get("sheet", ""), where)
        entries = _of_row(network, numbers.get((row.get("sheet", ""), where), ""))
        of_cells = row["cells"] if "cells" in row else {_told(item): [item] for item in row["items"]}
        cells += len(of_cells)
        for column, items in of_cells.items():
            missed = [_told(i) for i in items if not _right(i, entries, network, texts.get(column, ""))]
            if missed:
                wrong.append((where, column, "; ".join(missed)))
    return cells, wrong


def _texts(file: str, part: str, number: int) -> dict[str, str]:
    sheet = sheet_of(file)
    row = next(r for r in sheet.rows if _place(sheet, r.number) == (part, number))
    return {
        heading.split()[-1] if heading.endswith("Was") else heading: text
        for heading, text in zip(sheet.headings, row.cells, strict=True)
    }


@cache
def areas() -> Network:
    """The county's areas, as they ship."""
    ids = (f"area{n}" for n in itertools.count())
    network = Network().apply(changeset(datetime(2026, 11, 23, tzinfo=UTC)).changes)
    for name in ("burgenlandkreis_verwaltungsebene.geojson", "burgenlandkreis_gemeinden.geojson"):
        outlines = read_outlines(SAMPLE / name, name)
        network = network.apply(
            propose_outlines(network, outlines, file="g", source_name=name, new_id=lambda: next(ids)).changes
        )
    table = read(SAMPLE / "burgenlandkreis_plz_ort_gemeinde.csv", "p").sheets[0]
    return network.apply(
        propose_localities(network, table, file="p", source_name="p", new_id=lambda: next(ids)).changes
    )


@cache
def sheet_of(file: str) -> Sheet:
    """The list as read."""
    return together(read(HERE / file, file, known=columns.heading_words()))[0]


@cache
def imported(file: str) -> tuple[Network, Proposal, AnyMapping[tuple[str, int], str]]:
    """The network after areas and list, without a correction; and the actor of each row."""
    ids = (f"id{n}" for n in itertools.count())
    sheet = sheet_of(file)
    targets = columns.guess(sheet)
    mapping = Mapping(
        targets=targets, key=columns.guess_key(sheet, targets), source_name="Liste", basis="public_function"
    )
    done = propose(areas(), sheet, mapping, file=file, today=date(2026, 11, 23), new_id=lambda: next(ids))
    numbers = {_place(sheet, report.number): report.entry for report in done.rows}
    return areas().apply(done.changes), done, numbers


def _place(sheet: Sheet, number: int) -> tuple[str, int]:
    part, row = divmod(number, 1_000_000)
    return (sheet.parts[part] if sheet.parts else "", row)


def _of_row(network: Network, actor: str) -> dict[str, list[Entry]]:
    if not actor:
        return {"actor": [], "service": [], "place": [], "contact": []}
    return {
        "actor": [network.entry(actor)],
        "service": network.linking(actor, "service", "provider"),
        "place": network.linked(actor, "places"),
        "contact": network.linking(actor, "contact", "actor"),
    }


def _told(item: AnyMapping[str, Any]) -> str:
    return f"{item['kind']}.{item['field']}={item['value']!r}" + (f" of {item['of']}" if item.get("of") else "")


def _right(item: dict[str, Any], entries: dict[str, list[Entry]], network: Network, text: str) -> bool:
    if item.get("or_extra") and _in_extra(text.strip() or str(item["value"]), entries):
        return True
    return any(_reached(choice, entries, network) for choice in (item, *item.get("alternatives", ())))


def _in_extra(text: str, entries: dict[str, list[Entry]]) -> bool:
    kept = [str(v) for found in entries.values() for e in found for v in e.fields.get("extra", {}).values()]
    return any(text in each for each in kept)


def _reached(item: dict[str, Any], entries: dict[str, list[Entry]], network: Network) -> bool:
    found = entries[item["kind"]]
    if item.get("of"):
        found = [e for e in found if item["of"] in str(e.fields.get("person", ""))]
    if item["value"] is None:
        return all(item["field"] not in entry.fields for entry in found)
    if item.get("within"):
        return any(_flat(item["value"]) in _flat(str(entry.fields.get(item["field"], ""))) for entry in found)
    if item.get("subset"):
        return any(set(item["value"]) <= set(entry.fields.get(item["field"], ())) for entry in found)
    return any(_is(item["field"], item["value"], entry, network) for entry in found)


def _flat(text: str) -> str:
    return "".join(text.split())


def _is(field: str, wanted: Any, entry: Entry, network: Network) -> bool:
    value = entry.fields.get(field)
    if field == "extra":
        return wanted in (value or {}).values()
    if field == "topics":
        return any(network.entry(topic).fields["heading"] == wanted for topic in value or ())
    if field in ("area", "parent"):
        return value is not None and network.entry(value).fields["name"] == wanted
    if field == "areas":
        wanted = wanted if isinstance(wanted, list) else [wanted]
        return {network.entry(area).fields["name"] for area in value or ()} == set(wanted)
    if field == "hours":
        return weekly(str(value or "")) == weekly(wanted)
    if field == "street":
        return street(value) == street(wanted)
    if field == "house_number":
        return re.sub(r"\s", "", str(value)) == re.sub(r"\s", "", wanted)
    return set(value or ()) == set(wanted) if isinstance(wanted, list) else bool(value == wanted)


@pytest.mark.parametrize("file", ["amt_liste.csv", "amt_liste.xlsx"])
def test_rows_lie_in_the_area_that_they_or_their_heading_name_and_in_no_other(file: str) -> None:
    truth = json.loads((HERE / LISTS[file]).read_text("utf-8"))
    network, _, numbers = imported(file)
    wrong = []
    for row in truth["rows"]:
        entries = _of_row(network, numbers.get((row.get("sheet", ""), row["row"]), ""))
        found = {a for e in entries["actor"] for a in e.fields.get("areas", ())}
        found |= {e.fields["area"] for e in entries["place"] if e.fields.get("area")}
        names = {str(network.entry(id).fields["name"]) for id in found}
        if bool(names) != bool(row["area"]) or not names <= _around(network, row["area"]):
            wrong.append((row["row"], row["area"], names))
    assert len(wrong) <= 0.05 * len(truth["rows"]), wrong


def test_no_row_of_a_list_of_areas_and_then_topics_gets_an_area_that_its_address_contradicts() -> None:
    network, _, _ = imported("amt_liste.csv")
    against = [
        actor.fields["name"]
        for actor in network.of_kind("actor").values()
        for place in network.linked(actor.id, "places")
        if place.fields.get("area")
        and {place.fields["area"]}.isdisjoint(actor.fields.get("areas", [place.fields["area"]]))
    ]
    assert against == []


def _around(network: Network, name: str | None) -> set[str]:
    """An area's name and those of the areas around it; of a town that is named like its Verbandsgemeinde, both."""
    found = [a for a in network.of_kind("area").values() if a.fields["name"] == name]
    names = set()
    for area in found:
        while True:
            names.add(str(area.fields["name"]))
            if not area.fields.get("parent"):
                break
            area = network.entry(area.fields["parent"])
    return names


def test_headings_between_rows_and_struck_rows_are_told_and_make_no_entry() -> None:
    truth = json.loads((HERE / LISTS["amt_liste.xlsx"]).read_text("utf-8"))
    network, done, _ = imported("amt_liste.xlsx")
    told = {_place(sheet_of("amt_liste.xlsx"), r.number): {m.code for m in r.remarks} for r in done.rows}
    for code, rows in (("import.struck", truth["struck_rows"]), ("import.group_row", truth["group_rows"])):
        assert all(code in told[each["sheet"], each["row"]] for each in rows)
        assert sum(code in codes for codes in told.values()) == len(rows)
    kept = json.dumps([dict(e.fields) for e in network.of_kind("contact").values()], ensure_ascii=False)
    assert not any(f'"{each["text"].strip()}"' in kept for each in truth["struck_cells"] if each["column"] == "Name")
