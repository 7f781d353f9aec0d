"""What a plan can try out, as data: each move with its fields. Forms and cleaning follow, as for kinds of entries."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Kind
from graph.model.fields import Field, KindSpec, Type
from graph.model.fields import Type as T


def _f(name: str, type: Type, de: str, en: str, **more: Any) -> Field:
    return Field(name=name, type=type, label=(de, en), **more)


def _ref(name: str, de: str, en: str, *refs: str, **more: Any) -> Field:
    return _f(name, T.REF, de, en, refs=refs, required=True, **more)


def _move(name: str, label: tuple[str, str], help: tuple[str, str], *fields: Field) -> KindSpec:
    return KindSpec(name=Kind(name), label=label, plural=label, help=help, fields=fields)


_ALL = (
    _move(
        "link", ("Neue Vermittlung", "New referral"),
        ("Eine Stelle vermittelt künftig an eine andere oder an ein Angebot.", "An organisation will refer to another one or to a service."),
        _ref("sender", "Wer vermittelt", "Who refers", "actor"),
        _ref("receiver", "An wen", "To whom", "actor", "service"),
    ),
    _move(
        "language", ("Neue Sprache", "New language"),
        ("Ein Angebot gibt es künftig auch in dieser Sprache.", "A service will be offered in this language, too."),
        _ref("service", "Angebot", "Service", "service"),
        _f("languages", T.LANGUAGES, "Sprache", "Language", required=True),
    ),
    _move(
        "place", ("Neuer Ort", "New place"),
        ("Ein Angebot gibt es künftig auch an einem weiteren Ort.", "A service will be offered at one more place."),
        _ref("service", "Angebot", "Service", "service"),
        _ref("area", "Wo", "Where", "area"),
        _f("areas", T.REFS, "Dann auch zuständig für", "Then serves as well", refs=("area",), help=("Ohne Angabe: für das Gebiet, in dem der Ort liegt.", "Nothing stated: the area where the place is.")),
    ),
    _move(
        "capacity", ("Mehr oder weniger Plätze", "More or fewer places"),
        ("Ein Angebot hat künftig mehr oder weniger Kapazität als heute.", "A service will have more or less capacity than today."),
        _ref("service", "Angebot", "Service", "service"),
        _f("by", T.TEXT, "Um wie viel (weniger: mit Minus)", "By how many (fewer: with minus)", required=True),
    ),
    _move(
        "service", ("Neues Angebot", "New service"),
        ("Ein Akteur bietet künftig etwas an, das es heute nicht gibt.", "An actor will offer something that is not there today."),
        _f("name", T.TEXT, "Angebot", "Service", required=True),
        _ref("provider", "Wer es anbietet", "Who offers it", "actor"),
        _f("topics", T.REFS, "Themen", "Topics", refs=("topic",), required=True),
        _f("area", T.REF, "Wo", "Where", refs=("area",), help=("Ohne Angabe: wo der Anbieter seinen Sitz hat. Wer zu weit weg wohnt, wird nicht erreicht.", "Nothing stated: where its provider is. Those who live too far away are not reached.")),
        _f("areas", T.REFS, "Zuständig für", "Area served", refs=("area",)),
        _f("languages", T.LANGUAGES, "Sprachen", "Languages"),
        _f("statuses", T.CODES, "Aufenthaltsstatus", "Residence status", codes="statuses"),
        _f("capacity", T.COUNT, "Kapazität in Personen", "Capacity in people"),
    ),
    _move(
        "roof", ("Unter ein Dach", "Under one roof"),
        ("Mehrere Stellen werden Abteilungen eines Hauses; wer zu einer geschickt wird, kommt bei allen an.", "Several organisations become units of one house; whoever is sent to one arrives at all."),
        _f("name", T.TEXT, "Name des Hauses", "Name of the house", required=True),
        _f("actors", T.REFS, "Stellen", "Organisations", refs=("actor",), required=True),
    ),
    _move(
        "funding_ends", ("Förderung endet", "Funding ends"),
        ("Ein Angebot fällt weg, mit den Vermittlungen dorthin.", "A service ends, with the referrals to it."),
        _ref("service", "Angebot", "Service", "service"),
    ),
    _move(
        "drop_out", ("Akteur fällt aus", "Actor drops out"),
        ("Ein Akteur fällt weg und mit ihm die Stellen, die zu ihm gehören, samt Angeboten und Vermittlungen.", "An actor falls out and with it the organisations that are part of it, with their services and referrals."),
        _ref("actor", "Akteur", "Actor", "actor"),
    ),
    _move(
        "surge", ("Viele Menschen an einem Tag", "Many people on one day"),
        ("Wie lange dauert es, bis alle an die Reihe gekommen sind? Das Netzwerk selbst bleibt dabei, wie es ist.", "How long until everyone has had their turn? The network itself stays as it is."),
        _f("persons", T.COUNT, "Menschen an einem Tag", "People on one day", required=True),
        _f("service", T.REF, "Bei welchem Angebot", "At which service", refs=("service",), help=("Nennt es Termine oder Stunden je Woche oder Minuten je Fall, wird damit gerechnet, soweit unten nichts steht.", "Where it states appointments or hours a week or minutes a case, these are used unless you state more below.")),
        _f("desks", T.COUNT, "Plätze, an denen gleichzeitig aufgenommen wird", "Desks at work at the same time"),
        _f("hours", T.NUMBER, "Stunden am Tag", "Hours a day"),
        _f("minutes_least", T.NUMBER, "Minuten je Person, mindestens", "Minutes a person, at least"),
        _f("minutes_most", T.NUMBER, "Minuten je Person, höchstens", "Minutes a person, at most"),
        _f("usual", T.NUMBER, "Wie viele kommen sonst am Tag", "How many come on other days", help=("Ohne Angabe: niemand.", "Nothing stated: nobody.")),
    ),
)  # fmt: skip

MOVES: dict[str, KindSpec] = {spec.name: spec for spec in _ALL}
