"""Where an actor is at home: its places, its area, and the Land whose holidays count."""

from __future__ import annotations

from graph.model.changes import Entry
from graph.network import Network

_LANDS = dict(
    zip((f"{n:02}" for n in range(1, 17)), "SH HH NI HB NW HE RP BW BY SL BE BB MV SN ST TH".split(), strict=True)
)


def home_area(network: Network, id: str) -> Entry | None:
    """The area an actor or service lies in: its own statement, else its first place's, else its provider's."""
    return network.find(home_id(network, id))


def home_id(network: Network, id: str) -> str:
    """The id of `home_area`, "" where none is known."""
    fields = network.entry(id).fields
    if "provider" not in fields and fields.get("areas"):
        return str(fields["areas"][0])
    for place in fields.get("places", ()):
        found = network.find(place)
        if found is not None and (area := found.fields.get("area")):
            return str(area)
    provider = fields.get("provider")
    return home_id(network, provider) if provider else ""


def land_of(network: Network, area: Entry | None) -> str | None:
    """The Land of an area ("BW") by its key or that of an area above it, or None."""
    for _ in range(8):
        if area is None:
            return None
        key = area.fields.get("ars") or area.fields.get("ags")
        if key:
            return _LANDS.get(str(key)[:2])
        area = network.find(area.fields.get("parent", ""))
    return None
