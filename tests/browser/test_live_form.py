"""Results while one types: as the server would have sent them, with address, title and way back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.browsing import Windows
from tests.browser.house import House


def at_search(house: House, windows: Windows) -> Page:
    page = windows.open(f"{house.url}/de/search")
    expect(page.locator("form[data-bound]")).to_be_visible()
    return page


def test_typing_changes_results_address_and_title(house: House, windows: Windows) -> None:
    page = at_search(house, windows)
    page.locator("#q").press_sequentially("Schulden")
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Schulden“")
    expect(page).to_have_url(re.compile(r"/de/search\?q=Schulden$"))
    expect(page).to_have_title(re.compile("^Kontakt finden: Schulden"))
    expect(page.locator("#status")).to_contain_text("„Schulden“")
    expect(page.locator("#q")).to_be_focused()


def test_a_reload_shows_the_same(house: House, windows: Windows) -> None:
    page = at_search(house, windows)
    page.locator("#q").press_sequentially("Schulden")
    expect(page).to_have_url(re.compile("q=Schulden$"))
    shown = page.locator("#ergebnisse").inner_text()
    page.reload()
    assert page.locator("#ergebnisse").inner_text() == shown


def test_the_way_back_shows_what_was_there_before(house: House, windows: Windows) -> None:
    page = at_search(house, windows)
    page.locator("#q").fill("Schulden")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("q=Schulden$"))
    page.locator("#q").fill("Wohnung")
    page.locator("#q").press("Enter")
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Wohnung“")
    page.go_back()
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Schulden“")
    expect(page.locator("#q")).to_have_value("Schulden")


def test_a_slow_first_answer_does_not_overwrite_the_second(house: House, windows: Windows) -> None:
    page = at_search(house, windows)
    held: list[Route] = []
    page.route(re.compile(r"/search\?q=Schul$"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"/search\?q=Schul$")):
        page.locator("#q").press_sequentially("Schul")
    page.locator("#q").press_sequentially("den")
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Schulden“")
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Schulden“")
    assert page.url.endswith("q=Schulden")


def test_what_fails_ends_in_an_ordinary_page(house: House, windows: Windows) -> None:
    page = at_search(house, windows)
    windows.expected = {500}
    answers = iter([lambda route: route.fulfill(status=500, body="kaputt")])
    page.route(re.compile(r"q=Kita$"), lambda route: next(answers, Route.continue_)(route))
    page.locator("#q").press_sequentially("Kita")
    page.wait_for_url(re.compile("q=Kita$"))
    expect(page.locator("#ergebnisse h2").first).to_contain_text("„Kita“")
