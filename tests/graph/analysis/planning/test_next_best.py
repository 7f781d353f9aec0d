"""Which language and which place is proposed, for whom, and for whom not."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.planning.lacking import lacking
from graph.analysis.planning.next_languages import next_languages
from graph.analysis.planning.next_places import next_places
from graph.analysis.planning.openings import purpose
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

TODAY = date(2026, 11, 24)
FAR = Assumptions(ready=0.1, threshold=30.0)
COURSE = EntryId("course")


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields={"name": id, **fields})


def square(west: float) -> str:
    ring = [[west, 50.9], [west + 0.1, 50.9], [west + 0.1, 51.0], [west, 51.0], [west, 50.9]]
    return '{"type": "Polygon", "coordinates": [' + str(ring) + "]}"


def county(*more: Entry) -> Network:
    """Two municipalities an hour from each other, a school in the west; everybody needs a course."""
    return Network(
        [
            entry("area", "west", level="municipality", outline=square(12.0)),
            entry("area", "east", level="municipality", outline=square(13.0)),
            entry("topic", "course", heading="german"),
            entry("share", "all", topic="course", percent=100.0),
            entry("place", "house", area="west", latitude=50.95, longitude=12.05),
            entry("actor", "school", entry_point=True, areas=["west"], places=["house"]),
            entry("referral", "r", sender="school", receiver="german"),
            *more,
        ]
    )


def german(id: str = "german", **fields: Any) -> Entry:
    return entry("service", id, provider="school", topics=["course"], areas=["west", "east"], **fields)


def people(id: str, persons: int, area: str = "west", **fields: Any) -> Entry:
    return entry("demand", id, area=area, persons=persons, **fields)


def test_whoever_meets_a_service_that_fits_lacks_nothing() -> None:
    groups = [people("uk", 60, language="uk"), people("ar", 40, language="ar"), people("far", 20, "east")]
    found = lacking(county(german(languages=["uk"]), *groups), COURSE, TODAY, FAR)
    assert found is not None
    assert {people.language: persons for people, persons in found.needs} == {"ar": 40, "": 20}


def test_of_two_languages_said_alike_the_one_of_more_people_comes_first() -> None:
    groups = [people("uk", 58, language="uk"), people("ar", 59, language="ar"), people("fa", 12, language="fa")]
    found = next_languages(county(german(languages=["de"]), *groups), TODAY, FAR)
    assert [(one.language, one.persons) for one in found] == [("ar", 59), ("uk", 58), ("fa", 12)]


def test_no_language_is_proposed_to_people_whom_a_service_is_not_for() -> None:
    children = german(languages=["de"], target_groups=["children"])
    assert next_languages(county(children, people("uk", 60, language="uk", target_group="women")), TODAY, FAR) == ()
    other = german(languages=["de"], statuses=["toleration"])
    assert next_languages(county(other, people("uk", 60, language="uk", status="family_reunion")), TODAY, FAR) == ()


def test_a_place_is_proposed_for_the_service_that_fits_those_who_live_there() -> None:
    groups = [people("uk", 60, "east", language="uk"), people("ar", 10, language="ar")]
    some = [german("german", languages=["de"]), german("spoken", languages=["uk", "ar"])]
    (found,) = next_places(county(*some, *groups), TODAY, FAR)
    assert (found.service, found.area, found.persons) == ("spoken", "east", 60)
    assert (found.serves, dict(found.units), found.best) == (("east",), {"east": 60}, (60.0,))
    assert found.runner_up is None


def test_no_place_is_proposed_in_an_area_of_which_no_middle_is_known() -> None:
    blank = entry("area", "blank", level="municipality")
    assert next_places(county(german(), blank, people("b", 90, "blank"), people("w", 30)), TODAY, FAR) == ()


def test_a_topic_that_a_journey_asks_for_is_needed_and_one_of_nobodys_share_is_not() -> None:
    topics = [entry("topic", id, heading="work") for id in ("asked", "unsaid", "nobodys")]
    asked = [entry("journey", "j"), entry("step", "s", journey="j", topic="asked")]
    some = [entry("service", t.id + "s", provider="school", topics=[t.id]) for t in topics]
    said = entry("share", "none", topic="nobodys", percent=0.0)
    found = purpose(county(german(), people("p", 9), *topics, *asked, *some, said), TODAY, [EntryId("school")])
    assert found.weights["course"] == found.weights["asked"] == 1.0
    assert 0 < found.weights["unsaid"] < 1e-3 and "nobodys" not in found.weights
