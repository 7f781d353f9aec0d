"""Names of organisations for comparison: without legal forms, with abbreviations written out, as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from graph.model.collation import plain

_WORD = re.compile(r"\w+")
_LEGAL = re.compile(r"\b(?:e\.?\s?v\.?|e\.?\s?g\.?|ggmbh|gmbh|mbh|ag|gbr|ug|der|die|das|des|in|im|für|und)\b", re.I)
_ALIKE = 84.0
_PREFIX = 3
_TELLING, _APART = 0.8, 0.7
_SMALL = frozenset("am an zum zur bei von vom fur mit auf the of and e v u o".split())
_LONG: dict[str, str] = {
    "awo": "arbeiterwohlfahrt", "drk": "deutsches rotes kreuz", "asb": "arbeiter samariter bund",
    "kv": "kreisverband", "ov": "ortsverein", "lv": "landesverband", "og": "ortsgruppe", "bv": "bezirksverband",
    "sv": "sportverein", "vhs": "volkshochschule", "kvhs": "kreisvolkshochschule", "lk": "landkreis",
    "lra": "landratsamt", "jc": "jobcenter", "ba": "bundesagentur arbeit", "ihk": "industrie handelskammer",
    "hwk": "handwerkskammer", "gs": "grundschule", "kita": "kindertagesstatte", "kiga": "kindergarten",
    "bbs": "berufsbildende schulen", "mgh": "mehrgenerationenhaus", "ev": "evangelische", "evang": "evangelische",
    "kath": "katholische", "abh": "auslanderbehorde", "st": "sankt", "mbe": "migrationsberatung",
    "jmd": "jugendmigrationsdienst", "ffw": "freiwillige feuerwehr", "thw": "technisches hilfswerk",
    "blk": "burgenlandkreis", "wobau": "wohnungsbaugesellschaft", "wg": "wohnungsgenossenschaft",
    "gu": "gemeinschaftsunterkunft", "bamf": "bundesamt migration fluchtlinge", "dgb": "deutscher gewerkschaftsbund",
    "dw": "diakonisches werk", "diakonie": "diakonisches werk", "caritas": "caritasverband", "vg": "verbandsgemeinde",
    "sg": "sportgemeinschaft", "beratungsst": "beratungsstelle", "ges": "gesundheitsamt", "ga": "gesundheitsamt",
    "ja": "jugendamt", "krhs": "krankenhaus",
}  # fmt: skip
"""What people shorten → the words they mean, as `plain` writes them."""


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name for comparison: lower case, without legal forms and small words."""
    text = _LEGAL.sub(" ", name.casefold().replace("ß", "ss"))
    return " ".join(_WORD.findall(text)) or name.casefold()


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The words that tell a name, each once, abbreviations written out.

    >>> words("AWO KV Zeitz e. V.")
    ('arbeiterwohlfahrt', 'kreisverband', 'zeitz')
    """
    text = plain(_LEGAL.sub(" ", name)).replace("ae", "a").replace("oe", "o").replace("ue", "u")
    text = " ".join(_LONG.get(word, word) for word in text.split())
    return tuple(dict.fromkeys(word for word in text.split() if word not in _SMALL)) or (name.casefold(),)


def likeness(one: Sequence[str], other: Sequence[str], weight: Callable[[str], float]) -> float:
    """How alike two names are, from 0 to 1: by their words, of which rare ones weigh more. O(words × words).

    A name that is wholly within the other counts nearly as much as the same name; two names that each have a word of
    their own ("Jugendamt, Landkreis", "Sozialamt, Landkreis") count less.
    """
    left, own = list(other), 0.0
    shared = 0.0
    for word in one:
        found, like = max(((each, _word_likeness(word, each)) for each in left), key=lambda f: f[1], default=("", 0.0))
        if like:
            left.remove(found)
            shared += like * min(weight(word), weight(found))
        else:
            own = max(own, weight(word))
    a, b = sum(map(weight, one)), sum(map(weight, other))
    smaller = min(a, b)
    if not smaller:
        return 0.0
    both = 2 * shared / (a + b)
    within = shared / smaller if smaller >= 0.4 * max(a, b) else 0.0
    apart = min(own, max(map(weight, left), default=0.0)) >= _TELLING
    return min(1.0, max(both, 0.85 * within)) * (_APART if apart else 1.0)


@lru_cache(maxsize=200_000)
def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one.isdecimal() or other.isdecimal():
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) >= _PREFIX and long.startswith(short):
        return 0.9
    like = ratio(one, other)
    return like / 100 if like >= _ALIKE and len(short) > _PREFIX else 0.0
