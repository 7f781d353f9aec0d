"""Two versions of an entry side by side, field by field, for a person to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model import origins
from graph.model.changes import EntryId, Fields
from graph.model.fields import Field
from graph.model.schema import kind
from graph.network import Network, name_of
from graph.operations.merge_fields import Pair, Side
from webapp.texts import day, label, translator

Lines = Callable[[Field, Any], list[str]]
_HIDDEN = frozenset({"outline", "outline_simple"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One field on both sides. `told`: where the value on this side comes from and since when."""

    field: str
    label: str
    keep: list[str]
    drop: list[str]
    keep_told: str
    drop_told: str
    offered: tuple[Side, ...]
    chosen: Side

    @property
    def asks(self) -> bool:
        """Whether there is something to choose."""
        return len(self.offered) > 1

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return bool(self.keep) and self.keep == self.drop


def lines(
    network: Network,
    words: Lines,
    name: str,
    pairs: Iterable[Pair],
    lang: str,
    *,
    keep: Fields,
    drop: Fields | None = None,
    chosen: Mapping[str, str] | None = None,
) -> list[Line]:
    """The pairs as a page shows them. `drop` None: the other side is a list, which tells of itself."""
    sides = [origins.brought(name, keep), origins.brought(name, drop) if drop else {}]
    found = []
    for pair in pairs:
        if pair.field in _HIDDEN:
            continue
        told = [_told(network, side.get(pair.field, ()), lang) for side in sides]
        wanted = (chosen or {}).get(pair.field, pair.suggested)
        found.append(
            Line(
                field=pair.field,
                label=label(kind(name).field(pair.field).label, lang),
                keep=_said(words, name, pair.keep, pair.names),
                drop=_said(words, name, pair.drop, pair.names),
                keep_told=told[0] or _by_hand(keep, pair.keep, lang),
                drop_told=told[1] or (_by_hand(drop, pair.drop, lang) if drop else ""),
                offered=pair.offered,
                chosen=next((side for side in pair.offered if side == wanted), pair.suggested),
            )
        )
    return sorted(found, key=lambda line: not line.asks)


def field_sources(network: Network, name: str, fields: Fields, lang: str) -> list[tuple[str, str]]:
    """(label, where its value comes from) of every field that says something, for an entry that lists brought."""
    if not fields.get("origin"):
        return []
    found = origins.brought(name, fields)
    return [
        (label(f.label, lang), _told(network, found.get(f.name, ()), lang) or _by_hand(fields, fields, lang))
        for f in kind(name).fields
        if f.name in fields and f.name not in origins.NOT_TRACKED and f.name not in _HIDDEN
    ]


def _said(words: Lines, name: str, values: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    spec = kind(name)
    return [line for each in names if each in values for line in words(spec.field(each), values[each])]


def _told(network: Network, sources: Iterable[tuple[str, str]], lang: str) -> str:
    said = []
    for source, at in sources:
        name = name_of(network, EntryId(source), lang) or translator(lang)("gelöschte Quelle")
        said.append(f"{name}, {day(at, lang)}" if at else name)
    return "; ".join(said)


def _by_hand(fields: Fields, said: Mapping[str, Any], lang: str) -> str:
    return translator(lang)("von Hand eingetragen") if said and fields.get("origin") else ""
