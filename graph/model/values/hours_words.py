"""The words of opening hours in German and English, cut into tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model.values.dates import MONTHS

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
HOLIDAY = 7
EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))
_DAY_FORMS = (
    "montags?|mo|mon|mondays?",
    "dienstags?|di|die|tue|tues|tuesdays?",
    "mittwochs?|mi|mitt|wed|wednesdays?",
    "donnerstags?|do|don|thu|thur|thurs|thursdays?",
    "freitags?|fr|fri|fridays?",
    "samstags?|sonnabends?|sa|sat|saturdays?",
    "sonntags?|sonn(?=-)|so|son|sun|sundays?",
)
_GROUPS = {
    'werktags': WORKDAYS, 'werktäglich': WORKDAYS, 'weekdays': WORKDAYS,
    'täglich': EVERY_DAY, 'daily': EVERY_DAY, 'every day': EVERY_DAY, 'jeden tag': EVERY_DAY,
    'wochenende': frozenset({5, 6}), 'wochenends': frozenset({5, 6}), 'weekend': frozenset({5, 6}), 'weekends': frozenset({5, 6}),
}  # fmt: skip
_ORDINALS = {
    "erste": 1,
    "first": 1,
    "zweite": 2,
    "second": 2,
    "dritte": 3,
    "third": 3,
    "vierte": 4,
    "fourth": 4,
    "letzte": -1,
    "last": -1,
}
_MONTHS_PATTERN = "|".join(sorted(MONTHS, key=len, reverse=True))
_APPOINTMENT = (
    r"(?=\S)(?:(?:und|sowie|oder|sonst|außerdem|auch)\s+)?(?:nur\s+)?(?:(?:mit|nach|per|by|on|only\s+by|auf|bei|unter)\s+)?(?:vorheriger|vorherige|telefonischer|individueller|prior)?\s*"
    r"(?:termin(?:lich)?e?\s*(?:-\s*)?(?:vereinbarung(?:en)?|vergabe|absprache|vereinbaren|buchung|buchen)|terminvereinbarung(?:en)?|(?:online-?)?termine?\s+(?:nach\s+)?(?:vereinbarung|absprache|vereinbaren|buchen)"
    r"|(?:nach|n\.)\s*(?:vorheriger\s+|vorh\.\s*|telefonischer\s+|tel\.\s*|individueller\s+)*(?:vereinbarung|vereinb\.|absprache|v\.|anmeldung)|(?:mit|nach)\s+termin\b|mit\s+(?:vorheriger\s+)?anmeldung|by\s+(?:prior\s+)?appointment(?:\s+only)?|appointments?\s+only)"
    r"(?:\s+möglich)?"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ('title', r'\b(?:öffnungszeit(?:en)?|sprechzeit(?:en)?|sprechstunden?|geschäftszeiten|servicezeiten|besuchszeiten|bürozeiten|dienstzeiten|opening hours|office hours|hours)\b'),
    ('note', r'\([^()]*\)|\[[^\[\]]*\]|"[^"\n]*"'),
    ('date', rf'\b\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})\b(?!\s*uhr)|\b\d{{1,2}}\.\s?(?:{_MONTHS_PATTERN})\.?\s+\d{{4}}\b'),
    ('word', r'\b\d{1,2}-\s?[^\W\d_]{3,}'),
    ('time', r'\b\d{1,2}(?: ?uhr ?\d{2}\b(?! ?(?:[.:]\d|-|bis))|[.:h]\d{2}(?!\d)(?!\.\d))?(?: *(?:uhr\b|h\b|[ap]\.?m\b\.?))?(?![\d])'),
    ('closed', r'\b(?:bleibt\s+|ist\s+)?(?:ganztägig\s+)?(?:geschlossen|geschl\.|zu\b|closed|keine\s+(?:sprechzeit(?:en)?|sprechstunden?|öffnungszeit(?:en)?))'),
    ('appointment', _APPOINTMENT),
    ('part', r'\b(?:vormittags?|vorm\.|nachmittags?|nachm\.|morgens|abends?|mittags|mornings?|afternoons?|evenings?)'),
    ('days', r'\b(?:' + '|'.join(sorted(_GROUPS, key=len, reverse=True)) + r')\b'),
    *((f'day{number}', rf'\b(?:{forms})\b(?:\.(?!\d))?') for number, forms in enumerate(_DAY_FORMS)),
    ('ordinal', r'\b(?:' + '|'.join(_ORDINALS) + r')[rnms]?\b'),
    ('month', r'\b(?:im|of the|eines jeden|jeden|des|in the)\s+(?:monats?|month)\b'),
    ('holiday', r'\b(?:an\s+)?(?:gesetzlichen\s+)?(?:feiertagen?|feiertags|public holidays?)\b'),
    ('plus', r'\b(?:zusätzlich|außerdem|ausserdem|zudem|darüber hinaus|additionally|also)\b'),
    ('except', r'\b(?:außer|ausser|ausgenommen|except|bis auf)\b'),
    ('to', r'\b(?:bis\s+(?:einschließlich\s+)?|to|until|till|through)\b|-+'),
    ('from', r'\b(?:von|from|between|zwischen)\b'),
    ('after', r'\b(?:ab|starting at)\b'),
    ('and', r'\b(?:und|and|sowie|u\.)|&|\+|/'),
    ('comma', r'[,;|•*]'),
    ('colon', r':'),
    ('filler', r'\b(?:uhr|jeweils|immer|den|der|die|am|an|jede[nmrs]?|auch|every|each|on|the|geöffnet|offen|open|haben wir|wir haben|sind wir|um|zu|in der zeit|wie folgt|je|nur von|unsere?r?|persönlich)\b'),
    ('break', r'\n'),
    ('other', r'[^\W\d_][\w.\'’§-]*|\d[\w./,-]*|\S'),
)  # fmt: skip
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS), re.I)
# Letters of the alphabet of patterns, one for each kind of token (see hours_text).
_LETTER = {
    'note': 'N', 'date': 'D', 'time': 'T', 'closed': 'X', 'appointment': 'A', 'part': 'P', 'days': 'd', 'ordinal': 'O', 'month': 'M',
    'holiday': 'd', 'plus': '+', 'except': 'E', 'to': '-', 'from': 'F', 'after': 'B', 'and': '&', 'comma': ',', 'colon': ':',
    'filler': '_', 'break': 'n', 'title': 'S', 'word': 'W', 'other': 'W',
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Token:
    """One word or sign: its kind as a letter, its text, the days or the ordinals it names."""

    kind: str
    text: str
    start: int
    end: int
    days: frozenset[int] = frozenset()
    ordinal: int = 0


def tokens(text: str) -> list[Token]:
    """Cut a tidy text into tokens; every sign belongs to one."""
    found = [_token(match) for match in _TOKEN.finditer(text)]
    return [_demoted(found, index) for index in range(len(found))]


def _token(match: re.Match[str]) -> Token:
    name, text = match.lastgroup or "word", match.group()
    days: frozenset[int] = frozenset()
    ordinal = 0
    if name.startswith("day") and name != "days":
        days, name = frozenset({int(name[3])}), "days"
    elif name == "holiday":
        days = frozenset({HOLIDAY})
    elif name == "days":
        days = _GROUPS[" ".join(text.lower().split())]
    elif name == "ordinal":
        ordinal = next(number for word, number in _ORDINALS.items() if text.lower().startswith(word))
    return Token(kind=_LETTER[name], text=text, start=match.start(), end=match.end(), days=days, ordinal=ordinal)


def _demoted(found: list[Token], index: int) -> Token:
    """ "1." before a day or a further ordinal is an ordinal; articles that look like days are fillers."""
    token = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if token.kind == "T" and re.fullmatch(r"[1-5]", token.text) and following and following.text == ".":
        return Token(kind="O", text=token.text + ".", start=token.start, end=token.end, ordinal=int(token.text))
    if token.kind == "W" and token.text == "." or token.text == "-" and found[index - 1].text.lower() == "sonn":
        return Token(kind="_", text=token.text, start=token.start, end=token.end)
    if token.kind == "d" and token.text in ("die", "so", "do", "mi", "son", "don") and not _day_context(found, index):
        return Token(kind="_" if token.text == "die" else "W", text=token.text, start=token.start, end=token.end)
    return token


def _day_context(found: list[Token], index: int) -> bool:
    """Lower-case "do" or "so" is a day only beside another day, a time or a colon."""
    beside = found[max(0, index - 2) : index] + found[index + 1 : index + 3]
    return any(token.kind in "dT" for token in beside)
