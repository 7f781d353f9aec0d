"""The only place that chooses an engine."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from graph.engines.embedded import sqlite
from graph.engines.embedded.store import EmbeddedStore
from graph.model.errors import KnotenpunktError
from graph.store import Store


def open_store(url: str) -> Store:
    """Open the store at `url`: a path, or file:PATH, is the embedded engine. Raises KnotenpunktError.

    An embedded store that does not exist yet is made.
    """
    scheme = urlsplit(url).scheme
    if scheme == "file":
        return EmbeddedStore(Path(url.removeprefix("file://").removeprefix("file:")))
    if scheme == "" or len(scheme) == 1:  # a drive letter is no scheme
        return EmbeddedStore(Path(url))
    raise KnotenpunktError("store.unknown_engine", scheme=scheme)


def sqlite_version() -> str:
    """The SQLite that the embedded engine stands on."""
    return sqlite.version()


def writes_alone() -> bool:
    """Whether this SQLite is so old that one process alone may write to an embedded store."""
    return sqlite.writes_alone()
