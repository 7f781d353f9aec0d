"""Headings between rows and sheets of one make: what they say of the rows beneath."""

from __future__ import annotations

from graph.network import Network
from importers.files.table import Row, Sheet, Table
from importers.files.together import row_name, together
from importers.lists.groups import meaning, outer_sort, text_of
from tests.importers.worlds import guessed, named, outcomes, read, sheet, with_areas

AREAS = with_areas(("z", {"name": "Zeitz"}), ("n", {"name": "Naumburg (Saale)"}))
LIST = (
    "Name;Telefon;Angebot\nStadt Zeitz;;\n"
    "Amt;03441 123451;Beratung\nHort;03441 123452;Beratung\nTreff;03441 123453;Kurs\n"
    "Tafel;03441 123454;Essen\n*** Stadt Naumburg (Saale) ***;;\nDom;03445 123455;Führung\n"
    "Sonstige;;\nBad;03445 123456;Schwimmen\nHof;03445 123457;Reiten\nStand: 3.11.2026;;"
)


def after(text: str, **more: object) -> Network:
    """The network after a list was taken in."""
    return AREAS.apply(read(AREAS, sheet(text), **more).changes)


def areas(network: Network, name: str) -> list[str]:
    """The areas of an actor."""
    return list(named(network, "actor", name).fields.get("areas", ()))


def test_a_heading_that_names_an_area_places_the_rows_beneath_it_until_the_next() -> None:
    network = after(LIST)
    assert (areas(network, "Amt"), areas(network, "Dom"), areas(network, "Bad")) == (["z"], ["n"], [])
    assert outcomes(read(AREAS, sheet(LIST))).count("rejected") == 4


def test_topics_repeated_within_each_area_leave_it_in_force() -> None:
    rows = "{};;\nAmt {};03441 12345{};Beratung\nSonstige;;\nHort {};03441 12346{};Kurs\n"
    text = "Name;Telefon;Angebot\n" + "".join(
        rows.format(t, t, n, t, n) for n, t in enumerate(("Zeitz", "Naumburg (Saale)"))
    )
    network = after(text + "Dom;03445 123455;Führung")
    assert (areas(network, "Hort Zeitz"), areas(network, "Hort Naumburg (Saale)"), areas(network, "Dom")) == (
        ["z"],
        ["n"],
        ["n"],
    )


def test_headings_are_nested_only_where_each_outer_one_holds_others() -> None:
    area, topic = (True, True), (False, True)
    assert outer_sort([topic, area, area, topic, area]) is False
    assert outer_sort([area, topic, topic]) is None
    assert outer_sort([(True, False), topic, topic]) is True
    assert outer_sort([area, topic, area, area, topic]) is None


def test_a_rows_own_address_wins_over_a_heading_and_this_is_told() -> None:
    rows = (
        "Zeitz;;;\nAmt;03441 1234567;Markt 1;Naumburg\nHort;03441 1234568;Markt 2;\nTreff;03441 1234569;Markt 3;Zeitz\n"
    )
    given = sheet("Name;Telefon;Straße;Ort\n" + rows + "Kita;03441 1234560;Markt 4;Leipzig")
    done = read(AREAS, given)
    network = AREAS.apply(done.changes)
    at = {
        a.fields["name"]: network.linked(a.id, "places")[0].fields.get("area")
        for a in network.of_kind("actor").values()
    }
    assert at == {"Amt": "n", "Hort": "z", "Treff": "z", "Kita": None}
    assert [areas(network, name) for name in at] == [[], ["z"], ["z"], []]
    told = [dict(m.params) for row in done.rows for m in row.remarks if m.code == "import.heading_against"]
    assert told == [{"heading": "Zeitz", "address": "Naumburg (Saale)"}, {"heading": "Zeitz", "address": "Leipzig"}]


def test_a_street_without_a_town_is_another_house_under_each_heading() -> None:
    rows = "Zeitz;;\nAmt;03441 1234567;Markt 1\nHort;03441 1234568;Markt 2\nNaumburg;;\nTreff;03441 1234569;Markt 1"
    network = after(f"Name;Telefon;Straße\n{rows}\nKita;03441 1234560;Markt 4")
    assert sorted(p.fields["area"] for p in network.of_kind("place").values()) == ["n", "n", "z", "z"]


def test_a_heading_nobody_knows_is_kept_with_its_rows() -> None:
    network = after(LIST)
    assert named(network, "actor", "Bad").fields["extra"] == {"Zwischenüberschrift": "Sonstige"}
    assert "extra" not in named(network, "actor", "Dom").fields


def test_what_a_person_decides_of_a_heading_holds() -> None:
    decided = {"Stadt Zeitz": "area:n", "Sonstige": ""}
    network = after(LIST, groups=decided)
    assert areas(network, "Amt") == ["n"]
    assert "extra" not in named(network, "actor", "Bad").fields


def test_a_kind_of_bodies_is_no_topic() -> None:
    assert meaning(AREAS, "Vereine und Initiativen", {}) == ("", "")


def test_a_headings_own_brackets_stay() -> None:
    assert text_of(Row(number=1, cells=("– Naumburg (Saale) –",))) == "Naumburg (Saale)"


def part(name: str, *headings: str, rows: int = 2) -> Sheet:
    """A sheet with rows of its name."""
    made = tuple(Row(number=n + 2, cells=tuple(f"{name} {h} {n}" for h in headings)) for n in range(rows))
    return Sheet(name=name, headings=headings, rows=made, header_row=1)


def joined(*parts: Sheet) -> tuple[Sheet, list[str]]:
    """The list of a workbook, and what is told."""
    made, told = together(Table(sheets=parts, format="xlsx"))
    return made, [p.code for p in told]


def test_sheets_of_the_same_headings_are_one_list() -> None:
    made, told = joined(
        part("Zeitz", "Name", "Ort", "Tel."), part("Naumburg", "Ort", "Name", "Tel."), part("Info", "Text")
    )
    assert (made.parts, len(made.rows), told) == (("Zeitz", "Naumburg"), 4, ["read.other_sheets"])
    assert made.rows[3].cells == ("Naumburg Name 1", "Naumburg Ort 1", "Naumburg Tel. 1")
    assert [row_name(row.number, made.parts) for row in made.rows[1:3]] == ["3 (Zeitz)", "2 (Naumburg)"]


def test_the_sheets_of_several_years_are_not_mixed() -> None:
    made, _ = joined(part("2025", "Name", "Ort"), part("2026", "Name", "Ort"))
    assert (made.name, made.parts) == ("2025", ())


def test_a_sheets_name_says_where_its_rows_lie() -> None:
    made, _ = joined(part("Zeitz", "Name", "Angebot"), part("Naumburg (Saale)", "Name", "Angebot"))
    network = AREAS.apply(read(AREAS, made, guessed(made)).changes)
    assert {tuple(a.fields["areas"]) for a in network.of_kind("actor").values()} == {("z",), ("n",)}
