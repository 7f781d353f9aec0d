"""Sentences about the project's own workbook."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "why.workbook": ("Arbeitsmappe „{file}“ eingelesen", "Workbook “{file}” imported"),
    "value.not_exact": (
        "„{text}“ beginnt wie ein genau geschriebener Wert, ist aber keiner dieses Feldes.",
        "“{text}” begins like an exact value but is none of this field.",
    ),
    "workbook.unknown_sheet": (
        "Das Blatt „{sheet}“ gehört nicht zur Vorlage und wird nicht gelesen.",
        "The sheet “{sheet}” is not part of the template and is not read.",
    ),
    "workbook.unknown_column": (
        "Die Spalte „{column}“ gibt es in der Vorlage nicht. Was darin steht, kommt zu den weiteren Angaben.",
        "The template has no column “{column}”. What it holds is kept with the other details.",
    ),
    "workbook.column_twice": (
        "Zwei Spalten des Blatts „{sheet}“ heißen „{column}“; es gilt die erste, die gefüllt ist.",
        "Two columns of the sheet “{sheet}” are called “{column}”; the first that is filled counts.",
    ),
    "workbook.no_key": (
        "Im Blatt „{sheet}“ fehlt die Spalte „Schlüssel“.",
        "The sheet “{sheet}” lacks the column “Schlüssel”.",
    ),
    "workbook.beyond": (
        "Neben der letzten Überschrift steht noch „{text}“. Vielleicht fehlen Anführungszeichen um einen Wert mit Komma.",
        "Beside the last heading it says “{text}”. A value with a comma may lack its quotation marks.",
    ),
    "workbook.key_twice": (
        "Der Schlüssel „{key}“ steht schon in Zeile {row}.",
        "The key “{key}” already stands in row {row}.",
    ),
    "workbook.key_of_other": (
        "„{key}“ ist der Schlüssel eines Eintrags anderer Art: {kind}.",
        "“{key}” is the key of an entry of another kind: {kind}.",
    ),
    "workbook.key_odd": (
        "„{key}“ taugt nicht als Schlüssel: höchstens 100 Zeichen, keine Leerzeichen.",
        "“{key}” is no key: at most 100 characters, no blanks.",
    ),
    "workbook.rejected_target": (
        "„{text}“ wird selbst nicht übernommen, darum fehlt diese Verbindung.",
        "“{text}” is itself not imported, so this link is missing.",
    ),
    "workbook.which_entry": (
        "„{text}“ heißen mehrere Einträge. Bitte nennen Sie den Schlüssel.",
        "Several entries are called “{text}”. Please give the key.",
    ),
    "workbook.emptied": ("Wird geleert: Die Zelle ist leer.", "Will be emptied: the cell is empty."),
    "workbook.changed_since": (
        "In der Datei und seit dem Export auch hier geändert; hier bleibt: „{text}“.",
        "Changed in the file and, since the export, here as well; kept here: “{text}”.",
    ),
    "workbook.deleted_since": (
        "Seit dem Export hier gelöscht; bleibt gelöscht.",
        "Deleted here since the export; stays deleted.",
    ),
    "workbook.erased_since": (
        "Seit dem Export hier unwiderruflich gelöscht; kommt nicht zurück.",
        "Erased here for good since the export; does not come back.",
    ),
    "workbook.gone": (
        "Dieser Eintrag wurde hier gelöscht oder mit einem anderen vereint; er wird nicht neu angelegt.",
        "This entry was deleted here or merged into another; it is not created again.",
    ),
    "workbook.person_unproven": (
        "Bleibt, wie es ist: Nichts belegt, aus welchem Stand diese Datei stammt. Bitte beim Kontakt selbst ändern.",
        "Stays as it is: nothing proves of which state this file was made. Please change it at the contact itself.",
    ),
    "workbook.stands_otherwise": (
        "Hier steht etwas anderes, das bleibt; in der Datei: „{text}“.",
        "Something else stands here and stays; in the file: “{text}”.",
    ),
    "workbook.not_a_form": (
        "Ein Umriss muss eine Fläche als GeoJSON sein.",
        "An outline must be an area as GeoJSON.",
    ),
    "workbook.long_missing": (
        "Der lange Text fehlt im Blatt „Lange Texte“; die Angabe bleibt, wie sie ist.",
        "The long text is missing in the sheet “Lange Texte”; the value stays as it is.",
    ),
    "workbook.no_basis": (
        "„{text}“ gehört wohl einer Person und bleibt draußen. Bitte im Blatt „Kontakte“ mit Rechtsgrundlage eintragen.",
        "“{text}” probably belongs to a person and is left out. Please enter it in the sheet “Kontakte” with its legal basis.",
    ),
    "workbook.empty": (
        "„{file}“ ist die Vorlage, aber in keinem Blatt steht eine Zeile.",
        "“{file}” is the template, but no sheet holds a row.",
    ),
    "workbook.nothing": (
        "„{file}“ enthält keine Datei der Vorlage, wie actor.csv oder service.csv.",
        "“{file}” holds no file of the template such as actor.csv or service.csv.",
    ),
}
