"""Opening a network: also where nothing can be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.engines.embedded import sqlite
from webapp.config import Config
from webapp.opening import open_network


def test_a_network_on_a_full_disk_opens_for_reading(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_network(Config(data=memory)).store.close()
    monkeypatch.setattr(sqlite, "FREE_BYTES", 1 << 60)
    services = open_network(Config(data=memory))
    assert services.live.current().network.of_kind("topic")
    services.store.close()
