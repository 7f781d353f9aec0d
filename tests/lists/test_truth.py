"""The real list against a truth written by hand: where every cell of 40 drawn rows has to end."""

from __future__ import annotations

import itertools
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from graph.model.changes import Change, Entry
from graph.network import Network
from graph.operations.seed import changeset
from importers.areas.localities import propose_localities
from importers.areas.outlines import propose_outlines
from importers.files.geojson import read_outlines
from importers.files.read import read
from importers.lists import columns
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from tests.lists.saying_the_same import street, weekly

SAMPLE = Path(__file__).parents[2] / "importers" / "samples" / "rems_murr"
TRUTH = json.loads((Path(__file__).parents[1] / "truth" / "rems_murr_40.json").read_text("utf-8"))


def test_at_least_95_percent_of_the_real_lists_cells_end_in_the_right_field(capsys: Any) -> None:
    wrong = measure()
    cells = sum(len(row["cells"]) for row in TRUTH)
    with capsys.disabled():
        print(f"\n{cells - len(wrong)} of {cells} cells right; wrong: {wrong or 'none'}")
    assert len(wrong) <= 0.05 * cells


def measure() -> list[tuple[int, str, str]]:
    """(row, column, what is wrong) of each cell that does not end where it should."""
    network, numbers = imported()
    sheet = read(SAMPLE / "anlaufstellen_rems_murr.csv", "a").sheets[0]
    wrong = []
    for row in TRUTH:
        entries = _of_row(network, numbers[row["row"]])
        for column, items in row["cells"].items():
            text = sheet.rows[row["row"] - 1].cells[sheet.headings.index(column)]
            missed = [
                f"{i['kind']}.{i['field']}={i['value']!r}" for i in items if not _right(i, entries, network, text)
            ]
            if missed:
                wrong.append((row["row"], column, "; ".join(missed)))
    return wrong


def imported() -> tuple[Network, dict[int, str]]:
    """The network after outlines, localities and list, without a correction; and the actor of each data row."""
    ids = (f"id{n}" for n in itertools.count())
    network = Network().apply(changeset(datetime(2026, 11, 23, tzinfo=UTC)).changes)
    outlines = read_outlines(SAMPLE / "gemeinden_rems_murr.geojson", "g")
    network = _after(network, propose_outlines(network, outlines, file="g", source_name="g", new_id=lambda: next(ids)))
    table = read(SAMPLE / "plz_ort_gemeinde.csv", "p").sheets[0]
    network = _after(network, propose_localities(network, table, file="p", source_name="p", new_id=lambda: next(ids)))
    sheet = read(SAMPLE / "anlaufstellen_rems_murr.csv", "a", known=columns.heading_words()).sheets[0]
    targets = columns.guess(sheet)
    mapping = Mapping(targets=targets, key=columns.guess_key(sheet, targets), source_name="Liste")
    done = propose(network, sheet, mapping, file="a", today=date(2026, 11, 23), new_id=lambda: next(ids))
    return _after(network, done), {n: report.entry for n, report in enumerate(done.rows, start=1)}


def _after(network: Network, proposal: Any) -> Network:
    changes: tuple[Change, ...] = proposal.changes
    return network.apply(changes)


def _of_row(network: Network, actor: str) -> dict[str, list[Entry]]:
    services = network.linking(actor, "service", "provider")
    return {"actor": [network.entry(actor)], "service": services, "place": network.linked(actor, "places")}


def _right(item: dict[str, Any], entries: dict[str, list[Entry]], network: Network, text: str) -> bool:
    if item.get("or_extra") and any(text in s.fields.get("extra", {}).values() for s in entries["service"]):
        return True
    choices = [item, *item.get("alternatives", ())]
    return any(_reached(choice, entries, network) for choice in choices)


def _reached(item: dict[str, Any], entries: dict[str, list[Entry]], network: Network) -> bool:
    found = entries[item["kind"]]
    if item["value"] is None:
        return all(item["field"] not in entry.fields for entry in found)
    return any(_is(item["field"], item["value"], entry, network) for entry in found)


def _is(field: str, wanted: Any, entry: Entry, network: Network) -> bool:
    value = entry.fields.get(field)
    if field == "extra":
        return wanted in (value or {}).values()
    if field == "topics":
        return any(network.entry(topic).fields["heading"] == wanted for topic in value or ())
    if field == "area":
        return value is not None and network.entry(value).fields["name"] == wanted
    if field == "areas":
        return {network.entry(area).fields["name"] for area in value or ()} == set(wanted)
    if field == "hours":
        return weekly(str(value or "")) == {day: sorted(spans) for day, spans in wanted.items()}
    if field == "street":
        return street(value) == street(wanted)
    if field == "house_number":
        return re.sub(r"\s", "", str(value)) == re.sub(r"\s", "", wanted)
    return set(value or ()) == set(wanted) if isinstance(wanted, list) else bool(value == wanted)
