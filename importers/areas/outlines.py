"""Outlines of areas as area entries: keyed by ARS or AGS, beneath their county and Verbandsgemeinde."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.ops import unary_union

from graph.model.canonical import canonical
from graph.model.changes import Change, EntryId, Kind
from graph.network import Network
from importers.files.geojson import Outline, Outlines, simplify
from importers.origin import created, updated
from importers.proposal import Outcome, Proposal, Remark, RowReport

_NAMES_OF_PARENTS = {"association": ("verband",), "county": ("kreis", "landkreis", "county")}
_POPULATION = ("pop", "ewz", "einwohner", "population", "pop_vg250ew")


def propose_outlines(
    network: Network,
    outlines: Outlines,
    *,
    file: str,
    source: str = "",
    source_name: str,
    licence: str = "",
    county_names: Mapping[str, str] | None = None,
    new_id: Callable[[], str],
) -> Proposal:
    """Areas from outlines, with the county and associations of municipalities above them. O(areas).

    `county_names`: county key of five digits → name, where the file has none; else the county is called by its key.
    """
    work = _Areas(network, source or new_id(), outlines.attribution, county_names or {}, new_id)
    reports = [work.take(n, outline) for n, outline in enumerate(outlines.features, start=1)]
    work.put_beneath()
    changes = [*_source(network, work.source, source_name, licence, outlines.attribution), *work.changes]
    told = {c.id for c in work.changes if set(c.after or ()) != {"origin"}}
    return Proposal(
        file=file,
        revision=network.revision,
        changes=tuple(changes) if work.changes else (),
        rows=tuple(_settled(report, told, network) for report in reports),
    )


class _Areas:
    def __init__(
        self,
        network: Network,
        source: str,
        attribution: str,
        county_names: Mapping[str, str],
        new_id: Callable[[], str],
    ) -> None:
        self.source = EntryId(source)
        self.changes: list[Change] = []
        self._network = network
        self._attribution = attribution
        self._county_names = county_names
        self._new_id = new_id
        self._known = {key: id for id, a in network.of_kind("area").items() for key in _keys(a.fields)}
        self._taken: dict[EntryId, dict[str, Any]] = {}
        self._words: dict[EntryId, Mapping[str, Any]] = {}

    def take(self, number: int, outline: Outline) -> RowReport:
        """One area of the file."""
        fields = _fields(outline, self._attribution)
        keys = _keys(fields)
        if not keys:
            told = (Remark(column="", code="import.area_without_key", params={"row": str(number)}),)
            return RowReport(number=number, key="", name=outline.name, outcome="rejected", remarks=told)
        id = next((self._known[k] for k in keys if k in self._known), None) or EntryId(self._new_id())
        self._known.update(dict.fromkeys(keys, id))
        self._taken[id] = fields
        self._words[id] = {str(k).casefold(): v for k, v in outline.properties.items()}
        return RowReport(number=number, key=keys[0], name=outline.name, outcome="new", entry=id)

    def put_beneath(self) -> None:
        """Make the areas above those of the file, and the changes of all."""
        for id, fields in list(self._taken.items()):
            parent = self._parent(id, fields)
            if parent is not None:
                fields["parent"] = parent
        self._draw_parents()
        for id, fields in self._taken.items():
            stored = self._network.find(id)
            key = _keys(fields)[:1]
            if stored is None:
                self.changes.append(created("area", id, fields, self.source, key))
            else:
                change, _, _ = updated(stored, fields, self.source, key)
                if change is not None:
                    self.changes.append(change)

    def _parent(self, id: EntryId, fields: Mapping[str, Any]) -> EntryId | None:
        """The Verbandsgemeinde above a member municipality, the county above everything else."""
        level, ars, ags = fields["level"], fields.get("ars", ""), fields.get("ags", "")
        if level == "county":
            return None
        county = self._above("county", (ars or ags)[:5], id)
        if level == "municipality" and ars[5:6] == "5":  # 5xxx: belongs to an association; 0xxx: stands alone
            return self._above("association", ars[:9], id, beneath=county)
        return county

    def _above(self, level: str, digits: str, child: EntryId, beneath: EntryId | None = None) -> EntryId:
        key = digits.ljust(12, "0") if self._taken[child].get("ars") else digits.ljust(8, "0")
        # A county that an AGS file made is found by a file with ARS, and the other way round.
        both = [key, digits.ljust(12, "0")] if level != "county" else [digits.ljust(n, "0") for n in (12, 8, 5)]
        known = next((self._known[k] for k in both if k in self._known), None)
        if known is not None:
            if known in self._taken and beneath is not None:
                self._taken[known].setdefault("parent", beneath)
            return known
        id = self._known[key] = EntryId(self._new_id())
        kind_of_key = "ars" if len(key) == 12 else "ags"
        self._taken[id] = {"name": self._name(level, digits, child), "level": level, kind_of_key: key}
        if beneath is not None:
            self._taken[id]["parent"] = beneath
        if self._attribution:
            self._taken[id]["attribution"] = self._attribution
        return id

    def _name(self, level: str, digits: str, child: EntryId) -> str:
        words = self._words.get(child, {})
        stated = next((str(words[w]) for w in _NAMES_OF_PARENTS[level] if words.get(w)), "")
        return self._county_names.get(digits) or stated or digits

    def _draw_parents(self) -> None:
        """An area above others that has no outline of its own gets the union of theirs."""
        for level in ("association", "county"):
            made = {i: f for i, f in self._taken.items() if f["level"] == level and "outline" not in f}
            unions = {i: self._union(i) for i in made}
            drawn = {i: u for i, u in unions.items() if u is not None}
            for (i, union), simple in zip(drawn.items(), simplify(list(drawn.values())), strict=True):
                made[i]["outline"] = canonical(_rounded(mapping(union)))
                made[i]["outline_simple"] = canonical(_rounded(mapping(simple)))

    def _union(self, id: EntryId) -> Any:
        parts = [
            shape(json.loads(f["outline"])) for f in self._taken.values() if f.get("parent") == id and "outline" in f
        ]
        return shapely.make_valid(unary_union(parts)) if parts else None


def _fields(outline: Outline, attribution: str) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "name": outline.name,
        "outline": canonical(outline.geometry),
        "outline_simple": canonical(outline.simplified),
        "level": _level(outline),
    }
    for name in ("ars", "ags"):
        if getattr(outline, name):
            fields[name] = getattr(outline, name)
    if "ars" in fields and "ags" not in fields and fields["level"] == "municipality":
        fields["ags"] = fields["ars"][:5] + fields["ars"][9:]
    words = {str(k).casefold(): v for k, v in outline.properties.items()}
    population = next((words[p] for p in _POPULATION if isinstance(words.get(p), int | float)), None)
    if population is not None:
        fields["population"] = int(population)
    if attribution:
        fields["attribution"] = attribution
    return fields


def _level(outline: Outline) -> str:
    """The level that the key's digits say: Land 2, Regierungsbezirk 1, Kreis 2, Verband 4, Gemeinde 3."""
    key = outline.ars or outline.ags
    if len(key) == 12:
        if key[5:] == "0000000":
            return "county" if key[2:5] != "000" else "land"
        return "association" if key[9:] == "000" and key[5] == "5" else "municipality"
    if len(key) == 8:
        return "municipality" if key[5:] != "000" or key[3:5] == "00" else "county"
    return "county" if len(key) == 5 else "municipality"


def _keys(fields: Mapping[str, Any]) -> list[str]:
    return [str(fields[name]) for name in ("ars", "ags") if fields.get(name)]


def _settled(report: RowReport, told: set[EntryId], network: Network) -> RowReport:
    if report.outcome == "rejected":
        return report
    stored = network.find(report.entry) is not None
    outcome: Outcome = ("changed" if stored else "new") if report.entry in told else "unchanged"
    return RowReport(number=report.number, key=report.key, name=report.name, outcome=outcome, entry=report.entry)


def _source(network: Network, id: EntryId, name: str, licence: str, attribution: str) -> Iterator[Change]:
    if network.find(id) is None:
        stated = {"name": name, "licence": licence, "attribution": attribution}
        yield Change(kind=Kind("source"), id=id, before=None, after={k: v for k, v in stated.items() if v})


def _rounded(geometry: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


def _round(value: Any) -> Any:
    return round(value, 5) if isinstance(value, float) else [_round(v) for v in value]
