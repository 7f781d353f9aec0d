"""Nothing that was acknowledged is lost, doubled or half when the server dies in mid-write."""

from __future__ import annotations

import pytest

from tests.neo4j.killing import kill_server


@pytest.mark.needs("java", "maven")
def test_five_kills_of_the_server_lose_double_and_halve_nothing() -> None:
    report = kill_server(5)
    print(report)
    assert report.problems == []
    assert report.acknowledged > 150
    assert report.slowest_answer < 5
