"""The moves of a plan: kept as data, carried out on a copy, told where the network has changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from graph.analysis.coverage.areas import centre
from graph.analysis.home import home_id
from graph.model.changes import Change, EntryId
from graph.model.errors import KnotenpunktError
from graph.model.fields import Field, Type
from graph.model.moves import MOVES
from graph.network import Network, name_of
from graph.operations import plan

State = Literal["fits", "changed", "already", "gone"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One step of a plan. `values` by the fields of its kind in `MOVES`.

    `names`: what the entries it is about were called when it was made; `seen`: what it was made upon (a capacity).
    """

    id: str
    what: str
    values: Mapping[str, Any]
    names: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> dict[str, Any]:
        """As it is kept; `Move(**body)` makes it again."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def entry(self) -> EntryId:
        """The id of the entry that it makes, the same each time."""
        return EntryId(f"plan-{self.id}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of a move: fits; changed: carried out on something else than was seen; already: is so without it;
    gone: what it is about is not there any more, it was left out. `about`: names of what changed or went.

    `undone_by`: a later move of the plan that takes away what this one is about.
    """

    move: Move
    state: State
    about: tuple[str, ...] = ()
    undone_by: Move | None = None


def made(network: Network, id: str, what: str, values: Mapping[str, Any], lang: str = "de") -> Move:
    """A move upon the network as it is, a plan's earlier moves included."""
    kept = {name: value for name, value in values.items() if value not in (None, [], "")}
    names = {one: name_of(network, one, lang) for one in _about(what, kept)}
    service = network.find(str(kept.get("service", "")))
    seen = {"capacity": service.fields.get("capacity")} if what == "capacity" and service else {}
    return Move(id=id, what=what, values=kept, names=names, seen=seen)


def carried_out(network: Network, moves: Iterable[Move]) -> tuple[Network, tuple[Outcome, ...]]:
    """The network with a plan's moves, each upon those before it, and what became of each.

    The network itself stays as it is. A move whose entries are gone is left out and told. O(moves · entries touched).
    """
    outcomes, gone = [], dict[str, Move]()
    for move in moves:
        outcome, changes = _tried(network, move)
        outcomes.append(outcome)
        network = network.apply(changes) if changes else network
        gone |= {change.id: move for change in changes if change.after is None}
    return network, tuple(_with_undoing(network, outcome, gone) for outcome in outcomes)


def _with_undoing(network: Network, outcome: Outcome, gone: Mapping[str, Move]) -> Outcome:
    """With the move that takes away again what it is about."""
    move = outcome.move
    if outcome.state not in ("fits", "changed") or move.what in ("drop_out", "funding_ends"):
        return outcome
    made = [move.entry] if move.what in ("service", "roof", "link") else []
    ids = [*made, *_about(move.what, move.values)]
    undone_by = next((gone[id] for id in ids if id not in network and id in gone), None)
    return replace(outcome, undone_by=undone_by)


def _tried(network: Network, move: Move) -> tuple[Outcome, tuple[Change, ...]]:
    lost = tuple(move.names.get(id, "") for id in _about(move.what, move.values) if id not in network)
    values = _left(network, move)
    if lost and (values is None or _required_lost(network, move)):
        done = move.what in ("drop_out", "funding_ends")
        return Outcome(move=move, state="already" if done else "gone", about=lost), ()
    try:
        changes = _changes(network, move, values or {})
    except KnotenpunktError:
        return Outcome(move=move, state="gone", about=lost or tuple(move.names.values())), ()
    if not changes and move.what != "surge":
        return Outcome(move=move, state="already", about=tuple(move.names.values())), ()
    changed = lost or _overtaken(network, move)
    return Outcome(move=move, state="changed" if changed else "fits", about=changed), changes


def _changes(network: Network, move: Move, values: Mapping[str, Any]) -> tuple[Change, ...]:
    match move.what:
        case "link":
            return () if _linked(network, values) else plan.add_link(move.entry, values["sender"], values["receiver"])
        case "language":
            return _languages(network, values["service"], values["languages"])
        case "place":
            return _place(network, move.entry, values)
        case "capacity":
            return plan.add_capacity(network, values["service"], int(values["by"]))
        case "service":
            return _service(network, move.entry, values)
        case "roof":
            return plan.one_roof(network, move.entry, values["name"], values["actors"])
        case "funding_ends":
            return plan.funding_ends(network, values["service"])
        case "drop_out":
            return plan.drop_out(network, values["actor"])
    return ()


def _linked(network: Network, values: Mapping[str, Any]) -> bool:
    return any(
        each.fields["receiver"] == values["receiver"]
        for each in network.linking(values["sender"], "referral", "sender")
    )


def _languages(network: Network, service: EntryId, languages: Iterable[str]) -> tuple[Change, ...]:
    known = list(network.entry(service).fields.get("languages", ()))
    new = [each for each in languages if each not in known]
    return plan.changed(network, service, languages=[*known, *new]) if new else ()


def _service(network: Network, id: EntryId, values: Mapping[str, Any]) -> tuple[Change, ...]:
    """A service in the middle of an area, or where its provider is."""
    stated = {name: value for name, value in values.items() if name != "area"}
    unit = {"capacity_unit": "persons"} if "capacity" in stated else {}
    at = _middle(network, values["area"]) if "area" in values else None
    return plan.add_service(id, **{**stated, **unit}, at=at)


def _middle(network: Network, area: EntryId) -> dict[str, Any]:
    """A place in the middle of an area."""
    point = centre(network, area)
    where = {"latitude": point[0], "longitude": point[1]} if point else {}
    return {"name": name_of(network, area), "area": area, **where}


def _place(network: Network, id: EntryId, values: Mapping[str, Any]) -> tuple[Change, ...]:
    """A place in the middle of an area, and the areas that the service then serves."""
    service, area = values["service"], values["area"]
    changes = plan.add_place(network, service, id, **_middle(network, area))
    served = network.entry(service).fields.get("areas") or list(filter(None, [home_id(network, service)]))
    more = [each for each in values.get("areas") or [area] if each not in served]
    if not more:
        return changes
    return (*changes, *plan.changed(network.apply(changes), service, areas=[*served, *more]))


def _left(network: Network, move: Move) -> dict[str, Any] | None:
    """The values without what is gone."""
    found: dict[str, Any] = {}
    for name, value in move.values.items():
        if _field(move.what, name).type is Type.REFS:
            value = [each for each in value if each in network]
        elif _field(move.what, name).type is Type.REF and value not in network:
            continue
        found[name] = value
    return found


def _required_lost(network: Network, move: Move) -> bool:
    return any(
        f.required and f.type is Type.REF and move.values.get(f.name) not in network for f in MOVES[move.what].fields
    )


def _overtaken(network: Network, move: Move) -> tuple[str, ...]:
    service = network.find(str(move.values.get("service", "")))
    if "capacity" not in move.seen or service is None or service.fields.get("capacity") == move.seen["capacity"]:
        return ()
    return (move.names.get(service.id, ""),)


def _about(what: str, values: Mapping[str, Any]) -> list[str]:
    """The entries a move names."""
    found: list[str] = []
    for name, value in values.items():
        if _field(what, name).type is Type.REF:
            found.append(value)
        elif _field(what, name).type is Type.REFS:
            found += value
    return found


def _field(what: str, name: str) -> Field:
    return MOVES[what].field(name)
