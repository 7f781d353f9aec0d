"""Who needs what where: the people of a target group, and the stated share of them that a topic concerns."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.coverage.areas import county_of, unit_of, units
from graph.analysis.readiness import ENOUGH, Readiness
from graph.model.changes import Entry, EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """So many people of one status, language and target group ("" = not told) in one unit, counted on a day."""

    unit: EntryId
    status: str
    language: str
    group: str
    persons: float
    counted_on: str = ""
    entries: tuple[tuple[EntryId, int], ...] = ()
    """The counts that make it up: (entry, persons)."""


def people(network: Network) -> tuple[People, ...]:
    """All demand entries by unit. Of one unit, status, language and group the latest count holds.

    What is counted for a whole county and not for its parts is left out; where a unit and its parts are both counted,
    the unit's own count holds. Ask by `network.memo(people)`. O(demand).
    """
    found: dict[tuple[str, str, str, str, str], People] = {}
    for entry in sorted(network.of_kind("demand").values(), key=lambda e: (e.fields.get("counted_on", ""), e.id)):
        unit = unit_of(network, entry.fields["area"])
        if unit is not None:
            one = _people(entry, unit)
            found[entry.fields["area"], unit, one.status, one.language, one.group] = one
    summed: dict[tuple[EntryId, str, str, str], People] = {}
    for (area, *_), one in found.items():
        key = (one.unit, one.status, one.language, one.group)
        if area != one.unit and (one.unit, one.unit, *key[1:]) in found:
            continue  # nobody is counted twice
        known = summed.get(key)
        summed[key] = one if known is None else _added(known, one)
    return tuple(summed[key] for key in sorted(summed))


def counted_areas(network: Network, threshold: float = ENOUGH) -> Readiness:
    """In how many areas of the counties concerned somebody counted the people. O(areas); ask by `network.memo`."""
    counted = {one.unit for one in network.memo(people)}
    counties = {county_of(network, unit) for unit in counted}
    every = [unit for unit in network.memo_of("area", units) if county_of(network, unit) in counties]
    return Readiness(kind="area", what="demand", known=len(counted), total=len(every), threshold=threshold)


def share(network: Network, topic: str, status: str, group: str) -> float | None:
    """The stated share of people that a topic concerns, 0 to 1; the most particular statement holds. None: unstated."""
    best: tuple[int, float] | None = None
    for entry in sorted(network.linking(topic, "share", "topic"), key=lambda e: e.id):
        asked = [(entry.fields.get("status"), status), (entry.fields.get("target_group"), group)]
        if all(value is None or value == wanted for value, wanted in asked):
            rank = sum(value is not None for value, _ in asked)
            if best is None or rank > best[0]:
                best = rank, float(entry.fields["percent"]) / 100
    return None if best is None else best[1]


def needing(network: Network, topic: str) -> tuple[tuple[People, float], ...]:
    """(people, how many of them need help with a topic), where a share is stated and somebody does. O(people).

    A target group is part of everyone where everyone is counted, too: of it counts only what its own share exceeds the
    share of everyone by, so that nobody is counted twice. Ask by `network.memo(needing, topic)`.
    """
    every = network.memo(people)
    wholes: dict[EntryId, list[People]] = {}
    for one in every:
        if not one.group:
            wholes.setdefault(one.unit, []).append(one)
    kinds = {(one.status, group) for one in every for group in ("", one.group)}
    shares = {kind: share(network, topic, *kind) or 0.0 for kind in kinds}
    found = []
    for one in every:
        part = shares[one.status, one.group]
        if one.group and any(holds(_kind(whole), _kind(one)) for whole in wholes.get(one.unit, ())):
            part -= shares[one.status, ""]
        if part > 0:
            found.append((one, one.persons * part))
    return tuple(found)


def holds(whole: tuple[str, ...], one: tuple[str, ...]) -> bool:
    """Whether a count of everyone has a target group of its unit in it, both as (status, language).

    What either leaves open does not part them.

    >>> holds(("toleration", ""), ("toleration", "fr")), holds(("toleration", ""), ("eu", "fr"))
    (True, False)
    """
    return all(not a or not b or a == b for a, b in zip(whole, one, strict=True))


def _kind(one: People) -> tuple[str, str]:
    return one.status, one.language


def _people(entry: Entry, unit: EntryId) -> People:
    fields = entry.fields
    return People(
        unit=unit,
        status=fields.get("status", ""),
        language=fields.get("language", "").split(":")[0],
        group=fields.get("target_group", ""),
        persons=float(fields.get("persons", 0)),  # an audience that must not see counts sees none
        counted_on=fields.get("counted_on", ""),
        entries=((entry.id, int(fields.get("persons", 0))),),
    )


def _added(one: People, other: People) -> People:
    days = sorted(filter(None, (one.counted_on, other.counted_on)))
    return People(
        unit=one.unit,
        status=one.status,
        language=one.language,
        group=one.group,
        persons=one.persons + other.persons,
        counted_on=days[0] if days else "",
        entries=(*one.entries, *other.entries),
    )
