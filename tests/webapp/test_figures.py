"""Figures are computed by a job, kept as Records, and read by pages that compute nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from graph.analysis.referrals.passing import Keeping
from graph.model.errors import RecordConflict
from graph.model.fields import Audience
from tests.webapp.conftest import NOW, Place
from tests.webapp.doing import inline
from webapp import jobs
from webapp.access import Role
from webapp.figures import assumed, keeping, renewing, shelf
from webapp.figures.assumed import Assumed
from webapp.figures.shelf import Shelf
from webapp.worker import Worker

PEOPLE = [("town", "uk", 122), ("town", "ar", 3), ("village", "uk", 81), ("village", "ar", 21), ("village", "ru", 40)]


@pytest.fixture
def county(place: Place) -> Place:
    """A county of two places, 60 % of whose people need a course that the town hall offers to both."""
    place.put("area", "town", name="Weitfeld", level="municipality")
    place.put("topic", "course", name="Deutschkurs", heading="german")
    place.put("share", "share", topic="course", percent=60)
    place.put("area", "village", name="Enghausen", level="municipality")
    for n, (area, language, persons) in enumerate(PEOPLE):
        place.put("demand", f"demand{n}", area=area, persons=persons, language=language)
    place.put("actor", "hall", name="Rathaus", entry_point=True, areas=["town"])
    place.put("service", "kurs", name="Kurs", provider="hall", topics=["course"], areas=["town", "village"])
    place.now = NOW + timedelta(minutes=2)
    return place


def run(place: Place) -> str:
    """Start a run and do it."""
    id = renewing.start(place.services, "anna")
    Worker(place.services, inline).work_off()
    return id


def texts(place: Place, audience: Audience) -> Iterator[str]:
    head = keeping.head_of(place.services.store, audience.value)
    assert head is not None
    for name in head.parts:
        yield json.dumps(keeping.part_of(place.services.store, head, name))


def test_a_run_keeps_figures_for_every_audience_with_what_they_rest_on(county: Place) -> None:
    run(county)
    for audience in Audience:
        found = county.services.figures.last(county.services.store, audience.value)
        assert found is not None and found.part("indicators")["cells_offered"] == 2
        assert (found.revision, found.day, found.assumed["threshold"]) == (11, county.now.date(), 45)


def test_counts_are_exact_inside_and_published_without_small_cells(county: Place) -> None:
    run(county)
    persons = {}
    for audience in Audience:
        found = county.services.figures.last(county.services.store, audience.value)
        assert found is not None
        persons[audience.value] = found.part("coverage")[0]["persons"]
    assert persons["coordination"] == pytest.approx(0.6 * 267)
    assert 0 < persons["public"] == persons["network"] < persons["coordination"]
    assert persons["public"] / 0.6 % 5 == pytest.approx(0)


def test_nothing_is_published_where_the_setting_says_so(county: Place) -> None:
    assumed.save(county.services.store, Assumed(publish=False))
    run(county)
    found = county.services.figures.last(county.services.store, "public")
    assert found is not None and found.part("coverage") == []


def test_figures_of_an_audience_hold_nothing_that_it_may_not_see(county: Place) -> None:
    county.put("actor", "secret-actor", name="Geheim", audience="coordination", entry_point=True)
    county.put("referral", "secret-link", sender="secret-actor", receiver="hall")
    run(county)
    assert any("secret-actor" in text for text in texts(county, Audience.COORDINATION))
    for audience in (Audience.PUBLIC, Audience.NETWORK):
        assert not any("secret" in text or "Geheim" in text for text in texts(county, audience))


def test_large_parts_are_kept_in_pieces_and_read_as_a_whole(place: Place) -> None:
    store, day = place.services.store, NOW.date()
    head = keeping.Head(key="k", number="1", revision=1, day=day, moment=NOW, assumed={}, settings=0)
    keeping.keep(store, head, {"long": ["ä" * keeping.PIECE], "short": {"a": 1}})
    stored = keeping.head_of(store, "k")
    assert stored is not None and stored.parts == {"long": 2, "short": 1}
    assert keeping.part_of(store, stored, "long") == ["ä" * keeping.PIECE]
    assert keeping.part_of(store, stored, "none") is None


def test_who_reads_a_run_reads_it_to_its_end_while_the_next_one_comes(place: Place) -> None:
    store, shelf = place.services.store, Shelf()
    for number in "123":
        head = keeping.Head(key="k", number=number, revision=1, day=NOW.date(), moment=NOW, assumed={}, settings=0)
        keeping.keep(store, head, {"part": number})
        if number == "1":
            first = shelf.last(store, "k")
        if number == "2":
            assert first is not None and first.part("part") == "1"
    last = shelf.last(store, "k")
    assert last is not None and last.part("part") == "3" and shelf.last(store, "k") is last
    assert len(store.find(keeping.PIECE_KIND)) == 2


def test_figures_are_renewed_once_the_network_was_quiet_and_only_by_one(county: Place) -> None:
    county.now = NOW + timedelta(seconds=30)
    assert renewing.renew(county.services) == ""
    county.now = NOW + timedelta(seconds=61)
    job = renewing.renew(county.services)
    assert job and renewing.renew(county.services) == ""
    assert renewing.start(county.services, "anna") == job
    Worker(county.services, inline).work_off()
    assert not renewing.outdated(county.services)
    county.now += timedelta(hours=1)
    assert renewing.renew(county.services) == ""


def test_a_new_day_other_assumptions_and_a_new_entry_make_figures_old(county: Place) -> None:
    run(county)
    assumed.save(county.services.store, Assumed(threshold=30))
    assert renewing.outdated(county.services)
    run(county)
    county.now += timedelta(days=1)
    assert renewing.outdated(county.services)
    run(county)
    county.put("actor", "new", name="Neu")
    assert renewing.outdated(county.services)


def test_runs_keep_a_distance_and_a_failed_one_is_not_repeated_at_once(county: Place) -> None:
    run(county)
    county.put("actor", "new", name="Neu")
    county.now += timedelta(minutes=2)
    assert renewing.renew(county.services) == ""
    county.now += timedelta(minutes=3)
    job = renewing.renew(county.services)
    jobs.cancel(county.services, job)
    county.now += timedelta(minutes=30)
    assert renewing.renew(county.services) == ""
    county.now += timedelta(minutes=31)
    assert renewing.renew(county.services)


def test_a_jobs_page_says_how_far_it_is_and_renews_itself_without_script(county: Place) -> None:
    job = renewing.start(county.services, "anna")
    visitor, store = county.visitor(Role.COORDINATOR), county.services.store
    assert "wartet, bis" in visitor.get(f"/de/jobs/{job}").text
    record = store.get(jobs.KIND, job)
    assert record is not None
    store.commit(None, put=[replace(record, body={**record.body, "state": "running"})])
    page = visitor.get(f"/de/jobs/{job}").text
    assert "hat begonnen" in page and '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    jobs.cancel(county.services, job)


def test_an_empty_network_has_nothing_to_compute(place: Place) -> None:
    assert renewing.renew(place.services) == ""


def test_coordinators_start_a_run_and_see_how_far_it_is(county: Place) -> None:
    visitor = county.visitor(Role.COORDINATOR)
    assert "noch keine Zahlen" in visitor.get("/de/figures").text
    answer = visitor.post("/de/figures")
    assert answer.status_code == 303
    assert "Die Zahlen werden neu berechnet" in visitor.get(answer.location).text
    assert "Wie weit ist es?" in visitor.get("/de/figures").text
    Worker(county.services, inline).work_off()
    assert visitor.get(answer.location).location == "/de/figures"
    assert "aus Stand 11 des Netzwerks" in visitor.get("/de/figures").text


FORM = {
    "threshold": "30", "means": "car", "detour": "1,4", "bus": "20", "car": "50", "foot": "5", "ready": "70",
    "beyond": "1", "version": "0", "kept_low": "70", "kept_high": "90", "week_low": "95", "week_high": "99,5",
}  # fmt: skip


def test_assumptions_are_changed_by_coordinators_and_never_overwrite_each_other(place: Place) -> None:
    visitor = place.visitor(Role.COORDINATOR)
    assert visitor.post("/de/figures/assumptions", data=FORM).status_code == 303
    kept = assumed.load(place.services.store)
    assert (kept.threshold, kept.means, kept.detour, kept.ready) == (30, "car", 1.4, 0.7)
    assert (kept.interpreters, kept.beyond, kept.publish, kept.version) == (False, True, False, 1)
    taken = assumed.whole(place.services.store)[1]
    assert taken.travel.speeds["car"] == 50 and taken.keeping == Keeping(
        low=0.7, high=0.9, week_low=0.95, week_high=0.995
    )
    again = visitor.post("/de/figures/assumptions", data=FORM | {"threshold": "60"}, follow_redirects=True)
    assert "jemand anderes" in again.text and assumed.load(place.services.store).threshold == 30
    with pytest.raises(RecordConflict):
        assumed.save(place.services.store, Assumed())


def test_what_makes_no_sense_as_an_assumption_is_said_beside_its_field(place: Place) -> None:
    answer = place.visitor(Role.COORDINATOR).post(
        "/de/figures/assumptions", data=FORM | {"threshold": "null", "detour": "0", "means": "rocket", "foot": "nan"}
    )
    turned = place.visitor(Role.COORDINATOR).post("/de/figures/assumptions", data=FORM | {"kept_low": "95"})
    assert turned.status_code == 422 and "Das Mindeste kann nicht mehr sein" in turned.text
    assert answer.status_code == 422 and answer.text.count("Bitte eine Zahl von") >= 3
    assert 'value="null"' in answer.text and "Bitte wählen Sie" in answer.text


def test_figures_of_an_older_program_are_not_shown_and_computed_anew(
    county: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(county)
    assert county.services.figures.last(county.services.store, "public") and not renewing.outdated(county.services)
    for module in (shelf, renewing):
        monkeypatch.setattr(module, "methods", lambda: "newer")
    assert county.services.figures.last(county.services.store, "public") is None
    assert renewing.outdated(county.services)
    assert "Noch sind keine Zahlen berechnet" in county.visitor().get("/de/overview").text
