"""The hand-written vocabulary of the invented county lists: who, where, what, when, in which words."""

# ruff: noqa: E501 -- tables, one row a line
from __future__ import annotations

SECTIONS = (
    (
        "Stadt Naumburg (Saale)",
        "Naumburg (Saale)",
        (("06618", "Naumburg"), ("06618", "Prießnitz"), ("06628", "Bad Kösen")),
    ),
    ("Stadt Weißenfels", "Weißenfels", (("06667", "Weißenfels"), ("06688", "Großkorbetha"), ("06667", "Leißling"))),
    ("Stadt Zeitz", "Zeitz", (("06712", "Zeitz"), ("06727", "Theißen"), ("06724", "Kayna"), ("06727", "Luckenau"))),
    ("Gemeinde Lützen", "Lützen", (("06686", "Lützen"), ("06679", "Zorbau"), ("06686", "Röcken"))),
    ("Gemeinde Elsteraue", "Elsteraue", (("06729", "Tröglitz"), ("06725", "Profen"), ("06729", "Rehmsdorf"))),
    ("Stadt Teuchern", "Teuchern", (("06682", "Teuchern"), ("06682", "Deuben"), ("06667", "Prittitz"))),
    ("Stadt Hohenmölsen", "Hohenmölsen", (("06679", "Hohenmölsen"), ("06679", "Webau"), ("06679", "Granschütz"))),
    ("Freyburg (Unstrut)", "Freyburg (Unstrut)", (("06632", "Freyburg"), ("06618", "Pödelist"))),
    ("Nebra (Unstrut)", "Nebra (Unstrut)", (("06642", "Nebra"), ("06642", "Reinsdorf"))),
    ("Osterfeld", "Osterfeld", (("06721", "Osterfeld"), ("06721", "Waldau"))),
)
"""Group row, municipality, its (postcode, locality)."""

THEMES = ("Beratungsstellen", "Vereine und Initiativen", "Sprachkursträger", "Gesundheit", "Sonstige")

STREETS = (
    "Lindenstraße", "Am Kirchberg", "Bahnhofstraße", "Alte Mühle", "Rosa-Beispiel-Straße", "Schulstraße", "Markt",
    "Gartenweg", "Weinbergstraße", "An der Saale", "Musterstraße", "Jägerplatz", "Straße der Nachbarschaft",
    "Domgasse", "Am Stadtpark", "Hohler Weg", "Ziegeleistraße", "Leipziger Tor", "Kleine Brüdergasse", "Unterm Anger",
    "Elsterufer", "Poststraße", "Neue Siedlung", "Dr.-Invent-Straße", "Kastanienallee", "Altmarkt",
)  # fmt: skip
HOUSES = (
    "1",
    "2",
    "3a",
    "4",
    "5",
    "7-9",
    "8",
    "11",
    "12",
    "14b",
    "16",
    "17",
    "19",
    "21",
    "23",
    "28",
    "30",
    "34",
    "41",
    "52",
    "66",
    "103",
)
GIVEN = (
    ("Frau", "Anna"), ("Frau", "Sabine"), ("Frau", "Petra"), ("Frau", "Olena"), ("Frau", "Fatima"), ("Frau", "Katrin"),
    ("Frau", "Julia"), ("Frau", "Ines"), ("Frau", "Monika"), ("Frau", "Heike"), ("Herr", "Bernd"), ("Herr", "Thomas"),
    ("Herr", "Mohammed"), ("Herr", "Jens"), ("Herr", "Uwe"), ("Herr", "Stefan"), ("Herr", "Andreas"), ("Herr", "Viktor"),
    ("Herr", "Karl-Heinz"), ("Frau", "Anne-Marie"),
)  # fmt: skip
FAMILY = (
    "Meier", "Schulz", "Beispiel", "Muster", "Kowaltschuk", "Al-Hamidi", "Krause", "Lehmann", "Böhme", "Zschiesche",
    "Oertel", "Weißflog", "Kühnemund", "Prüfer", "Seifarth", "Haubold", "Rößler", "Yilmaz", "Nowak", "Petrenko",
    "Große", "Händler", "Trautvetter", "Mühlberg", "Querfurth", "Vollrath", "Winkler", "Fleischhauer", "Thieme",
    "Hübner", "Kästner", "Lippold", "Naundorf", "Schöppe", "Ulbricht", "Wachsmuth", "Zeidler", "Berthold", "Dietzel",
    "Müller-Saale", "von Wethau", "Jahn",
)  # fmt: skip
FUNCTIONS = (
    "Leiterin", "Leitung", "Sachbearbeitung", "Ehrenamtskoordination", "Integrationsbeauftragte", "Beratung",
    "stv. Leitung", "Verwaltung", "Projektleitung", "Ansprechperson Migration", "Geschäftsführung", "Teamleitung",
)  # fmt: skip

