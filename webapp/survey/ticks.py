"""The roster as a form of ticks: what is known of each link with one actor, and who said so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from werkzeug.datastructures import MultiDict

from graph.analysis.standing import Side, Standing, standing
from graph.model.changes import EntryId
from graph.model.codes import SECTORS
from graph.model.collation import sort_key
from graph.network import Network
from graph.operations.survey import Answer
from webapp.texts import day, label, translator
from webapp.visit import Visit


class Tick(NamedTuple):
    """One box: whether it is ticked already, and why."""

    ticked: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One actor of the roster."""

    id: EntryId
    name: str
    to: Tick
    by: Tick


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The rows of one sector by name."""

    sector: str
    label: str
    rows: list[Row]


Links = Mapping[EntryId, list[Standing]]
"""Other actor → the links with it in one direction."""


def groups(network: Network, actor: str, sending: Links, getting: Links, own_only: bool, lang: str) -> list[Group]:
    """Everyone in a Network but the actor itself, by sector and name.

    `own_only`: ticked is what the actor said itself, and nothing tells what others said.
    """
    _ = translator(lang)
    rows: dict[str, list[Row]] = {code: [] for code in (*SECTORS, "")}
    for entry in network.of_kind("actor").values():
        if entry.id != actor:
            to = _tick(sending.get(entry.id, []), "sender", own_only, lang)
            by = _tick(getting.get(entry.id, []), "receiver", own_only, lang)
            rows[entry.fields.get("sector", "")].append(Row(id=entry.id, name=entry.fields["name"], to=to, by=by))
    names = {code: label(pair, lang) for code, pair in SECTORS.items()} | {"": _("Ohne Angabe des Sektors")}
    return [
        Group(sector=code, label=names[code], rows=sorted(found, key=lambda row: (sort_key(row.name), row.id)))
        for code, found in rows.items()
        if found
    ]


def links_of(
    here: Visit, network: Network, actor: str, refused: Collection[tuple[EntryId, Side]]
) -> tuple[Links, Links]:
    """The links of an actor as they stand: (to whom it sends, from whom people come)."""
    sending: dict[EntryId, list[Standing]] = {}
    getting: dict[EntryId, list[Standing]] = {}
    for link in network.linking(actor, "referral", "sender"):
        found = standing(network, link.id, here.today, refused)
        sending.setdefault(found.receiver, []).append(found)
    own = [actor, *(service.id for service in network.linking(actor, "service", "provider"))]
    for id in own:
        for link in network.linking(id, "referral", "receiver"):
            found = standing(network, link.id, here.today, refused)
            getting.setdefault(found.sender, []).append(found)
    return sending, getting


def typed(form: MultiDict[str, str], network: Network, actor: EntryId) -> Answer:
    """What was ticked and what was taken away, of the actors this reader may see."""
    to, by = _ids(form.getlist("to"), network, actor), _ids(form.getlist("by"), network, actor)
    return Answer(
        actor=actor,
        sends=to,
        gets=by,
        sends_not=_ids(form.get("known_to", "").split(), network, actor) - to,
        gets_not=_ids(form.get("known_by", "").split(), network, actor) - by,
    )


def known(found: list[Group]) -> tuple[str, str]:
    """The ids of the boxes that are shown ticked, for the hidden fields `known_to` and `known_by`."""
    rows = [row for group in found for row in group.rows]
    return " ".join(row.id for row in rows if row.to.ticked), " ".join(row.id for row in rows if row.by.ticked)


def _ids(stated: list[str], network: Network, actor: EntryId) -> frozenset[EntryId]:
    actors = network.of_kind("actor")
    return frozenset(EntryId(id) for id in stated if id in actors and id != actor)


def _tick(links: list[Standing], side: Side, own_only: bool, lang: str) -> Tick:
    if not links:
        return Tick()
    _, own = translator(lang), 0 if side == "sender" else 1
    words = {link.words[own] for link in links}
    others = {link.words[1 - own] for link in links}
    until = max(link.until[own] for link in links)
    if "stands" in words:
        return Tick(True, _("von Ihnen bestätigt bis {day}", day=_day(until, lang)))
    if "ended" in words:
        return Tick(True, _("von Ihnen zuletzt bestätigt bis {day}", day=_day(until, lang)))
    if own_only:
        return Tick()
    if "refused" in words:
        return Tick(False, _("von Ihnen verneint; die andere Stelle nennt es") if "stands" in others else "")
    if "stands" in others or "ended" in others:
        return Tick(True, _("sagt die andere Stelle"))
    return Tick(True, _("aus einer Liste, noch von niemandem bestätigt"))


def _day(value: str, lang: str) -> str:
    return day(value, lang) if len(value) == 10 else value
