"""Addresses for blind copies: each once, in portions, and what has none is counted."""

from __future__ import annotations

from tests.webapp.outputs.making import entry, function
from webapp.outputs.mails import addresses

ENTRIES = [
    entry("A", mails=("info@example.org",), functions=(function("Leitung", "leitung@example.org"),)),
    entry("B", mails=("Info@example.org", "b@example.org")),
    entry("C"),
]


def test_each_address_stands_once_whatever_its_letters() -> None:
    found = addresses(ENTRIES, "semicolon", 50)
    assert found.portions == ("info@example.org; leitung@example.org; b@example.org",)
    assert (found.count, found.without) == (3, 1)


def test_portions_hold_no_more_than_asked_for() -> None:
    many = [entry(str(n), mails=(f"m{n}@example.org",)) for n in range(120)]
    assert [len(p.split(", ")) for p in addresses(many, "comma", 50).portions] == [50, 50, 20]
    assert len(addresses(many, "comma", 0).portions) == 1


def test_without_addresses_there_is_nothing_to_copy() -> None:
    assert addresses([entry("C")], "comma", 0).portions == ()
