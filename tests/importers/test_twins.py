"""One organisation twice in one list: asked about before it is taken in, and one entry afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

from graph.network import Network
from importers.files.read import read
from importers.lists import columns
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from importers.proposal import Proposal
from tests.importers.worlds import TODAY

WEEK = Path(__file__).parents[1] / "truth" / "week"
SMALL = (
    "Name;Straße;PLZ;Ort;Telefon;E-Mail;Angebot\n"
    "Zeitzer Tafel e.V.;Markt 1;06712;Zeitz;03441 123456;;Ausgabe\n"
    "Sprachschule Nebra;Weg 2;06642;Nebra;03442 77;;Kurse\n"
    "Tafel Zeitz;Markt 1;06712;Zeitz;03441 123456;tafel@example.org;Abholung\n"
)
_ids = count(1)


def proposed(content: bytes, network: Network | None = None, **decided: object) -> Proposal:
    sheet = read(content, "liste.csv", known=columns.heading_words()).sheets[0]
    targets = columns.guess(sheet)
    mapping = Mapping(targets=targets, key=columns.guess_key(sheet, targets), source_name="Liste", basis="published")
    return propose(
        network or Network(), sheet, replace(mapping, **decided), file="liste.csv", today=TODAY,  # type: ignore[arg-type]
        new_id=lambda: f"t{next(_ids)}", ask_rows=True,
    )  # fmt: skip


@cache
def small() -> Proposal:
    return proposed(SMALL.encode())


def all_same(proposal: Proposal) -> dict[str, str]:
    return {row.key: row.likes[0].id for row in proposal.rows if row.likes}


def test_rows_of_one_list_that_say_the_same_are_pairs_with_both_sides_told() -> None:
    *_, row = small().rows
    assert (row.outcome, row.likes[0].level, row.likes[0].name) == ("duplicate", "sure", "Zeitzer Tafel e.V.")
    assert row.beside["number"] == 2 and row.beside["said"]["actor"]["name"] == "Zeitzer Tafel e.V."


def test_the_same_makes_one_actor_of_both_rows_with_the_services_and_fields_of_both() -> None:
    network = Network().apply(proposed(SMALL.encode(), same=all_same(small())).changes)
    tafel = next(a for a in network.of_kind("actor").values() if "Tafel" in a.fields["name"])
    assert len(network.of_kind("actor")) == 2 and tafel.fields["mails"] == ["tafel@example.org"]
    offered = {s.fields["name"] for s in network.linking(tafel.id, "service", "provider")}
    assert offered == {"Ausgabe", "Abholung"}


def test_another_one_makes_two_that_are_told_apart() -> None:
    done = proposed(SMALL.encode(), same=dict.fromkeys(all_same(small()), "new"))
    *_, row = done.rows
    assert done.counts()["new"] == 3 and row.apart == (done.rows[0].entry,)


def test_both_rows_again_are_known_by_their_keys_and_change_nothing() -> None:
    network = Network().apply(proposed(SMALL.encode(), same=all_same(small())).changes)
    (source,) = network.of_kind("source")
    again = proposed(SMALL.encode(), network, source=source)
    assert (again.changes, again.missing, again.counts()["unchanged"]) == ((), 0, 3)
