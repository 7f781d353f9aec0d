"""Jobs: started, done once, told how far, cancelled, taken over when a worker died."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from importers.child import bounded
from importers.child.stopped import Stopped
from tests.webapp.conftest import Place
from webapp import jobs, worker
from webapp.jobs import Job
from webapp.tasks import TASKS, Limits
from webapp.worker import LEASE, Worker

READ = "webapp.tasks.reading:read"
Run = Callable[..., Any]


def begun(place: Place) -> str:
    return jobs.start(place.services, READ, {"import": "x"}, owner="anna", subject="Liste.csv", back="/import")


def stored(place: Place, id: str) -> Job:
    found = jobs.find(place.services.store, id)
    assert found
    return found


def test_a_job_is_done_once_and_says_what_it_made(place: Place) -> None:
    ran: list[Any] = []
    id = begun(place)
    both = [Worker(place.services, lambda task, payload, **named: ran.append(named) or "/import/x") for _ in "ab"]
    assert sum(each.work_off() for each in both) == 1
    assert stored(place, id).state == "done"
    assert stored(place, id).result == "/import/x"
    assert ran[0]["arguments"]["import"] == "x" and ran[0]["arguments"]["account"] == "anna"


def test_a_task_that_nobody_knows_is_not_started(place: Place) -> None:
    with pytest.raises(KeyError):
        jobs.start(place.services, "os:system", {}, owner="anna")


def test_what_stopped_a_job_is_said_with_the_name_of_the_file(place: Place) -> None:
    id = begun(place)
    Worker(place.services, _raising(Stopped("child.memory"))).work_off()
    assert stored(place, id).state == "failed"
    assert "Liste.csv" in stored(place, id).told("de")
    assert "Arbeitsspeicher" in stored(place, id).told("de")


def test_a_defect_ends_the_job_and_not_the_worker(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    ids = [begun(place), begun(place)]
    assert Worker(place.services, _raising(RuntimeError("no"))).work_off() == 2
    assert {stored(place, id).error for id in ids} == {"child.failed"}


def test_a_job_that_nobody_began_is_cancelled_at_once(place: Place) -> None:
    id = begun(place)
    jobs.cancel(place.services, id)
    assert stored(place, id).state == "cancelled"
    assert Worker(place.services, _raising(RuntimeError("ran"))).work_off() == 0


def test_a_running_job_notices_that_it_is_cancelled(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TELL_SECONDS", 0)
    id = begun(place)

    def run(*given: Any, cancelled: Callable[[], bool], **named: Any) -> None:
        assert not cancelled()
        jobs.cancel(place.services, id)
        assert cancelled()
        raise Stopped("child.cancelled")

    Worker(place.services, run).work_off()
    assert stored(place, id).state == "cancelled"


def test_how_far_it_is_is_written_while_it_runs(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TELL_SECONDS", 0)
    id = begun(place)

    def run(*given: Any, on_progress: Callable[..., None], cancelled: Callable[[], bool], **named: Any) -> str:
        on_progress(30, 100, "propose")
        cancelled()
        assert (stored(place, id).done, stored(place, id).total, stored(place, id).step) == (30, 100, "propose")
        return ""

    Worker(place.services, run).work_off()
    assert stored(place, id).state == "done"


def test_a_job_whose_worker_died_is_taken_over_once_and_then_given_up(place: Place) -> None:
    id = begun(place)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            Worker(place.services, _raising(KeyboardInterrupt())).work_off()
        assert Worker(place.services, _raising(RuntimeError("leased"))).work_off() == 0
        place.now += LEASE + timedelta(seconds=1)
    Worker(place.services, _raising(RuntimeError("third"))).work_off()
    assert stored(place, id).error == "job.died"


def test_who_lost_a_job_to_another_worker_leaves_it_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TELL_SECONDS", 0)
    id = begun(place)

    def run(*given: Any, cancelled: Callable[[], bool], **named: Any) -> None:
        jobs.update(place.services, id, lambda job: replace(job, tries=2))
        assert cancelled()
        raise Stopped("child.cancelled")

    Worker(place.services, run).work_off()
    assert stored(place, id).state == "running"


def test_a_stopped_worker_puts_its_job_back(place: Place) -> None:
    id = begun(place)
    stopped = Worker(place.services)

    def run(*given: Any, cancelled: Callable[[], bool], **named: Any) -> None:
        stopped.stop()
        assert cancelled()
        raise Stopped("child.cancelled")

    stopped._run = run
    stopped.work_off()
    assert (stored(place, id).state, stored(place, id).tries) == ("waiting", 0)


def test_a_cancelled_child_process_is_killed(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TELL_SECONDS", 0)
    task = "tests.importers.tasks:sleep"
    monkeypatch.setitem(TASKS, task, Limits(memory=2**30, cpu=5, wall=5))
    id = jobs.start(place.services, task, {}, owner="anna")
    used: list[bounded.Usage] = []

    def run(*given: Any, cancelled: Callable[[], bool], **named: Any) -> Any:
        jobs.cancel(place.services, id)
        return bounded.run(*given, cancelled=cancelled, on_end=used.append, **named)

    Worker(place.services, run).work_off()
    assert stored(place, id).state == "cancelled"
    assert used[0].wall < 2


def _raising(error: BaseException) -> Run:
    def run(*given: Any, **named: Any) -> None:
        raise error

    return run
