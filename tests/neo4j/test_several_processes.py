"""Several web processes on one server see each other, and a large import is in nobody's way."""

from __future__ import annotations

import subprocess
import sys
import time
from threading import Event, Thread

from graph.live import Live
from graph.model.changes import EVERYTHING
from graph.store import Store
from tests.concurrency.killing import ROOT
from tests.contract.making import created, write
from tests.neo4j.alternating import turn

TURNS = 500
MAY_BE_TOLD = 10
"""Where a busy machine takes longer than a request waits, its page says so."""
WRITERS = 20


def test_two_processes_see_each_other_at_the_next_request_in_a_thousand_writes(url: str, store: Store) -> None:
    write(store, created("first-0"))
    command = [sys.executable, "-m", "tests.neo4j.alternating", url, "other"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        live, answers, started = Live(store), [], time.monotonic()
        for number in range(TURNS):
            print(f"first-{number}", file=other.stdin)
            answers.append(other.stdout.readline().strip())
            answers.append(turn(store, live, f"other-{number}", f"first-{number + 1}"))
        seconds = time.monotonic() - started
        other.stdin.close()
    print(f"{2 * TURNS} alternating writes in {seconds:.0f} s, seen but for {answers.count('told')}")
    assert len(answers) == 2 * TURNS and "late" not in answers
    assert answers.count("told") <= MAY_BE_TOLD
    assert len(list(store.load(EVERYTHING)[1])) == 2 * TURNS + 1
    assert store.verify() is None


def test_twenty_small_writers_are_answered_within_five_seconds_beside_a_large_import(url: str, store: Store) -> None:
    seconds: list[float] = []
    failed: list[BaseException] = []
    imported = Event()

    def work(number: int) -> None:
        count = 0
        while not imported.is_set():
            started = time.monotonic()
            try:
                write(store, created(f"{number}-{count}", parent="town"))
            except BaseException as exc:
                failed.append(exc)
                raise
            seconds.append(time.monotonic() - started)
            count += 1
            time.sleep(0.2)  # people do not write without a pause

    write(store, created("town"))
    threads = [Thread(target=work, args=(n,)) for n in range(WRITERS)]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.concurrency.bulk", url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as bulk:
        assert bulk.stdout is not None
        for each in threads:
            each.start()
        said = bulk.stdout.readline()
        imported.set()
        bulk.kill()
        for each in threads:
            each.join()
    slowest = max(seconds)
    print(f"10,000 entries in {float(said.split()[1]):.1f} s, beside it {len(seconds)} writes, slowest {slowest:.2f} s")
    assert failed == []
    assert slowest < 5


def test_a_process_that_ends_in_the_middle_of_an_import_leaves_nothing_of_it(url: str, store: Store) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.concurrency.bulk", url], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as bulk:
        time.sleep(3)
        bulk.kill()
    found = len(list(store.load(EVERYTHING)[1]))
    assert (found, store.revision()) in ((0, 0), (10_000, 1))
    write(store, created("a"))
