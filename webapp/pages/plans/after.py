"""Before and after side by side, as the plan's page shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dashboards.backlog import backlog
from dashboards.chart import Chart
from graph.analysis.council.indicators import INDICATORS
from graph.analysis.finding import about, rounded
from graph.analysis.planning.effect import OF_TOPIC
from graph.model.changes import Revision
from graph.model.codes import INDICATORS as LABELS
from graph.model.codes import STATUSES, TARGET_GROUPS
from graph.model.values.languages import language_name
from graph.network import Network, name_of
from webapp.figures import assumed
from webapp.figures.shown import said
from webapp.pages.plans.expecting import expected
from webapp.pages.plans.rows import Row, direction, row_of
from webapp.plans.keeping import Plan
from webapp.texts import label, number, plural_translator
from webapp.visit import Visit

SOMEBODY = 0.5
"""People fewer than this are nobody."""
LOOKED_BACK = 50
"""Changes of the network that are looked at one by one; of more of them some count."""
BESIDE = frozenset({"measure", "event", "source"})
"""Kinds of entries that no plan computes with."""


def shown(here: Visit, network: Network, plan: Plan, found: Mapping[str, Any]) -> dict[str, Any]:
    """Everything a computation found, in words."""
    pairs, alike = found["indicators"], found.get("alike", {})
    other = [n for n in INDICATORS if n in alike and alike[n] != pairs[n]]
    topics, journeys = _topics(here, network, found), _journeys(here, network, found)
    gaps = [row for gap in found["gaps"] if (row := _gap(here, network, gap))[3] != row[4]]  # what is seen to change
    return {
        "moment": datetime.fromisoformat(found["moment"]),
        "indicators": [
            _unjudged(here, row) if n in other and row.tone != "plain" else row
            for n in INDICATORS
            if n in pairs
            for row in [row_of(here, label(LABELS[n], here.lang), n, *pairs[n])]
        ],
        "alike": [row_of(here, label(LABELS[n], here.lang), n, *alike[n]) for n in other],
        "topics": [row for row in topics if row.changes],
        "journeys": [row for row in journeys if row.changes],
        "slight": sum(not row.changes for row in (*topics, *journeys)),
        "reaching": [said(here, each) for each in found.get("reaching", ())],
        "steps": [_step(here, network, *each) for each in found["steps"]],
        "gaps": gaps,
        "gaps_more": found["gaps_total"] - len(gaps),
        "dropped": _dropped(here, network, found["dropped"]) if found["dropped"] else None,
        "surges": [_surge(here, plan, surge, date.fromisoformat(found["day"])) for surge in found["surges"]],
    }


def older(here: Visit, plan: Plan, found: Mapping[str, Any]) -> list[str]:
    """Why the result is not today's any more."""
    remarks = []
    if found["plan"] != plan.version:
        remarks.append(here._("Der Plan ist seitdem geändert."))
    if _network_changed(here, found["revision"]):
        remarks.append(here._("Das Netzwerk ist seitdem geändert."))
    if found["settings"] != assumed.load(here.services.store).version:
        remarks.append(here._("Die Annahmen sind seitdem geändert."))
    return remarks


def _network_changed(here: Visit, since: int) -> bool:
    """Whether anything was changed since a revision of which a plan could compute something else."""
    newer = int(here.whole.revision) - since
    if not 0 < newer <= LOOKED_BACK:
        return newer != 0
    changes = here.services.store.history(None, Revision(int(here.whole.revision) + 1), newer)
    return any(change.kind not in BESIDE for applied in changes for change in applied.changes.changes)


def effect(found: Mapping[str, Any]) -> dict[str, Any]:
    """The expected effect as a project of change keeps it: people of the topic that gains most, else what gets better
    first."""
    gains = {topic: (now["reached"] or 0.0) - (was["reached"] or 0.0) for topic, was, now in found["topics"]}
    needs = {topic: was["need"] or 0.0 for topic, was, _ in found["topics"]}
    most = max(gains, key=lambda topic: (rounded(gains[topic]), -needs[topic]), default="")  # the finer of equals
    if most and gains[most] >= SOMEBODY:
        was, now = next((was, now) for topic, was, now in found["topics"] if topic == most)
        return {"topic": most, **expected(OF_TOPIC, was["reached"] or 0.0, now["reached"], found["day"])}
    alike = found.get("alike", {})
    better = [n for n, pair in found["indicators"].items() if direction(n, *pair) > 0 and alike.get(n, pair) == pair]
    if not better:
        return {}
    return expected(better[0], *found["indicators"][better[0]], found["day"])


def _unjudged(here: Visit, row: Row) -> Row:
    """Other ways are counted before than after: that is neither better nor worse."""
    return replace(row, word=here._("nicht vergleichbar, siehe unten"), tone="plain")


def _topics(here: Visit, network: Network, found: Mapping[str, Any]) -> list[Row]:
    ways = found.get("ways", {})
    return [row for id, was, now in found["topics"] for row in _topic(here, network, id, was, now, ways.get(id))]


def _journeys(here: Visit, network: Network, found: Mapping[str, Any]) -> list[Row]:
    other = found.get("other_steps", ())
    return [row for each in found["journeys"] for row in _journey(here, network, *each, other)]


