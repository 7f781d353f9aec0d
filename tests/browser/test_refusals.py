"""Pages that say no are as sound as the others, and say it in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.browsing import Windows
from tests.browser.house import House
from tests.browser.soundness import faults_now
from webapp.access import Role
from webapp.texts import LANGUAGES


@pytest.mark.parametrize(("path", "role", "status"), [
    ("/nowhere", Role.ANYONE, 404),
    ("/actor/nobody", Role.ANYONE, 404),
    ("/history?at=99999", Role.ADMINISTRATOR, 404),
    ("/entries", Role.PARTNER, 403),
    ("/jobs/nothing", Role.ADMINISTRATOR, 404),
    ("/invitation/void", Role.ANYONE, 400),
])  # fmt: skip
def test_what_is_not_there_or_not_allowed(path: str, role: Role, status: int, house: House, windows: Windows) -> None:
    windows.expected = {status}
    page = house.enter(windows.open(), role)
    for lang in LANGUAGES:
        answer = page.goto(f"{house.url}/{lang}{path}")
        assert answer and answer.status == status
        assert faults_now(page, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_that_is_refused(lang: str, house: House, windows: Windows) -> None:
    windows.expected = {422}
    page = house.enter(windows.open(f"{house.url}/{lang}/sign-in"), Role.ANYONE)
    page.locator("#f-mail").fill("nobody@example.org")
    page.locator("main form button").click()
    page.locator(".kp-summary").wait_for()
    wrong = faults_now(page, lang)
    house.enter(page).goto(f"{house.url}/{lang}/entry/hand-actor/edit")
    page.locator("#f-name").fill("")
    page.locator("#f-phones").fill("keine Nummer")
    _save(page)
    page.locator(".kp-summary").wait_for()
    assert wrong + faults_now(page, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_that_was_overtaken(lang: str, house: House, windows: Windows) -> None:
    windows.expected = {409}
    id = f"overtaken-{lang}"
    house.place.put("actor", id, name="Teestube", about="Tee.")
    mine, theirs = (house.enter(windows.open()) for _ in range(2))
    for page in (mine, theirs):
        page.goto(f"{house.url}/{lang}/entry/{id}/edit")
    for page, name in ((theirs, "Kaffeestube"), (mine, "Kakaostube")):
        page.locator("#f-name").fill(name)
        _save(page)
    mine.locator(".kp-versions").wait_for()
    wrong = faults_now(mine, lang)
    mine.goto(f"{house.url}/{lang}/entry/{id}/edit")
    theirs.goto(f"{house.url}/{lang}/entry/{id}/delete")
    theirs.locator("main form button").click()
    mine.locator("#f-name").fill("Saftstube")
    _save(mine)
    mine.locator("a[href$='/undo']").wait_for()
    assert wrong + faults_now(mine, lang) == []


def _save(page: Page) -> None:
    page.locator(".kp-save button").first.click()
