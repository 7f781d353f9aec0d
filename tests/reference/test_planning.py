"""What the program proposes against trying everything, on small random networks."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.need import needing
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import reached_by, reaching
from graph.analysis.planning.next_languages import next_languages
from graph.analysis.planning.next_links import next_links, next_pair, shorter_links
from graph.analysis.planning.next_places import next_places
from graph.analysis.planning.proposals import proposals
from graph.analysis.referrals.topics import topic_ways
from graph.model.changes import EntryId
from graph.network import Network
from graph.operations.moves import Move, carried_out
from tests.graph.analysis.planning.small import LANGUAGES
from tests.graph.analysis.planning.small import network as random_network

TODAY = date(2026, 11, 23)
WHATEVER_ROOM = Assumptions(ready=2.0, threshold=70.0)
"""No topic ever has enough stated capacities: room is left aside."""
Link = tuple[EntryId, EntryId]
Steps = dict[tuple[EntryId, EntryId], int | None]


def after(network: Network, *moves: tuple[str, dict[str, object]]) -> Network:
    made = [Move(id=f"m{n}", what=what, values=values) for n, (what, values) in enumerate(moves)]
    return carried_out(network, made)[0]


def linked(network: Network, *links: Link) -> Network:
    return after(network, *(("link", {"sender": one, "receiver": other}) for one, other in links))


def reached(network: Network, topic: str = "", assumed: Assumptions = WHATEVER_ROOM) -> float:
    topics = [EntryId(topic)] if topic else list(network.of_kind("topic"))
    found = [reaching(network, t, TODAY, assumed) for t in topics]
    return sum(r.cascade.left[-1] for r in found if r)


def steps(network: Network) -> Steps:
    """(topic, entry point) → hand-overs; a way that is not there counts as None."""
    ways = [topic_ways(network, t, TODAY) for t in network.of_kind("topic") if needing(network, t)]
    return {(way.topic, start): steps for way in ways if way.providers for start, steps in way.steps.items()}


def opened(network: Network, now: Steps, link: Link, *before: Link) -> set[tuple[EntryId, EntryId]]:
    """What a link opens; nothing where its receiver neither offers any of it nor is an entry point."""
    then = steps(linked(network, *before, link))
    found = {pair for pair in then if now[pair] is None and then[pair] is not None}
    offers = {
        EntryId(topic)
        for service in network.linking(link[1], "service", "provider")
        for topic in service.fields["topics"]
    }
    fits = network.entry(link[1]).fields.get("entry_point") or any(topic in offers for topic, _ in found)
    return found if fits else set()


def every_link(network: Network) -> list[Link]:
    return list(permutations(sorted(network.of_kind("actor")), 2))


@pytest.mark.parametrize("seed", range(40))
def test_no_link_to_whom_it_concerns_opens_more_than_the_proposed_one(seed: int) -> None:
    network = random_network(seed, actors=6, topics=3)
    now = steps(network)
    every = {link: opened(network, now, link) for link in every_link(network)}
    found = next_links(network, TODAY)
    assert (found[0].opens if found else 0) == max(map(len, every.values()))
    for link in found:
        opens = every[link.sender, link.receiver]
        assert link.opens == link.needed == len(opens)
        assert set(link.topics) == {t for t, _ in opens} and set(link.starts) == {s for _, s in opens}
        then = steps(linked(network, (link.sender, link.receiver)))
        assert link.steps == sum(then[pair] or 0 for pair in opens)
        assert link.saves == sum((now[p] or 0) - (then[p] or 0) for p in now if p not in opens)


@pytest.mark.parametrize("seed", range(12))
def test_no_two_links_open_more_than_the_proposed_pair(seed: int) -> None:
    network = random_network(seed, actors=5, topics=2)
    now, best = steps(network), 0
    for first in every_link(network):
        opens = opened(network, now, first)
        best = max(best, len(opens))
        then = steps(linked(network, first))
        for second in every_link(network) if opens else ():
            best = max(best, len(opens) + len(opened(network, then, second, first)))
    pair, single = next_pair(network, TODAY, tried=500), next_links(network, TODAY, 1)
    assert (pair.opens if pair else single[0].opens if single else 0) == best
    if pair:
        then = steps(linked(network, pair.first, pair.second))
        assert pair.opens == sum(now[p] is None and then[p] is not None for p in now)
        assert pair.alone == sum(len(opened(network, now, link)) for link in (pair.first, pair.second))


@pytest.mark.parametrize("seed", range(20))
def test_no_link_saves_more_hand_overs_than_the_proposed_one(seed: int) -> None:
    network = random_network(seed, actors=7, topics=3)
    now = steps(network)
    providers = {service.fields["provider"] for service in network.of_kind("service").values()}
    saved = {}
    for link in every_link(network):
        then = steps(linked(network, link))
        leads = network.entry(link[0]).fields.get("entry_point") and link[1] in providers
        if leads and not any(now[p] is None and then[p] is not None for p in now):
            saved[link] = sum((now[p] or 0) - (then[p] or 0) for p in now)
    found = shorter_links(network, TODAY)
    assert (found[0].saves if found else 0) == max(saved.values(), default=0)
    assert all(link.saves == saved[link.sender, link.receiver] and not link.opens for link in found)


@pytest.mark.parametrize("seed", range(12))
def test_no_language_at_any_service_closes_more_than_the_proposed_one(seed: int) -> None:
    network = random_network(seed)
    now = reached(network)
    stated = [s.id for s in network.of_kind("service").values() if s.fields.get("languages")]
    every = {
        (s, code): reached(after(network, ("language", {"service": s, "languages": [code]}))) - now
        for s, code in product(stated, LANGUAGES)
    }
    found = next_languages(network, TODAY, WHATEVER_ROOM)
    assert max(every.values()) == pytest.approx(found[0].persons if found else 0)
    for one in found:
        assert every[one.service, one.language] == pytest.approx(one.persons)
        assert sum(one.units.values()) == pytest.approx(one.persons)


@pytest.mark.parametrize("seed", range(12))
def test_no_place_of_any_service_reaches_more_than_the_proposed_one(seed: int) -> None:
    network = random_network(seed)
    found = {one.topic: one for one in next_places(network, TODAY, WHATEVER_ROOM, 99)}
    areas = {one.area: one.serves for one in found.values()}
    for topic in network.of_kind("topic"):
        now = reached(network, topic)
        offers = [s.id for s in network.of_kind("service").values() if topic in s.fields["topics"]]
        tried = [
            reached(after(network, ("place", {"service": s, "area": u, "areas": list(some)})), topic) - now
            for s, (u, some) in product(offers, areas.items())
        ]
        best = found[topic].persons if topic in found else 0.0
        assert max(tried, default=0.0) <= best + 1e-9
        if topic in found:
            one = found[topic]
            move = {"service": one.service, "area": one.area, "areas": list(one.serves)}
            assert reached(after(network, ("place", move)), topic) - now == pytest.approx(best)
            assert one.best[0] == pytest.approx(one.steps[0].gain)


@pytest.mark.parametrize("seed", range(12))
def test_a_place_where_room_runs_short_promises_what_its_plan_shows(seed: int) -> None:
    network, assumed = random_network(seed), Assumptions(ready=0.1, threshold=70.0)
    for one in next_places(network, TODAY, assumed, 99):
        now = reached(network, one.topic, assumed)
        move: dict[str, object] = {"service": one.service, "area": one.area, "areas": list(one.serves)}
        assert reached(after(network, ("place", move)), one.topic, assumed) - now == pytest.approx(one.persons)
        assert one.persons <= one.wanted + 1e-6 and (one.runner_up is None or one.runner_up[2] <= one.persons + 5)
        for step, best in zip(one.steps, one.best, strict=True):
            assert step.reached <= best + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_what_a_proposal_says_is_reached_is_what_its_plan_shows(seed: int) -> None:
    network, assumed = random_network(seed), Assumptions(ready=0.1, threshold=70.0)
    for each in proposals(network, TODAY, assumed):
        then = after(network, *((move["what"], move["values"]) for move in each["moves"]))
        gains = {}
        for topic in network.of_kind("topic") if each["what"] == "link" else map(EntryId, each["topics"]):
            if asked := question_of(network, topic, TODAY, assumed):  # as plans compare: what is usual stays
                again = question_of(then, topic, TODAY, assumed, asked)
                gains[topic] = reached_by(again) - reached_by(asked) if again else 0.0
        best, more = each["effect"] or ("", 0.0)
        assert max(gains.values(), default=0.0) == pytest.approx(more, abs=0.5), each["what"]
        assert not more or gains[best] == pytest.approx(more)