def _topic(
    here: Visit,
    network: Network,
    id: str,
    was: Mapping[str, Any],
    now: Mapping[str, Any],
    ways: Mapping[str, Any] | None,
) -> list[Row]:
    """What changed of a topic, a row each. `ways`: of what is reachable, what can be compared."""
    name = name_of(network, id, here.lang) or name_of(here.whole, id, here.lang)
    kinds = {
        "reached": ("reached", here._("Menschen erreicht")),
        "offered": ("cells_offered", here._("Gebiete mit Angebot")),
        "unreached": ("topics_unreached", here._("Anlaufstellen ohne Weg dorthin")),
        "steps": ("steps", here._("Vermittlungen bis zum Angebot")),
    }
    pairs = {key: (ways[key] if ways and key in ways else (was[key], now[key])) for key in kinds}
    return [
        row_of(here, f"{name}: {title}", indicator, *pairs[key])
        for key, (indicator, title) in kinds.items()
        if pairs[key][0] != pairs[key][1]
    ]


def _journey(
    here: Visit, network: Network, id: str, was: Mapping[str, Any], now: Mapping[str, Any], other: Collection[str]
) -> list[Row]:
    """What changed of a journey; hand-overs to `other` steps than before are neither better nor worse."""
    name = name_of(network, id, here.lang)
    kinds = {
        "broken": ("steps_broken", here._("nicht erreichbare Schritte")),
        "handovers": ("handovers", here._("Vermittlungen für das ganze Leistungspaket")),
    }
    rows = {
        key: row_of(here, f"{name}: {title}", indicator, was[key], now[key])
        for key, (indicator, title) in kinds.items()
        if was[key] != now[key]
    }
    if "handovers" in rows and id in other and None not in (was["handovers"], now["handovers"]):
        word = here._("nicht vergleichbar: Es sind andere Schritte erreichbar")
        rows["handovers"] = replace(rows["handovers"], word=word, tone="plain")
    return list(rows.values())


def _step(here: Visit, network: Network, step: str, was: str, now: str) -> tuple[str, str, str]:
    words = {
        "reached": here._("erreichbar"),
        "no_service": here._("kein Angebot bekannt"),
        "none": here._("kein Angebot"),
        "ended": here._("Angebot ausgelaufen"),
        "no_way": here._("Anschluss fehlt"),
    }
    return name_of(network, step, here.lang), words[was], words[now]


def _gap(here: Visit, network: Network, gap: Mapping[str, Any]) -> tuple[str, str, str, str, str, str, str]:
    """(topic, area, group, before, after, word, tone)"""
    lang = here.lang
    parts = [
        label(TARGET_GROUPS[gap["group"]], lang) if gap["group"] in TARGET_GROUPS else "",
        label(STATUSES[gap["status"]], lang) if gap["status"] in STATUSES else "",
        language_name(gap["language"], lang) if gap["language"] else "",
    ]
    before, after = gap["before"], gap["after"]
    closed = here._("geschlossen") if after < 0.5 else here._("kleiner")
    word = closed if after < before else here._("neu") if before < 0.5 else here._("größer")
    return (
        name_of(network, gap["topic"], lang) or "…",
        name_of(network, gap["unit"], lang) or "…",
        ", ".join(filter(None, parts)) or here._("alle"),
        about(before, lang),
        about(after, lang),
        word,
        "success" if after < before else "danger",
    )


def _dropped(here: Visit, network: Network, found: Any) -> list[str]:
    """On whom most depend before and after, a sentence each."""
    whens = here._("Vorher"), here._("Nachher")
    return [_drop_out(here, network, when, *each) for when, each in zip(whens, found, strict=True)]


def _drop_out(here: Visit, network: Network, when: str, id: str | None, pairs: int, ties: int = 0) -> str:
    if not pairs or not id:
        return here._("{when}: Fällt eine Stelle aus, geht zwischen anderen keine Verbindung verloren.", when=when)
    name = name_of(network, id, here.lang) or name_of(here.whole, id, here.lang)
    said = here._(
        "{when}: Fällt {actor} aus, gehen zwischen anderen die meisten Verbindungen verloren, nämlich {pairs}.",
        when=when, actor=name, pairs=number(pairs, here.lang),
    )  # fmt: skip
    _n = plural_translator(here.lang)
    also = _n("Bei einer weiteren Stelle sind es ebenso viele.", "Bei {n} weiteren Stellen sind es ebenso viele.", ties)
    return f"{said} {also}" if ties else said


def _surge(here: Visit, plan: Plan, surge: Mapping[str, Any], day: date) -> dict[str, Any]:
    findings = [said(here, each) for each in surge["findings"]]
    return {
        "id": f"stoss-{surge['move']}",
        "step": next((n for n, move in enumerate(plan.moves, 1) if move.id == surge["move"]), 0),
        "findings": findings,
        "chart": _chart(here, surge, findings, day) if surge["after"] else None,
        "before": _days(here, surge["before"]),
        "after": _days(here, surge["after"]),
        "steady": surge.get("busy", 0) or 0,
    }


def _chart(here: Visit, surge: Mapping[str, Any], findings: list[str], day: date) -> Chart:
    slow, fast = surge["backlog"]
    title = here._("{persons} Menschen an einem Tag: Rückstand am Abend", persons=number(surge["persons"], here.lang))
    return backlog(slow, fast, title, findings[0] if findings else "", day, here.lang)


def _days(here: Visit, pair: list[float | None] | None) -> str:
    if pair is None:
        return here._("nicht zu berechnen")
    texts = [here._("nie") if days is None else number(-int(-days // 1), here.lang) for days in pair]
    return texts[0] if texts[0] == texts[1] else here._("{low} bis {high}", low=texts[0], high=texts[1])
