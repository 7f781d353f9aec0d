"""What the survey keeps of who said no."""

from __future__ import annotations

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from webapp.survey.keeping import Asked, refusals

NETWORK = Network(
    [
        *(Entry(kind=Kind("actor"), id=EntryId(id), fields={"name": id}) for id in ("a", "b")),
        Entry(kind=Kind("service"), id=EntryId("s"), fields={"name": "s", "provider": "b"}),
        Entry(kind=Kind("referral"), id=EntryId("r"), fields={"sender": "a", "receiver": "s"}),
    ]
)


def no_of(actor: str) -> frozenset[object]:
    return refusals(NETWORK, [Asked(actor=EntryId(actor), no=("r", "gone"))])


def test_a_no_counts_for_the_side_its_actor_is_on() -> None:
    assert no_of("a") == {("r", "sender")} and no_of("b") == {("r", "receiver")}


def test_who_was_merged_into_another_speaks_for_neither_side() -> None:
    assert no_of("merged") == frozenset()
