"""Letters that nobody of an organisation is named for, and letters that two are named for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.analysis.responsibility.duties import Duty, duties
from graph.analysis.responsibility.standing_in import standing_in
from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.model.values.letters import Span, gaps, shared
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """How the contacts of one organisation share surnames for one thing: a service, else a topic, else all they do."""

    actor: EntryId
    about: tuple[EntryId, ...]
    """Services or topics; several where the same contacts share the same letters for each."""
    contacts: tuple[EntryId, ...]
    gaps: tuple[Span, ...]
    overlaps: tuple[tuple[EntryId, EntryId, tuple[Span, ...]], ...]
    area: str = ""
    status: str = ""


def coverage(network: Network) -> tuple[Coverage, ...]:
    """Where letters are missing or given twice, by organisation. Keep it by `network.memo`.

    Contacts are compared who are there for the same service (or topic, where they name no service), in each area and
    for each status that any of them names. Letters that can't be read, and contacts without letters, cover nothing.

    Complexity: O(contacts) for contacts that share few things each.
    """
    cells: dict[tuple[str, str], list[Duty]] = {}
    for duty in network.memo(duties):
        if duty.contact and duty.letters and duty.spans:
            for about in _abouts(duty):
                cells.setdefault((duty.actor, about), []).append(duty)
    found = [one for (_, about), cell in cells.items() for one in _findings(about, cell)]
    return tuple(
        sorted(_united(found), key=lambda one: (sort_key(network.entry(one.actor).fields["name"]), one.contacts))
    )


def unread(network: Network) -> tuple[EntryId, ...]:
    """Contacts whose letters can't be read."""
    return tuple(dict.fromkeys(duty.contact for duty in network.memo(duties) if duty.contact and duty.spans is None))


def unattended(network: Network, day: str) -> tuple[EntryId, ...]:
    """Contacts who are absent on a day and for whom nobody stands in."""
    contacts = network.of_kind("contact")
    found = ((id, standing_in(network, id, day)) for id, each in contacts.items() if each.fields.get("absent_until"))
    return tuple(id for id, stand_in in found if stand_in.absent and stand_in.present is None)


def _abouts(duty: Duty) -> Iterable[str]:
    if duty.service:
        return (duty.service,)
    return sorted(duty.topics[0].values) if duty.topics and duty.topics[0].by == "contact" else ("",)


def _findings(about: str, cell: list[Duty]) -> Iterator[Coverage]:
    areas = sorted({area for duty in cell if duty.areas.by == "contact" for area in duty.areas.values}) or [""]
    statuses = sorted({status for duty in cell if duty.statuses.by == "contact" for status in duty.statuses.values})
    for area in areas:
        for status in statuses or [""]:
            mine = sorted((d for d in cell if _fits(d, area, status)), key=lambda d: str(d.contact))
            finding = _finding(about, mine, area, status) if mine else None
            if finding is not None:
                yield finding


def _fits(duty: Duty, area: str, status: str) -> bool:
    stated = ((duty.areas, area), (duty.statuses, status))
    return all(not wanted or one.by != "contact" or wanted in one.values for one, wanted in stated)


def _finding(about: str, mine: list[Duty], area: str, status: str) -> Coverage | None:
    left = gaps(span for duty in mine for span in duty.spans or ())
    twice = tuple(
        (one.contact, other.contact, both)
        for one, other in combinations(mine, 2)
        if one.contact and other.contact and (both := shared(one.spans or (), other.spans or ()))
    )
    if not left and not twice:
        return None
    return Coverage(
        actor=mine[0].actor,
        about=(EntryId(about),) if about else (),
        contacts=tuple(sorted(duty.contact for duty in mine if duty.contact)),
        gaps=left,
        overlaps=twice,
        area=area,
        status=status,
    )


def _united(found: Iterable[Coverage]) -> Iterator[Coverage]:
    """The same contacts with the same finding, once: for all services together, areas and statuses not told apart."""
    alike: dict[object, list[Coverage]] = {}
    for each in found:
        alike.setdefault((each.actor, each.contacts, each.gaps, each.overlaps), []).append(each)
    for group in alike.values():
        first = group[0]
        yield Coverage(
            actor=first.actor,
            about=tuple(dict.fromkeys(id for each in group for id in each.about)),
            contacts=first.contacts,
            gaps=first.gaps,
            overlaps=first.overlaps,
            area=first.area if len({each.area for each in group}) == 1 else "",
            status=first.status if len({each.status for each in group}) == 1 else "",
        )
