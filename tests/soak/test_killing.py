"""Nothing that was acknowledged is lost, in long runs of kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.concurrency.killing import kill_writers


@pytest.mark.parametrize("seed", [1, 2])
def test_five_hundred_kills_lose_double_and_halve_nothing(tmp_path: Path, seed: int) -> None:
    report = kill_writers(f"file:{tmp_path / 'store.db'}", kills=500, seed=seed)
    print(report)
    assert report.problems == []
    assert report.retried > 50
