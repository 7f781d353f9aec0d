"""Writing the whole network as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from graph.connect import open_store
from importers.workbook.write import write
from webapp.imports import exporting, proposals, workbooks
from webapp.imports.exporting import Exported
from webapp.texts import ZONE


def workbook(payload: bytes, arguments: Mapping[str, str], progress: Callable[..., None]) -> str:
    """Write it and keep it for an hour; the page that offers it."""
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    progress(0, 0, "load")
    network = proposals.load(store)
    op = workbooks.op_at(store, network.revision)
    content = write(network, today=now.astimezone(ZONE).date(), op=op, progress=progress)
    made = Exported(owner=arguments["account"], file=arguments["file"], content=content)
    exporting.keep(store, arguments["job"], made, now)
    store.close()
    return f"/export/{arguments['job']}"
