"""What the house holds: the list of the Rems-Murr-Kreis as importers read it, and an entry of every kind by hand."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from typing import Any

from graph.model.changes import EntryId, OpId
from graph.model.fields import Audience
from graph.operations.moves import made
from graph.operations.seed import seed, topic_id
from graph.search.results import Wish
from importers.travel.propose import propose
from importers.travel.read import read
from tests.webapp.conftest import Place
from tests.webapp.doing import inline, working
from tests.webapp.importing import Importing
from webapp import calling, handed, jobs, reviews
from webapp.access import Role
from webapp.accounts import codes
from webapp.accounts.model import Account
from webapp.figures import renewing, travel_times
from webapp.imports import exporting
from webapp.imports.exporting import Exported
from webapp.jobs import Job
from webapp.outputs import shares
from webapp.pages.survey.handing import PURPOSE
from webapp.plans import keeping as plans
from webapp.plans.keeping import Plan
from webapp.survey import keeping
from webapp.tasks import planning
from webapp.worker import Worker

# Twice the same line, a row without name, an address nobody knows, a person: every list of a preview has something.
LIST = """Name;Angebot;Thema;Straße;PLZ;Ort;Telefon;Ansprechpartner;Öffnungszeiten;Farbe
Caritas-Zentrum Probe;Sozialberatung;Beratung;Hauptstr. 1;71522;Backnang;07191 12345;Erika Muster;Mo-Fr 8-12 Uhr;blau
Nähstube Probe;Nähen;Begegnung;;;Weitfortheim;07191 2345;;montags nach Absprache;rot
;Ohne Namen;;;;Waiblingen;;;;
Möbellager Probe;Möbel;Wohnen;Ringstr. 4;71332;Waiblingen;07151/999999;;;grün
"""
SHEETS = {"actor.csv": "Schlüssel,Name\nhand-actor,Beratung Versuch\n", "service.csv": "Schlüssel,Angebot\n1,Kurs\n"}
SHORTER = "\n".join(LIST.split("\n")[:2])
OTHER = "Einrichtung;Telefon;Sprechzeiten\nCaritas Zentrum Probe;07191 12345;Di 9-10 Uhr\n"
AGAIN = "Stelle;Telefon\nCaritas Zentrum Probe;07191 12345\n"


def fill(place: Place, administrator: Account) -> dict[str, str]:
    """Fill an empty store. Answers the ids that addresses are made of."""
    seed(place.services.store, place.now)
    with working(place.services):
        importing = Importing(place=place, visitor=place.visitor(Role.COORDINATOR))
        for code in ("rems-murr-outlines", "rems-murr-localities", "rems-murr-list"):
            read = importing.visitor.post(f"/de/import/sample/{code}", follow_redirects=True)
            done = importing.send(importing.send(read, "/columns"), "/apply")
        names = {"done": _id(done)} | _by_hand(place)
        importing.take_in(LIST, "Probe.csv", basis="published")
        names["columns"] = _id(importing.upload(LIST, "Spalten.csv"))
        names["preview"] = _id(
            importing.send(importing.upload(LIST.replace("Probe", "Versuch"), "Vorschau.csv"), "/columns")
        )
        names["duplicates"] = _id(importing.send(importing.upload(AGAIN, "Doppelt.csv"), "/columns"))
        other = importing.send(importing.upload(OTHER, "Widerspruch.csv"), "/columns")
        names["conflict"] = _id(importing.send(other, "/decide", all="same"))
        names["lacking"] = _id(importing.send(importing.upload(SHORTER, "Probe.csv"), "/columns"))
        importing.visitor.post("/de/duplicates/search", follow_redirects=True)
        noted = reviews.records(place.services.store, ["hand-actor"], "gone", "Probe.csv", administrator.id, place.now)
        place.services.store.commit(None, put=noted)
        names["workbook"] = _id(importing.upload(_zipped(SHEETS), "Mappe.zip"))
    ready = Exported(owner=administrator.id, file="Netzwerk.xlsx", content=b"x" * 5000)
    exporting.keep(place.services.store, "export-ready", ready, place.now)
    names["shared"] = shares.make(place.services.store, Wish(area=names["town"]), 7, administrator.id, place.now)
    _travel(place, administrator)
    renewing.start(place.services, administrator.id)
    Worker(place.services, inline).work_off()
    names |= {"needed": "topic-debt"} | _plans(place, administrator)
    return names | _report(place) | _records(place, administrator)


def _travel(place: Place, administrator: Account) -> None:
    """A table of travel times that waits for somebody's yes, with a row that names nothing here."""
    table = "Von;Nach;Minuten;Verkehrsmittel\nWaiblingen;Waiblingen;12;Bus\nWaiblingen;Nirgendwo;35;Bus\n"
    times = propose(place.services.live.refresh(), read(table.encode(), "Fahrzeiten.csv"))
    stated = ("travel-draft", administrator.id, "Probe", "2026-10-01", "Fahrzeiten.csv")
    place.services.store.commit(None, put=travel_times.draft(*stated, times, place.now))


