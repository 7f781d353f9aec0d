"""How likely two descriptions mean one actor, and why: points for what they share, against what sets them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from importers.lists import names
from importers.lists.traits import Traits

Level = Literal["sure", "likely", "possible"]
"""sure: may be accepted in bulk; likely: suggested as the same; possible: asked without a suggestion."""

_NAME, _NUMBER, _ADDRESS, _PERSON, _HOST, _TOWN = 60.0, 25.0, 20.0, 12.0, 10.0, 5.0
_NAME_FROM, _NAME_WHOLE = 0.4, 0.9
_OTHER_TOWN, _OTHER_ADDRESS, _OTHER_MAIL = -30.0, -5.0, -10.0
_SURE, _LIKELY, _POSSIBLE = 80.0, 60.0, 45.0
_FEW, _MANY = 2, 12
_POINTS = {"phone": _NUMBER, "mail": _NUMBER, "address": _ADDRESS, "person": _PERSON, "host": _HOST}
_HARD = frozenset({"phone", "mail", "address"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What speaks for two being one. `score` from 0 to 100; `reasons`: codes of sentences, what weighs most first."""

    score: int
    level: Level | None
    """None: not worth asking."""
    reasons: tuple[str, ...]


class Commonness(Protocol):
    """How many actors share a trait, and how much a word tells."""

    def shared_by(self, of: str, value: str) -> int:
        """So many actors have this phone, mail, address or host."""

    def weight(self, word: str) -> float:
        """How much a word of a name tells: rare ones more."""


def weigh(one: Traits, other: Traits, common: Commonness) -> Evidence:
    """The evidence that two are one."""
    told: list[tuple[float, str]] = []
    like = names.likeness(names.words(one.name), names.words(other.name), common.weight)
    same_name = names.folded(one.name) == names.folded(other.name) or like >= 1.0
    name = _NAME * (1.0 if same_name else min(1.0, max(0.0, (like - _NAME_FROM) / (_NAME_WHOLE - _NAME_FROM))))
    if name:
        told.append((name, "like.name_same" if same_name else "like.name_alike"))
    hard = 0
    for of, points in _POINTS.items():
        shared = one.of(of) & other.of(of)
        if shared:
            rarest = min(common.shared_by(of, value) for value in shared)
            told.append((points * _by_rarity(rarest), f"like.{of}_same"))
            hard += of in _HARD and rarest <= _FEW
    told += _apart(one, other)
    score = sum(points for points, _ in told)
    return Evidence(
        score=int(min(100, max(0, score))),
        level=_level(score, name, hard, same_place=not (one.town and other.town and one.town != other.town)),
        reasons=tuple(code for points, code in sorted(told, key=lambda t: -abs(t[0]))),
    )


def _by_rarity(count: int) -> float:
    """A number or address that many share (a switchboard, a town hall) says little."""
    return 1.0 if count <= _FEW else 0.5 if count <= _MANY else 0.15


def _apart(one: Traits, other: Traits) -> list[tuple[float, str]]:
    apart = _elsewhere(one, other)
    if one.mails and other.mails and not one.mails & other.mails and one.hosts & other.hosts:
        apart.append((_OTHER_MAIL, "like.mail_other"))  # as the units of one house have
    return apart


def _elsewhere(one: Traits, other: Traits) -> list[tuple[float, str]]:
    if one.town and other.town and one.town != other.town:
        return [(_OTHER_TOWN, "like.town_other")]
    if one.address and other.address and one.address != other.address:
        return [(_OTHER_ADDRESS, "like.address_other")]
    if one.town and one.town == other.town and not one.address & other.address:
        return [(_TOWN, "like.town_same")]
    return []


def _level(score: float, name: float, hard: int, same_place: bool) -> Level | None:
    if score >= _SURE and name >= 0.75 * _NAME and hard and same_place:
        return "sure"
    if score >= _LIKELY:
        return "likely"
    return "possible" if score >= _POSSIBLE and name else None
