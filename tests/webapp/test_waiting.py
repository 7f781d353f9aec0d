"""Pages that wait a moment for a job: never so many that readers wait with them."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.webapp.conftest import Place
from webapp import jobs
from webapp.tasks import TASKS


def test_only_a_few_pages_wait_at_once_the_others_are_answered_without(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_PLACES_TO_WAIT", threading.BoundedSemaphore(1))
    id = jobs.start(place.services, next(iter(TASKS)), {}, owner="")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(jobs.wait, place.services, id, 10.0)
        while jobs._PLACES_TO_WAIT._value:
            time.sleep(0.001)
        found = jobs.wait(place.services, id, 10.0)
        assert found is not None and found.state == "waiting"
        jobs.cancel(place.services, id)
        ended = waiting.result()
    assert ended is not None and ended.over
