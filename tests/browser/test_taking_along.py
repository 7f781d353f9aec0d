"""A search goes along in files, a Merkzettel is collected in the browser, one sheet of paper holds it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.browsing import Windows
from tests.browser.house import House
from webapp.access import Role


def collected(page: Page) -> str:
    return page.locator('[data-slip="link"]').inner_text().replace("\n", " ")


def test_contacts_are_collected_in_the_browser_and_taken_off_again(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/search?q=Schulden")
    page.get_by_role("button", name="Auf den Merkzettel").first.click()
    expect(page.get_by_role("status")).to_have_text("Steht auf dem Merkzettel")
    page.goto(f"{house.url}/de/service/hand-service")
    page.get_by_role("button", name="Auf den Merkzettel").click()
    expect(page.get_by_role("button", name="Vom Merkzettel nehmen")).to_have_attribute("aria-pressed", "true")
    assert collected(page) == "Merkzettel (2)"
    page.get_by_role("link", name="Merkzettel (2)").click()
    assert page.locator(".kp-slip > li").count() == 2
    page.get_by_role("link", name=re.compile("^Vom Zettel nehmen")).first.click()
    page.goto(f"{house.url}/de/merkzettel")
    page.wait_for_url("**/merkzettel?e=hand-service")
    assert collected(page) == "Merkzettel (1)" and page.context.cookies() == []


def test_a_sixth_contact_is_refused_with_the_reason(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/search")
    buttons = page.locator('[data-slip="add"]')
    for number in range(6):
        buttons.nth(number).click()
    expect(buttons.nth(5)).to_contain_text("höchstens fünf")
    assert collected(page) == "Merkzettel (5)"


def test_results_found_while_typing_can_be_collected(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/search?q=Wohnung")
    page.get_by_role("button", name="Auf den Merkzettel").first.wait_for()
    page.get_by_role("searchbox").fill("Schulden")
    page.get_by_role("heading", level=2, name=re.compile("„Schulden“")).wait_for()
    page.get_by_role("button", name="Auf den Merkzettel").first.click()
    assert collected(page) == "Merkzettel (1)"


def test_a_slip_of_five_wordy_contacts_is_one_sheet(house: House, windows: Windows) -> None:
    put, town = house.place.put, house.names["town"]
    way = "Vom Bahnhof Bus 207 bis Haltestelle Rathaus, dann über den Hof, zweite Tür links, 3. Etage, Zimmer 317"
    bring = "Pass oder Passersatz, Aufenthaltstitel, Meldebescheinigung, letzter Bescheid, Geburtsurkunden der Kinder"
    put(
        "place",
        "wordy-place",
        street="Geschwister-Scholl-Straße",
        house_number="128a",
        locality="Waiblingen",
        area=town,
        directions=way,
    )
    for number in range(5):
        put(
            "actor", f"wordy-{number}", name=f"Migrationsberatung im Kreisdiakonieverband {number}",
            phones=[f"+49715150112{number}"], phone_hours="Mo-We 09:00-11:00",
            hours="Mo-Fr 08:00-12:00; Th 14:00-18:00",
            places=["wordy-place"], languages=["de", "uk", "ar", "tr", "ru"], by_appointment=True,
        )  # fmt: skip
        put("service", f"wordy-service-{number}", name="Beratung", provider=f"wordy-{number}", documents=bring)
    for count in (1, 3, 5):
        ids = ",".join(f"wordy-{number}" for number in range(count))
        page = windows.open(f"{house.url}/de/merkzettel?e={ids}")
        assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1


def test_the_files_of_a_search_are_fetched_from_its_menu(house: House, windows: Windows) -> None:
    page = house.enter(windows.open(), Role.COORDINATOR)
    for name, ending in (("Telefonbuch", "pdf"), ("Arbeitsmappe", "xlsx"), ("Adressbuch", "vcf")):
        page.goto(f"{house.url}/de/search?area={house.names['town']}")
        page.get_by_text("Mitnehmen").click()
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile(f"^{name} ")).click()
        assert re.fullmatch(rf"{name} Rems-Murr-Kreis \d{{4}}-\d\d-\d\d\.{ending}", download.value.suggested_filename)


def test_the_offline_page_finds_without_network_and_lists_without_script(
    house: House, windows: Windows, tmp_path: Path
) -> None:
    page = windows.open(f"{house.url}/de/take")
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei holen").click()
    file = tmp_path / "offline.html"
    download.value.save_as(file)
    page.context.set_offline(True)
    page.goto(file.as_uri())
    total = page.locator("article").count()
    page.get_by_label("Suchwort").fill("schuld waiblingen")
    assert 0 < page.locator("article:visible").count() < total
    expect(page.get_by_role("status")).to_contain_text(str(page.locator("article:visible").count()))
    page.get_by_label("Suchwort").fill("")
    page.get_by_label("Wofür").select_option("housing")
    assert 0 < page.locator("article:visible").count() < total
    bare = windows.open(file.as_uri(), script=False)
    assert bare.locator("article:visible").count() == total and not bare.locator("form").is_visible()
    windows.wrong[:] = [wrong for wrong in windows.wrong if "lies elsewhere" not in wrong]


def test_a_link_made_by_coordination_opens_without_account_until_it_is_withdrawn(
    house: House, windows: Windows
) -> None:
    windows.expected = {404}
    desk = house.enter(windows.open(script=False), Role.COORDINATOR)
    desk.goto(f"{house.url}/de/search?q=Schulden")
    desk.get_by_text("Mitnehmen").click()
    desk.get_by_role("link", name=re.compile("^Link auf Zeit")).click()
    desk.get_by_role("button", name="Link erstellen").click()
    link = desk.get_by_label("Link", exact=True).input_value()
    guest = windows.open(link)
    assert guest.get_by_role("heading", level=1).inner_text() == "Kontakte: „Schulden“"
    desk.get_by_role("link", name="Bestehende Links").click()
    desk.get_by_role("row", name=re.compile("„Schulden“")).get_by_role("button", name="Zurückziehen").click()
    guest.reload()
    assert "öffnet nichts" in guest.get_by_role("heading", level=1).inner_text()


def test_addresses_are_copied_with_one_key(house: House, windows: Windows) -> None:
    page = house.enter(windows.open(), Role.PARTNER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{house.url}/de/take/mails?separator=comma")
    page.get_by_role("button", name="Kopieren").first.click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Nachricht 1").input_value() and copied.count("@") == 50


OPENED = """() => {
  const wide = document.documentElement.scrollWidth;
  const within = document.querySelectorAll("details[open] :is(a, summary, button)");
  const out = [...within].filter(it => {
    const box = it.getBoundingClientRect();
    return box.width && (box.left < 0 || box.right > window.innerWidth);
  });
  return [wide, out.map(it => it.innerText)];
}"""


@pytest.mark.parametrize("role", [None, Role.COORDINATOR])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_whatever_opens_on_a_telephone_stays_within_its_window(
    house: House, windows: Windows, role: Role | None, lang: str
) -> None:
    page = windows.open(width=360)
    if role:
        house.enter(page, role)
    town = house.names["town"]
    for path in ("/search", f"/search?q=Schulden&area={town}", "/responsible?name=M&topic=money", "/survey/sheets"):
        if path == "/survey/sheets" and not role:
            continue
        page.goto(f"{house.url}/{lang}{path}")
        folds = page.locator("details:not([open]) > summary:visible")
        while folds.count():
            folds.first.click()
            assert page.evaluate(OPENED) == [360, []], path
        assert "search" not in path or page.locator(".kp-take[open] a").count() >= 5
