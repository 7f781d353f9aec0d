"""All topics together: how much of the need is met, and where the rest is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.analysis.council.plain import Data
from graph.analysis.coverage.cascade import STAGES


def together(coverage: Sequence[Mapping[str, Any]]) -> Data:
    """The cascades of all topics as one, and every topic with its need and how much of it is met.

    `coverage`: the part of the report of this name. A person who needs two things is counted for each of them, so these
    are needs and no heads. A topic whose places are not known well enough loses nothing at that stage; `unknown_room`
    counts such topics, `unknown` the people for whom neither a service is known nor that there is none,
    and what this weighs among the causes.
    What it means to a council: so much of what people need is there, and most is lost here.

    Complexity: O(topics).
    """
    rows = sorted(coverage, key=lambda one: (one["left"][-1] - one["persons"], one["topic"]))
    return {
        "needs": sum(one["persons"] for one in rows),
        "met": sum(one["left"][-1] for one in rows),
        "stages": list(STAGES),
        "left": [sum(_left(one, stage) for one in rows) for stage in STAGES],
        "causes": {stage: sum(one["causes"].get(stage, 0.0) for one in rows) for stage in STAGES},
        "topics": [[one["topic"], one["persons"], one["left"][-1]] for one in rows],
        "unknown": [sum(one.get("unknown", (0.0, 0.0))[n] for one in rows) for n in (0, 1)],
        "unknown_room": sum(not one["ready"] for one in rows),
    }


def _left(one: Mapping[str, Any], stage: str) -> float:
    """People left after a stage; a stage that is left out keeps those of the stage before."""
    left = float(one["persons"])
    for name in STAGES[: STAGES.index(stage) + 1]:
        if name in one["stages"]:
            left = float(one["left"][one["stages"].index(name)])
    return left
