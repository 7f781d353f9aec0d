"""What a report and the council's overview keep, part by part."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.council.arriving import arrivals
from graph.analysis.council.confirmed import confirmation
from graph.analysis.council.ending import ending
from graph.analysis.council.overview import overview
from graph.analysis.council.plain import homes, plain
from graph.analysis.council.report import report
from graph.analysis.council.structure import structure_part
from graph.analysis.council.ways import journeys_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.findings import of_evenness
from graph.analysis.coverage.places import Evenness
from graph.analysis.coverage.states import matrix
from graph.analysis.finding import Finding
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from tests.graph.analysis.council.test_overview import county
from tests.graph.analysis.referrals.test_networks import journey, network

TODAY = date(2026, 11, 23)
LATER = "2027-01-01"


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def test_a_link_that_one_side_confirms_counts_among_all_links() -> None:
    links = [
        entry("referral", "one", sender="hall", receiver="school", sender_confirmed_until=LATER),
        entry("referral", "two", sender="school", receiver="hall", sender_confirmed_until=LATER,
              receiver_confirmed_until=LATER),
    ]  # fmt: skip
    found = confirmation(county(*links), TODAY)  # and one that nobody confirms
    assert (found.both, found.one, found.none, found.total, found.rate) == (1, 1, 1, 3, 1 / 3)
    assert confirmation(county(without=("r",)), TODAY).rate is None


def test_only_where_people_register_the_day_is_told_on_which_many_arrive() -> None:
    rate = {"capacity": 250, "capacity_unit": "appointments_week"}
    other = entry("service", "desk", name="Schalter", provider="hall", topics=["course"], **rate)
    assert arrivals(county(other), TODAY) == []
    topic = entry("topic", "topic-registration", name="Anmeldung", heading="arrival")
    here = entry("service", "desk", name="Schalter", provider="hall", topics=["topic-registration"], **rate)
    (found,) = arrivals(county(topic, here), TODAY)
    assert (found["topic"], found["places"], found["a_day"]) == ("topic-registration", ("town",), 50)


def test_where_no_gap_is_known_the_council_reads_of_what_nobody_knows() -> None:
    def gaps(*more: Entry) -> list[str]:
        whole = county(*more)
        found = overview(whole, TODAY, report(whole, TODAY, Assumptions(threshold=200.0)), {})
        return [gap["code"] for gap in found["gaps"]]

    assert gaps() == ["coverage.gap.unknown"]
    assert gaps(entry("absence", "none", topic="course", area="village")) == ["coverage.gap.available"]


def test_a_report_tells_part_by_part_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []
    report(county(), TODAY, Assumptions(), lambda *step: told.append(step))
    assert [step[:2] for step in told] == [(n, 5) for n in range(5)]
    assert told[0][2] == "figures.coverage" and told[-1][2] == "figures.rest"


def test_what_ends_is_told_with_the_assumptions_of_the_house_where_none_are_given() -> None:
    assert ending(county(), TODAY) == ending(county(), TODAY, assumed=Assumptions())


def test_a_finding_is_kept_without_what_it_does_not_say() -> None:
    assert plain(Finding(code="x", values={"n": 0})) == {"code": "x", "values": {"n": 0}}


def test_homes_of_actors_are_told_in_one_order() -> None:
    found = [entry("area", f"area{n}", name="A", level="municipality") for n in range(9)]
    found += [entry("actor", f"a{n}", name="A", areas=[f"area{n}"]) for n in range(9)]
    assert homes(Network(found), [f"a{n}" for n in (7, 2, 5, 0, 8, 2)]) == ("area0", "area2", "area5", "area7", "area8")


def test_a_journey_is_kept_with_its_grade_and_what_is_said_of_it() -> None:
    steps = journey("status", "german")
    (found,) = journeys_part(network(*steps), TODAY)["journeys"]
    assert found["grade"] in ("window", "door", "houses")
    assert found["stop"]["code"] == f"referrals.stop.{found['grade']}"
    (nothing,) = journeys_part(Network(steps), TODAY)["journeys"]
    assert (nothing["grade"], nothing["stop"], nothing["walk"], nothing["fewest"]) == ("", None, [], [])


def test_lists_of_structure_hold_only_whom_something_is_said_of() -> None:
    actors = [entry("actor", id, name=id, sector="business") for id in "abcd"]
    links = [entry("referral", x, sender=x[0], receiver=x[1]) for x in ("ab", "bc")]
    found = structure_part(Network([*actors, *links]), TODAY)
    assert [id for id, _ in found["structure"]["between"]] == ["b"]
    assert [id for id, _, _ in found["research"]["holes"]] == ["b"]  # of a single neighbour nothing is said
    assert found["structure"]["sectors"] == [["business", "business", 2]]


def test_no_group_is_named_as_the_least_served_where_all_are_served_alike() -> None:
    town, village = EntryId("town"), EntryId("village")
    alike = Evenness(shares={town: 0.5, village: 0.5}, gini=0.0, hoover=0.0, worst=town, least=0.5,
                     group=("toleration", "uk"), group_share=0.5)  # fmt: skip
    assert of_evenness(EntryId("t"), alike).code == "coverage.even"
    assert "group_share" not in of_evenness(EntryId("t"), alike).values
    behind = Evenness(shares={town: 0.5, village: 0.5}, gini=0.0, hoover=0.0, worst=town, least=0.5,
                      group=("toleration", "uk"), group_share=0.2)  # fmt: skip
    assert of_evenness(EntryId("t"), behind).code == "coverage.even.group"
    assert of_evenness(EntryId("t"), behind).values["group_share"] == 20


def test_of_several_statements_that_there_is_none_the_latest_is_dated() -> None:
    said = [
        entry("absence", f"n{n}", topic="course", area="village", stated_on=day)
        for n, day in enumerate(("2026-01-01", "2026-10-01", "2025-01-01"))
    ]
    cell = matrix(county(*said), TODAY)[EntryId("course"), EntryId("village")]
    assert (cell.state, cell.stated_on) == ("none", "2026-10-01")


def test_every_assumption_is_shown_beside_its_other() -> None:
    found = report(county(), TODAY, Assumptions(threshold=200.0))["topics"]
    asked = [(one["what"], one["value"]) for one in found["course"]["variants"]]
    assert asked == [
        *(("threshold", minutes) for minutes in (30, 45, 60)),
        *((what, said) for what in ("interpreters", "beyond") for said in (True, False)),
    ]
