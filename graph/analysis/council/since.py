"""What changed between two states of a network, counted by topics and places: what a council asks first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from graph.analysis.council.plain import Data
from graph.analysis.coverage.areas import unit_of
from graph.analysis.coverage.states import Cell, matrix
from graph.analysis.home import home_id
from graph.analysis.referrals.arcs import arcs, offered
from graph.model.changes import Entry, EntryId
from graph.network import Network

MOST = 12
"""Topics and cells that are named; the others are counted."""


def changed(then: Network, then_on: date, now: Network, now_on: date) -> Data:
    """Counts of what came, went, was confirmed, opened and closed, with the topics and places concerned.

    A gap is closed where a topic is offered in a unit that was not before, and opened the other way round; time alone
    opens gaps, too, when funding ends. Complexity: that of two matrices.
    """
    services = _services(then, then_on), _services(now, now_on)
    come = [services[1][id] for id in services[1].keys() - services[0].keys()]
    gone = [services[0][id] for id in services[0].keys() - services[1].keys()]
    links = _links(then, then_on), _links(now, now_on)
    closed, opened = _cells(then.memo(matrix, then_on), now.memo(matrix, now_on))
    return {
        "services": _counted(now, come) | {"gone": len(gone), "topics_gone": _topics(gone)},
        "links": {
            "come": len(links[1].keys() - links[0].keys()),
            "gone": len(links[0].keys() - links[1].keys()),
            "confirmed": sum(sides == 2 and links[0].get(id, 0) < 2 for id, sides in links[1].items()),
            "lapsed": sum(sides == 2 and id in links[1] and links[1][id] < 2 for id, sides in links[0].items()),
        },
        "told": _told(then, now),
        "absences": len(now.of_kind("absence").keys() - then.of_kind("absence").keys()),
        "closed": [list(cell) for cell in closed[:MOST]],
        "opened": [list(cell) for cell in opened[:MOST]],
        "closed_count": len(closed),
        "opened_count": len(opened),
    }


def _services(network: Network, on: date) -> dict[EntryId, Entry]:
    return {id: entry for id, entry in network.of_kind("service").items() if offered(entry, on)}


def _links(network: Network, on: date) -> dict[EntryId, int]:
    return {arc.id: arc.sides for arc in network.memo(arcs, on).all()}


def _counted(network: Network, services: Iterable[Entry]) -> Data:
    come = list(services)
    places: Counter[str] = Counter(unit for s in come if (unit := unit_of(network, home_id(network, s.id))))
    return {"come": len(come), "topics": _topics(come), "places": [place for place, _ in _ranked(places)]}


def _topics(services: Iterable[Entry]) -> list[str]:
    return [topic for topic, _ in _ranked(Counter(t for s in services for t in s.fields.get("topics", ())))]


def _ranked(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _told(then: Network, now: Network) -> int:
    """Actors and services that were confirmed anew, or for the first time."""
    return sum(
        entry.fields.get("confirmed_on", "") > (old.fields.get("confirmed_on", "") if old else "")
        for kind in ("actor", "service")
        for id, entry in now.of_kind(kind).items()
        for old in [then.find(id)]
    )


Cells = Mapping[tuple[EntryId, EntryId], Cell]


def _cells(then: Cells, now: Cells) -> tuple[list[tuple[EntryId, EntryId]], list[tuple[EntryId, EntryId]]]:
    """(closed, opened): cells that are offered now and were not, and the other way round. New topics and units are
    no change of what is offered."""
    both = [cell for cell in now if cell in then]
    closed = [cell for cell in both if now[cell].state == "offered" and then[cell].state != "offered"]
    opened = [cell for cell in both if now[cell].state != "offered" and then[cell].state == "offered"]
    return sorted(closed), sorted(opened)
