"""What was measured, as one table at the end of the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.benchmarks.timing import Compared

NOISE = 1.2
"""How far above its limit a ratio may be measured before the stage fails."""

Measure = Callable[[int], Compared]
"""Rounds → what came out."""


@dataclass(kw_only=True)
class Figures:
    """Collects the lines; a ratio that fails is measured once more, longer, before it counts.

    A shared machine moves a ratio by a tenth and more between two runs: one that lies within NOISE above its limit is
    marked with "!" in the table, one beyond fails.
    """

    lines: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    def holds(self, name: str, limit: float, measure: Measure, rounds: int, unit: str = "ms") -> None:
        """Assert that a ratio stays within its limit."""
        found = measure(rounds)
        if found.ratio > limit:
            found = measure(3 * rounds)
        self.ratio(name, found, f"≤ {limit:g}" + (" !" if found.ratio > limit else ""), unit)
        assert found.ratio <= NOISE * limit, f"{name}: {found.ratio:.2f}, at most {limit:g}"

    def ratio(self, name: str, found: Compared, limit: str = "", unit: str = "ms") -> None:
        """A ratio that is only reported."""
        scale = {"ms": 1e3, "µs": 1e6, "s": 1.0}[unit]
        shown = [f"{scale * value:.2f} {unit}" for value in (found.ours, found.theirs)]
        self.lines.append((name, *shown, f"{found.ratio:.2f}", limit))

    def note(self, name: str, *values: str) -> None:
        """A line of figures without a ratio."""
        self.lines.append((name, *[*values, "", "", "", ""][:4]))

    def table(self) -> list[str]:
        """The lines with columns of equal width."""
        head = ("", "ours", "beside it", "ratio", "limit")
        widths = [max(len(line[n]) for line in [head, *self.lines]) for n in range(5)]
        return [
            "  ".join(
                cell.ljust(width) if n == 0 else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            for line in [head, *self.lines]
        ]
