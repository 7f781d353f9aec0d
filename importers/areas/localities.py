"""A table of postcodes and localities for known areas: what places addresses without coordinates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.model.changes import Change, EntryId, Kind
from graph.network import Network
from importers.files.table import Row, Sheet
from importers.proposal import Outcome, Proposal, Remark, RowReport

_COLUMNS = {
    "postcode": ("plz", "postleitzahl", "postcode", "zip"),
    "locality": ("ort", "ortsname", "locality", "place_name", "name"),
    "key": ("ars", "ags", "gemeindeschlüssel", "regionalschlüssel", "rs"),
}


def is_locality_table(headings: tuple[str, ...]) -> bool:
    """Whether a sheet lists postcodes and localities by area key, and nothing that is an actor's."""
    folded = {h.strip().casefold() for h in headings}
    columns_there = all(folded & set(names) for names in _COLUMNS.values())
    return columns_there and not folded & {"einrichtung", "telefon", "e-mail", "straße", "anschrift", "adresse"}


def propose_localities(
    network: Network, sheet: Sheet, *, file: str, source: str = "", source_name: str, licence: str = "",
    attribution: str = "", new_id: Callable[[], str],
) -> Proposal:  # fmt: skip
    """Postcodes and localities added to the areas that the table names by ARS or AGS. O(rows)."""
    columns = {name: _column(sheet, names) for name, names in _COLUMNS.items()}
    areas = {
        str(a.fields[k]): id for id, a in network.of_kind("area").items() for k in ("ars", "ags") if a.fields.get(k)
    }
    found: dict[EntryId, list[str]] = {}
    reports = [_row(row, columns, areas, found, network) for row in sheet.rows]
    source_id = EntryId(source or new_id())
    changes = [change for id, lines in found.items() if (change := _change(network, id, lines))]
    if changes and network.find(source_id) is None:
        stated = {"name": source_name, "licence": licence, "attribution": attribution}
        head = Change(kind=Kind("source"), id=source_id, before=None, after={k: v for k, v in stated.items() if v})
        changes.insert(0, head)
    return Proposal(file=file, revision=network.revision, changes=tuple(changes), rows=tuple(reports))


def _row(
    row: Row, columns: dict[str, int], areas: dict[str, EntryId], found: dict[EntryId, list[str]], network: Network
) -> RowReport:
    postcode, locality, key = (row.cells[columns[name]].strip() for name in ("postcode", "locality", "key"))
    postcode = postcode.zfill(5)  # programs take postcodes for numbers and drop the zero
    name = f"{postcode} {locality}".strip()
    id = areas.get(key) or areas.get(key.zfill(8)) or areas.get(key.zfill(12))
    if id is None:
        told = (Remark(column=key, code="import.unknown_ags", params={"row": str(row.number), "ags": key}),)
        return RowReport(number=row.number, key=name, name=name, outcome="rejected", remarks=told)
    found.setdefault(id, []).append(name)
    known = name in network.entry(id).fields.get("localities", ())
    outcome: Outcome = "unchanged" if known else "new"
    return RowReport(number=row.number, key=name, name=name, outcome=outcome, entry=id)


def _change(network: Network, id: EntryId, lines: list[str]) -> Change | None:
    area = network.entry(id)
    known: list[str] = list(area.fields.get("localities", ()))
    merged: list[Any] = list(dict.fromkeys([*known, *sorted(lines)]))
    if merged == known:
        return None
    return Change(kind=area.kind, id=id, before={"localities": known or None}, after={"localities": merged})


def _column(sheet: Sheet, names: tuple[str, ...]) -> int:
    folded = [h.strip().casefold() for h in sheet.headings]
    return next(folded.index(name) for name in names if name in folded)
