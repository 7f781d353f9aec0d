"""What must hold between rows and beyond the vocabulary: links reach something, nothing is beneath itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from shapely.errors import ShapelyError
from shapely.geometry import shape

from graph.model.changes import Change, EntryId
from graph.model.errors import Fault
from graph.model.fields import Type
from graph.model.schema import kind, references
from graph.model.values.phone import is_mobile
from graph.network import Network
from importers.lists.private import is_personal_mail
from importers.proposal import Remark
from importers.workbook.rows import Line, heading

_PUBLIC = frozenset({"actor", "service"})


def unfit(name: str, fields: Mapping[str, Any]) -> list[Fault]:
    """Values that have the right shape and still can't be: an outline that is no area."""
    outlines = [f.name for f in kind(name).fields if f.type is Type.OUTLINE and fields.get(f.name)]
    return [Fault(field=f, code="workbook.not_a_form", params={}) for f in outlines if not _is_area(fields[f])]


def personal(name: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, list[str], list[str] | None]]:
    """(field, what likely belongs to a person, the rest) of numbers and addresses that anyone would see."""
    if name not in _PUBLIC or fields.get("audience") in ("coordination", "callback"):
        return
    for field, test in (("phones", is_mobile), ("mails", is_personal_mail)):
        values = fields.get(field) or []
        found = [v for v in values if test(v)]
        if found:
            yield field, found, [v for v in values if v not in found] or None


def without_missing(lines: list[Line], changes: dict[EntryId, Change], network: Network) -> None:
    """Take out links to rows that are refused, and rows that can't be without them, until every link reaches."""
    refused = {line.id: line for line in lines if line.rejected and line.id}
    while True:
        broken = [line for line in lines if line.id in changes and _lacks(line, changes, network)]
        for line in broken:
            _unlink(line, changes, network, refused)
        if not broken:
            return


def without_circles(lines: list[Line], changes: dict[EntryId, Change], network: Network) -> None:
    """Refuse rows that would become a part of themselves."""
    for line in lines:
        change = changes.get(line.id)
        if change is not None and (change.after or {}).get("parent") and _beneath_itself(line.id, changes, network):
            line.refuse("check.beneath_itself", column=heading(line, "parent"))
            del changes[line.id]
            without_missing(lines, changes, network)


def _is_area(text: str) -> bool:
    try:
        found = json.loads(text)
        if found.get("type") not in ("Polygon", "MultiPolygon"):
            return False
        return not shape(found).is_empty and _on_earth(shape(found).bounds)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, ShapelyError):
        return False


def _on_earth(bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def _lacks(line: Line, changes: Mapping[EntryId, Change], network: Network) -> set[EntryId]:
    """The entries that a row links to and that will not be there."""
    targets = {target for _, target in references(line.kind, changes[line.id].after or {})}
    return {t for t in targets if t not in network and t not in changes}


def _unlink(line: Line, changes: dict[EntryId, Change], network: Network, refused: Mapping[EntryId, Line]) -> None:
    change = changes[line.id]
    gone = _lacks(line, changes, network)
    after = dict(change.after or {})
    for name in {f for f, target in references(line.kind, after) if target in gone}:
        field = kind(line.kind).field(name)
        for target in gone & {t for f, t in references(line.kind, after) if f == name}:
            called = refused[target].name or refused[target].key if target in refused else str(target)
            line.remarks.append(
                Remark(column=heading(line, name), code="workbook.rejected_target", params={"text": called})
            )
        left = [t for t in after[name] if t not in gone] if field.type is Type.REFS else None
        if field.required and not left:
            line.rejected = True
        if left:
            after[name] = left
        else:
            del after[name]
    before = None if change.before is None else {n: v for n, v in change.before.items() if n in after}
    if line.rejected or not after:
        del changes[line.id]
    else:
        changes[line.id] = Change(kind=change.kind, id=change.id, before=before, after=after)


def _beneath_itself(id: EntryId, changes: Mapping[EntryId, Change], network: Network) -> bool:
    seen: set[EntryId] = set()
    above: EntryId | None = _parent(id, changes, network)
    while above and above not in seen:
        if above == id:
            return True
        seen.add(above)
        above = _parent(above, changes, network)
    return False


def _parent(id: EntryId, changes: Mapping[EntryId, Change], network: Network) -> EntryId | None:
    after = (changes[id].after or {}) if id in changes else {}
    if "parent" in after:
        return EntryId(after["parent"]) if after["parent"] else None
    stored = network.find(id)
    found = stored.fields.get("parent") if stored else None
    return EntryId(found) if found else None
