"""What results assume beside the entries: a setting of the network that coordinators edit and every result shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.travel import Means, Table, Travel
from graph.analysis.referrals.passing import Keeping
from graph.model.changes import Record
from graph.model.errors import Missing
from graph.store import Store
from webapp.figures import travel_times
from webapp.figures.travel_times import Head

KIND, ID = "setting", "assumptions"
MEANS: tuple[Means, ...] = ("bus", "car", "foot")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumed:
    """`threshold` in minutes, `car`, `bus`, `foot` in km/h with waiting, `ready` 0 to 1.

    `kept_low`, `kept_high`: share of people who arrive after a hand-over; `week_low`, `week_high`: what each week of
    waiting leaves of it. `publish`: whether counts of people are shown to everyone, with small cells hidden and the
    rest rounded to 5. `table`: the travel times that win over distances, where some were imported.
    """

    threshold: float = 45.0
    means: Means = "bus"
    detour: float = 1.3
    car: float = 45.0
    bus: float = 20.0
    foot: float = 5.0
    interpreters: bool = True
    beyond: bool = True
    estimated: bool = True
    ready: float = 0.6
    kept_low: float = Keeping().low
    kept_high: float = Keeping().high
    week_low: float = Keeping().week_low
    week_high: float = Keeping().week_high
    publish: bool = True
    table: Head | None = None
    version: int = 0
    """Of the stored setting; 0 as long as nobody has changed the defaults."""

    @property
    def body(self) -> dict[str, Any]:
        """As it is kept, with the setting and with each run's figures."""
        kept = {name: value for name, value in asdict(self).items() if name != "version"}
        return kept | {"table": self.table.body if self.table else None}

    @property
    def timed(self) -> bool:
        """Whether the table says something of the means that people are assumed to take."""
        return self.table is not None and not {"", self.means}.isdisjoint(self.table.means)

    def with_table(self, table: Table) -> Assumptions:
        """As analyses take them."""
        return Assumptions(
            threshold=self.threshold,
            means=self.means,
            travel=Travel(
                detour=self.detour, speeds={"car": self.car, "bus": self.bus, "foot": self.foot}, table=table
            ),
            interpreters=self.interpreters,
            beyond=self.beyond,
            estimated=self.estimated,
            ready=self.ready,
            keeping=Keeping(low=self.kept_low, high=self.kept_high, week_low=self.week_low, week_high=self.week_high),
        )


def load(store: Store) -> Assumed:
    """What is assumed now."""
    record = store.get(KIND, ID)
    return of(record.body, record.version) if record else Assumed()


def whole(store: Store) -> tuple[Assumed, Assumptions]:
    """What is assumed now, and as analyses take it: with the travel times, however many these are."""
    settings = load(store)
    while settings.table is not None:
        table = travel_times.minutes_of(store, settings.table)
        if table is not None:
            return settings, settings.with_table(table)
        before, settings = settings, load(store)  # somebody took it away just now
        if before == settings:
            raise Missing(travel_times.PIECE_KIND, settings.table.number if settings.table else "")
    return settings, settings.with_table({})


def of(body: Mapping[str, Any], version: int = 0) -> Assumed:
    """The inverse of `body`; what an older version did not know has its default."""
    known = {name: body[name] for name in Assumed().body if name in body}
    table = known.get("table")
    return Assumed(**{**known, "table": travel_times.head_of(table) if table else None}, version=version)


def save(store: Store, wanted: Assumed) -> None:
    """Keep it. Raises RecordConflict when somebody else changed it since `wanted.version`."""
    store.commit(None, put=[record_of(wanted)])


def take_table(store: Store, wanted: Assumed, table: Head | None, done: Sequence[Record] = ()) -> None:
    """Take over a table that waits as a draft, or none, in place of the one before; whole or not at all.

    `done`: what goes with it. Raises RecordConflict when somebody else changed the assumptions since `wanted.version`.
    """
    old = travel_times.pieces_of(store, wanted.table) if wanted.table else []
    new = travel_times.kept(store, table) if table else []
    store.commit(None, put=[record_of(replace(wanted, table=table)), *new], drop=[*old, *done])


def record_of(wanted: Assumed) -> Record:
    """The setting as it is kept."""
    return Record(kind=KIND, id=ID, body=wanted.body, version=wanted.version)
