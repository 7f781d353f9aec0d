"""All sure pairs put together at once: asked once, written as one change, taken back as one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from flask import redirect, request
from werkzeug.wrappers import Response

from graph.model.canonical import canonical, digest
from graph.model.changes import EntryId
from graph.model.errors import Conflict, Dangling, KnotenpunktError, RecordConflict
from graph.network import Network
from graph.operations import merge
from graph.operations.past import everything
from webapp import likely, merged
from webapp.access import Permission, needs
from webapp.pages.entries.naming import named
from webapp.pages.entries.saving import op_of
from webapp.pages.merging.blueprint import pages
from webapp.pages.merging.duplicates import weight
from webapp.render import page
from webapp.visit import Visit, visit

Pair = tuple[EntryId, EntryId]
Answer = str | Response | tuple[str, int]


@pages.get("/duplicates/sure")
@needs(Permission.EDIT)
def ask_sure() -> Answer:
    """Which entries would go into which."""
    here = visit()
    return _page(here, everything(here.whole, here.services.store))


@pages.post("/duplicates/sure")
@needs(Permission.EDIT)
def merge_sure() -> Answer:
    """Merge them; show again when they are others by now."""
    here, store = visit(), visit().services.store
    op = op_of(here, request.form)
    done = store.applied(op)
    if done is None:
        network = everything(here.services.live.refresh(), store)
        found = sure_pairs(here, network)
        if not found or request.form.get("shown") != _mark(network, found):
            return _page(here, network, overtaken=True), 409
        try:
            planned = merge.plan_several(network, found)
            written = merge.changeset_of_several(planned, op, here.who, here.now, len(found))
            done = store.commit(written, put=merged.records_of(store, planned, found))
        except (Conflict, Dangling, RecordConflict):
            return _page(here, everything(here.services.live.refresh(), store), overtaken=True), 409
    return redirect(f"/{here.lang}/duplicates?merged={done}", 303)


def sure_pairs(here: Visit, network: Network) -> list[Pair]:
    """(kept, gone) of all that are sure. Of several that are one, that which says most is kept.

    Who was told apart from another of them is left to a person, and who can't be merged as suggested.
    """
    store = here.services.store
    apart = likely.told_apart(store)
    there = network.of_kind("actor")
    sure = [
        (EntryId(p.one), EntryId(p.two))
        for p in likely.latest(store).pairs
        if p.level == "sure" and p.one in there and p.two in there and likely.pair_id(p.one, p.two) not in apart
    ]
    found: list[Pair] = []
    for group in _groups(sure):
        if any(likely.pair_id(*each) in apart for each in combinations(group, 2)):
            continue
        keep, *rest = sorted(group, key=lambda id: (-weight(network, id), id))
        pairs = [(keep, drop) for drop in rest]
        try:
            merge.plan_several(network, pairs)
        except KnotenpunktError:
            continue
        found += pairs
    return found


def _groups(pairs: Iterable[Pair]) -> list[list[EntryId]]:
    """Ids that pairs join, each in one group."""
    of: dict[EntryId, list[EntryId]] = {}
    for one, two in pairs:
        first, second = of.setdefault(one, [one]), of.setdefault(two, [two])
        if first is not second:
            first += second
            of |= dict.fromkeys(second, first)
    return list({id(group): group for group in of.values()}.values())


def _page(here: Visit, network: Network, overtaken: bool = False) -> str:
    found = sure_pairs(here, network)
    return page(
        "merging/sure.html",
        pairs=[tuple(named(network, network.entry(id), here.lang).name for id in pair) for pair in found],
        shown=_mark(network, found),
        op=here.services.op(),
        overtaken=overtaken,
    )


def _mark(network: Network, pairs: Iterable[Pair]) -> str:
    """What was looked at: the pairs as they stood."""
    return digest(canonical([[id, dict(network.entry(id).fields)] for pair in pairs for id in pair]))[:16]
