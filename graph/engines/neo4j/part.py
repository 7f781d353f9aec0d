"""The part of a network that a process serves, found by walking the server's relationships from its areas."""

from __future__ import annotations

from graph.engines.neo4j import cypher, entries, shape
from graph.engines.neo4j.driver import Transaction
from graph.engines.parts import walked
from graph.engines.states import States
from graph.model.changes import EntryId, Kind, Scope

_CALLED = " UNION ".join(f"MATCH (n:Area {{{key}: $called}}) RETURN n.id AS id" for key in ("ars", "ags", "name"))


def areas(tx: Transaction, called: str) -> list[EntryId]:
    """The areas with this ARS, AGS or name."""
    return [id for (id,) in tx.run(_CALLED, called=called)]


def states(tx: Transaction, scope: Scope) -> States:
    """The entries of a part. Costs what the part holds."""

    def pointing(ids: list[EntryId]) -> set[EntryId]:
        return {id for text in cypher.pointing() for (id,) in tx.run(text, ids=ids)}

    def of_kinds(kinds: list[Kind]) -> States:
        ids = {id for name in kinds for (id,) in tx.run(f"MATCH (n:{shape.label(name)}) RETURN n.id")}
        return entries.some(tx, ids)

    return walked(scope, lambda ids: entries.some(tx, ids), pointing, of_kinds)
