"""The only place that chooses an engine."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

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
    path = _path(url)
    if path is not None:
        return EmbeddedStore(path)
    scheme = urlsplit(url).scheme
    if scheme in _NEO4J:
        # Imported when needed: the driver takes longer to load than a small network.
        from graph.engines.neo4j.store import Neo4jStore

        return Neo4jStore(url)
    raise KnotenpunktError("store.unknown_engine", scheme=scheme)


def exists(url: str) -> bool:
    """Whether there is something to open; of a server it is not known before."""
    path = _path(url)
    return path is None or path.is_file()


def complete(url: str) -> str:
    """A store's URL for another process, which may start elsewhere and knows nothing of this one's environment."""
    path = _path(url)
    if path is not None:
        return f"file:{path.resolve()}"
    parts = urlsplit(url)
    user, password = os.environ.get("KNOTENPUNKT_NEO4J_USER", ""), os.environ.get("KNOTENPUNKT_NEO4J_PASSWORD", "")
    if parts.username or not user:
        return url
    return parts._replace(netloc=f"{quote(user, safe='')}:{quote(password, safe='')}@{parts.netloc}").geturl()


def shown(url: str) -> str:
    """A store's URL as it may be shown: without the password.

    >>> shown("bolt://neo4j:secret@db.example.org:7687")
    'bolt://neo4j@db.example.org:7687'
    """
    parts = urlsplit(url)
    if parts.password is None:
        return url
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{parts.username}@{host}").geturl()


def sqlite_version() -> str:
    """The SQLite that the embedded engine stands on."""
    return sqlite.version()


def writes_alone() -> bool:
    """Whether this SQLite is so old that one process alone may write to an embedded store."""
    return sqlite.writes_alone()


def _path(url: str) -> Path | None:
    """The file of an embedded store."""
    scheme = urlsplit(url).scheme
    if scheme == "file":
        return Path(url.removeprefix("file://").removeprefix("file:"))
    return Path(url) if scheme == "" or len(scheme) == 1 else None  # a drive letter is no scheme
