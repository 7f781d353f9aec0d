"""Nothing personal becomes public: what tells of a person leaves the fields of actor, service and place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from graph.model.errors import Fault
from graph.model.fields import Audience, Field, Type
from graph.model.schema import kind
from graph.model.values.persons import split_person
from graph.model.values.phone import is_mobile
from importers.lists.private import is_personal, is_personal_mail

if TYPE_CHECKING:
    from importers.lists.transform import RowParts

_SIDES = ("actor", "service", "place")
_NOT_BY_NAME = frozenset({"street", "house_number", "postcode", "locality"})
"""Streets are called after persons."""


def screen(parts: RowParts) -> None:
    """Part what is personal from what may be public, and put it with a contact."""
    _numbers(parts)
    for name in _SIDES:
        _texts(name, getattr(parts, name), parts)
    _own_name(parts)
    if parts.private:
        if not parts.contacts:
            parts.contacts.append({})
        parts.contacts[0]["extra"] = dict(parts.private)


def personal(contact: dict[str, Any]) -> bool:
    """Whether a contact holds data of a person, and needs a legal basis."""
    if contact.keys() & {"person", "mobiles", "mails", "phones", "extra", "note"}:
        return True
    return any(is_personal(value) for value in contact.values() if isinstance(value, str))


def _numbers(parts: RowParts) -> None:
    """Mobile numbers and private mail addresses go to a contact, whose entry coordination alone sees."""
    if not (parts.actor.keys() | parts.service.keys()) & {"phones", "mails"}:
        return
    families = {str(c["person"]).split()[-1].casefold() for c in parts.contacts if c.get("person")}
    mobiles = _taken(parts, "phones", is_mobile)
    mails = _taken(parts, "mails", lambda mail: is_personal_mail(mail, families))
    if (mobiles or mails) and not parts.contacts:
        parts.contacts.append({})
    for name, values in (("mobiles", mobiles), ("mails", mails)):
        for n, value in enumerate(values):
            contact = parts.contacts[_owner(value, n, len(values), parts.contacts)]
            contact[name] = list(dict.fromkeys([*contact.get(name, ()), value]))


def _taken(parts: RowParts, name: str, test: Any) -> list[str]:
    taken: list[str] = []
    for fields in (parts.actor, parts.service):
        values = fields.get(name, [])
        gone = [v for v in values if test(v)]
        if gone:
            taken += gone
            fields[name] = [v for v in values if v not in gone]
            if not fields[name]:
                del fields[name]
    return list(dict.fromkeys(taken))


def _owner(value: str, n: int, count: int, contacts: list[dict[str, Any]]) -> int:
    """Whose a number is: of the one it names, of each one where there are as many, else of the first."""
    for i, contact in enumerate(contacts):
        family = str(contact.get("person", "")).split()[-1:]
        if family and "@" in value and len(family[0]) > 2 and family[0].casefold() in value.partition("@")[0]:
            return i
    return n if count == len(contacts) else 0


def _texts(name: str, fields: dict[str, Any], parts: RowParts) -> None:
    if not fields:
        return
    known = _public_texts(name)
    for each in [known[f] for f in fields if f in known]:
        value = fields.get(each.name)
        if not isinstance(value, str) or (name, each.name) == ("actor", "name"):
            continue
        if is_personal(value, names=each.name not in _NOT_BY_NAME):
            del fields[each.name]
            heading = each.label[0]
            parts.private[heading] = "\n".join(t for t in (parts.private.get(heading), value) if t)
            parts.told.append((heading, Fault(field=each.name, code="import.kept_private", params={})))
            if name == "place":  # somebody's home
                fields["audience"] = "coordination"
    if name == "place" and fields.keys() <= {"audience"}:
        fields.clear()


@cache
def _public_texts(name: str) -> dict[str, Field]:
    """Texts that anyone would see, and internal notes, whose history can't be erased on these kinds."""
    texts = (f for f in kind(name).fields if f.type in (Type.TEXT, Type.PROSE, Type.HOURS))
    return {f.name: f for f in texts if f.audience is not Audience.COORDINATION or f.name == "note"}


def _own_name(parts: RowParts) -> None:
    """A person is no actor. A practice is: "Dr. med. Hans Schmidt"."""
    name = str(parts.actor.get("name", ""))
    if not name:
        return
    found = split_person(name)
    parts.person = bool(found and not found.title and (found.salutation or found.given)) or is_personal(
        name, names=False
    )
