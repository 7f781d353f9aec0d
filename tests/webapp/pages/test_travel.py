"""Travel times from a table: uploaded, looked at, taken over by every analysis, removed."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.doing import working
from tests.webapp.pages.test_missing import county, figured, read
from webapp.access import Role
from webapp.figures import assumed, travel_times
from webapp.figures.assumed import Assumed

TABLE = "Von;Nach;Minuten;Verkehrsmittel\nWestfeld;Haus;50;Bus\nOstheim;Haus;25;\nOstheim;Nirgends;1;Bus\n"


def upload(visitor: Visitor, content: str = TABLE, name: str = "Zeiten.csv", **said: str) -> Any:
    data = {"source": "Verkehrsverbund", "day": "1.10.2026", **said, "file": (io.BytesIO(content.encode()), name)}
    return visitor.post("/de/figures/travel", data=data, content_type="multipart/form-data")


def taken(place: Place, visitor: Visitor) -> Any:
    with working(place.services):
        preview = upload(visitor).location
    version = str(assumed.load(place.services.store).version)
    return preview, visitor.post(preview, data={"version": version}, follow_redirects=True)


def test_a_table_is_shown_before_it_holds_and_then_every_result_names_it(place: Place) -> None:
    county(place, [{"areas": ["county"]}])
    visitor = place.visitor(Role.COORDINATOR)
    with working(place.services):
        preview = upload(visitor).location
    text = read(visitor.get(preview).text)
    assert "Zeilen gelten 2 bleiben draußen 1" in text and "Noch ist nichts übernommen" in text
    assert "4, Nach „Nirgends“ ist hier kein Gebiet, kein Ort und keine Stelle." in text
    assert assumed.load(place.services.store) == Assumed()
    answer = visitor.post(preview, data={"version": "0"}, follow_redirects=True)
    assert "Die Fahrzeiten sind übernommen" in answer.text and "Verkehrsverbund" in answer.text
    assert visitor.post(preview, data={"version": "0"}).status_code == 303, "pressed twice"
    figured(place)
    topic = read(place.visitor().get("/de/missing/course").text)
    assert "Fahrzeit nach Tabelle vom 1.10.2026 (Verkehrsverbund)" in topic
    assert "Wege, die sie nicht nennt: Luftlinie × 1,3, 20 km/h samt Warten" in topic
    assert "30 Minuten rund 60 45 Minuten rund 60 60 Minuten rund 120" in topic


def test_without_a_table_ways_are_told_as_distances_and_after_it_is_removed_again(place: Place) -> None:
    county(place, [{"areas": ["county"]}])
    visitor = place.visitor(Role.COORDINATOR)
    taken(place, visitor)
    assert place.services.store.find(travel_times.PIECE_KIND)
    gone = visitor.post("/de/figures/travel/remove", data={"version": "1"}, follow_redirects=True)
    assert "Die Tabelle ist entfernt" in gone.text and assumed.load(place.services.store).table is None
    assert not place.services.store.find(travel_times.PIECE_KIND)
    figured(place)
    topic = read(place.visitor().get("/de/missing/course").text)
    assert "Fahrzeit: Luftlinie × 1,3, 20 km/h samt Warten" in topic and "Tabelle vom" not in topic
    assert "30 Minuten rund 60 45 Minuten rund 60 60 Minuten rund 60" in topic


def test_a_table_stays_when_other_assumptions_change_and_gives_way_to_the_next_one(place: Place) -> None:
    county(place)
    visitor = place.visitor(Role.COORDINATOR)
    taken(place, visitor)
    form = {"threshold": "30", "means": "car", "detour": "1,3", "bus": "20", "car": "45", "foot": "5", "ready": "60",
            "kept_low": "80", "kept_high": "95", "week_low": "97", "week_high": "99,5", "version": "1"}  # fmt: skip
    visitor.post("/de/figures/assumptions", data=form)
    kept = assumed.load(place.services.store)
    assert (kept.threshold, kept.table and kept.table.source, kept.timed) == (30, "Verkehrsverbund", True)
    taken(place, visitor)
    assert {piece.owner for piece in place.services.store.find(travel_times.PIECE_KIND)} == {
        table.number for table in [assumed.load(place.services.store).table] if table
    }
    place.services.store.purge(place.now + timedelta(days=400))
    assert len(assumed.whole(place.services.store)[1].travel.table) == 2, "what waits goes by itself, what holds stays"


def test_who_was_overtaken_changes_nothing(place: Place) -> None:
    county(place)
    visitor = place.visitor(Role.COORDINATOR)
    with working(place.services):
        preview = upload(visitor).location
    assumed.save(place.services.store, Assumed(threshold=30))
    answer = visitor.post(preview, data={"version": "0"}, follow_redirects=True)
    assert "jemand anderes" in answer.text and assumed.load(place.services.store).table is None
    assert visitor.get(preview).status_code == 200


@pytest.mark.parametrize(
    ("content", "said", "told"),
    [
        ("Von;Kilometer\nZeitz;1\n", {}, "Zeiten.csv: Es fehlen die Spalten Nach, Minuten."),
        ("", {}, "Zeiten.csv"),
        (TABLE, {"source": " "}, "Bitte nennen Sie, woher die Tabelle ist."),
        (TABLE, {"day": "Oktober 2026"}, "den Tag, von dem die Zeiten sind"),
        (TABLE, {"day": "2027-01-01"}, "den Tag, von dem die Zeiten sind"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_nothing_is_kept(
    place: Place, content: str, said: dict[str, str], told: str
) -> None:
    county(place)
    with working(place.services):
        answer = upload(place.visitor(Role.COORDINATOR), content, **said)
    assert answer.status_code == 422 and told in answer.text
    assert not place.services.store.find(travel_times.DRAFT_KIND)
    assert not list(place.services.config.incoming.glob("*"))


def test_a_table_of_which_no_row_is_understood_cannot_be_taken(place: Place) -> None:
    county(place)
    visitor = place.visitor(Role.COORDINATOR)
    with working(place.services):
        preview = upload(visitor, "Von;Nach;Minuten\nA;B;1\n").location
    text = visitor.get(preview).text
    assert "So gibt es nichts zu übernehmen" in text and "Übernehmen</span>" not in text
    visitor.post(preview, data={"version": "0"})
    assert assumed.load(place.services.store).table is None
