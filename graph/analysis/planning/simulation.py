"""The spread of a surge, by simulation: how long it takes when no two people need the same time (method 26)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.planning.surge import Desks, surge

if TYPE_CHECKING:
    import ciw

RUNS = 40
FEWEST_RUNS = 10
PEOPLE = 80_000
"""People who are simulated in all: of many there are fewer runs, of very many none, since their times even out."""
DAYS = 60
"""Days that are simulated; a run that is not through by then counts as so long."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """Working days until nobody waits: nine of ten of the `runs` lie between `low` and `high`. `cut`: some took longer
    than was simulated."""

    low: float
    middle: float
    high: float
    runs: int
    cut: bool = False


def spread(persons: int, at: Desks, seed: int, runs: int = RUNS, people: int = PEOPLE) -> Spread | None:
    """Play the surge through: `persons` in the morning of the first day, the usual ones at random times besides.

    Times a person are exponential, the most uneven that is common; the days are joined without their nights. The same
    seed gives the same answer. What it means to a council: plan for the upper end.

    None where so many come that even ten runs would simulate more than so many `people`.
    Complexity: O(runs · people). Source: Ciw (Palmer et al., Journal of Simulation 13, 2019).
    """
    asked, runs = runs, min(runs, int(people / (persons + at.usual * _days(persons, at))))
    if runs < min(FEWEST_RUNS, asked):
        return None
    played = [_run(persons, at, seed + n) for n in range(runs)]
    found = sorted(days for days, _ in played)
    last = len(found) - 1
    low, middle, high = (found[round(last * share)] for share in (0.05, 0.5, 0.95))
    return Spread(low=low, middle=middle, high=high, runs=runs, cut=not all(cleared for _, cleared in played))


def _run(persons: int, at: Desks, seed: int) -> tuple[float, bool]:
    """Days until nobody waits for the first time, and whether it came to that in the days simulated."""
    import ciw  # takes most of a second: whoever simulates nothing starts without it

    ciw.seed(seed)
    day = at.hours * 60
    arrivals = {"Surge": [ciw.dists.Sequential([0.0, float("inf")])]}
    served = {"Surge": [ciw.dists.Exponential(1 / at.minutes)]}
    batches = {"Surge": [ciw.dists.Deterministic(persons)]}
    if at.usual:
        arrivals["Usual"] = [ciw.dists.Exponential(at.usual / day)]
        served["Usual"] = served["Surge"]
        batches["Usual"] = [ciw.dists.Deterministic(1)]
    network = ciw.create_network(
        arrival_distributions=arrivals,
        service_distributions=served,
        batching_distributions=batches,
        number_of_servers=[at.desks],
    )
    simulated = ciw.Simulation(network)
    days = _days(persons, at)
    simulated.simulate_until_max_time(days * day)
    moment = _clear(simulated)
    return (days, False) if moment is None else (moment / day, True)


def _days(persons: int, at: Desks) -> float:
    """Days worth simulating: three times what it takes without any spread."""
    plain = surge([persons], at.usual, (at.least + at.most) / 2).days
    return DAYS if plain is None else min(DAYS, max(3.0, 3 * plain))


def _clear(simulated: ciw.Simulation) -> float | None:
    """The first moment at which nobody waits any more; None where there is none."""
    records = simulated.get_all_records()
    events = [(r.arrival_date, 1) for r in records] + [(r.service_start_date, -1) for r in records]
    here = [person for node in simulated.transitive_nodes for person in node.all_individuals]
    events += [(person.arrival_date, 1) for person in here]
    events += [(person.service_start_date, -1) for person in here if person.service_start_date is not False]
    left = 0
    for moment, step in sorted(events, key=lambda e: (e[0], -e[1])):
        left += step
        if left == 0:
            return float(moment)
    return None
