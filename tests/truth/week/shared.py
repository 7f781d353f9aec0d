"""Two offices' words for the same 15 actors, and the neighbours that only look alike. Written by hand.

A row is (name, person, telephone, mail, street and number, postcode, locality, hours, service).
"""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

Row = tuple[str, str, str, str, str, str, str, str, str]

SHARED: tuple[tuple[Row, Row, str], ...] = (
    (
        ("AWO KV Burgenlandkreis e. V.", "Frau Meier", "030 23125-901", "info@awo-weinland.example.org", "Musterstr. 14", "06618", "Naumburg", "Mo-Do 9-12 Uhr", "Migrationsberatung"),
        ("Arbeiterwohlfahrt Kreisverband Burgenlandkreis", "Sabine Meier", "030/23125-905", "info@awo-weinland.example.org", "Musterstraße 14", "06618", "Naumburg (Saale)", "Mo-Fr 9-13 Uhr", "Beratung für Zugewanderte"),
        "abbreviation; same mail and address, other telephone and hours",
    ),
    (
        ("DRK Kreisverband Beispielland e.V.", "Hr. Dr. Schulz", "040 66969-911", "kontakt@drk-beispielland.example.org", "Rotkreuzweg 3", "06667", "Weißenfels", "Di 9-12 Uhr", "Kleiderkammer"),
        ("Deutsches Rotes Kreuz, KV Beispielland", "Dr. Bernd Schulz", "040 66969911", "", "Rotkreuzweg 3", "", "Weißenfels", "Di 9-12, Do 13-16 Uhr", "Kleiderausgabe, Suchdienst"),
        "abbreviation; same telephone and address, no mail in b",
    ),
    (
        ("Caritasverband Region Unstrut", "Anna Krause", "069 90009-921", "unstrut@caritas-muster.example.net", "Domgasse 7", "06632", "Freyburg", "nach Vereinbarung", "Allgemeine Sozialberatung"),
        ("Caritas Unstrut – Beratungsstelle Freyburg", "Krause, Anna", "069 90009-921", "unstrut(at)caritas-muster.example.net", "Domgasse 9", "06632", "Freyburg (Unstrut)", "Mo, Mi 10-15 Uhr", "Sozialberatung"),
        "same mail, telephone and person; moved house number",
    ),
    (
        ("Volkshochschule Dr. Invent", "Petra Oertel", "0221 4710-931", "vhs@invent.example.com", "Schulstraße 21", "06712", "Zeitz", "Mo-Fr 8-16 Uhr", "Integrationskurse"),
        ("VHS „Dr. Invent“ Zeitz", "Fr. P. Oertel", "0221 4710-930", "kurse@invent.example.com", "Schulstr. 21", "06712", "Zeitz", "Mo-Fr 9-15 Uhr", "Integrationskurs, Alphabetisierung"),
        "abbreviation; same address and person, other mail of the same domain, other telephone",
    ),
    (
        ("Willkommensverein Elsteraue e. V.", "Uwe Haubold", "0171 3920091", "willkommen@elster.example.org", "Elsterufer 2", "06729", "Tröglitz", "Fr 15-18 Uhr", "Patenschaften"),
        ("Verein Willkommen Elsteraue", "Haubold", "0171/3920091", "", "", "", "Tröglitz", "", "Paten für Familien"),
        "words turned; same mobile number, b has no address",
    ),
    (
        ("Sprachwerk Saale gGmbH", "Frau Rößler", "089 99998-941", "buero@sprachwerk.example.com", "Leipziger Tor 5", "06667", "Weißenfels", "Mo-Do 8-15 Uhr", "Berufssprachkurse"),
        ("Sprachwerk Saale gemeinnützige GmbH", "Ines Rössler", "089 99998-942", "Buero@Sprachwerk.example.com", "Leipziger Tor 5", "06667", "Weissenfels", "Mo-Do 8-16, Fr 8-12 Uhr", "BSK B1, B2"),
        "legal form written out, ß as ss; same mail and address, other telephone",
    ),
    (
        ("Jugendmigrationsdienst Zeitz", "Katrin Thieme", "030 23125-951", "jmd-zeitz@jugend.example.org", "Altmarkt 8", "06712", "Zeitz", "Di 13-17 Uhr", "Beratung 12 bis 27 Jahre"),
        ("JMD Zeitz", "Thieme, Katrin", "030 23125-951", "k.thieme@jugend.example.org", "Altmarkt 8", "06712", "Zeitz", "Di 13-17, Do 9-12 Uhr", "Jugendmigrationsdienst"),
        "abbreviation; same telephone, address and person",
    ),
    (
        ("Frauentreff Lützen", "Olena Petrenko", "040 66969-961", "frauen@treff-luetzen.example.org", "Gartenweg 4", "06686", "Lützen", "Mi 14-17 Uhr", "Offener Frauentreff"),
        ("Int. Frauencafé Lützen", "Petrenko, Olena", "040 66969-961", "frauen@treff-luetzen.example.org", "Gartenweg 4", "06686", "Lützen", "Mi 15-18 Uhr", "Frauencafé"),
        "other name; same telephone, mail, address and person",
    ),
    (
        ("Tafel Hohenmölsen", "Herr Seifarth", "069 90009-971", "tafel@hohenmoelsen.example.org", "Poststraße 30", "06679", "Hohenmölsen", "Mo, Do 11-14 Uhr", "Lebensmittel"),
        ("Hohenmölsener Tafel e.V.", "Jens Seifarth", "069 90009-972", "tafel@hohenmoelsen.example.org", "Poststr. 30", "06679", "Hohenmölsen", "Mo+Do 11-14", "Lebensmittelausgabe"),
        "words turned; same mail and address, other telephone",
    ),
    (
        ("Ausländerbehörde, Landkreis Weinland", "Frau Kästner", "0221 4710-981", "abh@kreis-weinland.example.org", "Schönburger Weg 41", "06618", "Naumburg", "Di 9-12, 13-18 Uhr", "Aufenthaltstitel"),
        ("LK Weinland – Ausländerbehörde", "Kästner", "0221 4710-980", "abh@kreis-weinland.example.org", "Schönburger Weg 41", "06618", "Naumburg", "Di 9-12 und 13-18, Do 9-12 Uhr", "Aufenthalt, Duldung"),
        "words turned; same mail and address, b has the switchboard",
    ),
    (
        ("Mehrgenerationenhaus „Alte Mühle“", "Heike Böhme", "089 99998-991", "mgh@altemuehle.example.net", "Alte Mühle 1", "06682", "Teuchern", "Mo-Fr 10-17 Uhr", "Sprachcafé"),
        ("MGH Alte Mühle Teuchern", "Fr. Böhme", "089 99998-991", "", "Alte Mühle 1", "06682", "Teuchern", "Mo-Fr 9-17 Uhr", "Begegnung, Sprachcafé"),
        "abbreviation; same telephone and address, no mail in b",
    ),
    (
        ("Suchtberatung Saaletal", "Dr. Julia Winkler", "030 23125-963", "sucht@saaletal.example.com", "Am Stadtpark 12", "06667", "Weißenfels", "nach Vereinbarung", "Suchtberatung"),
        ("Sucht- und Drogenberatung Saaletal", "Frau Dr. Winkler", "030 23125-964", "sucht@saaletal.example.com", "Bahnhofstraße 3", "06667", "Weißenfels", "Mo 13-16 Uhr", "Beratung bei Sucht"),
        "longer name; same mail and person, moved to another street",
    ),
    (
        ("Integrationslotsen Nebra", "Mohammed Al-Hamidi", "0171 3920092", "lotsen@nebra.example.org", "Markt 2", "06642", "Nebra", "Do 16-18 Uhr", "Begleitung zu Behörden"),
        ("Lotsenprojekt Nebra (Unstrut)", "Al Hamidi, Mohammed", "0171 3920092", "lotsen@nebra.example.org", "Markt 2", "06642", "Nebra (Unstrut)", "Do 16-19 Uhr", "Lotsen, Begleitung"),
        "other name; same mobile number, mail and address",
    ),
    (
        ("Wohnungsgenossenschaft Osterfeld eG", "Thomas Naundorf", "040 66969-973", "info@wg-osterfeld.example.com", "Neue Siedlung 17", "06721", "Osterfeld", "Do 13-17 Uhr", "Wohnungen"),
        ("WG Osterfeld e. G.", "Hr. Naundorf", "040-66969-973", "vermietung@wg-osterfeld.example.com", "Neue Siedlung 17-19", "06721", "Osterfeld", "Di 9-12, Do 13-17 Uhr", "Wohnungsvermittlung"),
        "abbreviation; same telephone, other mail of the same domain, house number 17 and 17-19",
    ),
    (
        ("Bildungswerk Elster e. V.", "Stefan Ulbricht", "069 90009-985", "post@bw-elster.example.org", "Ziegeleistraße 23", "06725", "Profen", "Mo-Do 8-16 Uhr", "Deutschkurse"),
        ("Bildungswerk Elster", "Monika Dietzel", "069 90009-986", "post@bw-elster.example.org", "Ziegeleistr. 23", "06725", "Profen", "Mo-Do 8-16 Uhr", "Deutschkurs A1-B1"),
        "same name, mail and address; the person has changed",
    ),
)  # fmt: skip

