"""What ends within a year, and which coverage goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.analysis.finding import about, rounded
from graph.model.changes import Entry
from graph.model.codes import STATUSES, TARGET_GROUPS
from graph.model.values.languages import language_name
from graph.network import name_of
from webapp.access import Permission, needs
from webapp.figures.shown import frame, last
from webapp.pages.plans.blueprint import pages
from webapp.plans import keeping
from webapp.render import page
from webapp.texts import label, plural_translator
from webapp.visit import Visit, visit

NAMED = 8


@pages.get("/plans/ending")
@needs(Permission.PLAN)
def ending() -> str:
    """Services and agreements by the day they end."""
    here = visit()
    figures = last(here)
    found = (figures.part("ending") if figures else None) or []
    return page(
        "plans/ending.html",
        rows=[_row(here, each) for each in found if each["entry"] in here.network],
        plans=keeping.every(here.services.store),
        **frame(here, figures),
        noindex=True,
    )


def _row(here: Visit, each: Mapping[str, Any]) -> dict[str, Any]:
    entry = here.network.entry(each["entry"])
    what = {
        "funded_until": here._("Förderung"),
        "legal_to": here._("Rechtsgrundlage"),
        "ends_on": here._("Vereinbarung"),
    }
    # Figures kept by an earlier version say less; then nothing is claimed.
    loss = each.get("loss") or {"cells": each["loses"], "fewer": [], "people": [], "others": 0, "counted": False}
    told = [*_cells(here, loss["cells"]), *_fewer(here, loss["fewer"])]
    people = [said for one in loss["people"] if (said := _fallen(here, one))]
    return {
        "id": entry.id,
        "name": name_of(here.network, entry.id, here.lang),
        "service": entry.kind == "service",
        "provider": name_of(here.network, entry.fields.get("provider", ""), here.lang),
        "parties": [name_of(here.network, id, here.lang) for id in entry.fields.get("parties", ())],
        "services": [(id, name_of(here.network, id, here.lang)) for id in each.get("services", ())],
        "day": each["day"],
        "what": what[each["field"]],
        "funder": entry.fields.get("funder", ""),
        "places": _places(entry),
        "lost": told,
        "people": people,
        "others": loss["others"] if told or people else 0,
        "else": _kept(here, entry, each["field"], loss) if not (told or people) else "",
    }


def _places(entry: Entry) -> int:
    unit = entry.fields.get("capacity_unit") in ("persons", "places")
    return int(entry.fields.get("capacity", 0)) if unit else 0


def _cells(here: Visit, cells: Sequence[Sequence[str]]) -> list[str]:
    """What nobody offers any more, a line a topic."""
    lost: dict[str, list[str]] = {}
    for topic, unit in cells:
        lost.setdefault(topic, []).append(unit)
    return [
        here._("{topic}: kein Angebot mehr: {places}", topic=_name(here, topic), places=_some(here, units))
        for topic, units in lost.items()
    ]


def _fewer(here: Visit, fewer: Sequence[Mapping[str, Any]]) -> list[str]:
    """For whom nothing is left, a line each."""
    return [
        f"{_name(here, one['topic'])}: {_for_whom(here, one['what'], one['code'])}: {_some(here, one['units'])}"
        for one in fewer
    ]


def _for_whom(here: Visit, what: str, code: str) -> str:
    if what == "language":
        return here._("nichts mehr auf {language}", language=language_name(code, here.lang))
    if not code:
        some = here._("nur noch für einzelne Aufenthaltsstatus"), here._("nur noch für einzelne Zielgruppen")
        return some[what == "group"]
    labels = STATUSES if what == "status" else TARGET_GROUPS
    return here._("nichts mehr für {group}", group=label(labels[code], here.lang) if code in labels else code)


def _fallen(here: Visit, one: Mapping[str, Any]) -> str:
    """How many fewer people a topic reaches; "" where none."""
    fewer = one["before"] - one["after"]
    if fewer < 0.5:
        return ""
    topic, lang = _name(here, one["topic"]), here.lang
    before, after = about(one["before"], lang), about(one["after"], lang)
    seen = rounded(one["before"]) - rounded(one["after"]) if before != after else 0  # as the numbers beside it say
    persons = about(seen or fewer, lang)
    said = (
        here._(
            "{topic}: {persons} Menschen weniger erreicht, vorher {before}, danach {after}.",
            topic=topic, persons=persons, before=before, after=after,
        ) if before != after
        else here._("{topic}: {persons} Menschen weniger erreicht.", topic=topic, persons=persons) if fewer >= 5
        else here._("{topic}: Kaum jemand wird weniger erreicht.", topic=topic)
    )  # fmt: skip
    return said if one["room"] else f"{said} {here._('Plätze sind dabei nicht gezählt, zu wenige sind bekannt.')}"


def _kept(here: Visit, entry: Entry, field: str, loss: Mapping[str, Any]) -> str:
    """Why nothing is told to be lost: never more comfort than is known."""
    if field == "legal_to":  # what is left may rest on the same law
        return here._("Fällt die Rechtsgrundlage weg, endet das Angebot. Auch andere Angebote können auf ihr beruhen.")
    if not loss["counted"]:
        return "" if entry.kind == "agreement" else here._("Es ist nicht eingetragen, wozu und wo es hilft.")
    topics = set(entry.fields.get("topics", ()))
    if entry.kind == "agreement" or topics - {one["topic"] for one in loss["people"]}:
        return here._(
            "Zu denselben Themen bleibt überall ein Angebot in denselben Sprachen und für dieselben Gruppen. "
            "Ob es für alle reicht, ist nicht zu sagen: Wie viele Menschen es brauchen, ist nicht bekannt."
        )
    if not loss.get("met"):
        return here._(
            "Über dieses Angebot war niemand als erreicht gezählt. Was ohne es fehlt, ist daher nicht zu sagen."
        )
    if not all(one["room"] for one in loss["people"]):
        return here._("Andere Angebote sind für dieselben Menschen da. Ob ihre Plätze reichen, ist nicht bekannt.")
    return here._("Andere Angebote erreichen dieselben Menschen und haben Platz für sie.")


def _some(here: Visit, units: Sequence[str]) -> str:
    """The first places by name, and how many more."""
    names, more = ", ".join(_name(here, unit) for unit in units[:NAMED]), len(units) - NAMED
    if more <= 0:
        return names
    _n = plural_translator(here.lang)
    return f"{names} {_n('und ein weiteres Gebiet', 'und {n} weitere Gebiete', more)}"


def _name(here: Visit, id: str) -> str:
    return name_of(here.network, id, here.lang) or "…"
