from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.model import schema
from graph.model.codes import CODE_LISTS
from graph.model.fields import Audience
from graph.network import Network
from importers.files.table import Row
from importers.proposal import Proposal, RowReport
from importers.workbook.decided import Past
from importers.workbook.filled import Filled, Origin
from importers.workbook.folder import read_files
from importers.workbook.propose import propose
from tests.importers.workbook.making import entry, taken_in, written
from tests.importers.worlds import TODAY, edited, ids

AMT = entry("actor", "amt", name="Amt", phones=["+493023125123"], about="Hilft.")
RAT = entry("service", "rat", name="Rat", provider="amt")


def folder(**sheets: str) -> Filled:
    return read_files({f"{kind}.csv": text.encode() for kind, text in sheets.items()})


def row(proposal: Proposal, sheet: str, number: int = 2) -> RowReport:
    return next(r for r in proposal.rows if (r.sheet, r.number) == (f"{sheet}.csv", number))


def codes(report: RowReport) -> list[tuple[str, str]]:
    return [(remark.column, remark.code) for remark in report.remarks]


def altered(filled: Filled, kind: str, **fields: str) -> Filled:
    """The workbook after somebody typed into the first row of a sheet."""
    sheets = []
    for sheet in filled.sheets:
        if sheet.kind == kind:
            cells = [fields.get(c or "", text) for c, text in zip(sheet.columns, sheet.rows[0].cells, strict=True)]
            first = type(sheet.rows[0])(number=2, cells=tuple(cells))
            sheet = type(sheet)(**{**_parts(sheet), "rows": (first, *sheet.rows[1:])})
        sheets.append(sheet)
    return Filled(origin=filled.origin, sheets=tuple(sheets))


def _parts(given: Any) -> dict[str, Any]:
    return {name: getattr(given, name) for name in given.__slots__}


def test_rows_with_keys_of_their_own_become_entries_that_a_second_reading_finds_again() -> None:
    text = "Schlüssel,Name,Telefon\n1,Amt,030 23125 123\n2,Verein,\n"
    service = "Schlüssel,Angebot,Anbieter\n1,Rat,2\n2,Kurs,Amt\n"
    first = taken_in(Network(), folder(actor=text, service=service))
    network = Network().apply(first.changes)
    assert [r.outcome for r in first.rows] == ["new"] * 4
    assert len(network.of_kind("source")) == 1
    by_name = {e.fields["name"]: e for e in network.entries()}
    assert by_name["Rat"].fields["provider"] == by_name["Verein"].id
    (source,) = network.of_kind("source")
    again = taken_in(network, folder(actor=text, service=service), source=source)
    assert (again.changes, {r.outcome for r in again.rows}) == ((), {"unchanged"})


def test_rows_without_a_key_are_known_by_what_they_are_called() -> None:
    filled = folder(actor="Name\nAmt\nVerein\n")
    network = Network().apply(taken_in(Network(), filled).changes)
    (source,) = network.of_kind("source")
    assert len(network.of_kind("actor")) == 2
    assert taken_in(network, filled, source=source).changes == ()


def test_another_office_with_the_same_numbers_changes_nobody_elses_entry() -> None:
    network = Network().apply(taken_in(Network(), folder(actor="Schlüssel,Name\n1,Amt Zeitz\n")).changes)
    (source,) = network.of_kind("source")
    proposal = taken_in(network, folder(actor="Schlüssel,Name\n1,Amt Naumburg\n"), prefix="m", source=source)
    assert codes(row(proposal, "actor")) == [("Schlüssel", "import.key_names_other")]
    assert row(proposal, "actor").outcome == "new"


def test_a_new_row_called_like_an_entry_is_asked_about() -> None:
    filled = folder(actor="Schlüssel,Name,Kurzname\n1,AMT,A\n", service="Schlüssel,Angebot,Anbieter\n1,Kurs,1\n")
    network = Network([AMT])
    asked = taken_in(network, filled)
    assert (row(asked, "actor").outcome, row(asked, "actor").like) == ("duplicate", "amt")
    assert codes(row(asked, "service")) == [("Anbieter", "workbook.rejected_target")]
    same = network.apply(taken_in(network, filled, same={"actor:1": "amt"}).changes)
    assert (same.entry("amt").fields["short_name"], len(same.of_kind("actor"))) == ("A", 1)
    assert len(network.apply(taken_in(network, filled, same={"actor:1": "new"}).changes).of_kind("actor")) == 2
    assert taken_in(network, filled, same={"actor:1": ""}).changes == ()


