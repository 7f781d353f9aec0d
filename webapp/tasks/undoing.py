"""Taking back a change that touched thousands of entries: first what that means, then the deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from graph.connect import open_store
from graph.model.changes import Applied, OpId, Record, Revision
from graph.model.errors import Conflict, Dangling, KnotenpunktError
from graph.operations import undo
from graph.store import Store
from webapp.imports import proposals

PLAN = "undo-plan"
KEPT = timedelta(hours=24)
_SHOWN = 100


def undo_page(revision: int) -> str:
    """The page of what taking a change back would do."""
    return f"/history/{revision}/undo"


def undo_(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """With `shown` empty plan it and keep what that means; else do it, if it is still what was shown."""
    raise NotImplementedError