def _plans(place: Place, administrator: Account) -> dict[str, str]:
    """A plan with a result and a move whose entry is gone, and one without anything."""
    store, network, at = place.services.store, place.services.live.refresh(), place.now.isoformat()
    surge = {"persons": 40, "desks": 2, "hours": 8.0, "minutes_least": 30.0, "minutes_most": 60.0}
    values = [
        ("language", {"service": "hand-service", "languages": ["uk"]}),
        ("link", {"sender": "hand-actor", "receiver": "hand-unit"}),
        ("drop_out", {"actor": "nobody"}),
        ("surge", surge),
    ]
    moves = [made(network, f"move{n}", what, some) for n, (what, some) in enumerate(values)]
    plan = Plan(id="plan-full", title="Mehr Sprachen", owner=administrator.id, changed=at, moves=tuple(moves))
    plans.create(store, plan)
    plans.create(store, Plan(id="plan-empty", title="Noch leer", owner=administrator.id, changed=at))
    planning.compute(b"", {"plan": plan.id, "now": at, "store": place.services.config.url}, lambda *told: None)
    return {"plan": plan.id, "plan_empty": "plan-empty"}


def _report(place: Place) -> dict[str, str]:
    """A frozen report and a link that opens it."""
    visitor = place.visitor(Role.COORDINATOR)
    number = re.search(r'name="figures" value="(\w+)"', visitor.get("/de/overview").text)
    assert number
    report = visitor.post("/de/reports", data={"figures": number[1], "op": "report"}).location
    link = re.search(r"/shared/report/([\w-]+)", visitor.post(f"{report}/link").text)
    assert link
    return {"report": report.rpartition("/")[2], "handed_report": link[1]}


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, text in files.items():
            parts.writestr(name, text)
    return out.getvalue()


def _id(page: Any) -> str:
    assert page.status_code == 200, page.status
    return str(page.request.path.split("/")[3])


def _by_hand(place: Place) -> dict[str, str]:
    network = place.services.live.refresh()
    town = next(a.id for a in network.of_kind("area").values() if a.fields["name"] == "Waiblingen")
    county = next(a.id for a in network.of_kind("area").values() if a.fields.get("level") == "county")
    opening = {a.id for a in network.of_kind("actor").values() if a.fields.get("hours")}
    service = next(s for s in network.of_kind("service").values() if s.fields["provider"] in opening)
    listed = service.fields["provider"]
    for kind, id, fields in _entries(town, listed):
        place.put(kind, id, **fields)
    topic = topic_id(next(e.fields["code"] for e in network.of_kind("topic").values() if e.fields.get("code")))
    source = next(iter(network.of_kind("source")))
    gone = place.services.live.refresh().entry("hand-gone")
    _delete(place, gone.id, dict(gone.fields))
    return {
        "town": town, "county": county, "listed": listed, "listed_service": service.id,
        "topic": topic, "source": source, "gone": "hand-gone",
    }  # fmt: skip


def _delete(place: Place, id: str, fields: dict[str, Any]) -> None:
    from graph.operations import edit

    changes = edit.delete(place.services.live.refresh(), id)
    made = edit.changeset(OpId(f"delete-{id}"), "", place.now, changes, "why.delete", "")
    place.services.store.commit(made)


