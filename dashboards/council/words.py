"""Numbers, names and dates as the council reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from dashboards.council.section import Section
from graph.analysis.finding import LANGUAGE, kind_of_place, rounded
from graph.model.codes import CODE_LISTS
from graph.model.sentences import say
from graph.model.values.languages import language_name
from graph.network import Network, name_of

NAMED = 3
"""Names of one cell of a table; the others are counted."""

SPANS = ((9.0, "days", 7.0), (53.0, "weeks", 1.0), (105.0, "months", 12 / 52.18), (float("inf"), "years", 1 / 52.18))
"""Up to so many weeks a span is told in this unit, of which so many make a week."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """How a reader's language says things. `network`: what everyone may see; it has the names."""

    network: Network
    lang: str
    on: date

    def say(self, code: str, **params: object) -> str:
        """The sentence of a code."""
        return say(code, self.lang, **params)

    def section(self, id: str, finding: str, **more: Any) -> Section:
        """A section with its title."""
        return Section(id=id, title=self.say(f"council.title.{id}"), finding=finding, day=self.on.isoformat(), **more)

    def heads(self, *names: str) -> tuple[str, ...]:
        """The heads of a table's columns."""
        return tuple(self.say(f"council.head.{name}") for name in names)

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return format_decimal(value, locale=self.lang)

    def day(self, value: str | date) -> str:
        """A date as people write it; "–" for none."""
        if not value:
            return "–"
        when = date.fromisoformat(value) if isinstance(value, str) else value
        return format_date(when, "d.M.y" if self.lang == "de" else "d MMM y", locale=self.lang)

    def people(self, persons: float) -> str:
        """People of a model, without the precision it has not."""
        return self.say("council.about", n=self.number(rounded(persons))) if persons >= 5 else self.few(persons)

    def few(self, persons: float) -> str:
        """None or fewer than five."""
        return self.say("council.few") if persons > 0 else "0"

    def bare(self, persons: float) -> str:
        """People of a model in a table whose head says that they are rounded."""
        return self.number(rounded(persons)) if persons >= 5 else self.few(persons)

    def between(self, pair: Sequence[float]) -> str:
        """A range of a model, rounded."""
        least, most = (self.number(rounded(value)) for value in pair)
        return self.say("council.range", least=least, most=most) if least != most else self.bare(pair[1])

    def lasting(self, weeks: Sequence[float]) -> str:
        """A model's span of time, in what people think of such spans in: days, weeks, months or years."""
        unit, a_week = next((unit, a_week) for limit, unit, a_week in SPANS if weeks[1] < limit)
        least, most = (_halves(n * a_week) if unit == "years" else str(max(1, round(n * a_week))) for n in weeks)
        if least == most:
            return self.say(f"council.clears.{unit}{'.one' if most == '1' else ''}", n=most)
        return self.say(f"council.clears.{unit}", n=self.say("council.range", least=least, most=most))

    def percent(self, part: float | None, whole: float = 1.0) -> str:
        """A share; "–" where there is none."""
        return "–" if part is None or not whole else self.say("council.percent", n=round(100 * part / whole))

    def name(self, id: str) -> str:
        """What an entry is called; its topic instead where that names an actor, "…" for one that is not public."""
        called = name_of(self.network, id, self.lang)
        entry = self.network.find(id)
        if entry is not None and entry.kind != "area" and self.network.memo(_names_an_actor, called):
            topic = entry.fields.get("topic", "")
            return self.name(topic) if topic and topic != id else "…"
        return called or "…"

    def names(self, ids: Iterable[str], most: int = NAMED, between: str = ", ") -> str:
        """Some names, and how many more."""
        every = list(dict.fromkeys(self.name(id) for id in ids))
        said = between.join(every[:most])
        return said if len(every) <= most else f"{said} {self.say('council.and_more', n=len(every) - most)}"

    def where(self, topics: Sequence[str], places: Sequence[str]) -> str:
        """Topics in places."""
        if not places or not topics:
            return self.names(topics or places) or self.say("council.untold")
        return self.say(_IN.get(kind_of_place(self.name(places[0])), "council.in"), topics=self.names(topics),
                        places=self.names(places))  # fmt: skip

    def code(self, list_: str, code: str) -> str:
        """The label of a code; "not stated" for none."""
        if not code:
            return self.say("council.untold")
        if list_ == LANGUAGE:
            return language_name(code, self.lang)
        return CODE_LISTS[list_].get(code, (code, code))[0 if self.lang == "de" else 1]


_SHORTEST = 6
"""Letters of an actor's name from which it is looked for: shorter ones stand in many a word."""


def _names_an_actor(network: Network, text: str) -> bool:
    return any(name in text for name in network.memo_of("actor", _actors))


def _actors(network: Network) -> frozenset[str]:
    """Names of actors, as entered."""
    names = (actor.fields["name"] for actor in network.of_kind("actor").values())
    return frozenset(name for name in names if len(name) >= _SHORTEST)


_IN = {"county": "council.in.county", "union": "council.in.union"}


def _halves(years: float) -> str:
    """To half a year."""
    whole, half = divmod(round(2 * years), 2)
    return f"{whole or ''}{'½' if half else ''}"
