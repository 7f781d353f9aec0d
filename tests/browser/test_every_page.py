"""Every page that can be opened: what axe finds, heading and title, ids, width, console."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.addresses import ADDRESSES, FILES, STATUS, visits
from tests.browser.browsing import Windows
from tests.browser.house import House
from tests.browser.soundness import Panes, four
from tests.webapp.routes import ROUTES
from webapp.access import Role


@pytest.fixture(scope="module")
def panes(chromium: Browser, house: House) -> Iterator[dict[Role, Panes]]:
    """Four windows of who sees most, and four of who has no account. A job's page may be left while it asks on."""
    opened = {role: four(Windows(browser=chromium)) for role in (Role.ANYONE, Role.ADMINISTRATOR)}
    for role, each in opened.items():
        for _, _, page in each.panes:
            house.enter(page, role)
    yield opened
    for each in opened.values():
        each.windows.close()


def test_every_page_that_can_be_opened_is_looked_at() -> None:
    assert set(ADDRESSES) == {route for route in ROUTES if route.startswith("GET ")} - FILES


@pytest.mark.parametrize(("address", "role"), visits())
def test_a_page_is_sound(address: str, role: Role, house: House, panes: dict[Role, Panes]) -> None:
    path, windows = address.format_map(house.names), panes[role].windows
    windows.expected = {STATUS[path]} if path in STATUS else set()
    windows.wrong.clear()
    assert panes[role].look(house.url, path) + windows.wrong == []
