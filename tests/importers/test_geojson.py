from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from shapely.geometry import shape

from importers.files.geojson import Outline, read_outlines
from importers.files.table import ReadError


@pytest.mark.parametrize(
    ("properties", "ars", "ags", "name"),
    [
        ({"ags": "08119001", "name": "Alfdorf"}, "", "08119001", "Alfdorf"),
        (
            {"ARS": "081190001001", "AGS": "08119001", "GEN": "Alfdorf", "BEZ": "Gemeinde"},
            "081190001001",
            "08119001",
            "Alfdorf",
        ),
        ({"RS": "08 119 0001 001", "gen": "Alfdorf"}, "081190001001", "", "Alfdorf"),
        ({"AGS_0": 8119001, "Name": "Alfdorf"}, "", "08119001", "Alfdorf"),
    ],
)
def test_keys_and_names_are_found_however_they_are_called(
    properties: dict[str, Any], ars: str, ags: str, name: str
) -> None:
    outline = _read((properties, _square(0)))[0]
    assert (outline.ars, outline.ags, outline.name) == (ars, ags, name)


def test_nested_properties_are_left_out_and_the_attribution_is_kept() -> None:
    document = _collection(({"ags": "08119001", "name": "A", "pop": 7, "parts": ["x"]}, _square(0)))
    found = read_outlines(json.dumps({**document, "attribution": "© GeoBasis-DE"}).encode(), "x.geojson")
    assert found.features[0].properties == {"ags": "08119001", "name": "A", "pop": 7}
    assert found.attribution == "© GeoBasis-DE"


def test_the_exterior_runs_counter_clockwise() -> None:
    clockwise = {"type": "Polygon", "coordinates": [_square(0)["coordinates"][0][::-1]]}
    assert shape(_read((_names(1), clockwise))[0].geometry).exterior.is_ccw


def test_neighbours_share_their_simplified_border() -> None:
    wave = [[0.1 + 0.0004 * (n % 2), n / 1000] for n in range(101)]
    left = {"type": "Polygon", "coordinates": [[[0, 0], *wave, [0, 0.1], [0, 0]]]}
    right = {"type": "Polygon", "coordinates": [[[0.2, 0], [0.2, 0.1], *wave[::-1], [0.2, 0]]]}
    one, other = (shape(outline.simplified) for outline in _read((_names(1), left), (_names(2), right)))
    assert len(one.exterior.coords) < 20
    assert shapely.area(one.intersection(other)) == 0
    assert shapely.area(one.union(other)) == pytest.approx(0.02, abs=1e-9)


def test_a_county_keeps_within_twelve_kilobytes() -> None:
    many = [(_names(n), _round(n)) for n in range(31)]
    found = _read(*many)
    assert sum(len(json.dumps(outline.simplified)) for outline in found) < 12_000


def test_a_key_that_names_several_areas_is_told() -> None:
    document = _collection((_names(1), _square(0)), (_names(1), _square(1)))
    problems = read_outlines(json.dumps(document).encode(), "x.geojson").problems
    assert [(problem.code, problem.params["count"]) for problem in problems] == [("read.repeated_area_key", 2)]


def test_an_area_without_a_name_is_refused_by_its_number() -> None:
    document = _collection((_names(1), _square(0)), ({"ags": "08119002"}, _square(1)))
    with pytest.raises(ReadError) as caught:
        read_outlines(json.dumps(document).encode(), "Kreis.geojson")
    assert caught.value.params == {"file": "Kreis.geojson", "row": 2}


def _read(*features: tuple[dict[str, Any], dict[str, Any]]) -> tuple[Outline, ...]:
    return read_outlines(json.dumps(_collection(*features)).encode(), "x.geojson").features


def _collection(*features: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, Any]:
    made = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in features]
    return {"type": "FeatureCollection", "features": made}


def _names(number: int) -> dict[str, Any]:
    return {"ags": f"08119{number:03d}", "name": f"Gemeinde {number}"}


def _square(at: int) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[[at, 0], [at + 1, 0], [at + 1, 1], [at, 1], [at, 0]]]}


def _round(at: int) -> dict[str, Any]:
    circle = shapely.Point(at / 10, 48).buffer(0.05, quad_segs=60)
    return {"type": "Polygon", "coordinates": [[list(position) for position in circle.exterior.coords]]}
