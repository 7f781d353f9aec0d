"""Projects of change: who, until when, for how much, and whether they worked."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import abort

from graph.analysis.planning.effect import OF_TOPIC, cost_per_person, in_people, more_reached, worked
from graph.model.changes import Entry
from graph.model.codes import DUTIES
from graph.model.codes import INDICATORS as LABELS
from graph.model.sentences import say
from graph.network import name_of
from webapp.access import Permission, needs
from webapp.figures.shelf import Figures
from webapp.figures.shown import frame, last
from webapp.pages.plans.blueprint import pages
from webapp.pages.plans.expecting import value_now
from webapp.pages.plans.rows import value_text
from webapp.plans import keeping
from webapp.render import page
from webapp.texts import label, number
from webapp.visit import Visit, visit

TONES = {"met": "success", "partly": "info", "none": "plain", "worse": "danger", "not_yet": "plain"}


@pages.get("/plans/measures")
@needs(Permission.PLAN)
def measures() -> str:
    """All of them, the next due first."""
    here = visit()
    figures = last(here)
    found = here.network.of_kind("measure").values()
    ordered = sorted(found, key=lambda m: (m.fields.get("due_on", "9999"), m.fields["name"], m.id))
    plans = {plan.id: plan.title for plan in keeping.every(here.services.store)}
    rows = [_row(here, figures, plans, entry) for entry in ordered]
    return page("plans/measures.html", rows=rows, **frame(here, figures), noindex=True)


@pages.get("/plans/measures/<id>")
@needs(Permission.PLAN)
def measure(id: str) -> str:
    """One of them, with what it is to change and what came of it."""
    here = visit()
    entry = here.network.find(id)
    if entry is None or entry.kind != "measure":
        abort(404)
    figures = last(here)
    plans = {plan.id: plan.title for plan in keeping.every(here.services.store)}
    topic, areas = entry.fields.get("topic", ""), entry.fields.get("areas", ())
    return page(
        "plans/measure.html",
        row=_row(here, figures, plans, entry),
        description=entry.fields.get("about", ""),
        topic=name_of(here.network, topic, here.lang),
        areas=[name_of(here.network, area, here.lang) for area in areas],
        **frame(here, figures),
        noindex=True,
    )


def _row(here: Visit, figures: Figures | None, plans: dict[str, str], entry: Entry) -> dict[str, Any]:
    fields, lang = entry.fields, here.lang
    plan, effect = fields.get("plan", ""), _effect(here, figures, entry)
    measured = bool(effect and effect["now"])
    return {
        "id": entry.id,
        "name": fields["name"],
        "owner": name_of(here.network, fields.get("owner", ""), lang),
        "due": fields.get("due_on", ""),
        "late": not measured and bool(fields.get("due_on")) and fields["due_on"] < here.today.isoformat(),
        "money": _money(here, entry),
        "plan": (plan, plans[plan]) if plan in plans else None,
        "effect": effect,
    }


def _money(here: Visit, entry: Entry) -> list[str]:
    """What it costs and who pays, a phrase each."""
    fields, _ = entry.fields, here._

    def euro(value: float) -> str:
        return number(round(value), here.lang)

    found = []
    if "yearly_cost" in fields:
        found.append(_("{n} € im Jahr", n=euro(fields["yearly_cost"])))
    if "own_share" in fields:
        found.append(_("Eigenanteil {n} €", n=euro(fields["own_share"])))
    if fields.get("funder"):
        found.append(_("gefördert durch {name}", name=fields["funder"]))
    if fields.get("duty") in DUTIES:
        found.append(label(DUTIES[fields["duty"]], here.lang))
    cost = cost_per_person(fields.get("yearly_cost", 0.0), more_reached(fields))
    if cost:
        found.append(_each(here, in_people(fields), *map(euro, cost)))
    return found


def _each(here: Visit, people: bool, low: str, high: str) -> str:
    _ = here._
    if low == high:
        return _("je Mensch mehr rund {n} € im Jahr", n=low) if people else _("je Fall mehr rund {n} € im Jahr", n=low)
    if people:
        return _("je Mensch mehr {low} bis {high} € im Jahr", low=low, high=high)
    return _("je Fall mehr {low} bis {high} € im Jahr", low=low, high=high)


def _more(here: Visit, entry: Entry) -> str:
    """People or cases more as a range: the whole before and after often look the same once rounded. "" where none are
    meant."""
    fields = entry.fields
    if fields["effect_indicator"] not in ("reached", OF_TOPIC) or fields["effect_after"] <= fields["effect_before"]:
        return ""
    more = more_reached(fields)
    if more is None:
        return here._("kaum jemand mehr")
    low, high = (number(n, here.lang) for n in more)
    if in_people(fields):
        return here._("{low} bis {high} Menschen mehr", low=low, high=high)
    return here._("{low} bis {high} Fälle mehr", low=low, high=high)


def _named(here: Visit, name: str, topic: str) -> str:
    known = name_of(here.network, topic, here.lang) if name == OF_TOPIC else ""
    return here._("erreichte Menschen, {topic}", topic=known) if known else label(LABELS[name], here.lang)


def _effect(here: Visit, figures: Figures | None, entry: Entry) -> dict[str, str] | None:
    """Expected and measured; None where nothing is expected."""
    fields, lang = entry.fields, here.lang
    name = fields.get("effect_indicator", "")
    if name not in LABELS or "effect_before" not in fields or "effect_after" not in fields:
        return None
    now = value_now(figures, name, fields.get("topic", "")) if figures else None
    days = [fields[f] for f in ("effect_on", "due_on") if len(fields.get(f, "")) == 10]
    since = date.fromisoformat(max(days)) if days else None
    before, after = fields["effect_before"], fields["effect_after"]
    verdict = worked(name, before, after, now, figures.day if figures else None, since)
    return {
        "name": _named(here, name, fields.get("topic", "")),
        "before": value_text(name, before, lang),
        "after": value_text(name, after, lang),
        "more": _more(here, entry),
        "now": value_text(name, now, lang) if verdict != "not_yet" else "",
        "verdict": say(f"effect.{verdict}", lang),
        "tone": TONES[verdict],
    }
