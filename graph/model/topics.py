"""The starting vocabulary of topics, as `topics.toml` states it; in a network a coordinator edits them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True, slots=True)
class StartingTopic:
    """A topic as a fresh network holds it; `heading` is a code, `parent` the code of a topic beneath the same."""

    code: str
    heading: str
    name: str
    name_en: str
    synonyms: tuple[str, ...]
    parent: str | None = None
    any_language: bool = False


@cache
def starting_topics() -> tuple[StartingTopic, ...]:
    """All starting topics in their order, each after its parent."""
    stated = tomllib.loads(files("graph.model").joinpath("topics.toml").read_text("utf-8"))["topic"]
    return tuple(StartingTopic(**{**topic, "synonyms": tuple(topic["synonyms"])}) for topic in stated)
