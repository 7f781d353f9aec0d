"""What a result rests on beside the entries."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.analysis.coverage.travel import Means, Travel
from graph.analysis.readiness import ENOUGH
from graph.analysis.referrals.passing import Keeping


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumptions:
    """All of it shown and editable.

    `threshold` in minutes; `interpreters`, `beyond`: whether interpreters and services from other counties count;
    `estimated`: a service that states no places counts as one with as many as is usual for its topic; else it is never
    full. `keeping`: how many arrive after a hand-over.
    """

    threshold: float = 45.0
    means: Means = "bus"
    travel: Travel = field(default_factory=Travel)
    interpreters: bool = True
    beyond: bool = True
    estimated: bool = True
    ready: float = ENOUGH
    keeping: Keeping = field(default_factory=Keeping)
