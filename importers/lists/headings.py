"""What German and English headings say beyond the vocabulary's own words."""

from __future__ import annotations

import re

from importers.lists.mapping import ADDRESS, KEY

_STATED = {
    ADDRESS: "anschrift | adresse | address | postanschrift | besucheranschrift | standort adresse | sitz | postal "
    "address | straße/nr./plz/ort | straße, plz, ort | straße, plz ort | plz/ort | plz ort | plz, ort | "
    "plz und ort | plz / ort | postleitzahl/ort | postleitzahl, ort ",
    KEY: "id | uid | lfd. nr. | lfd nr | lfd. nr | lfd.nr. | nr | nr. | nummer | kennung | key | uuid | schlüssel | "
    "datensatz-id | # ",
    "actor.name": "company | firma/organisation | name der institution | verein/initiative | beratungsstelle | "
    "einrichtung/träger | träger/einrichtung ",
    "actor.parent": "trägerorganisation | trägerverein | dachverband",
    "actor.areas": "stadt/gemeinde | ort/gemeinde | verbandsgemeinde | district",
    "service.name": "angebot/projekt | projekttitel | kursname | programme | offer",
    "contact.person": ""
    "weitere vornamen | middle name | nachname | familienname | zuname | vorname | last name | surname | "
    "family name | first name | given "
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
_BUSINESS = re.compile(r"\b(?:geschäftlich|dienstlich|business)\b", re.I)
_DEPARTMENT = re.compile(r"abteilung|department|abt\.?", re.I)
_MAIN = re.compile(r"firma|company|zentrale|\bmain\b", re.I)
_CARRIER = re.compile(r"(?:name (?:des )?)?trägers?(?: name)?", re.I)
_IDLE = re.compile(
    r"angezeigter name|display name|e-?mail.*\b(?:typ|type)\b|priorität|priority|vertraulichkeit|sensitivity|"
    r"^privat$|^private$|"
    r"geburtstag|birthday|jahrestag|anniversary|geschlecht|gender|initialen|initials|reisekilometer|mileage|"
    r"abrechnungs|billing|"
    r"ehepartner|lebenspartner|spouse|kinder$|children$|hobby|regierungsnr|government id|"
    r"frei/gebucht|free busy|^speicherort$",
    re.I,
)
_PERSON = re.compile(r"ansprech|kontaktperson|contact person|\bap\b|leitung|leiter", re.I)
_ORGANISATION = re.compile(r"zentrale|sekretariat|einrichtung|organisation|behörde", re.I)
_MOBILE = re.compile(r"mobil|handy", re.I)
_DIRECT = re.compile(r"durchwahl|\bdw\b|nebenstelle|apparat", re.I)
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
    re.compile(r"\bvorname\b(?!.*name)|^weitere vornamen|^first name|^given name|^middle name", re.I),
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
    if _MAIL.search(heading) and "adress" in heading.casefold():
        return "actor.mails"
    return "contact.note" if private and _HOME.search(heading) else ""


def is_carrier(heading: str) -> bool:
    """Whether a column names who runs what stands in the row: the actor itself where no other is named."""
    return bool(_CARRIER.fullmatch(heading.strip()))


def is_idle(heading: str) -> bool:
    """Whether a column of a mail program's address book holds what no network needs: display names, birthdays."""
    return bool(_IDLE.search(heading))


def is_business(heading: str) -> bool:
    """Whether a heading is one of an address book's, for the office of a person."""
    return bool(_BUSINESS.search(heading)) or heading.strip().casefold() in ("firma", "company")


def without_business(heading: str) -> str:
    """ "Ort geschäftlich" is Ort."""
    return " ".join(_BUSINESS.sub(" ", heading).split())


def of_the_person(heading: str, target: str) -> str:
    """What a column of an address book means, where each row is a person: numbers, notes, departments are theirs."""
    if target.startswith("service."):
        return ""
    if is_department(heading):
        return "contact.function"
    field = target.removeprefix("actor.")
    own = target.startswith("actor.") and field in ("phones", "mails", "note") and not _MAIN.search(heading)
    return f"contact.{field}" if own else target


def is_extension(heading: str) -> bool:
    """Whether a column holds the extensions of persons; beside nobody they are the organisation's."""
    return bool(_DIRECT.search(heading)) and not _ORGANISATION.search(heading)


def is_department(heading: str) -> bool:
    """Whether a column names the part of an organisation."""
    return bool(_DEPARTMENT.fullmatch(heading.strip()))


def weekday_of(heading: str) -> str:
    """The German short name of the weekday that a heading is, else ""."""
    return _WEEKDAYS.get(heading.strip().strip(".:").casefold(), "")


def name_rank(heading: str) -> int:
    """Where a column stands in a name: salutation 0, title 1, given name 2, everything else 3."""
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.search(heading)), 3)