ORGS = (
    # (name, slug, kind of work); {ort} is the locality, {o} its slug
    ("Stadtverwaltung {ort}", "rathaus-{o}", "rathaus"),
    ("Bürgerbüro {ort}", "buergerbuero-{o}", "rathaus"),
    ("Ortsbürgermeister {ort}", "ortschaft-{o}", "rathaus"),
    ("Grundschule {ort}", "gs-{o}", "schule"),
    ("Sekundarschule {ort}", "sek-{o}", "schule"),
    ("Kita „Spatzennest“ {ort}", "spatzennest-{o}", "kita"),
    ("Kindertagesstätte Regenbogen {ort}", "regenbogen-{o}", "kita"),
    ("Begegnungsstätte {ort}", "begegnung-{o}", "treff"),
    ("Mehrgenerationenhaus {ort}", "mgh-{o}", "treff"),
    ("Sprachcafé {ort}", "sprachcafe-{o}", "treff"),
    ("Freundeskreis Asyl {ort}", "freundeskreis-{o}", "treff"),
    ("Kleiderkammer {ort}", "kleiderkammer-{o}", "hilfe"),
    ("Tafel {ort} – Ausgabestelle", "tafel-{o}", "hilfe"),
    ("Möbelbörse {ort}", "moebel-{o}", "hilfe"),
    ("Ev. Kirchengemeinde {ort}", "kirche-{o}", "treff"),
    ("Sportverein Blau-Weiß {ort} e. V.", "blauweiss-{o}", "sport"),
    ("Heimatverein {ort} e.V.", "heimat-{o}", "sport"),
    ("Freiwillige Feuerwehr {ort}", "feuerwehr-{o}", "sport"),
    ("Jugendclub {ort}", "jugend-{o}", "jugend"),
    ("Migrationsberatung {ort}", "mbe-{o}", "beratung"),
    ("Jugendmigrationsdienst, Außenstelle {ort}", "jmd-{o}", "jugend"),
    ("Schuldnerberatung {ort}", "schulden-{o}", "schulden"),
    ("Schwangerschaftsberatung {ort}", "schwanger-{o}", "familie"),
    ("Erziehungsberatungsstelle {ort}", "erziehung-{o}", "familie"),
    ("Frauentreff {ort}", "frauentreff-{o}", "familie"),
    ("Volkshochschule, Regionalstelle {ort}", "vhs-{o}", "sprache"),
    ("Lernwerk {ort} gGmbH", "lernwerk-{o}", "sprache"),
    ("Sprachschule Saaletal – Standort {ort}", "saaletal-{o}", "sprache"),
    ("Jobcenter, Geschäftsstelle {ort}", "jobcenter-{o}", "arbeit"),
    ("Zeitarbeit Nordlicht {ort} GmbH", "nordlicht-{o}", "arbeit"),
    ("Handwerkerhof {ort}", "handwerk-{o}", "arbeit"),
    ("Wohnungsgenossenschaft {ort} eG", "wg-{o}", "wohnen"),
    ("Gemeinschaftsunterkunft {ort}", "gu-{o}", "wohnen"),
    ("Gesundheitszentrum {ort}", "gesund-{o}", "gesundheit"),
    ("Hausarztpraxis am Anger {ort}", "praxis-{o}", "gesundheit"),
    ("Suchtberatung {ort}", "sucht-{o}", "gesundheit"),
    ("Bibliothek {ort}", "bibliothek-{o}", "bildung"),
    ("Seniorenbüro {ort}", "senioren-{o}", "senioren"),
    ("Patenschaftsprojekt Hand in Hand {ort}", "hand-{o}", "treff"),
    ("Repair-Café {ort}", "repair-{o}", "hilfe"),
)  # fmt: skip

