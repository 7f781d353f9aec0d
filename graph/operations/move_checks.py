"""What a move asks for beside its single fields: entries that are there and of a kind, numbers that can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any

from graph.analysis.planning.surge import desks_of
from graph.model.changes import Entry, EntryId
from graph.model.errors import Fault
from graph.model.fields import Type
from graph.model.moves import MOVES
from graph.model.values.numbers import clean_int
from graph.network import Network

RANGES: Mapping[str, tuple[float, float]] = {
    "persons": (1, 100_000),
    "desks": (1, 1_000),
    "hours": (0.5, 24),
    "minutes_least": (1, 960),
    "minutes_most": (1, 960),
    "usual": (0, 100_000),
    "capacity": (1, 1_000_000),
}
MOST_PLACES = 1_000_000


def wrong(network: Network, what: str, fields: Mapping[str, Any]) -> list[Fault]:
    """Faults of a move whose fields are cleaned, `network`: with the plan's earlier moves."""
    stated = {name: value for name, value in fields.items() if value not in (None, "", [])}
    found = [*_entries(network, what, stated), *_ranges(stated)]
    return found or [*_together(network, what, stated), *_already(network, what, stated)]


def whole(text: str) -> int | None:
    """A whole number with its sign as people write it ("20", "-5", "1.000"); None where it is none, or 0, or too large.

    >>> whole("-5"), whole("1.000"), whole("0"), whole("2,5")
    (-5, 1000, None, None)
    """
    value, _ = clean_int(text.strip().replace("−", "-"))
    return value if value is not None and 0 < abs(value) <= MOST_PLACES else None


def _entries(network: Network, what: str, stated: Mapping[str, Any]) -> Iterator[Fault]:
    """Forms offer what there is; what is sent may be anything."""
    for each in MOVES[what].fields:
        if each.type in (Type.REF, Type.REFS) and each.name in stated:
            ids = stated[each.name] if each.type is Type.REFS else [stated[each.name]]
            entries = [network.find(id) for id in ids]
            if any(entry is None or entry.kind not in each.refs for entry in entries):
                yield Fault(field=each.name, code="plan.not_there", params={})


def _ranges(stated: Mapping[str, Any]) -> Iterator[Fault]:
    for name, (low, high) in RANGES.items():
        if name in stated and not low <= stated[name] <= high:
            params = {"text": f"{stated[name]:g}", "low": f"{low:g}", "high": f"{high:.0f}"}
            yield Fault(field=name, code="value.out_of_range", params=params)


def _together(network: Network, what: str, stated: Mapping[str, Any]) -> Iterator[Fault]:
    service = network.find(stated.get("service", ""))
    match what:
        case "capacity" if whole(stated["by"]) is None:
            yield Fault(field="by", code="plan.whole_number", params={})
        case "capacity" if service and "capacity" not in service.fields:
            yield Fault(field="service", code="plan.no_capacity", params={})
        case "capacity" if service and service.fields["capacity"] + (whole(stated["by"]) or 0) < 0:
            yield Fault(field="by", code="plan.fewer_than_none", params={"n": str(service.fields["capacity"])})
        case "link":
            receiver = network.entry(stated["receiver"])
            if stated["sender"] == receiver.fields.get("provider", receiver.id):
                yield Fault(field="receiver", code="plan.same", params={})
        case "surge" if stated.get("minutes_least", 0) > stated.get("minutes_most", inf):
            yield Fault(field="minutes_most", code="plan.minutes_order", params={})
        case "roof" if len(set(stated["actors"])) < 2:
            yield Fault(field="actors", code="plan.one_alone", params={})
        case "surge" if desks_of(stated, service.fields if service else None) is None:
            yield from _rate(stated, service.fields if service else {})


def _already(network: Network, what: str, stated: Mapping[str, Any]) -> Iterator[Fault]:
    """What is so without the move."""
    service = network.find(stated.get("service", ""))
    match what:
        case "link" if _linked(network, stated["sender"], stated["receiver"]):
            yield Fault(field="receiver", code="plan.linked_already", params={})
        case "language" if service and set(stated["languages"]) <= set(service.fields.get("languages", ())):
            yield Fault(field="languages", code="plan.spoken_already", params={})
        case "place" if service and stated["area"] in _whereabouts(network, service):
            yield Fault(field="area", code="plan.placed_already", params={})


def _linked(network: Network, sender: EntryId, receiver: EntryId) -> bool:
    return any(each.fields["receiver"] == receiver for each in network.linking(sender, "referral", "sender"))


def _whereabouts(network: Network, service: Entry) -> set[str]:
    """The areas in which a service has places."""
    places = service.fields.get("places") or network.entry(service.fields["provider"]).fields.get("places", ())
    return {str(network.entry(place).fields.get("area", "")) for place in places}


def _rate(stated: Mapping[str, Any], service: Mapping[str, Any]) -> Iterator[Fault]:
    """Which of desks, hours and minutes nobody has stated yet, each at its own field."""
    unit = str(service.get("capacity_unit")) if service.get("capacity") else ""
    known = {"hours_week": {"desks", "hours"}, "minutes_case": {"minutes"}}.get(unit, set())
    known |= {name.partition("_")[0] for name in stated}
    for name, field in (("desks", "desks"), ("hours", "hours"), ("minutes", "minutes_least")):
        if name not in known:
            yield Fault(field=field, code=f"plan.rate_needed.{name}", params={})
