"""One browser, one house full of everything, and windows that must stay quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import system
from tests.browser.browsing import FLAGS, Windows
from tests.browser.house import House, open_house


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system.chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A running server over a full network. Tests write only to entries they made themselves."""
    with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture
def windows(chromium: Browser) -> Iterator[Windows]:
    """Opens windows; whatever was wrong in them fails the test."""
    opened = Windows(browser=chromium)
    yield opened
    opened.close()
    assert opened.wrong == []


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty folder for the data of a new installation."""
    return tmp_path / "data"
