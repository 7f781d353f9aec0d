"""Takes README's pictures anew from real pages: python -m tests.browser.pictures"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from graph.operations.seed import seed
from tests import system
from tests.browser.browsing import FLAGS, Windows
from tests.browser.house import House, empty
from tests.browser.serving import ROOT, serving
from tests.webapp.doing import working
from tests.webapp.importing import Importing
from webapp.access import Grant, Role
from webapp.accounts import accounts, grants

FOLDER = ROOT / "webapp" / "pictures"
WIDTH = 1200
BYTES = 150_000


def main() -> None:
    """Read the real list in by the pages, and take a picture of each page on the way."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system.chromium(), args=FLAGS)
        data = Path(folder)
        place = empty(data)
        seed(place.services.store, place.now)
        with working(place.services):
            importing = Importing(place=place, visitor=place.visitor(Role.COORDINATOR))
            for code in ("rems-murr-outlines", "rems-murr-localities"):
                read = importing.visitor.post(f"/de/import/sample/{code}", follow_redirects=True)
                importing.send(importing.send(read, "/columns"), "/apply")
        account = accounts.new("anna", "anna@example.org", "Anna Beispiel", "")
        grant = Grant(id="grant-anna", account="anna", role=Role.COORDINATOR)
        accounts.create(place.services.store, account, grants.record_of(grant))
        windows = Windows(browser=browser)
        with serving(data, "--own") as server:
            house = House(server=server, place=place, names={}, accounts={Role.COORDINATOR: account})
            _take_all(house, windows)
        windows.close()
        browser.close()
        place.services.store.close()  # type: ignore[attr-defined]


def _take_all(house: House, windows: Windows) -> None:
    writer = house.enter(windows.open(width=WIDTH, height=860), Role.COORDINATOR)
    writer.goto(f"{house.url}/de/import")
    writer.locator(".kp-samples form button").nth(2).click()
    writer.get_by_role("button", name="Vorschau").last.click()
    _take(writer, "import", 860)
    writer.get_by_role("button", name="Übernehmen", exact=True).click()
    writer.locator("h1", has_text="ist eingelesen").wait_for()
    reader = windows.open(f"{house.url}/de/search?q=Schulden+in+Waiblingen", width=WIDTH, height=860)
    _take(reader, "search", 860)
    for kind, name, picture in (("actor", "Stadt Waiblingen", "actor"), ("area", "Waiblingen", "area")):
        id = next(e.id for e in house.network.of_kind(kind).values() if e.fields["name"] == name)
        reader.goto(f"{house.url}/de/{kind}/{id}")
        _take(reader, picture, 860)


def _take(page: Page, name: str, height: int) -> None:
    page.wait_for_load_state("networkidle")
    path = FOLDER / f"{name}.png"
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {size // 1000} kB")
    if size > BYTES:
        raise SystemExit(f"{name} is larger than {BYTES // 1000} kB")


if __name__ == "__main__":
    main()
