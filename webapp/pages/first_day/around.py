"""Whom an actor works with: partners with their numbers, agreements, groups and their next dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from graph.analysis.standing import actor_of
from graph.model.changes import Entry
from graph.model.collation import sort_key
from graph.network import Network, name_of
from webapp.shown.duty import until
from webapp.shown.reach import Link, phone_links
from webapp.texts import moment, translator

MOST = 14
"""Partners on paper in each direction; the rest is counted."""


class Partner(NamedTuple):
    """Another actor, and what people are sent there for."""

    name: str
    through: str
    phones: list[Link]


class Partners(NamedTuple):
    """Those of one direction, as many as fit on paper."""

    shown: list[Partner]
    more: int


def partners(network: Network, id: str, lang: str) -> tuple[Partners, Partners]:
    """(who sends people here, where this actor sends people), by name."""
    services = network.linking(id, "service", "provider")
    into = [(link.fields["sender"], to) for to in (id, *(s.id for s in services)) for link in _to(network, to)]
    out = [
        (actor_of(network, to), to)
        for link in network.linking(id, "referral", "sender")
        for to in [link.fields["receiver"]]
    ]
    return _partners(network, into, lang), _partners(network, out, lang)


def agreements(network: Network, id: str, lang: str) -> list[tuple[str, str]]:
    """(title, with whom and until when) of an actor's agreements."""
    _ = translator(lang)
    found = []
    for each in network.linking(id, "agreement", "parties"):
        others = ", ".join(name_of(network, party, lang) for party in each.fields["parties"] if party != id)
        ends = each.fields.get("ends_on")
        parts = (
            _("mit {names}", names=others) if others else "",
            _("bis {day}", day=until(ends, lang)) if ends else "",
        )
        found.append((str(each.fields["name"]), ", ".join(part for part in parts if part)))
    return sorted(found, key=lambda one: sort_key(one[0]))


def groups(network: Network, id: str, today: date, lang: str) -> list[tuple[str, str]]:
    """(group or host, its next date) of the groups an actor is in, and the next dates of its own."""
    found = {each.id: each for field in ("members", "chair") for each in network.linking(id, "group", field)}
    said = [
        (str(each.fields["name"]), _next(network.linking(each.id, "event", "group"), today, lang))
        for each in sorted(found.values(), key=lambda e: sort_key(e.fields["name"]))
    ]
    own = [each for each in network.linking(id, "event", "actors") if each.fields.get("group") not in found]
    coming = _next(own, today, lang)
    return [*said, (translator(lang)("Eigene Termine"), coming)] if coming else said


def _to(network: Network, id: str) -> list[Entry]:
    return network.linking(id, "referral", "receiver")


def _partners(network: Network, pairs: list[tuple[str, str]], lang: str) -> Partners:
    """Each actor once with the services it is about. Numbers are the service's where it is one with its own."""
    through: dict[str, dict[str, None]] = {}
    for actor, to in pairs:
        through.setdefault(actor, {})
        if network.entry(to).kind == "service":
            through[actor][to] = None
    found = [_partner(network, actor, list(services), lang) for actor, services in through.items()]
    found.sort(key=lambda each: sort_key(each.name))
    return Partners(found[:MOST], max(0, len(found) - MOST))


def _partner(network: Network, actor: str, services: list[str], lang: str) -> Partner:
    entry = network.entry(actor)
    theirs = [network.entry(id) for id in services if network.entry(id).fields["provider"] == actor]
    phones = next((found for each in (*theirs, entry) if (found := phone_links(each.fields, lang))), [])
    return Partner(str(entry.fields["name"]), ", ".join(name_of(network, id, lang) for id in services), phones[:1])


def _next(events: list[Entry], today: date, lang: str) -> str:
    """The next event in words, "" for none."""
    coming = sorted(
        (e.fields["starts"], str(e.fields["name"])) for e in events if e.fields["starts"] >= today.isoformat()
    )
    if not coming:
        return ""
    starts, name = coming[0]
    return f"{name}, {moment(datetime.fromisoformat(starts), lang)}"
