"""What is taken: the actors of a search or of the whole network, as an audience sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.fields import Audience
from graph.network import Network
from graph.search.results import Results, Wish
from webapp.access import audience_of
from webapp.pages.search.options import value_name
from webapp.pages.search.wish import read_wish
from webapp.texts import translator
from webapp.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """`ids` of actors in the order of their names, of a Network that holds only what its audience may see."""

    network: Network
    wish: Wish
    ids: tuple[str, ...]

    @property
    def audience(self) -> Audience:
        """Whom the output is for."""
        return self.network.audience

    @property
    def everything(self) -> bool:
        """Whether nothing narrows it."""
        return self.wish == Wish()


def chosen(here: Visit, args: Mapping[str, str], audience: Audience) -> Chosen:
    """The answer to the wish in a page's address, as an audience gets it that the visitor belongs to."""
    assert audience in audiences(here), "nobody gives away what they may not see"
    network = here.whole.seen_by(audience)
    index = here.services.live.index(network)
    wish = read_wish(here.network, args)  # a filter that this audience does not know must find nothing, not fall away
    ids = index.facets.ordered([id for id in Results(network, index, wish).ids if id in network])
    return Chosen(network=network, wish=wish, ids=tuple(ids))


def audiences(here: Visit) -> list[Audience]:
    """The audiences the visitor may make something for: the own one and every wider one, the widest first."""
    return [audience for audience in Audience if audience.rank <= audience_of(here.roles).rank]


def usual_audience(here: Visit) -> Audience:
    """What leaves the house leaves out what only coordination sees, unless coordination asks for it."""
    return Audience.NETWORK if Audience.NETWORK in audiences(here) else Audience.PUBLIC


def asked_audience(here: Visit, args: Mapping[str, str]) -> Audience:
    """The audience a form asks for, else the usual one."""
    return next((audience for audience in audiences(here) if audience == args.get("for")), usual_audience(here))


def about(network: Network, wish: Wish, lang: str) -> str:
    """What was looked for, in one line; "" for the whole network."""
    parts = [translator(lang)("„{words}“", words=wish.words)] if wish.words else []
    for name, value in wish.chosen().items():
        if not (name == "heading" and wish.topic):
            parts.append(value_name(network, name, value, lang))
    return " · ".join(parts)
