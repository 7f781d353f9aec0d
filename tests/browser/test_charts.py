"""Charts draw quietly under the page policy, say the same as a table without script, and print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.browsing import NARROW, WIDE, Windows
from tests.browser.house import House
from tests.browser.soundness import faults_now

TOPIC = "/de/missing/topic-debt"


def drawn(page: Page) -> Page:
    figure = page.locator("figure[data-chart]").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator(".main-svg").first).to_be_visible()
    return page


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_chart_draws_without_a_word_in_the_console_and_axe_finds_nothing(
    house: House, windows: Windows, width: int
) -> None:
    page = drawn(windows.open(house.url + TOPIC, width=width))
    assert page.locator("figure .waterfalllayer").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert faults_now(page, "de") == []


def test_without_script_the_table_of_a_chart_is_open(house: House, windows: Windows) -> None:
    page = windows.open(house.url + TOPIC, script=False)
    expect(page.locator("figure table").first).to_be_visible()
    assert "brauchen es" in page.locator("figure table").first.inner_text()


def test_the_drawing_library_is_fetched_only_where_a_chart_is_seen(house: House, windows: Windows) -> None:
    page = windows.open()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{house.url}/de/missing")
    page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in fetched)


def test_on_paper_a_chart_keeps_within_the_page_and_its_table_stands_open(
    house: House, windows: Windows, tmp_path: Path
) -> None:
    page = drawn(windows.open(house.url + TOPIC))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("figure .main-svg").first).to_have_attribute("width", "640")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="print")
    expect(page.locator("figure table").first).to_be_visible()
    assert page.pdf(path=tmp_path / "topic.pdf")[:4] == b"%PDF"


@pytest.mark.parametrize("height", [300, 900], ids=["nobody scrolled to it", "half drawn"])
def test_printing_waits_until_every_chart_is_drawn(house: House, windows: Windows, height: int) -> None:
    page = windows.open(height=height)
    held: list[Route] = []
    page.route("**/plotly*.js", lambda route: held.append(route))
    page.add_init_script("window.print = () => { document.body.dataset.printed = '' }")
    with page.expect_request("**/plotly*.js"):
        page.goto(house.url + TOPIC)
        page.locator("[data-print]").first.click()
    page.wait_for_timeout(200)
    expect(page.locator("body[data-printed]")).to_have_count(0)
    held[0].continue_()
    expect(page.locator("body[data-printed]")).to_be_attached()
    undrawn = "[...document.querySelectorAll('figure[data-chart]')].filter(f => !f.querySelector('.main-svg')).length"
    assert page.evaluate(undrawn) == 0


def test_the_matrix_is_a_list_of_areas_on_a_phone(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/missing", width=NARROW)
    expect(page.locator(".kp-matrix")).to_be_hidden()
    page.locator(".kp-matrix-list summary").filter(has_text="Waiblingen").click()
    expect(page.locator(".kp-matrix-list a:visible").first).to_be_visible()


def test_filters_of_the_matrix_work_without_script_and_keep_the_opened_heading(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/missing?heading=german", script=False)
    page.locator("#f-language").select_option("uk")
    page.get_by_role("button", name="Anwenden").click()
    assert page.url == f"{house.url}/de/missing?status=&language=uk&interpreters=&heading=german"
    assert page.locator(".kp-matrix__1").count() > 3


def test_the_waterfall_of_the_overview_has_its_room_on_a_phone_and_draws(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/overview", width=NARROW)
    room = page.locator("#cascade figure").evaluate("figure => figure.offsetHeight")
    drawn(page)
    assert page.locator("#cascade .waterfalllayer").count() == 1
    assert room >= 360 and page.locator("#cascade figure").evaluate("figure => figure.offsetHeight") == room


def test_before_after_and_the_difference_stand_within_a_phone(house: House, windows: Windows) -> None:
    page = house.enter(windows.open(width=NARROW))
    page.goto(f"{house.url}/de/plans/plan-full")
    table = page.locator('.kp-table[aria-labelledby="kennzahlen"]')
    for head in ("vorher", "nachher", "Unterschied"):
        box = table.locator("th", has_text=re.compile(f"^{head}$")).bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= NARROW
    assert table.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    cut = "frame => [...frame.querySelectorAll('th, td')].filter(one => one.scrollWidth > one.clientWidth).length"
    for frame in page.locator(".kp-table--compared:visible").all():
        assert frame.evaluate(cut) == 0


def test_a_table_that_scrolls_sideways_shades_the_edge_without_script(house: House, windows: Windows) -> None:
    page = house.enter(windows.open(width=NARROW, script=False))
    page.goto(f"{house.url}/de/plans/measures")
    shades = page.locator(".kp-table").first.evaluate("frame => getComputedStyle(frame).backgroundAttachment")
    assert shades.startswith("local, local, scroll, scroll")
