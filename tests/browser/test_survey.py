"""The link survey as people do it: ticks on a telephone, a sheet with every key press counted, a phone round."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest
from playwright.sync_api import CDPSession, Page, expect

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from graph.model.fields import Audience
from tests.browser.browsing import NARROW, Windows
from tests.browser.house import House
from tests.webapp.survey.test_codes import typed as line
from webapp.access import Role
from webapp.survey import codes, keeping

ROSTER = 167
"""As many as the demo has."""


@pytest.fixture(scope="module")
def roster(house: House) -> list[EntryId]:
    """The printed roster of a network with as many actors as the demo, in the order of its codes."""
    there = len(house.network.of_kind("actor"))
    made = tuple(
        Change(kind=Kind("actor"), id=EntryId(f"sheet-{n}"), before=None, after={"name": f"Blattstelle {n:03}"})
        for n in range(max(0, ROSTER - there))
    )
    store = house.place.services.store
    if made:
        why = Why(code="why.test")
        store.commit(ChangeSet(op=OpId("sheets"), who="", at=house.place.now, why=why, source="form", changes=made))
    return keeping.extended_roster(store, house.network.seen_by(Audience.NETWORK))[:ROSTER]


@pytest.fixture
def desk(house: House, windows: Windows) -> Page:
    """A coordinator's window."""
    return house.enter(windows.open(), Role.COORDINATOR)


class Fingers:
    """Types signs of a German keyboard; Shift goes down for a run of signs that need it, and up after it."""

    def __init__(self, page: Page) -> None:
        self._page, self._shift = page, False
        self._session: CDPSession = page.context.new_cdp_session(page)
        page.add_init_script(
            "addEventListener('keydown', (e) => { if (!e.repeat) name = String(Number(name || 0) + 1) }, true)"
        )

    @property
    def presses(self) -> int:
        """Keys that went down in the window, counted by the page itself; Shift is one like any other."""
        return int(self._page.evaluate("Number(name || 0)"))

    def type(self, text: str) -> None:
        """Press the key of each sign."""
        for at, sign in enumerate(text):
            held = self._shift and text[at:].lstrip()[:1] in codes.SHIFTED if sign == " " else sign in codes.SHIFTED
            self._hold(held)
            self._press(key=sign, text=sign)
        self._hold(False)

    def enter(self) -> None:
        """Press Enter."""
        self._press(key="Enter", text="\r", windowsVirtualKeyCode=13)

    def _hold(self, held: bool) -> None:
        if held != self._shift:
            self._shift = held
            self._send("rawKeyDown" if held else "keyUp", key="Shift", code="ShiftLeft", windowsVirtualKeyCode=16)

    def _press(self, **key: object) -> None:
        self._send("keyDown", **key)
        self._send("keyUp", **key)

    def _send(self, what: str, **key: object) -> None:
        self._session.send("Input.dispatchKeyEvent", {"type": what, "modifiers": 8 if self._shift else 0, **key})


def confirmed(house: House, actor: EntryId) -> tuple[set[EntryId], set[EntryId]]:
    """(to whom the actor says it sends, from whom it says people come)."""
    links = [e.fields for e in house.network.of_kind("referral").values()]
    to = {f["receiver"] for f in links if f["sender"] == actor and f.get("sender_confirmed_until")}
    by = {f["sender"] for f in links if f["receiver"] == actor and f.get("receiver_confirmed_until")}
    return to, by


def test_a_sheet_of_167_costs_a_key_for_each_tick_and_at_most_five_more(
    desk: Page, house: House, roster: list[EntryId]
) -> None:
    chance = random.Random(3)
    own = [n for n in range(ROSTER) if not roster[n].startswith("hand-")]
    handed = sorted(chance.sample(own, 5))
    store = house.place.services.store
    keeping.note_asked(
        store, house.network, keeping.everyone(store, house.network), "link", date.today()
    )  # no other sheet is out
    keeping.note_asked(store, house.network, [roster[n] for n in handed], "sheet", date.today())
    fingers, ticks = Fingers(desk), 0
    desk.goto(f"{house.url}/de/survey/enter")
    before = fingers.presses
    for number, actor in enumerate(handed, 1):
        to, by = (
            {*chance.sample(own, most)} - {actor} for most in ((9, 9), (30, 25), (2, 3), (6, 0), (0, 5))[number - 1]
        )
        typed = line(to, by)
        expect(desk.get_by_label("Bogen", exact=True)).to_have_value(codes.code(actor))
        fingers.type(typed)
        assert desk.get_by_label("Kreuze").input_value() == typed
        expect(desk.locator("#bogen [data-to] li")).to_have_count(len(to))
        expect(desk.locator("#bogen [data-by] li")).to_have_count(len(by))
        fingers.enter()
        expect(desk.get_by_role("status").first).to_contain_text(f"{codes.code(actor)} ")
        assert confirmed(house, roster[actor]) == ({roster[n] for n in to}, {roster[n] for n in by})
        ticks += len(to) + len(by)
        assert ticks < fingers.presses - before <= ticks + 5 * number, "the next sheet begins at once"
    print(f"{ticks} ticks on {len(handed)} sheets: {fingers.presses - before} key presses, Shift among them")


