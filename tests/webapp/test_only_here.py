"""A link made on a server that only this machine reaches says so before anybody prints it."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import Place
from webapp.access import Role
from webapp.addresses import only_here

WARNING = {"de": "Dieser Link geht nur an diesem Rechner auf", "en": "This link opens on this machine only"}


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "127.1.2.3", "LOCALHOST."]
)
def test_a_name_of_the_machine_itself_is_reached_from_here_only(host: str) -> None:
    assert only_here(host)


@pytest.mark.parametrize("host", ["netz.example.org", "192.168.1.5:8000", "localhost.example.org", "[2001:db8::1]"])
def test_any_other_name_may_be_reached_from_elsewhere(host: str) -> None:
    assert not only_here(host)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_pages_that_hand_out_links_warn_when_opened_on_the_machine_itself(place: Place, lang: str) -> None:
    place.put("actor", "a", name="Beratung")
    desk = place.visitor(Role.COORDINATOR)
    pages = [
        desk.get(f"/{lang}/merkzettel?e=a"),
        desk.get(f"/{lang}/survey/sheets"),
        desk.post(f"/{lang}/survey/sheets", data={"all": "1", "qr": "1"}),
        desk.post(f"/{lang}/survey/actor/a/link"),
        desk.post(f"/{lang}/shares", data={"days": "14"}),
    ]
    assert [(answer.status_code, WARNING[lang] in answer.text) for answer in pages] == [(200, True)] * 5


def test_sheets_without_codes_lead_nowhere_and_say_nothing(place: Place) -> None:
    place.put("actor", "a", name="Beratung")
    sheets = place.visitor(Role.COORDINATOR).post("/de/survey/sheets", data={"all": "1"})
    assert sheets.status_code == 200 and WARNING["de"] not in sheets.text
