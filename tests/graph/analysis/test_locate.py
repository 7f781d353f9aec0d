"""Where a place lies."""

from __future__ import annotations

import pytest

from graph.analysis.locate import Located, Locator
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network


def square(west: float, south: float, size: float = 1.0) -> str:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return f'{{"type":"Polygon","coordinates":[{ring}]}}'


def area(id: str, name: str, level: str = "municipality", **fields: object) -> Entry:
    return Entry(kind=Kind("area"), id=EntryId(id), fields={"name": name, "level": level, **fields})


def locator(*areas: Entry) -> Locator:
    return Locator(Network(areas))


COUNTY = area("k", "Musterkreis", "county", outline=square(10, 50, 4))
UNION = area("v", "Wethautal", "association", parent="k", outline=square(10, 50, 2))
MEMBER = area("m", "Mertendorf", parent="v", outline=square(10, 50), localities=["06618 Görschen", "06618 Mertendorf"])
TOWN = area("n", "Naumburg (Saale)", parent="k", outline=square(12, 50), localities=["06618 Naumburg (Saale)"])
HAMLET = area("h", "Görschen", "district", parent="m", outline=square(10, 50, 0.2))
ALL = (COUNTY, UNION, MEMBER, TOWN)


@pytest.mark.parametrize(
    ("latitude", "longitude", "id"),
    [(50.5, 10.5, "m"), (51.5, 10.5, "v"), (53.5, 13.5, "k"), (50.5, 12.5, "n"), (50.1, 10.1, "h")],
)
def test_a_point_lies_in_the_finest_area_that_holds_it(latitude: float, longitude: float, id: str) -> None:
    assert locator(*ALL, HAMLET).by_point(latitude, longitude) == Located(area=EntryId(id), certainty="certain")


def test_a_point_in_no_area_is_outside() -> None:
    assert locator(*ALL).by_point(10, 10).certainty == "outside"


def test_a_point_on_a_border_is_asked_about() -> None:
    found = locator(area("a", "A", outline=square(10, 50)), area("b", "B", outline=square(11, 50))).by_point(50.5, 11)
    assert (found.area, found.certainty, found.candidates) == (None, "unclear", ("a", "b"))


@pytest.mark.parametrize(
    ("postcode", "locality", "expected"),
    [
        ("06618", "Mertendorf", "m"), ("06618", "Görschen", "m"), ("06618", "Naumburg", "n"),
        ("", "Naumburg/Saale", "n"),
        ("", "Stadt Naumburg", "n"), ("", "Naumburg OT Bad Kösen", "n"), ("", "Mertendorf", "m"), ("", "Görschen", "m"),
        ("06618", "", None), ("", "", None), ("10117", "Berlin", None), ("", "Sonstwo", None),
    ],
)  # fmt: skip
def test_words_place_an_address_only_where_they_are_sure(postcode: str, locality: str, expected: str | None) -> None:
    assert locator(*ALL).by_words(postcode, locality).area == expected


def test_a_postcode_no_table_knows_is_outside() -> None:
    assert locator(*ALL).by_words("10117", "Mertendorf").certainty == "outside"


def test_a_town_is_not_taken_for_one_that_only_begins_alike() -> None:
    found = locator(area("s", "Sulzbach an der Murr")).by_words("", "Sulzbach")
    assert (found.area, found.candidates) == (None, ("s",))


def test_one_name_of_two_municipalities_is_asked_about() -> None:
    assert locator(area("a", "Neustadt"), area("b", "Neustadt")).by_words("", "Neustadt").candidates == ("a", "b")


def test_coordinates_without_known_outlines_leave_the_words_to_say() -> None:
    found = locator(area("z", "Zeitz")).locate({"latitude": 51.0, "longitude": 12.0, "locality": "Zeitz"})
    assert found.area == "z"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Verbandsgemeinde Wethautal", "v"),
        ("VG Wethautal", "v"),
        ("kreisweit", "k"),
        ("Landkreis Musterkreis", "k"),
        ("Naumburg", "n"),
    ],
)
def test_a_column_of_areas_may_name_any_level(text: str, id: str) -> None:
    assert locator(*ALL).area_named(text).area == id


def test_areas_in_a_ring_do_no_harm() -> None:
    assert locator(area("a", "A", parent="b"), area("b", "B", parent="a")).by_words("", "A").area == "a"
