"""A table of travel times: uploaded, looked at, taken over in place of distances, removed."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import Any

from flask import abort, flash, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from graph.analysis.coverage.areas import units
from graph.model.changes import Record
from graph.model.clean import one_line
from graph.model.errors import RecordConflict
from graph.model.sentences import say
from graph.model.values.dates import clean_date
from importers.files.limits import FILE_BYTES
from webapp import jobs
from webapp.access import Permission, needs
from webapp.figures import assumed, travel_times
from webapp.figures.shown import MEANS
from webapp.imports import files
from webapp.pages.figures.blueprint import pages
from webapp.pages.imports import steps
from webapp.render import page
from webapp.texts import N_
from webapp.visit import Visit, visit

TASK = "webapp.tasks.travel:read"
ANY_MEANS = N_("alle Verkehrsmittel")
_FORM_BYTES = 100_000
_SHOWN = 50
_LONGEST = 200

Answer = str | Response | tuple[str, int]


@pages.get("/figures/travel")
@needs(Permission.IMPORT)
def travel() -> Answer:
    """The table that holds now, and a field for another."""
    return _start(visit(), {}, {})


@pages.post("/figures/travel")
@needs(Permission.IMPORT)
def read_travel() -> Answer:
    """Read a file; what is in it is shown before anything changes."""
    here = visit()
    if here.services.config.mode == "demo":
        return page("imports/demo.html"), 403
    request.max_content_length = FILE_BYTES + _FORM_BYTES
    try:
        given = request.files.get("file")
    except RequestEntityTooLarge:
        limit = FILE_BYTES // 2**20
        return _start(here, {"file": here._("Die Datei ist größer als {limit} MB.", limit=limit)}, {}), 413
    source, typed = one_line(request.form.get("source", ""))[:_LONGEST], request.form.get("day", "").strip()
    day, errors = _day(typed, here.today), dict[str, str]()
    if given is None or not given.filename:
        errors["file"] = here._("Bitte wählen Sie eine Datei aus.")
    if not source:
        errors["source"] = say("travel.source", here.lang)
    if not day:
        errors["day"] = say("travel.day", here.lang)
    if errors or given is None:
        return _start(here, errors, {"source": source, "day": typed}), 422
    name = one_line(PurePath((given.filename or "").replace("\\", "/")).name)[:_LONGEST] or "?"
    id = here.services.op()
    files.keep(here.services, id, given.read(FILE_BYTES))
    arguments = {"table": id, "file": name, "source": source, "day": day}
    job = jobs.start(here.services, TASK, arguments, owner=here.who, subject=name, back="/figures/travel")
    done = jobs.wait(here.services, job, steps.WAIT_SECONDS)
    if done and done.state == "failed":
        files.forget(here.services.config.incoming, id)
        return _start(here, {"file": done.told(here.lang)}, {"source": source, "day": typed}), 422
    return steps.onward(here, done)


@pages.get("/figures/travel/<id>")
@needs(Permission.IMPORT)
def look_at_travel(id: str) -> str:
    """What was read: how many rows hold, which are left out and why."""
    here = visit()
    body = _draft(here, id).body
    head = travel_times.head_of(body["head"])
    return page(
        "figures/travel_draft.html",
        id=id,
        file=body["file"],
        head=head,
        day_of=date.fromisoformat(head.day),
        means=means(here, head.means),
        parts_of_areas=body["parts"],
        wrong=[(f"{row}, {say(f'travel.column.{what}', here.lang)}", say(code, here.lang, **params))
               for row, what, code, params in body["wrong"][:_SHOWN]],
        wrong_rows=body["wrong_rows"],
        version=assumed.load(here.services.store).version,
        noindex=True,
    )  # fmt: skip


@pages.post("/figures/travel/<id>")
@needs(Permission.IMPORT)
def take_travel(id: str) -> Response:
    """Let it hold from now on."""
    here = visit()
    now = assumed.load(here.services.store).table
    if now is not None and now.number == id:
        return redirect(f"/{here.lang}/figures#fahrzeiten", 303)  # pressed twice
    draft = _draft(here, id)
    head = travel_times.head_of(draft.body["head"])
    if not head.rows:
        return redirect(f"/{here.lang}/figures/travel/{id}", 303)
    return _change(
        here, head, [draft], here._("Die Fahrzeiten sind übernommen. Die Zahlen werden danach neu berechnet.")
    )


@pages.post("/figures/travel/remove")
@needs(Permission.IMPORT)
def remove_travel() -> Response:
    """Go back to distance, detour and speed."""
    here = visit()
    told = here._("Die Tabelle ist entfernt. Fahrzeiten kommen wieder aus Luftlinie, Umweg und Tempo.")
    return _change(here, None, [], told)


def means(here: Visit, codes: tuple[str, ...]) -> list[str]:
    """The means a table speaks of, as people say them."""
    stated = [MEANS[code] if code else ANY_MEANS for code in codes]
    return [here._(text) for text in stated]


def _change(here: Visit, table: travel_times.Head | None, done: list[Record], told: str) -> Response:
    settings = assumed.load(here.services.store)
    if request.form.get("version") != str(settings.version):
        return _overtaken(here)
    try:
        assumed.take_table(here.services.store, settings, table, done)
    except RecordConflict:
        return _overtaken(here)
    flash(told, "success")
    return redirect(f"/{here.lang}/figures#fahrzeiten", 303)


def _overtaken(here: Visit) -> Response:
    flash(here._("Inzwischen hat jemand anderes die Annahmen geändert. Bitte sehen Sie sie noch einmal an."), "warning")
    return redirect(f"/{here.lang}/figures/travel", 303)


def _draft(here: Visit, id: str) -> Record:
    found = here.services.store.get(travel_times.DRAFT_KIND, id)
    if found is None:
        abort(404)
    return found


def _start(here: Visit, errors: dict[str, str], typed: dict[str, Any]) -> str:
    settings = assumed.load(here.services.store)
    return page(
        "figures/travel.html",
        settings=settings,
        table=settings.table,
        table_means=means(here, settings.table.means) if settings.table else [],
        table_day=date.fromisoformat(settings.table.day) if settings.table else None,
        demo=here.services.config.mode == "demo",
        errors=errors,
        summary=[(f"f-{name}", text) for name, text in errors.items()],
        typed=typed,
        example=_example(here),
        noindex=True,
    )


def _example(here: Visit) -> tuple[str, str]:
    """Two areas of this network as such a table may name them: by key, and by name."""
    named = [here.whole.entry(unit).fields for unit in units(here.whole)[:2]]
    if len(named) < 2:
        return "150840015015", "Zeitz"
    return str(named[0].get("ars") or named[0].get("ags") or named[0]["name"]), str(named[1]["name"])


def _day(text: str, today: date) -> str:
    """A date as ISO, "" for what is none or lies ahead."""
    found, _ = clean_date(text)
    return found if found and len(found) == len("2026-01-31") and found <= today.isoformat() else ""
