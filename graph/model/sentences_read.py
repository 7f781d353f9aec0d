"""What reading a file says: why it can't be read, and what was odd about one that can."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # The file as such
    "read.no_such_file": ("Die Datei „{file}“ gibt es nicht.", "There is no file “{file}”."),
    "read.not_a_file": (
        "„{file}“ ist keine gewöhnliche Datei, sondern ein Ordner, eine Verknüpfung oder ein Gerät. Bitte wählen "
        "Sie die Datei selbst.",
        "“{file}” is not a regular file but a folder, a link or a device. Please choose the file itself.",
    ),
    "read.unreadable_file": ("Die Datei „{file}“ lässt sich nicht öffnen.", "The file “{file}” can’t be opened."),
    "read.file_too_large": (
        "Die Datei „{file}“ ist größer als {limit} MB. Bitte teilen Sie die Liste auf.",
        "The file “{file}” is larger than {limit} MB. Please split the list.",
    ),
    "read.empty_file": ("Die Datei „{file}“ ist leer.", "The file “{file}” is empty."),
    "read.empty_table": (
        "In der Datei „{file}“ steht keine Tabelle: Alle Zellen sind leer.",
        "The file “{file}” contains no table: all cells are empty.",
    ),
    "read.only_header": (
        "In der Datei „{file}“ stehen nur Überschriften, darunter keine Zeile.",
        "The file “{file}” contains only headings and no rows beneath them.",
    ),
    # Another kind of file
    "read.kind_pdf": (
        "„{file}“ ist ein PDF. Bitte wählen Sie die Tabelle, aus der es entstanden ist, als Excel-, LibreOffice- "
        "oder CSV-Datei.",
        "“{file}” is a PDF. Please choose the table it was made from, as an Excel, LibreOffice or CSV file.",
    ),
    "read.kind_image": ("„{file}“ ist ein Bild, keine Tabelle.", "“{file}” is a picture, not a table."),
    "read.kind_media": (
        "„{file}“ ist eine Bild-, Ton- oder Filmdatei, keine Tabelle.",
        "“{file}” is a picture, sound or film, not a table.",
    ),
    "read.kind_program": (
        "„{file}“ ist ein Programm, keine Tabelle. Es wurde nicht ausgeführt.",
        "“{file}” is a program, not a table. It was not run.",
    ),
    "read.kind_archive": (
        "„{file}“ ist ein gepacktes Archiv. Bitte entpacken Sie es und wählen Sie die Tabelle darin.",
        "“{file}” is a packed archive. Please unpack it and choose the table inside.",
    ),
    "read.kind_database": ("„{file}“ ist eine Datenbank, keine Tabelle.", "“{file}” is a database, not a table."),
    "read.kind_text_document": (
        "„{file}“ ist ein Dokument aus einem anderen Programm, keine Tabelle. Bitte speichern Sie die Liste als "
        "Excel-, LibreOffice- oder CSV-Datei.",
        "“{file}” is a document from another program, not a table. Please save the list as an Excel, LibreOffice "
        "or CSV file.",
    ),
    "read.kind_xlsb": (
        "„{file}“ ist eine binäre Excel-Mappe (XLSB). Bitte speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“.",
        "“{file}” is a binary Excel workbook (XLSB). Please save it as “Excel Workbook (.xlsx)”.",
    ),
    "read.kind_html": (
        "„{file}“ ist eine Internetseite (HTML), auch wenn der Name anders endet. Bitte öffnen Sie sie in Excel "
        "oder LibreOffice und speichern Sie sie als XLSX oder CSV.",
        "“{file}” is a web page (HTML), whatever its name ends in. Please open it in Excel or LibreOffice and "
        "save it as XLSX or CSV.",
    ),
    "read.kind_xml": (
        "„{file}“ ist eine XML-Datei. Bitte speichern Sie die Liste als XLSX, ODS oder CSV.",
        "“{file}” is an XML file. Please save the list as XLSX, ODS or CSV.",
    ),
    "read.kind_json_list": ("„{file}“ ist eine JSON-Datei, keine Tabelle.", "“{file}” is a JSON file, not a table."),
    "read.kind_geojson": (
        "„{file}“ enthält Umrisse von Gebieten (GeoJSON), keine Tabelle.",
        "“{file}” contains outlines of areas (GeoJSON), not a table.",
    ),
    "read.other_format": (
        "Die Datei ist dem Inhalt nach {format}, ihr Name endet anders. Sie wurde nach ihrem Inhalt gelesen.",
        "By its content the file is {format}, but its name ends differently. It was read by its content.",
    ),
    # Address books
    "read.no_cards": (
        "In der Datei „{file}“ steht keine einzige Visitenkarte.",
        "The file “{file}” contains not a single card.",
    ),
    "read.card_too_long": (
        "In „{file}“ hat die Visitenkarte in Zeile {row} mehr als {limit} Angaben.",
        "In “{file}” the card at line {row} has more than {limit} properties.",
    ),
    "read.card_cut": (
        "Die Datei endet mitten in dieser Visitenkarte; gelesen wurde, was da ist.",
        "The file ends in the middle of this card; what is there was read.",
    ),
    # Workbooks
    "read.password": (
        "Die Datei „{file}“ ist mit einem Kennwort geschützt. Bitte entfernen Sie das Kennwort und speichern Sie "
        "sie neu.",
        "The file “{file}” is protected by a password. Please remove the password and save it again.",
    ),
    "read.damaged_workbook": (
        "Die Datei „{file}“ ist beschädigt oder unvollständig. Bitte öffnen Sie sie in Excel oder LibreOffice "
        "und speichern Sie sie neu.",
        "The file “{file}” is damaged or incomplete. Please open it in Excel or LibreOffice and save it again.",
    ),
    "read.bomb": (
        "Die Datei „{file}“ würde entpackt mehr als {limit} MB belegen und wurde nicht geöffnet.",
        "Unpacked, the file “{file}” would take more than {limit} MB; it was not opened.",
    ),
    "read.entities": (
        "Die Datei „{file}“ enthält XML-Anweisungen (DOCTYPE), die in Tabellen nichts zu suchen haben, und wurde "
        "nicht gelesen.",
        "The file “{file}” contains XML declarations (DOCTYPE) that no table needs; it was not read.",
    ),
    "read.far_cell": (
        "In „{file}“ steht weit außerhalb der Liste etwas in Zelle {cell}; gelesen werden höchstens {columns} "
        "Spalten und {rows} Zeilen. Bitte löschen Sie die Spalten und Zeilen jenseits der Liste und speichern "
        "Sie neu.",
        "In “{file}”, cell {cell} far outside the list is not empty; at most {columns} columns and {rows} "
        "rows are read. Please delete the columns and rows beyond the list and save again.",
    ),
    "read.too_many_styles": (
        "Die Datei „{file}“ enthält übermäßig viele Zellformate. Bitte kopieren Sie die Liste in eine neue Mappe oder "
        "speichern Sie sie als CSV.",
        "The file “{file}” contains far too many cell formats. Please copy the list into a new workbook or save it as "
        "CSV.",
    ),
    "read.struck_cell": (
        "Die durchgestrichene Zelle „{text}“ gilt nicht mehr und wurde ausgelassen.",
        "The struck-out cell “{text}” no longer holds and was left out.",
    ),
    "read.other_sheets": (
        "Diese Blätter haben andere Überschriften und wurden nicht gelesen: {sheets}.",
        "These sheets have other headings and were not read: {sheets}.",
    ),
    "read.repetition": (
        "In „{file}“ wird eine Zelle {count}-mal wiederholt; gelesen werden höchstens {limit}. Bitte löschen Sie "
        "die Spalten und Zeilen jenseits der Liste und speichern Sie neu.",
        "In “{file}” a cell is repeated {count} times; at most {limit} are read. Please delete the columns and "
        "rows beyond the list and save again.",
    ),
    "read.too_many_sheets": (
        "„{file}“ hat {count} Tabellenblätter; gelesen werden höchstens {limit}.",
        "“{file}” has {count} sheets; at most {limit} are read.",
    ),
    "read.no_such_sheet": (
        "„{file}“ hat kein Tabellenblatt „{sheet}“. Vorhanden: {sheets}.",
        "“{file}” has no sheet “{sheet}”. There are: {sheets}.",
    ),
    "read.too_many_columns_in_sheet": (
        "Das Tabellenblatt „{sheet}“ in „{file}“ reicht über {count} Spalten; gelesen werden höchstens {limit}.",
        "The sheet “{sheet}” in “{file}” spans {count} columns; at most {limit} are read.",
    ),
    "read.too_many_cells": (
        "Das Tabellenblatt „{sheet}“ in „{file}“ spannt {count} Zellen auf; gelesen werden höchstens {limit}. "
        "Bitte teilen Sie die Liste auf oder löschen Sie leere Spalten und Zeilen.",
        "The sheet “{sheet}” in “{file}” spans {count} cells; at most {limit} are read. Please split the list or "
        "delete empty columns and rows.",
    ),
    # Texts
    "read.nul": (
        "„{file}“ ist keine Textdatei: In Zeile {row} steht ein Nullzeichen.",
        "“{file}” is not a text file: line {row} contains a NUL character.",
    ),
    "read.unknown_encoding": (
        "Die Zeichenkodierung „{encoding}“ ist nicht bekannt (Datei „{file}“).",
        "The encoding “{encoding}” is not known (file “{file}”).",
    ),
    "read.wrong_encoding": (
        "Die Datei „{file}“ ist nicht in der Zeichenkodierung {encoding} geschrieben. Bitte wählen Sie eine andere.",
        "The file “{file}” is not written in the encoding {encoding}. Please choose another.",
    ),
    "read.bad_separator": (
        "„{separator}“ kann kein Trennzeichen sein (Datei „{file}“).",
        "“{separator}” can’t be a separator (file “{file}”).",
    ),
    "read.line_too_long": (
        "In „{file}“ ist Zeile {row} länger als {limit} Zeichen. Das ist vermutlich keine Liste.",
        "In “{file}” line {row} is longer than {limit} characters. This is probably not a list.",
    ),
    "read.cell_too_long": (
        "In „{file}“ enthält Zeile {row} eine Zelle mit mehr als {limit} Zeichen.",
        "In “{file}” row {row} has a cell of more than {limit} characters.",
    ),
    "read.too_many_columns": (
        "In „{file}“ hat Zeile {row} {count} Spalten; gelesen werden höchstens {limit}.",
        "In “{file}” row {row} has {count} columns; at most {limit} are read.",
    ),
    "read.too_many_rows": (
        "„{file}“ hat mehr als {limit} Zeilen. Bitte teilen Sie die Liste auf.",
        "“{file}” has more than {limit} rows. Please split the list.",
    ),
    "read.open_quote": (
        "In „{file}“ beginnt in Zeile {row} ein Anführungszeichen, das nicht endet; der Rest der Datei stünde in "
        "einer Zelle. Bitte ergänzen oder löschen Sie es.",
        "In “{file}” row {row} opens a quotation mark that never closes; the rest of the file would be one cell. "
        "Please close or delete it.",
    ),
    # JSON and outlines
    "read.not_geojson": ("„{file}“ ist keine GeoJSON-Datei.", "“{file}” is not a GeoJSON file."),
    "read.damaged_json": ("„{file}“ ist kein gültiges JSON (Zeile {row}).", "“{file}” is not valid JSON (line {row})."),
    "read.json_depth": (
        "„{file}“ ist tiefer als {limit} Ebenen verschachtelt und wurde nicht gelesen.",
        "“{file}” is nested deeper than {limit} levels and was not read.",
    ),
    "read.json_number": (
        "„{file}“ enthält eine unzulässige Zahl ({number}).",
        "“{file}” contains a number that is not allowed ({number}).",
    ),
    "read.json_repeated_key": (
        "In „{file}“ kommt „{key}“ im selben Objekt zweimal vor.",
        "In “{file}” the key “{key}” occurs twice in one object.",
    ),
    "read.json_surrogate": (
        "„{file}“ enthält ein halbes Zeichen (einzelnes Surrogat).",
        "“{file}” contains half a character (a lone surrogate).",
    ),
    "read.no_feature_collection": (
        "„{file}“ enthält keine Sammlung von Gebieten (FeatureCollection).",
        "“{file}” contains no collection of areas (FeatureCollection).",
    ),
    "read.no_features": ("„{file}“ enthält kein einziges Gebiet.", "“{file}” contains no area at all."),
    "read.too_many_features": (
        "„{file}“ enthält {count} Gebiete; gelesen werden höchstens {limit}.",
        "“{file}” contains {count} areas; at most {limit} are read.",
    ),
    "read.other_crs": (
        "Die Umrisse in „{file}“ stehen im Koordinatensystem {crs}. Bitte wandeln Sie sie in WGS 84 (EPSG:4326) um.",
        "The outlines in “{file}” use the coordinate system {crs}. Please convert them to WGS 84 (EPSG:4326).",
    ),
    "read.not_lon_lat": (
        "In „{file}“ liegt Gebiet {row} bei {x}, {y}: Das sind keine Längen- und Breitengrade. Bitte wandeln Sie "
        "die Umrisse in WGS 84 (EPSG:4326) um.",
        "In “{file}” area {row} lies at {x}, {y}: these are not a longitude and a latitude. Please convert the outlines "
        "to WGS 84 (EPSG:4326).",
    ),
    "read.no_area": (
        "In „{file}“ ist Gebiet {row} keine Fläche ({kind}). Gebraucht werden Polygone.",
        "In “{file}” area {row} is not a surface ({kind}). Polygons are needed.",
    ),
    "read.bad_geometry": (
        "In „{file}“ ist der Umriss von Gebiet {row} unbrauchbar.",
        "In “{file}” the outline of area {row} is unusable.",
    ),
    "read.no_key": (
        "In „{file}“ hat Gebiet {row} {name} weder einen 12-stelligen ARS noch einen 8-stelligen AGS.",
        "In “{file}” area {row} {name} has neither an ARS of 12 digits nor an AGS of 8.",
    ),
    "read.no_area_name": ("In „{file}“ hat Gebiet {row} keinen Namen.", "In “{file}” area {row} has no name."),
    "read.repaired_outline": (
        "Der Umriss überschneidet sich selbst und wurde bereinigt.",
        "The outline crosses itself and was repaired.",
    ),
    "read.repeated_area_key": ("Der Schlüssel {key} kommt {count}-mal vor.", "The key {key} occurs {count} times."),
    # Stopped while reading
    "read.memory": (
        "Die Datei „{file}“ zu lesen brauchte mehr Arbeitsspeicher, als dafür vorgesehen ist; es wurde "
        "abgebrochen. Es wurde nichts geändert.",
        "Reading the file “{file}” needed more memory than is set aside for it and was stopped. Nothing was changed.",
    ),
    "read.too_slow": (
        "Die Datei „{file}“ zu lesen dauerte zu lange und wurde abgebrochen. Es wurde nichts geändert.",
        "Reading the file “{file}” took too long and was stopped. Nothing was changed.",
    ),
    "read.crashed": (
        "An der Datei „{file}“ ist das Lesen abgestürzt; vermutlich ist sie beschädigt. Es wurde nichts "
        "geändert. Bitte öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie neu.",
        "Reading the file “{file}” crashed; it is probably damaged. Nothing was changed. Please open it in Excel "
        "or LibreOffice and save it again.",
    ),
    # Read, but odd
    "read.mixed_encoding": (
        "Die Zeile ist in einer anderen Zeichenkodierung geschrieben als der Rest ({encoding}). Bitte prüfen Sie "
        "die Umlaute.",
        "The row is in a different encoding from the rest ({encoding}). Please check its umlauts.",
    ),
    "read.twice_encoded": (
        "Umlaute sind schon in der Datei entstellt („MÃ¼ller“), und zwar {count}-mal.",
        "Umlauts are already garbled in the file (“MÃ¼ller”), {count} times.",
    ),
    "read.swallowed_lines": (
        "Eine Zelle enthält {count} ganze Zeilen; vermutlich fehlt ein Anführungszeichen.",
        "One cell contains {count} whole lines; a quotation mark is probably missing.",
    ),
    "read.too_many_cells_in_row": (
        "Die Zeile hat {count} Zellen, die Überschrift {expected}; vermutlich steht ein Trennzeichen in einem Wert.",
        "The row has {count} cells, the header {expected}; a value probably contains a separator.",
    ),
    "read.direction_marks": (
        "In der Zeile standen unsichtbare Zeichen, die die Schreibrichtung umkehren; sie wurden entfernt.",
        "The row contained invisible characters that reverse the direction of writing; they were removed.",
    ),
    "read.control_characters": (
        "In der Zeile standen Steuerzeichen; sie wurden entfernt.",
        "The row contained control characters; they were removed.",
    ),
    "read.xls_unstruck": (
        "In einer Datei im alten Format .xls ist nicht zu sehen, welche Zeilen durchgestrichen sind; auch sie werden "
        "gelesen. Speichern Sie die Datei als .xlsx, wenn Zeilen durchgestrichen sind.",
        "In a file of the old format .xls it can't be seen which rows are struck out; they are read as well. Save the "
        "file as .xlsx if rows are struck out.",
    ),
    "read.merged_cells": (
        "Der Inhalt von Zellen, die über mehrere Zeilen verbunden sind, wurde in jede dieser Zeilen übernommen ({count}).",
        "The content of cells merged over several rows was repeated in each of these rows ({count}).",
    ),
    "read.no_header": (
        "Keine Zeile sieht nach Überschriften aus; die Spalten heißen vorläufig nach ihren Buchstaben.",
        "No row looks like headings; the columns are called by their letters for now.",
    ),
}
