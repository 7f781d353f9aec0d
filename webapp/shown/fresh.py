"""How fresh an entry is, in words."""

from __future__ import annotations

from datetime import date

from graph.analysis.freshness import freshness
from graph.network import Network
from webapp.texts import day, translator


def fresh(network: Network, id: str, sources: tuple[str, ...], today: date, lang: str) -> tuple[str, str]:
    """(state, sentence) for the macro `fresh`."""
    _ = translator(lang)
    found = freshness(network, id, sources, today)
    if found.confirmed:
        return found.state, _("von der Stelle bestätigt am {day}", day=day(found.day, lang))
    if found.day:
        return "unknown", _("aus einer Liste vom {day}, von der Stelle noch nicht bestätigt", day=day(found.day, lang))
    return "unknown", _("von der Stelle noch nicht bestätigt")
