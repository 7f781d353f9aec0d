"""Everything a person does works without script, too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import Windows
from tests.browser.house import PASSWORD, House
from tests.browser.serving import begun
from webapp.access import Role

LIST = "Name;Ort;Telefon\nStrickstube ohne Skript;Backnang;07191 4711\n"


@pytest.fixture
def desk(house: House, windows: Windows) -> Page:
    """A coordinator's window without script."""
    return house.enter(windows.open(script=False), Role.COORDINATOR)


@pytest.fixture
def actor(house: House, request: pytest.FixtureRequest) -> str:
    """An actor of the test's own."""
    id = f"own-{request.node.name.replace('_', '-')}"
    house.place.put("actor", id, name="Teestube", sector="business")
    return id


def main(page: Page) -> str:
    return page.locator("main").inner_text()


def save(page: Page) -> None:
    page.locator(".kp-save").get_by_role("button", name="Speichern", exact=True).click()


def test_from_a_word_to_an_actor_and_back(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/", script=False)
    page.get_by_role("searchbox").fill("Schulden")
    page.get_by_role("searchbox").press("Enter")
    found = page.get_by_role("heading", level=2).first.inner_text()
    assert "„Schulden“" in found
    page.get_by_role("link", name=re.compile("^Schuldnerberatung Rems-Murr-Donau")).click()
    assert "07151" in main(page)
    page.go_back()
    assert page.get_by_role("heading", level=2).first.inner_text() == found


def test_filters_are_applied_by_a_button(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/search", script=False)
    page.locator(".kp-filters summary").click() if not page.get_by_label("Gebiet").is_visible() else None
    page.get_by_label("Gebiet").select_option(house.names["town"])
    page.get_by_label(re.compile("^Geld und Leistungen")).check()
    page.get_by_role("button", name="Anwenden").click()
    assert f"area={house.names['town']}" in page.url and "heading=money" in page.url
    chips = page.get_by_role("list", name="Gewählte Filter")
    expect(chips).to_contain_text("Waiblingen")
    chips.get_by_role("link", name=re.compile("Waiblingen")).click()
    assert "area=" not in page.url and "heading=money" in page.url


def test_signing_in_leads_on_to_where_one_wanted_to_go(house: House, windows: Windows) -> None:
    windows.expected = {422}
    page = windows.open(f"{house.url}/de/entries/actor", script=False)
    for password in ("falsch", PASSWORD):
        page.get_by_label("E-Mail-Adresse").fill("coordinator@example.org")
        page.get_by_label("Passwort").fill(password)
        page.locator("main").get_by_role("button", name="Anmelden").click()
    assert page.url == f"{house.url}/de/entries/actor"


def test_an_entry_is_refused_with_the_reason_and_then_saved(
    desk: Page, house: House, windows: Windows, actor: str
) -> None:
    windows.expected = {422}
    desk.goto(f"{house.url}/de/entry/{actor}/edit")
    desk.get_by_label(re.compile("^Telefon$")).fill("keine Nummer")
    save(desk)
    desk.get_by_role("alert").get_by_role("link").click()
    assert "#f-phones" in desk.url
    desk.get_by_label(re.compile("^Telefon$")).fill("07151 5011234")
    save(desk)
    assert desk.url == f"{house.url}/de/actor/{actor}"
    assert "Gespeichert." in main(desk) and "07151 5011234" in main(desk)


def test_two_versions_are_shown_and_one_is_chosen(desk: Page, house: House, windows: Windows, actor: str) -> None:
    windows.expected = {409}
    desk.goto(f"{house.url}/de/entry/{actor}/edit")
    other = house.enter(windows.open(script=False), Role.ADMINISTRATOR)
    other.goto(desk.url)
    for page, name in ((other, "Kaffeestube"), (desk, "Kakaostube")):
        page.get_by_label(re.compile("^Name")).fill(name)
        save(page)
    assert "Kaffeestube" in main(desk) and "Kakaostube" in main(desk)
    desk.get_by_label(re.compile("Meine Fassung")).check()
    desk.get_by_role("button", name="So speichern").click()
    assert desk.get_by_role("heading", level=1).inner_text() == "Kakaostube"


def test_what_was_deleted_comes_back_from_the_history(desk: Page, house: House, actor: str) -> None:
    desk.goto(f"{house.url}/de/entry/{actor}/delete")
    desk.get_by_role("button", name="Löschen").click()
    assert "ist gelöscht" in main(desk)
    desk.goto(f"{house.url}/de/history/{house.revision()}/undo")
    desk.get_by_role("button", name="Zurücknehmen").click()
    assert "ist zurückgenommen" in main(desk)
    desk.goto(f"{house.url}/de/actor/{actor}")
    assert desk.get_by_role("heading", level=1).inner_text() == "Teestube"


def test_a_list_goes_in_and_comes_out_again(desk: Page, house: House) -> None:
    desk.goto(f"{house.url}/de/import")
    upload = {"name": "Strick.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    desk.get_by_label(re.compile("^Datei")).set_input_files(upload)  # type: ignore[arg-type]
    desk.get_by_role("button", name="Datei lesen").click()
    desk.get_by_role("button", name="Vorschau").last.click()
    desk.get_by_role("button", name="Übernehmen", exact=True).click()
    assert "ist eingelesen" in desk.get_by_role("heading", level=1).inner_text()
    desk.get_by_role("button", name="Rückgängig").click()
    assert "Zurückgenommen" in main(desk)


def test_a_job_shows_how_far_it_is_and_can_be_asked_again(desk: Page, house: House) -> None:
    desk.goto(f"{house.url}/de/jobs/job-running")
    assert "40 von 118" in main(desk)
    desk.get_by_role("link", name="Neu laden").click()
    assert desk.get_by_role("progressbar").get_attribute("value") == "40"


def test_an_undo_from_the_command_line_is_seen_at_the_next_request(desk: Page, house: House, actor: str) -> None:
    desk.goto(f"{house.url}/de/entry/{actor}/edit")
    desk.get_by_label(re.compile("^Name")).fill("Suppenstube")
    save(desk)
    assert desk.get_by_role("heading", level=1).inner_text() == "Suppenstube"
    assert begun(house.server.data, "undo", str(house.revision())).wait(60) == 0
    desk.reload()
    assert desk.get_by_role("heading", level=1).inner_text() == "Teestube"
