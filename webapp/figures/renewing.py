"""When figures are computed anew: by itself once the network was quiet, or because somebody asks; one run at a time."""

from __future__ import annotations

import contextlib
from datetime import timedelta

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.model.fields import Audience
from webapp import jobs
from webapp.figures import assumed, keeping
from webapp.figures.methods import methods
from webapp.jobs import Job
from webapp.services import Services
from webapp.texts import ZONE

TASK = "webapp.tasks.figures:compute"
RUN = "figures-run"
QUIET = timedelta(minutes=1)
"""So long nobody must have written: whoever edits would else have figures computed after each entry."""
EVERY = timedelta(minutes=5)
AFTER_FAILURE = timedelta(hours=1)
"""A run that failed is not tried again at the same state before."""
AUDIENCES = (Audience.COORDINATION, Audience.PUBLIC, Audience.NETWORK)


def renew(services: Services) -> str:
    """Start a run where the figures are older than the network and nothing speaks against it; its job's id, else ""."""
    now, state = services.now(), _state(services)
    if not services.store.revision() or not outdated(services):
        return ""
    written = services.store.written_at()
    if written is not None and now - written < QUIET:
        return ""
    run = services.store.get(RUN, _run_id(services))
    if run is not None and run.due is not None:
        pause = AFTER_FAILURE if _failed(services, run) and run.body["state"] == state else EVERY
        if now - run.due < pause or _alive(services, run):
            return ""
    return _start(services, run, "")


def start(services: Services, owner: str) -> str:
    """Start a run for somebody who asks; the job that is at it already, where there is one."""
    run = services.store.get(RUN, _run_id(services))
    if run is not None and _alive(services, run):
        return str(run.body["job"])
    return _start(services, run, owner) or start(services, owner)


def running(services: Services) -> Job | None:
    """The last run's job, also when it is over; None before the first one and a day after the last."""
    run = services.store.get(RUN, _run_id(services))
    return jobs.find(services.store, run.body["job"]) if run else None


def outdated(services: Services) -> bool:
    """Whether some audience's figures are missing or older than network, day, settings or program."""
    state = _state(services)
    heads = [keeping.head_of(services.store, keeping.key_of(audience, services.config.areas)) for audience in AUDIENCES]
    made = [(head.methods, [head.revision, head.day.isoformat(), head.settings]) for head in heads if head]
    return len(made) < len(heads) or any(one != (methods(), state) for one in made)


def _start(services: Services, run: Record | None, owner: str) -> str:
    """Both Records in one transaction: of several servers one starts the run, the others see that it runs."""
    arguments = {"areas": list(services.config.areas)}
    job = jobs.made(services, TASK, arguments, owner=owner, back="/figures")
    body = {"job": job.id, "state": _state(services)}
    claim = Record(kind=RUN, id=_run_id(services), body=body, version=run.version if run else 0, due=services.now())
    with contextlib.suppress(RecordConflict):
        services.store.commit(None, put=[claim, job])
        services.bell.set()
        return job.id
    return ""


def _state(services: Services) -> list[object]:
    day = services.now().astimezone(ZONE).date().isoformat()
    return [int(services.store.revision()), day, assumed.load(services.store).version]


def _alive(services: Services, run: Record) -> bool:
    job = jobs.find(services.store, run.body["job"])
    return job is not None and not job.over


def _failed(services: Services, run: Record) -> bool:
    job = jobs.find(services.store, run.body["job"])
    return job is not None and job.state in ("failed", "cancelled")


def _run_id(services: Services) -> str:
    return keeping.key_of(Audience.COORDINATION, services.config.areas)
