"""vCards for phones and mail programs: version 3.0, which all of them read.

A text of ours stays one value: what separates values is escaped, line ends become `\\n`, and a long line is folded
between letters, never within one (RFC 2426, RFC 2425).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

_FOLD = 75
"""Bytes of a line, without its end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """A postal address; empty parts stay empty."""

    street: str = ""
    postcode: str = ""
    town: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vcard:
    """An organisation, or a function in one. `phones` are E.164 with an optional `;ext=`; `unit` names the function."""

    uid: str
    name: str
    organisation: str
    unit: str = ""
    phones: tuple[str, ...] = ()
    mobiles: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    categories: tuple[str, ...] = ()
    note: str = ""
    revised: date | None = None
    is_person: bool = False


def write(cards: Iterable[Vcard]) -> str:
    """The file's text. O(characters)."""
    return "".join(f"{fold(line)}\r\n" for card in cards for line in _lines(card))


def escape(text: str) -> str:
    """A text as one value; signs that no file may hold become spaces.

    >>> escape("Rat; Tat, Hilfe")
    'Rat\\\\; Tat\\\\, Hilfe'
    """
    joined = "\n".join(text.splitlines())
    plain = "".join(sign if sign == "\n" or sign.isprintable() or sign.isspace() else " " for sign in joined)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """A line in pieces of at most 75 bytes, the later ones begun by a space."""
    pieces, size = [""], 0
    for sign in line:
        bytes_ = len(sign.encode("utf-8", "replace"))
        if size + bytes_ > _FOLD:
            pieces.append("")
            size = 1
        pieces[-1] += sign
        size += bytes_
    return "\r\n ".join(pieces)


def _lines(card: Vcard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//Knotenpunkt//DE"
    yield f"UID:{escape(card.uid)}"
    yield f"FN:{escape(card.name)}"
    yield f"N:{escape(card.name)};;;;"
    yield f"ORG:{';'.join(escape(part) for part in (card.organisation, card.unit) if part)}"
    if card.is_person:
        yield f"TITLE:{escape(card.unit)}"
    else:
        yield "KIND:org"  # of version 4.0, understood by readers that know it
        yield "X-ABSHOWAS:COMPANY"  # what Apple's address book knows instead
    yield from _reach(card)
    if card.categories:
        yield f"CATEGORIES:{','.join(map(escape, card.categories))}"
    if card.note:
        yield f"NOTE:{escape(card.note)}"
    if card.revised:
        yield f"REV:{card.revised.isoformat()}"
    yield "END:VCARD"


def _reach(card: Vcard) -> Iterator[str]:
    for phone in card.phones:
        yield f"TEL;TYPE=WORK,VOICE:{_dialled(phone)}"
    for phone in card.mobiles:
        yield f"TEL;TYPE=CELL,VOICE:{_dialled(phone)}"
    for mail in card.mails:
        yield f"EMAIL;TYPE=INTERNET:{escape(mail)}"
    for url in card.urls:
        yield f"URL:{escape(url)}"
    for address in card.addresses:
        parts = ("", "", address.street, address.town, "", address.postcode, "")
        yield f"ADR;TYPE=WORK:{';'.join(map(escape, parts))}"


def _dialled(phone: str) -> str:
    """An extension after a pause, as telephones dial it."""
    number, _, extension = phone.partition(";ext=")
    return escape(number) + (f"\\,{escape(extension)}" if extension else "")
