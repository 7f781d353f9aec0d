"""Moves are made by forms, which say what is missing."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.plans.planning import MOVES, SURGE, add, begun
from webapp.plans import keeping


@pytest.mark.parametrize("what", MOVES)
def test_every_move_is_made_by_its_form_and_never_touches_the_network(
    county: Place, visitor: Visitor, what: str
) -> None:
    before = county.services.store.revision()
    plan = begun(visitor)
    assert visitor.get(f"/de{plan}/add/{what}").status_code == 200
    assert visitor.get(f"/en{plan}/add/{what}").status_code == 200
    add(visitor, plan, what, **MOVES[what])
    move = keeping.get(county.services.store, plan.removeprefix("/plans/")).moves[0]
    assert move.what == what and county.services.store.revision() == before
    gone = visitor.post(f"/de{plan}/moves/{move.id}/remove", follow_redirects=True)
    assert "Noch kein Schritt" in gone.text


@pytest.mark.parametrize(
    ("what", "values", "said"),
    [
        ("link", {"sender": "hall", "receiver": "hall"}, "zwei verschiedene Stellen"),
        ("link", {"sender": "school", "receiver": "course"}, "eigenes Angebot"),
        ("link", {"sender": "course", "receiver": "hall"}, "passt hier nicht"),
        ("drop_out", {"actor": "gone"}, "passt hier nicht"),
        ("capacity", {"service": "course", "by": "1000000000"}, "höchstens eine Million"),
        ("surge", {**SURGE, "persons": "0"}, "liegt nicht zwischen 1 und 100.000"),
        ("surge", {**SURGE, "hours": "-8"}, "liegt nicht zwischen 0,5 und 24"),
        ("surge", {**SURGE, "usual": "-3"}, "liegt nicht zwischen 0 und 100.000"),
        ("surge", {**SURGE, "minutes_least": "0"}, "liegt nicht zwischen 1 und 960"),
        ("capacity", {"service": "course", "by": "viele"}, "ganze Zahl"),
        ("roof", {"name": "Haus", "actors": "hall"}, "mindestens zwei"),
        ("surge", {"persons": "400", "desks": "6", "hours": "8"}, "Es fehlt, wie viele Minuten je Person."),
        ("surge", {"persons": "400", "desks": "6", "minutes_most": "8"}, "Es fehlt, wie viele Stunden am Tag."),
        ("surge", {"persons": "400", "hours": "6", "minutes_most": "8"}, "Es fehlt, an wie vielen Plätzen"),
        ("language", {"service": "course"}, "Sprache: Diese Angabe fehlt noch."),
        ("language", {"service": "course", "languages": "Deutsch"}, "gibt es bei dem Angebot schon"),
        ("capacity", {"service": "course", "by": "-21"}, "Es sind 20."),
        ("surge", {**SURGE, "minutes_least": "50"}, "weniger als die Minuten mindestens"),
    ],
)
def test_a_form_says_what_is_missing(visitor: Visitor, what: str, values: dict[str, str], said: str) -> None:
    answer = visitor.post(f"/de{begun(visitor)}/add/{what}", data=values)
    assert answer.status_code == 422 and said in answer.text


def test_more_places_are_typed_as_people_write_numbers(county: Place, visitor: Visitor) -> None:
    plan = begun(visitor)
    for typed in ("1.000", "-5", "+7"):
        add(visitor, plan, "capacity", service="course", by=typed)
    moves = keeping.get(county.services.store, plan.removeprefix("/plans/")).moves
    assert [move.values["by"] for move in moves] == ["1000", "-5", "7"]


def test_a_move_that_another_takes_away_again_is_told(visitor: Visitor) -> None:
    plan = begun(visitor)
    add(visitor, plan, "service", name="Kurs B1", provider="school", topics="german")
    assert "hebt das auf" not in add(visitor, plan, "language", **MOVES["language"])
    text = add(visitor, plan, "funding_ends", service="course")
    # When it is added, and at the move itself.
    assert text.count("Ein anderer Schritt dieses Plans hebt das auf: Förderung endet (Kurs A1).") == 2
    text = add(visitor, plan, "drop_out", actor="school")
    assert re.search(r"Kurs B1.*?hebt das auf: \w[^<]*\(Schule\)", text, re.S)


def test_a_form_sent_twice_stands_in_the_plan_once(county: Place, visitor: Visitor) -> None:
    plan = begun(visitor)
    for _ in range(2):
        add(visitor, plan, "language", op="abc1", **MOVES["language"])
    assert len(keeping.get(county.services.store, plan.removeprefix("/plans/")).moves) == 1


def test_a_step_for_a_plan_that_was_deleted_meanwhile_is_not_lost(county: Place, visitor: Visitor) -> None:
    plan = begun(visitor, "Deutsch im Süden")
    gone = visitor.post(f"/de{plan}/remove", follow_redirects=True).text
    assert "Gelöschte Pläne" in gone and visitor.get(f"/de{plan}").status_code == 404
    text = add(visitor, plan, "language", **MOVES["language"])
    assert "Ihr Schritt steht in einem neuen." in text and "<h1>Deutsch im Süden</h1>" in text
    back = visitor.post(f"/de{plan}/restore", follow_redirects=True).text
    assert "Der Plan ist wieder da." in back and "Noch kein Schritt" in back
    assert visitor.post(f"/de{plan}/restore").status_code == 404


def test_places_more_are_told_with_their_sign(visitor: Visitor) -> None:
    assert "+20 Plätze" in add(visitor, begun(visitor), "capacity", **MOVES["capacity"])
