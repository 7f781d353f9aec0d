"""Ways, traps, stations and indispensable actors, against every walk and every choice there is in small networks."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.planning.next_links import next_links
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.bundles import fewest_providers, stations
from graph.analysis.referrals.cases import case
from graph.analysis.referrals.indispensable import indispensable
from graph.analysis.referrals.topics import topic_ways
from graph.analysis.referrals.traps import rings, traps
from graph.analysis.referrals.ways import distances, every_way, reached, shortest, steps_from
from graph.model.changes import EntryId
from tests.graph.analysis.referrals.test_getting_stuck import graph
from tests.graph.analysis.referrals.test_networks import ACTORS, TODAY, network
from tests.graph.analysis.referrals.test_ways import linked

MANY = settings(max_examples=150, deadline=None)
LINKS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=12)
SIDED = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(0, 2)), max_size=14)
PAIRS = [f"{a}-{b}" for a, b in permutations(ACTORS, 2)]


@MANY
@given(SIDED)
def test_steps_and_confirmations_agree_with_every_walk_there_is(links: list[tuple[str, str, int]]) -> None:
    found = linked(*[link for link in links if link[0] != link[1]])
    best: dict[str, tuple[int, int]] = {"a": (0, 0)}
    frontier = [("a", 0)]
    for length in range(1, 6):
        frontier = [(arc.receiver, c + arc.sides) for id, c in frontier for arc in found.out.get(EntryId(id), ())]
        for id, confirmed in frontier:
            if id not in best or best[id][0] == length and best[id][1] < confirmed:
                best[id] = (length, confirmed)
    for goal in "bcdef":
        way = shortest(found, [EntryId("a")], {EntryId(goal)})
        told = None if way is None else (way.steps, sum(arc.sides for arc in way.arcs))
        assert told == best.get(goal)
        assert distances(found, [EntryId(goal)]).get(EntryId("a")) == (best[goal][0] if goal in best else None)
    assert reached({k: {a.receiver for a in v} for k, v in found.out.items()}, [EntryId("a")]) == set(best)


@MANY
@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.just(0)), max_size=10))
def test_a_link_more_never_lengthens_a_way(links: list[tuple[str, str, int]]) -> None:
    some = [link for link in links if link[0] != link[1]]
    less, more = linked(*some[:-1]), linked(*some)
    for goal in "bcde":
        before, after = (shortest(found, [EntryId("a")], {EntryId(goal)}) for found in (less, more))
        assert before is None or after is not None and after.steps <= before.steps


@MANY
@given(
    st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.booleans()), max_size=14),
    st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("xyz"), max_size=2), max_size=4),
    st.sets(st.sampled_from("abc"), min_size=1),
)
def test_stations_agree_with_trying_every_walk(
    links: list[tuple[str, str, bool]], offers: dict[str, list[str]], starts: set[str]
) -> None:
    arcs = graph([(one, other) for one, other, _ in links])
    unsure = {(one, other) for one, other, doubted in links if doubted}

    def doubts(walk: tuple[str, ...]) -> int:
        return sum(step in unsure for step in pairwise(walk))

    walks: list[tuple[str, ...]] = [(start,) for start in sorted(starts)]
    best: tuple[str, ...] | None = None
    for _ in range(7):
        whole = [walk for walk in walks if {need for id in walk for need in offers.get(id, ())} >= {"x", "y", "z"}]
        best = min(whole, key=lambda walk: (doubts(walk), walk), default=None)
        walks = [(*walk, other) for walk in walks for other in dict.fromkeys(arcs.get(walk[-1], ()))]
        if best or not walks or len(walks) > 20_000:
            break
    found = stations(arcs, offers, starts, ["x", "y", "z"], unsure)
    if best is not None:
        assert found is not None and (found.walk, found.unsure) == (best, doubts(best))
    elif not walks:
        assert found is None


@MANY
@given(LINKS, st.sets(st.sampled_from("abcde")))
def test_everyone_who_is_sent_somewhere_is_either_on_a_way_or_trapped(
    links: list[tuple[str, str]], goals: set[str]
) -> None:
    arcs = graph(links)
    sent = {other for others in arcs.values() for other in others}
    stuck = {id for id in {*arcs, *sent} if not reached(arcs, [id]) & goals}
    found = [id for trap in traps(arcs, goals) for id in trap.actors]
    assert len(found) == len(set(found))
    assert stuck & sent == set(found)


@MANY
@given(LINKS, st.sets(st.sampled_from("abc"), min_size=1), st.sets(st.sampled_from("cde"), min_size=1))
def test_without_an_indispensable_actor_nobody_arrives(
    links: list[tuple[str, str]], starts: set[str], goals: set[str]
) -> None:
    arcs = graph(links)

    def arrives(without: set[str]) -> bool:
        left = {one: [o for o in others if o not in without] for one, others in arcs.items() if one not in without}
        return bool(reached(left, starts - without) & goals)

    alone = {*(starts if len(starts) == 1 else ()), *(goals if len(goals) == 1 else ())}
    expected = {id for id in "abcde" if id not in alone and not arrives({id})} if arrives(set()) else set()
    assert set(indispensable(arcs, starts, goals)) == expected


@MANY
@given(st.lists(st.sampled_from(PAIRS), unique=True, max_size=8), st.sampled_from(PAIRS))
def test_a_link_never_lengthens_a_way(links: list[str], more: str) -> None:
    before = arcs(network(links=" ".join(links)), TODAY)
    after = arcs(network(links=" ".join({*links, more})), TODAY)
    for start in map(EntryId, ACTORS):
        for goal in map(EntryId, ACTORS):
            way = shortest(before, [start], [goal])
            longer = shortest(after, [start], [goal])
            assert way is None or (longer is not None and longer.steps <= way.steps)


@MANY
@given(st.lists(st.sampled_from(PAIRS), unique=True, max_size=6))
def test_no_other_link_opens_more(links: list[str]) -> None:
    def opened(*more: str) -> int:
        whole = network(links=" ".join([*links, *more]))
        return sum(not topic_ways(whole, EntryId(t), TODAY).unreached for t in ("status", "german", "meeting"))

    before = opened()
    tried = [opened(f"{a}-{b}") - before for a, b in permutations(ACTORS, 2) if f"{a}-{b}" not in links]
    found = next_links(network(links=" ".join(links)), TODAY)
    assert (found[0].opens if found else 0) == max(tried)


@MANY
@given(SIDED, st.sets(st.sampled_from("abcdef"), min_size=1), st.sets(st.sampled_from("abcdef")))
def test_the_best_way_of_several_starts_is_the_best_of_each(
    links: list[tuple[str, str, int]], starts: set[str], goals: set[str]
) -> None:
    found = linked(*[link for link in links if link[0] != link[1]])
    wanted, ends = [EntryId(s) for s in sorted(starts)], [EntryId(g) for g in goals]
    each = every_way(found, wanted, ends)
    ranked = sorted((w.steps, -sum(arc.sides for arc in w.arcs), w.start) for w in each.values() if w)
    best = shortest(found, wanted, ends)
    assert (best is None) == (not ranked)
    if best is not None:
        assert (best.steps, -sum(arc.sides for arc in best.arcs), best.start) == ranked[0]
    for start, way in each.items():
        reachable = steps_from(found, start)
        assert (way is None) == reachable.keys().isdisjoint(ends)
        assert way is None or way.steps == min(reachable[end] for end in ends if end in reachable)
        assert way is None or [a.sender for a in way.arcs] == [start, *(a.receiver for a in way.arcs)][:-1]


@MANY
@given(st.lists(st.sampled_from(PAIRS), unique=True, max_size=9))
def test_one_case_is_answered_as_the_figures_say(links: list[str]) -> None:
    whole = network(links=" ".join(links))
    for topic in ("status", "german", "meeting", "housing"):
        ways = topic_ways(whole, EntryId(topic), TODAY)
        asked = case(whole, EntryId(topic), TODAY)
        assert asked.way == ways.ways["hall"] and ways.steps["hall"] == (asked.way.steps if asked.way else None)


@MANY
@given(LINKS)
def test_a_ring_is_a_round_of_links_that_are_not_answered(links: list[tuple[str, str]]) -> None:
    arcs = graph(links)
    one_way = {a: [b for b in others if a not in arcs.get(b, ())] for a, others in arcs.items()}
    on_round = {
        walk[0]
        for length in (3, 4, 5)
        for walk in permutations("abcde", length)
        if all(b in one_way.get(a, ()) for a, b in zip(walk, (*walk[1:], walk[0]), strict=True))
    }
    found = rings(arcs)
    assert {id for ring in found for id in ring} == on_round and all(len(ring) > 2 for ring in found)


@MANY
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("wxyz"), max_size=3), max_size=6))
def test_no_fewer_providers_meet_a_bundle(offers: dict[str, list[str]]) -> None:
    able = [
        number
        for number in range(len(offers) + 1)
        if any({n for id in some for n in offers[id]} >= set("wxyz") for some in combinations(offers, number))
    ]
    found = fewest_providers(offers, offers, "wxyz")
    assert (None if found is None else len(found)) == (able[0] if able else None)


@MANY
@given(LINKS, st.sets(st.sampled_from("abcde"), min_size=1), st.sets(st.sampled_from("abcde"), min_size=1))
def test_indispensable_actors_are_networkx_dominators(
    links: list[tuple[str, str]], starts: set[str], goals: set[str]
) -> None:
    arcs = graph(links)
    joined = nx.DiGraph([(a, b) for a, others in arcs.items() for b in others])
    joined.add_edges_from([("root", start) for start in starts] + [(goal, "sink") for goal in goals])
    expected, node = [], "sink"
    if nx.has_path(joined, "root", "sink"):
        above = nx.immediate_dominators(joined, "root")
        while (node := above[node]) != "root":
            expected.append(node)
    alone = {*(starts if len(starts) == 1 else ()), *(goals if len(goals) == 1 else ())}
    assert indispensable(arcs, starts, goals) == [id for id in reversed(expected) if id not in alone]
