"""Lists in, by the pages alone: file, columns, preview, decisions, result, undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from graph.operations.seed import seed
from tests.hostile.files import LISTS
from tests.webapp.conftest import Place
from tests.webapp.doing import working
from tests.webapp.importing import STEP_ONE, Importing
from webapp.access import Role
from webapp.imports import record, samples

LIST = "Name;Straße;PLZ;Ort;Telefon;Ansprechpartner\r\nCaritas;Hauptstr. 1;71522;Backnang;07191 1234;Erika Muster\r\n"


@pytest.fixture
def importing(place: Place) -> Iterator[Importing]:
    seed(place.services.store, place.now)
    with working(place.services):
        yield Importing(place=place, visitor=place.visitor(Role.COORDINATOR))


def test_a_small_file_is_on_the_page_of_its_columns_at_once(importing: Importing) -> None:
    page = importing.upload(LIST)
    assert "Spalten von „Liste.csv“" in page.text
    assert "Hauptstr. 1" in page.text
    assert importing.form(page, "/columns")[1]["target-0"] == ["actor.name"]


def test_one_click_leads_to_the_preview_and_another_to_entries(importing: Importing) -> None:
    done = importing.take_in(LIST)
    assert "„Liste.csv“ ist eingelesen" in done.text
    assert importing.names("actor") == {"Caritas"}


def test_nothing_is_written_before_the_preview_is_accepted(importing: Importing) -> None:
    before = importing.place.services.store.revision()
    importing.send(importing.upload(LIST), "/columns")
    assert importing.place.services.store.revision() == before


def test_one_click_takes_it_back(importing: Importing) -> None:
    page = importing.send(importing.take_in(LIST), "/undo")
    assert "Zurückgenommen" in page.text
    assert importing.names("actor") == set()


def test_persons_stay_out_until_their_legal_basis_is_named(importing: Importing) -> None:
    preview = importing.send(importing.upload(LIST), "/columns")
    assert "Angaben zu einer Person bleiben draußen" in preview.text
    named = importing.send(importing.upload(LIST), "/columns", basis="published")
    assert "Ein Kontakt mit Personenbezug; sichtbar nur für die Koordination." in named.text


def test_the_preview_names_row_field_and_reason(importing: Importing) -> None:
    preview = importing.send(importing.upload("Name;Ort\r\n;Backnang\r\nCaritas;Alfdorf\r\n"), "/columns")
    assert "Nicht übernommen (1)" in preview.text
    assert "Ohne Namen" in preview.text


def test_the_mapping_of_a_list_is_remembered_for_the_next_of_its_kind(importing: Importing) -> None:
    importing.take_in(LIST, source_name="Meine Liste", **{"target-4": "actor.note"})
    page = importing.upload(LIST.replace("Caritas", "Diakonie"), "neu.csv")
    assert "zugeordnet wie beim letzten Mal" in page.text
    assert importing.form(page, "/columns")[1]["target-4"] == ["actor.note"]
    assert importing.form(page, "/columns")[1]["source_name"] == ["Meine Liste"]


def test_the_same_list_again_changes_nothing(importing: Importing) -> None:
    importing.take_in(LIST)
    preview = importing.send(importing.upload(LIST), "/columns")
    assert "Es gibt nichts zu übernehmen" in preview.text
    assert "Unverändert (1)" in preview.text


@pytest.mark.parametrize(("answer", "names"), [("same", 1), ("new", 2), ("skip", 1)])
def test_a_likely_duplicate_is_decided_side_by_side(importing: Importing, answer: str, names: int) -> None:
    importing.take_in(LIST)
    other = importing.upload("Stelle;Telefon\r\nCaritas;07191 1234\r\n", "andere.csv")
    preview = importing.send(other, "/columns", source="", source_name="Andere")
    assert "dieselbe Stelle" in preview.text
    decided = importing.send(preview, "/decide", all=answer)
    if answer != "skip":
        importing.send(decided, "/apply")
    assert len(importing.place.services.live.refresh().of_kind("actor")) == names


def test_a_preview_is_made_anew_when_the_network_moved_on(importing: Importing) -> None:
    preview = importing.send(importing.upload(LIST), "/columns")
    importing.place.put("actor", "elsewhere", name="Caritas", phones=["+4971911234"])
    page = importing.send(preview, "/apply")
    assert "Das Netzwerk hat sich inzwischen geändert" in page.text
    assert importing.names("actor") == {"Caritas"}


def test_a_network_that_moved_on_elsewhere_does_not_matter(importing: Importing) -> None:
    preview = importing.send(importing.upload(LIST), "/columns")
    importing.place.put("actor", "elsewhere", name="Ganz andere Stelle")
    assert "ist eingelesen" in importing.send(preview, "/apply").text


def test_applying_twice_writes_once(importing: Importing) -> None:
    preview = importing.send(importing.upload(LIST), "/columns")
    importing.send(preview, "/apply")
    revision = importing.place.services.store.revision()
    assert "ist eingelesen" in importing.send(preview, "/apply").text
    assert importing.place.services.store.revision() == revision


def test_the_page_may_write_to_the_import_while_it_is_applied(
    importing: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = importing.send(importing.upload(LIST), "/columns")
    found, once = record.changed, iter([True])

    def overtaken(store: Any, id: str, now: Any, **fields: Any) -> Any:
        made = found(store, id, now, **fields)
        if "applied" in fields and next(once, False):
            store.commit(None, put=[found(store, id, now, job="another")])
        return made

    monkeypatch.setattr(record, "changed", overtaken)
    assert "ist eingelesen" in importing.send(preview, "/apply").text


def test_a_file_is_read_another_way_when_the_guess_was_wrong(importing: Importing) -> None:
    page = importing.upload("Titel;x\r\nName;Ort\r\nCaritas;Alfdorf\r\n")
    again = importing.send(page, "/read", header="2")
    assert importing.form(again, "/columns")[1]["target-1"] == ["place.locality"]


def test_the_upload_is_deleted_when_it_was_taken_in_or_discarded(importing: Importing) -> None:
    folder = importing.place.services.config.incoming
    page = importing.upload(LIST)
    assert len(list(folder.iterdir())) == 1
    importing.send(page, "/discard")
    importing.take_in(LIST)
    assert list(folder.iterdir()) == []


def test_a_list_without_a_name_column_is_sent_back_with_the_reason(importing: Importing) -> None:
    page = importing.send(importing.upload(LIST), "/columns", **{"target-0": ""})
    assert page.status_code == 422
    assert "Keine Spalte nennt eine Stelle oder ein Angebot" in page.text


@pytest.mark.parametrize("hostile", [h for h in LISTS if h.error][:5], ids=lambda hostile: hostile.name)
def test_a_hostile_file_ends_in_a_sentence_and_changes_nothing(importing: Importing, hostile: Any) -> None:
    before = importing.place.services.store.revision()
    page = importing.upload(hostile.make(), hostile.name)
    assert page.status_code in (413, 422)
    assert "Diese Datei kann nicht gelesen werden" in page.text
    assert hostile.name in unescape(page.text)
    assert importing.place.services.store.revision() == before


def test_a_form_without_a_file_asks_for_one(importing: Importing) -> None:
    page = importing.visitor.post(STEP_ONE)
    assert page.status_code == 422
    assert "Bitte wählen Sie eine Datei aus." in page.text


def test_shipped_data_go_in_by_clicks_alone(importing: Importing) -> None:
    for code in ("rems-murr-outlines", "rems-murr-localities", "rems-murr-list"):
        page = importing.visitor.post(f"/de/import/sample/{code}", follow_redirects=True)
        done = importing.send(importing.send(page, "/columns"), "/apply")
        assert "ist eingelesen" in done.text
    network = importing.place.services.live.refresh()
    assert "Rems-Murr-Kreis" in importing.names("area") and len(network.of_kind("area")) == 32
    assert len(network.of_kind("service")) > 100
    assert "Quellen der gezeigten Daten" in importing.visitor.get("/de/import").text


def test_every_sample_exists_and_says_where_it_is_from() -> None:
    for place in samples.PLACES:
        for sample in place.samples:
            assert sample.content() and sample.attribution and sample.licence


def test_the_demo_takes_nothing_in_and_says_so(place: Place) -> None:
    visitor = place.visitor(Role.COORDINATOR)
    services = replace(place.services, config=replace(place.services.config, mode="demo"))
    place.app.extensions["knotenpunkt"] = services
    assert "keine eigenen Listen" in visitor.get("/de/import").text
    assert visitor.post("/de/import").status_code == 403
