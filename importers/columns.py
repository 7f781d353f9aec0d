"""What the columns of a list mean: guessed from German and English headings, else from the values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.model.fields import Type as T
from graph.model.schema import kind
from graph.model.values.mail import clean_mails
from graph.model.values.phone import clean_phones
from graph.model.values.postal import clean_address
from graph.model.values.web import clean_websites
from importers.mapping import ADDRESS, KEY, KINDS, field_of
from importers.table import Sheet

_EXTRA_HEADINGS = {
    ADDRESS: ("anschrift", "adresse", "address", "postanschrift", "besucheranschrift", "standort adresse", "sitz"),
    KEY: ("id", "lfd. nr.", "lfd nr", "lfd. nr", "nr", "nr.", "nummer", "kennung", "key", "uuid", "schlüssel"),
}
_LISTS = frozenset({T.PHONES, T.MAILS, T.WEBSITES, T.LANGUAGES, T.REFS, T.CODES, T.PROSE, T.HOURS})
_SAMPLE = 60
_MOST = 0.6
_HOURS = re.compile(r"\b(?:mo|di|mi|do|fr|montag|dienstag|mittwoch|donnerstag|freitag|werktags|uhr)\b", re.I)


def heading_words() -> frozenset[str]:
    """All words the vocabulary knows as headings."""
    return frozenset(word for word, _ in _known())


def guess(sheet: Sheet) -> tuple[str, ...]:
    """A target for each column, "" where nothing fits."""
    found = [_by_heading(heading) for heading in sheet.headings]
    for column, target in enumerate(found):
        if not target:
            found[column] = _by_values(_values(sheet, column))
    return tuple(_settled(sheet, found))


def guess_key(sheet: Sheet, targets: Sequence[str]) -> tuple[int, ...]:
    """The columns that name a row: a key column, else as few as make every row's name its own."""
    keys = [n for n, t in enumerate(targets) if t == KEY]
    if keys and _unique(sheet, keys[:1]):
        return tuple(keys[:1])
    order = ["actor.name", "service.name", ADDRESS, "place.street", "place.locality", "actor.short_name"]
    chosen: list[int] = []
    for target in order:
        chosen.extend(n for n, t in enumerate(targets) if t == target)
        if chosen and _unique(sheet, chosen):
            break
    return tuple(chosen)


def _known() -> list[tuple[str, str]]:
    """(word, target), most telling first: what an actor is called goes before what a contact is."""
    words = [(w, target) for target, ws in _EXTRA_HEADINGS.items() for w in ws]
    for name in KINDS:
        words.extend((w, f"{name}.{f.name}") for f in kind(name).fields for w in f.headings)
    return words


def _by_heading(heading: str) -> str:
    plain = _folded(heading)
    bare = _folded(re.sub(r"\([^)]*\)", " ", heading))
    for text in (plain, bare):
        for word, target in _known():
            if text == word:
                return target
    # "Telefon Zentrale", "Kontakt: E-Mail": the longest known word that begins or ends the heading.
    fitting = [(len(w), t) for w, t in _known() if len(w) > 3 and (bare.startswith(f"{w} ") or bare.endswith(f" {w}"))]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else ""


def _by_values(values: list[str]) -> str:
    if not values:
        return ""
    for target, fits in _TESTS:
        if sum(map(fits, values)) >= _MOST * len(values):
            return target
    return ""


def _settled(sheet: Sheet, found: list[str]) -> list[str]:
    """One column a single-valued field; a list without a name column takes its first text column as one."""
    seen: set[str] = set()
    for column, target in enumerate(found):
        if target and target in seen and not _may_repeat(target):
            found[column] = ""
        seen.add(found[column])
    if not seen & {"actor.name", "contact.person"}:
        # A list of services is a list of their actors' services; without an actor column the service names both.
        for column, target in enumerate(found):
            if target in ("", "service.name") and _is_text(_values(sheet, column)):
                found[column] = "actor.name"
                break
    return found


def _may_repeat(target: str) -> bool:
    if target in (ADDRESS, KEY):
        return False
    return field_of(target).type.value in (
        "phones",
        "mails",
        "websites",
        "languages",
        "refs",
        "codes",
        "prose",
        "hours",
    )


def _is_text(values: list[str]) -> bool:
    return bool(values) and sum(any(c.isalpha() for c in v) for v in values) >= 0.8 * len(values)


def _values(sheet: Sheet, column: int) -> list[str]:
    return [row.cells[column] for row in sheet.rows if row.cells[column]][:_SAMPLE]


def _unique(sheet: Sheet, columns: Sequence[int]) -> bool:
    keys = [tuple(row.cells[c].strip().casefold() for c in columns) for row in sheet.rows]
    return len(set(keys)) == len(keys)


def _folded(heading: str) -> str:
    return " ".join(heading.casefold().replace(":", " ").split())


def _address(value: str) -> bool:
    address, _ = clean_address(value)
    return bool(address.street and (address.house_number or address.postcode))


def _hours(value: str) -> bool:
    return len(_HOURS.findall(value)) > 1 and any(c.isdigit() for c in value)


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("actor.mails", lambda v: "@" in v and bool(clean_mails(v)[0])),
    ("actor.websites", lambda v: ("http" in v or "www." in v) and bool(clean_websites(v)[0])),
    ("place.postcode", lambda v: bool(re.fullmatch(r"\d{5}", v))),
    ("actor.hours", _hours),
    (ADDRESS, _address),
    ("actor.phones", lambda v: sum(c.isdigit() for c in v) >= 6 and bool(clean_phones(v)[0])),
)
