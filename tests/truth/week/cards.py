"""Eight vCards of three versions as different programs write them; every line and its truth by hand."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

import quopri
from typing import Any

from tests.truth.week import cells as c


def _qp(text: str, charset: str) -> str:
    """Quoted-printable with soft line breaks, as vCard 2.1 has it."""
    return (
        quopri.encodestring(text.encode(charset), quotetabs=False)
        .decode("ascii")
        .replace("\r\n", "=0D=0A")
        .replace("=\n", "=\r\n")
    )


def _fold(line: str) -> str:
    parts = [line[i : i + 60] for i in range(0, len(line), 60)]
    return "\r\n ".join(parts)


CARDS: tuple[tuple[str, ...], ...] = (
    (
        "BEGIN:VCARD", "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _qp("Kühnemund;Jürgen;;Dr.;", "utf-8"),
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _qp("Dr. Jürgen Kühnemund", "utf-8"),
        "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _qp("Landkreis Weinland;Ausländerbehörde", "utf-8"),
        "TITLE:Sachgebietsleiter",
        "TEL;WORK;VOICE:030 23125-210", "TEL;WORK;FAX:030 23125-211", "TEL;CELL:0171 3920051",
        "ADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + _qp(";;Am Kirchberg 41;Naumburg;Sachsen-Anhalt;06618;Deutschland – Zugang über den Hof, zweite Tür", "utf-8"),
        "EMAIL;PREF;INTERNET:J.Kuehnemund@kreis-weinland.example.org", "REV:20260914T081500Z", "END:VCARD",
    ),
    (
        "BEGIN:VCARD", "VERSION:2.1",
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:" + _qp("Böhme;Heike", "latin-1"),
        "ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:" + _qp("Nähstube Tröglitz", "latin-1"),
        "TEL;HOME:040 66969-220", "EMAIL;INTERNET:naehstube@troeglitz.example.net",
        "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:" + _qp("Schlüssel bei Frau Große; donnerstags ab 16 Uhr geöffnet, in den Ferien geschlossen", "latin-1"),
        "END:VCARD",
    ),
    (
        "BEGIN:VCARD", "VERSION:3.0", "N:Meier;Anna;Maria;Frau;", "FN:Anna Maria Meier",
        _fold("ORG:Arbeiterwohlfahrt Kreisverband Weinland e. V.;Fachbereich Migration;Migrationsberatung für Erwachsene"),
        "TITLE:Beraterin", "TEL;TYPE=WORK,VOICE:+49 69 90009-230", "TEL;TYPE=CELL:+49 171 3920052",
        "item1.EMAIL;TYPE=INTERNET:a.meier@awo-weinland.example.org", "item1.X-ABLabel:Arbeit",
        "item2.EMAIL;TYPE=INTERNET:mbe@awo-weinland.example.org", "item2.X-ABLabel:Stelle",
        "ADR;TYPE=WORK:;;Musterstraße 14;Naumburg;;06618;Deutschland", "URL:https://www.awo-weinland.example.org/mbe",
        _fold("NOTE:Sprechzeit Di 9–12 Uhr\\, Do 13–16 Uhr\\nTelefonisch am besten früh; Anträge auf Arabisch\\, Russisch und Ukrainisch liegen aus."),
        "END:VCARD",
    ),
    (
        "BEGIN:VCARD", "VERSION:3.0", "N:;;;;", "FN:Tafel Hohenmölsen", "ORG:Tafel Hohenmölsen;", "X-ABShowAs:COMPANY",
        "TEL;type=WORK;type=VOICE;type=pref:0221 4710-240", "TEL;type=WORK;type=FAX:0221 4710-241",
        "EMAIL;type=INTERNET:tafel@hohenmoelsen.example.org",
        "ADR;type=WORK:;;Poststr. 30;Hohenmölsen;;06679;", "CATEGORIES:Lebensmittel,Ehrenamt", "END:VCARD",
    ),
    (
        "BEGIN:VCARD", "VERSION:4.0", "KIND:org", "FN:Bildungswerk Elster e. V.", "ORG:Bildungswerk Elster e. V.",
        "TEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:tel:+49-89-99998-250", "TEL;VALUE=uri;TYPE=work:tel:+4989999982 51".replace(" ", ""),
        "EMAIL;PREF=1:post@bw-elster.example.org", "URL:https://bw-elster.example.org", "LANG;PREF=1:de", "LANG:uk",
        "ADR;TYPE=work:;;Ziegeleistraße 23;Profen;;06725;Deutschland", "END:VCARD",
    ),
    (
        "BEGIN:VCARD", "VERSION:4.0", "KIND:individual", "N:Petrenko;Olena;;;", "FN:Olena Petrenko",
        "ORG:Frauentreff Lützen", "ROLE:Ehrenamtskoordination", "TEL;VALUE=uri;TYPE=cell:tel:+491713920053",
        "EMAIL:frauen@treff-luetzen.example.org", "ADR:;;Gartenweg 4;Lützen;;06686;", "END:VCARD",
    ),
    (
        "begin:vcard", "version:3.0", "n:von Wethau;Karl-Heinz;;Hr.;", "fn:Hr. Karl-Heinz von Wethau", "org:Wohnungsgenossenschaft Osterfeld eG",
        "title:Vermietung\\, Bestand", "tel;type=work:030/23125-260", "email:vermietung@wg-osterfeld.example.com",
        "adr;type=work:;2. Etage;Neue Siedlung 17;Osterfeld;;06721;", "x-unbekannt:egal", "end:vcard",
    ),
    (
        "BEGIN:VCARD", "VERSION:3.0", "N:Al-Hamidi;Mohammed;;;", "FN:Mohammed Al-Hamidi", "ORG:Frauentreff Lützen",
        "TITLE:Sprachmittler", "TEL;TYPE=CELL:0171 3920054", "EMAIL:M.Al-Hamidi@treff-luetzen.example.org", "END:VCARD",
    ),
)  # fmt: skip


def _who(full: str, *others: str) -> c.Item:
    return c.item("contact", "person", full, *(c.item("contact", "person", o) for o in others))


def _phones(*numbers: str) -> c.Item:
    return c.item("contact", "phones", list(numbers), c.item("actor", "phones", list(numbers)))


def _mails(*mails: str) -> c.Item:
    return c.item("contact", "mails", list(mails), c.item("actor", "mails", list(mails), subset=True))


def _unit(name: str, *units: str) -> c.Item:
    """The organisation: with its units in the name, as parent of its unit, or with the unit kept elsewhere."""
    last, both = units[-1], f"{name}, {', '.join(units)}"
    return c.item("actor", "name", name, c.item("actor", "name", both), c.item("actor", "name", last))


def _place(street: str, house: str, postcode: str, town: str) -> list[c.Item]:
    fields = zip(("street", "house_number", "postcode", "locality"), (street, house, postcode, town), strict=True)
    return [c.item("place", field, value) for field, value in fields]


def _note(text: str) -> c.Item:
    return c.item("contact", "note", text, c.item("actor", "note", text, within=True), within=True, or_extra=True)


TRUTH: tuple[tuple[str, list[c.Item]], ...] = (
    ("Landkreis Weinland", [
        _unit("Landkreis Weinland", "Ausländerbehörde"), _who("Dr. Jürgen Kühnemund", "Jürgen Kühnemund"),
        c.item("contact", "function", "Sachgebietsleiter"), _phones("+493023125210"),
        c.item("contact", "mobiles", ["+491713920051"]), _mails("j.kuehnemund@kreis-weinland.example.org"),
        *_place("Am Kirchberg", "41", "06618", "Naumburg"),
    ]),
    ("Nähstube Tröglitz", [
        c.item("actor", "name", "Nähstube Tröglitz"), _who("Heike Böhme"), _phones("+494066969220"),
        _mails("naehstube@troeglitz.example.net"), _note("Schlüssel bei Frau Große; donnerstags ab 16 Uhr geöffnet, in den Ferien geschlossen"),
    ]),
    ("Arbeiterwohlfahrt Kreisverband Weinland e. V.", [
        _unit("Arbeiterwohlfahrt Kreisverband Weinland e. V.", "Fachbereich Migration", "Migrationsberatung für Erwachsene"),
        _who("Frau Anna Maria Meier", "Anna Maria Meier", "Frau Anna Meier", "Anna Meier"), c.item("contact", "function", "Beraterin"),
        _phones("+496990009230"), c.item("contact", "mobiles", ["+491713920052"]),
        _mails("a.meier@awo-weinland.example.org", "mbe@awo-weinland.example.org"), *_place("Musterstraße", "14", "06618", "Naumburg"),
        c.item("actor", "websites", ["https://www.awo-weinland.example.org/mbe"]),
        _note("Sprechzeit Di 9–12 Uhr, Do 13–16 Uhr\nTelefonisch am besten früh; Anträge auf Arabisch, Russisch und Ukrainisch liegen aus."),
    ]),
    ("Tafel Hohenmölsen", [
        c.item("actor", "name", "Tafel Hohenmölsen"), c.item("contact", "person", None), c.item("actor", "phones", ["+492214710240"]),
        c.item("actor", "mails", ["tafel@hohenmoelsen.example.org"]), *_place("Poststraße", "30", "06679", "Hohenmölsen"),
    ]),
    ("Bildungswerk Elster e. V.", [
        c.item("actor", "name", "Bildungswerk Elster e. V."), c.item("contact", "person", None),
        c.item("actor", "phones", ["+498999998250", "+498999998251"]), c.item("actor", "mails", ["post@bw-elster.example.org"]),
        c.item("actor", "websites", ["https://bw-elster.example.org"]), *_place("Ziegeleistraße", "23", "06725", "Profen"),
        c.item("actor", "languages", ["de", "uk"], or_extra=True),
    ]),
    ("Frauentreff Lützen", [
        c.item("actor", "name", "Frauentreff Lützen"), _who("Olena Petrenko"), c.item("contact", "function", "Ehrenamtskoordination"),
        c.item("contact", "mobiles", ["+491713920053"]), _mails("frauen@treff-luetzen.example.org"), *_place("Gartenweg", "4", "06686", "Lützen"),
    ]),
    ("Wohnungsgenossenschaft Osterfeld eG", [
        c.item("actor", "name", "Wohnungsgenossenschaft Osterfeld eG"), _who("Herr Karl-Heinz von Wethau", "Karl-Heinz von Wethau", "Hr. Karl-Heinz von Wethau"),
        c.item("contact", "function", "Vermietung, Bestand"), _phones("+493023125260"), _mails("vermietung@wg-osterfeld.example.com"),
        *_place("Neue Siedlung", "17", "06721", "Osterfeld"), c.item("place", "directions", "2. Etage", c.item("place", "name", "2. Etage"), or_extra=True),
    ]),
    ("Frauentreff Lützen", [
        c.item("actor", "name", "Frauentreff Lützen"), _who("Mohammed Al-Hamidi"), c.item("contact", "function", "Sprachmittler"),
        c.item("contact", "mobiles", ["+491713920054"]), _mails("m.al-hamidi@treff-luetzen.example.org"),
    ]),
)  # fmt: skip


def cards() -> tuple[str, dict[str, Any]]:
    """The file's text and its truth; the two cards of Frauentreff Lützen are one actor with two contacts."""
    text = "".join(f"{line}\r\n" for card in CARDS for line in card)
    actors = list(dict.fromkeys(name for name, _ in TRUTH))
    return text, {
        "actors": actors,
        "cards": [{"card": n, "actor": a, "items": i} for n, (a, i) in enumerate(TRUTH, start=1)],
    }
