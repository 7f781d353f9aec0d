"""Putting two entries together: choose the other one, choose field by field, then the deed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.canonical import canonical, digest
from graph.model.changes import Entry, EntryId
from graph.model.errors import Conflict, Dangling, Fault, Invalid, RecordConflict
from graph.model.schema import kind
from graph.network import Network, called
from graph.operations import merge
from graph.operations.merge_fields import Side, pairs
from graph.operations.merge_parts import parts_twice
from graph.operations.past import everything
from webapp import likely, merged
from webapp.access import Permission, needs
from webapp.accounts import grants
from webapp.addresses import own_path
from webapp.pages.entries import inputs
from webapp.pages.entries.editing import READING_PAGES
from webapp.pages.entries.naming import listed, matching
from webapp.pages.entries.saving import op_of
from webapp.pages.history.told import Words
from webapp.pages.merging.blueprint import pages
from webapp.render import page
from webapp.shown import sides
from webapp.texts import label
from webapp.visit import Visit, visit

_MOST_FOUND = 20
_SIDES = frozenset({"keep", "drop", "both"})
Answer = str | Response | tuple[str, int]


@pages.get("/entry/<id>/merge")
@needs(Permission.EDIT)
def ask(id: str) -> Answer:
    """Which other entry it is; then both side by side."""
    here = visit()
    network = everything(here.whole, here.services.store)
    entry = network.entry(id)
    if not merge.may_merge(entry.kind):
        abort(404)
    other = network.find(request.args.get("with", ""))
    if other is None or other.kind != entry.kind or other.id == entry.id:
        return _choose(here, entry)
    return _compare(here, network, entry, other)


@pages.post("/entry/<id>/merge")
@needs(Permission.EDIT)
def put_together(id: str) -> Answer:
    """Merge as chosen; show again when the two are something else by now."""
    here, store = visit(), visit().services.store
    op = op_of(here, request.form)
    if store.applied(op) is not None:
        return redirect(_after(here, here.whole.find(id)), 303)
    network = everything(here.services.live.refresh(), store)
    entry, other = network.entry(id), network.entry(request.form.get("with", ""))
    chosen = _chosen()
    if request.form.get("shown") != _mark(network, entry, other):
        return _compare(here, network, entry, other, chosen, overtaken=True), 409
    one, gone = merge.impersonal(entry), merge.impersonal(other)
    names = called(network, one, here.lang), called(network, gone, here.lang)
    note = " ".join(request.form.get("why", "").split())[:300]
    try:
        planned = merge.plan(network, entry.id, other.id, chosen, _parts(network, entry, other))
        put = merged.records(store, planned, entry.id, other.id) if entry.kind == "actor" else []
        store.commit(merge.changeset(planned, op, here.who, here.now, names, note), put=put)
    except Invalid as wrong:
        return _compare(here, network, entry, other, chosen, faults=wrong.faults), 422
    except (Conflict, Dangling, RecordConflict):
        network = everything(here.services.live.refresh(), store)
        return _compare(here, network, network.entry(id), network.entry(other.id), chosen, overtaken=True), 409
    keep, drop = names
    told = here._("„{drop}“ ist in „{keep}“ aufgegangen. Im Verlauf lässt sich das zurücknehmen.", keep=keep, drop=drop)
    flash(told, "success")
    return redirect(_after(here, entry), 303)


def _choose(here: Visit, entry: Entry) -> str:
    query = request.args.get("q", "").strip()
    found = [each for each in matching(listed(here.whole, entry.kind, here.lang), query) if each.id != entry.id]
    near = {each.other(entry.id): each for each in likely.latest(here.services.store).of(entry.id)}
    return page(
        "merging/choose.html",
        entry=entry,
        spec=kind(entry.kind),
        name=called(here.whole, entry, here.lang),
        query=query,
        likely=[(each, called(here.whole, there, here.lang)) for each in near if (there := here.whole.find(each))],
        found=found[:_MOST_FOUND] if query else [],
        more=max(0, len(found) - _MOST_FOUND) if query else 0,
    )


def _compare(
    here: Visit,
    network: Network,
    entry: Entry,
    other: Entry,
    chosen: Mapping[str, Side] | None = None,
    overtaken: bool = False,
    faults: tuple[Fault, ...] = (),
) -> str:
    words = Words(network, (), here.lang)
    twice = parts_twice(network, entry.id, other.id)
    found = list(pairs(entry.kind, entry.fields, other.fields))
    told = inputs.messages(faults, here.lang)
    return page(
        "merging/compare.html",
        entry=entry,
        other=other,
        spec=kind(entry.kind),
        name=called(network, entry, here.lang),
        other_name=called(network, other, here.lang),
        lines=sides.lines(
            network, words.lines, entry.kind, found, here.lang, keep=entry.fields, drop=other.fields, chosen=chosen
        ),
        parts=[_part(network, one, two, here.lang) for one, two in twice],
        effects=_effects(here, network, entry, other),
        speaking=_speaking(here, other.id),
        errors=[(label(kind(entry.kind).field(name).label, here.lang), text) for name, text in told.items()],
        shown=_mark(network, entry, other),
        op=here.services.op(),
        to=own_path(request.values.get("to", ""), ""),
        overtaken=overtaken,
    )


def _effects(here: Visit, network: Network, entry: Entry, other: Entry) -> dict[str, Any]:
    """What happens to links: how many lead elsewhere, which fall away, which become one."""
    try:
        planned = merge.plan(network, entry.id, other.id)
    except Invalid:
        return {"redirected": [], "fallen": [], "united": 0}
    counts: dict[str, int] = {}
    for id in planned.redirected:
        name = network.entry(id).kind
        counts[name] = counts.get(name, 0) + 1
    plural = {name: kind(name).label if n == 1 else kind(name).plural for name, n in counts.items()}
    return {
        "redirected": [(n, label(plural[name], here.lang)) for name, n in counts.items()],
        "fallen": [
            (label(kind(network.entry(id).kind).label, here.lang), called(network, network.entry(id), here.lang))
            if id != entry.id
            else (label(kind(entry.kind).field(field).label, here.lang), "")
            for id, field in planned.self_links
        ],
        "united": len(planned.united),
    }


def _part(network: Network, one: EntryId, two: EntryId, lang: str) -> tuple[str, str, str, str]:
    """(value, kind, name, name of the other)."""
    kept, gone = network.entry(one), network.entry(two)
    return f"{one}:{two}", label(kind(kept.kind).label, lang), called(network, kept, lang), called(network, gone, lang)


def _speaking(here: Visit, id: str) -> int:
    """How many accounts speak for the actor that goes, and for the one that stays afterwards."""
    return sum(grant.actor == id for each in grants.by_account(here.services.store).values() for grant in each)


def _parts(network: Network, entry: Entry, other: Entry) -> list[tuple[str, str]]:
    wanted = set(request.form.getlist("part"))
    return [pair for pair in parts_twice(network, entry.id, other.id) if ":".join(pair) in wanted]


def _chosen() -> dict[str, Side]:
    names = ((name.partition(".")[2], value) for name, value in request.form.items() if name.startswith("side-"))
    return {name: cast(Side, value) for name, value in names if value in _SIDES}


def _mark(network: Network, entry: Entry, other: Entry) -> str:
    """What was looked at: both entries, what may become one with them, and what points to them."""
    looked_at = [entry.id, other.id, *(id for pair in parts_twice(network, entry.id, other.id) for id in pair)]
    seen = [[id, dict(network.entry(id).fields), sorted(map(list, network.into(id)))] for id in looked_at]
    return digest(canonical(seen))[:16]


def _after(here: Visit, entry: Entry | None) -> str:
    """Back to the list of pairs where that led here, else to the entry."""
    path = "entries"
    if entry is not None:
        path = f"{entry.kind}/{entry.id}" if entry.kind in READING_PAGES else f"entry/{entry.id}/edit"
    return own_path(request.form.get("to", ""), f"/{here.lang}/{path}")
