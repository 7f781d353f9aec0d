"""A process that serves one county of a nation costs what a process costs whose store holds that county alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.connect import open_store
from tests import neo4j_stores
from tests.neo4j_server import Server
from tests.soak import nation

ROOT = Path(__file__).resolve().parents[2]
COUNTIES = int(os.environ.get("KNOTENPUNKT_SOAK_COUNTIES", "400"))
ONE = COUNTIES // 2
AT_MOST = 1.2
RUNS = 5


def measured(*arguments: str) -> dict[str, Any]:
    """The figures of one process."""
    command = [sys.executable, "-m", "tests.soak.one_process", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compared(nations: str, alone: str) -> dict[str, tuple[float, float]]:
    """Figure → (one county of the nation, the county alone): the least of runs in turn, after one that warms.

    What else the machine does can only add to it.
    """
    measured(nations, nation.area_of(ONE)), measured(alone)
    runs = [(measured(nations, nation.area_of(ONE)), measured(alone)) for _ in range(RUNS)]
    return {name: (min(a[name] for a, _ in runs), min(b[name] for _, b in runs)) for name in runs[0][0]}


@contextmanager
def files(folder: Path) -> Iterator[tuple[str, str]]:
    yield str(folder / "nation.db"), str(folder / "alone.db")


@contextmanager
def servers(folder: Path) -> Iterator[tuple[str, str]]:
    with ExitStack() as both:
        made = []
        for _ in range(2):
            made.append(Server(heap="2g", pagecache="1g"))
            both.callback(made[-1].stop)
            neo4j_stores.warm_up(made[-1].url)
            neo4j_stores.empty(made[-1].url)
        yield made[0].url, made[1].url


@pytest.fixture(
    scope="module",
    params=[files, pytest.param(servers, marks=pytest.mark.needs("java", "maven"))],
    ids=lambda f: f.__name__,
)
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """(a nation, one of its counties alone)"""
    with request.param(tmp_path_factory.mktemp("nation")) as urls:
        for url, only in zip(urls, (None, ONE), strict=True):
            started = time.monotonic()
            store = open_store(url)
            with neo4j_stores.unhurried():
                entries, links = nation.write(store, COUNTIES, only)
            store.close()
            print(f"\n{entries} entries with {links} links written in {time.monotonic() - started:.0f} s")
        yield urls


def test_one_county_of_a_nation_costs_at_most_a_fifth_more_than_alone(stores: tuple[str, str]) -> None:
    found = compared(*stores)
    for name, (part, alone) in found.items():
        print(f"{name}: {part:.4g} beside {alone:.4g}, {part / alone:.2f} times")
    assert {name for name, (part, alone) in found.items() if part > AT_MOST * alone} == set()
