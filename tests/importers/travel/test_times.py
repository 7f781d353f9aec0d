"""Tables of travel times: what they name, what is wrong in them, and what is kept of them."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.coverage.areas import spot
from graph.analysis.coverage.supply import supply
from graph.analysis.coverage.travel import Travel
from graph.analysis.coverage.travel import times as minutes
from graph.model.changes import Entry, EntryId, Kind
from graph.model.sentences import say
from graph.network import Network
from importers.files.table import ReadError
from importers.travel.propose import Times, as_json, from_json, propose
from importers.travel.read import Line, read
from tests.graph.analysis.coverage.test_networks import TODAY

HEAD = "Von;Nach;Minuten;Verkehrsmittel\n"


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


@cache
def county() -> Network:
    """A town, and an association of two villages; a course in one of them."""
    return Network(
        [
            entry("area", "county", name="Burgkreis", level="county", ars="15084"),
            entry("area", "zeitz", name="Zeitz", level="municipality", parent="county", ars="150840590590",
                  ags="15084590", localities=["06712 Zeitz", "06711 Zeitz"]),
            entry("area", "union", name="Wethautal", level="association", parent="county", ars="150845053"),
            entry("area", "osterfeld", name="Osterfeld", level="municipality", parent="union", ags="15084445",
                  localities=["06721 Osterfeld"]),
            entry("area", "stoessen", name="Stößen", level="municipality", parent="union", localities=["06721 Stößen"]),
            entry("place", "house", name="Haus der Ankunft", street="Am Markt", locality="Stößen", area="stoessen"),
            entry("actor", "school", name="Volkshochschule", short_name="VHS", places=["house"]),
            entry("service", "course", name="Kurs", provider="school", topics=["german"]),
            entry("topic", "german", name="Deutsch", heading="german"),
        ]
    )  # fmt: skip


def times(rows: str) -> Times:
    return propose(county(), read((HEAD + rows).encode(), "Fahrzeiten.csv"))


@pytest.mark.parametrize("named", ["150840590590", "15084590", "06712", "6711", "Zeitz", "Stadt Zeitz", "zeitz"])
@pytest.mark.parametrize(
    ("goal", "id"), [("Haus der Ankunft", "house"), ("Volkshochschule", "school"), ("VHS", "school")]
)
def test_areas_are_named_by_key_postcode_or_name_and_goals_by_name(named: str, goal: str, id: str) -> None:
    assert times(f"{named};{goal};35;Bus\n").minutes == {("zeitz", id, "bus"): 35}


def test_a_postcode_of_several_villages_means_the_unit_they_belong_to() -> None:
    assert times("06721;Zeitz;20;\n").minutes == {("union", "zeitz", ""): 20}


@pytest.mark.parametrize(
    ("text", "expected"), [("35", 35), ("35,5", 35.5), ("1:05", 65), ("00:35:00", 35), ("40 min", 40), ("0", 0)]
)
def test_minutes_are_read_as_people_write_them(text: str, expected: float) -> None:
    assert list(times(f"Zeitz;Wethautal;{text};Auto\n").minutes.values()) == [expected]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("Atlantis;Zeitz;35;Bus", "from", "travel.unknown"),
        ("Zeitz;;35;Bus", "to", "travel.empty"),
        ("Zeitz;Wethautal;;Bus", "minutes", "travel.empty"),
        ("Zeitz;Wethautal;weit;Bus", "minutes", "travel.minutes"),
        ("Zeitz;Wethautal;-5;Bus", "minutes", "travel.minutes"),
        ("Zeitz;Wethautal;1441;Bus", "minutes", "travel.minutes"),
        ("Zeitz;Wethautal;nan;Bus", "minutes", "travel.minutes"),
        ("Zeitz;Wethautal;35;Rakete", "means", "travel.means"),
        ("Volkshochschule;Haus der Ankunft;35;Bus", "from", "travel.no_area"),
        ("Burgkreis;Haus der Ankunft;35;Bus", "from", "travel.no_area"),
    ],
)
def test_a_row_that_says_nothing_is_left_out_and_told_by_row_and_column(row: str, column: str, code: str) -> None:
    found = times(f"Zeitz;Haus der Ankunft;10;Bus\n{row}\n")
    assert [(w.row, w.column, w.code) for w in found.wrong] == [("3", column, code)]
    assert (found.rows, len(found.minutes)) == (1, 1)
    assert all("…" not in say(w.code, lang, **w.params) for w in found.wrong for lang in ("de", "en"))


def test_of_two_rows_that_contradict_each_other_the_first_holds_and_the_second_is_told() -> None:
    found = times("Zeitz;Wethautal;35;Bus\n06712;Wethautal;35;Bus\nZeitz;Wethautal;50;Bus\n")
    assert found.minutes == {("zeitz", "union", "bus"): 35}
    assert [(w.row, w.code, w.params) for w in found.wrong] == [("4", "travel.contradiction", {"row": "2"})]


def test_rows_about_villages_count_for_their_union_as_a_mean_unless_it_has_its_own() -> None:
    villages = "Zeitz;Osterfeld;20;Bus\nZeitz;Stößen;30;Bus\n"
    found = times(villages)
    assert found.minutes["zeitz", "union", "bus"] == 25 and found.parts == 1
    assert times(villages + "Zeitz;Wethautal;40;Bus\n").minutes["zeitz", "union", "bus"] == 40


def test_a_table_without_a_needed_column_is_refused_by_its_name() -> None:
    with pytest.raises(ReadError) as refused:
        read(b"Von;Ziel;Kilometer\nZeitz;Osterfeld;12\n", "Wege.csv")
    assert refused.value.params == {"file": "Wege.csv", "columns": "Minuten", "number": 1}
    assert "Wege.csv: Es fehlt die Spalte Minuten" in say(refused.value.code, "de", **refused.value.params)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Von;Nach;Minuten\n", b"PK\x03\x04broken"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(ReadError):
        read(content, "x.csv")


def test_a_workbook_is_read_like_a_csv() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ("From", "To", "Minutes", "Mode"),
        (150840590590, "Wethautal", 35, "car"),
        (6712, "Stößen", 22.5, "bus"),
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    found = propose(county(), read(out.getvalue(), "Zeiten.xlsx"))
    assert found.minutes["zeitz", "union", "car"] == 35 and found.minutes["zeitz", "stoessen", "bus"] == 22.5
    assert not found.wrong and found.means == ("bus", "car")


def test_what_is_kept_is_what_analyses_ask() -> None:
    network, found = county(), times("Zeitz;Stößen;22;Bus\nWethautal;Volkshochschule;15;\n")
    travel = Travel(table=from_json(json.loads(json.dumps(as_json(found)))))
    there = network.memo(supply, TODAY)[0].spots[0]
    here = [spot(network, EntryId(area)) for area in ("zeitz", "union")]
    assert minutes(here, [there], "bus", travel).tolist() == [[22], [15]]
    assert np.isnan(minutes(here[:1], [there], "car", travel)).all()


@given(
    st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8), st.text(max_size=6), st.text(max_size=5)), max_size=5)
)
def test_whatever_stands_in_a_row_it_is_taken_or_told(rows: list[tuple[str, str, str, str]]) -> None:
    lines = [Line(number=str(n), start=a, goal=b, minutes=m, means=w) for n, (a, b, m, w) in enumerate(rows)]
    found = propose(county(), lines)
    assert found.rows + len(found.wrong) == len(rows)
