"""What German and English headings say beyond the vocabulary's own words."""

from __future__ import annotations

import re

from importers.lists.mapping import ADDRESS, KEY

_STATED = {
    ADDRESS: "anschrift | adresse | address | postanschrift | besucheranschrift | standort adresse | sitz | postal "
    "address | straße/nr./plz/ort | straße, plz, ort | straße, plz ort | plz/ort | plz ort | plz, ort | "
    "plz und ort | plz / ort | postleitzahl/ort | postleitzahl, ort ",
    KEY: "id | lfd. nr. | lfd nr | lfd. nr | lfd.nr. | nr | nr. | nummer | kennung | key | uuid | schlüssel | "
    "datensatz-id | # ",
    "actor.name": "company | firma/organisation | name der institution | verein/initiative | beratungsstelle | "
    "einrichtung/träger | träger/einrichtung ",
    "actor.areas": "stadt/gemeinde | ort/gemeinde | verbandsgemeinde | district",
    "service.name": "angebot/projekt | projekttitel | kursname | programme | offer",
    "contact.person": ""
    "nachname | familienname | zuname | vorname | last name | surname | family name | first name | given "
    "name | anrede | name, vorname | name vorname | name/vorname | vorname name | vorname, name | "
    "vorname/name | vor- und nachname | ap | kontaktdaten | kontakt/ansprechpartner | leiter | leiterin | "
    "leiter/in | vorstand | vorsitzende/r | vorsitz | betreuer | koordinator | koordinatorin ",
    "contact.function": "job title | position/funktion",
    "place.street": ""
    "straße/hausnummer | straße und hausnummer | straße, hausnummer | straße, nr. | straße/nr. | straße "
    "nr. | straße nr | straße, hausnr. | straße + nr. | straße/nr | straße u. hausnr. | strasse, nr. | "
    "strasse/nr. | strasse nr. | strasse und hausnummer | strasse / nr. ",
    "place.locality": "business city",
    "place.postcode": "business postal code | postal code | zip code",
    "actor.websites": "web page | homepage/internet | internetadresse | internetauftritt",
    "actor.mails": "e-mail address | email address | mail address | e-mail adresse | email adresse | e-mail-anschrift",
}

WORDS = {target: tuple(w.strip() for w in words.split(" | ")) for target, words in _STATED.items()}
"""Target → headings, lower case."""

_NOTHING = re.compile(r"\b(?:tele)?fax\b(?!.*tel)|\bfaxnummer\b|vorwahl|geburt|birthday", re.I)
_PRIVATE = re.compile(r"\bprivat\w*|\bhome\b", re.I)
_HOME = re.compile(r"adress|anschrift|stra[sß]|ort\b|plz|city|street", re.I)
_PERSON = re.compile(r"ansprech|kontaktperson|contact person|\bap\b|leitung|leiter", re.I)
_MOBILE = re.compile(r"mobil|handy", re.I)
_PHONE = re.compile(r"\btel\b|telefon|phone|durchwahl|rufnummer", re.I)
_MAIL = re.compile(r"e-?mail|\bmail\b", re.I)
_WEEKDAYS = dict(
    zip(
        (
            "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so "
            "monday tuesday wednesday thursday friday saturday sunday"
        ).split(),
        "Mo Di Mi Do Fr Sa So".split() * 3,
        strict=True,
    )
)
_RANKS = (
    re.compile(r"anrede|salutation", re.I),
    re.compile(r"\btitel\b|\btitle\b(?<!job title)|akad", re.I),
    re.compile(r"\bvorname\b(?!.*name)|^first name|^given name", re.I),
)


def says_nothing(heading: str) -> bool:
    """Whether a column stays aside whatever stands in it: fax numbers look like telephone numbers."""
    return bool(_NOTHING.search(heading))


def special_target(heading: str) -> str:
    """The target of headings like "Telefon Ansprechpartner", "E-Mail privat", "Mo"; "" when it is none."""
    if weekday_of(heading):
        return "actor.hours"
    private = bool(_PRIVATE.search(heading))
    if private or _PERSON.search(heading):
        for pattern, target in ((_MOBILE, "contact.mobiles"), (_PHONE, "contact.phones"), (_MAIL, "contact.mails")):
            if pattern.search(heading):
                return target
    return "contact.note" if private and _HOME.search(heading) else ""


def weekday_of(heading: str) -> str:
    """The German short name of the weekday that a heading is, else ""."""
    return _WEEKDAYS.get(heading.strip().strip(".:").casefold(), "")


def name_rank(heading: str) -> int:
    """Where a column stands in a name: salutation 0, title 1, given name 2, everything else 3."""
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.search(heading)), 3)
