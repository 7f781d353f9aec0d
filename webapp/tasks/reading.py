"""Reading an uploaded file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from graph.connect import open_store
from graph.model.errors import KnotenpunktError
from webapp.imports import forgetting, lasting, read_file, record
from webapp.tasks import proposing

_ROWS_AT_ONCE = 5_000
"""A workbook of so many rows is read and compared within what reading may take."""


def read(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Read the file of an import and keep what was found; the page that shows it."""
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    stored = record.get(store, arguments["import"])
    path = Path(arguments["incoming"]) / stored.id
    if not path.is_file():
        raise KnotenpunktError("job.file_gone")
    progress(0, 0, "read")
    found = read_file.find(path.read_bytes(), stored.file, stored.options)
    saved = lasting.recalled(store, found.shown["signature"])
    mapping = read_file.first_mapping(found.shown, stored.file)
    mapping |= saved[0] if saved else {}
    preset = dict(arguments.get("preset", {}))
    counties = {**(saved[1] if saved else {}), **preset.pop("county_names", {})}
    kept = record.put_part(store, record.CONTENT, stored.id, stored.owner, found.content, now)
    store.commit(None, put=[kept])
    record.update(
        store, stored.id, now,
        what=found.what, read=found.shown, mapping={**mapping, **preset}, county_names=counties,
        remembered=saved is not None, proposal={},
    )  # fmt: skip
    forgetting.preview(store, stored)
    store.close()
    if found.what == "workbook" and found.shown["rows"] <= _ROWS_AT_ONCE:
        return proposing.propose(b"", arguments, progress)  # it says itself what its columns mean
    return f"/import/{stored.id}/columns"


def found(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> dict[str, Any]:
    """What is in a file, for a command that keeps nothing of it. `arguments`: name, options."""
    found = read_file.find(payload, arguments["name"], arguments["options"])
    return {"what": found.what, "content": found.content, "shown": found.shown}
