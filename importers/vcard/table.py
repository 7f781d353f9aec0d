"""Cards as a list: a row for each card under the headings that lists use, so that they go the way of every list."""

from __future__ import annotations

from collections.abc import Iterator

from importers.files.cells import clean_text
from importers.files.encoding import decode
from importers.files.limits import CELL_CHARS
from importers.files.table import Problem, ReadError, Row, Sheet, Table
from importers.vcard.reading import Card, Property, read_cards, unescaped

HEADINGS = (
    "Firma", "Abteilung", "Titel", "Vorname", "Nachname", "Position", "Telefon geschäftlich", "Mobil", "Fax",
    "Telefon privat", "E-Mail", "E-Mail privat", "Internet", "Straße geschäftlich", "Postleitzahl geschäftlich",
    "Ort geschäftlich", "Wegbeschreibung", "Anschrift privat", "Weitere Anschrift", "Breitengrad", "Längengrad",
    "Sprachen", "Kategorien", "Notizen", "UID",
)  # fmt: skip
_MOBILE = frozenset({"cell", "mobile", "iphone", "handy"})
_HOME, _WORK = frozenset({"home"}), frozenset({"work"})

Cells = dict[str, list[str]]


def read_vcard(content: bytes, encoding: str | None = None) -> Table:
    """The cards of a file as one sheet. Raises ReadError."""
    text, encoding, _ = decode(content, encoding)
    problems: list[Problem] = []
    rows = [_row(number, card, problems) for number, card in enumerate(_cards(text), 1)]
    if not rows:
        raise ReadError("read.no_cards")
    used = [n for n in range(len(HEADINGS)) if any(row[n] for _, row in rows)]
    if not used:
        raise ReadError("read.empty_table")
    sheet = Sheet(
        name="",
        headings=tuple(HEADINGS[n] for n in used),
        rows=tuple(Row(number=number, cells=tuple(cells[n] for n in used)) for number, cells in rows if any(cells)),
        header_row=None,
    )
    return Table(sheets=(sheet,), format="vcf", encoding=encoding, problems=tuple(problems))


def _cards(text: str) -> Iterator[Card]:
    return (card for card in read_cards(text) if card.first("KIND").lower() != "group")


def _row(number: int, card: Card, problems: list[Problem]) -> tuple[int, list[str]]:
    said = _cells(card)
    cells, codes = [], set()
    for heading in HEADINGS:
        text, code = clean_text("\n".join(dict.fromkeys(filter(None, map(str.strip, said.get(heading, ()))))))
        if len(text) > CELL_CHARS:
            raise ReadError("read.cell_too_long", row=number, limit=CELL_CHARS)
        codes.add(code)
        cells.append(text)
    if not card.whole:
        codes.add("read.card_cut")
    problems.extend(Problem(code=code, row=number) for code in sorted(filter(None, codes)))
    return number, cells


def _cells(card: Card) -> Cells:
    said: Cells = {"Internet": [p.text for p in card.all("URL")], "UID": [card.first("UID")]}
    said["Position"] = [", ".join(dict.fromkeys(p.text.strip() for name in ("TITLE", "ROLE") for p in card.all(name)))]
    said["Notizen"] = [p.text for p in card.all("NOTE")]
    said["Kategorien"] = [", ".join(part for p in card.all("CATEGORIES") for part in p.parts(",") if part)]
    said["Sprachen"] = [", ".join(p.text for p in card.all("LANG"))]
    _name(card, said)
    for number in card.all("TEL"):
        said.setdefault(_phone_column(number), []).append(number.text.removeprefix("tel:").removeprefix("TEL:"))
    for mail in card.all("EMAIL"):
        column = "E-Mail privat" if mail.types & _HOME and not mail.types & _WORK else "E-Mail"
        said.setdefault(column, []).append(mail.text.removeprefix("mailto:"))
    _addresses(card, said)
    _point(card, said)
    return said


def _name(card: Card, said: Cells) -> None:
    """Whom a card is about: an organisation, a person of one, or a person alone."""
    family, given, further, prefix = (*card.all("N")[0].parts(), "", "", "", "")[:4] if card.all("N") else ("",) * 4
    shown = card.first("FN")
    body, *units = card.all("ORG")[0].parts() if card.all("ORG") else [""]
    is_body = card.first("KIND").lower() in ("org", "organization") or "company" in card.first("X-ABSHOWAS").lower()
    named = bool(given or family) and " ".join(f"{given} {family}".split()) != body
    if is_body or not named:
        said["Firma"] = [body or shown or family]
        if body and shown and not is_body and shown != body:
            said["Nachname"] = [shown]
    else:
        said |= {"Firma": [body], "Vorname": [" ".join(filter(None, (given, further)))], "Nachname": [family]}
        said["Titel"] = [prefix]
    said["Abteilung"] = [", ".join(filter(None, units))]


def _phone_column(number: Property) -> str:
    if any("fax" in each for each in number.types):
        return "Fax"
    if number.types & _MOBILE:
        return "Mobil"
    return "Telefon privat" if number.types & _HOME and not number.types & _WORK else "Telefon geschäftlich"


def _addresses(card: Card, said: Cells) -> None:
    """The first address of work is where the actor is; a home stays with the person."""
    homes = [p for p in card.all("ADR") if p.types & _HOME and not p.types & _WORK]
    offices = [p for p in card.all("ADR") if p not in homes]
    for address in offices[:1]:
        box, inside, street, town, _, code, *_ = (*_components(address), *[""] * 7)
        said |= {
            "Straße geschäftlich": [street or box],
            "Postleitzahl geschäftlich": [code],
            "Ort geschäftlich": [town],
            "Wegbeschreibung": [inside],
        }
    said["Weitere Anschrift"] = [_one_line(p) for p in offices[1:]]
    said["Anschrift privat"] = [_one_line(p) for p in homes]


def _components(address: Property) -> list[str]:
    return [" ".join(part.replace("\n", ", ").split()) for part in address.parts()]


def _one_line(address: Property) -> str:
    box, inside, street, town, _, code, *_ = (*_components(address), *[""] * 7)
    return ", ".join(filter(None, (inside, street or box, f"{code} {town}".strip())))


def _point(card: Card, said: Cells) -> None:
    """GEO:51.05;12.13 in 3.0, geo:51.05,12.13 in 4.0."""
    given = unescaped(card.all("GEO")[0].value) if card.all("GEO") else ""
    parts = given.removeprefix("geo:").partition("?")[0].replace(",", ";").split(";")
    if len(parts) == 2:
        said |= {"Breitengrad": parts[:1], "Längengrad": parts[1:]}
