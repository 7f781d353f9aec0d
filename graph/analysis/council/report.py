"""Everything the analyses find at one revision, as plain data that can be kept and shown later as it was.

Findings are kept as codes with parameters; whoever shows them says them with the reader's own Network and language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date

from graph.analysis.council.completeness import age, completeness
from graph.analysis.council.confirmed import confirmation
from graph.analysis.council.ending import ending
from graph.analysis.council.indicators import hanging, indicators
from graph.analysis.council.plain import Data, plain
from graph.analysis.council.structure import Shuffles, no_shuffles, structure_part
from graph.analysis.council.ways import journeys_part, ways_part
from graph.analysis.coverage.findings import of_gap, of_reaching
from graph.analysis.coverage.reaching import Assumptions, Reaching, reaching
from graph.analysis.finding import Finding
from graph.analysis.planning.next_links import NextLink, next_links
from graph.network import Network

Progress = Callable[[int, int, str], None]

GAPS = 200
"""Largest gaps that are kept."""
PARTS = ("coverage", "ways", "journeys", "structure", "links", "rest")


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

    Parts: indicators, coverage (per topic), gaps, starts, ways (per topic), passing, tasks, journeys, structure, links,
    ending, age, completeness, confirmation. Complexity: the sum of its parts, seconds for a county; `progress` is told
    part by part.
    """
    told = Progressing(progress)
    told("coverage")
    reached = [r for topic in sorted(network.of_kind("topic")) if (r := reaching(network, topic, on, assumed))]
    gaps = sorted((gap for r in reached for gap in r.gaps), key=lambda g: -g.persons)[:GAPS]
    found: Data = {"coverage": [_reaching(r) for r in reached], "gaps": [plain(of_gap(gap)) for gap in gaps]}
    told("ways")
    found |= ways_part(network, on)
    told("journeys")
    found |= journeys_part(network, on)
    told("structure")
    found |= structure_part(network, on, shuffles)
    told("links")
    found["links"] = [_link(link) for link in next_links(network, on)]
    told("rest")
    found |= _rest(network, on, assumed)
    return found


class Progressing:
    """Counts the parts for whoever watches."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0

    def __call__(self, part: str) -> None:
        """A part begins."""
        self._progress(self._done, len(PARTS), f"figures.{part}")
        self._done += 1


def _reaching(found: Reaching) -> Data:
    cascade = found.cascade
    return {
        "topic": found.topic,
        "stages": list(cascade.stages),
        "persons": cascade.persons,
        "left": list(cascade.left),
        "causes": dict(cascade.causes),
        "known": found.room.known,
        "services": found.room.total,
        "ready": found.room.enough,
        "silent": len(found.silent),
        "finding": plain(of_reaching(found)),
        "basis": plain(found.room.finding),
    }


def _link(link: NextLink) -> Data:
    return {**asdict(link), "finding": plain(_said(link))}


def _said(link: NextLink) -> Finding:
    return Finding(
        code="planning.link",
        entries={
            "sender": link.sender,
            "receiver": link.receiver,
            "topics": link.topics[:3],
            "starts": link.starts[:3],
        },
        values={"opens": link.opens, "saves": link.saves},
    )


def _rest(network: Network, on: date, assumed: Assumptions) -> Data:
    confirmed = confirmation(network, on)
    return {
        "indicators": dict(indicators(network, on, assumed).values),
        "ending": [asdict(e) for e in ending(network, on)],
        "age": asdict(age(network, on)),
        "completeness": [asdict(r) for r in completeness(network)],
        "confirmation": asdict(confirmed),
        "hanging": [[topic, actor] for topic, actor in sorted(hanging(network, on).items())],
    }
