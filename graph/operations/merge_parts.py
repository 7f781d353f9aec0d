"""What belongs to two actors that become one and is there twice: the same service, contact or address."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.model.changes import Entry, EntryId
from graph.model.collation import plain
from graph.network import Network

_NUMBERS = ("phones", "mobiles", "mails")


def parts_twice(network: Network, keep: str, drop: str) -> list[tuple[EntryId, EntryId]]:
    """(of the kept one, of the one that goes) which say that they are the same. O(what belongs to the two)."""
    if network.entry(keep).kind != "actor":
        return []
    found: list[tuple[EntryId, EntryId]] = []
    for name, field, told_by in (("service", "provider", _service), ("contact", "actor", _contact)):
        found += _alike(network.linking(keep, name, field), network.linking(drop, name, field), told_by)
    return found + _alike(network.linked(keep, "places"), network.linked(drop, "places"), _place)


def _alike(
    kept: Iterable[Entry], gone: Iterable[Entry], told_by: Callable[[Entry], str]
) -> list[tuple[EntryId, EntryId]]:
    known = {text: each.id for each in kept if (text := told_by(each))}
    pairs: dict[EntryId, EntryId] = {}
    for each in gone:
        one = known.get(told_by(each))
        if one is not None and one != each.id:
            pairs.setdefault(one, each.id)
    return list(pairs.items())


def _service(entry: Entry) -> str:
    return plain(entry.fields["name"])


def _contact(entry: Entry) -> str:
    """A person by name; a function only with the very same numbers."""
    if entry.fields.get("person"):
        return plain(entry.fields["person"])
    numbers = sorted(number for name in _NUMBERS for number in entry.fields.get(name, ()))
    return " ".join([plain(entry.fields["function"]), *numbers]) if numbers else ""


def _place(entry: Entry) -> str:
    """An address that names a house."""
    fields = entry.fields
    if not fields.get("street") or not fields.get("house_number"):
        return ""
    street = plain(fields["street"]).replace("strasse", "str")
    return " ".join(
        [street, plain(fields["house_number"]), plain(fields.get("locality") or fields.get("postcode", ""))]
    )
