"""The menu offers what the visitor may take, the files carry their date in name and content."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import unquote

import pytest

from tests.webapp.conftest import Place
from webapp.access import Role
from webapp.outputs import typesetting
from webapp.pages.outputs import files

FILES = ["phone-book.pdf", "workbook.xlsx", "contacts.vcf", "offline.html"]


@pytest.fixture
def house(place: Place) -> Place:
    place.put("area", "k", name="Burgenlandkreis", level="county")
    place.put("area", "z", name="Zeitz", level="municipality", parent="k")
    place.put("actor", "a", name='Tafel <script>alert("x")</script>', areas=["z"], mails=["tafel@example.org"])
    place.put("actor", "b", name="=HYPERLINK(1)", audience="network", mails=["netz@example.org"])
    return place


@pytest.mark.parametrize(
    ("role", "paths"),
    [
        (Role.ANYONE, FILES),
        (Role.PARTNER, [*FILES, "mails"]),
        (Role.COORDINATOR, [*FILES, "mails", "shares/new"]),
    ],
)
def test_the_menu_of_a_search_offers_what_its_reader_may_take(house: Place, role: Role, paths: list[str]) -> None:
    said = house.visitor(role).get("/de/search?area=z").get_data(as_text=True)
    menu = said[said.index('class="kp-take"') : said.index("</details>", said.index('class="kp-take"'))]
    found = re.findall(r'href="/de/(?:take/)?([^"?]+)\?area=z"', menu)
    assert [path for path in found if path != "take"] == paths


def test_a_file_says_when_it_was_made_in_its_name(house: Place) -> None:
    named = house.visitor().get("/de/take/contacts.vcf").headers["Content-Disposition"]
    assert unquote(named).endswith("''Adressbuch Burgenlandkreis 2026-11-23.vcf")


def test_the_offline_page_lets_nothing_run_but_its_own_script(house: Place) -> None:
    said = house.visitor().get("/de/take/offline.html").get_data(as_text=True)
    assert "<script>alert" not in said and "&lt;script&gt;alert" in said
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", said, re.S)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert (
            f"{tag}-src &#39;sha256-{digest.replace('+', '&#43;')}&#39;" in said
            or f"{tag}-src &#39;sha256-{digest}&#39;" in said
        )
    assert not re.findall(r'(?:src|href)="(?!#|tel:|mailto:)', said)


def test_a_partners_offline_page_says_that_it_is_not_for_everyone(house: Place) -> None:
    said = house.visitor(Role.PARTNER).get("/de/take/offline.html").get_data(as_text=True)
    assert "nicht zur Veröffentlichung" in said and "=HYPERLINK(1)" in said
    public = house.visitor(Role.PARTNER).get("/de/take/offline.html?for=public").get_data(as_text=True)
    assert "nicht zur Veröffentlichung" not in public and "=HYPERLINK(1)" not in public


def test_mails_are_those_the_reader_sees(house: Place) -> None:
    council = house.visitor(Role.COUNCIL).get("/de/take/mails").get_data(as_text=True)
    assert "tafel@example.org" in council and "netz@example.org" not in council
    partner = house.visitor(Role.PARTNER).get("/de/take/mails?separator=comma").get_data(as_text=True)
    assert "netz@example.org, tafel@example.org" in partner and "Bcc" in partner


def test_a_filter_that_others_do_not_know_takes_nothing_instead_of_everything(house: Place) -> None:
    house.put("topic", "t", name="Geheim", heading="money", audience="coordination")
    visitor = house.visitor(Role.COORDINATOR)
    assert "BEGIN:VCARD" not in visitor.get("/de/take/contacts.vcf?topic=t&for=public").get_data(as_text=True)


def test_a_book_that_was_set_is_kept_until_something_changes(house: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(typesetting, "phone_book", lambda book: made.append(book) or b"%PDF")
    visitor = house.visitor()
    for address in ("take/phone-book.pdf", "take/phone-book.pdf?by=letter", "take/phone-book.pdf?paper=a5"):
        assert visitor.get(f"/de/{address}").data == b"%PDF"
    assert len(made) == 2
    house.put("actor", "c", name="Neu")
    visitor.get("/de/take/phone-book.pdf")
    assert len(made) == 3


def test_too_many_books_at_once_are_refused_in_plain_words(house: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_PATIENCE_SECONDS", 0)
    with typesetting._AT_ONCE, typesetting._AT_ONCE:
        answer = house.visitor().get("/de/take/phone-book.pdf")
    assert answer.status_code == 503 and "in einer Minute" in answer.get_data(as_text=True)


def test_the_pages_that_hand_out_a_demo_say_so(house: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = type(house.services.config)(data=house.services.config.data, mode="demo")
    monkeypatch.setitem(house.app.extensions, "knotenpunkt", _with(house.services, demo))
    for path in ("take/contacts.vcf", "take/offline.html", "merkzettel?e=a"):
        said = house.visitor().get(f"/de/{path}").get_data(as_text=True).replace("\r\n ", "")
        assert "Vorführung – nicht zum Gebrauch" in said, path
    coordinator = house.visitor(Role.COORDINATOR)
    assert "Vorführung – nicht zum Gebrauch" in coordinator.get("/de/actor/a/first-day").text
    assert "Vorführung – nicht zum Gebrauch" in coordinator.post("/de/survey/sheets", data={"all": "1"}).text


def _with(services: object, config: object) -> object:
    import dataclasses

    return dataclasses.replace(services, config=config)  # type: ignore[type-var]


def test_an_address_that_asks_for_very_many_files_is_told_to_wait(
    house: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "phone_book", lambda book: b"%PDF")
    monkeypatch.setattr(files, "FILES_FROM_ONE_ADDRESS", 2)
    asked = [house.visitor().get(f"/de/take/phone-book.pdf?q={n}").status_code for n in range(3)]
    assert asked == [200, 200, 429]
    assert house.visitor().get("/de/take/phone-book.pdf?q=1").status_code == 200, "what is kept costs nothing"
    assert house.visitor(Role.PARTNER).get("/de/take/phone-book.pdf?q=7").status_code == 200
