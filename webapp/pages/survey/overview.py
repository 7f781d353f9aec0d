"""The survey as a whole: who was asked, who has answered, who is missing; per actor only."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.analysis.standing import Side, State, standings
from graph.model.changes import EntryId
from graph.model.collation import plain
from graph.network import Network
from graph.store import Store
from webapp.access import Permission, needs
from webapp.pages.entries.paging import page_links
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.speaking import own_actors
from webapp.render import page
from webapp.survey import keeping
from webapp.texts import N_
from webapp.visit import Visit, visit

PAGE = 50
HOWS = {
    "link": N_("über den Link"),
    "sheet": N_("auf dem Bogen"),
    "partner": N_("selbst, angemeldet"),
    "coordination": N_("durch die Koordination"),
    "phone": N_("am Telefon"),
}
STATES = {"": N_("Alle"), "missing": N_("Antwort fehlt"), "answered": N_("Geantwortet"), "unasked": N_("Nicht gefragt")}

OPEN: tuple[State, ...] = ("one_sided", "disputed", "unwanted")
"""States of links that are tasks."""
_NEVER = keeping.Asked(actor=EntryId(""))


class Line(NamedTuple):
    """One actor of the list."""

    id: str
    name: str
    asked: keeping.Asked


@pages.get("/survey")
@needs(Permission.ANSWER)
def overview() -> Response | str:
    """For coordination the whole survey; a partner is led to the own actor."""
    here = visit()
    if not here.may(Permission.EDIT):
        own = own_actors(here)
        if len(own) == 1:
            return redirect(f"/{here.lang}/survey/actor/{own[0]}")
        return page("survey/own.html", actors=[(id, here.whole.entry(id).fields["name"]) for id in own])
    return page("survey/overview.html", **_context(here))


@pages.post("/survey/settings")
@needs(Permission.EDIT)
def settings() -> Response:
    """For how long a word holds from now on."""
    here = visit()
    wanted = request.form.get("months", 0, int)
    if wanted in keeping.MONTHS:
        keeping.set_months(here.services.store, wanted)
        flash(here._("Gespeichert."), "success")
    return redirect(f"/{here.lang}/survey", 303)


def _context(here: Visit) -> dict[str, Any]:
    store, network = here.services.store, here.network
    asked = keeping.everyone(store, here.whole)
    version = keeping.turn(store).version
    query, state = request.args.get("q", "").strip(), request.args.get("state", "")
    found = network.memo(_in_state, here.whole, store, version, state if state in STATES else "")
    if query:
        names = network.memo_of("actor", _plain_names)
        found = [id for id in found if plain(query) in names[id]]
    last = max(1, -(-len(found) // PAGE))
    at = min(max(request.args.get("page", 1, int), 1), last)
    states = network.memo(_counted, here.today, keeping.all_refusals(store, here.whole))
    return {
        "lines": [
            Line(id, network.entry(id).fields["name"], asked.get(id, keeping.Asked(actor=id)))
            for id in found[(at - 1) * PAGE : at * PAGE]
        ],
        "count": len(found),
        "query": query,
        "state": state,
        "tabs": [(here._(text), _address(here, query, code), code == state) for code, text in STATES.items()],
        "links": page_links(at, last, lambda n: _address(here, query, state, n)),
        "figures": {
            "actors": len(network.of_kind("actor")),
            "asked": len(network.memo(_in_state, here.whole, store, version, "asked")),
            "answered": len(network.memo(_in_state, here.whole, store, version, "answered")),
            "confirmed": states["confirmed"],
            "open": sum(states[each] for each in OPEN),
        },
        "hows": {code: here._(text) for code, text in HOWS.items()},
        "months": keeping.months(store),
        "choices": keeping.MONTHS,
    }


def _in_state(network: Network, whole: Network, store: Store, _: int, state: str) -> list[EntryId]:
    """The actors of one state by name: kept until the network or what the survey knows is another."""
    asked, ids = keeping.everyone(store, whole), network.memo_of("actor", keeping.by_name)
    return [id for id in ids if _fits(asked.get(id, _NEVER), state)] if state else ids


def _plain_names(network: Network) -> dict[EntryId, str]:
    return {id: plain(entry.fields["name"]) for id, entry in network.of_kind("actor").items()}


def _counted(network: Network, today: date, refused: frozenset[tuple[EntryId, Side]]) -> Counter[State]:
    return Counter(each.state for each in network.memo(standings, today, refused))


def _fits(known: keeping.Asked, state: str) -> bool:
    asked, answered = bool(known.asked_on), bool(known.answered_on)
    return {
        "missing": asked and not answered,
        "answered": answered,
        "unasked": not asked and not answered,
        "asked": asked,
    }[state]


def _address(here: Visit, query: str, state: str, number: int = 1) -> str:
    pairs = {"q": query, "state": state, "page": str(number) if number > 1 else ""}
    stated = urlencode({name: value for name, value in pairs.items() if value})
    return f"/{here.lang}/survey?{stated}" if stated else f"/{here.lang}/survey"
