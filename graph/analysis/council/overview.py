"""What a council wants to see on one page, as plain data: topics and places, never actors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.analysis.council.arriving import arrivals
from graph.analysis.council.gaining import Gain, projects
from graph.analysis.council.plain import Data, homes
from graph.analysis.council.reached import together
from graph.analysis.council.waiting import waits
from graph.model.changes import EntryId
from graph.network import Network

GAPS = 3


def overview(network: Network, on: date, found: Mapping[str, Any], more: Mapping[EntryId, Gain]) -> Data:
    """The council's page from a report of the same Network. Compute it from what everyone may see (`with_published`).

    `more`: project of change → how many more, as `gaining.gains` has it of the whole network.
    Parts: reach, gaps, journeys, hanging (topics), confirmation, waits, arrivals, projects, ending, age, completeness,
    values.
    Actors that the report names are left out here, not on the page: what is kept of this can be shown to anybody.
    """
    return {
        "reach": together(found["coverage"]),
        "gaps": (found["gaps"] or found["unheard"])[:GAPS],
        "journeys": [_journey(one) for one in found["journeys"]],
        "hanging": sorted({topic for topic, _ in found["hanging"]}),
        "confirmation": found["confirmation"],
        "waits": waits(network, on),
        "arrivals": arrivals(network, on),
        "projects": projects(network, more),
        "ending": [_ending(network, one) for one in found["ending"]],
        "age": found["age"],
        "completeness": found["completeness"],
        "values": found["indicators"],
    }


def _journey(one: Mapping[str, Any]) -> Data:
    """Stations of a way: each actor once, however often one comes by."""
    walk = one["walk"]
    return {
        "journey": one["journey"],
        "steps": len(one["stages"]),
        "stations": len(set(walk)),
        "handovers": max(0, len(walk) - 1),
        "fewest": len(one["fewest"]),
        "missing": [stage["step"] for stage in one["stages"] if stage["state"] in MISSING],
        "unknown": [stage["step"] for stage in one["stages"] if stage["state"] == "no_service"],
    }


MISSING = frozenset({"no_service", "none", "ended", "no_way"})
"""States of a step that nobody gets to."""


def _ending(network: Network, one: Mapping[str, Any]) -> Data:
    """What ends, by its topics and places; an agreement by how many take part."""
    fields = network.entry(one["entry"]).fields
    return {
        "kind": network.entry(one["entry"]).kind,
        "field": one["field"],
        "day": one["day"],
        "topics": list(fields.get("topics", ())),
        "places": list(fields.get("areas") or homes(network, [one["entry"]])),
        "parties": len(fields.get("parties", ())),
        "loses": [list(cell) for cell in one["loses"]],
    }
