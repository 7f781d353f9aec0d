"""The one place where search opens its in-memory database."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from types import ModuleType
from typing import cast


def connect() -> sqlite3.Connection:
    """Open an empty in-memory database that any thread may use, one at a time.

    The current SQLite of `pysqlite3` is taken where it is installed, else the standard library's; both know FTS5.
    """
    return cast(sqlite3.Connection, _driver().connect(":memory:", check_same_thread=False, isolation_level=None))


def _driver() -> ModuleType:
    try:
        return import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
