"""Do sectors link inwards or outwards: the E-I index with what chance alone would give (method 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Orientation:
    """`index` from -1 (all links inside the sectors) to 1 (all between); `expected` if sectors did not matter.

    `at_least`, `at_most`: share of the shuffles with an index that high, that low; None without shuffles.
    """

    index: float
    external: int
    internal: int
    expected: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def remarkable(self) -> bool:
        """Whether fewer than one shuffle in twenty is as far out, either side: half of that on this one."""
        return self.at_least is not None and self.at_most is not None and min(self.at_least, self.at_most) < 0.025


def orientation(
    links: Iterable[tuple[N, N]], groups: Mapping[N, str], shuffles: Iterable[Sequence[int]] = ()
) -> Orientation:
    """The E-I index of links between grouped actors.

    `shuffles`: orders of range(len(groups)) by which the groups are dealt anew; they come in, so that the same question
    has the same answer. Never show the index without the expected value: group sizes alone move it. What it means to a
    council: whether administration, civil society and business refer to each other more or less than by chance.

    Complexity: O(links · shuffles). Source: Krackhardt & Stern, Social Psychology Quarterly 51 (1988).
    Raises ValueError without links.

    >>> found = orientation([(1, 2), (1, 3), (2, 1)], {1: "a", 2: "a", 3: "b"})
    >>> round(found.index, 3), round(found.expected, 3)
    (-0.333, 0.333)
    """
    actors = list(groups)
    place = {actor: n for n, actor in enumerate(actors)}
    ends = [(place[one], place[other]) for one, other in links if one in place and other in place]
    if not ends:
        raise ValueError("no links between grouped actors")
    dealt = [groups[actor] for actor in actors]
    external = _external(ends, dealt)
    dealt_anew = [_index(_external(ends, [dealt[n] for n in order]), len(ends)) for order in shuffles]
    index = _index(external, len(ends))
    return Orientation(
        index=index,
        external=external,
        internal=len(ends) - external,
        expected=_expected(Counter(dealt).values()),
        at_least=sum(other >= index - 1e-12 for other in dealt_anew) / len(dealt_anew) if dealt_anew else None,
        at_most=sum(other <= index + 1e-12 for other in dealt_anew) / len(dealt_anew) if dealt_anew else None,
    )


def _external(ends: list[tuple[int, int]], dealt: Sequence[str]) -> int:
    return sum(dealt[one] != dealt[other] for one, other in ends)


def _index(external: int, links: int) -> float:
    return (2 * external - links) / links


def _expected(sizes: Iterable[int]) -> float:
    counted = list(sizes)
    n = sum(counted)
    return 1 - 2 * sum(size * (size - 1) for size in counted) / (n * (n - 1))
