"""A process that serves one county of a nation costs what a process costs whose store holds that county alone."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.connect import open_store
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
    """Figure → (one county of the nation, the county alone): the medians of runs in turn."""
    runs = [(measured(nations, nation.area_of(ONE)), measured(alone)) for _ in range(RUNS)]
    return {
        name: (statistics.median(a[name] for a, _ in runs), statistics.median(b[name] for _, b in runs))
        for name in runs[0][0]
    }


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("nation")
    urls = str(folder / "nation.db"), str(folder / "alone.db")
    for url, only in zip(urls, (None, ONE), strict=True):
        store = open_store(url)
        print(f"\n{nation.write(store, COUNTIES, only)} entries in {Path(url).name}")
        store.close()
    return urls


def test_one_county_of_a_nation_costs_at_most_a_fifth_more_than_alone(stores: tuple[str, str]) -> None:
    found = compared(*stores)
    for name, (part, alone) in found.items():
        print(f"{name}: {part:.4g} beside {alone:.4g}, {part / alone:.2f} times")
    assert {name for name, (part, alone) in found.items() if part > AT_MOST * alone} == set()
