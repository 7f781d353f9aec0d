"""What reading a list again does, and a list of another source."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.engines.embedded.store import EmbeddedStore
from graph.model.canonical import entries_hash
from graph.model.changes import EVERYTHING, Change, ChangeSet, OpId, Why
from graph.model.checks import check
from graph.model.clean import missing
from graph.model.fields import Type
from graph.model.schema import kind, references
from graph.network import Network
from graph.operations import undo
from importers.lists.mapping import Mapping, targets
from importers.lists.propose import propose
from tests.importers.worlds import (
    codes,
    edited,
    guessed,
    imported,
    named,
    only,
    outcomes,
    public_text,
    read,
    sheet,
    square,
    with_areas,
)  # fmt: skip

LIST = "ID;Stelle;Anschrift;Telefon;Sprachen;Angebot;Bemerkung intern\n" + "\n".join(
    (
        "a;Amt Zeitz;Markt 1, 06712 Zeitz;03441 123456;Deutsch;Auskunft;x",
        "b;Tafel Zeitz e.V.;Weg 2, 06712 Zeitz;03441 123457, 03441 123458;Deutsch, Arabisch;Essen;y",
        "c;Tafel Zeitz e.V.;Weg 2, 06712 Zeitz;03441 123459;Ukrainisch;Kleider;z",
    )
)
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def again(network: Network, text: str = LIST, **more: Any) -> Any:
    """The proposal of the list as the same source again."""
    source = next(iter(network.of_kind("source")))
    return read(network, sheet(text), source=source, prefix="m", **more)


def test_the_same_list_again_changes_nothing() -> None:
    done = again(imported(LIST))
    assert (set(outcomes(done)), done.changes, done.missing) == ({"unchanged"}, (), 0)


def test_the_order_of_rows_says_nothing() -> None:
    head, *rows = LIST.split("\n")
    done = again(imported(LIST), "\n".join([head, *reversed(rows)]))
    assert (set(outcomes(done)), done.changes) == ({"unchanged"}, ())


def test_a_changed_cell_changes_one_field() -> None:
    done = again(imported(LIST), LIST.replace("03441 123456", "03441 999999"))
    (change,) = done.changes
    assert set(change.after or ()) == {"phones", "origin"}
    assert outcomes(done) == ["changed", "unchanged", "unchanged"]


def test_a_corrected_address_corrects_the_place() -> None:
    done = again(imported(LIST), LIST.replace("Markt 1,", "Markt 3,"))
    (change,) = done.changes
    assert (change.kind, change.after["house_number"]) == ("place", "3")  # type: ignore[index]
    assert outcomes(done)[0] == "changed"


def test_what_was_edited_by_hand_stays_when_the_list_says_the_same() -> None:
    network = imported(LIST)
    place = named(network, "actor", "Amt Zeitz").fields["places"][0]
    network = edited(network, named(network, "actor", "Amt Zeitz").id, phones=["+493441777777"])
    network = edited(network, place, street="Marktplatz")
    done = again(network)
    assert (set(outcomes(done)), done.changes) == ({"unchanged"}, ())


def test_what_both_changed_is_kept_and_told_once() -> None:
    network = imported(LIST)
    network = edited(network, named(network, "actor", "Amt Zeitz").id, phones=["+493441777777"])
    changed = LIST.replace("03441 123456", "03441 999999")
    done = again(network, changed)
    assert "import.kept_by_hand" in codes(done)
    network = network.apply(done.changes)
    assert named(network, "actor", "Amt Zeitz").fields["phones"] == ["+493441777777"]
    assert again(network, changed).changes == ()


def test_what_was_taken_out_by_hand_stays_out() -> None:
    network = imported(LIST)
    network = edited(network, named(network, "actor", "Amt Zeitz").id, phones=None)
    assert again(network).changes == ()


def test_a_missing_row_is_told_and_deletes_nothing() -> None:
    network = imported(LIST)
    done = again(network, "\n".join(LIST.split("\n")[:1] + LIST.split("\n")[2:]))
    assert (done.missing, done.changes) == (1, ())
    assert done.gone == (named(network, "actor", "Amt Zeitz").id,)


def test_a_deleted_entry_comes_back_only_as_new_and_told() -> None:
    network = imported(LIST)
    actor = named(network, "actor", "Amt Zeitz")
    service = network.linking(actor.id, "service", "provider")[0]
    gone = [Change(kind=e.kind, id=e.id, before=e.fields, after=None) for e in (service, actor)]
    done = again(network.apply(gone))
    assert outcomes(done)[0] == "new"
    assert "import.not_seen_before" in {m.code for m in done.rows[0].remarks}
    left_out = again(network.apply(gone), same={"a": ""})
    assert (outcomes(left_out)[0], left_out.changes) == ("rejected", ())


def test_a_new_column_adds_its_values() -> None:
    wider = "\n".join(
        f"{line};{more}" for line, more in zip(LIST.split("\n"), ("Internet", "a.example.org", "", ""), strict=True)
    )
    done = again(imported(LIST), wider)
    (change,) = done.changes
    assert set(change.after or ()) == {"websites", "origin"}


def test_fewer_columns_take_nothing_away() -> None:
    network = imported(LIST)
    fewer = "\n".join(";".join(line.split(";")[:3]) for line in LIST.split("\n"))
    done = again(network, fewer)
    assert done.changes == ()


def test_another_key_for_the_same_actor_finds_it() -> None:
    done = again(imported(LIST), LIST.replace("\na;", "\nq;"))
    assert outcomes(done)[0] == "unchanged"
    assert done.missing == 0


def test_a_list_numbered_anew_renames_nobody() -> None:
    network = imported(LIST)
    given = sheet(LIST.replace("\na;", "\nq;").replace("\nb;", "\na;").replace("\nq;", "\nb;"))
    mapping = replace(guessed(given), source=next(iter(network.of_kind("source"))), key=(0,))
    after = network.apply(read(network, given, mapping, "m").changes)
    assert {a.fields["name"] for a in after.of_kind("actor").values()} == {"Amt Zeitz", "Tafel Zeitz e.V."}
    assert {i: a.fields["name"] for i, a in after.of_kind("actor").items()} == {
        i: a.fields["name"] for i, a in network.of_kind("actor").items()
    }


def test_two_rows_with_one_key_stay_two() -> None:
    text = LIST.replace("\nb;", "\na;")
    given = sheet(text)
    mapping = replace(guessed(given), key=(0,))
    network = Network().apply(read(Network(), given, mapping).changes)
    assert len(network.of_kind("actor")) == 2
    source = next(iter(network.of_kind("source")))
    assert read(network, given, replace(mapping, source=source), "m").changes == ()


def test_hours_that_became_readable_replace_their_wording() -> None:
    network = imported("Stelle;Öffnungszeiten;Ort\nAmt;wenn jemand da ist;Zeitz")
    assert "hours_text" in only(network, "actor")
    network = network.apply(again(network, "Stelle;Öffnungszeiten;Ort\nAmt;Mo 8-12 Uhr;Zeitz").changes)
    actor = only(network, "actor")
    assert actor["hours"] == "Mo 08:00-12:00"
    assert "hours_text" not in actor


# Another source


OTHER = "Einrichtung;Anschrift;Telefon;E-Mail\nAmt Zeitz;Markt 1, 06712 Zeitz;03441 555555;amt@zeitz.example.org"


def test_an_actor_of_another_list_is_asked_about() -> None:
    network = imported(LIST)
    done = read(network, sheet(OTHER), prefix="m")
    assert outcomes(done) == ["duplicate"]
    assert done.rows[0].like == named(network, "actor", "Amt Zeitz").id
    assert done.changes == ()


def test_the_same_actor_keeps_both_origins_and_gains_what_is_missing() -> None:
    network = imported(LIST)
    actor = named(network, "actor", "Amt Zeitz")
    done = read(network, sheet(OTHER), prefix="m", same={"amt zeitz": actor.id})
    after = network.apply(done.changes)
    found = after.entry(actor.id).fields
    assert found["phones"] == ["+493441123456", "+493441555555"]
    assert found["mails"] == ["amt@zeitz.example.org"]
    assert len(found["origin"]) == 2 and found["places"] == actor.fields["places"]
    assert again(after).changes == ()
    second = next(i for i in after.of_kind("source") if i.startswith("m"))
    assert read(after, sheet(OTHER), prefix="x", source=second).changes == ()


def test_a_different_value_of_another_list_is_told_and_not_taken() -> None:
    network = imported("Stelle;Beschreibung;Ort\nAmt;Wir helfen.;Zeitz")
    actor = next(iter(network.of_kind("actor")))
    done = read(network, sheet("Stelle;Beschreibung;Ort\nAmt;Alles neu.;Zeitz"), prefix="m", same={"amt": actor})
    assert "import.kept_stored" in codes(done)
    assert network.apply(done.changes).entry(actor).fields["about"] == "Wir helfen."


def test_a_separate_actor_is_made_and_a_left_out_row_is_not() -> None:
    network = imported(LIST)
    assert outcomes(read(network, sheet(OTHER), prefix="m", same={"amt zeitz": "new"})) == ["new"]
    assert outcomes(read(network, sheet(OTHER), prefix="m", same={"amt zeitz": ""})) == ["rejected"]
    assert outcomes(read(network, sheet(OTHER), prefix="m", same={"amt zeitz": "gone"})) == ["duplicate"]


# Persons


PERSONAL = (
    "Stelle;Angebot;Ansprechpartner;Telefon;E-Mail;Öffnungszeiten;Ort der Veranstaltung;Beschreibung;Intern;Zielgruppe"
    "\nTreff Zeitz;Kurs bei Frau Petrenko;Oksana Petrenko;03441 123456, 0171 3920012;"
    "oksana.petrenko@treff.example.org, treff@gmx.de;Mo 8-12, sonst Herr Yilmaz 0171 3920013;bei Familie Petrenko;"
    "Anmeldung: Oksana Petrenko;Handy Chefin 0171 3920014;xyz 0171 3920015"
)


def test_without_a_basis_persons_stay_out_and_are_counted() -> None:
    done = read(Network(), sheet(PERSONAL))
    network = Network().apply(done.changes)
    assert done.persons == 0 and done.persons_left_out == 1
    whole = str([e.fields for e in network.entries()])
    for secret in ("Petrenko", "Yilmaz", "39200", "gmx", "petrenko"):
        assert secret not in whole, secret


def test_with_a_basis_persons_start_at_coordination_and_nothing_of_them_is_public() -> None:
    done = read(Network(), sheet(PERSONAL), basis="consent")
    network = Network().apply(done.changes)
    assert done.persons == 1
    contact = only(network, "contact")
    assert contact["mobiles"] == ["+491713920012"]
    assert contact["audience"] == "coordination" and contact["review_by"] == "2027-11-23"
    public = public_text(network)
    for secret in ("Petrenko", "Yilmaz", "39200", "gmx", "petrenko"):
        assert secret not in public, secret
    for entry in network.entries():
        if entry.kind != "contact":
            assert "Petrenko" not in str(entry.fields).replace("'source'", "")


def test_persons_read_again_on_another_day_change_nothing() -> None:
    network = imported(PERSONAL, basis="consent")
    source = next(iter(network.of_kind("source")))
    given = sheet(PERSONAL)
    mapping = guessed(given, basis="consent", source=source, received_on="2027-01-01")
    later = propose(network, given, mapping, file="l", today=NOW.date().replace(year=2027), new_id=lambda: "x")
    assert later.changes == ()


def test_an_erased_person_does_not_come_back() -> None:
    network = imported(PERSONAL, basis="consent")
    contact = next(iter(network.of_kind("contact")))
    network = edited(network, contact, person=None, mobiles=None, mails=None, extra=None)
    after = network.apply(again(network, PERSONAL, basis="consent").changes)
    assert len(after.of_kind("contact")) == 1
    assert "person" not in after.entry(contact).fields
    assert "mobiles" not in after.entry(contact).fields


def test_no_name_stands_in_an_origin() -> None:
    network = imported(PERSONAL, basis="consent")
    assert all("etrenko" not in str(e.fields.get("origin")) for e in network.entries())


# Areas


def test_a_column_of_areas_says_where_an_actor_is_and_what_a_service_serves() -> None:
    areas = with_areas(("k", {"name": "Musterkreis", "level": "county"}), ("z", {"name": "Zeitz", "parent": "k"}))
    network = imported(
        "Stelle;Angebot;Gemeinde;Einzugsgebiet\nAmt;Rat;Zeitz;kreisweit\nHort;Spiel;Nirgendwo;Zeitz", areas
    )
    assert named(network, "actor", "Amt").fields["areas"] == ["z"]
    assert named(network, "service", "Rat").fields["areas"] == ["k"]
    assert named(network, "actor", "Hort").fields["extra"] == {"Gemeinde": "Nirgendwo"}


def test_outlines_known_later_place_what_is_stored() -> None:
    text = "name;lat;lon\nKreis A;51.5;11.5\nKreis B;40.5;11.5"
    network = imported(text)
    made = with_areas(("z", {"name": "Zeitz", "ars": "150840001001", "outline": square(11, 51)}))
    done = again(Network([*network.entries(), *made.entries()]), text)
    assert "import.outside_area" in codes(done)
    (change,) = done.changes
    assert change.after["area"] == "z"  # type: ignore[index]


def test_an_area_decided_by_a_person_stays_at_the_next_reading() -> None:
    text = "Stelle;Anschrift\nTreff;Gemeindehaus St. Johannes"
    network = imported(text, with_areas(("z", {"name": "Zeitz"})), places={"Gemeindehaus St. Johannes": "z"})
    assert only(network, "place")["area"] == "z"
    assert again(network, text).changes == ()


# The store


@pytest.mark.parametrize("text", [LIST, PERSONAL, OTHER])
def test_every_proposal_is_stored_and_undone_to_the_exact_hash(tmp_path: Path, text: str) -> None:
    store = EmbeddedStore(tmp_path / "s.db")
    store.commit(_set("1", read(Network(), sheet(LIST)).changes))
    revision, entries = store.load(EVERYTHING)
    network = Network(entries, revision=revision)
    before = entries_hash(network.entries())
    decided = {"amt zeitz": named(network, "actor", "Amt Zeitz").id}
    changed = text.replace("03441 123456", "03441 999999").replace("Markt 1", "Markt 7")
    source = next(iter(network.of_kind("source"))) if text is LIST else ""
    done = read(network, sheet(changed), basis="consent", same=decided, prefix="m", source=source)
    made = store.commit(_set("2", done.changes))
    after = network.apply(done.changes, made)
    assert entries_hash(store.load(EVERYTHING)[1]) == entries_hash(after.entries())
    (applied,) = store.history(None, None, 1)
    plan = undo.plan(after, applied)
    store.commit(undo.changeset(plan, applied, OpId("3"), "u", NOW))
    assert entries_hash(store.load(EVERYTHING)[1]) == before
    store.close()


def _set(op: str, changes: tuple[Change, ...]) -> ChangeSet:
    return ChangeSet(op=OpId(op), who="u", at=NOW, why=Why(code="why.import"), source="import:1", changes=changes)


CELLS = st.one_of(
    st.sampled_from(
        (
            "|Amt|Frau Müller|0171 3920012|03441 83-0|a@gmx.de|Mo 8-12|Markt 1, 06712 Zeitz|48,1|x|ja|Zeitz|Deutsch|"
            "http://a.example.org|3.11.2026|Familien|'=1+1|0|\n|Zeitz und Naumburg"
        ).split("|")
    ),
    st.text(max_size=30),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_table_makes_an_error_or_an_invalid_entry(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 6))
    meant = data.draw(st.lists(st.sampled_from(["", *targets()]), min_size=width, max_size=width))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4))
    text = sheet("a")
    from importers.files.table import Row

    given_sheet = replace(
        text,
        headings=tuple(f"h{n}" for n in range(width)),
        rows=tuple(Row(number=n, cells=tuple(r)) for n, r in enumerate(rows, 2)),
    )
    mapping = Mapping(
        targets=tuple(meant), key=(0,), source_name="L", basis=data.draw(st.sampled_from(["", "consent"]))
    )
    areas = with_areas(("z", {"name": "Zeitz", "ags": "15084590", "localities": ["06712 Zeitz"]}))
    network = areas.apply(read(areas, given_sheet, mapping).changes)
    for entry in network.entries():
        assert missing(entry.kind, entry.fields) == []
        assert check(entry.kind, entry.fields) == []
        assert all(target in network for _, target in references(entry.kind, entry.fields))
        for name, value in entry.fields.items():
            each = kind(entry.kind).field(name)
            if each.type in (Type.CODE, Type.CODES):
                assert set([value] if isinstance(value, str) else value) <= set(each.options)
    for source in network.of_kind("source"):
        assert read(network, given_sheet, replace(mapping, source=source), "m").changes == ()