def test_a_sheet_that_was_not_handed_back_costs_one_key(desk: Page, house: House, roster: list[EntryId]) -> None:
    keeping.note_asked(
        house.place.services.store, house.network, ["hand-actor", "hand-unit"], "sheet", date(2999, 1, 1)
    )
    desk.goto(f"{house.url}/de/survey/enter")
    sheet = desk.get_by_label("Bogen", exact=True)
    awaited = sheet.input_value()
    desk.keyboard.press("ArrowDown")
    assert sheet.input_value() != awaited
    desk.keyboard.press("ArrowUp")
    assert sheet.input_value() == awaited
    desk.keyboard.press("Backspace")
    desk.keyboard.type("1b")
    expect(desk.get_by_label("Kreuze")).to_be_focused()
    assert "Bogen von" in desk.locator("[data-whose]").inner_text()


def test_a_sheet_is_typed_without_script_too(house: House, windows: Windows, roster: list[EntryId]) -> None:
    page = house.enter(windows.open(f"{house.url}/de/", script=False), Role.COORDINATOR)
    page.goto(f"{house.url}/de/survey/enter")
    page.get_by_label("Bogen", exact=True).fill("1a")
    page.get_by_label("Kreuze").fill("b")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("1 Angabe")


def test_a_partner_finds_a_row_as_one_types_and_ticks_it_on_a_telephone(
    house: House, windows: Windows, roster: list[EntryId]
) -> None:
    page = house.enter(windows.open(width=NARROW, height=740), Role.COORDINATOR)
    page.goto(f"{house.url}/de/survey/actor/hand-callback")
    page.get_by_label("Stelle suchen").fill("frauenhaus rems")
    rows = page.locator("[data-row]:visible")
    expect(rows).to_have_count(1)
    rows.get_by_label(re.compile("^Wir vermitteln an")).check()
    page.get_by_label("Stelle suchen").press("Escape")
    expect(rows.nth(5)).to_be_visible()
    page.get_by_role("button", name="Antwort speichern").click()
    expect(page.get_by_role("status").first).to_contain_text("Danke.")
    assert confirmed(house, EntryId("hand-callback"))[0] == {"hand-unit"}


@pytest.mark.parametrize("script", [True, False])
def test_a_link_without_account_answers_and_leaves_no_cookie(house: House, windows: Windows, script: bool) -> None:
    desk = house.enter(windows.open(f"{house.url}/de/"), Role.COORDINATOR)
    desk.goto(f"{house.url}/de/survey/actor/hand-unit")
    desk.get_by_role("button", name="Link und QR-Code aushändigen").click()
    assert desk.get_by_role("img", name="QR-Code des Links").is_visible()
    page = windows.open(desk.get_by_label("Link", exact=True).input_value(), script=script, width=NARROW)
    page.get_by_label(re.compile("^Vermitteln zu uns: Schuldnerberatung")).first.check()
    page.get_by_role("button", name="Antwort speichern").click()
    assert "Danke, Ihre Antwort ist gespeichert." in page.locator("main").inner_text()
    assert page.get_by_label(re.compile("^Vermitteln zu uns: Schuldnerberatung")).first.is_checked()
    assert page.context.cookies() == []


def test_sheets_fit_one_leaf_each(desk: Page, house: House, roster: list[EntryId]) -> None:
    desk.goto(f"{house.url}/de/survey/sheets?actor=hand-actor&actor=hand-unit")
    desk.get_by_role("button", name="Gewählte Bögen zeigen").click()
    assert desk.locator(".kp-sheet .kp-qr").count() == 2
    pages = re.findall(rb"/Type /Page\b", desk.pdf(prefer_css_page_size=True))
    rows = desk.locator(".kp-sheet").first.locator("li").count()
    assert rows >= ROSTER and len(pages) <= 2 * 2 * -(-rows // 140)


def test_a_phone_round_is_a_click_a_call(desk: Page, house: House) -> None:
    desk.goto(f"{house.url}/de/search?q=Schuldnerberatung")
    desk.get_by_role("button", name="Telefonrunde").click()
    assert "1 von" in desk.locator("main").inner_text()
    first = desk.get_by_role("heading", level=1).inner_text()
    desk.get_by_role("button", name="Niemand erreicht").click()
    second = desk.get_by_role("heading", level=1).inner_text()
    assert second != first
    desk.get_by_role("link", name="Geändert").click()
    desk.get_by_role("link", name="Abbrechen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(second)
    desk.get_by_role("button", name="Überspringen").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).not_to_have_text(second)
