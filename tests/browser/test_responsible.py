"""Asking who is responsible, entering an absence, printing a first day's sheet: in the browser, also without script."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.browsing import Windows
from tests.browser.house import House
from webapp.access import Role


@pytest.fixture
def office(house: House) -> str:
    """An office of the test's own that shares surnames out, with enough of everything to fill a sheet."""
    id = "sharing-office"
    if id not in house.network:
        house.place.put("actor", id, name="Wohngeldstelle Probe", phones=["+493023125121"], areas=[house.names["town"]])
        topics = ["topic-housing-benefit"]
        house.place.put("service", f"{id}-0", name="Wohngeld", provider=id, topics=topics, documents="Mietvertrag")
        for n, letters in enumerate(("A–G", "H–M", "N–Z")):
            desk = {"phones": [f"+49899999800{n}"], "phone_hours": "Mo-Su 00:00-24:00", "services": [f"{id}-0"]}
            house.place.put(
                "contact", f"{id}-{letters[0]}", function=f"Wohngeld {letters}", actor=id, letters=letters, **desk
            )
        for n in range(1, 10):
            house.place.put("service", f"{id}-{n}", name=f"Angebot {n}", provider=id, legal_basis="§ 1 WoGG",
                            documents="Ausweis, Mietvertrag, Einkommensnachweise der letzten drei Monate")  # fmt: skip
            house.place.put("contact", f"{id}-c{n}", function=f"Sachbearbeitung {n}", actor=id, services=[f"{id}-{n}"])
    return id


@pytest.mark.parametrize("script", [True, False])
def test_letter_and_topic_answer_with_a_number(house: House, windows: Windows, office: str, script: bool) -> None:
    page = windows.open(f"{house.url}/de/", script=script, width=360)
    page.get_by_role("link", name="Wer ist für welchen Nachnamen zuständig?").click()
    page.get_by_label("Nachname beginnt mit").fill("j")
    page.get_by_label("Thema").select_option("topic-housing-benefit")
    page.get_by_role("button", name="Antwort zeigen").click()
    expect(page.get_by_role("heading", name="Wohngeld H–M")).to_be_visible()
    expect(page.locator(".kp-answer").first.locator("a[href^='tel:']").first).to_have_attribute(
        "href", "tel:+498999998001"
    )
    assert re.search(r"name=j&topic=topic-housing-benefit", page.url)


def test_an_absence_is_two_presses_from_the_entry_and_shows_at_once(
    house: House, windows: Windows, office: str
) -> None:
    page = house.enter(windows.open(script=False), Role.COORDINATOR)
    page.goto(f"{house.url}/de/actor/{office}")
    page.get_by_role("link", name=re.compile("^Abwesend melden.*Wohngeld N–Z")).click()
    page.get_by_role("button", name=re.compile("^bis Ende der nächsten Woche")).click()
    expect(page.locator(".kp-person", has_text="Wohngeld N–Z")).to_contain_text("Heute vertritt niemand.")


def test_a_first_days_sheet_fits_on_two_pages_of_paper(house: House, windows: Windows, office: str) -> None:
    page = house.enter(windows.open(), Role.COORDINATOR)
    page.goto(f"{house.url}/de/actor/{office}/first-day")
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) <= 2
    assert "Wohngeld A–G" in _text(pages[0].extract_text()) and "Knotenpunkt" not in pages[0].extract_text()


def _text(raw: str) -> str:
    return re.sub(r"\s+", " ", raw)
