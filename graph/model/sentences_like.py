"""Why two are taken for the same actor, and what speaks against it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "like.name_same": ("gleicher Name", "same name"),
    "like.name_alike": ("ähnlicher Name", "similar name"),
    "like.phone_same": ("gleiche Telefonnummer", "same telephone number"),
    "like.mail_same": ("gleiche E-Mail-Adresse", "same email address"),
    "like.address_same": ("gleiche Anschrift", "same address"),
    "like.person_same": ("gleiche Ansprechperson", "same contact person"),
    "like.host_same": ("gleiche Internet-Domain", "same internet domain"),
    "like.town_same": ("gleicher Ort", "same town"),
    "like.town_other": ("aber: anderer Ort", "but: another town"),
    "like.address_other": ("aber: andere Anschrift", "but: another address"),
    "like.mail_other": ("aber: anderes Postfach", "but: another mailbox"),
    "like.key_same": ("gleiche Kennung in der Liste", "same key in the list"),
}
"""Said beside each other, so they begin in lower case."""
