"""A report fits on two printed pages, however much there is to tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboards.council.section import Section, Snapshot
from dashboards.council.standing import trend
from dashboards.council.words import Words
from graph.network import Network
from tests.browser.browsing import Windows
from tests.browser.house import House
from webapp.access import Role
from webapp.council import reports, snapshots
from webapp.council.reports import Report
from webapp.council.snapshots import Kept

LONG = "Verbandsgemeinde Droyßiger-Zeitzer Forst"
TOPIC = "Volkshochschule und Erwachsenenbildung"
SENTENCE = f"{TOPIC} in {LONG}: Für rund 340 Menschen passt kein Angebot in Sprache und Status (EU-Freizügigkeit)."
METHOD = (
    "Zielgruppe vor Ort mal Bedarfsanteil; erreicht ist, für wen ein passendes Angebot da, erreichbar und frei ist."
)
# section → (columns, rows shown at once, rows beyond): as many as the program ever shows
FULL = {
    "reach": (4, 8, 30), "cascade": (4, 7, 0), "gaps": (5, 3, 0), "projects": (7, 3, 20), "ending": (4, 5, 60),
    "waits": (4, 3, 30), "journeys": (5, 5, 8), "hanging": (0, 0, 0), "confirmation": (3, 3, 0), "since": (3, 9, 0),
    "trend": (4, 6, 20), "people": (2, 11, 30), "data": (3, 7, 0),
}  # fmt: skip


FIRST = {
    "reach": TOPIC, "people": LONG, "gaps": LONG, "cascade": "Sprache oder Status passt nicht",
    "confirmation": "beiden Seiten", "since": "Vermittlungen beidseitig bestätigt", "trend": "23.11.2026",
    "data": "Kontakte: Buchstaben des Nachnamens", "journeys": "Als Pflegekraft in den Landkreis",
    "ending": "31.12.2026",
}  # fmt: skip


WATERFALL = json.dumps(
    {"data": [{"type": "waterfall", "x": [12_500, *[-2_000] * 5, 2_500],
               "measure": ["absolute", *["relative"] * 5, "total"]}], "layout": {}, "config": {}}
)  # fmt: skip


def sections() -> Iterator[Section]:
    for id, (columns, shown, more) in FULL.items():
        both = f"{TOPIC} in {LONG}"
        last = both if id in ("ending", "since", "journeys") else "31.12.2026"
        number = "1.250 bis 2.500" if id == "projects" else "12.500"
        row = (FIRST.get(id, both), *([number] * (columns - 2)), last)
        rows = (row,) * (shown + more) if id != "since" else (row,) * 4 + ((*row[:-1], ""),) * 5
        yield Section(
            drawing=WATERFALL if id == "cascade" else "",
            id=id, title="Worauf das alles beruht", finding=SENTENCE, method=METHOD, day="2026-11-23", open=shown,
            head=("Thema und Ort", *(["Menschen mehr"] * (columns - 1))) if columns else (),
            rows=rows if columns else (), notes=(", ".join([TOPIC] * 13),) if not columns else (),
        )  # fmt: skip


@contextmanager
def full(house: House) -> Iterator[str]:
    """The address of a report with everything in it."""
    now = house.place.now
    page = {"tiles": [("39 %", "Angebote und Vereinbarungen enden in zwölf Monaten")] * 5,
            "sections": [section.plain for section in sections()], "assumptions": [METHOD] * 3,
            "stood": "23.11.2026"}  # fmt: skip
    report = Report(id="1999-1", number="1/1999", day=now.date(), moment=now, frozen=now, revision=1, op="full")
    store = house.place.services.store
    reports.freeze(store, "public", report, {"de": page, "en": page}, Kept(day=now.date(), revision=1, values={}))
    yield "/de/report/1999-1"
    for kind in (reports.KIND, reports.BODY_KIND):
        record = store.get(kind, "public/1999-1")
        assert record
        store.commit(None, drop=[record])
    record = store.get(snapshots.KIND, "public/report-1999-1")
    assert record
    store.commit(None, drop=[record])


def test_a_full_report_takes_two_printed_pages_at_most(house: House, windows: Windows, tmp_path: Path) -> None:
    with full(house) as address:
        page = house.enter(windows.open(), Role.COUNCIL)
        page.goto(house.url + address)
        page.emulate_media(media="print")
        wide = page.evaluate("[...document.querySelectorAll('.kp-council table')].filter(t => t.offsetWidth && "
                             "t.offsetWidth > t.closest('.kp-table').offsetWidth + 1).length")  # fmt: skip
        beyond = page.locator(".kp-council__part--reach .kp-council__on-screen")
        expect(beyond).to_have_text("30 weitere Zeilen am Bildschirm.")
        expect(beyond).to_be_visible()
        assert page.locator(".kp-council__part--cascade svg.kp-council__bar:visible").count() == 7
        pdf = page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
    assert re.search(rb"/MediaBox\s*\[0 0 59[45][.\d]* 84[12]", pdf)
    assert wide == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_the_overview_is_no_wider_than_its_window(house: House, windows: Windows, width: int) -> None:
    page = windows.open(f"{house.url}/de/overview", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.locator(".kp-council__part")).to_have_count(13)


def test_a_trend_is_told_in_per_cent_with_its_table() -> None:
    values = {"need": 100.0, "reached": 40.0, "confirmed": 0.333, "fresh": None}
    days = [date(2026, 9, 1) + timedelta(days=30 * n) for n in range(3)]
    words = Words(network=Network(), lang="de", on=days[-1])
    section = trend(words, [Snapshot(day=day, values=values) for day in days])
    assert section.rows[0][1:] == ("40 %", "33 %", "–") and '"type":"scatter"' in section.drawing
