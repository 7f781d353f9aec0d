"""The only place that chooses an engine."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from graph.engines.embedded import sqlite
from graph.engines.embedded.store import EmbeddedStore
from graph.model.errors import KnotenpunktError
from graph.store import Store

_NEO4J = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def open_store(url: str) -> Store:
    """Open the store at `url`, which is made when it does not exist yet. Raises KnotenpunktError.

    A path, or file:PATH, is the embedded engine; bolt://, bolt+s://, neo4j:// (untested) a Neo4j server, with user and
    password in the URL or in KNOTENPUNKT_NEO4J_USER and KNOTENPUNKT_NEO4J_PASSWORD.
    """
    scheme = urlsplit(url).scheme
    if scheme == "file":
        return EmbeddedStore(Path(url.removeprefix("file://").removeprefix("file:")))
    if scheme == "" or len(scheme) == 1:  # a drive letter is no scheme
        return EmbeddedStore(Path(url))
    if scheme in _NEO4J:
        # Imported when needed: the driver takes longer to load than a small network.
        from graph.engines.neo4j.store import Neo4jStore

        return Neo4jStore(url)
    raise KnotenpunktError("store.unknown_engine", scheme=scheme)


def sqlite_version() -> str:
    """The SQLite that the embedded engine stands on."""
    return sqlite.version()