def test_of_an_export_only_what_was_typed_in_it_is_taken() -> None:
    then = Network([AMT, RAT])
    now = edited(then, "amt", about="Hilft allen.")
    filled = altered(written(then), "actor", name="Amt für alle")
    proposal = taken_in(now, filled, base=then)
    (change,) = proposal.changes
    assert (change.before, change.after) == ({"name": "Amt"}, {"name": "Amt für alle"})


def test_what_was_changed_on_both_sides_stays_and_is_told() -> None:
    then = Network([AMT])
    now = edited(then, "amt", about="Hilft allen.")
    proposal = taken_in(now, altered(written(then), "actor", about="Hilft vielen."), base=then)
    assert proposal.changes == ()
    assert [(r.code, r.params["text"]) for r in proposal.rows[0].remarks] == [
        ("workbook.changed_since", "Hilft allen.")
    ]


def test_an_emptied_cell_of_an_export_empties_and_is_told_before() -> None:
    network = Network([AMT])
    proposal = taken_in(network, altered(written(network), "actor", phones=""), base=network)
    assert proposal.changes[0].after == {"phones": None}
    assert [r.code for r in proposal.rows[0].remarks] == ["workbook.emptied"]


def test_a_row_with_a_key_of_ours_only_adds_where_nothing_proves_what_its_file_was_made_of() -> None:
    filled = folder(actor="Schlüssel,Name,Kurzname,Telefon,Gehört zu\namt,Amt 2,A,030 23125 999,\n")
    proposal = taken_in(Network([AMT]), filled)
    (change,) = proposal.changes
    assert (change.before, change.after) == ({"short_name": None}, {"short_name": "A"})
    assert [dict(each.said) for each in proposal.rows[0].differs] == [{"name": "Amt 2"}]
    assert codes(proposal.rows[0]) == [("Name", "workbook.stands_otherwise"), ("Telefon", "workbook.stands_otherwise")]
    chosen = taken_in(Network([AMT]), filled, choices={"amt": {"name": "drop"}})
    assert (chosen.changes[0].after or {})["name"] == "Amt 2"


def test_nothing_personal_comes_from_a_file_that_nothing_proves() -> None:
    text = "Schlüssel,Name der Person,Mobil,Rechtsgrundlage\nk,Erika Muster,0171 3920012,\n"
    contact = entry("contact", "k", actor="amt", function="Leitung", person="Max Muster")
    proposal = taken_in(Network([AMT, contact]), folder(contact=text))
    assert proposal.changes == ()
    assert {code for _, code in codes(proposal.rows[0])} == {"workbook.person_unproven"}


def test_what_was_deleted_or_merged_is_not_created_again() -> None:
    filled = written(Network([AMT, RAT]))
    proposal = propose(Network([AMT]), filled, file="x", today=TODAY, new_id=ids(), past=Past(gone=frozenset({"rat"})))
    assert proposal.changes == ()
    assert [(r.entry, r.outcome, r.remarks[-1].code) for r in proposal.rows if r.remarks] == [
        ("rat", "rejected", "workbook.gone")
    ]


def test_a_list_of_links_loses_nobody_its_reader_never_saw() -> None:
    members = [entry("actor", id, name=id) for id in ("a", "b")]
    hidden = entry("actor", "h", name="h", audience="coordination")
    whole = Network([*members, hidden, entry("group", "g", name="AG", members=["a", "h"])])
    seen = whole.seen_by(Audience.NETWORK)
    proposal = taken_in(whole, altered(written(seen), "group", members="b"), base=seen)
    assert [change.after for change in proposal.changes] == [{"members": ["h", "b"]}]


