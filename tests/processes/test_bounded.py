from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from importers.child.bounded import Usage, run
from importers.child.stopped import Stopped

TASKS = "tests.importers.tasks"


def test_a_result_progress_and_usage_come_back() -> None:
    seen: list[tuple[int, int, str]] = []
    used: list[Usage] = []
    result = run(
        f"{TASKS}:echo",
        "Grüße".encode(),
        arguments={"a": 1},
        on_progress=lambda *step: seen.append(step),
        on_end=used.append,
    )
    assert result == {"payload": "Grüße", "a": 1}
    assert seen == [(1, 2, "half")]
    assert 0 < used[0].peak < 100 * 2**20


def test_an_error_of_ours_keeps_code_and_parameters() -> None:
    with pytest.raises(Stopped) as caught:
        run(f"{TASKS}:refuse", b"")
    assert (caught.value.code, caught.value.params) == ("read.nul", {"file": "x.csv", "row": 3})


def test_a_child_gets_no_secrets_and_no_open_files() -> None:
    found = run(f"{TASKS}:environment", b"")
    assert set(found["names"]) <= {
        "LANG",
        "LC_CTYPE",
        "MALLOC_ARENA_MAX",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "PATH",
    }
    assert len(found["open"]) <= 5


def test_children_run_from_threads() -> None:
    with ThreadPoolExecutor(4) as threads:
        results = threads.map(lambda n: run(f"{TASKS}:echo", str(n).encode())["payload"], range(4))
        assert list(results) == ["0", "1", "2", "3"]
