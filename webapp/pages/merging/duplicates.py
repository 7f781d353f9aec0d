"""Actors that may be stored twice: what the last search found, a new search, and pairs told apart."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import EntryId, Revision
from graph.model.sentences import say
from graph.network import Network
from graph.operations import merge
from webapp import jobs, likely, reviews
from webapp.access import Permission, needs
from webapp.addresses import own_path
from webapp.likely import Likely
from webapp.pages.entries.naming import named
from webapp.pages.entries.paging import page_links
from webapp.pages.merging.blueprint import pages
from webapp.render import page
from webapp.visit import Visit, visit

FIND = "webapp.tasks.duplicates:find"
_PAGE = 25
_WAIT_SECONDS = 2.0


@pages.get("/duplicates")
@needs(Permission.EDIT)
def duplicates() -> str:
    """The pairs that are still two, the likeliest first."""
    here, store = visit(), visit().services.store
    found, apart = likely.latest(store), likely.told_apart(store)
    open_pairs = [p for p in found.pairs if likely.pair_id(p.one, p.two) not in apart and _there(here, p)]
    last = max(1, -(-len(open_pairs) // _PAGE))
    at = min(max(request.args.get("page", 1, type=int), 1), last)
    return page(
        "merging/duplicates.html",
        pairs=[_shown(here, pair) for pair in open_pairs[(at - 1) * _PAGE : at * _PAGE]],
        here=f"/{here.lang}/duplicates?page={at}",
        sure=sum(pair.level == "sure" for pair in open_pairs),
        merged=_merged(here),
        count=len(open_pairs),
        at=datetime.fromisoformat(found.at) if found.at else None,
        stale=found.revision != here.whole.revision,
        reviews=len(reviews.waiting(store)),
        links=page_links(at, last, lambda n: f"/{here.lang}/duplicates?page={n}"),
    )


@pages.post("/duplicates/search")
@needs(Permission.EDIT)
def search() -> Response:
    """Look anew, in the background."""
    here = visit()
    id = jobs.start(here.services, FIND, {}, owner=here.who, subject=here._("Doppelte Einträge"), back="/duplicates")
    done = jobs.wait(here.services, id, _WAIT_SECONDS)
    over = done is not None and done.state == "done"
    return redirect(f"/{here.lang}/duplicates" if over else f"/{here.lang}/jobs/{id}", 303)


@pages.post("/duplicates/apart")
@needs(Permission.EDIT)
def tell_apart() -> Response:
    """Remember that two are two."""
    here, store = visit(), visit().services.store
    one, two = request.form.get("one", ""), request.form.get("two", "")
    if one not in here.whole or two not in here.whole or one == two:
        abort(404)
    made = likely.apart_records(store, [(one, two)], here.who, here.now)
    if made:
        store.commit(None, put=made)
    flash(here._("Gemerkt: Das sind zwei verschiedene Stellen."), "success")
    return redirect(own_path(request.form.get("to", ""), f"/{here.lang}/duplicates"), 303)


def _merged(here: Visit) -> tuple[int, str] | None:
    """(revision, how many) of the merge of all sure pairs that led here."""
    revision = request.args.get("merged", 0, type=int)
    found = here.services.store.history(None, Revision(revision + 1), 1) if 0 < revision < 1 << 60 else []
    if not found or found[0].revision != revision or found[0].changes.why.code != merge.SEVERAL:
        return None
    return revision, found[0].changes.why.params["n"]


def _there(here: Visit, pair: Likely) -> bool:
    return pair.one in here.whole and pair.two in here.whole


def _shown(here: Visit, pair: Likely) -> dict[str, Any]:
    fuller = sorted((pair.one, pair.two), key=lambda id: -weight(here.whole, EntryId(id)))
    one, two = (named(here.whole, here.whole.entry(id), here.lang) for id in fuller)
    return {"one": one, "two": two, "score": pair.score, "level": pair.level,
            "why": [say(code, here.lang) for code in pair.why]}  # fmt: skip


def weight(network: Network, id: EntryId) -> int:
    """How much an entry says and how much points to it: the one with more is offered as the one that stays."""
    return len(network.entry(id).fields) + len(network.into(id))