def test_a_key_that_the_file_claims_as_its_own_gets_no_wider_audience_and_no_private_number() -> None:
    filled = folder(
        contact="Schlüssel,Funktion,Akteur\nneu1,Leitung,amt\n",
        actor="Schlüssel,Name,Telefon\nneu2,Bund,0171 3920012\n",
    )
    claimed = replace(filled, origin=Origin(made="export", audience="coordination", ids=frozenset({"neu1", "neu2"})))
    made = {change.id: change.after or {} for change in taken_in(Network([AMT]), claimed).changes}
    assert made["neu1"]["audience"] == "coordination"
    assert "phones" not in made["neu2"]


def test_what_is_told_of_persons_is_what_will_be_stored() -> None:
    head = "Schlüssel,Funktion,Akteur,Name der Person,Rechtsgrundlage,Quelle,Zu prüfen bis,Sichtbarkeit\n"
    basis = next(iter(CODE_LISTS["bases"]))
    rows = [f"{n},F,amt,Max Muster,{basis},Liste,2027-01-01,{seen}\n" for n, seen in enumerate(("", "öffentlich"))]
    proposal = taken_in(Network([AMT]), folder(contact=head + "".join(rows)))
    assert (proposal.persons, proposal.persons_seen) == (1, 1)


def test_what_was_deleted_since_the_export_stays_deleted() -> None:
    then = Network([AMT, RAT])
    filled = altered(written(then), "service", name="Rat und Tat")
    proposal = taken_in(Network(), filled, base=then)
    assert proposal.changes == ()
    assert {r.outcome for r in proposal.rows} == {"unchanged", "rejected"}


def test_what_was_erased_since_the_export_does_not_come_back() -> None:
    then = Network([AMT])
    filled, now = written(then), edited(then, "amt", phones=None)
    proposal = taken_in(now, filled, base=now, erased={("amt", "phones")})
    assert (proposal.changes, [r.code for r in proposal.rows[0].remarks]) == ((), ["workbook.erased_since"])


def test_a_cut_export_empties_nothing_that_its_reader_did_not_see() -> None:
    whole = Network(
        [
            entry("actor", "a", name="Amt", note="intern", extra={"x": "y"}),
            entry("place", "p", protected=True, street="Weg", postcode="06712"),
        ]
    )
    filled = written(whole.seen_by(Audience.PUBLIC))
    assert taken_in(whole, filled).changes == ()
    assert taken_in(whole, filled, base=whole.seen_by(Audience.PUBLIC)).changes == ()


def test_faults_name_sheet_row_and_column_and_the_rest_of_the_row_is_taken() -> None:
    filled = folder(
        actor="Schlüssel,Name,Sektor,Gehört zu\na,Amt,Verwaltun,fehlt\n,,Verwaltung,\n",
        service="Schlüssel,Angebot,Anbieter\ns,Rat,niemand\n",
    )
    proposal = taken_in(Network(), filled)
    assert codes(row(proposal, "actor")) == [("Sektor", "value.unknown_code"), ("Gehört zu", "value.no_entry_called")]
    assert row(proposal, "actor").outcome == "new"
    assert (row(proposal, "actor", 3).outcome, codes(row(proposal, "actor", 3))) == (
        "rejected", [("Name", "value.required")],
    )  # fmt: skip
    assert codes(row(proposal, "service")) == [("Anbieter", "value.no_entry_called")]
    assert row(proposal, "service").outcome == "rejected"


def test_a_name_that_two_entries_bear_is_no_link() -> None:
    network = Network([AMT, entry("actor", "amt2", name="Amt")])
    proposal = taken_in(network, folder(service="Schlüssel,Angebot,Anbieter\ns,Rat,Amt\n"))
    assert codes(row(proposal, "service")) == [("Anbieter", "workbook.which_entry")]


def test_a_second_entry_of_a_name_leaves_stored_links_of_that_name_alone() -> None:
    network = Network([AMT, RAT])
    proposal = taken_in(
        network, folder(actor="Schlüssel,Name\namt,Amt\nx,Amt\n", service="Schlüssel,Anbieter\nrat,Amt\n")
    )
    assert (row(proposal, "service").outcome, codes(row(proposal, "service"))) == ("unchanged", [])


