"""Relief of an overloaded office: share people out so that the fullest is least full (method 24)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.analysis.solving import Programme, Row, solve

D = TypeVar("D", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Relief(Generic[D, S]):
    """`highest` share of its places any service has to fill; `flows` people from group to service.

    `worth`: how much one place more at a service lowers `highest`; 0 where it would not help.
    """

    highest: float
    flows: Mapping[tuple[D, S], float]
    worth: Mapping[S, float]


def relief(demand: Mapping[D, float], capacity: Mapping[S, float], fits: Iterable[tuple[D, S]]) -> Relief[D, S] | None:
    """Share everyone out over the services they fit so that the highest share of places filled is least.

    Above 1 even the best sharing is too much. None when some group fits no service with places.
    What it means to a council: the office need not grow, people can be sent elsewhere; or: only places help.

    Complexity: a linear programme of (pairs + 1) variables. Source: minimax assignment; duals after LP theory.

    >>> round(relief({"x": 30}, {"a": 10, "b": 20}, [("x", "a"), ("x", "b")]).highest, 9)
    1.0
    """
    pairs = [(d, s) for d, s in dict.fromkeys(fits) if demand.get(d, 0) > 0 and capacity.get(s, 0) > 0]
    groups = [d for d, n in demand.items() if n > 0]
    services = [s for s, n in capacity.items() if n > 0]
    last = len(pairs)
    rows = [
        Row(weights={n: 1.0 for n, (d, _) in enumerate(pairs) if d == group}, lower=demand[group], upper=demand[group])
        for group in groups
    ]
    for service in services:
        own = {n: 1.0 for n, (_, s) in enumerate(pairs) if s == service}
        rows.append(Row(weights={**own, last: -capacity[service]}, upper=0.0))
    found = solve(Programme(costs=[0.0] * last + [1.0], rows=rows))
    if found is None:
        return None
    duals = dict(zip(services, found.duals[len(groups) :], strict=True))
    return Relief(
        highest=found.value,
        flows={pair: value for pair, value in zip(pairs, found.variables, strict=False) if value > 1e-9},
        worth={s: abs(dual) * found.value for s, dual in duals.items()},
    )
