"""The kinds of entries as data. To add a field, add a line here; forms, engines, import and export follow."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Kind
from graph.model.fields import Audience, Field, KindSpec, Type
from graph.model.fields import Type as T

_COORDINATION = Audience.COORDINATION


def _f(name: str, type: Type, de: str, en: str, headings: str = "", **more: Any) -> Field:
    words = tuple(h.strip() for h in headings.split(",") if h.strip())
    return Field(name=name, type=type, label=(de, en), headings=words, **more)


def _reach(group: str = "contact") -> tuple[Field, ...]:
    """How an actor or a service is reached."""
    return (
        _f(
            "phones",
            T.PHONES,
            "Telefon",
            "Telephone",
            "telefon, tel, tel., telefonnummer, rufnummer, fon, phone, telephone, telefon/fax, festnetz, durchwahl",
            group=group,
        ),
        _f(
            "mails",
            T.MAILS,
            "E-Mail",
            "Email",
            "e-mail, email, mail, e-mail-adresse, mailadresse, emailadresse, e mail",
            group=group,
        ),
        _f(
            "websites",
            T.WEBSITES,
            "Internet",
            "Website",
            "internet, website, webseite, homepage, web, url, link, www, internetseite",
            group=group,
        ),
        _f(
            "phone_hours",
            T.HOURS,
            "Telefonzeiten",
            "Telephone hours",
            "telefonzeiten, telefonische sprechzeiten, telefonisch erreichbar, telephone hours, erreichbarkeit",
            group="hours",
        ),
        _f(
            "phone_hours_text",
            T.PROSE,
            "Telefonzeiten im Wortlaut",
            "Telephone hours as published",
            group="hours",
            edited=False,
        ),
        _f(
            "hours",
            T.HOURS,
            "Öffnungszeiten",
            "Opening hours",
            "öffnungszeiten, oeffnungszeiten, sprechzeiten, sprechstunden, sprechstunde, zeiten, opening hours, hours, geöffnet",
            group="hours",
        ),
        _f(
            "hours_text",
            T.PROSE,
            "Öffnungszeiten im Wortlaut",
            "Opening hours as published",
            group="hours",
            edited=False,
        ),
        _f(
            "by_appointment",
            T.FLAG,
            "Termin nötig oder möglich",
            "By appointment",
            "termin, nach vereinbarung, terminvereinbarung, appointment",
            group="hours",
        ),
        _f(
            "languages",
            T.LANGUAGES,
            "Sprachen",
            "Languages",
            "sprachen, sprache, languages, fremdsprachen, beratungssprachen, language",
            group="main",
        ),
    )


def _common(personal: bool = False) -> tuple[Field, ...]:
    """What every kind carries."""
    return (
        _f("audience", T.CODE, "Sichtbarkeit", "Visibility", "sichtbarkeit, sichtbar für, visible to", codes="audiences", group="care"),
        _f("note", T.PROSE, "Interner Vermerk", "Internal note", "bemerkung, bemerkungen, anmerkung, anmerkungen, notiz, notizen, hinweis, hinweise, kommentar, note, notes, remarks", audience=_COORDINATION, personal=personal, group="care",
           help=("Nur für die Koordination. Bitte nichts über Menschen, die Hilfe suchen.", "Coordination only. Please write nothing about people who seek help.")),
        _f("extra", T.EXTRA, "Weitere Angaben aus Listen", "More from imported lists", audience=_COORDINATION, personal=personal, group="care", edited=False),
        _f("origin", T.ORIGIN, "Herkunft", "Origin", audience=_COORDINATION, group="care", edited=False),
    )  # fmt: skip


_CONFIRMED = _f(
    "confirmed_on",
    T.DAY,
    "Von der Stelle bestätigt am",
    "Confirmed by the organisation on",
    "bestätigt am, stand, aktualisiert am, letzte aktualisierung, updated, confirmed",
    group="care",
)
_ABOUT = _f(
    "about",
    T.PROSE,
    "Beschreibung",
    "Description",
    "beschreibung, beschreibung des angebots, kurzbeschreibung, inhalt, description, aufgaben, schwerpunkte",
    help=(
        "Was hier geschieht, in zwei, drei Sätzen. Bitte nichts über einzelne Menschen, die Hilfe suchen.",
        "What happens here, in two or three sentences. Please write nothing about individual people who seek help.",
    ),
)


def _areas(de: str, en: str, headings: str, link: str) -> Field:
    return _f("areas", T.REFS, de, en, headings, refs=("area",), link=link)


_ALL = (
    KindSpec(
        name=Kind("actor"), label=("Akteur", "Actor"), plural=("Akteure", "Actors"),
        help=("Wer hilft: ein Amt, ein Verein, ein Betrieb – oder eine Abteilung davon.", "Who helps: an office, a club, a company – or a unit of one."),
        fields=(
            _f("name", T.TEXT, "Name", "Name", "einrichtung, organisation, name, institution, stelle, akteur, träger, verein, initiative, name der einrichtung, behörde, firma, organization, organisation name, anbieter, name der organisation, dienststelle", required=True),
            _f("short_name", T.TEXT, "Kurzname", "Short name", "kurzname, abkürzung, kürzel, short name"),
            _f("sector", T.CODE, "Sektor", "Sector", "sektor, sector, art der organisation", codes="sectors"),
            _f("parent", T.REF, "Gehört zu", "Part of", "gehört zu, übergeordnete stelle, dachorganisation, part of", refs=("actor",), link="PART_OF"),
            _ABOUT,
            _f("entry_point", T.FLAG, "Anlaufstelle", "Entry point", "anlaufstelle, entry point", help=("Eine der ersten Stellen für Menschen, die neu ankommen.", "One of the first organisations for people who have just arrived.")),
            *_reach(),
            _f("places", T.REFS, "Orte", "Places", refs=("place",), link="AT", group="contact"),
            _areas("Sitz im Gebiet", "Located in", "gemeinde, stadt/gemeinde, landkreis, kommune, gebiet, municipality", "IN"),
            _CONFIRMED, *_common(),
        ),
    ),
    KindSpec(
        name=Kind("service"), label=("Angebot", "Service"), plural=("Angebote", "Services"),
        help=("Was ein Akteur für wen tut.", "What an actor does for whom."),
        fields=(
            _f("name", T.TEXT, "Angebot", "Service", "angebot, angebote, leistung, leistungen, service, services, dienstleistung, projekt, angebotsname, seite, kurs", required=True),
            _f("provider", T.REF, "Anbieter", "Provider", refs=("actor",), link="OFFERS", inward=True, required=True),
            _ABOUT,
            _f("topics", T.REFS, "Themen", "Topics", "thema, themen, bereich, rubrik, kategorie, kategorien, handlungsfeld, themenfeld, topic, topics, category, schlagwort, schlagworte", refs=("topic",), link="ABOUT"),
            _f("target_groups", T.CODES, "Zielgruppen", "Target groups", "zielgruppe, zielgruppen, target group, für wen", codes="target_groups", help=("Keine genannt heißt: für alle.", "None named means: for everyone.")),
            _f("statuses", T.CODES, "Aufenthaltsstatus", "Residence status", "aufenthaltsstatus, status, aufenthalt, residence status", codes="statuses", help=("Keiner genannt heißt: jeder Status.", "None named means: every status.")),
            _areas("Zuständig für", "Area served", "einzugsgebiet, zuständig für, wirkungskreis, area served, versorgungsgebiet", "SERVES"),
            *_reach(),
            _f("channels", T.CODES, "Kontaktweg", "How to get in touch", "kanal, form, channel", codes="channels"),
            _f("places", T.REFS, "Orte", "Places", refs=("place",), link="AT", group="contact"),
            _f("documents", T.PROSE, "Mitzubringen", "Documents to bring", "unterlagen, mitzubringen, dokumente, documents"),
            _f("cost", T.TEXT, "Kosten", "Cost", "kosten, gebühr, gebühren, preis, cost, fees"),
            _f("capacity", T.COUNT, "Kapazität", "Capacity", "kapazität, plätze, capacity", group="capacity"),
            _f("capacity_unit", T.CODE, "Einheit der Kapazität", "Unit of capacity", codes="capacity_units", group="capacity"),
            _f("capacity_on", T.DAY, "Stand der Kapazität", "Capacity as of", group="capacity"),
            _f("capacity_source", T.TEXT, "Quelle der Kapazität", "Source of capacity", group="capacity"),
            _f("occupied", T.COUNT, "Davon belegt", "Of these occupied", "belegt, belegung, occupied", audience=Audience.NETWORK, group="capacity"),
            _f("legal_basis", T.TEXT, "Rechtsgrundlage", "Legal basis", "rechtsgrundlage, gesetz, legal basis", group="law"),
            _f("legal_from", T.DAY, "Rechtsgrundlage gilt ab", "Legal basis valid from", group="law"),
            _f("legal_to", T.DAY, "Rechtsgrundlage gilt bis", "Legal basis valid until", group="law"),
            _f("duty", T.CODE, "Pflichtaufgabe oder freiwillig", "Mandatory or voluntary", codes="duties", group="law"),
            _f("funder", T.TEXT, "Gefördert durch", "Funded by", "förderung, gefördert durch, fördermittelgeber, finanzierung, funder", group="law"),
            _f("funded_until", T.DAY, "Förderung endet", "Funding ends", "förderende, laufzeit, förderung bis, laufzeit bis", group="law"),
            _CONFIRMED, *_common(),
        ),
    ),
    KindSpec(
        name=Kind("contact"), label=("Kontakt", "Contact"), plural=("Kontakte", "Contacts"), titled_by=("function", "person"),
        help=("Eine Funktion, wenn nötig mit Namen. Namen nur mit Rechtsgrundlage und Quelle.", "A function, with a name where needed. Names only with legal basis and source."),
        fields=(
            _f("function", T.TEXT, "Funktion", "Function", "funktion, position, zuständigkeit, rolle, aufgabe, function", required=True),
            _f("actor", T.REF, "Akteur", "Actor", refs=("actor",), link="WORKS_FOR", required=True),
            _f("services", T.REFS, "Für Angebote", "For services", refs=("service",), link="ANSWERS_FOR"),
            _f("person", T.TEXT, "Name der Person", "Name of the person", "ansprechpartner, ansprechpartnerin, ansprechperson, ansprechpartner/in, kontaktperson, name ansprechpartner, kontakt, leitung, person, contact, contact person, ansprechpartner:in", personal=True),
            _f("basis", T.CODE, "Rechtsgrundlage", "Legal basis", codes="bases"),
            _f("source", T.TEXT, "Quelle", "Source", personal=True),
            _f("review_by", T.DAY, "Zu prüfen bis", "Review by"),
            _f("phones", T.PHONES, "Telefon", "Telephone", "durchwahl ansprechpartner, telefon ansprechpartner", personal=True, group="contact"),
            _f("mobiles", T.PHONES, "Mobil", "Mobile", "mobil, handy, mobiltelefon, mobilnummer, mobile, handynummer", personal=True, group="contact"),
            _f("mails", T.MAILS, "E-Mail", "Email", "e-mail ansprechpartner, mail ansprechpartner", personal=True, group="contact"),
            _f("phone_hours", T.HOURS, "Telefonzeiten", "Telephone hours", group="hours"),
            _f("phone_hours_text", T.PROSE, "Telefonzeiten im Wortlaut", "Telephone hours as published", group="hours", edited=False),
            _f("hours", T.HOURS, "Sprechzeiten", "Office hours", group="hours"),
            _f("hours_text", T.PROSE, "Sprechzeiten im Wortlaut", "Office hours as published", group="hours", edited=False),
            _f("languages", T.LANGUAGES, "Sprachen", "Languages"),
            _f("letters", T.TEXT, "Buchstaben des Nachnamens", "Letters of the surname", "buchstaben, nachname von bis, buchstabe", help=("Zum Beispiel „A–K“, „L–Z außer Sch“ oder „Sa–Sl“. Leer heißt: alle.", "For example “A–K”, “L–Z except Sch” or “Sa–Sl”. Empty means: all.")),
            _areas("Zuständig für Gebiete", "Responsible for areas", "", "RESPONSIBLE_IN"),
            _f("statuses", T.CODES, "Zuständig für Status", "Responsible for statuses", codes="statuses"),
            _f("topics", T.REFS, "Zuständig für Themen", "Responsible for topics", refs=("topic",), link="RESPONSIBLE_FOR"),
            _f("deputy", T.REF, "Vertretung", "Deputy", refs=("contact",), link="DEPUTY"),
            _f("absent_until", T.DAY, "Abwesend bis", "Absent until"),
            _CONFIRMED, *_common(personal=True),
        ),
    ),
    KindSpec(
        name=Kind("place"), label=("Ort", "Place"), plural=("Orte", "Places"), titled_by=("name", "street", "house_number", "postcode", "locality"),
        fields=(
            _f("name", T.TEXT, "Gebäude oder Bezeichnung", "Building or name", "gebäude, haus, ort der veranstaltung, building, treffpunkt", exact=True),
            _f("street", T.TEXT, "Straße", "Street", "straße, strasse, str., street", exact=True),
            _f("house_number", T.TEXT, "Hausnummer", "House number", "hausnummer, hausnr, hausnr., hnr, nr, nr., house number", exact=True),
            _f("postcode", T.TEXT, "Postleitzahl", "Postcode", "plz, postleitzahl, postcode, zip"),
            _f("locality", T.TEXT, "Ort", "Locality", "ort, stadt, wohnort, city, town, locality, standort"),
            _f("area", T.REF, "Gebiet", "Area", refs=("area",), link="IN"),
            _f("latitude", T.NUMBER, "Breitengrad", "Latitude", "lat, latitude, breite, breitengrad, geo_lat, y", exact=True),
            _f("longitude", T.NUMBER, "Längengrad", "Longitude", "lon, lng, long, longitude, länge, längengrad, geo_lon, x", exact=True),
            _f("directions", T.TEXT, "Wegbeschreibung", "Directions", "wegbeschreibung, anfahrt, etage, raum, zimmer, directions", exact=True),
            _f("protected", T.FLAG, "Geschützter Ort", "Protected place", "geschützt, schutzadresse", help=("Frauenhäuser und Unterkünfte: Die genaue Lage sieht nur die Koordination.", "Shelters and accommodation: only coordination sees the exact location.")),
            _f("step_free", T.FLAG, "Stufenlos erreichbar", "Step-free access", "barrierefrei, rollstuhlgerecht, wheelchair, step-free"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("area"), label=("Gebiet", "Area"), plural=("Gebiete", "Areas"),
        fields=(
            _f("name", T.TEXT, "Name", "Name", "gemeindename, gebietsname", required=True),
            _f("level", T.CODE, "Ebene", "Level", codes="levels"),
            _f("ars", T.TEXT, "Regionalschlüssel (ARS)", "Regional key (ARS)", "ars, regionalschlüssel, rs"),
            _f("ags", T.TEXT, "Gemeindeschlüssel (AGS)", "Municipality key (AGS)", "ags, gemeindeschlüssel, gemeindekennziffer"),
            _f("parent", T.REF, "Liegt in", "Lies in", refs=("area",), link="PART_OF"),
            _f("localities", T.TEXTS, "Postleitzahlen und Orte", "Postcodes and localities"),
            _f("population", T.COUNT, "Einwohnerzahl", "Population", "einwohner, pop, population"),
            _f("attribution", T.TEXT, "Quellenvermerk", "Attribution"),
            _f("outline", T.OUTLINE, "Umriss", "Outline", edited=False),
            _f("outline_simple", T.OUTLINE, "Vereinfachter Umriss", "Simplified outline", edited=False),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("topic"), label=("Thema", "Topic"), plural=("Themen", "Topics"),
        fields=(
            _f("name", T.TEXT, "Name", "Name (German)", required=True),
            _f("name_en", T.TEXT, "Englischer Name", "Name (English)"),
            _f("heading", T.CODE, "Überschrift", "Heading", codes="headings", required=True),
            _f("parent", T.REF, "Unter Thema", "Beneath topic", refs=("topic",), link="BENEATH"),
            _f("synonyms", T.TEXTS, "Andere Wörter dafür", "Other words for it", help=("Ein Wort je Zeile: Umgangssprache, Abkürzungen, Wörter aus Gesetzen.", "One per line: everyday words, abbreviations, legal terms.")),
            _f("any_language", T.FLAG, "Ohne gemeinsame Sprache", "No common language needed", help=("Für Deutschkurse und anderes, wo niemand die Sprache der Teilnehmenden sprechen muss: Auswertungen fragen hier nicht nach Sprachen. Gilt auch für die Themen darunter.", "For German courses and the like, where nobody needs to speak the participants’ language: analyses don’t ask for languages here. Holds for the topics beneath, too.")),
            _f("code", T.TEXT, "Kennung", "Code", edited=False),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("referral"), label=("Vermittlung", "Referral"), plural=("Vermittlungen", "Referrals"), link=True, titled_by=(),
        help=("Wer Menschen an wen vermittelt.", "Who refers people to whom."),
        fields=(
            _f("sender", T.REF, "Vermittelt von", "Referred by", refs=("actor",), link="REFERS_TO", required=True),
            _f("receiver", T.REF, "Vermittelt an", "Referred to", refs=("actor", "service"), link="REFERS_TO", required=True),
            _f("kind", T.CODE, "Art", "Kind", codes="referral_kinds"),
            _f("formality", T.CODE, "Verbindlichkeit", "Formality", codes="formalities"),
            _f("statuses", T.CODES, "Für Aufenthaltsstatus", "For residence status", codes="statuses"),
            _f("sender_confirmed_until", T.DAY, "Von der abgebenden Stelle bestätigt bis", "Confirmed by the sender until"),
            _f("receiver_confirmed_until", T.DAY, "Von der annehmenden Stelle bestätigt bis", "Confirmed by the receiver until"),
            _f("counts", T.TEXTS, "Zahl je Quartal", "Count per quarter", help=("Je Zeile: 2026-Q1: 12", "One line each: 2026-Q1: 12")),
            _f("waiting_weeks", T.NUMBER, "Wartezeit in Wochen, eigene Angabe", "Waiting time in weeks, own statement"),
            _f("waiting_on", T.DAY, "Wartezeit angegeben am", "Waiting time stated on"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("agreement"), label=("Vereinbarung", "Agreement"), plural=("Vereinbarungen", "Agreements"),
        fields=(
            _f("name", T.TEXT, "Titel", "Title", required=True),
            _f("parties", T.REFS, "Beteiligte", "Parties", refs=("actor",), link="PARTY_TO", inward=True),
            _ABOUT,
            _f("signed_on", T.DAY, "Geschlossen am", "Signed on"),
            _f("ends_on", T.DAY, "Endet am", "Ends on"),
            _f("anchored_in", T.TEXT, "Verankert in (Beschluss)", "Anchored in (decision)"),
            _f("binding", T.FLAG, "Verbindlich", "Binding"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("group"), label=("Arbeitsgruppe", "Group"), plural=("Arbeitsgruppen", "Groups"),
        fields=(
            _f("name", T.TEXT, "Name", "Name", "arbeitsgruppe, ag, netzwerk, arbeitskreis", required=True),
            _ABOUT,
            _f("members", T.REFS, "Mitglieder", "Members", refs=("actor",), link="MEMBER_OF", inward=True),
            _f("chair", T.REF, "Federführung", "Chair", refs=("actor",), link="CHAIRS", inward=True),
            _areas("Gebiete", "Areas", "", "IN"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("event"), label=("Termin", "Event"), plural=("Termine", "Events"),
        fields=(
            _f("name", T.TEXT, "Titel", "Title", "veranstaltung, termin, titel", required=True),
            _f("starts", T.MOMENT, "Beginn", "Starts", "beginn, datum, starts", required=True),
            _f("ends", T.MOMENT, "Ende", "Ends"),
            _ABOUT,
            _f("place", T.REF, "Ort", "Place", refs=("place",), link="AT"),
            _f("group", T.REF, "Arbeitsgruppe", "Group", refs=("group",), link="OF"),
            _f("actors", T.REFS, "Veranstaltet von", "Hosted by", refs=("actor",), link="HOSTED_BY"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("journey"), label=("Weg", "Journey"), plural=("Wege", "Journeys"),
        help=("Die Angebote, die eine Lage braucht, in ihrer Reihenfolge.", "The services a situation needs, in their order."),
        fields=(
            _f("name", T.TEXT, "Name", "Name", required=True),
            _ABOUT,
            _f("start", T.REF, "Beginnt bei", "Starts at", refs=("actor",), link="STARTS_AT"),
            _f("statuses", T.CODES, "Aufenthaltsstatus", "Residence status", codes="statuses"),
            _f("target_groups", T.CODES, "Zielgruppen", "Target groups", codes="target_groups"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("step"), label=("Schritt", "Step"), plural=("Schritte", "Steps"),
        fields=(
            _f("name", T.TEXT, "Was geschieht", "What happens", required=True),
            _f("journey", T.REF, "Weg", "Journey", refs=("journey",), link="STEP_OF", required=True),
            _f("position", T.COUNT, "Reihenfolge", "Position", required=True),
            _f("topic", T.REF, "Thema", "Topic", refs=("topic",), link="NEEDS"),
            _f("services", T.REFS, "Angebote", "Services", refs=("service",), link="USES"),
            _f("legal_basis", T.TEXT, "Rechtsgrundlage", "Legal basis"),
            _f("checked_on", T.DAY, "Rechtsstand geprüft am", "Law checked on"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("demand"), label=("Zielgruppe vor Ort", "Demand"), plural=("Zielgruppen vor Ort", "Demand"), titled_by=(),
        help=("Wie viele Menschen einer Zielgruppe hier leben. Kein Anspruch, keine Fallzahl.", "How many people of a target group live here. No entitlement, no caseload."),
        fields=(
            _f("area", T.REF, "Gebiet", "Area", refs=("area",), link="IN", required=True),
            _f("target_group", T.CODE, "Zielgruppe", "Target group", codes="target_groups"),
            _f("language", T.TEXT, "Sprache (Kürzel)", "Language (code)"),
            _f("status", T.CODE, "Aufenthaltsstatus", "Residence status", codes="statuses"),
            _f("persons", T.COUNT, "Personen", "People", "personen, anzahl, persons", required=True, audience=Audience.COORDINATION),
            _f("counted_on", T.DAY, "Stand", "As of"),
            _f("source", T.TEXT, "Quelle", "Source"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("share"), label=("Bedarfsanteil", "Share of need"), plural=("Bedarfsanteile", "Shares of need"), titled_by=(),
        help=("Welcher Anteil einer Zielgruppe Hilfe zu einem Thema braucht: eine Annahme, die alle sehen können.", "What share of a target group needs help with a topic: an assumption everyone can see."),
        fields=(
            _f("topic", T.REF, "Thema", "Topic", refs=("topic",), link="ABOUT", required=True),
            _f("status", T.CODE, "Aufenthaltsstatus", "Residence status", codes="statuses"),
            _f("target_group", T.CODE, "Zielgruppe", "Target group", codes="target_groups"),
            _f("percent", T.NUMBER, "Anteil in Prozent", "Share in per cent", required=True),
            _f("source", T.TEXT, "Quelle", "Source"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("absence"), label=("Fehlanzeige", "Confirmed none"), plural=("Fehlanzeigen", "Confirmed none"), titled_by=(),
        help=("Das gibt es hier nachweislich nicht. Unbekannt ist etwas anderes.", "Confirmed not to exist here. Unknown is something else."),
        fields=(
            _f("topic", T.REF, "Thema", "Topic", refs=("topic",), link="ABOUT", required=True),
            _f("area", T.REF, "Gebiet", "Area", refs=("area",), link="IN", required=True),
            _f("language", T.TEXT, "Sprache (Kürzel)", "Language (code)"),
            _f("stated_by", T.TEXT, "Festgestellt von", "Stated by", audience=Audience.NETWORK),
            _f("stated_on", T.DAY, "Festgestellt am", "Stated on"),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("measure"), label=("Vorhaben", "Project of change"), plural=("Vorhaben", "Projects of change"),
        help=("Was eine Lücke schließen soll.", "What is meant to close a gap."),
        fields=(
            _f("name", T.TEXT, "Titel", "Title", required=True),
            _ABOUT,
            _f("owner", T.REF, "Verantwortlich", "Owner", refs=("actor",), link="OWNED_BY"),
            _f("topic", T.REF, "Thema", "Topic", refs=("topic",), link="ABOUT"),
            _areas("Gebiete", "Areas", "", "IN"),
            _f("due_on", T.DAY, "Fertig bis", "Due on"),
            _f("yearly_cost", T.NUMBER, "Kosten im Jahr (Euro)", "Yearly cost (euro)"),
            _f("own_share", T.NUMBER, "Eigenanteil (Euro)", "Own share (euro)"),
            _f("funder", T.TEXT, "Gefördert durch", "Funded by"),
            _f("duty", T.CODE, "Pflichtaufgabe oder freiwillig", "Mandatory or voluntary", codes="duties"),
            _f("effect_indicator", T.CODE, "Soll sich zeigen an", "Meant to show in", codes="indicators"),
            _f("effect_before", T.NUMBER, "Wert vorher", "Value before", audience=_COORDINATION),
            _f("effect_on", T.DAY, "Stand des Werts vorher", "Value before as of"),
            _f("effect_after", T.NUMBER, "Erwarteter Wert", "Expected value", audience=_COORDINATION),
            _f("plan", T.TEXT, "Aus dem Plan (Kennung)", "From the plan (id)", audience=_COORDINATION),
            *_common(),
        ),
    ),
    KindSpec(
        name=Kind("source"), label=("Quelle", "Source"), plural=("Quellen", "Sources"),
        help=("Eine Liste oder ein Datensatz, aus dem Einträge stammen, mit Lizenz.", "A list or data set that entries come from, with its licence."),
        fields=(
            _f("name", T.TEXT, "Name", "Name", required=True),
            _f("licence", T.TEXT, "Lizenz", "Licence"),
            _f("attribution", T.TEXT, "Quellenvermerk", "Attribution"),
            _f("websites", T.WEBSITES, "Fundstelle", "Web address"),
            _f("received_on", T.DAY, "Erhalten am", "Received on"),
            *_common(),
        ),
    ),
)  # fmt: skip

KINDS: dict[Kind, KindSpec] = {k.name: k for k in _ALL}
