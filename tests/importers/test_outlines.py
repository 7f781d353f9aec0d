"""Outlines as areas, the postcode table upon them, and the lists that ship."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.network import Network
from importers.areas.localities import is_locality_table, propose_localities
from importers.areas.outlines import propose_outlines
from importers.files.geojson import Outline, Outlines
from importers.files.read import read as read_table
from tests.importers.worlds import ids, outcomes, read, sheet

SAMPLES = Path(__file__).parents[2] / "importers" / "samples"


def outline(ars: str = "", ags: str = "", name: str = "Ort", west: float = 10, **properties: Any) -> Outline:
    ring = [[west, 50], [west + 1, 50], [west + 1, 51], [west, 51], [west, 50]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return Outline(ars=ars, ags=ags, name=name, properties=properties, geometry=shape, simplified=shape)


def taken(network: Network, *found: Outline, prefix: str = "n", **more: Any) -> Network:
    outlines = Outlines(features=found, attribution="© Amt", problems=())
    done = propose_outlines(network, outlines, file="f", source_name="Umrisse", new_id=ids(prefix), **more)
    return network.apply(done.changes)


def by_name(network: Network) -> dict[str, Any]:
    return {a.fields["name"]: a for a in network.of_kind("area").values()}


def test_members_lie_in_their_association_and_that_in_the_county() -> None:
    network = taken(
        Network(),
        outline("150845051012", name="An der Poststraße", verband="An der Finne"),
        outline("150840590590", name="Zeitz", west=11),
        county_names={"15084": "Burgenlandkreis"},
    )
    found = by_name(network)
    assert found["An der Poststraße"].fields["parent"] == found["An der Finne"].id
    assert found["An der Finne"].fields["parent"] == found["Zeitz"].fields["parent"] == found["Burgenlandkreis"].id
    assert found["Zeitz"].fields["ags"] == "15084590"


def test_a_file_with_ars_over_one_with_ags_doubles_nothing() -> None:
    network = taken(Network(), outline(ags="15084590", name="Zeitz"), county_names={"15084": "Kreis"})
    network = taken(
        network, outline("150840590590", "15084590", name="Zeitz"), prefix="m", county_names={"15084": "Kreis"}
    )
    assert sorted(by_name(network)) == ["Kreis", "Zeitz"]
    assert len(network.of_kind("area")) == 2
    assert by_name(network)["Zeitz"].fields["ars"] == "150840590590"


def test_a_file_with_ags_over_one_with_ars_doubles_nothing() -> None:
    network = taken(Network(), outline("150840590590", name="Zeitz"))
    assert len(taken(network, outline(ags="15084590", name="Zeitz"), prefix="m").of_kind("area")) == 2


def test_the_same_outlines_again_change_nothing() -> None:
    network = taken(Network(), outline("150840590590", name="Zeitz"))
    source = next(iter(network.of_kind("source")))
    again = Outlines(features=(outline("150840590590", name="Zeitz"),), attribution="© Amt", problems=())
    done = propose_outlines(network, again, file="f", source=source, source_name="Umrisse", new_id=ids("m"))
    assert (outcomes(done), done.changes) == (["unchanged"], ())


def test_support_circles_without_known_areas_are_placed_nowhere_and_nothing_is_asked() -> None:
    table = read_table(SAMPLES / "helferkreise_muenchen" / "map_refugee_initiatives_munich.csv", "m").sheets[0]
    done = read(Network(), table)
    network = Network().apply(done.changes)
    assert done.unclear == ()
    assert not any("area" in p.fields for p in network.of_kind("place").values())
    assert len(network.of_kind("place")) >= len(network.of_kind("actor")) - 2
    assert set(outcomes(done)) == {"new"}


def test_a_table_of_postcodes_adds_to_known_areas_and_tells_unknown_ones() -> None:
    network = taken(Network(), outline("150840590590", name="Zeitz"))
    table = sheet("plz;ort;ags\n6712;Theißen;15084590\n06712;Zeitz;150840590590\n1;X;99999999")
    assert is_locality_table(table.headings)
    done = propose_localities(network, table, file="p", source_name="p", new_id=ids("m"))
    assert outcomes(done) == ["new", "new", "rejected"]
    network = network.apply(done.changes)
    assert by_name(network)["Zeitz"].fields["localities"] == ["06712 Theißen", "06712 Zeitz"]
    again = propose_localities(network, table, file="p", source_name="p", new_id=ids("o"))
    assert (outcomes(again), again.changes) == (["unchanged", "unchanged", "rejected"], ())


@pytest.mark.parametrize("headings", [("plz", "ort"), ("PLZ", "Ort", "AGS", "Einrichtung")])
def test_a_list_of_actors_is_no_table_of_postcodes(headings: tuple[str, ...]) -> None:
    assert not is_locality_table(headings)
