"""A volunteer's private number and a protected address stand in no byte of anything that is taken along."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest

from graph.model.fields import Audience
from tests.webapp.conftest import Place, Visitor
from tests.webapp.outputs import canaries
from webapp.access import AUDIENCES, Role
from webapp.outputs import typesetting

QUERIES = ("", "?q=Offene", "?q=zqxkoord", "?q=zqxschutz", "?area=open-area", "?heading=money")
FILES = ("take", "take/phone-book.pdf", "take/contacts.vcf", "take/offline.html", "take/mails", "search")
SLIP = "merkzettel?e=open-actor,open-service,actor-n-network,service-k-coordination-open-actor,actor-k-callback"


@pytest.fixture
def house(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The network of canaries. A book is what the typesetter would be given: `tests/processes` sets it."""
    canaries.fill(place)
    monkeypatch.setattr(typesetting, "phone_book", lambda book: json.dumps(book, ensure_ascii=False).encode())
    return place


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.PARTNER])
def test_nothing_taken_along_holds_what_its_taker_may_not_see(house: Place, role: Role) -> None:
    visitor = house.visitor(role)
    seen = [found(path, text, AUDIENCES[role]) for path, text in outputs(visitor, role)]
    assert [told for each in seen for told in each] == []


@pytest.mark.parametrize("audience", Audience)
def test_what_coordination_makes_for_others_holds_only_what_these_see(house: Place, audience: Audience) -> None:
    visitor = house.visitor(Role.COORDINATOR)
    for path in ("take/phone-book.pdf", "take/phone-book.pdf?by=topic&paper=a5", "take/contacts.vcf"):
        sign = "&" if "?" in path else "?"
        text = visitor.get(f"/de/{path}{sign}for={audience}").get_data(as_text=True)
        assert found(path, text, audience) == []
    offline = visitor.get(f"/de/take/offline.html?for={audience}").get_data(as_text=True)
    assert found("offline", offline, Audience.PUBLIC if audience is Audience.PUBLIC else Audience.NETWORK) == []


@pytest.mark.parametrize("role", Role)
def test_a_slip_and_a_shared_list_show_everybody_the_same(house: Place, role: Role) -> None:
    made = house.visitor(Role.COORDINATOR).post("/de/shares", data={"days": "7"}).get_data(as_text=True)
    link = re.search(r"/de/shared/[\w-]+", made)
    assert link
    for path in (link[0], f"/de/{SLIP}"):
        text = house.visitor(role).get(path).get_data(as_text=True)
        assert "Offene Beratung" in text and found(path, text, Audience.PUBLIC) == []


def test_the_canaries_are_there_to_be_found(house: Place) -> None:
    visitor = house.visitor(Role.COORDINATOR)
    text = visitor.get("/de/take/phone-book.pdf?for=coordination").get_data(as_text=True)
    assert found("book", text, Audience.NETWORK)
    partner = house.visitor(Role.PARTNER).get("/de/take/contacts.vcf").get_data(as_text=True)
    assert found("cards", partner, Audience.PUBLIC)


def outputs(visitor: Visitor, role: Role) -> Iterator[tuple[str, str]]:
    """Every output of every search, also asked for on behalf of those who see more."""
    for file in FILES:
        for query in QUERIES:
            for more in ("", "for=coordination", "for=network&by=area&paper=a5"):
                path = f"{file}{query}{('&' if query else '?') + more if more else ''}"
                answer = visitor.get(f"/de/{path}")
                assert answer.status_code == (302 if file == "take/mails" and role is Role.ANYONE else 200), path
                yield path, answer.get_data(as_text=True)
    yield SLIP, visitor.get(f"/de/{SLIP}").get_data(as_text=True)


def found(path: str, text: str, audience: Audience) -> list[tuple[str, str]]:
    """The canaries in a text that this audience must not get, however numbers are written, but for what was asked."""
    asked = re.search(r"q=(\w+)", path)
    plain = unescape(text).replace("\r\n ", "").lower()
    plain = plain.replace(asked[1], "") if asked else plain
    digits = re.sub(r"(?<=\d)[ /-](?=\d)", "", re.sub(r"/static/\w+|d=\"[^\"]*\"", "", plain))
    return [
        (path, sign)
        for canary in canaries.HIDDEN_FROM[audience]
        for sign, within in zip(canary, (plain, digits, plain), strict=True)
        if sign in within
    ]
