"""Writing the whole network as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from graph.connect import open_store
from importers.workbook.write import write
from webapp.imports import exporting, proposals
from webapp.imports.exporting import Exported
from webapp.imports.proof import proof
from webapp.texts import ZONE


def workbook(payload: bytes, arguments: Mapping[str, str], progress: Callable[..., None]) -> str:
    """Write it and keep it for an hour; the page that offers it."""
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    progress(0, 0, "load")
    network = proposals.load(store)
    today = now.astimezone(ZONE).date()
    sealed = proof(store, network.revision, network.audience, today.isoformat(), (e.id for e in network.entries()))
    content = write(network, today=today, op=sealed, progress=progress)
    made = Exported(owner=arguments["account"], file=arguments["file"], content=content)
    exporting.keep(store, arguments["job"], made, now)
    store.close()
    return f"/export/{arguments['job']}"
