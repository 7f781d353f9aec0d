"""Persons in a cell: salutation, title, given and family name; a function is no person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model.values.given_names import GIVEN_NAMES
from graph.model.values.text import one_line, strip_edges, tidy


@dataclass(frozen=True, kw_only=True)
class Person:
    """The parts of a person's name as written; what is not given is empty."""

    salutation: str = ""
    title: str = ""
    given: str = ""
    family: str = ""
    role: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.salutation, self.title, self.given, self.family) if part)


_SALUTATION = re.compile(r"(?:(frau|fr\.|herr(?:n)?|hr\.|mrs\.?|mr\.?|ms\.?)(?=\s|$))\s*", re.I)
_SALUTATIONS = {"frau": "Frau", "fr.": "Frau", "herr": "Herr", "herrn": "Herr", "hr.": "Herr"}
_TITLE = re.compile(
    r"(?:(?:prof|dr|dipl|mag|med|phil|jur|rer|nat|pol|soz|päd|ing|theol|h\.\s?c|b\.\s?a|m\.\s?a)\.[-\s]*(?:(?:med|phil|jur|rer|nat|pol|soz|päd|ing|theol|psych)\.?[-\s]+)*)+(?:(?<=-)[^\W\d_]+\.?\s+)?",
    re.I,
)
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿß-ſ'’]+(?:[A-Z][a-zß-ÿ]+)?"
_NAME = rf"{_WORD}(?:-{_WORD})*"
_PARTICLE = r"(?:von|van|zu|zur|zum|vom|de|der|den|di|da|dos|del|el|al|bin|ibn|ten|le|la|O')"
_GIVEN = rf"(?:{_NAME}|[A-Z]\.)(?:\s(?:{_NAME}|[A-Z]\.))*?"
_FAMILY = rf"(?:{_PARTICLE}\s)*{_NAME}"
_FULL = re.compile(rf"(?P<given>{_GIVEN})\s(?P<family>{_FAMILY})")
_TURNED = re.compile(rf"(?P<family>{_FAMILY}),\s(?P<given>{_GIVEN})")
_ROLE = re.compile(r"^([^:,()]{3,60}):\s*")
_TAIL = re.compile(
    r"\s*(?:\(.*\)?|,?\s*\b(?:tel|telefon|mobil|mail|e-mail|zimmer)\b.*|[\w.+-]+@.*|\+?\d[\d\s/()-]{4,}.*)$",
    re.I | re.S,
)
# Words that name an office, a function or a thing; a name never holds them.
_FUNCTION = re.compile(
    r"büro|\w*amt$|amt\b|stelle|beauftragt|berat|dienst|leitung|leiter|referat|abteilung|team|zentrum|haus\b|verein|gmbh|e\.v|"
    r"sekretariat|verwaltung|integration|migration|koordinat|sachgebiet|sachbearbeit|zentrale|stadt\b|gemeinde|kreis\b|"
    r"jobcenter|schule|kirche|caritas|diakonie|awo|drk|hotline|empfang|pforte|fach|service|kontakt|ansprech|manage|projekt|"
    r"initiative|treff|café|cafe|rathaus|agentur|kita\b|sozial|jugend|frauen|arbeit|asyl|flücht|bürger|lotse|mittler|office|council",
    re.I,
)
_POST = re.compile(r"beauftragt|sachbearbeit|koordinator|beraterin$|leiterin$|leitung$", re.I)
_TELLING = GIVEN_NAMES | frozenset(
    "frau fr herr herrn hr mrs mr ms prof dr dipl mag med phil jur rer nat pol soz päd ing theol h b m".split()
)
"""Words without one of which no text names a person for certain: salutations, titles and given names."""
_WORD_OF_ANY = re.compile(r"\w+")
_LONGEST_CELL, _LONGEST_NAME = 1000, 200
_SPLIT = re.compile(
    r"\s*(?:\n|;|\||/|\s(?:und|oder|sowie|and|or|u\.|&|\+)\s)\s*|,\s*(?=(?:frau|herrn?|fr\.|hr\.)\s)", re.I
)


def split_persons(raw: str) -> list[Person]:
    """All persons of a cell, in their order; what is no person is left out."""
    text = tidy(raw)
    if len(text) > _LONGEST_CELL:
        return []
    pieces = [piece for piece in _SPLIT.split(text) if piece and piece.strip()]
    people = [person for piece in pieces for person in _people(piece)]
    return people


def split_person(raw: str) -> Person | None:
    """The one person a text names, or None where it names none for certain.

    Without a salutation or title a name counts when its given name is a known one, since
    "Schwäbisch Gmünd" and "Haus Sonne" look the same as "Max Mustermann".
    """
    whole = one_line(raw)
    if _TELLING.isdisjoint(map(str.casefold, _WORD_OF_ANY.findall(whole))):
        return None  # most texts, told without a closer look
    text, role = _take_role(whole)
    if len(text) > _LONGEST_NAME:
        return None
    text = strip_edges(_TAIL.sub("", text))
    salutation = _SALUTATION.match(text)
    said = salutation.group(1).lower() if salutation else ""
    rest = text[salutation.end() :] if salutation else text
    title = _TITLE.match(rest)
    rest = rest[title.end() :] if title else rest
    person = _named(rest, certain=bool(salutation or title))
    if person is None:
        return None
    shown = _SALUTATIONS.get(said, said.capitalize())
    return replace(person, salutation=shown, title=" ".join(title.group().split()) if title else "", role=role)


def names_function(raw: str) -> bool:
    """Whether a text holds a word for an office or a function: "Sekretariat", "Leitung"."""
    return bool(_FUNCTION.search(one_line(raw)))


def _people(piece: str) -> list[Person]:
    """ "Anna Müller, Peter Schulz" are two where each part alone is one; "Müller, Anna" is one."""
    parts = [split_person(part) for part in piece.split(",")]
    certain = [person for person in parts if person]
    whole = split_person(piece)
    return certain if len(certain) > 1 and len(certain) == len(parts) else [whole] if whole else []


def _take_role(text: str) -> tuple[str, str]:
    match = _ROLE.match(text)
    return (text[match.end() :], match[1].strip()) if match else (text, "")


def _named(text: str, certain: bool) -> Person | None:
    if not text or re.search(r"\d", text):
        return None
    for pattern in (_FULL, _TURNED):
        match = pattern.fullmatch(text)
        if match and (certain or (_known(match["given"]) and not _FUNCTION.search(text))):
            return Person(given=match["given"], family=match["family"])
    if certain and re.fullmatch(_FAMILY, text) and not _POST.search(text):
        return Person(family=text)
    return None


def _known(given: str) -> bool:
    return any(part.casefold() in GIVEN_NAMES for part in re.split(r"[\s-]", given))
