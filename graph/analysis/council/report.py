"""Everything the analyses find at one revision, as plain data that can be kept and shown later as it was.

Findings are kept as codes with parameters; whoever shows them says them with the reader's own Network and language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date

from graph.analysis.council.completeness import age, completeness
from graph.analysis.council.confirmed import confirmation
from graph.analysis.council.coverage import coverage_part
from graph.analysis.council.ending import ending
from graph.analysis.council.indicators import hanging, indicators
from graph.analysis.council.plain import Data
from graph.analysis.council.structure import Shuffles, no_shuffles, structure_part
from graph.analysis.council.ways import journeys_part, ways_part
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.reaching import Reaching, reaching
from graph.network import Network

Progress = Callable[[int, int, str], None]

PARTS = ("coverage", "ways", "journeys", "structure", "rest")


def silent(done: int, total: int, step: str) -> None:
    """Tells nobody how far it is."""


def report(
    network: Network,
    on: date,
    assumed: Assumptions,
    progress: Progress = silent,
    shuffles: Shuffles = no_shuffles,
) -> Data:
    """All figures of a Network as JSON-able data. `shuffles` deal sectors anew: chance comes in from outside.

    Parts: indicators, coverage (a line a topic), gaps, topics (each from close by), starts, ways (per topic), passing,
    tasks, journeys, structure, ending, age, completeness, confirmation. Complexity: the sum of its parts,
    seconds for a county; `progress` is told part by part.
    """
    told = Progressing(progress)
    told("coverage")
    reached = [r for topic in sorted(network.of_kind("topic")) if (r := reaching(network, topic, on, assumed))]
    found = coverage_part(network, on, assumed, reached)
    told("ways")
    found |= ways_part(network, on, assumed)
    told("journeys")
    found |= journeys_part(network, on)
    told("structure")
    found |= structure_part(network, on, shuffles)
    told("rest")
    found |= _rest(network, on, assumed, reached)
    return found


class Progressing:
    """Counts the parts for whoever watches."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0

    def __call__(self, part: str) -> None:
        """A part begins."""
        self._progress(self._done, len(PARTS), f"figures.{part}")
        self._done += 1


def _rest(network: Network, on: date, assumed: Assumptions, reached: Sequence[Reaching]) -> Data:
    confirmed = confirmation(network, on)
    return {
        "indicators": dict(indicators(network, on, assumed, reached).values),
        "ending": [asdict(e) for e in ending(network, on, assumed=assumed)],
        "age": asdict(age(network, on)),
        "completeness": [asdict(r) for r in completeness(network)],
        "confirmation": asdict(confirmed),
        "hanging": [[topic, actor] for topic, actor in sorted(hanging(network, on).items())],
    }
