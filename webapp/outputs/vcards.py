"""Actors and their functions as cards for telephones and mail programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from graph.model.codes import HEADINGS
from importers.vcard.writing import Address, Vcard
from webapp.outputs.listing import Function, Listed, Postal
from webapp.texts import label, translator


def vcards(entries: Sequence[Listed], today: date, note: str, lang: str) -> Iterator[Vcard]:
    """An organisation's card, then those of its functions that have a number or address of their own.

    `note` ends the text of every card: how old it is and whom it is for.
    """
    for entry in entries:
        yield _organisation(entry, today, note, lang)
        for function in entry.functions:
            if function.numbers or function.mails:
                yield _function(entry, function, today, note)


def _organisation(entry: Listed, today: date, note: str, lang: str) -> Vcard:
    _ = translator(lang)
    said = [
        ("", " · ".join(dict.fromkeys(service.name for service in entry.services))),
        (_("Telefonzeiten"), entry.phone_hours),
        (_("Öffnungszeiten"), entry.hours),
        (_("Termin"), _("nach Vereinbarung") if entry.by_appointment else ""),
        (_("Sprachen"), entry.languages),
        *((number.whose, number.text) for number in entry.numbers if number.whose),
        ("", entry.fresh),
        ("", note),
    ]
    return Vcard(
        uid=f"knotenpunkt-{entry.id}",
        name=entry.name,
        organisation=entry.parent or entry.name,
        unit=entry.name if entry.parent else "",
        phones=tuple(number.dial for number in entry.numbers),
        mails=entry.mails,
        urls=entry.sites,
        addresses=tuple(map(_address, entry.addresses)),
        categories=tuple(label(HEADINGS[code], lang) for code in entry.headings),
        note="\n".join(f"{name}: {text}" if name else text for name, text in said if text),
        revised=today,
    )


def _function(entry: Listed, function: Function, today: date, note: str) -> Vcard:
    return Vcard(
        uid=f"knotenpunkt-{function.id}",
        name=function.person or f"{function.function}, {entry.name}",
        organisation=entry.name,
        unit=function.function,
        phones=tuple(number.dial for number in function.numbers if not number.mobile),
        mobiles=tuple(number.dial for number in function.numbers if number.mobile),
        mails=function.mails,
        note=note,
        revised=today,
        is_person=True,
    )


def _address(postal: Postal) -> Address:
    street = ", ".join(part for part in (postal.building, postal.street) if part)
    return Address(street=street, postcode=postal.postcode, town=postal.town)
