"""What a person decides in the preview: which area, the same actor or another. Each decision makes it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from webapp.access import Permission, needs
from webapp.imports import chunks, record
from webapp.imports.record import Import
from webapp.pages.imports import steps
from webapp.pages.imports.blueprint import pages
from webapp.pages.imports.columns import FORM_BYTES, FORM_PARTS
from webapp.pages.imports.preview import SEPARATE
from webapp.visit import Visit, visit

_ANSWERS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "same": lambda row: row["like"],
    "new": lambda row: SEPARATE,
    "skip": lambda row: "",
}


@pages.post("/import/<id>/decide")
@needs(Permission.IMPORT)
def decide(id: str) -> Response:
    """Keep the decisions of one form and make the preview anew."""
    request.max_content_length, request.max_form_parts = FORM_BYTES, FORM_PARTS
    here = visit()
    wanted = steps.unwritten(here, id)
    mapping = dict(wanted.mapping)
    if "reset" in request.form:
        mapping |= {"same": {}, "places": {}}
    elif wanted.proposal and request.form.get("number") == wanted.proposal["number"]:
        mapping |= {"same": {**mapping["same"], **_same(here, wanted)}}
        mapping |= {"places": {**mapping["places"], **_places(here, wanted)}}
    wanted = record.update(here.services.store, id, here.now, mapping=mapping)
    return steps.onward(here, steps.run(here, wanted, steps.PROPOSE, f"/import/{id}/columns"))


def _same(here: Visit, wanted: Import) -> dict[str, str]:
    form, store = request.form, here.services.store
    for_all = _ANSWERS.get(form.get("all", ""))
    if for_all:
        return {row["key"]: for_all(row) for row in chunks.all_rows(store, wanted, "duplicate") if row["like"]}
    page = form.get("page", 1, int) - 1
    answers = ((row, form.get(f"same-{row['number']}", "")) for row in chunks.rows_of(store, wanted, "duplicate", page))
    return {row["key"]: _ANSWERS[answer](row) for row, answer in answers if answer in _ANSWERS}


def _places(here: Visit, wanted: Import) -> dict[str, str]:
    """Address → area; "?" leaves the question open."""
    areas = here.whole.of_kind("area")
    asked = ((each[0], request.form.get(f"area-{n}", "?")) for n, each in enumerate(wanted.proposal["unclear"]))
    return {address: answer for address, answer in asked if answer == "" or answer in areas}
