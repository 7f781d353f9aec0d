"""From start to first answer, memory, and how long a search takes: figures without a limit, at three sizes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.benchmarks.figures import Figures
from tests.benchmarks.grounds import LARGE, MIDDLE, SMALL, Grounds
from tests.benchmarks.timing import quiet, seconds, wall
from tests.graph.search.collection import MORE_QUESTIONS, QUESTIONS

_ROOT = Path(__file__).resolve().parents[2]
_STARTING = """
import json, sys, time
began = time.perf_counter()
from pathlib import Path
from webapp.app import create_app
from webapp.config import Config
from webapp.services import open_services
imported = time.perf_counter()
client = create_app(open_services(Config(data=Path(sys.argv[1])))).test_client()
def ask(path):
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status)
    return time.perf_counter() - began
first, search = ask("/de/privacy"), ask("/de/search?q=Deutschkurs")
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)
print(json.dumps([imported - began, first, search, memory]))
"""


@pytest.mark.parametrize("actors", [SMALL, MIDDLE, LARGE])
def test_start_to_first_answer_and_memory(actors: int, figures: Figures, grounds: Grounds) -> None:
    command = [sys.executable, "-c", _STARTING, str(grounds.data(actors))]
    said = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, check=True, timeout=120).stdout
    imported, first, search, memory = json.loads(said.splitlines()[-1])
    times = [f"first answer {first:.2f} s", f"first search {search:.2f} s", f"{memory} MB"]
    figures.note(f"start with {actors} actors (imports {imported:.2f} s)", *times)


@pytest.mark.parametrize("actors", [SMALL, MIDDLE, LARGE])
def test_a_search(actors: int, figures: Figures, grounds: Grounds) -> None:
    ground = grounds.of(actors)
    index = ground.services.live.index(ground.network)
    with quiet():
        times = [seconds(lambda q=q: index.search(q), wall) for q in (*QUESTIONS, *MORE_QUESTIONS)]  # type: ignore[misc]
    p95 = quantiles(times, n=20)[-1]
    figures.note(f"search among {actors} actors", f"p50 {1e3 * median(times):.2f} ms", f"p95 {1e3 * p95:.2f} ms")
