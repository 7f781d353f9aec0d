"""What is offered, as coverage needs it: every service with topics, areas, languages, room and where to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.areas import county_of
from graph.analysis.coverage.travel import Spot
from graph.analysis.home import home_id
from graph.analysis.referrals.arcs import adjacency, arcs, offered
from graph.analysis.referrals.ways import reached
from graph.model.changes import Entry, EntryId
from graph.network import Network, lineage

FROM_AFAR = frozenset({"phone", "video", "mail", "online", "outreach"})
"""Ways to get in touch that need no journey."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Supply:
    """One service. Empty `statuses` and `groups` fit everyone; empty `areas` or `languages` are not known.

    `topics` with those above them; `room` in persons, None where it is not stated in persons; `linked`: people are
    sent to its provider from an entry point; `county`: where its provider sits, "" where that is not known; `spots`:
    where it can be visited, one that only a table of travel times may know where no place is stated.
    """

    service: EntryId
    provider: EntryId
    topics: frozenset[str]
    areas: frozenset[str]
    statuses: frozenset[str]
    groups: frozenset[str]
    spoken: frozenset[str]
    interpreted: frozenset[str]
    room: float | None
    spots: tuple[Spot, ...]
    from_afar: bool
    linked: bool
    county: str

    @property
    def located(self) -> bool:
        """Whether a point on the map is known."""
        return any(spot.point is not None for spot in self.spots)

    @property
    def placed(self) -> bool:
        """Whether a place is stated, on the map or not."""
        return len(self.spots) > 1 or len(self.spots[0].keys) > 1

    def speaks(self, language: str, interpreters: bool = True) -> bool | None:
        """Whether a language is offered; None where the service states none. Without `interpreters`: by staff only."""
        if not self.spoken and not self.interpreted:
            return None
        return language in self.spoken or (interpreters and language in self.interpreted)

    def fits(self, status: str = "", group: str = "") -> bool:
        """Whether people of a status and target group (codes, "" = any) may come."""
        return (not status or not self.statuses or status in self.statuses) and (
            not group or not self.groups or group in self.groups
        )


def supply(network: Network, on: date) -> tuple[Supply, ...]:
    """All services offered on a day, by id. Ask by `network.memo(supply, on)`. Complexity: O(services + links)."""
    return _supplies(network, on, True)


def supply_of(network: Network, topic: EntryId, on: date) -> tuple[Supply, ...]:
    """Of `supply` what a topic or a finer one is about, by id: for who asks about one topic, live.

    Ask by `network.memo(supply_of, topic, on)`. Complexity: O(services of the topic), after O(links) once a day.
    """
    finer = network.memo_of("topic", _finer).get(topic, ())
    found = {s.id: s for each in finer for s in network.linking(each, "service", "topics") if offered(s, on)}
    linked = network.memo(_linked, on)
    return tuple(_supply(network, found[id], linked) for id in sorted(found))


def lapsed(network: Network, on: date) -> tuple[Supply, ...]:
    """The services that are not offered on that day any more, or not yet, by id. As `supply`."""
    return _supplies(network, on, False)


def topic_line(network: Network, topic: str) -> list[str]:
    """A topic and those above it: whoever offers the finer one offers the wider one, too."""
    return lineage(network, topic)  # topics have the same `parent`


def asks_language(network: Network, topic: str) -> bool:
    """Whether help with a topic needs a common language; a German course, for those who have none, does not."""
    line = [network.find(id) for id in topic_line(network, topic)]
    return not any(one is not None and one.fields.get("any_language") for one in line)


def _supplies(network: Network, on: date, now: bool) -> tuple[Supply, ...]:
    linked = network.memo(_linked, on)
    found = (s for s in network.of_kind("service").values() if offered(s, on) is now)
    return tuple(_supply(network, service, linked) for service in sorted(found, key=lambda s: s.id))


def _linked(network: Network, on: date) -> set[EntryId]:
    """To whom referrals lead from an entry point."""
    starts = [actor.id for actor in network.of_kind("actor").values() if actor.fields.get("entry_point")]
    return reached(adjacency(network.memo(arcs, on)), starts)


def _finer(network: Network) -> dict[str, list[EntryId]]:
    """Topic → itself and those beneath it."""
    found: dict[str, list[EntryId]] = {}
    for id in network.of_kind("topic"):
        for above in topic_line(network, id):
            found.setdefault(above, []).append(id)
    return found


def _supply(network: Network, service: Entry, linked: set[EntryId]) -> Supply:
    fields = service.fields
    spoken, interpreted = _languages(fields.get("languages", ()))
    served = tuple(fields.get("areas", ())) or tuple(filter(None, [home_id(network, service.id)]))
    unit = fields.get("capacity_unit") in ("persons", "places")  # what nobody said is not guessed
    return Supply(
        service=service.id,
        provider=fields["provider"],
        topics=frozenset(id for topic in fields.get("topics", ()) for id in topic_line(network, topic)),
        areas=frozenset(served),
        statuses=frozenset(fields.get("statuses", ())),
        groups=frozenset(fields.get("target_groups", ())),
        spoken=spoken,
        interpreted=interpreted,
        room=float(fields["capacity"]) if "capacity" in fields and unit else None,
        spots=_spots(network, service),
        from_afar=not FROM_AFAR.isdisjoint(fields.get("channels", ())),
        linked=fields["provider"] in linked,
        county=county_of(network, home_id(network, fields["provider"])),
    )


def _languages(values: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """(spoken by staff, spoken with the help of others). A language without mode counts as spoken."""
    parts = [value.split(":") for value in values]
    spoken = frozenset(p[0] for p in parts if len(p) == 1 or p[1] == "staff")
    return spoken, frozenset(p[0] for p in parts) - spoken


def _spots(network: Network, service: Entry) -> tuple[Spot, ...]:
    provider = service.fields["provider"]
    places = service.fields.get("places") or network.entry(provider).fields.get("places", ())
    found = [(id, network.entry(id).fields) for id in places]
    return tuple(
        Spot(
            keys=(id, provider, *(lineage(network, f["area"]) if "area" in f else ())),
            point=(f["latitude"], f["longitude"]) if "latitude" in f and "longitude" in f else None,
        )
        for id, f in found
    ) or (Spot(keys=(provider,)),)
