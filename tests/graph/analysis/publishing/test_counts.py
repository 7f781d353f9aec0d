"""Counts that everyone may see: small cells are gone before anything is computed from them."""

from __future__ import annotations

from typing import Any

import pytest

from graph.analysis.coverage.need import people
from graph.analysis.publishing.counts import people_part, publication, published, with_published
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


def counted(*counts: tuple[str, str, str, str, int], **parents: str) -> Network:
    """(area, status, language, group, persons); entries keep their names as long as their place in the list."""
    names = ("area", "status", "language", "target_group")
    areas = {count[0] for count in counts} | set(parents.values())
    levels = {id: "county" if id == "county" else "municipality" for id in areas}
    above = {id: {"parent": parent} for id, parent in parents.items()}
    return Network(
        [
            *(entry("area", id, name=id, level=levels[id], **above.get(id, {})) for id in areas),
            *(
                entry("demand", f"d{n}", persons=persons, **{k: v for k, v in zip(names, cell, strict=True) if v})
                for n, (*cell, persons) in enumerate(counts)
            ),
        ]
    )


def test_a_group_of_everyone_elsewhere_has_no_total_of_its_own() -> None:
    network = counted(("a", "protection", "uk", "", 10), ("a", "", "uk", "women", 5))
    assert people_part(network.seen_by(Audience.PUBLIC), network)["statuses"] == [["protection", 10]]


def test_groups_that_share_nobody_leave_no_narrow_rest() -> None:
    network = counted(
        ("a", "", "uk", "", 10), ("a", "", "uk", "children", 6), ("a", "", "uk", "elderly", 3), ("b", "", "uk", "", 30)
    )
    assert {("a", "", "uk", "elderly"), ("a", "", "uk", "children")} <= published(network).hidden


def test_a_count_that_is_recoded_goes_on_hiding_what_it_hid() -> None:
    table = publication(counted(("a", "toleration", "ar", "", 6), ("a", "eu", "uk", "", 2)))
    again = published(counted(("a", "eu", "ar", "", 6), ("a", "eu", "uk", "", 2)), (table,))
    assert {("a", "eu", "ar", ""), ("a", "eu", "uk", "")} <= again.hidden and not again.known


@pytest.mark.parametrize(
    "joined",
    [
        counted(("a", "", "uk", "", 3), ("b", "", "uk", "", 2), a="both", b="both", both="county"),
        counted(("both", "", "uk", "", 5)),  # the same id for another count
        counted(("c", "", "uk", "", 0), ("c", "", "ar", "", 0), ("both", "", "uk", "", 5)),
    ],
)
def test_areas_that_are_joined_do_not_tell_what_each_of_them_hid(joined: Network) -> None:
    table = publication(counted(("a", "", "uk", "", 3), ("b", "", "uk", "", 2)))
    again = published(joined, (table,))
    assert ("both", "", "uk", "") in again.hidden and not again.known


def test_what_can_no_longer_be_kept_is_told() -> None:
    first = counted(("a", "", "uk", "", 5), ("b", "", "uk", "", 40))
    table = publication(first)
    assert ("a", "", "uk", "") not in table.hidden and not table.known
    second = counted(("a", "", "uk", "", 3), ("b", "", "uk", "", 40), ("a", "", "ar", "", 2))
    found = published(second, (table,))
    assert {("a", "", "uk", ""), ("a", "", "ar", "")} <= found.known <= found.hidden
    again = publication(second, (table,))
    assert published(second, (table, again)).known == found.known
    assert people_part(second.seen_by(Audience.PUBLIC), second, (table, again))["known"]
