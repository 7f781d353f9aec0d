"""By clicks alone: from an empty network to an answer in the search, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.connect import open_store
from tests.browser.browsing import NARROW, WIDE, Windows
from tests.browser.house import PASSWORD
from tests.browser.serving import Server, serving
from webapp.access import Grant, Role
from webapp.accounts import accounts, grants
from webapp.accounts.passwords import STANDARD
from webapp.config import Config

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
LIST = "Name;Ort;Ansprechpartner;Telefon\nNähstube Probe;Backnang;Erika Muster;07191 4711\n;Waiblingen;;\n"
AGAIN = "Stelle;Telefon\nNähstube Probe;07191 4711\n"


@pytest.fixture
def empty(data: Path) -> Iterator[Server]:
    """A server over an own network with one coordinator and nothing else."""
    store = open_store(Config(data=data).url)
    account = accounts.new("anna", "anna@example.org", "Anna", STANDARD.hash(PASSWORD))
    grant = Grant(id="grant", account=account.id, role=Role.COORDINATOR)
    accounts.create(store, account, grants.record_of(grant))
    store.close()
    with serving(data, "--own") as server:
        yield server


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_county_is_read_in_found_and_taken_back(empty: Server, windows: Windows, script: bool) -> None:
    page = _signed_in(windows.open(script=script), empty)
    for n in range(3):
        page.goto(f"{empty.url}/de/import")
        page.locator(".kp-samples form button").nth(n).click()
        _accept(page, script)
    page.goto(f"{empty.url}/de/search?q=Schuldnerberatung")
    expect(page.locator("main")).to_contain_text("Schuldnerberatung")
    expect(page.locator("main article").first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.locator("main")).to_contain_text("Zurückgenommen")
    page.goto(f"{empty.url}/de/search?q=Schuldnerberatung")
    expect(page.locator("main article")).to_have_count(0)


def test_a_file_of_ones_own_goes_in_by_mouse_and_keyboard(empty: Server, windows: Windows, tmp_path: Path) -> None:
    path = tmp_path / "Probe.csv"
    path.write_text(LIST, "utf-8")
    page = _signed_in(windows.open(), empty)
    page.get_by_role("link", name="Listen einlesen").click()
    page.get_by_label(re.compile("^Datei")).set_input_files(path)
    page.get_by_role("button", name="Datei lesen").click()
    page.get_by_label("Rechtsgrundlage für Angaben zu Personen").select_option("published")
    page.get_by_role("button", name="Vorschau").last.press("Enter")
    expect(page.locator("main")).to_contain_text("Ein Kontakt mit Personenbezug")
    page.get_by_role("link", name="Nicht übernommen (1)").click()
    expect(page.locator("main")).to_contain_text("Ohne Namen")
    page.get_by_role("button", name="Übernehmen", exact=True).click()
    expect(page.locator("h1")).to_contain_text("ist eingelesen")


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_step_has_a_barrier(empty: Server, windows: Windows, tmp_path: Path, width: int, lang: str) -> None:
    page = _signed_in(windows.open(width=width), empty)
    wrong = []
    for content in (LIST, AGAIN):
        path = tmp_path / "Probe.csv"
        path.write_text(content, "utf-8")
        page.goto(f"{empty.url}/{lang}/import")
        wrong += _barriers(page)
        page.locator("input[type=file]").set_input_files(path)
        page.locator("form[enctype] button").click()
        wrong += _barriers(page)
        page.locator("form[action$='/columns'] .kern-btn--primary").last.click()
        wrong += _barriers(page)
        if content == LIST:
            page.locator("form[action$='/apply'] button").click()
            wrong += _barriers(page)
    assert wrong == []


def _signed_in(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/de/sign-in")
    page.get_by_label(re.compile("E-Mail")).fill("anna@example.org")
    page.get_by_label(re.compile("Passwort")).fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(f"{server.url}/de/")
    return page


def _accept(page: Page, script: bool) -> None:
    """Everything as proposed."""
    for step, button in (("columns", "Vorschau"), ("preview", "Übernehmen"), ("done", "")):
        _arrive(page, step, script)
        if button:
            page.get_by_role("button", name=button, exact=True).last.click()
    expect(page.locator("h1")).to_contain_text("ist eingelesen")


def _arrive(page: Page, step: str, script: bool) -> None:
    """To the page of a step. A busy machine shows first how far it is; without script one asks again by hand."""
    for _ in range(0 if script else 60):
        if page.url.endswith(step):
            break
        page.get_by_role("link", name="Neu laden").click()
        page.wait_for_timeout(500)
    page.wait_for_url(f"**/{step}", timeout=30_000)


def _barriers(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    told = [f"{page.url}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]
    return told + ([f"{page.url} is wider than the window"] if wide else [])


def test_a_file_dropped_on_the_page_is_read_at_once(empty: Server, windows: Windows) -> None:
    page = _signed_in(windows.open(), empty)
    page.goto(f"{empty.url}/de/import")
    expect(page.locator("[data-drop-hint]")).to_be_visible()
    page.evaluate(
        """text => {
            const dropped = new DataTransfer()
            dropped.items.add(new File([text], 'Probe.csv'))
            const options = { dataTransfer: dropped, bubbles: true, cancelable: true }
            document.querySelector('form[data-drop]').dispatchEvent(new DragEvent('drop', options))
        }""",
        LIST,
    )
    expect(page.locator("h1")).to_contain_text("Probe.csv")
