"""For whom a journey is told: each of its statuses, its target groups."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.analysis.referrals.journeys import course
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 24)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def leads(service: dict[str, Any], **journey: Any) -> tuple[str, str]:
    """(for which status the journey is told, the state of its only step)."""
    network = Network(
        [
            entry("actor", "hall", name="Hall", entry_point=True),
            entry("actor", "office", name="Office"),
            entry("topic", "money", name="Money", heading="money"),
            entry("service", "s", name="s", provider="office", topics=["money"], **service),
            entry("referral", "link", sender="hall", receiver="office"),
            entry("journey", "way", name="Weg", **journey),
            entry("step", "first", name="first", journey="way", position=1, topic="money"),
        ]
    )
    found = course(network, EntryId("way"), TODAY)
    return found.status, found.stages[0].state


def test_a_journey_of_several_statuses_is_told_for_the_one_it_serves_worst() -> None:
    both = ["asylum_procedure", "toleration"]
    assert leads({"statuses": ["asylum_procedure"]}, statuses=both) == ("toleration", "no_service")
    assert leads({"statuses": both}, statuses=both) == ("asylum_procedure", "reached")


@pytest.mark.parametrize(("groups", "state"), [(["women"], "no_service"), (["women", "families"], "reached"), ([], "reached")])  # fmt: skip # noqa: E501
def test_a_step_is_met_by_what_serves_one_of_the_target_groups(groups: list[str], state: str) -> None:
    assert leads({"target_groups": ["families"]}, target_groups=groups) == ("", state)


def test_what_has_ended_for_others_has_not_ended_for_these() -> None:
    ended = {"legal_to": "2025-12-31", "statuses": ["toleration"]}
    assert leads(ended, statuses=["toleration"])[1] == "ended"
    assert leads(ended, statuses=["asylum_procedure"])[1] == "no_service"
