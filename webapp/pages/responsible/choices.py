"""What the form offers: only topics and areas that somebody here is there for, and all statuses."""

from __future__ import annotations

from collections.abc import Sequence

from graph.analysis.responsibility.duties import duties
from graph.model.codes import HEADINGS, STATUSES
from graph.model.collation import sort_key
from graph.network import Network, name_of
from webapp.pages.search.options import area_tree
from webapp.texts import label, translator

Choice = tuple[str, str]
"""(value, text)"""


def areas(network: Network, lang: str) -> list[Choice]:
    """All areas as a tree."""
    tree = network.memo_of("area", area_tree)
    return [("", translator(lang)("egal")), *((id, "\u00a0\u00a0\u00a0" * depth + name) for id, name, depth in tree)]


def topics(network: Network, lang: str) -> Sequence[tuple[str, str | list[Choice]]]:
    """The ten headings with their topics; a heading as a whole is the first choice of its group. Keep it by `memo`."""
    _ = translator(lang)
    used = {id for duty in network.memo(duties) for stated in duty.topics for id in stated.values}
    found: list[tuple[str, str | list[Choice]]] = [("", _("egal"))]
    for code, names in HEADINGS.items():
        mine = [id for id in used if network.entry(id).fields["heading"] == code]
        if mine:
            named = sorted(((id, name_of(network, id, lang)) for id in mine), key=lambda one: sort_key(one[1]))
            heading = label(names, lang)
            found.append((heading, [(code, _("alles zu {heading}", heading=heading)), *named]))
    return found


def statuses(lang: str) -> list[Choice]:
    """All statuses."""
    return [("", translator(lang)("egal")), *((code, label(names, lang)) for code, names in STATUSES.items())]
