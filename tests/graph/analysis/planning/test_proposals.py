"""What the program proposes: whom it concerns, what is needed, and that a plan can take it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from graph.analysis.council.indicators import parts, parts_of
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.reaching import reaching
from graph.analysis.finding import told
from graph.analysis.planning.next_languages import Languages
from graph.analysis.planning.part import planning_part
from graph.analysis.planning.proposals import proposals
from graph.analysis.planning.reliefs import reliefs
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from graph.operations.moves import Move, carried_out
from tests.graph.analysis.planning.small import network as random_network
from webapp.figures.shown import again

TODAY = date(2026, 11, 23)


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def after(network: Network, *moves: tuple[str, dict[str, object]]) -> Network:
    made = [Move(id=f"m{n}", what=what, values=values) for n, (what, values) in enumerate(moves)]
    return carried_out(network, made)[0]


@pytest.mark.parametrize(("seed", "tried"), [(1, 1), (4, 1), (21, 2), (59, 2)])
def test_relief_says_what_one_place_more_is_worth(seed: int, tried: int) -> None:
    network = random_network(seed, topics=1)
    assumed = Assumptions(ready=0.1, threshold=200.0)
    (one,) = reliefs(network, TODAY, assumed)
    found = [each for each in (one.best, one.second) if each]
    assert len(found) == tried and one.lacking > 0 and one.highest > 1
    for each in found:
        assert each.then < one.highest and 0 < each.persons <= one.lacking + 1e-9
        relieved = after(network, ("capacity", {"service": each.service, "by": str(each.more)}))
        (again,) = reliefs(relieved, TODAY, assumed)
        assert again.highest == pytest.approx(each.then)
        assert one.lacking - again.lacking == pytest.approx(each.persons)
    assert [each.then for each in found] == sorted(each.then for each in found)


def courses(*some: dict[str, object], groups: tuple[str, ...] = ("",)) -> Network:
    """100 people of each group in one town, all of whom need German, and courses there."""
    entries = [
        entry("area", "town", name="Ort", level="municipality"),
        entry("topic", "german", name="Deutsch", heading="german"),
        entry("actor", "school", name="Schule", entry_point=True),
        *(entry("demand", f"d{g}", area="town", persons=100, **({"target_group": g} if g else {})) for g in groups),
        entry("share", "share", topic="german", percent=100.0),
        entry("referral", "r", sender="school", receiver="s0"),
    ]
    fixed = {"provider": "school", "topics": ["german"], "areas": ["town"], "capacity_unit": "persons"}
    entries += [entry("service", f"s{n}", name=f"Kurs {n}", **fixed, **each) for n, each in enumerate(some)]
    return Network(entries)


def test_relief_sends_nobody_to_a_class_for_children_of_whom_no_age_is_told() -> None:
    network = courses({"capacity": 20}, {"capacity": 300, "target_groups": ["children"]})
    (one,) = reliefs(network, TODAY, Assumptions(threshold=200.0))
    assert one.highest == pytest.approx(5.0) and {service for _, service, _ in one.flows} == {"s0"}
    assert one.best and (one.best.service, one.best.more, one.second) == ("s0", 80, None)


def test_the_next_best_relief_tells_its_own_numbers() -> None:
    network = courses({"capacity": 20}, {"capacity": 30})
    made = proposals(network, TODAY, Assumptions(threshold=200.0))
    (found,) = (each for each in made if each["what"] == "capacity")
    first, second = told(network, again(found["findings"][0]), "de"), told(network, again(found["runner_up"]), "de")
    assert "Auf 100 Plätze der vollsten Angebote kommen rund 200 Menschen mit Bedarf" in first and "bei Kurs 0" in first
    assert "bei Kurs 1 kommen auf 100 Plätze der vollsten Angebote rund 100 Menschen" in second


def test_equal_relief_is_no_most_and_what_lasts_is_proposed() -> None:
    network = courses({"capacity": 30, "funded_until": "2027-03-31"}, {"capacity": 30})
    made = proposals(network, TODAY, Assumptions(threshold=200.0))
    (found,) = (each for each in made if each["what"] == "capacity")
    first = told(network, again(found["findings"][0]), "de")
    assert "Entlasten würden" in first and "bei Kurs 1" in first and found["ties"] == 1


def test_of_two_services_as_good_the_one_that_lasts_gets_the_language() -> None:
    languages = Languages([EntryId("s0")])
    for service, persons in (("s0", 101.0), ("s1", 99.0), ("s2", 50.0)):
        languages._units[EntryId(service), "uk"] = {EntryId("town"): persons}
        languages._topics[EntryId(service), "uk"] = {EntryId("german"): None}
    assert [one.service for one in languages.best(3)] == ["s1", "s0", "s2"]


def test_no_places_are_places_stated() -> None:
    network = courses({"capacity": 0, "target_groups": ["women"]}, {"capacity": 10}, groups=("", "women"))
    (one,) = reliefs(courses({"capacity": 0}), TODAY, Assumptions(threshold=200.0))
    assert (one.highest, one.nowhere, one.left_out) == (0.0, 100.0, 0.0) and one.best and one.best.more == 100
    made = proposals(courses({"capacity": 0}), TODAY, Assumptions(threshold=200.0))
    (found,) = (each for each in made if each["what"] == "capacity")
    assert "nur Angebote mit 0 Plätzen" in told(courses({"capacity": 0}), again(found["findings"][0]), "de")
    (both,) = reliefs(network, TODAY, Assumptions(threshold=200.0))
    assert both.left_out == 0.0


def test_a_service_without_places_beside_one_with_some_leaves_nobody_nowhere() -> None:
    (one,) = reliefs(courses({"capacity": 0}, {"capacity": 10}), TODAY, Assumptions(threshold=200.0))
    assert (one.highest, one.nowhere, one.lacking) == (pytest.approx(10.0), 0, pytest.approx(90.0))


def test_every_proposal_is_plain_can_be_said_and_taken_into_a_plan() -> None:
    kinds: set[str] = set()
    for seed in range(4, 10):
        network = random_network(seed)
        found = json.loads(json.dumps(proposals(network, TODAY, Assumptions(ready=0.1, threshold=200.0))))
        kinds |= {each["what"] for each in found}
        assert len({each["id"] for each in found}) == len(found)
        for each in found:
            for finding in filter(None, (*each["findings"], each["runner_up"])):
                assert all("…" not in told(network, again(finding), lang) for lang in ("de", "en")), finding
            moves = [Move(id=str(n), **move) for n, move in enumerate(each["moves"])]
            assert all(outcome.state == "fits" for outcome in carried_out(network, moves)[1])
    assert kinds == {"link", "language", "place", "capacity"}


def test_the_parts_kept_with_the_figures_are_those_a_plan_is_compared_with() -> None:
    network, assumed = random_network(2), Assumptions(ready=0.3)
    lines = [
        {"topic": r.topic, "persons": r.cascade.persons, "left": list(r.cascade.left)}
        for t in network.of_kind("topic")
        if (r := reaching(network, t, TODAY, assumed))
    ]
    found = json.loads(json.dumps(planning_part(network, TODAY, assumed, lines)))
    assert parts_of(found["parts"]) == parts(network, TODAY, assumed)


def test_more_places_than_a_service_can_add_are_told_as_such() -> None:
    network = courses({"capacity": 20}, groups=("", "women", "men", "youth"))
    made = proposals(network, TODAY, Assumptions(threshold=200.0))
    (found,) = (each for each in made if each["what"] == "capacity")
    said = told(network, again(found["findings"][0]), "de")
    assert "so viele schafft kein Angebot allein: Kurs 0" in said and "hat heute 20" in said
