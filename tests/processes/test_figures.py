"""The figures of a whole network in a bounded child, as a server does it."""

from __future__ import annotations

from datetime import timedelta

from tests.generator import fill, generate
from tests.webapp.conftest import NOW, Place
from webapp import jobs
from webapp.figures import keeping, renewing
from webapp.figures.renewing import AUDIENCES
from webapp.worker import Worker


def test_a_child_computes_and_keeps_the_figures_of_every_audience(place: Place) -> None:
    fill(place.services.store, generate(60))
    place.services.live.refresh()
    place.now = NOW + timedelta(days=400)  # long after what the generator writes
    assert renewing.renew(place.services)
    Worker(place.services).work_off()
    job = renewing.running(place.services)
    assert job is not None and (job.state, job.error) == ("done", "")
    for audience in AUDIENCES:
        head = keeping.head_of(place.services.store, audience.value)
        assert head is not None and head.revision == place.services.store.revision()
        assert keeping.part_of(place.services.store, head, "structure")["actors"] > 0


def test_a_run_that_is_cancelled_leaves_the_last_figures_as_they_were(place: Place) -> None:
    fill(place.services.store, generate(30))
    place.services.live.refresh()
    renewing.start(place.services, "anna")
    Worker(place.services).work_off()
    before = place.services.store.find(keeping.KIND)
    place.put("actor", "new", name="Neu")
    job = renewing.start(place.services, "anna")
    jobs.cancel(place.services, job)
    Worker(place.services).work_off()
    assert place.services.store.find(keeping.KIND) == before
    assert renewing.outdated(place.services)
