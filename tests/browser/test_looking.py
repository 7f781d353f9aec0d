"""What looks at the pages sees what is wrong."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.browsing import Windows
from tests.browser.soundness import four

_BAD = """<!doctype html><html lang="fr"><head><title>Anders</title></head><body><main><h1>Eins</h1><h1>Zwei</h1>
<p id="a">x</p><p id="a">y</p><img src="data:,"><div style="width: 2000px">breit</div>
<script>alert(1)</script></main></html>"""
_POLICY = {"Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'"}


def test_every_kind_of_fault_is_found(chromium: Browser) -> None:
    windows = Windows(browser=chromium)
    panes = four(windows)
    for _, _, page in panes.panes:
        page.route("**/*", lambda route: route.fulfill(content_type="text/html", headers=_POLICY, body=_BAD))
    found = "\n".join(panes.look("http://127.0.0.1:9", "/"))
    windows.close()
    for fault in ("axe: image-alt", "h1: ['Eins', 'Zwei']", "lang=fr", "twice the same id: ['a']", "px too wide"):
        assert fault in found
    assert "Content Security Policy" in "\n".join(windows.wrong)
