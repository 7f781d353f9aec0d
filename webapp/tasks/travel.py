"""Reading an uploaded table of travel times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from graph.connect import open_store
from graph.model.changes import EVERYTHING
from graph.model.errors import KnotenpunktError
from graph.network import Network
from importers.travel.propose import propose
from importers.travel.read import read as read_table
from webapp.figures import travel_times
from webapp.imports import files


def read(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Read a table and keep it as a draft; the page that shows it. `arguments`: table, file, source, day."""
    path = Path(arguments["incoming"]) / arguments["table"]
    if not path.is_file():
        raise KnotenpunktError("job.file_gone")
    progress(0, 0, "read")
    lines = read_table(path.read_bytes(), arguments["file"])
    progress(0, 0, "load")
    store = open_store(arguments["store"])
    times = propose(Network(store.load(EVERYTHING)[1]), lines)
    stated = (arguments["table"], arguments["account"], arguments["source"], arguments["day"], arguments["file"])
    store.commit(None, put=travel_times.draft(*stated, times, datetime.fromisoformat(arguments["now"])))
    store.close()
    files.forget(path.parent, path.name)
    return f"/figures/travel/{arguments['table']}"
