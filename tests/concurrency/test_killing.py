"""Nothing that was acknowledged is lost, whenever a process dies."""

from __future__ import annotations

from pathlib import Path

from tests.concurrency.killing import kill_writers


def test_a_hundred_kills_lose_double_and_halve_nothing(tmp_path: Path) -> None:
    report = kill_writers(f"file:{tmp_path / 'store.db'}", kills=100)
    print(report)
    assert report.problems == []
    assert report.retried > 10
    assert report.acknowledged > 300
    assert report.seconds < 60
