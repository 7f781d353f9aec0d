"""What an audience may not see stands on none of its pages: not in lists, counts, suggestions or drawings."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import Place
from webapp.access import Role

HIDDEN = "Zqxgeheim"
PAGES = (
    "", "search", "search?q=Wohnhilfe", f"search?q={HIDDEN}", f"search?q={HIDDEN[:-2]}", "search?q=Zqxgehaim",
    "search?heading=housing", "search?heading=housing&topic=t", "search?heading=housing&topic=hidden-topic",
    "actor/a", "service/s", "areas", "area/x", "area/k", "about",
)  # fmt: skip


@pytest.fixture
def house(place: Place) -> Place:
    put = place.put
    put("area", "k", name="Kreis", level="county")
    put("area", "x", name="Xdorf", level="municipality", parent="k")
    put("topic", "t", name="Mietschulden", heading="housing")
    put("topic", "hidden-topic", name=f"{HIDDEN} Thema", heading="housing", audience="coordination")
    put("source", "q", name=f"{HIDDEN} Liste", audience="coordination")
    put(
        "place", "p", name=f"{HIDDEN} Haus", street=f"{HIDDEN} Gasse", house_number="77", postcode="73553",
        locality="Xdorf", area="x", protected=True, latitude=48.123456, longitude=9.654321, directions=HIDDEN,
    )  # fmt: skip
    put(
        "actor", "a", name="Wohnhilfe", places=["p"], note=HIDDEN, extra={"Spalte": HIDDEN},
        origin={"q": {"keys": [HIDDEN], "fields": {}}},
    )  # fmt: skip
    put("actor", "h", name=f"{HIDDEN} Amt", audience="coordination", languages=["ti"])
    put("service", "s", name="Mietberatung", provider="a", topics=["t", "hidden-topic"])
    put("service", "s2", name=f"{HIDDEN} Kurs", provider="a", topics=["t"], audience="coordination", languages=["am"])
    put("service", "s3", name=f"{HIDDEN} Rat", provider="h", topics=["t"])
    put(
        "contact", "c", function=f"{HIDDEN} Leitung", person=f"{HIDDEN} Person", actor="a", audience="coordination",
        mobiles=["+4917112345678"], mails=[f"{HIDDEN.lower()}@gmx.de"], languages=["sq"],
    )  # fmt: skip
    put("referral", "r", sender="h", receiver="s")
    put("group", "g", name=f"{HIDDEN} Runde", members=["a", "h"], audience="coordination")
    return place


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.PARTNER])
def test_no_page_says_what_is_hidden_from_its_reader(house: Place, role: Role) -> None:
    visitor = house.visitor(role)
    for path in PAGES:
        text = visitor.get(f"/de/{path}").get_data(as_text=True)
        asked = re.sub(r"(?i).*q=", "", path) if "q=" in path else ""
        said = re.sub(re.escape(asked), "", text, flags=re.I) if asked else text
        for word in (HIDDEN, HIDDEN.lower(), "48.123", "9.654", "0171", "77", "Amharisch", "Tigrinisch", "Albanisch"):
            assert word not in re.sub(r'(?:d|curve|points)="[^"]*"|/static/\w+', "", said), (path, word)
    for path in ("actor/h", "service/s2", "service/s3"):
        assert visitor.get(f"/de/{path}").status_code == 404


def test_who_is_hidden_now_is_found_no_more(house: Place) -> None:
    visitor = house.visitor()
    assert "Mietberatung" in visitor.get("/de/search?q=Mietberatung").get_data(as_text=True)
    house.put("place", "p2", locality="Ydorf")  # another change between: the index is brought up to date twice
    house.hide("actor", "a")
    assert "/actor/a" not in visitor.get("/de/search?q=Mietberatung").get_data(as_text=True)
    assert visitor.get("/de/service/s").status_code == 404


def test_a_partner_reads_the_own_actor_whole_and_no_other(house: Place) -> None:
    house.put("actor", "b", name="Andere")
    own = house.visitor(Role.PARTNER, actor="a").get("/de/actor/a").get_data(as_text=True)
    assert f"{HIDDEN} Person" in own and f"{HIDDEN} Gasse" in own and f"{HIDDEN} Kurs" in own
    assert f"{HIDDEN} Amt" not in own
    other = house.visitor(Role.PARTNER, actor="b").get("/de/actor/a").get_data(as_text=True)
    assert HIDDEN not in other
