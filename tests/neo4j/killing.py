"""Kill the server again and again under writing processes, then look whether anything is lost, doubled or half."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

from graph.connect import open_store
from tests.concurrency.killing import Writer, listen, problems
from tests.neo4j_server import Server


@dataclass(frozen=True, kw_only=True)
class Report:
    """What came of it."""

    kills: int
    acknowledged: int
    problems: list[str]
    slowest_answer: float
    seconds: float


def kill_server(kills: int, seed: int = 0) -> Report:
    """Let three processes write to a server of their own that is killed and started anew `kills` times."""
    chance, started = random.Random(seed), time.monotonic()
    server = Server()
    writers = [Writer(name=name, url=server.url) for name in "abc"]
    try:
        open_store(server.url).close()
        for writer in writers:
            writer.start()
        for _ in range(kills):
            _wait_for_writes(writers)
            _hear(writers, chance.uniform(0, 1))
            server.kill()
            _hear(writers, 1)
            server.start()
        _wait_for_writes(writers)
        for writer in writers:
            writer.kill()
        return Report(
            kills=kills,
            acknowledged=sum(len(w.acknowledged) for w in writers),
            problems=problems(server.url, writers),
            slowest_answer=max(w.slowest_answer for w in writers),
            seconds=time.monotonic() - started,
        )
    finally:
        for writer in writers:
            if writer.process.poll() is None:
                writer.kill()
        server.stop()


def _wait_for_writes(writers: list[Writer]) -> None:
    """Until each writer was answered ten times more."""
    wanted = {w.name: len(w.acknowledged) + 10 for w in writers}
    until = time.monotonic() + 120
    while any(len(w.acknowledged) < wanted[w.name] for w in writers):
        assert time.monotonic() < until, "the writers do not come to write"
        assert all(w.process.poll() is None for w in writers), "a writer ended by itself"
        listen(writers, 1)


def _hear(writers: list[Writer], seconds: float) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        listen(writers, left)
