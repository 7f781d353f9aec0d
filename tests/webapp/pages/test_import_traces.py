"""What an import leaves behind: after it was written, discarded, or when somebody is erased."""

from __future__ import annotations

import io
import re

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.doing import working
from webapp.access import Role
from webapp.imports.record import CHANGES, CONTENT, KIND, ROWS

LIST = b"Name;Ansprechpartner;Mobil;E-Mail\nBeratung;Dora Quast;0151 99887766;dora.quast@gmx.de\n"
COLUMNS = {
    "target-0": "actor.name", "target-1": "contact.person", "target-2": "contact.mobiles", "target-3": "contact.mails",
    "source_name": "Liste", "basis": "consent", "key": "0",
}  # fmt: skip


@pytest.fixture
def coordinator(place: Place) -> Visitor:
    return place.visitor(Role.COORDINATOR)


def preview(place: Place, visitor: Visitor) -> str:
    """Upload the list and come to its preview; the import's id."""
    answer = visitor.post("/de/import", data={"file": (io.BytesIO(LIST), "liste.csv")})
    id = answer.headers["Location"].split("/")[3]
    visitor.post(f"/de/import/{id}/columns", data=COLUMNS)
    return id


def written(place: Place, visitor: Visitor) -> str:
    id = preview(place, visitor)
    visitor.post(f"/de/import/{id}/apply", data={"number": number(place, id)})
    place.services.live.refresh()
    return id


def number(place: Place, id: str) -> str:
    record = place.services.store.get(KIND, id)
    return str(record.body["proposal"]["number"]) if record else ""


def kept(place: Place) -> list[str]:
    return [r.id for kind in (CONTENT, CHANGES, ROWS) for r in place.services.store.find(kind)]


def erase(place: Place, visitor: Visitor) -> int:
    contact = next(iter(place.services.live.current().network.of_kind("contact")))
    form = visitor.get(f"/de/entry/{contact}/erase").text
    op = re.findall(r'name="op" value="(\w+)"', form)[0]
    data = {"field": ["person", "mobiles", "mails"], "sure": "1", "op": op}
    return int(visitor.post(f"/de/entry/{contact}/erase", data=data).status_code)


def test_no_cell_is_kept_once_an_import_is_written(place: Place, coordinator: Visitor) -> None:
    with working(place.services):
        id = written(place, coordinator)
    assert kept(place) == []
    assert coordinator.get(f"/de/import/{id}/done").status_code == 200
    for page in ("columns", "preview"):
        assert coordinator.get(f"/de/import/{id}/{page}").headers["Location"] == f"/de/import/{id}/done"


def test_each_preview_takes_the_place_of_the_one_before(place: Place, coordinator: Visitor) -> None:
    with working(place.services):
        id = preview(place, coordinator)
        coordinator.post(f"/de/import/{id}/decide", data={"reset": "1"})
    assert {name.split(".")[1] for name in kept(place) if "." in name} == {number(place, id)}


def test_a_discarded_import_leaves_nothing(place: Place, coordinator: Visitor) -> None:
    with working(place.services):
        id = preview(place, coordinator)
    coordinator.post(f"/de/import/{id}/discard")
    assert kept(place) == []
    assert not (place.services.config.incoming / id).exists()


def test_who_is_erased_is_in_no_byte_of_the_folder(place: Place, coordinator: Visitor) -> None:
    with working(place.services):
        written(place, coordinator)
        waiting = preview(place, coordinator)
    assert erase(place, coordinator) == 303
    assert coordinator.get(f"/de/import/{waiting}").status_code == 404
    files = [path for path in place.services.config.data.rglob("*") if path.is_file()]
    assert [path.name for path in files if any(w in path.read_bytes() for w in (b"Quast", b"99887766", b"quast"))] == []


def test_only_a_source_is_taken_for_the_source_of_a_list(place: Place, coordinator: Visitor) -> None:
    place.put("topic", "topic-1", name="Wohnen", heading="housing")
    with working(place.services):
        id = preview(place, coordinator)
        coordinator.post(f"/de/import/{id}/columns", data={**COLUMNS, "source": "topic-1"})
    record = place.services.store.get(KIND, id)
    assert record is not None
    assert record.body["mapping"]["source"] == ""
