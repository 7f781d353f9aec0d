"""Open items of an actor in words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from graph.analysis.responsibility.first_day import Open, What, open_items
from graph.analysis.responsibility.letters import Coverage
from graph.analysis.standing import Side, Standing
from graph.model.changes import EntryId
from graph.model.values.letters import show_spans
from graph.network import Network, name_of
from webapp.pages.responsible.lacking import lack_text, overlap_text
from webapp.shown.duty import until
from webapp.texts import N_, translator

_MOST = 6
"""Items of one kind on paper; the rest is counted."""

_TITLES: dict[What, str] = {
    "stale": N_("Von der Stelle nicht oder vor über einem Jahr bestätigt"),
    "review": N_("Namen, deren Prüfung überfällig ist"),
    "unattended": N_("Abwesend, ohne dass jemand vertritt"),
    "law_ended": N_("Rechtsgrundlage abgelaufen"),
    "funding_ends": N_("Förderung endet"),
    "agreement_ends": N_("Vereinbarung endet"),
}


def unsettled(
    network: Network, id: str, today: date, refused: Collection[tuple[EntryId, Side]], lang: str
) -> list[tuple[str, list[str], int]]:
    """(what is open, the first of them, how many more). `refused`: (referral, side) of those who said no."""
    _, found = translator(lang), open_items(network, id, today, refused)
    lines = [
        (
            _("Vermittlungen, zu denen diese Stelle noch nichts gesagt hat"),
            [_link(network, each, lang) for each in found.to_confirm],
        ),
        (_("Buchstaben"), [line for each in found.letters for line in _letters(network, each, lang)]),
        *(
            (_(title), [_line(network, each, lang) for each in found.others if each.what == what])
            for what, title in _TITLES.items()
        ),
    ]
    return [(title, said[:_MOST], max(0, len(said) - _MOST)) for title, said in lines if said]


def _link(network: Network, each: Standing, lang: str) -> str:
    service = name_of(network, each.service, lang) if each.service else ""
    text = f"{name_of(network, each.sender, lang)} → {name_of(network, each.receiver, lang)}"
    return f"{text} ({service})" if service else text


def _letters(network: Network, each: Coverage, lang: str) -> list[str]:
    _, about = translator(lang), lack_text(network, each, lang)
    said = [_("niemand genannt für {letters}", letters=show_spans(each.gaps))] if each.gaps else []
    said += [
        _("zwei für {letters}: {one} und {other}", letters=letters, one=one, other=other)
        for one, other, letters in overlap_text(network, each, lang)
    ]
    return [f"{about}: {line}" if about else line for line in said]


def _line(network: Network, each: Open, lang: str) -> str:
    name = name_of(network, each.entry, lang)
    return f"{name} ({until(each.day, lang)})" if each.day else name