WORK = {
    # kind of work: ((services of a cell), (topic text, headings that are right)), …
    "rathaus": (
        (("Anmeldung des Wohnsitzes",), ("Anmeldung", ("arrival",))),
        (("Wohngeld", "Urkunden"), ("Wohnen / Ankommen und Aufenthalt", ("housing", "arrival"))),
    ),
    "schule": ((("Schulsozialarbeit",), ("Schule", ("education",))), (("Förderunterricht Deutsch",), ("Deutsch als Zweitsprache", ("german",)))),
    "kita": ((("Kinderbetreuung",), ("Kita", ("education",))), (("Betreuung ab 1 Jahr", "Elterncafé"), ("Kita, Schule, Studium", ("education",)))),
    "treff": (
        (("Offener Treff",), ("Begegnung", ("community",))),
        (("Sprachcafé", "Begleitung zu Behörden"), ("Begegnung und Ehrenamt", ("community",))),
        (("Patenschaften",), ("Ehrenamt", ("community",))),
    ),
    "hilfe": ((("Kleiderausgabe",), ("Kleidung", ("housing",))), (("Lebensmittelausgabe", "Möbelspenden"), ("Tafel", ("housing",)))),
    "sport": ((("Offenes Training",), ("Sport", ("community",))), (("Mitmachangebote",), ("Begegnung und Ehrenamt", ("community",)))),
    "jugend": ((("Beratung für junge Zugewanderte",), ("Jugendmigrationsdienst", ("advice",))), (("Bewerbungshilfe", "Hausaufgabenhilfe"), ("Nachhilfe", ("education",)))),
    "beratung": (
        (("Migrationsberatung für Erwachsene (MBE)",), ("Migrationsberatung", ("advice",))),
        (("Sozialberatung", "Asylverfahrensberatung", "Hilfe bei Anträgen"), ("Beratung und Recht", ("advice",))),
    ),
    "schulden": ((("Schuldner- und Insolvenzberatung",), ("Schulden", ("money",))),),
    "familie": ((("Schwangerenberatung",), ("Schwangerschaft", ("health",))), (("Erziehungsberatung", "Elternkurs"), ("Familie und Schutz", ("family",)))),
    "sprache": (
        (("Integrationskurs mit Alphabetisierung",), ("Integrationskurs", ("german",))),
        (("Berufssprachkurs B2", "Prüfungen telc"), ("Deutsch und Sprachmittlung", ("german",))),
        (("Deutschkurs A1",), ("Deutschkurse", ("german",))),
    ),
    "arbeit": ((("Arbeitsvermittlung",), ("Arbeitssuche", ("work",))), (("Praktika", "Ausbildungsplätze"), ("Ausbildung", ("work",)))),
    "wohnen": ((("Wohnungsvermittlung",), ("Wohnungssuche", ("housing",))), (("Soziale Betreuung in der Unterkunft",), ("Unterkunft", ("housing",)))),
    "gesundheit": ((("Sprechstunde Allgemeinmedizin",), ("Gesundheit", ("health",))), (("Suchtberatung",), ("Sucht", ("health",)))),
    "bildung": ((("Medienausleihe", "Internetplatz"), ("Bibliothek", ("education",))),),
    "senioren": ((("Seniorennachmittag",), ("Begegnung", ("community",))),),
}  # fmt: skip

TARGETS = (
    ("Familien, Kinder", ["families", "children"], ()),
    ("Frauen", ["women"], ()),
    ("Jugendliche", ["youth"], ()),
    ("Jugendl. u. junge Erwachsene", ["youth"], ()),
    ("UMA", ["unaccompanied_minors"], ()),
    ("Senioren", ["elderly"], ()),
    ("Ehrenamtliche", ["volunteers"], ()),
    ("Arbeitgeber; Fachkräfte", ["employers", "skilled_workers"], ()),
    ("Frauen und Kinder", ["women", "children"], ()),
    ("Familien m. Kindern", ["families"], (["families", "children"],)),
    ("Menschen mit Behinderung", ["disability"], ()),
    ("Eltern", ["families"], ()),
)
"""Text, codes, other right answers."""
EVERYONE = ("alle", "für alle", "Alle Interessierten")

LANGUAGES = (
    ("Arab., Russ., Ukr.; Englisch n. V.", ["ar", "ru", "uk", "en"], ()),
    ("Russisch, Ukrainisch", ["ru", "uk"], ()),
    ("deutsch, englisch", ["de", "en"], ()),
    ("Arabisch (Dolmetscher)", ["ar:interpreter"], (["ar"],)),
    ("Englisch/Französisch", ["en", "fr"], ()),
    ("Dari, Farsi", ["prs", "fa"], (["fa-AF", "fa"],)),
    ("Deutsch, Rumän., Bulg.", ["de", "ro", "bg"], ()),
    ("Kurdisch (Kurmandschi), Arab.", ["kmr", "ar"], (["ku", "ar"], ["ku", "kmr", "ar"])),
    ("Ukrainisch\nRussisch\nPolnisch", ["uk", "ru", "pl"], ()),
    ("Türk. u. Engl.", ["tr", "en"], ()),
    ("DE/EN/RU", ["de", "en", "ru"], ()),
    ("Vietnamesisch (ehrenamtlich)", ["vi:volunteer"], (["vi"],)),
    ("Tigrinya, Amharisch - Telefondolmetscher", ["ti:remote", "am:remote"], (["ti", "am:remote"], ["ti", "am"])),
    ("nur Deutsch", ["de"], ()),
    ("Paschtu / Persisch", ["ps", "fa"], ()),
    ("Arabisch, Englisch, weitere mit Sprachmittlern", ["ar", "en"], ()),
)  # fmt: skip

