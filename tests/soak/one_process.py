"""What one web process costs, measured in a process of its own.

    python -m tests.soak.one_process URL [AREA]

Says as JSON: seconds until it is ready, megabytes, seconds of a page and of a write until it is in memory, entries.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PAGES = 60
WRITES = 40


def main() -> None:
    """Start, look, write, and say what it cost."""
    from graph.model.changes import Change, ChangeSet, EntryId, OpId, Why
    from webapp.app import create_app
    from webapp.config import Config
    from webapp.services import open_services

    url, *areas = sys.argv[1:]
    config = Config(data=Path(tempfile.gettempdir()), store_url=url, areas=tuple(areas))
    services = open_services(config)
    client = create_app(services).test_client()
    client.get("/de/")
    seconds = _age()
    network = services.live.current().network
    towns = {e.id for e in network.of_kind("area").values() if e.fields.get("level") == "municipality"}
    held = [
        a for a in network.of_kind("actor").values() if towns & {*a.fields.get("areas", ())} and "phones" in a.fields
    ]
    client.get("/de/search?q=deutsch")
    pages = [_timed(lambda path=path: client.get(path)) for path in _paths(held[:PAGES])]
    writes = []
    for number, actor in enumerate(held[:WRITES]):
        before = actor.fields.get("note")
        change = Change(kind=actor.kind, id=EntryId(actor.id), before={"note": before}, after={"note": f"{number}"})
        changes = ChangeSet(
            op=OpId(f"soak-{time.time_ns()}"), who="", at=services.now(), why=Why(code="why.edit"), source="form",
            changes=(change,),
        )  # fmt: skip
        writes.append(_timed(lambda changes=changes: (services.store.commit(changes), services.live.refresh())))
    figures = {
        "start": seconds, "memory": _megabytes(), "page": statistics.median(pages),
        "write": statistics.median(writes), "entries": len(network),
    }  # fmt: skip
    print(json.dumps(figures))
    services.store.close()


def _paths(actors: list) -> list[str]:  # type: ignore[type-arg]
    return [f"/de/actor/{a.id}" for a in actors] + [f"/de/search?q={a.fields['name'].split()[-1]}" for a in actors]


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _age() -> float:
    """Seconds since this process began, interpreter and all."""
    ticks = int(Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _megabytes() -> float:
    """What the process holds now. The kernel's own maximum would count what its parent held, too."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