def test_a_row_struck_out_is_left_out_unless_told_otherwise() -> None:
    filled = folder(actor="Schlüssel,Name\na,Amt\n")
    sheet = filled.sheets[0]
    out = Row(number=2, cells=sheet.rows[0].cells, struck=True)
    filled = Filled(origin=filled.origin, sheets=(type(sheet)(**{**_parts(sheet), "rows": (out,)}),))
    assert codes(row(taken_in(Network(), filled), "actor")) == [("", "import.struck")]
    assert row(taken_in(Network(), filled, struck=True), "actor").outcome == "new"


def test_a_key_counts_once_in_a_sheet() -> None:
    proposal = taken_in(Network(), folder(actor="Schlüssel,Name\na,Amt\na,Verein\n"))
    assert codes(row(proposal, "actor", 3)) == [("Schlüssel", "workbook.key_twice")]


def test_nothing_becomes_a_part_of_itself() -> None:
    proposal = taken_in(Network(), folder(actor="Schlüssel,Name,Gehört zu\na,Amt,b\nb,Teil,a\n"))
    assert ("Gehört zu", "check.beneath_itself") in codes(row(proposal, "actor"))


def test_a_column_that_nobody_knows_goes_to_the_other_details() -> None:
    network = Network().apply(taken_in(Network(), folder(actor="Schlüssel,Name,Zimmer\na,Amt,12\n")).changes)
    assert next(iter(network.of_kind("actor").values())).fields["extra"] == {"Zimmer": "12"}


def test_numbers_that_belong_to_a_person_do_not_become_public() -> None:
    filled = folder(actor="Schlüssel,Name,Telefon,E-Mail\na,Verein,0171 3920012; 030 23125 123,x@gmx.de\n")
    proposal = taken_in(Network(), filled)
    made = proposal.changes[-1].after or {}
    assert (made["phones"], made.get("mails")) == (["+493023125123"], None)
    assert codes(row(proposal, "actor")) == [("Telefon", "workbook.no_basis"), ("E-Mail", "workbook.no_basis")]


def test_a_new_contact_is_for_coordination_only_unless_the_row_says_else() -> None:
    text = "Schlüssel,Funktion,Akteur,Sichtbarkeit\n1,Leitung,amt,\n2,Zentrale,amt,öffentlich\n"
    made = [c.after or {} for c in taken_in(Network([AMT]), folder(contact=text)).changes if c.kind == "contact"]
    assert [each["audience"] for each in made] == ["coordination", "public"]


def test_keys_become_ids_where_that_is_asked_for() -> None:
    proposal = taken_in(Network(), folder(actor="Schlüssel,Name\nmein-amt,Amt\n"), keep_keys=True)
    assert [c.id for c in proposal.changes] == ["mein-amt"]


@pytest.mark.parametrize(
    "outline", ["kein GeoJSON", '{"type":"Point","coordinates":[1,2]}', '{"type":"Polygon","coordinates":[["x"]]}']
)
def test_an_outline_that_is_no_area_is_refused(outline: str) -> None:
    quoted = outline.replace('"', '""')
    proposal = taken_in(Network(), folder(area=f'Schlüssel,Name,Umriss\na,Zeitz,"{quoted}"\n'))
    assert codes(row(proposal, "area")) == [("Umriss", "workbook.not_a_form")]


@pytest.mark.parametrize(
    ("field", "cell", "code", "outcome"),
    [
        ("phones", 'json:["0171 3920012"]', "value.not_exact", "rejected"),
        ("mails", 'json:["a@b.de; evil@x.de"]', "value.not_exact", "rejected"),
        ("confirmed_on", 'json:"2026-99-99"', "value.not_exact", "rejected"),
        ("hours", 'json:{"hours":"Mo 99:99","text":"x"}', "value.not_exact", "rejected"),
        ("parent", 'json:"rat"', "value.no_entry_called", "new"),
    ],
)
def test_an_exact_value_that_nobody_could_have_stored_refuses_its_row(
    field: str, cell: str, code: str, outcome: str
) -> None:
    heading, quoted = schema.kind("actor").field(field).label[0], cell.replace('"', '""')
    proposal = taken_in(Network([AMT, RAT]), folder(actor=f'Schlüssel,Name,{heading}\na,Verein,"{quoted}"\n'))
    found = row(proposal, "actor")
    assert (codes(found), found.outcome) == ([(heading, code)], outcome)
