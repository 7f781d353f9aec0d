"""The first page of an import, and where a begun one stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from flask import abort, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from graph.model.clean import one_line
from graph.model.sentences import say
from importers.files.limits import FILE_BYTES
from webapp import jobs
from webapp.access import Permission, needs
from webapp.imports import files, forgetting, samples
from webapp.pages.imports import applying, columns, deciding, preview, steps, template
from webapp.pages.imports.blueprint import pages
from webapp.pages.imports.earlier import earlier
from webapp.render import page
from webapp.texts import label
from webapp.visit import visit

_ = (applying, columns, deciding, preview, template)  # they add their routes
_FORM_BYTES = 1_000_000

Answer = str | Response | tuple[str, int]


@pages.get("/import")
@needs(Permission.IMPORT)
def start() -> Answer:
    """What can be read, a field for a file, what comes along, what was read earlier."""
    return _start()


@pages.post("/import")
@needs(Permission.IMPORT)
def upload() -> Answer:
    """Take a file and read it; small ones are on the next page at once."""
    here = visit()
    request.max_content_length = FILE_BYTES + _FORM_BYTES
    try:
        given = request.files.get("file")
    except RequestEntityTooLarge:
        limit = FILE_BYTES // 2**20
        return _start(here._("Die Datei ist größer als {limit} MB. Bitte teilen Sie die Liste auf.", limit=limit)), 413
    if given is None or not given.filename:
        return _start(here._("Bitte wählen Sie eine Datei aus.")), 422
    name = one_line(PurePath(given.filename.replace("\\", "/")).name)[:200] or "?"
    content = given.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        return _start(say("read.file_too_large", here.lang, file=name, limit=FILE_BYTES // 2**20)), 413
    made, job = steps.begin(here, name, content, {})
    if job and job.state == "failed":
        files.forget(here.services.config.incoming, made.id)
        return _start(job.told(here.lang)), 422
    return steps.onward(here, job)


@pages.post("/import/sample/<code>")
@needs(Permission.IMPORT)
def sample(code: str) -> Answer:
    """Read a file that comes with the program."""
    try:
        found = samples.get(code)
    except KeyError:
        abort(404)
    _, job = steps.begin(visit(), found.file, found.content(), found.preset())
    return steps.onward(visit(), job)


@pages.post("/import/areas/<code>")
@needs(Permission.IMPORT)
def areas(code: str) -> Answer:
    """Take in the areas of a place that come along, without pages between: nothing in them is to decide."""
    here = visit()
    try:
        place = samples.place(code)
    except KeyError:
        abort(404)
    if not place.areas:
        abort(404)
    subject = label(place.label, here.lang)
    id = jobs.start(here.services, steps.AREAS, {"place": code}, owner=here.who, subject=subject, back="/import")
    return steps.onward(here, jobs.wait(here.services, id, steps.WAIT_SECONDS))


@pages.get("/import/<id>")
@needs(Permission.IMPORT)
def where(id: str) -> Response:
    """To the step at which an import stands."""
    here = visit()
    wanted = steps.get(here, id)
    step = "done" if wanted.applied else "preview" if wanted.proposal else "columns"
    path = f"/import/{id}/{step}" if wanted.read or wanted.applied else f"/jobs/{wanted.job}"
    return redirect(f"/{here.lang}{path}")


@pages.post("/import/<id>/discard")
@needs(Permission.IMPORT)
def discard(id: str) -> Response:
    """Forget a file before it was taken in."""
    here = visit()
    forgetting.waiting(here.services.store, here.services.config.incoming, steps.unwritten(here, id))
    return redirect(f"/{here.lang}/import", 303)


def _start(error: str = "") -> str:
    here = visit()
    with_postcodes = [a.fields for a in here.whole.of_kind("area").values() if a.fields.get("localities")]
    keys = [str(fields.get("ars") or fields.get("ags") or "") for fields in with_postcodes]
    return page(
        "imports/start.html",
        error=error,
        places=samples.PLACES,
        there={place.code for place in samples.PLACES if _are_known(place.counties, keys)},
        no_areas=not here.whole.of_kind("area"),
        earlier=earlier(here, 20),
    )


def _are_known(counties: Collection[str], keys: Collection[str]) -> bool:
    return bool(counties) and all(any(key.startswith(county) for key in keys) for county in counties)
