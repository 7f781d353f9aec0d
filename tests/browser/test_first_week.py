"""A county's first week with the pages alone: from an empty store to a printed phone list, and every hand counted."""

from __future__ import annotations

import base64
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, expect
from pypdf import PdfReader

from graph.connect import open_store
from graph.model.canonical import entries_hash
from graph.model.changes import EVERYTHING
from tests.browser.browsing import NARROW, Windows
from tests.browser.house import PASSWORD
from tests.browser.serving import Server, serving
from tests.browser.test_first_start import _CODE
from webapp.config import Config

LIST = Path(__file__).resolve().parents[1] / "truth" / "week" / "amt_liste.csv"
MOST = 40
NUMBER = "0221 4710170"
_PATIENCE = 30_000


@dataclass(kw_only=True)
class Hands:
    """Somebody at a page; each step of the week has its clicks, drops and typed fields counted."""

    page: Page
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    step: str = ""

    def begin(self, step: str) -> None:
        """What is counted from here on belongs to a step."""
        self.step = step

    def click(self, at: Locator) -> None:
        """A click, also one that chooses from a drop-down."""
        self._note("clicks")
        at.click()

    def choose(self, at: Locator, value: str) -> None:
        """Open a drop-down and pick from it: two clicks."""
        self._note("clicks", 2)
        at.select_option(value)

    def type(self, at: Locator, text: str) -> None:
        """One typed field."""
        self._note("fields")
        at.fill(text)

    def drop(self, at: Locator, name: str, content: bytes) -> None:
        """A file let go over a form."""
        self._note("drops")
        at.evaluate(_DROP, [base64.b64encode(content).decode(), name])

    def fetch(self, at: Locator) -> Download:
        """A click that downloads."""
        with self.page.expect_download(timeout=_PATIENCE) as download:
            self.click(at)
        return download.value

    def total(self) -> int:
        """All hands of all steps."""
        return sum(sum(each.values()) for each in self.counts.values())

    def table(self) -> str:
        """The counts as lines of text."""
        kinds = ("clicks", "drops", "fields")
        lines = [f"{'step':<34}" + "".join(f"{kind:>8}" for kind in kinds)]
        lines += [f"{step:<34}" + "".join(f"{each[kind]:>8}" for kind in kinds) for step, each in self.counts.items()]
        return "\n".join([*lines, f"{'all':<34}{self.total():>24}"])

    def _note(self, what: str, times: int = 1) -> None:
        self.counts.setdefault(self.step, Counter())[what] += times


_DROP = """(form, [content, name]) => {
    const dropped = new DataTransfer()
    dropped.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], name))
    form.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }))
}"""


