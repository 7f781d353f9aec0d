"""A German Outlook export of 12 people at 8 organisations, and what has to come of each filled cell."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import csv
import io
from typing import Any

from tests.truth.week import cells as c

HEADINGS = (
    "Anrede", "Vorname", "Weitere Vornamen", "Nachname", "Suffix", "Firma", "Abteilung", "Position", "Straße geschäftlich",
    "Ort geschäftlich", "Region geschäftlich", "Postleitzahl geschäftlich", "Land/Region geschäftlich", "Telefon geschäftlich",
    "Telefon geschäftlich 2", "Fax geschäftlich", "Mobiltelefon", "E-Mail-Adresse", "E-Mail 2: Adresse", "Kategorien",
    "Notizen", "Webseite",
)  # fmt: skip
KEYS = ("sal", "given", "more", "family", "suffix", "firm", "unit", "post", "street", "town", "region", "postcode", "country",
        "phone", "phone2", "fax", "mobile", "mail", "mail2", "category", "note", "web")  # fmt: skip
AWO = {
    "firm": "AWO Weinland e. V.",
    "street": "Musterstraße 14",
    "town": "Naumburg",
    "postcode": "06618",
    "web": "www.awo-weinland.example.org",
}
JC = {
    "firm": "Jobcenter Weinland",
    "street": "Leipziger Tor 30",
    "town": "Weißenfels",
    "postcode": "06667",
    "country": "Deutschland",
}
VHS = {
    "firm": "VHS „Dr. Invent“",
    "street": "Schulstraße 21",
    "town": "Zeitz",
    "postcode": "06712",
    "region": "Sachsen-Anhalt",
}

PEOPLE: tuple[dict[str, str], ...] = (
    {"sal": "Frau", "given": "Sabine", "family": "Meier", **AWO, "unit": "Migrationsberatung", "post": "Leiterin", "phone": "030 23125-110", "fax": "030 23125-111", "mobile": "0171 3920001", "mail": "s.meier@awo-weinland.example.org", "category": "Netzwerk;Beratung"},
    {"sal": "Herr", "given": "Viktor", "more": "Alexander", "family": "Nowak", **AWO, "unit": "Migrationsberatung", "post": "Berater", "phone": "+49 (30) 23125-112", "phone2": "030/23125-110", "mail": "v.nowak@awo-weinland.example.org", "note": "Spricht Polnisch.\nNur vormittags."},
    {"sal": "Herr Dr.", "given": "Bernd", "family": "Schulz", **JC, "post": "Teamleiter", "phone": "040 66969-120", "mobile": "+49 171 3920002", "mail": "Bernd.Schulz@jobcenter-weinland.example.com"},
    {"sal": "Frau", "given": "Katrin", "family": "Thieme", **JC, "unit": "Eingliederung", "post": "Beauftragte für Migration", "phone": "040 66969-124", "mail": "katrin.thieme@jobcenter-weinland.example.com", "mail2": "migration@jobcenter-weinland.example.com"},
    {"sal": "Frau", "given": "Petra", "family": "Oertel", "suffix": "M. A.", **VHS, "post": "Fachbereichsleitung Deutsch", "phone": "0221 4710-130", "mail": "p.oertel@invent.example.com", "web": "https://vhs.invent.example.com/deutsch"},
    {"given": "Fatima", "family": "Al-Hamidi", **VHS, "firm": "VHS „Dr. Invent“ ", "post": "Sekretariat", "phone": "0221 4710-131", "mail": "kurse@invent.example.com"},
    {"sal": "Herr", "given": "Jens", "family": "von Wethau", "firm": "Wohnungsgenossenschaft Osterfeld eG", "post": "Vermietung", "street": "Neue Siedlung 17", "town": "Osterfeld", "postcode": "6721", "phone": "069 90009-140", "mail": "vermietung@wg-osterfeld.example.com"},
    {"sal": "Frau", "given": "Olena", "family": "Petrenko", "firm": "Frauentreff Lützen", "street": "Gartenweg 4", "town": "Lützen", "postcode": "06686", "mobile": "0171/3920003", "mail": "frauen@treff-luetzen.example.org", "category": "Ehrenamt", "note": "Privatnummer, bitte nicht weitergeben"},
    {"sal": "Herr", "given": "Karl-Heinz", "family": "Kühnemund", "firm": "Landkreis Weinland", "unit": "Ausländerbehörde", "post": "Sachgebietsleiter", "street": "Am Kirchberg 41", "town": "Naumburg (Saale)", "postcode": "06618", "phone": "089 99998-150", "phone2": "089 99998-151", "fax": "089 99998-159", "mail": "abh@kreis-weinland.example.org"},
    {"sal": "Frau", "given": "Heike", "family": "Böhme", "firm": "Landkreis Weinland", "unit": "Sozialamt", "post": "Sachbearbeiterin", "street": "Am Kirchberg 41", "town": "Naumburg (Saale)", "postcode": "06618", "phone": "089 99998-160", "mail": "h.boehme@kreis-weinland.example.org"},
    {"given": "Thomas", "family": "Naundorf", "firm": "Sprachwerk Saale gGmbH", "street": "Leipziger Tor 5", "town": "Weißenfels", "postcode": "06667", "phone": "0049 30 23125170", "mail": "buero@sprachwerk.example.com", "web": "sprachwerk.example.com"},
    {"sal": "Herr", "given": "Mohammed", "family": "Yilmaz", "firm": "Bäckerei Muster GmbH, Personal", "post": "Ausbildung", "street": "Altmarkt 8\r\nHinterhaus", "town": "Zeitz", "postcode": "06712", "phone": "040 66969-180", "mobile": "0171 3920004", "mail": "ausbildung@baeckerei-muster.example.net", "category": "Arbeitgeber"},
)  # fmt: skip


def outlook() -> tuple[str, dict[str, Any]]:
    """The export's text and its truth."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(HEADINGS)
    writer.writerows([person.get(key, "") for key in KEYS] for person in PEOPLE)
    actors = list(dict.fromkeys(p["firm"].strip() for p in PEOPLE))
    return out.getvalue(), {"actors": actors, "rows": [_row(n, p) for n, p in enumerate(PEOPLE, start=2)]}


