"""Statements made from the vocabulary: labels and relationship types are in the text, every value is a parameter."""

from __future__ import annotations

from functools import cache

from graph.engines.neo4j import shape
from graph.model.schema import kinds

ENTRY_LABEL = "Entry"


@cache
def _owned() -> str:
    """The references of a node `n` as [field, position, target], from its own end."""
    outward, inward = "|".join(shape.reference_types(False)), "|".join(shape.reference_types(True))
    return f"""COLLECT {{ MATCH (n)-[r:{outward}]->(m:Entry) WHERE r.id IS NULL RETURN [r.field, r.position, m.id] }}
    + COLLECT {{ MATCH (n)<-[r:{inward}]-(m:Entry) RETURN [r.field, r.position, m.id] }}"""


@cache
def lock_nodes() -> str:
    """Lock nodes in the order of $ids, and answer what stands there."""
    return f"""UNWIND $ids AS id MATCH (n:Entry {{id: id}}) SET n.locked = true REMOVE n.locked
WITH n RETURN labels(n), properties(n), {_owned()}"""


@cache
def read_nodes() -> str:
    """What stands in nodes."""
    return f"UNWIND $ids AS id MATCH (n:Entry {{id: id}}) RETURN labels(n), properties(n), {_owned()}"


def lock_links(type: str) -> str:
    """Lock entries that are relationships, and answer what stands there."""
    return f"""UNWIND $ids AS id MATCH (a:Entry)-[n:{type} {{id: id}}]->(b:Entry) SET n.locked = true REMOVE n.locked
WITH a, n, b RETURN type(n), properties(n), a.id, b.id"""


def read_links(type: str) -> str:
    """What stands in entries that are relationships."""
    return f"""UNWIND $ids AS id MATCH (a:Entry)-[n:{type} {{id: id}}]->(b:Entry)
RETURN type(n), properties(n), a.id, b.id"""


ALL_NODES = "MATCH (n:Entry) RETURN labels(n), properties(n)"


def all_links(type: str) -> str:
    """Every entry of a link kind."""
    return f"MATCH (a:Entry)-[n:{type}]->(b:Entry) WHERE n.id IS NOT NULL RETURN type(n), properties(n), a.id, b.id"


def all_references(inward: bool) -> str:
    """Every reference as (owner, field, position, target)."""
    types = "|".join(shape.reference_types(inward))
    arrow = f"<-[r:{types}]-" if inward else f"-[r:{types}]->"
    return f"MATCH (n:Entry){arrow}(m:Entry) WHERE r.id IS NULL RETURN n.id, r.field, r.position, m.id"


@cache
def pointing() -> tuple[str, ...]:
    """The entries that point to any of $ids: nodes by their references, and those that are relationships."""
    start = "UNWIND $ids AS id MATCH (:Entry {id: id})"
    outward, inward = "|".join(shape.reference_types(False)), "|".join(shape.reference_types(True))
    links = "|".join(shape.link_types().values())
    return (
        f"{start}<-[r:{outward}]-(n:Entry) WHERE r.id IS NULL RETURN DISTINCT n.id",
        f"{start}-[r:{inward}]->(n:Entry) RETURN DISTINCT n.id",
        f"{start}-[r:{links}]-() WHERE r.id IS NOT NULL RETURN DISTINCT r.id",
    )


def create_nodes(name: str) -> str:
    """Create entries of a kind."""
    return f"UNWIND $rows AS row CREATE (n:Entry:{shape.label(name)}) SET n = row"


@cache
def update_nodes(name: str) -> str:
    """Give entries the label of a kind and these properties."""
    others = ":".join(shape.label(other) for other in kinds() if other != name)
    return f"""UNWIND $rows AS row MATCH (n:Entry {{id: row.id}})
REMOVE n:{others} SET n:{shape.label(name)}, n = row"""


DELETE_NODES = "UNWIND $ids AS id MATCH (n:Entry {id: id}) DELETE n"


def create_links(type: str) -> str:
    """Create entries that are relationships."""
    return f"""UNWIND $rows AS row MATCH (a:Entry {{id: row.sender}}) MATCH (b:Entry {{id: row.receiver}})
CREATE (a)-[n:{type}]->(b) SET n = row.properties RETURN count(n)"""


def update_links(type: str) -> str:
    """Give entries that are relationships these properties."""
    return f"UNWIND $rows AS row MATCH ()-[n:{type} {{id: row.id}}]->() SET n = row"


def delete_links(type: str) -> str:
    """Delete entries that are relationships."""
    return f"UNWIND $ids AS id MATCH ()-[n:{type} {{id: id}}]->() DELETE n"


def create_references(type: str) -> str:
    """Create references of a type from rows of owner, target, field and position."""
    pattern = f"(m)-[r:{type}]->(n)" if shape.inward(type) else f"(n)-[r:{type}]->(m)"
    return f"""UNWIND $rows AS row MATCH (n:Entry {{id: row.owner}}) MATCH (m:Entry {{id: row.target}})
CREATE {pattern} SET r.field = row.field, r.position = row.position RETURN count(r)"""


def delete_references(type: str) -> str:
    """Delete references of a type."""
    pattern = f"()-[r:{type}]->(n)" if shape.inward(type) else f"(n)-[r:{type}]->()"
    return f"""UNWIND $rows AS row MATCH (n:Entry {{id: row.owner}}) MATCH {pattern}
WHERE r.id IS NULL AND r.field = row.field AND coalesce(r.position, -1) = coalesce(row.position, -1) DELETE r"""


EXISTING = "UNWIND $ids AS id MATCH (n:Entry {id: id}) RETURN n.id"

LEADING_TO = """UNWIND range(0, size($ids) - 1) AS i MATCH (n:Entry {id: $ids[i]})-[r]-(m:Entry)
RETURN n.id, startNode(r) = n, r.id, r.field, m.id ORDER BY i LIMIT 1"""
"""One relationship that would lead nowhere if these nodes went."""
