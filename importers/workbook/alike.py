"""New rows of a workbook that may mean an entry of the network: asked about actors, certain of areas and topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.changes import EntryId
from graph.model.fields import Type
from graph.model.schema import kind
from graph.network import Network
from importers.lists.likeness import likeness_of
from importers.lists.propose import SEPARATE
from importers.lists.traits import traits_of
from importers.proposal import Suggestion
from importers.workbook import cells
from importers.workbook.names import Names
from importers.workbook.rows import Line

_CALLED_ONCE = frozenset({"area", "topic", "group"})
"""Kinds of which two entries of the same name are one."""
_WORTH_ASKING = frozenset({"sure", "likely"})
_TELLING = frozenset({Type.TEXT, Type.PHONES, Type.MAILS, Type.WEBSITES})


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a person is asked about one row."""

    likes: tuple[Suggestion, ...]
    said: Mapping[str, Any] = field(default_factory=dict)


class Alike:
    """Looks at the new rows of one workbook."""

    def __init__(self, network: Network, decided: Mapping[str, str]) -> None:
        self.asked: dict[int, Asked] = {}
        """By the id() of a line: what is not decided yet."""
        self._network = network
        self._decided = decided
        self._names = Names(network, {}, {})

    def look(self, lines: list[Line]) -> None:
        """Give rows the id of the entry they mean; take out those that are asked about or left out."""
        for line in lines:
            if line.rejected or not line.own or line.id in self._network:
                continue
            if line.kind == "actor":
                self._actor(line)
            elif line.kind in _CALLED_ONCE:
                same = self._names.titled(line.kind, line.name)
                line.id = same[0] if len(same) == 1 else line.id

    def _actor(self, line: Line) -> None:
        answer = self._decided.get(row_key(line))
        if answer == "":
            line.refuse("import.left_out", column="")
        elif answer not in (None, SEPARATE) and answer in self._network:
            line.id = EntryId(str(answer))
        elif answer != SEPARATE and line.name:
            said = dict(self._said(line))
            likes = tuple(self._likes(line, said))
            if likes:
                line.rejected = True
                self.asked[id(line)] = Asked(likes=likes, said={"actor": said, "place": {}, "service": {}})

    def _said(self, line: Line) -> Iterator[tuple[str, Any]]:
        for each in kind(line.kind).fields:
            if each.type in _TELLING and line.given.get(each.name):
                found, faults, _ = cells.read(line.kind, each, line.given[each.name], self._names)
                if not faults and found.get(each.name) is not None:
                    yield each.name, found[each.name]

    def _likes(self, line: Line, said: Mapping[str, Any]) -> Iterator[Suggestion]:
        for like in self._network.memo(likeness_of).like(traits_of(line.name, said, "")):
            if like.evidence.level in _WORTH_ASKING:
                name, found = str(self._network.entry(like.id).fields["name"]), like.evidence
                yield Suggestion(
                    id=like.id, name=name, score=found.score, level=str(found.level), why=found.reasons
                )  # fmt: skip


def row_key(line: Line) -> str:
    """What names a row among those of all sheets."""
    return f"{line.kind}:{line.key}"
