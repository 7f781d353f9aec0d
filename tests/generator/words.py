"""The words generated entries are made of, as `words.toml` states them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_STATED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))

STEMS: list[str] = _STATED["stems"]
ENDINGS: list[str] = _STATED["endings"]
ADDITIONS: list[str] = _STATED["additions"]
STREETS: list[str] = _STATED["streets"]
CARRIERS: list[str] = _STATED["carriers"]
AGENCIES: list[str] = _STATED["agencies"]
SENTENCES: list[str] = _STATED["sentences"]
LANGUAGES: list[str] = _STATED["languages"]
SURNAMES: list[str] = _STATED["surnames"]
GIVEN: list[str] = _STATED["given"]
FUNCTIONS: list[str] = _STATED["functions"]
DOMAINS: dict[str, str] = _STATED["domains"]

Pattern = tuple[str, str, list[str], str]
"""(code of a topic, name of an actor, names of services, sector)"""

PATTERNS: list[Pattern] = [(p["topic"], p["name"], p["services"], p["sector"]) for p in _STATED["pattern"]]
