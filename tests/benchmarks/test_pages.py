"""What reading pages cost beside their own templates filled with constants, and whatever the network's size."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.benchmarks.figures import Figures
from tests.benchmarks.grounds import LARGE, MIDDLE, SMALL, Ground, Grounds
from tests.benchmarks.replay import PATH, Constant, Watched, watching
from tests.benchmarks.timing import Compared, Work, in_pairs, in_turn
from webapp.render import page

_WORDS = (
    "Deutschkurs",
    "Wohnung",
    "Asyl",
    "Schulden Beratung",
    "Familienzentrum",
    "Kita Platz",
    "Jobcenter",
    "Dolmetscher",
)
_HEADINGS = ("arrival", "money", "housing", "german", "work", "education", "health", "advice", "family", "community")
_ROUNDS = {"cold": 1, "warm": 3}

Paths = Callable[[Ground], list[str]]

_PAGES: dict[str, Paths] = {
    "start": lambda _: ["/de/", "/en/"],
    "actor": lambda ground: [f"/de/actor/{id}" for id in ground.ids("actor")],
    "service": lambda ground: [f"/de/service/{id}" for id in ground.ids("service")],
    "area": lambda ground: [f"/de/area/{id}" for id in ground.ids("area")],
    "areas": lambda _: ["/de/areas", "/en/areas"],
    "search, words": lambda ground: (
        [f"/de/search?q={w}" for w in _WORDS] + [f"/de/search?q={t}" for t in _topics(ground)]
    ),
    "search, filters": lambda ground: (
        [f"/de/search?heading={h}" for h in _HEADINGS] + [f"/de/search?area={a}" for a in ground.ids("area", 40)]
    ),
}


@pytest.fixture(scope="module")
def constants() -> dict[int, Constant]:
    """One constant route for each application."""
    return {}


@pytest.mark.parametrize("state", ["warm", "cold"])
@pytest.mark.parametrize("name", _PAGES)
def test_a_page_costs_little_more_than_its_template(
    name: str, state: str, figures: Figures, grounds: Grounds, constants: dict[int, Constant]
) -> None:
    """Warm: as most readers meet it. Cold: the first reader after a change, for each entry anew.

    The first to ask a question of the search pays for its answer: that is reported, as no template holds an answer.
    """
    ground = grounds.of(MIDDLE)
    constant = _constant(ground, constants)
    pairs = [_pair(ground, path, constant, state) for path in _PAGES[name](ground)]

    def measure(rounds: int) -> Compared:
        return in_pairs(pairs, rounds)

    rounds = max(_ROUNDS[state], 20 // len(pairs))
    line = f"{name} ({len(pairs)}, {state}) : its template"
    if name == "search, words" and state == "cold":
        figures.ratio(line, measure(rounds), "reported")
    else:
        figures.holds(line, 1.5, measure, rounds)


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_beside_the_bare_layout(
    name: str, figures: Figures, grounds: Grounds, constants: dict[int, Constant]
) -> None:
    """Reported; the goal is four times."""
    ground = grounds.of(MIDDLE)
    constant = _constant(ground, constants)
    bare = ground.asking(PATH)
    asking = [ground.asking(path) for path in _PAGES[name](ground)]
    for ask in asking:
        ask()

    def layout() -> None:
        constant.answer = lambda: page("layout.html")
        bare()

    figures.ratio(f"{name} (warm) : the bare layout", in_pairs([(ask, layout) for ask in asking], 1), "goal 4")


@pytest.mark.parametrize("joined", [True, False], ids=["referrals", "no links"])
@pytest.mark.parametrize("state", ["warm", "cold"])
def test_an_actor_page_costs_the_same_in_a_large_network(
    state: str, joined: bool, figures: Figures, grounds: Grounds
) -> None:
    small, large = grounds.of(SMALL, joined=joined), grounds.of(LARGE, joined=joined)
    works = [
        [_asking(ground, f"/de/actor/{id}", state) for id in ground.ids("actor", SMALL)] for ground in (large, small)
    ]

    def measure(rounds: int) -> Compared:
        return in_turn(works[0], works[1], rounds)

    links = "referrals" if joined else "no links"
    figures.holds(f"actor page ({state}, {links}), {LARGE} : {SMALL} actors", 1.25, measure, 3)


def _constant(ground: Ground, constants: dict[int, Constant]) -> Constant:
    if id(ground) not in constants:
        constants[id(ground)] = Constant(ground.app)
    return constants[id(ground)]


def _topics(ground: Ground) -> list[str]:
    return [str(ground.network.entry(id).fields["name"]) for id in ground.ids("topic", 32)]


def _pair(ground: Ground, path: str, constant: Constant, state: str) -> tuple[Work, Work]:
    ask, asking_constant = ground.asking(path), ground.asking(PATH)
    ground.forget()
    with watching() as watched:
        body = ask()
    assert watched.page().encode() == body, f"{path} shows more than it is given"
    answer = _answer(watched, state)

    def ours() -> None:
        if state == "cold":
            ground.forget()
        ask()

    def theirs() -> None:
        constant.answer = answer
        if state == "cold":
            ground.forget()
        asking_constant()

    return ours, theirs


def _answer(watched: Watched, state: str) -> Callable[[], str]:
    return watched.parts_and_page if state == "cold" else watched.page


def _asking(ground: Ground, path: str, state: str) -> Work:
    ask = ground.asking(path)
    ask()
    if state == "warm":
        return ask

    def cold() -> None:
        ground.forget()
        ask()

    return cold
