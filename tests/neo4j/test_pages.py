"""A walk through the main pages: over a server they say what they say over a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.store import Store
from tests.generator import fill, generate
from tests.webapp.conftest import Place
from webapp.access import Role

ENTRIES = generate(60)
CHANGING = re.compile(r'name="op" value="\w+"|nonce="[^"]*"|\?v=\w+')


def _paths() -> list[str]:
    some = {kind: next(e.id for e in ENTRIES if e.kind == kind) for kind in ("actor", "service", "area", "contact")}
    pages = ["/", "/search?q=deutsch", "/search?q=wohnung", "/areas", "/about", "/sign-in", "/entries", "/history"]
    pages += [f"/{kind}/{some[kind]}" for kind in ("actor", "service", "area")]
    pages += [f"/entries/{kind}" for kind in some] + [f"/entry/{some['actor']}/edit", f"/entry/{some['actor']}/history"]
    return [*pages, "/entries/actor/new", "/import", "/account", "/history/1"]


@pytest.fixture
def both(store: Store, tmp_path: Path, application: Callable[[Store], Place]) -> Iterator[tuple[Place, Place]]:
    file = open_store(str(tmp_path / "store.db"))
    for each in (store, file):
        fill(each, ENTRIES)
    yield application(store), application(file)
    file.close()


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COORDINATOR])
def test_every_page_is_the_same_over_both_engines(both: tuple[Place, Place], role: Role) -> None:
    server, file = (place.visitor(role) for place in both)
    for path in _paths():
        answers = [visitor.get(f"/de{path}") for visitor in (server, file)]
        assert answers[0].status_code == answers[1].status_code, path
        assert answers[0].status_code < (400 if role is Role.COORDINATOR else 404), path
        said, expected = (CHANGING.sub("", answer.text) for answer in answers)
        assert said == expected, path


def test_an_entry_is_made_changed_found_and_taken_back(both: tuple[Place, Place]) -> None:
    place, _ = both
    visitor = place.visitor(Role.COORDINATOR)
    made = visitor.post("/de/entries/actor/new", data={"op": "a" * 32, "name": "Sprachcafé Zwiebelturm"})
    assert made.status_code == 303
    id = made.headers["Location"].rpartition("/")[2]
    assert "Sprachcafé Zwiebelturm" in visitor.get(f"/de/actor/{id}").text
    assert "Sprachcafé Zwiebelturm" in visitor.get("/de/search?q=Zwiebelturm").text
    again = visitor.post("/de/entries/actor/new", data={"op": "a" * 32, "name": "Sprachcafé Zwiebelturm"})
    assert again.headers["Location"] == made.headers["Location"]
    revision = place.services.store.revision()
    asked = visitor.get(f"/de/history/{revision}/undo").text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked))
    assert visitor.post(f"/de/history/{revision}/undo", data=hidden).status_code == 303
    assert visitor.get(f"/de/actor/{id}").status_code == 404
