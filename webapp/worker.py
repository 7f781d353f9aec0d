"""The part of a server that does its jobs: claims what is due, runs it in a bounded child, writes how far it is."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from graph.connect import complete
from graph.model.changes import Record
from graph.model.errors import RecordConflict, Unavailable
from importers.child import bounded
from importers.child.stopped import Stopped
from webapp import jobs
from webapp.figures import renewing
from webapp.imports import files
from webapp.jobs import Job
from webapp.services import Services
from webapp.tasks import TASKS

LEASE = timedelta(seconds=30)
"""After so long without a sign a job's worker counts as dead, and another takes the job."""

TRIES = 2
TELL_SECONDS = 0.5
_IDLE_SECONDS = 1.0
_PATIENCE_SECONDS = 2.0
_TIDY_SECONDS = 3600.0
_RENEW_SECONDS = 5.0

log = logging.getLogger(__name__)


class Worker:
    """Does the jobs of one store. Several of them, also in several processes, share the work."""

    def __init__(self, services: Services, run: Callable[..., Any] = bounded.run) -> None:
        self._services = services
        self._run = run
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._tidied = 0.0
        self._renewed = 0.0

    def begin(self) -> None:
        """Work from now on, beside whatever else the process does."""
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; a job that is running goes back to the queue."""
        self._stopping.set()
        self._services.bell.set()
        if self._thread:
            self._thread.join()

    def work_off(self) -> int:
        """Do everything that is due, in this thread; how many jobs that were."""
        count = 0
        while not self._stopping.is_set() and self._one():
            count += 1
        return count

    def _work(self) -> None:
        while not self._stopping.is_set():
            self._services.bell.clear()
            try:
                self.work_off()
                self._tidy()
                self._renew()
            except Unavailable:
                self._stopping.wait(_PATIENCE_SECONDS)
            except Exception:
                log.exception("the worker goes on after")
                self._stopping.wait(_PATIENCE_SECONDS)
            self._services.bell.wait(_IDLE_SECONDS)

    def _one(self) -> bool:
        now = self._services.now()
        record = self._services.store.claim(jobs.KIND, now, LEASE)
        if record is None:
            return False
        job = jobs.from_record(record)
        with contextlib.suppress(RecordConflict):  # another worker was here, or it was just cancelled
            if job.over:
                self._put(record, job, None)
            elif job.cancel:
                self._put(record, replace(job, state="cancelled"), None)
            elif job.tries >= TRIES:
                self._put(record, replace(job, state="failed", error="job.died"), None)
            else:
                job = replace(job, state="running", tries=job.tries + 1)
                self._put(record, job, now + LEASE)
                self._do(job)
        return True

    def _do(self, job: Job) -> None:
        watch = _Watch(self._services, job, self._stopping)
        try:
            limits = TASKS[job.task]
            result = self._run(
                job.task, b"", arguments=self._arguments(job),
                memory=limits.memory, cpu=limits.cpu, wall=limits.wall, writes=None,
                on_progress=watch.note, cancelled=watch.cancelled,
            )  # fmt: skip
        except Stopped as stopped:
            if watch.lost:
                return
            if self._stopping.is_set():
                again = replace(job, state="waiting", tries=job.tries - 1)
                jobs.update(self._services, job.id, lambda _: again)
                return
            self._end(job, **_end_of(stopped))
        except Exception as error:
            log.exception("job %s (%s)", job.id, job.task)
            self._end(job, state="failed", error="child.failed", params={"what": type(error).__name__})
        else:
            self._end(job, state="done", result=str(result or ""))

    def _end(self, job: Job, **how: Any) -> None:
        def ended(stored: Job) -> Job:
            return replace(stored, **how) if stored.tries == job.tries else stored

        jobs.update(self._services, job.id, ended)

    def _arguments(self, job: Job) -> dict[str, Any]:
        config = self._services.config
        return {
            **job.arguments,
            "store": complete(config.url),
            "incoming": str(config.incoming.resolve()),
            "now": self._services.now().isoformat(),
            "account": job.owner,
            "job": job.id,
        }

    def _put(self, record: Record, job: Job, due: datetime | None) -> None:
        stored = jobs.replace_due(jobs.as_record(job, record.version), due, self._services.now() + jobs.KEPT)
        self._services.store.commit(None, put=[stored])

    def _tidy(self) -> None:
        if time.monotonic() - self._tidied < _TIDY_SECONDS and self._tidied:
            return
        self._tidied = time.monotonic()
        self._services.store.purge(self._services.now())
        files.tidy(self._services)

    def _renew(self) -> None:
        """Have the figures of analyses computed anew where they are older than the network."""
        if time.monotonic() - self._renewed >= _RENEW_SECONDS or not self._renewed:
            self._renewed = time.monotonic()
            renewing.renew(self._services)


class _Watch:
    """Looks after a running job at most twice a second: writes how far it is, renews the lease, asks for its end."""

    def __init__(self, services: Services, job: Job, stopping: threading.Event) -> None:
        self.lost = False
        self._services = services
        self._job = job
        self._stopping = stopping
        self._told: tuple[int, int, str] = (0, 0, "")
        self._news = self._told
        self._next = time.monotonic() + TELL_SECONDS
        self._renew = time.monotonic() + LEASE.total_seconds() / 3

    def note(self, done: int, total: int, step: str) -> None:
        """The task says how far it is."""
        self._news = (done, total, step)

    def cancelled(self) -> bool:
        """Whether the task is to end."""
        if self._stopping.is_set():
            return True
        if time.monotonic() < self._next:
            return False
        self._next = time.monotonic() + TELL_SECONDS
        with contextlib.suppress(Unavailable, RecordConflict):
            return self._look()
        return False

    def _look(self) -> bool:
        record = self._services.store.get(jobs.KIND, self._job.id)
        job = jobs.from_record(record) if record else None
        if record is None or job is None or job.state != "running" or job.tries != self._job.tries:
            self.lost = True
            return True
        if job.cancel:
            return True
        if self._news != self._told or time.monotonic() > self._renew:
            self._tell(record, job)
        return False

    def _tell(self, record: Record, job: Job) -> None:
        done, total, step = self._told = self._news
        now = self._services.now()
        stored = jobs.as_record(replace(job, done=done, total=total, step=step), record.version)
        self._services.store.commit(None, put=[jobs.replace_due(stored, now + LEASE, now + jobs.KEPT)])
        self._renew = time.monotonic() + LEASE.total_seconds() / 3


def _end_of(stopped: Stopped) -> dict[str, Any]:
    if stopped.code == "child.cancelled":
        return {"state": "cancelled"}
    return {"state": "failed", "error": stopped.code, "params": dict(stopped.params)}
