"""Takes README's pictures anew from real pages: python -m tests.browser.pictures

The pages of finding show a real list, those of planning the demo, which alone has counts of people.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from graph.operations.moves import made
from graph.operations.seed import seed
from tests import system
from tests.browser.browsing import FLAGS, Windows
from tests.browser.house import House, empty
from tests.browser.serving import ROOT, serving
from tests.webapp.conftest import Place
from tests.webapp.doing import inline, working
from tests.webapp.importing import Importing
from webapp.access import Role
from webapp.config import Config
from webapp.figures import renewing
from webapp.opening import open_application
from webapp.plans import keeping as plans
from webapp.plans.keeping import Plan
from webapp.tasks import planning
from webapp.worker import Worker

FOLDER = ROOT / "webapp" / "pictures"
WIDTH = 1200
BYTES = 150_000


def main() -> None:
    """Both networks, one after the other."""
    with sync_playwright() as playwright:
        windows = Windows(browser=playwright.chromium.launch(executable_path=system.chromium(), args=FLAGS))
        for filled, option, take in ((_real_list, "--own", _of_finding), (_demo, "--demo", _of_planning)):
            with tempfile.TemporaryDirectory() as folder:
                place = filled(Path(folder))
                account = place.account("anna@example.org", Role.COORDINATOR)
                with serving(Path(folder), option) as server:
                    take(House(server=server, place=place, names={}, accounts={Role.COORDINATOR: account}), windows)
                place.services.store.close()
        windows.close()
        windows.browser.close()


def _real_list(data: Path) -> Place:
    """A county's areas, its list read by the pictures' own hand."""
    place = empty(data)
    seed(place.services.store, place.now)
    with working(place.services):
        importing = Importing(place=place, visitor=place.visitor(Role.COORDINATOR))
        for code in ("rems-murr-outlines", "rems-murr-localities"):
            read = importing.visitor.post(f"/de/import/sample/{code}", follow_redirects=True)
            importing.send(importing.send(read, "/columns"), "/apply")
    return place


def _demo(data: Path) -> Place:
    """The demo with its figures and a plan."""
    services, app = open_application(Config(data=data, mode="demo"), lambda *_: None)
    place = Place(services=services, app=app, now=datetime.now(UTC))
    renewing.start(services, "")
    services.live.refresh()
    network = services.live.current().network
    values = [
        ("surge", {"persons": 400, "desks": 6, "hours": 8.0, "minutes_least": 20.0, "minutes_most": 30.0}),
        ("language", {"service": "psz-lichtblick-therapie", "languages": ["ar", "prs"]}),
        ("capacity", {"service": "psz-lichtblick-therapie", "by": "+24"}),
    ]
    moves = tuple(made(network, f"move{n}", what, some) for n, (what, some) in enumerate(values))
    plan = Plan(id="picture", title="400 Ankommende im Januar", owner="", changed=place.now.isoformat(), moves=moves)
    plans.create(services.store, plan)
    Worker(services, inline).work_off()
    asked = {"plan": plan.id, "now": place.now.isoformat(), "store": services.config.url}
    planning.compute(b"", asked, lambda *_: None)
    return place


def _of_finding(house: House, windows: Windows) -> None:
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


def _of_planning(house: House, windows: Windows) -> None:
    reader = house.enter(windows.open(width=WIDTH, height=860), Role.COORDINATOR)
    shown = (
        ("missing", "missing", "#matrix-teil"),
        ("plans/picture", "plan", "#ergebnis"),
        ("overview", "overview", ""),
    )
    for path, picture, part in shown:
        reader.goto(f"{house.url}/de/{path}")
        reader.locator("nav.kp-nav", has_text="Planen").wait_for()  # a server that just started says that it is filling
        if part:
            reader.locator(part).evaluate("part => part.scrollIntoView()")
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
