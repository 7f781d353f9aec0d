"""All kinds with their counts, and the entries of one kind: narrowed, sorted, page by page."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import abort, request

from graph.model.schema import kind, kinds
from webapp.access import Permission, needs
from webapp.pages.entries.blueprint import pages
from webapp.pages.entries.naming import listed, matching
from webapp.pages.entries.paging import page_links
from webapp.render import page
from webapp.visit import visit

PAGE = 50


@pages.get("/entries")
@needs(Permission.EDIT)
def overview() -> str:
    """Every kind of entry, with how many there are."""
    network = visit().network
    return page("entries/kinds.html", counts=[(spec, len(network.of_kind(name))) for name, spec in kinds().items()])


@pages.get("/entries/<name>")
@needs(Permission.EDIT)
def entries(name: str) -> str:
    """The entries of a kind."""
    here = visit()
    if name not in kinds():
        abort(404)
    query = request.args.get("q", "").strip()
    everything = listed(here.network, name, here.lang)
    found = matching(everything, query)
    last = max(1, -(-len(found) // PAGE))
    at = min(max(request.args.get("page", 1, type=int), 1), last)
    links = page_links(at, last, lambda n: f"/{here.lang}/entries/{name}?{urlencode({'q': query, 'page': n})}")
    return page(
        "entries/list.html",
        spec=kind(name),
        query=query,
        found=found[(at - 1) * PAGE : at * PAGE],
        count=len(found),
        total=len(everything),
        first=(at - 1) * PAGE + 1,
        links=links,
    )
