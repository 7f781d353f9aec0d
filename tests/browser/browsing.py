"""Browser windows that note everything a page should not do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

WIDE, NARROW = 1280, 360
_LOADED = re.compile(r"Failed to load resource: the server responded with a status of (\d+)")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


@dataclass(kw_only=True)
class Windows:
    """Opens windows and remembers what was wrong in them: console, errors, requests that failed or went elsewhere."""

    browser: Browser
    wrong: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)
    """Status codes that a test provokes."""
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self, url: str = "", *, width: int = WIDE, height: int = 900, script: bool = True, locale: str = "de-DE"
    ) -> Page:
        """A window of a visitor of its own (its cookies are its own), at a page when an address is given."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            locale=locale,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        page = context.new_page()
        self._watch(page)
        if url:
            page.goto(url)
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()

    def _watch(self, page: Page) -> None:
        page.on("console", lambda message: self._hear(page, message))
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: self._failed(page, request.url, request.failure or ""))
        page.on("response", self._answered)

    def _hear(self, page: Page, message: ConsoleMessage) -> None:
        status = _LOADED.search(message.text)
        if not (status and int(status[1]) in self.expected):
            self.wrong.append(f"{page.url}: {message.type}: {message.text}")

    def _failed(self, page: Page, url: str, why: str) -> None:
        # What the browser gives up itself is no fault of a page: it is left while it loads, or a file is saved.
        if "ERR_ABORTED" not in why:
            self.wrong.append(f"{page.url}: {url} failed: {why}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.wrong.append(f"{response.url} was answered with {response.status}")
        if not response.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.wrong.append(f"{response.url} lies elsewhere")
