"""Entries as nodes and relationships: reading them, and making of them what a ChangeSet says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.engines.neo4j import cypher, shape, values
from graph.engines.neo4j.driver import Transaction
from graph.engines.states import Link, State, States, links
from graph.model.canonical import canonical
from graph.model.changes import Entry, EntryId
from graph.model.errors import Dangling
from graph.model.schema import kind, references

CHUNK = 2000
"""Rows a statement."""

_Reference = tuple[str, int | None, str]
"""(field, position in a list, target)"""


def lock(tx: Transaction, ids: Iterable[EntryId]) -> States:
    """Lock entries in the order of their ids, and answer what stands there."""
    return _look(tx, sorted(set(ids)), cypher.lock_nodes(), cypher.lock_links)


def some(tx: Transaction, ids: Iterable[EntryId]) -> States:
    """Some entries as they stand."""
    return _look(tx, sorted(set(ids)), cypher.read_nodes(), cypher.read_links)


def everything(tx: Transaction) -> dict[EntryId, Entry]:
    """All entries. Not one state while others write: see `reading`."""
    owned: dict[str, list[_Reference]] = {}
    nodes = tx.run(cypher.ALL_NODES)
    for inward in (False, True):
        for owner, *reference in tx.run(cypher.all_references(inward)):
            owned.setdefault(owner, []).append(tuple(reference))
    found = {}
    for labels, properties in nodes:
        if "id" not in properties or len(labels) < 2:  # just being made or unmade; who reads looks again
            continue
        id, state = _of_node(labels, properties, owned.get(properties["id"], ()))
        found[id] = Entry(kind=state[0], id=id, fields=state[1])
    for type in shape.link_types().values():
        for row in tx.run(cypher.all_links(type)):
            id, state = _of_link(*row)
            found[id] = Entry(kind=state[0], id=id, fields=state[1])
    return found


def write(tx: Transaction, stored: States, after: States) -> None:
    """Make the stored entries what they are to be. Raises Dangling."""
    _check_targets(tx, stored, after)
    changed = {id: state for id, state in after.items() if not _same(stored.get(id), state)}
    _take_away(tx, stored, changed)
    _put_nodes(tx, stored, changed)
    _put_links(tx, stored, changed)
    _put_references(tx, stored, changed)
    _delete_nodes(tx, [id for id, state in changed.items() if _is_node(stored.get(id)) and not _is_node(state)])


def write_nodes(tx: Transaction, states: States) -> None:
    """Create the nodes among these entries."""
    _put_nodes(tx, {}, states)


def write_links(tx: Transaction, states: States) -> None:
    """Create the relationships among and of these entries, whose nodes are there."""
    _put_links(tx, {}, states)
    _put_references(tx, {}, states)


def _look(tx: Transaction, ids: Sequence[EntryId], nodes: str, links: Callable[[str], str]) -> States:
    found: States = {}
    for part in _chunks(ids):
        found.update(_of_node(*row) for row in tx.run(nodes, ids=part))
    missing = [id for id in ids if id not in found]
    for type in shape.link_types().values():
        for part in _chunks(missing):
            found.update(_of_link(*row) for row in tx.run(links(type), ids=part))
    return found


def _of_node(labels: list[str], properties: Mapping[str, Any], owned: Iterable[Sequence[Any]]) -> tuple[EntryId, State]:
    name = next(shape.kind_of()[label] for label in labels if label != cypher.ENTRY_LABEL)
    return EntryId(properties["id"]), (name, values.fields(name, properties, owned))  # type: ignore[arg-type]


def _of_link(type: str, properties: Mapping[str, Any], sender: str, receiver: str) -> tuple[EntryId, State]:
    name = shape.kind_of_link()[type]
    ends = [(shape.SENDER, None, sender), (shape.RECEIVER, None, receiver)]
    return EntryId(properties["id"]), (name, values.fields(name, properties, ends))


def _check_targets(tx: Transaction, stored: States, after: States) -> None:
    """Only new links are looked at: those that stay led somewhere before, and what goes is looked at later."""
    new: list[Link] = []
    for id, state in after.items():
        old = links(id, stored.get(id))
        new.extend(link for link in links(id, state) if link not in old and not after.get(link[2]))
    existing: set[str] = set()
    for part in _chunks([target for _, _, target in new if target not in after]):
        existing.update(id for (id,) in tx.run(cypher.EXISTING, ids=part))
    for link in new:
        if link[2] not in existing:
            raise Dangling(*link)


def _take_away(tx: Transaction, stored: States, changed: States) -> None:
    """Relationships that no longer stand: entries first, then references."""
    gone = [(id, old) for id, state in changed.items() if (old := stored.get(id)) and not _stays_link(old, state)]
    for type, ids in _grouped((_link_type(old), id) for id, old in gone if _is_link(old)):
        for part in _chunks(ids):
            tx.run(cypher.delete_links(type), ids=part)
    rows = [row for id, state in changed.items() for row in _differing(id, stored.get(id), state)]
    for type, some in _grouped(rows):
        for part in _chunks(some):
            tx.run(cypher.delete_references(type), rows=part)


def _put_nodes(tx: Transaction, stored: States, changed: States) -> None:
    nodes = [(id, state) for id, state in changed.items() if state and _is_node(state)]
    for update in (False, True):
        wanted = ((s[0], values.properties(s[0], id, s[1])) for id, s in nodes if _is_node(stored.get(id)) is update)
        text = cypher.update_nodes if update else cypher.create_nodes
        for name, rows in _grouped(wanted):
            for part in _chunks(rows):
                tx.run(text(name), rows=part)


def _put_links(tx: Transaction, stored: States, changed: States) -> None:
    kept: list[tuple[str, Any]] = []
    new: list[tuple[str, Any]] = []
    for id, state in changed.items():
        if state is None or not _is_link(state):
            continue
        row = values.properties(state[0], id, state[1])
        old = stored.get(id)
        if old and _stays_link(old, state):
            kept.append((_link_type(state), row))
        else:
            ends = {end: state[1][end] for end in (shape.SENDER, shape.RECEIVER)}
            new.append((_link_type(state), {"properties": row, **ends}))
    for type, rows in _grouped(kept):
        for part in _chunks(rows):
            tx.run(cypher.update_links(type), rows=part)
    for type, rows in _grouped(new):
        for part in _chunks(rows):
            _all_made(tx.run(cypher.create_links(type), rows=part), part)


def _put_references(tx: Transaction, stored: States, changed: States) -> None:
    rows = [row for id, state in changed.items() for row in _differing(id, state, stored.get(id))]
    for type, some in _grouped(rows):
        for part in _chunks(some):
            _all_made(tx.run(cypher.create_references(type), rows=part), part)


def _delete_nodes(tx: Transaction, ids: list[EntryId]) -> None:
    for part in _chunks(ids):
        for id, leads_out, link, field, other in tx.run(cypher.LEADING_TO, ids=part):
            if link is not None:
                raise Dangling(link, shape.SENDER if leads_out else shape.RECEIVER, id)
            raise Dangling(other, field, id)
    for part in _chunks(ids):
        tx.run(cypher.DELETE_NODES, ids=part)


def _all_made(answer: list[list[Any]], rows: Sequence[Mapping[str, Any]]) -> None:
    if answer[0][0] != len(rows):  # a target went between looking and linking; or a link is to lead to a link
        row = rows[0]
        raise Dangling(row.get("owner", ""), row.get("field", ""), row.get("target", ""))


def _differing(id: EntryId, state: State | None, other: State | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """(type, row) of the references of one state that the other has not."""
    there = set(_references(other))
    for reference in _references(state):
        if reference not in there:
            field, position, target = reference
            type = kind(state[0]).field(field).link  # type: ignore[index]
            yield type, {"owner": id, "field": field, "position": position, "target": target}


def _references(state: State | None) -> Iterator[_Reference]:
    if state is None or _is_link(state):
        return
    places: dict[str, int] = {}
    for field, target in references(*state):
        if shape.is_list(state[0], field):
            places[field] = places.get(field, -1) + 1
        yield field, places.get(field), target


def _same(a: State | None, b: State | None) -> bool:
    return a == b and canonical(a) == canonical(b)


def _is_link(state: State) -> bool:
    return shape.is_link(*state)


def _is_node(state: State | None) -> bool:
    return state is not None and not _is_link(state)


def _link_type(state: State) -> str:
    return shape.link_types()[state[0]]


def _stays_link(old: State, new: State | None) -> bool:
    """Whether a relationship can stay: its ends are the same."""
    if new is None or not _is_link(old) or not _is_link(new) or old[0] != new[0]:
        return False
    return all(old[1][end] == new[1][end] for end in (shape.SENDER, shape.RECEIVER))


def _grouped(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return sorted(groups.items())


def _chunks(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
