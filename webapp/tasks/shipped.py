"""Taking in the areas of a place that ships with the program: outlines and postcodes, in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from graph.connect import open_store
from graph.model.changes import OpId
from webapp.imports import direct, read_file, samples


def areas(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Each of its files as one ChangeSet, where it says anything new; the page to go on with."""
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    files = samples.place(arguments["place"]).areas
    for n, sample in enumerate(files):
        progress(n, len(files), "write")
        id = f"{arguments['job']}-{n}"
        if store.applied(OpId(f"import:{id}")) is not None:
            continue  # a task may run twice
        found = read_file.find(sample.content(), sample.file, {})
        made = direct.prepare(store, id, sample.file, found, sample.preset(), now)
        if made.proposal.changes:
            direct.write(store, made, now, arguments["account"])
    store.close()
    return "/import"
