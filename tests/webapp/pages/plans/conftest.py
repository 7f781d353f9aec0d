"""A small county in which something is missing, and who plans there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.doing import inline
from webapp.access import Role
from webapp.pages.plans import one
from webapp.worker import Worker


@pytest.fixture
def county(place: Place) -> Place:
    """Two towns, a school that one of them can go to, and people who need it in both."""
    place.put("area", "county", name="Kreis", level="county")
    place.put("area", "zeitz", name="Zeitz", level="municipality", parent="county")
    place.put("area", "naumburg", name="Naumburg", level="municipality", parent="county")
    place.put("topic", "german", name="Deutschkurs", heading="german")
    place.put("actor", "hall", name="Rathaus", entry_point=True)
    place.put("actor", "school", name="Schule")
    place.put(
        "service", "course", name="Kurs A1", provider="school", topics=["german"], areas=["zeitz"], languages=["de"],
        capacity=20, capacity_unit="persons", funded_until="2027-03-31", funder="Land",
    )  # fmt: skip
    for town in ("zeitz", "naumburg"):
        place.put("demand", f"d-{town}", area=town, language="uk", persons=100)
    place.put("share", "share", topic="german", percent=60.0)
    return place


@pytest.fixture
def visitor(county: Place) -> Visitor:
    return county.visitor(Role.COORDINATOR)


@pytest.fixture
def worker(county: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """Does jobs while the page waits for them, without a second thread."""
    worker = Worker(county.services, inline)
    monkeypatch.setattr(
        one.jobs, "wait", lambda services, id, seconds: (worker.work_off(), one.jobs.find(services.store, id))[1]
    )
    yield worker
