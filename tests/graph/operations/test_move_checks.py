"""What a move asks for beside its single fields."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from graph.operations.move_checks import whole, wrong

SURGE = {"persons": 400, "desks": 6, "hours": 8.0, "minutes_least": 20.0}


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields={"name": id, **fields})


NETWORK = Network(
    [
        entry("actor", "hall"),
        entry("actor", "school"),
        entry("topic", "german", heading="german"),
        entry("service", "course", provider="school", topics=["german"], capacity=20, capacity_unit="persons"),
        entry("service", "silent", provider="school", topics=["german"]),
        entry("service", "desk", provider="hall", topics=["german"], capacity=40, capacity_unit="hours_week"),
        entry("service", "case", provider="hall", topics=["german"], capacity=25, capacity_unit="minutes_case"),
    ]
)


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("link", {"sender": "hall", "receiver": "course"}),
        ("link", {"sender": "hall", "receiver": "school"}),
        ("capacity", {"service": "course", "by": "-5"}),
        ("service", {"name": "neu", "provider": "school", "topics": ["german"], "capacity": 1}),
        ("roof", {"name": "Haus", "actors": ["hall", "school"]}),
        ("drop_out", {"actor": "hall"}),
        ("surge", SURGE),
        ("surge", {**SURGE, "persons": 1}),
        ("surge", {**SURGE, "persons": 100_000, "usual": 0.0}),
        ("surge", {**SURGE, "hours": 0.5}),
        ("surge", {**SURGE, "hours": 24.0}),
        ("surge", {"persons": 400, "service": "desk", "minutes_most": 30.0}),
        ("surge", {"persons": 400, "service": "case", "desks": 2, "hours": 8.0}),
    ],
)
def test_what_can_be_meant_has_no_fault(what: str, fields: dict[str, Any]) -> None:
    assert wrong(NETWORK, what, fields) == []


@pytest.mark.parametrize(
    ("what", "fields", "faults"),
    [
        ("link", {"sender": "hall", "receiver": "hall"}, [("receiver", "plan.same")]),
        ("link", {"sender": "school", "receiver": "course"}, [("receiver", "plan.same")]),
        (
            "link",
            {"sender": "course", "receiver": "gone"},
            [("sender", "plan.not_there"), ("receiver", "plan.not_there")],
        ),
        ("service", {"name": "n", "provider": "hall", "topics": ["german", "hall"]}, [("topics", "plan.not_there")]),
        (
            "service",
            {"name": "n", "provider": "hall", "topics": ["german"], "capacity": 0},
            [("capacity", "value.out_of_range")],
        ),
        ("capacity", {"service": "course", "by": "0"}, [("by", "plan.whole_number")]),
        ("capacity", {"service": "silent", "by": "5"}, [("service", "plan.no_capacity")]),
        ("capacity", {"service": "gone", "by": "viele"}, [("service", "plan.not_there")]),
        ("roof", {"name": "Haus", "actors": ["hall", "hall"]}, [("actors", "plan.one_alone")]),
        ("surge", {**SURGE, "persons": 0}, [("persons", "value.out_of_range")]),
        (
            "surge",
            {**SURGE, "hours": 24.5, "usual": -1.0},
            [("hours", "value.out_of_range"), ("usual", "value.out_of_range")],
        ),
        (
            "surge",
            {"persons": 400},
            [
                ("desks", "plan.rate_needed.desks"),
                ("hours", "plan.rate_needed.hours"),
                ("minutes_least", "plan.rate_needed.minutes"),
            ],
        ),
        ("surge", {"persons": 400, "service": "desk"}, [("minutes_least", "plan.rate_needed.minutes")]),
        (
            "surge",
            {"persons": 400, "service": "case"},
            [("desks", "plan.rate_needed.desks"), ("hours", "plan.rate_needed.hours")],
        ),
    ],
)
def test_what_cannot_be_meant_is_told_by_its_field(
    what: str, fields: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    assert [(fault.field, fault.code) for fault in wrong(NETWORK, what, fields)] == faults


@pytest.mark.parametrize(
    ("text", "number"),
    [("20", 20), (" -5 ", -5), ("−5", -5), ("+7", 7), ("1.000", 1000), ("1000000", 1_000_000)]
    + [(text, None) for text in ("0", "2,5", "viele", "", "1000001", "-1000001")],
)
def test_whole_numbers_are_read_as_people_write_them(text: str, number: int | None) -> None:
    assert whole(text) == number
