"""How a generated actor is reached: telephone, mail, web and hours as often as in the real list."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import Any

from tests.generator import hours
from tests.generator.land import Town
from tests.generator.words import LANGUAGES, SENTENCES

_PATHS = (
    "",
    "",
    "de/start",
    "willkommen",
    "unsere-angebote/angebot/beratung-und-begleitung-fuer-menschen-mit-fluchterfahrung",
)
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i"})
_HOTLINE = "+498004555500"  # the one number of an agency with many offices
_LONGEST_HOST = 17


def reach(random: Random, town: Town, name: str) -> dict[str, Any]:
    """What is known of how to reach an actor."""
    found: dict[str, Any] = {}
    if phones := some(random, (26, 76, 12, 4)):
        found["phones"] = list(dict.fromkeys(_phone(random, town) for _ in range(phones)))
    if mails := some(random, (48, 64, 6)):
        found["mails"] = [f"{box}@{host(name)}" for box in ("info", "beratung")[:mails]]
    if random.random() < 0.57:
        found["websites"] = [f"https://www.{host(name)}/{random.choice(_PATHS)}"]
    if random.random() < 0.25:
        found |= hours.fields(random)
    if random.random() < 0.1:
        found["languages"] = sorted(random.sample(LANGUAGES, random.randint(1, 4)))
    if random.random() < 0.15:
        found["about"] = " ".join(random.sample(SENTENCES, random.randint(1, 3)))
    return found


def some(random: Random, weights: tuple[int, ...]) -> int:
    """0, 1, 2 … as often as the weights say: counts of the real list."""
    return random.choices(range(len(weights)), weights)[0]


def host(name: str) -> str:
    """The host an actor of this name has."""
    return f"{slug(name)[:_LONGEST_HOST].strip('-')}.de"


@lru_cache(maxsize=1000)
def slug(text: str) -> str:
    """A name in small ASCII letters with hyphens."""
    plain = text.lower().translate(_PLAIN)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())


def _phone(random: Random, town: Town) -> str:
    if random.random() < 0.02:
        return _HOTLINE
    digits = random.choice((5, 6, 6, 7))
    return f"+49{town.dialling}{random.randint(2 * 10 ** (digits - 1), 10**digits - 1)}"
