"""Which of an actor's services a card names first: those of the chosen topic, then those with the words asked for."""

from __future__ import annotations

from graph.model.changes import Entry
from graph.network import Network, lineage
from graph.search.analyser import analyse
from graph.search.results import Wish
from webapp.shown.cards import SERVICES


def tokens_of(words: str) -> frozenset[str]:
    """What the words of a question are found by."""
    return frozenset(token for word in analyse(words) for token in word.tokens)


def services_first(network: Network, actor: str, wish: Wish, tokens: frozenset[str]) -> tuple[str, ...]:
    """Ids of the services to name; empty: whichever come first."""
    services = network.linking(actor, "service", "provider")
    if len(services) <= 1 or not (tokens or wish.heading):
        return ()
    points = {service.id: _points(network, service, wish, tokens) for service in services}
    best = sorted((id for id in points if points[id]), key=lambda id: -points[id])
    return tuple(best[:SERVICES])


def _points(network: Network, service: Entry, wish: Wish, tokens: frozenset[str]) -> int:
    about = network.memo(_about, service.id)
    fits = wish.topic in about[1] if wish.topic else bool(wish.heading) and wish.heading in about[1]
    return 10 * fits + len(tokens & about[0])


def _about(network: Network, id: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tokens of a service's name and topics, and the topics and headings it belongs to."""
    service = network.entry(id)
    topics = network.linked(id, "topics")
    words = " ".join([service.fields["name"], *(str(topic.fields["name"]) for topic in topics)])
    belongs = {above for topic in topics for above in (*lineage(network, topic.id), topic.fields["heading"])}
    return tokens_of(words), frozenset(belongs)
