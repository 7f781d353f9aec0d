"""Kill writing processes again and again, then look whether anything is lost, doubled or half."""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.connect import open_store
from graph.engines.embedded.store import EmbeddedStore
from graph.model.changes import EVERYTHING, Applied, Fields, Revision
from graph.store import Store
from tests.concurrency.writer import changes_of, entries_of, record_of

ROOT = Path(__file__).resolve().parents[2]


@dataclass(kw_only=True)
class Writer:
    """A name that is written under by one process after another."""

    name: str
    url: str
    process: subprocess.Popen[bytes] = field(init=False)
    tried: str = ""
    """The operation under way: it may be written without our knowing."""
    begun: int = 0
    acknowledged: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    retried: int = 0
    slowest: float = 0.0
    slowest_answer: float = 0.0
    """Seconds until it was told, if only that the store is unavailable."""

    def start(self) -> None:
        """Start a process, which first repeats what was not acknowledged."""
        again = [self.tried] if self.tried else []
        self.retried += len(again)
        command = [sys.executable, "-m", "tests.concurrency.writer", self.url, self.name, str(self.begun), *again]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0)
        self._rest = b""

    def wait_until_it_writes(self, others: list[Writer]) -> None:
        """Return when this process has begun a commit; the others are heard meanwhile."""
        while self not in listen([self, *others], 10):
            assert self.process.poll() is None, f"writer {self.name} ended by itself"

    def kill(self) -> None:
        """End the process as a crash would, and read what it said before."""
        self.process.kill()
        self.process.wait()
        while self.read():
            pass
        assert self.process.stdout is not None
        self.process.stdout.close()

    def read(self) -> bool:
        """Take in what the process has said; False at the end of it."""
        assert self.process.stdout is not None
        said = os.read(self.process.stdout.fileno(), 1 << 16)
        *lines, self._rest = (self._rest + said).split(b"\n")
        for line in lines:
            self._hear(*json.loads(line))
        return bool(said)

    def _hear(self, word: str, op: str, revision: int = 0, seconds: float = 0.0) -> None:
        if word == "try" and op != self.tried:
            self.tried = op
            self.begun += 1
        elif word == "done":
            if self.acknowledged.setdefault(op, revision) != revision:
                self.problems.append(f"{op} was answered {self.acknowledged[op]} and {revision}")
            self.slowest = max(self.slowest, seconds)
            self.tried = ""
        elif word == "busy":
            self.slowest_answer = max(self.slowest_answer, seconds)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What came of it."""

    kills: int
    acknowledged: int
    retried: int
    slowest: float
    seconds: float
    problems: list[str]


def kill_writers(url: str, kills: int, seed: int = 0) -> Report:
    """Let three processes write, kill one at random and start it anew, `kills` times, and look at the store."""
    chance, started = random.Random(seed), time.monotonic()
    writers = [Writer(name=name, url=url) for name in "abc"]
    for writer in writers:
        writer.start()
    for _ in range(kills):
        victim = chance.choice(writers)
        victim.wait_until_it_writes([w for w in writers if w is not victim])
        _pass_time(writers, chance.uniform(0, 0.03))
        victim.kill()
        victim.start()
    for writer in writers:
        writer.wait_until_it_writes([])
        writer.kill()
    return Report(
        kills=kills + len(writers),
        acknowledged=sum(len(w.acknowledged) for w in writers),
        retried=sum(w.retried for w in writers),
        slowest=max(w.slowest for w in writers),
        seconds=time.monotonic() - started,
        problems=[problem for w in writers for problem in w.problems] + problems(url, writers),
    )


def listen(writers: list[Writer], seconds: float) -> list[Writer]:
    """Wait until somebody says something, and answer who did."""
    ready, _, _ = select.select([w.process.stdout for w in writers], [], [], seconds)
    return [w for w in writers if w.process.stdout in ready and w.read()]


def _pass_time(writers: list[Writer], seconds: float) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        listen(writers, left)


def problems(url: str, writers: list[Writer]) -> list[str]:
    """What is lost, doubled, half or otherwise than it was written, after all writers ended."""
    store = open_store(url)
    try:
        told = [problem for w in writers for problem in w.problems]
        return [*told, *_log_problems(store, writers), *_content_problems(store)]
    finally:
        store.close()


def _log_problems(store: Store, writers: list[Writer]) -> Iterator[str]:
    """What is acknowledged and not written, written and not asked for, written twice, or written otherwise."""
    log = [a for a in store.feed(Revision(0)) if isinstance(a, Applied)]
    written = {str(a.changes.op): a for a in log}
    acknowledged = {op: revision for w in writers for op, revision in w.acknowledged.items()}
    if len(written) != len(log):
        yield "an operation was written twice"
    if [a.revision for a in log] != list(range(1, len(log) + 1)):
        yield "the revisions have gaps"
    for op, revision in acknowledged.items():
        if op not in written or written[op].revision != revision:
            yield f"{op} was acknowledged as {revision} and is lost"
    for op in set(written) - set(acknowledged) - {w.tried for w in writers}:
        yield f"{op} is written and nobody tried it"
    for op, applied in written.items():
        if applied.changes != changes_of(op):
            yield f"{op} was written otherwise"


def _content_problems(store: Store) -> Iterator[str]:
    """Whether entries and records are exactly what the log says, and the file is whole."""
    expected: dict[str, Fields] = {}
    records = set()
    for applied in store.feed(Revision(0)):
        assert isinstance(applied, Applied)
        op = str(applied.changes.op)
        expected.update((id, fields) for id, (_, fields) in entries_of(op).items())
        records.add(op)
    if {e.id: e.fields for e in store.load(EVERYTHING)[1]} != expected:
        yield "the entries are not what the log says"
    found = {r.id: r for r in store.find("mail", limit=1 << 30)}
    if set(found) != records or any(r.body != record_of(op).body or r.version != 1 for op, r in found.items()):
        yield "the records are not those put with the ChangeSets"
    if store.verify() is not None:
        yield f"the chain breaks at {store.verify()}"
    if isinstance(store, EmbeddedStore) and (whole := _integrity(store)) != "ok":
        yield f"the file is damaged: {whole}"


def _integrity(store: EmbeddedStore) -> str:
    return str(store._connections.here().execute("PRAGMA integrity_check").fetchone()[0])
