"""What planners do on the pages of plans."""

from __future__ import annotations

from datetime import timedelta

from tests.webapp.conftest import Place, Visitor
from webapp.figures import renewing
from webapp.worker import Worker

SURGE = {"persons": "400", "desks": "6", "hours": "8", "minutes_least": "20", "minutes_most": "30", "usual": "60"}
MOVES = {
    "link": {"sender": "hall", "receiver": "course"},
    "language": {"service": "course", "languages": "Ukrainisch"},
    "place": {"service": "course", "area": "naumburg"},
    "capacity": {"service": "course", "by": "20"},
    "service": {"name": "Kurs B1", "provider": "school", "topics": "german", "capacity": "15", "area": "zeitz"},
    "roof": {"name": "Haus", "actors": ["hall", "school"]},
    "funding_ends": {"service": "course"},
    "drop_out": {"actor": "school"},
    "surge": SURGE,
}


def begun(visitor: Visitor, title: str = "Mehr Deutsch") -> str:
    answer = visitor.post("/de/plans", data={"title": title})
    assert answer.status_code == 303
    return answer.headers["Location"].removeprefix("/de")


def add(visitor: Visitor, plan: str, what: str, **values: str) -> str:
    answer = visitor.post(f"/de{plan}/add/{what}", data=values, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return answer.text


def renewed(county: Place, worker: Worker) -> None:
    county.now += timedelta(minutes=10)
    renewing.start(county.services, "")
    worker.work_off()
