"""Closed lists of the vocabulary: list → code → (German, English). Codes are stored, labels are shown."""

from __future__ import annotations

Codes = dict[str, tuple[str, str]]

HEADINGS: Codes = {
    "arrival": ("Ankommen und Aufenthalt", "Arrival and residence"),
    "money": ("Geld und Leistungen", "Money and benefits"),
    "housing": ("Wohnen", "Housing"),
    "german": ("Deutsch und Sprachmittlung", "German and interpreting"),
    "work": ("Arbeit und Ausbildung", "Work and training"),
    "education": ("Kita, Schule, Studium", "Childcare, school, university"),
    "health": ("Gesundheit", "Health"),
    "advice": ("Beratung und Recht", "Advice and law"),
    "family": ("Familie und Schutz", "Family and protection"),
    "community": ("Begegnung und Ehrenamt", "Meeting people and volunteering"),
}

SECTORS: Codes = {
    "administration": ("Verwaltung", "Administration"),
    "civil_society": ("Zivilgesellschaft", "Civil society"),
    "business": ("Wirtschaft", "Business"),
}

STATUSES: Codes = {
    "asylum_procedure": ("Asylverfahren", "Asylum procedure"),
    "toleration": ("Duldung", "Toleration (Duldung)"),
    "protection": ("Schutzstatus", "Protection status"),
    "temporary_protection": ("vorübergehender Schutz (§ 24)", "Temporary protection (§ 24)"),
    "family_reunification": ("Familiennachzug", "Family reunification"),
    "work_study": ("Arbeit, Ausbildung, Studium", "Work, training, studies"),
    "eu": ("EU-Freizügigkeit", "EU freedom of movement"),
    "resettler": ("Spätaussiedler:innen", "Ethnic German resettlers"),
    "undocumented": ("ohne Papiere", "Undocumented"),
}

TARGET_GROUPS: Codes = {
    "families": ("Familien", "Families"),
    "children": ("Kinder", "Children"),
    "youth": ("Jugendliche", "Young people"),
    "unaccompanied_minors": ("unbegleitete Minderjährige", "Unaccompanied minors"),
    "women": ("Frauen", "Women"),
    "elderly": ("Ältere", "Older people"),
    "disability": ("Menschen mit Behinderung", "People with disabilities"),
    "lgbtiq": ("LSBTIQ", "LGBTIQ"),
    "traumatised": ("Traumatisierte", "People with trauma"),
    "volunteers": ("Ehrenamtliche", "Volunteers"),
    "employers": ("Arbeitgeber", "Employers"),
    "skilled_workers": ("Fachkräfte", "Skilled workers"),
}

AUDIENCES: Codes = {
    "public": ("öffentlich", "Public"),
    "network": ("nur für das Netzwerk", "Network only"),
    "coordination": ("nur für die Koordination", "Coordination only"),
    "callback": ("Rückruf über die Organisation", "Call back through the organisation"),
}

LEVELS: Codes = {
    "country": ("Staat", "Country"),
    "land": ("Land", "Land"),
    "county": ("Landkreis oder kreisfreie Stadt", "County or city"),
    "association": ("Verbandsgemeinde", "Association of municipalities"),
    "municipality": ("Gemeinde", "Municipality"),
    "district": ("Ortsteil", "District"),
}

LANGUAGE_MODES: Codes = {
    "staff": ("Personal spricht die Sprache", "Spoken by staff"),
    "interpreter": ("Dolmetschen vor Ort", "Interpreter on site"),
    "remote": ("Dolmetschen per Telefon oder Video", "Interpreting by telephone or video"),
    "volunteer": ("ehrenamtliche Sprachmittlung", "Volunteer interpreting"),
}

CHANNELS: Codes = {
    "on_site": ("vor Ort", "On site"),
    "phone": ("telefonisch", "By telephone"),
    "video": ("per Video", "By video"),
    "mail": ("schriftlich", "In writing"),
    "online": ("online", "Online"),
    "outreach": ("aufsuchend", "Outreach"),
}

CAPACITY_UNITS: Codes = {
    "persons": ("Personen", "people"),
    "places": ("Plätze", "places"),
    "appointments_week": ("Termine je Woche", "appointments per week"),
    "hours_week": ("Stunden je Woche", "hours per week"),
    "minutes_case": ("Minuten je Fall", "minutes per case"),
}

DUTIES: Codes = {
    "mandatory": ("Pflichtaufgabe", "Mandatory"),
    "voluntary": ("freiwillige Aufgabe", "Voluntary"),
}

BASES: Codes = {
    "consent": ("Einwilligung", "Consent"),
    "public_function": ("öffentliche Funktion", "Public function"),
    "published": ("von der Stelle selbst veröffentlicht", "Published by the organisation itself"),
    "contract": ("Vertrag oder Vereinbarung", "Contract or agreement"),
}

REFERRAL_KINDS: Codes = {
    "informs": ("nennt die Stelle", "Names the organisation"),
    "refers": ("vermittelt", "Refers"),
    "accompanies": ("begleitet", "Accompanies"),
    "hands_over": ("übergibt mit Unterlagen", "Hands over with documents"),
}

FORMALITIES: Codes = {
    "informal": ("informell", "Informal"),
    "agreed": ("abgesprochen", "Agreed orally"),
    "contract": ("vereinbart", "By agreement"),
}

INDICATORS: Codes = {
    "need": ("Fälle, in denen jemand zu einem Thema Hilfe braucht", "Cases in which somebody needs help with a topic"),
    "reached": ("erreichte Fälle", "Cases in which somebody is reached"),
    "reached_topic": ("erreichte Menschen beim Thema des Vorhabens", "People reached for the topic of the project"),
    "cells_offered": ("Felder aus Thema und Gebiet mit Angebot", "Fields of topic and area with a service"),
    "cells_unknown": ("Felder, über die nichts bekannt ist", "Fields of which nothing is known"),
    "topics_unreached": ("Fälle, in denen von einer Anlaufstelle kein Weg zu einem Thema führt", "Cases without a way from an entry point to a topic"),
    "steps": ("Vermittlungen bis zum Angebot, im Mittel", "Referrals to a service, on average"),
    "handovers": ("Vermittlungen für ein ganzes Leistungspaket, im Mittel", "Referrals for a whole bundle of services, on average"),
    "steps_broken": ("Schritte von Wegen, die nicht erreichbar sind", "Steps of journeys that can’t be reached"),
    "hanging": ("Themen, die an einer einzigen Stelle hängen", "Topics that a single organisation offers"),
    "confirmed": ("Vermittlungen, die beide Seiten bestätigen", "Referrals that both sides confirm"),
    "fresh": ("Einträge, im letzten Jahr bestätigt", "Entries confirmed within a year"),
}  # fmt: skip

CODE_LISTS: dict[str, Codes] = {
    "headings": HEADINGS,
    "sectors": SECTORS,
    "statuses": STATUSES,
    "target_groups": TARGET_GROUPS,
    "audiences": AUDIENCES,
    "levels": LEVELS,
    "language_modes": LANGUAGE_MODES,
    "channels": CHANNELS,
    "capacity_units": CAPACITY_UNITS,
    "duties": DUTIES,
    "indicators": INDICATORS,
    "bases": BASES,
    "referral_kinds": REFERRAL_KINDS,
    "formalities": FORMALITIES,
}
