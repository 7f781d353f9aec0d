"""Who refers people to whom, and the small neighbourhood of an actor: drawn, and as a list that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.analysis.neighbourhood import Neighbour, Tie, neighbourhood
from graph.model.changes import Entry, EntryId
from graph.model.codes import REFERRAL_KINDS
from graph.network import Network, name_of
from webapp.drawing.ego import WIDTH, fan
from webapp.texts import Translate, day, label, plural_translator, translator

_Said = Mapping[EntryId, tuple[str, str]]
"""Id of what is shared → (kind, name)."""


class Way(NamedTuple):
    """One referral from where it is read. `sides`: how many of the two confirmed it, until when matters to `today`."""

    url: str
    name: str
    through: str
    kind: str
    sides: int
    waiting: str


def referrals(network: Network, id: str, today: str, lang: str) -> tuple[list[Way], list[Way]]:
    """(who sends people here, where this actor or service sends people)."""
    entry = network.entry(id)
    own = [entry.id, *(service.id for service in network.linking(id, "service", "provider"))]
    into = [(referral, own_id) for own_id in own for referral in network.linking(own_id, "referral", "receiver")]
    out = network.linking(id, "referral", "sender")
    incoming = [
        _way(network, r, r.fields["sender"], name_of(network, to, lang) if to != id else "", today, lang)
        for r, to in into
    ]
    return incoming, [_way(network, r, r.fields["receiver"], "", today, lang) for r in out]


def hood(network: Network, id: str, lang: str) -> dict[str, Any]:
    """The neighbourhood for the template `parts/hood.html`."""
    found = neighbourhood(network, id)
    names = [(n, network.entry(n.id).fields, n.linked) for n in found]
    shared = {id: network.entry(id) for n in found for id in n.shared}
    said = {id: (entry.kind, name_of(network, id, lang)) for id, entry in shared.items()}
    why = _Why(said, translator(lang))
    drawn = fan([(fields["name"], fields.get("sector", ""), n.ties[0], linked) for n, fields, linked in names])
    return {
        "width": WIDTH,
        "fan": drawn,
        "neighbours": [
            (f"/{lang}/actor/{n.id}", fields["name"], fields.get("sector", ""), why.of(n), linked)
            for n, fields, linked in names
        ],
        "stated": any(linked for *_, linked in names),
        "only_shared": not all(linked for *_, linked in names),
    }


class _Why:
    """Says why neighbours are near; most of them share the same few topics."""

    def __init__(self, said: _Said, _: Translate) -> None:
        self._said, self._ = said, _
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, neighbour: Neighbour) -> str:
        """The two closest ties."""
        key = (*neighbour.ties[:2], *neighbour.shared)
        if key not in self._known:
            self._known[key] = "; ".join([_tie(neighbour, tie, self._said, self._) for tie in neighbour.ties[:2]])
        return self._known[key]


def _tie(neighbour: Neighbour, tie: Tie, said: _Said, _: Translate) -> str:
    if tie == "topic":
        return _("gemeinsames Thema: {names}", names=_shared(neighbour, "topic", said))
    if tie == "group":
        return _("gemeinsame Arbeitsgruppe: {names}", names=_shared(neighbour, "group", said))
    if tie == "area":
        return _("im selben Gebiet")
    if tie == "part":
        return _("gehört zusammen")
    return _("dorthin wird vermittelt") if tie == "refers" else _("vermittelt hierher")


def _shared(neighbour: Neighbour, kind: str, said: _Said) -> str:
    named = [name for of, name in map(said.__getitem__, neighbour.shared) if of == kind]
    return ", ".join(named[:2])


def _way(network: Network, referral: Entry, other: str, through: str, today: str, lang: str) -> Way:
    _, fields = translator(lang), referral.fields
    partner = network.entry(other)
    if partner.kind == "service":
        through = partner.fields["name"]
        partner = network.entry(partner.fields["provider"])
    confirmed = (fields.get("sender_confirmed_until", "") >= today) + (
        fields.get("receiver_confirmed_until", "") >= today
    )
    waiting = ""
    if fields.get("waiting_weeks") is not None:
        weeks = plural_translator(lang)(
            "Wartezeit etwa {n} Woche, eigene Angabe",
            "Wartezeit etwa {n} Wochen, eigene Angabe",
            round(fields["waiting_weeks"]),
        )
        stated = fields.get("waiting_on")
        waiting = _("{waiting} vom {day}", waiting=weeks, day=day(stated, lang)) if stated else weeks
    kind = label(REFERRAL_KINDS[fields["kind"]], lang) if fields.get("kind") in REFERRAL_KINDS else ""
    return Way(f"/{lang}/actor/{partner.id}", partner.fields["name"], through, kind, confirmed, waiting)
