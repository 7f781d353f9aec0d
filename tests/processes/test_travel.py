"""A table of travel times is read in a bounded child, however large or broken it is."""

from __future__ import annotations

import json
from zipfile import ZipFile

import pytest

from tests.webapp.conftest import Place
from tests.webapp.pages.test_missing import county
from webapp import jobs
from webapp.figures import travel_times
from webapp.imports import files
from webapp.jobs import Job
from webapp.pages.figures.travel import TASK
from webapp.worker import Worker


def read(place: Place, content: bytes, name: str = "Zeiten.csv") -> Job:
    files.keep(place.services, "table", content)
    arguments = {"table": "table", "file": name, "source": "Probe", "day": "2026-10-01"}
    id = jobs.start(place.services, TASK, arguments, owner="anna", subject=name, back="/figures/travel")
    Worker(place.services).work_off()
    job = jobs.find(place.services.store, id)
    assert job is not None
    return job


def test_a_child_reads_a_large_table_and_keeps_it_in_pieces(place: Place) -> None:
    county(place)
    places = 12_000
    network = [(f"p{n}", {"name": f"Haltestelle {n}", "locality": "Westfeld"}) for n in range(3)]
    for id, fields in network:
        place.put("place", id, **fields)
    rows = "".join(f"Westfeld;Haltestelle {n % 3};{n % 60};{('Bus', 'Auto', 'Fuß')[n % 3]}\n" for n in range(places))
    job = read(place, ("Von;Nach;Minuten;Verkehrsmittel\n" + rows).encode())
    assert (job.state, job.result) == ("done", "/figures/travel/table")
    draft = place.services.store.get(travel_times.DRAFT_KIND, "table")
    assert draft is not None and draft.body["wrong_rows"] > 0 and len(draft.body["wrong"]) == travel_times.SHOWN_WRONG
    head = travel_times.head_of(draft.body["head"])
    assert travel_times.minutes_of(place.services.store, head) == {
        ("west", "p0", "bus"): 0.0, ("west", "p1", "car"): 1.0, ("west", "p2", "foot"): 2.0,
    }  # fmt: skip
    assert not (place.services.config.incoming / "table").exists()


@pytest.mark.parametrize("content", [b"\x00\xff" * 500, b"PK\x03\x04" + b"x" * 100, b"a;b\n1;2\n", b""])
def test_what_is_no_table_is_told_by_its_name_and_nothing_is_kept(place: Place, content: bytes) -> None:
    county(place)
    job = read(place, content)
    assert job.state == "failed" and "Zeiten.csv" in job.told("de")
    assert not place.services.store.find(travel_times.DRAFT_KIND)
    assert not place.services.store.find(travel_times.PIECE_KIND)


def test_a_workbook_that_unpacks_to_more_than_memory_ends_in_a_sentence(place: Place, tmp_path: object) -> None:
    county(place)
    path = place.services.config.data / "bomb.xlsx"
    with ZipFile(path, "w", compression=8) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    job = read(place, path.read_bytes(), "Bombe.xlsx")
    assert job.state == "failed" and "Bombe.xlsx" in job.told("de")
    assert json.dumps(job.params)
