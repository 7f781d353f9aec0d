"""Taking back a change that touched thousands of entries: first what that means, then the deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from graph.connect import open_store
from graph.model.changes import OpId, Revision
from graph.model.errors import Conflict, Dangling
from graph.operations import undo as undoing
from webapp import undo_plans
from webapp.imports import proposals


def undo(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Plan it, and do it if it is what was `shown`; the page of the change that came of it, else of the plan."""
    store, revision = open_store(arguments["store"]), int(arguments["revision"])
    now, op = datetime.fromisoformat(arguments["now"]), OpId(arguments["op"])
    done = store.applied(op)
    if done is not None:
        return f"/history/{done}"
    progress(0, 0, "load")
    network = proposals.load(store)
    applied = store.history(None, Revision(revision + 1), 1)[0]
    progress(0, 0, "undo")
    planned = undoing.plan(network, applied)
    if planned.changes and undo_plans.mark(planned) == arguments["shown"]:
        progress(0, 0, "write")
        try:
            done = store.commit(undoing.changeset(planned, applied, op, arguments["account"], now))
            store.close()
            return f"/history/{done}"
        except (Conflict, Dangling):
            pass  # somebody wrote meanwhile: show what it would be now
    undo_plans.keep(store, revision, undo_plans.made_of(planned, network.revision), now)
    store.close()
    return f"/history/{revision}/undo"
