"""A new installation, from the first page on: the demo, or an own network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import Windows
from tests.browser.house import PASSWORD
from tests.browser.serving import serving
from tests.browser.soundness import four

_CODE = re.compile(r"(?:Einmal-Code|One-time code): (\S+)")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_demo_is_there_after_a_moment_and_takes_no_lists(
    data: Path, windows: Windows, lang: str, script: bool
) -> None:
    windows.expected = {403}
    with serving(data, lang=lang) as server:
        page = windows.open(server.url, script=script, locale=lang)
        assert page.url == f"{server.url}/{lang}/"
        page.locator("main form button").first.click()
        expect(page.locator("main .kp-tiles, main .kp-tile").first).to_be_visible(timeout=30_000)
        expect(page.locator(".kp-notice--info")).to_be_visible()
        page.goto(f"{server.url}/{lang}/search?q=Schulden")
        expect(page.locator("main article").first).to_be_visible()
        page.goto(f"{server.url}/{lang}/import")
        assert page.locator("input[type=file]").count() == 0


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_own_network_begins_with_the_printed_code(data: Path, windows: Windows, lang: str) -> None:
    with serving(data, lang=lang) as server:
        page = windows.open(server.url, locale=lang)
        page.locator("main form button").nth(1).click()
        expect(page.locator("#f-code")).to_be_visible(timeout=30_000)
        page.locator("#f-code").fill(server.wait_for(_CODE))
        page.locator("#f-mail").fill("anna@example.org")
        page.locator("#f-name").fill("Anna Beispiel")
        page.locator("#f-password").fill(PASSWORD)
        page.locator("#f-repeat").fill(PASSWORD)
        page.locator("main form button").click()
        page.wait_for_url(f"{server.url}/{lang}/import")
        expect(page.locator("header")).to_contain_text("Anna Beispiel")
        page.goto(f"{server.url}/{lang}/")
        expect(page.locator("main .kp-empty a").first).to_be_visible()


def test_the_question_and_the_setup_are_sound(data: Path, windows: Windows) -> None:
    with serving(data) as server:
        panes = four(windows)
        wrong = panes.look(server.url, "/")
        panes.panes[0][2].locator("main form button").nth(1).click()
        expect(panes.panes[0][2].locator("#f-code")).to_be_visible(timeout=30_000)
        assert wrong + panes.look(server.url, "/setup") == []
