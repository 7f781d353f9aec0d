"""By the keyboard alone, and one always sees where one is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import NARROW, WIDE, Windows
from tests.browser.house import PASSWORD, House

_MOST = 120
# What the focus changes: on the element, or on what stands for it (its frame, its label, what is drawn before them).
_SEEN = """() => {
  const at = document.activeElement
  const looks = () => JSON.stringify([at, at.parentElement, at.nextElementSibling].map((e) =>
    e && [null, '::before', '::after'].map((part) => {
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(e, part)
      return [outline, boxShadow, borderColor, backgroundColor]
    })))
  const box = at.getBoundingClientRect()
  const focused = looks()
  at.blur()
  const blurred = looks()
  at.focus({ focusVisible: true, preventScroll: true })
  return {
    what: at.outerHTML.slice(0, 120),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    marked: focused !== blurred,
  }
}"""


class Keys:
    """Somebody without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str) -> Keys:
        """Press Tab until the focus is there; it is visible at every stop."""
        for _ in range(_MOST):
            self.page.keyboard.press("Tab")
            self.is_seen()
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return self
        raise AssertionError(f"{selector} can't be reached")

    def press(self, *keys: str) -> Keys:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def type(self, text: str) -> Keys:
        self.page.keyboard.type(text)
        return self

    def is_seen(self) -> None:
        seen = self.page.evaluate(_SEEN)
        assert seen["inside"] and seen["marked"], seen


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_first_stop_leads_past_the_menu(house: House, windows: Windows, width: int) -> None:
    page = windows.open(f"{house.url}/de/search", width=width)
    Keys(page).to(".kp-skip").press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "inhalt"
    Keys(page).to("#q")


def test_a_contact_is_found_and_opened(house: House, windows: Windows) -> None:
    page = windows.open(f"{house.url}/de/")
    keys = Keys(page).to("#suche").type("Schulden").press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=Schulden"))
    keys.to("#area").type("Waibl")
    expect(page).to_have_url(re.compile("area="))
    keys.to("[name=sector]").press("ArrowDown")
    expect(page).to_have_url(re.compile("sector=administration"))
    keys.to("main article h3 a").press("Enter")
    page.wait_for_url(re.compile("/actor/"))


def test_one_signs_in_changes_an_entry_and_saves_it(house: House, windows: Windows) -> None:
    house.place.put("actor", "keyboard", name="Spielkreis", sector="civil_society")
    page = windows.open(f"{house.url}/de/entry/keyboard/edit")
    keys = Keys(page).to("#f-mail").type("coordinator@example.org").to("#f-password").type(PASSWORD).press("Enter")
    page.wait_for_url(f"{house.url}/de/entry/keyboard/edit")
    keys.to("#f-name").press("Control+a").type("Spielkreis am Markt").to("#f-why").to("button").press("Enter")
    page.wait_for_url(re.compile("/actor/keyboard"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Spielkreis am Markt")
