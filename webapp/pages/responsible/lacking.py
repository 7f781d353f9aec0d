"""What is missing where surnames are shared out, for those who can mend it."""

from __future__ import annotations

from typing import Any, NamedTuple

from graph.analysis.responsibility.letters import Coverage, coverage, unattended, unread
from graph.model.codes import STATUSES
from graph.model.values.letters import show_spans
from graph.network import Network, name_of
from webapp.shown.duty import until
from webapp.texts import label
from webapp.visit import Visit

Link = tuple[str, str]
"""(address, name)"""


class Lack(NamedTuple):
    """One finding: where, what about, and who may be changed to mend it."""

    actor: Link
    about: str
    gaps: str
    overlaps: list[tuple[str, str, str]]
    contacts: list[tuple[str, str, str]]
    """(address of the form, function, letters)"""


def lacking(here: Visit) -> dict[str, Any]:
    """Shapes of `responsible/gaps.html`."""
    network, lang, today = here.network, here.lang, here.today.isoformat()
    found = network.memo(coverage)
    return {
        "lacks": [_lack(network, each, lang) for each in found],
        "unread": [_contact(network, id, lang) for id in network.memo(unread)],
        "unattended": [
            (
                *_contact(network, id, lang)[:2],
                until(network.entry(id).fields["absent_until"], lang),
                _of(network, id, lang),
            )
            for id in network.memo(unattended, today)
        ],
        "sharing": sum(bool(each.fields.get("letters")) for each in network.of_kind("contact").values()),
    }


def lack_text(network: Network, each: Coverage, lang: str) -> str:
    """What the letters are shared out for: services or topics, area and status where they are told apart."""
    parts = [
        ", ".join(name_of(network, id, lang) for id in each.about),
        name_of(network, each.area, lang),
        label(STATUSES[each.status], lang) if each.status in STATUSES else "",
    ]
    return " · ".join(part for part in parts if part)


def overlap_text(network: Network, each: Coverage, lang: str) -> list[tuple[str, str, str]]:
    """(function, other function, letters both have)."""
    return [
        (_function(network, one), _function(network, other), show_spans(both)) for one, other, both in each.overlaps
    ]


def _lack(network: Network, each: Coverage, lang: str) -> Lack:
    return Lack(
        actor=(f"/{lang}/actor/{each.actor}", name_of(network, each.actor, lang)),
        about=lack_text(network, each, lang),
        gaps=show_spans(each.gaps),
        overlaps=overlap_text(network, each, lang),
        contacts=[_contact(network, id, lang) for id in each.contacts],
    )


def _contact(network: Network, id: str, lang: str) -> tuple[str, str, str]:
    return f"/{lang}/entry/{id}/edit", _function(network, id), str(network.entry(id).fields.get("letters", ""))


def _of(network: Network, id: str, lang: str) -> Link:
    actor = network.entry(id).fields["actor"]
    return f"/{lang}/actor/{actor}", name_of(network, actor, lang)


def _function(network: Network, id: str) -> str:
    return str(network.entry(id).fields["function"])