HOURS = (
    # (as written, OSM, by appointment)
    ("Mo-Do 9-12 u. 13-16 Uhr, Fr nach Vereinbarung", "Mo-Th 09:00-12:00,13:00-16:00", True),
    ("Di 9-12 und 14-18 Uhr", "Tu 09:00-12:00,14:00-18:00", False),
    ("Mo–Fr 8:00–16:00 Uhr", "Mo-Fr 08:00-16:00", False),
    ("Dienstag und Donnerstag 10.00 - 15.00 Uhr", "Tu,Th 10:00-15:00", False),
    ("Mo, Mi, Fr 9-12 Uhr", "Mo,We,Fr 09:00-12:00", False),
    ("Di 14.30 bis 17.30 Uhr u. n. V.", "Tu 14:30-17:30", True),
    ("nach Vereinbarung", "", True),
    ("n. tel. Vereinb.", "", True),
    ("Mo: 8-12, Di: 8-12 + 13-18, Do: 8-12 + 13-16", "Mo 08:00-12:00; Tu 08:00-12:00,13:00-18:00; Th 08:00-12:00,13:00-16:00", False),
    ("Mo 9-12\nDi 9-12, 13-18\nDo 13-16", "Mo 09:00-12:00; Tu 09:00-12:00,13:00-18:00; Th 13:00-16:00", False),
    ("werktags 8-13 Uhr", "Mo-Fr 08:00-13:00", False),
    ("Mo–Do 7.30–15.30, Fr bis 12 Uhr", "Mo-Th 07:30-15:30; Fr 07:30-12:00", False),
    ("mittwochs 15-18 Uhr", "We 15:00-18:00", False),
    ("jeden 1. Mittwoch im Monat 14-17 Uhr", "We[1] 14:00-17:00", False),
    ("Do 13 - 17.30 h", "Th 13:00-17:30", False),
    ("Mo bis Fr von 9 Uhr bis 14 Uhr", "Mo-Fr 09:00-14:00", False),
    ("Di+Do 9-11:30", "Tu,Th 09:00-11:30", False),
    ("Mo. - Mi. 08:00 - 15:00 Uhr; Do. 08:00 - 18:00 Uhr; Fr. geschlossen", "Mo-We 08:00-15:00; Th 08:00-18:00", False),
    ("täglich 10-18 Uhr", "Mo-Su 10:00-18:00", False),
    ("Sa 10-12 Uhr", "Sa 10:00-12:00", False),
    ("Mo/Mi 9-12 Uhr, Termine auch nach Absprache", "Mo,We 09:00-12:00", True),
    ("Öffnungszeiten: Mo-Fr 06:00-17:00", "Mo-Fr 06:00-17:00", False),
    ("Di, 16 Uhr bis 18 Uhr", "Tu 16:00-18:00", False),
    ("Mo - Fr 9.00 - 12.00 Uhr\nDi auch 13.00 - 18.00 Uhr", "Mo,We-Fr 09:00-12:00; Tu 09:00-12:00,13:00-18:00", False),
    ("Mo, Di, Do u. Fr 8–12 Uhr, Mi geschl.", "Mo,Tu,Th,Fr 08:00-12:00", False),
)  # fmt: skip

REMARKS = (
    "Eingang über den Hof", "nur in der Schulzeit", "Aufzug vorhanden", "Rückruf abwarten", "Stand 03/2026",
    "Mail wird nicht immer gelesen", "arbeitet mit dem Jobcenter zusammen", "bitte Termin per Mail", "neu seit Sommer",
    "„Café Kunterbunt“; jeden Freitag Kuchen", "Achtung: zieht 2027 um", "=Nachfolge noch offen", "+ Kinderecke",
)  # fmt: skip
CARRIERS = (
    "AWO Kreisverband Burgenlandkreis e. V.", "Diakonie Saaletal gGmbH", "Caritas Region Unstrut", "Bildungswerk Elster e. V.",
    "Stadt {gemeinde}", "Internationaler Kreis Weinland e.V.", "DRK Kreisverband Beispielland",
)  # fmt: skip
NOTHING = ("-", "k.A.", "k. A.", "entfällt", "s.o.", "–", "---")
