"""Counts that everyone may see: small cells are gone before anything is computed from them."""

from __future__ import annotations

from typing import Any

from graph.analysis.coverage.need import people
from graph.analysis.publishing.counts import published, with_published
from graph.analysis.publishing.small_cells import SMALL, audit
from graph.model.changes import Entry, EntryId, Kind
from graph.model.fields import Audience
from graph.network import Network


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def county(*more: Entry) -> Network:
    counts = {("a", "uk"): 122, ("a", "ar"): 3, ("b", "uk"): 81, ("b", "ar"): 21, ("c", "uk"): 7, ("c", "ar"): 34}
    areas = [entry("area", id, name=id, level="municipality") for id in "abc"]
    demand = [
        entry("demand", f"{area}-{language}", area=area, language=language, persons=n, counted_on="2026-10-01")
        for (area, language), n in counts.items()
    ]
    return Network([*areas, *demand, *more])


def test_small_counts_and_what_would_give_them_away_are_hidden() -> None:
    network = county()
    found = published(network)
    cells = {(p.unit, p.status, p.language, p.group): int(p.persons) for p in people(network)}
    assert ("a", "", "ar", "") in found.small
    sums = {("unit", unit): [c for c in cells if c[0] == unit] for unit in "abc"}
    sums |= {("language", language): [c for c in cells if c[2] == language] for language in ("uk", "ar")}
    exact: dict[tuple[str, ...], int] = {**cells, **{t: sum(cells[c] for c in some) for t, some in sums.items()}}
    hidden = [c for c in found.hidden if c in exact]
    assert all(high - low >= SMALL - 1e-6 for low, high in audit(exact, sums, hidden).values())


def test_everyone_sees_rounded_counts_and_none_that_is_hidden() -> None:
    network = county()
    seen = with_published(network.seen_by(Audience.PUBLIC), network)
    counts = {(p.unit, p.language): p.persons for p in people(seen)}
    assert ("a", "ar") not in counts
    assert all(n % 5 == 0 for n in counts.values()) and counts
    assert {p.counted_on for p in people(seen)} == {"2026-10-01"}
    assert seen.audience is Audience.PUBLIC


def test_a_count_that_everyone_may_not_know_of_stays_out_of_what_is_published() -> None:
    network = county(entry("demand", "x", area="a", language="fa", persons=500, audience="coordination"))
    seen = with_published(network.seen_by(Audience.PUBLIC), network)
    assert "fa" not in {p.language for p in people(seen)}
