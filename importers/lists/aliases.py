"""Words that lists use for coded fields beyond the vocabulary's own labels."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model.clean import one_line
from graph.model.fields import Type
from importers.lists.mapping import field_of

EVERYONE = re.compile(
    r"(?:(?:offen\s)?für\s)?(?:alle|jede[rn]?|jedermann|allgemein\w*|die allgemeinheit)"
    r"(?:\s(?:menschen|personen|interessierten?|interessierte|gruppen|altersgruppen|zielgruppen|bürger\w*))?"
    r"|(?:alle\s)?interessierten?|keine einschränkung(?:en)?|offen|everyone|all",
    re.I,
)
"""Target groups and statuses: none named means everyone."""

_LISTED = re.compile(r"[,;/\n+&•]|\s(?:und|u\.|sowie|oder|bzw\.|and|or)\s")
_BEFORE = re.compile(r"^(?:nur\s)?(?:für|speziell|besonders|v\.\s?a\.|vor allem|insb(?:\.|esondere))\s+", re.I)
_ALIASES = {
    "families": "eltern, alleinerziehende, familien mit kindern, mütter und väter, junge familien, parents",
    "children": "kind, kleinkinder, schulkinder, kinder bis 12, vorschulkinder, kids",
    "youth": "jugend, junge menschen, junge erwachsene, heranwachsende, teenager, jugendliche und junge erwachsene, "
    "junge zugewanderte, youth, teenagers",
    "unaccompanied_minors": "uma, umf, umas, unbegleitete minderjährige ausländer, "
    "unbegleitete minderjährige flüchtlinge, "
    "unbegleitete minderjährige geflüchtete, minderjährige unbegleitete",
    "women": "frau, mütter, schwangere, mädchen und frauen, frauen und mädchen, women only",
    "elderly": "senioren, seniorinnen, senior:innen, senioren und seniorinnen, "
    "seniorinnen und senioren, ältere menschen, "
    "rentner, alte menschen, seniors, 60+, 65+",
    "disability": "menschen mit behinderungen, behinderte, behinderte menschen, menschen mit handicap, "
    "beeinträchtigte, "
    "menschen mit beeinträchtigung, menschen mit beeinträchtigungen, inklusion",
    "lgbtiq": "lsbtiq*, lsbti, lsbtq, lgbt, lgbtq, lgbtqi, queer, queere menschen, queere geflüchtete",
    "traumatised": "traumatisierte menschen, traumatisierte geflüchtete, opfer von gewalt, folteropfer, gewaltopfer",
    "volunteers": "ehrenamt, ehrenamtler, ehrenamtlich engagierte, freiwillige, helfer, helfende, "
    "paten, engagierte, helferkreise",
    "employers": "unternehmen, betriebe, firmen, arbeitgeber:innen, arbeitgeberinnen, arbeitgeber*innen, "
    "wirtschaft, companies",
    "skilled_workers": "fachkraft, fach- und arbeitskräfte, arbeitskräfte, ausländische fachkräfte, qualified workers",
}  # fmt: skip
_CODES = {word.strip(): code for code, words in _ALIASES.items() for word in words.split(",")}


def coded(target: str, text: str) -> str:
    """Codes from the labels people write: "Verwaltung", "Families, Women", "UMA"; words nobody knows stay as they are.

    >>> coded("service.target_groups", "Frauen und Kinder")
    'women\\nchildren'
    """
    words = _labels(target)
    whole = _code(text, words)
    if field_of(target).type is Type.CODE or whole in words.values():
        return whole
    if EVERYONE.fullmatch(one_line(text)):
        return ""
    parts = [_code(part, words) for part in _LISTED.split(text) if part.strip()]
    return "\n".join(part for part in parts if not EVERYONE.fullmatch(part))


def _code(text: str, words: dict[str, str]) -> str:
    plain = _BEFORE.sub("", one_line(text)).strip(" .()").replace(" m. ", " mit ")
    return words.get(plain.casefold(), plain)


@lru_cache(maxsize=100)
def _labels(target: str) -> dict[str, str]:
    options = field_of(target).options
    found = {label.casefold(): code for code, labels in options.items() for label in (*labels, code)}
    return {**(_CODES if target.endswith(".target_groups") else {}), **found}
