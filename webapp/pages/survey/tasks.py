"""One-sided links as a list of tasks: who is to be asked, with the number beside it, done at once."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.analysis.standing import Side, Standing, standing, standings
from graph.model.changes import EntryId
from graph.model.collation import plain, sort_key
from graph.model.errors import Conflict, Denied
from graph.network import Network
from graph.operations import edit
from webapp.access import Permission, needs
from webapp.pages.entries.paging import page_links
from webapp.pages.entries.saving import op_of
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.speaking import own_actors
from webapp.render import page
from webapp.shown.numbers import Number, numbers
from webapp.survey import keeping
from webapp.survey.answering import speak
from webapp.texts import N_, day
from webapp.visit import Visit, visit

PAGE = 50
STATES = {
    "one_sided": N_("Einseitig"),
    "disputed": N_("Widersprüchlich"),
    "unwanted": N_("Zum Löschen vorgeschlagen"),
    "unheard": N_("Von niemandem bestätigt"),
}


class Task(NamedTuple):
    """One link. `asked` is the side to ask, "" where both are; `mine`: the reader answers for that side."""

    id: str
    sender: tuple[str, str]
    receiver: tuple[str, str]
    service: str
    asked: Side | None
    name: str
    phones: list[Number]
    until: str
    mine: bool


@pages.get("/survey/tasks")
@needs(Permission.ANSWER)
def tasks() -> str:
    """Links that want a word, one state at a time."""
    here = visit()
    return page("survey/tasks.html", **_context(here))


@pages.post("/survey/tasks/<link>")
@needs(Permission.ANSWER)
def settle(link: str) -> Response:
    """A side says yes or no, or a link nobody stands by is deleted."""
    here = visit()
    entry = here.services.live.refresh().find(link)
    do, side = request.form.get("do", ""), _side(request.form.get("side", ""))
    if entry is None or entry.kind != "referral":
        flash(here._("Diese Vermittlung gibt es nicht mehr."), "info")
    elif do == "delete":
        _delete(here, link)
    elif do in ("yes", "no") and side:
        _must_speak(here, link, side)
        how = "phone" if here.may(Permission.EDIT) else "partner"
        speak(here, link, side, do == "yes", how, op_of(here, request.form))
        flash(here._("Bestätigung gespeichert.") if do == "yes" else here._("Widerspruch gespeichert."), "success")
    else:
        abort(400)
    return redirect(f"/{here.lang}/survey/tasks?{urlencode(_kept())}", 303)


def _delete(here: Visit, link: str) -> None:
    """Only what nobody stands by; who has confirmed it meanwhile keeps it."""
    if not here.may(Permission.EDIT):
        raise Denied(Permission.EDIT)
    network = here.services.live.refresh()
    if standing(network, link, here.today, keeping.all_refusals(here.services.store, network)).state not in (
        "unwanted",
        "unheard",
    ):
        flash(here._("Inzwischen ist diese Vermittlung bestätigt. Sie bleibt."), "info")
        return
    changes = edit.delete(network, link)
    try:
        here.services.store.commit(
            edit.changeset(op_of(here, request.form), here.who, here.now, changes, "why.unwanted")
        )
    except Conflict:
        flash(here._("Inzwischen hat sich diese Vermittlung geändert. Bitte sehen Sie noch einmal hin."), "info")
        return
    flash(here._("Die Vermittlung ist gelöscht. Im Verlauf lässt sich das zurücknehmen."), "success")


def _context(here: Visit) -> dict[str, Any]:
    network, own = here.network, own_actors(here)
    everything = here.may(Permission.EDIT)
    refused = keeping.all_refusals(here.services.store, here.whole)
    found = network.memo(_by_state, here.today, refused) if everything else _own(here, own, refused)
    kept = _kept()
    state, words = kept.get("state", "one_sided"), plain(kept.get("q", ""))
    mine = found.get(state, [])
    if words:
        mine = [each for each in mine if _named(network, each, words)]
    if own:
        mine = sorted(mine, key=lambda each: _asks_others(each, own))
    last = max(1, -(-len(mine) // PAGE))
    at = min(max(request.args.get("page", 1, int), 1), last)
    return {
        "tasks": [_task(here, each, own) for each in mine[(at - 1) * PAGE : at * PAGE]],
        "count": len(mine),
        "state": state,
        "query": kept.get("q", ""),
        "tabs": [
            (f"{here._(text)} ({len(found.get(code, ()))})", f"?{urlencode({**kept, 'state': code})}",
             code == state)
            for code, text in STATES.items()
        ],
        "links": page_links(at, last, lambda n: f"?{urlencode({**kept, 'page': n})}"),
        "everything": everything,
        "kept": kept,
    }  # fmt: skip


def _by_state(network: Network, today: date, refused: frozenset[tuple[EntryId, Side]]) -> dict[str, list[Standing]]:
    return _sorted(network, network.memo(standings, today, refused))


def _own(here: Visit, own: list[EntryId], refused: frozenset[tuple[EntryId, Side]]) -> dict[str, list[Standing]]:
    """The links of a few actors alone."""
    network = here.network
    sent = [link for id in own for link in network.linking(id, "referral", "sender")]
    ends = [end for id in own for end in (id, *(e.id for e in network.linking(id, "service", "provider")))]
    got = [link for id in ends for link in network.linking(id, "referral", "receiver")]
    links = dict.fromkeys(link.id for link in (*sent, *got))
    return _sorted(network, [standing(network, id, here.today, refused) for id in links])


def _sorted(network: Network, found: list[Standing]) -> dict[str, list[Standing]]:
    """By the name of who is to be asked."""
    states: dict[str, list[Standing]] = {}
    for each in sorted(found, key=lambda each: (sort_key(_asked_name(network, each)), each.id)):
        states.setdefault(each.state, []).append(each)
    return states


def _task(here: Visit, each: Standing, own: list[EntryId]) -> Task:
    network = here.network
    asked = each.asked
    who = network.entry(each.actor(asked)) if asked else None
    until = each.until[1 if asked == "sender" else 0] if asked else ""
    return Task(
        id=each.id,
        sender=(f"/{here.lang}/actor/{each.sender}", network.entry(each.sender).fields["name"]),
        receiver=(f"/{here.lang}/actor/{each.receiver}", network.entry(each.receiver).fields["name"]),
        service=str(network.entry(each.service).fields["name"]) if each.service else "",
        asked=asked,
        name=str(who.fields["name"]) if who else "",
        phones=numbers(network, who, here.lang)[:2] if who else [],
        until=day(until, here.lang) if len(until) == 10 else until,
        mine=who is not None and who.id in own,
    )


def _must_speak(here: Visit, link: str, side: Side) -> None:
    actor = standing(here.whole, link, here.today).actor(side)
    if not here.may(Permission.EDIT) and actor not in own_actors(here):
        raise Denied(Permission.ANSWER)


def _kept() -> dict[str, str]:
    """State and words of the list, from the address or from the form that leads back to it."""
    state, words = request.values.get("state", ""), request.values.get("q", "")[:200]
    return {k: v for k, v in (("state", state if state in STATES else ""), ("q", words)) if v}


def _side(stated: str) -> Side | None:
    return stated if stated in ("sender", "receiver") else None  # type: ignore[return-value]


def _named(network: Network, each: Standing, words: str) -> bool:
    names = (str(network.entry(id).fields["name"]) for id in (each.sender, each.receiver))
    return not words or any(words in plain(name) for name in names)


def _asks_others(each: Standing, own: list[EntryId]) -> bool:
    """What waits for the reader comes before what waits for others."""
    return each.asked is None or each.actor(each.asked) not in own


def _asked_name(network: Network, each: Standing) -> str:
    return str(network.entry(each.actor(each.asked or "receiver")).fields["name"])
