"""Readers get no cookie; one that was copied before signing out opens nothing."""

from __future__ import annotations

import re

from tests.browser.addresses import STATUS, visits
from tests.browser.browsing import Windows
from tests.browser.house import PASSWORD, House
from webapp.access import Role


def test_no_page_gives_a_reader_a_cookie(house: House, windows: Windows) -> None:
    windows.expected = set(STATUS.values())
    page = windows.open()
    for address, role in visits():
        if role is Role.ANYONE:
            page.goto(f"{house.url}/en{address.format_map(house.names)}", wait_until="domcontentloaded")
            assert page.context.cookies() == [], address
    assert page.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_replayed_cookie_opens_nothing_after_signing_out(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/sign-in")
    page.get_by_label("E-Mail-Adresse").fill("administrator@example.org")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Anmelden").click()
    page.wait_for_url(f"{house.url}/de/")
    copied = page.context.cookies()
    assert [(c["httpOnly"], c["sameSite"]) for c in copied] == [(True, "Lax")]
    thief = windows.open()
    thief.context.add_cookies(copied)  # type: ignore[arg-type]
    thief.goto(f"{house.url}/de/accounts")
    assert thief.url == f"{house.url}/de/accounts"
    page.get_by_role("button", name="Abmelden").click()
    assert page.context.cookies() == []
    thief.goto(f"{house.url}/de/accounts")
    assert re.search(r"/de/sign-in\?to=", thief.url)
