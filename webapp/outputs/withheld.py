"""How much an output leaves out because its readers may not see it: counts, never what.

Counted is what belongs to the actors that are listed. Whole actors that are hidden are counted for the whole network
only: of a search the number alone would tell where they are, or answer whether a private word occurs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.readable import readable
from graph.model.changes import Entry, Fields
from graph.model.fields import Audience
from graph.model.schema import kind
from graph.network import Network
from webapp.texts import plural_translator, translator

FEW = 5
"""Listed actors below which anyone reads no counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """How many of each are not in there."""

    actors: int = 0
    services: int = 0
    contacts: int = 0
    phones: int = 0
    mails: int = 0
    addresses: int = 0


def withheld(whole: Network, seen: Network, ids: tuple[str, ...], today: date, everything: bool) -> Withheld:
    """Compare what the network knows of some actors with what an audience gets of them. Keep it by `network.memo`."""
    services = contacts = phones = mails = addresses = 0
    for id in ids:
        for entry in (whole.entry(id), *_about(whole, id)):
            shown = _shown(seen, entry, today)
            services += entry.kind == "service" and shown is None
            contacts += entry.kind == "contact" and shown is None
            phones += _number(entry.fields, ("phones", "mobiles")) - _number(shown or {}, ("phones", "mobiles"))
            mails += _number(entry.fields, ("mails",)) - _number(shown or {}, ("mails",))
        addresses += sum(_is_cut(seen, place) for place in _places(whole, id))
    hidden = len(whole.of_kind("actor")) - len(seen.of_kind("actor")) if everything else 0
    return Withheld(
        actors=hidden, services=services, contacts=contacts, phones=phones, mails=mails, addresses=addresses
    )


def told(found: Withheld, audience: Audience, lang: str, listed: int = FEW) -> str:
    """One sentence, "" where nothing is left out. `listed`: of how many actors.

    Of a few actors anyone is told that something is left out, not how much: of one, a number would say that it has
    hidden contacts.
    """
    _, _n = translator(lang), plural_translator(lang)
    if found != Withheld() and audience is Audience.PUBLIC and listed < FEW:
        return _("Einiges ist nicht enthalten, weil es nicht öffentlich ist.")
    parts = [
        _n("{n} Stelle", "{n} Stellen", found.actors) if found.actors else "",
        _n("{n} Angebot", "{n} Angebote", found.services) if found.services else "",
        _n("{n} Kontakt", "{n} Kontakte", found.contacts) if found.contacts else "",
        _n("{n} Telefonnummer", "{n} Telefonnummern", found.phones) if found.phones else "",
        _n("{n} E-Mail-Adresse", "{n} E-Mail-Adressen", found.mails) if found.mails else "",
        _n("{n} genaue Anschrift", "{n} genaue Anschriften", found.addresses) if found.addresses else "",
    ]
    what = _joined([part for part in parts if part], _("und"))
    if not what:
        return ""
    if audience is Audience.COORDINATION:
        return _("Nicht enthalten: {what}. Geschützte Orte werden nie genau genannt.", what=what)
    if audience is Audience.NETWORK:
        return _("Nicht enthalten: {what}, weil das nur die Koordination sieht.", what=what)
    return _("Nicht enthalten: {what}, weil das nicht öffentlich ist.", what=what)


def _about(whole: Network, actor: str) -> list[Entry]:
    return [*whole.linking(actor, "service", "provider"), *whole.linking(actor, "contact", "actor")]


def _places(whole: Network, actor: str) -> list[Entry]:
    entries = [whole.entry(actor), *whole.linking(actor, "service", "provider")]
    places = {place.id: place for entry in entries for place in whole.linked(entry.id, "places")}
    return list(places.values())


def _shown(seen: Network, entry: Entry, today: date) -> Fields | None:
    found = seen.find(entry.id)
    if found is None:
        return None
    return readable(seen, found, today.isoformat()) if entry.kind == "contact" else found.fields


def _number(fields: Fields, names: tuple[str, ...]) -> int:
    return sum(len(fields.get(name, ())) for name in names)


def _is_cut(seen: Network, place: Entry) -> bool:
    """Whether less of an address is said than is known."""
    exact = [field.name for field in kind("place").fields if field.exact and place.fields.get(field.name)]
    return bool(exact) and (place.id not in seen or bool(place.fields.get("protected")))


def _joined(parts: list[str], last: str) -> str:
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)
