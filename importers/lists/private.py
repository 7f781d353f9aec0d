"""What tells of a person in a list, wherever it stands: mobile numbers, private mail addresses, names.

Such a text is never public: it goes to a contact that coordination alone sees, or stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.model.values.given_names import GIVEN_NAMES
from graph.model.values.mail import clean_mails, is_private_mail
from graph.model.values.persons import names_function
from graph.model.values.phone import clean_phones, is_mobile

_MOBILE = re.compile(r"(?:(?:\+|\b00)[\s(]*49[\s()/.-]*0?|(?<!\d)0)[\s()]*1[5-7](?:[\s/().-]*\d){7,}")
_NUMBER = re.compile(r"(?:\+|(?<!\d)\(?0)[\d\s()/.-]{6,}\d")
_MAIL = re.compile(r"@|[(\[{]\s*(?:at|ät)\s*[)\]}]|_at_", re.I)
_MAIL_SIGNS = frozenset("@([{_")
_SALUTED = re.compile(
    r"\b(?:(?i:frau|herrn?)|Hr\.|Mrs\.?|Mr\.?|Ms\.?|(?i:familie)|c/o)\s+"
    r"(?:(?:Dr|Prof|Dipl)\b\.?[\w.-]*\s+)*[A-ZÄÖÜ](?:[\w'’-]+|\.)"
)
_NAMED = re.compile(
    r"\b([A-ZÄÖÜ][a-zäöüß]+)(?:-[A-ZÄÖÜ][a-zäöüß]+)?\s+(?:(?:von|van|de|el|al|zu)\s+)?[A-ZÄÖÜ][\wäöüß'’]+"
)
# What is called after a person is none: "Anne Frank Schule", "Karl Marx Straße".
_THING = re.compile(
    r"(?:[\s-]*|.*)(?:str(?:aße|asse|\.|\b)|platz|weg|allee|ring|schule|haus|heim|stift|zentr|gymnasium|kita|kirche|klinik|institut|"
    r"akademie|halle|gemeinde|hof|saal|verein|gmbh|e\.\s?v|werk|universität|bibliothek|bücherei|kolleg|saal|treff|café)",
    re.I,
)
_WORD = re.compile(r"\w+")
_TELLING = GIVEN_NAMES | frozenset({"frau", "herr", "herrn", "hr", "mrs", "mr", "ms", "familie", "o"})
"""Words without one of which nobody is named: salutations and given names."""
_TWO_WORDS = re.compile(r"([a-zäöüß]+)[._-]([a-zäöüß][a-zäöüß-]+)\d*")


@lru_cache(maxsize=50_000)
def is_personal(text: str, names: bool = True) -> bool:
    """Whether a text holds a mobile number, a private mail address or (`names`) names a person.

    >>> is_personal("Anmeldung bei Frau Yilmaz"), is_personal("Tel. 0171 3920012"), is_personal("Anne Frank Schule")
    (True, True, False)
    """
    if ("0" in text or "+" in text) and _holds_mobile(text):
        return True
    if not _MAIL_SIGNS.isdisjoint(text) and _MAIL.search(text) and any(map(is_personal_mail, clean_mails(text)[0])):
        return True
    if not names or _TELLING.isdisjoint(map(str.casefold, _WORD.findall(text))):
        return False
    return bool(_SALUTED.search(text) or any(_is_name(text, found) for found in _NAMED.finditer(text)))


def is_personal_mail(mail: str, families: Iterable[str] = ()) -> bool:
    """Whether a mail address is one person's: at a provider of private boxes, or it says a person's name.

    `families` are family names in lower case that its owner may bear.
    """
    if is_private_mail(mail):
        return True
    local = mail.partition("@")[0]
    found = _TWO_WORDS.fullmatch(local)
    by_name = found and (len(found[1]) == 1 or found[1] in {"frau", "herr"} or {found[1], found[2]} & GIVEN_NAMES)
    if found and by_name and not names_function(found[2]):
        return True
    return any(len(name) > 3 and _ascii(name) in _ascii(local) for name in families)


def _holds_mobile(text: str) -> bool:
    if _MOBILE.search(text):
        return True
    return any(is_mobile(n) for found in _NUMBER.findall(text) for n in clean_phones(found)[0])


def _is_name(text: str, found: re.Match[str]) -> bool:
    if found[1].casefold() not in GIVEN_NAMES:
        return False
    after = text[found.end() :][:30].split(",")[0]
    return not _THING.match(found[0].split()[-1]) and not _THING.match(after)


def _ascii(name: str) -> str:
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(letter, plain)
    return name
