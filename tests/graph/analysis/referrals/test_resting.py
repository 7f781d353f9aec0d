"""What the ways to a topic rest on: nothing, one provider with its units, somebody in between, nobody alone."""

from __future__ import annotations

from datetime import date

import pytest

from graph.analysis.council.indicators import hanging
from graph.analysis.council.ways import ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.finding import Finding, told
from graph.analysis.referrals.findings import of_rests, of_rests_at
from graph.analysis.referrals.topics import topic_ways
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY, LAW = date(2026, 11, 24), EntryId("law")


def network(links: str, providers: str, coming: str = "") -> Network:
    """Halls where people start, a club, a council with a unit, a lawyer; `providers` offer help with the law."""
    found: list[tuple[str, str, dict[str, object]]] = [
        ("actor", "hall", {"name": "Rathaus", "entry_point": True}),
        ("actor", "town", {"name": "Bürgerbüro", "entry_point": True}),
        ("actor", "club", {"name": "Verein"}),
        ("actor", "council", {"name": "Flüchtlingsrat"}),
        ("actor", "unit", {"name": "Verfahrensberatung", "parent": "council"}),
        ("actor", "lawyer", {"name": "Kanzlei"}),
        ("topic", "law", {"name": "Asylrecht", "heading": "advice"}),
    ]
    found += [("service", f"s-{p}", {"name": p, "provider": p, "topics": ["law"], "channels": ["outreach"] if p in coming else ["on_site"]}) for p in providers.split()]  # fmt: skip # noqa: E501
    found += [("referral", link, dict(zip(("sender", "receiver"), link.split("-"), strict=True))) for link in links.split()]  # fmt: skip # noqa: E501
    return Network([Entry(kind=Kind(kind), id=EntryId(id), fields=fields) for kind, id, fields in found])


@pytest.mark.parametrize(
    ("links", "providers", "rests", "named"),
    [
        ("hall-club town-club", "", "nothing", []),
        ("hall-club town-club", "council", "no_way", ["Von keiner Anlaufstelle", "Nur Flüchtlingsrat"]),
        ("hall-council town-unit", "council unit", "one_house", ["Nur Flüchtlingsrat bietet es an"]),
        ("hall-council town-council council-unit", "council unit", "one_house", ["Nur Flüchtlingsrat"]),
        ("hall-club town-club club-council club-lawyer", "council lawyer", "in_between", ["über Verein"]),
        ("hall-council town-lawyer", "council lawyer", "several", ["Keine einzelne Stelle"]),
    ],
)
def test_a_second_way_is_promised_only_where_there_is_one(
    links: str, providers: str, rests: str, named: list[str]
) -> None:
    whole = network(links, providers)
    ways = topic_ways(whole, LAW, TODAY)
    assert ways.rests == rests
    said = [told(whole, one, "de") for one in of_rests(ways)]
    assert len(said) == len(named)
    assert all(part in text for part, text in zip(named, said, strict=True))


def test_what_everyone_reads_names_nobody() -> None:
    whole = network("hall-club town-club club-council club-lawyer", "council lawyer", coming="lawyer")
    ways = topic_ways(whole, LAW, TODAY)
    for lang in ("de", "en"):
        said = " ".join(told(whole, one, lang) for one in of_rests_at(ways))
        assert not any(str(actor.fields["name"]) in said for actor in whole.of_kind("actor").values())
    assert "Zu den Menschen kommt damit nur Kanzlei" in " ".join(told(whole, one, "de") for one in of_rests(ways))


def test_a_topic_of_one_with_its_unit_hangs_on_one() -> None:
    assert hanging(network("", "council unit"), TODAY) == {LAW: "council"}
    assert hanging(network("", "council lawyer"), TODAY) == {}


def test_many_without_a_follow_on_are_counted_and_their_places_named_not_they() -> None:
    areas = [("area", f"area-{n}", {"name": f"Ort {n}", "level": "municipality"}) for n in range(5)]
    stuck = [("actor", f"x{n}", {"name": f"Stelle {n}", "areas": [f"area-{n % 5}"]}) for n in range(8)]
    ring = [("referral", f"r{n}", {"sender": f"x{n}", "receiver": f"x{(n + 1) % 8}"}) for n in range(8)]
    into = [("referral", "in", {"sender": "hall", "receiver": "x0"})]
    more = [Entry(kind=Kind(k), id=EntryId(i), fields=f) for k, i, f in (*areas, *stuck, *ring, *into)]
    whole = Network([*network("town-council", "council").entries(), *more])
    detail = ways_part(whole, TODAY, Assumptions())["ways:law"]
    for name in ("traps", "traps_at"):
        (said,) = [told(whole, Finding(**one), "de") for one in detail[name] if "loop" in one["code"]]
        assert said == (
            "Ort 0, Ort 1, Ort 2 und 2 weitere Gebiete: "
            "Hier fehlt ein Anschluss – 8 Stellen vermitteln nur untereinander."
        )
    assert detail["many"] == [["loop", [f"x{n}" for n in range(8)]]]
