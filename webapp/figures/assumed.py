"""What results assume beside the entries: a setting of the network that coordinators edit and every result shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.analysis.coverage.reaching import Assumptions
from graph.analysis.coverage.travel import Means, Travel
from graph.model.changes import Record
from graph.store import Store

KIND, ID = "setting", "assumptions"
MEANS: tuple[Means, ...] = ("bus", "car", "foot")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumed:
    """`threshold` in minutes, `car`, `bus`, `foot` in km/h with waiting, `ready` 0 to 1.

    `publish`: whether counts of people are shown to everyone, with small cells hidden and the rest rounded to 5.
    """

    threshold: float = 45.0
    means: Means = "bus"
    detour: float = 1.3
    car: float = 45.0
    bus: float = 20.0
    foot: float = 5.0
    interpreters: bool = True
    beyond: bool = True
    ready: float = 0.6
    publish: bool = True
    version: int = 0
    """Of the stored setting; 0 as long as nobody has changed the defaults."""

    @property
    def body(self) -> dict[str, Any]:
        """As it is kept, with the setting and with each run's figures."""
        return {name: value for name, value in asdict(self).items() if name != "version"}

    @property
    def assumptions(self) -> Assumptions:
        """As analyses take them."""
        return Assumptions(
            threshold=self.threshold,
            means=self.means,
            travel=Travel(detour=self.detour, speeds={"car": self.car, "bus": self.bus, "foot": self.foot}),
            interpreters=self.interpreters,
            beyond=self.beyond,
            ready=self.ready,
        )


def load(store: Store) -> Assumed:
    """What is assumed now."""
    record = store.get(KIND, ID)
    return of(record.body, record.version) if record else Assumed()


def of(body: Mapping[str, Any], version: int = 0) -> Assumed:
    """The inverse of `body`; what an older version did not know has its default."""
    return Assumed(**{name: body[name] for name in Assumed().body if name in body}, version=version)


def save(store: Store, wanted: Assumed) -> None:
    """Keep it. Raises RecordConflict when somebody else changed it since `wanted.version`."""
    store.commit(None, put=[Record(kind=KIND, id=ID, body=wanted.body, version=wanted.version)])
