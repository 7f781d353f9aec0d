"""Conflicting lists of two offices: one network with every shared actor once, each field with where it came from."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from graph.model.canonical import entries_hash
from graph.model.changes import Applied, ChangeSet, OpId, Revision, Why
from graph.model.origins import brought
from graph.network import Network
from graph.operations import undo
from importers.files.read import read
from importers.files.table import Sheet
from importers.lists import columns
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from importers.proposal import Proposal
from tests.graph.worlds import NOW
from tests.importers.worlds import TODAY

WEEK = Path(__file__).parents[1] / "truth" / "week"
TRUTH = json.loads((WEEK / "buero_truth.json").read_text("utf-8"))
_ids = count(1)


@cache
def sheet(file: str) -> tuple[Sheet, Mapping]:
    found = read((WEEK / file).read_bytes(), file, known=columns.heading_words()).sheets[0]
    targets = columns.guess(found)
    key = columns.guess_key(found, targets)
    return found, Mapping(targets=targets, key=key, source_name=file, basis="published")


def taken(network: Network, file: str, **decided: Any) -> Proposal:
    rows, mapping = sheet(file)
    mapping = replace(mapping, **decided)
    return propose(network, rows, mapping, file=file, today=TODAY, new_id=lambda: f"n{next(_ids)}")


@cache
def first() -> tuple[Proposal, Network]:
    proposal = taken(Network(), "buero_a.xlsx")
    return proposal, Network().apply(proposal.changes)


@cache
def second() -> Proposal:
    return taken(first()[1], "buero_b.csv")


def stored(row: int) -> str:
    return next(r.entry for r in first()[0].rows if r.number == row)


def as_decided() -> dict[str, str]:
    """What a person who knows the truth decides of the likely duplicates."""
    right = {pair["b"]: stored(pair["a"]) for pair in TRUTH["pairs"]}
    return {row.key: right.get(row.number, "new") for row in second().rows if row.likes}


def test_every_pair_is_suggested_first_and_what_is_sure_is_true(capsys: Any) -> None:
    right = {pair["b"]: stored(pair["a"]) for pair in TRUTH["pairs"]}
    rows = {row.number: row for row in second().rows}
    levels = Counter(rows[b].likes[0].level for b, a in right.items() if rows[b].likes and rows[b].likes[0].id == a)
    wrong = Counter(row.likes[0].level for row in second().rows if row.likes and row.number not in right)
    with capsys.disabled():
        print(f"\ntwo offices: of {len(right)} pairs {dict(levels)}, wrong suggestions {dict(wrong)}")
    assert sum(levels.values()) == len(right)
    assert levels["sure"] >= 8 and not wrong["sure"] and not wrong["likely"] and wrong["possible"] <= 3


def test_without_a_decision_nothing_that_may_be_double_is_taken_in() -> None:
    rows = {row.number: row for row in second().rows}
    assert {rows[pair["b"]].outcome for pair in TRUTH["pairs"]} == {"duplicate"}
    assert not any(row.outcome in ("changed", "unchanged") for row in second().rows)


def test_two_lists_become_one_network_with_every_shared_actor_once_and_undo_restores_the_hash() -> None:
    _, before = first()
    done = taken(before, "buero_b.csv", same=as_decided())
    after = before.apply(done.changes)
    assert len(after.of_kind("actor")) == TRUTH["actors_in_both"]
    entry = {row.number: row.entry for row in done.rows}
    assert all(entry[pair["b"]] == stored(pair["a"]) for pair in TRUTH["pairs"])
    assert all(entry[never["b"]] != stored(never["a"]) for never in TRUTH["never"] if never.get("a") and never.get("b"))
    why = Why(code="why.import")
    made = ChangeSet(op=OpId("i"), who="", at=NOW, why=why, source="import:1", changes=done.changes)
    back = undo.plan(after, Applied(revision=Revision(1), changes=made))
    assert back.kept == ()
    assert entries_hash(after.apply(back.changes).entries()) == entries_hash(before.entries())


def test_a_field_keeps_the_list_and_the_day_it_came_from() -> None:
    _, before = first()
    done = taken(before, "buero_b.csv", same=as_decided(), received_on="2026-11-20")
    after = before.apply(done.changes)
    a, b = (next(s.id for s in after.of_kind("source").values() if s.fields["name"] == f) for f in
            ("buero_a.xlsx", "buero_b.csv"))  # fmt: skip
    entry = after.entry(stored(85))
    told = brought("actor", entry.fields)
    assert told["name"] == [(a, TODAY.isoformat())]
    assert set(told["phones"]) == {(a, TODAY.isoformat()), (b, "2026-11-20")}


def test_a_contradiction_keeps_what_is_stored_until_a_person_takes_the_lists() -> None:
    _, before = first()
    id = stored(85)
    kept = taken(before, "buero_b.csv", same=as_decided())
    row = next(r for r in kept.rows if r.entry == id)
    assert {"name", "hours"} <= {name for each in row.differs for name in each.said if each.id == id}
    assert before.apply(kept.changes).entry(id).fields["name"] == "AWO KV Burgenlandkreis e. V."
    wished = taken(before, "buero_b.csv", same=as_decided(), fields={id: {"name": "drop", "phones": "drop"}})
    after = before.apply(wished.changes).entry(id).fields
    assert after["name"] == "Arbeiterwohlfahrt Kreisverband Burgenlandkreis"
    assert not set(after["phones"]) & set(before.entry(id).fields["phones"])
    assert after["hours"] == before.entry(id).fields["hours"]


def test_the_second_list_again_asks_and_changes_nothing() -> None:
    _, before = first()
    after = before.apply(taken(before, "buero_b.csv", same=as_decided()).changes)
    source = next(s.id for s in after.of_kind("source").values() if s.fields["name"] == "buero_b.csv")
    again = taken(after, "buero_b.csv", source=source)
    assert (again.changes, again.missing, {row.outcome for row in again.rows}) == ((), 0, {"unchanged"})
