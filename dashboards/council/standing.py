"""How sure it is, what changed, how it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboards.council.section import Section, Snapshot
from dashboards.council.words import Words
from dashboards.trend import trend as drawn
from graph.model.schema import kind, kinds
from graph.model.sentences import say

Data = Mapping[str, Any]


def resting(words: Words, age: Data, completeness: Sequence[Data], reach: Data) -> Section:
    """Age and completeness of the data. `reach` tells for how many topics enough is known of places."""
    total = sum(age[key] for key in ("fresh", "old", "never"))
    if not total:
        return words.section("data", finding=words.say("council.data.none"), ready=False)
    counts = {key: words.number(age[key]) for key in ("fresh", "old", "never")}
    percent = round(100 * completeness[0]["threshold"]) if completeness else 0
    topics = len(reach["topics"])
    return words.section(
        "data",
        finding=words.say("council.data.finding", total=words.number(total), **counts),
        notes=(words.say("council.data.room", ready=topics - reach["unknown_room"], topics=topics),) if topics else (),
        head=words.heads("stated", "known", "percent"),
        rows=tuple(_stated(words, one) for one in completeness if one["total"]),
        method=words.say("council.method.data", percent=percent),
    )


def _stated(words: Words, one: Data) -> tuple[str, ...]:
    n = 0 if words.lang == "de" else 1
    plain = one["what"] in _PLAINLY
    what = words.say(f"council.stated.{one['what']}") if plain else kind(one["kind"]).field(one["what"]).label[n]
    who = words.say("council.stated.actor") if one["kind"] == "actor" else kinds()[one["kind"]].plural[n]
    label = f"{who}: {what}"
    known = f"{words.number(one['known'])} / {words.number(one['total'])}"
    return label, known, words.percent(one["known"], one["total"])


_PLAINLY = frozenset({"latitude", "letters", "areas"})
"""Fields whose labels are made for forms."""


def since(words: Words, found: Data | None) -> Section:
    """What changed since the last report, else since the oldest snapshot of the last year."""
    if not found:
        return words.section("since", finding=words.say("council.since.none"), ready=False)
    rows = tuple(row for row in _changes(words, found["changes"]) if row[1] != "0")
    code = "council.since.report" if found["report"] else "council.since.month"
    since = words.say(code, number=found["report"], day=words.day(found["day"]))
    services, links = found["changes"]["services"], found["changes"]["links"]
    counts = {
        "come": services["come"], "gone": services["gone"], "links": links["come"], "confirmed": links["confirmed"],
        "closed": found["changes"]["closed_count"], "opened": found["changes"]["opened_count"],
    }  # fmt: skip
    said = words.say("council.since.finding", **counts) if rows else words.say("council.since.nothing")
    return words.section(
        "since",
        finding=since + said,
        head=words.heads("change", "count", "where") if rows else (),
        rows=rows,
        method=words.say("council.method.since"),
    )


def _changes(words: Words, found: Data) -> Iterable[tuple[str, ...]]:
    services, links = found["services"], found["links"]
    come = words.where(services["topics"], services["places"]) if services["come"] else ""
    told: list[tuple[str, int, str]] = [
        ("closed", found["closed_count"], _cells(words, found["closed"])),
        ("opened", found["opened_count"], _cells(words, found["opened"])),
        ("come", services["come"], come),
        ("gone", services["gone"], words.names(services["topics_gone"])),
        ("links", links["come"], ""),
        ("links_gone", links["gone"], ""),
        ("confirmed", links["confirmed"], ""),
        ("lapsed", links["lapsed"], ""),
        ("told", found["told"], ""),
    ]
    return ((words.say(f"council.since.{what}"), words.number(n), where) for what, n, where in told)


def _cells(words: Words, cells: Sequence[Sequence[str]]) -> str:
    """Topics in places, topic by topic."""
    places: dict[str, list[str]] = {}
    for topic, unit in cells:
        places.setdefault(topic, []).append(unit)
    return "; ".join(words.where([topic], units) for topic, units in list(places.items())[:3])


def trend(words: Words, snapshots: Sequence[Snapshot]) -> Section:
    """Three shares from Snapshot to Snapshot, of each day the latest."""
    snapshots = list({one.day: one for one in snapshots}.values())
    shares = [_shares(one.values) for one in snapshots]
    if len(snapshots) < 2:
        return _one_day(words, snapshots, shares)
    pairs = {key: _pair(words, shares[0][key], shares[-1][key]) for key in ("reached", "confirmed")}
    finding = words.say("council.trend.finding", day=words.day(snapshots[0].day), **pairs)
    series = {words.say(f"council.trend.{key}"): [one[key] for one in shares] for key in shares[0]}
    chart = drawn([one.day for one in snapshots], series, words.say("council.title.trend"), finding, words.lang, "%")
    return words.section(
        "trend",
        finding=finding,
        head=chart.head,
        rows=_by_day(words, snapshots, shares),
        open=6,
        method=words.say(chart.method),
        drawing=chart.as_json,
    )


def _one_day(words: Words, snapshots: Sequence[Snapshot], shares: Sequence[Mapping[str, float | None]]) -> Section:
    if not snapshots:
        return words.section("trend", finding=words.say("council.trend.none"), ready=False)
    return words.section(
        "trend",
        finding=words.say("council.trend.one", day=words.day(snapshots[0].day)),
        head=(say("dashboards.head.day", words.lang), *(words.say(f"council.trend.{key}") for key in shares[0])),
        rows=_by_day(words, snapshots, shares),
        method=words.say("dashboards.method.trend"),
    )


def _by_day(
    words: Words, snapshots: Sequence[Snapshot], shares: Sequence[Mapping[str, float | None]]
) -> tuple[tuple[str, ...], ...]:
    """The latest day first."""
    return tuple(
        (words.day(one.day), *(words.percent(value, 100) for value in some.values()))
        for one, some in reversed(list(zip(snapshots, shares, strict=True)))
    )


def _shares(values: Mapping[str, float | None]) -> dict[str, float | None]:
    """Per cent of what each is a share of."""
    need, reached = values.get("need"), values.get("reached")
    found = {"reached": reached / need if need and reached is not None else None}
    found |= {key: values.get(key) for key in ("confirmed", "fresh")}
    return {key: None if value is None else float(round(100 * value)) for key, value in found.items()}


def _pair(words: Words, before: float | None, after: float | None) -> str:
    return words.say("council.trend.pair", before=words.percent(before, 100), after=words.percent(after, 100))
