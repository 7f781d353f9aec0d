"""Each hostile or broken file through the page, read by a real child process: a sentence in German, nothing changed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.hostile.files import LISTS, OUTLINES, Hostile
from tests.webapp.conftest import Place, Visitor, application, memory, place
from webapp.access import Role
from webapp.pages.imports import steps
from webapp.worker import Worker

__all__ = ["application", "memory", "place"]


@pytest.fixture
def visitor(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    monkeypatch.setattr(steps, "WAIT_SECONDS", 40.0)
    worker = Worker(place.services)
    worker.begin()
    yield place.visitor(Role.COORDINATOR)
    worker.stop()


@pytest.mark.parametrize("hostile", [*LISTS, *OUTLINES], ids=lambda hostile: hostile.name)
def test_it_ends_in_a_sentence_and_changes_nothing(hostile: Hostile, place: Place, visitor: Visitor) -> None:
    before = place.services.store.revision()
    given = (io.BytesIO(hostile.make()), Path(hostile.name).name)
    page = visitor.post("/de/import", data={"file": given}, content_type="multipart/form-data", follow_redirects=True)
    said = unescape(page.text)
    assert place.services.store.revision() == before
    assert page.status_code < 500
    if hostile.error and hostile.error != ("read.not_geojson",):  # as a list it is a good one
        assert page.status_code in (413, 422)
        assert "Diese Datei kann nicht gelesen werden" in said
    assert given[1] in said or "größer als 20 MB" in said