def test_a_first_week_takes_at_most_forty_hands(
    data: Path, windows: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(data) as server:
        hands = Hands(page=windows.open(server.url))
        hands.page.context.set_default_timeout(_PATIENCE)
        _begin(hands, server)
        first, before = _stored(data)
        _areas(hands)
        _list(hands)
        _settle(hands)
        _apply(hands)
        _, imported = _stored(data)
        _find_on_a_phone(hands, windows, server)
        _print(hands)
        _back_and_again(hands, data, first, before, imported)
        _export(hands)
    with capsys.disabled():
        print("\n" + hands.table())
    assert hands.total() <= MOST


def _begin(hands: Hands, server: Server) -> None:
    page = hands.page
    hands.begin("own network, first administrator")
    hands.click(page.get_by_role("button", name=re.compile("eigene", re.I)))
    hands.type(page.get_by_label(re.compile("Code")), server.wait_for(_CODE))
    hands.type(page.locator("#f-mail"), "anna@example.org")
    hands.type(page.locator("#f-name"), "Anna Beispiel")
    hands.type(page.locator("#f-password"), PASSWORD)
    hands.type(page.locator("#f-repeat"), PASSWORD)
    hands.click(page.locator("main form button"))
    expect(page.locator("h1")).to_have_text("Listen einlesen")


def _areas(hands: Hands) -> None:
    page = hands.page
    hands.begin("areas of the county")
    hands.click(page.get_by_role("button", name="Gebiete einlesen: Burgenlandkreis"))
    expect(page.locator("main")).to_contain_text("Die Gebiete sind eingelesen.", timeout=_PATIENCE)


def _list(hands: Hands) -> None:
    page = hands.page
    hands.begin("list dropped, previewed")
    hands.drop(page.locator("form[data-drop]"), LIST.name, LIST.read_bytes())
    hands.choose(page.get_by_label("Rechtsgrundlage für Angaben zu Personen"), "published")
    hands.click(page.get_by_role("button", name="Vorschau").first)
    page.wait_for_url("**/preview")


def _settle(hands: Hands) -> None:
    """The list names eight organisations twice; all of them are one and the same."""
    page = hands.page
    hands.begin("likely duplicates settled")
    hands.click(page.get_by_role("link", name=re.compile("^Vielleicht doppelt")))
    hands.click(page.get_by_role("button", name="dieselbe Stelle", exact=True))
    expect(page.get_by_role("link", name=re.compile(r"^Vielleicht doppelt.*\(0\)"))).to_be_visible()


def _apply(hands: Hands) -> None:
    hands.begin("applied")
    hands.click(hands.page.get_by_role("button", name="Übernehmen", exact=True))
    expect(hands.page.locator("h1")).to_contain_text("ist eingelesen")


def _find_on_a_phone(hands: Hands, windows: Windows, server: Server) -> None:
    """Somebody without account looks for a flat in Bad Kösen: which number?"""
    hands.begin("one need found on a phone")
    phone = windows.open(f"{server.url}/de/search?q=Wohnungsvermittlung+Bad+Kösen", width=NARROW)
    hands.click(phone.get_by_role("link", name="Wohnungsgenossenschaft Bad Kösen eG").first)
    expect(phone.locator("main")).to_contain_text(NUMBER)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _print(hands: Hands) -> None:
    page = hands.page
    hands.begin("phone list printed")
    hands.click(page.get_by_role("link", name="Kontakt finden").first)
    hands.click(page.get_by_text("Mitnehmen"))
    book = hands.fetch(page.get_by_role("link", name=re.compile("^Telefonbuch ")))
    text = "".join(sheet.extract_text() for sheet in PdfReader(book.path()).pages)
    assert NUMBER.replace(" ", "") in re.sub(r"\s", "", text)


def _back_and_again(hands: Hands, data: Path, first: int, before: str, imported: str) -> None:
    """Take back each change after the first ones, the newest first, and restore them."""
    page = hands.page
    hands.begin("everything undone")
    hands.click(page.get_by_role("link", name="Verlauf", exact=True).first)
    last = page.locator(".kp-revision").count()
    for change in range(last, first, -1):
        hands.click(page.get_by_role("link", name=f"Zurücknehmen … (Änderung {change})"))
        hands.click(page.get_by_role("button", name="Zurücknehmen", exact=True))
        expect(page.locator("body")).to_contain_text(f"Änderung {change} ist zurückgenommen.", timeout=_PATIENCE)
    assert _stored(data)[1] == before
    hands.begin("everything redone")
    for change in range(2 * last - first, last, -1):
        hands.click(page.get_by_role("button", name=re.compile(rf"^Wiederherstellen\s*: Änderung {change}$")))
        expect(page.locator("body")).to_contain_text("Wiederhergestellt.", timeout=_PATIENCE)
        expect(page.locator(".kp-revision")).to_have_count(4 * last - 2 * first - change + 1, timeout=_PATIENCE)
    assert _stored(data)[1] == imported


def _export(hands: Hands) -> None:
    page = hands.page
    hands.begin("exported")
    hands.click(page.get_by_role("link", name="Listen einlesen").first)
    hands.click(page.get_by_role("button", name="Netzwerk als Arbeitsmappe"))
    book = hands.fetch(page.get_by_role("link", name="Herunterladen"))
    assert book.suggested_filename.endswith(".xlsx") and zipfile.is_zipfile(book.path())


def _stored(data: Path) -> tuple[int, str]:
    """The revision and the entries' hash."""
    store = open_store(Config(data=data).url)
    try:
        revision, entries = store.load(EVERYTHING)
        return revision, entries_hash(entries)
    finally:
        store.close()
