"""PySAL's access and spopt asked as our own analyses are."""

from __future__ import annotations

import warnings
from random import Random
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import numpy as np
    import pandas as pd
    import pulp
    from access import Access
    from access.weights import step_fn
    from spopt.locate import LSCP, MCLP, PCenter, PMedian

Minutes = list[list[float]]


def world(seed: int, areas: int = 40, sites: int = 9) -> tuple[list[int], list[int], Minutes]:
    """People per area, places per site, minutes between them."""
    random = Random(seed)
    people = [random.randint(1, 400) for _ in range(areas)]
    places = [random.randint(5, 60) for _ in range(sites)]
    return people, places, [[float(random.randint(3, 90)) for _ in range(sites)] for _ in range(areas)]


def floating(people: list[int], places: list[int], minutes: Minutes, most: float) -> list[float]:
    """Places per person by the plain two steps; 0 where access says nothing."""
    found = _access(people, places, minutes).two_stage_fca(name="fca", cost="cost", max_cost=most)
    return [float(value) for value in found["fca_places"].fillna(0)]


def graded(people: list[int], places: list[int], minutes: Minutes, steps: dict[int, float]) -> list[float]:
    """The same by zones."""
    found = _access(people, places, minutes).enhanced_two_stage_fca(
        name="fca", cost="cost", max_cost=max(steps), weight_fn=step_fn(steps)
    )
    return [float(value) for value in found["fca_places"].fillna(0)]


def covering(minutes: Minutes, people: list[int], number: int, most: float = 30) -> float:
    """People reached from the best sites."""
    return _solved(MCLP.from_cost_matrix(np.array(minutes), np.array(people), most, p_facilities=number))


def median(minutes: Minutes, people: list[int], number: int) -> float:
    """Least travel of all people."""
    return _solved(PMedian.from_cost_matrix(np.array(minutes), np.array(people), p_facilities=number))


def centre(minutes: Minutes, number: int) -> float:
    """Shortest longest way."""
    return _solved(PCenter.from_cost_matrix(np.array(minutes), p_facilities=number))


def everyone(minutes: Minutes, most: float) -> float:
    """Fewest sites for all areas."""
    return _solved(LSCP.from_cost_matrix(np.array(minutes), most))


def _solved(model: Any) -> float:
    return float(model.solve(pulp.PULP_CBC_CMD(msg=False)).problem.objective.value())


def _access(people: list[int], places: list[int], minutes: Minutes) -> Access:
    costs = [{"origin": i, "dest": j, "cost": way} for i, row in enumerate(minutes) for j, way in enumerate(row)]
    return Access(
        demand_df=pd.DataFrame({"id": range(len(people)), "people": people}),
        demand_index="id",
        demand_value="people",
        supply_df=pd.DataFrame({"id": range(len(places)), "places": places}),
        supply_index="id",
        supply_value="places",
        cost_df=pd.DataFrame(costs),
        cost_origin="origin",
        cost_dest="dest",
        cost_name="cost",
    )
