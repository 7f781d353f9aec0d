"""Two entries of one kind side by side: what each says, what is suggested, and what a choice makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.model.changes import Fields
from graph.model.fields import Field
from graph.model.schema import kind
from graph.model.uniting import JOINED, LISTS, narrower, same, unite
from graph.model.units import unit_of

Side = Literal["keep", "drop", "both"]
"""Whose value stands afterwards."""

_LATER = ("sender_confirmed_until", "receiver_confirmed_until")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One field, or several that say one thing together, as both entries have it."""

    field: str
    names: tuple[str, ...]
    keep: Mapping[str, Any]
    drop: Mapping[str, Any]
    suggested: Side
    offered: tuple[Side, ...]
    """What a person may choose; one of them alone where there is nothing to decide."""

    @property
    def asks(self) -> bool:
        """Whether both say something, and something else."""
        return len(self.offered) > 1


def pairs(name: str, keep: Fields, drop: Fields) -> Iterator[Pair]:
    """What either entry says, in the order of the vocabulary; its origin goes its own way."""
    seen: set[str] = set()
    for field in kind(name).fields:
        names = unit_of(name, field.name)
        if field.name in seen or field.name == "origin":
            continue
        seen.update(names)
        one, other = _said(keep, names), _said(drop, names)
        if one or other or (field.name == "audience" and keep.get("audience") != drop.get("audience")):
            suggested, offered = _decide(field, names, one, other)
            yield Pair(field=names[0], names=names, keep=one, drop=other, suggested=suggested, offered=offered)


def combined(name: str, pair: Pair, side: Side) -> tuple[dict[str, Any], dict[str, Any]]:
    """(what stands afterwards, what was let go), by name. A side that is not offered counts as the suggested one."""
    chosen = side if side in pair.offered else pair.suggested
    if chosen == "both":
        field = kind(name).field(pair.field)
        return {pair.field: unite(field, pair.keep.get(pair.field), pair.drop.get(pair.field))}, {}
    stays, goes = (pair.keep, pair.drop) if chosen == "keep" else (pair.drop, pair.keep)
    lost = {n: v for n, v in goes.items() if not same(v, stays.get(n)) and n != "audience"}
    return dict(stays), lost


def _said(fields: Fields, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: fields[name] for name in names if fields.get(name) is not None}


def _decide(
    field: Field, names: tuple[str, ...], one: Mapping[str, Any], other: Mapping[str, Any]
) -> tuple[Side, tuple[Side, ...]]:
    """(suggested, offered)."""
    a, b = one.get(names[0]), other.get(names[0])
    if field.name == "audience":  # nothing becomes seen by more people unless a person says so
        narrow: Side = "keep" if narrower(a, b) == a else "drop"
        return narrow, ("keep", "drop")
    if not other or all(same(value, one.get(name)) for name, value in other.items()):
        return "keep", ("keep",)
    if not one:
        return "drop", ("drop",)
    if field.type in LISTS:
        whole = unite(field, a, b)
        for side, value in (("keep", a), ("drop", b)):
            if same(whole, value):  # the other one says nothing beyond it
                return ("keep", ("keep",)) if side == "keep" else ("drop", ("drop",))
    if field.type in LISTS or (field.type in JOINED and len(names) == 1):
        joined: Side = "keep" if field.name == "about" else "both"
        return joined, ("keep", "drop", "both")
    return _of_two(field.name, a, b), ("keep", "drop")


def _of_two(name: str, a: Any, b: Any) -> Side:
    if a is None or b is None:
        return "drop" if a is None and b is not None else "keep"
    takes_other = (name in _LATER and b > a) or (name == "protected" and b is True)
    return "drop" if takes_other else "keep"
