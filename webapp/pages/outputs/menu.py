"""The ways to take something along, in one place: the menu of a results page, and the page that offers all of them."""

from __future__ import annotations

from typing import NamedTuple

from graph.search.results import Wish
from webapp.access import Permission
from webapp.pages.search.wish import query
from webapp.texts import N_
from webapp.visit import Visit


class Way(NamedTuple):
    """One output: its address, name and what it is good for."""

    url: str
    name: str
    hint: str


# (path below the language, German name, what for, permission)
_WAYS = (
    ("take/phone-book.pdf", N_("Telefonbuch"), N_("PDF zum Drucken, A4"), Permission.READ),
    ("take/workbook.xlsx", N_("Arbeitsmappe"), N_("für Excel und LibreOffice"), Permission.READ),
    ("take/contacts.vcf", N_("Adressbuch"), N_("vCard für Telefon und Mailprogramm"), Permission.READ),
    ("take/offline.html", N_("Offline-Seite"), N_("eine Datei, die ohne Netz geht"), Permission.READ),
    ("take/mails", N_("Mailadressen"), N_("zum Einfügen ins Bcc-Feld"), Permission.MAILS),
    ("shares/new", N_("Link auf Zeit"), N_("für Menschen ohne Konto"), Permission.SHARE),
)


def ways(here: Visit, wish: Wish) -> list[Way]:
    """What this visitor may take of a search."""
    return [
        Way(f"/{here.lang}/{path}{query(wish)}", here._(name), here._(hint))
        for path, name, hint, permission in _WAYS
        if here.may(permission)
    ]


def take_url(here: Visit, wish: Wish) -> str:
    """The page that offers all of them with their choices."""
    return f"/{here.lang}/take{query(wish)}"
