"""Fifty times the server dies in mid-write."""

from __future__ import annotations

import pytest

from tests.neo4j.killing import kill_server


@pytest.mark.needs("java", "maven")
def test_fifty_kills_of_the_server_lose_double_and_halve_nothing() -> None:
    report = kill_server(50, seed=1)
    print(report)
    assert report.problems == []
    assert report.slowest_answer < 5