ALIKE: tuple[tuple[Row, Row, str], ...] = (
    (
        ("Begegnungsstätte", "Frau Hübner", "030 23125-811", "begegnung@naumburg-west.example.org", "Lindenstraße 5", "06618", "Naumburg", "Mo-Fr 10-16 Uhr", "Offener Treff"),
        ("Begegnungsstätte", "Herr Jahn", "030 23125-815", "begegnung@zeitz-nord.example.org", "Lindenstraße 5", "06712", "Zeitz", "Mo-Fr 10-16 Uhr", "Offener Treff"),
        "same name and street, two towns",
    ),
    (
        ("Diakonie Saaletal – Beratungsstelle Weißenfels", "Fr. Lippold", "040 66969-821", "info@diakonie-saaletal.example.net", "Kleine Brüdergasse 1", "06667", "Weißenfels", "Di 9-12 Uhr", "Migrationsberatung"),
        ("Diakonie Saaletal – Beratungsstelle Zeitz", "Fr. Vollrath", "040 66969-825", "info@diakonie-saaletal.example.net", "Kastanienallee 28", "06712", "Zeitz", "Mi 9-12 Uhr", "Migrationsberatung"),
        "two branches of one provider with one central mail",
    ),
    (
        ("Lernwerk gGmbH, Standort Naumburg", "Andreas Große", "069 90009-831", "naumburg@lernwerk.example.com", "Domgasse 12", "06618", "Naumburg", "Mo-Fr 8-15 Uhr", "Integrationskurse"),
        ("Lernwerk gGmbH, Standort Hohenmölsen", "Andreas Große", "069 90009-835", "hohenmoelsen@lernwerk.example.com", "Altmarkt 2", "06679", "Hohenmölsen", "Mo-Fr 8-15 Uhr", "Integrationskurse"),
        "two branches of one provider with the same head",
    ),
    (
        ("Sozialamt, Landkreis Weinland", "Frau Prüfer", "0221 4710-800", "sozialamt@kreis-weinland.example.org", "Am Kirchberg 41", "06618", "Naumburg", "Di 9-12 Uhr", "Asylbewerberleistungen"),
        ("Jugendamt, Landkreis Weinland", "Frau Zeidler", "0221 4710-800", "jugendamt@kreis-weinland.example.org", "Am Kirchberg 41", "06618", "Naumburg", "Di 9-12 Uhr", "Unterhaltsvorschuss"),
        "two units under one roof with one switchboard",
    ),
    (
        ("Kita „Spatzennest“", "Frau Fleischhauer", "089 99998-841", "spatzen@teuchern-kita.example.org", "Schulstraße 3", "06682", "Teuchern", "Mo-Fr 6-17 Uhr", "Kinderbetreuung"),
        ("Kita „Spatzennest“", "Frau Mühlberg", "089 99998-845", "spatzennest@luetzen-kita.example.org", "Gartenweg 9", "06686", "Lützen", "Mo-Fr 6-17 Uhr", "Kinderbetreuung"),
        "same name, two towns",
    ),
    (
        ("Sprachcafé im Bürgerhaus", "Viktor Nowak", "030 23125-851", "sprachcafe@buergerhaus.example.org", "Hohler Weg 16", "06729", "Tröglitz", "Do 16-18 Uhr", "Sprachcafé"),
        ("Nähstube im Bürgerhaus", "Frau Trautvetter", "030 23125-855", "naehstube@buergerhaus.example.org", "Hohler Weg 16", "06729", "Tröglitz", "Do 16-18 Uhr", "Nähen, Kleidung"),
        "two groups at one address",
    ),
    (
        ("Schwangerschaftsberatung Weißenfels", "Frau Berthold", "040 66969-861", "schwanger@beratung-wsf.example.org", "Jägerplatz 7-9", "06667", "Weißenfels", "n. V.", "Schwangerenberatung"),
        ("Schuldnerberatung Weißenfels", "Herr Quer", "040 66969-865", "schulden@beratung-wsf.example.org", "Jägerplatz 7-9", "06667", "Weißenfels", "n. V.", "Schuldnerberatung"),
        "alike names, one house, two organisations",
    ),
    (
        ("Feuerwehr Langendorf", "Herr Wachsmuth", "069 90009-871", "feuerwehr@langendorf-wsf.example.org", "Unterm Anger 4", "06667", "Langendorf", "Fr 18-20 Uhr", "Mitmachen"),
        ("Feuerwehr Langendorf", "Herr Schöppe", "069 90009-875", "feuerwehr@langendorf-elster.example.org", "Poststraße 11", "06729", "Langendorf", "Fr 18-20 Uhr", "Mitmachen"),
        "same name, two localities of the same name in two municipalities",
    ),
)  # fmt: skip
"""The first row is in list a, the second in list b; they must never become one."""
