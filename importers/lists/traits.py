"""What an actor is recognised by: name, numbers, addresses, websites, town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from graph.model.collation import plain
from importers.lists.names import folded, words

_BEYOND_TOWN = re.compile(r"[(/,]|\bOT\b|\bOrtsteil\b|\s-\s")
_STREET = re.compile(r"(?:str\.|strasse|straße)(?=\W|$)")
_SHARED_HOSTS = frozenset(
    {"facebook.com", "instagram.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "gmail.com", "googlemail.com",
     "freenet.de", "outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "yahoo.de", "yahoo.com", "icloud.com",
     "posteo.de", "mailbox.org", "arcor.de", "aol.com", "live.de", "online.de", "youtube.com"}
)  # fmt: skip
"""Hosts of mail and pages where everyone has an address."""


TRAITS = ("phone", "mail", "address", "host", "person")


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """What an actor is recognised by. `address` and `town` hold at most one each; empty where not known."""

    name: str
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    """Numbers and mail addresses of the actor itself, without those of its contacts."""
    address: frozenset[str] = frozenset()
    town: str = ""

    def of(self, trait: str) -> frozenset[str]:
        """The values of a trait: one of TRAITS."""
        return {
            "phone": self.phones, "mail": self.mails, "address": self.address, "host": self.hosts,
            "person": self.persons,
        }[trait]  # fmt: skip

    def sharing(self, by_words: bool = True) -> Iterator[tuple[str, str]]:
        """What others can be found by that share something."""
        yield "name", folded(self.name)
        for trait in TRAITS:
            for value in self.of(trait):
                yield trait, value
        for word in words(self.name) if by_words else ():
            yield "word", word


def traits_of(
    name: str, fields: Mapping[str, Any], address: str, town: str = "", contacts: Iterable[Mapping[str, Any]] = ()
) -> Traits:
    """The traits of an actor's fields, and of its contacts. `address` as `address_key` writes it."""
    reached = [fields, *contacts]
    mails = [mail.casefold() for each in reached for mail in each.get("mails") or ()]
    phones = (n for each in reached for n in (*(each.get("phones") or ()), *(each.get("mobiles") or ())))
    return Traits(
        name=name,
        phones=frozenset(phone.partition(";")[0] for phone in phones),
        mails=frozenset(mails),
        hosts=frozenset(_hosts(mails, fields.get("websites") or ())),
        persons=frozenset(" ".join(sorted(plain(p).split())) for each in reached if (p := each.get("person"))),
        own=frozenset([*(fields.get("phones") or ()), *(fields.get("mails") or ())]),
        address=frozenset({address} if address else ()),
        town=town,
    )


def address_key(place: Mapping[str, Any]) -> str:
    """One way to write an address for comparison; "" when it names no house."""
    if not place.get("street"):
        return ""
    street = _STREET.sub("str", str(place["street"]).casefold())
    number = "".join(str(place.get("house_number", "")).casefold().split())
    return " ".join(f"{street} {number} {town_key(place)}".split())


def town_key(place: Mapping[str, Any]) -> str:
    """One way to write the town of a place; "" when none is named."""
    town = _BEYOND_TOWN.split(str(place.get("locality") or ""), maxsplit=1)[0]
    return plain(town) or str(place.get("postcode") or "")


def _hosts(mails: Iterable[str], websites: Iterable[str]) -> Iterator[str]:
    for mail in mails:
        yield from _own(mail.rpartition("@")[2])
    for website in websites:
        yield from _own(urlsplit(website).netloc)


def _own(host: str) -> Iterator[str]:
    host = host.casefold().removeprefix("www.")
    if host and host not in _SHARED_HOSTS:
        yield host
