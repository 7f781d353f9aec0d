"""A value before and after as people read it, and whether that is better: told of the numbers that are shown."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.council.indicators import INDICATORS
from graph.analysis.finding import about, rounded
from graph.analysis.planning.effect import OF_TOPIC
from webapp.texts import number, plural_translator
from webapp.visit import Visit

PEOPLE = frozenset({"need", "reached", OF_TOPIC})
SHARES = frozenset({"confirmed", "fresh"})
WAYS = frozenset({"steps", "handovers"})
FEWEST = 5
"""People are not told apart below."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One value before and after. `sign` and `word` say the direction without colour; `tone` adds to them."""

    name: str
    before: str
    after: str
    sign: str
    word: str
    tone: str

    @property
    def changes(self) -> bool:
        """Whether the difference is seen in the numbers."""
        return self.before != self.after


def row_of(here: Visit, title: str, name: str, before: float | None, after: float | None) -> Row:
    """A value under a title, before and after."""
    way = direction(name, before, after)
    word = {1: here._("besser"), -1: here._("schlechter"), 0: here._("gleich")}[way]
    tone = {1: "success", -1: "danger", 0: "plain"}[way]
    texts = value_text(name, before, here.lang), value_text(name, after, here.lang)
    return Row(name=title, before=texts[0], after=texts[1], sign=_sign(name, before, after, here), word=word, tone=tone)


def value_text(name: str, value: float | None, lang: str) -> str:
    """An indicator's value as it is shown: people rounded, shares in per cent."""
    if value is None:
        return "–"
    if name in PEOPLE:
        return about(value, lang)
    if name in SHARES:
        return f"{round(value * 100)} %"
    return number(round(value, 1) if value % 1 else int(value), lang)


def direction(name: str, before: float | None, after: float | None) -> int:
    """1 better, -1 worse, 0 no difference that would be shown. A way where there was none is better, however long."""
    if name in WAYS and (before is None or after is None):
        return (after is not None) - (before is not None)
    change = _change(name, before, after)
    if not change:
        return 0
    return 1 if (change > 0) == (INDICATORS[name] == "more") else -1


def _sign(name: str, before: float | None, after: float | None, here: Visit) -> str:
    change = _change(name, before, after)
    if not direction(name, before, after):
        return "±0"
    if name in WAYS and (before is None or after is None):
        return here._("neu erreichbar") if before is None else here._("nicht mehr erreichbar")
    size = abs(change)
    points = plural_translator(here.lang)("{n} Punkt", "{n} Punkte", int(size))
    return f"{'+' if change > 0 else '−'}{points if name in SHARES else number(size, here.lang)}"


def _change(name: str, before: float | None, after: float | None) -> float:
    """The difference of the numbers as they are shown: no other can be seen beside them."""

    def told(value: float | None) -> float:
        value = value or 0.0
        if name in PEOPLE:
            return 0 if value < FEWEST else rounded(value)
        return round(value * 100) if name in SHARES else round(value, 1)

    change = round(told(after) - told(before), 1)
    return change if change % 1 else int(change)
