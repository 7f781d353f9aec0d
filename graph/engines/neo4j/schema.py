"""Constraints and indexes, and how a database becomes a store or is refused. Community has no existence constraints."""

from __future__ import annotations

from graph.engines.log_format import GENESIS
from graph.engines.neo4j import shape
from graph.engines.neo4j.driver import Connections
from graph.model.errors import KnotenpunktError

VERSION = 1

_SECONDS = 30.0
"""For opening: a server that has just started is slow at first."""

_ALTER_SECONDS = 300.0
"""For a constraint that is made in a network that is there already."""

_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
_OWN_INDEXES = """SHOW INDEXES YIELD name, state, owningConstraint
WHERE owningConstraint IS NULL AND state <> 'FAILED' RETURN name"""

_UNIQUE = {
    "entry_id": "(n:Entry) REQUIRE n.id",
    "changeset_op": "(n:ChangeSet) REQUIRE n.op",
    "changeset_revision": "(n:ChangeSet) REQUIRE n.revision",
    "record_id": "(n:Record) REQUIRE (n.kind, n.id)",
    "counter_name": "(n:Counter) REQUIRE n.name",
    "store_id": "(n:Store) REQUIRE n.id",
}

_INDEXES = {
    "area_ars": "(n:Area) ON (n.ars)",
    "area_ags": "(n:Area) ON (n.ags)",
    "area_name": "(n:Area) ON (n.name)",
    "change_entry": "(n:Change) ON (n.entry)",
    "personal_entry": "(n:Personal) ON (n.entry, n.field)",
    "record_owner": "(n:Record) ON (n.kind, n.owner, n.id)",
    "record_due": "(n:Record) ON (n.kind, n.due)",
    "record_expires": "(n:Record) ON (n.expires)",
    "counter_expires": "(n:Counter) ON (n.expires)",
}

_LOOK = """OPTIONAL MATCH (s:Store {id: 'knotenpunkt'})
RETURN s.version, s.restoring, s IS NULL AND EXISTS { MATCH () }"""

_MAKE = """MERGE (s:Store {id: 'knotenpunkt'})
ON CREATE SET s.version = $version, s.revision = 0, s.chain = $genesis"""


def prepare(connections: Connections, shown: str) -> None:
    """Make constraints and indexes where they are missing, and an empty database a store.

    Raises KnotenpunktError when the database holds something else, was written by a newer version or is half filled.
    """
    _accept(connections.read(lambda tx: tx.run(_LOOK)[0], _SECONDS), shown)
    for name in _missing(connections):
        _make(connections, name)
    connections.write(lambda tx: tx.run(_MAKE, version=VERSION, genesis=GENESIS), _SECONDS, repeatable=True)


def statements() -> dict[str, str]:
    """Name → statement of every constraint and index."""
    unique = dict(_UNIQUE)
    for type in shape.link_types().values():
        unique[f"{type.lower()}_id"] = f"()-[n:{type}]-() REQUIRE n.id"
    made = {
        name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {text} IS UNIQUE" for name, text in sorted(unique.items())
    }
    made.update({name: f"CREATE INDEX {name} IF NOT EXISTS FOR {text}" for name, text in _INDEXES.items()})
    return made


def _accept(found: list[object], shown: str) -> None:
    version, restoring, strange = found
    if strange:
        raise KnotenpunktError("store.not_ours", path=shown)
    if isinstance(version, int) and version > VERSION:
        raise KnotenpunktError("store.newer", found=version, known=VERSION)
    if restoring:
        raise KnotenpunktError("store.half_moved")


def _make(connections: Connections, name: str) -> None:
    """Several processes may open a new store at once: who comes second finds it made."""
    for attempt in range(20):
        try:
            connections.alter(statements()[name], _ALTER_SECONDS)
        except KnotenpunktError as exc:
            if attempt == 19:
                raise KnotenpunktError("store.neo4j_refused", **exc.params) from exc
        if name not in _missing(connections):
            return
    raise KnotenpunktError("store.neo4j_refused", detail=f"{name} is something else")


def _missing(connections: Connections) -> list[str]:
    """The names of constraints and indexes that are not there or do not work."""
    constraints = {name for (name,) in connections.ask(_CONSTRAINTS, _SECONDS)}
    indexes = {name for (name,) in connections.ask(_OWN_INDEXES, _SECONDS)}
    return [
        name
        for name, text in statements().items()
        if name not in (constraints if text.startswith("CREATE CONSTRAINT") else indexes)
    ]
