"""The part of a network that a process serves, found by walking the server's relationships from its areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from graph.engines.neo4j import cypher, entries, shape
from graph.engines.neo4j.driver import Transaction
from graph.engines.states import States
from graph.model.changes import EntryId, Scope
from graph.model.schema import EVERYWHERE, needed_links, references

_CALLED = " UNION ".join(f"MATCH (n:Area {{{field}: $name}}) RETURN n.id AS id" for field in ("ars", "ags", "name"))
_OF_KIND = "MATCH (n:{label}) RETURN n.id"
_AREAS = "UNWIND $ids AS id MATCH (n:Area {id: id}) RETURN n.id"
_BENEATH = "UNWIND $ids AS id MATCH (:Entry {id: id})<-[:PART_OF]-(n:Area) RETURN n.id"
_ABOVE = "UNWIND $ids AS id MATCH (:Entry {id: id})-[:PART_OF]->(n:Area) RETURN n.id"


def called(tx: Transaction, name: str) -> list[EntryId]:
    """The areas with this ARS, AGS or name."""
    return [id for (id,) in tx.run(_CALLED, name=name)]


def states(tx: Transaction, scope: Scope) -> States:
    """The entries of a part. Costs what the part holds."""
    areas = _walk(tx, _ids(tx, _AREAS, scope.areas or ()), lambda ids: [_ids(tx, _BENEATH, ids)])
    inside = _walk(tx, areas | scope.ids, lambda ids: (_ids(tx, text, ids) for text in cypher.pointing()))
    held = inside | _walk(tx, areas, lambda ids: [_ids(tx, _ABOVE, ids)])
    for name in EVERYWHERE:
        held |= _ids(tx, _OF_KIND.format(label=shape.label(name)))
    links = {id for text in cypher.touching() for id in _ids(tx, text, held)}
    found = entries.some(tx, held | links)
    found.update(entries.some(tx, _targets(found) - found.keys()))
    while missing := _needed(found) - found.keys():
        found.update(dict.fromkeys(missing) | entries.some(tx, missing))
    return found


def _walk(
    tx: Transaction, start: Iterable[EntryId], step: Callable[[set[EntryId]], Iterable[set[EntryId]]]
) -> set[EntryId]:
    """All that can be reached by steps, with the start."""
    found = set(start)
    frontier = set(found)
    while frontier:
        frontier = set().union(*step(frontier)) - found
        found |= frontier
    return found


def _ids(tx: Transaction, text: str, ids: Iterable[EntryId] | None = None) -> set[EntryId]:
    if ids is None:
        return {id for (id,) in tx.run(text)}
    return {id for chunk in _chunks(sorted(ids)) for (id,) in tx.run(text, ids=chunk)}


def _targets(found: States) -> set[EntryId]:
    return {target for state in found.values() if state for _, target in references(*state)}


def _needed(found: States) -> set[EntryId]:
    """What these can't be without."""
    targets = (pair for state in found.values() if state for pair in references(*state))
    return {target for field, target in targets if field in needed_links()}


def _chunks(ids: list[EntryId]) -> Iterator[list[EntryId]]:
    for start in range(0, len(ids), entries.CHUNK):
        yield ids[start : start + entries.CHUNK]
