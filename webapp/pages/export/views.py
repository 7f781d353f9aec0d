"""The whole network as a workbook, for coordination."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, abort, redirect, send_file
from werkzeug.wrappers import Response

from importers.workbook.layout import MEDIA_TYPE
from webapp import jobs
from webapp.access import Permission, needs
from webapp.imports import exporting
from webapp.imports.exporting import Exported
from webapp.pages.imports.steps import WAIT_SECONDS
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("export", __name__)
_TASK = "webapp.tasks.exporting:workbook"


@pages.post("/export")
@needs(Permission.IMPORT)
def begin() -> Response:
    """Have it written; what takes a moment only is downloaded at once."""
    here = visit()
    file = exporting.file_name(here.today)
    id = jobs.start(here.services, _TASK, {"file": file}, owner=here.who, subject=file, back="/import")
    job = jobs.wait(here.services, id, WAIT_SECONDS)
    done = job is not None and job.state == "done"
    return redirect(f"/{here.lang}/export/{id}/file" if done else f"/{here.lang}/jobs/{id}", 303)


@pages.get("/export/<id>")
@needs(Permission.IMPORT)
def ready(id: str) -> str:
    """Where a file that took longer is fetched."""
    made = _made(id)
    return page("export/ready.html", file=made.file, id=id, kilobytes=-(-len(made.content) // 1024))


@pages.get("/export/<id>/file")
@needs(Permission.IMPORT)
def file(id: str) -> Response:
    """The file."""
    made = _made(id)
    return send_file(BytesIO(made.content), MEDIA_TYPE, as_attachment=True, download_name=made.file, max_age=0)


def _made(id: str) -> Exported:
    here = visit()
    found = exporting.find(here.services.store, id, here.who, here.now)
    if found is None:
        abort(404)
    return found
