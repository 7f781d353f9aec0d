"""The form of an entry: new and existing, saved, refused, overtaken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import Entry
from graph.model.checks import defaults
from graph.model.errors import Conflict, Dangling, Fault, Invalid
from graph.model.fields import KindSpec, Type
from graph.model.schema import kind, kinds
from graph.network import Network, called
from webapp.access import Permission, needs
from webapp.addresses import own_path
from webapp.pages.entries import beside, draft, inputs, saving
from webapp.pages.entries.blueprint import pages
from webapp.pages.entries.shown import mark, shown
from webapp.pages.history.people import name_of_account
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit

READING_PAGES = frozenset({"actor", "service", "area"})
_LONGEST_NOTE = 300
_FORM_BYTES = 400_000
"""Two long texts full of umlauts, as forms send them, and once more beside the stored version."""
Answer = str | Response | tuple[str, int]


@pages.get("/entries/<name>/new")
@needs(Permission.EDIT)
def new(name: str) -> Answer:
    """An empty form, with what the address or the kind says already."""
    here, spec = visit(), _spec(name)
    given = {f.name: [f_id] for f in spec.fields if f.refs and (f_id := request.args.get(f.name)) in here.whole}
    singles = {f: ids[0] if spec.field(f).type == "ref" else ids for f, ids in given.items()}
    start = draft.of_entry(here.whole, spec, {**defaults(name, here.today), **singles}, here.lang)
    typed = [f.name for f in draft.edited(spec) if f.name in request.args and not f.refs]
    start.values.update({field: _stated(spec, field, request.args[field], here.lang) for field in typed})
    return _form(here, spec, None, start)


@pages.post("/entries/<name>/new")
@needs(Permission.EDIT)
def create(name: str) -> Answer:
    """Create the entry, or say what is missing."""
    here, spec = visit(), _spec(name)
    request.max_content_length = _FORM_BYTES
    sent = draft.sent(here.whole, spec, request.form, here.lang)
    if "more" in request.form:
        return _form(here, spec, None, sent, more=request.form["more"])
    op = saving.op_of(here, request.form)
    done = here.services.store.applied(op)
    if done is not None and (id := saving.created_by(here.services.store, done)):
        return redirect(_after(here, name, id), 303)
    if sent.faults:
        return _form(here, spec, None, sent, sent.faults)
    try:
        id = saving.create(here, name, {k: v for k, v in sent.values.items() if v}, op, _note())
    except Invalid as wrong:
        return _form(here, spec, None, sent, wrong.faults)
    flash(here._("{kind} angelegt.", kind=label(spec.label, here.lang)), "success")
    if request.form.get("then") == "new":
        return redirect(f"/{here.lang}/entries/{name}/new", 303)
    return redirect(_after(here, name, id), 303)


@pages.get("/entry/<id>/edit")
@needs(Permission.EDIT)
def edit(id: str) -> Answer:
    """The form of an entry as it stands."""
    here = visit()
    entry = here.whole.entry(id)
    spec = kind(entry.kind)
    return _form(here, spec, entry, draft.of_entry(here.whole, spec, entry.fields, here.lang))


@pages.post("/entry/<id>/edit")
@needs(Permission.EDIT)
def save(id: str) -> Answer:
    """Save what was touched. Overtaken or gone in between is a page of its own."""
    here = visit()
    request.max_content_length = _FORM_BYTES
    op = saving.op_of(here, request.form)
    if here.services.store.applied(op) is not None:
        entry = here.whole.find(id)
        return redirect(_after(here, entry.kind if entry else "", id), 303)
    error: Conflict | Dangling | None = None
    for tries in range(10):
        network = saving.newest(here, error, tries)
        try:
            return _save(here, network, id)
        except (Conflict, Dangling) as overtaken:
            error = overtaken
    abort(409)


def _save(here: Visit, network: Network, id: str) -> Answer:
    entry = network.find(id)
    if entry is None:
        return _gone(here, network, id)
    spec = kind(entry.kind)
    sent = draft.sent(network, spec, request.form, here.lang)
    if "more" in request.form:
        return _form(here, spec, entry, sent, more=request.form["more"])
    if sent.faults:
        return _form(here, spec, entry, sent, sent.faults)
    overtaken = saving.stale(entry, sent, here.services.store, here.lang)
    if overtaken:
        return _overtaken(here, network, entry, sent, overtaken)
    try:
        change = saving.update(here, network, entry, sent.touched(), saving.op_of(here, request.form), _note())
    except Invalid as wrong:
        return _form(here, spec, entry, sent, wrong.faults)
    _tell(here, change is not None)
    hours = [n for n in (change.after or {} if change else {}) if n.endswith("hours")]
    if hours:  # read back to whom typed them
        flash(here._("Bitte prüfen Sie unten bei den Zeiten, ob sie richtig verstanden sind."), "info")
    back = request.form.get("to", "")
    again = f"/{here.lang}/entry/{id}/edit" + (f"?{urlencode({'to': back})}" if back else "")
    return redirect(again if hours else _after(here, entry.kind, id), 303)


def _form(
    here: Visit,
    spec: KindSpec,
    entry: Entry | None,
    state: draft.Draft,
    faults: Sequence[Fault] = (),
    more: str = "",
) -> Answer:
    found = inputs.groups(here.whole, spec, state, here.lang, faults, more)
    seen = state.seen or {name: mark(values) for name, values in state.values.items()}
    html = page(
        "entries/form.html",
        spec=spec,
        entry=entry,
        name=called(here.whole, entry, here.lang) if entry else "",
        groups=found,
        previews=inputs.with_previews(found, entry.fields, here.lang) if entry and not faults else {},
        errors=_summary(spec, faults, here.lang),
        op=request.form.get("op") or here.services.op(),
        seen=draft.packed(seen if entry else {}),
        note=request.form.get("why", ""),
        beside=beside.of(here.whole, entry, here.lang) if entry else None,
        has_page=spec.name in READING_PAGES,
        back=own_path(request.values.get("to", ""), ""),
    )
    return (html, 422) if faults else html


def _overtaken(here: Visit, network: Network, entry: Entry, sent: draft.Draft, overtaken: list[saving.Stale]) -> Answer:
    seen = {**sent.seen, **{each.field.name: mark(each.stored) for each in overtaken}}
    kept = [(k, v) for k, v in request.form.items(multi=True) if k != "seen" and not k.endswith(".choice")]
    rows = [
        {
            "field": each.field,
            "mine": beside.words(network, each.field, each.mine, here.lang),
            "stored": beside.words(network, each.field, each.stored, here.lang),
            "who": name_of_account(here, each.by.changes.who) if each.by else "",
            "when": saving.when(each.by),
        }
        for each in overtaken
    ]
    name = called(network, entry, here.lang)
    return page("entries/overtaken.html", entry=entry, name=name, rows=rows, kept=kept, seen=draft.packed(seen)), 409


def _gone(here: Visit, network: Network, id: str) -> Answer:
    applied = next(iter(here.services.store.history(id, None, 1)), None)  # type: ignore[arg-type]
    change = next((c for c in applied.changes.changes if c.id == id and c.after is None), None) if applied else None
    if applied is None or change is None:
        abort(404)
    spec = kind(change.kind)
    sent = draft.sent(network, spec, request.form, here.lang)
    touched = sent.touched()
    typed = [
        (label(f.label, here.lang), beside.words(network, f, values, here.lang), f.name in touched)
        for f in draft.edited(spec)
        if (values := sent.values.get(f.name)) or f.name in touched
    ]
    who = name_of_account(here, applied.changes.who)
    return page("entries/gone.html", spec=spec, typed=typed, applied=applied, who=who), 409


def _after(here: Visit, name: str, id: str) -> str:
    """Where one came from when the form says so, as in a phone round; else the entry's page."""
    otherwise = f"/{here.lang}/{name}/{id}" if name in READING_PAGES else f"/{here.lang}/entry/{id}/edit"
    if name == "measure" and here.may(Permission.PLAN):
        otherwise = f"/{here.lang}/plans/measures/{id}"
    return own_path(request.form.get("to", ""), otherwise)


def _stated(spec: KindSpec, field: str, text: str, lang: str) -> draft.Values:
    """What the address says of a field, as people write it: there numbers and days stand as programs write them."""
    each = spec.field(field)
    if each.type is Type.DAY:
        return shown(spec.name, each, {field: text}, lang)
    if each.type is Type.NUMBER:
        try:
            return shown(spec.name, each, {field: float(text)}, lang)
        except ValueError:
            return draft.normal([text])
    return draft.normal([text])


def _tell(here: Visit, changed: bool) -> None:
    if changed:
        flash(here._("Gespeichert."), "success")
    else:
        flash(here._("Es gab nichts zu ändern."), "info")


def _summary(spec: KindSpec, faults: Iterable[Fault], lang: str) -> list[tuple[str, str]]:
    said = inputs.messages(faults, lang)
    order = [f.name for f in spec.fields]
    return [
        (f"f-{name}", f"{label(spec.field(name).label, lang)}: {said[name]}") for name in sorted(said, key=order.index)
    ]


def _note() -> str:
    return " ".join(request.form.get("why", "").split())[:_LONGEST_NOTE]


def _spec(name: str) -> KindSpec:
    if name not in kinds():
        abort(404)
    return kind(name)
