"""A question typed into the search that names a letter of a surname: "Leistungen Zeitz M"."""

from __future__ import annotations

import re

from graph.model.collation import plain
from graph.network import Network

_LETTERS = re.compile(r"[A-ZÄÖÜ](?:ch|t|p|z)?")


def question_in(network: Network, words: str) -> dict[str, str] | None:
    """The query of the page who is responsible, where a word is a letter and others name an area or a topic."""
    parts = words.split()
    letters = [part for part in parts if _LETTERS.fullmatch(part)]
    if len(letters) != 1 or len(parts) < 2:
        return None
    rest = " ".join(part for part in parts if part not in letters)
    known = network.memo_of("area", _areas), network.memo_of("topic", _topics)
    area, topic = (_named(each, plain(rest)) for each in known)
    found = {"name": letters[0], "area": area, "topic": topic}
    return {name: value for name, value in found.items() if value} if area or topic else None


def _named(known: dict[str, str], text: str) -> str:
    """The id of the longest name that stands in a text as whole words, "" for none."""
    fitting = [name for name in known if f" {name} " in f" {text} "]
    return known[max(fitting, key=len)] if fitting else ""


def _areas(network: Network) -> dict[str, str]:
    names = ((each.id, str(each.fields["name"])) for each in network.of_kind("area").values())
    return {
        key: id
        for id, name in names
        for key in {plain(name), plain(re.sub(r"\(.*?\)|^Verbandsgemeinde", "", name))}
        if key
    }


def _topics(network: Network) -> dict[str, str]:
    topics = network.of_kind("topic").values()
    return {
        plain(word): each.id
        for each in topics
        for word in (*each.fields.get("synonyms", ()), each.fields.get("name_en", ""), each.fields["name"])
        if plain(str(word))
    }
