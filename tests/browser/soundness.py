"""What every page promises, looked at in the page itself: in both languages, on a desk and on a telephone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.browsing import NARROW, WIDE, Windows
from webapp.texts import LANGUAGES

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
_BEGIN = """() => {
  const told = (node) => `${node.html.slice(0, 200)} (${node.failureSummary.slice(0, 200)})`
  window.looking = axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(told).join(' | ')}`))
}"""
_FRAME = """() => {
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id)
  const { scrollWidth, clientWidth } = document.documentElement
  const open = (e) => getComputedStyle(e).overflowX === "visible"
  const spills = (e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1 && open(e)
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((e) => e.textContent),
    doubled: ids.filter((id, n) => ids.indexOf(id) !== n),
    over: scrollWidth - clientWidth,
    wide: [...document.querySelectorAll('main *, header *, footer *')].filter(spills).slice(-2).map((e) => e.outerHTML),
  }
}"""


@dataclass(kw_only=True)
class Panes:
    """Four windows side by side, so that pages load and are looked at on every core there is."""

    windows: Windows
    panes: list[tuple[str, int, Page]]

    def look(self, url: str, path: str) -> list[str]:
        """Open a page in all of them, and say what is wrong with it."""
        for lang, _, page in self.panes:
            page.goto(f"{url}/{lang}{path}", wait_until="commit")
        for _, _, page in self.panes:
            page.wait_for_load_state("load")
            page.evaluate(_BEGIN)
        return [f"{lang} {width}: {fault}" for lang, width, page in self.panes for fault in _faults(page, lang)]


def four(windows: Windows) -> Panes:
    """Windows of each language and width."""
    panes = [(lang, width, windows.open(width=width)) for lang in LANGUAGES for width in (WIDE, NARROW)]
    for _, _, page in panes:
        page.add_init_script(path=AXE)
    return Panes(windows=windows, panes=panes)


def faults_now(page: Page, lang: str) -> list[str]:
    """What is wrong with what a window shows now, on a desk and on a telephone."""
    wrong = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(AXE.read_text("utf-8"))
        page.evaluate(_BEGIN)
        wrong += [f"{width}: {fault}" for fault in _faults(page, lang)]
    return wrong


def _faults(page: Page, lang: str) -> list[str]:
    found: dict[str, Any] = page.evaluate(_FRAME)
    wrong = [f"axe: {fault}" for fault in page.evaluate("() => window.looking")]
    headings, title = [" ".join(heading.split()) for heading in found["headings"]], " ".join(found["title"].split())
    if len(headings) != 1 or not title.startswith(headings[0]):
        wrong.append(f"h1: {headings}, title: {title}")
    if found["lang"] != lang:
        wrong.append(f"lang={found['lang']}")
    if found["doubled"]:
        wrong.append(f"twice the same id: {found['doubled']}")
    if found["over"] > 0:
        wrong.append(f"{found['over']} px too wide: {[html[:150] for html in found['wide']]}")
    return wrong
