"""The areas that ship: each point lies where it should."""

from __future__ import annotations

from pathlib import Path

import shapely

from graph.analysis.locate import locator
from graph.network import Network
from importers.areas.outlines import propose_outlines
from importers.files.geojson import read_outlines
from tests.importers.worlds import ids

SAMPLES = Path(__file__).parents[2] / "importers" / "samples"


def test_points_of_the_burgenlandkreis_lie_in_the_municipality_that_holds_them() -> None:
    network = Network()
    for n, name in enumerate(("burgenlandkreis_verwaltungsebene", "burgenlandkreis_gemeinden")):
        found = read_outlines(SAMPLES / "burgenlandkreis" / f"{name}.geojson", name)
        names = {"15084": "Burgenlandkreis"}
        done = propose_outlines(network, found, file=name, source_name=name, county_names=names, new_id=ids(f"{n}-"))
        network = network.apply(done.changes)
    assert len(network.of_kind("area")) == 38
    where = locator(network)
    for each in found.features:
        point = shapely.geometry.shape(each.geometry).representative_point()
        area = where.by_point(point.y, point.x).area
        assert area is not None
        assert network.entry(area).fields["ags"] == each.ags
