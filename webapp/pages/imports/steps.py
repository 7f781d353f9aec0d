"""From one step of an import to the next: jobs begun, waited for a moment, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import abort, redirect
from werkzeug.wrappers import Response

from webapp import jobs
from webapp.imports import files, record
from webapp.imports.record import Import
from webapp.jobs import Job
from webapp.visit import Visit

WAIT_SECONDS = 2.0
"""So long a page waits for a job; most lists are small and done by then."""

READ = "webapp.tasks.reading:read"
PROPOSE = "webapp.tasks.proposing:propose"
APPLY = "webapp.tasks.applying:apply"
AREAS = "webapp.tasks.shipped:areas"


def get(here: Visit, id: str) -> Import:
    """The import of an address; no page when there is none."""
    found = record.find(here.services.store, id)
    if found is None:
        abort(404)
    return found


def unwritten(here: Visit, id: str) -> Import:
    """The import of an address; one that was written has only the page of what came of it."""
    found = get(here, id)
    if found.applied:
        abort(redirect(f"/{here.lang}/import/{id}/done", 303))
    return found


def begin(here: Visit, file: str, content: bytes, preset: Mapping[str, Any]) -> tuple[Import, Job | None]:
    """Keep a file and have it read."""
    made = Import(id=here.services.op(), owner=here.who, file=file, at=here.now.isoformat())
    files.keep(here.services, made.id, content)
    record.create(here.services.store, made, here.now)
    return made, run(here, made, READ, "/import", preset=preset)


def run(here: Visit, wanted: Import, task: str, back: str, **arguments: Any) -> Job | None:
    """Start a task on an import and wait a moment for it."""
    given = {"import": wanted.id, **arguments}
    id = jobs.start(here.services, task, given, owner=here.who, subject=wanted.file, back=back)
    record.update(here.services.store, wanted.id, here.now, job=id)
    return jobs.wait(here.services, id, WAIT_SECONDS)


def onward(here: Visit, job: Job | None) -> Response:
    """To what the job made, or to the page that shows how far it is."""
    if job is None:
        abort(404)
    path = job.result if job.state == "done" and job.result else f"/jobs/{job.id}"
    return redirect(f"/{here.lang}{path}", 303)
