"""The survey as a whole: who was asked, who has answered, who is missing; per actor only."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.analysis.standing import standings
from graph.model.collation import plain
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
    asked = keeping.everyone(store)
    lines = [
        Line(id, network.entry(id).fields["name"], asked.get(id, keeping.Asked(actor=id)))
        for id in network.memo_of("actor", keeping.by_name)
    ]
    query, state = request.args.get("q", "").strip(), request.args.get("state", "")
    found = [line for line in lines if _fits(line, state) and plain(query) in plain(line.name)]
    last = max(1, -(-len(found) // PAGE))
    at = min(max(request.args.get("page", 1, int), 1), last)
    refused = keeping.refusals(network, asked.values())
    states = [each.state for each in network.memo(standings, here.today, refused)]
    return {
        "lines": found[(at - 1) * PAGE : at * PAGE],
        "count": len(found),
        "query": query,
        "state": state,
        "tabs": [(here._(text), _address(here, query, code), code == state) for code, text in STATES.items()],
        "links": page_links(at, last, lambda n: _address(here, query, state, n)),
        "figures": {
            "actors": len(lines),
            "asked": sum(bool(line.asked.asked_on) for line in lines),
            "answered": sum(bool(line.asked.answered_on) for line in lines),
            "confirmed": states.count("confirmed"),
            "open": sum(states.count(each) for each in ("one_sided", "disputed", "unwanted")),
        },
        "hows": {code: here._(text) for code, text in HOWS.items()},
        "months": keeping.months(store),
        "choices": keeping.MONTHS,
    }


def _fits(line: Line, state: str) -> bool:
    asked, answered = bool(line.asked.asked_on), bool(line.asked.answered_on)
    return {"missing": asked and not answered, "answered": answered, "unasked": not asked and not answered}.get(
        state, True
    )


def _address(here: Visit, query: str, state: str, number: int = 1) -> str:
    pairs = {"q": query, "state": state, "page": str(number) if number > 1 else ""}
    stated = urlencode({name: value for name, value in pairs.items() if value})
    return f"/{here.lang}/survey?{stated}" if stated else f"/{here.lang}/survey"
