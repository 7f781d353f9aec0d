"""Before and after side by side, as the plan's page shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dashboards.backlog import backlog
from dashboards.chart import Chart
from graph.analysis.council.indicators import INDICATORS
from graph.analysis.finding import about, rounded
from graph.model.codes import INDICATORS as LABELS
from graph.model.codes import STATUSES, TARGET_GROUPS
from graph.model.values.languages import language_name
from graph.network import Network, name_of
from webapp.figures import assumed
from webapp.figures.shown import said
from webapp.plans.keeping import Plan
from webapp.texts import label, number, plural_translator
from webapp.visit import Visit

PEOPLE = frozenset({"need", "reached"})
SHARES = frozenset({"confirmed", "fresh"})
WAYS = frozenset({"steps", "handovers"})
STAGES = ("reached", "no_service", "none", "ended", "no_way")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One value before and after. `sign` and `word` say the direction without colour; `tone` adds to them."""

    name: str
    before: str
    after: str
    sign: str
    word: str
    tone: str


def shown(here: Visit, network: Network, found: Mapping[str, Any]) -> dict[str, Any]:
    """Everything a computation found, in words."""
    pairs, alike = found["indicators"], found.get("alike", {})
    gaps = [row for gap in found["gaps"] if (row := _gap(here, network, gap))[3] != row[4]]  # what is seen to change
    return {
        "moment": datetime.fromisoformat(found["moment"]),
        "indicators": [
            _row(here, label(LABELS[n], here.lang), n, *alike.get(n, pairs[n])) for n in INDICATORS if n in pairs
        ],
        "alike": any(alike[n] != pairs[n] for n in alike),
        "topics": [
            row for each in found["topics"] for row in _topic(here, network, *each, found.get("ways", {}).get(each[0]))
        ],
        "journeys": [
            row for each in found["journeys"] for row in _journey(here, network, *each, found.get("other_steps", ()))
        ],
        "steps": [_step(here, network, *each) for each in found["steps"]],
        "gaps": gaps,
        "gaps_more": found["gaps_total"] - len(gaps),
        "dropped": _dropped(here, network, found["dropped"]) if found["dropped"] else None,
        "surges": [_surge(here, surge, date.fromisoformat(found["day"])) for surge in found["surges"]],
    }


def older(here: Visit, plan: Plan, found: Mapping[str, Any]) -> list[str]:
    """Why the result is not today's any more."""
    remarks = []
    if found["plan"] != plan.version:
        remarks.append(here._("Der Plan ist seitdem geändert."))
    if found["revision"] != int(here.whole.revision):
        remarks.append(here._("Das Netzwerk ist seitdem geändert."))
    if found["settings"] != assumed.load(here.services.store).version:
        remarks.append(here._("Die Annahmen sind seitdem geändert."))
    return remarks


def effect(found: Mapping[str, Any]) -> dict[str, Any]:
    """The expected effect as a project of change keeps it: people reached, else what gets better first."""
    alike = found.get("alike", {})
    better = [n for n, pair in found["indicators"].items() if _direction(n, *pair) > 0 and alike.get(n, pair) == pair]
    if not better:
        return {}
    name = "reached" if "reached" in better else better[0]
    before, after = found["indicators"][name]
    return {
        "effect_indicator": name,
        "effect_before": round(before, 2),
        "effect_on": found["day"],
        "effect_after": round(after, 2),
    }


def value_text(name: str, value: float | None, lang: str) -> str:
    """An indicator's value as it is shown: people rounded, shares in per cent."""
    if value is None:
        return "–"
    if name in PEOPLE:
        return about(value, lang)
    if name in SHARES:
        return f"{round(value * 100)} %"
    return number(round(value, 1) if value % 1 else int(value), lang)


def _row(here: Visit, title: str, name: str, before: float | None, after: float | None) -> Row:
    direction = _direction(name, before, after)
    word = {1: here._("besser"), -1: here._("schlechter"), 0: here._("gleich")}[direction]
    tone = {1: "success", -1: "danger", 0: "plain"}[direction]
    texts = value_text(name, before, here.lang), value_text(name, after, here.lang)
    return Row(name=title, before=texts[0], after=texts[1], sign=_sign(name, before, after, here), word=word, tone=tone)


def _direction(name: str, before: float | None, after: float | None) -> int:
    """1 better, -1 worse, 0 no difference that would be shown. A way where there was none is better, however long."""
    if name in WAYS and (before is None or after is None):
        return (after is not None) - (before is not None)
    change = (after or 0.0) - (before or 0.0)
    if abs(change) < (0.5 if name in PEOPLE else 0.005 if name in SHARES else 0.05):
        return 0
    return 1 if (change > 0) == (INDICATORS[name] == "more") else -1


def _sign(name: str, before: float | None, after: float | None, here: Visit) -> str:
    change = (after or 0.0) - (before or 0.0)
    if not _direction(name, before, after):
        return "±0"
    if name in WAYS and (before is None or after is None):
        return here._("neu erreichbar") if before is None else here._("nicht mehr erreichbar")
    size = abs(change)
    text = (
        number(max(rounded(size), 5) if size >= 2.5 else 5, here.lang) if name in PEOPLE
        else here._("{n} Punkte", n=number(round(size * 100, 1), here.lang)) if name in SHARES
        else number(round(size, 1) if size % 1 else int(size), here.lang)
    )  # fmt: skip
    return f"{'+' if change > 0 else '−'}{text}"


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
        _row(here, f"{name}: {title}", indicator, *pairs[key])
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
        key: _row(here, f"{name}: {title}", indicator, was[key], now[key])
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


def _surge(here: Visit, surge: Mapping[str, Any], day: date) -> dict[str, Any]:
    findings = [said(here, each) for each in surge["findings"]]
    return {
        "id": f"stoss-{surge['move']}",
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