def _entries(town: str, listed: str) -> list[tuple[str, str, dict[str, Any]]]:
    reach = {
        "phones": ["+4971515011234;ext=12"], "mails": ["info@example.org"], "websites": ["https://example.org/"],
        "hours": "Mo-Fr 08:00-12:00; Th 14:00-18:00", "phone_hours": "Mo-We 09:00-11:00", "by_appointment": True,
        "languages": ["de", "uk:interpreter:3", "ar:staff", "tr"], "confirmed_on": "2026-10-30",
    }  # fmt: skip
    many = ["families", "women", "lgbtiq"]
    everything = {
        **reach, "topics": ["topic-debt"], "target_groups": many, "statuses": ["temporary_protection"],
        "areas": [town], "channels": ["on_site", "phone"], "documents": "Ausweis, Mietvertrag", "cost": "kostenlos",
        "capacity": 12, "capacity_unit": "persons", "capacity_on": "2026-09-01", "capacity_source": "Träger",
        "legal_basis": "§ 16a SGB II", "legal_from": "2025-01-01", "legal_to": "2027-12-31", "duty": "voluntary",
        "funder": "Land", "funded_until": "2027-06-30", "about": "Beratung bei Schulden. " * 8,
    }  # fmt: skip
    note = {"note": "Nur intern.", "extra": {"Farbe": "blau"}}
    return [
        ("place", "hand-place", {"name": "Rathaus", "street": "Kurze Straße", "house_number": "33", "postcode": "71332",
         "locality": "Waiblingen", "area": town, "latitude": 48.83, "longitude": 9.32, "step_free": True}),
        ("place", "hand-shelter", {"name": "Frauenhaus", "street": "Geheime Straße", "house_number": "1",
         "locality": "Waiblingen", "area": town, "protected": True}),
        ("actor", "hand-actor", {"name": "Schuldnerberatung Rems-Murr-Donaudampfschifffahrtsgesellschaftshilfe",
         "short_name": "SB", "sector": "administration", "about": "Hilft bei Schulden.\n\nAuch abends.",
         "entry_point": True, "places": ["hand-place"], "areas": [town], **reach, **note}),
        ("actor", "hand-unit", {"name": "Frauenhaus Rems-Murr", "sector": "civil_society", "parent": "hand-actor",
         "places": ["hand-shelter"], "areas": [town], "phones": ["+497151123456"]}),
        ("actor", "hand-callback", {"name": "Still im Netz", "sector": "business", "audience": "network"}),
        ("service", "hand-service", {"name": "Schuldnerberatung", "provider": "hand-actor", "places": ["hand-place"],
         **everything, **note}),
        ("service", "hand-bare", {"name": "Nur ein Name", "provider": "hand-unit"}),
        ("contact", "hand-deputy", {"function": "Sekretariat", "actor": "hand-actor", "phones": ["+4971515011200"]}),
        ("contact", "hand-contact", {"function": "Fallmanagement A–K", "actor": "hand-actor",
         "services": ["hand-service"], "person": "Erika Muster", "basis": "published", "source": "Liste",
         "review_by": "2027-01-01", "phones": ["+4971515011299"], "mobiles": ["+491701234567"],
         "mails": ["erika@example.org"], "hours": "Mo-Fr 08:00-12:00", "letters": "A–K", "areas": [town],
         "deputy": "hand-deputy", "absent_until": "2099-12-31", "audience": "coordination", **note}),
        ("referral", "hand-referral", {"sender": "hand-actor", "receiver": "hand-service", "kind": "refers",
         "formality": "agreed", "sender_confirmed_until": "2027-06-30", "counts": ["2026-Q1: 12"],
         "waiting_weeks": 6, "waiting_on": "2026-11-03"}),
        ("referral", "hand-referral-2", {"sender": listed, "receiver": "hand-actor"}),
        ("referral", "hand-referral-3", {"sender": "hand-actor", "receiver": "hand-unit"}),
        ("agreement", "hand-agreement", {"name": "Kooperation", "parties": ["hand-actor", "hand-unit"]}),
        ("group", "hand-group", {"name": "AG Wohnen", "members": ["hand-actor", "hand-unit", listed], "areas": [town]}),
        ("event", "hand-event", {"name": "Netzwerktreffen", "starts": "2026-12-01T14:00", "group": "hand-group"}),
        ("journey", "hand-journey", {"name": "Schutz nach § 24", "start": "hand-actor"}),
        ("step", "hand-step", {"name": "Anmelden", "journey": "hand-journey", "position": 1}),
        ("demand", "hand-demand", {"area": town, "target_group": "families", "persons": 120}),
        ("share", "hand-share", {"topic": "topic-debt", "percent": 60, "source": "Annahme"}),
        ("absence", "hand-absence", {"topic": "topic-debt", "area": town, "stated_on": "2026-11-01"}),
        ("measure", "hand-measure", {"name": "Zweite Beratungsstelle", "owner": "hand-actor", "yearly_cost": 80000}),
        ("actor", "hand-gone", {"name": "Bald gelöscht", "sector": "business"}),
    ]  # fmt: skip


def _records(place: Place, administrator: Account) -> dict[str, str]:
    store, now = place.services.store, place.now
    invited = place.account("neu@example.org", Role.PARTNER, actor="hand-actor")
    far = now + timedelta(days=2)
    common: dict[str, Any] = {"owner": administrator.id, "subject": "Liste.csv", "back": "/import"}
    task = "webapp.tasks.proposing:propose"
    made = [
        Job(id="job-running", task=task, state="running", done=40, total=118, step="propose", tries=1, **common),
        Job(id="job-failed", task=task, state="failed", error="child.memory", **common),
        Job(id="job-cancelled", task=task, state="cancelled", **common),
    ]
    store.commit(None, put=[jobs.replace_due(jobs.as_record(job), far if not job.over else None, far) for job in made])
    return {"code": codes.invite(store, invited.id, now), "account": invited.id} | _survey(place, administrator)


def _survey(place: Place, administrator: Account) -> dict[str, str]:
    """A printed roster, answers and refusals, a link without account, a phone round."""
    store, network = place.services.store, place.services.live.refresh().seen_by(Audience.NETWORK)
    roster = keeping.extended_roster(store, network)
    day = place.now.date().isoformat()
    asked = [
        keeping.Asked(actor=EntryId("hand-actor"), answered_on=day, answered_how="sheet", no=("hand-referral-2",)),
        keeping.Asked(actor=EntryId("hand-unit"), asked_on=day, asked_how="sheet", no=("hand-referral-3",)),
    ]
    called = calling.begin(administrator.id, [EntryId("hand-actor"), *roster[:40]], "Schulden", 0)
    store.commit(None, put=[*map(keeping.record_of, asked), calling.record_of(called, place.now)])
    return {"survey": handed.make(store, PURPOSE, {}, "hand-actor", place.now, timedelta(days=9))}
