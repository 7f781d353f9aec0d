"""A generated network as a list like the real one: nine columns, hours in prose, four ways to write a number."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.model.changes import Entry, EntryId
from tests.generator import hours
from tests.generator.words import DOMAINS

HEADINGS = ("Bereich", "Rubrik", "Seite", "Einrichtung", "Anschrift", "Telefon", "E-Mail", "Internet", "Öffnungszeiten")


def as_table(entries: Iterable[Entry]) -> bytes:
    """A row for each service: UTF-8 with BOM, semicolon, CRLF, line breaks inside quotes. `entries` may be a part."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(rows(entries))
    return ("\ufeff" + out.getvalue()).encode()


def rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """The cells of each row."""
    by_id = {entry.id: entry for entry in entries}
    for n, service in enumerate(e for e in by_id.values() if e.kind == "service"):
        actor = by_id[service.fields["provider"]].fields
        topic = by_id[service.fields["topics"][0]].fields
        yield (
            DOMAINS[topic["heading"]],
            topic["name"],
            service.fields["name"],
            actor["name"],
            _address(actor, by_id, n),
            ", ".join(_phone(phone, n) for phone in actor.get("phones", ())),
            ", ".join(actor.get("mails", ())),
            ", ".join(actor.get("websites", ())),
            actor.get("hours_text")
            or (hours.german(hours.from_osm(actor["hours"]), n % 4) if "hours" in actor else ""),
        )


def _address(actor: Mapping[str, Any], by_id: Mapping[EntryId, Entry], n: int) -> str:
    place = by_id[actor["places"][0]].fields
    if "street" not in place:
        return str(place["locality"])
    separator = " | " if n % 40 == 7 else ", "
    town = place["locality"] if n % 12 == 5 else f"{place['postcode']} {place['locality']}"
    return f"{place['street']} {place['house_number']}{separator}{town}"


def _phone(number: str, n: int) -> str:
    national = f"0{number.removeprefix('+49')}"
    code = 4 if national.startswith(("0711", "0800")) else 5
    if n % 10 == 1:
        return f"{national[:code]} {national[code:]}"
    if n % 10 == 2:
        digits = national[code:]
        return f"{national[:code]}{digits[:2]} {digits[2:4]} {digits[4:]}".strip()
    if n % 10 == 3:
        return f"+49 {national[1:code]} {national[code:]}"
    return national


def _hours(actor: Mapping[str, Any], n: int) -> str:
    if "hours" not in actor:
        return ""
    return str(actor.get("hours_text") or hours.german(hours.from_osm(actor["hours"]), n % 4))
