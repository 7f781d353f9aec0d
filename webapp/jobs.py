"""Work that outlives a request: kept as Records, done by any server's worker, watched and cancelled on a page."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Literal

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.model.sentences import say
from graph.store import Store
from webapp.services import Services
from webapp.tasks import TASKS

KIND = "job"
KEPT = timedelta(hours=24)
_FIRST_LOOK, _LOOK_EVERY = 0.002, 0.1
_PLACES_TO_WAIT = threading.BoundedSemaphore(3)
"""A page that waits holds one of the server's eight threads; the others are for readers."""

State = Literal["waiting", "running", "done", "failed", "cancelled"]
OVER: frozenset[State] = frozenset({"done", "failed", "cancelled"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One piece of work. `done` of `total` are told by the task in steps; `total` 0: not known."""

    id: str
    task: str
    owner: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    """What it works on, for people: a file's name."""
    back: str = ""
    """The page below the language that started it."""
    state: State = "waiting"
    done: int = 0
    total: int = 0
    step: str = ""
    tries: int = 0
    cancel: bool = False
    result: str = ""
    """The page below the language that shows what was made."""
    error: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in OVER

    def told(self, lang: str) -> str:
        """Why it failed, in words."""
        if not self.error:
            return ""
        code = TASKS[self.task].told_as.get(self.error, self.error)
        return say(code, lang, **{**self.params, "file": self.params.get("file") or self.subject})


def start(
    services: Services, task: str, arguments: Mapping[str, Any], *, owner: str, subject: str = "", back: str = ""
) -> str:
    """Put a job in the queue and wake this server's worker. The id of the job."""
    record = made(services, task, arguments, owner=owner, subject=subject, back=back)
    services.store.commit(None, put=[record])
    services.bell.set()
    return record.id


def waiting(services: Services, task: str, owner: str, back: str) -> str:
    """The job of this kind that its owner has in the queue already, "" if none: asked again it does the same."""
    own = (from_record(record) for record in services.store.find(KIND, owner))
    return next((job.id for job in own if (job.task, job.back, job.state) == (task, back, "waiting")), "")


def made(
    services: Services, task: str, arguments: Mapping[str, Any], *, owner: str, subject: str = "", back: str = ""
) -> Record:
    """A new job as it enters the queue, for whoever writes it together with something else."""
    if task not in TASKS:
        raise KeyError(task)
    job = Job(id=services.op(), task=task, owner=owner, arguments=arguments, subject=subject, back=back)
    now = services.now()
    return replace_due(as_record(job), now, now + KEPT)


def find(store: Store, id: str) -> Job | None:
    """The job of this id."""
    record = store.get(KIND, id)
    return from_record(record) if record else None


def cancel(services: Services, id: str) -> None:
    """Ask for the end of a job; one that nobody has begun ends at once."""

    def asked(job: Job) -> Job:
        return replace(job, state="cancelled") if job.state == "waiting" else replace(job, cancel=True)

    update(services, id, asked)


def wait(services: Services, id: str, seconds: float) -> Job | None:
    """The job when it is over, or as it stands after so long; at once where enough others wait already."""
    if not _PLACES_TO_WAIT.acquire(blocking=False):
        return find(services.store, id)
    try:
        until, pause = time.monotonic() + seconds, _FIRST_LOOK
        while (job := find(services.store, id)) is not None and not job.over and time.monotonic() < until:
            time.sleep(pause)
            pause = min(2 * pause, _LOOK_EVERY)
        return job
    finally:
        _PLACES_TO_WAIT.release()


def update(services: Services, id: str, change: Callable[[Job], Job]) -> Job | None:
    """Change a job that others change too; one that is over stays as it is."""
    while (record := services.store.get(KIND, id)) is not None:
        job = from_record(record)
        if job.over:
            return job
        new = change(job)
        due = None if new.over else record.due
        with contextlib.suppress(RecordConflict):
            stored = as_record(new, record.version)
            services.store.commit(None, put=[replace_due(stored, due, services.now() + KEPT)])
            return new
    return None


def as_record(job: Job, version: int = 0) -> Record:
    """The job as it is kept, not due."""
    names = (name for name in Job.__slots__ if name not in ("id", "owner"))
    body = {name: getattr(job, name) for name in names}
    return Record(kind=KIND, id=job.id, owner=job.owner, version=version, body=body)


def from_record(record: Record) -> Job:
    """The inverse of `as_record`."""
    return Job(id=record.id, owner=record.owner, **record.body)


def replace_due(record: Record, due: Any, expires: Any) -> Record:
    """The record with other times."""
    return replace(record, due=due, expires=expires)
