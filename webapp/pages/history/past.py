"""The network as it was: read-only lists at a past revision."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import abort, request

from graph.model.changes import Revision
from graph.model.schema import kind, kinds
from graph.network import Network, called
from graph.operations.past import network_at
from graph.store import Store
from webapp.pages.entries.naming import listed
from webapp.pages.entries.paging import page_links
from webapp.pages.history.told import Words
from webapp.render import page
from webapp.visit import Visit

_PAGE = 50
_KEPT = 2
"""Past states kept in memory until the network changes: each holds its own tables of all entries."""


def show(here: Visit) -> str:
    """The kinds at a past revision, the entries of one kind, or one entry."""
    at = request.args.get("at", -1, type=int)
    if not 0 <= at <= here.whole.revision:
        abort(404)
    network = _past(here.whole, here.services.store, at)
    applied = here.services.store.history(None, Revision(at + 1), 1)
    frame = {"at": at, "when": applied[0].changes.at if applied else None, "newest": at == here.whole.revision}
    if "entry" in request.args:
        return _entry(here, network, request.args["entry"], frame)
    if "kind" in request.args:
        return _entries(here, network, request.args["kind"], frame)
    counts = [(spec, len(network.of_kind(name))) for name, spec in kinds().items() if network.of_kind(name)]
    return page("history/past.html", counts=counts, **frame)


def _entries(here: Visit, network: Network, name: str, frame: dict[str, object]) -> str:
    if name not in kinds():
        abort(404)
    found = listed(network, name, here.lang)
    last = max(1, -(-len(found) // _PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), last)
    links = page_links(
        number, last, lambda n: f"/{here.lang}/history?{urlencode({'at': frame['at'], 'kind': name, 'page': n})}"
    )
    rows = found[(number - 1) * _PAGE : number * _PAGE]
    return page("history/past_kind.html", spec=kind(name), found=rows, count=len(found), links=links, **frame)


def _entry(here: Visit, network: Network, id: str, frame: dict[str, object]) -> str:
    entry = network.entry(id)
    return page(
        "history/past_entry.html",
        spec=kind(entry.kind),
        id=id,
        name=called(network, entry, here.lang),
        fields=Words(network, (), here.lang).fields(entry.kind, entry.fields),
        there=id in here.whole,
        **frame,
    )


def _past(network: Network, store: Store, at: int) -> Network:
    kept: dict[int, Network] = network.memo(_none_yet)
    if at not in kept:
        while len(kept) >= _KEPT:
            kept.pop(next(iter(kept)), None)
        kept[at] = network_at(network, store, Revision(at))
    return kept[at]


def _none_yet(network: Network) -> dict[int, Network]:
    return {}