def _row(number: int, p: dict[str, str]) -> dict[str, Any]:
    """The items of a row by heading. The name stands in up to five cells; its truth is told once, under Nachname."""
    firm, of = p["firm"].strip(), {"of": p["family"]}
    cells: dict[str, list[c.Item]] = {"Nachname": [_person(p)], "Firma": [c.item("actor", "name", firm)]}
    if "unit" in p:
        unit = p["unit"]
        parents = [c.item("actor", "name", unit), c.item("actor", "name", unit, within=True), c.item("contact", "function", unit, within=True, **of)]  # fmt: skip
        cells["Abteilung"] = [c.item("actor", "name", f"{firm}, {unit}", *parents, or_extra=True)]
    if "post" in p:
        cells["Position"] = [
            c.item("contact", "function", p["post"], c.item("contact", "function", p["post"], within=True), **of)
        ]
    cells |= _place(p)
    for heading, key in (("Telefon geschäftlich", "phone"), ("Telefon geschäftlich 2", "phone2")):
        if key in p:
            numbers = [dialled(p[k]) for k in ("phone", "phone2") if k in p]
            cells[heading] = [c.item("contact", "phones", numbers, c.item("actor", "phones", numbers), **of)]
    if "mobile" in p:
        cells["Mobiltelefon"] = [c.item("contact", "mobiles", [dialled(p["mobile"])], **of)]
    mails = [p[k].lower() for k in ("mail", "mail2") if k in p]
    for heading, key in (("E-Mail-Adresse", "mail"), ("E-Mail 2: Adresse", "mail2")):
        if key in p:
            cells[heading] = [c.item("contact", "mails", mails, c.item("actor", "mails", mails, subset=True), **of)]
    cells |= _more(p)
    return {"row": number, "actor": firm, "cells": cells, "dropped": ["Fax geschäftlich"] if "fax" in p else []}


def _more(p: dict[str, str]) -> dict[str, list[c.Item]]:
    cells, of = {}, {"of": p["family"]}
    if "note" in p:
        cells["Notizen"] = [
            c.item("contact", "note", p["note"], c.item("actor", "note", p["note"], within=True), or_extra=True, **of)
        ]
    if "web" in p:
        web = p["web"] if "//" in p["web"] else f"https://{p['web']}"
        cells["Webseite"] = [c.item("actor", "websites", [web], c.item("actor", "websites", [web], subset=True))]
    if "category" in p:
        cells["Kategorien"] = [
            c.item("actor", "extra", p["category"], c.item("contact", "extra", p["category"]), or_extra=True)
        ]
    return cells


def _person(p: dict[str, str]) -> c.Item:
    sal, _, title = p.get("sal", "").partition(" ")
    short = " ".join((p["given"], p["family"]))
    given = " ".join(filter(None, (p["given"], p.get("more", ""))))
    full = " ".join(filter(None, (sal, title, given, p["family"], p.get("suffix", ""))))
    plain = " ".join(filter(None, (sal, title, short)))
    others = [
        full.removeprefix(f"{sal} "),
        plain,
        " ".join(filter(None, (title, short))),
        short,
        f"{given} {p['family']}",
    ]
    unique = [o for o in dict.fromkeys(others) if o != full]
    return c.item("contact", "person", full, *(c.item("contact", "person", o) for o in unique))


def _place(p: dict[str, str]) -> dict[str, list[c.Item]]:
    first, *rest = p["street"].split("\r\n")
    street, _, house = first.rpartition(" ")
    town = p["town"].removesuffix(" (Saale)")
    items = [c.item("place", "street", street), c.item("place", "house_number", house)]
    items += [c.item("place", "directions", r, c.item("place", "name", r), or_extra=True) for r in rest]
    return {
        "Straße geschäftlich": items,
        "Ort geschäftlich": [
            c.item("place", "locality", p["town"], *([c.item("place", "locality", town)] if town != p["town"] else []))
        ],
        "Postleitzahl geschäftlich": [c.item("place", "postcode", p["postcode"].zfill(5))],
    }


def dialled(text: str) -> str:
    """E.164 of one German number."""
    digits = "".join(filter(str.isdigit, text.replace("(0)", "")))
    national = digits.removeprefix("00").removeprefix("49") if text.startswith(("+", "00")) else digits[1:]
    return f"+49{national}"
