"""Both engines side by side: loading, writing, feeding and refreshing networks of four sizes. Prints a table."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.live import Live
from graph.model.changes import EVERYTHING, Revision
from graph.operations.move import move
from graph.store import Store
from tests import neo4j_stores
from tests.contract.making import created, write
from tests.generator import fill, generate
from tests.neo4j_server import Server

SIZES = [int(size) for size in os.environ.get("KNOTENPUNKT_SOAK_ACTORS", "130 2000 20000 120000").split()]
CHANGES = 50

pytestmark = pytest.mark.needs("java", "maven")


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _figures(store: Store, size: int) -> str:
    load = min(_seconds(lambda: list(store.load(EVERYTHING)[1])) for _ in range(3))
    live = Live(store)
    revision = store.revision()
    writes = [_seconds(lambda n=n: write(store, created(f"new-{size}-{n}"))) for n in range(CHANGES)]
    feed = min(_seconds(lambda: list(store.feed(Revision(revision)))) for _ in range(3))
    live.refresh()
    refreshes = []
    for n in range(5):
        write(store, created(f"last-{size}-{n}"))
        refreshes.append(_seconds(live.refresh))
    return (
        f"{load:9.3f} {1000 * statistics.median(writes):9.1f} {1000 * feed:9.1f}"
        f" {1000 * statistics.median(refreshes):9.1f}"
    )


@pytest.mark.parametrize("size", SIZES)
def test_both_engines_side_by_side(tmp_path: Path, size: int) -> None:
    server = Server(heap="384m" if size < 5000 else "2g", pagecache="512m")
    try:
        neo4j_stores.warm_up(server.url)
        neo4j_stores.empty(server.url)
        file, graph = open_store(str(tmp_path / "store.db")), open_store(server.url)
        fill(file, generate(size))
        with neo4j_stores.unhurried():
            moving = _seconds(lambda: move(file, graph))
        print(f"\n{size} actors; moved and compared in {moving:.1f} s")
        print(f"{'':10} {'load s':>9} {'write ms':>9} {'feed ms':>9} {'refresh ms':>9}")
        for name, store in (("embedded", file), ("neo4j", graph)):
            with neo4j_stores.unhurried():
                print(f"{name:10} {_figures(store, size)}")
            store.close()
    finally:
        server.stop()
