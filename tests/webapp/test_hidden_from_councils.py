"""What a reader may not see is in no byte of what analyses show: overview, reports, links, gaps, ways, structure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from graph.model.fields import Audience, Type
from graph.model.schema import kind, kinds
from tests.webapp.conftest import NOW, Place
from tests.webapp.outputs import canaries
from tests.webapp.test_council import freeze, run
from webapp.access import AUDIENCES, Role
from webapp.council import reports, snapshots
from webapp.figures import keeping

REFERS = {"area": "open-area", "topic": "open-topic", "actor": "open-actor", "service": "open-service",
          "journey": "open-journey", "place": "open-place", "contact": "open-contact"}  # fmt: skip
COUNCIL_PAGES = ("overview", "overview/people", "reports", "report/2026-1")
PAGES = (*COUNCIL_PAGES, "missing", "missing/open-topic", "missing/open-topic/open-area", "ways", "ways/topics",
         "ways/topic/open-topic", "ways/journey/open-journey", "structure", "search", "search?q=zqx", "areas",
         "area/open-area", "ways/find?topic=open-topic", "take/offline.html")  # fmt: skip


@pytest.fixture
def house(place: Place) -> Place:
    """A network in which entries of every kind are hidden, and every field of a public one that not everybody sees."""
    canaries.fill(place)
    place.put("actor", "start", name="Offenes Bürgerbüro", entry_point=True, areas=["open-area"])
    place.put(
        "referral", "open-link", sender="start", receiver="open-service", waiting_weeks=9, waiting_on="2026-11-01"
    )
    place.put("journey", "open-journey", name="Ankommen")
    place.put("topic", "none", name="Wohnung", heading="housing")
    place.put("step", "open-step", name="Besuch bei Offene Beratung", journey="open-journey", topic="open-topic",
              position=1)  # fmt: skip
    place.put("step", "open-end", name="Offene Beratung hilft", journey="open-journey", topic="none", position=2)
    place.put("share", "open-share", topic="open-topic", percent=50)
    place.put("demand", "open-demand", area="open-area", persons=99917, language="uk")
    place.put("demand", "open-other", area="open-area", persons=83, language="ar")
    place.put("measure", "open-measure", name="Mehr bei Offene Beratung", topic="open-topic", areas=["open-area"],
              owner="open-actor", yearly_cost=9000, **canaries._secrets("measure"))  # fmt: skip
    for word, audience in ((canaries.COORDINATION, "coordination"), (canaries.NETWORK, "network")):
        for name in kinds():
            if name not in ("actor", "service", "contact", "place"):  # they are there
                place.put(name, f"{name}-{audience}", **_filled(name, word), audience=audience)
    place.now = NOW + timedelta(minutes=2)
    run(place)
    return place


def _filled(name: str, canary: tuple[str, str, str]) -> dict[str, Any]:
    fields = canaries._filled(name, canary)
    for field in kind(name).fields:
        if field.type in (Type.REF, Type.REFS) and field.refs and field.refs[0] in REFERS and field.name != "parent":
            id = REFERS[field.refs[0]]
            fields[field.name] = [id] if field.type is Type.REFS else id
        if field.type is Type.DAY:
            fields[field.name] = "2027-01-31"
        if field.required and field.type in (Type.CODE, Type.COUNT):
            fields[field.name] = 99917 if field.type is Type.COUNT else next(iter(field.options))
    return {name: value for name, value in fields.items() if name not in ("audience", "plan")}


def read(house: Place, role: Role) -> Iterator[tuple[str, str]]:
    """(where, all its bytes) of what analyses show a reader."""
    coordinator = house.visitor(Role.COORDINATOR)
    if not reports.listed(house.services.store, "public"):
        freeze(house, coordinator)
    made = coordinator.post("/de/report/2026-1/link", data={"days": "30"}).text
    link = re.search(r"/de(/shared/report/[\w-]+)", made)
    assert link
    reader = house.visitor(role)
    for lang in ("de", "en"):
        for path in (*PAGES, link[1][1:]):
            answer = reader.get(f"/{lang}/{path}")
            assert answer.status_code == (302 if role is Role.ANYONE and path.startswith("report") else 200), path
            yield f"{lang}/{path}", answer.get_data(as_text=True)


def kept(house: Place, audience: Audience) -> Iterator[tuple[str, str]]:
    """(where, all that is kept) of an audience's figures, reports and Snapshots."""
    store = house.services.store
    head = keeping.head_of(store, audience.value)
    assert head is not None
    yield from ((name, json.dumps(keeping.part_of(store, head, name), ensure_ascii=False)) for name in head.parts)
    for name in (reports.KIND, reports.BODY_KIND, snapshots.KIND):
        yield from ((name, json.dumps(record.body, ensure_ascii=False)) for record in store.find(name))


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.PARTNER])
def test_nothing_that_analyses_show_holds_what_its_reader_may_not_see(house: Place, role: Role) -> None:
    audience = AUDIENCES[role]
    words = [part for canary in canaries.HIDDEN_FROM[audience] for part in canary]
    found = [
        (where, text[max(0, text.index(word) - 60) : text.index(word) + 40])
        for where, text in (*read(house, role), *kept(house, audience))
        for word in words
        if word in text and not where.startswith(("de/search?q", "en/search?q"))
    ]
    assert found == []


def test_the_canaries_are_there_to_be_found(house: Place) -> None:
    visitor = house.visitor(Role.COORDINATOR)
    everything = "".join(visitor.get(f"/de/{path}").get_data(as_text=True) for path in PAGES)
    assert "zqxkoord" in everything and "zqxnetz" in everything


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.COORDINATOR])
def test_councils_read_of_topics_and_places_and_of_no_actor_whatever_a_title_names(house: Place, role: Role) -> None:
    mains = [text[text.index("<main") : text.index("</main")] for where, text in read(house, role)
             if "<main" in text and (where[3:] in COUNCIL_PAGES or "shared" in where)]  # fmt: skip
    assert len(mains) >= 6 and any("Schulden in Zeitz" in main for main in mains)
    assert not [main for main in mains if re.search(r"Offene Beratung|Bürgerbüro|Schuldenhilfe", main)]
    assert not [text for where, text in kept(house, Audience.PUBLIC) if where.startswith(("report", "council")) and
                "Offene Beratung" in text]  # fmt: skip
