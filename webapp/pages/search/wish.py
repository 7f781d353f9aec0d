"""The query string of a results page, read and written: every state has an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from urllib.parse import urlencode

from graph.network import Network
from graph.search.results import Wish, understood

MOST_LETTERS = 200
_LAST_PAGE = 10_000


def read_wish(network: Network, args: Mapping[str, str]) -> Wish:
    """What is asked for; filters that name nothing here are dropped."""
    stated = {field.name: args.get(field.name, "")[:MOST_LETTERS] for field in fields(Wish) if field.name != "words"}
    return understood(network, Wish(words=args.get("q", "")[:MOST_LETTERS], **stated))


def read_page(args: Mapping[str, str]) -> int:
    """The page asked for, from 1 on."""
    text = args.get("page", "")
    return min(max(int(text), 1), _LAST_PAGE) if text.isdecimal() and len(text) < 6 else 1


def address(lang: str, wish: Wish, page: int = 1) -> str:
    """The page of a wish."""
    return f"/{lang}/search{query(wish, page)}"


def query(wish: Wish, page: int = 1) -> str:
    """The part of an address that says what is asked for: "?q=…", or "" for everything."""
    pairs = [("q", wish.words), *wish.chosen().items()]
    text = urlencode([(name, value) for name, value in pairs if value] + ([("page", page)] if page > 1 else []))
    return f"?{text}" if text else ""
