"""The sector that an organisation's name says for sure."""

from __future__ import annotations

import re

_SECTORS = (
    ("civil_society", r"\be\.?\s?v\.?(?=\W|$)|verein\b|ggmbh|stiftung|caritas|diakoni|\bawo\b|\bdrk\b|\bjohanniter|malteser|kirche|"
     r"kirchengemeinde|flüchtlingsrat|helferkreis|freundeskreis|arbeitskreis|\bak asyl|initiative|ehrenamt|kinderschutzbund|tafel|pro familia"),
    ("administration", r"verwaltung\b|rathaus|bürgermeister|^gemeinde\b|^stadt\b|landkreis|landratsamt|amt\b|behörde|jobcenter|"
     r"agentur für arbeit|bürgerservice|bürgerbüro|botschaft|konsulat|polizei|leistungsstelle|ministerium|bundesamt|beauftragte[rn]? d"),
    ("business", r"\bgmbh\b|\bag\b$|\bkg\b|\bohg\b|\bgbr\b|kammer\b|sprachschule|zeitarbeit|& co"),
)  # fmt: skip
_PATTERNS = tuple((sector, re.compile(pattern, re.I)) for sector, pattern in _SECTORS)


def sector_of(name: str) -> str:
    """The code of a sector, "" when the name does not tell.

    >>> sector_of("Freundeskreis Asyl e.V."), sector_of("Gemeindeverwaltung Alfdorf"), sector_of("Treffpunkt")
    ('civil_society', 'administration', '')
    """
    return next((sector for sector, pattern in _PATTERNS if pattern.search(name)), "")
