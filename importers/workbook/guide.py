"""What the first sheet and the columns say to people, in German."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from graph.model.fields import Field, Type
from graph.model.schema import kind
from importers.workbook.layout import KEY, Layout

_FORMATS: dict[Type, str] = {
    Type.TEXTS: "Mehrere durch Semikolon getrennt.",
    Type.CODE: "Bitte aus der Liste wählen.",
    Type.CODES: "Aus der Liste; mehrere durch Semikolon getrennt.",
    Type.FLAG: "ja oder nein; leer heißt: nicht bekannt.",
    Type.COUNT: "Eine ganze Zahl.",
    Type.NUMBER: "Eine Zahl.",
    Type.DAY: "Ein Tag wie 3.11.2026.",
    Type.MOMENT: "Tag und Uhrzeit wie 3.11.2026 14:30.",
    Type.PHONES: "Mit Vorwahl; mehrere durch Semikolon getrennt.",
    Type.MAILS: "Mehrere durch Semikolon getrennt.",
    Type.WEBSITES: "Mehrere durch Semikolon getrennt.",
    Type.HOURS: "Wie Sie es schreiben würden: Mo–Do 8–12 Uhr, Di auch 13–17 Uhr.",
    Type.LANGUAGES: "Wie: Deutsch; Ukrainisch (Dolmetschen vor Ort, 3 Tage).",
    Type.REF: "Name oder Schlüssel: {kinds}.",
    Type.REFS: "Namen oder Schlüssel, durch Semikolon getrennt: {kinds}.",
    Type.EXTRA: "Je Zeile „Überschrift: Text“. Nur für die Koordination.",
    Type.ORIGIN: "Bitte nicht ändern: woher die Angaben stammen.",
    Type.OUTLINE: "Bitte nicht ändern: die Fläche als GeoJSON.",
}
_KEY_HELP = (
    "Frei wählbar und im Blatt nur einmal, etwa eine Nummer. Andere Blätter können sich darauf beziehen. "
    "Steht hier schon etwas, ändern Sie es bitte nicht: Daran erkennt Knotenpunkt den Eintrag wieder."
)

_TEMPLATE = (
    "Jedes Blatt nimmt eine Art von Einträgen auf, jede Zeile einen Eintrag. Füllen Sie nur aus, was Sie wissen; "
    "leere Blätter und Spalten stören nicht.",
    "Laden Sie die Datei danach unter „Listen einlesen“ wieder hoch. Sie sehen zuerst eine Vorschau, und jedes "
    "Einlesen lässt sich zurücknehmen.",
    "Lesen Sie die Datei später noch einmal ein, werden Ihre Einträge am Schlüssel wiedererkannt und ergänzt. Was "
    "inzwischen in Knotenpunkt geändert wurde, bleibt.",
)
_EXPORT = (
    "Das ist das Netzwerk, wie es am {day} stand: je Blatt eine Art von Einträgen, je Zeile ein Eintrag.",
    "Ändern Sie, was falsch ist, ergänzen Sie Zeilen und laden Sie die Datei unter „Listen einlesen“ wieder hoch. "
    "Übernommen wird nur, was Sie hier geändert haben; eine Vorschau zeigt es vorher.",
    "Eine Zelle, die Sie leeren, wird auch im Netzwerk geleert. Eine Zeile oder Spalte, die Sie löschen, löscht "
    "nichts.",
)
_PART = (
    "Das ist ein Teil des Netzwerks, wie es am {day} stand: je Blatt eine Art von Einträgen, je Zeile ein Eintrag.",
    "Wird diese Datei unter „Listen einlesen“ wieder eingelesen, gilt, was in ihr steht, auch wo es inzwischen "
    "geändert wurde; eine Vorschau zeigt es vorher. Leere Zellen und fehlende Zeilen ändern nichts. Zum Pflegen eignet "
    "sich das ganze Netzwerk besser, das es dort gibt.",
)
_BOTH = (
    "Gelbe Überschriften sind Pflichtangaben. Klicken Sie eine Zelle an, dann sagt ein Hinweis, was hineingehört.",
    "Verbindungen nennen Sie beim Namen, wenn er nur einmal vorkommt, sonst mit dem Schlüssel.",
    "Überschriften und Namen der Blätter bitte nicht ändern. Die Reihenfolge der Spalten und Zeilen ist gleich.",
    "Texte, die für eine Zelle zu lang sind, stehen im Blatt „Lange Texte“ in Teilen. Was mit „json:“ beginnt, ist ein "
    "Wert, den eine Zelle sonst nicht genau wiedergäbe; Sie dürfen ihn einfach überschreiben.",
    "Bitte nichts über Menschen eintragen, die Hilfe suchen. Mit Namen genannte Kontakte brauchen Rechtsgrundlage, "
    "Quelle und Prüftermin.",
)


def paragraphs(today: date, empty: bool, told: Sequence[str] | None = None) -> Iterator[str]:
    """What the first sheet says. `told`: of a part, what it was taken by and how much is left out."""
    said = _TEMPLATE if empty else _EXPORT if told is None else _PART
    yield from (each.format(day=f"{today.day}.{today.month}.{today.year}") for each in said)
    yield from told or ()
    yield from _BOTH


def explained(layout: Layout) -> Iterator[tuple[str, str, str, str, str]]:
    """(sheet, column, required, what belongs there, choices) for each column."""
    yield layout.name, KEY, "", _KEY_HELP, ""
    for field in layout.fields:
        choices = "; ".join(german for german, _ in field.options.values()) if field.codes else ""
        yield layout.name, field.label[0], "ja" if field.required else "", told(field), choices


def told(field: Field | None) -> str:
    """What belongs into a column; None: the keys."""
    if field is None:
        return _KEY_HELP
    parts = [field.help[0], _format(field)]
    return " ".join(part for part in parts if part)


def _format(field: Field) -> str:
    kinds = " oder ".join(f"Blatt „{kind(each).plural[0]}“" for each in field.refs)
    return _FORMATS.get(field.type, "").format(kinds=kinds)
