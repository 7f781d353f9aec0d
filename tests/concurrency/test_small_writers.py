"""Small writers are answered within five seconds while 10,000 entries are written again and again beside them."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from graph.connect import open_store
from tests.concurrency.killing import ROOT, Writer, listen
from tests.contract.making import created, write

WRITERS = 20
SECONDS = 6.0


@contextmanager
def _large_changes(url: str) -> Iterator[None]:
    """Another process commits 10,000 entries at a time, without a pause; at least three times."""
    command = [sys.executable, "-m", "tests.concurrency.bulk", url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as bulk:
        assert bulk.stdout is not None
        bulk.stdout.readline()
        try:
            yield
        finally:
            bulk.kill()
        assert len(bulk.stdout.readlines()) >= 3


def test_twenty_threads_of_a_server(tmp_path: Path) -> None:
    url = f"file:{tmp_path / 'store.db'}"
    store = open_store(url)
    seconds: list[float] = []

    def work(number: int) -> None:
        until, count = time.monotonic() + SECONDS, 0
        while (started := time.monotonic()) < until:
            write(store, created(f"{number}-{count}"))
            seconds.append(time.monotonic() - started)
            count += 1

    with _large_changes(url):
        threads = [Thread(target=work, args=(n,)) for n in range(WRITERS)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    store.close()
    print(f"{len(seconds)} commits of {WRITERS} threads, the slowest in {max(seconds):.2f} s")
    assert max(seconds) < 5


def test_twenty_processes(tmp_path: Path) -> None:
    url = f"file:{tmp_path / 'store.db'}"
    open_store(url).close()
    writers = [Writer(name=f"w{n}", url=url) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.wait_until_it_writes([w for w in writers if w is not writer])
    with _large_changes(url):
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            listen(writers, 0.5)
    for writer in writers:
        writer.kill()
    slowest = max(writer.slowest for writer in writers)
    print(f"{sum(len(w.acknowledged) for w in writers)} commits of {WRITERS} processes, the slowest in {slowest:.2f} s")
    assert all(writer.acknowledged for writer in writers)
    assert slowest < 5


def test_eight_processes_that_open_a_new_store_at_once_make_one(tmp_path: Path) -> None:
    url = f"file:{tmp_path / 'store.db'}"
    writers = [Writer(name=f"w{n}", url=url) for n in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        while not writer.acknowledged:
            assert listen(writers, 10), "a writer ended by itself"
    for writer in writers:
        writer.kill()
    store = open_store(url)
    assert (store.verify(), store.revision() >= 8) == (None, True)
    store.close()
