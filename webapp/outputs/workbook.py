"""The workbook of a search: the actors found with all that belongs to them, written by a child process."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph.model.changes import Entry, EntryId, Fields, Kind
from graph.model.fields import Audience
from graph.network import Network
from graph.store import Store
from importers.child import bounded
from importers.workbook.write import write
from webapp.imports.proof import proof
from webapp.outputs.typesetting import taking_turns
from webapp.shown.contacts import readable

_CPU_SECONDS = 60
_WALL_SECONDS = 60
_BESIDE = ("place", "topic", "area")
"""Kinds that come along where a row refers to them."""


def workbook(
    store: Store, network: Network, actors: Iterable[str], everything: bool, today: date, told: Sequence[str] = ()
) -> bytes:
    """The XLSX file. `told`: what its first sheet says of it. Raises Stopped; Unavailable where too many ask.

    It is sealed, so that an import knows what it was made of and takes what was edited in it.
    """
    ids = None if everything else belonging(network, actors)
    chosen = [entry for entry in network.entries() if ids is None or entry.id in ids]
    entries = [[entry.kind, entry.id, _fields(network, entry, today)] for entry in chosen]
    sealed = proof(store, network.revision, network.audience, today.isoformat(), (entry.id for entry in chosen))
    with taking_turns():
        answer = bounded.run(
            "webapp.outputs.workbook:written",
            json.dumps(entries).encode(),
            arguments={
                "audience": network.audience,
                "today": today.isoformat(),
                "told": list(told),
                "revision": network.revision,
                "op": sealed,
            },
            cpu=_CPU_SECONDS,
            wall=_WALL_SECONDS,
        )
    return base64.b64decode(answer)


def written(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """The child's part: the file in base64."""
    entries = [Entry(kind=Kind(kind), id=EntryId(id), fields=fields) for kind, id, fields in json.loads(payload)]
    network = Network(entries, revision=arguments["revision"], audience=Audience(arguments["audience"]))
    today = date.fromisoformat(arguments["today"])
    made = write(network, today=today, op=arguments["op"], told=arguments["told"])
    return base64.b64encode(made).decode("ascii")


def belonging(network: Network, actors: Iterable[str]) -> frozenset[str]:
    """Actors with their services and contacts, the referrals among them, and the places, topics and areas they name."""
    own = {id for actor in actors for id in (actor, *_of(network, actor))}
    found = set(own)
    queue = list(own)
    while queue:
        for _, target in network.out(queue.pop()):
            if target not in found and network.entry(target).kind in _BESIDE:
                found.add(target)
                queue.append(target)
    referrals = network.of_kind("referral").values()
    return frozenset(found | {r.id for r in referrals if {r.fields["sender"], r.fields["receiver"]} <= own})


def _fields(network: Network, entry: Entry, today: date) -> Fields:
    return readable(network, entry, today.isoformat()) if entry.kind == "contact" else entry.fields


def _of(network: Network, actor: str) -> list[str]:
    services = network.linking(actor, "service", "provider")
    return [entry.id for entry in (*services, *network.linking(actor, "contact", "actor"))]
