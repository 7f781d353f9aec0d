"""Which languages ways are told in, and whether interpreters count: by the same rule as coverage."""

from __future__ import annotations

from datetime import date

from graph.analysis.council.ways import ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 24)


def network(people: dict[str, int], languages: list[str]) -> Network:
    """A hall that advises in these languages; so many people speak one; nobody has anything in Pashto."""
    found: list[tuple[str, str, dict[str, object]]] = [
        ("area", "town", {"name": "Stadt", "level": "municipality"}),
        ("actor", "hall", {"name": "Rathaus", "entry_point": True}),
        ("topic", "law", {"name": "Recht", "heading": "advice"}),
        ("service", "s", {"name": "Rat", "provider": "hall", "topics": ["law"], "languages": languages}),
        ("absence", "none", {"topic": "law", "area": "town", "language": "ps", "stated_on": "2026-11-01"}),
    ]
    found += [("demand", f"d-{code}", {"area": "town", "language": code, "persons": n}) for code, n in people.items()]
    return Network([Entry(kind=Kind(kind), id=EntryId(id), fields=fields) for kind, id, fields in found])


def test_every_language_that_is_needed_comes_before_those_that_are_only_offered() -> None:
    part = ways_part(network({"ti": 200, "uk": 3000, "de": 9}, ["de", "en", "uk"]), TODAY, Assumptions())
    assert part["languages"] == ["uk", "ti", "ps", "en"]
    assert (part["languages_wanted"], part["languages_cut"]) == (3, 0)


def test_how_many_languages_are_left_out_is_kept() -> None:
    part = ways_part(network({f"x{n:02}": n for n in range(1, 35)}, ["en"]), TODAY, Assumptions())
    assert part["languages"][0] == "x34" and len(part["languages"]) == 30 == part["languages_wanted"]
    assert part["languages_cut"] == 6


def test_whether_interpreters_count_is_one_assumption_for_ways_and_coverage() -> None:
    whole = network({"ar": 20}, ["de", "ar:interpreter"])
    for counting in (True, False):
        (law,) = ways_part(whole, TODAY, Assumptions(interpreters=counting))["ways"]
        assert law["speaking"]["ar"] == counting
        assert law["by_language"]["ar"] == ([0] if counting else [None])
