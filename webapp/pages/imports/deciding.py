"""What a person decides in the preview: which area, the same actor or another, whose value stands, what becomes of
entries that the list no longer names. Each decision makes the preview anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from importers.lists import gone
from importers.lists.propose import SEPARATE
from webapp.access import Permission, needs
from webapp.imports import chunks, record
from webapp.imports.record import Import
from webapp.pages.imports import steps
from webapp.pages.imports.blueprint import pages
from webapp.pages.imports.columns import FORM_BYTES, FORM_PARTS
from webapp.visit import Visit, visit

_SIDES = frozenset({"keep", "drop", "both"})
_GONE = frozenset({gone.DELETE, gone.REVIEW, "keep"})


@pages.post("/import/<id>/decide")
@needs(Permission.IMPORT)
def decide(id: str) -> Response:
    """Keep the decisions of one form and make the preview anew."""
    request.max_content_length, request.max_form_parts = FORM_BYTES, FORM_PARTS
    here = visit()
    wanted = steps.unwritten(here, id)
    mapping = dict(wanted.mapping)
    if "reset" in request.form:
        mapping |= {"same": {}, "places": {}, "fields": {}, "gone": {}}
    elif "struck" in request.form:
        mapping |= {"struck": request.form["struck"] == "1"}
    elif wanted.proposal and request.form.get("number") == wanted.proposal["number"]:
        mapping = decided(here, wanted)
    wanted = record.update(here.services.store, id, here.now, mapping=mapping)
    return steps.onward(here, steps.run(here, wanted, steps.PROPOSE, f"/import/{id}/columns"))


def decided(here: Visit, wanted: Import, ticked: bool = False) -> dict[str, Any]:
    """The mapping with what the form sent says. `ticked`: also with what is ticked in the preview unless changed."""
    mapping = dict(wanted.mapping)
    same = _ticked(here, wanted) if ticked else {}
    return mapping | {
        "same": {**same, **mapping["same"], **_same(here, wanted)},
        "places": {**mapping["places"], **_places(here, wanted)},
        "fields": _merged(mapping.get("fields", {}), _fields(here, wanted)),
        "gone": {**mapping.get("gone", {}), **_gone(here, wanted)},
    }


def _ticked(here: Visit, wanted: Import) -> dict[str, str]:
    """Row key → whom it is, of every pair whose page shows it ticked as the same."""
    rows = chunks.all_rows(here.services.store, wanted, "duplicate")
    return {row["key"]: row["likes"][0][0] for row in rows if row["likes"] and chunks.ticked(row["likes"][0][3])}


def _same(here: Visit, wanted: Import) -> dict[str, str]:
    """Row key → whom it is: one page's answers, or one answer for all rows or for the sure ones."""
    form, store = request.form, here.services.store
    for_all = form.get("all", "")
    if for_all:
        every = (row for row in chunks.all_rows(store, wanted, "duplicate") if row["likes"])
        chosen = [row for row in every if for_all != "sure" or row["likes"][0][3] == "sure"]
        answers = [(row, _answer(row, "same" if for_all == "sure" else for_all)) for row in chosen]
    else:
        page = chunks.rows_of(store, wanted, "duplicate", form.get("page", 1, int) - 1)
        answers = [(row, _answer(row, form.get(f"same-{row['number']}", ""))) for row in page]
    return {row["key"]: answer for row, answer in answers if answer is not None}


def _answer(row: Mapping[str, Any], said: str) -> str | None:
    """The id of the actor a row is, SEPARATE, "" to leave it out; None where nothing was decided."""
    ids = [like[0] for like in row["likes"]]
    if said in ("new", "skip"):
        return SEPARATE if said == "new" else ""
    return ids[0] if said == "same" and ids else said if said in ids else None


def _fields(here: Visit, wanted: Import) -> dict[str, dict[str, str]]:
    """Entry → field → whose value stands, of the likely duplicates or conflicts of one page, or of all conflicts."""
    form, store = request.form, here.services.store
    page = form.get("page", 1, int) - 1
    if form.get("conflicts") in _SIDES:
        found = chunks.all_rows(store, wanted, chunks.CONFLICT)
        return {each["id"]: dict.fromkeys(each["said"], form["conflicts"]) for each in found}
    asked = {
        **{each["id"]: each["id"] for each in chunks.rows_of(store, wanted, chunks.CONFLICT, page)},
        **{str(row["number"]): row["likes"][0][0] for row in chunks.rows_of(store, wanted, "duplicate", page)
           if row["likes"] and _answer(row, form.get(f"same-{row['number']}", "")) == row["likes"][0][0]},
    }  # fmt: skip
    made: dict[str, dict[str, str]] = {}
    for name, side in form.items():
        _, _, rest = name.partition("side-")
        prefix, _, field = rest.rpartition(".")
        if prefix in asked and side in _SIDES and name.startswith("side-"):
            made.setdefault(asked[prefix], {})[field] = side
    return made


def _merged(old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {id: {**old.get(id, {}), **new.get(id, {})} for id in {**old, **new}}


def _gone(here: Visit, wanted: Import) -> dict[str, str]:
    """Entry that the list no longer names → what becomes of it."""
    form, store = request.form, here.services.store
    if form.get("all-gone") in _GONE:
        return {each["id"]: form["all-gone"] for each in chunks.all_rows(store, wanted, chunks.GONE)}
    page = chunks.rows_of(store, wanted, chunks.GONE, form.get("page", 1, int) - 1)
    answers = {each["id"]: form.get(f"gone-{each['id']}", "") for each in page}
    return {id: answer for id, answer in answers.items() if answer in _GONE}


def _places(here: Visit, wanted: Import) -> dict[str, str]:
    """Address → area; "?" leaves the question open."""
    areas = here.whole.of_kind("area")
    asked = ((each[0], request.form.get(f"area-{n}", "?")) for n, each in enumerate(wanted.proposal["unclear"]))
    return {address: answer for address, answer in asked if answer == "" or answer in areas}
