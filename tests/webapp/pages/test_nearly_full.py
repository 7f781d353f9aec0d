"""Services that say that they are nearly full: told by place, by name for coordinators, and not in public."""

from __future__ import annotations

from html import unescape

from tests.webapp.conftest import Place
from webapp.access import Role


def test_what_is_nearly_full_is_told_by_place_and_never_in_public(place: Place) -> None:
    place.put("area", "town", name="Mittelstadt", level="municipality")
    place.put("topic", "home", name="Unterkunft", heading="housing")
    place.put("actor", "house", name="Wohnhaus", areas=["town"])
    for id, occupied in (("full", 88), ("half", 45)):
        place.put(
            "service", id, name=f"Zimmer {id}", provider="house", topics=["home"], capacity=90,
            capacity_unit="places", capacity_on="2026-11-16", occupied=occupied,
        )  # fmt: skip
    for role, told, named in ((Role.ANYONE, 0, 0), (Role.PARTNER, 1, 0), (Role.COORDINATOR, 1, 1)):
        page = unescape(place.visitor(role).get("/de/missing/home").get_data(as_text=True))
        assert page.count("Mittelstadt: 88 von 90 Plätzen belegt, Stand 16.11.2026") == told
        assert page.count("Zimmer full") == named and "45 von 90" not in page
        start = unescape(place.visitor(role).get("/de/missing").get_data(as_text=True))
        assert start.count("Unterkunft in Mittelstadt: 88 von 90 Plätzen belegt") == told
        assert start.count("Zimmer full") == named and "45 von 90" not in start
